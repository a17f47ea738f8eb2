"""De cada clase de dibujo al gráfico que se edita: los mismos valores, en el mismo orden."""

from datetime import date
from math import isclose

import pandas as pd
import pytest

from tablero import tema
from tablero.exportar.escribir.pptx.nativo.base import PorCategorias, PorPuntos
from tablero.exportar.escribir.pptx.nativo.traducir import datos_en_tabla, nativo
from tablero.graficos import centros, plan
from tablero.graficos.historia import efectos, series
from tablero.graficos.ipt import puntaje
from tablero.graficos.piezas import cascada
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.cascada import Paso

DICIEMBRE, JUNIO = date(2024, 12, 31), date(2025, 6, 30)


def por_categorias(grafico: Grafico) -> PorCategorias:
    traducido = nativo(grafico)
    assert isinstance(traducido, PorCategorias)
    return traducido


def test_la_serie_de_los_cortes_conserva_su_eje_y_lo_publicado_aparte() -> None:
    filas = [
        (DICIEMBRE, "calculado", 52.04, 52.18),
        (DICIEMBRE, "publicado", 52.05, 52.2),
        (JUNIO, "calculado", 60.0, 62.5),
    ]
    datos = pd.DataFrame(filas, columns=["corte_fecha", "nivel", "avance_pct", "trayectoria_pct"])
    datos["brecha_pp"] = datos["avance_pct"] - datos["trayectoria_pct"]
    dibujo = series.serie(datos, quien="La política", unidad="de todo", publica_trayectoria=True)
    lineas = por_categorias(dibujo)
    assert lineas.forma == "lineas"
    assert lineas.categorias == ("31 de diciembre de 2024", "30 de junio de 2025")
    # El eje es el que la nota dice: «El eje va de 40 % a 70 %».
    assert (lineas.extremos, lineas.unidad) == ((40.0, 70.0), " %")
    assert "de 40\u00a0% a 70\u00a0%" in dibujo.nota
    assert {s.nombre: s.valores for s in lineas.series} == {
        "Avance calculado": (52.04, 60.0),
        "Trayectoria calculada": (52.18, 62.5),
        "Avance publicado": (52.05, None),
        "Trayectoria publicada": (52.2, None),
    }
    assert [s.solo_puntos for s in lineas.series] == [False, False, True, True]
    assert lineas.series[0].rotulos == ("52,04\u00a0%", "60,00\u00a0%")
    assert [s.abajo for s in lineas.series[:2]] == [{0, 1}, frozenset()]
    assert [s.cortada for s in lineas.series] == [False, True, False, True]


def test_el_plan_pone_cada_punto_en_su_dia() -> None:
    del_plan = [
        {"dia_fecha": date(anio, 12, 31), "trayectoria_plan_pct": pct, "avance_pct": None}
        for anio, pct in ((2024, 35.0), (2035, 100.0))
    ]
    corte = {"dia_fecha": JUNIO, "trayectoria_plan_pct": None, "avance_pct": 41.25}
    datos = pd.DataFrame([*del_plan, corte]).assign(
        avance_nivel="calculado", productos_sin_dato=0, ponderacion_sin_dato_pct=0.0
    )
    lineas = nativo(plan.trayectoria(datos, corte=JUNIO, version="v3-26"))
    assert isinstance(lineas, PorPuntos)
    # Como los cuenta un libro de Excel: 45.657 es el 31 de diciembre de 2024.
    assert {t.nombre: t.puntos for t in lineas.trazos} == {
        "Según el plan": ((45657.0, 35.0), (49674.0, 100.0)),
        "Lo que lleva": ((45838.0, 41.25),),
        "Corte": ((45838.0, 0.0), (45838.0, 100.0)),
    }
    assert (lineas.dias, lineas.unidad) == ((45657, 49674), " %")


def test_lo_que_no_tiene_un_grafico_igual_va_con_su_tabla() -> None:
    datos = pd.DataFrame(
        {"causa": ["sale", "ponderación"], "productos": [5, 2], "efecto_pp": [12.0, 1.64]}
    )
    dibujo = efectos.efectos(datos, antes="antes", despues="después", desde=32.88, hasta=46.52)
    assert nativo(dibujo) is None
    suya = datos_en_tabla(dibujo)
    assert suya.columnas == ("Qué", "Puntos")
    assert suya.filas == (
        ("Al antes", "32,88\u00a0%"),
        ("Productos que salen (5)", "+12,00\u00a0p.\u00a0p."),
        ("Otro peso (2)", "+1,64\u00a0p.\u00a0p."),
        ("Al después", "46,52\u00a0%"),
    )


def test_lo_que_no_tiene_dato_no_queda_en_cero() -> None:
    datos = pd.DataFrame(
        {
            "centro_nombre": ["Riohacha", "Maicao"],
            "etapa": ["inicial", "abierto"],
            "personas": [15_890, None],
        }
    )
    barras = por_categorias(centros.atencion(datos))
    assert barras.categorias == ("Riohacha", "Maicao: sin dato (abierto)")
    (serie,) = barras.series
    assert (serie.nombre, serie.valores) == ("Personas atendidas", (15890.0, None))
    assert serie.rotulos == ("15.890", "")


def test_los_aportes_al_puntaje_llevan_su_signo_y_su_color() -> None:
    datos = pd.DataFrame(
        {
            "municipio_nombre": "Ocaña",
            "componente": ["Flujo", "Pobreza", "Flujo"],
            "aporte_puntos": [40.0, -2.5, 5.0],
        }
    )
    (serie,) = por_categorias(puntaje.aportes(datos)).series
    assert serie.valores == (45.0, -2.5)
    assert serie.colores == (tema.ACENTO, tema.RESTO_CLARO)


@pytest.mark.parametrize(
    ("valores", "sostienen", "miden", "cruzan"),
    [
        ((-3.0, 1.0, 1.5), (0.0, -2.0, -0.5, 0.0), (-3.0, -1.0, -1.5, -0.5), None),
        ((-1.0, 3.0), (0.0, 0.0, 0.0), (-1.0, -1.0, 2.0), (0.0, 2.0, 0.0)),
    ],
)
def test_la_cascada_se_apila_lejos_del_cero(
    valores: tuple[float, ...],
    sostienen: tuple[float, ...],
    miden: tuple[float, ...],
    cruzan: tuple[float, ...] | None,
) -> None:
    """La barra que cruza el cero va en dos trozos; juntos miden lo que el paso vale."""
    pasos = [Paso(f"Paso {n}", valor, str(valor)) for n, valor in enumerate(valores)]
    marcas = cascada.lugares(pasos, hasta=Paso("Total", sum(valores), "total"))
    dibujo, alto = cascada.dibujar(marcas)
    barras = por_categorias(armar("Título", "Alternativa", marcas, dibujo, alto=alto))
    vistas = [serie.valores for serie in barras.series]
    assert vistas == [sostienen, miden, *([cruzan] if cruzan else [])]
    assert barras.series[0].color == ""
    for lugar, valor in enumerate(valores):
        medido = sum(abs(serie[lugar] or 0) for serie in vistas[1:])
        assert isclose(medido, abs(valor))
