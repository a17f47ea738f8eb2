"""Lo que un mapa dice en palabras."""

import pandas as pd

from tablero.graficos.mapas.clases import clasificar
from tablero.graficos.mapas.lectura import del_elegido, por_clase, relato, titulo
from tablero.graficos.mapas.variables import BRECHAS, CLUSTER, ORDEN, PERSONAS, PRIORIZADO

FILAS = [
    ("54553", "Puerto Santander", "Norte de Santander", 1.0),
    ("99001", "Puerto Carreño", "Vichada", 2.0),
    ("81001", "Arauca", "Arauca", 3.0),
    ("81794", "Tame", "Arauca", 4.0),
    ("54874", "Villa del Rosario", "Norte de Santander", 5.0),
]


def datos(departamento: str | None = None) -> pd.DataFrame:
    filas = [f for f in FILAS if departamento in (None, f[2])]
    columnas = ["municipio_codigo", "municipio_nombre", "departamento_nombre", "valor"]
    return pd.DataFrame(filas, columns=columnas)


def test_el_titulo_del_orden() -> None:
    assert titulo(datos(), ORDEN, 34, None) == (
        "34 municipios priorizados: Puerto Santander, Puerto Carreño y Arauca encabezan el orden"
    )
    assert titulo(datos("Arauca"), ORDEN, 34, "Arauca") == (
        "2 de los 34 están en Arauca: Arauca (3.º) y Tame (4.º)"
    )
    assert titulo(datos("Arauca"), ORDEN, 34, "Arauca", "81794") == (
        "Tame es el 4.º de 34 en el orden publicado del IPT"
    )
    assert titulo(datos("Arauca"), ORDEN, 34, "Arauca", "81220") == (
        "2 de los 34 están en Arauca: Arauca (3.º) y Tame (4.º)"
    )
    assert titulo(datos("Vichada"), PRIORIZADO, 34, "Vichada") == (
        "1 de los 34 está en Vichada: Puerto Carreño"
    )
    assert titulo(datos(), PRIORIZADO, 34, "un solo departamento") == (
        "5 de los 34 están en un solo departamento: Puerto Santander, Puerto Carreño, Arauca, Tame "
        "y Villa del Rosario"
    )
    assert titulo(datos("Meta"), ORDEN, 34, "Meta") == (
        "Ninguno de los 34 municipios priorizados está en Meta"
    )


def test_el_titulo_de_una_cantidad_nombra_a_los_mayores() -> None:
    mayores = datos().assign(valor=[27306.0, 15890, 14344, 10, 5])
    assert titulo(mayores, PERSONAS, 5, None) == (
        "Personas atendidas en Centros Intégrate: Puerto Santander (27.306), Puerto Carreño "
        "(15.890) y Arauca (14.344) tienen los valores más altos"
    )
    assert titulo(datos("Meta"), PERSONAS, 5, "Meta") == (
        "Personas atendidas en Centros Intégrate en Meta: ningún centro informa personas atendidas"
    )


def test_el_titulo_no_compara_a_los_unicos() -> None:
    personas = datos().assign(valor=[27306.0, 15890, 14344, 10, 5])
    assert titulo(personas[2:4], PERSONAS, 5, "Arauca") == (
        "Personas atendidas en Centros Intégrate en Arauca: Arauca (14.344) y Tame (10) son los "
        "únicos con dato"
    )
    assert titulo(personas[1:2], PERSONAS, 5, "Vichada") == (
        "Personas atendidas en Centros Intégrate en Vichada: Puerto Carreño (15.890) es el único "
        "con dato"
    )


def test_el_titulo_de_una_categoria_cuenta() -> None:
    brechas = datos().assign(texto=["3 de 3", "3 de 3", "1 de 3", "1 de 3", "3 de 3"])
    brechas["valor"] = [1.0, 1, 3, 3, 1]
    assert titulo(brechas, BRECHAS, 5, None) == (
        "Brechas territoriales: 3 municipios con 3 y 2 con 1"
    )
    ninguna = datos("Vichada").assign(texto="Ninguna de 3", valor=4.0, tiene=3, brechas=0)
    assert titulo(ninguna, BRECHAS, 5, "Vichada") == (
        "Brechas territoriales en Vichada: 1 municipio sin ninguna"
    )
    cuatro = datos().assign(texto="Ninguna de 3", valor=4.0, tiene=[3, 2, 2, 2, 3], brechas=0)
    assert titulo(cuatro, BRECHAS, 5, None) == (
        "Brechas territoriales: 5 municipios sin ninguna (3 de ellos, con algo a medias)"
    )
    assert titulo(ninguna.assign(tiene=2), BRECHAS, 5, "Vichada") == (
        "Brechas territoriales en Vichada: 1 municipio sin ninguna (con algo a medias)"
    )
    assert titulo(cuatro, BRECHAS, 5, "Arauca", "81001") == (
        "Arauca: ninguna de 3 brechas territoriales (con algo a medias)"
    )
    tres = datos("Arauca").assign(texto="3 de 3", valor=1.0, tiene=0, brechas=3)
    assert titulo(tres, BRECHAS, 5, "Arauca", "81794") == "Tame: 3 de 3 brechas territoriales"
    de_fuera = datos("Vichada").assign(texto="No priorizado, pero en alguna lista", valor=5.0)
    assert titulo(de_fuera, BRECHAS, 5, "Vichada") == (
        "Brechas territoriales en Vichada: ningún municipio priorizado"
    )
    clusteres = datos().assign(texto=[f"Clúster {n}" for n in (7, 14, 12, 12, 7)])
    clusteres["valor"] = [7.0, 14, 12, 12, 7]
    assert titulo(clusteres, CLUSTER, 5, None) == "3 clústeres reúnen 5 municipios"
    uno = clusteres[clusteres["valor"] == 12]
    assert titulo(uno, CLUSTER, 5, "Arauca") == "1 clúster reúne 2 municipios en Arauca"


def test_el_relato_dice_cuantos_y_donde() -> None:
    assert relato(datos(), ORDEN, 1122, None) == [
        "De 1.122 municipios de todo el país, 5 tienen este dato; de los otros 1.117: «no está "
        "entre los priorizados».",
        "Están en 3 departamentos; Arauca y Norte de Santander tienen más que los otros (2 cada "
        "uno).",
    ]
    assert relato(datos("Vichada"), ORDEN, 4, "Vichada") == [
        "De 4 municipios de Vichada, 1 tiene este dato; de los otros 3: «no está entre los "
        "priorizados»."
    ]


def test_si_todos_tienen_valor_no_se_cuentan_los_que_no() -> None:
    assert relato(datos("Arauca"), ORDEN, 2, "Arauca") == [
        "Los 2 municipios de Arauca tienen este dato."
    ]
    assert relato(datos("Vichada"), ORDEN, 1, "Vichada") == [
        "El único municipio de Vichada tiene este dato."
    ]


def test_del_municipio_elegido_se_dice_su_valor_o_que_no_lo_tiene() -> None:
    leidos = datos().assign(lectura=[f"{n}.º" for n in range(1, 6)])
    assert del_elegido(leidos, ORDEN, "81794", "Tame") == "Tame, el elegido: 4.º."
    assert del_elegido(leidos, ORDEN, "05483", "Nariño") == (
        "Nariño, el elegido: no está entre los priorizados."
    )


def test_la_leyenda_en_palabras_cuenta_solo_el_territorio() -> None:
    clases = clasificar(datos(), ORDEN, "natural")
    locales = datos("Arauca").assign(clase=["3.º", "4.º"])
    assert por_clase(locales, clases) == ["3.º: 1 municipio.", "4.º: 1 municipio."]
