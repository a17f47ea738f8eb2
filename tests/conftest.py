"""Lo común a todas las pruebas. El tablero de las fuentes reales se construye si alguien lo pide.

Los niveles que siempre lo necesitan (`datos`, `paginas`, `navegador`) lo piden en su `conftest.py`;
`unidad` y `arquitectura`, nunca: por eso aquí no se importa nada pesado.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING

# Todo lo que las pruebas escriben va a una carpeta propia, dicha antes de importar `tablero.rutas`.
DATOS_DE_PRUEBA = Path(tempfile.mkdtemp(prefix="tablero-pruebas-"))
os.environ["TABLERO_DATOS"] = str(DATOS_DE_PRUEBA)
os.environ.pop("TABLERO_BASE", None)
os.environ["TABLERO_ORDEN"] = "tablero"  # como lo nombran los mensajes, en todo equipo

# Este proceso, y los que las pruebas abren, sin los paquetes que estorban: lo dice ese archivo.
ARRANQUE = Path(__file__).parent / "arranque"
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(ARRANQUE), *filter(None, [os.environ.get("PYTHONPATH")])]
)
run_path(str(ARRANQUE / "sitecustomize.py"))

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from tablero import reloj, rutas  # noqa: E402
from tablero.estreno import estrenar  # noqa: E402

if TYPE_CHECKING:
    from tablero.consultas.base import Base

estrenar()

# Ninguna prueba afirma un tiempo: con la máquina ocupada, un ejemplo tarda lo que tarde.
settings.register_profile("tablero", deadline=None)
settings.load_profile("tablero")


HOY = date(2026, 11, 30)
"""El día que es en las pruebas, salvo en la que diga otro con `en_el_dia`."""


def _a_mediodia(dia: date) -> datetime:
    return datetime.combine(dia, time(12), reloj.BOGOTA)


@pytest.fixture(scope="session", autouse=True)
def reloj_quieto() -> Iterator[None]:
    """Lo que se dice de hoy («hace 23 meses») no cambia de un día a otro."""
    with pytest.MonkeyPatch.context() as parche:
        parche.setattr(reloj, "ahora", lambda: _a_mediodia(HOY))
        yield


@pytest.fixture
def en_el_dia(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Pone otro día, al mediodía de Bogotá."""

    def poner(dia: date) -> None:
        monkeypatch.setattr(reloj, "ahora", lambda: _a_mediodia(dia))

    return poner


@pytest.fixture(scope="session")
def libros_ya_leidos() -> Iterator[None]:
    """Los libros verdaderos se leen una vez; los que una prueba cambia, cada vez."""
    from fabrica_ya_leidos import recordar  # noqa: PLC0415 - usa los sitios de arriba

    with pytest.MonkeyPatch.context() as parche:
        recordar(parche)
        yield


@pytest.fixture(scope="session")
def base_construida(libros_ya_leidos: None) -> Iterator[Path]:
    """El archivo DuckDB de las fuentes reales, construido una vez por corrida."""
    from streamlit import config  # noqa: PLC0415

    from tablero.consultas.base import Base, Preguntas  # noqa: PLC0415
    from tablero.exportar import mapa_web  # noqa: PLC0415
    from tablero.ingesta.construir import construir  # noqa: PLC0415
    from tablero.interfaz.marco.tableros import TABLEROS  # noqa: PLC0415

    config.set_option("server.enableStaticServing", False)  # como en el servidor propio
    construir(rutas.FUENTES, rutas.BASE)
    mapa_web.publicar(Preguntas(Base(rutas.BASE)), rutas.CARTOGRAFIA, rutas.ESTATICOS)
    yield rutas.BASE
    TABLEROS.cerrar()  # suelta las conexiones antes de que Python cierre
    shutil.rmtree(DATOS_DE_PRUEBA, ignore_errors=True)


@pytest.fixture(scope="session")
def base(base_construida: Path) -> "Base":
    """La base abierta de solo lectura."""
    from tablero.consultas.base import Base  # noqa: PLC0415

    return Base(base_construida)


@pytest.fixture(scope="session")
def base_con_libros(libros_ya_leidos: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Otro tablero: las fuentes reales y dos libros de seguimiento (`fabrica_politica`)."""
    from fabrica_politica import fuentes_con_libros  # noqa: PLC0415 - usa los sitios de arriba

    from tablero.ingesta.construir import construir  # noqa: PLC0415

    carpeta = tmp_path_factory.mktemp("con_libros")
    construir(fuentes_con_libros(carpeta), carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


@pytest.fixture(scope="session")
def base_ilegible(libros_ya_leidos: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Otro tablero: los dos libros, y en el de junio celdas que no se pueden leer."""
    from fabrica_politica import fuentes_ilegibles  # noqa: PLC0415 - usa los sitios de arriba

    from tablero.ingesta.construir import construir  # noqa: PLC0415

    carpeta = tmp_path_factory.mktemp("ilegible")
    construir(fuentes_ilegibles(carpeta), carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Las de navegador van al final (Playwright deja un bucle de asyncio andando) y, si fallan, se
    repiten una vez: en una máquina ocupada y sin tarjeta gráfica un clic puede perderse.

    Entre ellas, primero los archivos que más tardan (`pesadas`).
    """
    from pesadas import lugar  # noqa: PLC0415 - antes, `tests/fabricas` no está entre los sitios

    items.sort(key=lambda item: (de := _es_de_navegador(item), lugar(item.path.name) if de else 0))
    for item in filter(_es_de_navegador, items):
        item.add_marker(pytest.mark.flaky(reruns=1))


def _es_de_navegador(item: pytest.Item) -> bool:
    return "navegador" in item.path.parts
