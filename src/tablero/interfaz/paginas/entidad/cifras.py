"""Las cuatro cifras de una entidad que se leen de lejos."""

import streamlit as st

from tablero import formato
from tablero.filas import Fila
from tablero.interfaz.piezas import tarjeta
from tablero.respuestas.entidad import palabras
from tablero.respuestas.entidad.hoja import HojaDeEntidad

SIN_LIBRO = "De este corte no hay libro oficial: no hay celdas que revisar."


def dibujar(hoja: HojaDeEntidad) -> None:
    """Las cuatro que se leen de lejos."""
    tarjetas = (
        ("Productos", "productos", formato.numero, _situaciones),
        ("Peso en la política", "ponderacion_pct", palabras.porcentaje, _vigentes),
        ("Aporte a la brecha", "brecha_aporte_pp", formato.puntos, _brecha),
        ("Hallazgos por revisar", "hallazgos", formato.numero, _hallazgos),
    )
    for lugar, (etiqueta, columna, escribir, nota) in zip(st.columns(4), tarjetas, strict=True):
        with lugar:
            tarjeta.cifra(hoja.propia, etiqueta, columna, escribir, nota=nota)


def _situaciones(fila: Fila) -> str:
    frases = (palabras.situaciones(fila), palabras.oracion(palabras.alcance(fila)))
    return " ".join(f"{frase}." for frase in frases if frase)


def _vigentes(fila: Fila) -> str:
    sin_contar = []
    if fila["productos_no_vigentes"]:
        sin_contar.append("lo que ya no está vigente")
    if sin_peso := palabras.fuera(fila).sin_peso:
        cuantos = formato.contar(sin_peso, "producto", "productos")
        sin_contar.append(f"{cuantos} sin peso legible")
    if not sin_contar and not fila["entidad"]:
        return "Lo que pesan los productos de los que la fuente no dice quién responde."
    if not sin_contar and palabras.de_los_nombrados(fila):
        return "Lo que pesan los productos que la fuente le nombra."
    if not sin_contar:
        return "La parte de la política que está a su cargo."
    return f"Sin contar {formato.enumerar(sin_contar)}."


def _brecha(fila: Fila) -> str:
    politica = (
        f"La de la política: {formato.puntos(fila['politica_brecha_pp'])} Negativa es retraso."
    )
    cuenta = palabras.fuera(fila).cuenta
    return f"{politica} Fuera de la suma: {cuenta}." if cuenta else politica


def _hallazgos(fila: Fila) -> str:
    if fila["hallazgos"] is None:
        return SIN_LIBRO
    errores = formato.contar(fila["errores"], "error", "errores")
    return f"{errores} y {formato.contar(fila['advertencias'], 'advertencia', 'advertencias')}."
