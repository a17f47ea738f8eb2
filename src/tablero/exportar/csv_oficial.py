"""CSV en dos dialectos: «máquina», para programas, y «excel», para hojas de cálculo de Colombia."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from tablero.consultas.base import FuenteCitada
from tablero.exportar.cuadro import de_personas, filas
from tablero.modelo import Tabla

Dialecto = Literal["maquina", "excel"]

PELIGROSO = re.compile(r"\"*[=+\-@\t\r\n]")
"""Un texto que empieza así lo ejecuta una hoja de cálculo como fórmula.

Las comillas de delante no lo impiden: hay programas que las quitan todas.
"""
TRAS_SEPARADOR = re.compile(r"([;,\t\r\n][\"' ]*)(?=[=+\-@])")
"""Lo mismo, en medio del texto: abierto como el otro dialecto, ahí empieza una celda.

Las comillas del archivo no lo impiden: solo cuentan si abren la celda, y la celda ya es otra.
"""


@dataclass(frozen=True)
class Forma:
    """Cómo escribe los valores un dialecto."""

    separador: str
    coma_decimal: bool
    marca: bytes
    verdadero: str
    falso: str


FORMAS: dict[Dialecto, Forma] = {
    "maquina": Forma(",", coma_decimal=False, marca=b"", verdadero="true", falso="false"),
    "excel": Forma(";", coma_decimal=True, marca=b"\xef\xbb\xbf", verdadero="sí", falso="no"),
}


def a_csv(
    datos: pd.DataFrame,
    dialecto: Dialecto,
    fuentes: Iterable[FuenteCitada] = (),
    tabla: type[Tabla] | None = None,
) -> bytes:
    """Los datos como CSV: RFC 4180 («máquina») o `;`, coma decimal y BOM («excel»).

    «máquina» lleva los nombres de las columnas, que son su contrato. «excel» lleva encabezados para
    personas, los decimales como se leen y completos, y de qué documento sale cada fila: por eso
    pide las `fuentes` y, si los datos son una tabla entera, su clase. En los dos, las fechas van en
    ISO, lo que no se publica queda vacío y los textos que una hoja de cálculo ejecutaría llevan un
    apóstrofo delante.
    """
    if dialecto == "maquina":
        columnas = [datos[nombre].tolist() for nombre in datos.columns]
        return escribir(map(str, datos.columns), zip(*columnas, strict=True), dialecto)
    legibles = de_personas(datos, fuentes, tabla)
    return escribir([c.encabezado for c in legibles], filas(legibles), dialecto)


def escribir(
    encabezados: Iterable[str], filas: Iterable[Sequence[object]], dialecto: Dialecto
) -> bytes:
    """Un CSV con esos encabezados y esas filas, en ese dialecto."""
    forma = FORMAS[dialecto]
    salida = io.StringIO(newline="")
    escritor = csv.writer(salida, delimiter=forma.separador, lineterminator="\r\n")
    escritor.writerow(map(neutralizar, encabezados))
    escritor.writerows([_celda(valor, forma) for valor in fila] for fila in filas)
    return forma.marca + salida.getvalue().encode("utf-8")


def _celda(valor: object, forma: Forma) -> str:
    if valor is None or valor is pd.NA or valor is pd.NaT:
        return ""
    if isinstance(valor, bool):
        return forma.verdadero if valor else forma.falso
    if isinstance(valor, str):
        return neutralizar(valor)
    if isinstance(valor, float):
        return _decimal(valor, forma)
    return valor.isoformat() if isinstance(valor, date) else str(valor)


def _decimal(valor: float, forma: Forma) -> str:
    """El número más corto que vuelve a dar el mismo valor a doce cifras, sin exponente."""
    if pd.isna(valor):
        return ""
    texto = f"{valor:.12g}"
    if "e" in texto:
        texto = f"{valor:.12f}".rstrip("0").rstrip(".")
    return texto.replace(".", ",") if forma.coma_decimal else texto


def neutralizar(texto: str) -> str:
    """El texto, con un apóstrofo delante de lo que una hoja de cálculo tomaría por fórmula.

    Al comienzo, y después de un separador de cualquiera de los dos dialectos, un tabulador o un
    salto de renglón: «x;=cmd()» → «x;'=cmd()». Nada se quita: sin esos apóstrofos es el de antes.
    """
    salvo = TRAS_SEPARADOR.sub(r"\1'", texto)
    return f"'{salvo}" if PELIGROSO.match(texto) else salvo
