"""Qué dice `comprobaciones.ruedas` de lo que responde uv, sin preguntarle nada."""

import subprocess
from collections.abc import Callable

import pytest
from comprobaciones import ruedas
from comprobaciones.paquetes import DE_PRUEBAS, fijados
from packaging.requirements import Requirement

Respuesta = Callable[[str, str, str], str]
SIN_USAR = "  cause: Because {0} has no usable wheels and you require {0}, we can conclude…"


@pytest.fixture
def responder(monkeypatch: pytest.MonkeyPatch) -> Callable[[Respuesta], None]:
    """Con qué objeta uv, según el sistema, el Python y lo que se le da; vacío, con nada."""

    def poner(objecion: Respuesta) -> None:
        def run(orden: list[str], **opciones: str) -> "subprocess.CompletedProcess[str]":
            sistema = orden[orden.index("--python-platform") + 1]
            python = orden[orden.index("--python-version") + 1]
            dicho = objecion(sistema, python, opciones["input"])
            return subprocess.CompletedProcess(orden, 1 if dicho else 0, "", dicho)

        monkeypatch.setattr(subprocess, "run", run)

    return poner


def test_si_todos_tienen_rueda_lo_dice(
    responder: Callable[[Respuesta], None], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    responder(lambda *_: "")
    assert ruedas.principal() == 0
    dicho = capsysbinary.readouterr().out.decode()
    assert "paquetes con rueda en 4 sistemas y 4 versiones de Python" in dicho


def test_nombra_cada_paquete_con_su_sistema_y_su_python(
    responder: Callable[[Respuesta], None], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """uv objeta uno cada vez, y «networkx» no es una falla de la red."""
    fijos = fijados(DE_PRUEBAS)
    duckdb, pytest_ = f"duckdb=={fijos['duckdb']}", f"pytest=={fijos['pytest']}"

    def objecion(sistema: str, python: str, pedido: str) -> str:
        if (sistema, python) != ("x86_64-pc-windows-msvc", "3.14"):
            return ""
        if duckdb in pedido:
            return SIN_USAR.format(duckdb)
        if pytest_ in pedido.splitlines():
            return f"  cause: Because there is no version of {pytest_} and you require {pytest_}…"
        return ""

    responder(objecion)
    assert ruedas.principal() == 1
    assert capsysbinary.readouterr().out.decode().splitlines() == [
        f"duckdb {fijos['duckdb']}: no tiene rueda para Windows con Python 3.14.",
        f"pytest {fijos['pytest']}: no tiene rueda para Windows con Python 3.14.",
        "Cambie su versión, o acéptelo con su razón en comprobaciones/ruedas.py.",
    ]


def test_un_paquete_que_se_llama_como_la_red_no_es_una_falla_de_la_red(
    responder: Callable[[Respuesta], None],
) -> None:
    responder(lambda _s, _p, pedido: SIN_USAR.format("networkx==1.0") if pedido else "")
    pedidos = [Requirement("networkx==1.0")]
    assert list(ruedas.sin_rueda(pedidos, "aarch64-apple-darwin", "3.11")) == [
        "networkx 1.0: no tiene rueda para Mac con Apple Silicon con Python 3.11."
    ]


def test_lo_que_se_acepta_no_se_pregunta(responder: Callable[[Respuesta], None]) -> None:
    pedidos: list[str] = []
    responder(lambda _s, _p, pedido: pedidos.append(pedido) or "")
    fijos = [Requirement("odfpy==1.4.1"), Requirement("cryptography==50.0.2")]
    assert list(ruedas.sin_rueda(fijos, "x86_64-apple-darwin", "3.11")) == []
    assert list(ruedas.sin_rueda(fijos, "aarch64-apple-darwin", "3.11")) == []
    assert pedidos == ["", "cryptography==50.0.2"]


@pytest.mark.parametrize(
    ("objecion", "codigo", "dicho"),
    [
        ("error: Failed to fetch: …", 0, "No se pudo consultar el índice de paquetes"),
        ("hint: … the network was disabled.", 0, "No se pudo consultar el índice de paquetes"),
        ("error: unexpected argument", 1, "uv no se pudo ejecutar:\nerror: unexpected argument"),
    ],
)
def test_sin_internet_no_se_sabe_y_no_detiene(
    objecion: str,
    codigo: int,
    dicho: str,
    responder: Callable[[Respuesta], None],
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    responder(lambda *_: objecion)
    assert ruedas.principal() == codigo
    assert capsysbinary.readouterr().out.decode().startswith(dicho)
