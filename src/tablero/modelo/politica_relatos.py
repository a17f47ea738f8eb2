"""Lo que el informe de la política relata y lo que pide mejorar."""

from typing import Literal

from tablero.modelo.base import columna
from tablero.modelo.entidades import codigo_de_entidad, entidad_unida
from tablero.modelo.politica import CODIGO_PRODUCTO, DePolitica


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
