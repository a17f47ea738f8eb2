"""Un dibujo enmarcado: lo que lo rodea cabe, se lee y vuelve igual."""

import io
import re

import pytest
from PIL import Image

from tablero import tema
from tablero.exportar import marco
from tablero.exportar.marco import ANCHO_MINIMO, MARGEN, Marco, partir

SPEC = {
    "width": 900,
    "height": 100,
    "data": {"values": [{"que": "Uno", "cuanto": 12.5}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "cuanto", "type": "quantitative"},
        "y": {"field": "que", "type": "nominal"},
    },
}
LARGO = "De los 34 municipios priorizados, 21 no están en la lista de centros y 23 no están " * 4
ENLACE = "https://tablero.ejemplo.gov.co/semaforo?" + "objetivo=3&" * 40
ENTERO = Marco(
    LARGO, "DATOS SIMULADOS", "Departamento: Antioquia", ("Fuente: <SDP> & otros.", ENLACE)
)


def renglones(svg: str) -> list[tuple[float, str]]:
    """La altura y las palabras de cada renglón del marco."""
    hallados = re.findall(rf'<text x="{MARGEN}" y="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    return [(float(y), texto) for y, texto in hallados]


def test_lleva_lo_que_lo_rodea_en_su_orden_y_sin_cortarlo() -> None:
    svg = marco.a_svg(SPEC, ENTERO)
    dichos = [texto for _, texto in renglones(svg)]
    assert dichos[0] == "DATOS SIMULADOS"
    junto = " ".join(dichos)
    assert " ".join(LARGO.split()) in junto
    assert "Fuente: &lt;SDP&gt; &amp; otros." in junto
    assert "".join(dichos).endswith(ENLACE.replace("&", "&amp;"))
    assert junto.index("Departamento: Antioquia") < junto.index("Fuente:")


def test_nada_se_sale_de_la_imagen() -> None:
    svg = marco.a_svg(SPEC, ENTERO)
    ancho, alto = (
        float(n) for n in re.findall(r'^<svg [^>]*?width="(\d+)" height="(\d+)"', svg)[0]
    )
    alturas = [y for y, _ in renglones(svg)]
    assert alturas == sorted(alturas)
    assert max(alturas) < alto
    png = Image.open(io.BytesIO(marco.a_png(SPEC, ENTERO)))
    assert png.size == (2 * ancho, 2 * alto)
    fondo = Image.new("RGB", png.size, tema.CLARO["backgroundColor"])
    # En el borde no hay tinta: ningún renglón ni el dibujo llegan a él.
    for caja in ((0, 0, png.width, 16), (0, 0, 16, png.height)):
        assert png.crop(caja).tobytes() == fondo.crop(caja).tobytes()
    derecha = (png.width - 16, 0, png.width, png.height)
    abajo = (0, png.height - 8, png.width, png.height)
    for caja in (derecha, abajo):
        assert png.crop(caja).tobytes() == fondo.crop(caja).tobytes()


def test_un_dibujo_angosto_deja_ancho_para_leer() -> None:
    svg = marco.a_svg({**SPEC, "width": 80}, Marco("Corto", pie=(LARGO,)))
    assert f'width="{ANCHO_MINIMO + 2 * MARGEN}"' in svg
    assert len(renglones(svg)) < 10


def test_siempre_da_lo_mismo() -> None:
    assert marco.a_svg(SPEC, ENTERO) == marco.a_svg(SPEC, ENTERO)
    assert marco.a_png(SPEC, ENTERO) == marco.a_png(SPEC, ENTERO)


@pytest.mark.parametrize("ancho", [120, 300, 828])
def test_partir_llena_renglones_sin_perder_nada(ancho: int) -> None:
    partidos = partir(f"{LARGO} {ENLACE}", 13, "Regular", ancho)
    assert all(marco._letra("Regular", 13).getlength(r) <= ancho for r in partidos)
    assert "".join(partidos).replace(" ", "") == f"{LARGO}{ENLACE}".replace(" ", "")
    assert partir("", 13, "Regular", ancho) == []


def test_un_numero_no_se_aparta_de_su_unidad() -> None:
    cifra = "+10,09\u00a0p.\u00a0p."
    for ancho in range(80, 200, 5):
        partidos = partir(f"Lo que más lo mueve: {cifra}", 13, "Regular", ancho)
        assert any(cifra in renglon for renglon in partidos), ancho


def test_el_color_que_cambia_con_el_tema_no_va_en_la_imagen() -> None:
    vivo = {**SPEC, "mark": {"type": "bar", "color": "currentColor"}}
    assert "currentColor" not in marco.a_svg(vivo, Marco("Título"))
