"""Un mapa con su mensaje, su fuente y, al lado, los mismos datos en tabla y CSV."""

from collections.abc import Callable, Hashable
from typing import Any

import streamlit as st

from tablero.consultas import territorio
from tablero.consultas.base import Resultado
from tablero.graficos.mapas import CAPA_DE_PUNTOS, Mapa
from tablero.interfaz import procedencia, tarjeta
from tablero.interfaz.conexion import Identidad, identidad, preguntar
from tablero.interfaz.filtros import Filtros
from tablero.rutas import CARTOGRAFIA
from tablero.territorio.geometria import url_departamentos

NOTA_DE_LIMITES = "Contornos de los departamentos: Natural Earth (dominio público), de referencia."


def mapa(
    resultado: Resultado,
    constructor: Callable[..., Mapa],
    nombre: str,
    filtros: Filtros,
    *,
    alto: int = 620,
    **opciones: Hashable,
) -> str | None:
    """Dibuja el mapa y devuelve el código del municipio elegido en él, si hay alguno.

    `constructor` recibe los datos, `url_departamentos`, `encuadre` y las `opciones`.
    """
    if resultado.esta_vacio:
        tarjeta.vacio(resultado)
        return None
    clave = (resultado.pregunta, resultado.parametros, constructor.__qualname__)
    fijas = tuple(sorted(opciones.items()))
    dibujo = _construir(identidad(), clave, _encuadre(filtros), fijas, resultado, constructor)
    st.subheader(dibujo.titulo, anchor=False)
    evento = st.pydeck_chart(
        dibujo.dibujo,
        height=alto,
        on_select="rerun",
        selection_mode="single-object",
        key=f"mapa_{nombre}",
        alt=dibujo.alternativa,
    )
    procedencia.dibujar(resultado)
    st.html(f'<p class="tb-fuente">{NOTA_DE_LIMITES}</p>')
    return _elegido(evento)


def _encuadre(filtros: Filtros) -> tuple[float, ...] | None:
    """El rectángulo del territorio elegido; `None` es todo el país."""
    if filtros.departamento is None:
        return None
    fila = preguntar(territorio.encuadre, **filtros.consulta).fila
    return fila["oeste"], fila["sur"], fila["este"], fila["norte"]


def _elegido(evento: Any) -> str | None:
    objetos = evento.selection.get("objects", {}).get(CAPA_DE_PUNTOS, [])
    return objetos[0]["municipio_codigo"] if objetos else None


@st.cache_resource(max_entries=500, show_spinner=False)
def _construir(
    archivo: Identidad,
    clave: Hashable,
    encuadre: tuple[float, ...] | None,
    opciones: tuple[tuple[str, Any], ...],
    _resultado: Resultado,
    _constructor: Callable[..., Mapa],
) -> Mapa:
    return _constructor(
        _resultado.datos,
        url_departamentos=url_departamentos(CARTOGRAFIA),
        encuadre=encuadre,
        **dict(opciones),
    )
