"""Las citas de unas respuestas: las palabras de la fuente, por el lugar de donde son."""

from datetime import date

import pandas as pd
import pytest

from tablero.consultas.base import FuenteCitada, Resultado
from tablero.respuestas.cosas.citas import MUCHAS, citas

CNIM, EAT = "cnim_2025-11-30", "eat_2024-06-30"


def respuesta(*filas: tuple[str, str | None, str | None]) -> Resultado:
    datos = pd.DataFrame(filas, columns=["fuente_codigo", "ubicacion", "cita"])
    fuente = FuenteCitada(CNIM, "Informe", "CNIM", date(2025, 11, 30), "noviembre de 2025", ())
    return Resultado("prueba/citas", datos, (fuente,), "publicado")


@pytest.mark.parametrize(
    ("filas", "dice"),
    [
        ([], ()),
        ([(CNIM, "Acción 1", None)], ()),
        ([(CNIM, None, "uno")], ("CNIM: «uno».",)),
        (
            [
                (CNIM, "Acción 1", "uno | dos"),
                (CNIM, "Acción 1", "dos"),
                (CNIM, "Acción 2", "fin."),
            ],
            ("CNIM, Acción 1: «uno»; «dos».", "CNIM, Acción 2: «fin.»"),
        ),
        (
            [(f"{CNIM} | {EAT}", f"{CNIM}: Acción 1 | {EAT}: Tabla 2 | Tabla 3", "uno")],
            ("CNIM, Acción 1 · EAT, Tabla 2; Tabla 3: «uno».",),
        ),
    ],
)
def test_cada_cita_va_una_vez_con_su_lugar(
    filas: list[tuple[str, str | None, str | None]], dice: tuple[str, ...]
) -> None:
    assert citas([respuesta(*filas)]) == dice


def test_de_las_que_no_van_se_dice_cuantas_son() -> None:
    filas = [(CNIM, f"Acción {n % 2}", f"cita {n:03}") for n in range(MUCHAS + 3)]
    hechas = citas([respuesta(*filas)])
    assert sum(renglon.count("«") for renglon in hechas) == MUCHAS
    assert hechas[-1] == "3 citas más están en el tablero."
    assert citas([respuesta(*filas[: MUCHAS + 1])])[-1] == "1 cita más está en el tablero."


def test_una_respuesta_sin_esa_columna_no_lleva_ninguna() -> None:
    sin = Resultado("prueba/x", pd.DataFrame({"fuente_codigo": [CNIM]}), (), "publicado")
    assert citas([sin, respuesta((CNIM, "Acción 1", "uno"))]) == ("CNIM, Acción 1: «uno».",)
