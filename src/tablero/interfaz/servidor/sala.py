"""La sala: el tablero en la pared, un mensaje por pantalla, sin pasar por Streamlit."""

from datetime import date
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tablero import reloj, rutas
from tablero.errores import ErrorTablero
from tablero.exportar.marca import nombrar
from tablero.exportar.sala.documento import TITULO, documento, huella
from tablero.interfaz.marco.conexion import base, por_archivo, preguntar, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.servidor.cabeceras import texto_de_politica
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.documento import documento as de_aviso
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares
from tablero.respuestas.cosas.catalogo import todas

RUTA = "sala"
SIN_NADA = "Este tablero no trae nada que proyectar: ninguna de sus fuentes lo sustenta."


def pagina(_peticion: Request) -> Response:
    """`GET /sala`: todas las pantallas; el guion muestra la que diga `pantalla=`.

    No es `async`: dibujarlas tarda, y así se hace en otro hilo.
    """
    cabeceras = {
        "cache-control": "no-cache",
        "content-security-policy": texto_de_politica((huella(),)),
    }
    return _responder(carpeta(), cabeceras)


def sesion(_peticion: Request) -> Response:
    """`GET /sala/sesion.html`: lo mismo, en un archivo que no le pide nada a nadie."""
    return _responder(None, {"cache-control": "no-cache"})


def _responder(tablero: str | None, cabeceras: dict[str, str]) -> Response:
    try:
        with un_solo_tablero():
            hoy = reloj.hoy()
            html = _html(tablero, hoy, _edicion())
            if tablero is None:
                archivo = nombrar(f"sesion_{hoy.isoformat()}.html", es_simulado=base().es_simulado)
                cabeceras["content-disposition"] = f'attachment; filename="{archivo}"'
    except ErrorTablero as error:
        return _aviso(sin_rutas(str(error)), 503)
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo escribir la sala")
        return _aviso(QUE_HACER, 500)
    return HTMLResponse(html, headers=cabeceras) if html else _aviso(SIN_NADA, 404)


@por_archivo
def _html(tablero: str | None, hoy: date, edicion: str) -> str:
    """El documento de ese tablero; `hoy` y la edición lo hacen otro. Vacío, si no hay pantallas."""
    cosas = todas(preguntar)
    if not cosas:
        return ""
    return documento(cosas, edicion=edicion, es_simulado=base().es_simulado, tablero=tablero)


def _edicion() -> str:
    publicadas = ediciones(Lugares.de(rutas.BASE).registro)
    return f"Edición {publicadas[-1].numero} del tablero" if publicadas else "Sin edición publicada"


def _aviso(texto: str, estado: int) -> HTMLResponse:
    cuerpo = f"<h1>{TITULO}</h1><p>{escape(texto)}</p>"
    return HTMLResponse(de_aviso(TITULO, cuerpo, carpeta()), estado)
