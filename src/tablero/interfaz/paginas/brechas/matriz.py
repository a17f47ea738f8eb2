"""La matriz de las brechas: un municipio por fila, con lo que cada lista dice de él."""

from collections.abc import Callable

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.interfaz.marco.estilo import clase_de
from tablero.interfaz.piezas import orden
from tablero.interfaz.piezas.marcado import NADA, Marcado, marcar, unir
from tablero.interfaz.piezas.tabla import Celda, Columna, escribir
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


def leyenda(presentes: set[str]) -> str:
    """Qué quiere decir cada estado que aparece."""
    elementos = "".join(
        f"<li>{etiqueta(estado)} {significado}</li>"
        for estado, significado in SIGNIFICADOS.items()
        if estado in presentes
    )
    return f'<ul class="tb-leyenda tb-brechas">{elementos}</ul>'


def etiqueta(estado: str) -> Marcado:
    """El estado con su color, su signo y su palabra; breve: hay tres en cada fila."""
    como = tema.BRECHAS[estado]
    return Marcado(
        f'<b class="{clase_de(estado)}"><i aria-hidden="true">{como.simbolo}</i> '
        f"{marcar(como.palabra)}</b>"
    )


_ESTADOS = ("centro_estado", "transferencia_estado", "taller_estado")


def _tabla(filas: list[Fila], nombre: str, *, con_orden: bool) -> str:
    """Los títulos de las listas dicen su fuente y su corte, que no son los mismos."""
    eat, cnim = (_de_donde(filas[0], documento) for documento in ("eat", "cnim"))
    columnas: list[Columna[Fila]] = [
        Columna("Municipio", _municipio, es_titulo=True),
        Columna("Departamento", lambda f: f["departamento_nombre"]),
        Columna(
            "Centro Intégrate", _centro, nota=cnim + _periodo(filas), orden=_por("centro_estado")
        ),
        Columna(
            "Transferencia psicosocial",
            _transferencia,
            nota=cnim,
            orden=_por("transferencia_estado"),
        ),
        Columna("Taller nombrado", _taller, nota=eat, orden=_por("taller_estado")),
    ]
    if con_orden:
        columnas.insert(
            0, Columna("Orden IPT", lambda f: str(f["orden"]), "n", orden=lambda f: f["orden"])
        )
        columnas.insert(3, Columna("Clúster", _cluster, "n", orden=lambda f: f["cluster_numero"]))
        columnas.append(
            Columna(
                "Brechas territoriales",
                _brechas,
                "n",
                nota=f"de {frases.TOTAL}",
                orden=lambda f: f["brechas"],
            )
        )
    return escribir(
        nombre,
        columnas,
        filas,
        clase="tb-ordenada" if con_orden else "",
        caja="tb-brechas tb-matriz",
    )


def _por(columna: str) -> Callable[[Fila], object]:
    """Un estado se ordena por su escala: de lo que la lista nombra a lo que no aparece."""
    return lambda f: orden.en_escala(f[columna], list(tema.BRECHAS))


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


def _municipio(fila: Fila) -> Celda:
    """Su nombre, que lleva a su ficha. En un teléfono el lugar va debajo (`estilo.css`)."""
    direccion = f"ficha_territorial?municipio={fila['municipio_codigo']}"
    nombre = marcar(fila["municipio_nombre"])
    return Celda(Marcado(f'<a href="{direccion}">{nombre}</a>'), lugar=_lugar(fila))


def _lugar(fila: Fila) -> str:
    """«Arauca · clúster 12»."""
    cluster = f" · clúster {_cluster(fila)}" if fila["es_priorizado"] else ""
    return f"{fila['departamento_nombre']}{cluster}"


def _cluster(fila: Fila) -> str:
    return formato.numero(fila["cluster_numero"])


def _centro(fila: Fila) -> Marcado:
    return _con_detalle(fila["centro_estado"], frases.centro(fila))


def _transferencia(fila: Fila) -> Marcado:
    return _con_detalle(fila["transferencia_estado"], frases.transferencia(fila))


def _taller(fila: Fila) -> Marcado:
    return _con_detalle(fila["taller_estado"], frases.taller(fila))


def _con_detalle(estado: str, detalle: str) -> Marcado:
    resto = Marcado(f" <span>{marcar(detalle)}</span>") if detalle else NADA
    return unir(etiqueta(estado), resto)


def _brechas(fila: Fila) -> str:
    """El conteo; en negrita cuando no lo nombra ninguna lista."""
    cuantas = int(fila["brechas"])
    return Marcado(f"<b>{cuantas}</b>") if cuantas == frases.TOTAL else str(cuantas)
