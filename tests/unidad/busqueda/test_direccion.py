"""Adónde lleva lo hallado, con los filtros que ya se miraban."""

import pytest

from tablero.busqueda.direccion import direccion
from tablero.busqueda.documento import Documento

PRODUCTO = Documento(
    "producto", "x", "producto", (("codigo", "3.1.7"), ("politica", "a"), ("corte", "2024-12-31"))
)
MUNICIPIO = Documento("municipio", "x", "ficha_territorial", (("municipio", "54001"),))
INICIO = Documento("pagina", "Inicio", "")


@pytest.mark.parametrize(
    ("hallado", "llevados", "esperada"),
    [
        (INICIO, {}, ""),
        (INICIO, {"municipio": "54001", "q": "no se lleva"}, "?municipio=54001"),
        (
            MUNICIPIO,
            {"departamento": "Cauca", "municipio": "19001", "politica": "b", "corte": "2025-06-30"},
            "ficha_territorial?municipio=54001&politica=b&corte=2025-06-30",
        ),
        (PRODUCTO, {}, "producto?codigo=3.1.7&politica=a&corte=2024-12-31"),
        (
            PRODUCTO,
            {"politica": "a", "corte": "2024-06-30", "departamento": "Cauca"},
            "producto?codigo=3.1.7&politica=a&departamento=Cauca&corte=2024-06-30",
        ),
        (
            PRODUCTO,
            {"politica": "b", "corte": "2024-06-30"},
            "producto?codigo=3.1.7&politica=a&corte=2024-12-31",
        ),
        # Sin decir cuál, se mira la primera.
        (PRODUCTO, {"corte": "2024-06-30"}, "producto?codigo=3.1.7&politica=a&corte=2024-06-30"),
    ],
)
def test_conserva_lo_que_se_miraba(
    hallado: Documento, llevados: dict[str, str], esperada: str
) -> None:
    assert direccion(hallado, llevados, "a") == esperada
