"""En qué forma se contesta: la extensión, `formato` y la cabecera Accept."""

import io
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tablero.api.campos import Campo
from tablero.api.fallas import Falla
from tablero.api.formas import FORMAS, Compania, a_json, elegir, exigir

NAVEGADOR = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("extension", "pedida", "acepta", "codigo"),
    [
        ("", None, "", "json"),
        ("", None, "*/*", "json"),
        ("", None, NAVEGADOR, "json"),
        ("", None, "text/csv", "csv"),
        ("", None, "text/csv;q=0.5, application/json;q=0.9", "json"),
        ("", None, "application/json;q=0, text/csv", "csv"),
        ("", None, "application/vnd.apache.parquet", "parquet"),
        (".csv", None, "image/png", "csv"),
        (".csv", "excel", "", "excel"),
        ("", "excel", "application/json", "excel"),
        (".parquet", "parquet", "", "parquet"),
    ],
)
def test_la_que_se_pide(extension: str, pedida: str | None, acepta: str, codigo: str) -> None:
    assert elegir(extension, pedida, acepta).codigo == codigo


@pytest.mark.parametrize(
    ("extension", "pedida", "acepta", "tipo"),
    [
        ("", "xml", "", "pedido-invalido"),
        (".csv", "json", "", "pedido-invalido"),
        (".csv", "xml", "", "pedido-invalido"),
        ("", None, "image/png", "formato-no-disponible"),
        ("", None, "text/csv;q=0", "formato-no-disponible"),
        ("", None, "text/csv;q=mucho", "formato-no-disponible"),
    ],
)
def test_la_que_no_hay(extension: str, pedida: str | None, acepta: str, tipo: str) -> None:
    with pytest.raises(Falla) as falla:
        elegir(extension, pedida, acepta)
    assert falla.value.tipo == tipo


def test_lo_que_se_da_de_una_sola_forma() -> None:
    for acepta in ("", NAVEGADOR, "application/atom+xml", "application/*"):
        exigir(acepta, "application/atom+xml")
    with pytest.raises(Falla) as falla:
        exigir("text/csv", "application/json")
    assert (falla.value.estado, falla.value.detalle) == (406, "Se da en: application/json.")


def test_parquet_lleva_los_tipos_y_lo_que_es_cada_columna() -> None:
    datos = pd.DataFrame({"corte": [None], "valor": [1.5], "orden": pd.array([None], "Int64")})
    campos = (
        Campo("valor", "Valor", "El número.", float, "%"),
        Campo("corte", "Corte", "", date),
        Campo("orden", "Orden", "", int),
        Campo("otra", "Otra", "", bool),
    )
    escribir = FORMAS["parquet"].escribir
    assert escribir is not None
    compania = Compania({"licencia": "CC BY 4.0"}, (), None)
    leida = pq.read_table(io.BytesIO(escribir(datos, campos, compania)))
    assert leida.schema.names == ["corte", "valor", "orden"]
    assert leida.schema.types == [pa.date32(), pa.float64(), pa.int64()]
    assert leida.schema.metadata[b"licencia"] == b"CC BY 4.0"
    assert leida.schema.field("valor").metadata[b"unidad"] == b"%"


def test_json_no_lleva_lo_que_no_es_json() -> None:
    assert a_json({"día": date(2024, 12, 31)}) == '{"día":"2024-12-31"}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        a_json(float("nan"))
    with pytest.raises(TypeError, match="no se sabe escribir set en JSON"):
        a_json({1, 2})
