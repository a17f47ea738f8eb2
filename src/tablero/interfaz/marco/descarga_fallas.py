"""Una descarga que no se pudo preparar dice por qué, en español, al lado de su botón.

Los archivos se hacen cuando alguien los pide. Si algo falla, Streamlit contesta con una frase fija
en inglés («Failed to generate file for download») que no deja cambiar: aquí se pone en su lugar la
del error, o una que dice qué hacer.
"""

import asyncio
import logging
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, DeferredFileResponsePayload
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_storage import MediaFileStorageError

from tablero.errores import ErrorTablero

CADUCO = "La página cambió desde que la abrió: vuelva a cargarla y pida el archivo otra vez."
NO_SE_PUDO = "No se pudo preparar este archivo. Vuelva a cargar la página e inténtelo otra vez."
BITACORA = logging.getLogger(__name__)


def en_espanol() -> None:
    """Hace que toda descarga de esta aplicación conteste sus fallas en español."""
    DeferredFileHandler.handle = _atender  # type: ignore[assignment,method-assign]


async def _atender(
    propio: DeferredFileHandler,
    request: Any,  # un mensaje de protobuf, que no trae tipos
    session_id: str,
) -> BackendOperationResponse:
    try:
        hacer = propio._get_media_file_mgr().execute_deferred
        direccion = await asyncio.to_thread(hacer, request.deferred_file.file_id)
    except Exception as error:
        BITACORA.exception("No se pudo preparar un archivo de la sesión %s", session_id)
        return BackendOperationResponse(request_id=request.request_id, error_msg=motivo(error))
    return BackendOperationResponse(
        request_id=request.request_id,
        deferred_file=DeferredFileResponsePayload(url=direccion),
    )


def motivo(error: Exception) -> str:
    """Qué se le dice a la persona: lo que dice nuestro error, o qué hacer."""
    causa = error.__cause__
    if isinstance(causa, ErrorTablero):
        return str(causa)
    es_caduco = isinstance(error, MediaFileStorageError) and causa is None
    return CADUCO if es_caduco else NO_SE_PUDO
