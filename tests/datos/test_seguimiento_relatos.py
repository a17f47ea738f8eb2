"""La hoja cualitativa, la dispongan como la dispongan: cada texto en su trimestre y su clase."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from fabrica_disposicion import Disposicion, armar

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.simulacion.seguimiento.datos import inventar

ANIOS, CORTE = (2023, 2024), (2024, 4)
DATOS = inventar(5, 3, ANIOS, CORTE)
Celdas = list[list[Any]]
ORDINAL = {1: "1er", 2: "2o", 3: "3er", 4: "4o"}
PRIMERA = 4
"""Las columnas de los textos empiezan después de «No.», «Key», estado y código."""


def hoja(
    trimestre: str = "Q{q}", clases: tuple[str, str] | None = ("Cualitativo", "Enfoques")
) -> Celdas:
    """La oficial: años en la tercera fila, trimestres en la cuarta y clases en la quinta."""
    celdas: Celdas = [[None] * (PRIMERA + 16) for _ in range(5)]
    celdas[4][:PRIMERA] = ["Indicador No.", "Key", "Estado del Indicador", "Indicador esperado"]
    for i, anio in enumerate(ANIOS):
        celdas[2][PRIMERA + 8 * i] = anio
        for q in range(1, 5):
            c = PRIMERA + 8 * i + 2 * (q - 1)
            celdas[3][c] = trimestre.format(q=q, ord=ORDINAL[q], anio=anio)
            if clases is not None:
                celdas[4][c : c + 2] = clases
    for n, dato in enumerate(DATOS):
        textos = [
            parte
            for anio in ANIOS
            for q in range(1, 5)
            for parte in (f"Avance {n} de {anio}-{q}", f"Enfoque {n} de {anio}-{q}")
        ]
        celdas.append([n, "1.", dato.estado, f"{dato.codigo}. {dato.nombre}", *textos])
    return celdas


def leer(ruta: Path, textos: Celdas, *combinadas: tuple[int, int, int]) -> LibroSeguimiento:
    with xlsxwriter.Workbook(ruta) as libro:
        for nombre, celdas in (
            ("Avance Cuantitativo", armar(DATOS, ANIOS, CORTE, Disposicion()).celdas),
            ("Avance Cualitativo", textos),
        ):
            una = libro.add_worksheet(nombre)
            for f, fila in enumerate(celdas):
                for c, valor in enumerate(fila):
                    if valor is not None:
                        una.write(f, c, valor)
        for fila, desde, hasta in combinadas:
            una.merge_range(fila, desde, fila, hasta, textos[fila][desde])
    return leer_seguimiento(ruta)


def exigir_los_textos(libro: LibroSeguimiento) -> None:
    assert libro.errores == ()
    for n, indicador in enumerate(libro.indicadores):
        assert indicador.relatos == {
            Periodo(anio, q): (f"Avance {n} de {anio}-{q}", f"Enfoque {n} de {anio}-{q}")
            for anio in ANIOS
            for q in range(1, 5)
        }


@pytest.mark.parametrize("clases", [("Cualitativo", "Enfoques"), ("Avance", "Enfoque"), None])
@pytest.mark.parametrize("trimestre", ["Q{q}", "{ord} Trimestre", "{ord} Trimestre {anio}", "T{q}"])
def test_los_textos_se_leen_como_los_rotulen(
    tmp_path: Path, trimestre: str, clases: tuple[str, str] | None
) -> None:
    exigir_los_textos(leer(tmp_path / "libro.xlsx", hoja(trimestre, clases)))


def test_con_las_celdas_combinadas(tmp_path: Path) -> None:
    anios = [(2, PRIMERA + 8 * i, PRIMERA + 8 * i + 7) for i in range(2)]
    trimestres = [(3, PRIMERA + 2 * i, PRIMERA + 2 * i + 1) for i in range(8)]
    exigir_los_textos(leer(tmp_path / "libro.xlsx", hoja(), *anios, *trimestres))


def test_los_enfoques_pueden_ir_primero(tmp_path: Path) -> None:
    celdas = hoja(clases=("Enfoques", "Cualitativo"))
    for fila in celdas[5:]:
        for c in range(PRIMERA, len(fila), 2):
            fila[c], fila[c + 1] = fila[c + 1], fila[c]
    exigir_los_textos(leer(tmp_path / "libro.xlsx", celdas))


@pytest.mark.parametrize("lugar", [0, 2, 4, 5, 9])
@pytest.mark.parametrize("titulo", ["Enfoque a Reportar por", "", "Observaciones"])
def test_las_columnas_ajenas_no_se_leen(tmp_path: Path, lugar: int, titulo: str) -> None:
    celdas = hoja()
    for f, fila in enumerate(celdas):
        fila.insert(lugar, titulo if f == 4 else "ajeno" if f > 4 else None)
    # Si cae donde dice el año o el trimestre, estos se corren con su columna.
    if lugar == PRIMERA:
        exigir_los_textos(leer(tmp_path / "libro.xlsx", celdas))
    else:
        libro = leer(tmp_path / "libro.xlsx", celdas)
        for indicador in libro.indicadores:
            assert "ajeno" not in {t for r in (indicador.relatos or {}).values() for t in r}


def test_las_filas_de_arriba_pueden_sobrar(tmp_path: Path) -> None:
    celdas = [[None], *hoja(), []]
    exigir_los_textos(leer(tmp_path / "libro.xlsx", celdas))


def test_un_anio_perdido_no_pasa_por_el_anterior(tmp_path: Path) -> None:
    celdas = hoja()
    celdas[2][PRIMERA + 8] = None
    libro = leer(tmp_path / "libro.xlsx", celdas)
    assert [e.mensaje for e in libro.errores] == [
        "Q1 de 2023 debe tener dos columnas, avance y enfoques; tiene 4."
    ]
    assert all(i.relatos is None for i in libro.indicadores)


def test_los_textos_conservan_sus_parrafos(tmp_path: Path) -> None:
    celdas = hoja()
    celdas[5][PRIMERA] = "  Primer párrafo.\r\n\n Segundo\u00a0párrafo.  "
    relatos = leer(tmp_path / "libro.xlsx", celdas).indicadores[0].relatos or {}
    assert relatos[Periodo(2023, 1)].avance == "Primer párrafo.\nSegundo párrafo."
