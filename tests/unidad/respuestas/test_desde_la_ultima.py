"""Qué cambió desde la última sesión que se hizo: la que se canceló, o la que falta, no cuenta."""

from datetime import date

import pytest

from tablero.registro.sesiones.estado import Actas, Sesion
from tablero.respuestas.desde_la_ultima import DesdeLaUltima, desde_la_ultima
from tablero.respuestas.ediciones import Cambio

HOY, DIA = date(2026, 11, 30), date(2026, 12, 15)
TABLA = "transferencias_psicosociales"


def sesion(dia: date, edicion: int | None, cancelada: str = "") -> Sesion:
    return Sesion(dia.isoformat(), dia, "", edicion, None, (), (), (), cancelada=cancelada)


def cifra(valor: int) -> Cambio:
    return Cambio(TABLA, "Transferencias", "x", "cambió", "valor_cop", "Valor", 1, valor)


def cambios(antes: int, despues: int) -> list[Cambio]:
    """De la 3 a la 5, siete cifras, un texto, una huella y dos filas nuevas; si no, nada."""
    if (antes, despues) != (3, 5):
        return []
    return [
        *map(cifra, range(7)),
        Cambio(TABLA, "Transferencias", "x", "cambió", "estado", "Estado", "girado", "desistido"),
        Cambio("fuentes", "Fuentes", "x", "cambió", "libro_sha256", "Huella", "a" * 64, "b" * 64),
        *[Cambio(TABLA, "Transferencias", "y", "entró")] * 2,
    ]


def desde(*sesiones: Sesion, edicion: int | None = 5) -> DesdeLaUltima | None:
    en_orden = tuple(sorted(sesiones, key=lambda s: s.fecha, reverse=True))
    return desde_la_ultima(Actas(en_orden), dia=DIA, hoy=HOY, edicion=edicion, comparar=cambios)


def test_cuenta_las_cifras_y_dice_donde_verlas() -> None:
    dicho = desde(sesion(date(2026, 9, 1), 3))
    assert dicho is not None
    assert dicho.titulo == "Desde la sesión del 1 de septiembre de 2026 cambiaron 7 cifras"
    assert dicho.en_palabras == (
        "De la edición 3 a la 5: cambiaron 7 cifras; entraron 2 filas; cambió 1 dato que no es "
        "cifra."
    )
    assert dicho.direccion == "ediciones?ver=cambios&antes=3&despues=5"


def test_se_compara_con_la_ultima_que_se_hizo() -> None:
    dicho = desde(
        sesion(date(2026, 3, 1), 1),
        sesion(date(2026, 9, 1), 3),
        sesion(date(2026, 10, 1), 4, cancelada="Se cruzó"),
        sesion(date(2026, 12, 10), 4),  # todavía no se ha hecho
    )
    assert dicho is not None
    assert (dicho.dia, dicho.antes) == (date(2026, 9, 1), 3)


def test_la_que_no_dejo_dicho_que_edicion_mostro_no_cuenta() -> None:
    """Es la misma «sesión anterior» con que la sala contesta qué cambió."""
    dicho = desde(sesion(date(2026, 9, 1), 3), sesion(date(2026, 10, 1), None))
    assert dicho is not None
    assert (dicho.dia, dicho.antes) == (date(2026, 9, 1), 3)


@pytest.mark.parametrize(
    ("sesiones", "edicion"),
    [
        ((), 5),
        ((sesion(date(2026, 9, 1), 3),), 3),
        ((sesion(date(2026, 9, 1), 3),), None),
        ((sesion(date(2026, 9, 1), None),), 5),
        ((sesion(date(2026, 9, 1), 4),), 5),
        ((sesion(date(2026, 9, 1), 3, cancelada="x"),), 5),
        ((sesion(DIA, 3),), 5),
    ],
    ids=[
        *("no hay otra", "la misma edición", "sin edición", "la otra sin edición"),
        *("nada cambió", "se canceló", "es el mismo día"),
    ],
)
def test_si_no_hay_que_decir_no_se_dice(sesiones: tuple[Sesion, ...], edicion: int | None) -> None:
    assert desde(*sesiones, edicion=edicion) is None
