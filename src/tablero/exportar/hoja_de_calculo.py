"""Las hojas de un libro de Excel: una por cuadro, con cada celda del tipo de su columna.

Los números van enteros y se ven con los decimales de la pantalla; su unidad está en el encabezado.
"""

from collections.abc import Callable, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tablero.derivados import hoja_excel
from tablero.exportar.cuadro import Columna, Valor
from tablero.respuestas.columnas import Forma

Pares = Sequence[tuple[str, str]]
Nota = Callable[[Columna], str]
LETRAS_QUE_SE_LEEN = 260
"""Las que caben a lo ancho de una hoja acostada, reducida hasta donde todavía se lee."""


class Hojas:
    """Escribe cuadros en un libro, con los mismos formatos en todos."""

    def __init__(self, libro: xlsxwriter.Workbook) -> None:
        self._libro = libro
        self._formatos: dict[str, Format] = {}
        self.titulo = libro.add_format(hoja_excel.TITULO)
        self.encabezado = libro.add_format(hoja_excel.ENCABEZADO)
        self._de_numeros = libro.add_format({**hoja_excel.ENCABEZADO, "align": "right"})
        self.rotulo = libro.add_format({"bold": True, "valign": "top"})
        self.texto = libro.add_format(hoja_excel.TEXTO)
        self.parrafo = libro.add_format({**hoja_excel.TEXTO, "text_wrap": True, "valign": "top"})
        self.cantidad = libro.add_format({"num_format": "#,##0", "valign": "top"})
        self._fecha = libro.add_format({"num_format": hoja_excel.FECHA, "align": "left"})

    def cuadro(self, nombre: str, columnas: Sequence[Columna], nota: Nota | None = None) -> int:
        """Agrega la hoja de ese nombre y da cuántas filas le caben; `nota` explica un encabezado.

        El encabezado no se mueve al bajar, y las filas se pueden filtrar.
        """
        hoja = self._libro.add_worksheet(nombre)
        anchos = [hoja_excel.ancho([c.encabezado, *c.valores]) for c in columnas]
        self.imprimible(hoja, entera=sum(anchos) <= LETRAS_QUE_SE_LEEN)
        caben = 0
        for indice, columna in enumerate(columnas):
            valores = columna.valores[: hoja_excel.MAX_FILAS]
            caben = len(valores)
            es_numero = columna.tipo in (int, float)
            encabezado = self._de_numeros if es_numero else self.encabezado
            hoja.write_string(0, indice, columna.encabezado, encabezado)
            if nota is not None:
                hoja.write_comment(0, indice, nota(columna))
            hoja.set_column(indice, indice, anchos[indice])
            for fila, valor in enumerate(valores, start=1):
                hoja_excel.escribir(hoja, (fila, indice), valor, self._de(valor, columna))
        hoja.freeze_panes(1, 0)
        hoja.autofilter(0, 0, caben, max(len(columnas) - 1, 0))
        return caben

    def parrafos(self, hoja: Worksheet, fila: int, dichos: Pares, anchos: Sequence[int]) -> int:
        """Escribe desde esa fila un rótulo y su texto en cada una; da la que sigue."""
        for numero, (rotulo, texto) in enumerate(dichos, start=fila):
            hoja_excel.escribir(hoja, (numero, 0), rotulo, self.rotulo)
            hoja_excel.escribir(hoja, (numero, 1), texto, self.parrafo)
            hoja.set_row(numero, hoja_excel.alto((rotulo, texto), anchos[:2]))
        return fila + len(dichos)

    def lista(
        self,
        hoja: Worksheet,
        fila: int,
        titulos: Sequence[str],
        filas: Sequence[Sequence[Valor]],
        anchos: Sequence[int],
    ) -> int:
        """Escribe unos encabezados y sus filas desde esa; da la que sigue.

        `anchos` son los de las columnas de la hoja, para que cada fila sea tan alta como lo que
        dice.
        """
        for indice, titulo in enumerate(titulos):
            hoja.write_string(fila, indice, titulo, self.encabezado)
        for numero, valores in enumerate(filas, start=fila + 1):
            for indice, valor in enumerate(valores):
                formato = self.cantidad if isinstance(valor, int) else self.parrafo
                hoja_excel.escribir(hoja, (numero, indice), valor, formato)
            dichos = ["" if valor is None else str(valor) for valor in valores]
            hoja.set_row(numero, hoja_excel.alto(dichos, anchos[: len(dichos)]))
        return fila + 1 + len(filas)

    @staticmethod
    def imprimible(hoja: Worksheet, *, entera: bool) -> None:
        """Deja la hoja acostada, en A4 y con su encabezado en cada página; `entera`, a lo ancho."""
        hoja.set_landscape()
        hoja.set_paper(hoja_excel.A4)
        hoja.repeat_rows(0)
        if entera:
            hoja.fit_to_pages(1, 0)

    def _de(self, valor: Valor, columna: Columna) -> Format:
        if isinstance(valor, int | float) and not isinstance(valor, bool):
            return self._numero(como_se_lee(valor, columna.forma))
        return self._fecha if columna.tipo not in (str, bool) else self.texto

    def _numero(self, como: str) -> Format:
        if como not in self._formatos:
            self._formatos[como] = self._libro.add_format({"num_format": como})
        return self._formatos[como]


def como_se_lee(valor: float, forma: Forma) -> str:
    """El formato de Excel con que ese número se ve como en la pantalla, sin su unidad."""
    decimales = forma.decimales_de(valor)
    como = "#,##0" if forma.con_miles else "0"
    if decimales:
        como += "." + "0" * decimales
    return f"+{como};-{como};{como}" if forma.con_signo else como
