"""El plan nacional inventado: acciones, tareas, centros, transferencias, mesas y sus cifras."""

from datetime import date

import numpy as np

from tablero.simulacion import centros
from tablero.simulacion.mundo import Fila, Filas, Mundo
from tablero.simulacion.piezas import (
    RELATO,
    Molde,
    cifras,
    hecho,
    lista,
    municipio,
    numerados,
)

CORTE = centros.CORTE
TITULO = "plan estratégico nacional"
ACCIONES = 12
SIN_AVANCE, SIN_TAREAS = (9, 11), 12
"""Acciones de las que no se presenta avance, y la que no trae tareas."""
MESAS = 7
RESOLUCIONES = ("Simulada 1 de 2025", "Simulada 2 de 2025")
TRANSFERENCIAS_MINIMAS = 13
MUNICIPIOS_POR_TRANSFERENCIA = 45
DESISTIDOS = 2
MILLON = 1_000_000

RED = "Centros Intégrate"
DINERO = "Transferencias psicosociales"
DERECHOS = "Derechos humanos"
TALLER = "Taller de planeación"
MOLDES = {
    "cnim_avance_total_pct": Molde("Avance del Plan", "Avance total del plan simulado.", "%", 0.1),
    "cnim_centros_inversion_cop": Molde(RED, "Inversión simulada en los centros.", "pesos", MILLON),
    "cnim_centros_total": Molde(RED, "Centros simulados, en total.", "centros"),
    "cnim_centros_iniciales": Molde(RED, "Centros simulados iniciales.", "centros"),
    "cnim_centros_nuevos": Molde(RED, "Centros simulados nuevos.", "centros"),
    "cnim_centros_proyectados": Molde(RED, "Centros simulados proyectados.", "centros"),
    "cnim_personas_atendidas": Molde(
        RED, "Personas atendidas en los centros simulados; suma de centros.", "personas"
    ),
    "cnim_mesas_tecnicas": Molde("Atención humanitaria", "Mesas técnicas simuladas.", "mesas"),
    "cnim_transferencias_asignadas_cop": Molde(
        DINERO, "Recursos simulados asignados.", "pesos", MILLON
    ),
    "cnim_transferencias_giradas_cop": Molde(
        DINERO, "Recursos simulados girados.", "pesos", MILLON
    ),
    "cnim_direcciones_regionales": Molde(
        DERECHOS, "Direcciones regionales simuladas.", "direcciones regionales"
    ),
    "cnim_difusion_socializaciones": Molde(
        DERECHOS, "Socializaciones simuladas.", "socializaciones"
    ),
    "cnim_difusion_entidades": Molde(DERECHOS, "Entidades en ellas, simuladas.", "entidades"),
    "cnim_difusion_asistentes": Molde(DERECHOS, "Asistentes simulados a ellas.", "asistentes"),
    "cnim_sensibilizacion_actividades": Molde(
        DERECHOS, "Actividades simuladas de sensibilización.", "actividades"
    ),
    "cnim_sensibilizacion_asistentes": Molde(
        DERECHOS, "Asistentes simulados a la sensibilización.", "asistentes"
    ),
    "cnim_asistencias_mesa_buenaventura": Molde(
        "Trata de personas", "Asistencias técnicas simuladas a una mesa.", "asistencias técnicas"
    ),
    "cnim_asistencias_centro_bogota_soacha": Molde(
        "Trata de personas", "Asistencias técnicas simuladas a un centro.", "asistencias técnicas"
    ),
    "cnim_talleres_seguimiento": Molde(
        "Seguimiento del Plan", "Talleres simulados de seguimiento.", "talleres"
    ),
    "cnim_taller_representantes": Molde(
        TALLER, "Representantes simulados en el taller.", "representantes"
    ),
    "cnim_taller_subcomisiones": Molde(TALLER, "Subcomisiones simuladas.", "subcomisiones"),
    "cnim_taller_entidades": Molde(TALLER, "Entidades simuladas en el taller.", "entidades"),
}
AL_AZAR = {
    "cnim_direcciones_regionales": (8, 16),
    "cnim_difusion_socializaciones": (60, 160),
    "cnim_difusion_entidades": (80, 180),
    "cnim_difusion_asistentes": (1200, 3600),
    "cnim_sensibilizacion_actividades": (90, 240),
    "cnim_sensibilizacion_asistentes": (1300, 3900),
    "cnim_asistencias_mesa_buenaventura": (1, 5),
    "cnim_asistencias_centro_bogota_soacha": (1, 5),
    "cnim_talleres_seguimiento": (3, 8),
    "cnim_taller_representantes": (40, 80),
    "cnim_taller_subcomisiones": (3, 6),
}
"""Cifras sin partes: entre qué enteros se sortean (el último no entra)."""


def filas(mundo: Mundo) -> Filas:
    """Todas las tablas del documento."""
    azar = mundo.azar("cnim")
    red = centros.centros(mundo)
    atenciones = centros.atenciones(mundo, red)
    transferencias = _transferencias(mundo, azar)
    taller = numerados("Entidad simulada", int(azar.integers(12, 17)))
    return {
        "cnim_acciones": [_accion(n) for n in range(1, ACCIONES + 1)],
        "cnim_tareas": _tareas(azar),
        "centros_integrate": red,
        "centros_atenciones": atenciones,
        "transferencias_psicosociales": transferencias,
        "cnim_resoluciones": [_resolucion(n) for n in range(len(RESOLUCIONES))],
        "cnim_mesas": _mesas(azar),
        "cifras": _cifras(red, atenciones, transferencias, len(taller), azar),
        "enunciados": [
            *lista("cnim_plan", CORTE, numerados("Propósito simulado", 2)),
            *lista("cnim_mesas_entidades", CORTE, numerados("Entidad simulada", 6)),
            *lista("cnim_taller_entidades", CORTE, taller),
        ],
    }


def _accion(numero: int) -> Fila:
    sin_avance = numero in SIN_AVANCE
    return hecho(
        CORTE,
        f"acción {numero}",
        accion_numero=numero,
        accion=f"Acción estratégica simulada {numero}",
        presenta_avance=not sin_avance,
        reporte_cualitativo=RELATO,
        cita="No se presenta avance (simulado)" if sin_avance else "simulado: se avanzó",
    )


def _tareas(azar: np.random.Generator) -> list[Fila]:
    return [
        hecho(
            CORTE,
            f"acción {accion}, tareas",
            accion_numero=accion,
            tarea_numero=tarea,
            tarea=f"Tarea simulada {accion}.{tarea}",
        )
        for accion in range(1, ACCIONES + 1)
        if accion != SIN_TAREAS
        for tarea in range(1, int(azar.integers(2, 6)) + 1)
    ]


def _transferencias(mundo: Mundo, azar: np.random.Generator) -> list[Fila]:
    """A municipios con mucha presión y a otros; más presión, más dinero. Dos desisten."""
    cuantas = max(TRANSFERENCIAS_MINIMAS, len(mundo.municipios) // MUNICIPIOS_POR_TRANSFERENCIA)
    elegidos = sorted(
        int(i) for i in azar.choice(min(cuantas * 2, len(mundo.municipios)), cuantas, replace=False)
    )
    desisten = {int(i) for i in azar.choice(elegidos, DESISTIDOS, replace=False)}
    return [
        hecho(
            CORTE,
            "lista de transferencias",
            valor_cop=_valor(mundo.presion[i], azar),
            estado="desistido" if i in desisten else "girado",
            resolucion=RESOLUCIONES[-1],
            **municipio(mundo.municipios[i]),
        )
        for i in elegidos
    ]


def _valor(presion: float, azar: np.random.Generator) -> int:
    """Entre unas decenas y unos cientos de millones, en decenas de pesos."""
    return round(60 * MILLON * float(np.exp(0.35 * presion + azar.normal(0, 0.4))) / 10) * 10


def _resolucion(indice: int) -> Fila:
    return hecho(
        CORTE,
        "resoluciones",
        resolucion=RESOLUCIONES[indice],
        resolucion_fecha=date(2025, 3 + 4 * indice, 10),
        objeto=f"Objeto simulado {indice + 1}.",
        accion_numero=3,
    )


def _mesas(azar: np.random.Generator) -> list[Fila]:
    dias = sorted(int(d) for d in azar.choice(np.arange(1, 29), MESAS, replace=False))
    return [
        hecho(
            CORTE,
            "mesas técnicas",
            mesa_numero=n,
            mesa_fecha=date(2025, 8, dia),
            tema=f"Tema simulado {n}",
        )
        for n, dia in enumerate(dias, start=1)
    ]


def _cifras(
    red: list[Fila],
    atenciones: list[Fila],
    transferencias: list[Fila],
    entidades: int,
    azar: np.random.Generator,
) -> list[Fila]:
    """Las que tienen partes salen de ellas; las demás se sortean."""
    por_etapa = {e: sum(c["etapa"] == e for c in red) for e in ("inicial", "nuevo", "proyectado")}
    asignado = sum(t["valor_cop"] for t in transferencias)
    girado = sum(t["valor_cop"] for t in transferencias if t["estado"] == "girado")
    valores = {
        "cnim_avance_total_pct": round(float(azar.uniform(40, 85)), 1),
        "cnim_centros_inversion_cop": int(azar.integers(9000, 16000)) * MILLON,
        "cnim_centros_total": len(red),
        "cnim_centros_iniciales": por_etapa["inicial"],
        "cnim_centros_nuevos": por_etapa["nuevo"],
        "cnim_centros_proyectados": por_etapa["proyectado"],
        "cnim_personas_atendidas": sum(
            a["personas"] for a in atenciones if a["hasta_fecha"] == centros.HASTA
        ),
        "cnim_mesas_tecnicas": MESAS,
        "cnim_transferencias_asignadas_cop": round(asignado / MILLON) * MILLON,
        "cnim_transferencias_giradas_cop": round(girado / MILLON) * MILLON,
        "cnim_taller_entidades": entidades,
        **{codigo: int(azar.integers(*limites)) for codigo, limites in AL_AZAR.items()},
    }
    return cifras(MOLDES, valores, CORTE, cortes={"cnim_personas_atendidas": centros.HASTA})
