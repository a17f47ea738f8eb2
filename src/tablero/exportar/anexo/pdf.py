"""El anexo de una sesión en PDF: A4, para adjuntarlo al acta."""

from importlib.resources import files

from tablero.exportar import papel
from tablero.exportar.anexo.contenido import contenido
from tablero.respuestas.acta import Acta


def escribir(acta: Acta) -> bytes:
    """El PDF (PDF/UA-1), con la fecha de la sesión: la misma sesión da los mismos bytes.

    `NoSePudoHacer` si algo de su contenido no se puede poner en la hoja.
    """
    plantilla = files("tablero.exportar.anexo") / "plantilla.typ"
    return papel.compilar(plantilla, contenido(acta), es_simulado=acta.es_simulado)
