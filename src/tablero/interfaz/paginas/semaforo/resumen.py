"""Cómo va la política, en cuatro tarjetas: lo publicado en grande y lo calculado al lado."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.calculo.seguimiento.hallazgos.pesos import NO_SUMAN, POR_LEER
from tablero.consultas import hallazgos, listas, politica
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.graficos.politica import avance as politica_avance
from tablero.graficos.politica import semaforo as distribucion
from tablero.interfaz import filtros
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.semaforo import columnas
from tablero.interfaz.piezas import tarjeta
from tablero.modelo.fuera import Fuera
from tablero.respuestas.vista import PoliticaMirada

PROSA = ("sdp_trayectoria_prosa",)


@decir_fallas
def tarjetas(vista: PoliticaMirada) -> None:
    """Avance, trayectoria y brecha; y la trayectoria que el texto del informe da distinta.

    Lo publicado en grande y lo calculado al lado; donde nada se publica, lo calculado.
    """
    corte = preguntar(politica.corte, **vista.consulta)
    if corte.fila["avance_pct"] is None:
        _calculadas(corte)
        return
    avance, trayectoria, brecha, prosa = st.columns(4)
    with avance:
        tarjeta.cifra(corte, "Avance, publicado", "avance_pct", formato.porcentaje, nota=_calculado)
    with trayectoria:
        tarjeta.cifra(
            corte,
            "Trayectoria (lo que debía llevar), publicada",
            "trayectoria_pct",
            formato.porcentaje,
            nota=_calculada,
        )
    with brecha:
        tarjeta.cifra(corte, "Brecha, publicada", "brecha_pp", formato.puntos, nota=_brecha)
    with prosa:
        tarjeta.cifra(
            preguntar(listas.cifras, codigos=PROSA),
            "Otra trayectoria, en el texto del informe",
            "valor",
            formato.porcentaje,
            nota=partial(_prosa, corte=corte.fila),
        )


@decir_fallas
def avance_y_trayectoria(vista: PoliticaMirada) -> None:
    """Lo que lleva contra lo que debía; nada si ninguno de sus productos entra en la suma."""
    corte = preguntar(politica.corte, **vista.consulta)
    if corte.fila["avance_mostrado_pct"] is not None:
        tarjeta.grafico(
            corte,
            politica_avance.politica,
            "politica_avance",
            columnas=columnas.CORTE,
        )


@decir_fallas
def ponderaciones(vista: PoliticaMirada) -> None:
    """Avisa si las ponderaciones del libro no suman lo que deben, o si no se sabe."""
    datos = pesos_que_no_suman(vista.politica, vista.corte)
    if datos.empty:
        return
    de_todo = datos["producto_codigo"].isna()
    dichos = [f"{m[:1].upper()}{m[1:]}" for m in datos.loc[de_todo, "mensaje"]]
    if resultados := int((~de_todo).sum()):
        cuantos = formato.contar(resultados, "resultado no pesa", "resultados no pesan")
        dichos.append(f"{cuantos} lo que suman sus productos.")
    decir.advertir(
        f"{' '.join(dichos)} Las cifras se calculan con los pesos que trae el libro, sin "
        "reescalarlos."
    )
    menu.enlace(
        menu.HALLAZGOS,
        "Ver dónde, en Hallazgos →",
        filtros.leer(),
        {**vista.url, "regla": str(datos["regla"].iloc[0])},
    )


def pesos_que_no_suman(politica_codigo: str, corte: date) -> pd.DataFrame:
    """Los hallazgos de ponderaciones de ese corte; los de toda la política no llevan código."""
    de_cada = [
        preguntar(
            hallazgos.lista,
            politica=politica_codigo,
            corte=corte,
            **dict.fromkeys(("severidad", "entidad", "objetivo", "producto")),
            regla=regla.value,
        ).datos
        for regla in (NO_SUMAN, POR_LEER)
    ]
    return pd.concat([d for d in de_cada if len(d)] or de_cada[:1], ignore_index=True)


@decir_fallas
def distribucion_publicada(vista: PoliticaMirada) -> None:
    """La distribución del semáforo que publica el informe, si es de este corte."""
    respuesta = preguntar(politica.semaforo_contrastado, **vista.consulta)
    if respuesta.datos["publicado_productos_pct"].notna().any():
        tarjeta.grafico(
            respuesta,
            distribucion.distribuciones,
            "semaforo_contrastado",
            columnas=columnas.DISTRIBUCIONES,
        )


@decir_fallas
def sectores_publicados(vista: PoliticaMirada) -> None:
    """Los sectores que cuenta la prosa del informe, si es de este corte."""
    respuesta = preguntar(politica.sectores, **vista.consulta)
    if not respuesta.esta_vacio:
        tarjeta.grafico(respuesta, distribucion.sectores, "sectores", columnas=columnas.SECTORES)


def _calculadas(corte: Resultado) -> None:
    """Las tres cifras que salen del libro: de este corte ninguna fuente publica el total."""
    tarjetas = (
        ("Avance, calculado", "avance_calculado_pct", formato.porcentaje, _sin_publicar),
        (
            "Trayectoria (lo que debía llevar), calculada",
            "trayectoria_calculada_pct",
            formato.porcentaje,
            _sin_publicar,
        ),
        ("Brecha, calculada", "brecha_calculada_pp", formato.puntos, _sentido),
    )
    for lugar, (etiqueta, columna, escribir, nota) in zip(st.columns(3), tarjetas, strict=True):
        with lugar:
            tarjeta.cifra(corte, etiqueta, columna, escribir, nota=nota)


def _fuera(fila: Fila) -> str:
    cuenta = Fuera.de_fila(fila).cuenta
    return f" Fuera de la suma: {cuenta}." if cuenta else ""


def _menos(valor: float | None) -> float | None:
    return None if valor is None else -valor


def _sin_publicar(fila: Fila) -> str:
    return (
        f"Con el libro oficial ({fila['formula_version']}).{_fuera(fila)} Publicado: "
        f"{formato.SIN_DATO}."
    )


def _sentido(fila: Fila) -> str:
    brecha = fila["brecha_calculada_pp"]
    sentido = formato.SIN_DATO if brecha is None else "retraso" if brecha < 0 else "adelanto"
    resta = (fila["avance_calculado_pct"], _menos(fila["trayectoria_calculada_pct"]))
    return (
        f"Avance menos trayectoria: {sentido}{formato.por_redondeo(resta, brecha)}.{_fuera(fila)} "
        f"Publicada: {formato.SIN_DATO}."
    )


def _calculado(fila: Fila) -> str:
    return f"Calculado con sus productos: {formato.porcentaje(fila['avance_calculado_pct'])}."


def _calculada(fila: Fila) -> str:
    return f"La del gráfico 1. Calculada: {formato.porcentaje(fila['trayectoria_calculada_pct'])}."


def _brecha(fila: Fila) -> str:
    sentido = "retraso" if fila["brecha_pp"] < 0 else "adelanto"
    return (
        f"Avance menos trayectoria: {sentido}. Calculada: "
        f"{formato.puntos(fila['brecha_calculada_pp'])}"
    )


def _prosa(fila: Fila, corte: Fila) -> str:
    """Con esa trayectoria la brecha sería otra que la que el mismo texto escribe."""
    brecha = formato.puntos(corte["avance_pct"] - fila["valor"])
    return (
        f"«{fila['cita']}». Con ella la brecha sería {brecha} y no la publicada, que es la del "
        "gráfico."
    )
