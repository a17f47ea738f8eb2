"""Las fuentes: un documento en un corte. Se leen de `fuente.yml`, no de un libro."""

from datetime import date

from tablero.modelo.base import Tabla, derivada

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
    libro_sha256: str = derivada(
        "Sello del libro", "SHA-256 del libro sellado.", pattern=r"^[0-9a-f]{64}$"
    )
    es_simulado: bool = derivada(
        "Es simulado",
        "Verdadero si el documento es inventado, para probar o enseñar. En un tablero de datos "
        "simulados todos lo son y todo archivo lleva esta columna; en uno verdadero, ninguno.",
        default=False,
    )
