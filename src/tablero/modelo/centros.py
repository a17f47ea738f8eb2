"""Centros Intégrate: la red y las personas atendidas."""

from datetime import date
from typing import Literal

from tablero.modelo.base import Hecho, columna, derivada
from tablero.modelo.relaciones import Citada, Copia, Cortes
from tablero.modelo.territorio import ConMunicipio

Etapa = Literal["inicial", "nuevo", "proyectado"]
Supuesto = Literal["todo el periodo", "desde su apertura", "sin fecha"]
"""De dónde sale la cuenta de los días abiertos de un centro."""


class CentroIntegrate(ConMunicipio, Hecho):
    """Los Centros Intégrate, con su etapa y su fecha de apertura."""

    tabla = "centros_integrate"
    hoja = "Centros Intégrate"
    clave = ("centro_codigo", "corte_fecha")
    unicas = (("centro_nombre",),)
    citas = (
        Citada(
            "etapa",
            palabras={"inicial": "inicial", "nuevo": "nuev", "proyectado": "proyectad"},
            siempre=frozenset({"proyectado"}),
        ),
        Citada("apertura_fecha"),
    )

    centro_codigo: str = columna(
        "Código del centro", "En minúsculas, sin acentos ni espacios.", pattern=r"^[a-z0-9_]+$"
    )
    centro_nombre: str = columna("Centro", "Nombre con que se muestra.", min_length=1)
    nombre_publicado: str = columna(
        "Nombre publicado", "Como lo escribe la lista de centros.", min_length=1
    )
    etapa: Etapa = columna("Etapa", "Según la fuente.")
    es_piloto: bool = columna("Es piloto", "Verdadero si la fuente lo llama piloto.")
    apertura_fecha: date | None = columna(
        "Fecha de apertura", "Si la fuente la dice.", default=None
    )


class CentroAtencion(ConMunicipio, Hecho):
    """Personas atendidas por centro en un periodo."""

    tabla = "centros_atenciones"
    hoja = "Atenciones"
    clave = ("centro_codigo", "desde_fecha", "hasta_fecha")
    cortes = Cortes.PERIODO
    citas = (Citada("nombre_publicado"), Citada("personas"))
    copias = (
        Copia("centro_nombre", "centros_integrate.centro_nombre"),
        Copia("municipio_codigo", "centros_integrate.municipio_codigo"),
    )

    centro_codigo: str = columna(
        "Código del centro",
        "Uno de los de la hoja de centros.",
        referencia="centros_integrate.centro_codigo",
    )
    centro_nombre: str = columna("Centro", "Nombre con que se muestra.", min_length=1)
    nombre_publicado: str = columna(
        "Nombre publicado", "Como lo escribe el reporte de atención.", min_length=1
    )
    desde_fecha: date = columna("Desde", "Primer día del periodo.")
    hasta_fecha: date = columna("Hasta", "Último día del periodo.")
    personas: int = columna("Personas atendidas", "Conteo publicado.", unidad="personas", ge=0)
    dias_abiertos: int | None = derivada(
        "Días abiertos",
        "Días del periodo en que el centro estuvo abierto, contando el primero y el último. "
        "Vacío si no se sabe cuándo abrió.",
        unidad="días",
        default=None,
        ge=0,
    )
    personas_por_dia: float | None = derivada(
        "Personas por día abierto",
        "Personas atendidas entre los días abiertos.",
        unidad="personas por día",
        default=None,
        ge=0,
    )
    supuesto: Supuesto = derivada(
        "Cómo se cuentan los días",
        "«todo el periodo»: un centro inicial, sin fecha publicada, se supone abierto desde el "
        "primer día; «desde su apertura»: desde la fecha publicada; «sin fecha»: no se cuentan.",
    )
