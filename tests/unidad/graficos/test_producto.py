"""Los gráficos de la hoja de producto: lo que dicen y dónde ponen cada cosa."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tablero.formato import ORDINALES
from tablero.graficos.producto import metas as producto
from tablero.graficos.producto import serie

JUNIO = date(2025, 6, 30)


def trimestres(
    metas: dict[int, float], reportes: dict[tuple[int, int], float | None], av: list[float] | None
) -> pd.DataFrame:
    """Una fila por trimestre de los años con meta; `av` son los acumulados, en orden."""
    filas: list[dict[str, Any]] = []
    for anio, meta in metas.items():
        for q in (1, 2, 3, 4):
            filas.append(
                {
                    "anio": anio,
                    "trimestre": q,
                    "meta_programada": meta,
                    "valor": reportes.get((anio, q)),
                    "av": av[len(filas)] if av and len(filas) < len(av) else None,
                    "ma": sum(m for a, m in metas.items() if a < anio) + meta * q / 4,
                }
            )
    return pd.DataFrame(filas).astype({"valor": float, "av": float})


SUMA = trimestres(
    {2024: 40.0, 2025: 40.0, 2026: 60.0},
    {(2024, 2): 10.0, (2024, 4): 20.0, (2025, 1): 0.0, (2025, 2): 5.0},
    [0.0, 10.0, 10.0, 30.0, 30.0, 35.0],
)


def clase(datos: pd.DataFrame, nombre: str) -> list[dict[str, Any]]:
    return datos[datos["clase"] == nombre].to_dict("records")


def test_en_suma_cada_barra_empieza_donde_termino_la_anterior_del_anio() -> None:
    """2024: 10 y después 20 → de 0 a 10 y de 10 a 30. 2025: un 0 (se ve como raya) y un 5."""
    grafico = producto.reportes(SUMA, tipo="Suma", corte=JUNIO, mp=20.0, linea_base=None)
    barras = clase(grafico.datos, "reporte")
    assert [(b["y"], b["y2"]) for b in barras] == [(0, 10), (10, 30), (0, 0), (0, 5)]
    assert [round(b["x"], 2) for b in barras] == [2024.27, 2024.77, 2025.02, 2025.27]
    assert barras[1]["detalle"] == "cuarto trimestre de 2024: 20 (en el año, 30)"
    assert [(m["y"], m["corto"]) for m in clase(grafico.datos, "meta")] == [
        (40, "40"),
        (40, "40"),
        (60, "60"),
    ]
    assert grafico.titulo == "En 2025 lleva 5 y la meta del año es 40: hasta el corte debía 20"
    assert (
        "2024: meta 40; segundo trimestre, 10 y cuarto trimestre, 20. 2025: meta 40; primer "
        "trimestre, 0 y segundo trimestre, 5."
    ) in grafico.alternativa
    assert "2026: meta 60; sin reportes" in grafico.alternativa


def test_el_corte_esta_al_final_de_su_dia() -> None:
    """El 30 de junio es el día 181 de 365; el 31 de diciembre, el final del año."""
    for dia, lugar in ((JUNIO, 2025 + 181 / 365), (date(2025, 12, 31), 2026.0)):
        grafico = producto.reportes(SUMA, tipo="Suma", corte=dia, mp=None, linea_base=None)
        assert [c["x"] for c in clase(grafico.datos, "corte")] == [pytest.approx(lugar)]


@pytest.mark.parametrize(
    ("metas", "reportes", "mp", "titulo"),
    [
        ({2025: 12.0}, {}, 6.0, "En 2025 no ha reportado y la meta del año es 12: hasta el corte"),
        ({2024: 12.0}, {(2025, 1): 3.0}, 0.0, "En 2025 no ha reportado: el año no tiene meta"),
    ],
)
def test_el_titulo_de_suma_dice_lo_que_falta(
    metas: dict[int, float], reportes: dict[tuple[int, int], float], mp: float, titulo: str
) -> None:
    datos = trimestres(metas, dict(reportes), None)
    dicho = producto.reportes(datos, tipo="Suma", corte=JUNIO, mp=mp, linea_base=None).titulo
    assert dicho.startswith(titulo)


def test_los_demas_tipos_son_puntos_con_su_linea_base() -> None:
    datos = trimestres({2024: 30.0, 2025: 40.0}, {(2024, 4): 28.0, (2025, 2): 30.0}, None)
    grafico = producto.reportes(datos, tipo="Creciente", corte=JUNIO, mp=35.0, linea_base=10.0)
    puntos = clase(grafico.datos, "reporte")
    assert [(p["x"], p["y"]) for p in puntos] == [(2025.0, 28), (2025.5, 30)]
    assert [(b["y"], b["detalle"]) for b in clase(grafico.datos, "base")] == [
        (10, "Línea base: 10")
    ]
    assert grafico.titulo == (
        "Su último reporte (segundo trimestre de 2025) es 30 y la meta de 2025 es 40: hasta el "
        "corte debía 35"
    )
    assert grafico.spec["layer"][0]["mark"]["type"] == "line"


def escritas(datos: pd.DataFrame, reportes: set[tuple[int, int]], metas: set[int]) -> pd.DataFrame:
    """Las mismas filas, con qué celdas están escritas en el libro."""
    return datos.assign(
        tiene_reporte=[
            (a, q) in reportes for a, q in zip(datos["anio"], datos["trimestre"], strict=True)
        ],
        tiene_meta=datos["anio"].isin(metas),
        meta=datos["meta_programada"],
        valor_posterior=float("nan"),
    )


@pytest.mark.parametrize(
    ("tipo", "reportes", "ilegibles", "titulo"),
    [
        (
            "Suma",
            {(2025, 1): 5.0},
            {(2025, 2)},
            "En 2025 lleva 5 sin contar el segundo trimestre, que no se puede leer y la meta del "
            "año es 40",
        ),
        (
            "Suma",
            {},
            {(2025, 1)},
            "En 2025 reportó en el primer trimestre, que no se puede leer y la meta del año es",
        ),
        (
            "Creciente",
            {(2025, 1): 5.0},
            {(2025, 2)},
            "Su último reporte (segundo trimestre de 2025) no se puede leer y la meta de 2025 es "
            "40",
        ),
        (
            "Creciente",
            {(2025, 2): 5.0},
            {(2025, 1)},
            "Su último reporte (segundo trimestre de 2025) es 5 y la meta",
        ),
    ],
)
def test_lo_ilegible_no_se_lee_como_si_no_estuviera(
    tipo: str, reportes: dict[tuple[int, int], float], ilegibles: set[tuple[int, int]], titulo: str
) -> None:
    datos = escritas(
        trimestres({2025: 40.0}, dict(reportes), None), {*reportes, *ilegibles}, {2025}
    )
    grafico = producto.reportes(datos, tipo=tipo, corte=JUNIO, mp=20.0, linea_base=None)
    assert grafico.titulo.startswith(titulo)
    (ilegible,) = ilegibles
    assert f"el {ORDINALES[ilegible[1] - 1]} trimestre, ilegible" in grafico.alternativa


def test_una_meta_ilegible_no_es_un_anio_sin_meta() -> None:
    datos = trimestres({2025: float("nan")}, {(2025, 1): 5.0}, None)
    datos = escritas(datos, {(2025, 1)}, {2025})
    titulos = [
        producto.reportes(datos, tipo=tipo, corte=JUNIO, mp=None, linea_base=None).titulo
        for tipo in ("Suma", "Constante")
    ]
    assert titulos == [
        "En 2025 lleva 5: la meta del año no se puede leer",
        "Su último reporte (primer trimestre de 2025) es 5 y la meta de 2025 no se puede leer",
    ]


def test_un_acumulado_con_un_reporte_ilegible_no_se_sabe() -> None:
    datos = trimestres({2025: 40.0}, {(2025, 1): 5.0}, [5.0])
    datos = escritas(datos, {(2025, 1), (2025, 2)}, {2025})
    assert producto.acumulado(datos, corte=JUNIO, ma=20.0, meta_final=80.0).titulo == (
        "En total no se sabe cuánto lleva, porque no se puede leer lo del segundo trimestre de "
        "2025, y debía 20; "
        "la meta final es 80"
    )


def test_una_meta_de_cero_de_un_decreciente_es_una_meta() -> None:
    datos = trimestres({2025: 0.0}, {}, None)
    grafico = producto.reportes(datos, tipo="Decreciente", corte=JUNIO, mp=5.0, linea_base=10.0)
    assert grafico.titulo == "No ha reportado y la meta de 2025 es 0: hasta el corte debía 5"


@pytest.mark.parametrize(
    ("metas", "desde"),
    [
        # 28 ≤ 60/2: desde cero. 94 > 96/2: desde 94 menos el aire, (96−94)·0,16 = 0,32.
        ({2024: 28.0, 2025: 60.0}, 0.0),
        ({2024: 96.0, 2025: 94.0}, 93.68),
        ({2024: 5.0, 2025: 5.0}, 0.0),
    ],
)
def test_el_eje_parte_de_cero_si_no_aplasta(metas: dict[int, float], desde: float) -> None:
    datos = trimestres(metas, {}, None)
    spec = producto.reportes(datos, tipo="Constante", corte=JUNIO, mp=5.0, linea_base=None).spec
    assert spec["encoding"]["y"]["scale"]["domain"][0] == pytest.approx(desde)


def test_el_acumulado_va_contra_lo_programado_y_la_meta_final() -> None:
    """Programado al cierre de cada año: 40, 80 y 140. A junio de 2025 llevaba 35."""
    grafico = producto.acumulado(SUMA, corte=JUNIO, ma=60.0, meta_final=140.0)
    debido = clase(grafico.datos, "debido")
    assert (debido[0]["x"], debido[0]["y"]) == (2024, 0)
    assert [d["y"] for d in debido[1:]] == [40, 80, 140]
    assert [h["y"] for h in clase(grafico.datos, "hecho")] == [0, 10, 10, 30, 30, 35]
    assert grafico.titulo == "En total lleva 35 y debía 60; la meta final es 140"
    assert "2024: reportado 30, programado 40" in grafico.alternativa
    assert "2025: reportado sin dato, programado 80" in grafico.alternativa


def test_de_lo_que_debia_un_no_vigente_no_se_dice_nada() -> None:
    """No «debía sin dato»."""
    sin_reportes = trimestres({2024: 40.0}, {}, None)
    titulo = producto.acumulado(sin_reportes, corte=JUNIO, ma=None, meta_final=140.0).titulo
    assert titulo == "En total no ha reportado; la meta final es 140"


def corte(dia: date, paa: float | None, ti: float | None, pahv: float | None, estado: str) -> Any:
    return {
        "corte_fecha": dia,
        "paa_pct": paa,
        "trayectoria_pct": ti,
        "pahv_pct": pahv,
        "semaforo": estado,
    }


SERIE = pd.DataFrame(
    [
        corte(date(2024, 12, 31), 20.0, 25.0, 80.0, "alto"),
        corte(JUNIO, 32.5, 50.0, 65.0, "medio"),
        corte(date(2025, 12, 31), None, 60.0, None, "sin dato"),
    ]
)


def test_la_serie_dice_el_corte_que_se_mira_y_el_anterior() -> None:
    grafico = serie.serie(SERIE, corte=JUNIO)
    assert grafico.titulo == (
        "Al 30 de junio de 2025 lleva 32,5\u00a0% y debía llevar 50\u00a0%; en el corte anterior, "
        "20\u00a0%"
    )
    assert list(grafico.datos["estado"]) == ["● PAHV 80\u00a0%", "◆ PAHV 65\u00a0%", "□ Sin dato"]
    assert list(grafico.datos["corto"]) == ["● 80\u00a0%", "◆ 65\u00a0%", ""]
    assert list(grafico.datos["elegido"]) == [False, True, False]
    assert grafico.spec["encoding"]["x"]["scale"]["domain"] == [
        "2024-12-31",
        "2025-06-30",
        "2025-12-31",
    ]
    assert (
        "31 de diciembre de 2025: PAA sin dato, trayectoria 60\u00a0%, PAHV sin dato, sin dato"
        in grafico.alternativa
    )


def test_la_serie_de_un_corte_sin_avance_lo_dice() -> None:
    titulo = serie.serie(SERIE, corte=date(2025, 12, 31)).titulo
    assert titulo == "Sin dato de cuánto lleva al 31 de diciembre de 2025"
    salio = SERIE.assign(semaforo="no vigente")
    assert serie.serie(salio, corte=date(2025, 12, 31)).titulo == f"{titulo}: no vigente"


def test_el_primer_corte_no_tiene_anterior() -> None:
    titulo = serie.serie(SERIE, corte=date(2024, 12, 31)).titulo
    assert titulo == "Al 31 de diciembre de 2024 lleva 20\u00a0% y debía llevar 25\u00a0%"
