"""El ritmo de un producto, en palabras y en cifras: el que lleva y el que necesita."""

from collections.abc import Callable
from html import escape

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import copia, tarjeta
from tablero.respuestas.producto import ProductoMirado

SIN_MEDIR = {
    "no vigente": "Ya no está vigente: no hay ritmo que medir.",
    "Constante": "Un Constante mantiene un nivel: no se acumula mes a mes y no tiene ritmo.",
    "sin iniciar": "Todavía no debía reportar: su ritmo se mide desde el primer reporte.",
    "publicado": "Del corte solo se publican porcentajes: sin metas, fechas ni reportes no hay "
    "ritmo que medir.",
    "": "Falta el avance, el plazo o la meta final con qué medirlo.",
}
"""Estado o tipo → por qué no hay ritmo; si le tocan varios, el primero."""
SIN_LIMITE = {
    "cumplida": "No necesita más para su meta final.",
    "sin avance": "Lo reportado no lo acerca a su meta final: no hay fecha a la que llegue.",
    "vencida": "Ya no le quedan meses de plazo.",
}
"""Lectura → lo que se dice en vez de hasta cuándo podría detenerse."""


@decir_fallas
def dibujar(mirado: ProductoMirado) -> None:
    """El bloque del ritmo, con su frase por título."""
    respuesta = mirado.paso
    fila = respuesta.fila
    tarjeta.bloque(
        respuesta,
        titulo(fila),
        "producto_ritmo",
        escribir,
        otros_filtros=mirado.palabras,
        por_que=_por_que(mirado.fila),
    )


def titulo(fila: Fila) -> str:
    """La lectura del ritmo, en una frase."""
    fin = formato.fecha(fila["fin_fecha"])
    frases: dict[str, Callable[[], str]] = {
        "cumplida": lambda: "Ya alcanzó su meta final",
        "alcanza": lambda: (
            "Si sigue al mismo ritmo, alcanza su meta final dentro de su plazo, que termina el "
            f"{fin}"
        ),
        "no alcanza": lambda: (
            "Si sigue al mismo ritmo, no alcanza su meta final dentro de su plazo, que termina el "
            f"{fin}"
        ),
        "sin avance": lambda: f"No ha avanzado: así no alcanza su meta final el {fin}",
        "vencida": lambda: f"Su plazo terminó el {fin} sin alcanzar la meta final",
        "no aplica": lambda: "Ritmo: no aplica",
    }
    return frases.get(fila["ritmo_lectura"], lambda: f"Ritmo: {SIN_DATO}")()


def escribir(datos: pd.DataFrame, *, por_que: str) -> str:
    """El HTML: los tres ritmos y hasta cuándo se puede, o por qué no hay ritmo.

    Vencido el plazo ya no necesita ninguno: solo va el que llevó.
    """
    fila = filas_de(datos)[0]
    if fila["actual_pp"] is None:
        return f'<p class="tb-nota">{escape(por_que)}</p>'
    medido = formato.fecha(fila["medido_fecha"])
    casillas = [_casilla("Lleva, por mes", fila["actual"], fila["actual_pp"])]
    if fila["ritmo_lectura"] != "vencida":
        casillas += [
            _casilla(f"Necesita para la meta de {fila['para_el_anio_de']}", *_par(fila, "anio")),
            _casilla("Necesita para la meta final", *_par(fila, "final")),
        ]
    return (
        f'<div class="tb-franja">{"".join(casillas)}</div>'
        f'<p class="tb-grupo">{escape(f"{_llegada(fila)}{_limite(fila)}")}</p>'
        f'<p class="tb-nota">Medido al {medido}, en la unidad del indicador y en puntos de la meta '
        f"final: {formato.numero(fila['meses_corridos'], 1)} meses corridos y "
        f"{formato.numero(fila['meses_restantes'], 1)} por delante.</p>"
    )


def _par(fila: Fila, meta: str) -> tuple[float | None, float | None]:
    """Lo que necesita para esa meta, en la unidad del indicador y en puntos."""
    return fila[f"para_el_{meta}"], fila[f"para_el_{meta}_pp"]


def _casilla(titulo: str, valor: float | None, puntos: float | None) -> str:
    cifra = formato.numero_justo(valor)
    nota = "" if puntos is None else f"{formato.puntos(puntos)} de la meta final"
    debajo = f'<p class="tb-nota">{nota}</p>' if nota else ""
    return (
        f'<div class="tb-dato"{copia.suya(escape(titulo), cifra, nota)}>'
        f'<p class="tb-nota">{escape(titulo)}</p><p class="tb-menor">{cifra}</p>{debajo}</div>'
    )


def _llegada(fila: Fila) -> str:
    """La fecha que da la línea recta, que no es un pronóstico; nada, si no da ninguna."""
    if fila["ritmo_lectura"] not in ("alcanza", "no alcanza"):
        return ""
    dia = fila["llegada_fecha"]
    cuando = "después de 2100" if dia is None else f"el {formato.fecha(dia)}"
    return f"En línea recta llegaría {cuando}: es una cuenta, no un pronóstico. "


def _limite(fila: Fila) -> str:
    """Hasta cuándo podría detenerse y todavía llegar."""
    if fila["ritmo_lectura"] in SIN_LIMITE:
        return SIN_LIMITE[fila["ritmo_lectura"]]
    limite = fila["limite_fecha"]
    if limite is None:
        return (
            "Ni llevando este ritmo desde el primer día del plazo la habría alcanzado: tiene que "
            "ir más rápido."
        )
    if limite < fila["medido_fecha"]:
        return (
            f"A este ritmo quedó fuera de alcance el {formato.fecha(limite)}: desde entonces tiene "
            "que ir más rápido."
        )
    if limite == fila["medido_fecha"]:
        return "No tiene holgura: si se detiene, ya no llega a este ritmo."
    return (
        f"Si se detuviera, hasta el {formato.fecha(limite)} podría retomar este ritmo y llegar a "
        "tiempo; después, ya no."
    )


def _por_que(fila: Fila) -> str:
    if fila["nivel"] == "publicado":
        return SIN_MEDIR["publicado"]
    claves = (fila["semaforo"], fila["anualizacion_tipo"])
    return next((motivo for clave, motivo in SIN_MEDIR.items() if clave in claves), SIN_MEDIR[""])
