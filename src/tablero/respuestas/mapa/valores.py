"""Qué se puede pintar en el mapa de los municipios, con qué valores y qué se lee de cada uno."""

import pandas as pd

from tablero.consultas import brechas, mapas
from tablero.consultas.base import Preguntas, Resultado
from tablero.filas import filas_de
from tablero.graficos.mapas.brechas import para_el_mapa
from tablero.graficos.mapas.variables import BRECHAS, Variable, disponibles


def variables(preguntar: Preguntas) -> dict[str, Variable]:
    """Las variables que se pueden pintar con lo que hay construido."""
    return disponibles(filas_de(preguntar(mapas.indicadores).datos))


def valores(preguntar: Preguntas, variable: Variable, departamento: str | None = None) -> Resultado:
    """La respuesta con los municipios que tienen esa variable, uno por fila.

    `valor`, `texto` si es una categoría, y `ayuda` si se lee más que eso al señalarlo.
    """
    if variable.codigo == BRECHAS.codigo:
        matriz = preguntar(brechas.matriz, departamento=departamento, municipio=None)
        return matriz.con(para_el_mapa(matriz.datos))
    pregunta = mapas.publicados if variable.nivel == "publicado" else mapas.calculados
    return preguntar(pregunta, variable=variable.codigo, departamento=departamento)


def leer(datos: pd.DataFrame, variable: Variable) -> dict[str, str]:
    """Código → lo que se lee de cada municipio que tiene la variable."""
    columna = "valor" if variable.tiene_cortes else "texto"
    if "ayuda" in datos.columns:
        columna = "ayuda"
    return {
        codigo: variable.escribir(valor)
        for codigo, valor in zip(datos["municipio_codigo"], datos[columna], strict=True)
    }


def textos(preguntar: Preguntas) -> dict[str, tuple[dict[str, str], str]]:
    """Variable → lo que se lee de cada municipio que la tiene, y lo que se lee de los demás."""
    return {
        variable.codigo: (leer(valores(preguntar, variable).datos, variable), variable.sin_valor)
        for variable in variables(preguntar).values()
    }
