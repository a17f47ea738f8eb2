"""Los PDF: una hoja A4 que dice las cifras, siempre la misma, y el ZIP de los priorizados."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from orden import correr
from pypdf import PdfReader

from tablero import rutas
from tablero.consultas.base import Base
from tablero.exportar.escribir.pdf import papel
from tablero.exportar.escribir.pdf.imprimir import NoSeImprimio
from tablero.exportar.impresas import ficha as de_ficha
from tablero.exportar.impresas import lote
from tablero.exportar.impresas.ficha import a_pdf, las_de_priorizados, nombre_del_zip
from tablero.respuestas.ficha.pais import Pais, de_base
from tablero.respuestas.ficha.reunir import hoja as reunir

A4 = (595, 842)


@pytest.fixture(scope="session")
def pais(base: Base) -> Pais:
    return de_base(base)


@pytest.fixture
def con_pocos(base: Base) -> Pais:
    """El país con solo cuatro municipios priorizados."""
    pais = de_base(base)
    datos = pais.priorizados.datos.head(4)
    vars(pais)["priorizados"] = replace(pais.priorizados, datos=datos)
    return pais


def en_zip(pais: Pais, destino: Path, avisar: lote.Avisar = lambda *_: None) -> lote.Lote:
    hojas = las_de_priorizados(pais, rutas.CARTOGRAFIA)
    return lote.escribir_zip(hojas, destino, nombre_del_zip(pais), avisar)


def sueltas(pais: Pais, destino: Path, avisar: lote.Avisar = lambda *_: None) -> lote.Lote:
    return lote.escribir_sueltas(las_de_priorizados(pais, rutas.CARTOGRAFIA), destino, avisar)


def leer(contenido: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(contenido))


def texto(contenido: bytes) -> str:
    """El texto de la hoja, con los blancos sencillos."""
    return " ".join(leer(contenido).pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("clase", "clave", "archivo", "frases"),
    [
        (
            "municipio",
            "54001",
            "ficha_54001_san_jose_de_cucuta_2025-11-30.pdf",
            ("San José de Cúcuta", "DIVIPOLA 54001", "Clúster 7"),
        ),
        (
            "municipio",
            "44430",
            "ficha_44430_maicao_2025-11-30.pdf",
            ("Maicao", "desistido", "4 de septiembre de 2025"),
        ),
        (
            "municipio",
            "11001",
            "ficha_11001_bogota_d_c_2025-11-30.pdf",
            ("Bogotá, D.C.", "27.306", "10.526", "8.872", "7.908", "52,05"),
        ),
        (
            "municipio",
            "05002",
            "ficha_05002_abejorral_2025-11-30.pdf",
            ("Abejorral", "sin dato", "no aparece entre los 34 municipios priorizados"),
        ),
        (
            "municipio",
            "88001",
            "ficha_88001_san_andres_2025-11-30.pdf",
            ("San Andrés", "Archipiélago de San Andrés, Providencia y Santa Catalina"),
        ),
        (
            "departamento",
            "05",
            "ficha_05_antioquia_2025-11-30.pdf",
            ("Antioquia", "9.465", "$120.862.800", "Necoclí", "13,7"),
        ),
        (
            "cluster",
            "9",
            "ficha_cluster_9_2025-11-30.pdf",
            ("Clúster 9", "Necoclí", "Turbo", "Urabá Antioqueño"),
        ),
    ],
)
def test_una_hoja_a4_con_sus_cifras(
    pais: Pais, clase: Any, clave: str, archivo: str, frases: tuple[str, ...]
) -> None:
    nombre, contenido = a_pdf(pais, clase, clave, rutas.CARTOGRAFIA)
    assert nombre == archivo
    pdf = leer(contenido)
    assert len(pdf.pages) == 1
    hoja = pdf.pages[0].mediabox
    assert (round(hoja.width), round(hoja.height)) == A4
    escrito = texto(contenido)
    comunes = ("Límites municipales", "publicado", "corte más reciente: noviembre de 2025")
    cifras = [" ".join(c.valor.split()) for c in reunir(pais, clase, clave).cifras]
    assert len(cifras) >= 3
    for frase in (*frases, *cifras, *comunes):
        assert frase in escrito, frase
    assert "DATOS SIMULADOS" not in escrito


def test_quien_es_y_en_que_lengua(pais: Pais) -> None:
    pdf = leer(a_pdf(pais, "municipio", "54001", rutas.CARTOGRAFIA)[1])
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Ficha territorial: San José de Cúcuta"
    assert pdf.metadata.creation_date is not None
    assert pdf.metadata.creation_date.date().isoformat() == "2025-11-30"
    catalogo = pdf.trailer["/Root"].get_object()
    assert catalogo["/Lang"] == "es-CO"
    assert catalogo["/MarkInfo"]["/Marked"] == True  # noqa: E712 - es un booleano de PDF
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogo["/Metadata"].get_object().get_data()


def test_los_datos_inventados_lo_dicen(pais: Pais) -> None:
    inventado = Pais(pais.preguntar, es_simulado=True)
    nombre, contenido = a_pdf(inventado, "municipio", "54001", rutas.CARTOGRAFIA)
    assert nombre == "SIMULADO_ficha_54001_san_jose_de_cucuta_2025-11-30.pdf"
    assert "DATOS SIMULADOS" in texto(contenido)
    assert len(leer(contenido).pages) == 1
    assert nombre_del_zip(inventado).startswith("SIMULADO_fichas_priorizados_")


@pytest.mark.parametrize(("clase", "clave"), [("municipio", "54001"), ("departamento", "05")])
def test_el_mismo_tablero_da_el_mismo_pdf(base: Base, clase: Any, clave: str) -> None:
    uno, otro = (a_pdf(de_base(base), clase, clave, rutas.CARTOGRAFIA)[1] for _ in range(2))
    assert uno == otro


def test_otro_proceso_da_el_mismo_pdf(pais: Pais) -> None:
    orden = (
        "import sys, hashlib; from tablero import rutas;"
        "from tablero.consultas.base import Base;"
        "from tablero.respuestas.ficha.pais import de_base;"
        "from tablero.exportar.impresas.ficha import a_pdf;"
        "sys.stdout.buffer.write(a_pdf(de_base(Base(rutas.BASE)), 'municipio', '81001',"
        " rutas.CARTOGRAFIA)[1])"
    )
    de_otro = subprocess.run([sys.executable, "-c", orden], capture_output=True, check=True)
    assert de_otro.stdout == a_pdf(pais, "municipio", "81001", rutas.CARTOGRAFIA)[1]


def test_todas_en_un_zip(con_pocos: Pais, tmp_path: Path) -> None:
    """Con cuatro; las 34, una por una, se miran en la descarga (`navegador`)."""
    avisos: list[tuple[int, int, str]] = []
    hecho = en_zip(con_pocos, tmp_path / "salida", lambda *a: avisos.append(a))
    ruta = tmp_path / "salida" / "fichas_priorizados_2023-2024.zip"
    assert hecho == lote.Lote(donde=ruta, hechas=4, archivos=[ruta], fallas=[])
    assert [a[:2] for a in avisos] == [(n, 4) for n in range(1, 5)]
    with zipfile.ZipFile(ruta) as comprimido:
        assert comprimido.testzip() is None
        nombres = comprimido.namelist()
        contenidos = {n: comprimido.read(n) for n in nombres}
    assert nombres == [a[2] for a in avisos]
    codigos = [f["municipio_codigo"] for f in con_pocos.filas(con_pocos.priorizados)]
    assert [n.split("_")[1] for n in nombres] == codigos
    for nombre, contenido in contenidos.items():
        pdf = leer(contenido)
        assert len(pdf.pages) == 1, nombre
        codigo = nombre.split("_")[1]
        assert f"DIVIPOLA {codigo}" in texto(contenido)
    assert list(tmp_path.joinpath("salida").iterdir()) == [ruta]


def test_todas_o_ninguna(pais: Pais, tmp_path: Path) -> None:
    def interrumpir(van: int, son: int, nombre: str) -> None:
        if van == 2:
            raise KeyboardInterrupt

    for escribir, destino in (
        (en_zip, tmp_path / "a.zip"),
        (sueltas, tmp_path / "sueltas"),
    ):
        with pytest.raises(KeyboardInterrupt):
            escribir(pais, destino, interrumpir)
    assert [ruta for ruta in tmp_path.rglob("*") if ruta.is_file()] == []


def test_la_que_no_se_puede_hacer_no_cuesta_las_demas(
    con_pocos: Pais, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compilar(*_: object, **__: object) -> bytes:
        hechas.append(1)
        if len(hechas) % 4 == 2:
            raise NoSeImprimio("label does not exist in the document")
        return b"%PDF"

    hechas: list[int] = []
    monkeypatch.setattr(papel, "imprimir", compilar)
    falla = (
        "No se pudo hacer el PDF «Ficha territorial: Puerto Carreño»: algo de su contenido no se "
        "pudo poner en la hoja. Sus datos están en el CSV; dígaselo a quien mantiene el tablero."
    )
    comprimidas = en_zip(con_pocos, tmp_path / "a.zip")
    assert (comprimidas.hechas, comprimidas.fallas) == (3, [falla])
    with zipfile.ZipFile(comprimidas.donde) as comprimido:
        assert len(comprimido.namelist()) == 4
        assert comprimido.read("NO_SE_HICIERON.txt").decode() == f"{falla}\n"
    escritas = sueltas(con_pocos, tmp_path / "sueltas")
    assert (escritas.hechas, escritas.fallas) == (3, [falla])
    assert len(list((tmp_path / "sueltas").iterdir())) == 3


def test_falle_como_falle_una_no_cuesta_las_demas_y_el_disco_si(
    pais: Pais, monkeypatch: pytest.MonkeyPatch
) -> None:
    def con(error: Exception) -> Callable[..., tuple[str, bytes]]:
        def hacer(_: Pais, __: str, codigo: str, *___: object) -> tuple[str, bytes]:
            if codigo == "54001":
                raise error
            return f"{codigo}.pdf", b"%PDF"

        return hacer

    fallas: list[str] = []
    hojas = las_de_priorizados(pais, rutas.CARTOGRAFIA)
    monkeypatch.setattr(de_ficha, "a_pdf", con(KeyError("x")))
    with zipfile.ZipFile(io.BytesIO(lote.comprimir(hojas, fallas))) as hecho:
        assert len(hecho.namelist()) == 34
        assert hecho.read("NO_SE_HICIERON.txt").decode() == f"{fallas[0]}\n"
    assert fallas == ["54001: falló al hacerla (KeyError); dígaselo a quien mantiene el tablero."]
    monkeypatch.setattr(de_ficha, "a_pdf", con(OSError(28, "lleno")))
    with pytest.raises(OSError, match="lleno"):
        lote.comprimir(hojas)


def test_la_orden_escribe_los_pdf_sueltos_y_dice_por_donde_va(
    con_pocos: Pais, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tablero.respuestas.ficha.pais.de_base", lambda _: con_pocos)
    corrida = correr("fichas", tmp_path / "pdf", "--carpeta")
    assert corrida.stderr == ""
    assert corrida.returncode == 0
    renglones = corrida.stdout.splitlines()
    assert renglones[0] == "1 de 4 · ficha_54553_puerto_santander_2025-11-30.pdf"
    assert renglones[-1] == f"4 fichas en {tmp_path / 'pdf'}"
    escritas = sorted(tmp_path.joinpath("pdf").iterdir())
    assert [e.name for e in escritas] == sorted(r.split(" · ")[1] for r in renglones[:-1])
    assert all(e.read_bytes().startswith(b"%PDF-1.7") for e in escritas)


def test_la_orden_sin_tablero_lo_dice(tmp_path: Path) -> None:
    corrida = correr("fichas", tmp_path / "pdf", "--base", tmp_path / "no.duckdb")
    assert corrida.returncode == 5
    assert corrida.stderr.startswith("Todavía no existe no.duckdb")
    assert list(tmp_path.iterdir()) == []
