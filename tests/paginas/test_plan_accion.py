"""El plan de acción en Historia y en la hoja de producto: con él, sin él y con sus ajustes."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from dichos import informados
from fabrica_ajustes import agregar, fila
from fabrica_plan import con, escribir
from fabrica_politica import JUNIO, libro
from tipos import Abrir, Texto

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.plan.importar import PedidoDePlan, importar_plan
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.interfaz.paginas.historia import plan_accion


@pytest.fixture(scope="session")
def base_con_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El libro de junio, dos versiones de un plan y un registro con dos ajustes."""
    raiz = tmp_path_factory.mktemp("con_plan")
    fuentes = Path(shutil.copytree(rutas.FUENTES, raiz / "fuentes"))
    importar(libro(raiz / "junio.xlsx", JUNIO), fuentes, Pedido()).confirmar()
    for version, filas in (("v1-23", con({})), ("v2-25", con({0: {"p.2026": 25, "p.final": 105}}))):
        pedido = PedidoDePlan(desde=date(2025, 5, 1) if version == "v2-25" else None)
        archivo = escribir(raiz / f"PA_{version}.xlsx", filas)
        importar_plan(archivo, fuentes, pedido).confirmar()
    agregar(
        fuentes,
        fila(producto_codigo="1.1.1", anio=2026, de="20", a="25", ajuste_fecha=date(2025, 4, 1)),
        fila(
            ajuste_numero=2,
            producto_codigo="1.1.1",
            que="ponderación",
            anio=None,
            de="30 %",
            a="50 %",
            ajuste_fecha=date(2024, 2, 1),
            acto="Acta 3",
            nota="Con <b>nota</b>",
        ),
    )
    construir(fuentes, raiz / "tablero.duckdb")
    return raiz / "tablero.duckdb"


@pytest.fixture
def con_plan(base_con_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", base_con_plan)


@pytest.mark.parametrize(
    ("pagina", "ver"), [("pages/historia.py", "plan"), ("pages/producto.py", "plan")]
)
def test_sin_plan_se_dice_que_entregar_y_a_quien(abrir: Abrir, pagina: str, ver: str) -> None:
    prueba = abrir(pagina, codigo="1.1.1", ver=ver)
    avisos = [i for i in informados(prueba) if "plan de acción" in i]
    assert avisos == [
        "Sin dato: el plan de acción de esta política, que trae las metas de todos los años hasta "
        "el final, no está cargado.  \nEntregue el libro de la Secretaría Distrital de Planeación "
        "(su nombre empieza por «PA_» y termina en la versión) a quien administra el tablero."
    ]
    assert "tablero plan" not in "".join(avisos)


def test_la_trayectoria_y_sus_diferencias(abrir: Abrir, con_plan: None, texto: Texto) -> None:
    prueba = abrir("pages/historia.py", ver="plan", corte="2025-06-30")
    dicho = texto(prueba)
    assert "Versión 2 de 2025 del plan; rige desde el 1 de mayo de 2025." in dicho
    # 1.1.1 promete 105: en 2025 debe llevar 60/105; 50 × 60/105 + 7,5 + 20 = 56,07.
    assert (
        "la política debe llevar 56,07\u00a0% al cierre de 2025 y 100,00\u00a0% al de 2027" in dicho
    )
    assert (
        "El plan v2-25 y el corte no tienen los mismos productos: 4 productos solo en el corte"
        in dicho
    )
    rotulos = [e.label for e in prueba.expander]
    assert "Lo que cambió de una versión a otra: 2 cambios" in rotulos
    assert "Los ajustes del registro: 2 ajustes aprobados" in rotulos


def test_antes_del_plan_se_dice_que_es_posterior(
    abrir: Abrir, con_plan: None, texto: Texto
) -> None:
    dicho = texto(abrir("pages/historia.py", ver="plan", corte="2024-12-31"))
    assert (
        "Versión 1 de 2023 del plan; se supone que rige desde 2023: su nombre solo dice el año."
        in dicho
    )
    assert "Es posterior a este corte" not in dicho
    version = {
        "version_numero": 3,
        "version_anio": 2026,
        "desde_fecha": date(2026, 3, 15),
        "es_desde_supuesta": False,
        "es_posterior": True,
    }
    assert plan_accion.decir_version(version) == (
        "Versión 3 de 2026 del plan; rige desde el 15 de marzo de 2026. Es posterior a este corte: "
        "sirve para mirar hacia adelante, y el corte no se revisa contra ella."
    )


def test_la_hoja_de_un_producto_hasta_el_final(abrir: Abrir, con_plan: None, texto: Texto) -> None:
    prueba = abrir("pages/producto.py", ver="plan", codigo="1.1.1", corte="2025-06-30")
    dicho = texto(prueba)
    assert (
        "Según el plan v2-25 debe llegar a 105 en 2027; al 30 de junio de 2025 lleva 250" in dicho
    )
    assert "Lo que el plan v2-25 dice de él" in dicho
    assert "Oficina A" in dicho
    assert "2 ajustes aprobados de este producto" in dicho
    assert (
        "<strong>Meta de 2026</strong>: de 20 a 25 — Acta 7 del Comité, 1 de abril de 2025."
        in dicho
    )
    assert "Con &lt;b&gt;nota&lt;/b&gt;" in dicho


def test_un_producto_que_el_plan_no_trae(abrir: Abrir, con_plan: None, texto: Texto) -> None:
    dicho = texto(abrir("pages/producto.py", ver="plan", codigo="1.2.1", corte="2025-06-30"))
    assert "El plan de acción v2-25 no trae este producto" in dicho
    assert "ajustes aprobados" not in dicho


def test_sin_libro_se_dibujan_las_metas_del_plan(
    abrir: Abrir, con_plan: None, texto: Texto
) -> None:
    prueba = abrir("pages/producto.py", ver="plan", codigo="2.1.1", corte="2024-12-31")
    titulos = [str(t.value) for t in prueba.subheader]
    assert "Según el plan v1-23 debe llegar a 50\u00a0% en 2027" in titulos
