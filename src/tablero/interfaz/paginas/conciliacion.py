"""La conciliación en pantalla: cuántas cifras coinciden, y cada una con su explicación."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tablero import formato, tema
from tablero.consultas import conciliacion
from tablero.filas import Fila, filas_de
from tablero.graficos import conciliacion as graficos
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import enlaces, orden, tarjeta
from tablero.interfaz.piezas.bloques import con_unidad
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar, unir
from tablero.interfaz.piezas.por_partes import partes, tramo
from tablero.interfaz.piezas.tabla import APILABLE, Celda, Columna, escribir
from tablero.modelo.documentos import NOMBRES, nombre

REGLA = (
    "Cada total, conteo, porcentaje o diferencia que un documento publica se calcula de nuevo con "
    "sus propias partes, o con las de otro documento. **Coincide** si la distancia cabe en el "
    "redondeo con que está escrito, **difiere** si no cabe y es **no calculable** si alguna parte "
    "no está publicada; lo publicado nunca se corrige."
)
PARTE = "parte"
VERBOS = {
    "coinciden": "coinciden",
    "difieren": "difieren",
    "no_calculables": "no se pueden calcular",
}
"""Columna del resumen → cómo se dice lo que cuenta."""
DECIMALES = 2
DECIMALES_DE_LO_MINIMO = 5
UNIDADES_EN_EL_NUMERO = {"%", "pesos"}
INFORME = "sdp"
"""El documento cuyos códigos N.N.N son productos de la política."""


@decir_fallas
def cuantas(_filtros: Filtros) -> None:
    """La regla, cuántas cifras coinciden en todos los documentos, y en cada uno."""
    st.markdown(REGLA)
    resumen(None)
    tarjeta.grafico(
        preguntar(conciliacion.por_documento),
        graficos.por_documento,
        "conciliaciones_por_documento",
        columnas=("documento", "estado", "contrastes"),
    )


@decir_fallas
def resumen(documento: str | None) -> None:
    """Tres tarjetas: cuántas cifras coinciden, difieren o no se pueden calcular."""
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
                nota=partial(_nota, explicacion=nota, donde=_donde(documento)),
            )


def _cuenta(documento: str | None) -> str:
    """«De 21 cifras revisadas en «Plan CNIM», 15 coinciden, 3 difieren y 3 no se pueden…»."""
    fila = preguntar(conciliacion.resumen, documento=documento).fila
    revisadas = formato.contar(fila["contrastes"], "cifra revisada", "cifras revisadas")
    dichas = [f"{formato.numero(fila[campo])} {verbo}" for campo, verbo in VERBOS.items()]
    return f"De {revisadas} {_donde(documento)}: {formato.enumerar(dichas)}."


def _donde(documento: str | None) -> str:
    return f"en «{nombre(documento)}»" if documento else "en todos los documentos"


def _nota(fila: Fila, explicacion: str, donde: str) -> str:
    cuantas = formato.contar(fila["contrastes"], "cifra revisada", "cifras revisadas")
    return f"De {cuantas} {donde}. {explicacion}"


@decir_fallas
def cifra_por_cifra(_filtros: Filtros) -> None:
    """Los filtros y la tabla, por partes: el CSV lleva todas las filas."""
    *de_filtros, de_parte = st.columns(3)
    documento, estado = _elegir(de_filtros)
    st.markdown(llano(_cuenta(documento)))
    respuesta = preguntar(conciliacion.contrastes, documento=documento, estado=estado)
    if respuesta.esta_vacio:
        st.info("No hay ninguna cifra con ese resultado en ese documento.")
        return
    todas = partes(len(respuesta.datos))
    elegida = "1"
    if len(todas) > 1:
        resto = list(todas)[1:]
        with de_parte:
            elegida = filtros.elegir(PARTE, "Cifras a la vista", resto, "1", rotulos=todas) or "1"
    else:
        filtros.la_unica(PARTE, "Cifras a la vista", elegida)
    tarjeta.bloque(
        respuesta,
        f"Cifra por cifra: {todas[elegida]}",
        "conciliaciones",
        tabla,
        otros_filtros=(documento or "", estado or ""),
        parte=int(elegida),
    )


def tabla(datos: pd.DataFrame, parte: int = 1) -> str:
    """El HTML de los contrastes: las dos cifras con su unidad, el estado y por qué."""
    filas, de = filas_de(tramo(datos, parte)), len(datos)
    return escribir("Cifra por cifra", COLUMNAS, filas, clase=APILABLE, caja="tb-densa", de=de)


def _elegir(lugares: Sequence[DeltaGenerator]) -> tuple[str | None, str | None]:
    """Dibuja los filtros de documento y estado, y devuelve lo elegido."""
    presentes = list(dict.fromkeys(preguntar(conciliacion.por_documento).datos["documento"]))
    izquierda, derecha = lugares
    with izquierda:
        documento = filtros.elegir(
            "documento", "Documento", presentes, rotulos=NOMBRES, borra=[PARTE]
        )
    with derecha:
        palabras = {e: f"{como.simbolo} {como.palabra}" for e, como in tema.CONCILIACION.items()}
        estado = filtros.elegir("estado", "Estado", list(palabras), rotulos=palabras, borra=[PARTE])
    return documento, estado


def _que_es(fila: Fila) -> Marcado:
    escrito, cita = _escritor(fila), fila["cita"]
    lugar = unir(f"{nombre(fila['documento'])}, ", escrito(fila["ubicacion"]))
    descripcion = escrito(fila["descripcion"])
    return unir(descripcion, _citado(lugar, escrito(cita)) if cita else debajo(lugar))


def _citado(lugar: Marcado, cita: Marcado) -> Marcado:
    """El lugar y, al abrirlo, las palabras con que lo dice: a la vista, la fila sería del doble."""
    return unir(
        Marcado('<details class="tb-sub"><summary>'),
        lugar,
        Marcado("</summary>«"),
        cita,
        Marcado("»</details>"),
    )


def _resultado(fila: Fila) -> Marcado:
    explicacion = fila["explicacion"]
    porque = (" ", _escritor(fila)(explicacion)) if explicacion else ()
    return unir(etiqueta(fila["estado"]), *porque)


def _escritor(fila: Fila) -> Callable[[str], Marcado]:
    """Cómo se escriben sus textos: los del informe de la política enlazan sus productos."""
    if fila["documento"] != INFORME:
        return marcar
    return partial(enlaces.en_relato, url=(("corte", fila["corte_fecha"].isoformat()),))


def _valor(fila: Fila, columna: str) -> Celda:
    """Una cifra y, debajo, su unidad, si no la dice ya el número."""
    unidad = fila["unidad"]
    texto = con_unidad(fila[columna], unidad)
    falta = texto == formato.SIN_DATO
    se_dice = not falta and unidad not in UNIDADES_EN_EL_NUMERO
    return Celda(unir(texto, debajo(unidad if se_dice else "")), falta=falta)


def _de_cifra(titulo: str, columna: str) -> Columna[Fila]:
    return Columna(titulo, lambda f: _valor(f, columna), "n", titulo, orden=lambda f: f[columna])


def _del_resultado(fila: Fila) -> int | None:
    return orden.en_escala(fila["estado"], list(tema.CONCILIACION))


def _diferencia(fila: Fila) -> str:
    """Publicado menos calculado, con su signo y los decimales que lo distinguen de cero."""
    valor, unidad = fila["diferencia"], fila["unidad"]
    if valor is None:
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


COLUMNAS = (
    Columna[Fila]("Qué se contrasta", _que_es, "l"),
    _de_cifra("Publicado", "valor_publicado"),
    _de_cifra("Calculado", "valor_calculado"),
    Columna[Fila]("Diferencia", _diferencia, "n", "Diferencia", orden=lambda f: f["diferencia"]),
    Columna[Fila]("Resultado", _resultado, "l", es_angosto=True, orden=_del_resultado),
)
