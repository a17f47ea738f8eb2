"""Celdas mal escritas: cada una se rechaza con su mensaje, entero."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from fabrica_libros import NOMBRE, TABLAS, con_celdas, con_openpyxl, con_xml
from openpyxl.styles.numbers import FORMAT_GENERAL, FORMAT_PERCENTAGE
from tipos import Fabrica

from tablero.libro.leer import leer_libro

T = f"{NOMBRE} · hoja «Transferencias»"
C = f"{NOMBRE} · hoja «Cifras»"
FORMULA = "corrija la fórmula o escriba el valor."
SIN_RESULTADO = (
    "tiene una fórmula sin resultado guardado; abra el libro, recalcule y guárdelo, "
    "o escriba el valor."
)


def _numero(celda: str, valor: float, formato: str = FORMAT_GENERAL) -> Fabrica:
    def cambiar(libro: Any) -> None:
        libro["Cifras"][celda] = valor
        libro["Cifras"][celda].number_format = formato

    return con_openpyxl(cambiar)


def _cifra(celda: str, valor: Any) -> Fabrica:
    return con_celdas({celda: valor}, "Cifras")


CASOS: dict[str, tuple[Fabrica, list[str]]] = {
    "texto donde va un número": (
        con_celdas({"E2": "por definir"}),
        [f"{T} · celda E2 · columna «Valor»: «por definir» no es un número."],
    ),
    "número guardado como texto": (
        con_celdas({"E2": "$ 1.234.567.890"}),
        [
            f"{T} · celda E2 · columna «Valor»: «$ 1.234.567.890» está guardado como texto; "
            "escríbalo como número, sin puntos de miles ni signos."
        ],
    ),
    "decimales en un entero": (
        con_celdas({"E2": 3.5}),
        [f"{T} · celda E2 · columna «Valor»: «3,5» tiene decimales; se espera un número entero."],
    ),
    "más de quince cifras": (
        con_celdas({"E2": 1234567890123456}),
        [
            f"{T} · celda E2 · columna «Valor»: «1234567890123456» tiene más de 15 cifras y una "
            "hoja de cálculo no las guarda todas."
        ],
    ),
    "fecha donde va un número": (
        con_celdas({"E2": date(2024, 12, 31)}),
        [f"{T} · celda E2 · columna «Valor»: «2024-12-31» es una fecha; se espera un número."],
    ),
    "lógico donde va un número": (
        con_celdas({"E2": True}),
        [f"{T} · celda E2 · columna «Valor»: «VERDADERO» es un valor lógico; se espera un número."],
    ),
    "número menor que el mínimo": (
        con_celdas({"E2": -1}),
        [f"{T} · celda E2 · columna «Valor»: «-1» no es válido; el mínimo es 0."],
    ),
    "número que debe ser mayor que cero": (
        _cifra("G2", 0),
        [f"{C} · celda G2 · columna «Precisión»: «0» no es válido; debe ser mayor que 0."],
    ),
    "número en formato de porcentaje": (
        _numero("E2", 0.638, FORMAT_PERCENTAGE),
        [
            f"{C} · celda E2 · columna «Valor»: tiene formato de porcentaje, que guarda 0,5 por "
            "50 %; use formato de número y escriba 50."
        ],
    ),
    "número que no es un número": (
        con_xml(r"<v>100000000</v>", "<v>NaN</v>"),
        [f"{T} · celda E2 · columna «Valor»: no es un número finito."],
    ),
    "número donde va un texto": (
        con_celdas({"D2": 5001}),
        [
            f"{T} · celda D2 · columna «Municipio publicado»: «5001» es un número; escríbalo "
            "como texto, con todos sus ceros."
        ],
    ),
    "fecha donde va un texto": (
        con_celdas({"A2": date(2025, 1, 1)}),
        [
            f"{T} · celda A2 · columna «Resolución»: «2025-01-01» es una fecha; "
            "escríbalo como texto."
        ],
    ),
    "fecha en otro formato": (
        con_celdas({"B2": "31/12/2024", "B3": "dic-2024"}),
        [
            f"{T} · celda B2 · columna «Fecha de corte»: «31/12/2024» no es una fecha AAAA-MM-DD; "
            "escríbala así: 2024-12-31.",
            f"{T} · celda B3 · columna «Fecha de corte»: «dic-2024» no es una fecha AAAA-MM-DD; "
            "escríbala así: 2024-12-31.",
        ],
    ),
    "fecha que no existe": (
        con_celdas({"B2": "2025-02-30"}),
        [f"{T} · celda B2 · columna «Fecha de corte»: «2025-02-30» no existe en el calendario."],
    ),
    "número donde va una fecha": (
        _numero("B2", 45657),
        [
            f"{C} · celda B2 · columna «Fecha de corte»: «45657» es un número; "
            "se espera una fecha AAAA-MM-DD."
        ],
    ),
    "fecha con hora": (
        con_celdas({"B2": datetime(2025, 11, 30, 10, 30)}),
        [
            f"{T} · celda B2 · columna «Fecha de corte»: «2025-11-30 10:30:00» trae hora; "
            "se espera solo la fecha, AAAA-MM-DD."
        ],
    ),
    "opción que no está en la lista": (
        con_celdas({"F2": "girada"}),
        [f"{T} · celda F2 · columna «Estado»: «girada» no es válido; use: girado, desistido."],
    ),
    "opción con una letra que se ve igual": (
        con_celdas({"F2": "gir\u0430do"}),
        [
            f"{T} · celda F2 · columna «Estado»: «gir⟨\u0430 cirílica⟩do» tiene una letra o una "
            "cifra de otro alfabeto (\u0430 cirílica), que se ve como una del nuestro; bórrela y "
            "escríbala con el teclado."
        ],
    ),
    "un nombre con una letra perdida": (
        con_celdas({"D2": "Necocl\ufffd"}),
        [
            f"{T} · celda D2 · columna «Municipio publicado»: «Necocl⟨letra perdida⟩» tiene algo "
            "que ningún programa muestra (letra perdida); bórrelo, o escriba la letra que era."
        ],
    ),
    "un código con una viñeta de Word": (
        _cifra("A2", "\uf0b7avance"),
        [
            f"{C} · celda A2 · columna «Código de la cifra»: «⟨U+F0B7⟩avance» tiene algo que "
            "ningún programa muestra (U+F0B7); bórrelo, o escriba la letra que era."
        ],
    ),
    "celda obligatoria vacía": (
        con_celdas({"F2": None}),
        [f"{T} · celda F2 · columna «Estado»: está vacía y es obligatoria."],
    ),
    "celda obligatoria con espacios": (
        con_celdas({"F2": "   "}),
        [f"{T} · celda F2 · columna «Estado»: está vacía y es obligatoria."],
    ),
    "celda obligatoria con lo que no se ve": (
        con_celdas({"F2": "\u00a0\u200b"}),
        [
            f"{T} · celda F2 · columna «Estado»: «⟨espacio duro⟩⟨espacio de ancho cero⟩» no tiene "
            "nada que se vea, y es obligatoria."
        ],
    ),
    "código que no cumple el patrón": (
        _cifra("A2", "Avance 2025"),
        [
            f"{C} · celda A2 · columna «Código de la cifra»: «Avance 2025» no tiene la forma "
            "esperada: minúsculas sin acentos, números y «_», sin espacios."
        ],
    ),
    "cita de más de quince palabras": (
        _cifra("J2", " ".join(["palabra"] * 16)),
        [
            f"{C} · celda J2 · columna «Cita»: «{'palabra ' * 7}pal…» no tiene la forma "
            "esperada: a lo sumo quince palabras."
        ],
    ),
    "error de fórmula": (
        con_xml(r'<c r="E2" s="\d"><v>100000000</v>', '<c r="E2" t="e"><f>A9</f><v>#REF!</v>'),
        [f"{T} · celda E2 · columna «Valor»: tiene el error #REF!; {FORMULA}"],
    ),
    "error de fórmula en una columna que puede ir vacía": (
        con_xml(r'<c r="C4" s="\d"/>|(?=<c r="D4")', '<c r="C4" t="e"><v>#N/A</v></c>'),
        [f"{T} · celda C4 · columna «Departamento publicado»: tiene el error #N/A; {FORMULA}"],
    ),
    "error de fórmula pegado como texto": (
        con_celdas({"G2": "#¡DIV/0!"}),
        [f"{T} · celda G2 · columna «Ubicación»: tiene el error #¡DIV/0!; {FORMULA}"],
    ),
    "error de fórmula en el encabezado": (
        con_xml(r'<c r="F1"[^>]*t="s"><v>\d+</v>', '<c r="F1" t="e"><v>#NAME?</v>'),
        [
            f"{T} · columna «Estado»: falta esta columna en la fila 1.",
            f"{T} · celda F1: tiene el error #NAME?; {FORMULA}",
            f"{T} · celda F2: hay un dato en una columna sin encabezado; póngale uno o bórrelo.",
        ],
    ),
    "fórmula que nadie ha calculado": (
        con_celdas({"C4": "=C2"}),
        [f"{T} · celda C4 · columna «Departamento publicado»: {SIN_RESULTADO}"],
    ),
    "fórmula que nadie ha calculado, debajo de los datos": (
        con_celdas({"E9": "=SUM(E2:E4)"}),
        [
            f"{T}: las filas 5 a 8 están vacías; bórrelas.",
            f"{T} · celda A9 · columna «Resolución»: está vacía y es obligatoria.",
            f"{T} · celda B9 · columna «Fecha de corte»: está vacía y es obligatoria.",
            f"{T} · celda D9 · columna «Municipio publicado»: está vacía y es obligatoria.",
            f"{T} · celda E9 · columna «Valor»: {SIN_RESULTADO}",
            f"{T} · celda F9 · columna «Estado»: está vacía y es obligatoria.",
            f"{T} · celda G9 · columna «Ubicación»: está vacía y es obligatoria.",
        ],
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_se_rechaza_con_su_mensaje(caso: str, tmp_path: Path) -> None:
    fabricar, esperados = CASOS[caso]
    ruta = tmp_path / "cnim.xlsx"
    fabricar(ruta)
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    assert [str(error) for error in leido.errores] == esperados
