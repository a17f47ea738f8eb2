"""Guarda la hoja inventada de un plan en un `.xlsx`, con sus formatos y celdas combinadas."""

from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from tablero.simulacion.plan.hoja import FILA_DATOS, HOJA, EnPorcentaje, HojaInventada

CREADO = datetime(2025, 1, 1)
"""Fija, para que los mismos datos den el mismo archivo."""


def escribir_plan(ruta: Path, hoja: HojaInventada, *, nombre: str = HOJA) -> Path:
    """Escribe las celdas tal cual: una fracción marcada, como porcentaje; una fecha, como fecha."""
    with xlsxwriter.Workbook(ruta, {"strings_to_formulas": False}) as libro:
        libro.set_properties({"created": CREADO})
        de_fecha = libro.add_format({"num_format": "yyyy-mm-dd"})
        de_porcentaje = libro.add_format({"num_format": "0.00%"})
        de_titulo = libro.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        pagina = libro.add_worksheet(nombre)
        for desde_f, desde_c, hasta_f, hasta_c in hoja.combinadas:
            pagina.merge_range(desde_f, desde_c, hasta_f, hasta_c, "", de_titulo)
        for numero, fila in enumerate(hoja.celdas):
            for columna, valor in enumerate(fila):
                if isinstance(valor, date):
                    pagina.write_datetime(numero, columna, valor, de_fecha)
                elif isinstance(valor, EnPorcentaje):
                    pagina.write_number(numero, columna, float(valor), de_porcentaje)
                elif valor is not None:
                    pagina.write(numero, columna, valor, de_titulo if numero < FILA_DATOS else None)
    return ruta
