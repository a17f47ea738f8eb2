"""`POST /sala/anotar`: lo que se escribe de una sesión con sus teclas, desde la sala.

Es lo único que este servidor recibe: un JSON corto, de la página de la sala y en este equipo.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tablero import formato, reloj
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.conexion import preguntar, responder, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.servidor import negar
from tablero.interfaz.servidor.sala_viva import acceso
from tablero.interfaz.servidor.sala_viva.estado import NO_EXISTE, de_la_sesion
from tablero.interfaz.servidor.sala_viva.leidas import NO_ESTA, leidas, pantalla_de, registro
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Pantalla, Sesion
from tablero.respuestas.preguntar import lo_que_hay
from tablero.respuestas.quorum import entidades
from tablero.un_json import Json, Objeto

DESDE = "sala"
NO_SE_ENTIENDE = "El tablero no entiende lo que la sala quiso anotar: vuelva a cargarla."
HORAS = 24
SEGUNDOS_DE_UNA_HORA = 3600


@dataclass(frozen=True)
class Anotacion:
    """Lo que llegó, de qué sesión es y con quién se escribe."""

    datos: Objeto
    sesion: Sesion
    escritor: Escritor

    def texto(self, nombre: str) -> str:
        """Un texto de lo que llegó; `ErrorTablero` si es otra cosa."""
        valor: Json = self.datos.get(nombre, "")
        if not isinstance(valor, str):
            raise ErrorTablero(NO_SE_ENTIENDE)
        return valor

    def pantalla(self) -> Pantalla:
        """La que se nombra; `ErrorTablero` si no es de la sesión."""
        hallada = pantalla_de(self.sesion, self.texto("pantalla"))
        if hallada is None:
            raise ErrorTablero(NO_ESTA)
        return hallada

    def entidad(self) -> str:
        """La que se nombra; `ErrorTablero` si no es del Comité."""
        nombre = self.texto("entidad")
        if nombre not in entidades(preguntar):
            raise ErrorTablero("Elija una de las entidades del Comité.")
        return nombre


async def pagina(peticion: Request) -> Response:
    """Escribe y dice cómo quedó; 403 si aquí no se puede, 400 si a lo escrito le falta algo."""
    if peticion.method != "POST":
        return JSONResponse({"error": negar.texto(405)}, 405, headers={"allow": "POST"})
    if razon := acceso.motivo_de_anotar(peticion):
        return JSONResponse({"error": f"No se escribió nada. {razon}"}, 403)
    cuerpo = await peticion.body()
    return await run_in_threadpool(_responder, cuerpo)


def _responder(cuerpo: bytes) -> Response:
    try:
        with un_solo_tablero():
            return JSONResponse(_anotar(_leer(cuerpo)))
    except ErrorTablero as error:
        return JSONResponse({"error": sin_rutas(str(error))}, 400)
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo anotar desde la sala")
        return JSONResponse({"error": QUE_HACER}, 500)


def _leer(cuerpo: bytes) -> Objeto:
    try:
        datos: Json = json.loads(cuerpo)
    except ValueError as error:
        raise ErrorTablero(NO_SE_ENTIENDE) from error
    if not isinstance(datos, dict):
        raise ErrorTablero(NO_SE_ENTIENDE)
    return datos


def _anotar(datos: Objeto) -> Objeto:
    sesion = leidas().sesion(str(datos.get("sesion", "")))
    if sesion is None:
        raise ErrorTablero(NO_EXISTE)
    hacer = HACER.get(str(datos.get("que", "")))
    if hacer is None:
        raise ErrorTablero(NO_SE_ENTIENDE)
    dicho = hacer(Anotacion(datos, sesion, Escritor(registro(), DESDE)))
    todas = leidas()
    como_quedo = todas.sesion(sesion.codigo) or sesion
    return {"dicho": dicho, "estado": de_la_sesion(todas, como_quedo)}


def _compromiso(anotacion: Anotacion) -> str:
    sesion, producto = anotacion.sesion, anotacion.texto("producto").strip()
    entidad = anotacion.entidad()
    vence = validar.plazo(anotacion.texto("vence"), max(reloj.hoy(), sesion.fecha))
    if producto and producto not in responder(lo_que_hay).productos:
        raise ErrorTablero(f"Ningún producto lleva el código {producto[:20]}.")
    anotacion.escritor.compromiso(sesion, anotacion.texto("texto"), entidad, vence, producto)
    return f"Compromiso guardado: {entidad}, para el {formato.fecha(vence)}."


def _decision(anotacion: Anotacion) -> str:
    decision, nota = anotacion.texto("decision"), anotacion.texto("nota")
    anotacion.escritor.decision(anotacion.sesion.codigo, anotacion.pantalla(), decision, nota)
    return "Se guardaron la decisión y la nota."


def _asistencia(anotacion: Anotacion) -> str:
    entidad, asiste = anotacion.entidad(), anotacion.datos.get("asiste")
    if not isinstance(asiste, bool):
        raise ErrorTablero(NO_SE_ENTIENDE)
    anotacion.escritor.asistencia(anotacion.sesion.codigo, entidad, asiste=asiste)
    return f"{entidad}: {'presente' if asiste else 'ausente'}."


def _pregunta(anotacion: Anotacion) -> str:
    dicho, direccion = anotacion.texto("dicho"), anotacion.texto("direccion")
    anotacion.escritor.pregunta(anotacion.sesion.codigo, dicho, direccion)
    return ""


def _vista(anotacion: Anotacion) -> str:
    """La pantalla que se ve y lo que lleva cada punto; lo que no cambió no se repite."""
    sesion, escritor = anotacion.sesion, anotacion.escritor
    codigo = anotacion.texto("pantalla")
    if codigo:
        codigo = anotacion.pantalla().codigo
    if codigo != sesion.a_la_vista:
        escritor.a_la_vista(sesion.codigo, codigo)
    tiempos: Json = anotacion.datos.get("tiempos", {})
    if not isinstance(tiempos, dict):
        raise ErrorTablero(NO_SE_ENTIENDE)
    antes = dict(sesion.tiempos)
    for punto in sesion.puntos:
        segundos = tiempos.get(punto.codigo, 0)
        if not isinstance(segundos, int) or isinstance(segundos, bool):
            raise ErrorTablero(NO_SE_ENTIENDE)
        if antes.get(punto.codigo, 0) < segundos <= HORAS * SEGUNDOS_DE_UNA_HORA:
            escritor.tiempo(sesion.codigo, punto.codigo, segundos)
    return ""


HACER: dict[str, Callable[[Anotacion], str]] = {
    "compromiso": _compromiso,
    "decision": _decision,
    "asistencia": _asistencia,
    "pregunta": _pregunta,
    "vista": _vista,
}
"""Qué se anota → quien lo escribe, que dice lo que hizo."""
