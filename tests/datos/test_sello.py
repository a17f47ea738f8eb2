"""El sello: qué cambió, en palabras, y la negativa a construir con un libro sin revisar."""

from pathlib import Path

import pytest
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero.errores import LibroSinSellar
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import descubrir


def test_un_libro_cambiado_detiene_la_construccion(
    fuentes: Path, editar: Editar, tmp_path: Path
) -> None:
    editar("cnim", "Transferencias", "Valor", 2, 60431401)
    with pytest.raises(LibroSinSellar, match=r"cnim/2025-11-30/cnim\.xlsx\n.*tablero sellar"):
        construir(fuentes, tmp_path / "tablero.duckdb")
    assert not (tmp_path / "tablero.duckdb").exists()


def test_sellar_dice_la_celda_antes_y_despues(
    fuentes: Path, editar: Editar, tmp_path: Path
) -> None:
    editar("cnim", "Transferencias", "Valor", 2, 60431401)
    editar("cnim", "Transferencias", "Cita", 2, "Antioquia, Necoclí $60.431.401")
    informe = sellar_todo(descubrir(fuentes))
    assert "cnim/2025-11-30/cnim.xlsx: 2 cambios." in informe
    assert (
        "  hoja «Transferencias»: 1409 de 2025 · 2025-11-30 · Necoclí · Valor: "
        "«60431400» → «60431401»" in informe
    )
    construir(fuentes, tmp_path / "tablero.duckdb")
    assert (tmp_path / "tablero.duckdb").exists()


def test_sellar_dice_las_filas_que_entran_y_salen(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Acciones", "Acción", 13, 99)
    informe = sellar_todo(descubrir(fuentes))
    assert "  hoja «Acciones»: fila quitada: 12 · 2025-11-30" in informe
    assert "  hoja «Acciones»: fila agregada: 99 · 2025-11-30" in informe


def test_sellar_de_nuevo_no_encuentra_cambios(fuentes: Path) -> None:
    documentos = descubrir(fuentes)
    informe = sellar_todo(documentos)
    assert len(informe) == len(documentos)
    assert all(": sin cambios" in renglon for renglon in informe)


def test_el_sello_conserva_lo_demas_de_la_ficha(fuentes: Path, editar: Editar) -> None:
    ficha = fuentes / "cnim" / "2025-11-30" / "fuente.yml"
    antes = ficha.read_text(encoding="utf-8").splitlines()
    editar("cnim", "Transferencias", "Valor", 2, 1)
    sellar_todo(descubrir(fuentes))
    ahora = ficha.read_text(encoding="utf-8").splitlines()
    assert ahora[:-3] == antes[:-1]
    assert [linea.partition(":")[0] for linea in ahora[-3:]] == [
        "libro_sha256",
        "sellado_por",
        "sellado_el",
    ]
