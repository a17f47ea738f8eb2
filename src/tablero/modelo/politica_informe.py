"""Lo que el informe cuenta alrededor de los productos: semáforo, sectores, mejoras y relatos."""

from typing import Literal

from tablero.modelo.base import cita_de, columna
from tablero.modelo.codigos import CODIGO_PRODUCTO
from tablero.modelo.entidades import codigo_de_entidad, entidad_unida
from tablero.modelo.politica import DePolitica, Semaforo
from tablero.modelo.relaciones import Citada, Copia, Numeracion, Redondeo, Tope

NIVELES = ("productos_bajo", "productos_medio", "productos_alto", "productos_sobre")


class PoliticaSemaforo(DePolitica):
    """Distribución del semáforo que publica la fuente."""

    tabla = "politica_semaforos"
    hoja = "Distribución del semáforo"
    clave = ("politica_codigo", "semaforo", "corte_fecha")
    citas = (
        Citada(
            "semaforo",
            palabras={
                "bajo": "bajo",
                "medio": "medio",
                "alto": "alto",
                "sobre-ejecución": "sobre ejecucion",
            },
        ),
        Citada("productos_pct"),
    )

    semaforo: Semaforo = columna("Semáforo", "Nivel de cumplimiento.")
    productos_pct: float = columna(
        "Productos", "Porcentaje de los productos.", unidad="%", ge=0, le=100
    )


class PoliticaSector(DePolitica):
    """Productos por sector, como los cuenta la prosa de la fuente."""

    tabla = "politica_sectores"
    hoja = "Sectores"
    clave = ("politica_codigo", "sector_nombre", "corte_fecha")
    citas = (
        Citada("sector_nombre"),
        Citada("productos", junto_a="productos"),
        Citada("productos_bajo", "niveles_cita", junto_a="bajo", solo_junto=True),
        Citada("productos_medio", "niveles_cita", junto_a="medio", solo_junto=True),
        Citada("productos_alto", "niveles_cita", junto_a="alto", solo_junto=True),
        Citada("productos_sobre", "niveles_cita", junto_a="sobre", solo_junto=True),
    )
    cuentas = (Tope(NIVELES, "productos"),)

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
    numeracion = Numeracion("orden", por=("politica_codigo",))
    redondeos = (Redondeo("pahv_pct", decimales="decimales"),)
    copias = (Copia("entidad_nombre", "politica_productos.entidad_nombre"),)

    producto_codigo: str = columna(
        "Código del producto",
        "Uno de los de la hoja de productos.",
        pattern=CODIGO_PRODUCTO,
        referencia="politica_productos.producto_codigo",
    )
    orden: int = columna("Orden", "Lugar en la tabla.", ge=1)
    entidad_nombre: str = columna("Entidad", "Como está impresa.", min_length=1)
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()
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
    numeracion = Numeracion("orden", por=("politica_codigo", "seccion"))

    seccion: Literal["logros", "aportes", "acciones"] = columna(
        "Sección", "Parte del informe donde está."
    )
    orden: int = columna("Orden", "Lugar en la sección.", ge=1)
    titulo: str = columna("Título", "En pocas palabras.", min_length=1)
    detalle: str = columna("Detalle", "En nuestras palabras, con sus cifras.", min_length=1)
    entidad_nombre: str | None = columna(
        "Entidad", "Solo donde la fuente nombra a quien lo hizo o lo tiene a cargo.", default=None
    )
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()
    producto_codigo: str | None = columna(
        "Código del producto",
        "Si la fuente lo relaciona con un producto.",
        default=None,
        pattern=CODIGO_PRODUCTO,
        referencia="politica_productos.producto_codigo",
    )
