"""Lo que hace cualquier persona en cualquier página: esperar, elegir de una lista, bajar un CSV."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tablero.modelo import TABLAS
from tablero.respuestas.columnas import presentacion
from tablero.respuestas.titulos import CALCULADAS

AXE = Axe().axe_script
"""El programa de axe: se pone una vez en cada página que se abre, y en ella se queda."""
NIVELES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
DE_COLOR = ["color-contrast", "link-in-text-block"]
"""Las únicas reglas de esos niveles que miran colores: las que cambian con el tema."""
CORRER_AXE = """([menos, opciones]) =>
    axe.run(menos ? {exclude: [[menos]]} : document, opciones)"""
ESPERA = 20_000
PAUSA = 500
INTENTOS = 12
"""De accesibilidad, con su pausa: seis segundos para que la página se acomode."""
TODO_DIBUJADO = """() =>
    !document.querySelector('[data-testid=stSkeleton]') &&
    [...document.querySelectorAll('[data-testid=stVegaLiteChart]')]
        .every(grafico => grafico.querySelector('svg.marks, canvas'))"""


def quieta(pagina: Page) -> None:
    """Espera a que el programa de la página termine y todo esté dibujado, con el menú entero."""
    expect(pagina.locator("[data-test-script-state=notRunning]")).to_be_attached(timeout=ESPERA)
    pagina.get_by_role("link", name="Plan CNIM", exact=True).first.wait_for(state="attached")
    pagina.wait_for_function(TODO_DIBUJADO, timeout=ESPERA)


def elegir(pagina: Page, lista: str, opcion: str) -> None:
    """Elige una opción de una lista, por su texto completo."""
    quieta(pagina)
    caja = pagina.get_by_role("combobox", name=lista)
    caja.evaluate("c => c.scrollIntoView({block: 'center'})")
    caja.click()
    pagina.get_by_role("option", name=opcion, exact=True).click()


def teclear(pagina: Page, lista: str, texto: str) -> None:
    """Escribe en una lista el comienzo de una opción y acepta la que queda."""
    quieta(pagina)
    pagina.get_by_label(lista, exact=True).click()
    pagina.keyboard.type(texto)
    pagina.keyboard.press("Enter")


def descargar(pagina: Page, clave: str, dialecto: str = "maquina") -> Path:
    """El CSV de un botón, en un dialecto, con el nombre con que baja."""
    quieta(pagina)
    boton = pagina.locator(f".st-key-csv_{clave}").get_by_role("button").first
    boton.evaluate("b => b.scrollIntoView({block: 'center'})")
    boton.click()
    with pagina.expect_download() as espera:
        pagina.locator(f".st-key-csv_{clave}_{dialecto}").get_by_role("button").click()
    pagina.keyboard.press("Escape")
    bajado = Path(espera.value.path())
    return bajado.rename(bajado.with_name(espera.value.suggested_filename))


def leer_csv(archivo: Path) -> list[dict[str, str]]:
    """Sus filas, con los nombres de programas; el que trae BOM es el de Excel, con punto y coma.

    Un encabezado de personas dice lo de todas las columnas que se titulan así; el que ninguna tiene
    («Avance (%), sin redondear») queda como está.
    """
    texto = archivo.read_text(encoding="utf-8")
    separador = ";" if texto.startswith("\ufeff") else ","
    leidas = csv.DictReader(io.StringIO(texto.removeprefix("\ufeff")), delimiter=separador)
    return [
        {nombre: valor for titulo, valor in fila.items() for nombre in _nombres(titulo)}
        for fila in leidas
    ]


def _nombres(encabezado: str) -> tuple[str, ...]:
    propios = {"Código de la fuente": "fuente_codigo", "Lugar en el documento": "ubicacion"}
    if encabezado in propios:
        return (propios[encabezado],)
    nombres = {*CALCULADAS, *(c.nombre for t in TABLAS for c in t.columnas())}
    return tuple(n for n in nombres if presentacion(n).encabezado == encabezado) or (encabezado,)


def faltas(pagina: Page, reglas: Sequence[str] = NIVELES, menos: str = "") -> list[str]:
    """Las de accesibilidad (WCAG 2.1 AA) que axe encuentra, una línea por cada una.

    Mientras la página se acomoda puede haber una que dura un instante; una de verdad sigue ahí.
    `reglas` son niveles enteros o, por su nombre, unas cuantas; `menos`, la parte que no se mira.
    """
    quieta(pagina)
    halladas = revisar(pagina, reglas, menos)
    for _ in range(INTENTOS):
        if not halladas:
            break
        pagina.wait_for_timeout(PAUSA)
        halladas = revisar(pagina, reglas, menos)
    return halladas


def revisar(pagina: Page, reglas: Sequence[str] = NIVELES, menos: str = "") -> list[str]:
    """Lo que axe dice en este momento; de lo que pasa bien no da cada elemento."""
    if not pagina.evaluate("() => 'axe' in window"):
        pagina.evaluate(AXE)
    opciones = {"runOnly": list(reglas), "resultTypes": ["violations"]}
    respuesta = pagina.evaluate(CORRER_AXE, [menos, opciones])
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in respuesta["violations"]]
