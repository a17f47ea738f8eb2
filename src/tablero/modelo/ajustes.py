"""Los ajustes aprobados de una política: qué cambió, de cuánto a cuánto y con qué acto."""

from datetime import date
from typing import Literal

from tablero.modelo.base import ConFuente, columna
from tablero.modelo.codigos import CODIGO_INDICADOR

QueSeAjusta = Literal[
    "entra",
    "sale",
    "ponderación",
    "tipo",
    "línea base",
    "meta de un año",
    "meta final",
    "periodicidad",
    "fecha de inicio",
    "fecha de fin",
    "reporte de un trimestre",
    "nombre",
    "nombre del indicador",
    "sector",
    "entidad",
]
"""Lo que un acto puede cambiar de un producto."""


class PoliticaAjuste(ConFuente):
    """Los ajustes aprobados: la razón de que un producto ya no diga lo mismo.

    Es un registro que crece: un solo libro, al que se le agregan filas.
    """

    tabla = "politica_ajustes"
    hoja = "Ajustes"
    clave = ("politica_codigo", "ajuste_numero")

    politica_codigo: str = columna(
        "Código de la política",
        "En minúsculas, sin acentos ni espacios.",
        pattern=r"^[a-z0-9_]+$",
    )
    ajuste_numero: int = columna("Número", "El del registro: no se repite.", ge=1)
    producto_codigo: str = columna(
        "Código del producto",
        "Tres números: 1.1.4; dos, si lo que cambió es de un resultado: 1.1.",
        pattern=CODIGO_INDICADOR,
    )
    que: QueSeAjusta = columna("Qué cambió", "Un dato por fila.")
    anio: int | None = columna(
        "Año", "Solo si cambió la meta o el reporte de un año.", default=None, ge=2000, le=2100
    )
    trimestre: int | None = columna(
        "Trimestre", "De 1 a 4; solo si cambió un reporte.", default=None, ge=1, le=4
    )
    de: str | None = columna(
        "De", "Lo que decía, como texto: 1.200; 5 %; 2027-12-31. Vacío si no decía.", default=None
    )
    a: str | None = columna(
        "A", "Lo que dice ahora, como texto. Vacío si ya no dice nada.", default=None
    )
    ajuste_fecha: date = columna("Fecha del acto", "El día en que se aprobó.")
    acto: str = columna("Acto", "Cuál: «Acta 12 del Comité».", min_length=1)
    nota: str | None = columna("Nota", "Lo que conviene saber.", default=None)
