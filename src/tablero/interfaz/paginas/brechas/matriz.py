"""La matriz de las brechas: un municipio por fila, con lo que cada lista dice de él."""

from html import escape
from typing import Any

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.interfaz.marco.estilo import clase_de
from tablero.modelo.documentos import sigla
from tablero.respuestas import brechas as frases

SIGNIFICADOS = {
    "sí": "la lista de la fuente lo nombra",
    "proyectado": "la lista lo nombra, pero como centro proyectado",
    "desistido": "la lista le da un valor y dice que renunció: no es dinero en el territorio",
    "subregión": "el taller fue en su subregión, y no se sabe en qué municipio",
    "no aparece": "la lista de la fuente no lo nombra; no prueba que no haya nada",
}
"""Qué quiere decir cada estado."""


def tabla(datos: pd.DataFrame) -> str:
    """El HTML: la leyenda, los priorizados en su orden y, aparte, los de fuera de la lista."""
    filas = filas_de(datos)
    propios = [f for f in filas if f["es_priorizado"]]
    ajenos = [f for f in filas if not f["es_priorizado"]]
    partes = [leyenda({f[columna] for f in filas for columna in _ESTADOS})]
    if propios:
        partes.append(_tabla(propios, "Municipios priorizados, en su orden", con_orden=True))
    if ajenos:
        nombre = "No priorizados que alguna lista nombra"
        partes.append(f'<p class="tb-grupo">{nombre}</p>')
        partes.append(_tabla(ajenos, nombre, con_orden=False))
    return "".join(partes)


def leyenda(presentes: set[Any]) -> str:
    """Qué quiere decir cada estado que aparece."""
    elementos = "".join(
        f"<li>{etiqueta(estado)} {significado}</li>"
        for estado, significado in SIGNIFICADOS.items()
        if estado in presentes
    )
    return f'<ul class="tb-leyenda tb-brechas">{elementos}</ul>'


def etiqueta(estado: str) -> str:
    """El estado con su color, su signo y su palabra; breve: hay tres en cada fila."""
    como = tema.BRECHAS[estado]
    return (
        f'<b class="{clase_de(estado)}"><i aria-hidden="true">{como.simbolo}</i> '
        f"{escape(como.palabra)}</b>"
    )


_ESTADOS = ("centro_estado", "transferencia_estado", "taller_estado")


def _tabla(filas: list[Fila], nombre: str, *, con_orden: bool) -> str:
    cuerpo = "".join(_fila(f, con_orden=con_orden) for f in filas)
    clase = "tb tb-ordenada" if con_orden else "tb"
    encabezado = _encabezado(filas, con_orden=con_orden)
    return (
        '<div class="tb-caja tb-brechas tb-matriz" tabindex="0" role="region" '
        f'aria-label="{nombre}"><table class="{clase}"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def _encabezado(filas: list[Fila], *, con_orden: bool) -> str:
    """Los títulos; los de las listas dicen su fuente y su corte, que no son los mismos."""
    eat, cnim = (_de_donde(filas[0], documento) for documento in ("eat", "cnim"))
    columnas = [
        ("n", "Orden IPT", "") if con_orden else None,
        ("", "Municipio", ""),
        ("", "Departamento", ""),
        ("n", "Clúster", "") if con_orden else None,
        ("", "Centro Intégrate", cnim + _periodo(filas)),
        ("", "Transferencia psicosocial", cnim),
        ("", "Taller nombrado", eat),
        ("n", "Brechas territoriales", f"de {frases.TOTAL}") if con_orden else None,
    ]
    return "".join(
        f'<th scope="col" class="{clase}">{titulo}'
        + (f'<span class="tb-sub">{escape(nota)}</span>' if nota else "")
        + "</th>"
        for clase, titulo, nota in filter(None, columnas)
    )


def _de_donde(fila: Fila, documento: str) -> str:
    """«CNIM · noviembre de 2025»; «sin dato» si el documento no trae ninguna lista."""
    codigos = formato.texto(fila[f"{documento}_fuente_codigo"])
    if codigos == formato.SIN_DATO:
        return codigos
    siglas = dict.fromkeys(sigla(codigo) for codigo in codigos.split(" | "))
    corte = formato.corte(fila[f"{documento}_corte_texto"], fila[f"{documento}_corte_fecha"])
    return f"{formato.enumerar(list(siglas))} · {corte}"


def _periodo(filas: list[Fila]) -> str:
    """De cuándo a cuándo se contaron las personas; vacío si ningún centro las informa."""
    con_dato = [f for f in filas if formato.numero(f["personas"]) != formato.SIN_DATO]
    if not con_dato:
        return ""
    desde = formato.fecha(min(f["desde_fecha"] for f in con_dato))
    hasta = formato.fecha(max(f["hasta_fecha"] for f in con_dato))
    return f" · personas: {desde} a {hasta}"


def _fila(fila: Fila, *, con_orden: bool) -> str:
    nombre = escape(fila["municipio_nombre"])
    enlace = f'<a href="ficha_territorial?municipio={fila["municipio_codigo"]}">{nombre}</a>'
    celdas = [
        f'<td class="n">{fila["orden"]}</td>' if con_orden else "",
        # En un teléfono el lugar va debajo del nombre, y no en sus columnas (`estilo.css`).
        f'<th scope="row" data-lugar="{_lugar(fila)}">{enlace}</th>',
        f"<td>{escape(fila['departamento_nombre'])}</td>",
        f'<td class="n">{_cluster(fila)}</td>' if con_orden else "",
        _celda(fila["centro_estado"], frases.centro(fila)),
        _celda(fila["transferencia_estado"], frases.transferencia(fila)),
        _celda(fila["taller_estado"], frases.taller(fila)),
        _brechas(fila) if con_orden else "",
    ]
    return f"<tr>{''.join(celdas)}</tr>"


def _lugar(fila: Fila) -> str:
    """«Arauca · clúster 12»."""
    cluster = f" · clúster {_cluster(fila)}" if fila["es_priorizado"] else ""
    return f"{escape(fila['departamento_nombre'])}{cluster}"


def _cluster(fila: Fila) -> str:
    return formato.numero(fila["cluster_numero"])


def _celda(estado: str, detalle: str) -> str:
    resto = f" <span>{escape(detalle)}</span>" if detalle else ""
    return f"<td>{etiqueta(estado)}{resto}</td>"


def _brechas(fila: Fila) -> str:
    """El conteo; en negrita cuando no lo nombra ninguna lista."""
    cuantas = int(fila["brechas"])
    return f'<td class="n">{f"<b>{cuantas}</b>" if cuantas == frases.TOTAL else cuantas}</td>'
