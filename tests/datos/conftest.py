"""Una copia de las fuentes reales que cada prueba puede dañar a su gusto."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tablero import rutas

Editar = Callable[..., None]


@pytest.fixture
def fuentes(tmp_path: Path) -> Path:
    """`data/fuentes` copiada a una carpeta propia."""
    return Path(shutil.copytree(rutas.FUENTES, tmp_path / "fuentes"))


@pytest.fixture
def editar(fuentes: Path) -> Editar:
    """Cambia una celda de un libro: `editar("cnim", "Transferencias", "Estado", 2, "girada")`."""

    def cambiar(documento: str, hoja: str, titulo: str, fila: int, valor: Any) -> None:
        ruta = next((fuentes / documento).glob(f"*/{documento}.xlsx"))
        libro = openpyxl.load_workbook(ruta)
        encabezado = [c.value for c in libro[hoja][1]]
        libro[hoja].cell(fila, encabezado.index(titulo) + 1).value = valor
        libro.save(ruta)

    return cambiar
