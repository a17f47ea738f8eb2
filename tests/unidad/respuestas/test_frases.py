"""Una suma a la que le falta una parte lo dice a su lado, también fuera de la política."""

from typing import Any

import pandas as pd
import pytest

from tablero.graficos.politica import semaforo
from tablero.respuestas import brechas, frases
from tablero.respuestas.ficha.cuadro import suma_de_personas


@pytest.mark.parametrize(
    ("personas", "centros", "dicho"),
    [
        ([10, 5], 2, "15"),
        ([10, 5], 3, "15 (sin dato de 1)"),
        ([], 2, "sin dato"),
        ([0], 1, "0"),
    ],
)
def test_las_personas_de_un_municipio(personas: list[int], centros: int, dicho: str) -> None:
    assert suma_de_personas(personas, centros) == dicho


@pytest.mark.parametrize(
    ("informan", "dicho"),
    [(2, "2 centros · 51 personas"), (1, "51 personas (sin dato de 1 centro)")],
)
def test_los_centros_de_un_municipio_en_brechas(informan: int, dicho: str) -> None:
    fila: dict[str, Any] = {
        "centro_estado": "sí",
        "centros": 2,
        "centros_con_reporte": informan,
        "personas": 51,
        "centro_etapas": "nuevo",
        "apertura_fecha": None,
        "centros_nuevos_sin_fecha": 0,
    }
    assert dicho in brechas.centro(fila)


@pytest.mark.parametrize(
    ("centros", "dicho"),
    [
        (None, "de 2025; una persona"),
        ("Maicao", "de 2025, sin Maicao, que no informa; una persona"),
        ("Inírida | Maicao", "de 2025, sin Inírida y Maicao, que no informan; una persona"),
    ],
)
def test_los_centros_que_faltan_en_el_total(centros: str | None, dicho: str) -> None:
    dia = pd.Timestamp("2025-09-30").date()
    fila = {"centros": 15, "desde_fecha": dia, "hasta_fecha": dia, "sin_reporte_texto": centros}
    assert dicho in frases.personas(fila)


def test_los_sectores_de_los_que_no_se_dice_el_nivel() -> None:
    datos = pd.DataFrame(
        {
            "sector_nombre": ["Salud", "Movilidad"],
            "productos": [4, 7],
            "productos_bajo": pd.array([0, None], dtype="Int64"),
            "productos_medio": pd.array([1, None], dtype="Int64"),
            "productos_alto": pd.array([3, None], dtype="Int64"),
            "productos_sobre": pd.array([0, 2], dtype="Int64"),
        }
    )
    titulo = "El informe cuenta los productos de 2 sectores: 11 en total, "
    assert semaforo.sectores(datos).titulo == f"{titulo}al menos 3 de ellos en alto"
    completos = datos.fillna({"productos_alto": 5})
    assert semaforo.sectores(completos).titulo == f"{titulo}8 de ellos en alto"
