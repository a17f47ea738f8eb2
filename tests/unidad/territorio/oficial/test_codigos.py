"""El código de cada fila, con los campos de cada edición."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.territorio.oficial.codigos import Codigos, esquema, hallar

DIVIPOLA = frozenset({"05001", "05002", "08001", "54001", "88564"})
Campos = Mapping[str, Sequence[Any]]


def hallados(campos: Campos) -> Codigos:
    resultado = hallar(pd.DataFrame(campos), DIVIPOLA)
    assert resultado is not None
    return resultado


@pytest.mark.parametrize(
    ("campos", "columna", "completados"),
    [
        ({"MPIO_CDPMP": ["05001", "54001"]}, "MPIO_CDPMP", 0),
        ({"mpio_cdpmp": ["05001", "54001"]}, "mpio_cdpmp", 0),
        ({"Mpio_CcnCt": ["05001", "54001"]}, "Mpio_CcnCt", 0),
        ({"MPIO_CCNCT": ["1", "2"], "MPIO_CDPMP": ["05001", "54001"]}, "MPIO_CDPMP", 0),
        ({"MPIO_CDPMP": [None, ""], "MPIO_CCNCT": ["05001", "54001"]}, "MPIO_CCNCT", 0),
        (
            {"DPTO_CCDGO": ["05", "54"], "MPIO_CCDGO": ["001", "001"]},
            "DPTO_CCDGO + MPIO_CCDGO",
            0,
        ),
        ({"dpto_ccdgo": [5, 54], "mpio_ccdgo": [1, 1]}, "dpto_ccdgo + mpio_ccdgo", 2),
        ({"DPTO_CCDGO": ["05", "54"], "MPIO_CCDGO": ["05001", "54001"]}, "MPIO_CCDGO", 0),
        ({"OBJECTID": [1, 2], "COD_DANE": [5001, 54001]}, "COD_DANE", 1),
        ({"codigo": [5001.0, 54001.0]}, "codigo", 1),
        ({"codigo": ["5001", " 54001 "]}, "codigo", 1),
    ],
)
def test_de_donde_sale_el_codigo(campos: Campos, columna: str, completados: int) -> None:
    resultado = hallados(campos)
    assert list(resultado.valores) == ["05001", "54001"]
    assert (resultado.columna, resultado.completados) == (columna, completados)


def test_los_nombres_nunca_unen() -> None:
    campos = {"MPIO_CNMBR": ["PROVIDENCIA", "MEDELLÍN"], "DPTO_CCDGO": ["88", "05"]}
    assert hallar(pd.DataFrame(campos), DIVIPOLA) is None


def test_una_fila_sin_codigo_queda_sin_codigo() -> None:
    resultado = hallados({"MPIO_CDPMP": ["05001", None, "  "]})
    assert resultado.valores.isna().tolist() == [False, True, True]
    assert resultado.distintos == {"05001"}
    juntos = hallados({"DPTO_CCDGO": ["05", None], "MPIO_CCDGO": ["001", "002"]})
    assert juntos.valores.isna().tolist() == [False, True]


def test_lo_que_no_es_un_codigo_se_deja_tal_cual() -> None:
    resultado = hallados({"MPIO_CDPMP": ["05001", "RÍO", "501"]})
    assert list(resultado.valores) == ["05001", "RÍO", "501"]
    assert resultado.completados == 0


def test_entre_dos_columnas_se_prefiere_la_de_mas_codigos() -> None:
    campos = {"a": ["05001", "54001", "x"], "b": ["05001", "54001", "08001"]}
    assert hallados(campos).columna == "b"


def test_una_columna_con_menos_de_la_mitad_no_es_de_codigos() -> None:
    assert hallar(pd.DataFrame({"a": ["05001", "7", "9"]}), DIVIPOLA) is None
    assert hallar(pd.DataFrame({"a": []}), DIVIPOLA) is None


@given(st.lists(st.sampled_from(sorted(DIVIPOLA)), min_size=1))
def test_como_numero_o_como_texto_son_los_mismos(codigos: list[str]) -> None:
    textos = hallados({"MPIO_CDPMP": codigos})
    numeros = hallados({"MPIO_CDPMP": [int(c) for c in codigos]})
    decimales = hallados({"MPIO_CDPMP": [float(c) for c in codigos]})
    assert list(textos.valores) == list(numeros.valores) == list(decimales.valores) == codigos
    assert numeros.completados == sum(c.startswith("0") for c in codigos)


@pytest.mark.parametrize(
    ("campos", "esperado"),
    [
        ({"MPIO_CDPMP": ["05001"] * 2, "MPIO_NANO": [2025, 2025]}, "MGN 2025"),
        ({"mpio_ccnct": ["05001"] * 2, "mpio_nano": ["2018", "2018"]}, "MGN 2018"),
        ({"mpio_cdpmp": ["05001"] * 2, "mpio_nano": [2018.0, None]}, "MGN 2018"),
        ({"MPIO_CDPMP": ["05001"] * 2, "MPIO_NANO": [2018, 2019]}, "MGN"),
        ({"MPIO_CDPMP": ["05001"] * 2, "MPIO_NANO": [1, 1]}, "MGN"),
        ({"MPIO_CDPMP": ["05001"], "DPTO_CCDGO": ["05"]}, "MGN"),
        ({"MPIO_CDPMP": ["05001"], "otro": [2025]}, ""),
        ({"codigo": ["05001"], "MPIO_NANO": [2025]}, ""),
    ],
)
def test_el_esquema_por_sus_columnas(campos: Campos, esperado: str) -> None:
    assert esquema(pd.DataFrame(campos)) == esperado
