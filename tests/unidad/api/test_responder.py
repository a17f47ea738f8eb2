"""Lo que no cambió no se vuelve a mandar, y lo largo va comprimido."""

import gzip
from datetime import UTC, datetime

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tablero.api.responder import entregar

FECHA = datetime(2026, 11, 30, 12, 0, 5, 900, tzinfo=UTC)
LARGO = b'{"a":"' + b"x" * 3000 + b'"}'


def dar(
    contenido: bytes = b"{}",
    metodo: str = "GET",
    mime: str = "application/json",
    *,
    es_fija: bool = False,
    **cabeceras: str,
) -> Response:
    pares = [(n.replace("_", "-").encode(), v.encode()) for n, v in cabeceras.items()]
    peticion = Request({"type": "http", "method": metodo, "headers": pares})
    return entregar(peticion, contenido, mime, FECHA, cabeceras={"link": "<x>"}, es_fija=es_fija)


def test_lo_que_acompana_a_toda_respuesta() -> None:
    dada = dar()
    assert (dada.status_code, dada.body) == (200, b"{}")
    assert dada.headers["last-modified"] == "Mon, 30 Nov 2026 12:00:05 GMT"
    assert dada.headers["cache-control"] == "public, no-cache"
    assert dada.headers["vary"] == "Accept, Accept-Encoding"
    assert dada.headers["access-control-allow-origin"] == "*"
    assert dada.headers["link"] == "<x>"
    assert dar(es_fija=True).headers["cache-control"] == "public, max-age=3600"


@pytest.mark.parametrize("acepta", ["gzip", "br, gzip;q=0.5", "*"])
def test_lo_largo_va_comprimido_y_con_otra_etiqueta(acepta: str) -> None:
    dada, entera = dar(LARGO, accept_encoding=acepta), dar(LARGO)
    assert gzip.decompress(bytes(dada.body)) == LARGO == entera.body
    assert dada.headers["content-encoding"] == "gzip"
    assert dada.headers["content-length"] == str(len(dada.body))
    assert dada.headers["etag"] == entera.headers["etag"][:-1] + '-gzip"'
    assert dar(LARGO, accept_encoding=acepta).body == dada.body


@pytest.mark.parametrize(
    ("contenido", "mime", "acepta"),
    [
        (LARGO, "application/json", "gzip;q=0"),
        (LARGO, "application/json", "br"),
        (b"{}", "application/json", "gzip"),
        (LARGO, "application/vnd.apache.parquet", "gzip"),
    ],
)
def test_lo_que_no_se_comprime(contenido: bytes, mime: str, acepta: str) -> None:
    dada = dar(contenido, mime=mime, accept_encoding=acepta)
    assert "content-encoding" not in dada.headers
    assert dada.body == contenido


def test_quien_ya_la_tiene_recibe_un_304() -> None:
    etag = dar().headers["etag"]
    for dicha in (etag, f"W/{etag}", f'"otra", {etag}', "*"):
        dada = dar(if_none_match=dicha)
        assert (dada.status_code, dada.body, dada.headers["etag"]) == (304, b"", etag)
    assert dar(if_none_match='"otra"').status_code == 200
    # La etiqueta cuenta más que la fecha.
    despues = "Mon, 30 Nov 2026 13:00:00 GMT"
    assert dar(if_none_match='"otra"', if_modified_since=despues).status_code == 200
    assert dar(if_modified_since=despues).status_code == 304
    assert dar(if_modified_since="Mon, 30 Nov 2026 12:00:05 GMT").status_code == 304
    assert dar(if_modified_since="Mon, 30 Nov 2026 12:00:04 GMT").status_code == 200
    assert dar(if_modified_since="ayer").status_code == 200


def test_head_dice_cuanto_y_no_lo_manda() -> None:
    dada = dar(LARGO, "HEAD")
    assert (dada.body, dada.headers["content-length"]) == (b"", str(len(LARGO)))
