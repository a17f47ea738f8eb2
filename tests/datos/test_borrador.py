"""El borrador del acta, leído de vuelta: dice lo que quedó en el registro y nada más."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Documento
from docx.oxml.ns import qn
from fabrica_acta import DECISION, DIA, LUGAR, una
from pypdf import PdfReader

from tablero import formato
from tablero.consultas.base import Base
from tablero.errores import ErrorTablero
from tablero.exportar.escribir.docx import estilos, plantilla
from tablero.exportar.marca import AVISO
from tablero.exportar.sesion import borrador as docx
from tablero.respuestas.acta import Acta


@pytest.fixture(scope="module")
def acta(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Acta:
    return una(base, tmp_path_factory.mktemp("acta") / "registro")


@pytest.fixture(scope="module")
def hecho(acta: Acta) -> bytes:
    return docx.escribir(acta)


@pytest.fixture(scope="module")
def documento(hecho: bytes) -> Documento:
    return Document(BytesIO(hecho))


def con_estilo(documento: Documento, estilo: str) -> list[str]:
    return [p.text for p in documento.paragraphs if p.style is not None and p.style.name == estilo]


def textos(documento: Documento) -> list[str]:
    return [p.text for p in documento.paragraphs]


def tabla(documento: Documento, titulo: str) -> list[list[str]]:
    (suya,) = [
        t
        for t in documento.tables
        if t._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == titulo
    ]
    return [[celda.text for celda in fila.cells] for fila in suya.rows]


def test_los_capitulos_son_titulos_de_verdad_y_en_su_orden(
    acta: Acta, documento: Documento
) -> None:
    assert con_estilo(documento, estilos.TITULO) == ["Borrador del acta"]
    assert con_estilo(documento, estilos.CAPITULO) == [
        "Datos de la sesión",
        "Quórum y asistencia",
        "Agenda",
        "Desarrollo",
        "Lo que se preguntó",
        "Compromisos",
        "Compromisos abiertos de antes",
        "Firmas",
        "Con qué se comprueba",
    ]
    assert con_estilo(documento, estilos.PUNTO) == [
        "1. Apertura",
        "2. Metas PDD",
        "De toda la sesión",
    ]
    mensajes = [una.cosa.titulo for una in acta.mostradas if una.pantalla is not None]
    assert con_estilo(documento, estilos.PANTALLA) == mensajes


def test_dice_que_es_un_borrador_y_lo_que_nadie_anoto_queda_sin_dato(documento: Documento) -> None:
    (que_es,) = con_estilo(documento, estilos.BORRADOR)
    assert que_es.startswith("Borrador: lo escribió el Tablero de Control")
    _, *datos = tabla(documento, "Los datos de la sesión")
    assert dict(datos) == {
        "Fecha": "15 de diciembre de 2026",
        "Lugar": LUGAR,
        "Preside": formato.SIN_DATO,
        "Ejerce la secretaría": formato.SIN_DATO,
        "Hora de inicio": formato.SIN_DATO,
        "Hora de cierre": formato.SIN_DATO,
        "Minutos previstos": "5",
        "Lo que se proyectó": "Edición 1 del tablero",
    }
    _, *firmas = tabla(documento, "Las firmas, por llenar")
    assert {celda.strip() for fila in firmas for celda in fila} == {""}


def test_la_asistencia_es_la_de_las_19(acta: Acta, documento: Documento) -> None:
    _, *filas = tabla(documento, "La asistencia de cada entidad")
    assert [entidad for entidad, *_ in filas] == list(acta.entidades)
    assert len(filas) == 19
    asisten = [entidad for entidad, asiste, _ in filas if asiste == "Sí"]
    assert set(asisten) == set(acta.sesion.presentes)
    assert [asiste for _, asiste, _ in filas].count("No") == 2
    assert [fila[1:] for fila in filas[14:]] == [[formato.SIN_DATO, formato.SIN_DATO]] * 5
    assert all(re.fullmatch(r"\d\d:\d\d", hora) for *_, hora in filas[:14])
    assert "12 de 19 entidades presentes: hay quórum (se piden 10)." in textos(documento)


def test_la_agenda_lleva_los_minutos_y_el_tiempo_usado(documento: Documento) -> None:
    assert tabla(documento, "La agenda")[1:] == [
        ["1", "Apertura", "5", "5\u00a0min 12\u00a0s"],
        ["2", "Metas PDD (sin dato: ninguna fuente lo publica)", "sin asignar", "sin dato"],
    ]


def test_cada_pantalla_lleva_sus_cifras_su_fuente_y_lo_que_se_resolvio(
    acta: Acta, documento: Documento
) -> None:
    escrito = textos(documento)
    desde = 0
    for mostrada in acta.mostradas[1:]:
        lugar = escrito.index(mostrada.cosa.titulo, desde)
        hasta = escrito.index(mostrada.cosa.fuente, lugar)
        suyo = escrito[lugar:hasta]
        for cifra in mostrada.cosa.cifras:
            nota = f" ({cifra.nota})" if cifra.nota else ""
            assert f"{cifra.texto} {cifra.rotulo}{nota}" in suyo
        assert all(nota in suyo for nota in mostrada.cosa.notas)
        desde = hasta
    assert f"Decisión: {DECISION}" in escrito
    assert "Nota: Educación pide revisar el peso." in escrito


def test_lo_preguntado_lo_prometido_y_las_huellas(acta: Acta, documento: Documento) -> None:
    preguntas = [fila[1:3] for fila in tabla(documento, "Lo que se preguntó y lo que se mostró")]
    assert ["«¿y Usme?»", "nada: el tablero no la contestó"] in preguntas
    assert tabla(documento, "Compromisos")[1:] == [
        [
            *("Presentar el plan", "Secretaría de Educación del Distrito"),
            *("31 de enero de 2027", "3.1.7", "Abierto"),
        ]
    ]
    assert [f[-2:] for f in tabla(documento, "Compromisos abiertos de antes")[1:]] == [
        ["ninguno", "Vencido"]
    ]
    huellas = dict(tabla(documento, "Las huellas de la sesión y de su edición")[1:])
    assert acta.edicion is not None
    assert len(acta.eslabon) == 64
    assert huellas["Huella de la sesión en el registro"] == acta.eslabon
    assert huellas["Huella de su contenido"] == acta.edicion.contenido
    assert huellas["Programa"] == acta.programa
    libros = tabla(documento, "Los libros de la edición")[1:]
    assert [fila[2] for fila in libros] == [libro.sha256 for libro in acta.edicion.libros]


def test_las_tablas_se_leen_sin_verlas_y_repiten_su_encabezado(documento: Documento) -> None:
    assert len(documento.tables) == 9
    for suya in documento.tables:
        assert suya._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        primera, *otras = suya.rows
        assert primera._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(fila._tr.trPr.find(qn("w:tblHeader")) is None for fila in otras)
        assert all(fila._tr.trPr.find(qn("w:cantSplit")) is not None for fila in suya.rows)


def test_esta_en_espanol_de_colombia_y_numera_sus_paginas(
    hecho: bytes, documento: Documento
) -> None:
    propias = documento.core_properties
    assert propias.title == "Borrador del acta: Sesión del 15 de diciembre de 2026 del Comité"
    assert (propias.language, propias.author) == ("es-CO", "Tablero de Control")
    assert propias.created is not None
    assert propias.created.date() == DIA
    with ZipFile(BytesIO(hecho)) as partes:
        hoja = partes.read("word/styles.xml").decode("utf-8")
        todo = b"".join(partes.read(nombre) for nombre in partes.namelist())
    assert set(re.findall(r'<w:lang[^>]* w:val="([^"]+)"', hoja)) == {"es-CO"}
    assert not re.findall(
        r"Light (?:Shading|Grid)|List Bullet\"", hoja.split("</w:latentStyles>")[1]
    )
    assert b"python-docx" not in todo
    assert b"en-US" not in todo
    (pie,) = documento.sections[0].footer.paragraphs
    assert pie.text == "Edición 1 del tablero · Página 1 de 1"
    campos = [c.text.strip() for c in pie._p.iter(qn("w:instrText"))]
    assert campos == ["PAGE", "NUMPAGES"]


def test_la_misma_acta_da_los_mismos_bytes(
    acta: Acta, hecho: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert docx.escribir(acta) == hecho
    assert plantilla.escribir() == plantilla.escribir()


def test_lo_simulado_y_lo_cancelado_se_dicen(base: Base, acta: Acta, tmp_path: Path) -> None:
    simulada = Document(BytesIO(docx.escribir(replace(acta, es_simulado=True))))
    (aviso,) = con_estilo(simulada, estilos.AVISO)
    assert aviso.startswith(AVISO)
    sin_hacer = una(base, tmp_path / "registro", cancelada="No hubo sala.")
    escrito = Document(BytesIO(docx.escribir(sin_hacer)))
    assert "Sesión cancelada: No hubo sala." in con_estilo(escrito, estilos.BORRADOR)
    assert f"Asistencia: {formato.SIN_DATO}. Quórum: {formato.SIN_DATO}." in textos(escrito)
    assert docx.NINGUNO in textos(escrito)
    assert docx.SIN_PREGUNTAS in textos(escrito)


def test_otra_plantilla_pone_su_membrete(acta: Acta, documento: Documento, tmp_path: Path) -> None:
    otra = Document(BytesIO(plantilla.escribir()))
    otra.sections[0].header.paragraphs[0].add_run("Alcaldía Mayor de Bogotá")
    otra.add_paragraph("Texto de muestra de la plantilla")
    otra.styles[estilos.CAPITULO].font.size = 254_000
    otra.save(str(tmp_path / "membrete.docx"))
    leido = Document(BytesIO(docx.escribir(acta, tmp_path / "membrete.docx")))
    assert textos(leido) == textos(documento)
    assert leido.styles[estilos.CAPITULO].font.size == 254_000
    encabezado = [p.text for p in leido.sections[0].header.paragraphs]
    assert encabezado == [
        "Alcaldía Mayor de Bogotá",
        "Borrador del acta · Sesión del 15 de diciembre de 2026",
    ]


def test_a_una_plantilla_incompleta_se_le_dice_que_le_falta(acta: Acta, tmp_path: Path) -> None:
    otra = Document(BytesIO(plantilla.escribir()))
    for nombre in (estilos.CIFRA, estilos.TABLA, estilos.PUNTO):
        otra.styles[nombre].delete()
    otra.save(str(tmp_path / "corta.docx"))
    with pytest.raises(ErrorTablero) as falla:
        docx.escribir(acta, tmp_path / "corta.docx")
    assert str(falla.value) == (
        "A la plantilla corta.docx le falta:\n"
        "  el estilo de párrafo «Título 2»\n"
        "  el estilo de párrafo «Cifra del acta»\n"
        "  el estilo de tabla «Tabla del acta»"
    )
    (tmp_path / "no.docx").write_bytes(b"no")
    with pytest.raises(ErrorTablero, match=r"^no\.docx no es un documento de Word"):
        docx.escribir(acta, tmp_path / "no.docx")


@pytest.mark.skipif(shutil.which("libreoffice") is None, reason="no está LibreOffice")
def test_libreoffice_lo_abre_entero(hecho: bytes, tmp_path: Path) -> None:
    (tmp_path / "acta.docx").write_bytes(hecho)
    subprocess.run(
        [
            *("libreoffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "acta.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    paginas = [pagina.extract_text() for pagina in PdfReader(tmp_path / "acta.pdf").pages]
    assert "Borrador del acta" in paginas[0]
    assert all(f"Página {n} de {len(paginas)}" in p for n, p in enumerate(paginas, start=1))
    assert "Con qué se comprueba" in "".join(paginas)
