"""Los dibujos de una comparación: su mensaje, con empates y con lo que no se sabe."""

import pandas as pd
import pytest

from tablero.formato import SIN_DATO
from tablero.graficos import comparacion


def de_productos(*filas: tuple[str, float | None, float | None]) -> pd.DataFrame:
    datos = pd.DataFrame(filas, columns=["producto_codigo", "paa_pct", "trayectoria_pct"])
    return datos.assign(brecha_pp=datos["paa_pct"] - datos["trayectoria_pct"]).astype(
        {"paa_pct": float, "trayectoria_pct": float, "brecha_pp": float}
    )


@pytest.mark.parametrize(
    ("filas", "titulo"),
    [
        (
            (("2.1.1", 100.0, 100.0), ("3.1.7", 0.0, 100.0)),
            "El que va peor es el 3.1.7: lleva 0\u00a0% y debía 100\u00a0%",
        ),
        (
            (("2.1.1", 40.5, 50.0), ("3.1.7", None, 100.0)),
            "El que va peor es el 2.1.1: lleva 40,5\u00a0% y debía 50\u00a0%; de 3.1.7 no se sabe",
        ),
        (
            (("2.1.1", 100.0, 100.0), ("1.1.1", 60.0, 30.0)),
            "Ninguno lleva menos de lo que debía",
        ),
        (
            (("1.1.1", 0.0, 50.0), ("2.2.2", 10.0, 60.0), ("3.3.3", 50.0, 50.0)),
            "Los que van peor, por igual, son 1.1.1 y 2.2.2",
        ),
    ],
)
def test_dice_cual_va_peor(filas: tuple[tuple[str, float, float], ...], titulo: str) -> None:
    assert comparacion.productos(de_productos(*filas)).titulo == titulo


def test_la_barra_es_lo_que_lleva_y_la_raya_lo_que_debia() -> None:
    dibujo = comparacion.productos(de_productos(("2.1.1", 120.0, 100.0), ("3.1.7", None, 80.0)))
    assert list(dibujo.datos["valor"]) == [120.0, 0.0]
    assert list(dibujo.datos["marca"]) == [100.0, 80.0]
    assert list(dibujo.datos["valor_texto"]) == [
        "120\u00a0%; debía 100\u00a0%",
        f"{SIN_DATO}; debía 80\u00a0%",
    ]
    # Lo que pasa de 100 no se sale del dibujo.
    assert dibujo.spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 120]


def test_del_lugar_sin_dato_no_hay_barra_y_se_dice() -> None:
    datos = pd.DataFrame(
        {
            "comparado": ["Cúcuta", "Maicao", "Bogotá"],
            "valor": [14344.0, None, 27306.0],
            "texto": ["14.344", SIN_DATO, "27.306"],
        }
    )
    dibujo = comparacion.lugares(datos)
    assert dibujo.titulo == "Personas atendidas: donde más, Bogotá (27.306)"
    assert list(dibujo.datos["clase"]) == ["resto", "resto", "destaca"]
    assert dibujo.alternativa.endswith("Cúcuta, 14.344, Maicao, sin dato y Bogotá, 27.306.")


def test_los_productos_de_cada_entidad_por_situacion() -> None:
    datos = pd.DataFrame(
        {
            "entidad": ["Salud", "Salud", None],
            "situacion": ["atrasado", "a tiempo", "sin dato"],
            "productos": [2, 1, 3],
        }
    )
    dibujo = comparacion.entidades(datos)
    assert dibujo.alternativa == (
        "Productos de cada entidad por situación: Salud, 2 atrasados y 1 a tiempo; Sin dato de la "
        "entidad, 3 sin dato."
    )
    assert list(dibujo.datos["fila"].unique()) == [
        "Salud: 3 productos",
        "Sin dato de la entidad: 3 productos",
    ]
