"""El plan de acción de una política: lo que cada versión promete, año por año, hasta el final.

Ninguna de estas tablas se escribe a mano: salen de los libros `PA_…xlsx` que se importan.
"""

from datetime import date
from typing import Literal

from tablero.modelo.base import ConFuente, derivada
from tablero.modelo.codigos import CODIGO_INDICADOR, CODIGO_PRODUCTO, CODIGO_RESULTADO
from tablero.modelo.politica import Anualizacion
from tablero.modelo.politica_seguimiento import Vigencia
from tablero.modelo.seguimiento import Severidad

CODIGO_VERSION = r"^v\d+-\d{2}$"
ClaseDeCambioDelPlan = Literal[
    "entra",
    "sale",
    "estado",
    "ponderación",
    "tipo",
    "línea base",
    "meta de un año",
    "meta final",
    "periodicidad",
    "fechas",
    "responsable",
    "texto",
]
"""Qué puede cambiar de una versión a la siguiente."""


class _DePlan(ConFuente):
    politica_codigo: str = derivada(
        "Código de la política", "En minúsculas, sin acentos ni espacios.", pattern=r"^[a-z0-9_]+$"
    )
    version_codigo: str = derivada(
        "Versión del plan", "Número y año: v3-26 es la tercera, de 2026.", pattern=CODIGO_VERSION
    )


class PlanVersion(_DePlan):
    """Las versiones del plan de acción que se han importado, con lo que trae cada una."""

    tabla = "plan_versiones"
    hoja = "Versiones del plan"
    clave = ("politica_codigo", "version_codigo")

    politica_nombre: str = derivada("Política", "Nombre con que se importó.", min_length=1)
    version_numero: int = derivada("Número de la versión", "El de su nombre.", ge=1)
    version_anio: int = derivada("Año de la versión", "El del nombre del archivo.", ge=2000)
    desde_fecha: date = derivada("Rige desde", "Primer día en que vale esta versión.")
    es_desde_supuesta: bool = derivada(
        "Se supone desde cuándo rige",
        "Verdadero si nadie dijo el día: se toma el 1 de enero del año de la versión.",
    )
    diseno: str = derivada("Diseño", "El diseño de libro con que se leyó.", min_length=1)
    anio_desde: int = derivada("Primer año", "El de la primera meta.")
    anio_hasta: int = derivada("Último año", "El de la última meta.")
    objetivos: int = derivada("Objetivos", "Con fila en el plan.", unidad="objetivos", ge=0)
    resultados: int = derivada("Resultados", "Los vigentes.", unidad="resultados", ge=0)
    productos: int = derivada("Productos", "Los vigentes.", unidad="productos", ge=0)
    ponderacion_pct: float = derivada(
        "Ponderación", "La suma de los productos vigentes.", unidad="%"
    )
    filas_sin_codigo: int = derivada(
        "Filas sin código", "Aquellas cuyo código no se lee: no están en ningún conteo.", ge=0
    )
    errores: int = derivada("Errores", "Hallazgos de severidad error.", ge=0)
    advertencias: int = derivada("Advertencias", "Hallazgos de severidad advertencia.", ge=0)
    notas: int = derivada("Notas", "Hallazgos de severidad nota.", ge=0)


class PlanVigencia(ConFuente):
    """La versión del plan que vale en cada corte: la última que rige ese día."""

    tabla = "plan_vigencias"
    hoja = "Versión en cada corte"
    clave = ("politica_codigo", "corte_fecha")

    politica_codigo: str = derivada(
        "Código de la política", "En minúsculas, sin acentos ni espacios.", pattern=r"^[a-z0-9_]+$"
    )
    corte_fecha: date = derivada("Fecha de corte", "Una de las de la política.")
    version_codigo: str = derivada("Versión del plan", "La que vale.", pattern=CODIGO_VERSION)
    es_posterior: bool = derivada(
        "Es posterior al corte",
        "Verdadero si ninguna versión regía todavía: es la primera que se conoce, y el libro del "
        "corte no se revisa contra ella.",
    )


class PlanObjetivo(_DePlan):
    """Los objetivos del plan, con su nombre y su ponderación."""

    tabla = "plan_objetivos"
    hoja = "Objetivos del plan"
    clave = ("politica_codigo", "version_codigo", "objetivo_numero")

    objetivo_numero: int = derivada("Objetivo", "Número.", ge=0)
    objetivo_nombre: str | None = derivada("Nombre del objetivo", "Como está.", default=None)
    ponderacion_pct: float | None = derivada(
        "Ponderación", "Peso en la política.", unidad="%", default=None
    )


class _DeIndicador(_DePlan):
    objetivo_numero: int = derivada("Objetivo", "El primer número del código.", ge=0)
    indicador_nombre: str | None = derivada("Indicador", "Como está en el plan.", default=None)
    vigencia: Vigencia | None = derivada(
        "Vigencia", "Si sigue en la política; vacía si no se puede leer.", default=None
    )
    ponderacion_pct: float | None = derivada(
        "Ponderación", "Peso en la política.", unidad="%", default=None
    )
    formula: str | None = derivada("Fórmula", "La del indicador.", default=None)
    anualizacion_tipo: Anualizacion | None = derivada(
        "Tipo de anualización", "Cómo se suman los años.", default=None
    )
    periodicidad: str | None = derivada("Periodicidad", "Cada cuánto reporta.", default=None)
    linea_base: float | None = derivada("Línea base", "En la unidad del indicador.", default=None)
    linea_base_periodo: str | None = derivada(
        "Período de la línea base", "Como está en el plan: un año o varios.", default=None
    )
    linea_base_fuente: str | None = derivada(
        "Fuente de la línea base", "Como está en el plan.", default=None
    )
    inicio_fecha: date | None = derivada("Inicio", "Primer día del plazo.", default=None)
    fin_fecha: date | None = derivada("Fin", "Último día del plazo.", default=None)
    meta_final: float | None = derivada("Meta final", "En la unidad del indicador.", default=None)
    es_porcentaje: bool | None = derivada(
        "Se mide en porcentaje",
        "Verdadero si sus metas llevan formato de porcentaje: 50 es 50 %. Vacío si unas lo llevan "
        "y otras no, y no se pueden comparar.",
        default=None,
    )
    sector_nombre: str | None = derivada("Sector", "El responsable.", default=None)
    entidad_nombre: str | None = derivada("Entidad", "La responsable.", default=None)


class PlanResultado(_DeIndicador):
    """Los resultados del plan (código N.N), con su indicador y su ponderación."""

    tabla = "plan_resultados"
    hoja = "Resultados del plan"
    clave = ("politica_codigo", "version_codigo", "resultado_codigo")

    resultado_codigo: str = derivada(
        "Código del resultado", "Dos números: 1.1.", pattern=CODIGO_RESULTADO
    )
    resultado_nombre: str | None = derivada("Resultado", "Como está en el plan.", default=None)


class PlanProducto(_DeIndicador):
    """Los productos del plan (código N.N.N): qué se promete, cuánto pesa y quién responde."""

    tabla = "plan_productos"
    hoja = "Productos del plan"
    clave = ("politica_codigo", "version_codigo", "producto_codigo")

    producto_codigo: str = derivada(
        "Código del producto", "Tres números: 1.1.4.", pattern=CODIGO_PRODUCTO
    )
    producto_nombre: str | None = derivada("Producto", "Como está en el plan.", default=None)
    resultado_codigo: str = derivada("Resultado", "Los dos primeros números del código.")
    dependencia_nombre: str | None = derivada(
        "Dependencia", "La oficina responsable.", default=None
    )
    corresponsable_sector_nombre: str | None = derivada(
        "Sector corresponsable", "Como está en el plan.", default=None
    )
    corresponsable_entidad_nombre: str | None = derivada(
        "Entidad corresponsable", "Como está en el plan.", default=None
    )
    corresponsable_dependencia_nombre: str | None = derivada(
        "Dependencia corresponsable", "Como está en el plan.", default=None
    )


class PlanMeta(_DePlan):
    """La meta de cada año de cada producto y cada resultado del plan."""

    tabla = "plan_metas"
    hoja = "Metas del plan"
    clave = ("politica_codigo", "version_codigo", "indicador_codigo", "anio")

    indicador_codigo: str = derivada(
        "Código del indicador",
        "Tres números si es de producto (1.1.4); dos si es de resultado (1.1).",
        pattern=CODIGO_INDICADOR,
    )
    anio: int = derivada("Año", "El de la meta.")
    meta: float | None = derivada(
        "Meta",
        "En la unidad del indicador (50 es 50 % si se mide en porcentaje); vacía si no se puede "
        "leer.",
        default=None,
    )


class PlanTrayectoria(_DePlan):
    """Cuánto debe llevar la política al cierre de cada año, según el plan (calculado)."""

    tabla = "plan_trayectorias"
    hoja = "Trayectoria del plan"
    clave = ("politica_codigo", "version_codigo", "anio")

    anio: int = derivada("Año", "Al 31 de diciembre.")
    trayectoria_pct: float = derivada(
        "Trayectoria según el plan",
        "Σ ponderación × lo programado hasta ese año contra la meta final, a lo sumo 100 %.",
        unidad="%",
    )
    productos: int = derivada("Productos", "Los vigentes.", unidad="productos", ge=0)
    productos_sin_dato: int = derivada(
        "Productos sin dato", "Cuya trayectoria no se puede calcular.", unidad="productos", ge=0
    )
    ponderacion_sin_dato_pct: float = derivada(
        "Ponderación sin dato", "Lo que pesan: no suma.", unidad="%"
    )
    formula_version: str = derivada("Versión de la fórmula", "Con que se calculó.")


class PlanCambio(_DePlan):
    """Lo que cada versión del plan cambió de la anterior, y el acto que lo explica si lo hay."""

    tabla = "plan_cambios"
    hoja = "Cambios del plan"
    clave = ("politica_codigo", "version_codigo", "cambio_numero")

    cambio_numero: int = derivada("Número", "Lugar en la lista.", ge=1)
    version_anterior: str = derivada("Versión anterior", "Contra la que se compara.")
    clase: ClaseDeCambioDelPlan = derivada("Qué cambió", "De qué clase es.")
    indicador_codigo: str = derivada(
        "Código", "Del objetivo, el resultado o el producto.", min_length=1
    )
    indicador_nombre: str | None = derivada("Nombre", "El de la versión nueva.", default=None)
    dato: str = derivada("Dato", "Cuál: «meta de 2030».", min_length=1)
    antes: str | None = derivada("Antes", "Como se lee; vacío si no tenía.", default=None)
    despues: str | None = derivada("Después", "Como se lee; vacío si ya no tiene.", default=None)
    acto: str | None = derivada(
        "Acto", "El ajuste aprobado que lo explica; vacío si ninguno.", default=None
    )


class PlanHallazgo(_DePlan):
    """Lo que hay que revisar en cada versión del plan, con su celda y qué hacer."""

    tabla = "plan_hallazgos"
    hoja = "Hallazgos del plan"
    clave = ("politica_codigo", "version_codigo", "hallazgo_numero")

    hallazgo_numero: int = derivada("Número", "Lugar en la lista: primero los errores.", ge=1)
    severidad: Severidad = derivada("Severidad", "Error, advertencia o nota.")
    regla: str = derivada("Regla", "La comprobación que lo encontró.", min_length=1)
    indicador_codigo: str | None = derivada("Código", "Vacío si es de todo el plan.", default=None)
    celda: str | None = derivada("Celda", "Vacía si no es de una sola.", default=None)
    mensaje: str = derivada("Qué pasa", "En palabras.", min_length=1)
    que_hacer: str = derivada("Qué hacer", "En palabras.", min_length=1)
