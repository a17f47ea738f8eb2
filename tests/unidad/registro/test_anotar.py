"""Lo que se anota: un renglón por hecho, sin saltos ni desbordes, y lo último de cada uno."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from tablero import rutas
from tablero.registro import anotar, ultimos
from tablero.registro.archivo import leer


@pytest.fixture
def registro(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rutas, "REGISTRO", tmp_path / "registro")
    return tmp_path / "registro"


def renglones(archivo: Path) -> list[dict[str, str]]:
    return [json.loads(texto) for texto in archivo.read_text("utf-8").splitlines()]


def test_un_hecho_va_a_la_cadena_con_quien(registro: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLERO_QUIEN", "ana")
    anotar("importar", "linea\notra", sha256="ab12", desde="seguimiento importar")
    (hecho,) = leer(registro)
    assert hecho.cuando.endswith("+00:00")
    assert (hecho.quien, hecho.hecho, hecho.que, hecho.sha256, hecho.desde) == (
        "ana",
        "importar",
        "linea\notra",
        "ab12",
        "seguimiento importar",
    )


def test_las_peticiones_van_aparte_y_acotadas(registro: Path) -> None:
    anotar("rechazo", "x" * 10_000)
    (renglon,) = renglones(registro / "peticiones.jsonl")
    assert renglon["que"] == "x" * 300
    assert "quien" not in renglon
    assert leer(registro) == []


def test_lo_ultimo_de_cada_hecho(registro: Path) -> None:
    for que in ("uno", "dos"):
        anotar("construir", que)
    anotar("descarga", "tabla.csv")
    with (registro / "peticiones.jsonl").open("a", encoding="utf-8") as abierto:
        abierto.write('{"hecho": "recha')  # un apagón
    assert {h: r["que"] for h, r in ultimos().items()} == {
        "construir": "dos",
        "descarga": "tabla.csv",
    }


def test_lo_que_se_anotaba_antes_de_la_cadena_se_sigue_leyendo(registro: Path) -> None:
    registro.mkdir()
    for hecho in ("construir", "sellar"):
        renglon = json.dumps({"hecho": hecho, "que": "el de antes"})
        with (registro / "hechos.jsonl").open("a", encoding="utf-8") as abierto:
            abierto.write(f"{renglon}\n")
    anotar("construir", "el de ahora")
    assert {h: r["que"] for h, r in ultimos().items()} == {
        "construir": "el de ahora",
        "sellar": "el de antes",
    }


def test_rota_y_no_crece_sin_fin(registro: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tablero.registro.escribir.OCTETOS_POR_ARCHIVO", 2_000)
    for numero in range(400):
        anotar("rechazo", f"petición {numero}")
    archivos = list(registro.glob("peticiones.jsonl*"))
    assert len(archivos) == 6
    assert sum(a.stat().st_size for a in archivos) < 6 * 2_200
    assert ultimos()["rechazo"]["que"] == "petición 399"


def test_varios_procesos_no_se_pisan(registro: Path) -> None:
    orden = (
        "import sys; from pathlib import Path; from tablero import rutas, registro;"
        "rutas.REGISTRO = Path(sys.argv[1]);"
        "[registro.anotar('descarga', str(n)) for n in range(50)]"
    )
    procesos = [subprocess.Popen([sys.executable, "-c", orden, str(registro)]) for _ in range(3)]
    assert [p.wait() for p in procesos] == [0, 0, 0]
    assert len(renglones(registro / "peticiones.jsonl")) == 150


def test_si_no_se_puede_escribir_se_dice_y_se_sigue(
    registro: Path, caplog: pytest.LogCaptureFixture
) -> None:
    registro.write_text("no es una carpeta", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        anotar("descarga", "tabla.csv")
    assert "No se pudo anotar descarga" in caplog.text
