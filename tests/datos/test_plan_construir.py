"""Un plan entra entre las fuentes, llega al tablero y el libro del corte se revisa contra él."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from fabrica_plan import ANIOS, FILAS, TRAYECTORIA, Fila, Pct, con, escribir
from fabrica_politica import DICIEMBRE, JUNIO, POLITICA
from fabrica_politica import libro as escribir_libro
from fabrica_politica import productos as del_libro

from tablero import rutas
from tablero.consultas import plan as consultas
from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos, ErrorTablero, LibroSinSellar
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import sha256
from tablero.ingesta.plan.carpetas import descubrir_planes
from tablero.ingesta.plan.importar import PedidoDePlan, importar_plan
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.simulacion.plan.escribir import escribir_plan
from tablero.simulacion.plan.hoja import armar
from tablero.simulacion.plan.mundo import ObjetivoInventado, PlanInventado
from tablero.simulacion.seguimiento.datos import IndicadorInventado

ANIOS_DEL_PLAN = tuple(range(2023, 2031))
VACIO = PedidoDePlan()


def como_el_libro(corte: date, **cambios: dict[str, Any]) -> list[IndicadorInventado]:
    """Los productos que ese libro trae, como los diría el plan; `cambios` va por código."""
    return [
        IndicadorInventado(**{**vars(p), **cambios.get(p.codigo, {})}) for p in del_libro(corte)
    ]


def plan_como_el_libro(ruta: Path, productos: list[IndicadorInventado]) -> Path:
    """Un plan verdadero (sin marca), con las metas hasta 2030."""
    codigos = sorted({p.codigo.rpartition(".")[0] for p in productos})

    def peso(prefijo: str) -> float:
        suyos = [p for p in productos if p.codigo.startswith(f"{prefijo}.")]
        return sum(p.ponderacion or 0 for p in suyos if p.estado == "Vigente")

    modelo = productos[0]
    resultados = [
        IndicadorInventado(**{**vars(modelo), "codigo": c, "ponderacion": peso(c)}) for c in codigos
    ]
    objetivos = [ObjetivoInventado(n, f"Objetivo {n}", peso(str(n))) for n in (1, 2, 3)]
    hoja = armar(PlanInventado("", ANIOS_DEL_PLAN, objetivos, resultados, productos))
    hoja.celdas[0][0], hoja.celdas[3][0:2] = "Plan de acción", [None, None]
    return escribir_plan(ruta, hoja)


@pytest.fixture
def fuentes_propias(tmp_path: Path) -> Path:
    return Path(shutil.copytree(rutas.FUENTES, tmp_path / "fuentes"))


def estado(fuentes: Path) -> dict[str, bytes]:
    return {
        r.relative_to(fuentes.parent).as_posix(): r.read_bytes()
        for r in sorted(fuentes.parent.rglob("*"))
        if r.is_file() and r.suffix in (".xlsx", ".yml")
    }


def test_entra_sellado_a_su_carpeta(fuentes_propias: Path, tmp_path: Path) -> None:
    archivo = escribir(tmp_path / "PA_migrantes_v3-26.xlsx")
    importacion = importar_plan(archivo, fuentes_propias, VACIO)
    carpeta = fuentes_propias / "plan_accion" / POLITICA / "v3-26"
    assert {r.name for r in carpeta.iterdir()} == {f"PA_{POLITICA}_v3-26.xlsx", "fuente.yml"}
    ficha = yaml.safe_load((carpeta / "fuente.yml").read_text(encoding="utf-8"))
    assert (ficha["corte_fecha"], ficha["corte_texto"]) == (date(2026, 1, 1), "versión 3 de 2026")
    assert (ficha["version_codigo"], ficha["es_desde_supuesta"]) == ("v3-26", True)
    assert ficha["archivo"] == "PA_migrantes_v3-26.xlsx"
    assert importacion.entrada is not None
    otra = importar_plan(archivo, fuentes_propias, VACIO)
    assert otra.entrada is None  # ya estaba
    importacion.deshacer()
    assert not (fuentes_propias / "plan_accion").exists()


def test_la_version_y_desde_cuando_rige_se_pueden_decir(
    fuentes_propias: Path, tmp_path: Path
) -> None:
    archivo = escribir(tmp_path / "plan.xlsx")
    with pytest.raises(ErrorTablero, match="no dice qué versión es"):
        importar_plan(archivo, fuentes_propias, VACIO)
    pedido = PedidoDePlan(version="v2-25", desde=date(2025, 3, 1))
    importar_plan(archivo, fuentes_propias, pedido)
    (documento,) = descubrir_planes(fuentes_propias)
    assert (documento.version.codigo, documento.ficha.corte_fecha) == ("v2-25", date(2025, 3, 1))
    assert not documento.ficha.es_desde_supuesta


def test_otro_plan_de_la_misma_version_se_reemplaza_solo_si_se_pide(
    fuentes_propias: Path, tmp_path: Path
) -> None:
    importar_plan(escribir(tmp_path / "PA_a_v1-23.xlsx"), fuentes_propias, VACIO).confirmar()
    antes = estado(fuentes_propias)
    corregido = escribir(tmp_path / "PA_b_v1-23.xlsx", con({0: {"p.final": 101}}))
    with pytest.raises(ErrorTablero, match=r"Ya hay otro plan de .*, versión 1 de 2023"):
        importar_plan(corregido, fuentes_propias, VACIO)
    importacion = importar_plan(corregido, fuentes_propias, PedidoDePlan(reemplazar=True))
    assert estado(fuentes_propias) != antes
    importacion.deshacer()
    despues = estado(fuentes_propias)
    assert {k: v for k, v in despues.items() if k in antes} == antes
    donde = importar_plan(corregido, fuentes_propias, PedidoDePlan(reemplazar=True)).confirmar()
    assert not (tmp_path / ".plan_reemplazado").exists()
    assert donde is not None
    assert donde.relative_to(fuentes_propias.parent).parts[:2] == ("reemplazados", "plan_accion")
    assert donde.name == "1"
    assert (donde / "fuente.yml").is_file()


PIERDEN: dict[str, tuple[Sequence[Fila], str, str]] = {
    "un producto y su resultado": (
        FILAS[:2],
        "1-producto-y-1-resultado-y-12-metas",
        "1 de 3 productos (2.1.1), 1 de 2 resultados (2.1) y 12 de 28 metas",
    ),
    "los códigos de otra política": (
        con({0: {"p": "9.1.1. Producto uno"}, 1: {"p": "9.1.2. Producto dos"}}),
        "2-productos-y-10-metas",
        "2 de 3 productos (1.1.1 y 1.1.2) y 10 de 28 metas",
    ),
    "sus metas": (
        con({i: {f"p.{a}": None for a in ANIOS} for i in range(3)}),
        "13-metas",
        "13 de 28 metas",
    ),
    "sus pesos": (
        con({i: {"p.peso": None} for i in range(3)}),
        "3-ponderaciones",
        "3 de 5 ponderaciones",
    ),
}


@pytest.mark.parametrize("caso", PIERDEN)
def test_lo_que_un_plan_pierde_se_nombra(fuentes_propias: Path, tmp_path: Path, caso: str) -> None:
    filas, nombre, frase = PIERDEN[caso]
    importar_plan(escribir(tmp_path / "PA_a_v1-23.xlsx"), fuentes_propias, VACIO).confirmar()
    menos, antes = escribir(tmp_path / "PA_b_v1-23.xlsx", filas), estado(fuentes_propias)
    antes = {k: v for k, v in antes.items() if k.startswith("fuentes")}
    for pedido in (VACIO, PedidoDePlan(reemplazar=True, aceptar_perdida="9-productos")):
        with pytest.raises(ErrorTablero) as error:
            importar_plan(menos, fuentes_propias, pedido)
        assert f"se perderían {frase}" in str(error.value)
        assert f"--reemplazar --aceptar-perdida {nombre}\n" in str(error.value)
        equivocado = "«9-productos» no es lo que se pierde. " in str(error.value)
        assert equivocado == (pedido is not VACIO)
        assert {k: v for k, v in estado(fuentes_propias).items() if k in antes} == antes
    pedido = PedidoDePlan(reemplazar=True, aceptar_perdida=nombre)
    importar_plan(menos, fuentes_propias, pedido).confirmar()
    (documento,) = descubrir_planes(fuentes_propias)
    assert sha256(documento.libro) == sha256(menos)


def test_de_un_plan_danado_no_hay_nada_que_perder(fuentes_propias: Path, tmp_path: Path) -> None:
    bueno = escribir(tmp_path / "PA_a_v1-23.xlsx")
    importar_plan(bueno, fuentes_propias, VACIO).confirmar()
    (documento,) = descubrir_planes(fuentes_propias)
    documento.libro.write_bytes(b"roto")
    importar_plan(bueno, fuentes_propias, PedidoDePlan(reemplazar=True)).confirmar()
    (documento,) = descubrir_planes(fuentes_propias)
    assert sha256(documento.libro) == sha256(bueno)


def test_el_de_otra_politica_se_pregunta(fuentes_propias: Path, tmp_path: Path) -> None:
    ajeno = escribir(tmp_path / "PA_v1-23.xlsx", politica="Política Pública de Protección Animal")
    with pytest.raises(ErrorTablero, match=f"Si es la misma, dígalo con --politica {POLITICA}"):
        importar_plan(ajeno, fuentes_propias, VACIO)
    propio = escribir(
        tmp_path / "PA_v2-23.xlsx", politica="Política Pública de Población Migrante Internacional"
    )
    assert importar_plan(propio, fuentes_propias, VACIO).documento.politica_codigo == POLITICA
    with pytest.raises(ErrorTablero, match="es una política nueva: diga su nombre"):
        importar_plan(ajeno, fuentes_propias, PedidoDePlan(politica_codigo="animales"))


@pytest.mark.parametrize("donde", ["", "plan_accion", f"plan_accion/{POLITICA}/v1-23"])
def test_uno_suelto_entre_las_fuentes_se_mueve(
    fuentes_propias: Path, tmp_path: Path, donde: str
) -> None:
    (fuentes_propias / donde).mkdir(parents=True, exist_ok=True)
    suelto = escribir(fuentes_propias / donde / "PA_migrantes_v1-23.xlsx")
    with pytest.raises(ErroresDeDatos, match="tablero plan importar"):
        construir(fuentes_propias, tmp_path / "tablero.duckdb")
    importar_plan(suelto, fuentes_propias, VACIO).confirmar()
    assert not suelto.exists()
    construir(fuentes_propias, tmp_path / "tablero.duckdb")


def test_un_plan_que_cambio_sin_sellarse_no_se_construye(
    fuentes_propias: Path, tmp_path: Path
) -> None:
    importar_plan(escribir(tmp_path / "PA_v1-23.xlsx"), fuentes_propias, VACIO).confirmar()
    (documento,) = descubrir_planes(fuentes_propias)
    escribir(documento.libro, con({0: {"p.final": 99}}))
    with pytest.raises(LibroSinSellar, match=r"tablero plan importar .* --reemplazar"):
        construir(fuentes_propias, tmp_path / "tablero.duckdb")


def test_dos_libros_en_una_version_son_un_error(fuentes_propias: Path, tmp_path: Path) -> None:
    importar_plan(escribir(tmp_path / "PA_v1-23.xlsx"), fuentes_propias, VACIO).confirmar()
    (documento,) = descubrir_planes(fuentes_propias)
    shutil.copyfile(documento.libro, documento.carpeta / "OTRO.XLSX")
    with pytest.raises(ErroresDeDatos, match=r"debe tener un solo libro \.xlsx y tiene 2"):
        construir(fuentes_propias, tmp_path / "tablero.duckdb")


def test_sin_plan_las_tablas_estan_vacias(base: Base) -> None:
    assert consultas.vigente(base, politica=POLITICA, corte=date(2024, 12, 31)).esta_vacio
    assert base.tabla("plan_productos").empty
    assert base.tabla("politica_ajustes").empty


@pytest.fixture(scope="module")
def con_plan(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """Dos libros, el plan del primero (v1-23) y uno de 2025 con lo del segundo (v2-25)."""
    raiz = tmp_path_factory.mktemp("con_plan")
    fuentes = Path(shutil.copytree(rutas.FUENTES, raiz / "fuentes"))
    for corte in (JUNIO, DICIEMBRE):
        importar(escribir_libro(raiz / f"{corte}.xlsx", corte), fuentes, Pedido()).confirmar()
    primero = como_el_libro(JUNIO, **{"1.1.1": {"entidad": "Otra entidad"}})
    importar_plan(plan_como_el_libro(raiz / "PA_v1-23.xlsx", primero), fuentes, VACIO).confirmar()
    segundo = plan_como_el_libro(raiz / "PA_v2-25.xlsx", como_el_libro(DICIEMBRE))
    importar_plan(segundo, fuentes, PedidoDePlan(desde=date(2025, 12, 1))).confirmar()
    construir(fuentes, raiz / "tablero.duckdb")
    return Base(raiz / "tablero.duckdb")


def test_cada_corte_tiene_su_version(con_plan: Base) -> None:
    def vale(corte: date) -> tuple[str, bool]:
        fila = consultas.vigente(con_plan, politica=POLITICA, corte=corte).fila
        return fila["version_codigo"], bool(fila["es_posterior"])

    assert vale(date(2024, 12, 31)) == ("v1-23", False)
    assert vale(JUNIO) == ("v1-23", False)
    assert vale(DICIEMBRE) == ("v2-25", False)


def test_el_libro_se_revisa_contra_la_que_rige(con_plan: Base) -> None:
    hallazgos = con_plan.tabla("seguimiento_hallazgos")
    del_plan = hallazgos[hallazgos["regla"].str.startswith("plan_")]
    filas = del_plan[["corte_fecha", "producto_codigo", "regla", "celda"]].to_dict("records")
    assert filas == [
        {"corte_fecha": JUNIO, "producto_codigo": "1.1.1", "regla": "plan_entidad", "celda": "G6"}
    ]


def test_lo_que_cambio_de_una_version_a_la_siguiente(con_plan: Base) -> None:
    datos = consultas.cambios(con_plan, politica=POLITICA).datos
    assert set(datos["version_codigo"]) == {"v2-25"}
    de_producto = datos[datos["indicador_codigo"].str.count(r"\.") == 2]
    dichos = {
        (f["indicador_codigo"], f["clase"], f["dato"], f["antes"], f["despues"])
        for f in de_producto.to_dict("records")
    }
    assert dichos == {
        ("1.1.1", "ponderación", "ponderación", "20\u00a0%", "22\u00a0%"),
        ("1.1.1", "responsable", "entidad", "Otra entidad", "Secretaría Distrital de Gobierno"),
        (
            "1.1.1",
            "responsable",
            "dependencia",
            "Dirección simulada de entidad",
            "Dirección simulada de Gobierno",
        ),
        ("1.1.2", "ponderación", "ponderación", "15\u00a0%", "13\u00a0%"),
        ("1.2.1", "meta de un año", "meta de 2026", "50", "48"),
        ("2.2.1", "estado", "estado", "Vigente", "No vigente"),
        ("3.1.2", "entra", "producto", None, None),
    }


def test_la_trayectoria_del_plan_es_la_del_libro_en_un_corte_de_diciembre(con_plan: Base) -> None:
    """Mismas metas y pesos: al cierre de 2025 el plan y el libro deben decir lo mismo."""
    trayectorias = con_plan.tabla("plan_trayectorias")
    del_plan = trayectorias[
        (trayectorias["version_codigo"] == "v2-25") & (trayectorias["anio"] == 2025)
    ]["trayectoria_pct"].item()
    cortes = con_plan.tabla("politica_cortes")
    del_libro = cortes[(cortes["corte_fecha"] == DICIEMBRE) & (cortes["nivel"] == "calculado")][
        "trayectoria_pct"
    ].item()
    assert del_plan == pytest.approx(del_libro, abs=1e-9)
    assert list(trayectorias["anio"].unique()) == list(ANIOS_DEL_PLAN)


def test_un_plan_a_mano_de_principio_a_fin(fuentes_propias: Path, tmp_path: Path) -> None:
    archivo = escribir(tmp_path / "PA_migrantes_v3-26.xlsx", con({0: {"p.peso": Pct(0.5)}}))
    importar_plan(archivo, fuentes_propias, VACIO).confirmar()
    construir(fuentes_propias, tmp_path / "tablero.duckdb")
    base = Base(tmp_path / "tablero.duckdb")
    corte = date(2024, 12, 31)
    fila = consultas.vigente(base, politica=POLITICA, corte=corte).fila
    assert (fila["version_codigo"], bool(fila["es_posterior"])) == ("v3-26", True)
    datos = consultas.trayectoria(base, politica=POLITICA, corte=corte).datos
    del_plan = datos[datos["trayectoria_plan_pct"].notna()]
    assert {
        d.year: round(v, 9)
        for d, v in zip(del_plan["dia_fecha"], del_plan["trayectoria_plan_pct"], strict=True)
    } == TRAYECTORIA
    assert datos["avance_pct"].dropna().tolist() == [52.05]
    # El informe tiene 52 productos: 1.1.1 y 2.1.1 y 1.1.2 están en los dos.
    diferencias = consultas.diferencias(base, politica=POLITICA, corte=corte).datos
    assert diferencias["donde"].value_counts().to_dict() == {"solo en el corte": 49}
    metas = consultas.metas(base, politica=POLITICA, corte=corte, codigo="2.1.1").datos
    assert metas["meta"].tolist() == [50.0] * 5
    assert base.tabla("seguimiento_hallazgos").empty
