"""Con la cartografía dañada mientras el tablero está abierto, cada página dice qué pasa y sigue."""

from pathlib import Path

import pytest
from dichos import advertidos, fallados
from tipos import Abrir, Texto

from tablero import rutas
from tablero.interfaz.mapa import geometria
from tablero.territorio.cartografia import FICHA, INSTALADA


@pytest.fixture
def danada(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """La ficha de la cartografía instalada, cortada a la mitad."""
    (tmp_path / INSTALADA).mkdir()
    (tmp_path / INSTALADA / FICHA).write_text("titulo: [", encoding="utf-8")
    monkeypatch.setattr(rutas, "INSTALADA", tmp_path / INSTALADA)


@pytest.mark.usefixtures("danada")
@pytest.mark.parametrize(
    ("pagina", "parametros", "sigue"),
    [
        ("pages/mapas_ipt.py", {}, "¿Qué municipios necesitan primero"),
        ("pages/brechas.py", {"ver": "mapa"}, "¿Qué municipios priorizados"),
        ("pages/clusteres.py", {"departamento": "Arauca"}, "¿Cómo se agrupan"),
        ("pages/descargas.py", {"ver": "fuentes"}, "¿Qué datos tiene el tablero"),
        ("pages/ficha_territorial.py", {"municipio": "54001"}, "Corte de los datos"),
    ],
)
def test_la_pagina_lo_dice_una_vez_y_sigue(
    abrir: Abrir, texto: Texto, pagina: str, parametros: dict[str, str], sigue: str
) -> None:
    vista = abrir(pagina, **parametros)
    dichas = fallados(vista)
    assert len(dichas) == 1
    assert "está dañado; instale otra vez la cartografía o vuelva" in dichas[0]
    assert sigue in texto(vista)


def test_un_enlace_no_pone_direcciones_ajenas_en_la_pagina(abrir: Abrir) -> None:
    vista = abrir("pages/mapas_ipt.py", departamento="[Entre aquí](http://x.co)")
    assert advertidos(vista) == [
        "El enlace pide departamento «[Entre aquí](http://x.co)», que no existe: se muestra todo."
    ]


def test_si_borran_la_geometria_con_el_tablero_abierto_se_vuelve_a_publicar(
    abrir: Abrir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geometria, "ESTATICOS", tmp_path)
    abrir("pages/mapas_ipt.py")
    publicados = {ruta.name for ruta in tmp_path.iterdir()}
    assert len([n for n in publicados if n.startswith("municipios.")]) == 1
    for ruta in tmp_path.iterdir():
        ruta.unlink()
    abrir("pages/mapas_ipt.py")
    assert {ruta.name for ruta in tmp_path.iterdir()} == publicados
