"""Una fecha, como la escribe la gente."""

from datetime import date

import pytest

from tablero.errores import ErrorTablero
from tablero.registro.sesiones.validar import fecha, plazo


@pytest.mark.parametrize("escrita", ["15/12/2026", "2026-12-15", " 15-12-2026\u00a0"])
def test_se_lee_de_las_dos_maneras(escrita: str) -> None:
    assert fecha(escrita) == date(2026, 12, 15)


@pytest.mark.parametrize("escrita", ["31/02/2026", "mañana", "2026-13-01", "12/2026"])
def test_lo_que_no_es_fecha_lo_dice(escrita: str) -> None:
    with pytest.raises(ErrorTablero) as error:
        fecha(escrita)
    assert str(error.value) == (
        f"«{escrita}» no es una fecha: escríbala como 15/12/2026 o 2026-12-15."
    )


def test_sin_fecha_se_pide() -> None:
    with pytest.raises(ErrorTablero, match=r"Falta la fecha: escríbala como 15/12/2026\."):
        fecha(" ")


@pytest.mark.parametrize(
    ("escrito", "dia"),
    [
        ("+30", date(2027, 1, 14)),
        (" + 1 día", date(2026, 12, 16)),
        ("+0", date(2026, 12, 15)),
        ("+45 dias", date(2027, 1, 29)),
        ("20/12/2026", date(2026, 12, 20)),
    ],
)
def test_un_plazo_es_una_fecha_o_unos_dias(escrito: str, dia: date) -> None:
    assert plazo(escrito, date(2026, 12, 15)) == dia


@pytest.mark.parametrize("escrito", ["30", "+", "-30", "+99999", "+3 meses"])
def test_lo_que_no_es_plazo_lo_dice(escrito: str) -> None:
    with pytest.raises(ErrorTablero, match="no es una fecha"):
        plazo(escrito, date(2026, 12, 15))
