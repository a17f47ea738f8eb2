"""Las barras: orden, rótulos y lo que no depende del color."""

import pandas as pd
import pytest

from tablero.graficos.piezas import barras
from tablero.graficos.piezas.barras import Barra

PIEZAS = [
    Barra("Uno", 30.0, "30", destaca=True),
    Barra("Dos", 20.0, "20 · desistió", corto="desistió", es_hueca=True),
    Barra("Tres", None, "sin dato (sin fecha)"),
]


def test_una_barra_sin_dato_no_se_dibuja_y_lo_dice() -> None:
    tabla = barras.tabla(PIEZAS)
    assert list(tabla["valor"]) == [30, 20, 0]
    assert list(tabla["clase"]) == ["destaca", "hueca", "resto"]
    assert list(tabla["rotulo"])[2] == "sin dato (sin fecha)"
    assert list(tabla["corto"]) == ["30", "desistió", "sin dato"]


def test_sin_rotulos_cortos_propios_no_viaja_esa_columna() -> None:
    piezas = [Barra("Uno", 30.0, "30 (10 días)")]
    assert "corto" not in barras.tabla(piezas)
    dibujo = barras.dibujar(piezas, que_es="Valor")[0].to_dict()
    texto = next(c["mark"] for c in dibujo["layer"] if c["mark"]["type"] == "text")
    assert texto["text"]["expr"] == "width < 420 ? split(datum.rotulo, ' (')[0] : datum.rotulo"


def test_el_dibujo_conserva_el_orden_y_deja_sitio_al_rotulo() -> None:
    dibujo, alto = barras.dibujar(PIEZAS, que_es="Valor")
    capa = dibujo.to_dict()["encoding"]
    assert capa["y"]["sort"] is None
    assert dibujo.to_dict()["layer"][0]["mark"]["type"] == "text"
    assert capa["x"]["scale"]["domain"] == [0, 30]
    assert "width" in capa["x"]["scale"]["range"][1]["expr"]
    assert alto == 3 * barras.ALTO_DE_BARRA


def test_la_barra_hueca_se_distingue_por_su_borde() -> None:
    capas = barras.dibujar(PIEZAS, que_es="Valor")[0].to_dict()["layer"]
    hueca = next(c["mark"] for c in capas if "strokeDash" in c["mark"])
    assert hueca["fillOpacity"] == 0


def test_todas_sin_dato_tambien_se_dibujan() -> None:
    dibujo, _ = barras.dibujar([Barra("Uno", None, "sin dato")], que_es="Valor")
    assert dibujo.to_dict()["encoding"]["x"]["scale"]["domain"] == [0, 1]


@pytest.mark.parametrize(
    ("nombres", "esperados"),
    [
        (["Cali", "Tibú"], ["Cali", "Tibú"]),
        (["Mosquera", "Mosquera"], ["Mosquera (Nariño)", "Mosquera (Cundinamarca)"]),
    ],
)
def test_los_nombres_repetidos_llevan_apellido(nombres: list[str], esperados: list[str]) -> None:
    filas = pd.DataFrame({"m": nombres, "d": ["Nariño", "Cundinamarca"]}).to_dict("records")
    assert barras.nombres(filas, "m", "d") == esperados
