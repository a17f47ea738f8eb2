"""Proyecto Integra (USAID)."""

from tablero.modelo.base import Hecho, columna
from tablero.modelo.relaciones import Citada, Numeracion
from tablero.modelo.territorio import ConMunicipio


class IntegraCiudad(ConMunicipio, Hecho):
    """Ciudades que nombra la ficha del proyecto Integra."""

    tabla = "integra_ciudades"
    hoja = "Ciudades"
    clave = ("municipio_codigo", "corte_fecha")
    numeracion = Numeracion("orden")
    citas = (Citada("municipio_publicado"),)

    orden: int = columna("Orden", "Lugar en la lista publicada.", ge=1)
