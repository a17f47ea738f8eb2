"""`GET /llevar/…`: cualquier tarjeta o página, en un archivo; y cómo se cita.

La misma dirección da lo mismo cuando se vuelve a pedir, también sin navegador: lleva la página, sus
filtros, la tarjeta y la edición.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from tablero.errores import ErrorTablero
from tablero.exportar.llevar.citar import citas
from tablero.exportar.llevar.formatos import Archivo, archivo
from tablero.exportar.llevar.incrustado import codigo
from tablero.exportar.llevar.llevada import Contexto
from tablero.exportar.llevar.pagina import archivo_de_pagina
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import un_solo_tablero
from tablero.interfaz.marco.edicion_de_ahora import la_de_ahora
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.pared import direccion, llevadas
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.registro.ediciones import Edicion

RUTA = "llevar"
CITAR = "citar"
"""En vez de un formato: no da un archivo, sino cómo se cita."""
NO_EXISTE = "La edición {} no existe en este tablero."
SIN_ARCHIVO = "La edición {} ya no conserva su archivo: pídala a quien administra el tablero."
SIN_GUARDAR = {"cache-control": "no-cache"}


def pagina(peticion: Request) -> Response:
    """`GET /llevar/{formato}/{página}?{filtros}&tarjeta=…&edicion=…`, como adjunto.

    Sin `tarjeta=`, la página entera. Lo que no existe es un 404 que dice qué falta. No es `async`:
    dibujar la página tarda, y así se hace en otro hilo.
    """
    return _con_su_tablero(peticion, _archivo)


def cita(peticion: Request) -> Response:
    """`GET /llevar/citar/{página}?…`: el enlace permanente y las dos citas, en JSON.

    De una tarjeta, también el código con que otra página la muestra, si algún sitio puede.
    """
    return _con_su_tablero(peticion, _cita)


def _con_su_tablero(
    peticion: Request, hacer: Callable[[Request, str, Contexto], Response]
) -> Response:
    try:
        edicion, suyo = _edicion(peticion.query_params.get(EDICION, ""))
        with un_solo_tablero(suyo):
            de = llevadas.contexto(edicion, desde(peticion))
            return hacer(peticion, _pedida(peticion), de)
    except ErrorTablero as error:
        return PlainTextResponse(sin_rutas(str(error)), 404, headers=SIN_GUARDAR)
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo dar %s", peticion.url.path)
        return PlainTextResponse(QUE_HACER, 500, headers=SIN_GUARDAR)


def _archivo(peticion: Request, pedida: str, de: Contexto) -> Response:
    formato = peticion.path_params["formato"]
    de_quien, _, tarjeta = direccion.partir(pedida)
    if tarjeta:
        hecho = archivo(llevadas.una(pedida, de), formato)
    else:
        hecho = archivo_de_pagina(llevadas.todas(pedida, de), de_quien.titulo, formato)
    return _entregar(hecho)


def _cita(_peticion: Request, pedida: str, de: Contexto) -> Response:
    tarjeta = direccion.partir(pedida)[2]
    cual = llevadas.una(pedida, de) if tarjeta else llevadas.pagina_entera(pedida, de)
    suya = citas(cual)
    dicho = {"apa": suya.apa, "icontec": suya.icontec, "enlace": cual.enlace}
    # Donde ningún sitio puede mostrarla, el código no serviría.
    if tarjeta and de.publicacion.incrustan:
        dicho["incrustar"] = codigo(cual)
    return JSONResponse(dicho, headers=SIN_GUARDAR)


def _pedida(peticion: Request) -> str:
    """La dirección de la página dentro del tablero, con todo lo que se le pide."""
    consulta = urlencode(peticion.query_params.multi_items())
    nombre = peticion.path_params.get("pagina", "")
    return f"{nombre}?{consulta}" if consulta else nombre


def _edicion(escrita: str) -> tuple[Edicion | None, Tablero | None]:
    """La que se pide y su tablero; `None` es el de ahora, que también es el de su edición.

    `ErrorTablero` si no existe o no conserva su archivo: un archivo nunca dice ser de otra.
    """
    ahora = la_de_ahora()
    if not escrita:
        return ahora, None
    pedida = next((e for e in edicion_pedida.publicadas() if str(e.numero) == escrita), None)
    if pedida is None:
        raise ErrorTablero(NO_EXISTE.format(f"«{escrita[:20]}»"))
    if pedida == ahora:
        return pedida, None
    suyo = edicion_pedida.tablero(pedida.numero)
    if suyo is None:
        raise ErrorTablero(SIN_ARCHIVO.format(pedida.numero))
    return pedida, suyo


def desde(peticion: Request) -> str:
    """La dirección del tablero por la que se llegó, con su carpeta y sin barra final."""
    sitio = peticion.headers.get("host", "")
    return f"{peticion.url.scheme}://{sitio}{carpeta()}" if sitio else ""


def _entregar(hecho: Archivo) -> Response:
    adjunto = f'attachment; filename="{hecho.nombre}"'
    return Response(
        hecho.contenido,
        media_type=hecho.mime,
        headers={**SIN_GUARDAR, "content-disposition": adjunto},
    )
