"""Las series de los cortes, contra las cuentas de `fabrica_politica` y lo que publica el informe.

Del segundo libro, hasta Q4 de 2025 (las del primero están en la fábrica):

| producto | peso | AV | PAA | aporte |
|---|---|---|---|---|
| 1.1.1 | 22 | 200 + 110 = 310 de 500 | 62 | 13,64 |
| 1.1.2 | 13 | 38 + 20 + 15 = 73 de 200 | 36,5 | 4,745 |
| 1.2.1 | 15 | 38: (38 − 10)/50 | 56 | 8,4 |
| 1.2.2 | 10 | 4 de 5 | 80 | 8 |
| 2.1.1 | 10 | 29: 21/25 | 84 | 8,4 |
| 3.1.2 | 10 | 8 de 24 | 33,33 | 3,33 |

Avance: 46,5183. Trayectoria: 22·0,6 + 13·0,6 + 15·0,6 + 10·1 + 10·0,6 + 10·0,3333 = 49,3333.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fabrica_politica import DICIEMBRE, JUNIO, POLITICA

from tablero.consultas import historia
from tablero.consultas.base import Base, Resultado

INFORME = date(2024, 12, 31)


@pytest.fixture(scope="module")
def libros(base_con_libros: Path) -> Base:
    return Base(base_con_libros)


def cifras(respuesta: Resultado) -> list[tuple[Any, ...]]:
    columnas = ["corte_fecha", "nivel", "avance_pct", "trayectoria_pct"]
    datos = respuesta.datos[columnas].astype(object)
    return [tuple(fila) for fila in datos.where(datos.notna(), None).to_numpy()]


def cerca_de(valor: float) -> Any:
    """Lo que se escribe con los dos decimales de `valor`."""
    return pytest.approx(valor, abs=0.005)


def test_la_serie_de_la_politica_trae_lo_publicado_y_lo_calculado(libros: Base) -> None:
    assert cifras(historia.de_la_politica(libros, politica=POLITICA)) == [
        (INFORME, "calculado", cerca_de(52.04), cerca_de(52.18)),
        (INFORME, "publicado", 52.05, 52.20),
        (JUNIO, "calculado", cerca_de(32.875), cerca_de(45)),
        (DICIEMBRE, "calculado", cerca_de(46.5183), cerca_de(49.3333)),
    ]


def test_con_un_solo_corte_la_serie_es_de_un_punto(base: Base) -> None:
    serie = historia.de_la_politica(base, politica=POLITICA)
    assert [fila[:2] for fila in cifras(serie)] == [(INFORME, "calculado"), (INFORME, "publicado")]
    assert {f.fuente_codigo for f in serie.fuentes} == {"sdp_2024-12-31"}


def test_un_corte_sin_productos_del_objetivo_va_sin_cifras(libros: Base) -> None:
    """En junio el único producto del objetivo 3 no está vigente; en diciembre, el 3.1.2."""
    assert cifras(historia.del_objetivo(libros, politica=POLITICA, objetivo="3"))[2:] == [
        (JUNIO, "calculado", None, None),
        (DICIEMBRE, "calculado", pytest.approx(100 / 3), pytest.approx(100 / 3)),
    ]


def test_el_informe_publica_la_brecha_del_objetivo_y_no_su_avance(libros: Base) -> None:
    serie = historia.del_objetivo(libros, politica=POLITICA, objetivo="1").datos
    publicada = serie[serie["nivel"] == "publicado"].iloc[0]
    assert publicada["brecha_pp"] == 1.31
    assert publicada[["avance_pct", "trayectoria_pct"]].isna().all()


def test_la_serie_de_un_producto_pone_lo_reportado_al_lado(libros: Base) -> None:
    """El primer libro trae su PAA (50 %); el segundo no, y no se repite sin cifra."""
    serie = historia.del_producto(libros, politica=POLITICA, producto="1.1.1")
    assert cifras(serie) == [
        (INFORME, "publicado", 33.3, 33.3),
        (JUNIO, "calculado", 50, 50),
        (JUNIO, "publicado", 50, 50),
        (DICIEMBRE, "calculado", pytest.approx(62), pytest.approx(60)),
    ]
    assert len(serie.fuentes) == 3


def test_un_corte_que_no_trae_el_producto_lo_dice(libros: Base) -> None:
    serie = historia.del_producto(libros, politica=POLITICA, producto="1.1.4").datos
    assert list(serie["estado"])[1:] == ["no está en este corte", "no está en este corte"]
    assert serie["avance_pct"].isna().tolist() == [False, True, True]
    assert serie["fuente_codigo"].notna().all()


def test_hay_serie_de_todo_lo_que_estuvo_alguna_vez(libros: Base) -> None:
    """De los libros y del informe, en orden de código; el nombre, el del corte más reciente."""
    datos = historia.opciones(libros, politica=POLITICA).datos
    assert list(datos.loc[datos["clase"] == "objetivo", "codigo"]) == ["1", "2", "3"]
    codigos = list(datos.loc[datos["clase"] == "producto", "codigo"])
    assert codigos[:3] == ["1.1.1", "1.1.2", "1.1.3"]
    assert codigos.index("1.1.10") == codigos.index("1.1.9") + 1
    nombres = dict(zip(datos["codigo"], datos["nombre"], strict=True))
    assert nombres["1.1.1"] == "Producto 1.1.1"
    assert nombres["1.1.4"].startswith("Presencia de la estrategia")
