"""Cómo se dice lo que queda fuera de una suma."""

import math

import pytest

from tablero import formato
from tablero.modelo.fuera import Fuera, por_partes


@pytest.mark.parametrize(
    ("fuera", "frase", "corta", "breve"),
    [
        (Fuera(), "", "", ""),
        (
            Fuera.contar([3.0, 1.0]),
            "Fuera de la suma, sin dato: 2 productos (4,00\u00a0% del peso de la política).",
            " (fuera de la suma, 2 productos)",
            "Fuera: 2 productos, 4,00\u00a0%",
        ),
        (
            Fuera.contar([None]),
            "Fuera de la suma, sin dato: 1 producto, sin peso legible.",
            " (fuera de la suma, 1 producto)",
            "Fuera: 1 producto",
        ),
        (
            Fuera.contar([15.0, 10.0, None], [10.0]),
            "Fuera de la suma, sin dato: 3 productos (25,00\u00a0% del peso de la política) y 1 "
            "fila sin código legible (10,00\u00a0% del peso de la política); de ellos, 1 sin "
            "peso legible.",
            " (fuera de la suma, 3 productos y 1 fila)",
            "Fuera: 3 productos, 25,00\u00a0%; 1 fila, 10,00\u00a0%",
        ),
        (
            Fuera.contar([], [12.0, None]),
            "Fuera de la suma, sin dato: 2 filas sin código legible (12,00\u00a0% del peso de la "
            "política); de ellos, 1 sin peso legible.",
            " (fuera de la suma, 2 filas)",
            "Fuera: 2 filas, 12,00\u00a0%",
        ),
    ],
)
def test_lo_que_queda_fuera_se_dice(fuera: Fuera, frase: str, corta: str, breve: str) -> None:
    assert (fuera.frase, fuera.corta, fuera.breve) == (frase, corta, breve)
    assert bool(fuera) == bool(frase)


def test_va_y_vuelve_de_las_columnas() -> None:
    """Un corte publicado las trae vacías: de él no se sabe nada, y nada se dice."""
    fuera = Fuera.contar([15.0, None], [10.0])
    assert Fuera.de_fila(fuera.columnas) == fuera
    assert Fuera.de_fila(dict.fromkeys(fuera.columnas)) == Fuera()
    assert Fuera.de_fila(dict.fromkeys(fuera.columnas, math.nan)) == Fuera()
    assert Fuera.de_fila({}) == Fuera()


def test_por_partes_solo_nombra_donde_falta_algo() -> None:
    partes = [("al 30 de junio", Fuera()), ("al 31 de diciembre", Fuera.contar([3.0]))]
    assert por_partes(partes) == (
        "Fuera de la suma, sin dato: al 31 de diciembre, 1 producto (3,00\u00a0% del peso de la "
        "política)."
    )
    assert por_partes(partes[:1]) == ""


@pytest.mark.parametrize(
    ("partes", "total", "decimales", "dicho"),
    [
        # +0,45 +3,25 −3,85 = −0,15, y el total se lee −0,14.
        ((0.448073, 3.253464, -3.846455), -0.144918, 2, "0,01"),
        ((0.448073, 3.253464, -3.846455), -0.144918, 3, ""),
        ((10.0, -7.5), 2.5, 2, ""),
        ((), 0.0, 2, ""),
        ((1.004, 1.004, 1.004, 1.004), 4.016, 2, "0,02"),
        ((1.0, None), 2.0, 2, ""),
        ((1.0,), None, 2, ""),
        ((math.nan,), 1.0, 2, ""),
    ],
)
def test_lo_que_no_cuadra_por_redondeo_se_dice(
    partes: tuple[float | None, ...], total: float | None, decimales: int, dicho: str
) -> None:
    esperado = f" ({dicho} de diferencia, por redondeo)" if dicho else ""
    assert formato.por_redondeo(partes, total, decimales) == esperado
