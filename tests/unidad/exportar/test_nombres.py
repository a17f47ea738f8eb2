"""Cómo se llaman los archivos: sin repetirse, sin pasarse y con el corte que dice la fuente."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.consultas.base import FuenteCitada
from tablero.exportar.nombres import RESERVADOS, nombre_de_archivo
from tablero.respuestas.cortes import corte_de, corte_del_dia


def fuente(texto: str, dia: date) -> FuenteCitada:
    return FuenteCitada("x", "título", "entidad", dia, texto, ())


def test_el_nombre_dice_tabla_filtro_corte_y_dialecto() -> None:
    nombre = nombre_de_archivo("transferencias", ["Valle del Cauca"], "2025-11-30", "excel", "csv")
    assert nombre == "transferencias_valle_del_cauca_2025-11-30_excel.csv"
    assert nombre_de_archivo("centros", [], "", "maquina", "csv") == "centros.csv"


def test_un_nombre_larguisimo_se_corta() -> None:
    """Los sistemas de archivos admiten 255 letras: el texto de una celda puede tener miles."""
    nombre = nombre_de_archivo("entidad", ["Secretaría " * 99, "política"], "", "excel", "csv")
    assert nombre == f"entidad_{'secretaria_' * 7}sec_politica_excel.csv"


@pytest.mark.parametrize(
    ("tabla", "filtros", "esperado"),
    [
        ("producto_producto", ["producto 3.1.7"], "producto_producto_3_1_7.csv"),
        ("producto_linea", ["producto 3.1.7", "población"], "producto_linea_3_1_7_poblacion.csv"),
        ("producto", ["producto 3.1.7"], "producto_3_1_7.csv"),
        ("entidad_resumen", ["Entidad Distrital"], "entidad_resumen_distrital.csv"),
        ("mapa", ["", "Chocó"], "mapa_choco.csv"),
        ("ficha", ["05", "05"], "ficha_05_05.csv"),
        ("con", [], "tabla_con.csv"),
        ("LPT1", [], "tabla_lpt1.csv"),
        ("entidad", ["安全"], "entidad.csv"),
        ("安全", [], "tabla.csv"),
    ],
)
def test_sin_tartamudear_ni_nombres_prohibidos(
    tabla: str, filtros: list[str], esperado: str
) -> None:
    assert nombre_de_archivo(tabla, filtros, "", "maquina", "csv") == esperado


@pytest.mark.parametrize(
    ("texto", "dia", "en_el_nombre"),
    [
        ("31 de diciembre de 2024", date(2024, 12, 31), "2024-12-31"),
        ("noviembre de 2025", date(2025, 11, 30), "2025-11-30"),
        ("enero\u2013mayo", date(2024, 5, 31), "2024-05-31"),
        ("2025", date(2025, 12, 31), "2025-12-31"),
        ("30 de junio de 2024 (simulado)", date(2024, 6, 30), "2024-06-30"),
        # Nadie sabe el día en que terminan: va lo que dicen.
        ("2023-2024", date(2024, 6, 30), "2023-2024"),
        ("2024-2", date(2024, 12, 31), "2024-2"),
        ("segundo semestre", date(2024, 12, 31), "segundo_semestre"),
        ("noviembre de 2024", date(2025, 11, 30), "noviembre_de_2024"),
        ("2023\u20132024", date(2024, 6, 30), "2023-2024"),
    ],
)
def test_el_corte_es_el_que_dice_la_fuente(texto: str, dia: date, en_el_nombre: str) -> None:
    corte = corte_de([fuente("2019", date(2019, 12, 31)), fuente(texto, dia)])
    assert nombre_de_archivo("clusteres", [], corte, "maquina", "csv") == (
        f"clusteres_{en_el_nombre}.csv"
    )


def test_el_corte_de_un_dia() -> None:
    citadas = [fuente("2023-2024", date(2024, 6, 30))]
    assert corte_del_dia(citadas, date(2024, 6, 30)) == "2023-2024"
    assert corte_del_dia(citadas, date(2023, 8, 31)) == "2023-08-31"
    assert corte_de([]) == ""


@given(st.text(), st.lists(st.text(), max_size=4), st.sampled_from(["maquina", "excel"]))
def test_todo_nombre_sirve_en_todo_sistema(tabla: str, filtros: list[str], dialecto: Any) -> None:
    nombre = nombre_de_archivo(tabla, filtros, "2025-11-30", dialecto, "csv")
    assert nombre.isascii()
    assert set(nombre) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-.")
    assert nombre.split(".")[0] not in RESERVADOS
    assert len(nombre) <= 190
    assert "__" not in nombre
