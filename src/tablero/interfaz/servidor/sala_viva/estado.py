"""`GET /sala/estado`: lo que cambia mientras la sesión se proyecta, para quien la mira."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tablero import reloj
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.conexion import preguntar, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.servidor.sala_viva.leidas import Leidas, leidas
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas import quorum
from tablero.un_json import Objeto

NO_EXISTE = "Esa sesión no existe."


def pagina(peticion: Request) -> Response:
    """Lo de la sesión pedida; 304 si no ha cambiado desde la última vez."""
    try:
        todas = leidas()
        sesion = todas.sesion(peticion.query_params.get("sesion", ""))
        if sesion is None:
            return JSONResponse({"error": NO_EXISTE}, 404)
        cabeceras = {"etag": f'"{todas.versiones[sesion.codigo]}"', "cache-control": "no-cache"}
        if peticion.headers.get("if-none-match") == cabeceras["etag"]:
            return Response(status_code=304, headers=cabeceras)
        with un_solo_tablero():
            return JSONResponse(de_la_sesion(todas, sesion), headers=cabeceras)
    except ErrorTablero as error:
        return JSONResponse({"error": sin_rutas(str(error))}, 503)
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo decir cómo va la sesión")
        return JSONResponse({"error": QUE_HACER}, 500)


def de_la_sesion(todas: Leidas, sesion: Sesion) -> Objeto:
    """Lo que quien mira debe saber; nunca las decisiones ni las notas."""
    nombres = quorum.entidades(preguntar)
    return {
        "pantalla": sesion.a_la_vista,
        "pantallas": [pantalla.codigo for pantalla in sesion.pantallas],
        "presentes": quorum.presentes(sesion, nombres),
        "entidades": len(nombres),
        "quorum": quorum.de_sesion(sesion, nombres),
        "asistencias": {
            a.entidad: {"asiste": a.asiste, "hora": _hora(a.cuando)} for a in sesion.asistencias
        },
        "compromisos": sum(c.sesion == sesion.codigo for c in todas.actas.compromisos),
        "version": todas.versiones[sesion.codigo],
    }


def _hora(cuando: datetime) -> str:
    return f"{cuando.astimezone(reloj.BOGOTA):%H:%M}"
