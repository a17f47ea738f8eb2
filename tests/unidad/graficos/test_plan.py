"""Los gráficos del plan de acción: qué dicen y qué dibujan."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tablero.graficos import plan
from tablero.graficos.piezas.dos_lineas import en_anios

CORTE = date(2025, 6, 30)


def cierre(anio: int) -> date:
    return date(anio, 12, 31)


def de_la_politica(**otros: Any) -> pd.DataFrame:
    del_plan = [
        {
            "dia_fecha": cierre(anio),
            "trayectoria_plan_pct": pct,
            "avance_pct": None,
            "avance_nivel": None,
            "productos_sin_dato": otros.get("sin_dato", 0),
            "ponderacion_sin_dato_pct": otros.get("peso", 0.0),
        }
        for anio, pct in ((2024, 35.0), (2025, 57.5), (2026, 75.0), (2035, 100.0))
    ]
    cortes = [
        {"dia_fecha": dia, "trayectoria_plan_pct": None, "avance_pct": pct, "avance_nivel": nivel}
        for dia, pct, nivel in ((cierre(2024), 30.0, "publicado"), (CORTE, 41.25, "calculado"))
    ]
    return pd.DataFrame([*del_plan, *cortes])


def marcas(grafico: plan.Grafico, clase: str) -> list[tuple[float, float]]:
    propias = grafico.datos[grafico.datos["clase"] == clase]
    return list(zip(propias["x"], propias["y"], strict=True))


def test_lo_que_la_politica_debe_llevar_y_lo_que_lleva() -> None:
    grafico = plan.trayectoria(de_la_politica(), corte=CORTE, version="v3-26")
    assert grafico.titulo == (
        "Según el plan v3-26, la política debe llevar 57,50\u00a0% al cierre de 2025 y "
        "100,00\u00a0% al de 2035; al 30 de junio de 2025 lleva 41,25\u00a0%"
    )
    assert marcas(grafico, "programado") == [
        (2025.0, 35.0),
        (2026.0, 57.5),
        (2027.0, 75.0),
        (2036.0, 100.0),
    ]
    assert marcas(grafico, "hecho") == [(2025.0, 30.0), (en_anios(CORTE), 41.25)]
    assert "2024, 35,00\u00a0%; 2025, 57,50\u00a0%" in grafico.alternativa
    assert grafico.spec["height"] == 380
    assert "no suma" not in grafico.nota


def test_lo_que_no_se_puede_saber_va_al_lado() -> None:
    uno = plan.trayectoria(de_la_politica(sin_dato=1, peso=6.5), corte=CORTE, version="v1-23")
    assert uno.nota.endswith(
        "1 producto no suma (6,50\u00a0% de la política): sus metas o su peso están sin dato."
    )
    sin_peso = plan.trayectoria(de_la_politica(sin_dato=2), corte=CORTE, version="v1-23")
    assert sin_peso.nota.endswith("2 productos no suman: sus metas o su peso están sin dato.")


def test_sin_ningun_corte_solo_se_dice_el_plan() -> None:
    datos = de_la_politica().iloc[:4]
    grafico = plan.trayectoria(datos, corte=date(2035, 12, 31), version="v1-23")
    assert grafico.titulo == (
        "Según el plan v1-23, la política debe llevar 100,00\u00a0% al cierre de 2035"
    )
    assert marcas(grafico, "hecho") == []


def de_un_producto() -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"dia_fecha": cierre(2024), "programado": 30.0, "llevaba": None},
            {"dia_fecha": cierre(2025), "programado": 60.0, "llevaba": None},
            {"dia_fecha": cierre(2035), "programado": 1300.0, "llevaba": None},
            {"dia_fecha": cierre(2024), "programado": None, "llevaba": 25.0},
            {"dia_fecha": date(2025, 3, 31), "programado": None, "llevaba": 33.5},
        ]
    )


@pytest.mark.parametrize("es_porcentaje", [True, False])
def test_un_producto_hasta_el_final(es_porcentaje: bool) -> None:
    grafico = plan.producto(
        de_un_producto(),
        corte=CORTE,
        version="v3-26",
        es_suma=True,
        es_porcentaje=es_porcentaje,
        se_comparan=True,
    )
    signo = "\u00a0%" if es_porcentaje else ""
    assert grafico.titulo == (
        f"Según el plan v3-26 debe llegar a 1.300{signo} en 2035; al 31 de marzo de 2025 lleva "
        f"33,5{signo}"
    )
    assert marcas(grafico, "programado") == [(2025.0, 30.0), (2026.0, 60.0), (2036.0, 1300.0)]
    assert [y for _, y in marcas(grafico, "hecho")] == [25.0, 33.5]
    assert ("En la unidad del indicador." in grafico.nota) is not es_porcentaje
    assert grafico.nota.startswith("Línea cortada: lo programado en total")


def test_si_no_se_sabe_la_escala_se_dice() -> None:
    grafico = plan.producto(
        de_un_producto().iloc[:3],
        corte=CORTE,
        version="v3-26",
        es_suma=False,
        es_porcentaje=True,
        se_comparan=False,
    )
    assert grafico.titulo == "Según el plan v3-26 debe llegar a 1.300\u00a0% en 2035"
    assert grafico.nota.endswith("no se sabe si están en la misma escala.")
    assert grafico.nota.startswith("Línea cortada: el nivel programado")


def test_el_ano_termina_donde_empieza_el_siguiente() -> None:
    assert en_anios(cierre(2025)) == 2026.0
    assert en_anios(date(2024, 6, 30)) == pytest.approx(2024 + 182 / 366)
