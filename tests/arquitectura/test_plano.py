"""El plano de la casa que se muestra en CONTRIBUTING.md es el de los imports de verdad."""

from pathlib import Path

import pytest
from comprobaciones import plano


def test_el_plano_esta_al_dia() -> None:
    texto = plano.DONDE.read_text(encoding="utf-8")
    assert texto == plano.con_plano(texto), "corra: python -m comprobaciones.plano"


def test_todo_cuarto_esta_en_un_piso_y_solo_mira_hacia_abajo() -> None:
    niveles = plano.pisos()
    piso = {cuarto: numero for numero, cuartos in enumerate(niveles) for cuarto in cuartos}
    hay = plano.flechas()
    assert set(hay) - {"__init__"} == set(piso)
    ultimo = len(niveles) - 1
    suben = [
        (uno, otro)
        for uno, suyas in hay.items()
        for otro in suyas
        if piso[otro] < piso[uno] or (piso[otro] == piso[uno] != ultimo)
    ]
    assert suben == []


def test_una_flecha_que_otro_camino_dice_sobra() -> None:
    todas = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset[str]()}
    assert plano.directas(todas) == {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset()}


def test_se_leen_las_dos_maneras_de_importar(tmp_path: Path) -> None:
    fuentes = tmp_path / "tablero"
    (fuentes / "arriba").mkdir(parents=True)
    (fuentes / "suelto.py").write_text("import json\n")
    (fuentes / "arriba" / "x.py").write_text(
        "from tablero import suelto\nfrom tablero.medio.y import z\nfrom otro.medio import w\n"
    )
    assert plano.flechas(fuentes) == {
        "arriba": frozenset({"suelto", "medio"}),
        "suelto": frozenset(),
    }


def test_sin_marcas_no_se_adivina_donde_va() -> None:
    with pytest.raises(ValueError, match="no dice dónde va el plano"):
        plano.con_plano("# Sin marcas\n")
