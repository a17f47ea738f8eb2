"""Todas las cosas que se pueden mostrar, en el orden en que un Comité las pregunta."""

from datetime import date
from functools import partial

from tablero.consultas.base import Preguntas
from tablero.respuestas.cosas import al_dia, planes, politica, territorio
from tablero.respuestas.cosas.cosa import Cosa, Mostrar

CATALOGO: dict[str, Mostrar] = {
    "avance": politica.avance,
    "por_que": politica.explicacion,
    "objetivos": politica.objetivos,
    "semaforo": politica.estados,
    "atrasados": politica.atrasados,
    "comite": planes.plan_del_comite,
    "plan_cnim": planes.plan_cnim,
    "centros": territorio.atencion,
    "transferencias": territorio.dinero,
    "ipt": territorio.priorizados,
    "brechas": territorio.sin_lista,
    "al_dia": al_dia.al_dia,
}
"""Código → quien la arma."""


def todas(preguntar: Preguntas, dia: date | None = None) -> tuple[Cosa, ...]:
    """Las que ese tablero puede sustentar con alguna fuente, como se ven ese día; sin él, hoy."""
    del_dia = CATALOGO | {"al_dia": partial(al_dia.al_dia, dia=dia)}
    armadas = (mostrar(preguntar) for mostrar in del_dia.values())
    return tuple(cosa for cosa in armadas if cosa is not None)
