"""La plantilla propia del borrador: carta, con los estilos del acta y los colores del tablero.

Se arma con código, como la de las diapositivas. Quien quiera su membrete la saca con `escribir`,
la cambia en Word y la pasa de vuelta.
"""

from datetime import date

from docx import Document
from docx.document import Document as Documento
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELACION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from tablero import tema
from tablero.exportar.escribir.docx import estilos
from tablero.exportar.escribir.oficina.empaquetar import guardar
from tablero.exportar.escribir.oficina.propiedades import AUTOR, IDIOMA, describir

LETRA = "Arial"
DESDE = date(2026, 11, 30)
"""La fecha que dice de sí misma: no cambia con el día en que se saque."""
TITULAR, TINTA = tema.BARRA_CLARO["backgroundColor"], tema.CLARO["textColor"]
ANCHO, ALTO, MARGEN = Inches(8.5), Inches(11), Inches(1)
"""Una hoja carta."""
CON_EFECTOS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
DE_SOBRA = (RELACION.THUMBNAIL, RELACION.NUMBERING, RELACION.CUSTOM_XML, CON_EFECTOS)
DE_WORD = frozenset({"header", "footer", "Title", "heading 1", "heading 2", "heading 3"})
"""Los estilos de Word que el borrador usa, con los que son de todo documento."""
TITULOS = {
    estilos.TITULO: (24, 0, 4),
    estilos.CAPITULO: (16, 18, 6),
    estilos.PUNTO: (13, 14, 4),
    estilos.PANTALLA: (11.5, 10, 3),
}
"""Estilo → su letra y los puntos que deja antes y después."""
PROPIOS = {
    estilos.TEXTO: (11, 6),
    estilos.CIFRA: (11, 2),
    estilos.FUENTE: (9, 6),
    estilos.BORRADOR: (11, 10),
    estilos.AVISO: (11, 10),
    estilos.CELDA: (10, 0),
    estilos.ENCABEZADO: (10, 0),
}
"""Estilo → su letra y los puntos que deja después."""
EN_NEGRILLA = frozenset({*TITULOS, estilos.ENCABEZADO, estilos.AVISO})
FONDOS = {
    estilos.BORRADOR: (tema.CLARO["secondaryBackgroundColor"], TINTA),
    estilos.AVISO: (tema.SIMULADO, tema.SIMULADO_TEXTO),
}
"""Estilo → el color de detrás y el de su letra."""


def escribir() -> bytes:
    """El archivo .docx de la plantilla: sin texto, con los estilos que el borrador pide."""
    return guardar(nueva())


def nueva() -> Documento:
    """Un documento vacío con los estilos propios."""
    documento = Document()
    _sin_sobras(documento)
    seccion = documento.sections[0]
    seccion.page_width, seccion.page_height = ANCHO, ALTO
    seccion.left_margin = seccion.right_margin = MARGEN
    seccion.top_margin = seccion.bottom_margin = MARGEN
    for nombre, (letra, antes, despues) in TITULOS.items():
        estilo = documento.styles[nombre]
        _dar_letra(estilo, letra, TITULAR, despues)
        estilo.paragraph_format.space_before = Pt(antes)
        estilo.paragraph_format.keep_with_next = True
    for nombre, (letra, despues) in PROPIOS.items():
        estilo = documento.styles.add_style(nombre, WD_STYLE_TYPE.PARAGRAPH)
        estilo.base_style, estilo.quick_style = documento.styles["Normal"], True
        _dar_letra(estilo, letra, FONDOS.get(nombre, ("", TINTA))[1], despues)
    for nombre, (fondo, _) in FONDOS.items():
        propias = documento.styles[nombre].element.get_or_add_pPr()
        propias.find(qn("w:spacing")).addprevious(_sombra(fondo))  # ese es su orden
    documento.styles.element.append(parse_xml(_tabla_xml()))
    describir(documento.core_properties, titulo="Plantilla del acta", tema=AUTOR, dia=DESDE)
    return documento


def _sin_sobras(documento: Documento) -> None:
    """Fuera lo que python-docx trae y aquí no se usa: miniatura, listas y estilos; y su idioma."""
    for relaciones in (documento.part.rels, documento.part.package.rels):
        for nombre, relacion in list(relaciones.items()):
            if relacion.reltype in DE_SOBRA:
                relaciones.pop(nombre)
    hoja = documento.styles.element
    for estilo in hoja.findall(qn("w:style")):
        es_de_todos = estilo.get(qn("w:default")) == "1"
        if not es_de_todos and estilo.find(qn("w:name")).get(qn("w:val")) not in DE_WORD:
            hoja.remove(estilo)
        elif (enlace := estilo.find(qn("w:link"))) is not None:
            estilo.remove(enlace)
    en_los_ajustes = documento.settings.element.iter(qn("w:themeFontLang"))
    for idioma in (*hoja.iter(qn("w:lang")), *en_los_ajustes):
        idioma.set(qn("w:val"), IDIOMA)
        idioma.set(qn("w:eastAsia"), IDIOMA)
    for letra in hoja.iter(qn("w:rFonts")):
        for nombre in list(letra.attrib):
            del letra.attrib[nombre]
        for para in ("ascii", "hAnsi", "cs", "eastAsia"):
            letra.set(qn(f"w:{para}"), LETRA)


def _dar_letra(estilo: ParagraphStyle, letra: float, color: str, despues: float) -> None:
    estilo.font.size, estilo.font.color.rgb = Pt(letra), RGBColor(*tema.rgb(color)[:3])
    estilo.font.bold = estilo.name in EN_NEGRILLA
    estilo.font.italic = False
    estilo.paragraph_format.space_after = Pt(despues)
    estilo.paragraph_format.line_spacing = 1.1
    for borde in estilo.element.iter(qn("w:pBdr")):
        borde.getparent().remove(borde)
        break


def _sombra(fondo: str) -> object:
    return parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fondo.removeprefix("#")}"/>')


def _tabla_xml() -> str:
    """La tabla: una raya bajo cada fila y el encabezado sobre un fondo claro."""
    raya = tema.CLARO["borderColor"].removeprefix("#")
    fondo = tema.FONDO_ENCABEZADO_LIBRO.removeprefix("#")
    lados = "".join(
        f'<w:{lado} w:val="single" w:sz="6" w:space="0" w:color="{raya}"/>'
        for lado in ("top", "bottom", "insideH")
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="TablaDelActa">'
        f'<w:name w:val="{estilos.TABLA}"/><w:basedOn w:val="TableNormal"/><w:uiPriority '
        'w:val="99"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{lados}</w:tblBorders>"
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="{fondo}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
