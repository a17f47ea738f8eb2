"""Las fuentes: un documento en un corte. Se leen de `fuente.yml`, no de un libro."""

from datetime import date

from tablero.modelo.base import Tabla, derivada


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
