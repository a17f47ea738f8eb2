"""Lo que se deja pasar de lo que el navegador y Streamlit se dicen por el WebSocket.

El navegador solo puede pedir lo que la página usa. Streamlit acepta además órdenes de quien
programa (borrar las cachés de todos, apagarse, instalar cosas), y en su primer mensaje cuenta dónde
está el programa en el disco y con qué versiones corre.
"""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PERMITIDOS = {"rerun_script", "stop_script", "app_heartbeat"}
OPERACIONES = {"deferred_file", "dataframe_chunk"}
"""Las descargas que se hacen al pedirlas, y las filas de una tabla larga."""
DE_TURNO = {"rerun_script", "backend_operation_request"}
"""Lo que pone a dibujar."""
NUEVA_SESION = ForwardMsg.NEW_SESSION_FIELD_NUMBER
TERMINO = ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER
RESPUESTA = ForwardMsg.BACKEND_OPERATION_RESPONSE_FIELD_NUMBER
SIGUE = ForwardMsg.FINISHED_EARLY_FOR_RERUN
_SOBRE = {ForwardMsg.HASH_FIELD_NUMBER, ForwardMsg.METADATA_FIELD_NUMBER}
_CON_LARGO = 2


def leer(crudo: bytes) -> BackMsg | None:
    """Lo que dice el navegador; `None` si no se entiende."""
    mensaje = BackMsg()
    try:
        mensaje.ParseFromString(crudo)
    except DecodeError:
        return None
    return mensaje


def prohibido(mensaje: BackMsg) -> str | None:
    """El nombre de la orden, si es de las que no se aceptan."""
    tipo = mensaje.WhichOneof("type")
    if tipo == "backend_operation_request":
        operacion = mensaje.backend_operation_request.WhichOneof("payload")
        return None if operacion in OPERACIONES else str(operacion)
    return None if tipo in PERMITIDOS else str(tipo)


def que_es(crudo: bytes) -> int:
    """El número del campo que trae un mensaje de Streamlit, sin leerlo entero: son muchos."""
    lugar = 0
    while lugar < len(crudo):
        etiqueta, lugar = _varint(crudo, lugar)
        campo, forma = etiqueta >> 3, etiqueta & 7
        if campo not in _SOBRE or forma != _CON_LARGO:
            return campo
        largo, lugar = _varint(crudo, lugar)
        lugar += largo
    return 0


def sigue_dibujando(crudo: bytes) -> bool:
    """Si el fin que anuncia es el de una parte: la página se vuelve a correr enseguida."""
    return _enviado(crudo).script_finished == SIGUE


def callado(crudo: bytes) -> bytes:
    """El primer mensaje de una sesión, sin rutas del disco, versiones ni sistema."""
    mensaje = _enviado(crudo)
    sesion = mensaje.new_session
    sesion.main_script_path = ""
    sesion.initialize.ClearField("environment_info")
    sesion.initialize.environment_info.SetInParent()
    sesion.initialize.ClearField("recommend_skills_install")
    sesion.initialize.ClearField("skills_nudge_suppressed_reason")
    return bytes(mensaje.SerializeToString())


def _enviado(crudo: bytes) -> ForwardMsg:
    mensaje = ForwardMsg()
    mensaje.ParseFromString(crudo)
    return mensaje


def _varint(crudo: bytes, lugar: int) -> tuple[int, int]:
    valor = corrido = 0
    while True:
        octeto = crudo[lugar]
        lugar += 1
        valor |= (octeto & 0x7F) << corrido
        if octeto < 0x80:  # noqa: PLR2004 - el bit que dice si hay más
            return valor, lugar
        corrido += 7
