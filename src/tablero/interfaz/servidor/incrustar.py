"""Una tarjeta sola, para mostrarla dentro de la página de otro: `?incrustar=si`.

Es la misma dirección de la tarjeta en el tablero, con su página, sus filtros y su edición; se
responde sin Streamlit, con un documento liviano.
"""

import hashlib
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import request_response
from starlette.types import Scope

from tablero.exportar.llevar.incrustado import INCRUSTAR, SI
from tablero.interfaz.servidor.cabeceras import politica_de_lo_incrustado
from tablero.interfaz.servidor.tarjeta_sola import tarjeta_sola
from tablero.publicacion import publicacion
from tablero.texto import plano

CIFRAS_DE_HUELLA = 32


def se_pide(scope: Scope) -> bool:
    """Si la dirección pide una tarjeta sola."""
    consulta = parse_qsl(scope.get("query_string", b"").decode("utf-8", "replace"))
    return any(nombre == INCRUSTAR and plano(valor) == SI for nombre, valor in consulta)


def _responder(peticion: Request) -> Response:
    """`GET /<página>?…&tarjeta=<nombre>&incrustar=si`. No es `async`: así se hace en otro hilo."""
    html, estado = tarjeta_sola(peticion)
    huella = hashlib.sha256(html.encode("utf-8")).hexdigest()[:CIFRAS_DE_HUELLA]
    cabeceras = {
        "cache-control": "no-cache",
        "content-security-policy": politica_de_lo_incrustado(publicacion().incrustan),
        "etag": f'"{huella}"',
    }
    if estado == HTTPStatus.OK and huella in peticion.headers.get("if-none-match", ""):
        # Con las mismas cabeceras: cambian las de lo que el navegador ya guardó.
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=cabeceras)
    return HTMLResponse(html, estado, cabeceras)


responder = request_response(_responder)
"""La respuesta, como aplicación ASGI."""
