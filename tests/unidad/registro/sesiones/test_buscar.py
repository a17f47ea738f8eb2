"""La sesión que alguien pide: por su código, por su fecha o la última."""

from datetime import date

import pytest

from tablero.errores import ErrorTablero
from tablero.registro.sesiones.buscar import una
from tablero.registro.sesiones.estado import Sesion

HOY = date(2026, 11, 30)


def sesion(codigo: str, dia: date, lugar: str = "", cancelada: str = "") -> Sesion:
    return Sesion(codigo, dia, lugar, None, None, (), (), (), cancelada=cancelada)


TODAS = (
    sesion("aa110000", date(2026, 12, 15), "Sala Barulé"),
    sesion("aa220000", date(2026, 11, 30), cancelada="Sin sala"),
    sesion("bb110000", date(2026, 9, 1), "Uno"),
    sesion("bb220000", date(2026, 9, 1), "Dos"),
)


@pytest.mark.parametrize(
    ("pedida", "codigo"),
    [
        ("aa110000", "aa110000"),
        (" aa2 ", "aa220000"),
        ("15/12/2026", "aa110000"),
        ("2026-11-30", "aa220000"),
        ("última", "bb110000"),
        ("ULTIMA", "bb110000"),
    ],
)
def test_se_halla(pedida: str, codigo: str) -> None:
    assert una(TODAS, pedida, HOY).codigo == codigo


def test_si_ninguna_se_ha_hecho_la_ultima_es_la_que_haya() -> None:
    assert una(TODAS[:1], "última", HOY).codigo == "aa110000"


@pytest.mark.parametrize(
    ("pedida", "dice"),
    [
        (
            "aa",
            "«aa» es de 2 sesiones. Escriba el código de una: aa110000 (15 de diciembre de 2026, "
            "Sala Barulé) y aa220000 (30 de noviembre de 2026, lugar sin definir).",
        ),
        (
            "2026-09-01",
            "«2026-09-01» es de 2 sesiones. Escriba el código de una: bb110000 (1 de septiembre "
            "de 2026, Uno) y bb220000 (1 de septiembre de 2026, Dos).",
        ),
        ("zz", "Ninguna sesión es «zz»: escriba su código, su fecha o «última». Hay: aa110000 ("),
        ("", "Ninguna sesión es «»: escriba su código, su fecha o «última». Hay: aa110000 ("),
    ],
)
def test_la_que_no_es_una_sola_lo_dice(pedida: str, dice: str) -> None:
    with pytest.raises(ErrorTablero) as error:
        una(TODAS, pedida, HOY)
    assert str(error.value).startswith(dice)


def test_se_nombran_cinco_y_se_cuentan_las_demas() -> None:
    muchas = [sesion(f"cc{n}", HOY) for n in range(7)]
    with pytest.raises(ErrorTablero, match=r"cc4 \(.*\) y 2 más\.$"):
        una(muchas, "zz", HOY)
    with pytest.raises(ErrorTablero, match=r"^Todavía no hay ninguna sesión\.$"):
        una([], "última", HOY)
