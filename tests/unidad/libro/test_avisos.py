"""El signo que la letra de los PDF no tiene se dice al leer el libro, con el que va en su lugar."""

import pytest

from tablero.libro.avisos import de_letra


@pytest.mark.parametrize(
    ("leido", "aviso"),
    [
        ("Niñez «migrante» – 52,05\u00a0%", ""),
        (1234.5, ""),
        (None, ""),
        (
            "● uno ● dos ▪ tres",
            "tiene signos que la letra de los PDF no trae; ahí se escribe ● por • y ▪ por ■.",
        ),
        (
            "\uf0b7 uno 😀",
            "tiene signos que la letra de los PDF no trae; ahí se escribe U+F0B7 por • y 😀 por ☐.",
        ),
    ],
)
def test_se_dice_cual_y_por_cual(leido: object, aviso: str) -> None:
    assert de_letra(leido) == aviso
