"""Los dos dialectos de CSV."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.exportar.csv_oficial import a_csv, neutralizar

DATOS = pd.DataFrame(
    {
        "codigo": ["05001", "54001"],
        "valor_pct": [52.05, None],
        "personas": pd.array([1234567, None], dtype="Int64"),
        "piloto": pd.array([True, None], dtype="boolean"),
        "fecha": [date(2024, 12, 31), None],
        "texto": ["=SUMA(A1)", 'di "hola"; y, adiós'],
    }
)


def test_maquina_es_rfc_4180() -> None:
    assert a_csv(DATOS, "maquina").decode() == (
        "codigo,valor_pct,personas,piloto,fecha,texto\r\n"
        "05001,52.05,1234567,true,2024-12-31,'=SUMA(A1)\r\n"
        '54001,,,,,"di ""hola""; y, adiós"\r\n'
    )


def test_excel_lleva_bom_punto_y_coma_y_coma_decimal() -> None:
    crudo = a_csv(DATOS, "excel")
    assert crudo.startswith(b"\xef\xbb\xbf")
    assert crudo.decode("utf-8-sig").splitlines()[1] == (
        "05001;52,05;1234567;sí;2024-12-31;'=SUMA(A1)"
    )


@pytest.mark.parametrize("inicio", ["=", "+", "-", "@", "\t", "\r"])
def test_lo_que_parece_formula_se_neutraliza(inicio: str) -> None:
    assert neutralizar(f"{inicio}1") == f"'{inicio}1"


def test_un_numero_negativo_sigue_siendo_numero() -> None:
    assert a_csv(pd.DataFrame({"brecha_pp": [-0.15]}), "maquina") == b"brecha_pp\r\n-0.15\r\n"


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_el_decimal_vuelve_igual_a_doce_cifras(valor: float) -> None:
    texto = a_csv(pd.DataFrame({"x": [valor]}), "maquina").decode().split("\r\n")[1]
    assert "e" not in texto
    assert float(texto) == pytest.approx(valor, rel=1e-11, abs=1e-11)


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n\x00")))
def test_todo_texto_vuelve_igual(texto: str) -> None:
    crudo = a_csv(pd.DataFrame({"x": [texto], "y": ["fin"]}), "maquina").decode()
    fila = list(csv.reader(io.StringIO(crudo, newline="")))[1]
    assert fila == [neutralizar(texto), "fin"]
