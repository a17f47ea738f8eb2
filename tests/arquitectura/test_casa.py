"""Las reglas de la casa que ningún linter conoce."""

import ast
import re
from pathlib import Path

import pytest

from tablero import rutas
from tablero.consultas.base import leer_pregunta

RAIZ = rutas.RAIZ
PAGINAS = [RAIZ / "app.py", *sorted((RAIZ / "pages").glob("*.py"))]
FUENTES = sorted((RAIZ / "src").rglob("*.py"))
SQL = RAIZ / "src" / "tablero" / "consultas" / "sql"
PREGUNTAS = sorted(SQL.rglob("*.sql"))
PERMITIDO_EN_PAGINAS = (
    "streamlit",
    "tablero.interfaz",
    "tablero.consultas",
    "tablero.graficos",
    "tablero.respuestas",
    "tablero.exportar",
    "tablero.formato",
    "tablero.tema",
    "tablero.errores",
    "tablero.rutas",
    "tablero.texto",
)


def nombre(ruta: Path) -> str:
    return ruta.relative_to(RAIZ).as_posix()


def importados(ruta: Path) -> set[str]:
    modulos: set[str] = set()
    for nodo in ast.walk(ast.parse(ruta.read_text(encoding="utf-8"))):
        if isinstance(nodo, ast.Import):
            modulos |= {alias.name for alias in nodo.names}
        elif isinstance(nodo, ast.ImportFrom) and nodo.module:
            modulos |= {
                f"{nodo.module}.{a.name}" if nodo.module == "tablero" else nodo.module
                for a in nodo.names
            }
    return modulos


@pytest.mark.parametrize("ruta", PAGINAS, ids=nombre)
def test_una_pagina_solo_compone(ruta: Path) -> None:
    texto = ruta.read_text(encoding="utf-8")
    arbol = ast.parse(texto)
    importan = [n for n in arbol.body if isinstance(n, ast.Import | ast.ImportFrom)]
    propias = len(texto.splitlines()) - (importan[-1].end_lineno or 0)
    assert propias <= 55
    prohibidos = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.BinOp)
    assert not [n for n in ast.walk(arbol) if isinstance(n, prohibidos)]
    assert not re.search(r"session_state|unsafe_allow_html|SELECT ", texto)
    ajenos = [m for m in importados(ruta) if not m.startswith(PERMITIDO_EN_PAGINAS)]
    assert ajenos == []


SIN_DECIR = {"pagina.abrir", "menu.enlace", "relatos.exigir_informe"}
"""Lo que sostiene la página entera, o la detiene a propósito."""


@pytest.mark.parametrize("ruta", PAGINAS, ids=nombre)
def test_cada_parte_de_una_pagina_dice_sus_fallas_y_deja_seguir(ruta: Path) -> None:
    partes = {
        ast.unparse(n.value.func)
        for n in ast.walk(ast.parse(ruta.read_text(encoding="utf-8")))
        if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)
    }
    propias = {p for p in partes if not p.startswith("st.")} - SIN_DECIR
    modulos = como_los_llama(ruta)
    assert [p for p in sorted(propias) if not dice_sus_fallas(modulos, *p.split("."))] == []


def como_los_llama(ruta: Path) -> dict[str, str]:
    """Nombre con que una página usa cada módulo → el módulo."""
    return {
        alias.asname or alias.name: f"{nodo.module}.{alias.name}"
        for nodo in ast.walk(ast.parse(ruta.read_text(encoding="utf-8")))
        if isinstance(nodo, ast.ImportFrom)
        for alias in nodo.names
    }


def dice_sus_fallas(modulos: dict[str, str], modulo: str, funcion: str) -> bool:
    ruta = (RAIZ / "src").joinpath(*modulos[modulo].split(".")).with_suffix(".py")
    return any(
        isinstance(nodo, ast.FunctionDef)
        and nodo.name == funcion
        and any(ast.unparse(d) == "decir_fallas" for d in nodo.decorator_list)
        for nodo in ast.parse(ruta.read_text(encoding="utf-8")).body
    )


@pytest.mark.parametrize("ruta", FUENTES, ids=nombre)
def test_un_archivo_se_llama_por_lo_que_hace(ruta: Path) -> None:
    assert ruta.stem not in {"utils", "helpers", "misc", "common"}


@pytest.mark.parametrize("ruta", [*FUENTES, *PAGINAS], ids=nombre)
def test_nada_prohibido(ruta: Path) -> None:
    texto = ruta.read_text(encoding="utf-8")
    assert not re.search(r"except Exception:\s*\n\s*pass", texto)
    assert not re.search(r"#\s*TODO\b", texto)
    assert "NotImplementedError" not in texto
    assert not re.search(r"(execute|\.sql)\(\s*f[\"']", texto), "SQL armado con texto"


@pytest.mark.parametrize("ruta", [*FUENTES, *PAGINAS], ids=nombre)
def test_los_colores_viven_en_el_tema(ruta: Path) -> None:
    if nombre(ruta) == "src/tablero/tema.py":
        return
    colores = re.findall(r"[\"'](#[0-9A-Fa-f]{6})[\"']", ruta.read_text(encoding="utf-8"))
    assert colores == []


@pytest.mark.parametrize(
    ("modulo", "permitidos"),
    [
        ("duckdb", {"src/tablero/ingesta/archivo_duckdb.py", "src/tablero/consultas/base.py"}),
        ("python_calamine", {"src/tablero/ingesta/libro/lector_hojas.py"}),
    ],
)
def test_cada_libreria_entra_por_una_puerta(modulo: str, permitidos: set[str]) -> None:
    usan = {nombre(r) for r in FUENTES if modulo in {m.split(".")[0] for m in importados(r)}}
    assert usan <= permitidos


def test_los_libros_se_escriben_en_pocos_lugares() -> None:
    usan = {nombre(r) for r in FUENTES if "xlsxwriter" in importados(r)}
    assert usan <= {
        "src/tablero/derivados/plantilla_excel.py",
        "src/tablero/exportar/libro_excel.py",
        "src/tablero/simulacion/seguimiento/escribir.py",
        "src/tablero/simulacion/plan/escribir.py",
    }


@pytest.mark.parametrize("ruta", PREGUNTAS, ids=nombre)
def test_toda_pregunta_se_usa_y_se_explica(ruta: Path) -> None:
    codigo = ruta.relative_to(SQL).with_suffix("").as_posix()
    assert ruta.read_text(encoding="utf-8").startswith("-- ¿")
    assert leer_pregunta(codigo).nivel
    consultas = RAIZ / "src" / "tablero" / "consultas"
    usos = sum(f'"{codigo}"' in p.read_text(encoding="utf-8") for p in consultas.glob("*.py"))
    assert usos == 1


def test_las_figuras_solo_viven_en_los_libros() -> None:
    """Ningún archivo de código repite una cifra grande de las fuentes."""
    cifras = ("113142", "113_142", "113.142", "1588422540", "1998207910", "2875743", "2_875_743")
    for ruta in [*FUENTES, *PAGINAS]:
        texto = ruta.read_text(encoding="utf-8")
        # formato.py usa una de ellas como ejemplo de escritura en su docstring.
        if nombre(ruta) == "src/tablero/formato.py":
            continue
        assert not [c for c in cifras if c in texto], nombre(ruta)


def test_todo_lo_que_se_guarda_tiene_el_mismo_tope() -> None:
    """Una caché de Streamlit cuenta respuestas y no octetos: crece sin que nadie lo vea."""
    con_cache = {
        nombre(ruta)
        for ruta in FUENTES
        if re.search(r"cache_(resource|data)", ruta.read_text(encoding="utf-8"))
    }
    assert con_cache == set()


def test_lo_que_se_descarga_sale_del_tablero_de_la_pagina() -> None:
    """Se prepara al pedirlo, quizá con otro tablero ya en su lugar."""
    sueltas = []
    for ruta in FUENTES:
        for nodo in ast.walk(ast.parse(ruta.read_text(encoding="utf-8"))):
            if not isinstance(nodo, ast.Call) or not ast.unparse(nodo.func).endswith(
                "download_button"
            ):
                continue
            datos = next(ast.unparse(k.value) for k in nodo.keywords if k.arg == "data")
            if not datos.startswith(("con_este_tablero(", "partial(a_csv, resultado.datos")):
                sueltas.append(datos)
    assert sueltas == ["(PLANTILLAS / PLANTILLA).read_bytes"]  # viene con el programa
