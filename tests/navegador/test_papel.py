"""Una página impresa: pocas hojas, con todas sus cifras, sus fuentes y de dónde salió."""

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from gestos import quieta
from papel import con_poppler, faltas, hojas
from pestanas import PESTANAS
from PIL import Image
from playwright.sync_api import Page, expect

HOJAS_DEL_SEMAFORO = 9
"""Todas sus pestañas, en A4 o en Carta: son 8; fueron 11 y 13."""
ENCABEZADO = "Código Estado, producto y responsable Peso PAV PAHV PAA Trayectoria"
MARGEN = 28.0
"""Puntos: los diez milímetros de cada lado."""
PIE = 30.0
"""Puntos del borde de abajo en que solo va el número de la hoja."""
CON_CIFRAS = re.compile(r"\d(?:[\d.,]*\d)?")
SUELTOS = ("Descargar", "Copiar", "Proyectar", "Buscar", "Preparar sesión", "Cómo citar")
"""Palabras del menú y de los botones que la página misma no dice."""
LO_QUE_SE_LEE = """() => {
    // La edad es del día en que se mira: en una hoja que se guarda dejaría de ser cierta.
    const hoja = new CSSStyleSheet();
    hoja.replaceSync('.tb-edad { display: none }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, hoja];
    const main = document.querySelector('.stMain');
    const de = donde => [...main.querySelectorAll(donde)]
        .filter(e => e.checkVisibility()).map(e => e.innerText || e.textContent);
    return {
        cifras: de('.tb-cifra, .tb-menor, table.tb td, table.tb th[scope=row], .tb-fuente, h3'),
        dibujos: de('svg.marks text:not([stroke-width])'),
        titulos: de('h1, h2, h3, [role=tab][aria-selected=true]'),
        fuentes: de('.tb-fuente'),
    };
}"""


def abrir(pagina: Page, direccion: str) -> dict[str, list[str]]:
    """La página ya quieta, y lo que se lee en su pantalla."""
    pagina.goto(direccion)
    pagina.wait_for_selector("h1")
    quieta(pagina)
    leido: dict[str, list[str]] = pagina.evaluate(LO_QUE_SE_LEE)
    return leido


def imprimir(pagina: Page, hoja: str, carpeta: Path) -> Path:
    pdf = carpeta / "impresa.pdf"
    pagina.pdf(path=pdf, format=hoja)
    return pdf


def texto(pdf: Path) -> str:
    orden = ["pdftotext", "-layout", str(pdf), "-"]
    salida = subprocess.run(orden, capture_output=True, check=True).stdout
    return llano(salida.decode("utf-8"))


def llano(escrito: str) -> str:
    return " ".join(escrito.replace("\u00ad", "").split())


def numeros(escritos: list[str]) -> Counter[str]:
    return Counter(CON_CIFRAS.findall(llano(" ".join(escritos))))


def sin_imprimir(leido: dict[str, list[str]], impreso: str) -> list[str]:
    """Las cifras de la pantalla que el papel no dice las mismas veces, y las fuentes que faltan."""
    en_papel = Counter(CON_CIFRAS.findall(impreso))
    faltan = [*(numeros(leido["cifras"] + leido["dibujos"]) - en_papel)]
    junto = impreso.replace(" ", "")
    faltan += [f for f in leido["fuentes"] if llano(f).replace(" ", "")[:40] not in junto]
    return faltan


def huerfanos(pdf: Path, titulos: list[str]) -> list[str]:
    """Los títulos que terminan una hoja: lo que nombran quedó en la otra."""
    todas = hojas(pdf)
    dichos = [llano(t) for t in titulos]
    solos = []
    for numero, (_, alto, palabras) in enumerate(todas[:-1], start=1):
        propias = [p for p in palabras if p.abajo < alto - PIE]
        ultimo = max(p.abajo for p in propias)
        renglon = " ".join(p.texto for p in propias if p.abajo > ultimo - 3)
        if any(t.endswith(renglon) for t in dichos):
            solos.append(f"hoja {numero}: «{renglon}»")
    return solos


def fuera_del_margen(pdf: Path) -> list[str]:
    return [
        palabra.texto
        for ancho, _, palabras in hojas(pdf)
        for palabra in palabras
        if palabra.derecha > ancho - MARGEN + 2 or palabra.izquierda < MARGEN - 2
    ]


@pytest.mark.parametrize("hoja", ["A4", "Letter"])
def test_el_semaforo_entero_cabe_en_pocas_hojas(
    pestana: Page, servidor: str, tmp_path: Path, hoja: str
) -> None:
    con_poppler()
    en_total = 0
    for ver in PESTANAS["semaforo"]:
        leido = abrir(pestana, f"{servidor}/semaforo?ver={ver}")
        pdf = imprimir(pestana, hoja, tmp_path)
        impreso = texto(pdf)
        assert sin_imprimir(leido, impreso) == [], ver
        assert huerfanos(pdf, leido["titulos"]) == [], ver
        assert fuera_del_margen(pdf) == [], ver
        assert faltas(pdf) == [], ver
        assert [palabra for palabra in SUELTOS if palabra in impreso] == [], ver
        en_total += len(hojas(pdf))
        if ver == "productos":
            assert impreso.count(ENCABEZADO) == len(hojas(pdf)), "el encabezado se repite"
    assert en_total <= HOJAS_DEL_SEMAFORO


def test_dice_de_donde_salio(pestana: Page, servidor: str, tmp_path: Path) -> None:
    """La edición, el día, la dirección con sus filtros, lo elegido, la pestaña y el número."""
    con_poppler()
    abrir(pestana, f"{servidor}/semaforo?ver=productos&objetivo=3")
    impreso = texto(imprimir(pestana, "A4", tmp_path))
    dia = pestana.evaluate(
        "() => new Date().toLocaleDateString('es-CO', "
        "{ day: 'numeric', month: 'long', year: 'numeric' })"
    )
    assert f"Edición 1 del tablero. Impreso el {dia} de" in impreso
    junto = impreso.replace(" ", "")
    assert f"{servidor}/semaforo?ver=productos&objetivo=3&edicion=1" in junto
    assert "Corte de los datos — SDP: 31 de diciembre de 2024" in impreso
    assert "Objetivo: 3" in impreso
    assert "Sector: Todos" in impreso
    assert " Productos " in impreso
    assert "¿Cómo va?" not in impreso
    assert "Hoja 1 de 1" in impreso


def test_en_tema_oscuro_el_papel_es_blanco(pestana: Page, servidor: str, tmp_path: Path) -> None:
    con_poppler()
    pestana.emulate_media(color_scheme="dark")
    abrir(pestana, f"{servidor}/semaforo?ver=objetivos")
    pdf = imprimir(pestana, "A4", tmp_path)
    pestana.emulate_media(color_scheme="light")
    orden = ["pdftoppm", "-r", "60", "-gray", "-png", "-singlefile", str(pdf), str(tmp_path / "h")]
    subprocess.run(orden, check=True)
    grises = Image.open(tmp_path / "h.png").convert("L").histogram()
    claros, puntos = sum(grises[240:]), sum(grises)
    assert claros / puntos > 0.75, "el fondo no es blanco"
    assert sum(grises[:90]) / puntos > 0.004, "la letra no es oscura"


def test_un_mapa_se_imprime(pagina: Page, servidor: str, tmp_path: Path) -> None:
    """Su lienzo conserva lo dibujado: sin eso, en algunos equipos sale en blanco."""
    pagina.goto(f"{servidor}/clusteres")
    lienzo = pagina.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    expect(lienzo).to_be_visible(timeout=30_000)
    assert lienzo.evaluate(
        "c => c.getContext('webgl2').getContextAttributes().preserveDrawingBuffer"
    )
