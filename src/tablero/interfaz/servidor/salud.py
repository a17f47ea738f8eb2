"""`GET /salud`: si el servidor responde y si sus datos están al día, para un vigilante."""

import asyncio
from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import JSONResponse

from tablero import reloj, rutas
from tablero.consultas.fuentes import fuentes
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.conexion import preguntar, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA
from tablero.respuestas.antiguedad import FuenteMirada, vigentes
from tablero.un_json import Objeto

ESPERA = 2.0
"""Segundos que se espera al tablero: quien pregunta por la salud no espera a que se abra."""


async def salud(_peticion: Request) -> JSONResponse:
    """El servidor responde, si hay tablero construido y cómo está el último corte de cada fuente.

    Siempre contesta: sin tablero, o si no se puede leer, la lista va vacía. De cada fuente, su
    `corte` y el `esperado` en AAAA-MM-DD (el primero que falta o, si no falta ninguno, el próximo;
    nulo si la fuente no dice cada cuánto publica) y los `dias` desde el corte.
    """
    hoy = reloj.hoy()
    hay = rutas.BASE.is_file()
    miradas: Sequence[FuenteMirada] = ()
    if hay:
        try:
            # En otro hilo: abrir el tablero tarda, y mientras tanto se atiende a los demás.
            miradas = await asyncio.wait_for(asyncio.to_thread(_miradas, hoy), ESPERA)
        except (ErrorTablero, TimeoutError):
            pass
        except DEL_PROGRAMA:
            BITACORA.exception("No se pudo decir si las fuentes están al día")
    return JSONResponse(
        {
            "estado": "ok",
            "tablero": hay,
            "dia": hoy.isoformat(),
            "fuentes": [_decir(mirada) for mirada in miradas],
        }
    )


def _miradas(hoy: date) -> Sequence[FuenteMirada]:
    with un_solo_tablero():
        return vigentes(preguntar(fuentes).fuentes, hoy)


def _decir(mirada: FuenteMirada) -> Objeto:
    esperado = mirada.de.faltan[0] if mirada.de.faltan else mirada.de.proximo
    return {
        "codigo": mirada.fuente.fuente_codigo,
        "corte": mirada.fuente.corte_fecha.isoformat(),
        "dias": mirada.de.dias,
        "esperado": None if esperado is None else esperado.isoformat(),
        "faltan": [dia.isoformat() for dia in mirada.de.faltan],
        "estado": mirada.estado,
    }
