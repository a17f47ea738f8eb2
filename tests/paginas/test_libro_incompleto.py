"""Un libro al que le falta casi todo: cada página lo dice y ninguna se rompe."""

import re
import shutil
from pathlib import Path

import pytest
from dichos import advertidos
from fabrica_politica import ANIOS, CORTES, JUNIO, productos
from pestanas import CON_LIBROS, PESTANAS
from tipos import Abrir, Texto

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.interfaz.marco.menu import SECCIONES
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, Forma, armar

PRIMERA_FILA, CODIGO, NOMBRE, SECTOR, ENTIDAD, PESO, TIPO = 5, 3, 4, 5, 6, 7, 9
PRIMER_REPORTE = 15


@pytest.fixture(scope="module")
def incompleta(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El 1.1.1 sin nombres ni responsable; el 1.1.2 sin peso ni tipo; el 1.2.1 con un #REF!."""
    carpeta = tmp_path_factory.mktemp("incompleta")
    hojas = armar(productos(JUNIO), Forma(ANIOS, CORTES[JUNIO]))
    for nombre in (CUANTITATIVO, CUALITATIVO):
        hojas[nombre][0][0] = "Libro de seguimiento"
        hojas[nombre][PRIMERA_FILA][CODIGO] = "1.1.1"
        for columna in (NOMBRE, SECTOR, ENTIDAD):
            hojas[nombre][PRIMERA_FILA][columna] = None
        for columna in (PESO, TIPO):
            hojas[nombre][PRIMERA_FILA + 1][columna] = None
    hojas[CUANTITATIVO][PRIMERA_FILA + 2][PRIMER_REPORTE + 1] = "#REF!"
    fuentes = carpeta / "fuentes"
    shutil.copytree(rutas.FUENTES, fuentes)
    libro = escribir_xlsx(carpeta / "libro.xlsx", hojas)
    importar(libro, fuentes, Pedido()).confirmar()
    construir(fuentes, carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


@pytest.fixture(autouse=True)
def con_incompleta(incompleta: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", incompleta)


PAGINAS = [pagina.archivo for paginas in SECCIONES.values() for pagina in paginas]
DE_PROGRAMA = re.compile(r"<th[^>]*>(?:<[^>]*>)*([a-z]+(?:_[a-z]+)+)<")
"""Un encabezado que es el nombre de una columna: le falta su título (`respuestas/columnas.py`)."""


@pytest.mark.parametrize("pagina", PAGINAS)
def test_ninguna_pagina_se_rompe(abrir: Abrir, texto: Texto, pagina: str) -> None:
    nombre = Path(pagina).stem
    vers = CON_LIBROS.get(nombre, PESTANAS.get(nombre, ()))
    dicho = "".join(texto(abrir(pagina, **pide)) for pide in ({"ver": v} for v in vers or ("",)))
    for extrano in (">nan<", ">None<", "nan %", "None %", ">NaN<", "<NA>"):
        assert extrano not in dicho
    assert DE_PROGRAMA.findall(dicho) == []


@pytest.mark.parametrize("codigo", ["1.1.1", "1.1.2", "1.2.1", "2.1.2", "2.2.1", "3.1.1"])
def test_la_hoja_de_cada_producto(abrir: Abrir, texto: Texto, codigo: str) -> None:
    vers = CON_LIBROS["producto?codigo=1.2.1&corte=2025-06-30"]
    dicho = "".join(texto(abrir("pages/producto.py", codigo=codigo, ver=ver)) for ver in vers)
    assert codigo in dicho
    for extrano in (">nan<", ">None<", "nan %", "None %", "nan.", "<NA>"):
        assert extrano not in dicho


def test_lo_que_falta_es_sin_dato_y_no_cero(abrir: Abrir, texto: Texto) -> None:
    """Sin el 1.1.2, que no tiene peso: 20·0,5 + 15·0,4 + 10·0,4 + 10·0,8 = 28."""
    assert "28,00\u00a0%" in texto(abrir("pages/semaforo.py"))
    dicho = texto(abrir("pages/semaforo.py", ver="productos"))
    fila = next(f for f in dicho.split("<tr>") if ">1.1.1</a>" in f)
    assert "sin dato" in fila
    fila = next(f for f in dicho.split("<tr>") if ">1.1.2</a>" in f)
    assert fila.count("sin dato") >= 5


def test_si_las_ponderaciones_no_suman_se_ve_en_el_semaforo(abrir: Abrir) -> None:
    """Sin la del 1.1.2: 20 + 15 + 10 + 10 + 20 + 10 = 85, sin el 3.1.1, que no está vigente."""
    pagina = abrir("pages/semaforo.py")
    (aviso,) = advertidos(pagina)
    assert aviso == (
        "No se sabe si las ponderaciones de los productos vigentes suman 100\u00a0%: la de 1.1.2 "
        "falta; las demás suman 85,00\u00a0%. Las cifras se calculan con los pesos que "
        "trae el libro, sin reescalarlos."
    )
    (enlace,) = [e.proto for e in pagina.get("page_link") if "Ver dónde" in e.proto.label]
    assert "regla=pesos_por_leer" in enlace.query_string


def test_las_demas_entidades_y_supuestos(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir("pages/entidad.py", nombre="sin dato", ver="debe"))
    assert "1.1.1" in dicho
    dicho = texto(abrir("pages/suponer.py", ver="productos", supone="1.1.1:30,1.1.2:5,1.2.1:40"))
    assert "1.1.2" in dicho


def test_si_los_pesos_no_suman_se_dice_donde_mueven_el_avance(abrir: Abrir) -> None:
    """El 1.1.2 pesaba 15 y ahora no se sabe: quedan 85."""
    no_suman = "la de 1.1.2 falta; las demás suman 85,00\u00a0%."
    historia = advertidos(abrir("pages/historia.py", ver="efectos"))
    assert [a for a in historia if no_suman in a and a.startswith("Del 30 de junio de 2025: ")]
    prueba = abrir("pages/suponer.py", codigo="1.1.2")
    assert [aviso for aviso in advertidos(prueba) if no_suman in aviso]


def test_suponer_un_producto_sin_peso_dice_que_no_mueve_la_politica(
    abrir: Abrir, texto: Texto
) -> None:
    assert "No se sabe cuánto pesa en la política" in texto(
        abrir("pages/suponer.py", supone="1.2.1:40,1.1.2:30", codigo="1.1.2")
    )


def test_el_efecto_de_un_producto_sin_nombre_se_ve(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir("pages/historia.py", ver="efectos")
    prueba.session_state["abrir_efectos"] = True
    dicho = texto(prueba.run()).split('aria-label="Efecto de cada producto en el avance"')[1]
    fila = next(f for f in dicho.split("<tr>") if ">1.1.1</a>" in f)
    assert '<span class="tb-sub">sin dato</span>' in fila
