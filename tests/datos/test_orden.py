"""El orden de los códigos con puntos: en las tablas y en las preguntas."""

import re
from pathlib import Path

import fabrica_plan
import pytest
from fabrica_politica import fuentes_con_libros
from hypothesis import given
from hypothesis import strategies as st

from tablero.consultas.base import SQL, Base
from tablero.ingesta.construir import construir
from tablero.ingesta.plan.importar import PedidoDePlan, importar_plan
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


@pytest.fixture(scope="module")
def base_con_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Las fuentes reales, dos libros de seguimiento y un plan de acción."""
    carpeta = tmp_path_factory.mktemp("con_plan")
    fuentes = fuentes_con_libros(carpeta)
    plan = fabrica_plan.escribir(carpeta / "PA_migrantes_v3-26.xlsx")
    importar_plan(plan, fuentes, PedidoDePlan()).confirmar()
    construir(fuentes, carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


@pytest.mark.parametrize("tabla", con_codigo())
def test_las_tablas_van_en_orden_en_cada_corte(tabla: type[Tabla], base_con_plan: Path) -> None:
    """Los cortes de un libro oficial se escriben uno después de otro; las versiones, también."""
    datos = Base(base_con_plan).tabla(tabla.tabla)
    tanda = "corte_fecha" if "corte_fecha" in datos else "version_codigo"
    for _, corte in datos.groupby(["politica_codigo", tanda], sort=False):
        filas = corte.astype(object).where(corte.notna(), None).to_dict("records")
        leidas = [tabla.model_construct(None, **fila) for fila in filas]
        assert leidas == sorted(leidas, key=por_clave(tabla))
    assert len(datos)


@pytest.mark.parametrize("archivo", PREGUNTAS, ids=lambda archivo: archivo.stem)
def test_ninguna_pregunta_los_ordena_como_texto(archivo: Path) -> None:
    codigo = re.sub(r"--[^\n]*", "", archivo.read_text(encoding="utf-8"))
    for orden in re.findall(r"ORDER BY\s+((?:[^()]|\([^()]*\))*)", codigo):
        assert [p for p in orden.split(",") if SUELTO.fullmatch(p.strip())] == []
