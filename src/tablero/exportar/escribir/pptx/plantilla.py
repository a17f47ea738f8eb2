"""La plantilla propia: un patrón sobrio de 16:9, con los colores del tablero.

Se arma con código: no hay un archivo que nadie pueda leer ni que se quede atrás del tema. Quien
quiera otra la saca con `escribir`, la cambia en su programa de presentaciones y la pasa de vuelta.
"""

import re
from datetime import date

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RELACION
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Presentacion
from pptx.util import Emu

from tablero import tema
from tablero.exportar.escribir.oficina.empaquetar import guardar
from tablero.exportar.escribir.oficina.propiedades import AUTOR, describir
from tablero.exportar.escribir.pptx.disenos import DISENOS
from tablero.exportar.escribir.pptx.idioma import en_espanol
from tablero.exportar.escribir.pptx.patron import LETRA, diseno_xml, estilos_xml, patron_xml

ANCHO, ALTO = Emu(12_192_000), Emu(6_858_000)
"""16:9: 13,333 por 7,5 pulgadas."""
DESDE = date(2026, 11, 30)
"""La fecha que dice de sí misma: no cambia con el día en que se saque."""
COLORES = {
    "dk1": tema.CLARO["textColor"],
    "lt1": tema.CLARO["backgroundColor"],
    "dk2": tema.BARRA_CLARO["backgroundColor"],
    "lt2": tema.CLARO["secondaryBackgroundColor"],
    "accent1": tema.ACENTO,
    "accent2": tema.CONTRASTE,
    "accent3": tema.RESTO_CLARO,
    "accent4": tema.GRUPOS[3],
    "accent5": tema.GRUPOS[2],
    "accent6": tema.GRUPOS[5],
    "hlink": tema.ACENTO,
    "folHlink": tema.GRUPOS[3],
}
DE_NOMBRE = re.compile(r'(<a:(?:theme|clrScheme|fontScheme|fmtScheme) [^>]*?name=")[^"]*')
DE_SOBRA = (RELACION.THUMBNAIL, RELACION.PRINTER_SETTINGS)
NIVELES_DE_NOTAS = ("Las notas de quien habla", "Segundo", "Tercero", "Cuarto", "Quinto")
NOMBRES_DE_NOTAS = {
    "hdr": "Encabezado",
    "dt": "Fecha",
    "sldImg": "Imagen de la diapositiva",
    "body": "Notas de quien habla",
    "ftr": "Pie",
    "sldNum": "Número de la diapositiva",
}


def escribir() -> bytes:
    """El archivo .pptx de la plantilla: vacío, con los diseños que las diapositivas piden."""
    return guardar(nueva())


def nueva() -> Presentacion:
    """Una presentación vacía con el patrón propio."""
    presentacion = Presentation()
    presentacion.slide_width, presentacion.slide_height = ANCHO, ALTO
    presentacion.element.find(qn("p:sldSz")).attrib.pop("type")  # la de python-pptx es de 4:3
    en_espanol(presentacion.element)
    _sin_sobras(presentacion)
    _poner_patron(presentacion)
    _poner_notas(presentacion)
    describir(
        presentacion.core_properties, titulo="Plantilla de diapositivas", tema=AUTOR, dia=DESDE
    )
    return presentacion


def _sin_sobras(presentacion: Presentacion) -> None:
    """Fuera la miniatura y la impresora de quien hizo la plantilla de python-pptx."""
    for parte in (presentacion.part, presentacion.part.package):
        relaciones = parte._rels  # python-pptx no las da de otra manera
        for nombre, relacion in list(relaciones.items()):
            if relacion.reltype in DE_SOBRA:
                relaciones.pop(nombre)


def _poner_patron(presentacion: Presentacion) -> None:
    patron = presentacion.slide_master
    _cambiar(patron.element, "p:cSld", patron_xml())
    _cambiar(patron.element, "p:txStyles", estilos_xml())
    _pintar(patron.part.part_related_by(RELACION.THEME))
    for sobrante in list(patron.slide_layouts)[len(DISENOS) :]:
        patron.slide_layouts.remove(sobrante)
    for hueco, diseno in zip(patron.slide_layouts, DISENOS, strict=True):
        _cambiar(hueco.element, "p:cSld", diseno_xml(diseno))
        hueco.element.attrib.pop("type", None)
        hueco.element.set("preserve", "1")


def _poner_notas(presentacion: Presentacion) -> None:
    """El patrón de las notas de quien habla, en español."""
    notas = presentacion.notes_master
    _pintar(notas.part.part_related_by(RELACION.THEME))
    for forma in notas.element.iter(qn("p:sp")):
        marca = forma.find(f".//{qn('p:ph')}")
        forma.find(f".//{qn('p:cNvPr')}").set("name", NOMBRES_DE_NOTAS[marca.get("type")])
        for campo in forma.iter(qn("a:fld")):
            campo.find(qn("a:t")).text = "‹N.º›" if campo.get("type") == "slidenum" else ""
    sueltos = [t for r in notas.element.iter(qn("a:r")) for t in r.iter(qn("a:t"))]
    for texto, nivel in zip(sueltos, NIVELES_DE_NOTAS, strict=True):
        texto.text = nivel
    en_espanol(notas.element)


def _cambiar(padre: BaseOxmlElement, nombre: str, xml: str) -> None:
    padre.replace(padre.find(qn(nombre)), parse_xml(xml))


def _pintar(parte: Part) -> None:
    """El tema de colores y de letra, con el nombre del tablero."""
    xml = parte.blob.decode("utf-8")
    for nombre, color in COLORES.items():
        xml = re.sub(
            rf"(<a:{nombre}>).*?(</a:{nombre}>)",
            rf'\g<1><a:srgbClr val="{color.removeprefix("#")}"/>\g<2>',
            xml,
            flags=re.DOTALL,
        )
    xml = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{LETRA}", xml)
    xml = re.sub(r'<a:font script="[^"]*" typeface="[^"]*"/>', "", xml)
    xml = DE_NOMBRE.sub(rf"\g<1>{AUTOR}", xml)
    # python-pptx no deja escribir el tema: uno lo guarda como bytes y el de las notas, como XML.
    if isinstance(parte, XmlPart):
        parte._element = parse_xml(xml.encode("utf-8"))
    else:
        parte._blob = xml.encode("utf-8")
