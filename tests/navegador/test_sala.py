"""La sala: cada pantalla, solo con teclas, en tres proyectores y en los dos temas.

Lo que mide es una parte del alto: 28 píxeles de cuerpo a 1080 renglones son 20 a 768.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gestos import revisar
from playwright.sync_api import Browser, Page, expect

from tablero.consultas.base import Base, Preguntas
from tablero.exportar.escribir.html.documento import documento
from tablero.respuestas.cosas.catalogo import todas

SALA, DE_ALTO = (1920, 1080), 1080
PROYECTORES = (SALA, (1280, 720), (1024, 768))
TEMAS = ("light", "dark")
CUERPO, CIFRA, ROTULO_DE_GRAFICO, PIE = 28, 120, 24, 20
"""Los píxeles que debe medir la letra en la sala, como mínimo."""
PANTALLAS = 12
A_LA_VISTA = "main > section:not([hidden])"
MEDIR = f"{(Path(__file__).parent / 'sala.js').read_text(encoding='utf-8')}()"


@pytest.fixture(scope="module", params=TEMAS)
def sala(navegador: Browser, servidor: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """La sala abierta en ese tema, quieta; al terminar exige que no pidió nada a otro lugar."""
    ajenas: list[str] = []
    errores: list[str] = []
    contexto = navegador.new_context(
        viewport={"width": SALA[0], "height": SALA[1]},
        color_scheme=request.param,
        locale="es-CO",
        reduced_motion="reduce",
    )
    pagina = contexto.new_page()
    pagina.on("console", lambda m: errores.append(m.text) if m.type == "error" else None)
    pagina.on("pageerror", lambda e: errores.append(str(e)))
    pagina.on(
        "request",
        lambda p: None if p.url.startswith((servidor, "data:")) else ajenas.append(p.url),
    )
    pagina.goto(f"{servidor}/sala")
    yield pagina
    contexto.close()
    assert (errores, ajenas) == ([], [])


def _mirar(sala: Page) -> dict[str, Any]:
    medidas: dict[str, Any] = sala.evaluate(MEDIR)
    return medidas


def _medir(sala: Page, tamano: tuple[int, int], numero: int) -> dict[str, Any]:
    """Lo que mide la pantalla en ese proyector, donde se lee desde el fondo y nada sobra."""
    medida = _mirar(sala)
    parte, dicho = tamano[1] / DE_ALTO, f"{numero} a {tamano[0]}, {medida}"
    assert medida["cuerpo"] >= CUERPO * parte, dicho
    assert medida["cifra"] is None or medida["cifra"] >= CIFRA * parte, dicho
    assert medida["dibujo"] is None or medida["dibujo"] >= ROTULO_DE_GRAFICO * parte, dicho
    assert medida["pie"] >= PIE * parte, dicho
    assert medida["sobra"] <= 1, dicho
    assert (medida["fuera"], medida["pisadas"]) == ([], []), dicho
    assert medida["filas"] <= 10, dicho
    return medida


def _numero(sala: Page, cual: str) -> None:
    for tecla in (*cual, "Enter"):
        sala.keyboard.press(tecla)


def test_cada_pantalla_se_lee_desde_el_fondo(sala: Page) -> None:
    """Con el tema cambian los colores, y no lo que mide cada cosa: en oscuro basta un proyector."""
    oscuro = sala.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    for tamano in (SALA,) if oscuro else PROYECTORES:
        sala.set_viewport_size({"width": tamano[0], "height": tamano[1]})
        sala.keyboard.press("Home")
        vistos = []
        for numero in range(1, PANTALLAS + 1):
            expect(sala.locator("#lugar")).to_have_text(f"Pantalla {numero} de {PANTALLAS}")
            assert f"pantalla={numero}" in sala.url or numero == 1
            vistos.append(_medir(sala, tamano, numero)["titulo"])
            if tamano == SALA:  # lo que axe mira no cambia con el tamaño
                assert revisar(sala) == []
            sala.keyboard.press("ArrowRight")
        assert len(set(vistos)) == PANTALLAS
        expect(sala.locator("#lugar")).to_have_text(f"Pantalla {PANTALLAS} de {PANTALLAS}")


def test_las_teclas_y_el_control(sala: Page) -> None:
    lugar = sala.locator("#lugar")
    for tecla, numero in (
        *(("Home", 1), ("PageDown", 2), ("Space", 3), ("ArrowRight", 4), ("ArrowLeft", 3)),
        *(("PageUp", 2), ("Shift+Space", 1), ("ArrowLeft", 1), ("End", 12), ("ArrowRight", 12)),
    ):
        sala.keyboard.press(tecla)
        expect(lugar).to_have_text(f"Pantalla {numero} de {PANTALLAS}")
        assert sala.url.endswith(f"pantalla={numero}")
    _numero(sala, "7")
    expect(lugar).to_have_text(f"Pantalla 7 de {PANTALLAS}")
    _numero(sala, "11")
    expect(lugar).to_have_text(f"Pantalla 11 de {PANTALLAS}")
    expect(sala.locator("#anuncio")).to_contain_text("Pantalla 11 de 12. 16 de los 34 municipios")
    _numero(sala, "99")
    expect(sala.locator("#anuncio")).to_have_text("No hay pantalla 99")
    sala.reload()
    expect(lugar).to_have_text(f"Pantalla 11 de {PANTALLAS}")


def test_el_negro_el_indice_y_las_teclas_se_abren_y_se_cierran(sala: Page) -> None:
    negro, indice = sala.locator("#negro"), sala.locator("#indice")
    _numero(sala, "2")
    for vuelve in ("b", "Escape"):
        sala.keyboard.press("b")
        expect(negro).to_be_visible()
        assert sala.evaluate("() => document.elementFromPoint(500, 300).id") == "negro"
        sala.keyboard.press(vuelve)
        expect(negro).to_be_hidden()
    sala.keyboard.press("i")
    expect(indice.get_by_role("button")).to_have_count(PANTALLAS + 1)
    expect(indice.locator("[aria-current]")).to_be_focused()
    assert revisar(sala) == []
    sala.keyboard.press("Tab")
    sala.keyboard.press("Enter")
    expect(sala.locator("#lugar")).to_have_text(f"Pantalla 3 de {PANTALLAS}")
    sala.keyboard.press("i")
    sala.keyboard.press("Escape")
    expect(indice).to_be_hidden()
    sala.keyboard.press("?")
    expect(sala.get_by_role("dialog", name="Teclas")).to_contain_text("La pantalla siguiente")
    assert revisar(sala) == []
    sala.keyboard.press("Escape")
    expect(sala.locator("#teclas")).to_be_hidden()
    sala.keyboard.press("f")
    sala.wait_for_function("() => document.fullscreenElement !== null")
    sala.keyboard.press("f")
    sala.wait_for_function("() => document.fullscreenElement === null")


def test_el_tema_se_cambia_con_una_tecla(sala: Page) -> None:
    fondo = "() => getComputedStyle(document.body).backgroundColor"
    antes = sala.evaluate(fondo)
    sala.keyboard.press("t")
    assert sala.evaluate(fondo) != antes
    assert revisar(sala) == []
    sala.keyboard.press("t")
    assert sala.evaluate(fondo) == antes


def test_las_de_un_signo_se_apagan_y_quien_escribe_no_se_mueve(sala: Page) -> None:
    lugar = sala.locator("#lugar")
    _numero(sala, "4")
    sala.evaluate("() => document.body.append(document.createElement('textarea'))")
    escrito = sala.locator("textarea")
    escrito.focus()
    for tecla in ("b", "5", "Enter", "Space", "ArrowRight", "End"):
        sala.keyboard.press(tecla)
    expect(escrito).to_have_value("b5\n ")
    expect(lugar).to_have_text(f"Pantalla 4 de {PANTALLAS}")
    expect(sala.locator("#negro")).to_be_hidden()
    escrito.evaluate("e => e.remove()")
    sala.keyboard.press("?")
    usar = sala.get_by_label("Usar las teclas de un solo signo")
    usar.uncheck()
    sala.keyboard.press("Escape")
    for tecla in ("b", "i", "?", "9", "Enter"):
        sala.keyboard.press(tecla)
    expect(lugar).to_have_text(f"Pantalla 4 de {PANTALLAS}")
    expect(sala.locator("#negro")).to_be_hidden()
    assert sala.locator("dialog[open]").count() == 0
    sala.keyboard.press("ArrowRight")
    expect(lugar).to_have_text(f"Pantalla 5 de {PANTALLAS}")
    sala.get_by_role("button", name="Teclas").click()
    usar.check()
    sala.keyboard.press("Escape")
    sala.keyboard.press("b")
    expect(sala.locator("#negro")).to_be_visible()
    sala.keyboard.press("Escape")


def test_el_pie_dice_la_hora_la_edicion_y_la_edad(sala: Page) -> None:
    sala.keyboard.press("Home")
    pie = sala.locator("footer")
    expect(pie.locator("#hora")).to_contain_text(":")
    expect(pie).to_contain_text("dición")
    expect(pie.locator("#edad")).to_contain_text("Datos de hace ")
    expect(pie.get_by_role("link", name="En el tablero")).to_have_attribute("href", "/semaforo")
    sala.keyboard.press("ArrowRight")
    enlace = pie.get_by_role("link", name="En el tablero")
    expect(enlace).to_have_attribute("href", "/semaforo?ver=por_que")


def test_el_archivo_suelto_anda_sin_servidor(
    navegador: Browser, base: Base, tmp_path: Path
) -> None:
    archivo = tmp_path / "sesion.html"
    html = documento(todas(Preguntas(base)), edicion="Edición 1 del tablero")
    archivo.write_text(html, encoding="utf-8")
    contexto = navegador.new_context(viewport={"width": SALA[0], "height": SALA[1]}, offline=True)
    pagina = contexto.new_page()
    fallas: list[str] = []
    pagina.on("pageerror", lambda e: fallas.append(str(e)))
    pagina.goto(archivo.as_uri())
    for _ in range(2):
        pagina.keyboard.press("PageDown")
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 3 de {PANTALLAS}")
    expect(pagina.locator(A_LA_VISTA)).to_have_count(1)
    assert "pantalla=3" in pagina.url
    pagina.reload()
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 3 de {PANTALLAS}")
    contexto.close()
    assert fallas == []


def test_el_comite_lleva_a_la_sala(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/comite")
    pagina.get_by_role("link", name="Proyectar lo que pregunta un Comité →").click()
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 1 de {PANTALLAS}")
