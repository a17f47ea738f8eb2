"""Escribe los planes de acción de una simulación: una carpeta por política y versión."""

from collections.abc import Sequence
from pathlib import Path

from tablero.simulacion.fichas import escribir_ficha
from tablero.simulacion.plan.escribir import escribir_plan
from tablero.simulacion.plan.fallas import estropear
from tablero.simulacion.plan.hoja import FILA_DATOS, armar
from tablero.simulacion.plan.mundo import VERSIONES, numero_y_anio, prometer
from tablero.simulacion.seguimiento.corpus import ANIOS, PoliticaInventada, crear

CARPETA = "plan_accion"
DESCUIDOS = {"v1-23": ("formula_distinta",), "v2-25": ()}
"""Lo que cada versión trae para revisar: nada que cambie una cifra."""


def escribir(
    destino: Path, semilla: int, *, politicas: int, productos: int
) -> list[tuple[Path, int]]:
    """Las versiones de cada política, en `plan_accion/<política>/<versión>/`, con su ficha.

    Devuelve cada libro con cuántas filas lleva.
    """
    return [
        escrito
        for numero in range(1, politicas + 1)
        for escrito in _de_la_politica(destino, crear(semilla, numero, productos))
    ]


def _de_la_politica(destino: Path, politica: PoliticaInventada) -> Sequence[tuple[Path, int]]:
    escritos = []
    for version, desde in VERSIONES:
        carpeta = destino / CARPETA / politica.codigo / version
        carpeta.mkdir(parents=True)
        hoja = estropear(armar(prometer(politica, ANIOS, version)), ANIOS, DESCUIDOS[version])
        ruta = escribir_plan(carpeta / f"PA_{politica.codigo}_{version}.xlsx", hoja)
        numero, anio = numero_y_anio(version)
        texto = f"versión {numero} de {anio}"
        escribir_ficha(
            ruta,
            f"Plan de acción de {politica.nombre}, {texto}",
            desde,
            corte_texto=f"{texto} (simulada)",
            politica_nombre=politica.nombre,
            version_codigo=version,
        )
        escritos.append((ruta, len(hoja.celdas) - FILA_DATOS))
    return escritos
