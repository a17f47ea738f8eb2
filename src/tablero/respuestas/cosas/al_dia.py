"""Qué tan al día están las fuentes, el día en que se mira."""

from datetime import date

from tablero import formato, reloj
from tablero.consultas import fuentes
from tablero.consultas.base import Preguntas
from tablero.respuestas.antiguedad import FuenteMirada, vigentes
from tablero.respuestas.cosas.cosa import Cosa, armar, tabla

VENCIDA, SIN = "vencida", "sin periodicidad"
QUE_ES = "Vencida: ya se esperaba otro corte, según cada cuánto dice la fuente que publica."


def al_dia(preguntar: Preguntas, dia: date | None = None) -> Cosa | None:
    """El último corte de cada fuente y lo que ya se esperaba; sin `dia`, hoy.

    Lleva la fecha del día en el mensaje: así sigue siendo cierto en un archivo que se guarda.
    """
    respuesta, hoy = preguntar(fuentes.fuentes), dia or reloj.hoy()
    miradas = vigentes(respuesta.fuentes, hoy)
    if not miradas:
        return None
    vencidas = sum(m.estado == VENCIDA for m in miradas)
    con = sum(m.estado != SIN for m in miradas)
    cuantas = f"{formato.numero(vencidas)} de {formato.contar(con, 'fuente', 'fuentes')}"
    verbo = "está vencida" if vencidas == 1 else "están vencidas"
    dicho = f"{cuantas} que dicen cada cuánto publican {verbo}"
    return armar(
        "al_dia",
        f"Al {formato.fecha(hoy)}, {dicho if vencidas else 'ninguna fuente está vencida'}",
        [respuesta],
        "",
        tabla=tabla(
            "El último corte de cada fuente",
            ("Fuente", "Corte", "Edad", "Lo que ya se esperaba"),
            [_de_fuente(m) for m in miradas],
        ),
        notas=[QUE_ES],
    )


def _de_fuente(mirada: FuenteMirada) -> tuple[str, ...]:
    return mirada.sigla, mirada.corte, mirada.edad, mirada.faltantes or "nada"
