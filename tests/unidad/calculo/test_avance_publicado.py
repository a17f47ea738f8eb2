"""Avance, trayectoria y semáforo con solo los porcentajes."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo import derivar
from tablero.calculo.avance_publicado import ProductoPublicado, aporte, sumar, trayectoria
from tablero.calculo.semaforo import Rangos, clasificar, rangos_de
from tablero.ingesta.comprobar import leida
from tablero.modelo.politica import PoliticaAvance, PoliticaProducto

porcentajes = st.one_of(st.none(), st.floats(0, 40000, allow_nan=False))
productos = st.builds(
    ProductoPublicado,
    ponderacion_pct=st.floats(0.01, 10),
    anualizacion_tipo=st.sampled_from(["Suma", "Constante", "Creciente", "Decreciente"]),
    pahv_pct=porcentajes,
    paa_pct=porcentajes,
)


@pytest.mark.parametrize(
    ("porcentaje", "estado"),
    [
        (None, "sin dato"),
        (0, "bajo"),
        (50, "bajo"),
        (50.001, "medio"),
        (75, "medio"),
        (75.001, "alto"),
        (125, "alto"),
        (125.001, "sobre-ejecución"),
        (34400, "sobre-ejecución"),
    ],
)
def test_semaforo(porcentaje: float | None, estado: str) -> None:
    assert clasificar(porcentaje) == estado


def test_trayectoria_es_paa_entre_pahv() -> None:
    """2.2.6: PAHV 19 %, PAA 5 % → 5 / 19 = 26,32 %."""
    assert trayectoria(ProductoPublicado(4, "Decreciente", 19, 5)) == pytest.approx(
        26.3158, abs=1e-4
    )


def test_trayectoria_no_pasa_de_cien() -> None:
    assert trayectoria(ProductoPublicado(1, "Suma", 50, 100)) == 100


def test_un_constante_en_cero_debia_estar_en_cien() -> None:
    """3.1.7: Constante, 0 % → trayectoria 100 %; aporta −4 puntos de brecha."""
    producto = ProductoPublicado(4, "Constante", 0, 0)
    assert trayectoria(producto) == 100
    assert aporte(producto).brecha_pp == -4


def test_una_suma_en_cero_no_permite_deducirla() -> None:
    assert trayectoria(ProductoPublicado(4, "Suma", 0, 0)) is None


def test_sin_porcentaje_no_aporta_nada() -> None:
    suma = aporte(ProductoPublicado(3, "Constante", None, None))
    assert (suma.avance_pp, suma.trayectoria_pp) == (0, 0)


@given(st.lists(productos))
def test_los_aportes_suman_la_brecha(lista: list[ProductoPublicado]) -> None:
    total = sumar(lista)
    assert total.brecha_pp == pytest.approx(sum(aporte(p).brecha_pp for p in lista), abs=1e-9)


@given(st.lists(productos))
def test_el_orden_no_importa(lista: list[ProductoPublicado]) -> None:
    otra = random.Random(1).sample(lista, len(lista))  # noqa: S311 - solo desordena
    assert sumar(otra) == sumar(lista)


@given(productos)
def test_un_producto_nunca_suma_mas_que_su_peso(producto: ProductoPublicado) -> None:
    suma = aporte(producto)
    assert 0 <= suma.avance_pp <= producto.ponderacion_pct * (1 + 1e-12)
    assert 0 <= suma.trayectoria_pp <= producto.ponderacion_pct * (1 + 1e-12)


def test_otros_rangos_dan_otros_colores_a_lo_publicado() -> None:
    """Con «alto» hasta 150 %, un PAHV de 140 % ya no es sobreejecución; uno de 151 %, sí."""
    clave = {"politica_codigo": "p", "producto_codigo": "1.1.1", "corte_fecha": date(2024, 12, 31)}
    lugar = {**clave, "fuente_codigo": "f", "ubicacion": "Anexo 1"}
    producto = PoliticaProducto.model_construct(
        None, **lugar, ponderacion_pct=10.0, anualizacion_tipo="Suma"
    )
    porcentajes = {"pav_pct": 151.0, "pahv_pct": 140.0, "paa_pct": 60.0}
    avance = leida(PoliticaAvance, lugar | porcentajes)
    (fila,) = derivar.avances([avance], [producto], Rangos(alto=150.0))
    assert (fila.semaforo_pav, fila.semaforo, fila.semaforo_paa) == (
        "sobre-ejecución",
        "alto",
        "medio",
    )
    assert fila.avance_aporte_pp == pytest.approx(6.0)


def test_los_rangos_de_la_tabla() -> None:
    limites = {
        "bajo": (0, 40),
        "medio": (40, 80),
        "alto": (80, 110),
        "sobre-ejecución": (110, None),
    }
    filas = [
        {"semaforo": nivel, "orden": n, "desde_pct": desde, "hasta_pct": hasta}
        for n, (nivel, (desde, hasta)) in enumerate(limites.items())
    ]
    assert rangos_de(reversed(filas)) == Rangos(40, 80, 110)
    assert rangos_de([]) == Rangos(50, 75, 125)
