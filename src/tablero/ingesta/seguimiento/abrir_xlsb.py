"""Comprueba que un .xlsb se puede leer sin peligro, y da de él una copia limpia.

Hace lo que `abrir_libro` con los otros formatos: expande con tope, mide y copia solo las hojas que
se leen; las demás, las macros y todo lo otro se quedan fuera sin mirarlo.
"""

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406  # escribe, no lee
from zipfile import ZIP_DEFLATED, ZipFile

from tablero.errores import ArchivoIlegible
from tablero.ingesta.seguimiento.registros_xlsb import (
    cuenta_desde_1904,
    hojas_del_libro,
    libro_con,
    medir_hoja,
    medir_textos,
)
from tablero.libro import xlsx
from tablero.libro.abrir import con_paquete, todas
from tablero.libro.limites import Medidor
from tablero.libro.paquete import PRINCIPAL as DEL_LIBRO
from tablero.libro.paquete import RAIZ, Paquete, Relacion
from tablero.libro.revisado import HojaDelLibro, LibroRevisado, Sirve
from tablero.libro.xlsx import DE_CELDAS, relaciones_de

PRINCIPAL = "xl/workbook.bin"
TEXTOS, ESTILOS = "xl/sharedStrings.bin", "xl/styles.bin"
NO_ES_LIBRO = "es un .zip que no contiene un libro .xlsb."


def abrir_xlsb(ruta: Path, sirve: Sirve = todas, *, max_columnas: int) -> LibroRevisado:
    """Revisa las hojas que sirven de un `.xlsb`; `ArchivoIlegible` si no se debe o no se puede."""
    return con_paquete(ruta, lambda paquete: _revisar(paquete, sirve, max_columnas))


def _revisar(paquete: Paquete, sirve: Sirve, max_columnas: int) -> LibroRevisado:
    parte = paquete.principal(PRINCIPAL)
    if not parte.lower().endswith(".bin"):
        es_xlsx = parte and parte == paquete.principal(xlsx.PRINCIPAL)
        raise ArchivoIlegible(
            "por dentro es un libro .xlsx; cámbiele la extensión." if es_xlsx else NO_ES_LIBRO
        )
    relaciones = paquete.relaciones(parte)
    partes = {
        como: paquete.leer(suya)
        for como, suya in (
            (TEXTOS, _de_clase(relaciones, "sharedStrings", TEXTOS)),
            (ESTILOS, _de_clase(relaciones, "styles", ESTILOS)),
        )
        if suya in paquete
    }
    textos = medir_textos(TEXTOS, partes[TEXTOS]) if TEXTOS in partes else []
    medidor = Medidor(max_columnas=max_columnas)
    hojas: list[HojaDelLibro] = []
    enlaces: dict[str, tuple[str, str, str]] = {}
    octetos = paquete.leer(parte)
    desde_1904 = cuenta_desde_1904(parte, octetos)
    for nombre, relacion, estado in hojas_del_libro(parte, octetos):
        suya = relaciones.get(relacion)
        tiene_celdas = suya is None or suya.clase == DE_CELDAS
        if not (tiene_celdas and sirve(nombre)):
            hojas.append(HojaDelLibro(nombre, estado, tiene_celdas))
            continue
        if suya is None or suya.parte not in paquete or relacion in enlaces:
            raise ArchivoIlegible(f"está incompleto: le falta el contenido de «{nombre}».")
        hoja = medir_hoja(suya.parte, paquete.leer(suya.parte), textos, medidor)
        medidor.sumar_hoja(nombre, hoja.filas, hoja.columnas)
        hoja.rarezas.desde_1904 = desde_1904
        lugar = len(enlaces)
        hojas.append(HojaDelLibro(nombre, estado, lugar=lugar, rarezas=hoja.rarezas))
        escrita = escape(relacion, {'"': "&quot;"})
        enlaces[relacion] = (escrita, DE_CELDAS, f"worksheets/sheet{lugar + 1}.bin")
        partes[f"xl/worksheets/sheet{lugar + 1}.bin"] = bytes(hoja.octetos)
    partes |= {
        PRINCIPAL: libro_con(parte, octetos, enlaces),
        "xl/_rels/workbook.bin.rels": relaciones_de(*enlaces.values()).encode(),
        RAIZ: relaciones_de(("r1", DEL_LIBRO, PRINCIPAL)).encode(),
    }
    return LibroRevisado(_copiar(partes), tuple(hojas))


def _de_clase(relaciones: dict[str, Relacion], clase: str, si_no: str) -> str:
    return next((r.parte for r in relaciones.values() if r.clase == clase), si_no)


def _copiar(partes: dict[str, bytes]) -> BytesIO:
    salida = BytesIO()
    with ZipFile(salida, "w", ZIP_DEFLATED, compresslevel=1) as copia:
        for nombre, octetos in partes.items():
            copia.writestr(nombre, octetos)
    salida.seek(0)
    return salida
