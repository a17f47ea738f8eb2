"""El archivo del registro: solo se le agrega, de a uno, y lo que falla se dice en español."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tablero.errores import ErrorTablero
from tablero.registro.archivo import MIGRACIONES, NOMBRE, agregar, leer, quien, ultima_huella
from tablero.registro.cadena import ORIGEN, fallas

ESCRIBIR = (
    "import sys; from pathlib import Path; from tablero.registro.archivo import agregar\n"
    "for numero in range(int(sys.argv[2])):\n"
    "    agregar(Path(sys.argv[1]), 'construir', str(numero), datos={'mucho': 'x' * 4000})"
)


def escritor(carpeta: Path, veces: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", ESCRIBIR, str(carpeta), str(veces)])


def test_sin_archivo_no_hay_hechos(tmp_path: Path) -> None:
    assert leer(tmp_path / "no está") == []
    assert not (tmp_path / "no está").exists()


@pytest.mark.parametrize(
    ("sentencia", "dice"),
    [
        ("UPDATE hechos SET que = 'otra cosa' WHERE numero = 1", "no se cambia"),
        ("DELETE FROM hechos WHERE numero = 1", "no se borra"),
        (
            "INSERT INTO hechos SELECT 5, cuando, quien, hecho, que, sha256, desde, datos, huella, "
            "'x' FROM hechos WHERE numero = 2",
            "va al final",
        ),
        (
            "INSERT INTO hechos SELECT 3, cuando, quien, hecho, que, sha256, desde, datos, "
            "anterior, 'x' FROM hechos WHERE numero = 2",
            "sigue al anterior",
        ),
        (
            "INSERT OR REPLACE INTO hechos SELECT 1, cuando, quien, hecho, 'otra cosa', sha256, "
            "desde, datos, anterior, 'x' FROM hechos WHERE numero = 1",
            "va al final",
        ),
    ],
    ids=["cambiar", "borrar", "saltarse uno", "no seguir al anterior", "reemplazar"],
)
def test_solo_se_agrega_al_final(tmp_path: Path, sentencia: str, dice: str) -> None:
    for que in ("uno", "dos"):
        agregar(tmp_path, "construir", que)
    antes = leer(tmp_path)
    with closing(sqlite3.connect(tmp_path / NOMBRE)) as conexion:
        with pytest.raises(sqlite3.IntegrityError, match=dice):
            conexion.execute(sentencia)
        conexion.rollback()
    assert leer(tmp_path) == antes


def test_quien_lo_cambia_por_fuera_queda_dicho(tmp_path: Path) -> None:
    for que in ("uno", "dos", "tres"):
        agregar(tmp_path, "construir", que)
    with closing(sqlite3.connect(tmp_path / NOMBRE)) as conexion, conexion:
        conexion.execute("DROP TRIGGER hechos_no_cambian")
        conexion.execute("UPDATE hechos SET quien = 'nadie' WHERE numero = 2")
    assert fallas(leer(tmp_path)) == ["el hecho 2 no dice lo que decía cuando se anotó"]


def test_dos_que_escriben_a_la_vez_no_se_pisan(tmp_path: Path) -> None:
    procesos = [escritor(tmp_path, 20) for _ in range(2)]
    assert [proceso.wait() for proceso in procesos] == [0, 0]
    hechos = leer(tmp_path)
    assert [hecho.numero for hecho in hechos] == list(range(1, 41))
    assert fallas(hechos) == []


def test_matar_a_quien_escribe_no_deja_nada_a_medias(tmp_path: Path) -> None:
    """La forma larga, cien veces, en `tests/fallas/matar_registro.py`."""
    azar = random.Random(7)  # noqa: S311 - solo elige momentos
    for _ in range(4):
        proceso = escritor(tmp_path, 10_000)
        time.sleep(azar.uniform(0.4, 0.8))
        proceso.kill()
        proceso.wait()
        assert fallas(leer(tmp_path)) == []
        assert agregar(tmp_path, "construir", "después").numero == len(leer(tmp_path))


def test_matar_a_quien_lo_estrena_deja_uno_sin_hechos(tmp_path: Path) -> None:
    """El archivo ya existe y todavía no tiene nada: se lee vacío, y el siguiente lo estrena."""
    with closing(sqlite3.connect(tmp_path / NOMBRE)) as conexion:
        conexion.execute("PRAGMA journal_mode = WAL")
    assert (tmp_path / NOMBRE).stat().st_size > 0
    assert leer(tmp_path) == []
    assert agregar(tmp_path, "construir", "uno").numero == 1
    with closing(sqlite3.connect(tmp_path / NOMBRE)) as conexion:
        conexion.execute("DROP TABLE hechos")
    with pytest.raises(ErrorTablero, match="No se pudo usar el registro"):
        leer(tmp_path)


def test_uno_de_una_version_mas_nueva_no_se_toca(tmp_path: Path) -> None:
    agregar(tmp_path, "construir", "uno")
    with closing(sqlite3.connect(tmp_path / NOMBRE)) as conexion:
        conexion.execute(f"PRAGMA user_version = {len(MIGRACIONES) + 1}")
    with pytest.raises(ErrorTablero, match="actualice el programa"):
        agregar(tmp_path, "construir", "dos")
    assert [hecho.que for hecho in leer(tmp_path)] == ["uno"]


def test_lo_que_no_es_un_registro_se_dice(tmp_path: Path) -> None:
    (tmp_path / NOMBRE).write_bytes(b"no es una base de datos, ni de lejos" * 100)
    for usar in (lambda: leer(tmp_path), lambda: agregar(tmp_path, "construir", "uno")):
        with pytest.raises(ErrorTablero, match="no es un registro, o está dañado"):
            usar()


def test_lo_leen_aunque_nadie_pueda_escribir_al_lado(tmp_path: Path) -> None:
    agregar(tmp_path, "construir", "uno")
    for resto in tmp_path.glob(f"{NOMBRE}-*"):
        resto.unlink()
    (tmp_path / NOMBRE).chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert [hecho.que for hecho in leer(tmp_path)] == ["uno"]
    finally:
        tmp_path.chmod(0o755)


def test_quien_es_lo_que_se_diga_o_la_cuenta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLERO_QUIEN", "Secretaría Técnica")
    assert quien() == "Secretaría Técnica"
    monkeypatch.setenv("TABLERO_QUIEN", " ")
    assert quien()


def test_la_ultima_huella_dice_si_algo_cambio(tmp_path: Path) -> None:
    assert ultima_huella(tmp_path / "no está") == ORIGEN
    assert not (tmp_path / "no está").exists()
    for que in ("uno", "otro"):
        anotado = agregar(tmp_path, "construir", que)
        assert ultima_huella(tmp_path) == anotado.huella
    assert ultima_huella(tmp_path) == leer(tmp_path)[-1].huella
