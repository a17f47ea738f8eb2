"""Los primeros municipios del IPT calculado en el mapa, con su número de orden."""

from collections.abc import Sequence

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.mapas.puntos import Mapa, mapa_de_puntos

PRIMEROS = 34
RADIO_PRIMERO, RADIO_ULTIMO = 18.0, 11.5


def mapa(
    datos: pd.DataFrame,
    *,
    url_departamentos: str,
    encuadre: Sequence[float] | None,
    departamento: str | None = None,
    municipio: str | None = None,
) -> Mapa:
    """Los primeros por su orden: el número es el orden del país y el tamaño, la prioridad.

    Recibe los municipios ya ordenados, con `longitud` y `latitud`. `municipio` es el código del
    elegido en el filtro: va destacado y, si no está entre los primeros, se agrega.
    """
    con = datos[datos["orden_calculado"].notna()]
    elegido = con["municipio_codigo"] == municipio
    puntos = con[elegido | (con.reset_index().index < PRIMEROS)].reset_index(drop=True)
    paso = (RADIO_PRIMERO - RADIO_ULTIMO) / max(len(puntos) - 1, 1)
    puntos = puntos[["municipio_codigo", "longitud", "latitud"]].assign(
        radio=[RADIO_PRIMERO - paso * lugar for lugar in range(len(puntos))],
        color=pd.Series(
            [
                tema.rgb(tema.CONTRASTE if codigo == municipio else tema.ACENTO)
                for codigo in puntos["municipio_codigo"]
            ],
            index=puntos.index,
        ),
        rotulo=puntos["orden_calculado"].astype(str),
        ayuda=[_ayuda(fila) for fila in filas_de(puntos)],
    )
    lugar = departamento or "Colombia"
    return mapa_de_puntos(
        puntos,
        url_departamentos,
        f"Dónde están los {len(puntos)} primeros del orden calculado en {lugar}"
        if len(puntos) > 1
        else f"Dónde está el único municipio con puntaje de {lugar}",
        f"Mapa de {lugar} con los {len(puntos)} municipios de mayor puntaje y su número de orden; "
        "la clasificación dice lo mismo.",
        encuadre=encuadre,
        departamento=departamento,
    )


def _ayuda(fila: Fila) -> str:
    return (
        f"{fila['municipio_nombre']} ({fila['departamento_nombre']})\n"
        f"Orden {formato.numero(fila['orden_calculado'])} · puntaje "
        f"{formato.numero(fila['puntaje'], 1)}"
    )
