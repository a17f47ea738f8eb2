"""Lo que dice algo dibujado lado a lado: lo que lleva cada producto, las personas, las situaciones.

Todo va con su número escrito al lado: no hace falta leer un eje.
"""

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import QUE_COLOR, SIN_ENTIDAD, SITUACIONES, en_palabras
from tablero.graficos.piezas import barras, franjas, renglones
from tablero.graficos.piezas.barras import Barra
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.franjas import Franja
from tablero.graficos.piezas.renglones import Renglon

LLENO = 100
"""El avance que llena el ancho, si ninguno lo pasa."""
LO_MISMO = 0.005
"""Puntos: dos brechas más cercanas se escriben igual."""
RAYA = "La raya es lo que debía llevar."
DE_LOS_CENTROS = (
    "Lo que informan los Centros Intégrate de cada lugar; una persona puede contarse más de una "
    "vez. En qué fechas, lo dice su ficha."
)


def productos(datos: pd.DataFrame) -> Grafico:
    """Lo que lleva cada producto (la barra) y lo que debía llevar (la raya).

    Recibe una fila por producto: `producto_codigo`, `paa_pct`, `trayectoria_pct` y `brecha_pp`, que
    pueden estar vacíos.
    """
    filas = filas_de(datos)
    peor = _peor(filas)
    puestos = renglones.lugares(
        [
            Renglon(
                f["producto_codigo"],
                _lleva(f),
                max(f["paa_pct"] or 0.0, 0.0),
                f["trayectoria_pct"],
                resaltado=peor is not None and f["producto_codigo"] == peor["producto_codigo"],
            )
            for f in filas
        ],
        grosor=26,
    )
    mayor = max([LLENO, *(v for f in filas for c in ("paa_pct", "trayectoria_pct") if (v := f[c]))])
    dibujo, alto = renglones.dibujar(
        puestos, tope=mayor, pie=RAYA, ancho_valor=240, es_un_todo=mayor == LLENO
    )
    alternativa = "; ".join(f"{f['producto_codigo']}, {_lleva(f)}" for f in filas)
    return armar(
        _cual_va_peor(filas, peor),
        f"Avance acumulado de cada producto y lo que debía llevar: {alternativa}.",
        puestos,
        dibujo,
        alto=alto,
    )


def lugares(datos: pd.DataFrame) -> Grafico:
    """Las personas atendidas en los Centros Intégrate de cada lugar.

    Recibe una fila por lugar: `comparado`, `valor` (alguno puede estar vacío) y `texto`.
    """
    filas = filas_de(datos)
    mayor = max(filas, key=lambda f: f["valor"] or 0)
    barras_ = [Barra(f["comparado"], f["valor"], f["texto"], destaca=f is mayor) for f in filas]
    dichos = formato.enumerar([f"{f['comparado']}, {f['texto']}" for f in filas])
    return barras.grafico(
        f"Personas atendidas: donde más, {mayor['comparado']} ({mayor['texto']})",
        f"Personas atendidas en los Centros Intégrate de cada lugar: {dichos}.",
        barras_,
        que_es="Personas",
        nota=DE_LOS_CENTROS,
    )


def entidades(datos: pd.DataFrame) -> Grafico:
    """Los productos de cada entidad, repartidos por situación.

    Recibe una fila por entidad y situación: `entidad` (vacía, si la fuente no la dice),
    `situacion` y `productos`.
    """
    conteos = {
        str(nombre): dict(zip(grupo["situacion"], grupo["productos"].astype(int), strict=True))
        for nombre, grupo in datos.groupby(datos["entidad"].fillna(SIN_ENTIDAD), sort=False)
    }
    filas = [
        Franja(f"{n}: {formato.contar(sum(c.values()), 'producto', 'productos')}", c)
        for n, c in conteos.items()
    ]
    piezas = franjas.trozos(filas, grosor=38, tamano=20, estados=SITUACIONES)
    presentes = set(piezas["estado"])
    leyenda = {e: f"{c.simbolo} {c.palabra}" for e, c in SITUACIONES.items() if e in presentes}
    dibujo, alto = franjas.dibujar(piezas, leyenda, tamano=20, estados=SITUACIONES)
    dichos = "; ".join(f"{nombre}, {en_palabras(conteo)}" for nombre, conteo in conteos.items())
    return armar(
        "Cómo van los productos de cada una",
        f"Productos de cada entidad por situación: {dichos}.",
        piezas,
        dibujo,
        alto=alto,
        nota=QUE_COLOR,
    )


def _lleva(fila: Fila) -> str:
    """«0 %; debía llevar 100 %»."""
    avance, trayectoria = (_porcentaje(fila[c]) for c in ("paa_pct", "trayectoria_pct"))
    return f"{avance}; debía {trayectoria}"


def _porcentaje(valor: float | None) -> str:
    texto = formato.numero_justo(valor)
    return texto if texto == SIN_DATO else f"{texto}\u00a0%"


def _peor(filas: list[Fila]) -> Fila | None:
    """El que más le falta; ninguno si dos están igual o si ninguno lleva menos de lo que debía."""
    conocidas = sorted((f for f in filas if f["brecha_pp"] is not None), key=_brecha)
    if not conocidas or _brecha(conocidas[0]) > -LO_MISMO:
        return None
    empatan = len(conocidas) > 1 and _brecha(conocidas[1]) - _brecha(conocidas[0]) < LO_MISMO
    return None if empatan else conocidas[0]


def _brecha(fila: Fila) -> float:
    return float(fila["brecha_pp"])


def _cual_va_peor(filas: list[Fila], peor: Fila | None) -> str:
    """El mensaje: cuál va peor y por cuánto, y de cuántos no se sabe."""
    sin_brecha = [f["producto_codigo"] for f in filas if f["brecha_pp"] is None]
    salvo = f"; de {formato.enumerar(sin_brecha)} no se sabe" if sin_brecha else ""
    if peor is not None:
        lleva, debia = (_porcentaje(peor[c]) for c in ("paa_pct", "trayectoria_pct"))
        return (
            f"El que va peor es el {peor['producto_codigo']}: lleva {lleva} y debía {debia}{salvo}"
        )
    brechas = [_brecha(f) for f in filas if f["brecha_pp"] is not None]
    if min(brechas) > -LO_MISMO:
        return f"Ninguno lleva menos de lo que debía{salvo}"
    peores = [
        f["producto_codigo"]
        for f in filas
        if f["brecha_pp"] is not None and _brecha(f) - min(brechas) < LO_MISMO
    ]
    return f"Los que van peor, por igual, son {formato.enumerar(peores)}{salvo}"
