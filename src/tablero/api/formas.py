"""En qué formas se da una tabla, y cuál pide alguien."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from tablero.api.campos import Campo
from tablero.api.fallas import Falla
from tablero.consultas.base import FuenteCitada
from tablero.exportar.csv_oficial import Dialecto, a_csv
from tablero.modelo import Tabla
from tablero.un_json import Json

MIME_JSON = "application/json"
MIME_CSV = "text/csv; charset=utf-8; header=present"
TIPOS_ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
}


@dataclass(frozen=True)
class Compania:
    """Lo que acompaña a unas filas."""

    dichos: Mapping[str, str]
    """Lo mismo que en JSON (edición, licencia, enlace…), cada cosa ya escrita."""
    fuentes: Sequence[FuenteCitada]
    """Las del tablero: de ellas sale el documento de cada fila."""
    tabla: type[Tabla] | None
    """La que se da, si es una del modelo."""


@dataclass(frozen=True)
class Forma:
    """Una manera de escribir una tabla."""

    codigo: str
    extension: str
    mime: str
    escribir: Callable[[pd.DataFrame, Sequence[Campo], Compania], bytes] | None
    """Recibe las filas, sus columnas y su compañía; `None` es JSON, que lleva más."""


def a_json(contenido: Json) -> bytes:
    """JSON en UTF-8, con las fechas en ISO; `ValueError` si trae un número que no es finito."""
    return json.dumps(
        contenido, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_fecha
    ).encode()


def _fecha(valor: object) -> str:
    if isinstance(valor, date | datetime):
        return valor.isoformat()
    raise TypeError(f"no se sabe escribir {type(valor).__name__} en JSON")


def _csv(
    datos: pd.DataFrame, _campos: Sequence[Campo], compania: Compania, *, dialecto: Dialecto
) -> bytes:
    return a_csv(datos, dialecto, compania.fuentes, compania.tabla)


def _parquet(datos: pd.DataFrame, campos: Sequence[Campo], compania: Compania) -> bytes:
    """Parquet con los tipos del modelo y, en los metadatos, qué es cada columna y de dónde sale."""
    esquema = pa.schema(
        [
            pa.field(
                campo.nombre,
                TIPOS_ARROW[campo.tipo],
                metadata={
                    "titulo": campo.titulo,
                    "descripcion": campo.descripcion,
                    "unidad": campo.unidad,
                },
            )
            for nombre in datos.columns
            for campo in campos
            if campo.nombre == nombre
        ],
        metadata=dict(compania.dichos),
    )
    salida = io.BytesIO()
    pq.write_table(pa.Table.from_pandas(datos, schema=esquema, preserve_index=False), salida)
    return salida.getvalue()


JSON = Forma("json", "json", MIME_JSON, None)
FORMAS: Mapping[str, Forma] = {
    forma.codigo: forma
    for forma in (
        JSON,
        Forma(
            "csv",
            "csv",
            MIME_CSV,
            partial(_csv, dialecto="maquina"),
        ),
        Forma(
            "excel",
            "csv",
            MIME_CSV,
            partial(_csv, dialecto="excel"),
        ),
        Forma("parquet", "parquet", "application/vnd.apache.parquet", _parquet),
    )
}
POR_EXTENSION = {".json": "json", ".csv": "csv", ".parquet": "parquet"}
POR_MIME = {
    "*/*": "json",
    "application/*": "json",
    MIME_JSON: "json",
    "text/*": "csv",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
}


def elegir(extension: str, pedida: str | None, acepta: str) -> Forma:
    """La de la extensión, la de `formato=` o la primera de Accept que se pueda, en ese orden."""
    if (
        extension
        and pedida is not None
        and FORMAS[POR_EXTENSION[extension]].extension
        != (FORMAS[pedida].extension if pedida in FORMAS else "")
    ):
        raise Falla(
            "pedido-invalido", f"La dirección termina en «{extension}» y «formato» pide otra cosa."
        )
    if pedida is not None:
        if pedida not in FORMAS:
            raise Falla("pedido-invalido", f"«formato» es uno de estos: {', '.join(FORMAS)}.")
        return FORMAS[pedida]
    if extension:
        return FORMAS[POR_EXTENSION[extension]]
    return FORMAS[_aceptada(acepta, POR_MIME)]


def exigir(acepta: str, mime: str) -> None:
    """`Falla` si quien pide no acepta ese tipo, que es el único en que se da."""
    familia = f"{mime.partition('/')[0]}/*"
    _aceptada(acepta, dict.fromkeys(("*/*", familia, mime), mime))


def _aceptada(acepta: str, conocidos: Mapping[str, str]) -> str:
    """El formato de más peso en la cabecera Accept; entre iguales, el que va primero."""
    pesos: dict[str, float] = {}
    for parte in acepta.split(","):
        mime, *opciones = (trozo.strip().lower() for trozo in parte.split(";"))
        peso = next((_peso(o[2:]) for o in opciones if o.startswith("q=")), 1.0)
        if mime in conocidos and peso > 0:
            pesos.setdefault(conocidos[mime], peso)
    if not acepta.strip():
        return next(iter(conocidos.values()))
    if not pesos:
        hay = ", ".join(dict.fromkeys(m for m in conocidos if "*" not in m))
        raise Falla("formato-no-disponible", f"Se da en: {hay}.")
    return max(pesos, key=lambda codigo: pesos[codigo])


def _peso(dicho: str) -> float:
    try:
        return float(dicho)
    except ValueError:
        return 0.0
