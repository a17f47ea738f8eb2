"""«¿Qué tan al día?»: cada fuente, su último corte, cuánto hace de él y qué se espera.

Todo se dice del día en que se dibuja, y ningún archivo lo lleva: el CSV de aquí trae los cortes.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from tablero import formato, reloj, tema
from tablero.consultas.base import FuenteCitada, Resultado
from tablero.interfaz.marco.estilo import clase_de
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.piezas.marcado import NADA, Marcado, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.modelo.documentos import sigla
from tablero.respuestas.antiguedad import SIN_MAS, SIN_PERIODICIDAD, FuenteMirada, mirar, vigentes

TITULO = "¿Qué tan al día?"
DE_TODAS = "Hasta cuándo llegan los datos"
SIN = "sin periodicidad"


@decir_fallas
def franja(resultado: Resultado) -> None:
    """La franja de la portada, con las fuentes de esa respuesta."""
    st.html(html(resultado.fuentes, reloj.hoy()))


def html(fuentes: Iterable[FuenteCitada], hoy: date) -> Marcado:
    """La franja: una celda por fuente que dice cada cuánto publica, y una con las demás."""
    miradas = vigentes(fuentes, hoy)
    con = [m for m in miradas if m.estado != SIN]
    sin = [m for m in miradas if m.estado == SIN]
    return unir(
        Marcado(f'<section class="tb-al-dia" aria-label="{marcar(TITULO)}"><div>'),
        Marcado(f"<h2>{marcar(TITULO)}</h2><small>"),
        f"Hoy, {formato.fecha(hoy)}",
        Marcado("</small></div><ul>"),
        *map(_celda, con),
        _las_demas(sin),
        Marcado("</ul></section>"),
    )


@decir_fallas
def tabla(resultado: Resultado) -> None:
    """Todas las fuentes, con lo que cada una dice de cada cuánto publica y dónde lo dice."""
    tarjeta.bloque(
        resultado,
        DE_TODAS,
        "fuentes",
        _tabla,
        fuentes=resultado.fuentes,
        hoy=reloj.hoy(),
    )


def insignia(mirada: FuenteMirada) -> Marcado:
    """El estado de una fuente, con su forma y su palabra."""
    como = tema.VIGENCIA[mirada.estado]
    return Marcado(
        f'<span class="tb-estado {clase_de(mirada.estado)}"><span aria-hidden="true">'
        f"{como.simbolo}</span> {como.palabra}</span>"
    )


def _celda(mirada: FuenteMirada) -> Marcado:
    return unir(
        Marcado("<li><p>"),
        negrita(mirada.sigla),
        " ",
        insignia(mirada),
        Marcado(" </p><p>"),
        negrita(mirada.edad.capitalize()),
        Marcado(" </p><p><small>"),
        f"Corte: {mirada.corte}",
        Marcado("</small> </p><p>"),
        _lo_que_sigue(mirada),
        Marcado("</p></li>"),
    )


def _lo_que_sigue(mirada: FuenteMirada) -> str:
    """«Se esperaba junio de 2025 y 2 más» o «Sigue: junio de 2027»."""
    faltan, proximo = mirada.de.faltan, mirada.de.proximo
    if faltan:
        otros = f" y {len(faltan) - 1} más" if len(faltan) > 1 else ""
        return f"Se esperaba {formato.mes(faltan[0])}{otros}"
    return f"Sigue: {formato.mes(proximo)}" if proximo else ""


def _las_demas(miradas: Sequence[FuenteMirada]) -> Marcado:
    if not miradas:
        return NADA
    renglones = unir(
        *(
            unir(
                Marcado("<li>"),
                negrita(m.sigla),
                f" {m.edad} ",
                Marcado("<small>("),
                _corte_corto(m),
                Marcado(")</small></li>"),
            )
            for m in miradas
        )
    )
    return unir(
        Marcado('<li class="tb-varias"><p>'),
        insignia(miradas[0]),
        " publicada",
        Marcado("</p><ul>"),
        renglones,
        Marcado("</ul></li>"),
    )


def _corte_corto(mirada: FuenteMirada) -> str:
    """El corte como está impreso, o su fecha si lo impreso no dice el año."""
    texto, dia = mirada.fuente.corte_texto, mirada.fuente.corte_fecha
    return texto if str(dia.year) in texto else formato.fecha(dia)


def _tabla(_datos: pd.DataFrame, *, fuentes: tuple[FuenteCitada, ...], hoy: date) -> str:
    vistas = {m.fuente.fuente_codigo for m in vigentes(fuentes, hoy)}
    miradas = sorted(
        (mirar(f, hoy) for f in fuentes),
        key=lambda m: (m.fuente.fuente_codigo not in vistas, m.de.dias),
    )
    return escribir(DE_TODAS, COLUMNAS, miradas, clase=APILABLE)


def _documento(mirada: FuenteMirada) -> Marcado:
    return unir(mirada.fuente.titulo, debajo(mirada.fuente.entidad))


def _corte_y_edad(mirada: FuenteMirada) -> Marcado:
    return unir(mirada.corte, debajo(mirada.edad))


def _cada_cuanto(mirada: FuenteMirada) -> Marcado:
    cada_cuanto = mirada.fuente.cada_cuanto
    if cada_cuanto is None:
        return marcar(SIN_PERIODICIDAD)
    return unir(cada_cuanto.periodicidad, debajo(f"«{cada_cuanto.cita}» ({cada_cuanto.ubicacion})"))


def _que_se_espera(mirada: FuenteMirada) -> str:
    """Los cortes que faltan y, debajo, el que sigue."""
    if mirada.hay_otra is not None:
        return f"Hay un corte más reciente: {formato.fecha(mirada.hay_otra)}"
    proximo = mirada.de.proximo
    sigue = f"Sigue {formato.mes(proximo)}" if proximo else ""
    if mirada.faltantes:
        verbo = "Falta" if len(mirada.de.faltan) == 1 else "Faltan"
        return unir(f"{verbo} {mirada.faltantes}", debajo(sigue))
    if mirada.fuente.cada_cuanto is None:
        return "No se sabe"
    return sigue or SIN_MAS.capitalize()


def _estado(mirada: FuenteMirada) -> Marcado:
    return marcar("reemplazada") if mirada.hay_otra is not None else insignia(mirada)


COLUMNAS: tuple[Columna[FuenteMirada], ...] = (
    Columna("Fuente", lambda m: sigla(m.fuente.fuente_codigo), es_titulo=True),
    Columna("Documento", _documento, "l"),
    Columna("Último corte", _corte_y_edad, rotulo="Último corte"),
    Columna("Estado", _estado, rotulo="Estado"),
    Columna("Qué se espera", _que_se_espera, "l", rotulo="Qué se espera"),
    Columna("Cada cuánto publica", _cada_cuanto, rotulo="Cada cuánto publica"),
)
