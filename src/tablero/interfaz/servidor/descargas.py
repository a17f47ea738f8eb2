"""Cada archivo que se entrega queda anotado: cuál, con qué huella y desde qué página."""

import asyncio
import hashlib
import re
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tablero.interfaz.mapa.imagen import RUTA as RUTA_DE_MAPA
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.rechazos import pagina_de
from tablero.registro import anotar

_ENTERO = 200
_NOMBRE = re.compile(r"filename\*?=(?:utf-8'')?\"?([^\";]+)", re.IGNORECASE)


class Descargas:
    """Mira los archivos que salen completos: los adjuntos y las imágenes de mapas."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Calcula la huella a medida que el archivo pasa."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        nombre = ""
        huella = hashlib.sha256()

        async def enviar(mensaje: Message) -> None:
            nonlocal nombre
            if mensaje["type"] == "http.response.start" and mensaje["status"] == _ENTERO:
                nombre = _nombre(scope["path"], Headers(raw=mensaje["headers"]))
            elif nombre and mensaje["type"] == "http.response.body":
                huella.update(mensaje.get("body", b""))
            await send(mensaje)

        await self.app(scope, receive, enviar)
        if nombre:
            desde = pagina_de(Headers(scope=scope).get("referer", ""))
            # Escribir en el disco puede tardar: los demás no esperan por eso.
            asyncio.get_running_loop().run_in_executor(
                None, lambda: anotar("descarga", nombre, sha256=huella.hexdigest(), desde=desde)
            )


def _nombre(ruta: str, cabeceras: Headers) -> str:
    """Cómo se llama el archivo que se descarga; vacío si no es una descarga."""
    disposicion = cabeceras.get("content-disposition", "")
    if disposicion.startswith("attachment"):
        hallado = _NOMBRE.search(disposicion)
        return unquote(hallado[1]) if hallado else ruta
    return ruta if ruta.startswith(f"{carpeta()}/{RUTA_DE_MAPA}/") else ""
