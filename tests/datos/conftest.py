"""Una copia de las fuentes reales que cada prueba puede dañar a su gusto."""

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fabrica_filas import Filas, sueltas
from tipos import Editar

from tablero import rutas
from tablero.ingesta.calcular import calcular
from tablero.ingesta.construir import validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.rangos import rangos_vigentes
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.semaforo import SemaforoRango


@pytest.fixture(scope="session", autouse=True)
def con_tablero(base_construida: Path) -> Path:
    """Aquí todo se prueba con el tablero construido."""
    return base_construida


@pytest.fixture(scope="session")
def tablas() -> PorTabla:
    """Las filas de las fuentes reales, con lo que se deduce de ellas."""
    documentos = descubrir(rutas.FUENTES)
    leidas = validar(documentos)
    return calcular(leidas, documentos, [], rangos_vigentes(leidas[SemaforoRango]))


@pytest.fixture(scope="session")
def filas(tablas: PorTabla) -> Filas:
    """Las mismas, como diccionarios."""
    return sueltas(tablas)


@pytest.fixture(scope="session")
def contrastes(filas: Filas) -> dict[str, dict[str, Any]]:
    """Los contrastes de las fuentes reales, por código y sin la fecha de corte."""
    return {f["conciliacion_codigo"][: -len("_2024-12-31")]: f for f in filas["conciliaciones"]}


@pytest.fixture
def fuentes(tmp_path: Path) -> Path:
    """`data/fuentes` copiada a una carpeta propia."""
    return Path(shutil.copytree(rutas.FUENTES, tmp_path / "fuentes"))


@pytest.fixture
def editar(fuentes: Path) -> Editar:
    """Cambia una celda de un libro: `editar("cnim", "Transferencias", "Estado", 2, "girada")`."""

    def cambiar(documento: str, hoja: str, titulo: str, fila: int, valor: Any) -> None:
        ruta = min((fuentes / documento).glob(f"*/{documento}.xlsx"))
        libro = openpyxl.load_workbook(ruta)
        encabezado = [c.value for c in libro[hoja][1]]
        libro[hoja].cell(fila, encabezado.index(titulo) + 1).value = valor
        libro.save(ruta)

    return cambiar
