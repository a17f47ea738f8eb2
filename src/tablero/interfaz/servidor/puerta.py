"""La puerta del servidor: solo pasan a Streamlit las páginas que existen y sus propias piezas.

Streamlit responde 200 a cualquier dirección y, ya en el navegador, dice en inglés que la página no
existe. Aquí la que está mal escrita se corrige, con su consulta, y la que no existe es un 404 en
español. Lo nuestro que no es de Streamlit se responde aquí mismo.
"""

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Match, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tablero.interfaz.servidor import incrustar
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.direcciones import (
    Secciones,
    bien_escrita,
    es_sospechosa,
    leer,
)
from tablero.interfaz.servidor.negar import negar
from tablero.interfaz.servidor.no_encontrada import no_encontrada

DE_STREAMLIT = ("/static/", "/media/")
ARCHIVOS_DE_STREAMLIT = (
    "/favicon.png",
    "/manifest.json",
    "/_stcore/health",
    "/_stcore/host-config",
)
"""Lo único de Streamlit que la página pide: lo demás que trae no existe aquí (métricas, subir
archivos, componentes ajenos, cuentas, agentes)."""
PUEDEN_SER_HTML = ("/media/",)
"""De estas, una respuesta HTML es un archivo; de las demás, la portada de Streamlit."""
LARGO_DE_UN_NOMBRE = 200
"""Un nombre más largo no es de ningún archivo, y el sistema ni siquiera deja buscarlo."""
BIEN, PEDIDO_MALO, NO_EXISTE = 200, 400, 404


class Puerta:
    """Corrige, rechaza o deja pasar; `propias` son las rutas que se responden aquí."""

    def __init__(self, app: ASGIApp, secciones: Secciones, propias: Router) -> None:
        self.app = app
        self.secciones = secciones
        self.propias = propias
        self.rutas = {f"/{e.nombre}" for paginas in secciones.values() for e in paginas}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Decide con la ruta, sin la carpeta en la que se publica (`server.baseUrlPath`)."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        base = carpeta()
        ruta = "/" + scope["path"].removeprefix(base).removeprefix("/")
        propia = {**scope, "path": ruta}
        if any(r.matches(propia)[0] is not Match.NONE for r in self.propias.routes):
            await self.propias(propia, receive, send)
        elif self._es_pagina(base, ruta, scope):
            if incrustar.se_pide(scope):
                await incrustar.responder(propia, receive, send)
            else:
                await self.app(scope, receive, send)
        elif _es_pieza(ruta):
            await self._pieza(ruta, scope, receive, send)
        else:
            await self._corregir(base, scope, receive, send)

    def _es_pagina(self, base: str, ruta: str, scope: Scope) -> bool:
        """Si la dirección está bien escrita y es de una página."""
        return (
            ruta in self.rutas
            and scope["path"] in (base + ruta, base)
            and b"&amp;" not in scope.get("query_string", b"")
        )

    async def _corregir(self, base: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Lleva a la página que se quiso escribir, o dice que no existe."""
        cruda = scope.get("raw_path") or quote(scope["path"]).encode()
        pedida = leer(cruda)
        consulta = scope.get("query_string", b"").decode("latin-1")
        estado = NO_EXISTE
        if es_sospechosa(pedida) or es_sospechosa(scope["path"]):
            estado = PEDIDO_MALO
        elif bien := bien_escrita(pedida.removeprefix(base), consulta, self.secciones):
            nombre, consulta = bien
            destino = f"{base}/{nombre}" + (f"?{consulta}" if consulta else "")
            await RedirectResponse(destino, 302)(scope, receive, send)
            return
        if incrustar.se_pide(scope):
            await incrustar.responder({**scope, "path": pedida}, receive, send)
            return
        await self._rechazar(pedida, estado, base)(scope, receive, send)

    async def _pieza(self, ruta: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Lo interno de Streamlit; si no existe, o da su portada en su lugar, se dice."""
        mal = 0
        puede_ser_html = ruta.startswith(PUEDEN_SER_HTML)

        async def enviar(mensaje: Message) -> None:
            nonlocal mal
            if mensaje["type"] == "http.response.start":
                tipo = Headers(raw=mensaje["headers"]).get("content-type", "")
                es_html = mensaje["status"] == BIEN and tipo.startswith("text/html")
                portada = es_html and not puede_ser_html
                mal = (
                    NO_EXISTE if portada else mensaje["status"] * (mensaje["status"] >= PEDIDO_MALO)
                )
            if not mal:
                await send(mensaje)

        await self.app(scope, receive, enviar)
        if not mal:
            return
        if "text/html" in Headers(scope=scope).get("accept", ""):
            await self._rechazar(scope["path"], mal, carpeta())(scope, receive, send)
        else:
            await negar(scope, send, mal)

    def _rechazar(self, pedida: str, estado: int, base: str) -> HTMLResponse:
        return HTMLResponse(no_encontrada(pedida, self.secciones, base), estado)


def _es_pieza(ruta: str) -> bool:
    """Si Streamlit puede tener algo con ese nombre."""
    if ruta in ARCHIVOS_DE_STREAMLIT:
        return True
    cabe = all(len(parte) <= LARGO_DE_UN_NOMBRE for parte in ruta.split("/"))
    return cabe and ruta.startswith(DE_STREAMLIT) and not es_sospechosa(ruta)
