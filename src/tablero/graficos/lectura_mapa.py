"""Lo que dice un mapa de municipios, en palabras: su título y su resumen, para quien no lo ve."""

from typing import Any

import pandas as pd

from tablero import formato
from tablero.graficos.clases import Clasificacion
from tablero.graficos.variables import Variable

PRIMEROS = 3


def titulo(
    datos: pd.DataFrame, variable: Variable, en_el_pais: int, departamento: str | None
) -> str:
    """El mensaje del mapa.

    `datos` son los municipios con valor en el territorio, del que más pesa al que menos;
    `en_el_pais`, cuántos lo tienen en todo el país.
    """
    if variable.codigo in ("orden", "priorizado"):
        return _de_priorizados(datos, variable, en_el_pais, departamento)
    if variable.clase == "categoría":
        return _de_categorias(datos, variable, departamento)
    if departamento is not None and datos.empty:
        return f"{variable.titulo}: ningún municipio de {departamento} tiene dato"
    primeros = [_con_valor(fila, variable) for fila in datos.head(PRIMEROS).to_dict("records")]
    lugar = f" en {departamento}" if departamento else ""
    verbo = "es el más alto" if len(primeros) == 1 else "son los más altos"
    return f"{variable.titulo}{lugar}: {formato.enumerar(primeros)} {verbo}"


def _de_priorizados(
    datos: pd.DataFrame, variable: Variable, total: int, departamento: str | None
) -> str:
    cuantos = len(datos)
    if departamento is None:
        if variable.codigo == "priorizado":
            return f"{total} municipios priorizados en todo el país"
        primeros = formato.enumerar(list(datos["municipio_nombre"].head(PRIMEROS)))
        return f"{total} municipios priorizados: {primeros} encabezan el orden"
    if not cuantos:
        return f"Ninguno de los {total} municipios priorizados está en {departamento}"
    verbo = "está" if cuantos == 1 else "están"
    base = f"{cuantos} de los {total} {verbo} en {departamento}"
    if variable.codigo == "priorizado":
        return f"{base}: {formato.enumerar(list(datos['municipio_nombre'].head(PRIMEROS + 1)))}"
    cuales = [
        f"{fila['municipio_nombre']} ({variable.escribir(fila['valor'])})"
        for fila in datos.head(PRIMEROS).to_dict("records")
    ]
    if cuantos > PRIMEROS:
        return f"{base}; el primero, {cuales[0]}"
    return f"{base}: {formato.enumerar(cuales)}"


def _de_categorias(datos: pd.DataFrame, variable: Variable, departamento: str | None) -> str:
    lugar = f" en {departamento}" if departamento else ""
    if datos.empty:
        return f"{variable.titulo}: ninguno{lugar}"
    conteo = datos.groupby(["valor", "texto"], sort=True).size()
    if variable.codigo == "cluster":
        clusteres = formato.contar(len(conteo), "clúster reúne", "clústeres reúnen")
        return f"{clusteres} {formato.contar(len(datos), 'municipio', 'municipios')}{lugar}"
    partes = [
        f"{texto.lower()} ({cuantos})"
        for texto, cuantos in zip(conteo.index.get_level_values("texto"), conteo, strict=True)
    ]
    return f"{variable.titulo}{lugar}: {formato.enumerar(partes)}"


def _con_valor(fila: dict[Any, Any], variable: Variable) -> str:
    return f"{fila['municipio_nombre']} ({variable.cortar(fila['valor'])})"


def relato(
    datos: pd.DataFrame, variable: Variable, dibujados: int, departamento: str | None
) -> list[str]:
    """Lo que el mapa muestra, en frases: cuántos municipios tienen la variable y dónde.

    `dibujados` es el número de municipios del territorio.
    """
    con_valor, sin_valor = len(datos), formato.numero(dibujados - len(datos))
    tienen = "1 tiene" if con_valor == 1 else f"{formato.numero(con_valor)} tienen"
    frases = [
        f"De {formato.contar(dibujados, 'municipio', 'municipios')} de "
        f"{departamento or 'todo el país'}, {tienen} valor y {sin_valor} no "
        f"({variable.sin_valor})."
    ]
    if departamento is None and con_valor:
        conteo = datos["departamento_nombre"].value_counts()
        frase = f"Están en {formato.contar(len(conteo), 'departamento', 'departamentos')}"
        mayores = sorted(conteo[conteo == conteo.max()].index)
        if len(mayores) <= PRIMEROS and conteo.max() > 1:
            cada_uno = " cada uno" if len(mayores) > 1 else ""
            frase += (
                f"; {formato.enumerar(mayores)} {'tienen' if cada_uno else 'tiene'} más que los "
                f"otros ({conteo.max()}{cada_uno})"
            )
        frases.append(f"{frase}.")
    return frases


def por_clase(datos: pd.DataFrame, clasificacion: Clasificacion) -> list[str]:
    """La leyenda en palabras, con los municipios de cada clase que hay en el territorio."""
    propios = datos["clase"].value_counts()
    return [
        f"{clase.rotulo}: {formato.contar(int(propios[clase.rotulo]), 'municipio', 'municipios')}."
        for clase in clasificacion.clases
        if clase.rotulo in propios
    ]
