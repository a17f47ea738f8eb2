"""Qué significa cada estado del semáforo, con los rangos con que se calcula."""

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.calculo.semaforo import Rangos
from tablero.consultas import listas, politica
from tablero.filas import Fila, filas_de
from tablero.interfaz.marco.conexion import preguntar, responder
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import bloques, procedencia, tarjeta
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import Marcado, debajo, unir
from tablero.interfaz.piezas.tabla import Columna, escribir
from tablero.respuestas import rangos as rangos_vigentes

DEFINICIONES = "politica_definiciones"


@decir_fallas
def rangos() -> None:
    """La leyenda: cada estado con su color, su forma, su palabra y su rango, y de dónde salen."""
    respuesta = preguntar(politica.rangos)
    vigentes = _rangos(responder(rangos_vigentes.vigentes))
    elementos = "".join(f"<li>{etiqueta(e)} {rango}</li>" for e, rango in vigentes.items())
    st.html(
        '<p class="tb-nota">El color de un producto es el de su avance hasta la vigencia (PAHV): '
        "todo lo hecho frente a todo lo programado hasta hoy. 100 % es ir justo a tiempo.</p>"
        f'<ul class="tb-leyenda">{elementos}</ul>'
    )
    if not respuesta.esta_vacio:
        procedencia.dibujar(respuesta)


@decir_fallas
def de_donde_salen() -> None:
    """Las palabras de la fuente para cada rango, plegadas."""
    respuesta = preguntar(politica.rangos)
    if respuesta.esta_vacio:
        return
    with st.expander("De dónde salen estos rangos y cómo se cambian"):
        tarjeta.bloque(respuesta, "Rangos del semáforo", "semaforo_rangos", tabla)
        st.html(
            '<p class="tb-nota">Quien administra el tablero puede cambiarlos si la fuente los '
            "cambia; entonces cambian los colores de todas las páginas.</p>"
        )


def tabla(datos: pd.DataFrame) -> str:
    """El HTML de la tabla de configuración: el rango que se usa y las palabras de la fuente."""
    rangos = _rangos(rangos_vigentes.de_la_tabla(datos))
    columnas = (
        Columna[Fila]("Estado", lambda f: etiqueta(f["semaforo"])),
        Columna[Fila]("Rango en el tablero", lambda f: rangos[f["semaforo"]]),
        Columna[Fila]("Como lo dice la fuente", _de_la_fuente),
        Columna[Fila]("Nota", lambda f: f["nota"] or ""),
    )
    return escribir("Rangos del semáforo", columnas, filas_de(datos), fija=True)


@decir_fallas
def definiciones() -> None:
    """Las definiciones del informe, plegadas."""
    with st.expander("Qué significan PAV, PAHV, PAA, trayectoria y brecha"):
        tarjeta.bloque(
            preguntar(listas.enunciados, listas=(DEFINICIONES,)),
            "Definiciones del informe",
            DEFINICIONES,
            bloques.lista,
        )


def _de_la_fuente(fila: Fila) -> Marcado:
    cita = fila["cita"]
    return unir(fila["texto"], debajo(f"«{cita}»" if cita else ""))


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
        "sin dato": "no hay con qué saber su porcentaje",
        "sin iniciar": "todavía no debía reportar",
        "no vigente": "salió de la política",
    }


def _decimales(limite: float) -> int:
    return 0 if limite.is_integer() else 2
