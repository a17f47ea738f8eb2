"""Un mapa de municipios ya pintado: sus datos, sus clases, su dibujo y lo que dice."""

from dataclasses import dataclass

import pandas as pd

from tablero.consultas import mapas
from tablero.consultas.base import Preguntas, Resultado
from tablero.graficos.mapas import lectura as lectura_mapa
from tablero.graficos.mapas.brechas import para_llevar
from tablero.graficos.mapas.clases import Clasificacion, clasificar
from tablero.graficos.mapas.coropleta import Lienzo, coropleta
from tablero.graficos.mapas.puntos import Mapa
from tablero.graficos.mapas.simbolos import lectura, simbolos
from tablero.graficos.mapas.variables import Variable
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.piezas.histograma import histograma
from tablero.modelo.ipt import Metodo
from tablero.respuestas.mapa.valores import leer, valores, variables
from tablero.territorio.recuadro import mover_puntos


@dataclass(frozen=True)
class Pintado:
    """Lo que se ve: la variable, los municipios del territorio, sus clases, su mapa y su relato."""

    variable: Variable
    metodo: Metodo
    resultado: Resultado
    clasificacion: Clasificacion
    histograma: Grafico | None
    """De los municipios de todo el país, de los que salen las clases. De un orden no hay: cada
    lugar es de uno solo, y todas las barras medirían lo mismo."""
    sin_valor: int
    """Municipios del territorio que no la tienen."""
    mapa: Mapa
    simbolos: pd.DataFrame | None
    relato: tuple[str, ...]
    simbolos_dicen: str = ""
    """Lo que quieren decir los símbolos; también está en el relato."""


def pintar(
    preguntar: Preguntas,
    lienzo: Lienzo,
    codigo: str,
    *,
    metodo: Metodo,
    departamento: str | None,
    municipio: str | None,
    simbolo: str | None = None,
) -> Pintado:
    """El mapa de la variable en el territorio.

    `departamento` es el nombre del elegido; `municipio` y `simbolo`, sus códigos.
    """
    hay = preguntar.responder(variables)
    variable = hay[codigo]
    # Las clases son las del país entero: un color dice lo mismo en todo departamento.
    pais = valores(preguntar, variable)
    clasificacion = clasificar(pais.datos, variable, metodo)
    local = valores(preguntar, variable, departamento)
    datos = _con_lectura(local.datos, variable, clasificacion)
    todos = preguntar(mapas.todos).datos
    dibujados = len(todos)
    if departamento is not None:
        dibujados = int((todos["departamento_nombre"] == departamento).sum())
    relato = lectura_mapa.relato(datos, variable, dibujados, departamento)
    if municipio is not None:
        nombre = todos.set_index("municipio_codigo")["municipio_nombre"][municipio]
        relato.insert(0, lectura_mapa.del_elegido(datos, variable, municipio, nombre))
    encima, que_dicen = _simbolos(preguntar, hay.get(simbolo or ""), variable, pais, clasificacion)
    mapa = coropleta(
        lienzo,
        variable,
        clasificacion,
        lectura_mapa.titulo(datos, variable, len(pais.datos), departamento, municipio),
        " ".join([*relato, *lectura_mapa.por_clase(datos, clasificacion)]),
        departamento=departamento,
        municipio=municipio,
        simbolos=encima,
    )
    resultado = Resultado.derivar(
        para_llevar(datos),
        de=local if len(datos) else pais,
        nivel=local.nivel,
        parametros=local.parametros,
    )
    return Pintado(
        variable,
        metodo,
        resultado,
        clasificacion,
        histograma(pais.datos, variable, clasificacion, metodo)
        if variable.clase == "cantidad" and len(pais.datos)
        else None,
        dibujados - len(datos),
        mapa,
        encima,
        (*relato, que_dicen) if que_dicen else tuple(relato),
        que_dicen,
    )


def _con_lectura(
    datos: pd.DataFrame, variable: Variable, clasificacion: Clasificacion
) -> pd.DataFrame:
    """Los datos con lo que se lee de cada municipio y con su clase."""
    leidas = leer(datos, variable)
    return datos.assign(
        lectura=[leidas[codigo] for codigo in datos["municipio_codigo"]],
        clase=[
            clasificacion.clases[clasificacion.de_municipio[codigo]].rotulo
            for codigo in datos["municipio_codigo"]
        ],
    )


def _simbolos(
    preguntar: Preguntas,
    simbolo: Variable | None,
    pintada: Variable,
    pais: Resultado,
    clases: Clasificacion,
) -> tuple[pd.DataFrame | None, str]:
    """Los símbolos de todo el país y lo que dicen; sin ellos, nada."""
    if simbolo is None:
        return None, ""
    leidas = leer(pais.datos, pintada)
    datos = mover_puntos(valores(preguntar, simbolo).datos)
    if datos.empty:
        return None, ""
    colores = {c: clases.clases[n].color for c, n in clases.de_municipio.items()}
    encima = simbolos(datos, simbolo, leidas, pintada.sin_valor, colores)
    return encima, lectura(datos, simbolo)
