"""La tabla de unos datos: cada columna, con el título y la forma que le da el modelo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from tablero import tema
from tablero.filas import filas_de
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.piezas import enlaces, orden, tabla
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import Marcado, debajo, unir
from tablero.interfaz.piezas.tabla import Columna
from tablero.respuestas.columnas import Presentacion, presentacion

ESTADOS = {"semaforo", "semaforo_pav", "semaforo_paa", "estado"}
ESCALA = [*tema.SEMAFORO, *tema.CONCILIACION]
"""Los estados, en el orden de su escala: así se ordenan, y no por la letra con que empiezan."""
ENTIDAD = "entidad"
ENLAZADAS: Mapping[str, Callable[[str, Url], Marcado]] = {
    "producto_codigo": enlaces.producto,
    ENTIDAD: enlaces.entidad,
}
"""Columnas cuyo valor lleva a su página, en las tablas de una política y un corte."""


@dataclass(frozen=True)
class _Renglon:
    valores: tuple[object, ...]
    url: Url
    """Los parámetros que llevan su política y su corte; vacío si los datos no los dicen."""
    impresa: str
    """Cómo está impresa su entidad, si no es con su nombre."""
    es_total: bool
    """Que resume a las demás: la de toda la política, entre sus objetivos."""


def escribir(
    datos: pd.DataFrame,
    columnas: Sequence[str],
    titulo: str,
    encabezados: Mapping[str, str] | None = None,
    *,
    de: int = 0,
) -> Marcado:
    """El HTML de una tabla con esas columnas; `titulo` la nombra ante un lector de pantalla.

    `de` es de cuántas filas son estas una parte, si no están todas.

    Si los datos dicen de qué política y de qué corte son, cada producto y cada entidad lleva a su
    página.
    """
    propios = encabezados or {}
    declaradas = []
    for lugar, nombre in enumerate(columnas):
        forma = presentacion(nombre)
        celda = partial(_celda, lugar=lugar, nombre=nombre, forma=forma)
        por = partial(_por, lugar=lugar, nombre=nombre)
        titulo_de_columna = propios.get(nombre, forma.titulo)
        declaradas.append(Columna(titulo_de_columna, celda, forma.clase, orden=por))
    series = [datos[c].tolist() for c in columnas]
    renglones = map(
        _Renglon, zip(*series, strict=True), _urls(datos), _impresas(datos), _totales(datos)
    )
    return tabla.escribir(titulo, declaradas, renglones, es_total=lambda r: r.es_total, de=de)


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


def _totales(datos: pd.DataFrame) -> list[bool]:
    """Por fila, si es el total de las otras."""
    if not {"objetivo", "objetivo_numero"} <= set(datos.columns):
        return [False] * len(datos)
    return list(datos["objetivo_numero"].isna())


def _celda(renglon: _Renglon, *, lugar: int, nombre: str, forma: Presentacion) -> str:
    valor = renglon.valores[lugar]
    if nombre in ESTADOS and isinstance(valor, str):
        return etiqueta(valor)
    if renglon.url and nombre in ENLAZADAS and isinstance(valor, str):
        impresa = renglon.impresa if nombre == ENTIDAD else ""
        return unir(ENLAZADAS[nombre](valor, renglon.url), debajo(impresa))
    return forma.escribir(valor)


def _por(renglon: _Renglon, *, lugar: int, nombre: str) -> object:
    """El valor por el que se ordena: el que trae la respuesta; un estado, por su escala."""
    valor = renglon.valores[lugar]
    if nombre in ESTADOS and isinstance(valor, str):
        return orden.en_escala(valor, ESCALA) if valor in ESCALA else valor
    return valor
