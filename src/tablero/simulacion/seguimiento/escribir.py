"""Guarda las hojas inventadas en un `.xlsx`."""

from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from tablero.simulacion.seguimiento.libro import Hojas

FORMATO_DE_FECHA = "yyyy-mm-dd"
CREADO = datetime(2025, 1, 1)
"""Fija, para que los mismos datos den el mismo archivo."""


def escribir_xlsx(ruta: Path, hojas: Hojas) -> Path:
    """Escribe las celdas tal cual; una fecha lleva formato de fecha y `None` queda vacía."""
    with xlsxwriter.Workbook(ruta, {"strings_to_formulas": False}) as libro:
        libro.set_properties({"created": CREADO})
        de_fecha = libro.add_format({"num_format": FORMATO_DE_FECHA})
        for nombre, celdas in hojas.items():
            hoja = libro.add_worksheet(nombre)
            for numero, fila in enumerate(celdas):
                for columna, valor in enumerate(fila):
                    if isinstance(valor, date):
                        hoja.write_datetime(numero, columna, valor, de_fecha)
                    elif valor is not None:
                        hoja.write(numero, columna, valor)
    return ruta
