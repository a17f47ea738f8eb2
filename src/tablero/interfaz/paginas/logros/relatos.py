"""Lo que el informe de la política relata: su ficha, sus logros, sus aportes y sus enfoques."""

from html import escape

import pandas as pd
import streamlit as st

from tablero import formato, tema
from tablero.consultas import politica
from tablero.filas import Fila, filas_de
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.semaforo import columnas
from tablero.interfaz.piezas import enlaces, tarjeta
from tablero.respuestas.vista import PoliticaMirada

CIFRAS = (
    "sdp_logros_migrantes_atendidos",
    "sdp_logros_movilidad_personas",
    "sdp_logros_casa_de_todas_mujeres",
    "sdp_logros_casa_de_todas_atenciones",
    "sdp_abordaje_personas",
    "sdp_logros_actividades_socializacion",
    "sdp_logros_vivienda_beneficiados",
    "sdp_logros_vivienda_cupos",
)
REDONDEO = 0.5
"""El anexo imprime sin decimales: medio punto es lo que el redondeo puede mover."""
SOLO_REDONDEO = (
    "Aquí el PAHV lleva decimales y el Anexo 1 no: todas las diferencias caben en el redondeo."
)


@decir_fallas
def sin_informe(vista: PoliticaMirada) -> None:
    """Que ningún informe relata esta política; lo demás sería de otra."""
    st.info(
        f"Sin dato: ninguna fuente relata los logros de «{llano(vista.nombre)}». Lo que trae "
        "su libro de seguimiento está en las demás páginas de la política."
    )


def ficha(datos: pd.DataFrame) -> str:
    """La política en una frase por dato: nombre, decreto, vigencia y objetivo."""
    fila = datos.iloc[0]
    fecha = formato.fecha(fila["decreto_fecha"])
    vigencia = f"{fila['vigencia_desde_anio']}-{fila['vigencia_hasta_anio']}"
    return (
        f"<p><strong>{escape(fila['politica_nombre'])}</strong></p>"
        f"<p>La adoptó el {escape(fila['decreto'])} del {fecha} y rige en {vigencia}.</p>"
        f"<p><strong>Qué busca:</strong> {escape(fila['objetivo'])}</p>"
    )


def plegados(datos: pd.DataFrame) -> str:
    """Un renglón por hecho (`titulo`); al abrirlo, el detalle con sus cifras y quién lo hace."""
    return "".join(_hecho(fila) for fila in filas_de(datos))


def _hecho(fila: Fila) -> str:
    url = _vista(fila)
    partes = [f"<p>{enlaces.en_relato(fila['detalle'], url)}</p>"]
    entidad, producto = fila.get("entidad"), fila.get("producto_codigo")
    quien = []
    if isinstance(entidad, str):
        quien.append(f"A cargo de: {escape(entidad)}.")
        if impresa := nombres_de_entidad.impresa(fila):
            quien.append(f"{escape(impresa)}.")
    if isinstance(producto, str):
        quien.append(f"Producto {enlaces.producto(producto, url)}.")
    if quien:
        partes.append(f"<p>{' '.join(quien)}</p>")
    if isinstance(fila["cita"], str):
        partes.append(
            f'<p class="tb-aparte">En el informe: «{enlaces.en_relato(fila["cita"], url)}».</p>'
        )
    return (
        f'<details class="tb-hecho"><summary><strong>{escape(fila["titulo"])}</strong></summary>'
        f"<div>{''.join(partes)}</div></details>"
    )


def _vista(fila: Fila) -> enlaces.Url:
    """El corte del informe y, si la fila la dice, la política: lo que reproduce la hoja."""
    politica_codigo = fila.get("politica_codigo")
    de_la_politica = (("politica", politica_codigo),) if politica_codigo else ()
    return (*de_la_politica, ("corte", fila["corte_fecha"].isoformat()))


@decir_fallas
def productos_por_revisar(vista: PoliticaMirada) -> None:
    """Los productos de «Acciones para mejorar», con el PAHV que allí lleva decimales."""
    respuesta = preguntar(politica.acciones_mejora, politica=vista.politica)
    if respuesta.esta_vacio:
        return
    tarjeta.tabla(
        respuesta,
        _titulo_por_revisar(respuesta.datos),
        "acciones_mejora",
        columnas=columnas.ACCIONES_MEJORA,
    )
    if respuesta.datos["pahv_diferencia_pp"].abs().max() <= REDONDEO:
        st.html(f'<p class="tb-nota">{SOLO_REDONDEO}</p>')


def _titulo_por_revisar(datos: pd.DataFrame) -> str:
    """«De 17 productos por revisar, 3 en alto y 14 en sobreejecución»."""
    conteo = datos["semaforo"].value_counts()
    partes = [
        f"{conteo[clave]} en {estado.en_frase}"
        for clave, estado in tema.SEMAFORO.items()
        if clave in conteo
    ]
    revisar = formato.contar(len(datos), "producto", "productos")
    return f"De {revisar} por revisar, {formato.enumerar(partes)}"
