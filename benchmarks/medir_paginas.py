"""Mide cada página: milisegundos de servidor por repetición y kB por cambio de filtro.

Uso: python benchmarks/medir_paginas.py [DIRECCIÓN]

Sin dirección solo mide el servidor (AppTest, con las respuestas ya guardadas). Con la de un tablero
abierto (`tablero abrir --puerto 8600`) mide además, en Chromium, lo que llega por el websocket y el
tiempo hasta que la página queda quieta. Las cifras se informan; ninguna prueba depende de ellas.
"""

import shutil
import statistics
import sys
import time

from playwright.sync_api import Page, WebSocket, sync_playwright
from streamlit.testing.v1 import AppTest

from tablero import rutas

REPETICIONES = 7
BANDERAS = [
    "--headless",
    "--no-sandbox",
    "--disable-background-networking",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]


def paginas() -> list[str]:
    """Los archivos de página, con la portada primero."""
    return ["app.py", *sorted(f"pages/{p.name}" for p in (rutas.RAIZ / "pages").glob("*.py"))]


def milisegundos(archivo: str) -> list[float]:
    """Lo que tarda el servidor en repetir una página ya visitada."""
    prueba = AppTest.from_file(str(rutas.RAIZ / "app.py"), default_timeout=120)
    if archivo != "app.py":
        prueba.switch_page(str(rutas.RAIZ / archivo))
    prueba.run()
    tiempos = []
    for _ in range(REPETICIONES):
        inicio = time.perf_counter()
        prueba.run()
        tiempos.append((time.perf_counter() - inicio) * 1000)
    return tiempos


def bytes_por_filtro(pagina: Page, direccion: str, archivo: str) -> tuple[int, float] | None:
    """Bytes y segundos de pasar de «Arauca» a «Todos», el cambio que más envía.

    `None` si la página no tiene filtro de territorio.
    """
    recibidos = [0, time.monotonic()]

    def escuchar(canal: WebSocket) -> None:
        def contar(trama: str | bytes) -> None:
            recibidos[0] += len(trama)
            recibidos[1] = time.monotonic()

        canal.on("framereceived", contar)

    pagina.on("websocket", escuchar)
    ruta = "" if archivo == "app.py" else archivo.removeprefix("pages/").removesuffix(".py")
    pagina.goto(f"{direccion}/{ruta}?departamento=Arauca")
    pagina.wait_for_selector("h1")
    pagina.wait_for_timeout(4000)
    control = pagina.get_by_label("Departamento")
    if control.count() == 0:
        return None
    control.first.click()
    pagina.keyboard.type("Todos")
    pagina.wait_for_timeout(500)
    recibidos[0] = 0
    inicio = time.monotonic()
    pagina.keyboard.press("Enter")
    pagina.wait_for_timeout(3000)
    return int(recibidos[0]), recibidos[1] - inicio


def principal() -> None:
    """Escribe una línea por página."""
    direccion = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else None
    print(f"{'página':32} {'ms (mediana)':>12} {'ms (máx.)':>10} {'kB/filtro':>10} {'s':>6}")
    with sync_playwright() as playwright:
        navegador = (
            playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BANDERAS)
            if direccion
            else None
        )
        for archivo in paginas():
            tiempos = milisegundos(archivo)
            fila = f"{archivo:32} {statistics.median(tiempos):12.0f} {max(tiempos):10.0f}"
            if navegador and direccion:
                pagina = navegador.new_page(viewport={"width": 1366, "height": 768})
                medido = bytes_por_filtro(pagina, direccion, archivo)
                pagina.close()
                fila += f" {medido[0] / 1000:10.1f} {medido[1]:6.2f}" if medido else f" {'—':>10}"
            print(fila, flush=True)


if __name__ == "__main__":
    principal()
