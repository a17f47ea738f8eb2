"""Las reglas de la casa que ningún linter conoce."""

import ast
import re
from pathlib import Path

import pytest
from casa import FUENTES, PAGINAS, RAIZ, SQL, arbol, importados, nodos, nombre, texto

from tablero.consultas.base import leer_pregunta

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


@pytest.mark.parametrize("ruta", PAGINAS, ids=nombre)
def test_una_pagina_solo_compone(ruta: Path) -> None:
    importan = [n for n in arbol(ruta).body if isinstance(n, ast.Import | ast.ImportFrom)]
    propias = len(texto(ruta).splitlines()) - (importan[-1].end_lineno or 0)
    assert propias <= 55
    prohibidos = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.BinOp)
    assert not [n for n in nodos(ruta) if isinstance(n, prohibidos)]
    assert not re.search(r"session_state|unsafe_allow_html|SELECT ", texto(ruta))
    ajenos = [m for m in importados(ruta) if not m.startswith(PERMITIDO_EN_PAGINAS)]
    assert ajenos == []


SIN_DECIR = {"pagina.abrir", "menu.enlace"}
"""Lo que sostiene la página entera."""


@pytest.mark.parametrize("ruta", PAGINAS, ids=nombre)
def test_cada_parte_de_una_pagina_dice_sus_fallas_y_deja_seguir(ruta: Path) -> None:
    partes = {
        ast.unparse(n.value.func)
        for n in nodos(ruta)
        if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)
    }
    propias = {p for p in partes if not p.startswith("st.")} - SIN_DECIR
    modulos = como_los_llama(ruta)
    assert [p for p in sorted(propias) if not dice_sus_fallas(modulos, *p.split("."))] == []


def como_los_llama(ruta: Path) -> dict[str, str]:
    """Nombre con que una página usa cada módulo → el módulo."""
    return {
        alias.asname or alias.name: f"{nodo.module}.{alias.name}"
        for nodo in nodos(ruta)
        if isinstance(nodo, ast.ImportFrom)
        for alias in nodo.names
    }


def dice_sus_fallas(modulos: dict[str, str], modulo: str, funcion: str) -> bool:
    ruta = (RAIZ / "src").joinpath(*modulos[modulo].split(".")).with_suffix(".py")
    return any(
        isinstance(nodo, ast.FunctionDef)
        and nodo.name == funcion
        and any(ast.unparse(d) == "decir_fallas" for d in nodo.decorator_list)
        for nodo in arbol(ruta).body
    )


def test_un_archivo_se_llama_por_lo_que_hace() -> None:
    sin_decir = {"utils", "helpers", "misc", "common", "hechos", "partes", "llano", "sesion"}
    assert [nombre(r) for r in FUENTES if r.stem in sin_decir] == []


def test_un_archivo_de_una_carpeta_no_repite_su_nombre() -> None:
    repiten = [nombre(r) for r in FUENTES if re.search(rf"(^|_){r.parent.name}(_|$)", r.stem)]
    assert repiten == []


PROHIBIDO = {
    r"except Exception:\s*\n\s*pass": "una falla callada",
    r"#\s*TODO\b": "algo sin hacer",
    "NotImplementedError": "algo sin hacer",
    r"(execute|\.sql)\(\s*f[\"']": "SQL armado con texto",
}


@pytest.mark.parametrize("patron", PROHIBIDO, ids=PROHIBIDO.values())
def test_nada_prohibido(patron: str) -> None:
    assert [nombre(r) for r in [*FUENTES, *PAGINAS] if re.search(patron, texto(r))] == []


def test_los_colores_viven_en_el_tema() -> None:
    con_color = {
        nombre(r)
        for r in [*FUENTES, *PAGINAS]
        if re.search(r"[\"'](#[0-9A-Fa-f]{6})[\"']", texto(r))
    }
    assert con_color == {"src/tablero/tema.py"}


@pytest.mark.parametrize(
    ("modulo", "permitidos"),
    [
        ("duckdb", {"src/tablero/ingesta/archivo_duckdb.py", "src/tablero/consultas/base.py"}),
        ("python_calamine", {"src/tablero/libro/lector_hojas.py"}),
    ],
)
def test_cada_libreria_entra_por_una_puerta(modulo: str, permitidos: set[str]) -> None:
    usan = {nombre(r) for r in FUENTES if modulo in {m.split(".")[0] for m in importados(r)}}
    assert usan <= permitidos


def test_los_libros_se_escriben_en_pocos_lugares() -> None:
    usan = {nombre(r) for r in FUENTES if "xlsxwriter" in importados(r)}
    assert usan <= {
        "src/tablero/derivados/hoja_excel.py",
        "src/tablero/derivados/plantilla_excel.py",
        "src/tablero/exportar/hoja_de_calculo.py",
        "src/tablero/exportar/libro_de_sesion.py",
        "src/tablero/simulacion/seguimiento/escribir.py",
        "src/tablero/simulacion/plan/escribir.py",
    }


def test_toda_pregunta_se_usa_una_vez_y_se_explica() -> None:
    usos = "".join(texto(p) for p in FUENTES if p.parent.name == "consultas")
    for ruta in PREGUNTAS:
        codigo = ruta.relative_to(SQL).with_suffix("").as_posix()
        assert texto(ruta).startswith("-- ¿"), codigo
        assert leer_pregunta(codigo).nivel
        assert usos.count(f'"{codigo}"') == 1, codigo


def test_las_figuras_solo_viven_en_los_libros() -> None:
    """Ningún archivo de código repite una cifra grande de las fuentes."""
    cifras = ("113142", "113_142", "113.142", "1588422540", "1998207910", "2875743", "2_875_743")
    for ruta in [*FUENTES, *PAGINAS]:
        # formato.py usa una de ellas como ejemplo de escritura en su docstring.
        if nombre(ruta) == "src/tablero/formato.py":
            continue
        assert not [c for c in cifras if c in texto(ruta)], nombre(ruta)


def test_todo_lo_que_se_guarda_tiene_el_mismo_tope() -> None:
    """Una caché de Streamlit cuenta respuestas y no octetos: crece sin que nadie lo vea."""
    con_cache = {
        nombre(ruta) for ruta in FUENTES if re.search(r"cache_(resource|data)", texto(ruta))
    }
    assert con_cache == set()


def test_lo_que_se_descarga_sale_del_tablero_de_la_pagina() -> None:
    """Se prepara al pedirlo, quizá con otro tablero ya en su lugar."""
    sueltas = []
    for ruta in FUENTES:
        for nodo in nodos(ruta):
            if not isinstance(nodo, ast.Call) or not ast.unparse(nodo.func).endswith(
                "download_button"
            ):
                continue
            datos = next(ast.unparse(k.value) for k in nodo.keywords if k.arg == "data")
            if not datos.startswith(("con_este_tablero(", "partial(a_csv, resultado.datos")):
                sueltas.append(datos)
    assert sueltas == ["(PLANTILLAS / PLANTILLA).read_bytes"]  # viene con el programa


LUGARES = 10


def test_un_archivo_no_sabe_de_media_casa() -> None:
    """A lo sumo diez lugares (carpetas nuestras, o módulos del suelo) además de la suya.

    El que necesita más tiene más de una razón para cambiar: se parte.
    """
    saben_mas = {
        n: len(de) for r in FUENTES if len(de := lugares(r)) > LUGARES and (n := nombre(r))
    }
    assert saben_mas == {}


def lugares(ruta: Path) -> set[str]:
    propio = ".".join(ruta.relative_to(RAIZ / "src").parent.parts)
    de = {m if m.count(".") == 1 else m.rpartition(".")[0] for m in importados(ruta)}
    return {m for m in de if m.startswith("tablero.")} - {propio}
