"""Las comprobaciones de un libro de seguimiento y de un plan: su código y su nombre.

Quien encuentra algo dice con cuál, y quien lo muestra toma de aquí cómo se llama.
"""

from enum import StrEnum
from typing import Self


class Regla(StrEnum):
    """Una comprobación; vale su código, el que llevan los archivos y los enlaces."""

    nombre: str
    """Tan corto que cabe en un eje, también en un teléfono; vacío si es solo del plan."""

    def __new__(cls, codigo: str, nombre: str = "") -> Self:
        """Un código y su nombre."""
        regla = str.__new__(cls, codigo)
        regla._value_ = codigo
        regla.nombre = nombre
        return regla

    @classmethod
    def de_nombre(cls, nombre: str) -> Self:
        """La que se llama así; `StopIteration` si ninguna."""
        return next(regla for regla in cls if regla.nombre == nombre)

    ILEGIBLE = "ilegible", "Celda ilegible"
    SOLO_EL_ANIO = "solo_el_anio", "Año en vez de fecha"
    CODIGO_ROTO = "codigo_roto", "Código mal escrito"
    CORTE_SIN_ENTENDER = "corte_sin_entender", "Corte que no se entiende"
    ESCRITO_DISTINTO = "escrito_distinto", "Escrito de dos maneras"
    SIGNO_SIN_LETRA = "signo_sin_letra", "Signo que el PDF no trae"
    OCULTO = "oculto", "Oculto que se lee"
    CODIGO_DOBLE = "codigo_doble", "Código repetido"
    PESOS_NO_SUMAN = "pesos_no_suman", "Pesos que no suman"
    PESOS_POR_LEER = "pesos_por_leer", "Pesos por leer"
    PONDERACION = "ponderacion", "Ponderación no válida"
    LIBRO_ATRASADO = "libro_atrasado", "Libro anterior al corte"
    FUERA_DE_PLAZO = "fuera_de_plazo", "Fechas fuera de plazo"
    REPORTE_SIN_META = "reporte_sin_meta", "Reporte sin meta"
    META_SIN_REPORTE = "meta_sin_reporte", "Meta sin reporte"
    ESCALA_EQUIVOCADA = "escala_equivocada", "Escala equivocada"
    CRECIENTE_QUE_BAJA = "creciente_que_baja", "Creciente que baja"
    DECRECIENTE_QUE_SUBE = "decreciente_que_sube", "Decreciente que sube"
    SOBRE_EJECUCION = "sobre_ejecucion", "Sobreejecución"
    FALTA_TEXTO = "falta_texto", "Falta el texto"
    PORCENTAJE_NO_SALE = "porcentaje_no_sale", "Porcentaje que no sale"
    ACUMULADO_NO_SALE = "acumulado_no_sale", "Acumulado que no sale"
    INFORME_DIFIERE = "informe_difiere", "Libro e informe difieren"
    PRODUCTO_AUSENTE = "producto_ausente", "Producto que ya no está"
    PRODUCTO_NUEVO = "producto_nuevo", "Producto nuevo"
    CAMBIO_DE_VIGENCIA = "cambio_de_vigencia", "Cambio de vigencia"
    CAMPO_INMUTABLE = "campo_inmutable", "Cambió un dato fijo"
    PERIODO_REESCRITO = "periodo_reescrito", "Período reescrito"
    ENTIDAD_DESCONOCIDA = "entidad_desconocida", "Entidad no reconocida"
    PLAN_PRODUCTO = "plan_producto", "Producto y plan difieren"
    PLAN_PONDERACION = "plan_ponderacion", "Peso: otro en el plan"
    PLAN_META = "plan_meta", "Meta: otra en el plan"
    PLAN_META_FINAL = "plan_meta_final", "Final: otra en el plan"
    PLAN_LINEA_BASE = "plan_linea_base", "Base: otra en el plan"
    PLAN_TIPO = "plan_tipo", "Tipo: otro en el plan"
    PLAN_PERIODICIDAD = "plan_periodicidad", "Período: otro en el plan"
    PLAN_FECHAS = "plan_fechas", "Plazo: otro en el plan"
    PLAN_ENTIDAD = "plan_entidad", "Entidad: otra en el plan"
    ESCALA_MEZCLADA = "escala_mezclada"
    JERARQUIA = "jerarquia"
    METAS_NO_DAN = "metas_no_dan"
    REPETIDO_DISTINTO = "repetido_distinto"
    FILA_HISTORICA = "fila_historica"


NOMBRES = {regla.value: regla.nombre for regla in Regla if regla.nombre}
"""Código → nombre, de las que se muestran en pantalla."""
