"""Territorio: los municipios de la DIVIPOLA y las grafías con que los nombran los documentos."""

from datetime import date
from typing import Literal

from tablero.modelo.base import ConFuente, Tabla, columna, derivada
from tablero.modelo.relaciones import Prefijo

CODIGO_MUNICIPIO = r"^\d{5}$"
CODIGO_DEPARTAMENTO = r"^\d{2}$"
Clase = Literal["municipio", "área no municipalizada", "isla"]


class ConDivipola(Tabla):
    """Toda tabla que lleva el código de un municipio dice de qué edición de la DIVIPOLA es.

    Un código puede nacer, morir o pasar a otro departamento de una edición a otra.
    """

    divipola_fecha: date | None = derivada(
        "Edición de la DIVIPOLA",
        "Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.",
        default=None,
    )


class ConDepartamento(ConDivipola):
    """Las que no nombran el departamento: llevan al menos su código."""

    departamento_codigo: str | None = derivada(
        "Código del departamento",
        "Dos dígitos (DIVIPOLA); vacío si no hay municipio.",
        default=None,
        pattern=CODIGO_DEPARTAMENTO,
    )


class Municipio(ConDivipola, ConFuente):
    """Municipios, distritos y áreas no municipalizadas de la DIVIPOLA (DANE)."""

    tabla = "municipios"
    hoja = "Municipios"
    clave = ("municipio_codigo",)
    prefijos = (Prefijo("departamento_codigo", "municipio_codigo"),)
    dependencias = (
        ("departamento_nombre", "departamento_codigo"),
        ("departamento_codigo", "departamento_nombre"),
    )

    municipio_codigo: str = columna(
        "Código DIVIPOLA", "Cinco dígitos, con sus ceros.", pattern=CODIGO_MUNICIPIO
    )
    municipio_nombre: str = columna("Municipio", "Nombre oficial.", min_length=1)
    departamento_codigo: str = columna(
        "Código del departamento", "Dos dígitos, con sus ceros.", pattern=CODIGO_DEPARTAMENTO
    )
    departamento_nombre: str = columna("Departamento", "Nombre oficial.", min_length=1)
    tipo: Clase = columna("Tipo", "Clase de entidad según la DIVIPOLA.")
    area_metropolitana: str | None = columna(
        "Área metropolitana", "Nombre, si pertenece a una.", default=None
    )
    longitud: float = columna(
        "Longitud", "De la cabecera, WGS 84.", unidad="grados", ge=-82.0, le=-66.0
    )
    latitud: float = columna(
        "Latitud", "De la cabecera, WGS 84.", unidad="grados", ge=-5.0, le=16.0
    )


class MunicipioGrafia(ConDepartamento, ConFuente):
    """Cómo nombran los documentos a un municipio, además de su nombre oficial."""

    tabla = "municipios_grafias"
    hoja = "Grafías"
    clave = ("grafia", "municipio_codigo")

    grafia: str = columna(
        "Grafía", "El nombre tal como aparece impreso.", min_length=1, exacta=True
    )
    municipio_codigo: str = columna(
        "Código DIVIPOLA",
        "El municipio al que se refiere.",
        pattern=CODIGO_MUNICIPIO,
        referencia="municipios.municipio_codigo",
    )


class DepartamentoGrafia(ConFuente):
    """Cómo nombran los documentos a un departamento, además de su nombre oficial."""

    tabla = "departamentos_grafias"
    hoja = "Grafías de departamentos"
    clave = ("grafia",)

    grafia: str = columna(
        "Grafía", "El nombre tal como aparece impreso.", min_length=1, exacta=True
    )
    departamento_codigo: str = columna(
        "Código del departamento",
        "Dos dígitos.",
        pattern=CODIGO_DEPARTAMENTO,
        referencia="municipios.departamento_codigo",
    )


class ConMunicipio(ConDivipola):
    """Columnas de las tablas que nombran un municipio.

    En el libro se escriben los nombres tal como están impresos; la construcción los une a la
    DIVIPOLA por sus nombres oficiales y por la tabla de grafías, nunca por parecido.
    """

    departamento_publicado: str | None = columna(
        "Departamento publicado", "Como lo escribe el documento; vacío si no lo dice.", default=None
    )
    municipio_publicado: str = columna(
        "Municipio publicado", "Como lo escribe el documento.", min_length=1
    )
    municipio_codigo: str = derivada(
        "Código DIVIPOLA",
        "Código del municipio.",
        pattern=CODIGO_MUNICIPIO,
        referencia="municipios.municipio_codigo",
        sale_de="municipio_publicado",
    )
    municipio_nombre: str = derivada(
        "Municipio", "Nombre oficial (DIVIPOLA).", sale_de="municipio_publicado"
    )
    departamento_codigo: str = derivada(
        "Código del departamento", "Dos dígitos (DIVIPOLA).", sale_de="municipio_publicado"
    )
    departamento_nombre: str = derivada(
        "Departamento", "Nombre oficial (DIVIPOLA).", sale_de="municipio_publicado"
    )
