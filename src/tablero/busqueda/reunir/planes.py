"""De los planes: el de la CNIM, el trabajo del Comité, y la estrategia territorial."""

from collections.abc import Iterator

from tablero import formato
from tablero.busqueda.documento import Documento
from tablero.busqueda.reunir.procedencia import Procedencia, con_unidad, junto
from tablero.consultas import busqueda as consultas
from tablero.consultas import cnim, comite, eat
from tablero.consultas.base import Preguntas
from tablero.filas import Fila

CNIM, COMITE, CLUSTERES, MAPAS_IPT = "plan_cnim", "comite", "clusteres", "mapas_ipt"


def todos(preguntar: Preguntas, de: Procedencia) -> Iterator[Documento]:
    """Acciones, tareas, mesas y resoluciones; UTA, barreras y delegados; fases e indicadores."""
    for fila in preguntar(cnim.acciones).filas:
        yield from _accion(fila, de)
    for fila in preguntar(cnim.mesas).filas:
        cuando = f"Mesa técnica, {formato.fecha(fila['mesa_fecha'])}"
        yield Documento("accion", fila["tema"], CNIM, contexto=cuando, corte=de(fila))
    for fila in preguntar(cnim.resoluciones).filas:
        titulo = f"Resolución {fila['resolucion']}"
        yield Documento("accion", titulo, CNIM, contexto=fila["objeto"], corte=de(fila))
    yield from _del_comite(preguntar, de)
    yield from _de_la_estrategia(preguntar, de)


def _accion(fila: Fila, de: Procedencia) -> Iterator[Documento]:
    numero = fila["accion_numero"]
    yield Documento(
        "accion",
        f"Acción {numero}: {fila['accion']}",
        CNIM,
        contexto=formato.contar(fila["tareas"], "tarea", "tareas")
        if fila["tareas"]
        else "tareas: no publicado",
        cifra="avance: sin dato",
        corte=de(fila),
        texto=junto(fila["reporte_cualitativo"], fila["tareas_texto"]),
    )
    for tarea in (fila["tareas_texto"] or "").splitlines():
        orden, _, dicha = tarea.partition(". ")
        yield Documento(
            "accion",
            f"Acción {numero}, tarea {orden}: {dicha}",
            CNIM,
            contexto=fila["accion"],
            corte=de(fila),
        )


def _del_comite(preguntar: Preguntas, de: Procedencia) -> Iterator[Documento]:
    for fila in preguntar(comite.utas).filas:
        yield Documento(
            "uta",
            f"UTA {fila['uta_numero']}: {fila['uta_nombre']}",
            COMITE,
            contexto=f"{formato.numero(fila['actividades_reportadas'])} de "
            f"{formato.numero(fila['actividades'])} actividades reportadas",
            cifra=con_unidad(fila["reporte_pct"], "%"),
            corte=de(fila),
        )
    for fila in preguntar(consultas.barreras).filas:
        yield Documento(
            "uta",
            fila["descripcion"],
            COMITE,
            contexto=junto(f"UTA {fila['uta_numero']}", fila["clase"], fila["nota"]),
            cifra="" if fila["valor"] is None else con_unidad(fila["valor"], fila["unidad"]),
            corte=de(fila),
        )
    for fila in preguntar(comite.delegados).filas:
        yield Documento(
            "uta",
            fila["instancia"],
            COMITE,
            contexto="Delegados de la población migrante",
            cifra=formato.contar(fila["delegados"], "delegado", "delegados"),
            corte=de(fila),
        )


def _de_la_estrategia(preguntar: Preguntas, de: Procedencia) -> Iterator[Documento]:
    for fila in preguntar(eat.fases).filas:
        yield Documento(
            "enunciado",
            fila["fase_nombre"],
            CLUSTERES,
            contexto=junto("Estrategia territorial", fila["estado"], fila["periodo_texto"]),
            corte=de(fila),
        )
    for fila in preguntar(eat.actividades).filas:
        yield Documento(
            "enunciado",
            fila["actividad"],
            CLUSTERES,
            contexto=junto(f"Actividad de la estrategia territorial: {fila['fase_nombre']}"),
            corte=de(fila),
            texto=fila["detalle"] or "",
        )
    for fila in preguntar(eat.indicadores).filas:
        yield Documento(
            "indicador",
            fila["indicador"],
            MAPAS_IPT,
            contexto=f"Indicador del IPT: {fila['componente']}",
            cifra="valores por municipio: no publicado",
            corte=de(fila),
        )
