"""Las respuestas de la política, con las cifras de su Anexo 1."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import fabrica_politica
import pytest
from fabrica_politica import JUNIO, POLITICA

from tablero import rutas
from tablero.consultas import politica, por_que, ritmo
from tablero.consultas.base import Base, Resultado
from tablero.ingesta.construir import construir
from tablero.ingesta.seguimiento.importar import Pedido, importar

VISTA = {"politica": POLITICA, "corte": date(2024, 12, 31)}
EN_JUNIO = {"politica": POLITICA, "corte": JUNIO}
SIN_FILTRO = dict.fromkeys(("objetivo", "estado", "tipo", "sector", "entidad"))


@pytest.fixture(scope="module")
def con_libros(base_con_libros: Path) -> Base:
    return Base(base_con_libros)


@pytest.fixture(scope="module")
def mismo_corte(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """El informe de la SDP y, del mismo corte, un libro con los productos de la fábrica."""
    carpeta = tmp_path_factory.mktemp("mismo_corte")
    fuentes = Path(shutil.copytree(rutas.FUENTES, carpeta / "fuentes"))
    with pytest.MonkeyPatch.context() as cambio:
        cambio.setitem(fabrica_politica.CORTES, VISTA["corte"], (2024, 4))
        archivo = fabrica_politica.libro(carpeta / "libro.xlsx", date(2024, 12, 31))
    importar(archivo, fuentes, Pedido()).confirmar()
    construir(fuentes, carpeta / "tablero.duckdb")
    return Base(carpeta / "tablero.duckdb")


def columna(respuesta: Resultado, indice: str, nombre: str) -> dict[str, float]:
    datos = respuesta.datos.set_index(indice)[nombre].dropna()
    return {str(clave): float(valor) for clave, valor in datos.items()}


def test_corte_publicado_y_calculado(base: Base) -> None:
    fila = politica.corte(base, **VISTA).fila
    assert (fila["avance_pct"], fila["trayectoria_pct"], fila["brecha_pp"]) == (52.05, 52.2, -0.15)
    assert round(fila["avance_calculado_pct"], 2) == 52.04
    assert round(fila["trayectoria_calculada_pct"], 2) == 52.18
    assert round(fila["brecha_calculada_pp"], 2) == -0.14


def test_semaforo_contado_a_mano_en_el_anexo(base: Base) -> None:
    assert columna(politica.semaforo(base, **VISTA), "semaforo", "productos") == {
        "bajo": 4,
        "medio": 2,
        "alto": 30,
        "sobre-ejecución": 14,
        "sin dato": 2,
    }


@pytest.mark.parametrize(
    ("porcentaje", "conteos"),
    [
        ("pahv", (4, 2, 30, 14, 2)),
        ("pav", (4, 3, 32, 11, 2)),
        ("paa", (24, 6, 15, 5, 2)),
    ],
)
def test_distribucion_de_los_tres_porcentajes(
    base: Base, porcentaje: str, conteos: tuple[int, ...]
) -> None:
    datos = politica.semaforo_contrastado(base, **VISTA).datos
    assert tuple(datos[f"{porcentaje}_productos"]) == conteos
    assert sum(datos[f"{porcentaje}_productos_pct"]) == pytest.approx(100)
    assert datos[f"{porcentaje}_productos_con_dato_pct"].sum() == pytest.approx(100)


def test_distribucion_publicada(base: Base) -> None:
    respuesta = politica.semaforo_contrastado(base, **VISTA)
    assert columna(respuesta, "semaforo", "publicado_productos_pct") == {
        "bajo": 27,
        "medio": 6,
        "alto": 62,
        "sobre-ejecución": 6,
    }


def test_los_aportes_de_los_productos_suman_la_brecha(base: Base) -> None:
    datos = por_que.productos(base, **VISTA).datos
    aportes = datos.set_index("producto_codigo")["brecha_aporte_pp"]
    assert len(aportes) == 52
    assert list(aportes.index)[:3] == ["3.1.7", "1.1.17", "2.2.6"]
    assert (aportes["3.1.7"], aportes["1.1.17"]) == (-4.0, -1.0)
    assert aportes["2.2.6"] == pytest.approx(-0.852632)
    brecha = politica.corte(base, **VISTA).fila["brecha_calculada_pp"]
    assert aportes.sum() == pytest.approx(brecha)
    assert set(datos["brecha_politica_pp"]) == {brecha}
    assert aportes[aportes < -1e-9].sum() == pytest.approx(-7.237890)
    assert (aportes > 1e-9).sum() == 12


@pytest.mark.parametrize(
    ("por", "primero", "aporte", "cuantos"),
    [
        ("objetivo", "Objetivo 3", -3.846, 3),
        ("sector", None, -7.238, 10),
        ("entidad", "Secretaría de Educación del Distrito", -3.913, 11),
    ],
)
def test_los_aportes_de_los_grupos_suman_la_brecha(
    base: Base, por: por_que.Grupo, primero: str | None, aporte: float, cuantos: int
) -> None:
    datos = por_que.grupos(base, **VISTA, por=por).datos
    brecha = politica.corte(base, **VISTA).fila["brecha_calculada_pp"]
    assert datos["brecha_aporte_pp"].sum() == pytest.approx(brecha)
    assert datos["productos"].sum() == 52
    assert datos["ponderacion_pct"].sum() == pytest.approx(100)
    assert len(datos) == cuantos
    fila = datos.iloc[0]
    assert (fila["grupo"] if isinstance(fila["grupo"], str) else None) == primero
    assert fila["brecha_aporte_pp"] == pytest.approx(aporte, abs=0.001)


def test_los_grupos_de_un_libro_contados_a_mano(con_libros: Base) -> None:
    """Junio de 2025: Salud tiene 1.2.1 (15), 1.2.2 (10) y 2.2.1 (10).

    Avance: 15·0,4 + 10·0,4 = 10; trayectoria: 15·0,5 + 10·1 + 10·0,5 = 22,5; aporte −12,5. Pesa 35:
    avance 10/35 = 28,571 %, trayectoria 22,5/35 = 64,286 %. Gobierno pone lo demás: +0,375 (1.1.2,
    15·(0,325 − 0,5) = −2,625; 2.1.1, 10·(0,8 − 0,5) = 3). El 3.1.1 no está vigente y no entra.
    """
    datos = por_que.grupos(con_libros, **EN_JUNIO, por="sector").datos
    assert list(datos["grupo"]) == ["Salud", "Gobierno"]
    assert list(datos["productos"]) == [3, 4]
    salud = datos.iloc[0]
    assert salud["ponderacion_pct"] == pytest.approx(35)
    assert salud["avance_pct"] == pytest.approx(28.571, abs=0.001)
    assert salud["trayectoria_pct"] == pytest.approx(64.286, abs=0.001)
    assert (salud["avance_aporte_pp"], salud["trayectoria_aporte_pp"]) == (
        pytest.approx(10),
        pytest.approx(22.5),
    )
    assert list(datos["brecha_aporte_pp"]) == [pytest.approx(-12.5), pytest.approx(0.375)]
    assert list(datos["brecha_politica_pp"]) == [pytest.approx(-12.125)] * 2


def test_de_que_anios_es_el_ritmo_de_la_politica(base: Base, con_libros: Base) -> None:
    """Sin libro, los de su vigencia; con libro, los del libro, que es de donde salen sus metas."""
    publicada = ritmo.de_la_politica(base, **VISTA).fila
    assert (publicada["avance_pct"], publicada["trayectoria_pct"]) == (52.05, 52.2)
    assert (publicada["desde_anio"], publicada["hasta_anio"]) == (2023, 2035)
    assert (publicada["productos"], publicada["productos_constantes"]) == (52, 20)
    del_libro = ritmo.de_la_politica(con_libros, **EN_JUNIO).fila
    assert del_libro["avance_pct"] == pytest.approx(32.875)
    assert (del_libro["desde_anio"], del_libro["hasta_anio"]) == (2023, 2027)
    assert (del_libro["productos"], del_libro["productos_constantes"]) == (7, 1)


def test_los_productos_del_mas_urgente_al_menos(con_libros: Base) -> None:
    """El 1.1.2 lleva 32,5 en 30 meses: le faltan 67,5, 62,3 meses; su límite es octubre de 2022.

    Es antes de su plazo, así que no lo tiene y va primero. Al 1.2.1 le faltan 60 a 40/30 por mes:
    45 meses antes de diciembre de 2027, el 31 de marzo de 2024. El 1.1.1 y el 2.1.1 alcanzan.
    """
    datos = ritmo.de_los_productos(con_libros, **EN_JUNIO).datos
    lecturas = dict(zip(datos["producto_codigo"], datos["ritmo_lectura"], strict=True))
    assert lecturas == {
        "1.1.2": "no alcanza",
        "1.2.1": "no alcanza",
        "1.1.1": "alcanza",
        "2.1.1": "alcanza",
        "2.1.2": "sin dato",
        "2.2.1": "sin dato",
        "1.2.2": "no aplica",
    }
    assert list(datos["producto_codigo"])[:2] == ["1.1.2", "1.2.1"]
    limites = dict(zip(datos["producto_codigo"], datos["limite_fecha"], strict=True))
    assert limites["1.1.2"] is None
    assert limites["1.2.1"] == date(2024, 3, 31)


def test_sobre_ejecucion_de_mayor_a_menor(base: Base) -> None:
    datos = politica.sobre_ejecucion(base, **VISTA).datos
    assert len(datos) == 14
    primera = datos.iloc[0]
    assert (primera["producto_codigo"], primera["pahv_pct"]) == ("2.2.12", 34400)
    assert (primera["veces_programado"], primera["avance_contado_pct"]) == (344, 100)
    assert datos["pahv_pct"].min() == 133


def test_objetivos_publicados_calculados_y_total(base: Base) -> None:
    datos = politica.objetivos(base, **VISTA).datos
    assert list(datos["objetivo"]) == ["Objetivo 1", "Objetivo 2", "Objetivo 3", "Toda la política"]
    assert list(datos["productos_publicados"]) == [20, 20, 9, 52]
    assert list(datos["productos_calculados"]) == [20, 23, 9, 52]
    assert list(datos["ponderacion_publicada_pct"])[:3] == [33, 44, 19]
    assert list(datos["ponderacion_calculada_pct"]) == [36, 44, 20, 100]
    assert list(datos["brecha_publicada_pp"]) == [1.31, -1.88, 5.89, -0.15]
    assert [round(v, 2) for v in datos["brecha_calculada_pp"]] == [1.24, 7.39, -19.23, -0.14]
    assert [round(v, 2) for v in datos["avance_pct"]] == [47.6, 64.91, 31.7, 52.04]
    assert [round(v, 2) for v in datos["trayectoria_pct"]] == [46.36, 57.51, 50.93, 52.18]
    aportes = datos["brecha_aporte_pp"]
    assert sum(aportes[:3]) == pytest.approx(aportes[3])
    assert set(datos["objetivo_nombre"][:3]) == {"no publicado"}


def test_sectores_de_la_prosa(base: Base) -> None:
    datos = politica.sectores(base, **VISTA).datos.set_index("sector_nombre")
    assert dict(datos["productos"]) == {"Integración Social": 9, "Movilidad": 7, "Gobierno": 6}
    assert int(datos.loc["Integración Social", "productos_sobre"]) == 2
    assert int(datos.loc["Gobierno", "productos_sobre"]) == 0
    assert int(datos.loc["Movilidad", "productos_alto"]) == 7
    assert datos.loc["Movilidad", ["productos_bajo", "productos_medio"]].isna().all()


def test_acciones_de_mejora_junto_al_anexo(base: Base) -> None:
    datos = politica.acciones_mejora(base, politica=POLITICA).datos
    assert len(datos) == 17
    decimales = datos.set_index("producto_codigo")
    assert decimales.loc["2.2.7", "pahv_pct"] == 3399.8
    assert decimales.loc["2.2.7", "pahv_anexo_pct"] == 3400
    assert datos["pahv_diferencia_pp"].abs().max() == 0.5


def test_opciones_de_los_filtros(base: Base) -> None:
    datos = politica.opciones(base, **VISTA).datos
    por_filtro = {
        n: dict(zip(g["opcion"], g["productos"], strict=True)) for n, g in datos.groupby("filtro")
    }
    assert por_filtro["objetivo"] == {"1": 20, "2": 23, "3": 9}
    assert por_filtro["tipo"] == {"Constante": 20, "Creciente": 5, "Decreciente": 1, "Suma": 26}
    assert por_filtro["sector"]["sin dato"] == 35
    assert list(por_filtro["sector"])[-1] == "sin dato"
    assert por_filtro["estado"]["fuera de la suma"] == 2
    colores = ["bajo", "medio", "alto", "sobre-ejecución", "sin dato"]
    assert list(por_filtro["estado"]) == [*colores, "fuera de la suma"]


@pytest.mark.parametrize(
    ("filtro", "codigos"),
    [
        ({"estado": "bajo"}, ["1.1.8", "1.1.17", "2.2.6", "3.1.7"]),
        ({"estado": "sin dato"}, ["1.1.19", "3.1.9"]),
        ({"objetivo": "3", "estado": "sobre-ejecución"}, ["3.1.1", "3.1.8"]),
        ({"tipo": "Decreciente"}, ["2.2.6"]),
        ({"sector": "Educación"}, ["2.2.10", "2.2.12", "3.1.8"]),
        ({"sector": "Educación", "estado": "bajo"}, []),
    ],
)
def test_productos_con_filtros(base: Base, filtro: dict[str, str], codigos: list[str]) -> None:
    datos = politica.productos(base, **VISTA, **{**SIN_FILTRO, **filtro}).datos
    assert list(datos["producto_codigo"]) == codigos


def test_los_52_productos_en_el_orden_de_su_codigo(base: Base) -> None:
    datos = politica.productos(base, **VISTA, **SIN_FILTRO).datos
    assert len(datos) == 52
    assert datos["ponderacion_pct"].sum() == 100
    assert list(datos["producto_codigo"])[8:12] == ["1.1.9", "1.1.10", "1.1.11", "1.1.12"]


@pytest.mark.parametrize(("seccion", "cuantos"), [("logros", 8), ("aportes", 6), ("acciones", 3)])
def test_relatos(base: Base, seccion: str, cuantos: int) -> None:
    assert len(politica.relatos(base, politica=POLITICA, seccion=seccion).datos) == cuantos


def test_ficha_de_la_politica(base: Base) -> None:
    fila = politica.ficha(base, politica=POLITICA).fila
    assert fila["decreto"] == "Decreto Distrital 600"
    assert (fila["vigencia_desde_anio"], fila["vigencia_hasta_anio"]) == (2023, 2035)


@pytest.mark.parametrize(
    "consulta",
    [
        politica.semaforo_contrastado,
        politica.sobre_ejecucion,
        politica.objetivos,
        politica.sectores,
        por_que.productos,
        ritmo.de_los_productos,
    ],
)
def test_toda_respuesta_dice_su_fuente_y_su_corte(
    base: Base, consulta: Callable[..., Resultado]
) -> None:
    respuesta = consulta(base, **VISTA)
    assert [f.fuente_codigo for f in respuesta.fuentes] == ["sdp_2024-12-31"]
    assert respuesta.fuentes[0].ubicaciones
    assert set(respuesta.datos["corte_fecha"].astype(str)) == {"2024-12-31"}


def test_con_libro_nada_dice_que_sale_del_informe(con_libros: Base) -> None:
    for consulta in (politica.corte, politica.semaforo, politica.objetivos, por_que.productos):
        respuesta = consulta(con_libros, **EN_JUNIO)
        assert [f.fuente_codigo for f in respuesta.fuentes] == [
            f"seguimiento_{POLITICA}_2025-06-30"
        ]
        assert "Anexo 1" not in " ".join(respuesta.fuentes[0].ubicaciones)


def test_lo_que_cuenta_el_semaforo_de_un_libro(con_libros: Base) -> None:
    assert columna(politica.semaforo(con_libros, **EN_JUNIO), "semaforo", "productos") == {
        "bajo": 1,
        "medio": 1,
        "alto": 2,
        "sobre-ejecución": 1,
        "sin dato": 1,
        "sin iniciar": 1,
        "no vigente": 1,
    }


def test_un_objetivo_solo_del_libro_no_tiene_nada_publicado(con_libros: Base) -> None:
    """El 3 solo tiene un producto, que no está vigente: no es un objetivo de este corte."""
    datos = politica.objetivos(con_libros, **EN_JUNIO).datos
    assert list(datos["objetivo"]) == ["Objetivo 1", "Objetivo 2", "Toda la política"]
    assert datos["brecha_publicada_pp"].isna().all()
    assert [round(v, 3) for v in datos["brecha_aporte_pp"]] == [-10.125, -2.0, -12.125]


def test_los_rangos_del_semaforo_con_las_palabras_de_la_fuente(base: Base) -> None:
    datos = politica.rangos(base).datos
    assert list(datos["semaforo"]) == ["bajo", "medio", "alto", "sobre-ejecución"]
    assert list(datos["desde_pct"]) == [0, 50, 75, 125]
    assert list(datos["hasta_pct"])[:3] == [50, 75, 125]
    assert datos["hasta_pct"].isna().sum() == 1
    assert list(datos["texto"])[1] == "51%-75%"
    assert "deja sin definir" in datos["nota"][1]


def test_con_informe_y_libro_del_mismo_corte_se_citan_los_dos(mismo_corte: Base) -> None:
    """A 12 meses de 2024: 8 + 4,5 + 5,4 + 4 + 4 = 25,9 contra 8 + 6 + 6 + 10 + 4 + 4 = 38."""
    respuesta = politica.corte(mismo_corte, **VISTA)
    fila = respuesta.fila
    assert (fila["avance_pct"], fila["trayectoria_pct"]) == (52.05, 52.2)
    assert fila["avance_calculado_pct"] == pytest.approx(25.9)
    assert fila["trayectoria_calculada_pct"] == pytest.approx(38)
    assert [f.fuente_codigo for f in respuesta.fuentes] == [
        "sdp_2024-12-31",
        f"seguimiento_{POLITICA}_2024-12-31",
    ]


def test_un_objetivo_publicado_que_el_libro_no_trae_no_se_pierde(mismo_corte: Base) -> None:
    datos = politica.objetivos(mismo_corte, **VISTA).datos
    assert list(datos["objetivo"]) == ["Objetivo 1", "Objetivo 2", "Objetivo 3", "Toda la política"]
    assert list(datos["productos_publicados"]) == [20, 20, 9, 52]
    assert datos["productos_calculados"].tolist()[:2] == [4, 3]
    assert datos["productos_calculados"].isna().tolist() == [False, False, True, False]
    assert datos["brecha_publicada_pp"].tolist() == [1.31, -1.88, 5.89, -0.15]


def test_con_libro_el_ritmo_es_el_de_sus_metas_y_no_el_publicado(mismo_corte: Base) -> None:
    fila = ritmo.de_la_politica(mismo_corte, **VISTA).fila
    assert fila["avance_pct"] == pytest.approx(25.9)
    assert (fila["desde_anio"], fila["hasta_anio"]) == (2023, 2027)


def test_los_resultados_suman_la_brecha_de_la_politica(con_libros: Base) -> None:
    """Junio de 2025 (`fabrica_politica`): 1.1 = 15·(32,5 − 50); 1.2 = 15·(40 − 50) + 10·(40 − 100);
    2.1 = 10·(80 − 50); 2.2 = 10·(0 − 50), todo ÷ 100: −2,625 − 7,5 + 3 − 5 = −12,125."""
    datos = por_que.resultados(con_libros, politica=POLITICA, corte=JUNIO).datos
    aportes = dict(zip(datos["resultado_codigo"], datos["brecha_aporte_pp"], strict=True))
    assert aportes == pytest.approx({"1.2": -7.5, "2.2": -5.0, "1.1": -2.625, "2.1": 3.0})
    assert datos["resultado"].iloc[0] == "Resultado 1.2"
    assert sum(aportes.values()) == pytest.approx(datos["brecha_politica_pp"].iloc[0])
    assert datos["ponderacion_declarada_pct"].isna().all()  # el libro no trae la fila del resultado
