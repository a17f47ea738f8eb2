"""Qué significa cada estado del semáforo, con los rangos con que se calcula."""

import streamlit as st

from tablero import formato
from tablero.calculo.semaforo import Rangos, rangos_de
from tablero.consultas import listas, politica
from tablero.interfaz import bloques, tarjeta
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.tabla_html import etiqueta

DEFINICIONES = "politica_definiciones"
COLUMNAS = ("semaforo", "desde_pct", "hasta_pct", "texto", "nota")


def rangos() -> None:
    """La leyenda: cada estado con su color, su forma, su palabra y su rango, y de dónde salen."""
    respuesta = preguntar(politica.rangos)
    elementos = "".join(
        f"<li>{etiqueta(estado)} {rango}</li>" for estado, rango in _rangos(vigentes()).items()
    )
    st.html(
        '<p class="tb-nota">El color de un producto es el de su avance hasta la vigencia (PAHV): '
        "todo lo hecho frente a todo lo programado hasta hoy. 100 % es ir justo a tiempo.</p>"
        f'<ul class="tb-leyenda">{elementos}</ul>'
    )
    if not respuesta.esta_vacio:
        with st.expander("De dónde salen estos rangos"):
            tarjeta.tabla(respuesta, "Rangos del semáforo", "semaforo_rangos", columnas=COLUMNAS)


def vigentes() -> Rangos:
    """Los rangos de la tabla de configuración; si no está, los publicados."""
    datos = preguntar(politica.rangos).datos
    filas = datos.astype(object).where(datos.notna(), None).to_dict("records")
    return rangos_de({str(c): v for c, v in fila.items()} | {"orden": lugar} for lugar, fila in enumerate(filas))


def definiciones() -> None:
    """Las definiciones del informe, plegadas."""
    with st.expander("Qué significan PAV, PAHV, PAA, trayectoria y brecha"):
        tarjeta.bloque(
            preguntar(listas.enunciados, listas=(DEFINICIONES,)),
            "Definiciones del informe",
            DEFINICIONES,
            bloques.lista,
        )


def _rangos(rangos: Rangos) -> dict[str, str]:
    bajo, medio, alto = (
        formato.porcentaje(limite, _decimales(limite))
        for limite in (rangos.bajo, rangos.medio, rangos.alto)
    )
    return {
        "bajo": f"hasta {bajo}",
        "medio": f"más de {bajo} y hasta {medio}",
        "alto": f"más de {medio} y hasta {alto}",
        "sobre-ejecución": f"más de {alto}",
        "sin dato": "la fuente no da su porcentaje",
        "sin iniciar": "todavía no debía reportar",
        "no vigente": "salió de la política",
    }


def _decimales(limite: float) -> int:
    return 0 if limite.is_integer() else 2
