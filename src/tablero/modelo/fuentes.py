"""Las fuentes: un documento en un corte. Se leen de `fuente.yml`, no de un libro."""

from datetime import date

from tablero.modelo.base import PATRON_CITA, Tabla, derivada
from tablero.modelo.periodicidad import Periodicidad

TITULO_SIMULADO = "SIMULADO: "
"""Con esto empieza el título de un documento inventado, y el de ninguno verdadero."""
ENTIDAD_SIMULADA = "Datos simulados"
LUGAR_SIMULADO = "Simulado: "
"""Con esto empieza la ubicación de cada fila inventada: la marca va también dentro del libro."""


class Fuente(Tabla):
    """Documentos de donde salen los datos, con su corte, editor y licencia."""

    tabla = "fuentes"
    hoja = "Fuentes"
    clave = ("fuente_codigo",)

    fuente_codigo: str = derivada("Fuente", "Documento y corte: `sdp_2024-12-31`.")
    titulo: str = derivada("Título", "Título del documento.", min_length=1)
    entidad: str = derivada("Entidad", "Quien lo publica.", min_length=1)
    corte_fecha: date = derivada("Fecha de corte", "Fecha hasta la cual valen sus datos.")
    corte_texto: str = derivada("Corte publicado", "El corte como está impreso.", min_length=1)
    archivo: str = derivada("Archivo de origen", "Nombre del archivo transcrito.", min_length=1)
    licencia: str = derivada("Licencia", "«no declarada» cuando no la hay.", min_length=1)
    nota: str | None = derivada("Nota", "Lo que conviene saber al leerla.", default=None)
    periodicidad: Periodicidad | None = derivada(
        "Periodicidad",
        "Cada cuánto publica un corte. Vacía si la fuente no lo dice: nadie la supone.",
        default=None,
    )
    periodicidad_cita: str | None = derivada(
        "Cita de la periodicidad",
        "Las pocas palabras de la fuente que dicen cada cuánto publica (a lo sumo quince).",
        default=None,
        pattern=PATRON_CITA,
    )
    periodicidad_ubicacion: str | None = derivada(
        "Ubicación de la periodicidad",
        "Parte del documento donde están esas palabras.",
        default=None,
        min_length=1,
    )
    periodicidad_desde_fecha: date | None = derivada(
        "Periodicidad desde",
        "Desde cuándo publica así, si la fuente lo anuncia para unos años.",
        default=None,
    )
    periodicidad_hasta_fecha: date | None = derivada(
        "Periodicidad hasta",
        "Hasta cuándo publica así, si la fuente lo anuncia para unos años.",
        default=None,
    )
    libro_sha256: str = derivada(
        "Sello del libro", "SHA-256 del libro sellado.", pattern=r"^[0-9a-f]{64}$"
    )
    es_simulado: bool = derivada(
        "Es simulado",
        "Verdadero si el documento es inventado, para probar o enseñar. En un tablero de datos "
        "simulados todos lo son y todo archivo lleva esta columna; en uno verdadero, ninguno.",
        default=False,
    )
