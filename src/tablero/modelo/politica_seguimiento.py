"""La tabla ancha del seguimiento: todo lo de un producto en un corte, en una fila."""

from datetime import date
from typing import Literal

from tablero.modelo import fuera
from tablero.modelo.base import derivada
from tablero.modelo.codigos import CODIGO_PRODUCTO
from tablero.modelo.entidades import codigo_de_entidad, entidad_unida
from tablero.modelo.politica import PP, Anualizacion, Nivel, Semaforo
from tablero.modelo.seguimiento import DeCorte

Vigencia = Literal["Vigente", "No vigente"]
Situacion = Literal[
    "a tiempo",
    "atrasado",
    "sobre-ejecutado",
    "sin reporte",
    "sin dato",
    "sin iniciar",
    "no vigente",
]
"""Cómo va un producto ante quien lo tiene a cargo."""
Lectura = Literal[
    "cumplida", "alcanza", "no alcanza", "sin avance", "vencida", "sin dato", "no aplica"
]
"""Si al ritmo que lleva alcanza su meta final."""
PP_MES = "puntos de la meta final por mes"


class PoliticaSeguimiento(DeCorte):
    """Todo lo de cada producto en cada corte: qué es, sus metas, cómo va, su ritmo y su aporte.

    Con el libro oficial, las cifras se recalculan (`nivel` calculado); donde solo se publican
    porcentajes, son los publicados, y la trayectoria y los aportes se calculan con ellos.
    """

    tabla = "politica_seguimiento"
    hoja = "Seguimiento"
    clave = ("politica_codigo", "producto_codigo", "corte_fecha")
    vigente_por = ("politica_codigo", "producto_codigo")

    producto_codigo: str = derivada(
        "Código del producto", "Tres números: 1.1.4.", pattern=CODIGO_PRODUCTO
    )
    producto_nombre: str | None = derivada("Producto", "Como está en la fuente.", default=None)
    indicador_nombre: str | None = derivada("Indicador", "Como está en la fuente.", default=None)
    objetivo_numero: int = derivada("Objetivo", "El primer número del código.", ge=0)
    resultado_codigo: str = derivada("Resultado", "Los dos primeros números del código.")
    sector_nombre: str | None = derivada("Sector", "Solo si la fuente lo dice.", default=None)
    entidad_nombre: str | None = derivada("Entidad", "Solo si la fuente la dice.", default=None)
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()
    vigencia: Vigencia | None = derivada(
        "Vigencia", "Si el producto sigue en la política; vacía si no se puede leer.", default=None
    )
    ponderacion_pct: float | None = derivada(
        "Ponderación", "Peso en la política.", unidad="%", default=None
    )
    anualizacion_tipo: Anualizacion | None = derivada(
        "Tipo de anualización", "Cómo se suman los años.", default=None
    )
    periodicidad: str | None = derivada("Periodicidad", "Cada cuánto reporta.", default=None)
    linea_base: float | None = derivada("Línea base", "En la unidad del indicador.", default=None)
    inicio_fecha: date | None = derivada("Inicio", "Primer día del plazo.", default=None)
    fin_fecha: date | None = derivada("Fin", "Último día del plazo.", default=None)
    meta_vigencia: float | None = derivada(
        "Meta de la vigencia", "La del año del corte, en la unidad del indicador.", default=None
    )
    meta_final: float | None = derivada("Meta final", "En la unidad del indicador.", default=None)
    mp: float | None = derivada(
        "Meta del período (MP)", "Lo que se debía en el año hasta el corte.", default=None
    )
    ma: float | None = derivada(
        "Meta acumulada (MA)", "Lo que se debía desde el comienzo hasta el corte.", default=None
    )
    av: float | None = derivada(
        "Avance en unidades (AV)",
        "Suma: todo lo reportado; los demás: el último reporte.",
        default=None,
    )
    trimestre_efectivo: int | None = derivada(
        "Trimestre efectivo", "El último reportado o exigible del año; 0 si ninguno.", default=None
    )
    pav_pct: float | None = derivada(
        "Avance en la vigencia (PAV)", "Este año contra su meta.", unidad="%", default=None
    )
    pahv_pct: float | None = derivada(
        "Avance hasta la vigencia (PAHV)",
        "Todo lo hecho contra todo lo programado hasta hoy.",
        unidad="%",
        default=None,
    )
    paa_pct: float | None = derivada(
        "Avance acumulado (PAA)", "Todo lo hecho contra la meta final.", unidad="%", default=None
    )
    pav_reportado_pct: float | None = derivada(
        "PAV reportado", "El que trae la fuente.", unidad="%", default=None
    )
    pahv_reportado_pct: float | None = derivada(
        "PAHV reportado", "El que trae la fuente.", unidad="%", default=None
    )
    paa_reportado_pct: float | None = derivada(
        "PAA reportado", "El que trae la fuente.", unidad="%", default=None
    )
    trayectoria_pct: float | None = derivada(
        "Trayectoria", "Lo programado hasta hoy contra la meta final.", unidad="%", default=None
    )
    brecha_pp: float | None = derivada(
        "Brecha", "PAA menos trayectoria: negativa es retraso.", unidad=PP, default=None
    )
    avance_aporte_pp: float | None = derivada(
        "Aporte al avance", fuera.aporte("al avance"), unidad=PP, default=None
    )
    trayectoria_aporte_pp: float | None = derivada(
        "Aporte a la trayectoria", fuera.aporte("a la trayectoria"), unidad=PP, default=None
    )
    brecha_aporte_pp: float | None = derivada(
        "Aporte a la brecha", fuera.aporte("a la brecha"), unidad=PP, default=None
    )
    fuera_causa: str | None = derivada(
        "Fuera de la suma",
        "Por qué no suma al avance ni a la trayectoria de la política; vacía si suma, o si no está "
        "vigente.",
        default=None,
    )
    ilegibles: str | None = derivada(
        "Lo que no se puede leer",
        "Los datos de su fila que están escritos y no se pueden leer; vacía si todos se leen.",
        default=None,
    )
    semaforo: Semaforo = derivada("Semáforo", "El color del PAHV, o el estado que no es color.")
    semaforo_pav: Semaforo = derivada("Semáforo de la vigencia", "El color del PAV.")
    semaforo_paa: Semaforo = derivada("Semáforo del acumulado", "El color del PAA.")
    situacion: Situacion = derivada(
        "Situación",
        "Lo que se le dice a la entidad: si va a tiempo, atrasado o le falta un reporte.",
    )
    reporte_pendiente: str | None = derivada(
        "Reporte pendiente",
        "El último que ya debía estar y no está («2025-Q2»); vacío si no falta ninguno.",
        default=None,
    )
    ritmo_actual_pp: float | None = derivada(
        "Ritmo hasta hoy", "Lo avanzado por mes del plazo.", unidad=PP_MES, default=None
    )
    ritmo_anio_pp: float | None = derivada(
        "Ritmo para la meta del año", "El que hace falta.", unidad=PP_MES, default=None
    )
    ritmo_final_pp: float | None = derivada(
        "Ritmo para la meta final", "El que hace falta.", unidad=PP_MES, default=None
    )
    llegada_fecha: date | None = derivada(
        "Llegaría", "Cuándo alcanza la meta final si sigue igual.", default=None
    )
    limite_fecha: date | None = derivada(
        "Fuera de alcance desde",
        "Desde ese día, ni retomando el ritmo que lleva alcanza la meta final.",
        default=None,
    )
    ritmo_lectura: Lectura = derivada("Lectura del ritmo", "Si al ritmo que lleva alcanza.")
    errores: int = derivada("Errores", "Hallazgos de severidad error en sus celdas.", ge=0)
    advertencias: int = derivada("Advertencias", "Hallazgos de severidad advertencia.", ge=0)
    nivel: Nivel = derivada("Nivel", "Si sus porcentajes se publican o se recalculan.")
    formula_version: str = derivada("Versión de la fórmula", "Con que se calculó.")
