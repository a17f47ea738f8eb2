"""Las descargas en Chromium: cada archivo se prepara al pedirlo y dice lo que la base."""

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from gestos import quieta
from playwright.sync_api import Page, expect

from tablero import rutas
from tablero.consultas.base import Base
from tablero.derivados.diccionario import diccionario
from tablero.exportar.paquete.emision import Emision, edicion_de
from tablero.exportar.paquete.escribir import paquete
from tablero.modelo import TABLAS
from tablero.publicacion import publicacion
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares


def abrir(pagina: Page, servidor: str, consulta: str = "") -> None:
    pagina.goto(f"{servidor}/descargas{consulta}")
    expect(pagina.get_by_role("tab", name="Todo en un archivo")).to_be_visible()
    quieta(pagina)


def descargar(pagina: Page, fila: str, boton: str) -> tuple[str, bytes]:
    """El nombre y el contenido de lo que baja un botón de una fila."""
    lugar = pagina.locator(f".st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', fila)}")
    pedir = lugar.get_by_role("button", name=boton)
    pedir.evaluate("b => b.scrollIntoView({block: 'center'})")
    with pagina.expect_download() as espera:
        pedir.click()
    return espera.value.suggested_filename, Path(espera.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("boton", "nombre", "separador"),
    [
        ("Para programas", "transferencias_psicosociales_2025-11-30.csv", ","),
        ("Para Excel", "transferencias_psicosociales_2025-11-30_excel.csv", ";"),
    ],
)
def test_una_tabla_en_csv(
    pagina: Page, servidor: str, boton: str, nombre: str, separador: str
) -> None:
    abrir(pagina, servidor, "?ver=tablas")
    pagina.get_by_text("Centros y transferencias (").click()
    archivo, contenido = descargar(pagina, "fila_transferencias_psicosociales", boton)
    assert archivo == nombre
    texto = contenido.decode("utf-8-sig")
    filas = list(csv.DictReader(io.StringIO(texto), delimiter=separador))
    expect(
        pagina.locator(".st-key-fila_transferencias_psicosociales").get_by_text(
            f"{len(filas)} filas"
        )
    ).to_be_visible()
    valor = "valor_cop" if separador == "," else "Valor (pesos)"
    assert sum(int(f[valor]) for f in filas) == 1_998_207_910


def test_el_paquete_es_el_de_la_edicion(pagina: Page, servidor: str) -> None:
    """El mismo que escribe `tablero paquete`, byte por byte."""
    abrir(pagina, servidor)
    archivo, contenido = descargar(
        pagina, "fila_tablero_paquete_2025-11-30.zip", "Descargar el paquete"
    )
    assert archivo == "tablero_paquete_2025-11-30.zip"
    base = Base(rutas.BASE)
    edicion = edicion_de(base, ediciones(Lugares.de(rutas.BASE).registro))
    assert contenido == paquete(Emision(base, edicion, publicacion()))


@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_todo_en_un_zip(pagina: Page, servidor: str, dialecto: str) -> None:
    abrir(pagina, servidor)
    archivo, contenido = descargar(
        pagina, f"fila_tablero_csv_{dialecto}_2025-11-30.zip", "Descargar el ZIP"
    )
    assert archivo == f"tablero_csv_{dialecto}_2025-11-30.zip"
    with zipfile.ZipFile(io.BytesIO(contenido)) as comprimido:
        sueltos = {"LEEME.txt", "encabezados.csv"}
        assert set(comprimido.namelist()) == {f"{t.tabla}.csv" for t in TABLAS} | sueltos


def test_el_libro_de_excel(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor)
    archivo, contenido = descargar(pagina, "fila_tablero_2025-11-30.xlsx", "Descargar el libro")
    assert archivo == "tablero_2025-11-30.xlsx"
    libro = openpyxl.load_workbook(io.BytesIO(contenido), read_only=True)
    assert libro.sheetnames[0] == "Acerca de"
    assert len(libro.sheetnames) == len(TABLAS) + 1


def test_el_diccionario_y_el_archivo_duckdb(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor)
    archivo, contenido = descargar(pagina, "fila_diccionario.md", "Descargar el diccionario")
    assert (archivo, contenido.decode("utf-8")) == ("diccionario.md", diccionario())
    archivo, contenido = descargar(pagina, "fila_tablero_2025-11-30.duckdb", "Descargar el archivo")
    assert archivo == "tablero_2025-11-30.duckdb"
    assert contenido == rutas.BASE.read_bytes()


def test_el_departamento_no_la_cambia_y_sigue_al_menu(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "?departamento=Arauca")
    expect(pagina.get_by_text("el filtro «Arauca» no la cambia")).to_be_visible()
    pagina.get_by_role("link", name="Transferencias psicosociales", exact=True).click()
    expect(pagina.get_by_role("combobox", name="Departamento")).to_have_value("Arauca")
