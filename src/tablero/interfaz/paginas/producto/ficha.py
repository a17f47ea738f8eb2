"""Qué es un producto y en qué estado está: lo primero de su hoja."""

from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.calculo.seguimiento.desde_filas import SEPARADOR
from tablero.calculo.seguimiento.indicador import NOMBRES
from tablero.calculo.seguimiento.suponer import plazo_ilegible
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.producto import lista
from tablero.interfaz.piezas import copia, enlaces, procedencia, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.guardado import guardado
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.respuestas.producto import ProductoMirado

SITUACIONES = {
    "a tiempo": "Va a tiempo.",
    "atrasado": "Va atrasado.",
    "sobre-ejecutado": "Lleva más de lo programado hasta hoy.",
    "sin reporte": "Falta su reporte.",
    "sin dato": "No hay con qué saber cómo va.",
    "sin iniciar": "Todavía no debía reportar.",
    "no vigente": "Ya no está vigente en la política.",
}
TIPOS = {
    "Suma": "Cada reporte es lo hecho en su período: todos se suman, y la meta final es el total.",
    "Constante": "Un nivel que se mantiene: cuenta el último reporte contra la meta del año.",
    "Creciente": "Un nivel que sube desde la línea base hasta la meta final: cuenta el último "
    "reporte.",
    "Decreciente": "Un nivel que baja desde la línea base hasta la meta final: cuenta el último "
    "reporte.",
}
"""Tipo de anualización → cómo se mide."""
SIN_BASE = {
    "Creciente": "El libro no la da: se parte de 0.",
    "Decreciente": "El libro no la da: se supone con sus metas.",
}

FUERA = "Fuera de la suma de la política, ni en el avance ni en la trayectoria:"
ILEGIBLE = "ilegible"
"""Lo que está escrito en el libro y no se puede leer; no es lo mismo que vacío."""
SIN_FECHA = (ILEGIBLE, SIN_DATO)
SOLO_EN_EL_LIBRO = "Periodicidad, plazo, línea base, metas y lo que lleva"


@decir_fallas
def encabezado(mirado: ProductoMirado) -> None:
    """El nombre y el estado: van sobre las pestañas, que son de ese producto."""
    st.subheader(llano(mirado.nombre), anchor=False)
    st.html(guardado(mirado.ficha, escribir_estado))
    procedencia.dibujar(mirado.ficha, corta=True)


@decir_fallas
def dibujar(mirado: ProductoMirado) -> None:
    """Si debe reportes, el indicador y los datos del producto."""
    tarjeta.bloque(
        mirado.ficha,
        "Qué es y qué debe reportar",
        "producto",
        escribir,
        otros_filtros=mirado.palabras,
        url=tuple(mirado.vista.url.items()),
        proximo=_proximo(mirado),
    )


def _proximo(mirado: ProductoMirado) -> str:
    """El trimestre de su próximo reporte; vacío si ya no debe más, «sin dato» si no se sabe."""
    if mirado.proximo is not None:
        return mirado.proximo.dicho
    se_sabe = not mirado.tiene_libro or not plazo_ilegible(mirado.indicador, mirado.hasta)
    return "" if se_sabe else SIN_DATO


def escribir_estado(datos: pd.DataFrame) -> str:
    """El HTML: el estado en grande y, si queda fuera de la suma, por qué."""
    fila = filas_de(datos)[0]
    fuera = ""
    if fila["fuera_causa"]:
        fuera = f"<p><strong>{FUERA}</strong> {escape(fila['fuera_causa'])}.</p>"
    return (
        f'<p class="tb-menor">{etiqueta(fila["semaforo"])} {SITUACIONES[fila["situacion"]]}</p>'
        f"{fuera}"
    )


def escribir(datos: pd.DataFrame, *, url: Url, proximo: str) -> str:
    """El HTML: si debe reportes, el indicador y sus datos.

    `proximo` es el trimestre de su próximo reporte.
    """
    fila = filas_de(datos)[0]
    indicador = escape(fila["indicador_nombre"] or SIN_DATO)
    casillas = "".join(
        f'<div class="tb-dato"{copia.suya(titulo, valor, nota)}>'
        f'<p class="tb-nota">{titulo}</p><p class="tb-etiqueta">{valor}</p>'
        + (f'<p class="tb-nota">{nota}</p>' if nota else "")
        + "</div>"
        for titulo, valor, nota in _datos(fila, url)
    )
    return (
        f"<p>{_reportes(fila, proximo)}</p>"
        f"<p><strong>Indicador:</strong> {indicador}</p>"
        f'<div class="tb-franja">{casillas}</div>'
    )


def _reportes(fila: Fila, proximo: str) -> str:
    """Si debe algún reporte y cuál es el próximo."""
    if fila["nivel"] == "publicado":
        return f"Si le falta algún reporte: {SIN_DATO}."
    if fila["situacion"] == "no vigente":
        return "No debe reportes."
    pendiente = fila["reporte_pendiente"]
    debe = "No debe reportes."
    if not _se_sabe_que_debe(fila):
        debe = f"Si le falta algún reporte: {SIN_DATO}."
    if pendiente:
        anio, _, numero = pendiente.partition("-Q")
        cual = formato.trimestre(int(anio), int(numero))
        debe = f"<strong>Debe el reporte del {cual}.</strong>"
    sigue = f"El próximo es el del {proximo}." if proximo else "Ya no le siguen más."
    if proximo == SIN_DATO:
        sigue = f"Cuál sigue: {SIN_DATO}."
    return f"{debe} {sigue}"


def _se_sabe_que_debe(fila: Fila) -> bool:
    """Si se leen su vigencia, su periodicidad y desde cuándo reporta."""
    return bool(fila["vigencia"] and fila["periodicidad"]) and not _es_ilegible(fila, "inicio")


def _es_ilegible(fila: Fila, campo: str) -> bool:
    """Si ese dato está escrito en el libro y no se puede leer."""
    return NOMBRES[campo] in (fila["ilegibles"] or "").split(SEPARADOR)


def _leido(fila: Fila, campo: str, texto: str) -> str:
    return ILEGIBLE if _es_ilegible(fila, campo) else texto


def _datos(fila: Fila, url: Url) -> list[tuple[str, str, str]]:
    """Título, valor y nota de cada casilla; el valor y la nota, ya escapados."""
    tipo, entidad, peso = (fila[c] for c in ("anualizacion_tipo", "entidad", "ponderacion_pct"))
    siempre = [
        ("Objetivo", *_con_nombre(str(fila["objetivo_numero"]), fila["objetivo_nombre"])),
        ("Resultado", *_con_nombre(fila["resultado_codigo"], fila["resultado_nombre"])),
        (
            "Entidad",
            enlaces.entidad(entidad, url) if entidad else SIN_DATO,
            escape(nombres_de_entidad.impresa(fila)),
        ),
        ("Sector", escape(fila["sector_nombre"] or SIN_DATO), ""),
        ("Peso en la política", _leido(fila, "ponderacion", _porcentaje(peso)), ""),
        (
            "Tipo de anualización",
            _leido(fila, "anualizacion_tipo", tipo or SIN_DATO),
            TIPOS.get(tipo, ""),
        ),
    ]
    if fila["nivel"] == "publicado":
        return [*siempre, (SOLO_EN_EL_LIBRO, SIN_DATO, "")]
    base = _leido(fila, "linea_base", formato.numero_justo(fila["linea_base"]))
    con_base = tipo in SIN_BASE or base != SIN_DATO
    return [
        *siempre,
        (
            "Periodicidad de los reportes",
            _leido(fila, "periodicidad", fila["periodicidad"] or SIN_DATO),
            "",
        ),
        ("Plazo", _plazo(fila), ""),
        *([("Línea base", base, _nota_de_la_base(fila))] if con_base else []),
        (
            f"Meta de {fila['corte_fecha'].year}",
            formato.numero_justo(fila["meta_vigencia"]),
            _hasta_el_corte(fila),
        ),
        (
            "Meta final",
            _leido(fila, "meta_final", formato.numero_justo(fila["meta_final"])),
            "En la unidad del indicador.",
        ),
        ("Lleva", formato.numero_justo(fila["av"]), _nota_de_lo_hecho(fila)),
    ]


def _con_nombre(codigo: str, nombre: str | None) -> tuple[str, str]:
    return escape(codigo), escape(nombre) if nombre else "Nombre: no publicado"


def _porcentaje(valor: float | None) -> str:
    texto = formato.numero_justo(valor)
    return texto if texto == SIN_DATO else f"{texto}\u00a0%"


def _plazo(fila: Fila) -> str:
    inicio, fin = (
        _leido(fila, campo, formato.fecha(fila[f"{campo}_fecha"])) for campo in ("inicio", "fin")
    )
    if inicio == fin:
        return inicio
    desde = f"Inicio {inicio}" if inicio in SIN_FECHA else f"Del {inicio}"
    if fin in SIN_FECHA:
        return f"{desde}; fin {fin}"
    return f"{desde}; fin: {fin}" if inicio in SIN_FECHA else f"{desde} al {fin}"


def _nota_de_la_base(fila: Fila) -> str:
    tipo = fila["anualizacion_tipo"]
    if tipo not in SIN_BASE:
        return "Este tipo no la usa." if tipo else ""
    if _es_ilegible(fila, "linea_base"):
        return ""
    return SIN_BASE[tipo] if fila["linea_base"] is None and fila["mp"] is not None else ""


def _hasta_el_corte(fila: Fila) -> str:
    if fila["mp"] is None:
        return ""
    return f"Hasta el corte debía {formato.numero_justo(fila['mp'])}."


def _nota_de_lo_hecho(fila: Fila) -> str:
    if fila["av"] is None:
        return ""
    de = "Todo lo reportado" if fila["anualizacion_tipo"] == "Suma" else "Su último reporte"
    debia = "" if fila["ma"] is None else f"; debía {formato.numero_justo(fila['ma'])}"
    return f"{de}{debia}."


@decir_fallas
def sin_libro(mirado: ProductoMirado) -> None:
    """Por qué casi todo es «sin dato», y en qué cortes sí hay libro; con libro, nada."""
    if mirado.tiene_libro:
        return
    decir.informar(
        f"Del corte del {formato.fecha(mirado.vista.corte)} solo se publican los porcentajes: las "
        "metas, los reportes, las fechas, el ritmo y lo que cuenta la entidad vienen en el libro "
        "oficial de seguimiento, que todavía no está en el tablero."
    )
    with st.container(horizontal=True, key="cortes_con_libro"):
        for corte in mirado.cortes_con_libro:
            lista.al_corte(f"Con el libro del {formato.fecha(corte)} →", mirado.codigo, corte)
