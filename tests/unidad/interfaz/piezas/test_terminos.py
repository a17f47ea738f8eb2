"""Las formas de un término, y su enlace dentro de una frase."""

import json

import pytest

from tablero import rutas
from tablero.glosario import Termino, terminos
from tablero.interfaz.piezas.terminos import (
    PROPIAS,
    SIN_ENLACE,
    Palabra,
    con_enlaces,
    formas,
    palabras,
    palabras_si_hay,
)
from tablero.interfaz.servidor import palabras as del_guion

BRECHA = Palabra(Termino("brecha", "", ()), "brecha", ("brecha", "brechas"))
TERRITORIAL = Palabra(
    Termino("brecha territorial", "", ()),
    "brecha_territorial",
    ("brecha territorial", "brechas territoriales"),
)
COMITE = Palabra(Termino("Comité", "", ()), "comite", ("Comité",))


@pytest.mark.parametrize(
    ("nombre", "esperadas"),
    [
        ("brecha territorial", ("brecha territorial", "brechas territoriales")),
        ("Centro Intégrate", ("Centro Intégrate", "Centros Intégrate")),
        ("conciliación", ("conciliación", "conciliaciones")),
        ("clúster", ("clúster", "clústeres")),
        ("plan de acción", ("plan de acción", "planes de acción")),
        ("girado", ("girado", "girada", "girados", "giradas")),
        ("avance en la vigencia (PAV)", ("avance en la vigencia", "PAV")),
        ("IPT", ("IPT",)),
        ("personas atendidas", ("personas atendidas",)),
        ("no publicado", ("no publicado",)),
        ("peso", ("peso",)),
    ],
)
def test_las_formas_de_un_termino(nombre: str, esperadas: tuple[str, ...]) -> None:
    assert formas(nombre) == esperadas


def test_lo_que_aqui_se_nombra_esta_en_el_glosario() -> None:
    nombres = {termino.nombre for termino in terminos()}
    assert nombres >= SIN_ENLACE
    assert nombres >= set(PROPIAS)


def test_ninguna_forma_es_de_dos_terminos() -> None:
    todas = [forma.lower() for palabra in palabras() for forma in palabra.formas]
    assert len(todas) == len(set(todas))


def test_se_enlaza_la_primera_mencion_y_gana_la_mas_larga() -> None:
    dicho = con_enlaces(
        "Las brechas territoriales & la brecha; otra Brecha.", (BRECHA, TERRITORIAL)
    )
    assert dicho == (
        'Las <a class="tb-termino" href="glosario?termino=brecha_territorial" target="_self">'
        'brechas territoriales</a> &amp; la <a class="tb-termino" href="glosario?termino=brecha" '
        'target="_self">brecha</a>; otra Brecha.'
    )


def test_un_nombre_propio_solo_es_el_con_su_mayuscula() -> None:
    assert "<a" not in con_enlaces("un comité local", (COMITE,))
    assert ">Comité</a>" in con_enlaces("el Comité", (COMITE,))
    assert "<a" not in con_enlaces("dice «la brecha» así", (BRECHA,))
    assert "<a" not in con_enlaces("sub-brecha, brechas_cop y brechado", (BRECHA,))


def test_al_guion_van_los_que_se_enlazan() -> None:
    asignado = del_guion.asignacion()
    datos = json.loads(asignado.removeprefix("window.tbGlosario = ").removesuffix(";"))
    codigos = {dato["codigo"]: dato for dato in datos}
    assert codigos["brecha"]["formas"] == ["brecha", "brechas"]
    assert codigos["brecha"]["definicion"].startswith("el avance menos la trayectoria")
    assert "no" not in codigos
    assert asignado.isascii()


def test_sin_glosario_nada_se_enlaza(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(rutas, "RAIZ", tmp_path)
    assert palabras_si_hay() == ()
    assert del_guion.asignacion() == "window.tbGlosario = [];"
