"""La matriz de las brechas, celda por celda, contra lo que imprimen la EAT y la CNIM."""

from collections import Counter

import pandas as pd
import pytest

from tablero import tema
from tablero.consultas import brechas
from tablero.consultas.base import Base

TODO: dict[str, str | None] = {"departamento": None, "municipio": None}
SI, NO, PRO, DES, SUB = "sí", "no aparece", "proyectado", "desistido", "subregión"
# Orden, código, nombre, centro, personas, transferencia, valor, taller: copiado de los documentos.
PRIORIZADOS = [
    (1, "54553", "Puerto Santander", NO, None, NO, None, NO),
    (2, "99001", "Puerto Carreño", NO, None, SI, 76_358_920, NO),
    (3, "81001", "Arauca", SI, 51, SI, 137_021_330, NO),
    (4, "81794", "Tame", NO, None, NO, None, NO),
    (5, "54874", "Villa del Rosario", NO, None, SI, 102_473_210, NO),
    (6, "81736", "Saravena", NO, None, NO, None, NO),
    (7, "44430", "Maicao", SI, None, DES, 183_987_290, NO),
    (8, "54405", "Los Patios", NO, None, NO, None, NO),
    (9, "44001", "Riohacha", SI, 15_890, DES, 225_798_080, SI),
    (10, "54498", "Ocaña", NO, None, NO, None, NO),
    (11, "47189", "Ciénaga", NO, None, NO, None, NO),
    (12, "05490", "Necoclí", SI, 10, SI, 60_431_400, SUB),
    (13, "20011", "Aguachica", NO, None, NO, None, NO),
    (14, "52356", "Ipiales", PRO, None, SI, 60_431_400, SI),
    (15, "13836", "Turbaco", NO, None, NO, None, NO),
    (16, "54001", "San José de Cúcuta", SI, 14_344, SI, 441_640_400, NO),
    (17, "05837", "Turbo", NO, None, SI, 60_431_400, SUB),
    (18, "66170", "Dosquebradas", NO, None, NO, None, NO),
    (19, "47001", "Santa Marta", SI, 11_660, NO, None, SI),
    (20, "68001", "Bucaramanga", SI, 7_524, SI, 126_248_980, NO),
    (21, "76520", "Palmira", NO, None, NO, None, NO),
    (22, "20001", "Valledupar", NO, None, NO, None, NO),
    (23, "68276", "Floridablanca", NO, None, NO, None, NO),
    (24, "05266", "Envigado", NO, None, NO, None, NO),
    (25, "05088", "Bello", NO, None, NO, None, SI),
    (26, "08758", "Soledad", NO, None, NO, None, NO),
    (27, "08001", "Barranquilla", SI, 6_933, NO, None, SI),
    (28, "13001", "Cartagena de Indias", SI, 8_661, NO, None, SI),
    (29, "52001", "Pasto", NO, None, NO, None, SI),
    (30, "52835", "San Andrés de Tumaco", NO, None, NO, None, NO),
    (31, "05001", "Medellín", SI, 9_455, NO, None, SI),
    (32, "76001", "Santiago de Cali", SI, 10_561, SI, 378_515_920, SI),
    (33, "11001", "Bogotá, D.C.", SI, 10_526 + 8_872 + 7_908, NO, None, SI),
    (34, "76364", "Jamundí", NO, None, NO, None, NO),
]
AJENOS = [
    ("25754", "Soacha", SI, 644, SI, 84_438_180, NO),
    ("25286", "Funza", NO, None, NO, None, SI),
    ("27372", "Juradó", SI, 103, NO, None, NO),
    ("54810", "Tibú", NO, None, SI, 60_431_400, NO),
    ("27006", "Acandí", PRO, None, NO, None, NO),
    ("76109", "Buenaventura", PRO, None, NO, None, NO),
]
CELDAS = ("centro_estado", "personas", "transferencia_estado", "valor_cop", "taller_estado")
ESTADOS = ("centro_estado", "transferencia_estado", "taller_estado")
ASPECTOS = ("Centro Intégrate", "Transferencia psicosocial", "Taller nombrado")


@pytest.fixture(scope="module")
def matriz(base: Base) -> pd.DataFrame:
    return brechas.matriz(base, **TODO).datos


def filas(datos: pd.DataFrame, *columnas: str) -> list[tuple[object, ...]]:
    """Las filas como tuplas, con los vacíos como `None`."""
    return [
        tuple(None if pd.isna(v) else v for v in fila)
        for fila in datos[list(columnas)].itertuples(index=False)
    ]


def test_los_34_en_su_orden_celda_por_celda(matriz: pd.DataFrame) -> None:
    propios = matriz[matriz["es_priorizado"]]
    assert filas(propios, "orden", "municipio_codigo", "municipio_nombre", *CELDAS) == PRIORIZADOS


def test_y_despues_solo_los_seis_de_fuera_que_tienen_algo(matriz: pd.DataFrame) -> None:
    assert list(matriz["es_priorizado"]) == [True] * 34 + [False] * 6
    ajenos = matriz[~matriz["es_priorizado"]]
    assert filas(ajenos, "municipio_codigo", "municipio_nombre", *CELDAS) == AJENOS
    assert ajenos["orden"].isna().all()
    assert ajenos["cluster_numero"].isna().all()
    assert ajenos["brechas"].isna().all()


def test_cuantas_celdas_hay_de_cada_estado(matriz: pd.DataFrame) -> None:
    propios = matriz[matriz["es_priorizado"]]
    assert Counter(propios[list(ESTADOS)].to_numpy().ravel()) == {
        SI: 31,
        NO: 66,
        PRO: 1,
        DES: 2,
        SUB: 2,
    }
    assert set(tema.BRECHAS) == {SI, NO, PRO, DES, SUB}


def test_lo_intermedio_no_es_ni_si_ni_brecha(matriz: pd.DataFrame) -> None:
    for _, fila in matriz.iterrows():
        estados = [fila[columna] for columna in ESTADOS]
        assert fila["tiene"] == estados.count(SI)
        if fila["es_priorizado"]:
            assert fila["brechas"] == estados.count(NO)
    propios = matriz[matriz["es_priorizado"]]
    assert Counter(propios["tiene"]) == {3: 1, 2: 11, 1: 6, 0: 16}
    assert Counter(propios["brechas"]) == {3: 16, 2: 4, 1: 10, 0: 4}


def test_los_centros_que_la_fuente_cuenta_a_medias(matriz: pd.DataFrame) -> None:
    por_codigo = matriz.set_index("municipio_codigo")
    arauca, maicao, bogota = (por_codigo.loc[c] for c in ("81001", "44430", "11001"))
    assert (arauca["centros_nuevos_sin_fecha"], arauca["apertura_fecha"]) == (1, None)
    assert str(maicao["apertura_fecha"]) == "2025-09-04"
    assert maicao["centros_nuevos_sin_fecha"] == 0
    assert por_codigo.loc["05490"]["centro_etapas"] == "nuevo (piloto)"
    assert bogota["centros"] == 3
    assert bogota["centro_nombres"].count(" | ") == 2


def test_las_dos_fuentes_y_sus_cortes(base: Base) -> None:
    resultado = brechas.matriz(base, **TODO)
    assert resultado.nivel == "calculado"
    assert [f.fuente_codigo for f in resultado.fuentes] == ["cnim_2025-11-30", "eat_2024-06-30"]
    fila = resultado.datos.iloc[0]
    assert (fila["eat_fuente_codigo"], str(fila["eat_corte_fecha"])) == (
        "eat_2024-06-30",
        "2024-06-30",
    )
    assert (fila["cnim_fuente_codigo"], str(fila["cnim_corte_fecha"])) == (
        "cnim_2025-11-30",
        "2025-11-30",
    )
    assert fila["priorizados_total"] == 34


@pytest.mark.parametrize(
    ("departamento", "municipio", "nombres"),
    [
        ("Arauca", None, ["Arauca", "Tame", "Saravena"]),
        ("Cundinamarca", None, ["Soacha", "Funza"]),
        ("Norte de Santander", "54810", ["Tibú"]),
        ("Amazonas", None, []),
    ],
)
def test_un_territorio(
    base: Base, departamento: str, municipio: str | None, nombres: list[str]
) -> None:
    datos = brechas.matriz(base, departamento=departamento, municipio=municipio).datos
    assert list(datos["municipio_nombre"]) == nombres


@pytest.mark.parametrize(
    "departamento", [None, "Antioquia", "La Guajira", "Nariño", "Cundinamarca"]
)
def test_los_conteos_son_los_de_la_matriz(base: Base, departamento: str | None) -> None:
    filtro = {"departamento": departamento, "municipio": None}
    matriz = brechas.matriz(base, **filtro).datos
    propios = matriz[matriz["es_priorizado"]]
    esperados = {
        (aspecto, estado): cuantos
        for aspecto, columna in zip(ASPECTOS, ESTADOS, strict=True)
        for estado, cuantos in Counter(propios[columna]).items()
    }
    datos = brechas.conteos(base, **filtro).datos
    contados = dict(
        zip(zip(datos["aspecto"], datos["estado"], strict=True), datos["municipios"], strict=True)
    )
    assert contados == esperados


def test_los_conteos_del_pais_nombran_a_los_suyos(base: Base) -> None:
    datos = brechas.conteos(base, **TODO).datos
    assert filas(datos, "aspecto", "estado", "municipios") == [
        (ASPECTOS[0], SI, 12),
        (ASPECTOS[0], PRO, 1),
        (ASPECTOS[0], NO, 21),
        (ASPECTOS[1], SI, 9),
        (ASPECTOS[1], DES, 2),
        (ASPECTOS[1], NO, 23),
        (ASPECTOS[2], SI, 10),
        (ASPECTOS[2], SUB, 2),
        (ASPECTOS[2], NO, 22),
    ]
    nombres = datos.set_index(["aspecto", "estado"])["municipios_texto"]
    assert nombres[ASPECTOS[1], DES] == "Maicao, Riohacha"
    assert nombres[ASPECTOS[2], SUB] == "Necoclí, Turbo"


def test_los_talleres_de_la_tercera_fase(base: Base) -> None:
    resultado = brechas.otros_talleres(base)
    fila = resultado.fila
    assert (fila["fase_numero"], fila["clusteres"], fila["municipios"]) == (3, 14, 34)
    assert fila["ubicacion"] == "Sección 2.2.3, actividad 2"
    assert fila["periodo_texto"] == "durante el primer semestre de 2024"
    assert resultado.nivel == "publicado"
