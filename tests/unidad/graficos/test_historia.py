"""Los gráficos de la historia: la serie de los cortes, el flujo de estados y los efectos."""

from datetime import date

import pandas as pd
import pytest

from tablero import tema
from tablero.graficos.historia import efectos, flujo, series
from tablero.graficos.piezas.base import Grafico

DICIEMBRE, JUNIO = date(2024, 12, 31), date(2025, 6, 30)


def serie(*filas: tuple[date, str, float | None, float | None], producto: bool = False) -> Grafico:
    datos = pd.DataFrame(filas, columns=["corte_fecha", "nivel", "avance_pct", "trayectoria_pct"])
    datos["brecha_pp"] = datos["avance_pct"] - datos["trayectoria_pct"]
    return series.serie(
        datos, quien="La política", unidad="de todo", publica_trayectoria=not producto
    )


def test_con_un_solo_corte_la_serie_dice_lo_publicado_y_lo_calculado() -> None:
    dibujo = serie((DICIEMBRE, "calculado", 52.04, 52.18), (DICIEMBRE, "publicado", 52.05, 52.2))
    assert dibujo.titulo == (
        "La política lleva 52,05\u00a0% al 31 de diciembre de 2024, 0,15 puntos menos de lo que "
        "debía"
    )
    assert dibujo.nota.endswith(
        "lo que debía llevar ese día. Con un solo corte todavía no hay una serie: la habrá con el "
        "siguiente."
    )
    # Cuatro puntos uno sobre otro no se leen: con un corte son barras.
    assert list(zip(dibujo.datos["nombre"], dibujo.datos["valor_texto"], strict=True)) == [
        ("Avance calculado", "52,04\u00a0%"),
        ("Avance publicado", "52,05\u00a0%"),
        ("Trayectoria calculada", "52,18\u00a0%"),
        ("Trayectoria publicada", "52,20\u00a0%"),
    ]


def test_lo_publicado_que_no_es_lo_calculado_se_dice_porque_sus_marcas_se_tapan() -> None:
    dibujo = serie(
        (DICIEMBRE, "calculado", 52.04, 52.18),
        (DICIEMBRE, "publicado", 52.05, 52.2),
        (JUNIO, "calculado", 60.0, 60.0),
    )
    dicho = "Publicado al 31 de diciembre de 2024: avance 52,05\u00a0% y trayectoria 52,20\u00a0%."
    assert dicho in dibujo.nota


def test_las_cifras_de_un_corte_no_se_enciman_y_el_eje_deja_ver_el_cambio() -> None:
    """35,35 a 46,53: el eje va de 20 a 60 y lo dice; de 0 a 100 no se vería el cambio."""
    dibujo = serie((DICIEMBRE, "calculado", 35.35, 37.53), (JUNIO, "calculado", 42.29, 46.53))
    assert list(dibujo.datos["arriba"]) == [False, True, False, True]
    assert dibujo.nota.endswith("El eje va de 20\u00a0% a 60\u00a0%: no empieza en cero.")
    desde_cero = serie((DICIEMBRE, "calculado", 0.0, 50.0), (JUNIO, "calculado", 97.0, 100.0))
    assert "El eje" not in desde_cero.nota


def test_entre_dos_cortes_dice_cuanto_cambio() -> None:
    """De 32,88 a 46,52: +13,64."""
    dibujo = serie((DICIEMBRE, "calculado", 32.88, 45.0), (JUNIO, "calculado", 46.52, 46.52))
    assert dibujo.titulo == (
        "La política lleva 46,52\u00a0% al 30 de junio de 2025, justo lo que debía; subió 13,64 "
        "puntos desde el corte anterior"
    )
    assert dibujo.alternativa.startswith(
        "La política en cada corte: 31 de diciembre de 2024 (calculado), avance 32,88\u00a0%, "
        "trayectoria 45,00\u00a0%"
    )


def test_dos_sumas_que_dejan_fuera_cosas_distintas_no_se_comparan() -> None:
    datos = pd.DataFrame(
        {
            "corte_fecha": [DICIEMBRE, JUNIO],
            "nivel": "calculado",
            "avance_pct": [32.88, 46.52],
            "trayectoria_pct": [45.0, 46.52],
            "brecha_pp": [-12.12, 0.0],
            "productos_sin_dato": [0, 2],
            "peso_sin_dato_pct": [0.0, 4.0],
        }
    )
    opciones = {"quien": "La política", "unidad": "de todo", "publica_trayectoria": True}
    dibujo = series.serie(datos, **opciones)
    assert dibujo.titulo == (
        "La política lleva 46,52\u00a0% al 30 de junio de 2025, justo lo que debía (fuera de la "
        "suma, 2 productos); no se compara con el corte anterior, que deja otros fuera de la suma"
    )
    assert (
        "Fuera de la suma, sin dato: al 30 de junio de 2025, 2 productos (4,00\u00a0% del peso de "
        "la política)."
    ) in dibujo.nota
    iguales = datos.assign(productos_sin_dato=2, peso_sin_dato_pct=4.0)
    assert series.serie(iguales, **opciones).titulo.endswith(
        "; subió 13,64 puntos desde el corte anterior"
    )


def test_donde_no_hay_dato_la_linea_se_corta_y_se_dice() -> None:
    dibujo = serie((DICIEMBRE, "calculado", None, None), (JUNIO, "calculado", 10.0, 8.0))
    assert dibujo.titulo.endswith("2,00 puntos más de lo que debía")
    assert "Sin avance: 31 de diciembre de 2024." in dibujo.nota
    assert dibujo.datos["valor"].isna().sum() == 2
    vacia = serie((JUNIO, "calculado", None, 8.0))
    assert vacia.titulo == "La política no tiene avance en el corte del 30 de junio de 2025"


def test_la_trayectoria_de_un_producto_siempre_es_calculada() -> None:
    dibujo = serie(
        (DICIEMBRE, "publicado", 12.0, 15.0),
        (JUNIO, "calculado", 20.0, 21.0),
        (JUNIO, "publicado", 19.0, 21.0),
        producto=True,
    )
    assert list(dibujo.datos["clase"]) == [
        "Avance publicado",
        "Trayectoria calculada",
        "Avance calculado",
        "Trayectoria calculada",
        "Avance publicado",
    ]
    assert list(dibujo.datos["en_linea"]) == [True, True, True, True, False]
    assert "Publicado al 30 de junio de 2025: avance 19,00\u00a0%." in dibujo.nota


def transiciones(*pasos: tuple[str, str, int]) -> Grafico:
    datos = pd.DataFrame(pasos, columns=["semaforo_antes", "semaforo_despues", "productos"])
    return flujo.flujo(datos, antes="junio", despues="diciembre")


def test_el_flujo_dice_cuantos_cambiaron_y_se_entiende_sin_color() -> None:
    dibujo = transiciones(
        ("bajo", "alto", 3),
        ("alto", "alto", 20),
        ("alto", "medio", 1),
        ("no estaba", "alto", 1),
        ("sin dato", "ya no está", 2),
    )
    assert dibujo.titulo == (
        "7 de 27 productos cambiaron de estado: 3 de «bajo» a «alto», 2 de «sin dato» a «ya no "
        "está» y 2 de otro modo"
    )
    assert "siguen en alto, 20" in dibujo.alternativa
    nodos = dibujo.datos[dibujo.datos["pieza"] == "después"]
    assert list(nodos["texto"]) == ["◆ Medio: 1", "● Alto: 24", "– Ya no está: 2"]


def test_el_grosor_de_cada_banda_es_el_de_sus_productos() -> None:
    """Con 40 productos, 400 px: 10 por producto. De «alto» salen dos bandas, una bajo la otra."""
    dibujo = transiciones(("alto", "bajo", 10), ("alto", "alto", 30))
    bandas = dibujo.datos[dibujo.datos["pieza"] == "banda"]
    salida = bandas[bandas["x"] == 0].set_index("nombre")
    assert list(salida["abajo"] - salida["arriba"]) == [pytest.approx(100), pytest.approx(300)]
    assert salida["arriba"]["siguen en alto"] == salida["abajo"]["de «alto» a «bajo»"]
    assert salida["color"]["de «alto» a «bajo»"] == tema.SEMAFORO["bajo"].color
    assert salida["opacidad"]["siguen en alto"] < salida["opacidad"]["de «alto» a «bajo»"]


def test_los_numeros_de_dos_bandas_que_se_cruzan_no_se_enciman() -> None:
    """A la mitad las dos bandas están a la misma altura: el número va donde cada una sale."""
    dibujo = transiciones(("bajo", "alto", 3), ("alto", "bajo", 3))
    numeros = dibujo.datos[dibujo.datos["pieza"] == "número"]
    assert numeros["arriba"].iloc[1] - numeros["arriba"].iloc[0] >= 30


def test_un_estado_con_pocos_productos_deja_leer_su_nombre() -> None:
    """Con 400 productos, uno mide 1 px; su nombre ocupa un renglón entero y no pisa al vecino."""
    dibujo = transiciones(("bajo", "bajo", 1), ("medio", "medio", 1), ("alto", "alto", 398))
    nodos = dibujo.datos[dibujo.datos["pieza"] == "antes"]
    assert nodos["abajo"].iloc[0] - nodos["arriba"].iloc[0] == pytest.approx(1)
    assert nodos["centro"].iloc[1] - nodos["centro"].iloc[0] >= 30


def test_el_flujo_de_quienes_siguen_igual_lo_dice() -> None:
    assert transiciones(("alto", "alto", 2)).titulo == "Ninguno de los 2 productos cambió de estado"


def test_la_cascada_va_del_avance_de_antes_al_de_despues() -> None:
    """32,88 + 3,33 − 0,13 + 10,44 = 46,52."""
    datos = pd.DataFrame(
        {
            "causa": ["entra", "períodos reescritos", "reportes nuevos"],
            "productos": [1, 1, 5],
            "efecto_pp": [3.33, -0.13, 10.44],
        }
    )
    dibujo = efectos.efectos(datos, antes="junio", despues="diciembre", desde=32.88, hasta=46.52)
    assert dibujo.titulo == (
        "El avance pasa de 32,88\u00a0% a 46,52\u00a0%; lo que más lo mueve: reportes nuevos, "
        "+10,44\u00a0p.\u00a0p."
    )
    assert "3,33 − 0,13 + 10,44 = +13,64\u00a0p.\u00a0p." in dibujo.nota
    assert list(dibujo.datos["nombre"]) == [
        "Al junio",
        "Productos que entran (1)",
        "Períodos reescritos (1)",
        "Reportes nuevos (5)",
        "Al diciembre",
    ]
    assert list(dibujo.datos["a"]) == pytest.approx([32.88, 36.21, 36.08, 46.52, 46.52])


def test_si_nada_movio_el_avance_lo_dice() -> None:
    datos = pd.DataFrame({"causa": ["sale"], "productos": [0], "efecto_pp": [0.0]})
    dibujo = efectos.efectos(datos, antes="junio", despues="diciembre", desde=50.0, hasta=50.0)
    assert dibujo.titulo == "El avance sigue en 50,00\u00a0%: nada de lo que cambió lo mueve"
