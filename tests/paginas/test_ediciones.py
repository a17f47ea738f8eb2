"""Las ediciones en pantalla: la lista, los cambios de una a otra y el tablero como era."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from dichos import advertidos
from fabrica_sello import sellar_todo
from tipos import Abrir, Texto

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.interfaz.marco.rehacer import PEDIRLA
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares

PAGINA = "pages/ediciones.py"
HOY = '<td class="n">$5</td>'
"""Lo girado a Necoclí en la edición 2; en la 1, lo mismo que a otro municipio."""
TRANSFERENCIAS = {"ver": "lista", "departamento": "Antioquia"}


@pytest.fixture(scope="session")
def base_de_dos_ediciones(libros_ya_leidos: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La de siempre y, después, otra en que a Necoclí le giraron 5 pesos."""
    carpeta = tmp_path_factory.mktemp("dos_ediciones")
    fuentes = Path(shutil.copytree(rutas.FUENTES, carpeta / "fuentes"))
    construir(fuentes, carpeta / "tablero.duckdb", nota="La del Comité")
    ruta = next((fuentes / "cnim").glob("*/cnim.xlsx"))
    libro = openpyxl.load_workbook(ruta)
    hoja = libro["Transferencias"]
    titulos = [celda.value for celda in hoja[1]]
    for titulo, valor in (("Valor", 5), ("Cita", "Antioquia, Necoclí $5")):
        hoja.cell(2, titulos.index(titulo) + 1).value = valor
    libro.save(ruta)
    sellar_todo(descubrir(fuentes))
    construir(fuentes, carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


@pytest.fixture
def con_dos_ediciones(base_de_dos_ediciones: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", base_de_dos_ediciones)


def test_la_de_un_clon_recien_construido_es_la_1(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    (edicion,) = ediciones(Lugares.de(rutas.BASE).registro)
    assert "1 edición publicada: la última, el " in dicho
    assert '<a href="./?edicion=1">Edición 1</a>' in dicho
    assert edicion.contenido in dicho
    assert f"Huella de la última edición: {edicion.huella}." in dicho
    assert "sdp_2024-12-31 (corte: " in dicho
    assert "Hay una sola edición" in texto(abrir(PAGINA, ver="cambios"))


@pytest.mark.usefixtures("con_dos_ediciones")
def test_dos_se_comparan_dato_por_dato(abrir: Abrir, texto: Texto) -> None:
    lista = texto(abrir(PAGINA))
    assert "2 ediciones publicadas" in lista
    assert lista.index("Edición 2</a>") < lista.index("Edición 1</a>")
    assert "La del Comité" in lista
    dicho = texto(abrir(PAGINA, ver="cambios"))
    assert "De la edición 1 a la 2: " in dicho
    assert " datos cambiaron</h3>" in dicho or " datos cambiaron\n" in dicho
    for celda in ("60.431.400", ">5<", "Antioquia, Necoclí $5"):
        assert celda in dicho
    iguales = texto(abrir(PAGINA, ver="cambios", antes="2", despues="2"))
    assert "De la edición 2 a la 2 no cambió ningún dato" in iguales


@pytest.mark.usefixtures("con_dos_ediciones")
def test_toda_pagina_se_ve_como_era(abrir: Abrir, texto: Texto) -> None:
    ahora = texto(abrir("pages/transferencias.py", **TRANSFERENCIAS))
    antes = texto(abrir("pages/transferencias.py", **TRANSFERENCIAS, edicion="1"))
    assert HOY in ahora
    assert HOY not in antes
    assert "Se ve la edición 1, publicada el " not in ahora
    assert "Se ve la edición 1, publicada el " in antes
    assert "«La del Comité». No es necesariamente lo que hoy se sabe." in antes


@pytest.mark.usefixtures("con_dos_ediciones")
@pytest.mark.parametrize("pedida", ["9", "0", "-1", "uno", "1; DROP", "²"])
def test_la_que_no_existe_se_dice_y_se_muestra_la_de_ahora(
    abrir: Abrir, texto: Texto, pedida: str
) -> None:
    dicho = texto(abrir("pages/transferencias.py", **TRANSFERENCIAS, edicion=pedida))
    assert (
        "Esa edición no existe.</strong> Hay de la 1 a la 2. Se muestra el tablero de ahora."
        in (dicho)
    )
    assert HOY in dicho


@pytest.mark.usefixtures("con_dos_ediciones")
def test_la_que_ya_no_conserva_su_archivo_dice_a_quien_pedirla(
    abrir: Abrir, texto: Texto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lugares, "archivo", lambda lugares, _: lugares.ediciones / "no.duckdb")
    dicho = texto(abrir("pages/transferencias.py", **TRANSFERENCIAS, edicion="1"))
    assert "La edición 1 ya no conserva su archivo." in dicho
    assert "pídala a quien administra el tablero" in dicho
    assert HOY in dicho
    assert advertidos(abrir(PAGINA, ver="cambios", antes="1", despues="2")) == [
        f"La edición {numero} ya no conserva su archivo. {PEDIRLA}" for numero in (1, 2)
    ]
