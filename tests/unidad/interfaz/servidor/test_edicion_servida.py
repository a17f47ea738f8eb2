"""Qué edición se sirve fuera de Streamlit, y qué se dice de ella."""

import pytest

from tablero.errores import ErrorTablero
from tablero.interfaz.marco import edicion_de_ahora, edicion_pedida, papel
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.servidor.edicion_servida import edicion_servida
from tablero.registro.ediciones import Edicion


def _edicion(numero: int) -> Edicion:
    return Edicion(numero, "", (), (), (), "", f"lo que dice la {numero}", "")


@pytest.fixture
def dos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dos publicadas, que ya no conservan su archivo; el tablero dice lo de la segunda."""

    def sin_archivo(_cual: int) -> Tablero | None:
        return None

    monkeypatch.setattr(edicion_pedida, "publicadas", lambda: [_edicion(1), _edicion(2)])
    monkeypatch.setattr(edicion_pedida, "tablero", sin_archivo)
    monkeypatch.setattr(edicion_de_ahora, "_contenido", lambda: "lo que dice la 2")


@pytest.mark.parametrize("escrita", ["", "dos", "-1", "²"])
def test_sin_un_numero_es_la_de_ahora(dos: None, escrita: str) -> None:
    servida = edicion_servida(escrita)
    assert (servida.numero, servida.suya) == (2, None)
    assert servida.rotulo == "Edición 2 del tablero"


def test_la_de_ahora_es_la_que_dice_lo_mismo_y_no_la_ultima(
    dos: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edicion_de_ahora, "_contenido", lambda: "lo que dice la 1")
    assert edicion_servida("").numero == 1
    monkeypatch.setattr(edicion_de_ahora, "_contenido", lambda: "lo que nadie publicó")
    assert edicion_servida("").numero is None


def test_la_que_no_conserva_su_archivo_lo_dice(dos: None) -> None:
    servida = edicion_servida("1")
    assert (servida.numero, servida.suya) == (1, None)
    assert servida.rotulo == "La edición 1 ya no conserva su archivo: se ve la de ahora"


def test_la_que_no_existe_dice_las_que_hay(dos: None) -> None:
    with pytest.raises(ErrorTablero, match=r"No hay una edición 9\. Hay de la 1 a la 2\."):
        edicion_servida("9")


def test_sin_ninguna_publicada_lo_dice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edicion_pedida, "publicadas", list)
    assert edicion_servida("").rotulo == "Sin edición publicada"


@pytest.mark.parametrize(
    ("pedida", "dice"),
    [
        (None, '<p class="tb-papel" data-edicion="2">Edición 2 del tablero. <span></span></p>'),
        (1, '<p class="tb-papel" data-edicion="2">Edición 2 del tablero. <span></span></p>'),
    ],
    ids=["sin pedirla", "la perdida"],
)
def test_el_papel_dice_la_que_se_ve(
    dos: None, monkeypatch: pytest.MonkeyPatch, pedida: int | None, dice: str
) -> None:
    monkeypatch.setattr(edicion_pedida, "numero", lambda: pedida)
    assert papel.html() == dice


def test_un_registro_danado_no_quita_la_pagina(monkeypatch: pytest.MonkeyPatch) -> None:
    def danado() -> list[Edicion]:
        raise ErrorTablero("El registro está dañado.")

    monkeypatch.setattr(edicion_pedida, "publicadas", danado)
    assert papel.html() == (
        '<p class="tb-papel" data-edicion="">Sin edición publicada. <span></span></p>'
    )
