"""Las cifras sueltas del informe inventado de la política."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from tablero.simulacion.mundo import Fila
from tablero.simulacion.piezas import Molde, cifras, repartir
from tablero.simulacion.productos import ProductoInventado
from tablero.texto import a_codigo

LOGROS = "Logros del segundo semestre de 2024"
APORTES = "Aportes de la política a la ciudad"
AVANCE = "Avance de la política"
CONTEOS = "Objetivos y productos"
PESOS = "Ponderación de los productos"
RANGOS = "Rangos del semáforo"
ABORDAJE = "Estrategia de Abordaje Territorial"

DICHAS_DOS_VECES = {
    ("sdp_logros_migrantes_atendidos", "sdp_aportes_alta_consejeria_personas"): (
        "Personas atendidas por el programa simulado A",
        "personas",
        (600, 1600),
    ),
    ("sdp_logros_movilidad_personas", "sdp_aportes_movilidad_personas"): (
        "Personas caracterizadas por el programa simulado B",
        "personas",
        (3000, 7000),
    ),
    ("sdp_logros_proteger_otros_paises", "sdp_aportes_proteger_otros_paises"): (
        "Niñas y niños de otros países en el programa simulado C",
        "niñas y niños",
        (5, 20),
    ),
    ("sdp_logros_casa_de_todas_mujeres", "sdp_aportes_casa_de_todas_mujeres"): (
        "Mujeres apoyadas por el programa simulado D",
        "mujeres",
        (300, 800),
    ),
    ("sdp_logros_vivienda_beneficiados", "sdp_aportes_vivienda_beneficiados"): (
        "Personas beneficiadas por el programa simulado E",
        "personas",
        (90, 240),
    ),
    ("sdp_logros_vivienda_cupos", "sdp_aportes_vivienda_cupos"): (
        "Cupos ampliados por el programa simulado E",
        "cupos",
        (300, 800),
    ),
    ("sdp_logros_vivienda_capacitadas", "sdp_aportes_vivienda_capacitados"): (
        "Personas capacitadas por el programa simulado E",
        "personas",
        (120, 360),
    ),
}
"""La cifra de los logros, la de los aportes, su descripción, su unidad y entre qué se sortea."""

ATENCIONES_POR_CLASE = {
    "sdp_aportes_casa_de_todas_juridicas": ("Atenciones jurídicas simuladas", "atenciones"),
    "sdp_aportes_casa_de_todas_psicosociales": ("Atenciones psicosociales simuladas", "atenciones"),
    "sdp_aportes_casa_de_todas_trabajo_social": (
        "Intervenciones simuladas de trabajo social",
        "intervenciones",
    ),
}
UMBRALES = {
    "sdp_umbral_sobre_ejecucion": ("Desde dónde hay sobre-ejecución.", 125),
    "sdp_umbral_alto": ("Desde dónde el nivel es alto.", 75),
    "sdp_umbral_medio_desde": ("Inicio del nivel medio.", 51),
    "sdp_umbral_medio_hasta": ("Fin del nivel medio.", 75),
    "sdp_umbral_bajo": ("Hasta dónde el nivel es bajo.", 50),
}
"""Los del método, que no se inventan: sin ellos el semáforo no se podría leer."""

Halladas = dict[str, tuple[Molde, float]]


def filas(
    azar: np.random.Generator,
    corte: date,
    *,
    productos: Sequence[ProductoInventado],
    nombrados: Sequence[ProductoInventado],
    trayectoria_prosa: float,
    brecha: float,
) -> list[Fila]:
    """Todas las cifras; las que tienen partes salen de ellas.

    `nombrados` son los productos que la prosa repite con su ponderación.
    """
    halladas: Halladas = {
        **_dos_veces(azar),
        **_casa(azar),
        **_proteger(azar),
        **_vivienda(azar),
        **_abordaje(azar),
        "sdp_logros_actividades_socializacion": _sorteada(
            azar, LOGROS, "Actividades simuladas.", "actividades", (60, 200)
        ),
        "sdp_trayectoria_prosa": (
            Molde(AVANCE, "Trayectoria simulada, en la prosa.", "%", 0.01),
            trayectoria_prosa,
        ),
        "sdp_brecha_prosa": (
            Molde(AVANCE, "Brecha simulada, en la prosa.", "puntos porcentuales", 0.01),
            brecha,
        ),
        "sdp_objetivos": (
            Molde(CONTEOS, "Objetivos simulados.", "objetivos"),
            len({p.objetivo for p in productos}),
        ),
        "sdp_productos": (Molde(CONTEOS, "Productos simulados.", "productos"), len(productos)),
        **{
            f"sdp_ponderacion_{a_codigo(p.codigo)}": (
                Molde(PESOS, f"Ponderación simulada del producto {p.codigo}.", "%", 0.01),
                p.peso_pct,
            )
            for p in nombrados
        },
        **{
            codigo: (Molde(RANGOS, descripcion, "%"), valor)
            for codigo, (descripcion, valor) in UMBRALES.items()
        },
    }
    return cifras(
        {codigo: molde for codigo, (molde, _) in halladas.items()},
        {codigo: valor for codigo, (_, valor) in halladas.items()},
        corte,
    )


def _sorteada(
    azar: np.random.Generator, tema: str, descripcion: str, unidad: str, limites: tuple[int, int]
) -> tuple[Molde, float]:
    return Molde(tema, descripcion, unidad), int(azar.integers(*limites))


def _dos_veces(azar: np.random.Generator) -> Halladas:
    halladas: Halladas = {}
    for (primera, segunda), (descripcion, unidad, limites) in DICHAS_DOS_VECES.items():
        valor = int(azar.integers(*limites))
        halladas[primera] = (Molde(LOGROS, f"{descripcion}, según los logros.", unidad), valor)
        halladas[segunda] = (Molde(APORTES, f"{descripcion}.", unidad), valor)
    return halladas


def _casa(azar: np.random.Generator) -> Halladas:
    total = int(azar.integers(1500, 3500))
    partes = repartir(azar, total, len(ATENCIONES_POR_CLASE))
    nombre = "Atenciones simuladas del programa D"
    return {
        "sdp_logros_casa_de_todas_atenciones": (
            Molde(LOGROS, f"{nombre}, según los logros.", "atenciones"),
            total,
        ),
        "sdp_aportes_casa_de_todas_atenciones": (Molde(APORTES, f"{nombre}.", "atenciones"), total),
        **{
            codigo: (Molde(APORTES, f"{descripcion}.", unidad), parte)
            for (codigo, (descripcion, unidad)), parte in zip(
                ATENCIONES_POR_CLASE.items(), partes, strict=True
            )
        },
    }


def _proteger(azar: np.random.Generator) -> Halladas:
    ninas = int(azar.integers(40, 110))
    return {
        "sdp_logros_proteger_ninas_ninos": (
            Molde(LOGROS, "Niñas y niños del programa simulado C.", "niñas y niños"),
            ninas,
        ),
        "sdp_aportes_proteger_ninas": (
            Molde(APORTES, "Niñas del programa simulado C.", "niñas"),
            ninas,
        ),
        "sdp_aportes_proteger_atencion": (
            Molde(APORTES, "Parte de la población del programa simulado C.", "%", 1),
            100,
        ),
    }


def _vivienda(azar: np.random.Generator) -> Halladas:
    una, otra = (int(n) for n in azar.integers(1, 8, 2))
    return {
        "sdp_aportes_vivienda_subsidios": (
            Molde(APORTES, "Subsidios simulados.", "subsidios"),
            una + otra,
        ),
        "sdp_aportes_vivienda_subsidios_oferta_preferente": (
            Molde(APORTES, "Subsidios simulados de una oferta.", "subsidios"),
            una,
        ),
        "sdp_aportes_vivienda_subsidios_reactiva": (
            Molde(APORTES, "Subsidios simulados de la otra.", "subsidios"),
            otra,
        ),
    }


def _abordaje(azar: np.random.Generator) -> Halladas:
    mujeres, hombres = int(azar.integers(500, 1200)), int(azar.integers(150, 400))
    return {
        "sdp_abordaje_enfoques": (Molde(ABORDAJE, "Enfoques simulados.", "enfoques"), 4),
        "sdp_abordaje_localidades": _sorteada(
            azar, ABORDAJE, "Localidades simuladas.", "localidades", (10, 20)
        ),
        "sdp_abordaje_personas": (
            Molde(ABORDAJE, "Personas simuladas.", "personas"),
            mujeres + hombres,
        ),
        "sdp_abordaje_mujeres": (Molde(ABORDAJE, "Mujeres simuladas.", "mujeres"), mujeres),
        "sdp_abordaje_hombres": (Molde(ABORDAJE, "Hombres simulados.", "hombres"), hombres),
    }
