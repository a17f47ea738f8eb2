"""Una descarga que falla se dice en español."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_storage import MediaFileStorageError

from tablero.errores import ErrorTablero
from tablero.interfaz.marco.descarga_fallas import CADUCO, NO_SE_PUDO, en_espanol

PEDIDO: Any = SimpleNamespace(request_id="7", deferred_file=SimpleNamespace(file_id="abc"))


def pedir(hacer: Any) -> Any:
    en_espanol()
    administrador: Any = SimpleNamespace(execute_deferred=hacer)
    return asyncio.run(DeferredFileHandler(lambda: administrador).handle(PEDIDO, "sesión"))


def que_falla(causa: Exception | None) -> Any:
    def hacer(_: str) -> str:
        raise MediaFileStorageError("Callable execution failed: boom") from causa

    return hacer


@pytest.mark.parametrize(
    ("causa", "dicho"),
    [
        (ErrorTablero("No se pudo hacer el PDF «X»."), "No se pudo hacer el PDF «X»."),
        (KeyError("boom"), NO_SE_PUDO),
        (None, CADUCO),
    ],
)
def test_la_falla_se_dice_en_espanol(causa: Exception | None, dicho: str) -> None:
    respuesta = pedir(que_falla(causa))
    assert (respuesta.request_id, respuesta.error_msg) == ("7", dicho)


def test_lo_que_sale_bien_da_su_direccion() -> None:
    respuesta = pedir(lambda file_id: f"/media/{file_id}.pdf")
    assert (respuesta.error_msg, respuesta.deferred_file.url) == ("", "/media/abc.pdf")
