"""Mide el mapa de municipios: kB por cambio y segundos hasta que el dibujo cambió y quedó quieto.

Uso: python benchmarks/medir_mapa.py DIRECCIÓN

Con un tablero abierto (`tablero abrir --puerto 8600`), en Chromium y sin tarjeta gráfica. Cuenta
también cuántas veces se pide la geometría: debe ser una. Las cifras se informan; ninguna prueba
depende de ellas.
"""

import base64
import io
import shutil
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from medir_paginas import BANDERAS
from PIL import Image
from playwright.sync_api import CDPSession, Page, Request, WebSocket, sync_playwright

MAPA = '[data-testid="stDeckGlJsonChart"]'
ESPERA = 4000
"""Milisegundos que se filma después de cada cambio."""
PASOS = (
    ("departamento → Arauca", "Departamento", "Arauca"),
    ("departamento → Todos", "Departamento", "Todos"),
    ("se pinta → personas", "Qué se pinta", "Personas"),
    ("cortes → cuantiles", "Cómo se parte en clases", "Cuantiles"),
    ("símbolos → ninguno", "Símbolos encima", "Ninguno"),
)


@dataclass
class Trafico:
    """Lo que llegó del servidor."""

    octetos: int = 0
    geometrias: list[str] = field(default_factory=list)

    def escuchar(self, pagina: Page) -> None:
        """Cuenta lo que llega por el websocket y las veces que se pide geometría."""
        pagina.on("websocket", self._canal)
        pagina.on("request", self._peticion)

    def _canal(self, canal: WebSocket) -> None:
        canal.on("framereceived", self._trama)

    def _trama(self, trama: str | bytes) -> None:
        self.octetos += len(trama)

    def _peticion(self, peticion: Request) -> None:
        if "/app/static/" in peticion.url:
            self.geometrias.append(peticion.url.rsplit("/", 1)[1])


class Filmacion:
    """Los cuadros que Chromium pinta, con su hora: solo hay uno nuevo cuando algo cambió."""

    def __init__(self, pagina: Page) -> None:
        self.cuadros: list[tuple[float, str]] = []
        self._sesion: CDPSession | None = pagina.context.new_cdp_session(pagina)
        self._sesion.on("Page.screencastFrame", self._cuadro)
        self._sesion.send("Page.startScreencast", {"format": "png"})

    def _cuadro(self, cuadro: dict[str, Any]) -> None:
        if self._sesion is not None:
            self._sesion.send("Page.screencastFrameAck", {"sessionId": cuadro["sessionId"]})
        self.cuadros.append((cuadro["metadata"]["timestamp"], cuadro["data"]))

    def cambios_del_mapa(self, pagina: Page) -> list[float]:
        """La hora de cada cuadro en que el rectángulo del mapa no es como en el anterior."""
        if self._sesion is not None:
            self._sesion.send("Page.stopScreencast")
            self._sesion = None
        x, y, ancho, alto = pagina.locator(MAPA).first.evaluate(
            "e => { const c = e.getBoundingClientRect(); return [c.x, c.y, c.width, c.height]; }"
        )
        borde = (x, y, x + ancho, y + alto)
        horas, anterior = [], None
        for hora, datos in self.cuadros:
            recorte = Image.open(io.BytesIO(base64.b64decode(datos))).crop(borde).tobytes()
            if anterior is not None and recorte != anterior:
                horas.append(hora)
            anterior = recorte
        return horas


def principal() -> None:
    """Escribe una línea por cambio."""
    direccion = sys.argv[1].rstrip("/")
    with sync_playwright() as playwright:
        navegador = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=BANDERAS
        )
        pagina = navegador.new_page(viewport={"width": 1366, "height": 768})
        trafico = Trafico()
        trafico.escuchar(pagina)
        pagina.goto(f"{direccion}/mapas_ipt")
        pagina.wait_for_timeout(8000)
        print(f"{'cambio':28} {'kB':>7} {'s, cambia':>10} {'s, quieto':>10}")
        for nombre, control, opcion in PASOS:
            pagina.get_by_label(control, exact=True).first.click()
            pagina.keyboard.type(opcion)
            pagina.wait_for_timeout(600)
            filmacion, trafico.octetos = Filmacion(pagina), 0
            pagina.wait_for_timeout(300)
            inicio = time.time()
            pagina.keyboard.press("Enter")
            pagina.wait_for_timeout(ESPERA)
            cambios = [h - inicio for h in filmacion.cambios_del_mapa(pagina) if h > inicio]
            primero, ultimo = (cambios[0], cambios[-1]) if cambios else (0.0, 0.0)
            print(f"{nombre:28} {trafico.octetos / 1000:7.1f} {primero:10.2f} {ultimo:10.2f}")
        print("geometría pedida:", ", ".join(trafico.geometrias))
        navegador.close()


if __name__ == "__main__":
    principal()
