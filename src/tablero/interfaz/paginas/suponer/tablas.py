"""Las tablas de una suposición: cada producto antes y después, y cuántos hay de cada color."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.tabla import etiqueta

DE_PRODUCTOS = {
    "Producto": "l",
    "Reporte supuesto": "n",
    "Hasta la vigencia (PAHV)": "n",
    "Acumulado (PAA) y trayectoria": "n",
    "Mueve el avance y la brecha": "n",
}
"""Título de cada columna y su clase."""
DE_SEMAFOROS = {"Estado": "", "En el corte": "n", "Con la suposición": "n", "Cambio": "n"}


def productos(datos: pd.DataFrame, *, url: Url) -> str:
    """El HTML de los productos supuestos, antes y después; su código lleva a su hoja."""
    filas = [_producto(fila, url) for fila in filas_de(datos)]
    return _tabla("Productos supuestos", DE_PRODUCTOS, filas)


def semaforos(datos: pd.DataFrame) -> str:
    """El HTML de los productos por estado, antes y después."""
    filas = [
        f"<tr><td>{etiqueta(fila['semaforo'])}</td>"
        + _celda("En el corte", formato.numero(fila["productos_antes"]))
        + _celda("Con la suposición", formato.numero(fila["productos_despues"]))
        + _celda("Cambio", _con_signo(fila["productos_despues"] - fila["productos_antes"]))
        + "</tr>"
        for fila in filas_de(datos)
    ]
    return _tabla("Productos por estado", DE_SEMAFOROS, filas)


def _tabla(nombre: str, encabezados: Mapping[str, str], filas: list[str]) -> str:
    encabezado = "".join(
        f'<th scope="col" class="{clase}">{titulo}</th>' for titulo, clase in encabezados.items()
    )
    return (
        f'<div class="tb-caja" tabindex="0" role="region" aria-label="{nombre}">'
        f'<table class="tb tb-apilable"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{''.join(filas)}</tbody></table></div>"
    )


def _producto(fila: Fila, url: Url) -> str:
    nombre, periodo = fila["producto_nombre"], fila["periodo_supuesto"]
    debajo = f'<span class="tb-sub">{escape(nombre)}</span>' if isinstance(nombre, str) else ""
    valor = formato.numero_justo(fila["valor_supuesto"])
    supuesto = (
        f'{valor}<span class="tb-sub">{periodo}</span>'
        if isinstance(periodo, str)
        else f'{valor}\u00a0%<span class="tb-sub">de PAA</span>'
    )
    trayectoria = f"debía {_de_a(fila, 'trayectoria')}"
    mueve = f"la brecha, {formato.puntos(fila['brecha_cambio_pp'])}"
    if isinstance(fila["fuera_despues"], str):
        mueve = f"fuera de la suma: {escape(fila['fuera_despues'])}"
    elif isinstance(fila["fuera_antes"], str):
        mueve += "; estaba fuera de la suma y entra con todo lo suyo"
    return (
        f'<tr><td class="l"><strong>{enlaces.producto(fila["producto_codigo"], url)}</strong>'
        f"{debajo}</td>"
        + _celda("Reporte supuesto", supuesto)
        + _celda("PAHV", f"{_pahv(fila, 'antes')}<br>→ {_pahv(fila, 'despues')}")
        + _celda("PAA", f'{_de_a(fila, "paa")}<span class="tb-sub">{trayectoria}</span>')
        + _celda(
            "Mueve el avance",
            f'{formato.puntos(fila["avance_cambio_pp"])}<span class="tb-sub">{mueve}</span>',
        )
        + "</tr>"
    )


def _celda(rotulo: str, html: str) -> str:
    return f'<td class="n" data-rotulo="{rotulo}">{html}</td>'


def _pahv(fila: Fila, cuando: str) -> str:
    porcentaje = formato.porcentaje(fila[f"pahv_{cuando}_pct"])
    return f"{porcentaje} {etiqueta(fila[f'semaforo_{cuando}'])}"


def _de_a(fila: Fila, medida: str) -> str:
    antes, despues = (
        formato.porcentaje(fila[f"{medida}_{cuando}_pct"]) for cuando in ("antes", "despues")
    )
    return antes if antes == despues else f"{antes} → {despues}"


def _con_signo(cambio: int) -> str:
    return formato.numero(cambio, signo=True)
