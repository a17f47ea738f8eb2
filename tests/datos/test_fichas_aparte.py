"""El ZIP de las fichas en su propio proceso: uno a la vez, guardado, y nada queda detrás."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tablero.errores import ErrorTablero
from tablero.exportar.impresas import aparte
from tablero.exportar.impresas.lote import Hoja
from tablero.interfaz.marco import conexion
from tablero.interfaz.paginas.ficha import en_zip
from tablero.respuestas.ficha.pais import Pais

FALSO = """
import sys, time
base, cartografia, destino = sys.argv[1:]
modo = open(base).read()
if modo == "dice":
    sys.stderr.write("No se pudo hacer el PDF de Cúcuta.")
    sys.exit(4)
if modo == "espera":
    open(destino + ".empezo", "w").close()
    sys.stdin.read()
    sys.exit(5)
if modo == "cae":
    open(destino.replace(".zip", ".tmp"), "w").close()
    raise MemoryError
open(destino, "a").write("hecho")
"""


@pytest.fixture
def pedir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """La carpeta de los ZIP; el programa que los hace es otro, que obedece a lo que dice `base`."""
    guion = tmp_path / "falso.py"
    guion.write_text(FALSO, encoding="utf-8")
    tablero = SimpleNamespace(
        identidad=("t", 1, 1, 1), base=SimpleNamespace(archivo=tmp_path / "b")
    )
    carpeta = tmp_path / "fichas"
    carpeta.mkdir()
    monkeypatch.setattr(en_zip, "tablero", lambda: tablero)
    monkeypatch.setattr(en_zip, "_programa", lambda: [sys.executable, str(guion)])
    monkeypatch.setattr(en_zip, "_carpeta", carpeta)
    monkeypatch.setattr(en_zip, "_cerrado", False)
    yield carpeta
    assert en_zip._andando is None
    assert not list(carpeta.glob("*.tmp"))


def modo(carpeta: Path, cual: str) -> None:
    (carpeta.parent / "b").write_text(cual)


def leer(limites: int = 1) -> bytes:
    with en_zip.en_zip(limites) as archivo:
        return archivo.read()


def test_se_hace_una_vez_y_se_guardan_los_ultimos(pedir: Path) -> None:
    modo(pedir, "hace")
    assert [leer(), leer()] == [b"hecho", b"hecho"]
    for limites in range(2, 6):
        leer(limites)
    assert len(list(pedir.iterdir())) == en_zip.GUARDADOS


@pytest.mark.parametrize(
    ("cual", "dicho"),
    [("dice", "No se pudo hacer el PDF de Cúcuta."), ("cae", en_zip.NO_SE_PUDO)],
)
def test_la_falla_se_dice_en_espanol_y_despues_se_puede(pedir: Path, cual: str, dicho: str) -> None:
    modo(pedir, cual)
    with pytest.raises(ErrorTablero) as error:
        leer()
    assert str(error.value) == dicho
    modo(pedir, "hace")
    assert leer() == b"hecho"


def test_al_cerrar_se_mata_y_los_que_sobran_no_esperan(pedir: Path) -> None:
    modo(pedir, "espera")
    dichos: list[str] = []

    def pedirlo() -> None:
        try:
            leer()
        except ErrorTablero as error:
            dichos.append(str(error))

    hilos = [threading.Thread(target=pedirlo) for _ in range(1 + en_zip.ESPERAN)]
    for hilo in hilos:
        hilo.start()
    while not list(pedir.glob("*.empezo")) or en_zip._lugares._value:
        time.sleep(0.01)
    with pytest.raises(ErrorTablero, match="ya se están preparando"):
        leer()
    en_zip.cerrar()
    for hilo in hilos:
        hilo.join()
    assert dichos == [en_zip.SE_CIERRA] * len(hilos)


def test_si_quien_lo_pidio_muere_no_sigue_trabajando(tmp_path: Path) -> None:
    proceso = subprocess.run(
        [sys.executable, "-c", "from tablero.exportar.impresas import aparte; aparte._vigilar()"],
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert proceso.returncode == aparte.SE_CORTO


TERMINA = """
import sys
from tablero.errores import ErrorTablero
from tablero.exportar.impresas import aparte

def hacer(*rutas):
    if rutas[0].name == "mal":
        raise ErrorTablero("No se pudo con Nariño.")

aparte.hacer = hacer
sys.exit(aparte.principal(*sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("base", "codigo", "dicho"),
    [("bien", 0, ""), ("mal", aparte.SE_DIJO, "No se pudo con Nariño.")],
)
def test_termina_aunque_quien_lo_pidio_siga_ahi(base: str, codigo: int, dicho: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TERMINA, base, "b", "c"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as proceso:
        assert proceso.stderr is not None
        assert proceso.stderr.read().strip() == dicho
        assert proceso.wait() == codigo


def test_hace_las_fichas_del_tablero_que_se_le_dice(
    base_construida: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vistos = []

    def las_de_priorizados(pais: Pais, cartografia: Path) -> list[Hoja]:
        vistos.append((len(pais.filas(pais.priorizados)), cartografia))
        return []

    monkeypatch.setattr(aparte, "las_de_priorizados", las_de_priorizados)
    aparte.hacer(base_construida, tmp_path, tmp_path / "f.zip")
    assert vistos == [(34, tmp_path)]
    assert [r.name for r in tmp_path.iterdir()] == ["f.zip"]
    assert conexion.base().archivo != base_construida
