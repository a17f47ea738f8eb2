"""Por qué la política va como va: su brecha, hecha de los aportes de sus partes."""

from dataclasses import dataclass
from math import fsum
from typing import Literal

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import cascada, destinos
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.cascada import Paso

Por = Literal["producto", "resultado", "objetivo", "sector", "entidad"]
PASOS = 12
"""Los que caben en una pantalla; los de menor aporte van juntos."""
NADA = 1e-9
"""Un aporte menor que este es ruido de los decimales."""
MENOS_QUE_UN_CENTESIMO = 0.005
TOQUE: dict[Por, str] = {
    "producto": destinos.TOQUE_DE_PRODUCTO,
    "entidad": destinos.TOQUE_DE_ENTIDAD,
}


@dataclass(frozen=True)
class _Parte:
    """Cómo se nombra una parte de la política."""

    una: str
    varias: str
    columna: str
    """La de su nombre."""
    sin_nombre: str = ""
    """Los productos de los que la fuente no la dice."""


PARTES: dict[Por, _Parte] = {
    "producto": _Parte("producto", "productos", "producto_nombre"),
    "resultado": _Parte("resultado", "resultados", "resultado"),
    "objetivo": _Parte("objetivo", "objetivos", "objetivo"),
    "sector": _Parte("sector", "sectores", "sector_nombre", "Sin dato del sector"),
    "entidad": _Parte("entidad", "entidades", "entidad", "Sin dato de la entidad"),
}


def brecha(datos: pd.DataFrame, *, por: Por, fuera: str = "") -> Grafico:
    """Los aportes, de cero a la brecha de la política: primero los que restan.

    Recibe `brecha_aporte_pp`, `brecha_politica_pp` (la misma en todas) y el nombre de cada parte:
    `producto_codigo` y `producto_nombre`, o el de su columna en `PARTES` (vacío si la fuente no lo
    dice). Tocar un producto o una entidad abre su página, si los datos dicen `politica_codigo` y
    `corte_fecha`. `fuera` es la frase de lo que no entra en la suma. `ValueError` si los aportes no
    suman la brecha.
    """
    partes = [
        Paso(
            _nombre(f, por), f["brecha_aporte_pp"], _puntos(f["brecha_aporte_pp"]), _enlace(f, por)
        )
        for f in filas_de(
            datos[datos["brecha_aporte_pp"].abs() > NADA].sort_values(
                "brecha_aporte_pp", kind="stable"
            )
        )
    ]
    total = float(datos["brecha_politica_pp"].iloc[0])
    final = Paso("Brecha de la política", total, _puntos(total))
    pasos = _los_mayores(partes, por)
    marcas = cascada.lugares(pasos, hasta=final)
    dibujo, alto = cascada.dibujar(marcas)
    alternativa = (
        "Cascada de cero a la brecha de la política, en puntos porcentuales: "
        + "; ".join(f"{p.nombre}, {p.valor_texto}" for p in [*pasos, final])
    )
    toque = TOQUE.get(por, "") if marcas["enlace"].any() else ""
    nota = " ".join(filter(None, (fuera, _nota(partes, pasos), *_sin_decir(datos, por), toque)))
    return armar(_titulo(partes, por), alternativa, marcas, dibujo, alto=alto, nota=nota)


def _los_mayores(partes: list[Paso], por: Por) -> list[Paso]:
    """Los de mayor aporte, en su orden, y los demás en un solo paso."""
    if len(partes) <= PASOS:
        return partes
    mayores = sorted(partes, key=lambda p: -abs(p.valor))[: PASOS - 1]
    otros = [p for p in partes if p not in mayores]
    suma = fsum(p.valor for p in otros)
    nombre = f"Los demás {PARTES[por].varias} ({len(otros)})"
    if por == "entidad":
        nombre = nombre.replace("Los", "Las", 1)
    return [*(p for p in partes if p in mayores), Paso(nombre, suma, _puntos(suma))]


def _titulo(partes: list[Paso], por: Por) -> str:
    """«9 productos restan 7,24 puntos y otros compensan 7,09: solo el 3.1.7 resta 4,00»."""
    restan = [p for p in partes if p.valor < 0]
    resta, suma = _sumas(partes)
    if not restan:
        return f"Ningún {PARTES[por].una} resta" if por != "entidad" else "Ninguna entidad resta"
    compensan = f" y otros compensan {formato.numero(suma, 2)}" if suma else " y ninguno compensa"
    if por == "producto":
        return (
            f"{formato.contar(len(restan), 'producto resta', 'productos restan')} "
            f"{formato.numero(resta, 2)} puntos{compensan}: {_el_mayor(restan)}"
        )
    if sin_decir := [p for p in restan if PARTES[por].sin_nombre == p.nombre]:
        dicho = _con_sin_decir(restan, -sin_decir[0].valor, resta, por)
        return dicho + compensan.replace(" y ", "; ", 1)
    if len(restan) == 1:
        return (
            f"Por {PARTES[por].una}, solo resta «{restan[0].nombre}»: {formato.numero(resta, 2)} "
            f"puntos{compensan}"
        )
    return (
        f"Por {PARTES[por].una}, lo que más resta es «{restan[0].nombre}»: "
        f"{formato.numero(-restan[0].valor, 2)} de {formato.numero(resta, 2)} puntos{compensan}"
    )


def _con_sin_decir(restan: list[Paso], sin_decir: float, resta: float, por: Por) -> str:
    """Lo que resta, si parte es de productos de los que la fuente no dice el sector o la entidad.

    Eso no es un sector ni una entidad: nunca es «lo que más resta».
    """
    es_entidad = por == "entidad"
    de_nadie = f"de productos de los que no dice {'la' if es_entidad else 'el'} {por}"
    nombrados = [p for p in restan if p.nombre != PARTES[por].sin_nombre]
    if not nombrados:
        ninguno = "ninguna de las" if es_entidad else "ninguno de los"
        return (
            f"Por {por}, {ninguno} que la fuente nombra resta: los {formato.numero(resta, 2)} "
            f"puntos son {de_nadie}"
        )
    return (
        f"Por {por}, lo que más resta de lo que la fuente nombra es «{nombrados[0].nombre}»: "
        f"{formato.numero(-nombrados[0].valor, 2)} de {formato.numero(resta, 2)} puntos; "
        f"{formato.numero(sin_decir, 2)} son {de_nadie}"
    )


def _el_mayor(restan: list[Paso]) -> str:
    """«el que más resta es el 3.1.7, con 4,00», o cuál es, si es uno solo."""
    codigo = restan[0].nombre.partition(" ")[0]
    if len(restan) == 1:
        return f"es el {codigo}"
    return f"el que más resta es el {codigo}, con {formato.numero(-restan[0].valor, 2)}"


def _nota(partes: list[Paso], pasos: list[Paso]) -> str:
    """La suma, con un decimal más que las barras para que se vea que es exacta."""
    resta, suma = _sumas(partes)
    total = suma - resta
    redondeo = formato.por_redondeo((-resta, suma), total, 3)
    barras = formato.por_redondeo((p.valor for p in pasos), total)
    return (
        "Cada barra empieza donde termina la anterior: a la izquierda resta y a la derecha suma. "
        "Un producto aporta su peso por lo que lleva de más o de menos frente a lo que debía "
        f"llevar. Restan {formato.numero(resta, 3)} y suman {formato.numero(suma, 3)}: es "
        f"exactamente la brecha calculada de la política, {formato.puntos(total, 3)}"
        + (f"{redondeo}." if redondeo else "")
        + (f" Las barras llevan dos decimales{barras}." if barras else "")
    )


def _sin_decir(datos: pd.DataFrame, por: Por) -> list[str]:
    """De cuántos productos la fuente no dice el sector o la entidad."""
    if not PARTES[por].sin_nombre:
        return []
    sin_nombre = int(datos.loc[datos[PARTES[por].columna].isna(), "productos"].sum())
    if not sin_nombre:
        return []
    todos = formato.contar(int(datos["productos"].sum()), "producto", "productos")
    articulo = "la" if por == "entidad" else "el"
    return [
        f"De {formato.numero(sin_nombre)} de los {todos} la fuente no dice {articulo} {por}: lo de "
        f"cada {por} es solo lo de los productos que le nombra."
    ]


def _sumas(partes: list[Paso]) -> tuple[float, float]:
    """Lo que restan (en positivo) y lo que suman."""
    return (
        -fsum(p.valor for p in partes if p.valor < 0),
        fsum(p.valor for p in partes if p.valor > 0),
    )


def _nombre(fila: Fila, por: Por) -> str:
    nombre = fila[PARTES[por].columna]
    if por == "producto":
        return f"{fila['producto_codigo']} {formato.texto(nombre)}"
    return nombre if isinstance(nombre, str) else PARTES[por].sin_nombre


def _enlace(fila: Fila, por: Por) -> str:
    """La página del producto o de la entidad; los demás grupos no tienen una."""
    if por == "producto":
        return destinos.producto_de(fila)
    return destinos.entidad_de(fila) if por == "entidad" else ""


def _puntos(aporte: float) -> str:
    decimales = 3 if 0 < abs(aporte) < MENOS_QUE_UN_CENTESIMO else 2
    return formato.puntos(aporte, decimales)
