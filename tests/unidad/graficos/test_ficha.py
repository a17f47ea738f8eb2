"""Los dibujos de la ficha: qué señalan, qué dicen y cómo se ajusta el mapa."""

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box, shape

from tablero.exportar import imagen
from tablero.graficos import ficha
from tablero.graficos.mapas.plano import Marca, mapa_estatico, rectangulo
from tablero.graficos.mapas.proyeccion import Ajuste, ajustar

PRIORIZADOS = pd.DataFrame(
    {
        "orden": [1, 2, 3, 4],
        "municipio_codigo": ["54553", "99001", "81001", "81794"],
        "municipio_nombre": ["Puerto Santander", "Puerto Carreño", "Arauca", "Tame"],
    }
)
CENTROS = pd.DataFrame(
    {
        "centro_nombre": ["Arauca", "Tame", "Maicao"],
        "municipio_codigo": ["81001", "81794", "44430"],
        "personas": pd.array([51, 14344, None], dtype="Int64"),
    }
)


def test_el_orden_de_un_municipio() -> None:
    grafico = ficha.orden(PRIORIZADOS, propios=["81001"], juntos=["81794"], lugar="Arauca")
    assert grafico.titulo == "Arauca: el 3.º de los 4 priorizados"
    assert grafico.datos["clase"].tolist() == ["otro", "otro", "propio", "junto"]
    assert grafico.datos["rotulo"].tolist() == ["1", "", "3", "4"]
    # El 3 y el 4 van seguidos: el segundo baja un renglón.
    assert grafico.datos["renglon"].tolist() == [0, 0, 0, 1]
    assert grafico.nota == "En gris oscuro, los demás municipios de su clúster."


def test_el_orden_de_varios() -> None:
    grafico = ficha.orden(PRIORIZADOS, propios=["81001", "81794"], juntos=[], lugar="Arauca")
    assert grafico.titulo == "Arauca: 2 de los 4 priorizados"
    assert grafico.alternativa == (
        "Los 4 municipios en el orden publicado. De Arauca: Arauca (3.º) y Tame (4.º)."
    )
    assert grafico.nota == ""


@pytest.mark.parametrize(
    ("propios", "titulo"),
    [
        (["81001"], "Personas atendidas: Arauca es el 2.º de los 2 centros que informan"),
        (["81794"], "Personas atendidas: Tame es el 1.º de los 2 centros que informan"),
        (["81001", "81794"], "Personas atendidas: Aquí tiene 2 de los 2 centros que informan"),
        (["44430"], "Personas atendidas en los 2 centros que informan"),
    ],
)
def test_las_personas(propios: list[str], titulo: str) -> None:
    grafico = ficha.personas(CENTROS, propios=propios, juntos=[], lugar="Aquí")
    assert grafico.titulo == titulo
    assert grafico.datos["rotulo"].tolist() == ["14.344", "51"]
    assert grafico.alternativa == "Personas atendidas por centro: Tame, 14.344; Arauca, 51."


def test_muchos_centros_se_cortan_y_lo_dice() -> None:
    muchos = pd.DataFrame(
        {
            "centro_nombre": [f"Centro {n}" for n in range(30)],
            "municipio_codigo": [f"{n:05}" for n in range(30)],
            "personas": pd.array(range(1000, 970, -1), dtype="Int64"),
        }
    )
    grafico = ficha.personas(muchos, propios=["00029"], juntos=[], lugar="Último")
    assert len(grafico.datos) == 25
    assert grafico.datos["nombre"].iloc[-1] == "Centro 29"
    assert grafico.nota == "Se muestran 25 de los 30."
    assert "es el 30.º de los 30 centros" in grafico.titulo


def test_los_graficos_se_vuelven_imagen() -> None:
    grafico = ficha.personas(CENTROS, propios=["81001"], juntos=[], lugar="Arauca")
    svg = imagen.a_svg(imagen.con_datos(grafico, ficha.ANCHO))
    assert f'width="{ficha.ANCHO}"' in svg
    assert ">14.344</text>" in svg


AREAS = gpd.GeoDataFrame(
    {"codigo": ["a", "b"]},
    geometry=[box(-73, 7, -72, 8), Polygon([(-72, 7), (-71, 7), (-71, 8), (-72, 8)])],
    crs="EPSG:4326",
)
NADA = AREAS.iloc[:0]


@given(
    oeste=st.floats(-82, -67),
    sur=st.floats(-4, 12),
    lado=st.floats(0.05, 10),
    ancho=st.integers(50, 900),
    alto=st.integers(50, 900),
)
def test_el_rectangulo_cabe_en_el_lienzo_y_se_puede_volver(
    oeste: float, sur: float, lado: float, ancho: int, alto: int
) -> None:
    ajuste = ajustar((oeste, sur, oeste + lado, sur + lado), ancho, alto)
    for longitud, latitud in ((oeste, sur), (oeste + lado, sur + lado)):
        x, y = ajuste.pixel(longitud, latitud)
        assert -0.01 <= x <= ancho + 0.01
        assert -0.01 <= y <= alto + 0.01
        assert ajuste.grados(x, y) == pytest.approx((longitud, latitud), abs=1e-6)


def test_el_norte_va_arriba() -> None:
    ajuste = ajustar((-73, 7, -71, 8), 400, 200)
    assert ajuste.pixel(-72, 8)[1] < ajuste.pixel(-72, 7)[1]
    assert ajuste.pixel(-71, 7)[0] > ajuste.pixel(-73, 7)[0]
    assert isinstance(ajuste, Ajuste)


def test_el_mapa_resalta_lo_suyo_con_el_anillo_al_derecho() -> None:
    mapa = mapa_estatico(
        AREAS,
        NADA,
        "Un mapa.",
        resaltadas=["a"],
        marcas=[Marca(-72.5, 7.5, "Arauca")],
        encuadre=rectangulo(AREAS),
        ancho=300,
        alto=200,
    )
    rasgos = mapa.spec["datasets"]["areas"]
    # Las resaltadas van al final, encima de las demás.
    assert [r["properties"]["clase"] for r in rasgos] == ["propia", "resaltada"]
    assert not any(shape(r["geometry"]).exterior.is_ccw for r in rasgos)
    assert [m["forma"] for m in mapa.spec["datasets"]["marcas"]] == ["nombre"]
    svg = imagen.a_svg(mapa.spec)
    assert 'width="300"' in svg
    assert ">Arauca</text>" in svg


def test_los_numeros_que_se_taparian_se_corren() -> None:
    mapa = mapa_estatico(
        AREAS,
        NADA,
        "Un mapa.",
        resaltadas=["a", "b"],
        marcas=[Marca(-72.0, 7.5, "1"), Marca(-72.0, 7.5, "2")],
        encuadre=rectangulo(AREAS),
        ancho=300,
        alto=200,
    )
    uno, dos = mapa.spec["datasets"]["marcas"]
    assert (uno["x0"], uno["y0"]) == (dos["x0"], dos["y0"])
    distancia = ((uno["x"] - dos["x"]) ** 2 + (uno["y"] - dos["y"]) ** 2) ** 0.5
    assert distancia >= 18
