"""Qué significa cada estado del semáforo, con los rangos con que se calcula."""

import streamlit as st

from tablero import formato
from tablero.calculo.semaforo import LIMITE_ALTO, LIMITE_BAJO, LIMITE_MEDIO
from tablero.consultas import listas
from tablero.interfaz import bloques, tarjeta
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.tabla_html import etiqueta

DEFINICIONES = "politica_definiciones"


def rangos() -> None:
    """La leyenda: cada estado con su color, su forma, su palabra y su rango."""
    elementos = "".join(
        f"<li>{etiqueta(estado)} {rango}</li>" for estado, rango in _rangos().items()
    )
    st.html(
        '<p class="tb-nota">El color de un producto es el de su avance hasta la vigencia (PAHV): '
        "todo lo hecho frente a todo lo programado hasta hoy. 100 % es ir justo a tiempo.</p>"
        f'<ul class="tb-leyenda">{elementos}</ul>'
    )


def definiciones() -> None:
    """Las definiciones del informe, plegadas."""
    with st.expander("Qué significan PAV, PAHV, PAA, trayectoria y brecha"):
        tarjeta.bloque(
            preguntar(listas.enunciados, listas=(DEFINICIONES,)),
            "Definiciones del informe",
            DEFINICIONES,
            bloques.lista,
        )


def _rangos() -> dict[str, str]:
    bajo, medio, alto = (
        formato.porcentaje(limite, 0) for limite in (LIMITE_BAJO, LIMITE_MEDIO, LIMITE_ALTO)
    )
    return {
        "bajo": f"hasta {bajo}",
        "medio": f"más de {bajo} y hasta {medio}",
        "alto": f"más de {medio} y hasta {alto}",
        "sobre-ejecución": f"más de {alto}",
        "sin dato": "la fuente no publica su porcentaje",
    }
