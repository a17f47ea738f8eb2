"""Escribe los libros de seguimiento de una simulación: una carpeta por política y corte."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from zlib import crc32

import numpy as np

from tablero.errores import ErrorTablero
from tablero.simulacion.fichas import escribir_ficha
from tablero.simulacion.seguimiento import vocabulario
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.formulas import MESES_POR_TRIMESTRE, TRIMESTRES, Periodo
from tablero.simulacion.seguimiento.historia import Inventado, inventar, producto
from tablero.simulacion.seguimiento.libro import Forma, armar
from tablero.simulacion.seguimiento.sucesos import SUCESOS, ULTIMO, libro

CARPETA, DISENO = "seguimiento", "SISPP"
ANIOS = tuple(range(2023, 2036))
MAX_POLITICAS, MAX_CORTES = 99, 12
"""Doce trimestres son toda la historia: de 2023 a 2025."""
POLITICAS_PARA_REPARTIR = 4
"""Con menos, abrir otro proceso tarda más que escribirlas."""


@dataclass(frozen=True)
class PoliticaInventada:
    """Una política y toda su historia."""

    codigo: str
    nombre: str
    productos: Sequence[Inventado]
    resultados: Sequence[Inventado]
    """Los indicadores de resultado (N.N)."""
    entrante: Inventado
    """El producto que entra cuando otro sale."""


def crear(semilla: int, numero: int, productos: int) -> PoliticaInventada:
    """La política 1, 2… de una semilla; la primera es la del informe de la SDP."""
    codigo, nombre = vocabulario.politica(numero)
    azar = np.random.default_rng([semilla, crc32(codigo.encode())])
    propios = inventar(azar, productos, ANIOS, ULTIMO)
    codigos = dict.fromkeys(p.resultado for p in propios)
    return PoliticaInventada(
        codigo,
        nombre,
        propios,
        [_resultado(azar, n, c) for n, c in enumerate(codigos)],
        _entrante(azar, propios),
    )


def exigir(politicas: int, cortes: int) -> None:
    """`ErrorTablero` si se piden más políticas o cortes de los que hay."""
    if not 0 <= politicas <= MAX_POLITICAS:
        raise ErrorTablero(f"Las políticas van de 0 a {MAX_POLITICAS}.")
    if not 1 <= cortes <= MAX_CORTES:
        raise ErrorTablero(f"Los cortes van de 1 a {MAX_CORTES}.")


def escribir(
    destino: Path, semilla: int, *, politicas: int, productos: int, cortes: int
) -> list[tuple[Path, int]]:
    """Los libros de `politicas`, cada uno en `seguimiento/<política>/<corte>/` con su ficha.

    Devuelve cada uno con cuántas filas lleva. Son los últimos `cortes` trimestres de la historia.
    """
    tareas = [(destino, semilla, numero, productos, cortes) for numero in range(1, politicas + 1)]
    nucleos = min(os.cpu_count() or 1, politicas)
    if politicas < POLITICAS_PARA_REPARTIR or nucleos == 1:
        return _juntar(map(_escribir_politica, tareas))
    with ProcessPoolExecutor(nucleos, mp_context=get_context("spawn")) as procesos:
        return _juntar(procesos.map(_escribir_politica, tareas))


def ultimos(cortes: int) -> list[Periodo]:
    """Los últimos trimestres de la historia, en orden."""
    anio, trimestre = ULTIMO
    final = anio * len(TRIMESTRES) + trimestre - 1
    return [
        (n // len(TRIMESTRES), n % len(TRIMESTRES) + 1)
        for n in range(final - cortes + 1, final + 1)
    ]


def cierre(corte: Periodo) -> date:
    """El último día de un trimestre."""
    anio, trimestre = corte
    siguiente, mes = divmod(trimestre * MESES_POR_TRIMESTRE, 12)
    return date(anio + siguiente, mes + 1, 1) - timedelta(days=1)


def _juntar(partes: Iterable[list[tuple[Path, int]]]) -> list[tuple[Path, int]]:
    return [escrito for parte in partes for escrito in parte]


def _escribir_politica(tarea: tuple[Path, int, int, int, int]) -> list[tuple[Path, int]]:
    destino, semilla, numero, productos, cortes = tarea
    politica = crear(semilla, numero, productos)
    escritos = []
    for corte in ultimos(cortes):
        dia = cierre(corte)
        carpeta = destino / CARPETA / politica.codigo / dia.isoformat()
        carpeta.mkdir(parents=True)
        filas = libro(politica.productos, politica.resultados, politica.entrante, ANIOS, corte)
        ruta = carpeta / f"{politica.codigo}.xlsx"
        escribir_xlsx(ruta, armar(filas, Forma(ANIOS, corte)))
        titulo = f"Libro de seguimiento ({DISENO}) de {politica.nombre}"
        escribir_ficha(ruta, titulo, dia, politica_nombre=politica.nombre)
        escritos.append((ruta, len(filas)))
    return escritos


def _resultado(azar: np.random.Generator, numero: int, codigo: str) -> Inventado:
    nombre, indicador = vocabulario.resultado(numero)
    base = producto(azar, numero, 0, "alto", ANIOS, ULTIMO)
    return replace(base, codigo=codigo, nombre=nombre, indicador_nombre=indicador)


def _entrante(azar: np.random.Generator, propios: Sequence[Inventado]) -> Inventado:
    """Sigue al último de su resultado y empieza el año en que entra."""
    ultimo, (entra, _) = propios[-1], SUCESOS[0]
    anios = tuple(a for a in ANIOS if a >= entra[0])
    nuevo = producto(azar, len(propios), 0, "alto", anios, ULTIMO)
    suelto = int(ultimo.codigo.rpartition(".")[2])
    reportes = {periodo: v for periodo, v in nuevo.reportes.items() if periodo >= entra}
    return replace(nuevo, codigo=f"{ultimo.resultado}.{suelto + 1}", reportes=reportes)
