"""El mapa de los clústeres y el gráfico de los municipios priorizados por departamento."""

from collections.abc import Sequence

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila
from tablero.graficos.mapas.puntos import Mapa, mapa_de_puntos
from tablero.graficos.piezas import barras
from tablero.graficos.piezas.barras import Barra
from tablero.graficos.piezas.base import Grafico

RADIO_CLUSTER, RADIO_POR_MUNICIPIO = 16.0, 2.0


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
    alternativa = "Municipios priorizados por departamento: " + formato.enumerar(
        [f"{nombre}, {cuantos}" for nombre, cuantos in conteo.items()]
    )
    titulo = _titulo_departamentos(conteo, departamento)
    return barras.grafico(titulo, f"{alternativa}.", piezas, que_es="Municipios priorizados")


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


def _simbolo_cluster(numero: int, grupo: pd.DataFrame) -> Fila:
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
        numeros = formato.enumerar([f"el {n}" for n in puntos["cluster_numero"]])
        if len(puntos) == 1:
            return f"{lugar}: su clúster es {numeros}, que reúne {reunidos}"
        return f"{lugar}: sus clústeres son {numeros}, que reúnen {reunidos}"
    mayor = puntos.sort_values(["municipios", "cluster_numero"], ascending=[False, True]).iloc[0]
    return (
        f"{len(puntos)} clústeres reúnen los {reunidos} priorizados; el mayor es el "
        f"{mayor['cluster_numero']} ({mayor['departamentos']}), con {mayor['municipios']}"
    )
