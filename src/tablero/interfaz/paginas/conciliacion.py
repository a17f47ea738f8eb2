"""La conciliación en pantalla: cuántas cifras coinciden, y cada una con su explicación."""

import math
from collections.abc import Callable
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato, tema
from tablero.consultas import conciliacion
from tablero.filas import Fila, filas_de
from tablero.interfaz import filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import enlaces, tarjeta
from tablero.interfaz.piezas.bloques import con_unidad
from tablero.interfaz.piezas.tabla import etiqueta
from tablero.modelo.documentos import NOMBRES, nombre

REGLA = (
    "Cada total, conteo, porcentaje o diferencia que un documento publica se calcula de nuevo con "
    "sus propias partes, o con las de otro documento. **Coincide** si la distancia cabe en el "
    "redondeo con que está escrito, **difiere** si no cabe y es **no calculable** si alguna parte "
    "no está publicada; lo publicado nunca se corrige."
)
ENCABEZADOS = ("Qué se contrasta", "Publicado", "Calculado", "Diferencia", "Resultado")
NUMERICOS = {"Publicado", "Calculado", "Diferencia"}
FILAS_POR_PARTE = 40
PARTE = "parte"
DECIMALES = 2
DECIMALES_DE_LO_MINIMO = 5
UNIDADES_EN_EL_NUMERO = {"%", "pesos"}
INFORME = "sdp"
"""El documento cuyos códigos N.N.N son productos de la política."""


def elegir() -> tuple[str | None, str | None]:
    """Dibuja los filtros de documento y estado, y devuelve lo elegido."""
    presentes = list(dict.fromkeys(preguntar(conciliacion.por_documento).datos["documento"]))
    izquierda, derecha = st.columns(2)
    with izquierda:
        documento = filtros.elegir(
            "documento", "Documento", presentes, rotulos=NOMBRES, borra=[PARTE]
        )
    with derecha:
        palabras = {e: f"{como.simbolo} {como.palabra}" for e, como in tema.CONCILIACION.items()}
        estado = filtros.elegir("estado", "Estado", list(palabras), rotulos=palabras, borra=[PARTE])
    return documento, estado


@decir_fallas
def resumen(documento: str | None) -> None:
    """Tres tarjetas: cuántas cifras coinciden, difieren o no se pueden calcular."""
    donde = f"en «{nombre(documento)}»" if documento else "en todos los documentos"
    respuesta = preguntar(conciliacion.resumen, documento=documento)
    tarjetas = (
        ("coincide", "Coinciden", "coinciden", "Lo publicado es lo que dan sus partes."),
        ("difiere", "Difieren", "difieren", "Se muestran los dos números; ninguno se corrige."),
        (
            "no calculable",
            "No se pueden calcular",
            "no_calculables",
            "Alguna parte no está publicada; la tabla dice cuál.",
        ),
    )
    columnas = st.columns(len(tarjetas))
    for columna, (estado, rotulo, campo, nota) in zip(columnas, tarjetas, strict=True):
        with columna:
            simbolo = tema.CONCILIACION[estado].simbolo
            tarjeta.cifra(
                respuesta,
                f"{simbolo} {rotulo}",
                campo,
                formato.numero,
                nota=partial(_nota, explicacion=nota, donde=donde),
            )


def _nota(fila: Fila, explicacion: str, donde: str) -> str:
    cuantas = formato.contar(fila["contrastes"], "cifra revisada", "cifras revisadas")
    return f"De {cuantas} {donde}. {explicacion}"


@decir_fallas
def cifra_por_cifra(documento: str | None, estado: str | None) -> None:
    """La tabla, por partes: el CSV lleva todas las filas, y la pantalla las que se leen bien."""
    respuesta = preguntar(conciliacion.contrastes, documento=documento, estado=estado)
    if respuesta.esta_vacio:
        st.info("No hay ninguna cifra con ese resultado en ese documento.")
        return
    total = len(respuesta.datos)
    partes = {
        str(numero): f"{desde + 1} a {min(desde + FILAS_POR_PARTE, total)} de {total}"
        for numero, desde in enumerate(range(0, total, FILAS_POR_PARTE), start=1)
    }
    elegida = "1"
    if len(partes) > 1:
        resto = list(partes)[1:]
        elegida = filtros.elegir(PARTE, "Cifras a la vista", resto, "1", rotulos=partes) or "1"
    else:
        filtros.la_unica(PARTE, "Cifras a la vista", elegida)
    tarjeta.bloque(
        respuesta,
        f"Cifra por cifra: {partes[elegida]}",
        "conciliaciones",
        tabla,
        otros_filtros=(documento or "", estado or ""),
        parte=int(elegida),
    )


def tabla(datos: pd.DataFrame, parte: int = 1) -> str:
    """El HTML de los contrastes: las dos cifras con su unidad, el estado y por qué."""
    desde = (parte - 1) * FILAS_POR_PARTE
    datos = datos.iloc[desde : desde + FILAS_POR_PARTE]
    encabezado = "".join(f'<th scope="col"{_clase(titulo)}>{titulo}</th>' for titulo in ENCABEZADOS)
    cuerpo = "".join(_fila(fila) for fila in filas_de(datos))
    return (
        '<div class="tb-caja" tabindex="0" role="region" aria-label="Cifra por cifra">'
        f'<table class="tb tb-apilable"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def _clase(titulo: str) -> str:
    return ' class="n"' if titulo in NUMERICOS else ""


def _fila(fila: Fila) -> str:
    unidad, escribir = fila["unidad"], _escritor(fila)
    cita = f"«{escribir(fila['cita'])}» · " if isinstance(fila["cita"], str) else ""
    lugar = f"{escape(nombre(fila['documento']))}, {escribir(fila['ubicacion'])}"
    explicacion = fila["explicacion"]
    porque = f"<br>{escribir(explicacion)}" if isinstance(explicacion, str) else ""
    return (
        f'<tr><td class="l">{escribir(fila["descripcion"])}'
        f'<span class="tb-sub">{cita}{lugar}</span></td>'
        + _valor("Publicado", con_unidad(fila["valor_publicado"], unidad), unidad)
        + _valor("Calculado", con_unidad(fila["valor_calculado"], unidad), unidad)
        + _valor("Diferencia", _diferencia(fila["diferencia"], unidad), "")
        + f'<td class="l">{etiqueta(fila["estado"])}{porque}</td></tr>'
    )


def _escritor(fila: Fila) -> Callable[[str], str]:
    """Cómo se escriben sus textos: los del informe de la política enlazan sus productos."""
    if fila["documento"] != INFORME:
        return escape
    return partial(enlaces.en_relato, url=(("corte", fila["corte_fecha"].isoformat()),))


def _valor(rotulo: str, texto: str, unidad: str) -> str:
    """Una celda de número; el rótulo se lee en el teléfono, donde no caben los encabezados."""
    vacio = " vacio" if texto == formato.SIN_DATO else ""
    se_dice = unidad and not vacio and unidad not in UNIDADES_EN_EL_NUMERO
    debajo = f'<span class="tb-sub">{escape(unidad)}</span>' if se_dice else ""
    return f'<td class="n{vacio}" data-rotulo="{rotulo}">{texto}{debajo}</td>'


def _diferencia(valor: float, unidad: str) -> str:
    """Publicado menos calculado, con su signo y los decimales que lo distinguen de cero."""
    if pd.isna(valor):
        return formato.SIN_DATO
    decimales = _decimales(valor)
    numero = formato.numero(valor, decimales, signo=True)
    if unidad == "pesos":
        return numero.replace("−", "−$").replace("+", "+$")
    # La resta de dos porcentajes son puntos porcentuales.
    return f"{numero}\u00a0p.\u00a0p." if unidad in {"%", "puntos porcentuales"} else numero


def _decimales(valor: float) -> int:
    """Cero en un entero; dos en general; más solo si con dos se leería cero."""
    for decimales in range(DECIMALES + 1):
        if math.isclose(round(valor, decimales), valor, abs_tol=1e-9):
            return decimales
    decimales = DECIMALES
    while decimales < DECIMALES_DE_LO_MINIMO and round(valor, decimales) == 0:
        decimales += 1
    return decimales
