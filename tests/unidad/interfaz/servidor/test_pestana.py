"""Una pestaña por dentro: qué órdenes pasan, qué se calla y cuándo se cierra."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tablero.interfaz.servidor import mensajes, pestana
from tablero.interfaz.servidor.aforo import Aforo
from tablero.interfaz.servidor.pestana import Pestanas
from tablero.interfaz.servidor.turnos import Turnos

CONECTA = {"type": "websocket.connect"}
SE_VA = {"type": "websocket.disconnect", "code": 1001}


def orden(**campos: object) -> Message:
    return {"type": "websocket.receive", "bytes": BackMsg(**campos).SerializeToString()}  # type: ignore[arg-type]


def cambio(consulta: str = "") -> Message:
    mensaje = BackMsg()
    mensaje.rerun_script.query_string = consulta
    return {"type": "websocket.receive", "bytes": mensaje.SerializeToString()}


def termino() -> Message:
    mensaje = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
    mensaje.metadata.active_script_hash = "x"
    return {"type": "websocket.send", "bytes": mensaje.SerializeToString()}


class Streamlit:
    """Anota lo que le llega y dibuja al instante lo que se le pide."""

    def __init__(self) -> None:
        self.llego: list[Message] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (mensaje := await receive())["type"] != "websocket.disconnect":
            self.llego.append(mensaje)
            if mensaje.get("bytes"):
                await send(termino())


class Terca(Streamlit):
    """Sigue enviando por una conexión que ya se cerró."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)
        await send(termino())
        await send({"type": "websocket.close", "code": 1000})


def conversar(
    *llegan: Message,
    ruta: str = pestana.RUTA,
    aforo: Aforo | None = None,
    streamlit: Streamlit | None = None,
) -> tuple[list[Message], list[Message]]:
    """Lo que le llegó a Streamlit y lo que se le envió al navegador."""
    cola = [CONECTA, *llegan, SE_VA]
    enviados: list[Message] = []

    async def recibir() -> Message:
        if len(cola) < 2:  # quien se va deja antes que se dibuje lo que pidió
            await asyncio.wait([asyncio.ensure_future(asyncio.Event().wait())], timeout=0.02)
        return cola.pop(0) if cola else SE_VA

    async def enviar(mensaje: Message) -> None:
        enviados.append(mensaje)

    streamlit = streamlit or Streamlit()
    scope = {"type": "websocket", "path": ruta, "client": ("10.0.0.1", 1), "headers": []}

    async def probar() -> None:
        await Pestanas(streamlit, Turnos(), aforo or Aforo(9, 9))(scope, recibir, enviar)

    asyncio.run(probar())
    return streamlit.llego, enviados


def test_lo_que_pide_la_pagina_pasa_igual() -> None:
    pasan = [cambio("departamento=Arauca"), orden(app_heartbeat=True), orden(stop_script=True)]
    llego, enviados = conversar(*pasan)
    assert llego == [CONECTA, *pasan]
    assert enviados == [termino()] * 3


@pytest.mark.parametrize(
    "campos",
    [
        {"clear_cache": True},
        {"set_run_on_save": True},
        {"load_git_info": True},
        {"debug_shutdown_runtime": True},
        {"debug_disconnect_websocket": True},
        {"file_urls_request": {"request_id": "1"}},
        {"backend_operation_request": {"install_skills": {}}},
        {"backend_operation_request": {"dismiss_skills_nudge": {}}},
        {},
    ],
)
def test_las_ordenes_de_quien_programa_no_llegan(campos: dict[str, object]) -> None:
    llego, enviados = conversar(orden(**campos), cambio())
    assert llego == [CONECTA, cambio()]
    assert enviados == [termino()]


def test_las_descargas_al_pedirlas_pasan() -> None:
    pedido = orden(backend_operation_request={"deferred_file": {"file_id": "x"}})
    assert conversar(pedido)[0] == [CONECTA, pedido]


def test_toda_orden_nueva_de_streamlit_se_decide_aqui() -> None:
    tipos = {campo.name for campo in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    assert tipos == {
        *mensajes.PERMITIDOS,
        "backend_operation_request",
        *("clear_cache", "set_run_on_save", "load_git_info", "file_urls_request"),
        *("debug_disconnect_websocket", "debug_shutdown_runtime"),
    }


def test_a_quien_insiste_en_lo_prohibido_se_le_cierra() -> None:
    llego, enviados = conversar(*[orden(clear_cache=True)] * 30)
    assert llego == [CONECTA]
    cierre = {"code": 1008, "reason": "esa orden no se acepta"}
    assert enviados == [{"type": "websocket.close", **cierre}]


def test_por_lo_que_se_cerro_no_sale_nada_mas() -> None:
    _, enviados = conversar(*[orden(clear_cache=True)] * 30, streamlit=Terca())
    assert [m["type"] for m in enviados] == ["websocket.close"]


def test_una_direccion_que_no_cabe_no_se_corta() -> None:
    justa, larga = cambio("x" * 8192), cambio("x" * 8193)
    llego, enviados = conversar(justa, larga)
    assert llego == [CONECTA, justa]
    assert enviados[1:] == [
        {"type": "websocket.close", "code": 1009, "reason": "la dirección pasa de 8 kB"}
    ]


def test_quien_no_para_espera_y_al_final_se_le_cierra(monkeypatch: pytest.MonkeyPatch) -> None:
    esperas: list[float] = []
    dormir = asyncio.sleep

    async def anotar(segundos: float) -> None:
        esperas.append(segundos)
        await dormir(0)

    monkeypatch.setattr(pestana.asyncio, "sleep", anotar)
    monkeypatch.setattr(pestana, "INSISTENCIA", 1.0)
    latido = orden(app_heartbeat=True)
    llego, enviados = conversar(*[latido] * 60)
    assert len(llego) > pestana.DE_UNA_VEZ
    assert len(esperas) == len(llego) - pestana.DE_UNA_VEZ
    assert enviados[-1] == {
        "type": "websocket.close",
        "code": 1008,
        "reason": "demasiados mensajes",
    }


@pytest.mark.parametrize(
    ("ruta", "caben", "estado"), [("/_stcore/otra", 1, 404), (pestana.RUTA, 0, 503)]
)
def test_lo_que_no_existe_o_no_cabe_se_dice_en_espanol(ruta: str, caben: int, estado: int) -> None:
    llego, enviados = conversar(ruta=ruta, aforo=Aforo(caben, caben))
    assert llego == []
    assert [m["type"] for m in enviados] == [
        "websocket.http.response.start",
        "websocket.http.response.body",
    ]
    assert enviados[0]["status"] == estado
    assert (
        "nada" in enviados[1]["body"].decode()
        or "todos los que puede" in enviados[1]["body"].decode()
    )


def test_sesenta_pestanas_de_una_direccion_caben() -> None:
    from tablero.interfaz.servidor.limites import Limites  # noqa: PLC0415

    limites = Limites()
    aforo = Aforo(limites.sesiones, limites.sesiones_por_direccion)
    assert all(aforo.entrar("la sala") for _ in range(60))


def primero() -> ForwardMsg:
    mensaje = ForwardMsg(hash="a" * 200)
    mensaje.metadata.active_script_hash = "b"
    sesion = mensaje.new_session
    sesion.main_script_path = "/srv/tablero/app.py"
    sesion.page_script_hash = "c"
    inicial = sesion.initialize
    inicial.session_id = "s"
    inicial.environment_info.streamlit_version = "1.67.0"
    inicial.environment_info.python_version = "3.11"
    inicial.environment_info.server_os = "linux"
    inicial.recommend_skills_install = True
    return mensaje


def test_el_primer_mensaje_no_cuenta_donde_ni_con_que() -> None:
    crudo = primero().SerializeToString()
    assert mensajes.que_es(crudo) == mensajes.NUEVA_SESION
    callado = mensajes.callado(crudo)
    for secreto in (b"/srv", b"1.67.0", b"3.11", b"linux"):
        assert secreto not in callado
    leido = ForwardMsg.FromString(callado).new_session
    assert (leido.page_script_hash, leido.initialize.session_id) == ("c", "s")
    assert leido.initialize.HasField("environment_info")  # el navegador lo exige


@pytest.mark.parametrize(
    ("estado", "sigue"),
    [(ForwardMsg.FINISHED_SUCCESSFULLY, False), (ForwardMsg.FINISHED_EARLY_FOR_RERUN, True)],
)
def test_el_fin_de_una_parte_no_suelta_el_turno(
    estado: "ForwardMsg.ScriptFinishedStatus.ValueType", sigue: bool
) -> None:
    crudo = ForwardMsg(script_finished=estado).SerializeToString()
    assert mensajes.que_es(crudo) == mensajes.TERMINO
    assert mensajes.sigue_dibujando(crudo) is sigue


def test_lo_que_no_se_entiende_no_rompe() -> None:
    assert mensajes.leer(b"\xff\xff") is None
    assert mensajes.que_es(b"") == 0
