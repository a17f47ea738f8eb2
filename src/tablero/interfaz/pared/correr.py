"""Correr una página sin nadie que la mire, con su dirección, y quedarse con lo que anotó.

Streamlit dibuja para una sesión. Esta no está en ninguna: lo que la página envía se descarta, su
memoria es propia y se va con ella, y el servidor no llega a saber que existió.
"""

import logging
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import BoundedSemaphore, Thread
from urllib.parse import urlencode
from uuid import uuid4

from streamlit import config, runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import (
    RerunException,
    ScriptRunContext,
    StopException,
    add_script_run_ctx,
)
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.source_util import PageInfo
from streamlit.util import calc_hash

from tablero.interfaz.marco.conexion import un_solo_tablero
from tablero.interfaz.marco.menu import INICIO, Pagina
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.pared.direccion import PAGINAS, Pares, nombre, unir
from tablero.interfaz.pared.grabadora import Grabadora, grabando
from tablero.rutas import RAIZ

BITACORA = logging.getLogger(__name__)
SEGUNDOS = 20.0
"""Lo que una página puede tardar: la más lenta, con sus mapas, tarda tres."""
A_LA_VEZ = BoundedSemaphore(2)
"""Las páginas que se corren a la vez: quien mira el tablero va primero."""
COMO_SE_LLAMA = "pagina_en_la_pared"


def correr(pagina: Pagina, pares: Pares, tablero: Tablero) -> Grabadora | None:
    """Lo que la página muestra con ese tablero; `None` si falla o se demora, y queda anotado."""
    if not runtime.exists():  # una orden de la consola: no hay a quién decirle cómo abrir la página
        config.set_option("global.showWarningOnDirectExecution", False)
    grabadora = Grabadora(unir(pagina, pares))
    limite = time.monotonic() + SEGUNDOS
    if not A_LA_VEZ.acquire(timeout=SEGUNDOS):
        BITACORA.warning("No hubo turno para grabar %s", grabadora.direccion)
        return None
    vuelta = _Vuelta(pagina, pares, tablero, grabadora, limite)
    vuelta.start()
    vuelta.join(max(limite - time.monotonic(), 0.0))
    if vuelta.termino:
        return grabadora
    if time.monotonic() >= limite:
        BITACORA.warning("Se demoró más de %s s en grabarse: %s", SEGUNDOS, grabadora.direccion)
    return None


class _Vuelta(Thread):
    """Una página en su propio hilo, que es donde Streamlit guarda para quién dibuja."""

    def __init__(
        self,
        pagina: Pagina,
        pares: Pares,
        tablero: Tablero,
        grabadora: Grabadora,
        limite: float,
    ) -> None:
        super().__init__(name="pared", daemon=True)
        self._pagina, self._pares = pagina, pares
        self._tablero, self._grabadora = tablero, grabadora
        self._limite = limite
        self.termino = False

    def run(self) -> None:
        """Corre la página entera; lo que falla queda en la bitácora."""
        contexto = self._contexto()
        try:
            add_script_run_ctx(self, contexto)
            contexto.reset(self._consulta(), contexto.page_script_hash)
            contexto.on_script_start()
            with un_solo_tablero(self._tablero), grabando(self._grabadora):
                _ejecutar(RAIZ / self._pagina.archivo)
            self.termino = True
        except (StopException, RerunException):
            # La página se detiene cuando no tiene qué mostrar: lo que alcanzó a anotar vale.
            self.termino = time.monotonic() < self._limite
        except Exception:
            BITACORA.exception("No se pudo grabar %s", self._grabadora.direccion)
        finally:
            _soltar(contexto.session_id)
            A_LA_VEZ.release()

    def _consulta(self) -> str:
        return urlencode(self._pares)

    def _contexto(self) -> ScriptRunContext:
        paginas = PagesManager(str(RAIZ / INICIO.archivo))
        archivo = str(RAIZ / self._pagina.archivo)
        todas: dict[str, PageInfo] = {
            calc_hash(str(RAIZ / otra.archivo)): {
                "page_script_hash": calc_hash(str(RAIZ / otra.archivo)),
                "page_name": Path(otra.archivo).stem,
                "icon": "",
                "script_path": str(RAIZ / otra.archivo),
                "url_pathname": nombre(otra),
            }
            for otra in PAGINAS.values()
        }
        paginas.set_pages_and_resolve(todas)
        # La misma de siempre: así los parámetros de la dirección son los de una vuelta cualquiera.
        paginas.set_current_page_script_hash(calc_hash(archivo))
        return ScriptRunContext(
            session_id=f"pared-{uuid4().hex}",
            _enqueue=self._descartar,
            query_string=self._consulta(),
            session_state=SafeSessionState(SessionState(), lambda: None),
            uploaded_file_mgr=MemoryUploadedFileManager(""),
            main_script_path=str(RAIZ / INICIO.archivo),
            user_info={},
            fragment_storage=MemoryFragmentStorage(),
            pages_manager=paginas,
        )

    def _descartar(self, _mensaje: ForwardMsg) -> None:
        """Nadie lo espera; y por aquí pasa todo lo que se dibuja: si ya es tarde, hasta aquí."""
        if time.monotonic() > self._limite:
            raise StopException


def _ejecutar(archivo: Path) -> None:
    """Corre el guion sin que ningún otro hilo lo note: no entra en `sys.modules` ni en `sys.argv`.

    `ImportError` o `OSError` si no se puede leer.
    """
    spec = spec_from_file_location(COMO_SE_LLAMA, archivo)
    if spec is None or spec.loader is None:
        raise ImportError(f"{archivo} no es un guion.")
    spec.loader.exec_module(module_from_spec(spec))


def _soltar(sesion: str) -> None:
    """Los archivos que la página ofreció: nadie los va a pedir."""
    if runtime.exists():
        archivos = runtime.get_instance().media_file_mgr
        archivos.clear_session_refs(sesion)
        archivos.remove_orphaned_files()
