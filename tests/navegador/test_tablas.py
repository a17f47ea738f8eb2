"""Las tablas en el navegador: ordenar, filtrar, verlas con su título, y copiarlas con su fuente."""

import re
from collections.abc import Iterator

import pytest
from gestos import elegir, faltas, quieta
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tablero.texto import plano

PRODUCTOS = '.tb-con-fuente[data-tabla="productos"]'
PERMISOS = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="module")
def abierta(contexto_comun: BrowserContext, servidor: str) -> Iterator[Page]:
    """El semáforo, con sus 52 productos y permiso de leer el portapapeles; una vez para todas."""
    contexto_comun.grant_permissions(PERMISOS, origin=servidor)
    nueva = contexto_comun.new_page()
    errores: list[str] = []
    nueva.on("pageerror", lambda error: errores.append(str(error)))
    nueva.goto(f"{servidor}/semaforo?ver=productos")
    quieta(nueva)
    yield nueva
    nueva.close()
    contexto_comun.clear_permissions()
    assert errores == []


@pytest.fixture
def portatil(abierta: Page) -> Page:
    """La misma, del tamaño de un portátil."""
    abierta.set_viewport_size({"width": 1366, "height": 768})
    abierta.locator(PRODUCTOS).get_by_label("Filtrar esta tabla").fill("")
    return abierta


def columna(tabla: Locator, numero: int) -> list[str]:
    """Lo que se lee en una columna, de arriba abajo, en las filas a la vista."""
    celdas: list[str] = tabla.evaluate(
        """(t, n) => [...t.querySelectorAll('tbody tr:not([hidden])')]
            .map(f => f.cells[n].textContent.trim())""",
        numero,
    )
    return celdas


def por_partes(codigo: str) -> list[int]:
    return [int(parte) for parte in codigo.split(".")]


def porcentaje(texto: str) -> float:
    return float(texto.replace("\u00a0%", "").replace(".", "").replace(",", "."))


def test_se_ordena_con_clic_y_con_teclas_y_la_direccion_lo_recuerda(
    pagina: Page, servidor: str
) -> None:
    pagina.set_viewport_size({"width": 1366, "height": 768})
    pagina.goto(f"{servidor}/semaforo?ver=productos")
    quieta(pagina)
    tabla = pagina.locator(PRODUCTOS)
    original = columna(tabla, 0)
    codigo = tabla.get_by_role("columnheader", name="Código")
    codigo.get_by_role("button").click()
    expect(codigo).to_have_attribute("aria-sort", "ascending")
    codigos = columna(tabla, 0)
    assert codigos == sorted(original, key=por_partes)
    assert codigos.index("1.1.2") < codigos.index("1.1.10")

    pahv = tabla.get_by_role("columnheader", name="PAHV")
    pahv.get_by_role("button").focus()
    for sentido, al_reves in (("ascending", False), ("descending", True)):
        pagina.keyboard.press("Enter")
        expect(pahv).to_have_attribute("aria-sort", sentido)
        leidos = columna(tabla, 4)
        con_dato = [porcentaje(t) for t in leidos if t != "sin dato"]
        assert con_dato == sorted(con_dato, reverse=al_reves)
        assert leidos[len(con_dato) :] == ["sin dato"] * 2  # al final en los dos sentidos
    expect(codigo).to_have_attribute("aria-sort", "none")
    expect(pagina.locator("#tb-dicho")).to_have_text("Ordenada por «PAHV», de mayor a menor.")
    assert pagina.url.endswith("?ver=productos&orden=productos:pahv:desc")
    assert faltas(pagina) == []

    # Streamlit escribe la dirección con lo que él sabe: lo de la tabla no se pierde.
    elegir(pagina, "Objetivo", "3")
    expect(tabla.locator("tbody tr")).to_have_count(9)
    expect(pahv).to_have_attribute("aria-sort", "descending")
    pagina.wait_for_function("() => /orden=/.test(location) && /objetivo=/.test(location)")
    pagina.reload()
    quieta(pagina)
    expect(pahv).to_have_attribute("aria-sort", "descending")
    expect(tabla.locator("tbody tr")).to_have_count(9)
    pahv.get_by_role("button").press("Space")
    expect(pahv).to_have_attribute("aria-sort", "none")
    assert "orden=" not in pagina.url
    assert "objetivo=3" in pagina.url


def test_se_filtra_y_se_copia_y_se_imprime_lo_que_se_ve(portatil: Page) -> None:
    tabla = portatil.locator(PRODUCTOS)
    campo = tabla.get_by_label("Filtrar esta tabla")
    expect(tabla.locator(".tb-cuenta")).to_have_text("52 filas")
    todas = [plano(texto) for texto in tabla.locator("tbody tr").all_text_contents()]
    esperadas = [t for t in todas if "educacion" in t and "jornadas" in t]
    campo.fill("EDUCACION jornadas")
    vistos = columna(tabla, 0)
    assert 0 < len(vistos) == len(esperadas) < 52
    expect(tabla.locator(".tb-cuenta")).to_have_text(f"{len(vistos)} de 52 filas")
    portatil.wait_for_function(
        "() => location.search === '?ver=productos&filtro=productos:EDUCACION+jornadas'"
    )
    tabla.get_by_role("button", name="Peso").click()

    tabla.get_by_role("button", name="Copiar tabla").click()
    expect(tabla.get_by_role("button", name="Copiado")).to_be_visible()
    llano = portatil.evaluate("() => navigator.clipboard.readText()")
    titulo, encabezado, *filas, nota, fuente = llano.replace("\r\n", "\n").split("\n")
    assert titulo == "Los 52 productos, uno por uno"
    assert encabezado.split("\t")[0] == "Código"
    assert [fila.split("\t")[0] for fila in filas] == columna(tabla, 0)
    assert re.fullmatch(r"\d+(,\d+)? %", filas[0].split("\t")[2])
    assert nota == (
        "Ordenada por «Peso», de menor a mayor. Filtrada por «EDUCACION jornadas»: "
        f"{len(vistos)} de 52 filas."
    )
    assert fuente.startswith("Fuente: Secretaría Distrital de Planeación (SDP)")
    html = portatil.evaluate(
        """async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"""
    )
    assert html.count("<tr>") == len(vistos) + 1
    assert "<button" not in html

    portatil.emulate_media(media="print")
    expect(tabla.locator(".tb-en-papel")).to_have_text(nota)
    expect(tabla.locator(".tb-barra")).to_be_hidden()
    assert tabla.locator("thead").evaluate("e => getComputedStyle(e).position") == "static"
    assert tabla.locator("tbody tr:visible").count() == len(vistos)
    portatil.emulate_media(media="screen")

    campo.fill("nada de esto")
    expect(tabla.get_by_text("Ninguna fila coincide con «nada de esto».")).to_be_visible()
    campo.press("Escape")
    expect(tabla.locator("tbody tr:visible")).to_have_count(52)
    expect(campo).to_have_value("")
    for _ in range(2):
        tabla.get_by_role("button", name="Peso").click()
    portatil.wait_for_function("() => location.search === '?ver=productos'")


def test_se_corre_con_la_pagina_y_su_titulo_queda_arriba(portatil: Page) -> None:
    tabla = portatil.locator(PRODUCTOS)
    tabla.locator("tbody tr").nth(20).evaluate("f => f.scrollIntoView({block: 'center'})")
    caja, titulo, barra = (
        portatil.locator(lo_que).first.bounding_box()
        for lo_que in (
            f"{PRODUCTOS} .tb-caja",
            f"{PRODUCTOS} thead",
            "[data-testid=stHeader]",
        )
    )
    assert caja is not None
    assert titulo is not None
    assert barra is not None
    assert caja["height"] > 3 * 768  # sin caja: la que se corre es la página
    assert caja["y"] < 0
    assert abs(titulo["y"] - (barra["y"] + barra["height"])) <= 2
    expect(tabla.locator(".tb-caja")).not_to_have_attribute("tabindex", "0")


def test_una_cifra_se_copia_en_una_frase_tambien_sin_candado(portatil: Page) -> None:
    portatil.get_by_role("tab", name="¿Cómo va?").click()
    cifra = portatil.locator("[data-copiar]").first
    esperada = cifra.get_attribute("data-copiar") or ""
    assert re.fullmatch(
        r"Avance, publicado: 52,05\s%\. Calculado con sus productos: 52,04\s%\. Fuente: .*"
        r"\(corte: 31 de diciembre de 2024\).* · publicado y calculado\.",
        esperada,
    )
    for con_candado in (True, False):
        if not con_candado:  # en la red de una oficina, por http, no hay portapapeles moderno
            portatil.evaluate("() => navigator.clipboard.writeText('otra cosa')")
            portatil.evaluate("() => Object.defineProperty(window, 'isSecureContext', {value: 0})")
        boton = cifra.get_by_role("button", name="Copiar la cifra con su fuente")
        boton.focus()
        portatil.keyboard.press("Enter")
        expect(boton).to_have_text("Copiado")
        assert portatil.evaluate("() => navigator.clipboard.readText()") == esperada
    expect(portatil.locator("#tb-dicho")).to_have_text("Copiado.")
    portatil.get_by_role("tab", name="Productos").click()
    expect(portatil.locator(PRODUCTOS)).to_be_visible()


def test_en_un_telefono_el_orden_se_elige_en_una_lista(portatil: Page) -> None:
    portatil.set_viewport_size({"width": 390, "height": 844})
    tabla = portatil.locator(PRODUCTOS)
    tabla.get_by_label("Ordenar por").select_option("Código, de la Z a la A")
    assert columna(tabla, 0) == sorted(columna(tabla, 0), key=por_partes, reverse=True)
    assert portatil.evaluate("document.documentElement.scrollWidth") <= 390
    assert faltas(portatil) == []
