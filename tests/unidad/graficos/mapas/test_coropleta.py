"""El mapa de municipios: lo que viaja, los colores de cada área y la vista."""

import json
import re
from typing import Any

import pandas as pd
import pytest

from tablero import tema
from tablero.graficos.mapas.clases import Clasificacion, clasificar
from tablero.graficos.mapas.coropleta import CAPA_DE_AREAS, Lienzo, coropleta
from tablero.graficos.mapas.puntos import Mapa
from tablero.graficos.mapas.simbolos import lectura, simbolos
from tablero.graficos.mapas.variables import CLUSTER, DINERO, ORDEN, PERSONAS

FILAS = [
    ("54553", "Puerto Santander", "Norte de Santander", -72.41, 8.36, 1.0),
    ("99001", "Puerto Carreño", "Vichada", -67.49, 6.19, 2.0),
    ("81001", "Arauca", "Arauca", -70.75, 7.08, 3.0),
    ("54874", "Villa del Rosario", "Norte de Santander", -72.47, 7.85, 5.0),
    ("54405", "Los Patios", "Norte de Santander", -72.51, 7.83, 8.0),
    ("54001", "San José de Cúcuta", "Norte de Santander", -72.51, 7.91, 16.0),
]
COLUMNAS = ["municipio_codigo", "municipio_nombre", "departamento_nombre"]
OSCURO = tema.CLARO["textColor"]
LIENZO = Lienzo(
    url_municipios="app/static/municipios.json",
    url_departamentos="app/static/departamentos.json",
    url_bordes={"Arauca": "app/static/a.json", "Norte de Santander": "app/static/n.json"},
    codigos=("05001", "54001", "54405", "54553", "54874", "81001", "99001"),
    rectangulos={
        "Arauca": (-72.4, 6.0, -69.4, 7.1),
        "Norte de Santander": (-73.6, 6.9, -72.0, 9.3),
    },
    letrero=(-78.5, 9.6),
)


def datos() -> pd.DataFrame:
    return pd.DataFrame(FILAS, columns=[*COLUMNAS, "longitud", "latitud", "valor"])


def clases() -> Clasificacion:
    return clasificar(datos(), ORDEN, "natural")


def mapa(departamento: str | None = None, municipio: str | None = None) -> Mapa:
    encima = simbolos(datos(), ORDEN, {"54001": "16.º"}, "no está", {})
    return coropleta(
        LIENZO,
        ORDEN,
        clases(),
        "Título",
        "Alternativa",
        departamento=departamento,
        municipio=municipio,
        simbolos=encima,
    )


def capa(dibujo: Mapa, nombre: str) -> dict[str, Any]:
    capas = {c["id"]: c for c in json.loads(dibujo.dibujo.to_json())["layers"]}
    hallada: dict[str, Any] = capas[nombre]
    return hallada


def colores_de(relleno: str) -> list[list[int]]:
    """El color de cada área, evaluando la expresión como la evalúa el navegador."""
    paleta, digitos = re.fullmatch(
        r'@@=\((\[\[.*\]\])\)\[\("(\d+)"\)\[properties\.i\]\]', relleno
    ).groups()  # type: ignore[union-attr]
    return [json.loads(paleta)[int(d)] for d in digitos]


def test_cada_area_lleva_el_color_de_su_clase() -> None:
    colores = colores_de(capa(mapa(), CAPA_DE_AREAS)["getFillColor"])
    hechas = clases()
    assert len(colores) == len(LIENZO.codigos)
    for codigo, color in zip(LIENZO.codigos, colores, strict=True):
        if codigo == "05001":
            assert color[:3] == tema.rgb(tema.GRIS)[:3]
        else:
            propio = hechas.clases[hechas.de_municipio[codigo]].color
            assert color[:3] == tema.rgb(propio)[:3]
            assert color[3] > 200


def test_la_geometria_viaja_por_su_direccion_y_el_dibujo_es_ligero() -> None:
    texto = mapa().dibujo.to_json()
    assert capa(mapa(), CAPA_DE_AREAS)["data"] == "app/static/municipios.json"
    assert "coordinates" not in json.dumps(capa(mapa(), CAPA_DE_AREAS))
    assert "http" not in texto
    assert len(texto) < 6_000


def test_con_departamento_los_demas_quedan_atras_y_el_mapa_vuela() -> None:
    pais, arauca, santander = mapa(), mapa("Arauca"), mapa("Norte de Santander")
    relleno = capa(arauca, CAPA_DE_AREAS)["getFillColor"]
    assert relleno.startswith('@@=(properties.d == "Arauca" ? [[')
    vivos, atras = re.findall(r"\[\[.*?\]\]", relleno)
    pares = zip(json.loads(vivos), json.loads(atras), strict=True)
    assert all(a[:3] == v[:3] and a[3] < v[3] for v, a in pares)
    vistas = [json.loads(m.dibujo.to_json())["initialViewState"] for m in (pais, arauca, santander)]
    assert vistas[1]["longitude"] == (-72.4 - 69.4) / 2
    assert len({v["transitionDuration"] for v in vistas}) == 3  # si no cambia, no hay vuelo
    assert capa(arauca, "bordes")["data"] == "app/static/a.json"


def test_sin_cambiar_de_departamento_la_vista_no_cambia() -> None:
    una = json.loads(mapa("Arauca").dibujo.to_json())
    otra = coropleta(
        LIENZO, PERSONAS, clasificar(datos(), PERSONAS, "cuantiles"), "", "", departamento="Arauca"
    )
    assert una["initialViewState"] == json.loads(otra.dibujo.to_json())["initialViewState"]
    assert una["views"] == json.loads(otra.dibujo.to_json())["views"]


def test_el_municipio_elegido_lleva_borde() -> None:
    bordes = capa(mapa("Norte de Santander", "54001"), "bordes")
    assert bordes["getLineWidth"] == '@@=properties.c == "54001" ? 4 : 0.8'
    assert bordes["updateTriggers"]["getLineWidth"] == "54001"


def test_lo_que_se_lee_al_senalar_sirve_para_areas_y_simbolos() -> None:
    disco = capa(mapa(), "puntos")["data"]
    cucuta = next(p for p in disco if p["municipio_codigo"] == "54001")
    assert (cucuta["nombre"], cucuta["d"], cucuta["orden"]) == (
        "San José de Cúcuta",
        "Norte de Santander",
        "16.º",
    )
    assert mapa().dibujo._tooltip["text"] == "{nombre} ({d})\nOrden publicado del IPT: {orden}"


def test_un_numero_lleva_el_color_de_la_clase_que_tapa_y_su_letra_se_lee() -> None:
    colores = {"54553": tema.ESCALA[4], "99001": tema.ESCALA[0], "81001": tema.GRUPOS[1]}
    hechos = simbolos(datos(), ORDEN, {}, "sin", colores).set_index("municipio_codigo")
    assert hechos.loc["54553", "color"][:3] == tema.rgb(tema.ESCALA[4])[:3]
    assert hechos.loc["54001", "color"][:3] == tema.rgb(tema.GRIS_CLARO)[:3]
    letras = hechos["tinta"][["54553", "99001", "81001", "54001"]].tolist()
    assert letras == [tema.rgb(tema.CLARO["backgroundColor"]), *[tema.rgb(OSCURO)] * 3]


@pytest.mark.parametrize("fondo", [*tema.ESCALA, *tema.GRUPOS, tema.GRIS_CLARO])
def test_toda_clase_deja_leer_su_numero(fondo: str) -> None:
    assert tema.contraste(fondo, tema.letra_sobre(fondo)) >= 4.5


def test_los_simbolos_dicen_orden_o_tamano() -> None:
    orden = simbolos(datos(), ORDEN, {}, "sin", {})
    assert orden["rotulo"].tolist() == ["1", "2", "3", "5", "8", "16"]
    assert orden["radio"].is_monotonic_decreasing
    dinero = datos().assign(valor=[4.0, 1.0, 0.0, 4.0, 1.0, 16.0])
    circulos = simbolos(dinero, DINERO, {}, "sin", {"54001": tema.ESCALA[0]})
    assert {tuple(c[:3]) for c in circulos["color"]} == {tuple(tema.rgb(OSCURO)[:3])}
    assert circulos["radio"].tolist() == [15.0, 7.5, 5.0, 15.0, 7.5, 30.0]  # el área, no el radio
    assert set(circulos["rotulo"]) == {""}
    assert lectura(datos(), ORDEN) == "Los números son el orden publicado del IPT."
    assert lectura(datos(), CLUSTER) == "Los números son el clúster de la EAT."
    assert lectura(dinero.assign(valor=[1e6] * 5 + [123_456_700.0]), DINERO) == (
        "Los círculos son la variable «Transferencia psicosocial girada», de área proporcional; el "
        "mayor, San José de Cúcuta ($123.456.700)."
    )
