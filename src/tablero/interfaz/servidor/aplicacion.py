"""La aplicación ASGI del tablero: Streamlit con lo que lo rodea, de afuera hacia adentro."""

import asyncio
import gc
import logging
import mimetypes
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from tablero.errores import ErrorTablero
from tablero.interfaz.marco.fallas import decir_la_de_la_pagina
from tablero.interfaz.paginas.ficha import en_zip
from tablero.interfaz.servidor import devolver
from tablero.interfaz.servidor.aforo import Aforo
from tablero.interfaz.servidor.anfitriones import Anfitriones
from tablero.interfaz.servidor.cabeceras import CabecerasSeguras
from tablero.interfaz.servidor.descargas import Descargas
from tablero.interfaz.servidor.direcciones import secciones
from tablero.interfaz.servidor.envolturas import EnEspanol, SoloMismoOrigen
from tablero.interfaz.servidor.limites import Limites
from tablero.interfaz.servidor.pestana import Pestanas
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.interfaz.servidor.ritmo import Ritmos
from tablero.interfaz.servidor.turnos import Turnos


def crear_app(
    script: Path, al_iniciar: Callable[[], None] | None = None, limites: Limites | None = None
) -> ASGIApp:
    """La aplicación ASGI del tablero; `al_iniciar` se ejecuta antes de atender a nadie."""

    @asynccontextmanager
    async def vida(_app: st.App) -> AsyncIterator[None]:
        if al_iniciar is not None:
            await anyio.to_thread.run_sync(_calentar, al_iniciar)
        # Lo ya cargado no volverá a sobrar: que el recolector no lo recorra en cada visita.
        gc.collect()
        gc.freeze()
        devuelve = asyncio.create_task(devolver.cada_tanto())
        try:
            yield
        finally:
            devuelve.cancel()
            en_zip.cerrar()  # si no, el cierre la esperaría
            gc.unfreeze()

    # Algunos sistemas no conocen el tipo del GeoJSON y lo entregarían como un binario.
    mimetypes.add_type("application/geo+json", ".geojson")
    limites = limites or Limites()
    aplicacion = st.App(
        script.resolve(),
        lifespan=vida,
        middleware=[
            Middleware(Puerta, secciones=secciones(script), propias=propias()),
            Middleware(EnEspanol),
        ],
        on_script_error=decir_la_de_la_pagina,
    )
    # Por fuera de Streamlit, que a lo que falla responde sin pasar por lo que se le agrega.
    turnos = Turnos()
    aforo = Aforo(limites.sesiones, limites.sesiones_por_direccion)
    adentro = Pestanas(Descargas(aplicacion), turnos, aforo)
    return CabecerasSeguras(
        Anfitriones(SoloMismoOrigen(Peticiones(adentro, turnos, Ritmos(limites.api_por_minuto))))
    )


def _calentar(al_iniciar: Callable[[], None]) -> None:
    """Ejecuta `al_iniciar` sin los avisos de Streamlit por usar sus cachés fuera de una página."""
    avisos = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    antes = avisos.level
    avisos.setLevel(logging.ERROR)
    try:
        al_iniciar()
    except ErrorTablero as error:
        # Sin calentar también se atiende: cada página explicará qué le falta.
        print(f"Aviso: {error}", file=sys.stderr, flush=True)
    finally:
        avisos.setLevel(antes)
