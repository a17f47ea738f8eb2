"""Ningún texto deja sin hacer un PDF ni una imagen: lo que la letra no tiene se cambia."""

import io
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from fabrica_politica import JUNIO, POLITICA, SALUD
from orden import correr
from pypdf import PdfReader

from tablero import rutas
from tablero.consultas.base import Base, Resultado
from tablero.exportar import imagen
from tablero.exportar.impresas import entidad as pdf
from tablero.exportar.impresas import ficha as pdf_de_ficha
from tablero.letra import Cambio
from tablero.respuestas.entidad.hoja import HojaDeEntidad, hoja
from tablero.respuestas.ficha.pais import de_base
from tablero.respuestas.ficha.reunir import hoja as hoja_de_ficha

RAROS = (
    *("\uf0b7", "\u2011", "▪", "●", "➢", "✅", "👍🏽", "مرحبا", "安全", "\ue000", "\ufeff", "\x01"),
    *("x\u0304", "#strong", "*a* _b_ $x$ `c` @d <e>", "\\\\", "//", "/*", "= h", "- i"),
    *("W" * 400, "", " ", "\n\n", "https://" + "a" * 300),
)


@pytest.fixture(scope="module")
def una(base_con_libros: Path) -> HojaDeEntidad:
    base = Base(base_con_libros)

    def preguntar(consulta: Any, **parametros: Any) -> Resultado:
        respuesta: Resultado = consulta(base, **parametros)
        return respuesta

    return hoja(preguntar, entidad=SALUD, politica=POLITICA, nombre="Política", corte=JUNIO)


def con_texto(una: HojaDeEntidad, raro: str) -> HojaDeEntidad:
    """La misma hoja con ese texto donde va lo que escribió una persona."""
    datos = una.productos.datos.assign(producto_nombre=raro, indicador_nombre=f"{raro} x")
    productos = replace(una.productos, datos=datos)
    return replace(una, titulo=f"{raro} x", politica=raro, resumen=raro, productos=productos)


def texto(contenido: bytes) -> str:
    return "\n".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(contenido)).pages)


@pytest.mark.parametrize("raro", RAROS)
def test_el_de_una_entidad(raro: str, una: HojaDeEntidad) -> None:
    rara = con_texto(una, raro)
    cambios: Counter[Cambio] = Counter()
    contenido = pdf.compilar(rara, es_simulado=False, cambios=cambios)
    assert contenido.startswith(b"%PDF")
    assert cambios == pdf.cambios(rara)


def test_lo_que_se_lee_es_lo_cambiado(una: HojaDeEntidad) -> None:
    rara = con_texto(una, "Talleres ● de orientación ✅ #1 *ya* <fin>")
    cambios: Counter[Cambio] = Counter()
    leido = texto(pdf.compilar(rara, es_simulado=False, cambios=cambios))
    assert "Talleres • de orientación ✓ #1 *ya* <fin>" in leido.replace("\n", " ")
    assert set(cambios) == {("●", "•"), ("✅", "✓")}


def test_una_palabra_que_no_cabe_se_parte(una: HojaDeEntidad) -> None:
    leido = texto(pdf.compilar(con_texto(una, "W" * 400), es_simulado=False))
    corridas = [len(c) for c in re.findall("W+", leido)]
    assert sum(corridas) >= 5 * 400
    assert max(corridas) <= 80


def test_el_de_una_ficha(base: Base) -> None:
    pais = de_base(base)
    ficha = hoja_de_ficha(pais, "municipio", "81001")
    assert pdf_de_ficha.cambios(ficha) == {}
    rara = replace(ficha, titulo="Arauca ●", fuentes=("Ministerio ➢ «Informe»",))
    cambios: Counter[Cambio] = Counter()
    leido = texto(pdf_de_ficha.compilar(pais, rara, rutas.CARTOGRAFIA, cambios))
    assert "Arauca •" in leido
    assert "Ministerio ▶ «Informe»" in leido
    assert pdf_de_ficha.cambios(rara) == {("●", "•"): 1, ("➢", "▶"): 1}


def test_una_imagen(tmp_path: Path) -> None:
    spec: Mapping[str, Any] = {
        "title": "Niñez ➢ migrante",
        "data": {"values": [{"nombre": "● Salud \uf0b7"}]},
        "mark": "text",
        "encoding": {"text": {"field": "nombre"}},
    }
    svg = imagen.a_svg(spec)
    assert "• Salud •" in svg
    assert "Niñez ▶ migrante" in svg
    assert imagen.a_png(spec).startswith(b"\x89PNG")


def test_la_orden_dice_que_cambio(base_con_signos: Path, tmp_path: Path) -> None:
    corrida = correr("seguimiento", "entidades", tmp_path / "pdf", "--base", base_con_signos)
    assert (corrida.returncode, corrida.stderr) == (0, "")
    (renglon,) = (r for r in corrida.stdout.splitlines() if "distrital_de_salud" in r)
    assert re.search(
        r"\.pdf · \d signos que la letra del PDF no tiene se cambiaron: ● por • y U\+F0B7 por •\.$",
        renglon,
    )


@pytest.fixture
def base_con_signos(base_con_libros: Path, tmp_path: Path) -> Path:
    """Otra base, con una viñeta de Word y un círculo en el nombre de un producto de Salud."""
    destino = tmp_path / "signos.duckdb"
    shutil.copyfile(base_con_libros, destino)
    with duckdb.connect(str(destino)) as conexion:
        conexion.execute(
            "UPDATE politica_seguimiento SET producto_nombre = 'Rutas \uf0b7 de ● atención' "
            "WHERE entidad_nombre = ? AND producto_codigo = '1.2.1'",
            [SALUD],
        )
    return destino
