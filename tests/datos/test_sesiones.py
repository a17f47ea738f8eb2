"""`tablero sesiones`, y las ediciones que una sesión congeló."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from fabrica_sello import sellar_todo
from orden import correr
from tipos import Correr, Editar

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.registro import lugares as donde
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import actas


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    raiz = tmp_path / "proyecto"
    (raiz / "data").mkdir(parents=True)
    (raiz / "shapefiles").symlink_to(rutas.CARTOGRAFIA)
    (raiz / "data" / "fuentes").symlink_to(rutas.FUENTES)
    return raiz


@pytest.fixture
def tablero(raiz: Path) -> Correr:
    return partial(correr, raiz=raiz)


def test_se_propone_y_se_lista(tablero: Correr, raiz: Path) -> None:
    assert tablero("construir").returncode == 0
    ninguna = tablero("sesiones").stdout
    assert ninguna == (
        "Todavía no hay ninguna. La primera se propone con: tablero sesiones proponer FECHA\n"
    )
    hecho = tablero("sesiones", "proponer", "15/12/2026", "--lugar", "Sala Barulé")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    renglon = (
        "Sesión del 15 de diciembre de 2026 · Sala Barulé · edición 1 · 8 puntos · 5 pantallas · "
        "0 entidades presentes · código "
    )
    assert hecho.stdout.startswith(f"Listo: {renglon}")
    assert "3 fuentes vencidas: SDP, EAT y CNIM · SDP, hace 23 meses" in hecho.stdout
    (sesion,) = actas(raiz / "data" / "registro").sesiones
    assert (sesion.fecha, sesion.edicion) == (date(2026, 12, 15), 1)
    assert tablero("sesiones").stdout == (
        f"{renglon}{sesion.codigo}\n0 compromisos abiertos; 0 vencidos.\n"
    )
    assert "La cadena está entera" in tablero("registro", "verificar").stdout


def test_una_fecha_que_no_es_no_escribe_nada(tablero: Correr, raiz: Path) -> None:
    hecho = tablero("sesiones", "proponer", "mañana")
    assert hecho.returncode == 1
    assert hecho.stderr == ("«mañana» no es una fecha: escríbala como 15/12/2026 o 2026-12-15.\n")
    assert not (raiz / "data" / "registro").exists()


def test_sin_tablero_no_queda_media_sesion(tablero: Correr, raiz: Path) -> None:
    hecho = tablero("sesiones", "proponer", "2026-12-15")
    assert hecho.returncode == 5
    assert actas(raiz / "data" / "registro").sesiones == ()


def test_la_edicion_que_una_sesion_muestra_conserva_su_archivo(
    fuentes: Path, tmp_path: Path, editar: Editar, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tablero.ingesta.ediciones import publicar  # noqa: PLC0415 - se le cambia un valor

    base = tmp_path / "datos" / "tablero.duckdb"
    lugares = Lugares.de(base)
    monkeypatch.setattr(publicar, "GUARDADAS", 1)
    assert donde.GUARDADAS == 12
    construir(fuentes, base)
    Escritor(lugares.registro, "prueba").crear(
        date(2026, 12, 15), "", hoy=date(2026, 11, 30), edicion=1
    )
    for valor in (5, 6):
        editar("cnim", "Transferencias", "Valor", 2, valor)
        editar("cnim", "Transferencias", "Cita", 2, f"Antioquia, Necoclí ${valor}")
        sellar_todo(descubrir(fuentes))
        construir(fuentes, base)
    guardadas = sorted(archivo.name for archivo in lugares.ediciones.glob("*.duckdb"))
    assert guardadas == ["1.duckdb", "3.duckdb"]
