"""Seguimiento de la política pública de Bogotá: objetivos, productos y avances."""

from datetime import date
from typing import Literal

from tablero.modelo import fuera
from tablero.modelo.base import Hecho, cita_de, columna, derivada
from tablero.modelo.codigos import CODIGO_PRODUCTO
from tablero.modelo.columnas import Declarada
from tablero.modelo.entidades import codigo_de_entidad, entidad_unida
from tablero.modelo.relaciones import Citada, Compania, Prefijo, Redondeo, Resta, Rotulo, Tope

CENTESIMAS = 0.01
"""Con dos decimales imprime la fuente las ponderaciones y lo que es de toda la política."""
PP = "puntos porcentuales"

Nivel = Literal["publicado", "calculado"]
Anualizacion = Literal["Suma", "Constante", "Creciente", "Decreciente"]
Semaforo = Literal[
    "bajo", "medio", "alto", "sobre-ejecución", "sin dato", "sin iniciar", "no vigente"
]


def version_de_formula() -> Declarada:
    """Declara la versión de la fórmula de una tabla que también trae filas publicadas."""
    return derivada(
        "Versión de la fórmula", "Con que se calculó; vacía si la fila es publicada.", default=None
    )


class DePolitica(Hecho):
    """Columna común: la política a la que pertenece la fila."""

    vigente_por = ("politica_codigo",)

    politica_codigo: str = columna(
        "Código de la política",
        "En minúsculas, sin acentos ni espacios.",
        pattern=r"^[a-z0-9_]+$",
        referencia="politicas.politica_codigo",
    )


class Politica(DePolitica):
    """La política pública: nombre, decreto, vigencia y objetivo."""

    tabla = "politicas"
    hoja = "Política"
    clave = ("politica_codigo", "corte_fecha")
    citas = (Citada("decreto"), Citada("decreto_fecha"))
    cuentas = (Tope(("vigencia_desde_anio",), "vigencia_hasta_anio"),)

    politica_nombre: str = columna("Política", "Nombre exacto.", min_length=1)
    decreto: str = columna("Decreto", "El que la adopta.", min_length=1)
    decreto_fecha: date = columna("Fecha del decreto", "Día de su expedición.")
    vigencia_desde_anio: int = columna("Desde", "Primer año.", ge=2000, escala=2100)
    vigencia_hasta_anio: int = columna("Hasta", "Último año.", ge=2000, escala=2100)
    objetivo: str = columna("Objetivo", "Objetivo general, exacto.", min_length=1)


class PoliticaCorte(DePolitica):
    """Avance, trayectoria y brecha de toda la política en un corte."""

    tabla = "politica_cortes"
    hoja = "Avance de la política"
    clave = ("politica_codigo", "corte_fecha", "nivel")
    citas = (Citada("avance_pct"),)
    cuentas = (Resta("brecha_pp", de="avance_pct", menos="trayectoria_pct"),)

    nivel: Nivel = derivada("Nivel", "Publicado por la fuente o calculado por el tablero.")
    avance_pct: float | None = columna(
        "Avance", "Avance acumulado.", unidad="%", default=None, ge=0, precision=CENTESIMAS
    )
    trayectoria_pct: float | None = columna(
        "Trayectoria",
        "Avance que se esperaba.",
        unidad="%",
        default=None,
        ge=0,
        precision=CENTESIMAS,
    )
    brecha_pp: float | None = columna(
        "Brecha",
        "Avance menos trayectoria.",
        unidad=PP,
        default=None,
        precision=CENTESIMAS,
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
    rotulos = (Rotulo("objetivo_numero", "Objetivo"),)
    citas = (
        Citada("productos", junto_a="productos"),
        Citada("ponderacion_pct"),
        Citada("brecha_pp", "brecha_cita"),
    )
    cuentas = (Resta("brecha_pp", de="avance_pct", menos="trayectoria_pct"),)

    objetivo_numero: int = columna("Objetivo", "Número publicado.", ge=1)
    nivel: Nivel = derivada("Nivel", "Publicado por la fuente o calculado por el tablero.")
    objetivo_nombre: str | None = columna(
        "Nombre del objetivo", "Vacío: la fuente no lo publica.", default=None
    )
    productos: int = columna("Productos", "Conteo.", unidad="productos", ge=0)
    ponderacion_pct: float = columna(
        "Ponderación", "Peso en la política.", unidad="%", ge=0, le=100, precision=1
    )
    avance_pct: float | None = columna(
        "Avance",
        "En porcentaje del objetivo.",
        unidad="%",
        default=None,
        ge=0,
        precision=CENTESIMAS,
    )
    trayectoria_pct: float | None = columna(
        "Trayectoria",
        "En porcentaje del objetivo.",
        unidad="%",
        default=None,
        ge=0,
        precision=CENTESIMAS,
    )
    brecha_pp: float | None = columna(
        "Brecha",
        "Avance menos trayectoria.",
        unidad=PP,
        default=None,
        precision=CENTESIMAS,
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
    companias = (Compania("responsable_ubicacion", ("sector_nombre", "entidad_nombre")),)
    prefijos = (Prefijo("objetivo_numero", "producto_codigo"),)

    producto_codigo: str = columna(
        "Código del producto", "Tres números: 1.1.4.", pattern=CODIGO_PRODUCTO
    )
    producto_nombre: str = columna("Producto", "Nombre exacto.", min_length=1)
    indicador_nombre: str = columna("Indicador", "Nombre exacto.", min_length=1)
    objetivo_numero: int = columna(
        "Objetivo",
        "El primer número de su código.",
        ge=1,
        referencia="politica_objetivos.objetivo_numero",
    )
    ponderacion_pct: float = columna(
        "Ponderación", "Peso en la política.", unidad="%", gt=0, le=100, precision=CENTESIMAS
    )
    anualizacion_tipo: Anualizacion = columna("Tipo de anualización", "Cómo se suman los años.")
    sector_nombre: str | None = columna("Sector", "Solo si la fuente lo dice.", default=None)
    entidad_nombre: str | None = columna(
        "Entidad",
        "Solo donde la fuente nombra a quien tiene a cargo el producto o lo ejecuta, como está "
        "impresa; que el producto hable de una entidad no basta.",
        default=None,
    )
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()
    responsable_ubicacion: str | None = columna(
        "Ubicación del responsable", "Dónde dice la fuente el sector o la entidad.", default=None
    )


class PoliticaAvance(DePolitica):
    """Porcentajes de avance de cada producto, con su trayectoria y su semáforo."""

    tabla = "politica_avances"
    hoja = "Avances"
    clave = ("politica_codigo", "producto_codigo", "corte_fecha", "nivel")
    redondeos = tuple(
        Redondeo(c, decimales="decimales") for c in ("pav_pct", "pahv_pct", "paa_pct")
    )

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
