"""Una sesión entera, con la agenda publicada: se prepara, se lleva solo con teclas, se apaga el
equipo a la mitad, se sigue donde iba, y lo que se entrega dice lo mismo que la pared.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from conftest import _esperar
from docx import Document
from fabrica_historia import copiar_con_su_historia
from orden import correr
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pptx import Presentation
from pypdf import PdfReader
from test_sala import CIFRA, CUERPO, DE_ALTO, MEDIR, PIE, PROYECTORES, SALA

from tablero import rutas
from tablero.registro.archivo import leer
from tablero.registro.cadena import fallas
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor, siguiente
from tablero.registro.sesiones.estado import Sesion, actas

PUERTO_DE_LA_PRUEBA = "8790"
DIRECCION = f"http://localhost:{PUERTO_DE_LA_PRUEBA}"
DE_CADA_CLASE = (
    ("El mapa", "mapas_ipt"),
    ("Un departamento", "transferencias?departamento=Norte+de+Santander"),
    ("Un objetivo", "semaforo?objetivo=3&ver=productos"),
    ("Un municipio", "ficha_territorial?municipio=54001"),
    ("El plan nacional", "plan_cnim"),
    ("Publicado y calculado", "conciliacion"),
)
"""Un mapa, un gráfico, una tabla con filtro, una ficha y un contraste."""
EDUCACION = "Secretaría de Educación del Distrito"


class Sala:
    """El tablero con su sesión, y el servidor que lo proyecta."""

    def __init__(self, archivo: Path) -> None:
        self.archivo = archivo
        self.registro = Lugares.de(archivo).registro
        self._proceso: subprocess.Popen[bytes] | None = None

    def encender(self) -> None:
        """Abre el servidor en el mismo puerto de siempre, si no lo está."""
        if self._proceso is not None and self._proceso.poll() is None:
            return
        orden = [sys.executable, "-m", "tablero.cli", "abrir", "--puerto", PUERTO_DE_LA_PRUEBA]
        self._proceso = subprocess.Popen(
            [*orden, "--sin-navegador"],
            cwd=rutas.RAIZ,
            env={**os.environ, "PYTHONUTF8": "1", "TABLERO_BASE": str(self.archivo)},
        )
        _esperar(f"{DIRECCION}/salud", self._proceso)

    def apagar(self) -> None:
        """Como un corte de luz: sin avisar."""
        if self._proceso is not None and self._proceso.poll() is None:
            self._proceso.send_signal(signal.SIGKILL)
            self._proceso.wait(timeout=20)

    @property
    def sesion(self) -> Sesion:
        (una,) = actas(self.registro).sesiones
        return una


@pytest.fixture(scope="module")
def sala(base_construida: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sala]:
    archivo = copiar_con_su_historia(base_construida, tmp_path_factory.mktemp("una_sesion"))
    abierta = Sala(archivo)
    with _con_ese_tablero(archivo):
        propuesta = correr("sesiones", "proponer", "15/12/2026", "--lugar", "Sala Barulé")
        assert propuesta.returncode == 0, propuesta.stderr
    escritor, sesion = Escritor(abierta.registro, "prueba"), abierta.sesion
    desde = siguiente(sesion.pantallas)
    for orden, (titulo, direccion) in enumerate(DE_CADA_CLASE, start=desde):
        escritor.pantalla(sesion.codigo, titulo, direccion, orden=orden)
    abierta.encender()
    yield abierta
    abierta.apagar()


@contextmanager
def _con_ese_tablero(archivo: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as parche:
        parche.setattr(rutas, "BASE", archivo)
        yield


@pytest.fixture
def persona(navegador: Browser) -> Iterator[BrowserContext]:
    contexto = _contexto(navegador)
    yield contexto
    contexto.close()


def _contexto(navegador: Browser) -> BrowserContext:
    return navegador.new_context(
        viewport={"width": SALA[0], "height": SALA[1]}, locale="es-CO", reduced_motion="reduce"
    )


def _abrir(contexto: BrowserContext, sala: Sala) -> Page:
    sala.encender()
    pagina = contexto.new_page()
    pagina.goto(f"{DIRECCION}/sala?sesion={sala.sesion.codigo}")
    return pagina


def _teclear(pagina: Page, *textos: str) -> None:
    """Cada texto, letra por letra, y Entrar."""
    for texto in textos:
        pagina.keyboard.type(texto)
        pagina.keyboard.press("Enter")


def test_se_lleva_entera_con_teclas_en_los_tres_proyectores(
    sala: Sala, persona: BrowserContext
) -> None:
    """La agenda es la publicada; ninguna pantalla deja de leerse, se corta ni se pisa."""
    sesion, pagina = sala.sesion, _abrir(persona, sala)
    puntos = [punto.titulo for punto in sesion.puntos]
    assert puntos[0] == "Verificación del Quórum"
    assert any("nivel de madurez" in punto for punto in puntos)
    todas = 1 + len(sesion.pantallas)
    for ancho, alto in PROYECTORES:
        pagina.set_viewport_size({"width": ancho, "height": alto})
        pagina.keyboard.press("Home")
        for numero in range(1, todas + 1):
            expect(pagina.locator("#lugar")).to_have_text(f"Pantalla {numero} de {todas}")
            medida = pagina.evaluate(MEDIR)
            dicho, parte = f"{ancho}x{alto}, {numero}: {medida}", alto / DE_ALTO
            assert medida["cuerpo"] >= CUERPO * parte, dicho
            assert medida["cifra"] is None or medida["cifra"] >= CIFRA * parte, dicho
            assert medida["pie"] >= PIE * parte, dicho
            assert medida["sobra"] <= 1, dicho
            assert (medida["fuera"], medida["pisadas"]) == ([], []), dicho
            assert medida["filas"] <= 10, dicho
            pagina.keyboard.press("PageDown")
    assert pagina.locator("main > section img").count() >= 1, "el mapa va como imagen"


def test_un_apagon_no_pierde_nada_y_se_sigue_donde_se_iba(
    sala: Sala, persona: BrowserContext
) -> None:
    pagina = _abrir(persona, sala)
    todas, antes = 1 + len(sala.sesion.pantallas), len(actas(sala.registro).compromisos)
    _teclear(pagina, "4")
    tercera = sala.sesion.pantallas[2].codigo
    _hasta(pagina, lambda: sala.sesion.a_la_vista == tercera)
    pagina.keyboard.press("c")
    _teclear(pagina, "Enviar el plan de recuperación", "educaci", "+90")
    _hasta(pagina, lambda: len(actas(sala.registro).compromisos) > antes)
    expect(pagina.locator("#compromiso")).to_be_hidden()  # ya supo que quedó guardado
    sala.apagar()
    pagina.keyboard.press("PageDown")
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 5 de {todas}")
    pagina.close()  # si no, al volver el servidor le manda que ya va en la 5
    de_nuevo = _abrir(persona, sala)
    expect(de_nuevo.locator("#lugar")).to_have_text(f"Pantalla 4 de {todas}")
    *_, compromiso = actas(sala.registro).compromisos
    assert (compromiso.que, compromiso.entidad) == ("Enviar el plan de recuperación", EDUCACION)
    assert fallas(leer(sala.registro)) == []


def test_dos_personas_escriben_a_la_vez(
    sala: Sala, persona: BrowserContext, navegador: Browser
) -> None:
    """Una marca quién está y la otra decide: queda lo de las dos."""
    otra = _contexto(navegador)
    una, dos = _abrir(persona, sala), _abrir(otra, sala)
    for pagina in (una, dos):
        _teclear(pagina, "3")
    una.keyboard.press("q")
    dos.keyboard.press("d")
    for _ in range(3):
        una.keyboard.press("Space")
        una.keyboard.press("ArrowDown")
    dos.keyboard.type("Se pide el corte que falta.")
    dos.keyboard.press("Enter")
    dos.keyboard.press("Enter")
    _hasta(una, lambda: len(sala.sesion.presentes) == 3)
    _hasta(dos, lambda: sala.sesion.pantallas[1].decision == "Se pide el corte que falta.")
    otra.close()
    assert fallas(leer(sala.registro)) == []


def test_lo_que_se_entrega_dice_lo_que_se_vio(
    sala: Sala, persona: BrowserContext, tmp_path: Path
) -> None:
    """Los cuatro archivos: cada mensaje y cada cifra de la pared, letra por letra."""
    pagina = _abrir(persona, sala)
    vistas = pagina.evaluate(
        """() => [...document.querySelectorAll("main > section")].map((s) => [
            s.querySelector("h1").textContent,
            [...s.querySelectorAll(".numero")].map((n) => n.textContent)])"""
    )
    pagina.close()  # una sala abierta sigue anotando lo que se ve
    eslabon = leer(sala.registro)[-1].huella
    with _con_ese_tablero(sala.archivo):
        hecho = correr("anexo", "última", tmp_path)
        assert hecho.returncode == 0, hecho.stderr
    dia = date(2026, 12, 15).isoformat()
    dichos = {
        "pdf": _junto(p.extract_text() for p in PdfReader(tmp_path / f"anexo_{dia}.pdf").pages),
        "html": _junto([(tmp_path / f"sesion_{dia}.html").read_text(encoding="utf-8")]),
        "docx": _junto(_de_word(tmp_path / f"borrador_acta_{dia}.docx")),
        "pptx": _junto(_de_laminas(tmp_path / f"diapositivas_{dia}.pptx")),
    }
    assert len(vistas) == 1 + len(sala.sesion.pantallas)
    sin_dia = [v for v in vistas if not v[0].startswith("Al ")]  # ese dice el día en que se mira
    assert len(sin_dia) == len(vistas) - 1
    for titulo, cifras in sin_dia:
        for clase, dicho in dichos.items():
            if clase == "docx" and titulo.startswith("Sesión del"):
                continue  # el borrador tiene la agenda en su propia tabla
            assert _junto([titulo]) in dicho, (clase, titulo)
            for cifra in cifras:
                assert _junto([cifra]) in dicho, (clase, titulo, cifra)
    for clase in ("pdf", "docx", "pptx"):
        for dicho in ("Se pide el corte que falta.", "Enviar el plan de recuperación", EDUCACION):
            assert _junto([dicho]) in dichos[clase], (clase, dicho)
    assert eslabon[:12] in dichos["pdf"]


def _de_word(archivo: Path) -> Iterator[str]:
    documento = Document(str(archivo))
    yield from (p.text for p in documento.paragraphs)
    for tabla in documento.tables:
        yield from (celda.text for fila in tabla.rows for celda in fila.cells)


def _de_laminas(archivo: Path) -> Iterator[str]:
    for hoja in Presentation(str(archivo)).slides:
        for forma in hoja.shapes:
            if forma.has_text_frame:
                yield forma.text_frame.text
            if forma.has_table:
                yield from (c.text for fila in forma.table.rows for c in fila.cells)


def _junto(textos: Iterable[str]) -> str:
    """Sin espacios ni guiones de partir: el PDF los pone donde cambia de renglón."""
    return re.sub(r"[\s\u00ad\u200b]+", "", " ".join(textos))


def _hasta(pagina: Page, pasa: Callable[[], bool]) -> None:
    """Espera a que el registro lo diga."""
    for _ in range(300):
        if pasa():
            return
        pagina.wait_for_timeout(100)
    pytest.fail("el registro no lo dijo en treinta segundos")
