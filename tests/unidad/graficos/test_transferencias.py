"""Lo que dicen los gráficos y el mapa de las transferencias."""

import pandas as pd

from tablero import tema
from tablero.graficos import transferencias

FILAS = [
    ("54001", "San José de Cúcuta", "Norte de Santander", 400_000_000, "girado", 50.0, -72.5, 7.9),
    ("76001", "Santiago de Cali", "Valle del Cauca", 300_000_000, "girado", 37.5, -76.5, 3.4),
    ("44001", "Riohacha", "La Guajira", 200_000_000, "desistido", 0.0, -72.9, 11.5),
    ("81001", "Arauca", "Arauca", 100_000_000, "girado", 12.5, -70.8, 7.1),
]
COLUMNAS = [
    *("municipio_codigo", "municipio_nombre", "departamento_nombre", "valor_cop"),
    *("estado", "participacion_pct", "longitud", "latitud"),
]


def datos(*posiciones: int) -> pd.DataFrame:
    return pd.DataFrame([FILAS[i] for i in posiciones or range(len(FILAS))], columns=COLUMNAS)


def test_el_titulo_dice_quien_recibe_y_quien_desistio() -> None:
    grafico = transferencias.municipios(datos())
    assert grafico.titulo == (
        "El 88\u00a0% de lo girado en el país fue para San José de Cúcuta y Santiago de Cali; "
        "Riohacha desistió"
    )
    assert list(grafico.datos["clase"]) == ["destaca", "destaca", "hueca", "resto"]
    assert list(grafico.datos["rotulo"])[1:3] == [
        "$300,0\u00a0millones (37,5\u00a0%)",
        "$200,0\u00a0millones · desistió",
    ]
    assert "sin los municipios que desistieron" in grafico.nota
    assert list(grafico.datos["corto"]) == ["$400 mill.", "$300 mill.", "desistió", "$100 mill."]
    assert "Riohacha, $200.000.000: desistió, no suma en lo girado" in grafico.alternativa


def test_un_solo_municipio() -> None:
    assert transferencias.municipios(datos(3)).titulo == (
        "El 12\u00a0% de lo girado en el país fue para Arauca"
    )
    assert transferencias.municipios(datos(2)).titulo == "Riohacha desistió"


def departamentos(*filas: tuple[str, int, int, int, float]) -> pd.DataFrame:
    columnas = ["departamento_nombre", "municipios", "girado_cop", "desistido_cop"]
    return pd.DataFrame(filas, columns=[*columnas, "participacion_pct"])


def test_un_departamento_donde_todos_desistieron_va_hueco() -> None:
    grafico = transferencias.departamentos(
        departamentos(
            ("Norte de Santander", 3, 600_000_000, 0, 75.0),
            ("Nariño", 2, 200_000_000, 50_000_000, 25.0),
            ("La Guajira", 2, 0, 400_000_000, 0.0),
        )
    )
    assert grafico.titulo == (
        "El 75\u00a0% de lo girado en el país fue para Norte de Santander; a La Guajira no se le "
        "giró: desistieron sus 2 municipios de la lista"
    )
    assert list(grafico.datos["clase"]) == ["destaca", "resto", "hueca"]
    assert list(grafico.datos["rotulo"]) == [
        "$600,0\u00a0millones (75,0\u00a0%)",
        "$200,0\u00a0millones (25,0\u00a0%) y $50,0\u00a0millones que desistió",
        "$400,0\u00a0millones · desistió",
    ]


def test_solo_un_departamento_que_desistio() -> None:
    grafico = transferencias.departamentos(departamentos(("La Guajira", 1, 0, 1_000_000, 0.0)))
    assert grafico.titulo == "A La Guajira no se le giró: desistió su municipio de la lista"


def test_el_mapa_tiene_area_proporcional_y_una_marca_para_quien_desistio() -> None:
    circulos = transferencias.puntos(datos()).to_dict("records")
    por_codigo = {c["municipio_codigo"]: c for c in circulos}
    assert por_codigo["54001"]["radio"] == transferencias.RADIO_MAYOR
    assert por_codigo["81001"]["radio"] == transferencias.RADIO_MAYOR / 2
    assert por_codigo["54001"]["rotulo"] == "400"
    assert por_codigo["44001"]["rotulo"] == "✕"
    assert por_codigo["44001"]["color"] == tema.rgb(tema.GRIS)
    assert por_codigo["44001"]["ayuda"].startswith("Riohacha, La Guajira\n$200.000.000: desistió")


def test_el_mapa_dice_cuanto_y_en_cuantos() -> None:
    mapa = transferencias.mapa(datos(), "/departamentos.geojson")
    assert mapa.titulo == "A dónde se giró: $800,0\u00a0millones a 3 municipios"
    assert "Riohacha, $200.000.000: desistió" in mapa.alternativa


def test_el_mapa_donde_todos_desistieron_lo_dice() -> None:
    assert transferencias.mapa(datos(2), "/d.geojson").titulo == (
        "Dónde desistieron: no se giró nada"
    )
