"""La construcción: todo o nada, y siempre igual."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero import rutas
from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import descubrir, sha256
from tablero.modelo import TABLAS


def contenido(ruta: Path) -> dict[str, list[tuple[object, ...]]]:
    base = Base(ruta)
    return {
        t.tabla: [tuple(map(str, f)) for f in base.tabla(t.tabla).itertuples(index=False)]
        for t in TABLAS
    }


def lanzar(destino: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tablero.cli", "construir"],
        env={**os.environ, "TABLERO_BASE": str(destino), "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
    )


def test_la_misma_entrada_da_el_mismo_contenido(tmp_path: Path) -> None:
    construir(rutas.FUENTES, tmp_path / "a.duckdb")
    construir(rutas.FUENTES, tmp_path / "b.duckdb")
    primero, segundo = contenido(tmp_path / "a.duckdb"), contenido(tmp_path / "b.duckdb")
    assert primero == segundo
    assert len(primero["politica_avances"]) == 52


def test_lo_abren_los_clientes_que_la_gente_tiene(tmp_path: Path) -> None:
    """La versión del formato va en el encabezado: la 64 la leen todos desde el 1.1.

    Probado desde Python con 1.1.0, 1.1.3, 1.2.2, 1.3.2, 1.4.4, 1.5.0 y 2.0.0: abren el archivo y
    leen todas sus tablas y comentarios. El 1.0.0 no puede, por el tamaño de los bloques.
    """
    construir(rutas.FUENTES, tmp_path / "a.duckdb")
    with (tmp_path / "a.duckdb").open("rb") as archivo:
        encabezado = archivo.read(20)
    assert encabezado[8:12] == b"DUCK"
    assert int.from_bytes(encabezado[12:], "little") == 64


def test_un_error_deja_el_tablero_anterior_como_estaba(
    fuentes: Path, editar: Editar, tmp_path: Path
) -> None:
    destino = tmp_path / "tablero.duckdb"
    construir(fuentes, destino)
    antes = (destino.read_bytes(), destino.stat().st_mtime_ns)
    editar("cnim", "Transferencias", "Estado", 2, "girada")
    ficha = fuentes / "cnim" / "2025-11-30" / "fuente.yml"
    with pytest.raises(ErroresDeDatos):
        sellar_a_la_fuerza(fuentes, ficha)
        construir(fuentes, destino)
    assert (destino.read_bytes(), destino.stat().st_mtime_ns) == antes
    assert [p.name for p in tmp_path.glob("tablero.duckdb*")] == ["tablero.duckdb"]


def sellar_a_la_fuerza(fuentes: Path, ficha: Path) -> None:
    """Un sello al día sobre un libro malo: solo así llega la construcción a leerlo."""
    lineas = ficha.read_text(encoding="utf-8").splitlines()
    huella = sha256(ficha.parent / "cnim.xlsx")
    ficha.write_text("\n".join([*lineas[:-1], f'libro_sha256: "{huella}"']), encoding="utf-8")


def test_matarla_en_cualquier_momento_deja_el_tablero_entero(tmp_path: Path) -> None:
    destino = tmp_path / "tablero.duckdb"
    construir(rutas.FUENTES, destino)
    esperado = contenido(destino)
    azar = random.Random(7)  # noqa: S311 - solo elige momentos
    for _ in range(4):
        proceso = lanzar(destino)
        time.sleep(azar.uniform(0.3, 1.4))
        proceso.kill()
        proceso.wait()
        assert contenido(destino) == esperado


def test_los_restos_se_borran_aunque_parezcan_de_hace_un_momento(tmp_path: Path) -> None:
    """Con el cerrojo tomado, nadie más los está usando; de la hora no se fía nadie."""
    for resto in ("tablero.duckdb.abc.tmp", "tablero.duckdb.abc.tmp.wal", "tablero.duckdb.wal"):
        (tmp_path / resto).write_bytes(b"x")
    (tmp_path / ".construccion-abc").mkdir()
    (tmp_path / ".construccion-abc" / "tablero.duckdb").write_bytes(b"x")
    construir(rutas.FUENTES, tmp_path / "tablero.duckdb")
    quedan = {"tablero.duckdb", ".escribiendo", "ediciones", "objetos", "registro"}
    assert {p.name for p in tmp_path.iterdir()} == quedan


def test_un_corte_nuevo_queda_al_lado_del_anterior(fuentes: Path, tmp_path: Path) -> None:
    """El próximo informe del Comité, con las mismas cifras y otra fecha, no borra el de antes."""
    viejo, nuevo = fuentes / "comite" / "2024-05-31", fuentes / "comite" / "2024-11-30"
    nuevo.mkdir()
    libro = openpyxl.load_workbook(viejo / "comite.xlsx")
    for hoja in libro:
        columna = [c.value for c in hoja[1]].index("Fecha de corte") + 1
        for fila in range(2, hoja.max_row + 1):
            hoja.cell(fila, columna).value = "2024-11-30"
    libro.save(nuevo / "comite.xlsx")
    ficha = (viejo / "fuente.yml").read_text(encoding="utf-8").replace("2024-05-31", "2024-11-30")
    (nuevo / "fuente.yml").write_text(ficha, encoding="utf-8")
    sellar_todo(descubrir(fuentes))
    construir(fuentes, tmp_path / "tablero.duckdb")
    utas = contenido(tmp_path / "tablero.duckdb")["comite_utas"]
    assert len(utas) == 6
