"""Cómo se lee el glosario: su tabla, y lo que se dice cuando falta."""

from pathlib import Path

import pytest

from tablero import glosario, rutas
from tablero.errores import ErrorTablero
from tablero.glosario import Termino, leer, terminos

TABLA = """# Glosario

| término | qué es | al escribir | en el código |
|---|---|---|---|
| **acto** | el que aprueba un **ajuste**: «Acta 7» | | `acto` |
| **avance** | lo hecho, `sin tope` | no «progreso» | `avance_pct`, `paa_pct` |
| **sin dato** | ninguna fuente da esa cifra | | vacío |
| **mal escrito** | le falta una celda | `x` |

- **coma decimal**: no es un término de la tabla.
"""


def test_se_leen_el_nombre_la_definicion_sin_marcas_y_los_codigos() -> None:
    assert leer(TABLA) == (
        Termino("acto", "el que aprueba un ajuste: «Acta 7»", ("acto",)),
        Termino("avance", "lo hecho, sin tope", ("avance_pct", "paa_pct")),
        Termino("sin dato", "ninguna fuente da esa cifra", ()),
    )


def test_el_del_programa_define_las_palabras_de_la_politica() -> None:
    por_nombre = {termino.nombre: termino for termino in terminos()}
    assert por_nombre["brecha"].definicion == (
        "el avance menos la trayectoria de la política, de un objetivo o de un producto, en puntos "
        "porcentuales; negativa es retraso"
    )
    assert por_nombre["brecha"].codigo == ("brecha_pp",)
    assert por_nombre["sin dato"].codigo == ()


@pytest.mark.parametrize(
    ("contenido", "dicho"),
    [
        (None, "no existe"),
        (b"\xff\xfe", "no está en UTF-8"),
        (b"# Glosario\n", "no trae ningún término"),
    ],
)
def test_sin_glosario_se_dice_por_que(
    contenido: bytes | None, dicho: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rutas, "RAIZ", tmp_path)
    (tmp_path / "docs").mkdir()
    if contenido is not None:
        (tmp_path / "docs" / "glosario.md").write_bytes(contenido)
    with pytest.raises(ErrorTablero, match=dicho) as dado:
        glosario.terminos()
    assert "docs/glosario.md" in str(dado.value)
