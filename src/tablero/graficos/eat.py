"""Mapas y gráficos de la estrategia territorial: los municipios priorizados y los clústeres."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from tablero import formato, tema
from tablero.graficos import barras
from tablero.graficos.barras import Barra
from tablero.graficos.base import Grafico, armar
from tablero.graficos.mapas import Mapa, mapa_de_puntos

RADIO_PRIMERO, RADIO_ULTIMO = 18.0, 11.5
"""Píxeles del símbolo del municipio más prioritario y del menos."""
RADIO_CLUSTER, RADIO_POR_MUNICIPIO = 16.0, 2.0
PRIMEROS = 3


def mapa_priorizados(
    datos: pd.DataFrame,
    *,
    url_departamentos: str,
    encuadre: Sequence[float] | None,
    departamento: str | None = None,
    municipio: str | None = None,
) -> Mapa:
    """Los municipios priorizados: el número es el orden y el tamaño, la prioridad.

    Recibe una fila por municipio, con `orden` y `priorizados_total`. `municipio` es el código del
    elegido en el filtro: los demás quedan en gris.
    """
    total = int(datos["priorizados_total"].iloc[0])
    paso = (RADIO_PRIMERO - RADIO_ULTIMO) / max(total - 1, 1)
    puntos = datos.assign(
        radio=RADIO_PRIMERO - paso * (datos["orden"].astype(float) - 1),
        color=pd.Series(
            [
                tema.rgb(tema.ACENTO if municipio in (None, codigo) else tema.GRIS)
                for codigo in datos["municipio_codigo"]
            ],
            index=datos.index,
        ),
        rotulo=datos["orden"].astype(str),
        ayuda=[_ayuda_municipio(fila, total) for fila in datos.to_dict("records")],
    )
    return mapa_de_puntos(
        puntos,
        url_departamentos,
        _titulo_priorizados(datos, total, departamento),
        f"Mapa de {departamento or 'Colombia'} con "
        f"{formato.contar(len(datos), 'municipio priorizado', 'municipios priorizados')}, cada "
        "uno con su número de orden; la tabla de al lado dice lo mismo.",
        encuadre=encuadre,
        departamento=departamento,
    )


def barras_departamentos(datos: pd.DataFrame, *, departamento: str | None = None) -> Grafico:
    """Cuántos municipios priorizados tiene cada departamento, de más a menos.

    Recibe una fila por departamento, ordenada: `departamento_nombre`, `municipios`. El elegido, o
    los que más tienen, van en color; los demás, en gris.
    """
    conteo = dict(zip(datos["departamento_nombre"], datos["municipios"].astype(int), strict=True))
    destacados = _destacados(conteo, departamento)
    piezas = [
        Barra(nombre, cuantos, str(cuantos), destaca=nombre in destacados)
        for nombre, cuantos in conteo.items()
    ]
    dibujo, alto = barras.dibujar(piezas, que_es="Municipios priorizados")
    alternativa = "Municipios priorizados por departamento: " + formato.enumerar(
        [f"{nombre}, {cuantos}" for nombre, cuantos in conteo.items()]
    )
    titulo = _titulo_departamentos(conteo, departamento)
    return armar(titulo, f"{alternativa}.", barras.tabla(piezas), dibujo, alto=alto)


def mapa_clusteres(
    datos: pd.DataFrame,
    *,
    url_departamentos: str,
    encuadre: Sequence[float] | None,
    lugar: str | None = None,
    departamento: str | None = None,
) -> Mapa:
    """Un símbolo por clúster, con su número, y una línea a cada uno de sus municipios.

    Recibe una fila por municipio: `cluster_numero`, `municipio_nombre`, `departamento_nombre`,
    `longitud`, `latitud`. `lugar` es el territorio del filtro, y
    `departamento`, el suyo.
    """
    filas = [
        _simbolo_cluster(numero, datos[datos["cluster_numero"] == numero])
        for numero in sorted({int(n) for n in datos["cluster_numero"]})
    ]
    puntos = pd.DataFrame(filas)
    fila_de = {numero: fila for fila, numero in enumerate(puntos["cluster_numero"])}
    anclas = datos[["longitud", "latitud"]].assign(
        punto=[fila_de[int(numero)] for numero in datos["cluster_numero"]]
    )
    return mapa_de_puntos(
        puntos,
        url_departamentos,
        _titulo_clusteres(puntos, len(datos), lugar),
        f"Mapa de {lugar or 'Colombia'} con {formato.contar(len(puntos), 'clúster', 'clústeres')}, "
        "cada uno con su número y una línea a sus municipios; la tabla de al lado dice lo mismo.",
        encuadre=encuadre,
        anclas=anclas,
        departamento=departamento,
    )


def _simbolo_cluster(numero: int, grupo: pd.DataFrame) -> dict[str, Any]:
    nombres = formato.enumerar(list(grupo["municipio_nombre"]))
    departamentos = formato.enumerar(sorted(set(grupo["departamento_nombre"])))
    return {
        "cluster_numero": numero,
        "municipios": len(grupo),
        "nombres": nombres,
        "departamentos": departamentos,
        "municipio_codigo": str(grupo["municipio_codigo"].iloc[0]),
        "longitud": float(grupo["longitud"].mean()),
        "latitud": float(grupo["latitud"].mean()),
        "radio": RADIO_CLUSTER + RADIO_POR_MUNICIPIO * (len(grupo) - 1),
        "color": tema.rgb(tema.ACENTO),
        "rotulo": str(numero),
        "ayuda": f"Clúster {numero} · {departamentos}\n{nombres}",
    }


def _titulo_priorizados(datos: pd.DataFrame, total: int, departamento: str | None) -> str:
    cuales = [f"{municipio} ({orden}.º)" for orden, municipio in _pares(datos)]
    if departamento is None:
        primeros = formato.enumerar([municipio for _, municipio in _pares(datos)[:PRIMEROS]])
        return f"{total} municipios priorizados: {primeros} encabezan el orden"
    if len(cuales) == 1:
        return f"1 de los {total} está en {departamento}: {cuales[0]}"
    if len(cuales) > PRIMEROS:
        return f"{len(cuales)} de los {total} están en {departamento}; el primero, {cuales[0]}"
    return f"{len(cuales)} de los {total} están en {departamento}: {formato.enumerar(cuales)}"


def _titulo_departamentos(conteo: dict[str, int], departamento: str | None) -> str:
    total = sum(conteo.values())
    if departamento is not None:
        suyos = conteo.get(departamento, 0)
        if not suyos:
            return f"{departamento} no tiene ninguno de los {total} municipios priorizados"
        return f"{departamento} tiene {suyos} de los {total} municipios priorizados"
    mayores = _destacados(conteo, None)
    suma = sum(conteo[nombre] for nombre in mayores)
    verbo = "tiene" if len(mayores) == 1 else "reúnen"
    return f"{formato.enumerar(mayores)} {verbo} {suma} de los {total} municipios priorizados"


def _destacados(conteo: dict[str, int], departamento: str | None) -> list[str]:
    if departamento is not None:
        return [departamento]
    mayor = max(conteo.values())
    return [nombre for nombre, cuantos in conteo.items() if cuantos == mayor]


def _titulo_clusteres(puntos: pd.DataFrame, municipios: int, lugar: str | None) -> str:
    reunidos = formato.contar(municipios, "municipio", "municipios")
    if lugar is not None:
        numeros = formato.enumerar([str(n) for n in puntos["cluster_numero"]])
        if len(puntos) == 1:
            return f"El clúster {numeros} llega a {lugar}: reúne {reunidos}"
        return f"Los clústeres {numeros} llegan a {lugar}: reúnen {reunidos}"
    mayor = puntos.sort_values(["municipios", "cluster_numero"], ascending=[False, True]).iloc[0]
    return (
        f"{len(puntos)} clústeres reúnen los {reunidos}; el mayor es el "
        f"{mayor['cluster_numero']} ({mayor['departamentos']}), con {mayor['municipios']}"
    )


def _pares(datos: pd.DataFrame) -> list[tuple[int, str]]:
    return [
        (int(orden), str(municipio))
        for orden, municipio in zip(datos["orden"], datos["municipio_nombre"], strict=True)
    ]


def _ayuda_municipio(fila: dict[Any, Any], total: int) -> str:
    return (
        f"{fila['municipio_nombre']} ({fila['departamento_nombre']})\n"
        f"Orden {fila['orden']} de {total} · Clúster {fila['cluster_numero']}"
    )
