"""Los dos dialectos de CSV."""

import csv
import io
import re
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.exportar.csv_oficial import Dialecto, a_csv, neutralizar

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
        "05001;52,05;52,05;1234567;sí;2024-12-31;'=SUMA(A1)"
    )


@pytest.mark.parametrize("inicio", ["=", "+", "-", "@", "\t", "\r"])
def test_lo_que_parece_formula_se_neutraliza(inicio: str) -> None:
    assert neutralizar(f"{inicio}1") == f"'{inicio}1"


@pytest.mark.parametrize(
    ("texto", "queda"),
    [
        ("x;=cmd()", "x;'=cmd()"),
        ("x,@A1", "x,'@A1"),
        ('x;"=cmd()"', 'x;"\'=cmd()"'),
        ("x;  -1", "x;  '-1"),
        ("uno\n- dos", "uno\n'- dos"),
        ("=a;+b", "'=a;'+b"),
        ("1-2; 3+4, 5 @ 6", "1-2; 3+4, 5 @ 6"),
        ("\n=x", "'\n'=x"),
        ('"=x"', '\'"=x"'),
        ('"x" = 1', '"x" = 1'),
    ],
)
def test_lo_que_seria_formula_con_el_otro_separador_tambien(texto: str, queda: str) -> None:
    assert neutralizar(texto) == queda


PARTES = st.lists(st.sampled_from("=+-@;,\"'\t\n\r x1"), max_size=12).map("".join)


@given(PARTES, st.sampled_from(["maquina", "excel"]), st.sampled_from(",;\t"))
def test_ningun_dialecto_abierto_como_otro_trae_una_formula(
    texto: str, dialecto: Dialecto, separador: str
) -> None:
    crudo = a_csv(pd.DataFrame({"x": ["a"], "y": [texto], "z": ["fin"]}), dialecto).decode("utf-8")
    # Con comillas que cuentan y con comillas que no: cada programa las entiende a su modo.
    filas = [*csv.reader(io.StringIO(crudo, newline=""), delimiter=separador)]
    celdas = [celda for fila in filas for celda in fila]
    celdas += [celda.strip('"') for celda in re.split(rf"[\r\n{separador}]", crudo)]
    assert not [celda for celda in celdas if celda.startswith(tuple("=+-@"))]


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
