"""Lo que no se lee en el papel: palabras de un PDF que se pisan, se cortan o se salen de la hoja.

Las mide `pdftotext -bbox` (poppler): la caja de cada palabra, en puntos.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

PALABRA = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)
HOJA = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
HOLGURA = 1.5
"""Puntos."""
LETRA = 0.62
"""Parte del alto de la caja de una palabra que ocupan sus letras."""


@dataclass(frozen=True)
class Palabra:
    """Una palabra impresa y la caja de sus letras."""

    izquierda: float
    arriba: float
    derecha: float
    abajo: float
    texto: str

    def pisa(self, otra: "Palabra") -> bool:
        """Si comparten tinta; dos copias en el mismo sitio son un texto y su halo."""
        ancho = min(self.derecha, otra.derecha) - max(self.izquierda, otra.izquierda)
        alto = min(self.abajo, otra.abajo) - max(self.arriba, otra.arriba)
        return ancho > HOLGURA and alto > HOLGURA and self.texto != otra.texto


def se_mide() -> bool:
    """Si está `pdftotext`."""
    return shutil.which("pdftotext") is not None


def con_poppler() -> None:
    """Salta la prueba, y dice por qué, donde no está `pdftotext`."""
    if not se_mide():
        pytest.skip("No está pdftotext (poppler-utils): lo impreso no se mide.")


def sin_imprimir(pagina: Page, hoja: str, carpeta: Path) -> list[str]:
    """Lo que falla al imprimir la página en ese papel; nada donde no se puede medir."""
    if not se_mide():
        return []
    pdf = carpeta / f"{hoja}.pdf"
    pagina.pdf(path=pdf, format=hoja)
    return faltas(pdf)


def hojas(pdf: Path) -> list[tuple[float, float, list[Palabra]]]:
    """Ancho, alto y palabras de cada hoja."""
    orden = ["pdftotext", "-bbox", str(pdf), "-"]
    salida = subprocess.run(orden, capture_output=True, check=True).stdout.decode("utf-8")
    return [
        (float(ancho), float(alto), [_palabra(p) for p in PALABRA.findall(cuerpo)])
        for ancho, alto, cuerpo in HOJA.findall(salida)
    ]


def _palabra(partes: tuple[str, ...]) -> Palabra:
    izquierda, arriba, derecha, abajo = (float(p) for p in partes[:4])
    aire = (abajo - arriba) * (1 - LETRA) / 2
    return Palabra(izquierda, arriba + aire, derecha, abajo - aire, unescape(partes[4]))


def faltas(pdf: Path) -> list[str]:
    """Lo que se pisa o se corta, con su hoja."""
    dichas = []
    for numero, (ancho, alto, palabras) in enumerate(hojas(pdf), start=1):
        palabras.sort(key=lambda p: p.arriba)
        for lugar, palabra in enumerate(palabras):
            fuera = palabra.izquierda < 0 or palabra.derecha > ancho
            if fuera or palabra.arriba < 0 or palabra.abajo > alto:
                dichas.append(f"hoja {numero}: «{palabra.texto}» se sale")
            for otra in palabras[lugar + 1 :]:
                if otra.arriba >= palabra.abajo:
                    break
                if palabra.pisa(otra):
                    dichas.append(f"hoja {numero}: «{palabra.texto}» pisa a «{otra.texto}»")
    return dichas
