"""Lo que una persona escribe de una sesión: se acepta o se dice qué le falta."""

import re
from datetime import date, timedelta

from tablero import formato
from tablero.errores import ErrorTablero
from tablero.registro.sesiones.estado import ESTADOS, EstadoDeCompromiso
from tablero.texto import limpiar

LETRAS_DE_UN_NOMBRE = 200
LETRAS_DE_UN_TEXTO = 1000
MINUTOS = 480
"""Ocho horas: ningún punto dura más."""
ANIOS = 5
"""Antes o después de hoy: una fecha más lejana es un error de escritura."""
EN_DIAS = re.compile(r"\+ ?(\d{1,4})(?: ?d[ií]as?)?")
CON_BARRAS = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def texto(
    que: str, escrito: str, *, letras: int = LETRAS_DE_UN_NOMBRE, obligatorio: bool = True
) -> str:
    """Lo escrito, limpio; `que` lo nombra en el error: «El lugar»."""
    limpio = limpiar(escrito)
    if obligatorio and not limpio:
        raise ErrorTablero(f"{que} no puede quedar en blanco.")
    if len(limpio) > letras:
        raise ErrorTablero(
            f"{que} tiene {formato.numero(len(limpio))} letras: a lo sumo {formato.numero(letras)}."
        )
    return limpio


def fecha(escrita: str) -> date:
    """La de «15/12/2026» o «2026-12-15»."""
    limpia = limpiar(escrita)
    if not limpia:
        raise ErrorTablero("Falta la fecha: escríbala como 15/12/2026.")
    con_barras = CON_BARRAS.fullmatch(limpia)
    try:
        if con_barras:
            dia, mes, anio = map(int, con_barras.groups())
            return date(anio, mes, dia)
        return date.fromisoformat(limpia)
    except ValueError as error:
        raise ErrorTablero(
            f"«{limpia[:30]}» no es una fecha: escríbala como 15/12/2026 o 2026-12-15."
        ) from error


def plazo(escrito: str, desde: date) -> date:
    """La de «15/12/2026» o la de «+30»: treinta días después de `desde`."""
    en_dias = EN_DIAS.fullmatch(limpiar(escrito))
    return desde + timedelta(days=int(en_dias[1])) if en_dias else fecha(escrito)


def fecha_de_sesion(dia: date, hoy: date) -> date:
    """La de una sesión, si no está demasiado lejos para ser verdad."""
    if abs(dia.year - hoy.year) > ANIOS:
        raise ErrorTablero(
            f"La sesión no puede ser el {formato.fecha(dia)}: está a más de {ANIOS} años de hoy."
        )
    return dia


def vence(dia: date, sesion: date) -> date:
    """La fecha de un compromiso, que no puede ser anterior a la sesión en que se hace."""
    if dia < sesion:
        raise ErrorTablero(
            f"El compromiso no puede vencer el {formato.fecha(dia)}, antes de la sesión "
            f"({formato.fecha(sesion)})."
        )
    if dia.year - sesion.year > ANIOS:
        raise ErrorTablero(
            f"El compromiso no puede vencer el {formato.fecha(dia)}: está a más de {ANIOS} años de "
            "la sesión."
        )
    return dia


def minutos(cuantos: int | None) -> int | None:
    """Los de un punto; ninguno es «sin asignar»."""
    if not cuantos:
        return None
    if not 0 < cuantos <= MINUTOS:
        raise ErrorTablero(f"Los minutos de un punto van de 1 a {MINUTOS}.")
    return cuantos


def minimo(cuantas: int | None, entidades: int) -> int | None:
    """Cuántas entidades hacen quórum; ninguna es «regla sin configurar»."""
    if not cuantas:
        return None
    if not 0 < cuantas <= entidades:
        raise ErrorTablero(f"El quórum va de 1 a {entidades} entidades.")
    return cuantas


def cambio_de_estado(estado: str, evidencia: str) -> tuple[EstadoDeCompromiso, str]:
    """El estado y su evidencia; sin ella solo puede estar abierto."""
    hallado = next((uno for uno in ESTADOS if uno == estado), None)
    if hallado is None:
        raise ErrorTablero(f"Un compromiso está {formato.enumerar(list(ESTADOS))}: elija uno.")
    que = "El motivo del retiro" if hallado == "retirado" else "La evidencia"
    limpia = texto(que, evidencia, letras=LETRAS_DE_UN_TEXTO, obligatorio=hallado != "abierto")
    return hallado, limpia
