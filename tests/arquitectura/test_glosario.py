"""Un término por concepto: lo que lee un visitante se contrasta con `docs/glosario.md`.

Se leen los textos escritos en el código (sin sus docstrings) y los de las consultas. Lo que va
entre comillas angulares es de una fuente y se deja como está; los identificadores y los valores de
los datos (`sobre-ejecución`, `ponderacion_pct`) no son prosa.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from casa import RAIZ, SQL, arbol, nodos

from tablero import glosario, tema
from tablero.modelo import TABLAS
from tablero.texto import plano

CAPAS = (
    *("interfaz", "graficos", "respuestas", "exportar"),
    *("formato.py", "tema.py", "calculo", "consultas"),
)
GLOSARIO = (RAIZ / "docs" / "glosario.md").read_text(encoding="utf-8")
CITADO = re.compile(r"«[^«»]*»")
DE_PROGRAMA = re.compile(r"[^A-ZÁÉÍÓÚÑ\s]*")
"""Sin espacios ni mayúsculas: un identificador, un valor de los datos, una clase de CSS."""
ENTRE_COMILLAS = re.compile(r"'([^']*)'")

DE_BRECHAS = (
    "pages/brechas.py",
    "interfaz/paginas/brechas/",
    "respuestas/brechas.py",
    "graficos/brechas.py",
    "graficos/mapas/brechas",
)
DEL_TERRITORIO = (
    *DE_BRECHAS,
    "graficos/mapas/variables.py",
    "graficos/mapas/lectura.py",
    "exportar/impresas/ficha",
    "respuestas/ficha/",
)


@dataclass(frozen=True)
class Regla:
    """Un concepto, el término con que se dice y las otras formas, que no se usan."""

    concepto: str
    termino: str
    """Como está en el glosario, en negrita."""
    prohibido: str
    donde: tuple[str, ...] = ("",)
    """Partes de la ruta de los archivos donde rige."""
    con_citas: bool = False
    """Verdadero si ni entre comillas angulares se admite."""


REGLAS = (
    Regla(
        "lo que una lista no nombra en un municipio, que no es la brecha de la política",
        "brecha territorial",
        r"(?<![\w-])[Bb]rechas?\b(?! territorial)",
        DEL_TERRITORIO,
    ),
    Regla(
        "que una lista no nombre a un municipio no prueba que no tenga nada",
        "no aparece",
        r"\bno tienen?\b|\bcarecen?\b|\ble faltan?\b",
        DE_BRECHAS,
    ),
    Regla("avance menos trayectoria", "brecha", r"\b(desfases?|rezagos?|déficit)\b"),
    Regla(
        "el recurso para acompañamiento psicosocial",
        "transferencia",
        r"\b(apoyos?|subsidios?|ayudas?) psicosocial|\bdesembols|\btransfirió\b",
    ),
    Regla("el recurso que salió hacia el municipio", "girado", r"\brecib\w+\b.{0,40}\bgirado\b"),
    Regla(
        "cuánto cuenta un producto o un indicador",
        "peso",
        r"\bponderaci(ón|ones)\b",
        # De un contraste o de un hallazgo se dice la columna oficial: «ponderación».
        ("app.py", "pages/", "interfaz/", "graficos/", "respuestas/", "exportar/", "consultas/"),
    ),
    Regla(
        "de quién es un dato: de una fuente o del tablero",
        "nivel",
        r"\ben nivel\b|\ba ese nivel\b|\bniveles\b|\bnivel(es)? del semáforo\b",
    ),
    Regla(
        "lo que ninguna fuente da",
        "sin dato",
        r"\bno disponibles?\b|\bsin información\b|\bN/D\b|\bno hay datos?\b|\bse desconoce\b",
    ),
    Regla(
        "el estado de quien pasa de lo programado; la fuente lo escribe de otro modo",
        "sobreejecución",
        r"(?i)\bsobre[- ]ejecu",
    ),
    Regla(
        "los tres meses de un reporte",
        "trimestre",
        r"\bQ[1-4]\b",
    ),
    Regla("la coma de los decimales", "coma decimal", r"\b\d+\.\d{1,2}(?=\s*%|\s+p\. p\.)|52\.20"),
    Regla(
        "lo que se hace en la línea de comandos va en la guía, no en la sala",
        "orden de consola",
        r"iniciar\.py|\bl[ií]nea de comandos\b|`tablero ",
    ),
    Regla("ortografía", "por sí solo", r"\bpor si sol[oa]s?\b"),
    Regla(
        "español",
        "anglicismo",
        r"(?i)(?<!<)\b(ranking|dashboard|feedback|performance|online|default|links?|clickear)\b",
    ),
    Regla(
        "un valor vacío, que no se escribe como en el programa",
        "sin dato",
        r"(?<!\| )\b(NULL|NaN|None)\b",
        ("app.py", "pages/", "interfaz/", "graficos/", "respuestas/", "exportar/", "formato.py"),
    ),
    Regla(
        "lo que se sabe de las hojas y del PDF es nuestro, no de quien mira",
        "documento",
        r"perdió sus marcas|hoja «Delegados»",
        con_citas=True,
    ),
)


@dataclass(frozen=True)
class Texto:
    """Un texto de un archivo, en su renglón."""

    archivo: str
    renglon: int
    dicho: str


def _archivos() -> list[Path]:
    propios = [RAIZ / "app.py", *sorted((RAIZ / "pages").glob("*.py"))]
    for capa in CAPAS:
        ruta = RAIZ / "src" / "tablero" / capa
        propios += [ruta] if ruta.is_file() else sorted(ruta.rglob("*.py"))
    return propios


def _docstrings(raiz: ast.AST) -> set[int]:
    """Las cadenas sueltas: las que explican un módulo, una función o un atributo."""
    return {id(n.value) for n in ast.walk(raiz) if isinstance(n, ast.Expr)}


def _sin_programa(raiz: ast.AST) -> Iterator[ast.AST]:
    """Los nodos de los textos; de uno compuesto, él y no sus partes."""
    pendientes: list[ast.AST] = [raiz]
    while pendientes:
        nodo = pendientes.pop()
        if isinstance(nodo, ast.JoinedStr):
            yield nodo
            # Lo que va dentro de las llaves puede traer textos propios.
            pendientes += [p.value for p in nodo.values if isinstance(p, ast.FormattedValue)]
            continue
        # `Literal["…"]` y `dict["Clase | None"]` son tipos.
        if isinstance(nodo, ast.AnnAssign):
            pendientes += [n for n in (nodo.target, nodo.value) if n is not None]
            continue
        yield nodo
        pendientes += ast.iter_child_nodes(nodo)


def _dicho(nodo: ast.AST) -> str | None:
    if isinstance(nodo, ast.Constant) and isinstance(nodo.value, str):
        return nodo.value
    if isinstance(nodo, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in nodo.values)
    return None


@cache
def textos() -> tuple[Texto, ...]:
    """Lo que un visitante puede leer, escrito en el código y en las consultas."""
    hallados = []
    for ruta in _archivos():
        archivo = ruta.relative_to(RAIZ).as_posix().removeprefix("src/tablero/")
        fuera = _docstrings(arbol(ruta))
        for nodo in _sin_programa(arbol(ruta)):
            dicho = None if id(nodo) in fuera else _dicho(nodo)
            if dicho and not DE_PROGRAMA.fullmatch(dicho):
                hallados.append(Texto(archivo, getattr(nodo, "lineno", 0), dicho))
    for ruta in sorted(SQL.rglob("*.sql")):
        archivo = ruta.relative_to(RAIZ).as_posix().removeprefix("src/tablero/")
        for numero, renglon in enumerate(ruta.read_text(encoding="utf-8").splitlines(), 1):
            for dicho in ENTRE_COMILLAS.findall(renglon.split("--")[0]):
                if not DE_PROGRAMA.fullmatch(dicho):
                    hallados.append(Texto(archivo, numero, dicho))
    return tuple(hallados)


def _faltas(regla: Regla) -> dict[str, list[str]]:
    """Archivo → lo que incumple la regla."""
    faltas: dict[str, list[str]] = {}
    for texto in textos():
        if not any(parte in texto.archivo for parte in regla.donde):
            continue
        dicho = texto.dicho if regla.con_citas else CITADO.sub("«»", texto.dicho)
        if hallado := re.search(regla.prohibido, dicho):
            cerca = dicho[max(0, hallado.start() - 40) : hallado.end() + 40]
            faltas.setdefault(texto.archivo, []).append(f"{texto.renglon}: …{cerca}…")
    return faltas


@pytest.mark.parametrize("regla", REGLAS, ids=lambda r: f"{r.termino}: {r.concepto}")
def test_un_termino_por_concepto(regla: Regla) -> None:
    faltas = _faltas(regla)
    assert faltas == {}, f"«{regla.termino}» es el término para {regla.concepto}"


@pytest.mark.parametrize("regla", REGLAS, ids=lambda r: f"{r.termino}: {r.concepto}")
def test_el_termino_esta_en_el_glosario(regla: Regla) -> None:
    assert re.search(rf"\*\*{re.escape(regla.termino)}\*\*", GLOSARIO), regla.termino


def test_la_tabla_se_lee_entera_y_en_orden() -> None:
    nombres = [termino.nombre for termino in glosario.terminos()]
    assert len(nombres) == len(re.findall(r"^\| \*\*", GLOSARIO, re.MULTILINE))
    assert nombres == sorted(nombres, key=plano)
    assert len(set(map(plano, nombres))) == len(nombres)


def test_lo_que_se_muestra_no_lleva_cifras_que_cambian_ni_ordenes() -> None:
    """Una cifra del glosario no tendría fuente ni corte: solo van las de un ejemplo o un código."""
    for termino in glosario.terminos():
        dicho = re.sub(r"\([^()]*\)", "", CITADO.sub("«»", termino.definicion))
        sin_ejemplo = dicho.partition(": de 50 %")[0]
        assert not re.search(r"\d|; son \w+$|`|\*\*", sin_ejemplo), termino
        assert not termino.definicion.endswith("."), termino


def test_los_nombres_que_da_el_glosario_existen() -> None:
    """Los que van enteros, sin comodín: una columna, una tabla o una palabra del programa."""
    columnas = {columna.nombre for tabla in TABLAS for columna in tabla.columnas()}
    programa = "\n".join(r.read_text("utf-8") for r in (RAIZ / "src").rglob("*.py"))
    conocidos = columnas | {tabla.tabla for tabla in TABLAS} | set(re.findall(r"[\w-]+", programa))
    dados = {codigo for termino in glosario.terminos() for codigo in termino.codigo}
    enteros = {codigo for codigo in dados if re.fullmatch(r"[a-z][\w-]+[^\W_]", codigo)}
    assert enteros - conocidos == set()


@pytest.mark.parametrize(
    ("dicho", "esperado"),
    [
        ("x = 'Recursos de apoyo psicosocial'", "Recursos de apoyo psicosocial"),
        ("x = f'Girado {n} veces'", "Girado … veces"),
        ("'''Docstring con apoyo psicosocial'''", None),
        ("x = 'apoyo_psicosocial'", None),
    ],
)
def test_se_lee_la_prosa_y_no_el_programa(dicho: str, esperado: str | None) -> None:
    raiz = ast.parse(dicho)
    fuera = _docstrings(raiz)
    leidos = [
        d
        for n in _sin_programa(raiz)
        if id(n) not in fuera and (d := _dicho(n)) and not DE_PROGRAMA.fullmatch(d)
    ]
    assert leidos == ([esperado] if esperado else [])


def test_dos_claves_de_color_no_comparten_colores() -> None:
    """En una misma página, el mismo color diría dos cosas."""
    de_brechas = {e.color for e in tema.BRECHAS.values()}
    assert de_brechas & {e.color for e in tema.SEMAFORO.values()} == set()
    assert de_brechas & set(tema.ESCALA) == set()


CON_ORDENES = {
    # Sin tablero, o en la terminal, quien lee es quien lo administra.
    "consultas/base.py": "no hay tablero construido",
    "interfaz/marco/tableros.py": "no hay tablero construido",
    "interfaz/servidor/desarrollo.py": "se escribe en la terminal, o la sirve quien no debe",
    "interfaz/servidor/conectores.py": "se escribe en la terminal",
}


def test_en_la_sala_no_se_leen_ordenes_de_consola() -> None:
    con_ordenes = {
        ruta.relative_to(RAIZ).as_posix().removeprefix("src/tablero/")
        for ruta in _archivos()
        for nodo in nodos(ruta)
        if isinstance(nodo, ast.Call) and ast.unparse(nodo.func) in ("rutas.orden", "orden")
    }
    assert con_ordenes <= set(CON_ORDENES)


def test_ninguna_lista_se_titula_titulo() -> None:
    sin_nombre = set()
    for ruta in _archivos():
        for nodo in nodos(ruta):
            if not isinstance(nodo, ast.Call) or not ast.unparse(nodo.func).endswith(".tabla"):
                continue
            claves = {k.arg: ast.unparse(k.value) for k in nodo.keywords}
            if "'titulo'" in claves.get("columnas", "") and "encabezados" not in claves:
                sin_nombre.add(ruta.relative_to(RAIZ).as_posix())
    assert sin_nombre == set()
