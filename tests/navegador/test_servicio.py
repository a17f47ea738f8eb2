"""El tablero mientras se sirve: una construcción nueva se nota y una mala no lo toca."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fabrica_sello import sellar_todo
from playwright.sync_api import BrowserContext, Page, expect
from tipos import Servir

from tablero import rutas
from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir


@pytest.fixture
def otras_fuentes(tmp_path: Path) -> Iterator[Path]:
    """Una copia de las fuentes donde Arauca atendió a 777 personas; al final vuelve lo de antes."""
    fuentes = Path(shutil.copytree(rutas.FUENTES, tmp_path / "fuentes"))
    poner(fuentes, "Personas atendidas", 777)
    yield fuentes
    construir(rutas.FUENTES, rutas.BASE)


def poner(fuentes: Path, titulo: str, valor: object) -> None:
    ruta = fuentes / "cnim" / "2025-11-30" / "cnim.xlsx"
    libro = openpyxl.load_workbook(ruta)
    hoja = libro["Atenciones"]
    columnas = [c.value for c in hoja[1]]
    for fila in range(2, hoja.max_row + 1):
        if hoja.cell(fila, columnas.index("Código del centro") + 1).value == "arauca":
            hoja.cell(fila, columnas.index(titulo) + 1).value = valor  # type: ignore[assignment]
            hoja.cell(fila, columnas.index("Cita") + 1).value = f"Arauca: {valor}"
    libro.save(ruta)


def test_una_construccion_nueva_se_ve_sin_reiniciar(
    pagina: Page, servidor: str, otras_fuentes: Path
) -> None:
    pagina.goto(f"{servidor}/?departamento=Arauca")
    expect(pagina.locator(".tb-cifra", has_text="51")).to_be_visible()
    sellar_todo(descubrir(otras_fuentes))
    construir(otras_fuentes, rutas.BASE)
    pagina.reload()
    expect(pagina.locator(".tb-cifra", has_text="777")).to_be_visible()


def test_un_libro_malo_no_toca_el_tablero_que_se_sirve(
    pagina: Page, servidor: str, otras_fuentes: Path
) -> None:
    poner(otras_fuentes, "Personas atendidas", "muchas")
    with pytest.raises(ErroresDeDatos, match="columna «Personas atendidas»"):
        validar(descubrir(otras_fuentes))
    pagina.goto(f"{servidor}/?departamento=Arauca")
    expect(pagina.locator(".tb-cifra", has_text="51")).to_be_visible()


def test_si_quitan_el_tablero_se_sirve_la_ultima_copia_y_se_dice(
    pagina: Page, servidor: str
) -> None:
    cifra = pagina.locator(".tb-cifra", has_text="113.142")
    franja = pagina.get_by_text("Este tablero puede no ser el más nuevo.")
    pagina.goto(servidor)
    expect(cifra).to_be_visible()
    guardado = rutas.BASE.with_suffix(".guardado")
    rutas.BASE.rename(guardado)
    try:
        pagina.reload()
        expect(franja).to_be_visible()
        expect(cifra).to_be_visible()
        barra = pagina.get_by_test_id("stHeader").bounding_box()
        primera = franja.bounding_box()
        assert barra is not None
        assert primera is not None
        assert primera["y"] >= barra["y"] + barra["height"], "la barra de arriba la tapa"
    finally:
        guardado.rename(rutas.BASE)
    pagina.reload()
    expect(cifra).to_be_visible()
    expect(franja).to_have_count(0)


def test_si_nunca_hubo_tablero_se_dice_como_construirlo_y_cuando_lo_hay_se_muestra(
    contexto_comun: BrowserContext, base_construida: Path, servir: Servir, tmp_path: Path
) -> None:
    archivo = tmp_path / "tablero.duckdb"
    pagina = contexto_comun.new_page()
    with servir(archivo) as direccion:
        pagina.goto(direccion)
        expect(pagina.get_by_text("Constrúyalo con: tablero construir")).to_be_visible()
        shutil.copyfile(base_construida, archivo)
        pagina.reload()
        expect(pagina.locator(".tb-cifra", has_text="113.142")).to_be_visible()
    pagina.close()
