"""El plan nacional de la CNIM y el plan de trabajo del Comité."""

from tablero import formato
from tablero.consultas import cnim, comite, inicio
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.graficos.comite import reporte_de_utas
from tablero.respuestas.cosas.contraste import razon
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar, tabla
from tablero.respuestas.frases import un_decimal

QUE_ES_UNA_UTA = (
    "UTA: unidad técnica de apoyo, el grupo de entidades que trabaja un tema del Comité."
)
DE_LAS_UTAS, TRANSVERSALES = "comite_uta_reporte_pct", "comite_transversales_iniciadas_pct"


def plan_cnim(preguntar: Preguntas) -> Cosa | None:
    """El avance publicado del plan nacional y sus acciones."""
    avance, resumen = preguntar(inicio.plan_cnim), preguntar(cnim.resumen)
    if avance.esta_vacio or resumen.esta_vacio:
        return None
    fila, cuenta, acciones = avance.fila, resumen.fila, preguntar(cnim.acciones)
    lleva = un_decimal(fila["avance_pct"])
    return armar(
        "plan_cnim",
        f"El plan nacional (CNIM) lleva {lleva}; de sus {formato.numero(cuenta['acciones'])} "
        f"acciones, {_sin_avance(cuenta)}",
        [avance, acciones],
        "plan_cnim",
        cifras=[
            Cifra(lleva, "avance total del plan, publicado"),
            Cifra(formato.numero(cuenta["acciones"]), "acciones"),
            Cifra(formato.numero(cuenta["tareas"]), "tareas publicadas"),
        ],
        tabla=tabla(
            "Las acciones del plan",
            ("N.º", "Acción", "Tareas", "Avance"),
            [_de_accion(f) for f in sorted(acciones.filas, key=_con_avance)],
            numericas=("N.º", "Tareas"),
        ),
        notas=[razon(preguntar, "cnim_avance_total", fila["corte_fecha"])],
    )


def plan_del_comite(preguntar: Preguntas) -> Cosa | None:
    """Cuánto se reportó de las actividades de las UTA, publicado y calculado."""
    utas, plan = preguntar(comite.utas), preguntar(comite.plan)
    if utas.esta_vacio:
        return None
    dibujo = reporte_de_utas(utas.datos)
    cifras = {f["cifra_codigo"]: f for f in plan.filas}
    return armar(
        "comite",
        dibujo.titulo,
        [utas, plan],
        "comite",
        cifras=[
            Cifra(
                formato.porcentaje(fila["valor"], 0),
                rotulo,
                f"Calculado: {formato.porcentaje(fila['valor_calculado'])} "
                f"({fila['como_se_calcula']})",
            )
            for codigo, rotulo in (
                (DE_LAS_UTAS, "de las actividades de las UTA, con reporte, publicado"),
                (TRANSVERSALES, "de las transversales, empezadas, publicado"),
            )
            if (fila := cifras.get(codigo)) is not None
        ],
        grafico=dibujo,
        notas=[razon(preguntar, DE_LAS_UTAS, utas.filas[0]["corte_fecha"]), QUE_ES_UNA_UTA],
    )


def _sin_avance(cuenta: Fila) -> str:
    callan = cuenta["acciones_sin_avance"]
    if not callan:
        return "todas traen algún reporte"
    return f"de {formato.numero(callan)} «no se presenta avance»"


def _con_avance(fila: Fila) -> bool:
    """Primero, lo que el mensaje dice: las que no presentan avance."""
    return not fila["es_sin_avance"]


def _de_accion(fila: Fila) -> tuple[str, ...]:
    return (
        formato.numero(fila["accion_numero"]),
        fila["accion"],
        formato.numero(fila["tareas"] or None),
        "no\u00a0se\u00a0presenta" if fila["es_sin_avance"] else "con\u00a0reporte",
    )
