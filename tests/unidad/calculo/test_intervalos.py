"""Aritmética de intervalos: valores y propiedades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.intervalos import Intervalo, por_ciento, sumar

NUMEROS = st.floats(-1000, 1000)
PRECISIONES = st.sampled_from([None, 0.01, 0.1, 1.0, 10.0])


@st.composite
def partes(draw: st.DrawFn) -> tuple[Intervalo, float]:
    """Una cifra escrita y un valor cualquiera de los que puede tener."""
    valor, precision = draw(NUMEROS), draw(PRECISIONES)
    return Intervalo.escrito(valor, precision), valor + draw(st.floats(-0.5, 0.5)) * (
        precision or 0
    )


PARTES = partes()


def test_un_conteo_no_tiene_redondeo() -> None:
    assert Intervalo.escrito(34, None) == Intervalo(34, 34, 34)


@pytest.mark.parametrize(
    ("valor", "precision", "minimo", "maximo"),
    [
        (2_000_000_000, 1_000_000, 1_999_500_000, 2_000_500_000),
        (586, 1, 585.5, 586.5),
        (41.1, 0.1, 41.05, 41.15),
    ],
)
def test_lo_escrito_varia_media_unidad_de_su_ultimo_digito(
    valor: float, precision: float, minimo: float, maximo: float
) -> None:
    escrito = Intervalo.escrito(valor, precision)
    assert escrito.minimo == pytest.approx(minimo)
    assert escrito.maximo == pytest.approx(maximo)


def test_restar_suma_los_redondeos() -> None:
    brecha = Intervalo.escrito(52.05, 0.01) - Intervalo.escrito(52.20, 0.01)
    assert brecha.valor == pytest.approx(-0.15)
    assert (brecha.minimo, brecha.maximo) == pytest.approx((-0.16, -0.14))


def test_multiplicar_por_un_negativo_ordena_los_extremos() -> None:
    assert Intervalo(2, 1, 3) * Intervalo.exacto(-2) == Intervalo(-4, -6, -2)


def test_dividir_por_algo_que_puede_ser_cero_falla() -> None:
    with pytest.raises(ZeroDivisionError):
        Intervalo.exacto(1) / Intervalo.escrito(0, 1)


def test_recortar() -> None:
    assert Intervalo(99, 98, 101).acotado(0, 100) == Intervalo(99, 98, 100)
    assert Intervalo(600, 599.5, 600.5).acotado(0, 100) == Intervalo(100, 100, 100)


def test_tocarse_incluye_los_extremos() -> None:
    assert Intervalo.escrito(118.5, 0.1).toca(Intervalo.escrito(119, 1))
    assert Intervalo.escrito(63, 1).toca(Intervalo.exacto(62.5))
    assert not Intervalo.escrito(63, 1).toca(Intervalo.exacto(62.49))


def test_sumar_y_por_ciento() -> None:
    assert sumar([]) == Intervalo.exacto(0)
    assert sumar([Intervalo(1, 0, 2), Intervalo(3, 3, 4)]) == Intervalo(4, 3, 6)
    assert por_ciento(Intervalo.exacto(32), Intervalo.exacto(48)).valor == pytest.approx(66.6667)


@given(PARTES, PARTES)
def test_el_resultado_contiene_el_de_cualquier_valor_posible(
    una: tuple[Intervalo, float], otra: tuple[Intervalo, float]
) -> None:
    """Si cada parte está en su rango, la operación está en el rango calculado."""
    (a, x), (b, y) = una, otra
    _contiene(a + b, x + y)
    _contiene(a - b, x - y)
    _contiene(a * b, x * y)
    if abs(b.valor) > 10:
        _contiene(a / b, x / y)


@given(NUMEROS, PRECISIONES, NUMEROS, PRECISIONES)
def test_tocarse_es_simetrico(a: float, pa: float | None, b: float, pb: float | None) -> None:
    uno, otro = Intervalo.escrito(a, pa), Intervalo.escrito(b, pb)
    assert uno.toca(otro) == otro.toca(uno)
    assert uno.toca(uno)


def _contiene(rango: Intervalo, valor: float) -> None:
    margen = 1e-6 * max(1, abs(valor))
    assert rango.minimo - margen <= valor <= rango.maximo + margen
    assert rango.minimo <= rango.valor + margen
    assert rango.valor <= rango.maximo + margen
