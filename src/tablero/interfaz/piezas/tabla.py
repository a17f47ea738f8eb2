"""Una tabla de verdad: la leen un lector de pantalla y una impresora, y sus números van alineados.

`st.dataframe` dibuja en un lienzo, con palabras en inglés; las tablas del tablero son pequeñas y se
leen mejor así. Todo texto se escapa.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from tablero import tema
from tablero.filas import filas_de
from tablero.formato import SIN_DATO
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.marco.estilo import clase_de
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.columnas import Presentacion, presentacion
from tablero.interfaz.piezas.enlaces import Url

ESTADOS = {"semaforo", "semaforo_pav", "semaforo_paa", "estado"}
ENTIDAD = "entidad"
ENLAZADAS = {"producto_codigo": enlaces.producto, ENTIDAD: enlaces.entidad}
"""Columnas cuyo valor lleva a su página, en las tablas de una política y un corte."""


def tabla(
    datos: pd.DataFrame,
    columnas: Sequence[str],
    titulo: str,
    encabezados: Mapping[str, str] | None = None,
) -> str:
    """El HTML de una tabla con esas columnas; `titulo` la nombra ante un lector de pantalla.

    Si los datos dicen de qué política y de qué corte son, cada producto y cada entidad lleva a su
    página.
    """
    formas = [presentacion(c) for c in columnas]
    propios = encabezados or {}
    encabezado = "".join(
        f'<th scope="col" class="{_clase(f)}">{escape(propios.get(c, f.titulo))}</th>'
        for c, f in zip(columnas, formas, strict=True)
    )
    series = [datos[c].tolist() for c in columnas]
    cuerpo = "".join(
        "<tr>"
        + "".join(
            _celda(n, f, v, url, impresa if n == ENTIDAD else "")
            for n, f, v in zip(columnas, formas, fila, strict=True)
        )
        + "</tr>"
        for url, impresa, fila in zip(
            _urls(datos), _impresas(datos), zip(*series, strict=True), strict=True
        )
    )
    return (
        f'<div class="tb-caja" tabindex="0" role="region" aria-label="{escape(titulo)}">'
        f'<table class="tb"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def etiqueta(estado: str, palabra: str = "") -> str:
    """El estado con su color, su forma y su palabra; `palabra`, si aquí se dice de otro modo."""
    como = tema.SEMAFORO.get(estado) or tema.CONCILIACION.get(estado)
    if como is None:
        return escape(estado.capitalize())
    return (
        f'<span class="tb-estado {clase_de(estado)}">'
        f'<span aria-hidden="true">{como.simbolo}</span> {escape(palabra or como.palabra)}</span>'
    )


def _urls(datos: pd.DataFrame) -> list[Url]:
    """Por fila, los parámetros que llevan su política y su corte; vacíos si no los dice."""
    if not {"politica_codigo", "corte_fecha"} <= set(datos.columns):
        return [()] * len(datos)
    return [
        (("politica", politica), ("corte", corte.isoformat()))
        for politica, corte in zip(datos["politica_codigo"], datos["corte_fecha"], strict=True)
    ]


def _impresas(datos: pd.DataFrame) -> list[str]:
    """Por fila, cómo está impresa su entidad, si no es con su nombre."""
    if not {ENTIDAD, "entidad_nombre"} <= set(datos.columns):
        return [""] * len(datos)
    return [nombres_de_entidad.impresa(fila) for fila in filas_de(datos)]


def _celda(nombre: str, forma: Presentacion, valor: Any, url: Url, debajo: str) -> str:
    if nombre in ESTADOS and isinstance(valor, str):
        return f"<td>{etiqueta(valor)}</td>"
    if url and nombre in ENLAZADAS and isinstance(valor, str):
        sub = f'<span class="tb-sub">{escape(debajo)}</span>' if debajo else ""
        return f"<td>{ENLAZADAS[nombre](valor, url)}{sub}</td>"
    texto = forma.escribir(valor)
    clase = _clase(forma) + (" vacio" if texto == SIN_DATO else "")
    return f'<td class="{clase.strip()}">{escape(texto)}</td>'


def _clase(forma: Presentacion) -> str:
    return "n" if forma.es_numero else "l" if forma.es_larga else ""
