"""Un libro dañado de cualquier manera se lee o se rechaza en español: nunca una traza."""

import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fabrica_libros import TABLAS, celda_ods, empaquetar, fila_ods, libro_bueno, ods
from fabrica_seguimiento import escribir, hojas
from fabrica_xlsb import codificar
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.libro.leer import leer_libro

TROZOS = (
    *(b"<", b">", b'"', b"=", b"&amp;", b"\x00", b"\xff", b"<!--", b"<![CDATA[", b"]]>", b"</v>"),
    *(b"-1", b"99999999999", b"1e999", b"NaN", b't="e"', b't="s"', b'r="A1"', b'r="ZZZ9999999"'),
    *(b"<v>", b"<c/>", b"<row/>", b'count="5"', b'<mergeCell ref="A1:B2"/>', b'date1904="1"'),
    *(b'table:number-columns-repeated="999999999"', b'office:value-type="float"'),
)


def _leer_fuente(ruta: Path) -> Any:
    return leer_libro(ruta, TABLAS, "libro")


LECTORES: dict[str, Callable[[Path], Any]] = {
    "fuente.xlsx": _leer_fuente,
    "fuente.ods": _leer_fuente,
    "oficial.xlsx": leer_seguimiento,
    "oficial.xlsb": leer_seguimiento,
}


@cache
def partes_de(nombre: str) -> dict[str, bytes]:
    """Las partes de un libro bueno de esa clase."""
    with TemporaryDirectory() as carpeta:
        ruta = Path(carpeta) / nombre
        if nombre.startswith("oficial"):
            escribir(ruta, hojas(2))
        elif nombre.endswith(".ods"):
            ods(
                {
                    t.hoja: fila_ods(*(celda_ods(c.titulo) for c in t.columnas_libro()))
                    for t in TABLAS
                }
            )(ruta)
        else:
            libro_bueno(ruta)
        libro = zipfile.ZipFile(ruta)
        with libro:
            return {n: libro.read(n) for n in libro.namelist()}


CAMBIO = st.tuples(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.integers(0, 40),
    st.sampled_from(TROZOS) | st.binary(max_size=6),
)
"""Qué parte, dónde, cuántos octetos se quitan y cuáles se ponen."""


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(LECTORES)), st.lists(CAMBIO, min_size=1, max_size=4))
def test_una_parte_danada(
    tmp_path_factory: pytest.TempPathFactory,
    nombre: str,
    cambios: list[tuple[int, int, int, bytes]],
) -> None:
    partes = dict(partes_de(nombre))
    nombres = sorted(partes)
    for cual, donde, quita, pone in cambios:
        parte = nombres[cual % len(nombres)]
        octetos = partes[parte]
        lugar = donde % (len(octetos) + 1)
        partes[parte] = octetos[:lugar] + pone + octetos[lugar + quita :]
    ruta = tmp_path_factory.mktemp("libro") / nombre
    empaquetar(ruta, partes)
    _leer(ruta)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(LECTORES)), st.lists(CAMBIO, min_size=1, max_size=3), st.booleans())
def test_un_zip_danado(
    tmp_path_factory: pytest.TempPathFactory,
    nombre: str,
    cambios: list[tuple[int, int, int, bytes]],
    cortado: bool,
) -> None:
    ruta = tmp_path_factory.mktemp("libro") / nombre
    empaquetar(ruta, partes_de(nombre))
    octetos = ruta.read_bytes()
    for _, donde, quita, pone in cambios:
        lugar = donde % len(octetos)
        octetos = octetos[:lugar] + pone + octetos[lugar + quita :]
    ruta.write_bytes(octetos[: len(octetos) // 2] if cortado else octetos)
    _leer(ruta)


def _leer(ruta: Path) -> None:
    try:
        LECTORES[ruta.name](ruta)
    except (ArchivoIlegible, ErroresDeDatos) as error:
        assert str(error)


@pytest.mark.parametrize("tipo", [44, 615])
def test_si_el_lector_se_rompe_no_escribe_su_traza(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], tipo: int
) -> None:
    """Un registro de estilos sin contenido rompe calamine por dentro."""
    ruta = tmp_path / "oficial.xlsb"
    rotos = codificar(tipo, b"\1\0") * 3
    empaquetar(ruta, {**partes_de(ruta.name), "xl/styles.bin": rotos})
    with pytest.raises(ArchivoIlegible, match="no se puede leer: está dañado o no lo guardó"):
        leer_seguimiento(ruta)
    assert capfd.readouterr().err == ""
