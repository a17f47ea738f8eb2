"""Valores inventados del IPT: factores comunes y ruido, con semilla; solo para probar."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from fabrica_sello import sellar_todo

from tablero import rutas
from tablero.derivados.plantilla_excel import escribir_libro
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.modelo import LIBROS
from tablero.modelo.eat import IptPriorizado
from tablero.modelo.territorio import Municipio

CORTE = "2024-12-31"
EDICION = "2024"
SIN_UN_VALOR = "91001"
INDICADORES = 9
ESCALAS = (40.0, 12.0, 8.0, 30.0, 25.0, 15.0, 3.0, 6.0, 5.0)
INVERTIDOS = (4, 5, 6)
"""Los indicadores donde, por defecto, menos es más prioridad."""

Fila = dict[str, Any]


def inventar(municipios: Sequence[str], *, semilla: int = 7, edicion: str = EDICION) -> list[Fila]:
    """Una fila por municipio e indicador: dos factores latentes, ruido y unidades distintas."""
    azar = np.random.default_rng(semilla)
    factores = azar.normal(size=(len(municipios), 2))
    mezcla = np.column_stack([np.full(INDICADORES, 0.9), azar.uniform(-0.5, 0.8, INDICADORES)])
    crudos = np.exp(0.35 * (factores @ mezcla.T + azar.normal(size=(len(municipios), INDICADORES))))
    filas = []
    for i, municipio in enumerate(municipios):
        for j in range(INDICADORES):
            valor = ESCALAS[j] * crudos[i, j]
            if j + 1 in INVERTIDOS:
                valor = ESCALAS[j] * 4 / (1 + crudos[i, j])
            filas.append(
                {
                    "municipio_codigo": municipio,
                    "indicador_orden": j + 1,
                    "edicion": edicion,
                    "valor": round(float(valor), 4),
                    "ubicacion": "Valores inventados",
                }
            )
    return filas


def poner_libro(
    fuentes: Path,
    valores: Iterable[Fila],
    direcciones: Iterable[Fila] = (),
    *,
    corte: str = CORTE,
    sin_direcciones: bool = False,
) -> Path:
    """Escribe y sella el libro `ipt_valores` en una copia de las fuentes; devuelve su ruta."""
    carpeta = fuentes / "ipt_valores" / corte
    carpeta.mkdir(parents=True, exist_ok=True)
    libro = carpeta / "ipt_valores.xlsx"
    tablas = LIBROS["ipt_valores"]
    escribir_libro(
        libro,
        tablas[:1] if sin_direcciones else tablas,
        {"ipt_valores": list(valores), "ipt_direcciones": list(direcciones)},
    )
    (carpeta / "fuente.yml").write_text(
        'titulo: "Valores inventados para probar el índice"\n'
        'entidad: "Pruebas del tablero"\n'
        f"corte_fecha: {corte}\n"
        'corte_texto: "2024"\n'
        'archivo: "ninguno: valores inventados"\n'
        'licencia: "no declarada"\n',
        encoding="utf-8",
    )
    sellar_todo(descubrir(fuentes))
    return libro


def municipios_de_prueba(fuentes: Path, cuantos: int = 150) -> list[str]:
    """Los priorizados y otros municipios de verdad, hasta completar `cuantos`."""
    filas = validar(descubrir(fuentes))
    priorizados = [f.municipio_codigo for f in filas[IptPriorizado]]
    todos = sorted(f.municipio_codigo for f in filas[Municipio])
    paso = len(todos) // (cuantos - len(priorizados)) or 1
    return list(dict.fromkeys([*priorizados, *todos[::paso]]))[:cuantos]


def construir_con_valores(carpeta: Path) -> Path:
    """Un tablero con valores inventados del IPT: a Leticia le falta el indicador 4."""
    fuentes = Path(shutil.copytree(rutas.FUENTES, carpeta / "fuentes"))
    municipios = list(dict.fromkeys([SIN_UN_VALOR, *municipios_de_prueba(fuentes)]))
    valores = inventar(municipios)
    for fila in valores:
        if (fila["municipio_codigo"], fila["indicador_orden"]) == (SIN_UN_VALOR, 4):
            fila["valor"] = None
    poner_libro(fuentes, valores)
    construir(fuentes, carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"
