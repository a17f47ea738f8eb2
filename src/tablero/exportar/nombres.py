"""Cómo se llaman los archivos que alguien se lleva."""

import re
from collections.abc import Iterable
from datetime import date

from tablero import formato
from tablero.consultas.base import FuenteCitada
from tablero.exportar.csv_oficial import Dialecto
from tablero.texto import a_codigo

MAX_LETRAS = 80
"""De cada parte de un nombre."""
MAX_NOMBRE = 180
"""De todas: con la carpeta donde se guarda, Windows no admite más de 260."""
RESERVADOS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}
)
"""Los que Windows no deja usar, lleven la extensión que lleven."""


def nombre_de_archivo(
    tabla: str, filtros: Iterable[str], corte: str, dialecto: Dialecto, extension: str
) -> str:
    """`transferencias_arauca_2025-11-30_excel.csv`: tabla, filtros, corte y dialecto.

    `corte` es el de `corte_de`, o vacío. Una parte que empieza con lo que termina la anterior no lo
    repite: `producto_linea` y «producto 3.1.7» dan `producto_linea_3_1_7`.
    """
    palabras: list[str] = []
    for parte in (tabla, *filtros):
        palabras += _sin_repetir(palabras, _palabras(parte))
    propio = "_".join(palabras)
    if propio in RESERVADOS or not propio:
        propio = f"tabla_{propio}".rstrip("_")
    cola = [simple(corte, guion=True)] if corte else []
    if dialecto == "excel" and extension == "csv":
        cola.append("excel")
    espacio = MAX_NOMBRE - sum(len(parte) + 1 for parte in cola)
    return "_".join([propio[:espacio].rstrip("_"), *cola]) + f".{extension}"


def corte_de(fuentes: Iterable[FuenteCitada]) -> str:
    """El corte más reciente de unas fuentes, como va en el nombre de un archivo."""
    reciente = max(fuentes, key=lambda f: f.corte_fecha, default=None)
    if reciente is None:
        return ""
    return formato.corte_en_nombre(reciente.corte_texto, reciente.corte_fecha)


def corte_del_dia(fuentes: Iterable[FuenteCitada], dia: date) -> str:
    """El corte de esa fecha, como va en un nombre: con las palabras de la fuente que lo tiene."""
    return corte_de(f for f in fuentes if f.corte_fecha == dia) or dia.isoformat()


def simple(texto: str, *, guion: bool = False) -> str:
    """Minúsculas sin acentos, con guiones bajos en lugar de lo demás y sin pasarse de largo."""
    partes = re.split("[-–—]", texto) if guion else [texto]
    return "-".join(filter(None, map(a_codigo, partes)))[:MAX_LETRAS].rstrip("_-")


def _palabras(texto: str) -> list[str]:
    return [palabra for palabra in simple(texto).split("_") if palabra]


def _sin_repetir(antes: list[str], nuevas: list[str]) -> list[str]:
    """Las palabras nuevas sin su comienzo, si lo que va antes lo trae al final o al principio."""
    for cuantas in range(min(len(antes), len(nuevas)), 0, -1):
        comienzo = nuevas[:cuantas]
        if not comienzo[0].isdigit() and comienzo in (antes[-cuantas:], antes[:cuantas]):
            return nuevas[cuantas:]
    return nuevas
