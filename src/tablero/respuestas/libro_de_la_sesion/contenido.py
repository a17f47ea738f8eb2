"""Lo que dice el libro de una sesión, sin celdas: lo mismo si sale del registro que si llega."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tablero.modelo.celda import Valores
from tablero.registro.sesiones.estado import Compromiso, EstadoDeCompromiso, Sesion


@dataclass(frozen=True)
class PuntoEscrito:
    """Un punto de la agenda."""

    titulo: str
    minutos: int | None = None
    nota: str = ""
    codigo: str = ""
    """Vacío si es nuevo."""


@dataclass(frozen=True)
class PantallaEscrita:
    """Una pantalla."""

    titulo: str
    direccion: str
    para_quien_habla: str = ""
    decision_pedida: str = ""
    punto: int | None = None
    """El lugar de su punto en la agenda, desde 1; `None` si es de toda la sesión."""
    codigo: str = ""


@dataclass(frozen=True)
class CompromisoEscrito:
    """Un compromiso."""

    que: str
    entidad: str
    vence: date
    producto: str = ""
    estado: EstadoDeCompromiso = "abierto"
    evidencia: str = ""
    codigo: str = ""


@dataclass(frozen=True)
class Contenido:
    """Todo lo que el libro dice de una sesión; los puntos y las pantallas, en su orden."""

    fecha: date
    lugar: str = ""
    minimo: int | None = None
    puntos: tuple[PuntoEscrito, ...] = ()
    pantallas: tuple[PantallaEscrita, ...] = ()
    compromisos: tuple[CompromisoEscrito, ...] = ()
    asistencia: tuple[tuple[str, bool], ...] = ()
    """Solo las entidades que alguien marcó."""


def filas_de(contenido: Contenido | None, entidades: Sequence[str]) -> dict[str, list[Valores]]:
    """Por hoja, sus filas; sin contenido, solo las de «Asistencia», que nadie ha marcado.

    En «Asistencia» van todas las entidades, las marque alguien o no.
    """
    marcadas = dict(contenido.asistencia) if contenido else {}
    asistencia: list[Valores] = [
        {"entidad": entidad, "asiste": marcadas.get(entidad)}
        for entidad in dict.fromkeys((*entidades, *marcadas))
    ]
    if contenido is None:
        return {"asistencia": asistencia}
    return {
        "sesion": [
            {
                "fecha": contenido.fecha,
                "lugar": contenido.lugar or None,
                "minimo": contenido.minimo,
            }
        ],
        "agenda": [
            {
                "orden": orden,
                "titulo": punto.titulo,
                "minutos": punto.minutos,
                "nota": punto.nota or None,
                "codigo": punto.codigo or None,
            }
            for orden, punto in enumerate(contenido.puntos, start=1)
        ],
        "pantallas": [
            {
                "orden": orden,
                "punto": pantalla.punto,
                "titulo": pantalla.titulo,
                "direccion": pantalla.direccion,
                "para_quien_habla": pantalla.para_quien_habla or None,
                "decision_pedida": pantalla.decision_pedida or None,
                "codigo": pantalla.codigo or None,
            }
            for orden, pantalla in enumerate(contenido.pantallas, start=1)
        ],
        "compromisos": [
            {
                "que": uno.que,
                "entidad": uno.entidad,
                "vence": uno.vence,
                "producto_codigo": uno.producto or None,
                "estado": uno.estado,
                "evidencia": uno.evidencia or None,
                "codigo": uno.codigo or None,
            }
            for uno in contenido.compromisos
        ],
        "asistencia": asistencia,
    }


def de_la_sesion(sesion: Sesion, compromisos: Sequence[Compromiso]) -> Contenido:
    """El de una sesión del registro, con los compromisos que se hicieron en ella."""
    lugares = {punto.codigo: lugar for lugar, punto in enumerate(sesion.puntos, start=1)}
    return Contenido(
        fecha=sesion.fecha,
        lugar=sesion.lugar,
        minimo=sesion.minimo,
        puntos=tuple(PuntoEscrito(p.titulo, p.minutos, p.nota, p.codigo) for p in sesion.puntos),
        pantallas=tuple(
            PantallaEscrita(
                p.titulo,
                p.direccion,
                p.para_quien_habla,
                p.decision_pedida,
                lugares.get(p.punto),
                p.codigo,
            )
            for p in sesion.pantallas
        ),
        compromisos=tuple(
            CompromisoEscrito(
                c.que, c.entidad, c.vence, c.producto, c.estado, c.evidencia, c.codigo
            )
            for c in compromisos
            if c.sesion == sesion.codigo
        ),
        asistencia=tuple((a.entidad, a.asiste) for a in sesion.asistencias),
    )
