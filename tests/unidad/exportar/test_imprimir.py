"""El PDF se compila en otro proceso: lo que no se puede se dice, y aquí no queda nada."""

import subprocess
import sys
from pathlib import Path

import pytest

from tablero.exportar.escribir.pdf import imprimir
from tablero.exportar.imagen import carpeta_de_letra

PLANTILLA = b"""#let dicho = json(bytes(sys.inputs.contenido))
#set document(title: dicho.titulo)
#set text(lang: "es", font: "Source Sans Pro")
#dicho.titulo"""


def hacer(contenido: str, plantilla: bytes = PLANTILLA) -> bytes:
    partes = {imprimir.PRINCIPAL: plantilla}
    return imprimir.imprimir(partes, contenido, carpeta_de_letra(), "ua-1")


def test_los_mismos_datos_dan_el_mismo_archivo() -> None:
    uno, otro = (hacer('{"titulo": "Áreas y señales"}') for _ in range(2))
    assert uno == otro
    assert uno.startswith(b"%PDF-1.7")
    assert "typst" not in sys.modules, "Typst guarda lo que compila: aquí no se lee"


@pytest.mark.parametrize(
    ("contenido", "plantilla"),
    [('{"otro": 1}', PLANTILLA), ('{"titulo": "x"}', b'#panic("no se pudo")'), ("{", PLANTILLA)],
)
def test_lo_que_no_se_puede_se_dice(contenido: str, plantilla: bytes) -> None:
    with pytest.raises(imprimir.NoSeImprimio, match=r"titulo|no se pudo|parse JSON"):
        hacer(contenido, plantilla)


def test_lo_que_no_termina_se_corta(monkeypatch: pytest.MonkeyPatch) -> None:
    def tardar(*_: object, timeout: float, **__: object) -> None:
        raise subprocess.TimeoutExpired("x", timeout)

    monkeypatch.setattr(subprocess, "run", tardar)
    with pytest.raises(imprimir.NoSeImprimio, match="no terminó en 120 segundos"):
        imprimir.imprimir({}, "", Path(), "ua-1")
