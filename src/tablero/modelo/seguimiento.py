"""El seguimiento con el libro oficial (SISPP): lo que trae cada libro y lo que hay que revisar.

Ninguna de estas tablas se escribe a mano: salen de los libros que se importan.
"""

from datetime import date
from typing import ClassVar, Literal

from tablero.modelo import fuera
from tablero.modelo.base import ConFuente, derivada
from tablero.modelo.codigos import CODIGO_INDICADOR, CODIGO_RESULTADO
from tablero.modelo.entidades import codigo_de_entidad, entidad_unida

"""De producto (1.1.4) o de resultado (1.1)."""

Severidad = Literal["error", "advertencia", "nota"]
Medida = Literal["PAV", "PAHV", "PAA"]
EstadoContraste = Literal["coincide", "difiere", "no calculable"]


class DeCorte(ConFuente):
    """Columnas comunes: la política y el corte del libro."""

    vigente_por: ClassVar[tuple[str, ...]] = ("politica_codigo",)

    politica_codigo: str = derivada(
        "Código de la política", "En minúsculas, sin acentos ni espacios.", pattern=r"^[a-z0-9_]+$"
    )
    corte_fecha: date = derivada("Fecha de corte", "Fecha hasta la cual vale el dato.")


class _DeIndicador(DeCorte):
    indicador_codigo: str = derivada(
        "Código del indicador",
        "Tres números si es de producto (1.1.4); dos si es de resultado (1.1).",
        pattern=CODIGO_INDICADOR,
    )


class SeguimientoLibro(DeCorte):
    """Los libros de seguimiento importados: uno por política y corte."""

    tabla = "seguimiento_libros"
    hoja = "Libros de seguimiento"
    clave = ("politica_codigo", "corte_fecha")

    politica_nombre: str = derivada("Política", "Nombre con que se importó.", min_length=1)
    diseno: str = derivada("Diseño", "El diseño de libro con que se leyó.", min_length=1)
    anio_desde: int = derivada("Desde", "Primer año del libro.")
    anio_hasta: int = derivada("Hasta", "Último año del libro.")
    productos: int = derivada("Productos", "Con fila en el libro.", unidad="productos", ge=0)
    resultados: int = derivada(
        "Indicadores de resultado", "Con fila en el libro.", unidad="indicadores", ge=0
    )
    errores: int = derivada("Errores", "Hallazgos de severidad error.", ge=0)
    advertencias: int = derivada("Advertencias", "Hallazgos de severidad advertencia.", ge=0)
    notas: int = derivada("Notas", "Hallazgos de severidad nota.", ge=0)
    formula_version: str = derivada("Versión de la fórmula", "Con que se calculó.")


class SeguimientoMeta(_DeIndicador):
    """La meta de cada año de cada indicador, como está escrita en el libro de cada corte."""

    tabla = "seguimiento_metas"
    hoja = "Metas"
    clave = ("politica_codigo", "indicador_codigo", "anio", "corte_fecha")

    anio: int = derivada("Año", "El de la meta.")
    meta: float | None = derivada(
        "Meta", "En la unidad del indicador; vacía si no se puede leer.", default=None
    )


class SeguimientoReporte(_DeIndicador):
    """El reporte de cada trimestre de cada indicador, como está en el libro de cada corte."""

    tabla = "seguimiento_reportes"
    hoja = "Reportes"
    clave = ("politica_codigo", "indicador_codigo", "anio", "trimestre", "corte_fecha")

    anio: int = derivada("Año", "El del reporte.")
    trimestre: int = derivada("Trimestre", "De 1 a 4.", ge=1, le=4)
    valor: float | None = derivada(
        "Reporte", "En la unidad del indicador; vacío si no se puede leer.", default=None
    )


class SeguimientoRelato(_DeIndicador):
    """El reporte cualitativo de cada trimestre; una fila por cada versión del texto.

    El corte es el del primer libro que trae esa versión: vale hasta que otra la reemplace.
    """

    tabla = "seguimiento_relatos"
    hoja = "Reportes cualitativos"
    clave = ("politica_codigo", "indicador_codigo", "anio", "trimestre", "corte_fecha")

    anio: int = derivada("Año", "El del reporte.")
    trimestre: int = derivada("Trimestre", "De 1 a 4.", ge=1, le=4)
    avance_texto: str | None = derivada("Avance", "El texto de la entidad.", default=None)
    enfoques_texto: str | None = derivada("Enfoques", "El texto sobre los enfoques.", default=None)


class SeguimientoContraste(DeCorte):
    """Los porcentajes que trae el libro, al lado de los recalculados, con la causa si difieren."""

    tabla = "seguimiento_contrastes"
    hoja = "Reportado y recalculado"
    clave = ("politica_codigo", "producto_codigo", "medida", "corte_fecha")

    producto_codigo: str = derivada(
        "Código del producto", "Tres números: 1.1.4.", pattern=CODIGO_INDICADOR
    )
    medida: Medida = derivada("Medida", "PAV, PAHV o PAA del año del corte.")
    reportado_pct: float | None = derivada(
        "Reportado", "El que trae el libro.", unidad="%", default=None
    )
    calculado_pct: float | None = derivada(
        "Recalculado", "El que sale de las metas y los reportes.", unidad="%", default=None
    )
    diferencia_pp: float | None = derivada(
        "Diferencia",
        "Reportado menos recalculado.",
        unidad="puntos porcentuales",
        default=None,
    )
    estado: EstadoContraste = derivada("Estado", "Si los dos coinciden.")
    causa: str | None = derivada("Causa", "Por qué difieren, si se reconoce.", default=None)
    formula_version: str = derivada("Versión de la fórmula", "Con que se calculó.")


class SeguimientoHallazgo(DeCorte):
    """Lo que hay que revisar en cada libro de seguimiento, con su celda y qué hacer."""

    tabla = "seguimiento_hallazgos"
    hoja = "Hallazgos"
    clave = ("politica_codigo", "corte_fecha", "hallazgo_numero")

    hallazgo_numero: int = derivada("Número", "Lugar en la lista: primero los errores.", ge=1)
    severidad: Severidad = derivada("Severidad", "Error, advertencia o nota.")
    regla: str = derivada("Regla", "La comprobación que lo encontró.", min_length=1)
    producto_codigo: str | None = derivada(
        "Código del producto", "Vacío si es de todo el libro.", default=None
    )
    entidad_nombre: str | None = derivada(
        "Entidad", "La del producto, si el libro la dice.", default=None
    )
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()
    celda: str | None = derivada("Celda", "Vacía si no es de una sola.", default=None)
    mensaje: str = derivada("Qué pasa", "En palabras.", min_length=1)
    que_hacer: str = derivada("Qué hacer", "En palabras.", min_length=1)
    formula_version: str = derivada("Versión de la fórmula", "Con que se calculó.")


class PoliticaResultado(DeCorte):
    """Los resultados de la política: lo que suman sus productos y lo que dice su indicador."""

    tabla = "politica_resultados"
    hoja = "Resultados"
    clave = ("politica_codigo", "resultado_codigo", "corte_fecha")

    resultado_codigo: str = derivada(
        "Código del resultado", "Dos números: 1.1.", pattern=CODIGO_RESULTADO
    )
    resultado_nombre: str | None = derivada(
        "Resultado", "El del libro; vacío si no trae su fila.", default=None
    )
    productos: int = derivada("Productos", "Los vigentes.", unidad="productos", ge=0)
    ponderacion_pct: float = derivada("Ponderación", "La suma de sus productos.", unidad="%")
    ponderacion_declarada_pct: float | None = derivada(
        "Ponderación declarada", "La que el libro da al resultado.", unidad="%", default=None
    )
    avance_pct: float | None = derivada(
        "Avance", "En porcentaje del resultado.", unidad="%", default=None
    )
    trayectoria_pct: float | None = derivada(
        "Trayectoria", "En porcentaje del resultado.", unidad="%", default=None
    )
    brecha_pp: float | None = derivada(
        "Brecha", "Avance menos trayectoria.", unidad="puntos porcentuales", default=None
    )
    avance_aporte_pp: float | None = derivada(
        "Aporte al avance", fuera.aporte("al avance"), unidad="puntos porcentuales", default=None
    )
    brecha_aporte_pp: float | None = derivada(
        "Aporte a la brecha",
        fuera.aporte("a la brecha"),
        unidad="puntos porcentuales",
        default=None,
    )
    productos_sin_dato: int | None = fuera.productos()
    peso_sin_dato_pct: float | None = fuera.peso()
    fuera_sin_peso: int | None = fuera.sin_peso()
    indicador_pahv_pct: float | None = derivada(
        "PAHV de su indicador", "Del indicador de resultado.", unidad="%", default=None
    )
    indicador_paa_pct: float | None = derivada(
        "PAA de su indicador", "Del indicador de resultado.", unidad="%", default=None
    )
    formula_version: str = derivada("Versión de la fórmula", "Con que se calculó.")
