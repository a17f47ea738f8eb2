"""Una cosa que mostrar: cuántas filas y barras lleva, y lo que dice de las demás."""

import pandas as pd
import pytest

from tablero.graficos import centros
from tablero.respuestas.cosas.cosa import BARRAS, FILAS, las_que_faltan, primeras, tabla


def _centros(cuantos: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "centro_nombre": [f"Centro {n}" for n in range(cuantos)],
            "etapa": "inicial",
            "personas": range(1000, 1000 - cuantos, -1),
        }
    )


@pytest.mark.parametrize(("hay", "van"), [(0, 0), (9, 9), (10, 10), (11, 10), (34, 10)])
def test_una_tabla_lleva_a_lo_sumo_diez_filas_y_sabe_cuantas_hay(hay: int, van: int) -> None:
    hecha = tabla("Título", ("Orden",), [(str(n),) for n in range(hay)])
    assert FILAS == 10
    assert (len(hecha.filas), hecha.total) == (van, hay)
    assert [fila[0] for fila in hecha.filas] == [str(n) for n in range(van)]


def test_un_grafico_lleva_las_primeras_barras_y_el_mensaje_de_todas() -> None:
    datos = _centros(12)
    dibujo, entero = primeras(centros.atencion, datos), centros.atencion(datos)
    assert list(dibujo.datos["nombre"]) == [f"Centro {n}" for n in range(BARRAS)]
    assert dibujo.titulo == entero.titulo
    assert dibujo.titulo != centros.atencion(datos.head(BARRAS)).titulo
    assert "Centro 11" in dibujo.alternativa
    assert las_que_faltan(datos) == "Van 8 de 12: quedan fuera 4."


def test_si_caben_todas_no_falta_ninguna() -> None:
    datos = _centros(BARRAS)
    assert len(primeras(centros.atencion, datos).datos) == BARRAS
    assert las_que_faltan(datos) == ""
