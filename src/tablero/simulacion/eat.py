"""La estrategia territorial inventada: priorizados, clústeres, fases, talleres y sus cifras."""

from datetime import date
from itertools import pairwise

import numpy as np

from tablero.simulacion import ipt
from tablero.simulacion.mundo import PRIORIZADOS, Fila, Filas, Mundo
from tablero.simulacion.piezas import (
    RELATO,
    Molde,
    cifras,
    hecho,
    lista,
    municipio,
    nombres_distintos,
    numerados,
    repartir,
)
from tablero.texto import a_codigo

CORTE = date(2024, 6, 30)
CORTE_POBLACION = date(2023, 8, 31)
TITULO = "estrategia de acompañamiento territorial"
CLUSTERES = 14
TALLERES_EN_MUNICIPIOS = 11
SUBREGION = "Subregión simulada"
DEPARTAMENTOS_CON_PARTE = 5
MIGRANTES = 2_600_000
MUNICIPIOS_EN_UN_PLAN = 1000
"""Una base redonda para los porcentajes inventados de todo el país."""

ESTADOS = {"completada": "se completó (simulado)", "programada": "se programó (simulado)"}
FASES = (
    ("Fase simulada de preparación", "completada", None, None, None),
    (
        "Fase simulada de arranque",
        "completada",
        "de junio a diciembre de 2023",
        date(2023, 6, 1),
        date(2023, 12, 31),
    ),
    (
        "Fase simulada de empalme",
        "completada",
        "de junio a diciembre de 2023",
        date(2023, 6, 1),
        date(2023, 12, 31),
    ),
    (
        "Fase simulada de formulación",
        "completada",
        "primer semestre de 2024",
        date(2024, 1, 1),
        date(2024, 6, 30),
    ),
    (
        "Fase simulada de seguimiento",
        "programada",
        "desde el segundo semestre de 2024",
        date(2024, 7, 1),
        None,
    ),
)
COMPLETADAS_EN_2023 = 2

POBLACION = "Población migrante de Venezuela"
CONCENTRACION = "Concentración de la población migrante"
PLANES = "Planes de Desarrollo Territorial"
INDICE = "Índice de Priorización Territorial"
GRUPOS = "Clústeres"
EN_FASES = "Fases de la EAT"
SITUACIONES = {
    "eat_migrantes_ppt_autorizado": Molde(
        POBLACION, "Migrantes simulados con permiso autorizado.", "personas"
    ),
    "eat_migrantes_ppt_en_proceso": Molde(
        POBLACION, "Migrantes simulados con permiso en proceso.", "personas"
    ),
    "eat_migrantes_regular_ordinario": Molde(
        POBLACION, "Migrantes simulados en condición regular.", "personas"
    ),
    "eat_migrantes_irregular": Molde(
        POBLACION, "Migrantes simulados en condición irregular.", "personas"
    ),
}
MOLDES = {
    "eat_migrantes_total": Molde(POBLACION, "Migrantes simulados, en total.", "personas"),
    **SITUACIONES,
    "eat_pdt_departamentos_pct": Molde(
        PLANES, "Departamentos simulados que nombran la migración en su plan.", "%", 1
    ),
    "eat_pdt_municipios_pct": Molde(
        PLANES, "Municipios simulados que nombran la migración en su plan.", "%", 1
    ),
    "eat_fases_intervencion": Molde(EN_FASES, "Fases simuladas de intervención.", "fases"),
    "eat_fases_completadas_2023": Molde(EN_FASES, "Fases simuladas completadas.", "fases"),
    "eat_ipt_municipios_alta_necesidad": Molde(
        INDICE, "Municipios con índice simulado alto o muy alto.", "municipios"
    ),
    "eat_ipt_media_o_mas_pct": Molde(
        INDICE, "Parte de los municipios con índice simulado medio o más.", "%", 0.1
    ),
    "eat_ipt_media_o_mas_municipios": Molde(
        INDICE, "Municipios con índice simulado medio o más.", "municipios"
    ),
    "eat_ipt_frontera_municipios": Molde(
        INDICE, "Priorizados simulados en la frontera o cerca de ella.", "municipios", 1
    ),
    "eat_ipt_bajo_pct": Molde(INDICE, "Municipios con índice simulado bajo.", "%", 0.1),
    "eat_fase1_municipios": Molde(INDICE, "Municipios que da el índice simulado.", "municipios"),
    "eat_municipios_priorizados": Molde(INDICE, "Municipios priorizados simulados.", "municipios"),
    "eat_clusteres": Molde(GRUPOS, "Clústeres simulados.", "clústeres"),
    "eat_clusteres_municipios_total": Molde(
        GRUPOS, "Municipios de los clústeres simulados.", "municipios"
    ),
    "eat_fase3_clusteres": Molde(GRUPOS, "Clústeres con talleres simulados.", "clústeres"),
    "eat_fase3_municipios": Molde(GRUPOS, "Municipios de esos clústeres.", "municipios"),
    "eat_fase4_clusteres": Molde(GRUPOS, "Clústeres de la última fase simulada.", "clústeres"),
    "eat_fase4_municipios": Molde(GRUPOS, "Municipios de la última fase simulada.", "municipios"),
    "eat_talleres": Molde("Talleres", "Talleres simulados de la segunda fase.", "talleres"),
    "eat_informes_anios": Molde("Seguimiento", "Años de informes simulados.", "años"),
}
LISTAS = {
    "eat_objetivos": ("Objetivo simulado", 4),
    "eat_aliados": ("Aliado simulado", 4),
    "eat_financiadores": ("Financiador simulado", 4),
    "eat_conclusiones": ("Conclusión simulada", 3),
    "eat_contexto": ("Contexto simulado", 3),
    "eat_siglas": ("Sigla simulada", 4),
    "ipt_rasgos": ("Rasgo simulado", 5),
}


def filas(mundo: Mundo) -> Filas:
    """Todas las tablas del documento."""
    azar = mundo.azar("eat")
    grupos = _agrupar(mundo, azar)
    return {
        "ipt_indicadores": [
            hecho(
                CORTE, "tabla de indicadores", orden=n, componente=i.componente, indicador=i.nombre
            )
            for n, i in enumerate(ipt.INDICADORES, start=1)
        ],
        "ipt_priorizados": [
            hecho(CORTE, "tabla de priorizados", orden=n, **municipio(fila))
            for n, fila in enumerate(mundo.priorizados, start=1)
        ],
        "clusteres": [
            hecho(CORTE, "tabla de clústeres", cluster_numero=n, **municipio(fila))
            for n, grupo in enumerate(grupos, start=1)
            for fila in grupo
        ],
        "clusteres_conteos": [
            hecho(CORTE, "tabla de clústeres", cluster_numero=n, municipios=len(grupo))
            for n, grupo in enumerate(grupos, start=1)
        ],
        "eat_fases": [_fase(n) for n in range(len(FASES))],
        "eat_actividades": _actividades(azar),
        "eat_talleres": _talleres(mundo, azar),
        "cifras": _cifras(mundo, azar),
        "enunciados": [
            fila
            for codigo, (nombre, cuantos) in LISTAS.items()
            for fila in lista(codigo, CORTE, numerados(nombre, cuantos))
        ],
    }


def _agrupar(mundo: Mundo, azar: np.random.Generator) -> list[list[Fila]]:
    """Los priorizados, en grupos de vecinos: seguidos en el orden de sus códigos."""
    vecinos = sorted(mundo.priorizados, key=lambda fila: str(fila["municipio_codigo"]))
    cortes = sorted(azar.choice(np.arange(1, PRIORIZADOS), CLUSTERES - 1, replace=False))
    limites = [0, *(int(c) for c in cortes), PRIORIZADOS]
    return [vecinos[a:b] for a, b in pairwise(limites)]


def _fase(numero: int) -> Fila:
    nombre, estado, periodo, desde, hasta = FASES[numero]
    return hecho(
        CORTE,
        "fases",
        fase_numero=numero,
        fase_nombre=nombre,
        estado=estado,
        estado_texto=ESTADOS[estado],
        estado_origen="publicado",
        periodo_texto=periodo,
        desde_fecha=desde,
        hasta_fecha=hasta,
    )


def _actividades(azar: np.random.Generator) -> list[Fila]:
    return [
        hecho(
            CORTE,
            "actividades",
            fase_numero=numero,
            actividad_numero=n,
            fase_nombre=nombre,
            actividad=f"Actividad simulada {numero}.{n}",
            detalle=RELATO,
            estado=estado,
            estado_nivel="fase",
        )
        for numero, (nombre, estado, *_) in enumerate(FASES)
        for n in range(1, int(azar.integers(3, 6)) + 1)
    ]


def _talleres(mundo: Mundo, azar: np.random.Generator) -> list[Fila]:
    """Talleres en municipios priorizados y en otro que no lo es, y uno en una subregión."""
    elegidos = azar.choice(PRIORIZADOS, TALLERES_EN_MUNICIPIOS, replace=False)
    lugares = [mundo.priorizados[int(i)] for i in sorted(elegidos)]
    lugares = (
        [*lugares[:-1], mundo.municipios[-1]] if mundo.municipios[-1] not in lugares else lugares
    )
    talleres = [
        hecho(CORTE, "talleres", lugar=nombre, fase_numero=2, **municipio(fila))
        for nombre, fila in zip(nombres_distintos(lugares), lugares, strict=True)
    ]
    asociado = int(azar.integers(1, CLUSTERES + 1))
    return [
        *talleres,
        hecho(CORTE, "talleres", lugar=SUBREGION, fase_numero=2, cluster_asociado=asociado),
    ]


def _cifras(mundo: Mundo, azar: np.random.Generator) -> list[Fila]:
    total = MIGRANTES + int(azar.integers(-200_000, 200_000))
    partes = repartir(azar, total, len(SITUACIONES))
    media_o_mas = int(azar.integers(380, 480))
    nombres = list(dict.fromkeys(m["departamento_nombre"] for m in mundo.municipios))
    departamentos = {
        f"eat_concentracion_{a_codigo(nombre)}_pct": nombre
        for nombre in nombres[:DEPARTAMENTOS_CON_PARTE]
    }
    concentracion = {
        codigo: Molde(CONCENTRACION, f"Parte simulada de los migrantes en {nombre}.", "%", 0.1)
        for codigo, nombre in departamentos.items()
    }
    moldes = {**MOLDES, **concentracion}
    valores = {
        "eat_migrantes_total": total,
        **dict(zip(SITUACIONES, partes, strict=True)),
        **dict(zip(departamentos, _descendentes(azar, len(departamentos)), strict=True)),
        "eat_pdt_departamentos_pct": int(azar.integers(80, 98)),
        "eat_pdt_municipios_pct": int(azar.integers(40, 65)),
        "eat_fases_intervencion": len(FASES) - 1,
        "eat_fases_completadas_2023": COMPLETADAS_EN_2023,
        "eat_ipt_media_o_mas_pct": round(media_o_mas / MUNICIPIOS_EN_UN_PLAN * 100, 1),
        "eat_ipt_media_o_mas_municipios": media_o_mas,
        "eat_ipt_frontera_municipios": int(azar.integers(10, 20)),
        "eat_ipt_bajo_pct": round(float(azar.uniform(5, 12)), 1),
        "eat_talleres": TALLERES_EN_MUNICIPIOS + 1,
        "eat_informes_anios": 2,
        **{c: PRIORIZADOS for c, m in moldes.items() if m.unidad == "municipios" and _todos(c)},
        **{c: CLUSTERES for c, m in moldes.items() if m.unidad == "clústeres"},
    }
    return cifras(
        moldes,
        valores,
        CORTE,
        cortes=dict.fromkeys(
            ("eat_migrantes_total", *SITUACIONES, *departamentos), CORTE_POBLACION
        ),
        citas={
            "eat_informes_anios": "simulado: informes de 2025 a 2026",
            "eat_fases_completadas_2023": "simulado: dos fases completadas en 2023",
        },
        departamentos=departamentos,
    )


def _todos(codigo: str) -> bool:
    """Si la cifra cuenta todos los municipios priorizados."""
    return codigo not in ("eat_ipt_media_o_mas_municipios", "eat_ipt_frontera_municipios")


def _descendentes(azar: np.random.Generator, cuantos: int) -> list[float]:
    """Porcentajes de mayor a menor, con un decimal."""
    return sorted((round(float(v), 1) for v in azar.uniform(4, 18, cuantos)), reverse=True)
