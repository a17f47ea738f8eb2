"""La sala: el tablero en la pared, un mensaje por pantalla, sin pasar por Streamlit."""

from dataclasses import dataclass, replace
from datetime import date
from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tablero import reloj, rutas
from tablero.errores import ErrorTablero
from tablero.exportar.marca import nombrar
from tablero.exportar.sala.documento import TITULO, documento, huella
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import base, por_archivo, preguntar, un_solo_tablero
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.pared.direccion import nombre as nombre_de
from tablero.interfaz.pared.direccion import partir
from tablero.interfaz.pared.grabar import grabar, otra_forma
from tablero.interfaz.servidor.cabeceras import texto_de_politica
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.documento import documento as de_aviso
from tablero.registro.ediciones import buscar
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import Compromiso, Sesion, actas
from tablero.respuestas.cosas.catalogo import todas
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.de_la_sesion import de_la_sesion

RUTA, SESION, DE = "sala", "sesion", "de"
"""Su dirección, y lo que se le pide: una sesión, o las pantallas de una página."""
SIN_EDICION = "Sin edición publicada"
NADA_DE_LA_PAGINA = (
    "Esa página no tiene nada que proyectar con esos filtros: en el tablero se lee por qué."
)
SIN_NADA = "Este tablero no trae nada que proyectar: ninguna de sus fuentes lo sustenta."


def pagina(peticion: Request) -> Response:
    """`GET /sala`: todas las pantallas; el guion muestra la que diga `pantalla=`.

    Con `sesion=` son las de esa sesión, en la edición que congeló; con `de=`, las de la página de
    esa dirección; con `edicion=`, en esa. No es `async`: dibujarlas tarda, y así se hace en otro
    hilo.
    """
    cabeceras = {
        "cache-control": "no-cache",
        "content-security-policy": texto_de_politica((huella(),)),
    }
    return _responder(peticion, carpeta(), cabeceras)


def sesion(peticion: Request) -> Response:
    """`GET /sala/sesion.html`: lo mismo, en un archivo que no le pide nada a nadie."""
    return _responder(peticion, None, {"cache-control": "no-cache"})


def _responder(peticion: Request, tablero: str | None, cabeceras: dict[str, str]) -> Response:
    try:
        pedido, suyo = _pedido(peticion)
    except ErrorTablero as error:
        return _aviso(sin_rutas(str(error)), 404)
    try:
        with un_solo_tablero(suyo):
            hoy = reloj.hoy()
            # Una página ya se recuerda grabada, y pesa menos que su documento.
            html = (_documento if pedido.de else _html)(tablero, hoy, pedido)
            if tablero is None:
                dia = pedido.sesion.fecha if pedido.sesion else hoy
                archivo = nombrar(
                    f"{pedido.nombre}_{dia.isoformat()}.html", es_simulado=base().es_simulado
                )
                cabeceras["content-disposition"] = f'attachment; filename="{archivo}"'
    except ErrorTablero as error:
        return _aviso(sin_rutas(str(error)), 503)
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo escribir la sala")
        return _aviso(QUE_HACER, 500)
    if not html:
        return _aviso(NADA_DE_LA_PAGINA if pedido.de else SIN_NADA, 404)
    return HTMLResponse(html, headers=cabeceras)


@dataclass(frozen=True)
class Pedido:
    """Lo que se proyecta: una sesión, una página o todo, y de qué edición.

    No lleva el tablero: se recuerda, y lo tendría abierto.
    """

    edicion: int | None
    """La pedida; `None`, la de ahora."""
    sesion: Sesion | None
    abiertos: tuple[Compromiso, ...]
    rotulo: str
    """Lo que el pie dice de la edición."""
    de: str = ""
    """La dirección de la página que se proyecta; vacía si no es una página."""

    @property
    def nombre(self) -> str:
        """El del archivo que alguien se lleva."""
        return nombre_de(partir(self.de)[0]) or "inicio" if self.de else "sesion"

    @property
    def consulta(self) -> str:
        """Lo que la descarga lleva para ser la misma."""
        pares = {
            SESION: self.sesion and self.sesion.codigo,
            DE: self.de,
            EDICION: self.edicion,
        }
        return urlencode({nombre: valor for nombre, valor in pares.items() if valor})


def _pedido(peticion: Request) -> tuple[Pedido, Tablero | None]:
    """Lo que se pide y el tablero de esa edición; `None`, el de ahora.

    `ErrorTablero` si la sesión, la edición o la página no existen.
    """
    leidas = actas(Lugares.de(rutas.BASE).registro)
    codigo, escrita, de = (peticion.query_params.get(n, "") for n in (SESION, EDICION, DE))
    if de:
        partir(de)
    elegida = next((s for s in leidas.sesiones if s.codigo == codigo), None)
    if codigo and elegida is None:
        raise ErrorTablero("Esa sesión no existe.")
    pedida = int(escrita) if escrita.isascii() and escrita.isdecimal() else None
    numero = pedida if elegida is None else elegida.edicion
    publicadas = edicion_pedida.publicadas()
    if numero is None:
        ultima = f"Edición {publicadas[-1].numero} del tablero" if publicadas else SIN_EDICION
        return Pedido(None, elegida, leidas.abiertos(), ultima, de), None
    edicion = buscar(publicadas, numero)
    suyo = edicion_pedida.tablero(numero)
    rotulo = f"Edición {edicion.numero} del tablero"
    if suyo is None:
        rotulo = f"La edición {edicion.numero} ya no conserva su archivo: se ve la de ahora"
    return Pedido(numero, elegida, leidas.abiertos(), rotulo, de), suyo


@por_archivo
def _html(tablero: str | None, hoy: date, pedido: Pedido) -> str:
    """El documento, que se recuerda: `hoy` y lo pedido lo hacen otro."""
    return _documento(tablero, hoy, pedido)


def _documento(tablero: str | None, _hoy: date, pedido: Pedido) -> str:
    """El documento de ese tablero; vacío, si no hay pantallas."""
    cosas = _cosas(pedido)
    if not cosas:
        return ""
    if pedido.edicion is not None:
        cosas = tuple(replace(cosa, de=_con_edicion(cosa.de, pedido.edicion)) for cosa in cosas)
    return documento(
        cosas,
        edicion=pedido.rotulo,
        es_simulado=base().es_simulado,
        tablero=tablero,
        consulta=pedido.consulta,
    )


def _cosas(pedido: Pedido) -> tuple[Cosa, ...]:
    if pedido.sesion is not None:
        return de_la_sesion(preguntar, pedido.sesion, pedido.abiertos, otra_forma)
    if pedido.de:
        grabada = grabar(pedido.de)
        return grabada.pantallas if grabada else ()
    return todas(preguntar)


def _con_edicion(direccion: str, edicion: int) -> str:
    une = "&" if "?" in direccion else "?"
    return f"{direccion}{une}{EDICION}={edicion}"


def _aviso(texto: str, estado: int) -> HTMLResponse:
    cuerpo = f"<h1>{TITULO}</h1><p>{escape(texto)}</p>"
    return HTMLResponse(de_aviso(TITULO, cuerpo, carpeta()), estado)
