"""Los gráficos de la política: mensajes, textos alternativos y especificación."""

import pandas as pd
import pytest

from tablero import tema
from tablero.graficos.piezas import franjas, renglones
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.politica import avance, semaforo

NOMBRES = {
    "sobre_ejecución": "sobre-ejecución",
    "sin_dato": "sin dato",
    "sin_iniciar": "sin iniciar",
    "no_vigente": "no vigente",
}


def conteos(**productos: int) -> pd.DataFrame:
    estados = [NOMBRES.get(e, e) for e in productos]
    return pd.DataFrame({"semaforo": estados, "productos": list(productos.values())})


def distribucion(pahv: list[int], pav: list[int], paa: list[int]) -> pd.DataFrame:
    """Publicado 27, 6, 62 y 6 %; los conteos, en el mismo orden y con «sin dato» al final."""
    datos = pd.DataFrame(
        {
            "semaforo": ["bajo", "medio", "alto", "sobre-ejecución", "sin dato"],
            "publicado_productos_pct": [27.0, 6.0, 62.0, 6.0, None],
        }
    )
    for nombre, valores in (("pahv", pahv), ("pav", pav), ("paa", paa)):
        datos[f"{nombre}_productos"] = valores
        datos[f"{nombre}_productos_pct"] = [100 * v / sum(valores) for v in valores]
    return datos


def textos(dibujo: Grafico, columna: str) -> list[str]:
    return list(dibujo.datos[columna])


def test_la_barra_dice_su_mensaje_y_se_entiende_sin_color() -> None:
    dibujo = semaforo.barra_semaforo(conteos(bajo=4, medio=2, alto=30, sobre_ejecución=14))
    assert dibujo.titulo == (
        "Según su PAHV, de 50 productos hay 30 en alto, 14 en sobreejecución, 2 en medio y 4 en "
        "bajo"
    )
    assert "alto, 30 de 50 (60,0\u00a0%)" in dibujo.alternativa
    assert textos(dibujo, "rotulo") == ["▼ 4", "◆ 2", "● 30", "▲ 14"]
    leyenda = dibujo.spec["layer"][0]["encoding"]["color"]["legend"]["labelExpr"]
    assert "'● Alto: 30'" in leyenda
    assert "'▲ Sobreejecución: 14'" in leyenda


def test_la_barra_ocupa_todo_el_ancho_sin_huecos() -> None:
    datos = semaforo.barra_semaforo(conteos(bajo=4, medio=2, alto=30)).datos
    assert list(datos["desde"]) == [0, 4, 6]
    assert list(datos["hasta"]) == [4, 6, 36]


def test_un_solo_producto_va_en_singular() -> None:
    assert semaforo.barra_semaforo(conteos(alto=1)).titulo == (
        "Según su PAHV, de 1 producto hay 1 en alto"
    )


def test_el_titulo_cuenta_sobre_los_vigentes_y_nombra_los_estados_que_no_son_color() -> None:
    dibujo = semaforo.barra_semaforo(
        conteos(bajo=1, alto=2, sin_dato=1, sin_iniciar=3, no_vigente=4)
    )
    assert dibujo.titulo == (
        "Según su PAHV, de 7 productos vigentes hay 2 en alto, 1 en bajo, 1 sin dato y 3 sin "
        "iniciar"
    )
    assert "no vigente, 4 de 11" in dibujo.alternativa
    assert textos(dibujo, "rotulo")[-2:] == ["○ 3", "✕ 4"]


def test_ningun_porcentaje_da_la_distribucion_publicada() -> None:
    dibujo = semaforo.distribuciones(
        distribucion([4, 2, 30, 14, 2], [4, 3, 32, 11, 2], [24, 6, 15, 5, 2])
    )
    assert dibujo.titulo == (
        "Ninguno de los tres porcentajes da la distribución publicada: el más cercano es el PAV, "
        "que solo coincide en medio y alto"
    )
    assert "52 productos (50 con dato" in dibujo.nota
    assert "suman 101\u00a0%" in dibujo.nota
    assert "El 27\u00a0% que el informe da a «bajo» es lo que el PAHV da a «sobreejecución»" in (
        dibujo.nota
    )
    assert "Con el PAV: bajo 4 (7,7\u00a0%)" in dibujo.alternativa


def test_si_un_porcentaje_coincide_se_dice_cual() -> None:
    iguales = [268, 60, 617, 55, 0]
    dibujo = semaforo.distribuciones(distribucion(iguales, [4, 3, 32, 11, 2], [24, 6, 15, 5, 2]))
    assert dibujo.titulo == "La distribución publicada es la del PAHV"
    assert "es lo que el PAHV da" not in dibujo.nota


def test_la_politica_contra_su_trayectoria() -> None:
    corte = {
        "avance_pct": 52.05,
        "trayectoria_pct": 52.2,
        "brecha_pp": -0.15,
        "avance_calculado_pct": 52.036,
        "trayectoria_calculada_pct": 52.181,
        "brecha_calculada_pp": -0.145,
    }
    dibujo = avance.politica(pd.DataFrame([corte]))
    assert dibujo.titulo == "La política lleva 52,05\u00a0%: 0,15 puntos menos de lo que debía"
    assert textos(dibujo, "valor_texto") == [
        "52,05\u00a0%; debía 52,20\u00a0%",
        "52,04\u00a0%; debía 52,18\u00a0%",
    ]
    assert list(dibujo.datos["marca"]) == [52.2, 52.181]


def test_sin_nada_publicado_manda_lo_calculado() -> None:
    corte = {
        "avance_pct": None,
        "trayectoria_pct": None,
        "brecha_pp": None,
        "avance_calculado_pct": 32.875,
        "trayectoria_calculada_pct": 45.0,
        "brecha_calculada_pp": -12.125,
    }
    dibujo = avance.politica(pd.DataFrame([corte]))
    assert dibujo.titulo == "La política lleva 32,88\u00a0%: 12,12 puntos menos de lo que debía"
    assert textos(dibujo, "nombre") == ["Calculado"]


@pytest.mark.parametrize(
    ("brecha", "final"),
    [(0.0, "justo lo que debía"), (1.5, "1,50 puntos más de lo que debía")],
)
def test_una_politica_al_dia_o_adelantada(brecha: float, final: str) -> None:
    corte = dict.fromkeys(
        ("avance_pct", "trayectoria_pct", "avance_calculado_pct", "trayectoria_calculada_pct"), 50.0
    )
    datos = pd.DataFrame([{**corte, "brecha_pp": brecha, "brecha_calculada_pp": 0.0}])
    assert avance.politica(datos).titulo == f"La política lleva 50,00\u00a0%: {final}"


OBJETIVO = {
    "objetivo": "Objetivo 1",
    "objetivo_numero": 1,
    "productos_publicados": None,
    "productos_calculados": 3,
    "ponderacion_publicada_pct": None,
    "ponderacion_calculada_pct": 60.0,
    "brecha_publicada_pp": None,
    "brecha_calculada_pp": -16.875,
    "avance_pct": 41.458,
    "trayectoria_pct": 58.333,
}


def test_los_objetivos_sin_nada_publicado() -> None:
    """Uno sin peso legible no tiene brecha: no se dibuja y no es el peor."""
    sin_peso = {**OBJETIVO, "objetivo": "Objetivo 2", "objetivo_numero": 2}
    sin_peso |= dict.fromkeys(("brecha_calculada_pp", "avance_pct", "trayectoria_pct"))
    total = {**OBJETIVO, "objetivo": "Toda la política", "objetivo_numero": None}
    dibujo = avance.objetivos(
        pd.DataFrame([OBJETIVO, sin_peso, total]).astype({"objetivo_numero": "Int64"})
    )
    assert dibujo.titulo == (
        "Según lo calculado, el objetivo 1 va 16,88 puntos por debajo de lo que debía llevar; del "
        "2, sin dato"
    )
    assert textos(dibujo, "nombre") == ["Objetivo 1 · pesa 60\u00a0%"]
    assert dibujo.nota == ""
    assert "publicada sin dato" in dibujo.alternativa


def test_el_nombre_va_en_una_capa_solo_si_lo_hay() -> None:
    sin = franjas.trozos([franjas.Franja("", {"alto": 3})], grosor=40, tamano=20)
    con = franjas.trozos([franjas.Franja("Salud", {"alto": 3})], grosor=40, tamano=20)
    leyenda = {"alto": "● Alto"}
    assert len(franjas.dibujar(sin, leyenda, tamano=20)[0].layer) == 2
    assert len(franjas.dibujar(con, leyenda, tamano=20)[0].layer) == 3
    assert franjas.dibujar(con, leyenda, tamano=20)[1] == franjas.TITULO_ALTO + 40


def test_un_estado_sin_productos_no_ocupa_lugar() -> None:
    piezas = franjas.trozos([franjas.Franja("", {"bajo": 0, "alto": 3})], grosor=40, tamano=20)
    assert list(piezas["estado"]) == ["alto"]


def test_los_estados_van_con_su_color_del_tema() -> None:
    dibujo = semaforo.barra_semaforo(conteos(bajo=1, alto=2))
    escala = dibujo.spec["layer"][0]["encoding"]["color"]["scale"]
    assert escala["domain"] == ["bajo", "alto"]
    assert escala["range"] == [tema.SEMAFORO["bajo"].color, tema.SEMAFORO["alto"].color]


def test_un_solo_renglon_lleva_el_acento() -> None:
    filas = [renglones.Renglon("a", "1", 1), renglones.Renglon("b", "2", 2, resaltado=True)]
    datos = renglones.lugares(filas, grosor=20)
    assert list(datos["color"]) == [tema.RESTO_VIVO, tema.ACENTO_VIVO]
    assert datos["arriba"].is_monotonic_increasing
