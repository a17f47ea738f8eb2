"""Unos datos, columna por columna, como van en un archivo: nombre, encabezado, tipo y valores.

De aquí escriben todas las formas de una tabla. Para personas, cada fila lleva además el documento
de donde sale, con sus palabras y no solo con su código.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from tablero import formato
from tablero.consultas.base import FUENTE, MARCA, FuenteCitada
from tablero.filas import VARIOS
from tablero.modelo import Tabla
from tablero.respuestas.columnas import SUELTA, Forma, presentacion

Valor = str | int | float | bool | date | None
"""Lo que hay en una celda; `None` es lo que la fuente no publica."""
Tipo = type[str] | type[int] | type[float] | type[bool] | type[date]
PALABRA: dict[Tipo, str] = {
    str: "texto",
    int: "número entero",
    float: "número",
    bool: "sí o no",
    date: "fecha (AAAA-MM-DD)",
}
SIN_REDONDEAR = ", sin redondear"
UBICACION, CITA = "ubicacion", "cita"
PROCEDENCIA = (UBICACION, CITA)
PROPIAS_DE_LA_FUENTE = frozenset({"titulo", "entidad", "corte_texto"})
"""Las columnas de la lista de fuentes: ella ya dice todo lo de cada una."""
DEL_DOCUMENTO: Sequence[tuple[str, str, str]] = (
    ("titulo", "Documento", "El título del documento de donde sale la fila."),
    ("entidad", "Entidad que lo publica", "Quien publica ese documento."),
    ("corte", "Corte del documento", "Hasta cuándo llega, como el documento lo dice."),
    ("archivo", "Archivo de origen", "El archivo del documento que se transcribió."),
)
LUGAR = "Lugar en el documento"
PALABRAS = "Palabras que llevan el dato"


@dataclass(frozen=True)
class Columna:
    """Una columna de un archivo."""

    nombre: str
    """El de programas: no cambia de un corte a otro."""
    encabezado: str
    """El de personas: título y unidad, distinto de los demás del archivo."""
    tipo: Tipo
    valores: Sequence[Valor]
    unidad: str = ""
    descripcion: str = ""
    forma: Forma = SUELTA
    """Cómo se leen sus números en la pantalla."""


def de_programas(datos: pd.DataFrame, tabla: type[Tabla] | None = None) -> list[Columna]:
    """Las columnas de unos datos, en su orden; `tabla`, la del modelo, si son una entera."""
    return _sin_repetir([_columna(datos, str(nombre), tabla) for nombre in datos.columns])


def de_personas(
    datos: pd.DataFrame,
    fuentes: Iterable[FuenteCitada] = (),
    tabla: type[Tabla] | None = None,
    *,
    redondeadas: bool = True,
) -> list[Columna]:
    """Las mismas columnas y, al final, de qué documento sale cada fila.

    Con `redondeadas`, cada decimal va dos veces: como se lee en la pantalla y completo. `fuentes`
    son las que los datos citan: de la que falte, quedan vacías sus columnas.
    """
    propias = _sin_repetir([_columna(datos, str(nombre), tabla) for nombre in datos.columns])
    citadas = {fuente.fuente_codigo: fuente for fuente in fuentes}
    nombres = {columna.nombre for columna in propias}
    expande = bool(citadas) and FUENTE in nombres and not nombres >= PROPIAS_DE_LA_FUENTE
    cola = {MARCA, *([FUENTE, *PROCEDENCIA] if expande else [])}
    puestas = [c for c in propias if c.nombre not in cola]
    if redondeadas:
        puestas = [otra for columna in puestas for otra in _dos_veces(columna)]
    if expande:
        por_nombre = {columna.nombre: columna for columna in propias}
        puestas += _del_documento(por_nombre[FUENTE].valores, citadas)
        puestas += [
            replace(por_nombre[nombre], encabezado=encabezado)
            for nombre, encabezado in ((UBICACION, LUGAR), (CITA, PALABRAS))
            if nombre in por_nombre
        ]
        puestas.append(replace(por_nombre[FUENTE], encabezado="Código de la fuente"))
    return _sin_repetir([*puestas, *(c for c in propias if c.nombre == MARCA)])


def filas(columnas: Sequence[Columna]) -> Iterator[tuple[Valor, ...]]:
    """Las filas, en el orden de los datos."""
    return zip(*(columna.valores for columna in columnas), strict=True)


def _columna(datos: pd.DataFrame, nombre: str, tabla: type[Tabla] | None) -> Columna:
    forma = presentacion(nombre, tabla)
    valores = [_limpio(valor) for valor in datos[nombre].tolist()]
    tipo = _tipo(datos[nombre], valores, forma.tipo or str)
    return Columna(
        nombre,
        forma.encabezado,
        tipo,
        [None if valor is None else _del_tipo(valor, tipo) for valor in valores],
        forma.unidad,
        forma.descripcion,
        forma.forma,
    )


def _limpio(valor: Any) -> Valor:  # lo que pandas guarda, que tiene cuatro maneras de faltar
    if valor is None or valor is pd.NA or valor is pd.NaT:
        return None
    propio: Valor = valor.item() if isinstance(valor, np.generic) else valor
    if isinstance(propio, float) and not math.isfinite(propio):
        return None  # JSON y Excel no tienen cómo escribirlo, y ninguna fuente lo publica
    return propio


def _tipo(serie: pd.Series, valores: Sequence[Valor], sin_valores: Tipo) -> Tipo:
    """El de la columna, según pandas o, si él no lo sabe, según lo que trae."""
    for prueba, tipo in (
        (pd.api.types.is_bool_dtype, bool),
        (pd.api.types.is_integer_dtype, int),
        (pd.api.types.is_float_dtype, float),
    ):
        if prueba(serie):
            return tipo
    clases = {_clase(valor) for valor in valores if valor is not None}
    if clases == {int, float}:
        return float
    if not clases:
        return sin_valores
    return clases.pop() if len(clases) == 1 else str


def _clase(valor: Valor) -> Tipo:
    if isinstance(valor, datetime):
        return str  # un momento se escribe entero: como fecha perdería la hora
    return next((c for c in (bool, int, float, date) if isinstance(valor, c)), str)


def _del_tipo(valor: Valor, tipo: Tipo) -> Valor:
    if isinstance(valor, date) and tipo is str:
        return valor.isoformat()
    if isinstance(valor, int) and tipo is float:
        return float(valor)
    return str(valor) if tipo is str else valor


def _dos_veces(columna: Columna) -> list[Columna]:
    """Un decimal como se lee y completo; lo demás, una vez."""
    if columna.tipo is not float or columna.forma.decimales is None:
        return [columna]
    leidos = [
        columna.forma.redondear(valor) if isinstance(valor, float) else None
        for valor in columna.valores
    ]
    completo = replace(columna, encabezado=columna.encabezado + SIN_REDONDEAR)
    return [replace(columna, valores=leidos), completo]


def _del_documento(codigos: Sequence[Valor], citadas: dict[str, FuenteCitada]) -> list[Columna]:
    """De qué documentos sale cada fila: si son varios, en el orden de sus códigos."""
    dichos = {codigo: _decir(fuente) for codigo, fuente in citadas.items()}
    de_cada_una = [str(codigo or "").split(VARIOS) for codigo in codigos]
    return [
        Columna(
            f"fuentes.{'corte_texto' if campo == 'corte' else campo}",
            encabezado,
            str,
            [
                VARIOS.join(dichos[c][campo] for c in suyas if c in dichos) or None
                for suyas in de_cada_una
            ],
            descripcion=descripcion,
        )
        for campo, encabezado, descripcion in DEL_DOCUMENTO
    ]


def _decir(fuente: FuenteCitada) -> dict[str, str]:
    return {
        "titulo": fuente.titulo,
        "entidad": fuente.entidad,
        "corte": formato.corte(fuente.corte_texto, fuente.corte_fecha),
        "archivo": fuente.archivo,
    }


def _sin_repetir(columnas: Sequence[Columna]) -> list[Columna]:
    """Los encabezados que se repiten dicen además el nombre de su columna."""
    cuantos = Counter(columna.encabezado for columna in columnas)
    return [
        replace(c, encabezado=f"{c.encabezado} · {c.nombre}") if cuantos[c.encabezado] > 1 else c
        for c in columnas
    ]
