"""Lo que la página de transferencias dice con palabras: tarjetas y explicaciones."""

from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import transferencias
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import tarjeta

PALABRAS = """\
**Girado.** El dinero salió del Ministerio de Salud y Protección Social hacia la Empresa Social del
Estado (E.S.E., el hospital o la red pública de salud del municipio), que lo ejecuta. Girado no es
gastado: el informe no dice cuánto se ejecutó.

**Desistido.** El municipio estaba en la lista, con su valor, y renunció. El informe lo dice así:
«Desistieron del proceso de transferencias de recursos». Ese dinero no está en el territorio: se
muestra aparte y no suma en lo girado.

**Parte de lo girado en el país.** El valor del municipio entre la suma de lo girado a todos, sin
los que desistieron.
"""
LEYENDA_DEL_MAPA = (
    "El número de cada círculo son millones de pesos. Gris y con ✕: el municipio desistió. Toque "
    "un círculo para ver su cifra."
)


@decir_fallas
def tarjetas(suma: Resultado, filtros: Filtros) -> None:
    """Lo publicado y, si la lista nombra al territorio, lo suyo; `suma` es la de sus municipios."""
    publicado, asignado, girado, desistido = st.columns(4)
    with publicado:
        tarjeta.cifra(
            preguntar(transferencias.publicado),
            "Asignado en todo el país, publicado",
            "asignado_cop",
            partial(formato.millones, decimales=0),
            nota=partial(_nota_del_publicado, suma.fila),
            destino=menu.CONCILIACION,
            filtros=filtros,
        )
    if not suma.fila["municipios"]:
        return
    with asignado:
        tarjeta.cifra(
            suma,
            f"Suma de la lista en {filtros.lugar}",
            "asignado_cop",
            formato.pesos,
            nota=_nota_de_lo_asignado,
        )
    with girado:
        tarjeta.cifra(
            suma,
            f"Girado en {filtros.lugar}",
            "girado_cop",
            formato.pesos,
            nota=_nota_de_lo_girado,
        )
    with desistido:
        tarjeta.cifra(
            suma,
            f"Municipios que desistieron en {filtros.lugar}",
            "municipios_desistidos",
            formato.numero,
            nota=_nota_de_lo_desistido,
        )


@decir_fallas
def decir_que_no_esta(suma: Fila, filtros: Filtros) -> None:
    """Que la lista no nombra al territorio."""
    en_el_pais = (
        f"{formato.contar(suma['municipios_pais'], 'municipio', 'municipios')} de "
        f"{formato.contar(suma['departamentos_pais'], 'departamento', 'departamentos')}"
    )
    decir.informar(
        f"La lista de transferencias del informe, con {en_el_pais}, no nombra a "
        f"{filtros.lugar}. Elija otro territorio, o «Todos»."
    )


@decir_fallas
def elegido(codigo: str | None) -> None:
    """Cómo se lee el mapa y, si se tocó un municipio, su cifra."""
    st.markdown(LEYENDA_DEL_MAPA)
    if codigo is None:
        return
    del_municipio = preguntar(transferencias.municipios, departamento=None, municipio=codigo)
    if del_municipio.esta_vacio:
        return
    fila = del_municipio.fila
    with st.container():  # sin él, la tarjeta se estiraría hasta el alto del mapa
        tarjeta.cifra(
            del_municipio,
            f"{fila['municipio_nombre']}, {fila['departamento_nombre']}: {fila['estado']}",
            "valor_cop",
            formato.pesos,
            nota=_nota_del_municipio,
        )


def reporte(datos: pd.DataFrame) -> str:
    """Lo que se reportó, en nuestras palabras, bajo el nombre exacto de la acción."""
    return "".join(
        f"<p><strong>Acción {numero}. {escape(accion)}</strong></p><p>{escape(texto)}</p>"
        for numero, accion, texto in zip(
            datos["accion_numero"], datos["accion"], datos["reporte_cualitativo"], strict=True
        )
    )


def _nota_del_publicado(suma: Fila, fila: Fila) -> str:
    falta = suma["diferencia_cop"]
    contraste = "La lista suma lo mismo."
    if falta:
        sentido = "menos" if falta > 0 else "más"
        contraste = f"La lista suma {formato.millones(abs(falta))} {sentido}."
    return f"«{fila['cita']}». {contraste}"


def _nota_de_lo_asignado(fila: Fila) -> str:
    nota = formato.contar(fila["municipios"], "municipio", "municipios")
    if fila["municipios_desistidos"]:
        nota += ", que desistió" if fila["municipios"] == 1 else ", con los que desistieron"
    if fila["municipios"] == fila["municipios_pais"]:
        return f"{nota}."
    return f"{nota}: {formato.parte(fila['asignado_parte_pct'], 1)} de la lista del país."


def _nota_de_lo_girado(fila: Fila) -> str:
    if not fila["municipios_girados"]:
        return "No se giró nada: desistieron los municipios de este territorio que trae la lista."
    nota = formato.contar(fila["municipios_girados"], "municipio", "municipios")
    nota += ", sin los que desistieron." if fila["municipios_desistidos"] else "."
    if fila["girado_cop"] != fila["girado_pais_cop"]:
        parte = formato.parte(fila["participacion_pct"], 1)
        nota += f" Es el {parte} de lo girado en el país."
    return nota


def _nota_de_lo_desistido(fila: Fila) -> str:
    if not fila["municipios_desistidos"]:
        return "Ninguno desistió."
    quienes = formato.enumerar(fila["desistidos_texto"].split(" | "))
    return f"{quienes}: {formato.pesos(fila['desistido_cop'])} que no se giraron."


def _nota_del_municipio(fila: Fila) -> str:
    if fila["estado"] == "desistido":
        return "Desistió: no suma en lo girado."
    return f"{formato.parte(fila['participacion_pct'], 1)} de lo girado en el país."
