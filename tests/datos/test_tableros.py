"""Qué tablero se sirve cuando el archivo cambia, se daña o desaparece."""

import errno
import gc
import os
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from tablero import rutas
from tablero.consultas.base import Base
from tablero.errores import ArchivoIlegible, ErrorTablero, SinTablero
from tablero.interfaz.marco import tableros
from tablero.interfaz.marco.tableros import PACIENCIA, Tableros


class Reloj:
    """Un tiempo que solo pasa cuando la prueba lo dice."""

    def __init__(self) -> None:
        self.ahora = 1000.0

    def __call__(self) -> float:
        return self.ahora


@pytest.fixture
def reloj() -> Reloj:
    return Reloj()


@pytest.fixture
def archivo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Un tablero diminuto, en el lugar del verdadero."""
    ruta = tmp_path / "tablero.duckdb"
    monkeypatch.setattr(rutas, "BASE", ruta)
    construir(ruta, "uno")
    return ruta


@pytest.fixture
def abiertos(reloj: Reloj, archivo: Path) -> Tableros:
    return Tableros(reloj)


def construir(ruta: Path, titulo: str) -> None:
    """Lo escribe aparte y lo reemplaza de una vez, como una construcción."""
    nuevo = ruta.with_suffix(".nuevo")
    with duckdb.connect(str(nuevo)) as conexion:
        conexion.execute("CREATE TABLE fuentes (fuente_codigo VARCHAR, titulo VARCHAR)")
        conexion.execute("INSERT INTO fuentes VALUES ('f', ?)", [titulo])
    nuevo.replace(ruta)


def titulo(base: Base) -> str:
    return str(base.tabla("fuentes")["titulo"].iloc[0])


def borrar(ruta: Path) -> None:
    ruta.unlink()


def cortar(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes()[:20_000])


def poner_basura(ruta: Path) -> None:
    ruta.write_bytes(b"basura" * 5000)


def poner_carpeta(ruta: Path) -> None:
    ruta.unlink()
    ruta.mkdir()


DANOS = [
    (borrar, "El archivo del tablero ya no está."),
    (cortar, "El archivo del tablero está cortado o dañado."),
    (poner_basura, "El archivo del tablero está cortado o dañado."),
    (poner_carpeta, "En el lugar del archivo del tablero hay una carpeta."),
]


@pytest.mark.parametrize(("danar", "que"), DANOS)
def test_se_sigue_sirviendo_la_ultima_copia_buena(
    abiertos: Tableros, archivo: Path, reloj: Reloj, danar: Callable[[Path], None], que: str
) -> None:
    primero = abiertos.vigente()
    assert abiertos.problema() is None
    danar(archivo)
    assert abiertos.vigente() is primero
    assert titulo(primero.base) == "uno"
    problema = abiertos.problema()
    assert problema is not None
    assert (problema.que, problema.que_hacer) == (que, tableros.CONSTRUIRLO)
    abiertos.vigente()
    assert abiertos.problema() is problema  # «desde cuándo» no cambia en cada visita
    if archivo.is_dir():
        archivo.rmdir()
    construir(archivo, "dos")
    reloj.ahora += tableros.ENTRE_INTENTOS
    assert titulo(abiertos.vigente().base) == "dos"
    assert abiertos.problema() is None


@pytest.mark.parametrize("danar", [d for d, _ in DANOS])
def test_sin_copia_buena_se_dice_y_se_recupera_solo(
    abiertos: Tableros, archivo: Path, reloj: Reloj, danar: Callable[[Path], None]
) -> None:
    danar(archivo)
    for _ in range(3):
        with pytest.raises(ErrorTablero) as dicho:
            abiertos.vigente()
        assert str(archivo.parent) not in str(dicho.value)
    if archivo.is_dir():
        archivo.rmdir()
    construir(archivo, "dos")
    reloj.ahora += tableros.ENTRE_INTENTOS
    assert titulo(abiertos.vigente().base) == "dos"


@pytest.mark.parametrize(
    ("error", "dicho"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            ("El tablero cambió y no hay espacio para copiarlo.", tableros.LIBERAR),
        ),
        (
            PermissionError(errno.EACCES, "Permission denied"),
            ("El archivo del tablero no se pudo leer: no hay permiso.", tableros.REVISARLO),
        ),
    ],
)
def test_lo_que_no_se_pudo_se_intenta_despues_y_no_a_cada_pregunta(
    archivo: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, dicho: tuple[str, str]
) -> None:
    reloj = Reloj()
    abiertos = Tableros(reloj)
    primero = abiertos.vigente()
    construir(archivo, "dos")
    intentos: list[float] = []

    def copiar(*_: object) -> None:
        intentos.append(reloj.ahora)
        raise error

    with monkeypatch.context() as roto:
        roto.setattr(shutil, "copyfile", copiar)
        for _ in range(600):
            assert abiertos.vigente() is primero
            reloj.ahora += 0.5
    esperas = [int(b - a) for a, b in pairwise(intentos)]
    assert esperas[:7] == [2, 4, 8, 16, 32, 60, 60]
    assert len(intentos) == 9
    problema = abiertos.problema()
    assert problema is not None
    assert (problema.que, problema.que_hacer) == dicho
    reloj.ahora += 60
    assert titulo(abiertos.vigente().base) == "dos"
    assert abiertos.problema() is None


def test_lo_que_se_esta_escribiendo_no_se_intenta_sin_fin(
    abiertos: Tableros, archivo: Path, reloj: Reloj, monkeypatch: pytest.MonkeyPatch
) -> None:
    primero = abiertos.vigente()
    intentos: list[int] = []
    abrir = Base

    def contar(ruta: Path) -> Base:
        intentos.append(1)
        return abrir(ruta)

    monkeypatch.setattr(tableros, "Base", contar)
    for vez in range(50):  # cada vez mide distinto, como una copia que no ha terminado
        archivo.write_bytes(b"x" * (vez + 1))
        assert abiertos.vigente() is primero
    assert len(intentos) == 1
    reloj.ahora += tableros.ENTRE_INTENTOS
    construir(archivo, "dos")
    assert titulo(abiertos.vigente().base) == "dos"


def test_a_lo_sumo_dos_abiertos_y_las_copias_se_van(abiertos: Tableros, archivo: Path) -> None:
    copias = []
    for numero in range(6):
        construir(archivo, str(numero))
        copias.append(abiertos.vigente().base.archivo)
    gc.collect()
    assert [copia.exists() for copia in copias] == [False] * 4 + [True] * 2


def test_el_que_alguien_usa_no_se_cierra_y_el_nuevo_espera(
    abiertos: Tableros, archivo: Path, reloj: Reloj
) -> None:
    en_uso = abiertos.vigente()
    for numero in (1, 2):
        construir(archivo, str(numero))
        servido = abiertos.vigente()
    assert titulo(servido.base) == "1"
    assert titulo(en_uso.base) == "uno"
    del servido
    reloj.ahora += PACIENCIA
    assert titulo(abiertos.vigente().base) == "2"
    assert titulo(en_uso.base) == "uno"


def test_sin_permiso_para_mirar_la_carpeta_se_dice(monkeypatch: pytest.MonkeyPatch) -> None:
    def negar(*_: object, **__: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "stat", negar)
    with pytest.raises(ArchivoIlegible, match="no hay permiso"):
        tableros.identificar(Path("/privado/tablero.duckdb"))


def test_sin_construir_dice_como(tmp_path: Path) -> None:
    with pytest.raises(SinTablero, match="Constrúyalo con: tablero construir"):
        tableros.identificar(tmp_path / "tablero.duckdb")
