"""Una celda ilegible de un libro de verdad: de la hoja al tablero, la brecha no se mueve sola."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
import orden
import pytest
from fabrica_politica import CUANTITATIVO, DICIEMBRE, JUNIO, POLITICA, estropear, libro
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tablero.calculo.seguimiento.indicador import Clave
from tablero.calculo.seguimiento.niveles import Nivel, niveles
from tablero.calculo.semaforo import PUBLICADOS
from tablero.consultas import entidad, historia, politica, por_que, ritmo
from tablero.consultas.base import Base
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.ingesta.seguimiento.procesar import armar
from tablero.modelo.fuera import Fuera

VISTA = {"politica": POLITICA, "corte": JUNIO}
DEL_LIBRO = Fuera(productos=3, peso_pct=25.0, filas=1, filas_peso_pct=10.0, sin_peso=1)
FRASE = (
    "Fuera de la suma, sin dato: 3 productos (25,00\u00a0% del peso de la política) y 1 fila sin "
    "código legible (10,00\u00a0% del peso de la política); de ellos, 1 sin peso legible."
)


@pytest.fixture(scope="module")
def tablero(base_ilegible: Path) -> Base:
    return Base(base_ilegible)


def medir(ruta: Path) -> Nivel:
    """La política en el corte de junio."""
    corte = armar(leer_seguimiento(ruta), JUNIO, PUBLICADOS)
    return niveles(corte.seguidos, corte.filas_sin_codigo)[0]


# Aportes a la brecha de junio (la tabla está en `fabrica_politica`).
BRECHAS = {"1.1.1": 0.0, "1.1.2": -2.625, "1.2.1": -1.5, "1.2.2": -6.0, "2.1.1": 3.0, "2.2.1": -5.0}
PESOS = {"1.1.1": 20, "1.1.2": 15, "1.2.1": 15, "1.2.2": 10, "2.1.1": 10, "2.2.1": 10, "2.1.2": 20}
TOTAL = -12.125


@pytest.mark.parametrize(
    ("codigo", "clave"),
    [
        ("1.1.2", ("meta", 2023)),
        ("1.1.2", ("meta", 2025)),
        ("1.1.2", ("reporte", 2023, 1)),
        ("1.1.2", ("estado",)),
        ("1.1.2", ("anualizacion_tipo",)),
        ("1.2.1", ("linea_base",)),
        ("1.2.1", ("reporte", 2025, 2)),
        ("1.2.1", ("periodicidad",)),
        ("1.2.2", ("meta", 2024)),
        ("2.1.1", ("meta_final",)),
        ("2.2.1", ("inicio",)),
        ("2.1.2", ("periodicidad",)),
    ],
)
def test_la_brecha_cambia_justo_en_lo_suyo(tmp_path: Path, codigo: str, clave: Clave) -> None:
    ruta = estropear(libro(tmp_path / "libro.xlsx", JUNIO), {codigo: {clave: "no se lee"}})
    todo = medir(ruta)
    assert todo.aporte.brecha_pp == pytest.approx(TOTAL - BRECHAS.get(codigo, 0.0))
    assert todo.fuera == Fuera(productos=1, peso_pct=PESOS[codigo])


@pytest.mark.parametrize(
    ("codigo", "clave"),
    [
        ("1.1.1", ("inicio",)),
        ("1.1.1", ("fin",)),
        ("1.1.1", ("linea_base",)),
        ("1.1.1", ("meta", 2026)),
        ("1.2.1", ("meta", 2023)),
        ("1.2.1", ("reporte", 2024, 4)),
        ("1.2.1", ("reporte", 2025, 4)),
        ("1.2.2", ("meta", 2026)),
        ("2.1.2", ("meta_final",)),
        ("3.1.1", ("meta", 2023)),
        ("3.1.1", ("ponderacion",)),
        ("1.1.1", ("nombre",)),
    ],
)
def test_lo_que_no_usa_no_cambia_nada(tmp_path: Path, codigo: str, clave: Clave) -> None:
    ruta = estropear(libro(tmp_path / "libro.xlsx", JUNIO), {codigo: {clave: "no se lee"}})
    todo = medir(ruta)
    assert (todo.aporte.brecha_pp, todo.fuera) == (pytest.approx(TOTAL), Fuera())


def test_una_fila_sin_codigo_cuenta_con_su_peso_y_la_de_totales_no(tmp_path: Path) -> None:
    """Del que ya no está vigente tampoco se pierde nada."""
    ruta = libro(tmp_path / "libro.xlsx", JUNIO)
    escrito = openpyxl.load_workbook(ruta)
    hoja = escrito[CUANTITATIVO]
    lugares = {i.codigo: i.lugares for i in leer_seguimiento(ruta).indicadores}
    peso = lugares["1.1.1"]["ponderacion",].rstrip("0123456789")
    hoja[f"{peso}{hoja.max_row + 1}"] = 1.05
    for codigo in ("2.1.1", "3.1.1"):
        hoja[lugares[codigo]["codigo",]] = "sin código"
    hoja[lugares["1.2.2"]["codigo",]] = None
    hoja[lugares["1.2.2"]["ponderacion",]] = "diez"
    escrito.save(ruta)
    todo = medir(ruta)
    assert todo.fuera == Fuera(filas=2, filas_peso_pct=10.0, sin_peso=1)
    assert todo.aporte.brecha_pp == pytest.approx(TOTAL - BRECHAS["2.1.1"] - BRECHAS["1.2.2"])


def test_lo_que_tapa_una_celda_combinada_no_esta_vacio(tmp_path: Path) -> None:
    """Las metas de 2023 y 2024 del 1.1.2, en una sola celda: la segunda no se sabe cuál es."""
    ruta = libro(tmp_path / "libro.xlsx", JUNIO)
    lugares = next(i.lugares for i in leer_seguimiento(ruta).indicadores if i.codigo == "1.1.2")
    escrito = openpyxl.load_workbook(ruta)
    escrito[CUANTITATIVO].merge_cells(f"{lugares['meta', 2023]}:{lugares['meta', 2024]}")
    escrito.save(ruta)
    leido = next(i for i in leer_seguimiento(ruta).indicadores if i.codigo == "1.1.2")
    assert (leido.metas[2023], leido.ilegibles) == (40.0, {("meta", 2024)})
    assert medir(ruta).fuera == Fuera(productos=1, peso_pct=15.0)


def test_vacia_no_es_ilegible(tmp_path: Path) -> None:
    ruta = libro(tmp_path / "libro.xlsx", JUNIO)
    leidos = {i.codigo: i for i in leer_seguimiento(ruta).indicadores}
    assert {i.sin_leer for i in leidos.values()} == {frozenset()}
    escrito = openpyxl.load_workbook(ruta)
    for campo in ("inicio", "fin", "periodicidad"):
        escrito[CUANTITATIVO][leidos["2.2.1"].lugares[campo,]] = None
    escrito.save(ruta)
    vacio = next(i for i in leer_seguimiento(ruta).indicadores if i.codigo == "2.2.1")
    assert (vacio.inicio, vacio.periodicidad, vacio.sin_leer) == (None, None, frozenset())


CELDAS = [
    (codigo, clave)
    for codigo in PESOS
    for clave in (
        *((c,) for c in ("estado", "anualizacion_tipo", "periodicidad", "ponderacion")),
        *((c,) for c in ("linea_base", "inicio", "fin", "meta_final")),
        *(("meta", a) for a in range(2023, 2028)),
        *(("reporte", a, q) for a in range(2023, 2028) for q in range(1, 5)),
    )
]
"""Todas las de los vigentes, también las vacías."""


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(CELDAS),
    st.sampled_from(["#REF!", "pendiente", "1.500", "31/12/2025", "\u200b"]),
)
def test_cualquier_celda_con_cualquier_rareza(
    tmp_path: Path, donde: tuple[str, Clave], que: str
) -> None:
    """O no cambia nada, o sale el producto entero y se dice cuánto pesa."""
    codigo, clave = donde
    ruta = estropear(libro(tmp_path / "libro.xlsx", JUNIO), {codigo: {clave: que}})
    todo = medir(ruta)
    if not todo.fuera:
        assert todo.aporte.brecha_pp == pytest.approx(TOTAL)
        return
    assert todo.aporte.brecha_pp == pytest.approx(TOTAL - BRECHAS.get(codigo, 0.0))
    peso = None if clave == ("ponderacion",) else float(PESOS[codigo])
    assert todo.fuera == Fuera.contar([peso])


def test_la_politica_y_sus_objetivos_dicen_lo_que_falta(tablero: Base) -> None:
    """Suman el 1.1.1 y el 1.2.1: 20 × 50 % + 15 × 40 % = 16 de 17,5."""
    corte = politica.corte(tablero, **VISTA)
    fila = corte.fila
    assert (fila["avance_calculado_pct"], fila["trayectoria_calculada_pct"]) == (16.0, 17.5)
    assert (Fuera.de_fila(fila), corte.nivel) == (DEL_LIBRO, "calculado")
    datos = politica.objetivos(tablero, **VISTA).datos
    uno, dos, total = datos.to_dict("records")
    assert (Fuera.de_fila(uno), Fuera.de_fila(dos)) == (Fuera(2, 15.0, sin_peso=1), Fuera(1, 10.0))
    assert Fuera.de_fila(total) == DEL_LIBRO
    assert (uno["brecha_aporte_pp"], total["brecha_aporte_pp"]) == (-1.5, -1.5)
    # Del objetivo 1 no se sabe cuánto pesa; del 2, lo que queda no ha iniciado.
    assert uno["avance_pct"] != uno["avance_pct"]
    assert dos["avance_pct"] == 0


def test_los_publicados_no_dicen_nada_de_la_suma(base: Base) -> None:
    """Y en el corte publicado quedan fuera el 1.1.19 (3 %) y el 3.1.9 (1 %)."""
    cortes = base.tabla("politica_cortes").set_index("nivel")
    assert Fuera.de_fila(cortes.loc["calculado"].to_dict()) == Fuera(2, 4.0)
    columnas = list(Fuera().columnas)
    assert cortes.loc["publicado", columnas].isna().all()
    assert tuple(cortes.loc["publicado", ["avance_pct", "trayectoria_pct", "brecha_pp"]]) == (
        52.05,
        52.2,
        -0.15,
    )
    objetivos = base.tabla("politica_objetivos")
    calculados = objetivos[objetivos["nivel"] == "calculado"]
    assert list(calculados["productos_sin_dato"]) == [1, 0, 1]
    assert list(calculados["peso_sin_dato_pct"]) == [3.0, 0.0, 1.0]
    avances = base.tabla("politica_avances").set_index("producto_codigo")
    assert avances.loc[["1.1.19", "3.1.9"], "avance_aporte_pp"].isna().all()


def test_por_que_ritmo_y_entidades_dicen_lo_mismo(tablero: Base) -> None:
    productos = por_que.productos(tablero, **VISTA).datos.set_index("producto_codigo")
    assert productos["brecha_aporte_pp"].sum() == pytest.approx(-1.5)
    assert productos["fuera_causa"].dropna().to_dict() == {
        "1.1.2": "no se puede leer: meta de 2023",
        "1.2.2": "no se puede leer: ponderación",
        "2.2.1": "no se puede leer: fecha de inicio",
    }
    sectores = por_que.grupos(tablero, **VISTA, por="sector").datos.set_index("grupo")
    salud, gobierno = (Fuera.de_fila(sectores.loc[s].to_dict()) for s in ("Salud", "Gobierno"))
    assert (salud, gobierno) == (Fuera(2, 10.0, sin_peso=1), Fuera(1, 15.0))
    assert sectores["avance_pct"].isna().to_dict() == {"Salud": True, "Gobierno": False}
    resultados = por_que.resultados(tablero, **VISTA).datos.set_index("resultado_codigo")
    assert resultados["productos_sin_dato"].to_dict() == {"1.1": 1, "1.2": 1, "2.1": 0, "2.2": 1}
    assert resultados.loc["2.2", ["avance_pct", "brecha_aporte_pp"]].isna().all()
    assert Fuera.de_fila(ritmo.de_la_politica(tablero, **VISTA).fila) == DEL_LIBRO
    entidades = entidad.entidades(tablero, **VISTA).datos
    assert list(entidades["productos_fuera"]) == [2, 1]
    assert list(entidades["peso_fuera_pct"]) == [10.0, 15.0]
    serie = historia.de_la_politica(tablero, politica=POLITICA).datos
    de_junio = serie[serie["corte_fecha"] == JUNIO].to_dict("records")
    assert [Fuera.de_fila(f) for f in de_junio] == [DEL_LIBRO]


def test_se_puede_pedir_cuales_son(tablero: Base) -> None:
    sin_filtro = dict.fromkeys(("objetivo", "tipo", "sector", "entidad"))
    fuera = politica.productos(tablero, **VISTA, **sin_filtro, estado=politica.FUERA_DE_LA_SUMA)
    assert list(fuera.datos["producto_codigo"]) == ["1.1.2", "1.2.2", "2.2.1"]
    opciones = politica.opciones(tablero, **VISTA).datos
    assert opciones[opciones["filtro"] == "estado"]["opcion"].iloc[-1] == politica.FUERA_DE_LA_SUMA


def correr(*argumentos: str | Path) -> list[str]:
    hecho = orden.correr("seguimiento", *argumentos)
    assert hecho.returncode == 0
    return hecho.stdout.splitlines()


def test_la_linea_de_comandos_lo_dice(tmp_path: Path) -> None:
    ruta = libro(tmp_path / "libro.xlsx", JUNIO)
    rotas: Mapping[str, Mapping[Clave, str]] = {
        "1.1.2": {("meta", 2023): "cuarenta"},
        "1.2.2": {("ponderacion",): "diez"},
        "2.1.1": {("codigo",): "Producto sin código"},
        "2.2.1": {("inicio",): "01/07/2025"},
    }
    salida = tmp_path / "salida.csv"
    dicho = correr("calcular", estropear(ruta, rotas), "--corte", "2025-06-30", "--csv", salida)
    todo = next(linea for linea in dicho if linea.startswith("Política: "))
    assert todo == (
        "Política: avance 16,00\u00a0%, trayectoria 17,50\u00a0%, brecha −1,50\u00a0p.\u00a0p. de "
        f"la política (6 productos). {FRASE}"
    )
    assert "  2.2.1: no se puede leer: fecha de inicio" in dicho
    renglones = salida.read_text(encoding="utf-8").splitlines()
    columnas = renglones[0].split(",")
    de_2_2_1 = dict(zip(columnas, renglones[6].split(","), strict=True))
    assert (de_2_2_1["producto_codigo"], de_2_2_1["aporte_brecha_pp"]) == ("2.2.1", "")
    assert de_2_2_1["fuera_causa"] == "no se puede leer: fecha de inicio"


def test_importar_lo_dice(tmp_path: Path, fuentes: Path) -> None:
    ruta = estropear(
        libro(tmp_path / "libro.xlsx", DICIEMBRE), {"1.1.1": {("meta_final",): "quinientos"}}
    )
    (primera, *_) = correr("importar", ruta, "--fuentes", fuentes)
    assert primera.endswith(
        "trayectoria 36,13\u00a0%. Fuera de la suma, sin dato: 1 producto (22,00\u00a0% del peso "
        "de la política)."
    )


def test_el_corte_sano_no_dice_nada(tablero: Base) -> None:
    fila = politica.corte(tablero, politica=POLITICA, corte=date(2025, 12, 31)).fila
    assert Fuera.de_fila(fila) == Fuera()
