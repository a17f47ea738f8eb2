"""Lo que un archivo de Office dice de sí mismo: qué es, de cuándo y en qué idioma."""

from datetime import date, datetime, time
from typing import Protocol

IDIOMA = "es-CO"
AUTOR = "Tablero de Control"


class Propiedades(Protocol):
    """Las de un documento de Word y las de una presentación se llaman igual."""

    title: str
    subject: str
    author: str
    last_modified_by: str
    language: str
    comments: str
    keywords: str
    category: str
    created: datetime
    modified: datetime
    revision: int


def describir(propiedades: Propiedades, *, titulo: str, tema: str, dia: date) -> None:
    """Las escribe todas: ninguna queda con lo que traía la plantilla ni con la hora de hoy."""
    propiedades.title = titulo
    propiedades.subject = tema
    propiedades.author = propiedades.last_modified_by = AUTOR
    propiedades.language = IDIOMA
    propiedades.comments = propiedades.keywords = propiedades.category = ""
    propiedades.created = propiedades.modified = datetime.combine(dia, time())
    propiedades.revision = 1
