"""Las tablas de la historia de cortes: la matriz de estados y lo que cambió, con sus enlaces."""

from collections.abc import Iterable, Mapping
from html import escape
from math import fsum
from typing import Any

import pandas as pd

from tablero import formato, tema
from tablero.calculo.plan.ajustes import SIN_ACTO, SIN_REGISTRO
from tablero.calculo.seguimiento.historia.comparar import ESTADOS
from tablero.filas import Fila, filas_de
from tablero.graficos.historia import flujo_piezas
from tablero.graficos.historia.efectos import NOMBRES
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.tabla import etiqueta

FILAS_EN_PANTALLA = 50
APILABLE = "tb tb-apilable"
"""La clase de una tabla que en un teléfono pone cada dato en su renglón."""
CODIGOS_EN_UNA_CELDA = 6
YA_NO_ESTA = "ya no está"
DECIMALES = 6
"""Los que puede llevar una meta o un reporte que cambió."""


def matriz(datos: pd.DataFrame, *, antes: Url, despues: Url) -> str:
    """Los pasos de un estado a otro: las filas son el corte de antes; las columnas, el de después.

    `antes` y `despues` llevan a la hoja de un producto en cada corte: quien ya no está se ve en el
    de antes.
    """
    pasos = {(f["semaforo_antes"], f["semaforo_despues"]): f for f in filas_de(datos)}
    filas = [e for e in ESTADOS if any(e == a for a, _ in pasos)]
    columnas = [e for e in ESTADOS if any(e == d for _, d in pasos)]
    encabezado = "".join(f'<th scope="col" class="n">{_estado(e)}</th>' for e in columnas)
    cuerpo = "".join(
        f'<tr><th scope="row">{_estado(uno)}</th>'
        + "".join(
            _celda(
                pasos.get((uno, otro)),
                antes if otro == YA_NO_ESTA else despues,
                es_igual=uno == otro,
            )
            for otro in columnas
        )
        + "</tr>"
        for uno in filas
    )
    return _caja(
        "Estados antes y después",
        '<tr><th scope="col">Antes ↓ · Después →</th>' + encabezado + "</tr>",
        cuerpo,
        "tb tb-fija",
    )


def por_producto(datos: pd.DataFrame, *, antes: Url, despues: Url) -> str:
    """Lo que cada producto le sumó o le quitó al avance, en total y una columna por causa."""
    causas = [c for c in NOMBRES if c in set(datos["causa"])]
    grupos: dict[str, dict[str, Any]] = {}
    for fila in filas_de(datos):
        suyo = grupos.setdefault(fila["producto_codigo"], {"ficha": fila, "efectos": {}})
        suyo["efectos"][fila["causa"]] = fila["efecto_pp"]
    cuerpo = "".join(
        "<tr>"
        + _producto(suyo["ficha"], antes if "sale" in suyo["efectos"] else despues)
        + _efecto(suyo["ficha"]["efecto_total_pp"])
        + "".join(_efecto(suyo["efectos"].get(causa)) for causa in causas)
        + "</tr>"
        for codigo, suyo in list(grupos.items())[:FILAS_EN_PANTALLA]
    )
    sumas = [fsum(datos.loc[datos["causa"] == causa, "efecto_pp"]) for causa in causas]
    redondeo = ""
    if len(grupos) <= FILAS_EN_PANTALLA:
        totales = [suyo["ficha"]["efecto_total_pp"] for suyo in grupos.values()]
        redondeo = formato.por_redondeo(totales, fsum(sumas))
    cuerpo += (
        f'<tr><th scope="row">Toda la política: lo que cambió su avance{redondeo}</th>'
        + "".join(_efecto(suma) for suma in (fsum(sumas), *sumas))
        + "</tr>"
    )
    titulos = {"Producto": "l", "En total": "n", **{NOMBRES[c]: "n" for c in causas}}
    return _caja("Efecto de cada producto en el avance", _encabezado(titulos), cuerpo)


def movimientos(datos: pd.DataFrame, *, antes: Url, despues: Url) -> str:
    """Los productos que entran y los que salen, por qué, y lo que le hacen al avance."""
    cuerpo = "".join(
        f"<tr><td><strong>{f['movimiento'].capitalize()}</strong></td>"
        + _texto(f["razon"], rotulo="Por qué")
        + _codigo(f["producto_codigo"], antes if f["movimiento"] == "sale" else despues)
        + _nombre_y_acto(f)
        + _texto(f["entidad"], rotulo="Entidad")
        + f'<td class="n" data-rotulo="Peso">{formato.porcentaje(f["ponderacion_pct"])}</td>'
        + f"{_efecto(f['efecto_pp'], 'Efecto en el avance')}</tr>"
        for f in _primeras(datos)
    )
    titulos = {"Movimiento": "", "Por qué": "", "Código": "", "Producto": "l", "Entidad": ""}
    titulos |= {"Peso": "n", "Efecto en el avance": "n"}
    return _caja("Productos que entran y salen", _encabezado(titulos), cuerpo, APILABLE)


def cambios(datos: pd.DataFrame, *, despues: Url) -> str:
    """Cada dato que el segundo corte trae distinto."""
    cuerpo = "".join(
        f"<tr>{_codigo(f['producto_codigo'], despues)}{_nombre_y_acto(f)}"
        f"{_texto(f['clase'], rotulo='Qué cambió')}{_texto(f['dato'], rotulo='Dato')}"
        f"{_valor(f['clase'], f['antes'], 'Antes')}"
        f"{_valor(f['clase'], f['despues'], 'Después')}</tr>"
        for f in _primeras(datos)
    )
    titulos = {"Código": "", "Producto": "l", "Qué cambió": "", "Dato": ""}
    titulos |= {"Antes": "n", "Después": "n"}
    return _caja("Datos que cambiaron", _encabezado(titulos), cuerpo, APILABLE)


def cuantas(filas: int) -> str:
    """« (las primeras 50 de 120; el CSV las lleva todas)», si no caben todas en pantalla."""
    if filas <= FILAS_EN_PANTALLA:
        return ""
    todas = formato.numero(filas)
    return f" (las primeras {FILAS_EN_PANTALLA} de {todas}; el CSV las lleva todas)"


def _estado(estado: str) -> str:
    """El estado con su forma; los dos extremos, que no son colores, también la llevan."""
    if estado in tema.SEMAFORO:
        return etiqueta(estado)
    como = flujo_piezas.ESTADOS[estado]
    return f'<span aria-hidden="true">{como.simbolo}</span> {como.palabra}'


def _celda(paso: Fila | None, url: Url, *, es_igual: bool) -> str:
    """Cuántos dieron ese paso; de los que cambiaron, también cuáles."""
    if paso is None:
        return '<td class="n vacio">·</td>'
    cuantos = f"<strong>{paso['productos']}</strong>"
    if es_igual:
        return f'<td class="n">{cuantos}<span class="tb-sub">igual</span></td>'
    codigos = paso["codigos"].split(", ")
    vistos = ", ".join(enlaces.producto(c, url) for c in codigos[:CODIGOS_EN_UNA_CELDA])
    otros = len(codigos) - CODIGOS_EN_UNA_CELDA
    resto = f" y {otros} más" if otros > 0 else ""
    return f'<td class="n">{cuantos}<span class="tb-sub">{vistos}{resto}</span></td>'


def _primeras(datos: pd.DataFrame) -> list[Fila]:
    vistas = datos.head(FILAS_EN_PANTALLA).astype(object)
    return filas_de(vistas.where(vistas.notna(), None))


def _codigo(codigo: str, url: Url) -> str:
    return f"<td><strong>{enlaces.producto(codigo, url)}</strong></td>"


def _producto(ficha: Mapping[str, Any], url: Url) -> str:
    """El código y, debajo, el nombre: en un teléfono cabe al lado lo que movió en total."""
    nombre, codigo = ficha["producto_nombre"], enlaces.producto(ficha["producto_codigo"], url)
    debajo = escape(nombre) if isinstance(nombre, str) else formato.SIN_DATO
    return f'<td class="l"><strong>{codigo}</strong><span class="tb-sub">{debajo}</span></td>'


def _texto(valor: str | None, clase: str = "", rotulo: str = "") -> str:
    if not valor:
        return f'<td class="{clase} vacio"{_rotulado(rotulo)}>{formato.SIN_DATO}</td>'
    return f'<td class="{clase}"{_rotulado(rotulo)}>{escape(valor)}</td>'


def _nombre_y_acto(fila: Fila) -> str:
    """El nombre y, debajo, el acto que explica su cambio o que no lo hay.

    Sin registro de ajustes no se sabe, y se dice una sola vez al final de la página.
    """
    nombre, acto = fila["producto_nombre"], fila["acto"]
    arriba = escape(nombre) if nombre else f'<span class="vacio">{formato.SIN_DATO}</span>'
    if acto == SIN_REGISTRO:
        return _texto(nombre, "l")
    dicho = acto if acto == SIN_ACTO else f"Lo explica: {acto}"
    return f'<td class="l">{arriba}<span class="tb-sub">{escape(dicho)}</span></td>'


def _rotulado(rotulo: str) -> str:
    """El título de la columna, que en un teléfono va delante del dato."""
    return f' data-rotulo="{rotulo}"' if rotulo else ""


def _efecto(puntos: float | None, rotulo: str = "") -> str:
    if puntos is None:
        return '<td class="n vacio">·</td>'
    return f'<td class="n"{_rotulado(rotulo)}>{formato.puntos(puntos)}</td>'


def _valor(clase: str, valor: Any, rotulo: str) -> str:
    """Un dato como estaba o como está: un número, un texto, o nada."""
    if isinstance(valor, str) or valor is None:
        return _texto(valor, "" if valor else "n", rotulo)
    texto = formato.numero_justo(float(valor), DECIMALES)
    unidad = "\u00a0%" if clase == "ponderación" else ""
    return f'<td class="n"{_rotulado(rotulo)}>{texto}{unidad}</td>'


def _encabezado(titulos: Mapping[str, str]) -> str:
    return "<tr>" + "".join(_titulos(titulos)) + "</tr>"


def _titulos(titulos: Mapping[str, str]) -> Iterable[str]:
    return (f'<th scope="col" class="{clase}">{t}</th>' for t, clase in titulos.items())


def _caja(nombre: str, encabezado: str, cuerpo: str, clase: str = "tb") -> str:
    return (
        f'<div class="tb-caja" tabindex="0" role="region" aria-label="{nombre}">'
        f'<table class="{clase}"><thead>{encabezado}</thead><tbody>{cuerpo}</tbody></table></div>'
    )
