"""Nada que venga de la dirección o de una fuente es un enlace, una imagen o una fórmula."""

import html
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fabrica_ajena import ASENTADA, FORMAS, MIRAR, envenenar
from playwright.sync_api import Page
from tipos import Servir

PAGINAS = (
    *(
        "",
        "brechas",
        "centros_integrate",
        "clusteres",
        "comite?ver=utas",
        "conciliacion?ver=cifras",
    ),
    *("entidad?ver=pesan", "logros?ver=logros", "logros?ver=revisar", "comite?ver=quienes"),
    *("mapas_ipt", "ficha_territorial?municipio=54001", "descargas?ver=fuentes"),
    "producto?codigo=1.1.2",
)
"""Las que más texto de las fuentes muestran; todas, en `tests/fallas/enlaces.py`."""
PARAMETROS = ("departamento", "municipio", "politica", "corte", "objetivo", "estado", "tipo")
LOTES = [
    list(FORMAS.items())[desde : desde + len(PARAMETROS)]
    for desde in range(0, len(FORMAS), len(PARAMETROS))
]


def quieta(pagina: Page) -> None:
    pagina.wait_for_selector("h1")
    pagina.evaluate(ASENTADA)


@pytest.mark.parametrize("lote", LOTES, ids=lambda lote: ", ".join(nombre for nombre, _ in lote))
def test_lo_que_pide_un_enlace_es_solo_texto(
    pagina: Page, servidor: str, lote: list[tuple[str, str]]
) -> None:
    pedidos = dict(zip(PARAMETROS, (texto for _, texto in lote), strict=False))
    pagina.goto(f"{servidor}/semaforo?ver=productos&{urlencode(pedidos)}")
    quieta(pagina)
    avisos = pagina.locator(".tb-alerta")
    assert avisos.count() == len(lote) - 1  # el departamento y el municipio van juntos
    dicho = " ".join(" ".join(avisos.all_inner_texts()).split())
    for _, texto in lote:
        # Lo que no es del teclado se quita o se dice por su nombre, y una entidad ya es su letra.
        assert not texto.isascii() or html.unescape(texto).split()[0] in dicho
    assert pagina.evaluate(MIRAR) == []


@pytest.fixture(scope="module")
def hostil(
    base_construida: Path, servir: Servir, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    base = tmp_path_factory.mktemp("hostil") / "tablero.duckdb"
    shutil.copyfile(base_construida, base)
    assert envenenar(base) > 1000
    with servir(base) as direccion:
        yield direccion


def test_ninguna_celda_de_una_fuente_es_mas_que_texto(pestana: Page, hostil: str) -> None:
    hallado = {}
    for ruta in PAGINAS:
        pestana.goto(f"{hostil}/{ruta}")
        quieta(pestana)
        if malo := pestana.evaluate(MIRAR):
            hallado[ruta] = malo[:3]
    assert hallado == {}
