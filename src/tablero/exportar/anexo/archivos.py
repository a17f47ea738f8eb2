"""Los archivos que quedan de una sesión: qué son, cómo se llaman y quién escribe cada uno."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tablero.exportar import marca
from tablero.exportar.anexo import pdf
from tablero.exportar.carpeta import en_zip
from tablero.exportar.sala.documento import documento
from tablero.respuestas.acta import Acta
from tablero.respuestas.cosas.cosa import Cosa

SIN_EDICION = "Sin edición publicada"


@dataclass(frozen=True)
class Archivo:
    """Uno de los que quedan."""

    nombre: str
    """Sin la fecha ni la extensión."""
    extension: str
    mime: str
    que_es: str
    """Para quién es y qué lleva, en una frase."""
    escribir: Callable[[Acta], bytes]

    def como_se_llama(self, acta: Acta) -> str:
        """`anexo_2026-12-15.pdf`; con datos inventados, el nombre lo dice."""
        propio = f"{self.nombre}_{acta.sesion.fecha.isoformat()}.{self.extension}"
        return marca.nombrar(propio, es_simulado=acta.es_simulado)


def en_html(acta: Acta) -> bytes:
    """Las pantallas de la sesión y, después, las de lo que se preguntó: como en la pared."""
    edicion = acta.edicion
    cosas = [mostrada.cosa for mostrada in acta.mostradas]
    cosas += [_preguntada(hecha.dicho, cosa) for hecha, cosa in acta.preguntas if cosa is not None]
    html = documento(
        cosas,
        edicion=SIN_EDICION if edicion is None else f"Edición {edicion.numero} del tablero",
        es_simulado=acta.es_simulado,
    )
    return html.encode("utf-8")


def _preguntada(dicho: str, cosa: Cosa) -> Cosa:
    return replace(cosa, notas=(*cosa.notas, f"Se preguntó: «{dicho}»."))


ARCHIVOS: tuple[Archivo, ...] = (
    Archivo(
        "anexo",
        "pdf",
        "application/pdf",
        "Para adjuntar al acta: la agenda, quién asistió, cada pantalla con sus cifras y sus "
        "fuentes, lo que se preguntó, las decisiones y los compromisos.",
        pdf.escribir,
    ),
    Archivo(
        "sesion",
        "html",
        "text/html",
        "Para volver a proyectarla sin internet: las pantallas de la sesión en un solo archivo, "
        "con las mismas teclas.",
        en_html,
    ),
)
"""En el orden en que se ofrecen."""


def escritos(acta: Acta) -> list[tuple[str, bytes]]:
    """Todos, con su nombre y su contenido."""
    return [(archivo.como_se_llama(acta), archivo.escribir(acta)) for archivo in ARCHIVOS]


def comprimidos(acta: Acta) -> bytes:
    """Todos en un ZIP: la misma sesión da los mismos bytes."""
    return en_zip(escritos(acta))
