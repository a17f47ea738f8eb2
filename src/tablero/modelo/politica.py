"""Seguimiento de la política pública de Bogotá: objetivos, productos y avances."""

from datetime import date
from typing import Any, Literal

from tablero.modelo import fuera
from tablero.modelo.base import Hecho, cita_de, columna, derivada

CODIGO_PRODUCTO = r"^\d+\.\d+\.\d+$"
PP = "puntos porcentuales"

Nivel = Literal["publicado", "calculado"]
Anualizacion = Literal["Suma", "Constante", "Creciente", "Decreciente"]
Semaforo = Literal[
    "bajo", "medio", "alto", "sobre-ejecución", "sin dato", "sin iniciar", "no vigente"
]


def version_de_formula() -> Any:
    """Declara la versión de la fórmula de una tabla que también trae filas publicadas."""
    return derivada(
        "Versión de la fórmula", "Con que se calculó; vacía si la fila es publicada.", default=None
    )


class DePolitica(Hecho):
    """Columna común: la política a la que pertenece la fila."""

    politica_codigo: str = columna(
        "Código de la política",
        "En minúsculas, sin acentos ni espacios.",
        pattern=r"^[a-z0-9_]+$",
    )


class Politica(DePolitica):
    """La política pública: nombre, decreto, vigencia y objetivo."""

    tabla = "politicas"
    hoja = "Política"
    clave = ("politica_codigo", "corte_fecha")

    politica_nombre: str = columna("Política", "Nombre exacto.", min_length=1)
    decreto: str = columna("Decreto", "El que la adopta.", min_length=1)
    decreto_fecha: date = columna("Fecha del decreto", "Día de su expedición.")
    vigencia_desde_anio: int = columna("Desde", "Primer año.", ge=2000)
    vigencia_hasta_anio: int = columna("Hasta", "Último año.", ge=2000)
    objetivo: str = columna("Objetivo", "Objetivo general, exacto.", min_length=1)


class PoliticaCorte(DePolitica):
    """Avance, trayectoria y brecha de toda la política en un corte."""

    tabla = "politica_cortes"
    hoja = "Avance de la política"
    clave = ("politica_codigo", "corte_fecha", "nivel")

    nivel: Nivel = derivada("Nivel", "Publicado por la fuente o calculado por el tablero.")
    avance_pct: float | None = columna(
        "Avance", "Avance acumulado.", unidad="%", default=None, ge=0
    )
    trayectoria_pct: float | None = columna(
        "Trayectoria", "Avance que se esperaba.", unidad="%", default=None, ge=0
    )
    brecha_pp: float | None = columna(
        "Brecha", "Avance menos trayectoria.", unidad=PP, default=None
    )
    productos_sin_dato: int | None = fuera.productos()
    peso_sin_dato_pct: float | None = fuera.peso()
    filas_sin_codigo: int | None = fuera.filas()
    peso_sin_codigo_pct: float | None = fuera.peso_de_filas()
    fuera_sin_peso: int | None = fuera.sin_peso()
    formula_version: str | None = version_de_formula()


class PoliticaObjetivo(DePolitica):
    """Objetivos de la política: productos, ponderación, avance y brecha."""

    tabla = "politica_objetivos"
    hoja = "Objetivos"
    clave = ("politica_codigo", "objetivo_numero", "corte_fecha", "nivel")

    objetivo_numero: int = columna("Objetivo", "Número publicado.", ge=1)
    nivel: Nivel = derivada("Nivel", "Publicado por la fuente o calculado por el tablero.")
    objetivo_nombre: str | None = columna(
        "Nombre del objetivo", "Vacío: la fuente no lo publica.", default=None
    )
    productos: int = columna("Productos", "Conteo.", unidad="productos", ge=0)
    ponderacion_pct: float = columna(
        "Ponderación", "Peso en la política.", unidad="%", ge=0, le=100
    )
    avance_pct: float | None = columna(
        "Avance", "En porcentaje del objetivo.", unidad="%", default=None, ge=0
    )
    trayectoria_pct: float | None = columna(
        "Trayectoria", "En porcentaje del objetivo.", unidad="%", default=None, ge=0
    )
    brecha_pp: float | None = columna(
        "Brecha", "Avance menos trayectoria.", unidad=PP, default=None
    )
    avance_aporte_pp: float | None = derivada(
        "Aporte al avance", "Puntos que suma al avance de la política.", unidad=PP, default=None
    )
    brecha_aporte_pp: float | None = derivada(
        "Aporte a la brecha", "Puntos que suma a la brecha de la política.", unidad=PP, default=None
    )
    productos_sin_dato: int | None = fuera.productos()
    peso_sin_dato_pct: float | None = fuera.peso()
    fuera_sin_peso: int | None = fuera.sin_peso()
    formula_version: str | None = version_de_formula()
    brecha_cita: str | None = cita_de("Cita de la brecha", "la brecha")
    productos_nombrados_cita: str | None = cita_de(
        "Cita de los productos nombrados", "los productos con que la fuente explica la brecha"
    )
    nota: str | None = columna("Nota", "Rarezas de la fuente en esta fila.", default=None)


class PoliticaProducto(DePolitica):
    """Productos de la política, con su indicador y su ponderación."""

    tabla = "politica_productos"
    hoja = "Productos"
    clave = ("politica_codigo", "producto_codigo", "corte_fecha")

    producto_codigo: str = columna(
        "Código del producto", "Tres números: 1.1.4.", pattern=CODIGO_PRODUCTO
    )
    producto_nombre: str = columna("Producto", "Nombre exacto.", min_length=1)
    indicador_nombre: str = columna("Indicador", "Nombre exacto.", min_length=1)
    objetivo_numero: int = columna("Objetivo", "Número del objetivo.", ge=1)
    ponderacion_pct: float = columna(
        "Ponderación", "Peso en la política.", unidad="%", gt=0, le=100
    )
    anualizacion_tipo: Anualizacion = columna("Tipo de anualización", "Cómo se suman los años.")
    sector_nombre: str | None = columna("Sector", "Solo si la fuente lo dice.", default=None)
    entidad_nombre: str | None = columna(
        "Entidad",
        "Solo donde la fuente nombra a quien tiene a cargo el producto o lo ejecuta, como está "
        "impresa; que el producto hable de una entidad no basta.",
        default=None,
    )
    responsable_ubicacion: str | None = columna(
        "Ubicación del responsable", "Dónde dice la fuente el sector o la entidad.", default=None
    )


class PoliticaAvance(DePolitica):
    """Porcentajes de avance de cada producto, con su trayectoria y su semáforo."""

    tabla = "politica_avances"
    hoja = "Avances"
    clave = ("politica_codigo", "producto_codigo", "corte_fecha", "nivel")

    producto_codigo: str = columna(
        "Código del producto",
        "Uno de los de la hoja de productos.",
        pattern=CODIGO_PRODUCTO,
        referencia="politica_productos.producto_codigo",
    )
    nivel: Nivel = derivada("Nivel", "Publicado por la fuente o calculado por el tablero.")
    pav_pct: float | None = columna(
        "Avance en la vigencia (PAV)",
        "Este año contra su meta.",
        unidad="%",
        default=None,
        minimo_en_libro=0,
    )
    pahv_pct: float | None = columna(
        "Avance hasta la vigencia (PAHV)",
        "Todo lo hecho contra todo lo programado hasta hoy.",
        unidad="%",
        default=None,
        minimo_en_libro=0,
    )
    paa_pct: float | None = columna(
        "Avance acumulado (PAA)",
        "Todo lo hecho contra la meta final.",
        unidad="%",
        default=None,
        minimo_en_libro=0,
    )
    decimales: int | None = columna(
        "Decimales", "Con cuántos decimales se imprimen los porcentajes.", default=None, ge=0, le=4
    )
    trayectoria_pct: float | None = derivada(
        "Trayectoria",
        "Lo programado hasta hoy contra la meta final (siempre calculada).",
        unidad="%",
        default=None,
    )
    avance_aporte_pp: float | None = derivada(
        "Aporte al avance", fuera.aporte("al avance"), unidad=PP, default=None
    )
    brecha_aporte_pp: float | None = derivada(
        "Aporte a la brecha", fuera.aporte("a la brecha"), unidad=PP, default=None
    )
    semaforo: Semaforo = derivada("Semáforo", "El color del PAHV.")
    semaforo_pav: Semaforo = derivada("Semáforo de la vigencia", "El color del PAV.")
    semaforo_paa: Semaforo = derivada(
        "Semáforo del acumulado", "El color del PAA; solo para contrastar la distribución."
    )
    formula_version: str = derivada(
        "Versión de la fórmula", "Con que se calculan la trayectoria, los aportes y los colores."
    )


class PoliticaSemaforo(DePolitica):
    """Distribución del semáforo que publica la fuente."""

    tabla = "politica_semaforos"
    hoja = "Distribución del semáforo"
    clave = ("politica_codigo", "semaforo", "corte_fecha")

    semaforo: Semaforo = columna("Semáforo", "Nivel de cumplimiento.")
    productos_pct: float = columna(
        "Productos", "Porcentaje de los productos.", unidad="%", ge=0, le=100
    )


class PoliticaSector(DePolitica):
    """Productos por sector, como los cuenta la prosa de la fuente."""

    tabla = "politica_sectores"
    hoja = "Sectores"
    clave = ("politica_codigo", "sector_nombre", "corte_fecha")

    sector_nombre: str = columna("Sector", "Nombre en la fuente.", min_length=1)
    productos: int = columna("Productos", "Conteo publicado.", unidad="productos", ge=0)
    productos_bajo: int | None = columna(
        "En bajo",
        "Conteo. Cero solo si la fuente reparte todos los del sector en otros niveles.",
        default=None,
        ge=0,
    )
    productos_medio: int | None = columna(
        "En medio",
        "Conteo. Cero solo si la fuente reparte todos los del sector en otros niveles.",
        default=None,
        ge=0,
    )
    productos_alto: int | None = columna("En alto", "Conteo.", default=None, ge=0)
    productos_sobre: int | None = columna(
        "En sobre-ejecución",
        "Conteo. Cero solo si la fuente reparte todos los del sector en otros niveles.",
        default=None,
        ge=0,
    )
    niveles_cita: str | None = cita_de("Cita de los niveles", "los niveles de sus productos")


class PoliticaAccionMejora(DePolitica):
    """Los productos de la sección «Acciones para mejorar»."""

    tabla = "politica_acciones_mejora"
    hoja = "Acciones para mejorar"
    clave = ("producto_codigo", "corte_fecha")

    producto_codigo: str = columna(
        "Código del producto",
        "Uno de los de la hoja de productos.",
        pattern=CODIGO_PRODUCTO,
        referencia="politica_productos.producto_codigo",
    )
    orden: int = columna("Orden", "Lugar en la tabla.", ge=1)
    entidad_nombre: str = columna("Entidad", "Como está impresa.", min_length=1)
    producto_nombre: str = columna("Producto", "Como está impreso en esta sección.", min_length=1)
    pahv_pct: float = columna(
        "Avance hasta la vigencia (PAHV)", "Con sus decimales.", unidad="%", ge=0
    )
    decimales: int = columna("Decimales", "Con cuántos decimales se imprime.", ge=0, le=4)


class PoliticaAporte(DePolitica):
    """Logros y aportes que relata la fuente, en nuestras palabras."""

    tabla = "politica_aportes"
    hoja = "Logros y aportes"
    clave = ("politica_codigo", "seccion", "orden", "corte_fecha")

    seccion: Literal["logros", "aportes", "acciones"] = columna(
        "Sección", "Parte del informe donde está."
    )
    orden: int = columna("Orden", "Lugar en la sección.", ge=1)
    titulo: str = columna("Título", "En pocas palabras.", min_length=1)
    detalle: str = columna("Detalle", "En nuestras palabras, con sus cifras.", min_length=1)
    entidad_nombre: str | None = columna(
        "Entidad", "Solo donde la fuente nombra a quien lo hizo o lo tiene a cargo.", default=None
    )
    producto_codigo: str | None = columna(
        "Código del producto",
        "Si la fuente lo relaciona con un producto.",
        default=None,
        pattern=CODIGO_PRODUCTO,
        referencia="politica_productos.producto_codigo",
    )
