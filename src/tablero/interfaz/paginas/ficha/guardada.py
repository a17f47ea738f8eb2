"""Lo que se arma de un lugar una vez por tablero: su hoja, su HTML y su PDF."""

from collections.abc import Hashable

from tablero import rutas
from tablero.exportar.impresas import ficha as pdf
from tablero.interfaz.marco.conexion import base, por_archivo, preguntar
from tablero.interfaz.paginas.ficha import hoja as ficha_hoja
from tablero.respuestas.ficha import reunir
from tablero.respuestas.ficha.hoja import Clase, HojaDeLugar
from tablero.respuestas.ficha.mapas import mapas
from tablero.respuestas.ficha.pais import Pais
from tablero.territorio import cartografia


def de_cartografia() -> Hashable:
    """Lo que distingue a la cartografía en uso: con otra, los mapas son otros."""
    return cartografia.vigente(rutas.CARTOGRAFIA).identidad


@por_archivo
def pais() -> Pais:
    """Lo que las fuentes dicen de todos los municipios."""
    return Pais(preguntar, base().es_simulado)


@por_archivo
def hoja_de(clase: Clase, clave: str) -> HojaDeLugar:
    """La hoja de un lugar."""
    return reunir.hoja(pais(), clase, clave)


@por_archivo
def en_html(limites: Hashable, clase: Clase, clave: str) -> str:
    """La hoja en HTML, con sus mapas; `limites` es la identidad de la cartografía."""
    hoja = hoja_de(clase, clave)
    return ficha_hoja.html(hoja, mapas(pais(), hoja, rutas.CARTOGRAFIA))


@por_archivo
def en_pdf(limites: Hashable, clase: Clase, clave: str) -> bytes:
    """La hoja en PDF; `limites`, lo mismo."""
    return pdf.compilar(pais(), hoja_de(clase, clave), rutas.CARTOGRAFIA)
