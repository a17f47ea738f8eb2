"""Los archivos que quedan de una sesión: qué son, cómo se llaman y quién escribe cada uno."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tablero.exportar import marca
from tablero.exportar.escribir.html.documento import documento, rotulo_de_edicion
from tablero.exportar.sesion import anexo, borrador, diapositivas
from tablero.exportar.sesion.plantillas import Plantillas
from tablero.respuestas.acta import Acta
from tablero.respuestas.cosas.cosa import Cosa


@dataclass(frozen=True)
class Archivo:
    """Uno de los que quedan."""

    nombre: str
    """Sin la fecha ni la extensión."""
    extension: str
    mime: str
    titulo: str
    """«El anexo, en PDF.»"""
    que_es: str
    """Para quién es y qué lleva, en una frase."""
    escribir: Callable[[Acta, Plantillas], bytes]

    def como_se_llama(self, dia: date, *, es_simulado: bool) -> str:
        """`anexo_2026-12-15.pdf`; con datos inventados, el nombre lo dice."""
        propio = f"{self.nombre}_{dia.isoformat()}.{self.extension}"
        return marca.nombrar(propio, es_simulado=es_simulado)


def en_html(acta: Acta) -> bytes:
    """Las pantallas de la sesión y, después, las de lo que se preguntó: como en la pared."""
    edicion = acta.edicion
    cosas = [mostrada.cosa for mostrada in acta.mostradas]
    cosas += [_preguntada(hecha.dicho, cosa) for hecha, cosa in acta.preguntas if cosa is not None]
    html = documento(
        cosas,
        edicion=rotulo_de_edicion(None if edicion is None else edicion.numero),
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
        "El anexo, en PDF.",
        "Para adjuntar al acta: la agenda, quién asistió, cada pantalla con sus cifras y sus "
        "fuentes, lo que se preguntó, las decisiones y los compromisos.",
        lambda acta, _: anexo.escribir(acta),
    ),
    Archivo(
        "sesion",
        "html",
        "text/html",
        "La pared, en un archivo.",
        "Para volver a proyectarla sin internet: las pantallas de la sesión en un solo archivo, "
        "con las mismas teclas.",
        lambda acta, _: en_html(acta),
    ),
    Archivo(
        "borrador_acta",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "El borrador del acta, en Word.",
        "Para la secretaría: lo que quedó en el registro, con «sin dato» en lo que falta por "
        "escribir.",
        lambda acta, plantillas: borrador.escribir(acta, plantillas.acta),
    ),
    Archivo(
        "diapositivas",
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "Las diapositivas, en PowerPoint.",
        "Para otra presentación: las mismas pantallas, con gráficos y tablas que se editan y sus "
        "fuentes en las notas.",
        lambda acta, plantillas: diapositivas.escribir(acta, plantillas.diapositivas),
    ),
)
"""En el orden en que se ofrecen."""


def escritos(acta: Acta, plantillas: Plantillas) -> list[tuple[str, bytes]]:
    """Todos, con su nombre y su contenido."""
    dia, es_simulado = acta.sesion.fecha, acta.es_simulado
    return [
        (a.como_se_llama(dia, es_simulado=es_simulado), a.escribir(acta, plantillas))
        for a in ARCHIVOS
    ]
