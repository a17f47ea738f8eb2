"""Mide cada página: milisegundos de servidor por repetición y kB por cambio de filtro.

Uso: python benchmarks/medir_paginas.py [DIRECCIÓN]

Sin dirección solo mide el servidor (AppTest, con las respuestas ya guardadas). Con la de un tablero
abierto (`tablero abrir --puerto 8600`) mide además, en Chromium, lo que llega por el websocket y el
tiempo hasta que la página queda quieta. Otra base se da con `TABLERO_BASE`, y el tablero abierto
debe ser el suyo. Las cifras se informan; ninguna prueba depende de ellas.
"""

import shutil
import statistics
import sys
import time
from urllib.parse import parse_qs

from playwright.sync_api import Page, WebSocket, sync_playwright
from streamlit.testing.v1 import AppTest

from tablero import rutas

REPETICIONES = 7
QUIETA = 6000
"""Milisegundos que se esperan después de un cambio: de sobra para que llegue todo."""
BANDERAS = [
    "--headless",
    "--no-sandbox",
    "--disable-background-networking",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]


DEPARTAMENTO = "Departamento"
CORTE = "Corte"
MEDIDAS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "pages/semaforo.py": (("", (CORTE, "¿Qué explica la brecha? Por:", "Estado")),),
    "pages/producto.py": (("", (CORTE,)), ("codigo=1.1.4", (CORTE,))),
    "pages/entidad.py": (("", (CORTE, "Entidad")),),
    "pages/historia.py": (("", (CORTE, "Serie de", "Comparar con el corte")),),
    "pages/suponer.py": (("supone=1.1.4:300,1.1.2:5", (CORTE, "Agregar un producto")),),
    "pages/hallazgos.py": (("", (CORTE, "Severidad")), ("ver=contrastes", (CORTE, "Medida"))),
}
"""Página de la política → sus vistas (lo que lleva la dirección) y las listas que se cambian.

Las demás páginas se miden con la lista de departamentos.
"""
DE_TERRITORIO = (("departamento=Arauca", (DEPARTAMENTO,)),)


def paginas() -> list[str]:
    """Los archivos de página, con la portada primero."""
    return ["app.py", *sorted(f"pages/{p.name}" for p in (rutas.RAIZ / "pages").glob("*.py"))]


def milisegundos(archivo: str, consulta: str) -> list[float]:
    """Lo que tarda el servidor en repetir una página ya visitada."""
    prueba = AppTest.from_file(str(rutas.RAIZ / "app.py"), default_timeout=120)
    if archivo != "app.py":
        prueba.switch_page(str(rutas.RAIZ / archivo))
    for nombre, valores in parse_qs(consulta).items():
        prueba.query_params[nombre] = valores
    prueba.run()
    tiempos = []
    for _ in range(REPETICIONES):
        inicio = time.perf_counter()
        prueba.run()
        tiempos.append((time.perf_counter() - inicio) * 1000)
    return tiempos


def bytes_por_cambio(
    pagina: Page, direccion: str, archivo: str, consulta: str, lista: str
) -> tuple[int, float] | None:
    """Bytes y segundos de cambiar una lista; `None` si la página no la tiene.

    La de departamentos pasa de «Arauca» a «Todos», el cambio que más envía; las demás, a la opción
    que sigue.
    """
    recibidos = [0, time.monotonic()]

    def escuchar(canal: WebSocket) -> None:
        def contar(trama: str | bytes) -> None:
            recibidos[0] += len(trama)
            recibidos[1] = time.monotonic()

        canal.on("framereceived", contar)

    pagina.on("websocket", escuchar)
    ruta = "" if archivo == "app.py" else archivo.removeprefix("pages/").removesuffix(".py")
    pagina.goto(f"{direccion}/{ruta}?{consulta}")
    pagina.wait_for_selector("h1")
    pagina.wait_for_timeout(4000)
    control = pagina.get_by_label(lista, exact=True)
    if control.count() == 0:
        return None
    control.first.click()
    if lista == DEPARTAMENTO:
        pagina.keyboard.type("Todos")
    else:
        pagina.keyboard.press("ArrowDown")
    pagina.wait_for_timeout(500)
    recibidos[0] = 0
    inicio = time.monotonic()
    pagina.keyboard.press("Enter")
    pagina.wait_for_timeout(QUIETA)
    return int(recibidos[0]), recibidos[1] - inicio


def principal() -> None:
    """Escribe una línea por página y vista, y una por cada lista que se cambia."""
    direccion = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else None
    print(f"{'página y lista':50} {'ms (mediana)':>12} {'ms (máx.)':>10} {'kB':>8} {'s':>6}")
    with sync_playwright() as playwright:
        navegador = (
            playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BANDERAS)
            if direccion
            else None
        )
        for archivo in paginas():
            for consulta, listas in MEDIDAS.get(archivo, DE_TERRITORIO):
                vista = f"{archivo}?{consulta}" if archivo in MEDIDAS and consulta else archivo
                tiempos = milisegundos(archivo, consulta if archivo in MEDIDAS else "")
                print(
                    f"{vista:50} {statistics.median(tiempos):12.0f} {max(tiempos):10.0f}",
                    flush=True,
                )
                for lista in listas if navegador and direccion else ():
                    pagina = navegador.new_page(viewport={"width": 1366, "height": 768})
                    medido = bytes_por_cambio(pagina, direccion, archivo, consulta, lista)
                    pagina.close()
                    if medido:
                        kilos, segundos = medido[0] / 1000, medido[1]
                        print(f"{'  ' + lista:73} {kilos:8.1f} {segundos:6.2f}", flush=True)


if __name__ == "__main__":
    principal()
