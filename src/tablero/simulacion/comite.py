"""El Comité inventado: sus entidades, su plan de trabajo y sus unidades técnicas de apoyo."""

from datetime import date

import numpy as np

from tablero.simulacion.mundo import Fila, Filas, Mundo
from tablero.simulacion.piezas import Molde, cifras, citar, hecho, lista, numerados

CORTE = date(2024, 5, 31)
TITULO = "sesión del Comité de la política"
ENTIDADES = 18
UTAS = 3
DESTACADAS = 4
PLAN = "Plan de trabajo"
MOLDES = {
    "comite_transversales_total": Molde(
        PLAN, "Actividades transversales simuladas.", "actividades"
    ),
    "comite_transversales_iniciadas": Molde(PLAN, "Acciones simuladas iniciadas.", "acciones"),
    "comite_transversales_iniciadas_pct": Molde(PLAN, "Parte simulada que se inició.", "%", 1),
    "comite_uta_actividades_total": Molde(PLAN, "Actividades simuladas de las UTA.", "actividades"),
    "comite_uta_actividades_entidades": Molde(
        PLAN, "Actividades simuladas de una sola entidad.", "actividades"
    ),
    "comite_uta_actividades_intersectoriales": Molde(
        PLAN, "Actividades simuladas de varias entidades.", "actividades"
    ),
    "comite_uta_reporte_pct": Molde(PLAN, "Cumplimiento simulado en el reporte.", "%", 1),
    "comite_idipron_edad_minima": Molde("UTA 1", "Edad mínima de un programa simulado.", "años"),
    "comite_idipron_edad_maxima": Molde("UTA 1", "Edad máxima de un programa simulado.", "años"),
}
LISTAS = {
    "comite_agenda": ("Punto simulado", 6),
    "comite_tablero": ("Rasgo simulado", 4),
    "comite_pasos": ("Paso simulado", 5),
}


def filas(mundo: Mundo) -> Filas:
    """Todas las tablas del documento."""
    azar = mundo.azar("comite")
    utas = [_uta(n, azar) for n in range(1, UTAS + 1)]
    localidades = numerados("Localidad simulada", int(azar.integers(10, 16)))
    return {
        "comite_entidades": [
            hecho(CORTE, "lista de entidades", orden=n, entidad_nombre=nombre)
            for n, nombre in enumerate(numerados("Entidad simulada", ENTIDADES), start=1)
        ],
        "comite_utas": utas,
        "comite_uta_reportes": [
            hecho(
                CORTE,
                f"UTA {n}, reportes",
                uta_numero=n,
                entidad_nombre=corta(int(i) + 1),
            )
            for n in range(1, UTAS + 1)
            for i in sorted(azar.choice(ENTIDADES, int(azar.integers(5, 9)), replace=False))
        ],
        "comite_destacadas": [
            _destacada(uta, orden, azar)
            for uta in range(1, UTAS + 1)
            for orden in range(1, DESTACADAS + 1)
        ],
        "comite_barreras": [
            hecho(CORTE, f"UTA {n}, barreras", uta_numero=n, barrera=f"Barrera simulada {n}.{k}")
            for n in range(1, UTAS + 1)
            for k in range(1, int(azar.integers(2, 5)))
        ],
        "comite_delegaciones": [
            hecho(CORTE, "delegados", instancia="Comité simulado distrital", delegados=1),
            hecho(
                CORTE,
                "delegados",
                instancia="Comités simulados de las Localidades",
                delegados=len(localidades),
            ),
        ],
        "cifras": _cifras(utas, azar),
        "enunciados": [
            *(
                fila
                for codigo, (nombre, cuantos) in LISTAS.items()
                for fila in lista(codigo, CORTE, numerados(nombre, cuantos))
            ),
            *lista("comite_localidades", CORTE, localidades),
        ],
    }


def corta(numero: int) -> str:
    """Como nombran las UTA a la entidad de ese número en la lista, que la trae completa."""
    return f"Simulada {numero}"


def _uta(numero: int, azar: np.random.Generator) -> Fila:
    propias, juntas = int(azar.integers(6, 16)), int(azar.integers(3, 9))
    total = propias + juntas
    reportadas = int(azar.integers(total // 2, total + 1))
    return hecho(
        CORTE,
        f"UTA {numero}",
        uta_numero=numero,
        uta_nombre=f"Unidad simulada {numero}",
        actividades=total,
        actividades_entidades=propias,
        actividades_intersectoriales=juntas,
        actividades_reportadas=reportadas,
        reporte_pct=float(round(100 * reportadas / total)),
        cita=citar(reportadas, "actividades reportadas"),
    )


def _destacada(uta: int, orden: int, azar: np.random.Generator) -> Fila:
    valor = int(10 ** azar.uniform(1.5, 5))
    return hecho(
        CORTE,
        f"UTA {uta}, actividades destacadas",
        uta_numero=uta,
        orden=orden,
        descripcion=f"Personas de la actividad simulada {uta}.{orden}",
        valor=valor,
        unidad="personas",
        cita=citar(valor, "personas"),
    )


def _cifras(utas: list[Fila], azar: np.random.Generator) -> list[Fila]:
    transversales = int(azar.integers(8, 15))
    iniciadas = int(azar.integers(3, transversales))
    total = sum(u["actividades"] for u in utas)
    reportadas = sum(u["actividades_reportadas"] for u in utas)
    return cifras(
        MOLDES,
        {
            "comite_transversales_total": transversales,
            "comite_transversales_iniciadas": iniciadas,
            "comite_transversales_iniciadas_pct": round(100 * iniciadas / transversales),
            "comite_uta_actividades_total": total,
            "comite_uta_actividades_entidades": sum(u["actividades_entidades"] for u in utas),
            "comite_uta_actividades_intersectoriales": sum(
                u["actividades_intersectoriales"] for u in utas
            ),
            "comite_uta_reporte_pct": round(100 * reportadas / total),
            "comite_idipron_edad_minima": int(azar.integers(5, 12)),
            "comite_idipron_edad_maxima": int(azar.integers(24, 30)),
        },
        CORTE,
    )
