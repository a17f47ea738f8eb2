"""Hojas mal armadas: cada una se rechaza con su mensaje, entero."""

from pathlib import Path
from typing import Any

import pytest
from fabrica_libros import HOJA, NOMBRE, TABLAS, TEXTOS, con_celdas, con_openpyxl, con_xml
from tipos import Fabrica

from tablero.libro.leer import leer_libro

T = f"{NOMBRE} · hoja «Transferencias»"
C = f"{NOMBRE} · hoja «Cifras»"


def _borrar_columna(libro: Any) -> None:
    libro["Transferencias"].delete_cols(6)


def _vaciar_hoja(libro: Any) -> None:
    libro["Cifras"].delete_rows(1, 10)


def _titulo_encima(libro: Any) -> None:
    libro["Transferencias"].insert_rows(1)


def _combinar(rango: str) -> Fabrica:
    return con_openpyxl(lambda libro: libro["Transferencias"].merge_cells(rango))


COMBINADAS = "son celdas combinadas; sepárelas y escriba el valor en cada una."

CASOS: dict[str, tuple[Fabrica, list[str]]] = {
    "falta una hoja": (
        con_openpyxl(lambda libro: libro.remove(libro["Cifras"])),
        [f"{C}: falta esta hoja."],
    ),
    "hoja que podría ser la otra mitad de una nuestra": (
        con_openpyxl(lambda libro: libro.create_sheet("Transferencias 2")),
        [
            f"{NOMBRE} · hoja «Transferencias 2»: no es una hoja de este libro; ¿quiso decir "
            "«Transferencias»?"
        ],
    ),
    "hoja mal escrita": (
        con_openpyxl(lambda libro: setattr(libro["Cifras"], "title", "Sifras")),
        [
            f"{NOMBRE} · hoja «Sifras»: no es una hoja de este libro; ¿quiso decir «Cifras»?",
            f"{C}: falta esta hoja.",
        ],
    ),
    "hoja sin nada": (
        con_openpyxl(_vaciar_hoja),
        [f"{C}: está vacía; le faltan los encabezados en la fila 1."],
    ),
    "una fila encima del encabezado": (
        con_openpyxl(_titulo_encima),
        [f"{T}: la fila 1 está vacía; ahí van los encabezados."],
    ),
    "columna desconocida": (
        con_celdas({"F1": "Stado"}),
        [
            f"{T} · celda F1 · columna «Stado»: no es una columna de esta hoja; "
            "¿quiso decir «Estado»?",
            f"{T} · columna «Estado»: falta esta columna en la fila 1.",
        ],
    ),
    "columna que no se parece a ninguna": (
        con_celdas({"I1": "Xyz", "I2": "nada"}),
        [f"{T} · celda I1 · columna «Xyz»: no es una columna de esta hoja; bórrela."],
    ),
    "encabezado que es un número": (
        con_celdas({"I1": 2024}),
        [f"{T} · celda I1 · columna «2024»: no es una columna de esta hoja; bórrela."],
    ),
    "columna que llena el tablero": (
        con_celdas({"I1": "Código DIVIPOLA", "I2": "81001"}),
        [f"{T} · celda I1 · columna «Código DIVIPOLA»: la llena el tablero; bórrela."],
    ),
    "falta una columna": (
        con_openpyxl(_borrar_columna),
        [f"{T} · columna «Estado»: falta esta columna en la fila 1."],
    ),
    "columna repetida": (
        con_celdas({"I1": "estado"}),
        [f"{T} · celda I1 · columna «Estado»: está repetida: ya está en F1; deje una sola."],
    ),
    "dato sin encabezado": (
        con_celdas({"J3": "nota al margen", "J4": "otra"}),
        [f"{T} · celda J3: hay un dato en una columna sin encabezado; póngale uno o bórrelo."],
    ),
    "encabezado combinado": (
        _combinar("E1:F1"),
        [
            f"{T} · columna «Estado»: falta esta columna en la fila 1.",
            f"{T} · celda E1:F1: {COMBINADAS}",
            f"{T} · celda F2: hay un dato en una columna sin encabezado; póngale uno o bórrelo.",
        ],
    ),
    "datos combinados": (_combinar("F2:F4"), [f"{T} · celda F2:F4: {COMBINADAS}"]),
    "fila vacía entre datos": (
        con_openpyxl(lambda libro: libro["Transferencias"].insert_rows(3)),
        [f"{T}: la fila 3 está vacía entre datos; bórrela."],
    ),
    "filas vacías entre datos": (
        con_openpyxl(lambda libro: libro["Transferencias"].insert_rows(2, 3)),
        [f"{T}: las filas 2 a 4 están vacías; bórrelas."],
    ),
    "varios errores a la vez, en dos hojas": (
        con_openpyxl(
            lambda libro: (
                libro["Transferencias"].__setitem__("F2", "girada"),
                libro["Transferencias"].__setitem__("E4", "x"),
                libro["Cifras"].__setitem__("E2", "y"),
            )
        ),
        [
            f"{T} · celda F2 · columna «Estado»: «girada» no es válido; use: girado, desistido.",
            f"{T} · celda E4 · columna «Valor»: «x» no es un número.",
            f"{C} · celda E2 · columna «Valor»: «y» no es un número.",
        ],
    ),
    "textos compartidos que faltan": (
        con_xml(r"(?s)<sst.*</sst>", "<sst/>", TEXTOS),
        [f"{NOMBRE}: está dañado: una celda cita un texto que el libro no tiene."],
    ),
    "XML cortado": (
        con_xml("</sheetData>", ""),
        [f"{NOMBRE}: está dañado: su parte «{HOJA}» no es XML válido."],
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_se_rechaza_con_su_mensaje(caso: str, tmp_path: Path) -> None:
    fabricar, esperados = CASOS[caso]
    ruta = tmp_path / "cnim.xlsx"
    fabricar(ruta)
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    assert [str(error) for error in leido.errores] == esperados


def test_una_fila_con_error_no_se_entrega_y_las_demas_si(tmp_path: Path) -> None:
    ruta = tmp_path / "cnim.xlsx"
    con_celdas({"F3": "girada"})(ruta)
    filas = leer_libro(ruta, TABLAS, NOMBRE).filas
    assert [f.numero for f in filas["transferencias_psicosociales"]] == [2, 4]
    assert len(filas["cifras"]) == 1


def test_con_la_hoja_mal_no_se_entrega_ninguna_fila(tmp_path: Path) -> None:
    ruta = tmp_path / "cnim.xlsx"
    con_celdas({"F1": "Stado"})(ruta)
    filas = leer_libro(ruta, TABLAS, NOMBRE).filas
    assert filas["transferencias_psicosociales"] == ()
    assert len(filas["cifras"]) == 1
