"""Los lugares de varias filas: cada uno una vez, y como se numeran."""

from types import SimpleNamespace

import pytest

from tablero.calculo.lugares import juntar


@pytest.mark.parametrize(
    ("ubicaciones", "esperado"),
    [
        (["Sección 4", "Anexo 1", "Anexo 1"], "Anexo 1 | Sección 4"),
        (["Anexo 1 | Sección 4", "Anexo 1"], "Anexo 1 | Sección 4"),
        (["Acción 10", "Acción 2", "Acción 2, tareas"], "Acción 2 | Acción 2, tareas | Acción 10"),
        ([], ""),
    ],
)
def test_cada_lugar_una_vez_y_en_su_orden(ubicaciones: list[str], esperado: str) -> None:
    assert juntar(SimpleNamespace(ubicacion=u) for u in ubicaciones) == esperado
