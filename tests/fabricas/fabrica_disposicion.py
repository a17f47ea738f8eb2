"""Un libro de seguimiento con cualquier disposición: encabezados en otras filas, columnas de más…

Escribe a mano lo que haría una persona; no usa el generador del tablero ni su diseño.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from tablero.simulacion.seguimiento.datos import IndicadorInventado

TRIMESTRES = (1, 2, 3, 4)
ORDINAL = {1: "1er", 2: "2o", 3: "3er", 4: "4o"}
ROMANO = {1: "I", 2: "II", 3: "III", 4: "IV"}
FIJAS: dict[str, tuple[str, ...]] = {
    "estado": ("Estado del Indicador", "Estado", "ESTADO"),
    "codigo": ("Indicador esperado", "Código", "Producto esperado"),
    "nombre": ("Nombre del Indicador", "Nombre indicador"),
    "sector": ("Sector Responsable", "Sector", "SECTOR LÍDER"),
    "entidad": ("Entidad Responsable", "Entidad"),
    "ponderacion": ("Ponderación relativa (%)", "Ponderación", "Importancia relativa"),
    "linea_base": ("Valor Linea Base", "Línea base"),
    "anualizacion_tipo": ("Tipo de anualización", "Tipo anualización"),
    "periodicidad": ("Periodicidad de medición", "Periodicidad"),
    "inicio": ("Fecha de Inicio", "Fecha inicio"),
    "fin": ("Fecha de Finalización", "Fecha de  terminación"),
    "trimestre": ("Corte del último reporte", "Corte"),
    "anio": ("Año del último reporte", "Año del reporte"),
}
"""Dato → cómo puede titularse su columna."""
BLOQUES = {
    "avance": "AVANCE Y SEGUIMIENTO",
    "metas": "METAS PROGRAMADAS",
    "pav": "Avance Cuantitativo de la Vigencia / Meta programada de la vigencia ",
    "pahv": "Avance Acumulado / Meta acumulada hasta la Vigencia",
    "paa": "Avance Acumulado del Año / Meta Final ",
    "ajeno": "PRESUPUESTO ASIGNADO",
}
Valor = Callable[[IndicadorInventado], Any]


@dataclass
class Columna:
    """Lo que lleva una columna: en su encabezado, por fila, y en cada indicador."""

    valor: Valor
    bloque: str = ""
    """Encabezado del bloque, si empieza en ella."""
    anio: Any = None
    """En la fila de los años."""
    rotulo: Any = None
    """En la de los trimestres."""
    titulo: str = ""
    """De una columna fija."""
    combina: int = 1
    """Cuántas columnas abarca la celda del año."""
    combina_bloque: int = 1
    """Cuántas, la del encabezado de su bloque."""
    es_de_mas: bool = False


@dataclass(frozen=True)
class Disposicion:
    """Cómo está puesto el libro."""

    arriba: int = 2
    """Filas antes de los encabezados de los bloques."""
    fila_de_titulos: int = 2
    """Desde la de los bloques."""
    fila_de_metas: int = 1
    """Donde van los años de metas y porcentajes."""
    trimestre: str = "Q{q}"
    anio: str | None = None
    """Cómo se escribe un año: `None` es un número."""
    anio_sobre_trimestres: bool = True
    combinados: bool = False
    bloques_combinados: bool = False
    acumulado: str | None = "{anio}"
    """`None` es que sus columnas no dicen nada."""
    meta_acumulada: bool = True
    con_porcentajes: bool = True
    orden: tuple[str, ...] = ("avance", "metas", "pav", "pahv", "paa")
    fijas_al_final: bool = False
    variante: int = 0
    """De los títulos de las columnas fijas."""
    mayusculas: bool = False
    de_mas: tuple[tuple[int, str], ...] = ()
    """Columnas ajenas: en qué lugar de la lista y qué título llevan."""
    hoja: str = "Avance Cuantitativo"

    @property
    def filas_del_encabezado(self) -> int:
        """Cuántas filas hay antes de los datos."""
        return self.arriba + 3


@dataclass
class Armado:
    """Las celdas y dónde quedó cada columna."""

    celdas: list[list[Any]]
    columnas: list[Columna] = field(default_factory=list)
    combinadas: list[tuple[int, int, int, Any]] = field(default_factory=list)


def armar(
    indicadores: list[IndicadorInventado],
    anios: tuple[int, ...],
    corte: tuple[int, int],
    como: Disposicion,
) -> Armado:
    """La hoja cuantitativa con esa disposición."""
    bloques = [c for b in como.orden for c in _de_bloque(b, anios, como)]
    fijas = list(_fijas(corte, como))
    columnas = [*bloques, *fijas] if como.fijas_al_final else [*fijas, *bloques]
    for lugar, titulo in sorted(como.de_mas, reverse=True):
        columnas.insert(lugar % (len(columnas) + 1), _de_mas(titulo))
    base, ancho = como.arriba, len(columnas)
    hoja: list[list[Any]] = [[None] * ancho for _ in range(base + 3)]
    armado = Armado(hoja, columnas)
    for c, columna in enumerate(columnas):
        for fila, escrito in _encabezado(columna, como):
            if escrito is not None:
                hoja[base + fila][c] = escrito
        if como.combinados and columna.combina > 1 and columna.anio is not None:
            armado.combinadas.append((base + 1, c, c + columna.combina - 1, columna.anio))
        if como.bloques_combinados and columna.combina_bloque > 1:
            hasta = min(c + columna.combina_bloque - 1, ancho - 1)
            armado.combinadas.append((base, c, hasta, columna.bloque))
    hoja += [[columna.valor(dato) for columna in columnas] for dato in indicadores]
    return armado


def escribir(ruta: Path, armado: Armado, como: Disposicion) -> Path:
    """Guarda la hoja en un .xlsx."""
    with xlsxwriter.Workbook(ruta, {"strings_to_formulas": False}) as libro:
        hoja = libro.add_worksheet(como.hoja)
        for f, fila in enumerate(armado.celdas):
            for c, valor in enumerate(fila):
                if valor is not None:
                    hoja.write(f, c, valor)
        for fila, desde, hasta, valor in armado.combinadas:
            hoja.merge_range(fila, desde, fila, hasta, valor)
    return ruta


def _encabezado(columna: Columna, como: Disposicion) -> Iterator[tuple[int, Any]]:
    def escribir(texto: Any) -> Any:
        return texto.upper() if como.mayusculas and isinstance(texto, str) else texto

    if columna.titulo:
        yield como.fila_de_titulos, escribir(columna.titulo)
    if columna.bloque:
        yield 0, escribir(columna.bloque)
    if columna.rotulo is not None:
        yield 2, escribir(columna.rotulo)
    if columna.anio is not None:
        # Los años de los trimestres van encima; los demás, donde diga la disposición.
        fila = 1 if columna.combina > 1 or columna.rotulo is not None else como.fila_de_metas
        yield fila, escribir(columna.anio)


def _fijas(corte: tuple[int, int], como: Disposicion) -> Iterator[Columna]:
    anio, trimestre = corte
    valores: dict[str, Valor] = {
        "estado": lambda d: d.estado,
        "codigo": lambda d: f"{d.codigo}. {d.nombre}",
        "nombre": lambda d: d.indicador_nombre or d.nombre,
        "sector": lambda d: d.sector,
        "entidad": lambda d: d.entidad,
        "ponderacion": lambda d: d.ponderacion,
        "linea_base": lambda d: d.linea_base,
        "anualizacion_tipo": lambda d: d.anualizacion_tipo,
        "periodicidad": lambda d: d.periodicidad,
        "inicio": lambda d: _serial(d.inicio),
        "fin": lambda d: _serial(d.fin),
        "trimestre": lambda _: f"Q{trimestre}",
        "anio": lambda _: anio,
    }
    yield Columna(lambda _: 1, titulo="Indicador No.")
    yield Columna(lambda _: "1.", titulo="Key")
    for campo, titulos in FIJAS.items():
        yield Columna(valores[campo], titulo=titulos[como.variante % len(titulos)])


def _de_bloque(bloque: str, anios: tuple[int, ...], como: Disposicion) -> Iterator[Columna]:
    columnas = list(_sin_encabezado(bloque, anios, como))
    if columnas:
        columnas[0].bloque = BLOQUES[bloque]
        columnas[0].combina_bloque = len(columnas)
    yield from columnas


def _sin_encabezado(bloque: str, anios: tuple[int, ...], como: Disposicion) -> Iterator[Columna]:
    def de(anio: int) -> Any:
        return anio if como.anio is None else como.anio.format(anio=anio)

    if bloque == "avance":
        for anio in anios:
            for q in TRIMESTRES:
                rotulo = como.trimestre.format(q=q, ord=ORDINAL[q], rom=ROMANO[q], anio=anio)
                encima = de(anio) if q == 1 and como.anio_sobre_trimestres else None
                yield Columna(_de((anio, q), "reportes"), rotulo=rotulo, anio=encima, combina=4)
        for anio in anios:
            dicho = como.acumulado
            escrito = None if dicho is None else dicho.format(anio=anio)
            numero = (
                int(escrito) if escrito and escrito.isdigit() and como.anio is None else escrito
            )
            yield Columna(_de(anio, "acumulados"), anio=numero)
    elif bloque == "metas":
        for anio in anios:
            yield Columna(_de(anio, "metas"), anio=de(anio))
        yield Columna(lambda d: d.meta_final, anio="Meta Final")
        for anio in anios if como.meta_acumulada else ():
            yield Columna(_de(anio, "metas_acumuladas"), anio=de(anio))
    elif bloque == "ajeno":
        for anio in anios:
            yield Columna(lambda _: 987_654.0, anio=de(anio), es_de_mas=True)
    elif como.con_porcentajes:
        for anio in anios:
            yield Columna(_de(anio, bloque), anio=de(anio))


def _de(clave: Any, campo: str) -> Valor:
    return lambda dato: getattr(dato, campo).get(clave)


def _de_mas(titulo: str) -> Columna:
    """Una columna que no es del libro: si se leyera, se notaría."""
    return Columna(lambda _: 987_654.0, rotulo=titulo or None, es_de_mas=True)


def _serial(dia: date | None) -> int | None:
    return None if dia is None else (dia - date(1899, 12, 30)).days
