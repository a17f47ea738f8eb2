"""Una aplicación ASGI de mentira y quien le pide: para probar las piezas que rodean a Streamlit."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Falsa:
    """Una aplicación que anota lo que le llega y responde lo que se le diga."""

    def __init__(self, cabeceras: dict[str, str], *partes: bytes, estado: int = 200) -> None:
        self.cabeceras = [(n.encode(), v.encode()) for n, v in cabeceras.items()]
        self.partes = partes or (b"",)
        self.estado = estado
        self.scope: Scope | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope = scope
        inicio = {"status": self.estado, "headers": list(self.cabeceras)}
        await send({"type": "http.response.start", **inicio})
        for i, parte in enumerate(self.partes, start=1):
            mas = i < len(self.partes)
            await send({"type": "http.response.body", "body": parte, "more_body": mas})


DE_AQUI = ("127.0.0.1", 5000)
"""Quien se conecta desde el mismo equipo."""


def pedir(
    app: ASGIApp,
    ruta: str = "/",
    tipo: str = "http",
    *,
    metodo: str = "GET",
    cuerpo: bytes = b"",
    desde: tuple[str, int] | None = None,
    **cabeceras: str,
) -> tuple[list[Message], dict[str, str], bytes]:
    """Los mensajes enviados, las cabeceras de la respuesta y su cuerpo."""
    enviados: list[Message] = []

    async def recibir() -> Message:
        if metodo != "GET":
            return {"type": "http.request", "body": cuerpo, "more_body": False}
        return {"type": "websocket.connect"}

    async def enviar(mensaje: Message) -> None:
        enviados.append(mensaje)

    pares = [(n.replace("_", "-").encode(), v.encode()) for n, v in cabeceras.items()]
    camino, _, consulta = ruta.partition("?")
    scope = {
        "type": tipo,
        "method": metodo,
        "path": camino,
        "query_string": consulta.encode(),
        "headers": pares,
    }
    if desde is not None:
        scope["client"] = desde
    asyncio.run(app(scope, recibir, enviar))
    crudas = enviados[0].get("headers", []) if enviados else []
    respuesta = {n.decode(): v.decode() for n, v in crudas}
    return enviados, respuesta, b"".join(m.get("body", b"") for m in enviados)
