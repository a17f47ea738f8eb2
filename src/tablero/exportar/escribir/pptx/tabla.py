"""Una tabla nativa: con su encabezado, y tantas filas como caben legibles."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.placeholder import PlaceholderGraphicFrame, TablePlaceholder
from pptx.table import _Cell
from pptx.util import Inches, Pt

from tablero.exportar.escribir.oficina.medir import PULGADA, RENGLON, columnas, renglones
from tablero.respuestas.cosas.cosa import Tabla

ESCALA = (18, 16, 15, 14, 13, 12)
MARGEN_LADO, MARGEN_ALTO = 0.1, 0.05
"""Pulgadas dentro de cada celda."""
MAYOR_ENTERA = 2.2
"""Hasta ese ancho, una columna no se parte en renglones."""


@dataclass(frozen=True)
class Medidas:
    """Cómo queda una tabla en su sitio."""

    letra: int
    anchos: tuple[float, ...]
    altos: tuple[float, ...]
    """El del encabezado y el de cada fila que cabe."""

    @property
    def filas(self) -> int:
        """Cuántas caben, sin el encabezado."""
        return len(self.altos) - 1


def medir(tabla: Tabla, ancho: float, alto: float) -> Medidas:
    """La letra mayor con que caben todas las filas; con la menor, las que quepan."""
    for letra in ESCALA:
        anchos = columnas(
            (tabla.columnas, *tabla.filas), ancho, letra, lados=2 * MARGEN_LADO, entera=MAYOR_ENTERA
        )
        altos = [
            _alto(tabla.columnas, anchos, letra, negrilla=True),
            *(_alto(fila, anchos, letra) for fila in tabla.filas),
        ]
        if sum(altos) <= alto:
            return Medidas(letra, anchos, tuple(altos))
    caben = altos[:2]  # el encabezado y una fila, por alta que sea: las demás siguen en otra
    for uno in altos[2:]:
        if sum(caben) + uno > alto:
            break
        caben.append(uno)
    return Medidas(letra, anchos, tuple(caben))


def poner(sitio: TablePlaceholder, tabla: Tabla, medidas: Medidas) -> PlaceholderGraphicFrame:
    """El marco de la tabla, ya en el lugar del sitio."""
    filas = tabla.filas[: medidas.filas]
    marco: PlaceholderGraphicFrame = sitio.insert_table(
        rows=len(filas) + 1, cols=len(tabla.columnas)
    )
    nativa = marco.table
    nativa.first_row, nativa.horz_banding = True, True
    for lugar, ancho in enumerate(medidas.anchos):
        nativa.columns[lugar].width = Inches(ancho)
    for lugar, alto in enumerate(medidas.altos):
        nativa.rows[lugar].height = Inches(alto)
    for numero, textos in enumerate((tabla.columnas, *filas)):
        for lugar, texto in enumerate(textos):
            _escribir(
                nativa.cell(numero, lugar),
                texto,
                medidas.letra,
                a_la_derecha=tabla.columnas[lugar] in tabla.numericas,
            )
    marco.height = Inches(sum(medidas.altos))
    return marco


def _escribir(celda: _Cell, texto: str, letra: int, *, a_la_derecha: bool) -> None:
    celda.margin_left = celda.margin_right = Inches(MARGEN_LADO)
    celda.margin_top = celda.margin_bottom = Inches(MARGEN_ALTO)
    celda.vertical_anchor = MSO_ANCHOR.MIDDLE
    parrafo = celda.text_frame.paragraphs[0]
    parrafo.alignment = PP_ALIGN.RIGHT if a_la_derecha else PP_ALIGN.LEFT
    trozo = parrafo.add_run()
    trozo.text, trozo.font.size = texto, Pt(letra)


def _alto(
    textos: Sequence[str], anchos: Sequence[float], letra: int, *, negrilla: bool = False
) -> float:
    mas = max(
        renglones(texto, ancho - 2 * MARGEN_LADO, letra, negrilla=negrilla)
        for texto, ancho in zip(textos, anchos, strict=True)
    )
    return mas * letra * RENGLON / PULGADA + 2 * MARGEN_ALTO
