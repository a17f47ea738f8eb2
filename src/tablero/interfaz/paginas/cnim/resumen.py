"""Lo que es propio de la página del plan de la CNIM."""

import streamlit as st

from tablero import formato
from tablero.consultas import cnim, inicio, listas
from tablero.filas import Fila
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import bloques, tarjeta
from tablero.respuestas import frases

NNA = "NNA: niñas, niños y adolescentes."
DINERO_Y_PERSONAS = (
    "cnim_centros_inversion_cop",
    "cnim_transferencias_asignadas_cop",
    "cnim_personas_atendidas",
)
DERECHOS_HUMANOS = (
    "cnim_difusion_socializaciones",
    "cnim_difusion_entidades",
    "cnim_difusion_asistentes",
    "cnim_sensibilizacion_actividades",
    "cnim_sensibilizacion_asistentes",
)
ASISTENCIA_TECNICA = ("cnim_asistencias_mesa_buenaventura", "cnim_asistencias_centro_bogota_soacha")


@decir_fallas
def como_va(_filtros: Filtros) -> None:
    """El avance publicado y, al lado, de cuántas acciones y tareas se habla."""
    avance, acciones, tareas = st.columns(3)
    respuesta = preguntar(cnim.resumen)
    with avance:
        tarjeta.cifra(
            preguntar(inicio.plan_cnim),
            "Avance total del plan, publicado",
            "avance_pct",
            frases.un_decimal,
            nota="El informe no publica de qué se compone: no se puede calcular.",
        )
    with acciones:
        tarjeta.cifra(respuesta, "Acciones del plan", "acciones", formato.numero, nota=_acciones)
    with tareas:
        tarjeta.cifra(respuesta, "Tareas publicadas", "tareas", formato.numero, nota=_tareas)
    tarjeta.bloque(
        preguntar(listas.enunciados, listas=("cnim_plan",)),
        "Para qué es el plan",
        "cnim_plan",
        bloques.lista,
    )


def _acciones(fila: Fila) -> str:
    con_avance = fila["acciones"] - fila["acciones_sin_avance"]
    sin_avance = formato.contar(fila["acciones_sin_avance"], "acción", "acciones")
    return f"{con_avance} con algún reporte; de {sin_avance} «no se presenta avance»."


def _tareas(fila: Fila) -> str:
    sin_tareas = formato.contar(fila["acciones_sin_tareas"], "acción", "acciones")
    return f"De {sin_tareas} no se publican tareas. El avance de cada tarea no se publica."
