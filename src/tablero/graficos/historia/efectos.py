"""Qué le hizo cada causa al avance de la política entre dos cortes: una cascada."""

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import cascada
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.cascada import Paso

NOMBRES = {
    "sale": "Productos que salen",
    "entra": "Productos que entran",
    "queda sin dato": "Quedan sin dato",
    "vuelve a tener dato": "Vuelven a tener dato",
    "ponderación": "Otro peso",
    "períodos reescritos": "Períodos reescritos",
    "metas, tipo o línea base": "Otra meta, tipo o base",
    "reportes nuevos": "Reportes nuevos",
    "avance": "Avance de los productos",
}
"""Cómo se lee cada causa."""
NADA = 0.005
"""Lo que se escribe 0,00."""


def efectos(
    datos: pd.DataFrame,
    *,
    antes: str,
    despues: str,
    desde: float,
    hasta: float,
    fuera: str = "",
) -> Grafico:
    """Del avance `desde` (en el corte `antes`) al avance `hasta` (en `despues`), causa por causa.

    Recibe una fila por causa, en el orden en que se miran: `causa`, `productos` y `efecto_pp`, que
    suman la diferencia. `fuera` dice lo que queda fuera de la suma en cada corte.
    """
    filas = filas_de(datos)
    pasos = [
        Paso(_nombre(f["causa"], f["productos"]), f["efecto_pp"], formato.puntos(f["efecto_pp"]))
        for f in filas
    ]
    piezas = cascada.lugares(
        pasos,
        desde=Paso(f"Al {antes}", desde, formato.porcentaje(desde)),
        hasta=Paso(f"Al {despues}", hasta, formato.porcentaje(hasta)),
    )
    dibujo, alto = cascada.dibujar(piezas)
    suma = " ".join(_con_su_signo(f["efecto_pp"], n) for n, f in enumerate(filas))
    redondeo = formato.por_redondeo((f["efecto_pp"] for f in filas), hasta - desde)
    de_a = f"de {formato.porcentaje(desde)} a {formato.porcentaje(hasta)}"
    return armar(
        _titulo(filas, desde, hasta),
        f"El avance calculado de la política pasa {de_a}: "
        + "; ".join(f"{paso.nombre}, {paso.valor_texto}" for paso in pasos),
        piezas,
        dibujo,
        alto=alto,
        nota=(
            f"Los efectos suman lo que cambió el avance: {suma} = "
            f"{formato.puntos(hasta - desde)}{f'{redondeo}.' if redondeo else ''} Se miran en ese "
            "orden, y cada uno se mide con lo que cambiaron los anteriores. Entre paréntesis, "
            "cuántos productos."
            f"{f' {fuera}' if fuera else ''}"
        ),
    )


def _nombre(causa: str, productos: int) -> str:
    """Con cuántos productos mueve; corto, para que quepa en un teléfono."""
    return f"{NOMBRES[causa]} ({productos})" if productos else NOMBRES[causa]


def _titulo(filas: list[Fila], desde: float, hasta: float) -> str:
    """«El avance pasa de 32,88 % a 46,52 %; lo que más lo mueve: reportes nuevos, +10,09 p. p.»."""
    antes, despues = formato.porcentaje(desde), formato.porcentaje(hasta)
    sigue = antes == despues
    dicho = f"El avance sigue en {despues}" if sigue else f"El avance pasa de {antes} a {despues}"
    mayor = max(filas, key=lambda f: abs(f["efecto_pp"]))
    if abs(mayor["efecto_pp"]) < NADA:
        return f"{dicho}: nada de lo que cambió lo mueve"
    nombre = NOMBRES[mayor["causa"]]
    return (
        f"{dicho}; lo que más lo mueve: {nombre[0].lower()}{nombre[1:]}, "
        f"{formato.puntos(mayor['efecto_pp'])}"
    )


def _con_su_signo(puntos: float, lugar: int) -> str:
    """«3,33» si es el primero; «+ 0,35» o «− 0,13» si sigue a otro."""
    if not lugar:
        return formato.numero(puntos, 2)
    return f"{'−' if puntos < 0 else '+'} {formato.numero(abs(puntos), 2)}"
