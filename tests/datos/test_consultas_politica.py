"""Las respuestas de la política, con las cifras de su Anexo 1."""

from collections.abc import Callable

import pytest

from tablero.consultas import politica
from tablero.consultas.base import Base, Resultado

SIN_FILTRO = {"objetivo": None, "estado": None, "tipo": None, "sector": None}


def columna(respuesta: Resultado, indice: str, nombre: str) -> dict[str, float]:
    datos = respuesta.datos.set_index(indice)[nombre].dropna()
    return {str(clave): float(valor) for clave, valor in datos.items()}


def test_corte_publicado_y_calculado(base: Base) -> None:
    fila = politica.corte(base).fila
    assert (fila["avance_pct"], fila["trayectoria_pct"], fila["brecha_pp"]) == (52.05, 52.2, -0.15)
    assert round(fila["avance_calculado_pct"], 2) == 52.04
    assert round(fila["trayectoria_calculada_pct"], 2) == 52.18
    assert round(fila["brecha_calculada_pp"], 2) == -0.14


def test_semaforo_contado_a_mano_en_el_anexo(base: Base) -> None:
    assert columna(politica.semaforo(base), "semaforo", "productos") == {
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
    datos = politica.semaforo_contrastado(base).datos
    assert tuple(datos[f"{porcentaje}_productos"]) == conteos
    assert sum(datos[f"{porcentaje}_productos_pct"]) == pytest.approx(100)
    assert datos[f"{porcentaje}_productos_con_dato_pct"].sum() == pytest.approx(100)


def test_distribucion_publicada(base: Base) -> None:
    respuesta = politica.semaforo_contrastado(base)
    assert columna(respuesta, "semaforo", "publicado_productos_pct") == {
        "bajo": 27,
        "medio": 6,
        "alto": 62,
        "sobre-ejecución": 6,
    }


def test_las_brechas_suman_la_de_la_politica(base: Base) -> None:
    respuesta = politica.brechas(base)
    aportes = columna(respuesta, "producto_codigo", "brecha_aporte_pp")
    assert list(aportes)[:3] == ["3.1.7", "1.1.17", "2.2.6"]
    assert (aportes["3.1.7"], aportes["1.1.17"]) == (-4.0, -1.0)
    assert aportes["2.2.6"] == pytest.approx(-0.852632)
    assert sum(aportes.values()) == pytest.approx(politica.corte(base).fila["brecha_calculada_pp"])
    assert sum(v for v in aportes.values() if v < 0) == pytest.approx(-7.237890)
    assert sum(v > 0 for v in aportes.values()) == 12


def test_sobre_ejecucion_de_mayor_a_menor(base: Base) -> None:
    datos = politica.sobre_ejecucion(base).datos
    assert len(datos) == 14
    primera = datos.iloc[0]
    assert (primera["producto_codigo"], primera["pahv_pct"]) == ("2.2.12", 34400)
    assert (primera["veces_programado"], primera["avance_contado_pct"]) == (344, 100)
    assert datos["pahv_pct"].min() == 133


def test_objetivos_publicados_calculados_y_total(base: Base) -> None:
    datos = politica.objetivos(base).datos
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
    datos = politica.sectores(base).datos.set_index("sector_nombre")
    assert dict(datos["productos"]) == {"Integración Social": 9, "Movilidad": 7, "Gobierno": 6}
    assert int(datos.loc["Integración Social", "productos_sobre"]) == 2
    assert int(datos.loc["Gobierno", "productos_sobre"]) == 0
    assert int(datos.loc["Movilidad", "productos_alto"]) == 7
    assert datos.loc["Movilidad", ["productos_bajo", "productos_medio"]].isna().all()


def test_acciones_de_mejora_junto_al_anexo(base: Base) -> None:
    datos = politica.acciones_mejora(base).datos
    assert len(datos) == 17
    decimales = datos.set_index("producto_codigo")
    assert decimales.loc["2.2.7", "pahv_pct"] == 3399.8
    assert decimales.loc["2.2.7", "pahv_anexo_pct"] == 3400
    assert datos["pahv_diferencia_pp"].abs().max() == 0.5


def test_opciones_de_los_filtros(base: Base) -> None:
    datos = politica.opciones(base).datos
    por_filtro = {
        n: dict(zip(g["opcion"], g["productos"], strict=True)) for n, g in datos.groupby("filtro")
    }
    assert por_filtro["objetivo"] == {"1": 20, "2": 23, "3": 9}
    assert por_filtro["tipo"] == {"Constante": 20, "Creciente": 5, "Decreciente": 1, "Suma": 26}
    assert por_filtro["sector"]["sin dato"] == 35
    assert list(por_filtro["sector"])[-1] == "sin dato"
    assert list(por_filtro["estado"]) == ["bajo", "medio", "alto", "sobre-ejecución", "sin dato"]


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
    datos = politica.productos(base, **{**SIN_FILTRO, **filtro}).datos
    assert list(datos["producto_codigo"]) == codigos


def test_los_52_productos_en_el_orden_de_su_codigo(base: Base) -> None:
    datos = politica.productos(base, **SIN_FILTRO).datos
    assert len(datos) == 52
    assert datos["ponderacion_pct"].sum() == 100
    assert list(datos["producto_codigo"])[8:12] == ["1.1.9", "1.1.10", "1.1.11", "1.1.12"]


@pytest.mark.parametrize(("seccion", "cuantos"), [("logros", 8), ("aportes", 6), ("acciones", 3)])
def test_relatos(base: Base, seccion: str, cuantos: int) -> None:
    assert len(politica.relatos(base, seccion=seccion).datos) == cuantos


def test_ficha_de_la_politica(base: Base) -> None:
    fila = politica.ficha(base).fila
    assert fila["decreto"] == "Decreto Distrital 600"
    assert (fila["vigencia_desde_anio"], fila["vigencia_hasta_anio"]) == (2023, 2035)


@pytest.mark.parametrize(
    "consulta",
    [
        politica.semaforo_contrastado,
        politica.brechas,
        politica.sobre_ejecucion,
        politica.objetivos,
        politica.sectores,
        politica.acciones_mejora,
    ],
)
def test_toda_respuesta_dice_su_fuente_y_su_corte(
    base: Base, consulta: Callable[[Base], Resultado]
) -> None:
    respuesta = consulta(base)
    assert [f.fuente_codigo for f in respuesta.fuentes] == ["sdp_2024-12-31"]
    assert respuesta.fuentes[0].ubicaciones
    assert set(respuesta.datos["corte_fecha"].astype(str)) == {"2024-12-31"}
