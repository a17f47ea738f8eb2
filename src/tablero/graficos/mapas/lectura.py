"""Lo que dice un mapa de municipios, en palabras: su título y su resumen, para quien no lo ve."""

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.graficos.mapas.brechas import CUANTAS
from tablero.graficos.mapas.clases import Clasificacion
from tablero.graficos.mapas.variables import Variable

PRIMEROS = 3


def titulo(
    datos: pd.DataFrame,
    variable: Variable,
    en_el_pais: int,
    departamento: str | None,
    elegido: str | None = None,
) -> str:
    """El mensaje del mapa.

    `datos` son los municipios con valor en el territorio, del que más pesa al que menos;
    `en_el_pais`, cuántos lo tienen en todo el país. `elegido` es el código de un municipio: si
    tiene lugar en el orden, el mensaje es el suyo.
    """
    if variable.codigo == "orden" and (datos["municipio_codigo"] == elegido).any():
        suyo = datos[datos["municipio_codigo"] == elegido].iloc[0]
        return (
            f"{suyo['municipio_nombre']} es el {variable.escribir(suyo['valor'])} de {en_el_pais} "
            "en el orden publicado del IPT"
        )
    if variable.codigo == "brechas" and (datos["municipio_codigo"] == elegido).any():
        suyas = datos[datos["municipio_codigo"] == elegido]
        if suyas["texto"].iloc[0] in CUANTAS.values():
            return (
                f"{suyas['municipio_nombre'].iloc[0]}: {suyas['texto'].iloc[0].lower()} brechas "
                f"territoriales{_a_medias(suyas)}"
            )
    if variable.codigo in ("orden", "priorizado"):
        return _de_priorizados(datos, variable, en_el_pais, departamento)
    if variable.clase == "categoría":
        return _de_categorias(datos, variable, departamento)
    if datos.empty:
        return f"{variable.titulo} en {departamento or 'todo el país'}: {variable.sin_valor}"
    primeros = [_con_valor(fila, variable) for fila in filas_de(datos.head(PRIMEROS))]
    lugar = f" en {departamento}" if departamento else ""
    if len(datos) > PRIMEROS:
        que = "tienen los valores más altos"
    else:
        que = "es el único con dato" if len(datos) == 1 else "son los únicos con dato"
    return f"{variable.titulo}{lugar}: {formato.enumerar(primeros)} {que}"


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
        return f"{base}: {formato.enumerar(list(datos['municipio_nombre']))}"
    cuales = [
        f"{fila['municipio_nombre']} ({variable.escribir(fila['valor'])})"
        for fila in filas_de(datos.head(PRIMEROS))
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
    if variable.codigo == "brechas":
        return f"{variable.titulo}{lugar}: {_de_brechas(datos)}"
    partes = [
        f"{texto.lower()} ({cuantos})"
        for texto, cuantos in zip(conteo.index.get_level_values("texto"), conteo, strict=True)
    ]
    return f"{variable.titulo}{lugar}: {formato.enumerar(partes)}"


def _de_brechas(datos: pd.DataFrame) -> str:
    """«16 municipios con 3, 4 con 2… y 4 sin ninguna (3 de ellos, con algo a medias)»: los
    priorizados, que son los que cuentan.
    """
    conteo = datos["texto"].value_counts()
    partes: list[str] = []
    for cuantas, texto in CUANTAS.items():
        if municipios := int(conteo.get(texto, 0)):
            # «Municipios» se dice una sola vez, con los primeros.
            de_que = formato.numero(municipios)
            if not partes:
                de_que = formato.contar(municipios, "municipio", "municipios")
            partes.append(f"{de_que} {f'con {cuantas}' if cuantas else 'sin ninguna'}")
            if not cuantas:
                partes[-1] += _a_medias(datos[datos["texto"] == texto])
    if not partes:
        return "ningún municipio priorizado"
    return formato.enumerar(partes)


def _a_medias(sin_ninguna: pd.DataFrame) -> str:
    """De los que no tienen ninguna, que no todos aparecen con las tres cosas."""
    cuantos = int(((sin_ninguna["brechas"] == 0) & (sin_ninguna["tiene"] < max(CUANTAS))).sum())
    if not cuantos:
        return ""
    quienes = "" if cuantos == len(sin_ninguna) == 1 else f"{cuantos} de ellos, "
    return f" ({quienes}con algo a medias)"


def _con_valor(fila: Fila, variable: Variable) -> str:
    return f"{fila['municipio_nombre']} ({variable.cortar(fila['valor'])})"


def relato(
    datos: pd.DataFrame, variable: Variable, dibujados: int, departamento: str | None
) -> list[str]:
    """Lo que el mapa muestra, en frases: cuántos municipios tienen la variable y dónde.

    `dibujados` es el número de municipios del territorio.
    """
    frases = [
        _cuantos_tienen(len(datos), dibujados, departamento or "todo el país", variable.sin_valor)
    ]
    if departamento is None and len(datos):
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


def _cuantos_tienen(con_valor: int, dibujados: int, lugar: str, sin_valor: str) -> str:
    tienen = "1 tiene" if con_valor == 1 else f"{formato.numero(con_valor)} tienen"
    if con_valor < dibujados:
        faltan = formato.numero(dibujados - con_valor)
        total = formato.contar(dibujados, "municipio", "municipios")
        return f"De {total} de {lugar}, {tienen} este dato; de los otros {faltan}: «{sin_valor}»."
    if con_valor == 1:
        return f"El único municipio de {lugar} tiene este dato."
    return f"Los {formato.numero(con_valor)} municipios de {lugar} tienen este dato."


def del_elegido(datos: pd.DataFrame, variable: Variable, municipio: str, nombre: str) -> str:
    """Lo que el mapa dice del municipio elegido; `datos` trae su `lectura` si tiene valor."""
    suya = datos.loc[datos["municipio_codigo"] == municipio, "lectura"]
    return f"{nombre}, el elegido: {variable.sin_valor if suya.empty else suya.iloc[0]}."


def por_clase(datos: pd.DataFrame, clasificacion: Clasificacion) -> list[str]:
    """La leyenda en palabras, con los municipios de cada clase que hay en el territorio."""
    propios = datos["clase"].value_counts()
    return [
        f"{clase.rotulo}: {formato.contar(int(propios[clase.rotulo]), 'municipio', 'municipios')}."
        for clase in clasificacion.clases
        if clase.rotulo in propios
    ]
