"""Los dibujos como imagen: en este equipo, sin internet y con los colores del papel."""

import base64
import io
import re

import pandas as pd
import pytest
from PIL import Image

from tablero import letra, tema
from tablero.exportar import imagen
from tablero.graficos.piezas.base import LETRA, Grafico

BARRAS = {
    "data": {"values": [{"lugar": "Cúcuta", "personas": 1234.5}]},
    "width": 200,
    "height": 50,
    "encoding": {"y": {"field": "lugar", "type": "nominal"}},
    "layer": [
        {
            "mark": {"type": "bar", "color": tema.ACENTO_VIVO},
            "encoding": {"x": {"field": "personas", "type": "quantitative"}},
        },
        {
            "mark": {"type": "text", "color": LETRA},
            "encoding": {"text": {"field": "personas", "format": ",.1f"}},
        },
    ],
}


def test_un_svg_lleva_el_texto_y_los_numeros_de_colombia() -> None:
    svg = imagen.a_svg(BARRAS)
    assert svg.startswith("<svg ")
    assert ">Cúcuta</text>" in svg
    assert ">1.234,5</text>" in svg
    assert "Source Sans Pro" in svg


def test_en_el_papel_no_hay_colores_que_dependan_del_tema() -> None:
    svg = imagen.a_svg(BARRAS)
    assert "light-dark" not in svg
    assert "currentColor" not in svg
    assert tema.ACENTO in svg
    assert tema.CLARO["textColor"] in svg
    assert tema.CLARO["backgroundColor"] in svg


def test_los_trazos_van_con_una_decima() -> None:
    svg = imagen.a_svg(BARRAS)
    trazos = imagen.TRAZO.findall(svg)
    assert trazos
    assert not [t for t in trazos if imagen.NUMERO_LARGO.search(t)]


def test_la_escala_multiplica_los_pixeles() -> None:
    sencilla, doble = (
        Image.open(io.BytesIO(imagen.a_png(BARRAS, escala))) for escala in (1.0, 2.0)
    )
    assert sencilla.format == "PNG"
    assert doble.width == pytest.approx(2 * sencilla.width, abs=2)
    assert doble.height == pytest.approx(2 * sencilla.height, abs=2)
    acento = tuple(tema.rgb(tema.ACENTO)[:3])
    assert acento in {color for _, color in doble.convert("RGB").getcolors(1 << 20) or []}


def test_el_mismo_dibujo_da_la_misma_imagen() -> None:
    assert imagen.a_svg(BARRAS) == imagen.a_svg(BARRAS)
    assert imagen.a_png(BARRAS) == imagen.a_png(BARRAS)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x.json", "file:///etc/hostname", "x.csv"])
def test_no_pide_datos_a_ninguna_parte(url: str) -> None:
    with pytest.raises(ValueError, match="lleva sus datos adentro"):
        imagen.a_svg({**BARRAS, "data": {"url": url}})


def test_con_datos_pone_los_datos_y_el_ancho() -> None:
    datos = pd.DataFrame({"a": pd.array([1, None], dtype="Int64"), "b": ["x", None]})
    grafico = Grafico("t", "alt", datos, {"mark": "point", "height": 30})
    assert imagen.con_datos(grafico, 300) == {
        "mark": "point",
        "height": 30,
        "width": 300,
        "data": {"values": [{"a": 1, "b": "x"}, {"a": None, "b": None}]},
    }


def test_la_letra_es_la_del_programa_y_solo_la_que_se_usa() -> None:
    archivos = sorted(a.name for a in imagen.carpeta_de_letra().iterdir())
    assert archivos == sorted(f"SourceSansPro-{c}.otf" for c in letra.CORTES)


def test_el_mismo_dibujo_da_el_mismo_svg_se_haya_hecho_lo_que_se_haya_hecho() -> None:
    capa = {"mark": {"type": "bar", "clip": True}, "encoding": {"x": {"field": "a"}}}
    spec = {"data": {"values": [{"a": 1}]}, "layer": [capa, capa]}
    uno = imagen.a_svg(spec)
    imagen.calentar()
    assert imagen.a_svg(spec) == uno
    assert re.findall(r' id="(clip\d+)"', uno) == ["clip0", "clip1"]
    assert set(re.findall(r"url\(#(clip\d+)\)", uno)) == {"clip0", "clip1"}


def test_un_png_va_dentro_de_un_svg_de_su_tamano() -> None:
    png = imagen.a_png({"data": {"values": [{}]}, "mark": "point", "width": 30, "height": 20})
    svg = imagen.png_en_svg(png)
    ancho, alto = (int.from_bytes(png[i : i + 4], "big") for i in (16, 20))
    assert f'viewBox="0 0 {ancho} {alto}"' in svg
    assert base64.b64encode(png).decode("ascii") in svg
    with pytest.raises(ValueError, match="no es un PNG"):
        imagen.png_en_svg(b"GIF89a")
