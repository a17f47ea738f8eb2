"""Solo importa lo que se lee: las demás hojas de un libro no lo rechazan, y una oculta se dice."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fabrica_libros import (
    NOMBRE,
    TABLAS,
    TEXTOS,
    celda_ods,
    con_openpyxl,
    empaquetar,
    fila_ods,
    libro_bueno,
    ods,
)
from fabrica_seguimiento import escribir, hojas
from openpyxl.chart import BarChart
from openpyxl.workbook.workbook import Workbook

from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.libro.leer import leer_libro
from tablero.libro.leido import LibroLeido
from tablero.libro.limites import MAX_COLUMNAS, MAX_FILAS
from tablero.modelo.cnim import Transferencia

T, C = f"{NOMBRE} · hoja «Transferencias»", f"{NOMBRE} · hoja «Cifras»"
NO_SE_LEE = "no es una hoja de este libro: no se lee."
Cambiar = Callable[[Workbook], Any]


def leer(ruta: Path) -> LibroLeido:
    return leer_libro(ruta, TABLAS, NOMBRE)


def dichos(leido: LibroLeido) -> tuple[list[str], list[str]]:
    return [str(e) for e in leido.errores], [str(a) for a in leido.avisos]


def _agregar(nombre: str, estado: str = "visible") -> Cambiar:
    def cambiar(libro: Workbook) -> None:
        hoja = libro.create_sheet(nombre)
        hoja["A1"] = "x"
        hoja.sheet_state = estado

    return cambiar


def _esconder(estado: str) -> Cambiar:
    return lambda libro: setattr(libro["Cifras"], "sheet_state", estado)


def _de_grafico(nombre: str) -> Cambiar:
    def cambiar(libro: Workbook) -> None:
        libro.create_chartsheet(nombre).add_chart(BarChart())

    return cambiar


def _solo(libro: Workbook) -> None:
    libro["Cifras"].title = "Cifra"
    libro["Cifra"].sheet_state = "hidden"


HOJAS: dict[str, tuple[Cambiar, list[str], list[str]]] = {
    "auxiliar": (_agregar("Listas"), [], [f"{NOMBRE} · hoja «Listas»: {NO_SE_LEE}"]),
    "oculta": (
        _agregar("_param", "hidden"),
        [],
        [f"{NOMBRE} · hoja «_param»: está oculta y {NO_SE_LEE}"],
    ),
    "muy oculta": (
        _agregar("_param", "veryHidden"),
        [],
        [f"{NOMBRE} · hoja «_param»: está muy oculta y {NO_SE_LEE}"],
    ),
    "una copia escondida de una que está": (
        _agregar("Transferencias (2)", "hidden"),
        [],
        [f"{NOMBRE} · hoja «Transferencias (2)»: está oculta y {NO_SE_LEE}"],
    ),
    "una copia a la vista de una que está": (
        _agregar("Transferencias (2)"),
        [
            f"{NOMBRE} · hoja «Transferencias (2)»: no es una hoja de este libro; ¿quiso decir "
            "«Transferencias»?"
        ],
        [],
    ),
    "la nuestra, escondida": (
        _esconder("hidden"),
        [],
        [f"{C}: está oculta y se lee igual; muéstrela."],
    ),
    "la nuestra, mal escrita y escondida": (
        _solo,
        [
            f"{NOMBRE} · hoja «Cifra»: está oculta y no es una hoja de este libro; ¿quiso decir "
            "«Cifras»?",
            f"{C}: falta esta hoja.",
        ],
        [],
    ),
    "la nuestra, con espacios que no se ven": (
        lambda libro: setattr(libro["Cifras"], "title", "\u00a0Cifras\u200b"),
        [],
        [],
    ),
    "de gráfico": (_de_grafico("Gráfico"), [], []),
    "una nuestra que es de gráfico": (
        lambda libro: (libro.remove(libro["Cifras"]), _de_grafico("Cifras")(libro)),
        [f"{C}: es de gráfico, de diálogo o de macros: no tiene celdas."],
        [],
    ),
}


@pytest.mark.parametrize("caso", HOJAS)
def test_cada_hoja_se_dice_por_lo_que_es(caso: str, tmp_path: Path) -> None:
    cambiar, errores, avisos = HOJAS[caso]
    ruta = tmp_path / "cnim.xlsx"
    con_openpyxl(cambiar)(ruta)
    leido = leer(ruta)
    assert dichos(leido) == (errores, avisos)
    assert len(leido.filas["transferencias_psicosociales"]) == 3


def _gigante(ruta: Path, filas: int, columnas: int) -> None:
    """Un libro bueno con otra hoja de ese tamaño, escrita a mano: con openpyxl tardaría mucho."""
    con_openpyxl(_agregar("Auxiliar"))(ruta)
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    celdas = "".join("<c><v>7</v></c>" for _ in range(columnas))
    datos = "".join(f'<row r="{n}">{celdas}</row>' for n in range(1, filas + 1))
    partes["xl/worksheets/sheet3.xml"] = (
        f"<worksheet><sheetData>{datos}</sheetData></worksheet>".encode()
    )
    empaquetar(ruta, partes)


@pytest.mark.parametrize(("filas", "columnas"), [(MAX_FILAS + 50_000, 1), (2, MAX_COLUMNAS * 8)])
def test_una_hoja_auxiliar_enorme_no_cuesta_nada(tmp_path: Path, filas: int, columnas: int) -> None:
    ruta = tmp_path / "cnim.xlsx"
    _gigante(ruta, filas, columnas)
    leido = leer(ruta)
    assert dichos(leido) == ([], [f"{NOMBRE} · hoja «Auxiliar»: {NO_SE_LEE}"])


@pytest.mark.parametrize("contenido", [b"", b"<esto no es XML", bytes(201 * 1024 * 1024)])
def test_lo_que_no_se_lee_puede_estar_danado_o_ser_una_bomba(
    tmp_path: Path, contenido: bytes
) -> None:
    ruta = tmp_path / "cnim.xlsx"
    con_openpyxl(_agregar("Auxiliar"))(ruta)
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    empaquetar(ruta, {**partes, "xl/worksheets/sheet3.xml": contenido, "xl/media/a.png": b"x"})
    assert dichos(leer(ruta))[0] == []


@pytest.mark.parametrize("extension", [".xlsx", ".xlsb"])
def test_tampoco_en_el_libro_oficial(tmp_path: Path, extension: str) -> None:
    bueno = leer_seguimiento(escribir(tmp_path / f"bueno{extension}", hojas()))
    ancha = {"Listas": [["x"] * 1500], "Largas": [["x"]] * 3}
    con_otras = escribir(tmp_path / f"otro{extension}", {**ancha, **hojas()})
    assert leer_seguimiento(con_otras).indicadores == bueno.indicadores


FILA = ["001 de 2025", None, "Cúcuta", 250_500_000, "girado", "p. 5", None]
OCULTA = (
    '<office:automatic-styles><style:style xmlns:style="urn:s" style:name="ta2" '
    'style:family="table"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles>"
)


def _en_ods(ruta: Path, otra: str) -> LibroLeido:
    """Una hoja buena y, antes, otra con ese XML."""
    titulos = [c.titulo for c in Transferencia.columnas_libro()]
    fila = [FILA[0], "2025-11-30", *FILA[1:]]
    buena = fila_ods(*map(celda_ods, titulos)) + fila_ods(*map(celda_ods, fila))
    ods({"Transferencias": buena})(ruta)
    with zipfile.ZipFile(ruta) as libro:
        partes: dict[str, bytes | str] = {n: libro.read(n) for n in libro.namelist()}
    contenido = str(partes["content.xml"], "utf-8")  # type: ignore[arg-type]
    contenido = contenido.replace("<office:body>", f"{OCULTA}<office:body>")
    partes["content.xml"] = contenido.replace("<table:table ", f"{otra}<table:table ", 1)
    empaquetar(ruta, partes)
    return leer_libro(ruta, (Transferencia,), NOMBRE)


OTRAS_ODS: Mapping[str, tuple[str, str]] = {
    "auxiliar": ('<table:table table:name="Listas">{}</table:table>', ""),
    "sin filas": ('<table:table table:name="Listas"/>', ""),
    "oculta": (
        '<table:table table:name="Listas" table:style-name="ta2">{}</table:table>',
        "oculta",
    ),
    "con otra dentro": (
        '<table:table table:name="Listas"><table:table table:name="b"/>{}</table:table>',
        "",
    ),
}


@pytest.mark.parametrize("caso", OTRAS_ODS)
def test_en_un_ods_la_hoja_que_no_se_lee_ni_se_mira(caso: str, tmp_path: Path) -> None:
    """Tiene más columnas de las que caben y un número que no lo es."""
    otra, oculta = OTRAS_ODS[caso]
    malas = fila_ods(celda_ods("x", 'table:number-columns-repeated="1500"'))
    malas += fila_ods('<table:table-cell office:value-type="float" office:value="no"/>')
    leido = _en_ods(tmp_path / "cnim.ods", otra.format(malas))
    antes = f"está {oculta} y " if oculta else ""
    assert dichos(leido) == ([], [f"{NOMBRE} · hoja «Listas»: {antes}{NO_SE_LEE}"])
    assert leido.filas["transferencias_psicosociales"][0].valores["valor_cop"] == 250_500_000


PARTES: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    "otro nombre": lambda p: _renombrar(p, "xl/workbook.xml", "xl/workbook22.xml"),
    "otra carpeta": lambda p: _renombrar(p, "xl/workbook.xml", "libro/principal.xml"),
    "mayúsculas": lambda p: {n.replace("xl/", "XL/"): c for n, c in p.items()},
    "relaciones absolutas": lambda p: _cambiar(p, r'Target="worksheets', 'Target="/xl/worksheets'),
    "relaciones desde la raíz": lambda p: _cambiar(
        p, r'Target="worksheets', 'Target="xl/worksheets'
    ),
    "barras de Windows": lambda p: _cambiar(p, r'Target="worksheets/', 'Target="worksheets\\\\'),
    "OOXML estricto": lambda p: _cambiar(
        p, "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    ),
    "textos con otro nombre": lambda p: _renombrar(p, TEXTOS, "xl/textos.xml"),
    "sin _rels": lambda p: {n: c for n, c in p.items() if n != "_rels/.rels"},
    "con relaciones de afuera": lambda p: _cambiar(
        p,
        "</Relationships>",
        '<Relationship Id="z" Type="x/officeDocument" Target="http://x" TargetMode="External"/>'
        "</Relationships>",
    ),
}


def _cambiar(partes: dict[str, bytes], antes: str, despues: str) -> dict[str, bytes]:
    return {
        n: re.sub(antes, despues, c.decode()).encode() if n.endswith((".xml", ".rels")) else c
        for n, c in partes.items()
    }


def _renombrar(partes: dict[str, bytes], de: str, a: str) -> dict[str, bytes]:
    """La parte con otro nombre, y las relaciones que la citan o que son suyas."""
    carpeta, nombre = de.rsplit("/", 1)
    otra, otro = a.rsplit("/", 1)
    nuevas: dict[str, bytes] = {}
    for n, c in partes.items():
        suya = f"{carpeta}/_rels/{nombre}.rels"
        donde = {de: a, suya: f"{otra}/_rels/{otro}.rels"}.get(n, n)
        texto = c.replace(de.encode(), a.encode())
        if n == suya:  # relativas a la carpeta de antes
            texto = re.sub(rb'Target="(?!/)', b'Target="/xl/', texto)
        elif n.endswith(".rels"):
            texto = texto.replace(b'"' + nombre.encode(), b'"' + otro.encode())
        nuevas[donde] = texto
    return nuevas


@pytest.mark.parametrize("caso", PARTES)
def test_la_parte_principal_se_halla_se_llame_como_se_llame(caso: str, tmp_path: Path) -> None:
    ruta = tmp_path / "cnim.xlsx"
    esperado = leer(libro_bueno(ruta))
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    cambiadas = PARTES[caso](partes)
    assert cambiadas != partes
    empaquetar(ruta, cambiadas)
    assert leer(ruta) == esperado


@pytest.mark.parametrize(
    ("de", "a"),
    [("xl/workbook.bin", "xl/workbook22.bin"), ("xl/sharedStrings.bin", "xl/textos.bin")],
)
def test_tambien_en_un_libro_binario(de: str, a: str, tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "libro.xlsb", hojas())
    esperado = leer_seguimiento(ruta)
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    empaquetar(ruta, _renombrar(partes, de, a))
    assert leer_seguimiento(ruta) == esperado


def test_un_documento_de_word_no_es_un_libro(tmp_path: Path) -> None:
    ruta = libro_bueno(tmp_path / "cnim.xlsx")
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    partes["xl/workbook.xml"] = b"<w:document xmlns:w='w'/>"
    empaquetar(ruta, _renombrar(partes, "xl/workbook.xml", "word/document.xml"))
    (error,) = leer(ruta).errores
    assert error.mensaje.startswith("es un .zip que no contiene un libro;")


def test_el_calendario_de_1904_se_respeta(tmp_path: Path) -> None:
    ruta = libro_bueno(tmp_path / "cnim.xlsx")
    libro = openpyxl.load_workbook(ruta)
    libro.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    libro.save(ruta)
    assert leer(ruta).filas["cifras"][0].valores["corte_fecha"].isoformat() == "2025-11-30"
