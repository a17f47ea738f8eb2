"""Las piezas ASGI que rodean a Streamlit: página en español y origen propio.

Streamlit entrega su página con `lang="en"`, sin política de contenido, y ante una conexión de
otro origen pregunta en internet cuál es la dirección pública del equipo. Cada clase corrige una
de esas cosas y deja pasar todo lo demás.
"""

import base64
import gzip
import hashlib
import json
import re
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server import server_util

from tablero.interfaz.servidor import arranque
from tablero.interfaz.servidor.cabeceras import texto_de_politica
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.guion import etiquetas
from tablero.interfaz.servidor.rechazos import RECHAZOS

TITULO = "Tablero de Control"
SIN_JAVASCRIPT = (
    f"<noscript>{arranque.SIN_EL}"
    "<h1>Tablero de Control</h1><p>El tablero necesita JavaScript, y este navegador lo "
    "tiene apagado: actívelo y vuelva a cargar la página. Si no puede, pídalo al área de "
    'tecnología de su entidad.</p><p>Mientras tanto, <a href="{base}/ligera">vea la versión '
    "ligera</a>: las cifras principales, con su fuente, y los archivos para descargar.</p>"
    "</noscript>"
)

_HTTP_BIEN = 200


def guion_de_base(base: str) -> str:
    """Le dice a la página dónde está su servidor.

    Sin esto, en las subpáginas lo averigua preguntando también donde no es, y deja dos errores
    404 en la consola del navegador.
    """
    ruta = json.dumps(base or "/")
    return (
        "<script>window.__streamlit = "
        f"{{ BACKEND_BASE_URL: window.location.origin + {ruta} }}</script>"
    )


@lru_cache(maxsize=4)
def traducir(pagina: bytes, base: str = "") -> tuple[bytes, str]:
    """La página de Streamlit en español, y la política que permite sus guiones en línea.

    `base` es la carpeta de la dirección en la que se publica: `/tablero`, o nada si es la raíz.
    """
    texto = pagina.decode("utf-8")
    texto = texto.replace("</title>", f"</title>{guion_de_base(base)}{etiquetas(base)}", 1)
    texto = texto.replace('<html lang="en">', '<html lang="es">', 1)
    texto = re.sub("<title>.*?</title>", f"<title>{TITULO}</title>", texto, count=1)
    sin_guiones = SIN_JAVASCRIPT.replace("{base}", base)
    texto = re.sub("<noscript>.*?</noscript>", sin_guiones, texto, flags=re.DOTALL)
    texto = arranque.poner(texto)
    huellas = tuple(
        base64.b64encode(hashlib.sha256(guion.encode("utf-8")).digest()).decode("ascii")
        for guion in re.findall("<script>(.*?)</script>", texto, flags=re.DOTALL)
    )
    return texto.encode("utf-8"), texto_de_politica(huellas)


def _sin_cabeceras(scope: Scope, nombres: set[bytes]) -> Scope:
    return {**scope, "headers": [par for par in scope["headers"] if par[0] not in nombres]}


class EnEspanol:
    """Traduce cada respuesta HTML que pasa por aquí."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reúne la página entera antes de enviarla, porque cambia de tamaño."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if "text/html" in Headers(scope=scope).get("accept", ""):
            # Un 304 dejaría en pantalla la página en inglés que el navegador haya guardado.
            scope = _sin_cabeceras(scope, {b"if-none-match", b"if-modified-since", b"range"})
        inicio: Message | None = None
        cuerpo = bytearray()

        async def enviar(mensaje: Message) -> None:
            nonlocal inicio
            if mensaje["type"] == "http.response.start" and _es_pagina(mensaje):
                inicio = mensaje  # espera a que se sepa el nuevo tamaño
                return
            if inicio is not None and mensaje["type"] == "http.response.body":
                cuerpo.extend(mensaje.get("body", b""))
                if mensaje.get("more_body", False):
                    return
                mensaje = {**mensaje, "body": _reescribir(inicio, bytes(cuerpo))}
                await send(inicio)
            await send(mensaje)

        await self.app(scope, receive, enviar)


def _es_pagina(inicio: Message) -> bool:
    tipo = Headers(raw=inicio["headers"]).get("content-type", "")
    return inicio["status"] == _HTTP_BIEN and tipo.startswith("text/html")


def _reescribir(inicio: Message, cuerpo: bytes) -> bytes:
    """Cambia en `inicio` las cabeceras que dejan de ser ciertas y devuelve el cuerpo nuevo."""
    cabeceras = MutableHeaders(raw=inicio["headers"])
    if cuerpo and cabeceras.get("content-encoding") == "gzip":
        cuerpo = gzip.decompress(cuerpo)  # en las subpáginas Streamlit ya la comprimió
    for vieja in ("content-encoding", "content-length", "etag", "last-modified", "accept-ranges"):
        del cabeceras[vieja]
    if not cuerpo:  # a HEAD se responde sin cuerpo
        return cuerpo
    cuerpo, politica = traducir(cuerpo, carpeta())
    cabeceras["content-length"] = str(len(cuerpo))
    cabeceras["content-security-policy"] = politica
    return cuerpo


class SoloMismoOrigen:
    """Rechaza las conexiones que otra página abra contra el tablero.

    Streamlit también lo hace, pero antes pregunta en internet; por eso se decide aquí y a él no
    le llega ningún origen ajeno. Detrás de un proxy que cambie el `Host`, el origen público se
    declara en `server.corsAllowedOrigins`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Compara `Origin` con `Host` antes de que la conexión llegue a Streamlit."""
        if scope["type"] == "websocket":
            cabeceras = Headers(scope=scope)
            origen = cabeceras.get("origin")
            if origen is not None and urlsplit(origen).netloc != cabeceras.get("host"):
                if not _es_origen_declarado(origen):
                    RECHAZOS.anotar(
                        "origen ajeno", scope["path"], (scope.get("client") or ("",))[0]
                    )
                    await receive()
                    await send({"type": "websocket.close", "code": 1008})
                    return
                scope = _sin_cabeceras(scope, {b"origin"})
        await self.app(scope, receive, send)


def _es_origen_declarado(origen: str) -> bool:
    return server_util.allow_all_cross_origin_requests() or server_util.is_allowed_origin(origen)
