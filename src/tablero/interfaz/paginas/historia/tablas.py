"""Las tablas de la historia de cortes: la matriz de estados y lo que cambió, con sus enlaces."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

import pandas as pd

from tablero import formato, tema
from tablero.calculo.plan.ajustes import SIN_ACTO, SIN_REGISTRO
from tablero.calculo.seguimiento.historia.comparar import ESTADOS
from tablero.filas import Fila, filas_de
from tablero.graficos.historia import flujo_piezas
from tablero.graficos.historia.efectos import NOMBRES
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Celda, Columna, escribir

FILAS_EN_PANTALLA = 50
CODIGOS_EN_UNA_CELDA = 6
YA_NO_ESTA = "ya no está"
VACIA = Celda("·", falta=True)
"""Nadie dio ese paso, o esa causa no movió a ese producto."""
DECIMALES = 6
"""Los que puede llevar una meta o un reporte que cambió."""


def matriz(datos: pd.DataFrame, *, antes: Url, despues: Url) -> str:
    """Los pasos de un estado a otro: las filas son el corte de antes; las columnas, el de después.

    `antes` y `despues` llevan a la hoja de un producto en cada corte: quien ya no está se ve en el
    de antes.
    """
    pasos = {(f["semaforo_antes"], f["semaforo_despues"]): f for f in filas_de(datos)}
    filas = [e for e in ESTADOS if any(e == a for a, _ in pasos)]
    llegadas = [e for e in ESTADOS if any(e == d for _, d in pasos)]
    columnas = [
        Columna[str]("Antes ↓ · Después →", _estado, es_titulo=True),
        *(_hacia(otro, pasos, antes if otro == YA_NO_ESTA else despues) for otro in llegadas),
    ]
    return escribir("Estados antes y después", columnas, filas, clase="tb-fija", fija=True)


def por_producto(datos: pd.DataFrame, *, antes: Url, despues: Url) -> str:
    """Lo que cada producto le sumó o le quitó al avance, en total y una columna por causa."""
    causas = [c for c in NOMBRES if c in set(datos["causa"])]
    grupos = _por_producto(filas_de(datos))
    sumas = {causa: fsum(datos.loc[datos["causa"] == causa, "efecto_pp"]) for causa in causas}
    total = fsum(sumas.values())
    redondeo = ""
    if len(grupos) <= FILAS_EN_PANTALLA:
        redondeo = formato.por_redondeo([grupo.total for grupo in grupos], total)
    columnas: tuple[Columna[_Efectos], ...] = (
        Columna("Producto", lambda e: _de_quien(e, antes, despues), "l", orden=lambda e: e.quien),
        Columna("En total", lambda e: _efecto(e.total), "n", orden=lambda e: e.total),
        *(_de_causa(causa) for causa in causas),
    )
    de_todos = _Efectos(f"Toda la política: lo que cambió su avance{redondeo}", total, sumas)
    filas = [*grupos[:FILAS_EN_PANTALLA], de_todos]
    return escribir(
        "Efecto de cada producto en el avance",
        columnas,
        filas,
        es_total=lambda e: not e.es_producto,
        de=len(grupos),
    )


def movimientos(datos: pd.DataFrame, *, antes: Url, despues: Url) -> str:
    """Los productos que entran y los que salen, por qué, y lo que le hacen al avance."""

    def codigo(fila: Fila) -> Marcado:
        return _codigo(fila, antes if fila["movimiento"] == "sale" else despues)

    columnas: tuple[Columna[Fila], ...] = (
        Columna("Movimiento", lambda f: negrita(f["movimiento"].capitalize())),
        Columna("Por qué", lambda f: f["razon"] or formato.SIN_DATO, rotulo="Por qué"),
        Columna("Código", codigo),
        Columna("Producto", _nombre_y_acto, "l"),
        Columna("Entidad", lambda f: f["entidad"] or formato.SIN_DATO, rotulo="Entidad"),
        Columna(
            "Peso",
            lambda f: marcar(formato.porcentaje(f["ponderacion_pct"])),
            "n",
            "Peso",
            orden=lambda f: f["ponderacion_pct"],
        ),
        Columna(
            "Efecto en el avance",
            lambda f: _efecto(f["efecto_pp"]),
            "n",
            "Efecto en el avance",
            orden=lambda f: f["efecto_pp"],
        ),
    )
    filas, de = filas_de(datos.head(FILAS_EN_PANTALLA)), len(datos)
    return escribir("Productos que entran y salen", columnas, filas, clase=APILABLE, de=de)


def cambios(datos: pd.DataFrame, *, despues: Url) -> str:
    """Cada dato que el segundo corte trae distinto."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Código", lambda f: _codigo(f, despues)),
        Columna("Producto", _nombre_y_acto, "l"),
        Columna("Qué cambió", lambda f: f["clase"] or formato.SIN_DATO, rotulo="Qué cambió"),
        Columna("Dato", lambda f: f["dato"] or formato.SIN_DATO, rotulo="Dato"),
        Columna("Antes", lambda f: _valor(f, "antes"), "n", "Antes", orden=lambda f: f["antes"]),
        Columna(
            "Después", lambda f: _valor(f, "despues"), "n", "Después", orden=lambda f: f["despues"]
        ),
    )
    filas, de = filas_de(datos.head(FILAS_EN_PANTALLA)), len(datos)
    return escribir("Datos que cambiaron", columnas, filas, clase=APILABLE, de=de)


def cuantas(filas: int) -> str:
    """« (las primeras 50 de 120; el CSV las lleva todas)», si no caben todas en pantalla."""
    if filas <= FILAS_EN_PANTALLA:
        return ""
    todas = formato.numero(filas)
    return f" (las primeras {FILAS_EN_PANTALLA} de {todas}; el CSV las lleva todas)"


@dataclass(frozen=True)
class _Efectos:
    """Lo que movió el avance, en total y por causa: un producto o toda la política."""

    quien: str
    total: float | None
    de_causa: Mapping[str, float]
    nombre: str | None = None
    es_producto: bool = False


def _por_producto(filas: Iterable[Fila]) -> list[_Efectos]:
    grupos: dict[str, list[Fila]] = {}
    for fila in filas:
        grupos.setdefault(fila["producto_codigo"], []).append(fila)
    return [
        _Efectos(
            codigo,
            suyas[0]["efecto_total_pp"],
            {fila["causa"]: fila["efecto_pp"] for fila in suyas},
            suyas[0]["producto_nombre"],
            es_producto=True,
        )
        for codigo, suyas in grupos.items()
    ]


def _de_quien(efectos: _Efectos, antes: Url, despues: Url) -> Celda:
    """El código y, debajo, el nombre: en un teléfono cabe al lado lo que movió en total."""
    if not efectos.es_producto:
        return Celda(efectos.quien, clase="", es_titulo=True)
    codigo = enlaces.producto(efectos.quien, antes if "sale" in efectos.de_causa else despues)
    return Celda(unir(negrita(codigo), debajo(efectos.nombre or formato.SIN_DATO)))


def _de_causa(causa: str) -> Columna[_Efectos]:
    return Columna(
        NOMBRES[causa],
        lambda e: _efecto(e.de_causa.get(causa)),
        "n",
        orden=lambda e: e.de_causa.get(causa),
    )


def _estado(estado: str) -> Marcado:
    """El estado con su forma; los dos extremos, que no son colores, también la llevan."""
    if estado in tema.SEMAFORO:
        return etiqueta(estado)
    como = flujo_piezas.ESTADOS[estado]
    return Marcado(f'<span aria-hidden="true">{como.simbolo}</span> {como.palabra}')


def _hacia(otro: str, pasos: Mapping[tuple[str, str], Fila], url: Url) -> Columna[str]:
    """La columna de quienes llegaron a un estado."""
    return Columna(
        _estado(otro), lambda uno: _paso(pasos.get((uno, otro)), url, es_igual=uno == otro), "n"
    )


def _paso(paso: Fila | None, url: Url, *, es_igual: bool) -> Celda:
    """Cuántos dieron ese paso; de los que cambiaron, también cuáles."""
    if paso is None:
        return VACIA
    cuantos = negrita(str(paso["productos"]))
    if es_igual:
        return Celda(unir(cuantos, debajo("igual")))
    codigos = paso["codigos"].split(", ")
    vistos = ", ".join(enlaces.producto(c, url) for c in codigos[:CODIGOS_EN_UNA_CELDA])
    otros = len(codigos) - CODIGOS_EN_UNA_CELDA
    resto = f" y {otros} más" if otros > 0 else ""
    return Celda(unir(cuantos, debajo(unir(Marcado(vistos), resto))))


def _codigo(fila: Fila, url: Url) -> Marcado:
    return negrita(enlaces.producto(fila["producto_codigo"], url))


def _nombre_y_acto(fila: Fila) -> str:
    """El nombre y, debajo, el acto que explica su cambio o que no lo hay.

    Sin registro de ajustes no se sabe, y se dice una sola vez al final de la página.
    """
    nombre, acto = fila["producto_nombre"], fila["acto"]
    if acto == SIN_REGISTRO:
        return nombre or formato.SIN_DATO
    dicho = acto if acto == SIN_ACTO else f"Lo explica: {acto}"
    arriba = marcar(nombre) if nombre else Marcado(f'<span class="vacio">{formato.SIN_DATO}</span>')
    return unir(arriba, debajo(dicho))


def _efecto(puntos: float | None) -> Celda:
    return VACIA if puntos is None else Celda(formato.puntos(puntos))


def _valor(fila: Fila, columna: str) -> Celda:
    """Un dato como estaba o como está: un número, un texto, o nada."""
    valor = fila[columna]
    if not valor and not isinstance(valor, int | float):
        return Celda(formato.SIN_DATO, falta=True)
    if isinstance(valor, str):
        return Celda(valor, clase="")
    texto = formato.numero_justo(float(valor), DECIMALES)
    return Celda(f"{texto}\u00a0%" if fila["clase"] == "ponderación" else texto)
