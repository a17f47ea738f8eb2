"""Las cabeceras de seguridad de toda respuesta."""

from collections.abc import Iterable, Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLITICA = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # deck.gl usa WebAssembly; nada usa eval
    "style-src": "'self' 'unsafe-inline'",  # los estilos de Streamlit se escriben al vuelo
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""Lo que la página puede cargar: lo de este servidor y nada más."""

CABECERAS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


DE_AQUI = "'self'"
MARCOS = "frame-ancestors"


def texto_de_politica(huellas: tuple[str, ...] = ()) -> str:
    """La cabecera Content-Security-Policy; `huellas` son los guiones en línea permitidos."""
    guiones = " ".join([POLITICA["script-src"], *(f"'sha256-{h}'" for h in huellas)])
    return _escribir({**POLITICA, "script-src": guiones})


def politica_de_lo_incrustado(sitios: Iterable[str]) -> str:
    """La de una tarjeta sola, que no lleva guion: la pueden mostrar este servidor y esos sitios."""
    return _escribir({**POLITICA, "script-src": "'none'", MARCOS: " ".join([DE_AQUI, *sitios])})


def _escribir(reglas: Mapping[str, str]) -> str:
    return "; ".join(f"{regla} {valores}" for regla, valores in reglas.items())


def _nombra_sitios(politica: str) -> bool:
    """Si deja que otros sitios la muestren."""
    reglas = dict(regla.strip().partition(" ")[::2] for regla in politica.split(";"))
    return reglas.get(MARCOS, DE_AQUI) != DE_AQUI


class CabecerasSeguras:
    """Pone las cabeceras de seguridad en toda respuesta."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Añade las cabeceras al comienzo de cada respuesta."""

        async def enviar(mensaje: Message) -> None:
            if mensaje["type"] == "http.response.start":
                cabeceras = MutableHeaders(raw=mensaje["headers"])
                politica = cabeceras.setdefault("content-security-policy", texto_de_politica())
                for nombre, valor in CABECERAS.items():
                    cabeceras[nombre] = valor
                if _nombra_sitios(politica):
                    # No puede nombrar sitios, y negaría los que la política deja.
                    del cabeceras["x-frame-options"]
            await send(mensaje)

        await self.app(scope, receive, enviar if scope["type"] == "http" else send)
