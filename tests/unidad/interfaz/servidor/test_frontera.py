"""Lo que se exige a toda petición, con qué nombres se atiende, y qué queda anotado."""

import asyncio
import hashlib
import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from fabrica_asgi import Falsa, pedir
from starlette.types import Receive, Scope, Send
from streamlit import config

from tablero import rutas
from tablero.errores import AjusteInvalido
from tablero.interfaz.servidor import anfitriones, desarrollo, negar, rechazos
from tablero.interfaz.servidor.anfitriones import Anfitriones, declarar, esta_en_la_red
from tablero.interfaz.servidor.descargas import Descargas
from tablero.interfaz.servidor.limites import Limites
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.rechazos import Rechazos
from tablero.interfaz.servidor.turnos import Turnos


@pytest.fixture
def anotados(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rutas, "REGISTRO", tmp_path)
    monkeypatch.setattr(rechazos.RECHAZOS, "_cuentas", {})
    return tmp_path / "peticiones.jsonl"


def renglones(archivo: Path) -> list[dict[str, str]]:
    return [json.loads(renglon) for renglon in archivo.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("ruta", "cabeceras", "estado"),
    [
        ("/" + "a" * 8190, {}, 200),
        ("/" + "a" * 8191, {}, 414),
        ("/", {"content_length": "0"}, 200),
        ("/", {"content_length": "5"}, 413),
        ("/", {"transfer_encoding": "chunked"}, 413),
    ],
)
def test_lo_que_no_cabe_se_rechaza(
    anotados: Path, ruta: str, cabeceras: dict[str, str], estado: int
) -> None:
    app = Falsa({})
    mensajes, _, cuerpo = pedir(Peticiones(app, Turnos()), ruta, **cabeceras)
    assert mensajes[0]["status"] == estado
    if estado != 200:
        assert cuerpo.decode() == negar.texto(estado)
        assert app.scope is None
        assert renglones(anotados)[0]["hecho"] == "rechazo"


@pytest.mark.parametrize(
    ("metodo", "ruta", "largo", "estado"),
    [
        ("POST", "/sala/anotar", "16384", 200),
        ("POST", "/sala/anotar", "0", 200),
        ("POST", "/sala/anotar", "16385", 413),
        ("POST", "/sala/anotar", "-1", 413),
        ("POST", "/sala/anotar", "1e3", 413),
        ("POST", "/sala", "5", 413),
        ("POST", "/sala", "0", 405),
        ("PUT", "/sala/anotar", "5", 413),
        ("PUT", "/sala/anotar", "0", 405),
        ("GET", "/sala/anotar", "5", 413),
    ],
)
def test_solo_se_recibe_lo_que_la_sala_anota(
    anotados: Path, metodo: str, ruta: str, largo: str, estado: int
) -> None:
    app = Falsa({})
    peticiones = Peticiones(app, Turnos())
    mensajes, _, _ = pedir(peticiones, ruta, metodo=metodo, content_length=largo)
    assert mensajes[0]["status"] == estado
    assert (app.scope is None) == (estado != 200)


async def _falla(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise ValueError("se rompió")


@pytest.mark.parametrize("ruta", ["/", "/ligera", "/mapa/x.png", "/sala"])
def test_una_falla_responde_500_en_espanol(ruta: str, caplog: pytest.LogCaptureFixture) -> None:
    mensajes, cabeceras, cuerpo = pedir(Peticiones(_falla, Turnos()), ruta)
    assert mensajes[0]["status"] == 500
    assert cuerpo.decode() == negar.TEXTOS[HTTPStatus.INTERNAL_SERVER_ERROR]
    assert cabeceras["x-content-type-options"] == "nosniff"
    assert caplog.messages == [f"No se pudo responder {ruta}"]


@pytest.fixture
def ajustes() -> Iterator[None]:
    antes = {o: config.get_option(o) for o in ("server.allowedHosts", "server.corsAllowedOrigins")}
    yield
    for opcion, valor in antes.items():
        config.set_option(opcion, valor)


@pytest.mark.usefixtures("ajustes")
@pytest.mark.parametrize(
    ("host", "estado"),
    [
        ("localhost:8501", 200),
        ("127.0.0.1:9", 200),
        ("[::1]:8501", 200),
        ("192.0.2.7:8501", 200),
        ("tablero.example", 200),
        ("TABLERO.example.", 200),
        ("variable.example", 200),
        ("ajeno.example", 421),
        ("localhost.ajeno.example", 421),
        ("", 421),
        ("localhost:8501@ajeno.example", 421),
    ],
)
@pytest.mark.parametrize("tipo", ["http", "websocket"])
def test_solo_atiende_con_sus_nombres(
    host: str, estado: int, tipo: str, anotados: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(anfitriones.VARIABLE, "variable.example, ")
    monkeypatch.setattr(anfitriones, "de_la_red", lambda _host: ["192.0.2.7"])
    declarar("0.0.0.0", ["tablero.example"])  # noqa: S104 - no se abre
    mensajes, _, cuerpo = pedir(Anfitriones(Falsa({})), tipo=tipo, host=host)
    assert mensajes[0]["status"] == estado
    assert "https://tablero.example" in config.get_option("server.corsAllowedOrigins")
    if estado != 200:
        assert cuerpo.decode() == anfitriones.AJENO
        assert renglones(anotados)[0]["que"] == "nombre ajeno /"


@pytest.mark.parametrize(
    ("host", "esta"),
    [
        ("localhost", False),
        ("127.0.0.1", False),
        ("::1", False),
        ("", True),
        ("0.0.0.0", True),  # noqa: S104 - se compara, no se abre
        ("192.0.2.7", True),
        ("tablero.example", True),
    ],
)
def test_que_direcciones_ve_la_red(host: str, esta: bool) -> None:
    assert esta_en_la_red(host) is esta


def test_los_rechazos_se_cuentan_y_no_llenan_el_disco(
    anotados: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rechazos, "SEGUNDOS", 0.02)
    cuenta = Rechazos()

    async def inundar(_scope: Scope, _receive: Receive, send: Send) -> None:
        for _ in range(500):
            cuenta.anotar("demasiados mensajes", "/_stcore/stream", "203.0.113.9", "/semaforo")
        cuenta.anotar("demasiados mensajes", "/_stcore/stream", "203.0.113.8")
        await asyncio.sleep(0.1)

    pedir(inundar)
    vistos = renglones(anotados)
    assert sorted(v["que"] for v in vistos) == [
        "demasiados mensajes /_stcore/stream",
        "demasiados mensajes /_stcore/stream",
        "demasiados mensajes /_stcore/stream (y 499 más en el mismo minuto)",
    ]
    assert "203.0.113" not in anotados.read_text("utf-8")


def test_cada_descarga_queda_anotada(anotados: Path) -> None:
    adjunto = {"content-disposition": 'attachment; filename="semaforo.csv"'}
    referente = "http://localhost:8501/semaforo?entidad=x"
    pedir(Descargas(Falsa(adjunto, b"a;", b"b")), "/media/x.csv", referer=referente)
    pedir(Descargas(Falsa({}, b"png")), "/mapa/abc.png")
    pedir(Descargas(Falsa({}, b"js")), "/static/js/a.js")
    pedir(Descargas(Falsa(adjunto, b"no", estado=404)), "/media/y.csv")
    pedir(Descargas(Falsa({"content-disposition": "attachment; filename*=utf-8''a%C3%B1o.csv"})))
    vistos = [(v["que"], v["sha256"], v.get("desde")) for v in renglones(anotados)]
    assert vistos == [
        ("semaforo.csv", hashlib.sha256(b"a;b").hexdigest(), "/semaforo"),
        ("/mapa/abc.png", hashlib.sha256(b"png").hexdigest(), None),
        ("año.csv", hashlib.sha256().hexdigest(), None),
    ]


def test_los_limites_se_cambian_con_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLERO_SESIONES", "500")
    assert Limites.del_ambiente() == Limites(sesiones=500)
    monkeypatch.setenv("TABLERO_SESIONES", "muchas")
    with pytest.raises(AjusteInvalido, match=r"^TABLERO_SESIONES debe ser .*, no «muchas»\.$"):
        Limites.del_ambiente()


def test_streamlit_run_no_se_abre_a_la_red(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opciones = {"server.enableStaticServing": True, "server.address": "localhost"}
    errores: list[str] = []
    monkeypatch.setattr(desarrollo.config, "get_option", opciones.get)
    monkeypatch.setattr(desarrollo.decir, "fallar", errores.append)
    monkeypatch.setattr(desarrollo.st, "stop", lambda: errores.append("detenida"))
    desarrollo._advertir.cache_clear()
    desarrollo.exigir_este_equipo()
    assert errores == []
    assert "tablero abrir" in capsys.readouterr().err
    opciones["server.address"] = "0.0.0.0"  # noqa: S104 - se compara, no se abre
    desarrollo.exigir_este_equipo()
    assert errores == [f"{desarrollo.ABIERTO}tablero abrir --host 0.0.0.0", "detenida"]
    opciones["server.enableStaticServing"] = False
    errores.clear()
    desarrollo.exigir_este_equipo()
    assert errores == []
