"""Cómo se entrega lo contestado: sin repetir lo que no cambió, comprimido y a cualquier página."""

import gzip
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from tablero.api import rango

METODOS = ("GET", "HEAD", "OPTIONS")
CORS = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": ", ".join(METODOS),
    "access-control-allow-headers": "Accept, If-None-Match, If-Modified-Since, Range",
    "access-control-expose-headers": "ETag, Last-Modified, Link, Retry-After, Content-Disposition, "
    "Content-Range",
    "access-control-max-age": "86400",
}
"""Cualquier página puede leer lo que aquí es público: no hay sesiones ni contraseñas."""
CORTO = 1024
"""Octetos desde los que vale la pena comprimir."""
COMPRIMIBLES = ("text/", "application/json", "application/atom+xml")
DE_AHORA, DE_UNA_EDICION = "public, no-cache", "public, max-age=3600"


def entregar(
    peticion: Request,
    contenido: bytes,
    mime: str,
    fecha: datetime,
    *,
    cabeceras: Mapping[str, str],
    es_fija: bool,
) -> Response:
    """La respuesta, o un 304 si quien pide ya la tiene; `es_fija` si es de una edición dicha."""
    etiqueta = hashlib.sha256(contenido).hexdigest()[:32]
    pedazo = peticion.headers.get("range") if peticion.method == "GET" else None
    va_comprimida = (
        pedazo is None
        and len(contenido) >= CORTO
        and mime.startswith(COMPRIMIBLES)
        and _acepta_gzip(peticion.headers.get("accept-encoding", ""))
    )
    etag = f'"{etiqueta}-gzip"' if va_comprimida else f'"{etiqueta}"'
    modificada = fecha.astimezone(UTC).replace(microsecond=0)
    todas = {
        **CORS,
        "etag": etag,
        "last-modified": format_datetime(modificada, usegmt=True),
        "cache-control": DE_UNA_EDICION if es_fija else DE_AHORA,
        "vary": "Accept, Accept-Encoding",
        "content-language": "es-CO",
        "accept-ranges": "bytes",
    }
    if _la_tiene(peticion, etag, modificada):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=todas)
    if va_comprimida:
        # Sin la hora: los mismos datos son los mismos octetos.
        contenido = gzip.compress(contenido, 6, mtime=0)
        todas["content-encoding"] = "gzip"
    estado = HTTPStatus.OK
    if pedazo is not None and peticion.headers.get("if-range", etag) == etag:
        largo = len(contenido)
        if (dado := rango.entender(pedazo, largo)) is not None:
            estado = HTTPStatus.PARTIAL_CONTENT
            todas["content-range"] = f"bytes {dado[0]}-{dado[1] - 1}/{largo}"
            contenido = contenido[slice(*dado)]
    todas["content-length"] = str(len(contenido))
    es_head = peticion.method == "HEAD"
    return Response(
        b"" if es_head else contenido, estado, headers={**todas, **cabeceras}, media_type=mime
    )


def _acepta_gzip(dicho: str) -> bool:
    for parte in dicho.split(","):
        nombre, _, opcion = parte.strip().partition(";")
        if nombre.strip() in ("gzip", "*"):
            return opcion.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _la_tiene(peticion: Request, etag: str, modificada: datetime) -> bool:
    """Con If-None-Match, la fecha no cuenta (RFC 9110)."""
    dichas = peticion.headers.get("if-none-match")
    if dichas is not None:
        propias = {dicha.strip().removeprefix("W/") for dicha in dichas.split(",")}
        return "*" in propias or etag in propias
    desde = peticion.headers.get("if-modified-since")
    if desde is None:
        return False
    try:
        return modificada <= parsedate_to_datetime(desde)
    except (ValueError, TypeError):
        return False
