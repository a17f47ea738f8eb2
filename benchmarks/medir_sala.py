"""Mide la sala: milisegundos desde que se pulsa una tecla hasta que la pantalla está quieta.

Uso: python benchmarks/medir_sala.py DIRECCIÓN [--vueltas 5] [--ancho 1920] [--alto 1080]

Con un tablero abierto (`tablero abrir --puerto 8600`), en Chromium y sin tarjeta gráfica. La
dirección puede ser la de una sesión (`http://localhost:8600/sala?sesion=1f2e3d4c`). Cuenta hasta el
cuadro que sigue a la última animación. Las cifras se informan; ninguna prueba depende de ellas.
"""

import argparse
import shutil
import statistics
import time

from medir_paginas import BANDERAS
from playwright.sync_api import Page, sync_playwright

LO_QUE_SE_BUSCA = 150
"""Milisegundos: más se nota."""
ESPERA = 10.0
MIRAR = """() => {
  window.medidas = [];
  addEventListener("keydown", (evento) => {
    const desde = evento.timeStamp;
    const quieta = () => {
      if (document.getAnimations().some((a) => a.playState === "running"))
        requestAnimationFrame(quieta);
      else requestAnimationFrame(() => window.medidas.push(performance.now() - desde));
    };
    requestAnimationFrame(quieta);
  }, true);
}"""


def principal() -> None:
    """Escribe una línea por pantalla y, al final, la mediana y la mayor de todas."""
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("direccion")
    opciones.add_argument("--vueltas", type=int, default=5)
    opciones.add_argument("--ancho", type=int, default=1920)
    opciones.add_argument("--alto", type=int, default=1080)
    pedido = opciones.parse_args()
    with sync_playwright() as playwright:
        navegador = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=BANDERAS
        )
        pagina = navegador.new_page(viewport={"width": pedido.ancho, "height": pedido.alto})
        pagina.goto(pedido.direccion)
        pagina.evaluate(MIRAR)
        _informar(_medir(pagina, pedido.vueltas))
        navegador.close()


def _medir(pagina: Page, vueltas: int) -> dict[str, list[float]]:
    """Pantalla → lo que tardó cada vez: de ida y de vuelta."""
    cuantas = pagina.locator("main > section").count()
    medidas: dict[str, list[float]] = {}
    for _ in range(vueltas):
        _pulsar(pagina, "Home")
        for tecla in ("ArrowRight", "ArrowLeft"):
            for _ in range(cuantas - 1):
                tardo = _pulsar(pagina, tecla)
                titulo = pagina.locator("main > section:not([hidden]) h1").inner_text()
                medidas.setdefault(titulo, []).append(tardo)
    return medidas


def _pulsar(pagina: Page, tecla: str) -> float:
    antes = pagina.evaluate("() => medidas.length")
    pagina.keyboard.press(tecla)
    limite = time.monotonic() + ESPERA
    while pagina.evaluate("() => medidas.length") == antes:
        if time.monotonic() > limite:
            raise SystemExit(f"La tecla {tecla} no movió nada: ¿es la dirección de una sala?")
        time.sleep(0.02)
    return float(pagina.evaluate("() => medidas[medidas.length - 1]"))


def _informar(medidas: dict[str, list[float]]) -> None:
    print(f"{'pantalla':62} {'mediana':>8} {'mayor':>8}")
    for titulo, suyas in medidas.items():
        print(f"{titulo[:60]:62} {statistics.median(suyas):8.0f} {max(suyas):8.0f}")
    todas = [tardo for suyas in medidas.values() for tardo in suyas]
    pasan = sum(tardo > LO_QUE_SE_BUSCA for tardo in todas)
    mediana = statistics.median(todas)
    print(
        f"{len(medidas)} pantallas, {len(todas)} cambios: mediana {mediana:.0f} ms, mayor "
        f"{max(todas):.0f} ms; {pasan} pasaron de {LO_QUE_SE_BUSCA} ms"
    )


if __name__ == "__main__":
    principal()
