"""Escribe una diapositiva en los sitios de su diseño, en el orden en que se lee."""

from collections.abc import Sequence
from copy import deepcopy

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Presentacion
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length, Pt

from tablero import tema
from tablero.exportar.escribir.pptx import disenos
from tablero.exportar.escribir.pptx.cabe import FUENTE, TITULO
from tablero.exportar.escribir.pptx.cuerpo import Cuerpo
from tablero.exportar.escribir.pptx.diapositiva import Diapositiva
from tablero.exportar.escribir.pptx.idioma import en_espanol
from tablero.exportar.escribir.pptx.texto import escribir as escribir_texto
from tablero.exportar.escribir.pptx.texto import marco
from tablero.exportar.marca import AVISO, EXPLICACION

DE_PORTADA = (44, 40, 36, 32)
AVISADO, ALTO_DEL_AVISO = "Aviso", 0.36
IMAGEN_DE_NOTAS, TEXTO_DE_NOTAS = "Imagen de la diapositiva", "Notas de quien habla"


def escribir(
    presentacion: Presentacion, hoja: Diapositiva, *, es_simulado: bool
) -> Diapositiva | None:
    """La agrega al final de la presentación; da la que le sigue, si su tabla no cabe entera."""
    diseno = disenos.buscar(presentacion, hoja.diseno)
    diapositiva = presentacion.slides.add_slide(diseno)
    lugares = disenos.lugares(diseno)
    sitios = {s: diapositiva.placeholders[lugares[s]] for s in hoja.diseno.sitios}
    for nombre, sitio in sitios.items():
        sitio.name = nombre  # python-pptx les pone uno en inglés
    de_titulo = DE_PORTADA if hoja.es_portada else TITULO
    escribir_texto(sitios[disenos.TITULO], [hoja.mensaje], de_titulo, negrilla=True)
    escribir_texto(sitios[disenos.FUENTE], [hoja.cosa.fuente], FUENTE)
    cuerpo = Cuerpo(sitios, hoja)
    cuerpo.escribir()
    puestos = {**{s: sitios[s] for s in (disenos.TITULO, disenos.FUENTE)}, **cuerpo.puestos}
    aviso = [_avisar(diapositiva, presentacion.slide_width)] if es_simulado else []
    orden = [puestos[s] for s in hoja.diseno.sitios if s in puestos]
    _en_orden(diapositiva, [orden[0], *aviso, *orden[1:]])
    _numerar(diapositiva)
    _notas_de_quien_habla(diapositiva, [*hoja.dice, *cuerpo.sobran])
    en_espanol(diapositiva.element)
    return cuerpo.sigue


def _en_orden(diapositiva: Slide, formas: Sequence[BaseShape]) -> None:
    """Un lector de pantalla lee las formas en el orden en que están escritas."""
    arbol = diapositiva.shapes._spTree  # python-pptx no las mueve
    for forma in formas:
        arbol.append(forma._element)


def _numerar(diapositiva: Slide) -> None:
    """El número, que python-pptx no pasa del diseño a la diapositiva."""
    for sitio in disenos.marcadores(diapositiva.slide_layout):
        if sitio.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            copia = deepcopy(sitio._element)
            copia.nvSpPr.cNvPr.set("id", str(diapositiva.shapes._next_shape_id))
            copia.spPr.clear()  # el sitio es el de su diseño
            diapositiva.shapes._spTree.append(copia)


def _avisar(diapositiva: Slide, ancho: Length | None) -> BaseShape:
    """La franja de los datos simulados, igual con cualquier plantilla."""
    franja = diapositiva.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Emu(0), Emu(0), ancho or Emu(0), Inches(ALTO_DEL_AVISO)
    )
    franja.name = AVISADO
    franja.fill.solid()
    franja.fill.fore_color.rgb = RGBColor(*tema.rgb(tema.SIMULADO)[:3])
    franja.line.fill.background()
    franja.shadow.inherit = False
    textos = marco(franja)
    textos.vertical_anchor = MSO_ANCHOR.MIDDLE
    parrafo = textos.paragraphs[0]
    parrafo.alignment = PP_ALIGN.CENTER
    trozo = parrafo.add_run()
    trozo.text = f"{AVISO}. {EXPLICACION}"
    trozo.font.size, trozo.font.bold = Pt(14), True
    trozo.font.color.rgb = RGBColor(*tema.rgb(tema.SIMULADO_TEXTO)[:3])
    return franja


def _notas_de_quien_habla(diapositiva: Slide, dice: Sequence[str]) -> None:
    notas = diapositiva.notes_slide
    nombres = {
        PP_PLACEHOLDER.SLIDE_IMAGE: IMAGEN_DE_NOTAS,
        PP_PLACEHOLDER.BODY: TEXTO_DE_NOTAS,
    }
    for sitio in list(notas.placeholders):
        nombre = nombres.get(sitio.placeholder_format.type)
        if nombre is None:
            sitio._element.getparent().remove(sitio._element)
        else:
            sitio.name = nombre
    if notas.notes_text_frame is not None:
        notas.notes_text_frame.text = "\n".join(dice)
    en_espanol(notas.element)
