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

Nota = Callable[[Columna], str]


class Hojas:
    """Escribe cuadros en un libro, con los mismos formatos en todos."""

    def __init__(self, libro: xlsxwriter.Workbook) -> None:
        self._libro = libro
        self._formatos: dict[str, Format] = {}
        self.titulo = libro.add_format(hoja_excel.TITULO)
        self.encabezado = libro.add_format(hoja_excel.ENCABEZADO)
        self.rotulo = libro.add_format({"bold": True, "valign": "top"})
        self.texto = libro.add_format(hoja_excel.TEXTO)
        self.parrafo = libro.add_format({**hoja_excel.TEXTO, "text_wrap": True, "valign": "top"})
        self.cantidad = libro.add_format({"num_format": "#,##0"})
        self._fecha = libro.add_format({"num_format": hoja_excel.FECHA, "align": "left"})

    def cuadro(self, nombre: str, columnas: Sequence[Columna], nota: Nota | None = None) -> int:
        """Agrega la hoja de ese nombre y da cuántas filas le caben; `nota` explica un encabezado.

        El encabezado no se mueve al bajar, y las filas se pueden filtrar.
        """
        hoja = self._libro.add_worksheet(nombre)
        caben = 0
        for indice, columna in enumerate(columnas):
            valores = columna.valores[: hoja_excel.MAX_FILAS]
            caben = len(valores)
            hoja.write_string(0, indice, columna.encabezado, self.encabezado)
            if nota is not None:
                hoja.write_comment(0, indice, nota(columna))
            hoja.set_column(indice, indice, hoja_excel.ancho([columna.encabezado, *valores]))
            for fila, valor in enumerate(valores, start=1):
                hoja_excel.escribir(hoja, (fila, indice), valor, self._de(valor, columna))
        hoja.freeze_panes(1, 0)
        hoja.autofilter(0, 0, caben, max(len(columnas) - 1, 0))
        return caben

    def lista(
        self, hoja: Worksheet, fila: int, titulos: Sequence[str], filas: Sequence[Sequence[Valor]]
    ) -> int:
        """Escribe unos encabezados y sus filas desde esa; da la que sigue."""
        for indice, titulo in enumerate(titulos):
            hoja.write_string(fila, indice, titulo, self.encabezado)
        for numero, valores in enumerate(filas, start=fila + 1):
            for indice, valor in enumerate(valores):
                formato = self.cantidad if isinstance(valor, int) else self.texto
                hoja_excel.escribir(hoja, (numero, indice), valor, formato)
        return fila + 1 + len(filas)

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
