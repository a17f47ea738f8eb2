"""La política antes y después de lo supuesto, en cuatro cifras grandes."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from tablero import formato, tema
from tablero.consultas import politica
from tablero.filas import Fila
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga, tarjeta
from tablero.respuestas.suponer.suposicion import SUPOSICION, Suposicion
from tablero.respuestas.vista import PoliticaMirada

NADA = 0.005
"""Lo que se escribe 0,00."""


def _con_signo(puntos: float | None) -> str:
    return formato.numero(puntos, 2, signo=True)


class Medida(NamedTuple):
    """Una cifra de la política."""

    rotulo: str
    nombre: str
    """El comienzo de sus columnas."""
    unidad: str
    escribir: Callable[[float | None], str]

    def columna(self, cuando: str) -> str:
        """«avance_despues_pct»."""
        return f"{self.nombre}_{cuando}_{self.unidad}"


MEDIDAS = (
    Medida("Avance, calculado", "avance", "pct", formato.porcentaje),
    Medida(
        "Trayectoria (lo que debía llevar), calculada", "trayectoria", "pct", formato.porcentaje
    ),
    Medida("Brecha en puntos, calculada", "brecha", "pp", _con_signo),
)


def dibujar(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    """Avance, trayectoria, brecha y color; sin supuestos, solo los del corte."""
    fila = suposicion.politica.fila
    publicado = preguntar(politica.corte, **vista.consulta).fila
    *lugares, ultimo = st.columns(len(MEDIDAS) + 1)
    for lugar, medida in zip(lugares, MEDIDAS, strict=True):
        antes, despues = (fila[medida.columna(cuando)] for cuando in ("antes", "despues"))
        notas = [] if suposicion.esta_vacia else [_cambio(fila[f"{medida.nombre}_cambio_pp"])]
        en_la_fuente = publicado[f"{medida.nombre}_{medida.unidad}"]
        if medida.nombre == "brecha":
            notas.append(_resta(fila))
        notas.append(f"Publicado en el corte: {medida.escribir(en_la_fuente)}")
        with lugar:
            _cifra(
                suposicion,
                medida.rotulo,
                medida.columna("despues"),
                (medida.escribir(antes), medida.escribir(despues)),
                " ".join(filter(None, notas)),
            )
    with ultimo:
        _cifra(
            suposicion,
            "Color de la política, calculado",
            "semaforo_despues",
            (_color(fila["semaforo_antes"]), _color(fila["semaforo_despues"])),
            _nota_del_color(fila),
        )
    if not suposicion.esta_vacia:
        if (grabadora := puesta()) is not None:
            grabadora.juntar(suposicion.politica, "politica_supuesta")
        descarga.botones(suposicion.politica, "politica_supuesta", (*vista.palabras, SUPOSICION))


def _cifra(
    suposicion: Suposicion, rotulo: str, columna: str, textos: tuple[str, str], nota: str
) -> None:
    texto = " → ".join(dict.fromkeys(textos))
    if not suposicion.esta_vacia:
        rotulo += " y supuesta" if rotulo.endswith("a") else " y supuesto"
    tarjeta.cifra(suposicion.politica, rotulo, columna, lambda _valor: texto, nota=nota)


def _cambio(puntos: float) -> str:
    """«Sube 0,60 puntos.»"""
    if abs(puntos) < NADA:
        return "No cambia."
    verbo = "Sube" if puntos > 0 else "Baja"
    return f"{verbo} {formato.numero(abs(puntos), 2)} puntos."


def _resta(fila: Fila) -> str:
    """Que avance menos trayectoria, como se leen, no den justo la brecha, si es el caso."""
    for cuando in ("despues", "antes"):
        partes = (fila[f"avance_{cuando}_pct"], -fila[f"trayectoria_{cuando}_pct"])
        if dicho := formato.por_redondeo(partes, fila[f"brecha_{cuando}_pp"]):
            return f"Avance menos trayectoria{dicho}."
    return ""


def _color(estado: str) -> str:
    como = tema.SEMAFORO[estado]
    return f"{como.simbolo}\u00a0{como.palabra}"


def _nota_del_color(fila: Fila) -> str:
    return (
        f"Lleva {formato.porcentaje(fila['cumplimiento_despues_pct'])} de lo que debía. Con los "
        "rangos de los productos: la fuente no da un color a toda la política."
    )
