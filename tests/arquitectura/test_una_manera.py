"""Lo que solo se hace de una manera: derivar una respuesta y preguntar con los parámetros que son.

Una respuesta hecha a mano podría perder su fuente, o mostrar datos inventados sin decirlo.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from casa import FUENTES, RAIZ, nodos, nombre, texto

AQUI_SE_HACEN = "src/tablero/consultas/base.py"
CAMPOS = {"datos", "fuentes", "nivel", "pregunta", "parametros"}


def hechas_a_mano(nodos: Iterable[ast.AST]) -> list[int]:
    """Los renglones donde se llama a `Resultado(…)` o se cambia una respuesta con `replace`."""
    llamadas = [n for n in nodos if isinstance(n, ast.Call)]
    return [
        n.lineno
        for n in llamadas
        if ast.unparse(n.func) in ("Resultado", "base.Resultado")
        or (
            ast.unparse(n.func) in ("replace", "dataclasses.replace")
            and {k.arg for k in n.keywords} & CAMPOS
            and {k.arg for k in n.keywords} <= CAMPOS
        )
    ]


@pytest.mark.parametrize(
    ("codigo", "se_halla"),
    [
        ("x = Resultado('p', d, (), 'publicado')", True),
        ("x = replace(r, datos=r.datos.head())", True),
        ("x = replace(r, nivel='calculado', fuentes=())", True),
        ("x = replace(fuente, ubicaciones=())", False),
        ("x = texto.replace('a', 'b')", False),
        ("x = Resultado.derivar(d, de=r, nivel='calculado')", False),
    ],
)
def test_se_halla_una_respuesta_hecha_a_mano(codigo: str, *, se_halla: bool) -> None:
    assert bool(hechas_a_mano(ast.walk(ast.parse(codigo)))) is se_halla


def test_ninguna_otra_hace_una_respuesta() -> None:
    otras = [r for r in FUENTES if nombre(r) != AQUI_SE_HACEN]
    assert {nombre(r): h for r in otras if (h := hechas_a_mano(nodos(r)))} == {}


PLANTADOS = """
from datetime import date

from tablero.consultas import politica
from tablero.consultas.base import Preguntas
from tablero.interfaz.marco.conexion import preguntar
from tablero.respuestas.historia.cotejo import cotejar


def con_errores(otra: Preguntas) -> None:
    preguntar(politica.corte, politica="x", corte=date(2024, 12, 31))
    preguntar(politica.corte, politica="x", cortes=date(2024, 12, 31))
    otra(politica.corte, politica="x", corte="2024-12-31")
    otra.responder(cotejar, "x", date(2024, 6, 30), "2024-12-31")
"""
"""Uno bien escrito y tres mal: un nombre que no es y dos fechas que son textos."""


def test_mypy_halla_un_parametro_mal_escrito_o_de_otro_tipo(tmp_path: Path) -> None:
    guion = tmp_path / "plantados.py"
    guion.write_text(PLANTADOS, encoding="utf-8")
    hecho = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(guion)],
        cwd=RAIZ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    renglones = re.findall(r"plantados\.py:(\d+): error: .*\[(\S+)\]", hecho.stdout)
    mal = [n for n, texto in enumerate(PLANTADOS.splitlines(), start=1) if "otra" in texto[:9]]
    nombre_errado = (
        PLANTADOS.splitlines().index(
            '    preguntar(politica.corte, politica="x", cortes=date(2024, 12, 31))'
        )
        + 1
    )
    assert {int(n) for n, _ in renglones} == {nombre_errado, *mal}, hecho.stdout
    assert {clase for _, clase in renglones} == {"call-arg", "arg-type"}


CUANTOS_ANY = 60


def test_los_any_son_pocos() -> None:
    """Cada uno dice por qué, en su renglón o donde se define su nombre."""
    con_any = [
        f"{nombre(ruta)}:{n}"
        for ruta in FUENTES
        for n, renglon in enumerate(texto(ruta).splitlines(), start=1)
        if re.search(r"\bAny\b", renglon) and "import" not in renglon
    ]
    assert len(con_any) <= CUANTOS_ANY, con_any
