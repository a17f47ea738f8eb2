"""Lo que no cambió no se vuelve a mandar, y lo largo va comprimido."""

import gzip
from datetime import UTC, datetime

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tablero.api.fallas import Falla
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


@pytest.mark.parametrize(
    ("pedido", "desde", "hasta"),
    [("bytes=0-0", 0, 1), ("bytes=5-", 5, 10), ("bytes=-3", 7, 10), ("bytes=2-99", 2, 10)],
)
def test_se_puede_pedir_un_pedazo(pedido: str, desde: int, hasta: int) -> None:
    entero = b"0123456789"
    dada = dar(entero, range=pedido)
    assert (dada.status_code, dada.body) == (206, entero[desde:hasta])
    assert dada.headers["content-range"] == f"bytes {desde}-{hasta - 1}/10"
    assert dada.headers["content-length"] == str(hasta - desde)
    assert dada.headers["etag"] == dar(entero).headers["etag"]


@pytest.mark.parametrize("pedido", ["bytes=3-1", "bytes=-", "bytes=0-1,3-4", "octetos=0-1", ""])
def test_el_pedazo_que_no_se_entiende_se_da_entero(pedido: str) -> None:
    dada = dar(LARGO, range=pedido, accept_encoding="gzip")
    assert (dada.status_code, dada.body) == (200, LARGO)
    assert dada.headers["accept-ranges"] == "bytes"


def test_un_pedazo_de_otra_version_se_da_entero_y_el_que_no_existe_se_niega() -> None:
    assert dar(b"0123", range="bytes=0-0", if_range='"otra"').status_code == 200
    assert dar(b"0123", range="bytes=0-0", if_range=dar(b"0123").headers["etag"]).body == b"0"
    assert dar(b"0123", "HEAD", range="bytes=0-0").status_code == 200
    for pedido in ("bytes=4-", "bytes=-0"):
        with pytest.raises(Falla) as falla:
            dar(b"0123", range=pedido)
        assert falla.value.estado == 416


def test_head_dice_cuanto_y_no_lo_manda() -> None:
    dada = dar(LARGO, "HEAD")
    assert (dada.body, dada.headers["content-length"]) == (b"", str(len(LARGO)))
