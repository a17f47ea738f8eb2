"""Lo que el acta y las diapositivas dicen igual de una sesión."""

from tablero import formato
from tablero.registro.sesiones.estado import Compromiso, Sesion
from tablero.respuestas.acta import Acta
from tablero.respuestas.quorum import de_sesion

COMITE = "Comité de la política de Bogotá para la población migrante internacional"
SIN_ASIGNAR = "sin asignar"
SIN_MOSTRAR = "nada: el tablero no la contestó"
ESTADOS = {"abierto": "Abierto", "cumplido": "Cumplido", "retirado": "Retirado"}
VENCIDO = "Vencido"


def de_la_sesion(sesion: Sesion) -> str:
    """«Sesión del 15 de diciembre de 2026»."""
    return f"Sesión del {formato.fecha(sesion.fecha)}"


def cancelada(sesion: Sesion) -> str:
    """Que no se hizo, y por qué; vacía si no se canceló."""
    return f"Sesión cancelada: {sesion.cancelada}" if sesion.cancelada else ""


def lugar(sesion: Sesion) -> str:
    """El lugar, o que nadie lo ha dicho."""
    return sesion.lugar or formato.SIN_DATO


def edicion(acta: Acta) -> str:
    """«Edición 3 del tablero», o que la sesión no congeló ninguna."""
    if acta.edicion is None:
        return f"Edición del tablero: {formato.SIN_DATO}"
    return f"Edición {acta.edicion.numero} del tablero"


def minutos(cuantos: int | None) -> str:
    """Los de un punto, o que nadie se los dio."""
    return SIN_ASIGNAR if cuantos is None else formato.numero(cuantos)


def tiempo_usado(acta: Acta, punto: str) -> str:
    """Los minutos que llevó un punto; «sin dato» si nadie los contó."""
    segundos = dict(acta.sesion.tiempos).get(punto)
    if segundos is None:
        return formato.SIN_DATO
    return formato.duracion(segundos)


def quorum(acta: Acta) -> str:
    """Cuántas entidades están y si bastan; sin regla no se dice si bastan."""
    if not acta.sesion.asistencias:
        return f"Asistencia: {formato.SIN_DATO}. Quórum: {formato.SIN_DATO}."
    return f"{de_sesion(acta.sesion, acta.entidades)}."


def estado(compromiso: Compromiso, acta: Acta) -> str:
    """Cómo está, y si el día de la sesión ya había vencido."""
    return VENCIDO if compromiso.esta_vencido(acta.sesion.fecha) else ESTADOS[compromiso.estado]


def producto(compromiso: Compromiso) -> str:
    """El producto de la política al que toca, o una raya si a ninguno."""
    return compromiso.producto or "ninguno"
