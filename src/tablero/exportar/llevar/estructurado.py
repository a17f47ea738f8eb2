"""JSON y Parquet: los datos con su tipo y, adentro, de dónde salen."""

import io
import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from tablero.exportar.cuadro import PALABRA, Columna, Tipo, filas
from tablero.exportar.llevar import cuadro
from tablero.exportar.llevar.acerca_de import CLAVE, acerca_de
from tablero.exportar.llevar.llevada import Llevada
from tablero.un_json import Json, Objeto

DE_ARROW: dict[Tipo, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}
"""El de las fechas no es de aquí: `date32`, que no lleva hora."""


def objeto(llevada: Llevada) -> Objeto:
    """Lo que la defiende, sus columnas y sus filas, con los nombres y los números de programas."""
    columnas = cuadro.de_programas(llevada)
    nombres = [columna.nombre for columna in columnas]
    return {
        "acerca_de": acerca_de(llevada),
        "columnas": _dichas(columnas),
        "filas": [dict(zip(nombres, fila, strict=True)) for fila in filas(columnas)],
    }


def a_json(llevada: Llevada) -> bytes:
    """El objeto en UTF-8, siempre en el mismo orden; las fechas, en ISO."""
    return en_bytes(objeto(llevada))


def json_de_pagina(llevadas: Sequence[Llevada], titulo: str) -> bytes:
    """Los objetos de todas, en su orden."""
    return en_bytes({"titulo": titulo, "tarjetas": [objeto(llevada) for llevada in llevadas]})


def a_parquet(llevada: Llevada) -> bytes:
    """Los datos con el tipo de cada columna; lo que los defiende va en la clave `tablero`.

    Los mismos datos dan el mismo archivo.
    """
    columnas = cuadro.de_programas(llevada)
    acerca = {"acerca_de": acerca_de(llevada), "columnas": _dichas(columnas)}
    esquema = pa.schema(
        [(columna.nombre, DE_ARROW.get(columna.tipo, pa.date32())) for columna in columnas],
        metadata={CLAVE: en_bytes(acerca)},
    )
    tabla = pa.Table.from_arrays(
        [
            pa.array(columna.valores, type=campo.type)
            for columna, campo in zip(columnas, esquema, strict=True)
        ],
        schema=esquema,
    )
    salida = io.BytesIO()
    pq.write_table(tabla, salida, compression="zstd")
    return salida.getvalue()


def en_bytes(valor: Json) -> bytes:
    """JSON legible, sin `NaN`: lo que falta es `null`."""
    texto = json.dumps(valor, ensure_ascii=False, indent=1, allow_nan=False, default=_fecha)
    return texto.encode("utf-8") + b"\n"


def _dichas(columnas: Sequence[Columna]) -> list[Objeto]:
    return [
        {
            "nombre": columna.nombre,
            "encabezado": columna.encabezado,
            "tipo": PALABRA[columna.tipo],
            "unidad": columna.unidad or None,
            "descripcion": columna.descripcion or None,
        }
        for columna in columnas
    ]


def _fecha(valor: Json) -> str:
    return str(valor.isoformat())
