"""Los porcentajes que trae el libro al lado de los recalculados: cuántos coinciden y por qué no."""

import pandas as pd
import streamlit as st

from tablero import formato, tema
from tablero.consultas import hallazgos, politica
from tablero.filas import Fila, filas_de
from tablero.graficos import hallazgos as graficos
from tablero.interfaz.filtros.en_fila import Filtro, elegir_en_fila
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.piezas import enlaces, orden, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import SALTO, Marcado, debajo, negrita, unir
from tablero.interfaz.piezas.por_partes import elegir_parte, tramo
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.respuestas.vista import PoliticaMirada

QUE_ES = (
    "El libro trae sus propios porcentajes y el tablero los calcula de nuevo con sus metas y sus "
    "reportes: el de la vigencia (PAV), el de hasta la vigencia (PAHV) y el acumulado (PAA). Los "
    "dos se muestran y ninguno se corrige; si difieren, se dice la causa cuando se reconoce."
)
PARTE = "tramo"
MEDIDAS = {
    "PAV": "PAV, en la vigencia",
    "PAHV": "PAHV, hasta la vigencia",
    "PAA": "PAA, acumulado",
}
NO_SE_COMPARA = "No se compara"
"""Como se lee aquí «no calculable»: el recalculado puede estar y faltar el que trae el libro."""
DECIMALES = (2, 4, 6)
"""Con cuántos se escribe una diferencia."""


def dibujar(vista: PoliticaMirada) -> None:
    """El resumen por causa y la tabla con sus filtros."""
    st.markdown(QUE_ES)
    resumen = preguntar(hallazgos.contrastes_por_causa, **vista.consulta)
    if resumen.esta_vacio:
        st.info("El libro no trae porcentajes de este corte y no hay con qué recalcularlos.")
        return
    tarjeta.grafico(
        resumen,
        graficos.contrastes,
        "contrastes_por_causa",
        columnas=("estado", "causa", "contrastes", "productos"),
        otros_filtros=vista.palabras,
    )
    _uno_por_uno(vista, [c for c in resumen.datos["causa"] if isinstance(c, str)])


@st.fragment
def _uno_por_uno(vista: PoliticaMirada, causas: list[str]) -> None:
    """Los filtros y la tabla, por partes; cambiar un filtro vuelve a dibujar solo esto."""
    elegidos = _elegir(vista, causas)
    respuesta = preguntar(hallazgos.contrastes, **vista.consulta, **elegidos)
    if respuesta.esta_vacio:
        st.info("Ningún porcentaje cumple esos filtros.")
        return
    cuantos = len(respuesta.datos)
    palabras = [f"objetivo {v}" if n == "objetivo" else v for n, v in elegidos.items() if v]
    contados = formato.contar(cuantos, "porcentaje", "porcentajes")
    tarjeta.bloque(
        respuesta,
        f"{contados}: {', '.join(palabras)}" if palabras else f"{contados}, uno por uno",
        "contrastes",
        tabla,
        otros_filtros=(*vista.palabras, *palabras),
        parte=elegir_parte(PARTE, cuantos, "Porcentajes a la vista"),
        url=tuple(vista.url.items()),
    )


def tabla(datos: pd.DataFrame, *, url: Url, parte: int = 1) -> str:
    """El HTML de los contrastes: los dos porcentajes, su diferencia, el resultado y su causa."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna(
            "Producto",
            lambda f: _producto(f, url),
            "l",
            es_angosto=True,
            orden=lambda f: f["producto_codigo"],
        ),
        Columna("Medida", lambda f: f["medida"], rotulo="Medida"),
        _de_porcentaje("Reportado", "reportado_pct"),
        _de_porcentaje("Recalculado", "calculado_pct"),
        Columna("Diferencia", _diferencia, "n", "Diferencia", orden=lambda f: f["diferencia_pp"]),
        Columna("Resultado", _resultado, orden=_del_resultado),
        Columna("Dónde", lambda f: f["ubicacion"], rotulo="Dónde"),
    )
    filas, de = filas_de(tramo(datos, parte)), len(datos)
    return escribir("Reportado y recalculado", columnas, filas, clase=APILABLE, de=de)


def _elegir(vista: PoliticaMirada, causas: list[str]) -> dict[str, str | None]:
    opciones = preguntar(politica.opciones, **vista.consulta).datos
    estados = {e: f"{como.simbolo} {_palabra(e)}" for e, como in tema.CONCILIACION.items()}
    rotulos: dict[str, tuple[str, dict[str, str]]] = {
        "medida": ("Medida", MEDIDAS),
        "estado": ("Resultado", estados),
        "causa": ("Causa", {causa: causa for causa in causas}),
        **{
            nombre: (titulo, {o: o for o in opciones.loc[opciones["filtro"] == nombre, "opcion"]})
            for nombre, titulo in (("entidad", "Entidad"), ("objetivo", "Objetivo"))
        },
    }
    return elegir_en_fila(
        {
            nombre: Filtro(titulo, list(leidos), leidos, (PARTE,))
            for nombre, (titulo, leidos) in rotulos.items()
        }
    )


def _producto(fila: Fila, url: Url) -> Marcado:
    codigo, nombre = fila["producto_codigo"], fila["producto_nombre"]
    return unir(negrita(enlaces.producto(codigo, url)), debajo(nombre or ""))


def _de_porcentaje(titulo: str, columna: str) -> Columna[Fila]:
    return Columna(
        titulo, lambda f: _porcentaje(f, columna), "n", titulo, orden=lambda f: f[columna]
    )


def _porcentaje(fila: Fila, columna: str) -> str:
    texto = formato.numero_justo(fila[columna], _decimales(fila))
    return texto if texto == formato.SIN_DATO else f"{texto}\u00a0%"


def _diferencia(fila: Fila) -> str:
    return formato.puntos(fila["diferencia_pp"], _decimales(fila))


def _resultado(fila: Fila) -> Marcado:
    estado, causa = fila["estado"], fila["causa"]
    return unir(etiqueta(estado, _palabra(estado)), *((SALTO, causa) if causa else ()))


def _del_resultado(fila: Fila) -> int | None:
    return orden.en_escala(fila["estado"], list(tema.CONCILIACION))


def _palabra(estado: str) -> str:
    return NO_SE_COMPARA if estado == "no calculable" else tema.CONCILIACION[estado].palabra


def _decimales(fila: Fila) -> int:
    """Los primeros con que una diferencia no se lee «0,00»."""
    if fila["estado"] != "difiere":
        return DECIMALES[0]
    return next((d for d in DECIMALES if round(fila["diferencia_pp"], d)), DECIMALES[-1])
