"""Archivos que no son libros, o que lo son para hacer daño: ninguno se abre, y se dice por qué."""

import io
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import pytest
from fabrica_bombas import bomba, bomba_que_miente, pesado, texto_compartido_gigante
from fabrica_libros import (
    HOJA,
    NOMBRE,
    TABLAS,
    TEXTOS,
    celda_ods,
    con_xml,
    empaquetar,
    fila_ods,
    libro_bueno,
    ods,
)
from tipos import Fabrica

from tablero.libro.leer import leer_libro

DANADO = "está incompleto o dañado; vuelva a copiarlo o a guardarlo."
FORMATOS = "se leen .xlsx, .ods o una carpeta con un .csv por tabla."
CLAVE = "está protegido con contraseña; quítesela y vuelva a guardarlo."
OTRA_CLASE = "no es un libro .xlsx: por dentro es otra clase de archivo, con el nombre cambiado."
BINARIO = (
    "es un libro binario (.xlsb), que no se puede revisar celda por celda; guárdelo como .xlsx."
)
MACROS = "es un libro con macros (.xlsm), que no se reciben; guárdelo como .xlsx."
EXPANDIDO = "ocuparía más de 200 MB al abrirlo; no se abre."
ENTIDADES = '<!DOCTYPE sst [<!ENTITY a "jajaja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst'
DOCTYPE = (
    f"su parte «{TEXTOS}» declara <!DOCTYPE>, que ningún programa de hojas de cálculo escribe; "
    "no se abre."
)


def _octetos(contenido: bytes) -> Fabrica:
    return lambda ruta: ruta.write_bytes(contenido)


def _cifrado(ruta: Path) -> None:
    claro = io.BytesIO(libro_bueno(ruta).read_bytes())
    with ruta.open("wb") as salida:
        msoffcrypto.format.ooxml.OOXMLFile(claro).encrypt("clave", salida)


def _truncado(ruta: Path) -> None:
    datos = libro_bueno(ruta).read_bytes()
    ruta.write_bytes(datos[: len(datos) // 2])


def _con_octetos_cambiados(ruta: Path) -> None:
    datos = bytearray(libro_bueno(ruta).read_bytes())
    inicio = datos.index(HOJA.encode()) + len(HOJA) + 40
    datos[inicio : inicio + 20] = bytes(20)
    ruta.write_bytes(datos)


def _de_otra_version(ruta: Path) -> None:
    datos = bytearray(libro_bueno(ruta).read_bytes())
    datos[datos.index(b"PK\x01\x02") + 6] = 99
    ruta.write_bytes(datos)


def _con_parte(nombre: str, contenido: bytes | str = b"x") -> Fabrica:
    def fabricar(ruta: Path) -> None:
        with zipfile.ZipFile(libro_bueno(ruta), "a", zipfile.ZIP_DEFLATED) as paquete:
            paquete.writestr(nombre, contenido)

    return fabricar


def _con_muchas_partes(ruta: Path) -> None:
    empaquetar(ruta, {f"xl/{n}.xml": "<a/>" for n in range(2001)})


def _dos_partes_iguales(ruta: Path) -> None:
    _con_parte(HOJA.upper(), "<worksheet/>")(ruta)


def _ods_cifrado(ruta: Path) -> None:
    manifiesto = "<m><manifest:file-entry xmlns:manifest='m'><manifest:encryption-data/>"
    partes = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"\x00\x01cifrado",
        "META-INF/manifest.xml": f"{manifiesto}</manifest:file-entry></m>",
    }
    empaquetar(ruta, partes)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LEJOS = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
CELDA = celda_ods("x")
TEXTO_ODS = '<table:table-cell office:value-type="string"><text:p><text:s text:c="{}"/></text:p>'

CASOS: dict[str, tuple[str, Fabrica, str]] = {
    "no existe": ("a.xlsx", lambda ruta: None, "no existe."),
    "libro con macros": ("a.xlsm", _octetos(b"PK"), MACROS),
    "vacío": ("a.xlsx", _octetos(b""), "está vacío (0 bytes); vuelva a copiarlo."),
    "texto con el nombre cambiado": ("a.xlsx", _octetos(b"municipio,valor\n"), OTRA_CLASE),
    "página web con el nombre cambiado": ("a.xlsx", _octetos(b"<html></html>"), OTRA_CLASE),
    "zip que no es un libro": (
        "a.xlsx",
        lambda ruta: empaquetar(ruta, {"foto.txt": "hola"}),
        f"es un .zip que no contiene un libro; {FORMATOS}",
    ),
    "documento de Word": (
        "a.xlsx",
        lambda ruta: empaquetar(ruta, {"word/document.xml": "<a/>"}),
        f"es un .zip que no contiene un libro; {FORMATOS}",
    ),
    "zip truncado": ("a.xlsx", _truncado, DANADO),
    "zip con octetos cambiados": ("a.xlsx", _con_octetos_cambiados, DANADO),
    "zip de una versión que no existe": ("a.xlsx", _de_otra_version, DANADO),
    "Excel cifrado": ("a.xlsx", _cifrado, CLAVE),
    "LibreOffice cifrado": ("a.ods", _ods_cifrado, CLAVE),
    "Excel antiguo": (
        "a.xls",
        _octetos(OLE),
        "es un libro de Excel antiguo (.xls); ábralo y guárdelo como .xlsx.",
    ),
    "Excel antiguo con el nombre cambiado": (
        "a.xlsx",
        _octetos(OLE + "Workbook".encode("utf-16-le")),
        "es un libro de Excel antiguo (.xls); ábralo y guárdelo como .xlsx.",
    ),
    "otro documento de Office antiguo": (
        "a.xlsx",
        _octetos(OLE),
        f"no es un libro, sino otro documento de Office; {FORMATOS}",
    ),
    "libro binario": ("a.xlsb", _octetos(b"PK"), BINARIO),
    "libro binario con el nombre cambiado": (
        "a.xlsx",
        lambda ruta: empaquetar(ruta, {"xl/workbook.bin": "x"}),
        BINARIO,
    ),
    "macros escondidas": ("a.xlsx", _con_parte("xl/vbaProject.bin"), MACROS),
    "CSV suelto": (
        "a.csv",
        _octetos(b"a,b\n"),
        "es un CSV suelto; póngalo en una carpeta con un .csv por tabla.",
    ),
    "otra extensión": ("a.pdf", _octetos(b"%PDF"), f"no es un libro; {FORMATOS}"),
    "ods llamado xlsx": (
        "a.xlsx",
        ods({"Cifras": fila_ods(CELDA)}),
        "por dentro es un libro .ods; cámbiele la extensión.",
    ),
    "xlsx llamado ods": (
        "a.ods",
        libro_bueno,
        "por dentro es un libro .xlsx; cámbiele la extensión.",
    ),
    "pesa demasiado": ("a.xlsx", pesado, "pesa más de 20 MB, el máximo."),
    "demasiadas partes": ("a.xlsx", _con_muchas_partes, "tiene más de 2.000 partes, el máximo."),
    "dos partes con el mismo nombre": (
        "a.xlsx",
        _dos_partes_iguales,
        "está dañado: tiene dos partes con el mismo nombre.",
    ),
    "bomba de más de un gigabyte": ("a.xlsx", bomba, EXPANDIDO),
    "bomba que miente sobre su tamaño": ("a.xlsx", bomba_que_miente, EXPANDIDO),
    "entidades que se multiplican": ("a.xlsx", con_xml("<sst", ENTIDADES, TEXTOS), DOCTYPE),
    "textos compartidos que se multiplican": (
        "a.xlsx",
        texto_compartido_gigante,
        "sus textos repetidos ocuparían más memoria de la permitida; no se abre.",
    ),
    "millones de textos declarados": (
        "a.xlsx",
        con_xml(r'uniqueCount="\d+"', 'uniqueCount="4000000000"', TEXTOS),
        f"su parte «{TEXTOS}» dice tener 4000000000 elementos; no se abre.",
    ),
    "una celda en la última esquina": (
        "a.xlsx",
        con_xml("</sheetData>", LEJOS),
        "la hoja «Transferencias» tiene datos hasta la fila 1.048.576; el máximo es 200.000.",
    ),
    "una celda en la última columna": (
        "a.xlsx",
        con_xml("</sheetData>", '<row><c r="XFD5"><v>1</v></c></row></sheetData>'),
        "la hoja «Transferencias» tiene datos hasta la columna 16.384; el máximo es 200.",
    ),
    "demasiadas celdas": (
        "a.xlsx",
        con_xml("</sheetData>", '<row><c r="GR190000"><v>1</v></c></row></sheetData>'),
        "tiene más de 5.000.000 celdas, el máximo.",
    ),
    "fila imposible": (
        "a.xlsx",
        con_xml("</sheetData>", '<row r="99999999999"><c><v>1</v></c></row></sheetData>'),
        f"está dañado: «{HOJA}» tiene una fila imposible.",
    ),
    "una celda dos veces": (
        "a.xlsx",
        con_xml("</sheetData>", '<row r="2"><c r="B2"><v>1</v></c></row></sheetData>'),
        f"está dañado: «{HOJA}» trae la celda B2 dos veces o en desorden; ábralo en un programa de "
        "hojas de cálculo, revísela y guárdelo de nuevo.",
    ),
    "celda imposible": (
        "a.xlsx",
        con_xml('r="A2"', 'r="ZZZZ2"'),
        f"está dañado: «{HOJA}» tiene una celda imposible.",
    ),
    "hoja sin contenido": (
        "a.xlsx",
        con_xml("worksheets/sheet1.xml", "worksheets/no.xml", "xl/_rels/workbook.xml.rels"),
        "está incompleto: le falta el contenido de «Transferencias».",
    ),
    "ods con filas repetidas": (
        "a.ods",
        ods({"Cifras": fila_ods(celda_ods(1), atributos='table:number-rows-repeated="900000000"')}),
        "la hoja «Cifras» tiene datos hasta la fila 900.000.000; el máximo es 200.000.",
    ),
    "ods con columnas repetidas": (
        "a.ods",
        ods({"Cifras": fila_ods(celda_ods(1, 'table:number-columns-repeated="16384"'))}),
        "la hoja «Cifras» tiene datos hasta la columna 16.384; el máximo es 200.",
    ),
    "ods con espacios repetidos": (
        "a.ods",
        ods({"Cifras": fila_ods(TEXTO_ODS.format(999_999_999) + "</table:table-cell>")}),
        "sus textos repetidos ocuparían más memoria de la permitida; no se abre.",
    ),
    "ods con repeticiones imposibles": (
        "a.ods",
        ods({"Cifras": fila_ods(CELDA, atributos='table:number-rows-repeated="-1"')}),
        "está dañado: «-1» no es un número de repeticiones.",
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_no_se_abre_y_se_dice_por_que(caso: str, tmp_path: Path) -> None:
    archivo, fabricar, esperado = CASOS[caso]
    ruta = tmp_path / archivo
    fabricar(ruta)
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    assert [str(error) for error in leido.errores] == [f"{NOMBRE}: {esperado}"]
    assert leido.filas == {"transferencias_psicosociales": (), "cifras": ()}


def test_una_dimension_exagerada_no_estorba(tmp_path: Path) -> None:
    ruta = tmp_path / "a.xlsx"
    con_xml('<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"')(ruta)
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    assert leido.errores == ()
    assert len(leido.filas["transferencias_psicosociales"]) == 3


def test_celdas_con_formato_y_sin_valor_no_cuentan(tmp_path: Path) -> None:
    ruta = tmp_path / "a.xlsx"
    con_xml("</sheetData>", '<row r="900000"><c r="XFD900000" s="1"/></row></sheetData>')(ruta)
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    assert leido.errores == ()
    assert len(leido.filas["transferencias_psicosociales"]) == 3
