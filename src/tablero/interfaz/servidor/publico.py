"""La geometría publicada, que este servidor entrega él mismo y ya comprimida."""

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from tablero import rutas
from tablero.exportar.mapa_web import CIFRAS_DE_HUELLA, NOMBRES
from tablero.interfaz.servidor.guion import GUARDAR

NO_ESTA = "Esta geometría ya no está: vuelva a cargar la página que la pidió."
DIRECCION = "/app/static/{nombre:geometria}"


class _Geometria(StringConvertor):
    """Los únicos nombres que se buscan en el disco."""

    regex = rf"(?:{'|'.join(NOMBRES)})\.[0-9a-f]{{{CIFRAS_DE_HUELLA}}}\.json"


register_url_convertor("geometria", _Geometria())


def entregar(peticion: Request) -> Response:
    """`GET /app/static/<nombre>.<huella>.json`; no es `async`: comprimir tarda."""
    try:
        comprimido = _comprimir(rutas.ESTATICOS / peticion.path_params["nombre"])
    except FileNotFoundError:
        return PlainTextResponse(NO_ESTA, 404)
    cabeceras = {"cache-control": GUARDAR, "vary": "accept-encoding"}
    if "gzip" not in peticion.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(comprimido), 200, cabeceras, "application/json")
    cabeceras["content-encoding"] = "gzip"
    return Response(comprimido, 200, cabeceras, "application/json")


@lru_cache(maxsize=48)
def _comprimir(archivo: Path) -> bytes:
    """El contenido no cambia mientras el nombre sea el mismo: lleva su huella."""
    return gzip.compress(archivo.read_bytes(), 6)
