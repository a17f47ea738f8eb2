"""Cómo se cita lo que alguien se lleva: según APA 7 y según ICONTEC (NTC 6166).

Quien publica es el autor y, mientras nadie lo haya dicho, el tablero mismo. La fecha es la de la
edición que se ve; sin ella va «s. f.», como piden las dos normas, y nadie la supone.
"""

from dataclasses import dataclass

from tablero import formato
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.marca import AVISO
from tablero.publicacion import POR_DEFINIR, TABLERO

LUGAR = "Bogotá, D. C."
SIN_FECHA = "s. f."


@dataclass(frozen=True)
class Cita:
    """La misma cosa, citada de las dos maneras; un renglón cada una."""

    apa: str
    icontec: str


def citas(llevada: Llevada) -> Cita:
    """Cómo se cita esa cosa: quién, qué, de qué edición, de qué fuentes y cómo se vuelve a ella."""
    contexto = llevada.contexto
    quien = contexto.publicacion.entidad
    autor = TABLERO if quien == POR_DEFINIR else quien
    # El nombre del sitio no se repite cuando es el del autor.
    sitio = "" if autor == TABLERO else f" {TABLERO}."
    titulo = _titulo(llevada)
    fecha, consulta = contexto.edicion_fecha, formato.fecha(contexto.dia)
    edicion = "" if contexto.edicion is None else f"edición {contexto.edicion}"
    fuentes = f"{llevada.de_donde} " if llevada.de_donde else ""
    return Cita(
        apa=(
            f"{_con_punto(autor)} ({_fecha_apa(llevada)}). {titulo}"
            f"{f' ({edicion})' if edicion else ''} [{llevada.que_es.capitalize()}].{sitio} "
            f"{fuentes}Recuperado el {consulta} de {llevada.enlace}"
        ),
        icontec=(
            f"{_con_punto(autor.upper())} {titulo} [{llevada.que_es} en línea]."
            f"{f' {edicion.capitalize()}.' if edicion else ''}{sitio} {LUGAR}: "
            f"{SIN_FECHA if fecha is None else formato.fecha(fecha)} [consultado el {consulta}]. "
            f"{fuentes}Disponible en: {llevada.enlace}"
        ),
    )


def _titulo(llevada: Llevada) -> str:
    """El mensaje y lo que se eligió, sin punto final; los datos inventados lo dicen primero."""
    dicho = llevada.cosa.titulo.rstrip(".")
    if llevada.filtros:
        dicho += f" ({llevada.filtros_dichos})"
    return f"{AVISO}: {dicho}" if llevada.contexto.es_simulado else dicho


def _fecha_apa(llevada: Llevada) -> str:
    fecha = llevada.contexto.edicion_fecha
    if fecha is None:
        return SIN_FECHA
    return f"{fecha.year}, {fecha.day} de {formato.MESES[fecha.month - 1]}"


def _con_punto(texto: str) -> str:
    return texto if texto.endswith(".") else f"{texto}."
