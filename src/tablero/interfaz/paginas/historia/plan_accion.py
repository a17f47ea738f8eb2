"""El plan de acción de una política: a dónde debe llegar, qué cambió de él y qué ajustes hubo."""

import streamlit as st

from tablero import formato
from tablero.calculo.seguimiento.hallazgos.pesos import TOLERANCIA, TOTAL
from tablero.consultas import ajustes, plan
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.graficos import plan as graficos
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import plegada, tarjeta
from tablero.respuestas.vista import PoliticaMirada

SIN_PLAN = (
    "Sin dato: el plan de acción de esta política, que trae las metas de todos los años hasta el "
    "final, no está cargado.  \nEntregue el libro de la Secretaría Distrital de Planeación (su "
    "nombre empieza por «PA_» y termina en la versión) a quien administra el tablero."
)
"""Qué falta y a quién se le entrega, en dos renglones."""
SIN_AJUSTES = (
    "Sin dato: el registro de ajustes no trae ninguno de esta política, y de sus cambios no se "
    "sabe qué acto los explica.  \nEntregue los actos que aprobaron cada cambio a quien administra "
    "el tablero, que los escribe en la plantilla «ajustes»."
)
TRAYECTORIA = (
    *("dia_fecha", "trayectoria_plan_pct", "avance_pct", "avance_nivel"),
    *("productos_sin_dato", "ponderacion_sin_dato_pct"),
)
DIFERENCIAS = ("donde", "producto_codigo", "producto_nombre", "ponderacion_pct", "entidad_nombre")
CAMBIOS = (
    *("version_codigo", "clase", "indicador_codigo", "indicador_nombre", "dato"),
    *("antes", "despues", "acto"),
)
AJUSTES = ("ajuste_fecha", "acto", "producto_codigo", "que", "anio", "trimestre", "de", "a", "nota")
HALLAZGOS = ("severidad", "indicador_codigo", "mensaje", "que_hacer", "celda")


@decir_fallas
def dibujar(vista: PoliticaMirada) -> None:
    """La trayectoria hasta el final, lo que el plan y el corte no comparten, y lo que cambió."""
    version = preguntar(plan.vigente, **vista.consulta)
    if version.esta_vacio:
        st.info(SIN_PLAN)
    else:
        _version(version)
        _trayectoria(vista, version)
        _diferencias(vista, version)
        _cambios(vista)
        _hallazgos(vista)
    _ajustes(vista)


def decir_version(fila: Fila) -> str:
    """Qué versión vale en el corte, desde cuándo rige y si eso se supone."""
    desde = f"rige desde el {formato.fecha(fila['desde_fecha'])}"
    if fila["es_desde_supuesta"]:
        desde = f"se supone que rige desde {fila['desde_fecha'].year}: su nombre solo dice el año"
    dicho = f"Versión {fila['version_numero']} de {fila['version_anio']} del plan; {desde}."
    if fila["es_posterior"]:
        dicho += (
            " Es posterior a este corte: sirve para mirar hacia adelante, y el corte no se revisa "
            "contra ella."
        )
    return dicho


def sin_codigo(version: Fila) -> str:
    """Lo que hay que decir antes de dar por ausente a alguien del plan."""
    cuantas = version["filas_sin_codigo"]
    if not cuantas:
        return ""
    filas = formato.contar(cuantas, "fila", "filas")
    return f"; el plan trae además {filas} cuyo código no se lee"


def _version(version: Resultado) -> None:
    """Cuál es, y si sus ponderaciones no suman lo que deben."""
    st.caption(llano(decir_version(version.fila)))
    suma = version.fila["ponderacion_pct"]
    if abs(suma - TOTAL) > TOLERANCIA:
        decir.advertir(
            f"Los pesos de los productos vigentes del plan suman "
            f"{formato.porcentaje(suma)} y deben sumar {formato.porcentaje(TOTAL, 0)}: su "
            "trayectoria se calcula con ellos, sin reescalarlos."
        )


def _trayectoria(vista: PoliticaMirada, version: Resultado) -> None:
    codigo = version.fila["version_codigo"]
    tarjeta.grafico(
        preguntar(plan.trayectoria, **vista.consulta),
        graficos.trayectoria,
        "trayectoria_del_plan",
        columnas=TRAYECTORIA,
        otros_filtros=(*vista.palabras, codigo),
        corte=vista.corte,
        version=codigo,
    )


def _diferencias(vista: PoliticaMirada, version: Resultado) -> None:
    """Los productos que están en uno y no en el otro; que sean los mismos también se dice."""
    respuesta = preguntar(plan.diferencias, **vista.consulta)
    codigo = version.fila["version_codigo"]
    if respuesta.esta_vacio:
        duda = sin_codigo(version.fila)
        decir.frase(f"El plan {codigo} y el corte tienen los mismos productos{duda}.")
        return
    conteo = respuesta.datos["donde"].value_counts()
    partes = [
        f"{formato.contar(int(conteo[donde]), 'producto', 'productos')} {donde}"
        for donde in ("solo en el plan", "solo en el corte")
        if donde in conteo
    ]
    tarjeta.tabla(
        respuesta,
        f"El plan {codigo} y el corte no tienen los mismos productos: {formato.enumerar(partes)}"
        f"{sin_codigo(version.fila)}",
        "plan_y_corte",
        columnas=DIFERENCIAS,
        otros_filtros=(*vista.palabras, codigo),
    )


def _cambios(vista: PoliticaMirada) -> None:
    respuesta = preguntar(plan.cambios, politica=vista.politica)
    if not respuesta.esta_vacio:
        cuantos = formato.contar(len(respuesta.datos), "cambio", "cambios")
        plegada.tabla(
            respuesta,
            f"Lo que cambió de una versión a otra: {cuantos}",
            "cambios_del_plan",
            CAMBIOS,
            vista,
        )


def _hallazgos(vista: PoliticaMirada) -> None:
    respuesta = preguntar(plan.hallazgos, **vista.consulta)
    if not respuesta.esta_vacio:
        cuantos = formato.contar(len(respuesta.datos), "cosa", "cosas")
        plegada.tabla(
            respuesta,
            f"Lo que hay que revisar en el plan: {cuantos}",
            "hallazgos_del_plan",
            HALLAZGOS,
            vista,
        )


def _ajustes(vista: PoliticaMirada) -> None:
    respuesta = preguntar(ajustes.lista, politica=vista.politica, codigo=None)
    if respuesta.esta_vacio:
        st.caption(SIN_AJUSTES)
    else:
        cuantos = formato.contar(len(respuesta.datos), "ajuste aprobado", "ajustes aprobados")
        plegada.tabla(respuesta, f"Los ajustes del registro: {cuantos}", "ajustes", AJUSTES, vista)
