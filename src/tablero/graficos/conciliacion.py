"""Lo publicado contra lo calculado, en un vistazo."""

import pandas as pd

from tablero import formato, tema
from tablero.graficos.piezas import apiladas
from tablero.graficos.piezas.base import Grafico, armar
from tablero.modelo.documentos import nombre

ESTADOS = tema.CONCILIACION
LEYENDA = {estado: f"{como.simbolo} {como.palabra}" for estado, como in ESTADOS.items()}
COLORES = {LEYENDA[estado]: como.color for estado, como in ESTADOS.items()}
Conteo = dict[str, int]


def por_documento(datos: pd.DataFrame) -> Grafico:
    """Una barra por documento, partida en lo que coincide, difiere o no se puede calcular.

    Recibe una fila por documento y estado: `documento`, `estado`, `contrastes`.
    """
    conteos: dict[str, Conteo] = {}
    for documento, estado, cuantos in zip(
        datos["documento"], datos["estado"], datos["contrastes"], strict=True
    ):
        conteo = conteos.setdefault(documento, dict.fromkeys(ESTADOS, 0))
        conteo[estado] += int(cuantos)
    partes = apiladas.partir(
        [nombre(d) for d in conteos],
        [{LEYENDA[e]: n for e, n in conteo.items()} for conteo in conteos.values()],
        [_rotulo(conteo) for conteo in conteos.values()],
    )
    dibujo, alto = apiladas.dibujar(partes, COLORES, que_es="Cifras")
    alternativa = "; ".join(f"{nombre(d)}: {_en_palabras(c)}" for d, c in conteos.items()) + "."
    return armar(_titulo(conteos), alternativa, partes, dibujo, alto=alto)


def _titulo(conteos: dict[str, Conteo]) -> str:
    """«De 181 cifras revisadas, 115 coinciden, 26 difieren (23, en …) y 40 no se pueden…»."""
    total = sum(sum(conteo.values()) for conteo in conteos.values())
    coinciden = sum(conteo["coincide"] for conteo in conteos.values())
    difieren = sum(conteo["difiere"] for conteo in conteos.values())
    de_cuantas = formato.contar(total, "cifra revisada", "cifras revisadas")
    sin_calcular = total - coinciden - difieren
    partes = [formato.contar(coinciden, "coincide", "coinciden"), "ninguna difiere"]
    if difieren:
        mayor = max(conteos, key=lambda d: conteos[d]["difiere"])
        suyas = conteos[mayor]["difiere"]
        donde = (
            f"todas, en {nombre(mayor)}" if suyas == difieren else f"{suyas}, en {nombre(mayor)}"
        )
        partes[1] = f"{formato.contar(difieren, 'difiere', 'difieren')} ({donde})"
    if sin_calcular:
        partes.append(_sin_calcular(sin_calcular))
    return f"De {de_cuantas}, {formato.enumerar(partes)}"


def _sin_calcular(cuantas: int) -> str:
    return formato.contar(cuantas, "no se puede calcular", "no se pueden calcular")


def _rotulo(conteo: Conteo) -> str:
    return "  ".join(f"{ESTADOS[e].simbolo} {n}" for e, n in conteo.items() if n)


def _en_palabras(conteo: Conteo) -> str:
    return (
        f"{formato.contar(conteo['coincide'], 'coincide', 'coinciden')}, "
        f"{formato.contar(conteo['difiere'], 'difiere', 'difieren')} y "
        f"{_sin_calcular(conteo['no calculable'])}"
    )
