"""Qué tan buen índice permiten los valores: cada revisión con su cifra y lo que quiere decir."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tablero import formato
from tablero.calculo.ipt.adecuacion import bartlett, kaiser_meyer_olkin
from tablero.calculo.ipt.ejes import Ejes
from tablero.calculo.ipt.matriz import Matriz, Preparada
from tablero.calculo.ipt.puntaje import Arreglo, Ordenes, ordenar
from tablero.modelo.ipt import EstadoDiagnostico

KMO_ACEPTABLE = 0.6
P_QUE_SE_ESCRIBE = 0.001
SIGNIFICANCIA = 0.05
CORRELACION_ALTA = 0.9
VARIANZA_ACEPTABLE = 60.0
CONDICION_MAXIMA = 1e10
"""De ahí en adelante la matriz de correlaciones no se puede invertir sin perder las cifras."""
DOS = 2
SE_CALCULA_CON_OTROS = (
    "Un indicador se puede calcular con los otros: la matriz no se puede invertir."
)


@dataclass(frozen=True)
class Diagnostico:
    """Una revisión."""

    codigo: str
    titulo: str
    valor: float | None
    estado: EstadoDiagnostico
    explicacion: str


def cobertura(matriz: Matriz, preparada: Preparada) -> Iterator[Diagnostico]:
    """Municipios con puntaje, valores que faltan e indicadores que no entran."""
    todos, con = len(matriz.municipios), len(preparada.municipios)
    yield Diagnostico(
        "municipios",
        "Municipios con puntaje",
        con,
        "bien" if con == todos else "atención",
        f"{formato.numero(con)} de {formato.numero(todos)} municipios con valores; los demás "
        "quedan sin puntaje, y la lista dice qué les falta.",
    )
    for j, indicador in enumerate(matriz.indicadores):
        sin = int(np.isnan(matriz.valores[:, j]).sum())
        if indicador in preparada.por_fuera:
            yield Diagnostico(
                f"indicador_{indicador}_por_fuera",
                f"Indicador {indicador}: no entra al índice",
                todos - sin,
                "atención",
                f"{preparada.por_fuera[indicador]} El resultado es cuántos municipios lo tienen.",
            )
        elif sin:
            imputados = int(preparada.imputados[:, preparada.indicadores.index(indicador)].sum())
            que = (
                f"{formato.numero(imputados)} llevan la mediana de los demás, marcada."
                if imputados
                else "Esos municipios quedan sin puntaje."
            )
            yield Diagnostico(
                f"indicador_{indicador}_faltantes",
                f"Indicador {indicador}: municipios sin valor",
                sin,
                "atención",
                f"Falta en {formato.numero(sin)} de {formato.numero(todos)} municipios. {que}",
            )


def kmo(normalizados: Arreglo) -> tuple[float, Arreglo] | str:
    """El KMO del conjunto y el de cada indicador, o por qué no se puede calcular."""
    municipios, indicadores = normalizados.shape
    if indicadores < DOS:
        return "Hay un solo indicador: no hay correlaciones que medir."
    if municipios <= indicadores:
        return "Hay tantos indicadores como municipios, o más: la matriz no se puede invertir."
    with np.errstate(all="ignore"):  # lo que dé infinito o nada se dice aquí, con palabras
        correlaciones = np.asarray(np.corrcoef(normalizados, rowvar=False))
        if not np.linalg.cond(correlaciones) <= CONDICION_MAXIMA:
            return SE_CALCULA_CON_OTROS
        total, por_indicador = kaiser_meyer_olkin(correlaciones)
    if not (np.isfinite(total) and np.isfinite(por_indicador).all()):
        return "Los indicadores no tienen ninguna relación entre sí."
    return total, por_indicador


def pruebas(normalizados: Arreglo) -> Iterator[Diagnostico]:
    """KMO y esfericidad de Bartlett: si tiene sentido resumir estos indicadores en pocos ejes."""
    medido = kmo(normalizados)
    titulo_kmo = "Medida de Kaiser-Meyer-Olkin (KMO)"
    titulo_bartlett = "Prueba de esfericidad de Bartlett (valor p)"
    if isinstance(medido, str):
        yield Diagnostico("kmo", titulo_kmo, None, "no calculable", medido)
        yield Diagnostico("bartlett", titulo_bartlett, None, "no calculable", medido)
        return
    total, _ = medido
    lectura = (
        "se pueden resumir en pocos ejes" if total >= KMO_ACEPTABLE else "comparten poco entre sí"
    )
    yield Diagnostico(
        "kmo",
        titulo_kmo,
        total,
        "bien" if total >= KMO_ACEPTABLE else "atención",
        f"Va de 0 a 1; desde {formato.numero(KMO_ACEPTABLE, 1)} es aceptable. Los indicadores "
        f"{lectura}.",
    )
    correlaciones = np.asarray(np.corrcoef(normalizados, rowvar=False))
    estadistico, p = bartlett(correlaciones, len(normalizados))
    relacionados = p < SIGNIFICANCIA
    yield Diagnostico(
        "bartlett",
        titulo_bartlett,
        p,
        "bien" if relacionados else "atención",
        f"{'Valor p menor que 0,001. ' if p < P_QUE_SE_ESCRIBE else ''}"
        f"Ji cuadrado {formato.numero(estadistico, 1)}. "
        + (
            "Con menos de 0,05, los indicadores se relacionan entre sí: el análisis tiene sentido."
            if relacionados
            else "Con 0,05 o más, los indicadores podrían no relacionarse: los pesos dicen poco."
        ),
    )


def relaciones(preparada: Preparada, ejes: Ejes) -> Iterator[Diagnostico]:
    """Varianza explicada, pesos negativos y parejas de indicadores que casi repiten lo mismo."""
    explicada = float(ejes.varianza_pct[ejes.retenidos].sum())
    cuantos = formato.contar(int(ejes.retenidos.sum()), "eje", "ejes")
    yield Diagnostico(
        "varianza",
        "Varianza que explican los ejes usados",
        explicada,
        "bien" if explicada >= VARIANZA_ACEPTABLE else "atención",
        f"{cuantos} (autovalor mayor que 1) de {len(ejes.autovalores)} resumen el "
        f"{formato.porcentaje(explicada, 1)} de lo que distingue a los municipios; lo deseable es "
        f"{formato.porcentaje(VARIANZA_ACEPTABLE, 0)} o más.",
    )
    contrarios = [
        (orden, carga)
        for orden, carga, signo in zip(
            preparada.indicadores, ejes.cargas[:, 0], ejes.signos, strict=True
        )
        if signo < 0
    ]
    lista = formato.enumerar([f"el {o} (carga {formato.numero(c, 2)})" for o, c in contrarios])
    yield Diagnostico(
        "pesos_negativos",
        "Pesos negativos",
        len(contrarios),
        "atención" if contrarios else "bien",
        f"El primer eje mueve contra los demás a: {lista}. En el puntaje cuentan en la dirección "
        "declarada, con su peso sin signo; conviene revisar si esa dirección es la correcta."
        if contrarios
        else "Todos los indicadores se mueven, en el primer eje, en la dirección declarada.",
    )
    if len(preparada.indicadores) < DOS:
        yield Diagnostico(
            "un_indicador",
            "Un solo indicador",
            1,
            "atención",
            "El puntaje es ese indicador llevado a 0–100: no hay nada que ponderar.",
        )
        return
    correlaciones = np.atleast_2d(np.corrcoef(preparada.orientados, rowvar=False))
    for a, b in combinations(range(len(preparada.indicadores)), DOS):
        if abs(correlaciones[a, b]) > CORRELACION_ALTA:
            uno, otro = preparada.indicadores[a], preparada.indicadores[b]
            yield Diagnostico(
                f"correlacion_{uno}_{otro}",
                f"Indicadores {uno} y {otro}: correlación",
                float(correlaciones[a, b]),
                "atención",
                "Pasa de 0,9 (o de −0,9): dicen casi lo mismo, y juntos pesan doble.",
            )


def comparaciones(
    puntajes: Arreglo, ordenes: Mapping[str, Arreglo | None]
) -> Iterator[Diagnostico]:
    """Cuánto se parece el orden al que saldría de otra decisión (rho de Spearman).

    `ordenes` va de la otra decisión al puntaje con ella, `None` si no se puede calcular.
    """
    propio = ordenar(puntajes)
    for codigo, titulo in OTRAS.items():
        if codigo not in ordenes:
            continue
        otro = ordenes[codigo]
        rho = None if otro is None else spearman(propio, ordenar(otro))
        yield Diagnostico(
            codigo,
            titulo,
            rho,
            "no calculable" if rho is None else "bien" if rho > CORRELACION_ALTA else "atención",
            "Rho de Spearman entre los dos órdenes: 1 es el mismo orden, 0 ninguno. "
            + ("No se puede calcular." if rho is None else f"Aquí es {formato.numero(rho, 3)}."),
        )


OTRAS = {
    "orden_min_max": "El orden, con la normalización mínimo–máximo",
    "orden_con_signo": "El orden, si los pesos negativos restaran",
    "orden_pesos_iguales": "El orden, con todos los indicadores pesando igual",
}


def spearman(uno: Ordenes, otro: Ordenes) -> float | None:
    """La correlación entre dos órdenes; `None` con menos de tres, o si en uno todos empatan."""
    if len(uno) <= DOS or not np.ptp(uno) or not np.ptp(otro):
        return None
    return float(np.corrcoef(uno, otro)[0, 1])
