"""El orden de los códigos con puntos: en las tablas y en las preguntas."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.consultas.base import SQL, Base
from tablero.modelo import TABLAS, Tabla
from tablero.modelo.codigos import CON_PUNTOS
from tablero.modelo.orden import por_clave, por_partes

CODIGOS = ["1.1", "1.1.1", "1.1.2", "1.1.10", "1.2.1", "2.1", "10.1.1"]
PREGUNTAS = sorted(Path(str(SQL)).rglob("*.sql"))
SUELTO = re.compile(r"(\w+\.)?(producto|resultado|indicador)_codigo( DESC)?")


@given(st.permutations(CODIGOS))
def test_como_numeros_por_partes(codigos: list[str]) -> None:
    assert sorted(codigos, key=por_partes) == CODIGOS


def con_codigo() -> list[type[Tabla]]:
    return [
        tabla
        for tabla in TABLAS
        for columna in tabla.columnas()
        if columna.nombre in tabla.clave and columna.patron in CON_PUNTOS
    ]


@pytest.mark.parametrize("tabla", con_codigo())
def test_las_tablas_van_en_orden_en_cada_corte(tabla: type[Tabla], base_con_libros: Path) -> None:
    """Los cortes de un libro oficial se escriben uno después de otro."""
    datos = Base(base_con_libros).tabla(tabla.tabla)
    es_de_plan = "version_codigo" in datos
    cada = "version_codigo" if es_de_plan else "corte_fecha"
    for _, corte in datos.groupby(["politica_codigo", cada], sort=False):
        filas = corte.astype(object).where(corte.notna(), None).to_dict("records")
        assert filas == sorted(filas, key=por_clave(tabla))
    assert len(datos) or es_de_plan  # esa base no trae planes


@pytest.mark.parametrize("archivo", PREGUNTAS, ids=lambda archivo: archivo.stem)
def test_ninguna_pregunta_los_ordena_como_texto(archivo: Path) -> None:
    codigo = re.sub(r"--[^\n]*", "", archivo.read_text(encoding="utf-8"))
    for orden in re.findall(r"ORDER BY\s+((?:[^()]|\([^()]*\))*)", codigo):
        assert [p for p in orden.split(",") if SUELTO.fullmatch(p.strip())] == []
