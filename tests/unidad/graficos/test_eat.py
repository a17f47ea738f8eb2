"""Lo que dicen los mapas y el gráfico de la estrategia territorial."""

import json
from typing import Any

import pandas as pd
import pytest

from tablero.graficos import eat
from tablero.graficos.mapas.capas import CAPA_DE_PUNTOS
from tablero.graficos.mapas.puntos import Mapa, vista

PRIORIZADOS = [
    (1, "54553", "Puerto Santander", "Norte de Santander", 7, -72.41, 8.36),
    (2, "99001", "Puerto Carreño", "Vichada", 14, -67.49, 6.19),
    (3, "81001", "Arauca", "Arauca", 12, -70.75, 7.08),
    (5, "54874", "Villa del Rosario", "Norte de Santander", 7, -72.47, 7.85),
    (8, "54405", "Los Patios", "Norte de Santander", 7, -72.51, 7.83),
    (16, "54001", "San José de Cúcuta", "Norte de Santander", 7, -72.51, 7.91),
]
COLUMNAS = [
    *("orden", "municipio_codigo", "municipio_nombre", "departamento_nombre"),
    *("cluster_numero", "longitud", "latitud"),
]


def datos(departamento: str | None = None) -> pd.DataFrame:
    filas = [f for f in PRIORIZADOS if departamento in (None, f[3])]
    return pd.DataFrame(filas, columns=COLUMNAS).assign(priorizados_total=34)


def capa(dibujo: Mapa, nombre: str) -> dict[str, Any]:
    capas = {c["id"]: c for c in json.loads(dibujo.dibujo.to_json())["layers"]}
    hallada: dict[str, Any] = capas[nombre]
    return hallada


@pytest.mark.parametrize(
    ("encuadre", "zoom"), [((-79.3, -4.3, -66.8, 12.6), 4.81), ((-74.1, 4.6, -74.1, 4.6), 9.5)]
)
def test_la_vista_cabe(encuadre: tuple[float, ...], zoom: float) -> None:
    mirada = vista(encuadre)
    assert mirada.zoom == pytest.approx(zoom)
    assert mirada.longitude == pytest.approx((encuadre[0] + encuadre[2]) / 2)


def test_el_mapa_de_clusteres_tiene_un_simbolo_por_cluster() -> None:
    dibujo = eat.mapa_clusteres(datos(), url_departamentos="/c", encuadre=None)
    assert dibujo.titulo == (
        "3 clústeres reúnen los 6 municipios priorizados; el mayor es el 7 (Norte de "
        "Santander), con 4"
    )
    assert [r["rotulo"] for r in capa(dibujo, "rotulos")["data"]] == ["7", "12", "14"]
    assert capa(dibujo, "trazos")["data"] == []  # de lejos, cada símbolo tapa a los suyos
    cerca = eat.mapa_clusteres(
        datos("Norte de Santander"), url_departamentos="/c", encuadre=(-73.0, 7.0, -72.0, 9.0)
    )
    assert len(capa(cerca, "trazos")["data"]) == len(capa(cerca, "anclas")["data"]) == 4
    ayudas = [p["ayuda"] for p in capa(dibujo, CAPA_DE_PUNTOS)["data"]]
    assert ayudas[1] == "Clúster 12 · Arauca\nArauca"


def test_los_clusteres_de_un_lugar() -> None:
    uno = eat.mapa_clusteres(datos("Arauca"), url_departamentos="/c", encuadre=None, lugar="Arauca")
    assert uno.titulo == "Arauca: su clúster es el 12, que reúne 1 municipio"
    varios = eat.mapa_clusteres(datos(), url_departamentos="/c", encuadre=None, lugar="el oriente")
    assert (
        varios.titulo
        == "el oriente: sus clústeres son el 7, el 12 y el 14, que reúnen 6 municipios"
    )


def conteos() -> pd.DataFrame:
    filas = [("Antioquia", 5), ("Norte de Santander", 5), ("Arauca", 3)]
    return pd.DataFrame(filas, columns=["departamento_nombre", "municipios"])


def test_las_barras_dicen_quien_tiene_mas() -> None:
    grafico = eat.barras_departamentos(conteos())
    assert grafico.titulo == (
        "Antioquia y Norte de Santander reúnen 10 de los 13 municipios priorizados"
    )
    assert list(grafico.datos["clase"]) == ["destaca", "destaca", "resto"]
    assert grafico.alternativa.endswith("Antioquia, 5, Norte de Santander, 5 y Arauca, 3.")


def test_las_barras_con_un_departamento() -> None:
    con = eat.barras_departamentos(conteos(), departamento="Arauca")
    assert con.titulo == "Arauca tiene 3 de los 13 municipios priorizados"
    assert list(con.datos["clase"]) == ["resto", "resto", "destaca"]
    sin = eat.barras_departamentos(conteos(), departamento="Amazonas")
    assert sin.titulo == "Amazonas no tiene ninguno de los 13 municipios priorizados"
