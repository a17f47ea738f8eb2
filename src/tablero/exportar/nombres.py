"""Cómo se llaman los archivos que alguien se lleva."""

from collections.abc import Iterable

from tablero.exportar.csv_oficial import Dialecto
from tablero.texto import para_archivo

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

    `corte` es el de `respuestas.cortes`, o vacío. Una parte que empieza con lo que termina la
    anterior no lo repite: `producto_linea` y «producto 3.1.7» dan `producto_linea_3_1_7`.
    """
    palabras: list[str] = []
    for parte in (tabla, *filtros):
        palabras += _sin_repetir(palabras, _palabras(parte))
    propio = "_".join(palabras)
    if propio in RESERVADOS or not propio:
        propio = f"tabla_{propio}".rstrip("_")
    cola = [para_archivo(corte, guion=True)] if corte else []
    if dialecto == "excel" and extension == "csv":
        cola.append("excel")
    espacio = MAX_NOMBRE - sum(len(parte) + 1 for parte in cola)
    return "_".join([propio[:espacio].rstrip("_"), *cola]) + f".{extension}"


def _palabras(texto: str) -> list[str]:
    return [palabra for palabra in para_archivo(texto).split("_") if palabra]


def _sin_repetir(antes: list[str], nuevas: list[str]) -> list[str]:
    """Las palabras nuevas sin su comienzo, si lo que va antes lo trae al final o al principio."""
    for cuantas in range(min(len(antes), len(nuevas)), 0, -1):
        comienzo = nuevas[:cuantas]
        if not comienzo[0].isdigit() and comienzo in (antes[-cuantas:], antes[:cuantas]):
            return nuevas[cuantas:]
    return nuevas
