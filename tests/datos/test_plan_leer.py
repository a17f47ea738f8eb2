"""El plan de acción se lee por sus encabezados, con la escala que dicen sus formatos."""

import math
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fabrica_plan import (
    ANIOS,
    FILAS,
    HOJA,
    TITULOS,
    TRAYECTORIA,
    Pct,
    columna,
    con,
    escribir,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from tablero.calculo.plan.programado import Programado
from tablero.calculo.plan.trayectoria import de_la_politica
from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.ingesta.plan.corpus import hallazgos_del_plan
from tablero.ingesta.plan.leer import PlanLeido, leer_plan


def celda(clave: str, fila: int = 12) -> str:
    return f"{get_column_letter(columna(clave))}{fila}"


@pytest.fixture
def leer(tmp_path: Path) -> Any:
    def de_filas(filas: Any = FILAS, **opciones: Any) -> PlanLeido:
        return leer_plan(escribir(tmp_path / "PA_prueba_v1-23.xlsx", filas, **opciones))

    return de_filas


def producto(leido: PlanLeido, codigo: str) -> Programado:
    return next(p for p in leido.plan.productos if p.codigo == codigo)


def trayectoria(leido: PlanLeido) -> dict[int, float]:
    return {t.anio: round(t.trayectoria_pct, 9) for t in de_la_politica(leido.plan)}


def dichos(leido: PlanLeido) -> list[tuple[str, str, str]]:
    return [(h.severidad, h.regla, h.celda) for h in hallazgos_del_plan(leido)]


def test_todo_lo_que_trae(leer: Any) -> None:
    leido = leer()
    assert dichos(leido) == []
    assert leido.plan.anios == ANIOS
    assert [(o.numero, o.nombre, o.ponderacion_pct) for o in leido.plan.objetivos] == [
        (1, "Objetivo uno", 80.0),
        (2, "Objetivo dos", 20.0),
    ]
    assert [(r.codigo, r.indicador.ponderacion_pct) for r in leido.plan.resultados] == [
        ("1.1", 80.0),
        ("2.1", 20.0),
    ]
    dos = producto(leido, "1.1.2")
    assert (dos.indicador.nombre, dos.indicador.indicador_nombre) == (
        "Producto dos",
        "Indicador del producto",
    )
    assert dos.indicador.metas == {2025: 40.0, 2026: 60.0, 2027: 100.0}
    assert (dos.indicador.meta_final, dos.indicador.linea_base) == (100.0, 20.0)
    assert (dos.linea_base_periodo, dos.linea_base_fuente) == ("2022", "Registro")
    assert (dos.indicador.inicio, dos.indicador.fin) == (date(2023, 1, 1), date(2027, 12, 31))
    assert (dos.indicador.sector, dos.indicador.entidad, dos.dependencia) == (
        "Gobierno",
        "Entidad A",
        "Oficina A",
    )
    assert (dos.corresponsable_entidad, dos.formula) == ("Entidad B", "Conteo")
    assert dos.indicador.lugares["meta", 2025] == celda("p.2025", 13)
    assert trayectoria(leido) == TRAYECTORIA
    assert leido.columnas.sin_leer == {
        columna("r.ods") - 1: "Meta ODS",
        columna("p.pdd") - 1: "Meta PDD",
    }


def test_la_escala_la_dice_el_formato_y_nunca_el_tamano(leer: Any) -> None:
    """0,05 con formato de porcentaje es 5 %; 5 sin él, también; 0,05 sin él es 0,05 %."""
    filas = con({0: {"p.peso": Pct(0.05)}, 1: {"p.peso": 5}, 2: {"p.peso": 0.05}})
    leido = leer(filas)
    pesos = [p.indicador.ponderacion_pct for p in leido.plan.productos]
    assert pesos == [5.0, 5.0, 0.05]
    tres = producto(leer(), "2.1.1")
    assert set(tres.indicador.metas.values()) == {50.0}
    assert (tres.indicador.meta_final, tres.es_porcentaje) == (50.0, True)
    assert producto(leer(), "1.1.1").es_porcentaje is False
    decenas = leer(con({0: {"p.final": Pct(34.4)}}))
    assert producto(decenas, "1.1.1").indicador.meta_final == 3440.0


@pytest.mark.parametrize("formato", ["0%", "0.00%", "#,##0.0 %", "0.00%;[Red]-0.00%"])
def test_todo_formato_de_porcentaje(tmp_path: Path, formato: str) -> None:
    ruta = escribir(tmp_path / "PA_v1-23.xlsx")
    libro = openpyxl.load_workbook(ruta)
    libro[HOJA][celda("p.peso")].number_format = formato
    libro.save(ruta)
    assert producto(leer_plan(ruta), "1.1.1").indicador.ponderacion_pct == 50.0


def test_un_signo_pintado_no_es_un_porcentaje(tmp_path: Path) -> None:
    """`0"%"` muestra 50% donde la celda guarda 50: no hay nada que multiplicar."""
    ruta = escribir(tmp_path / "PA_v1-23.xlsx", con({0: {"p.peso": 50}}))
    libro = openpyxl.load_workbook(ruta)
    libro[HOJA][celda("p.peso")].number_format = '0"%"'
    libro.save(ruta)
    assert producto(leer_plan(ruta), "1.1.1").indicador.ponderacion_pct == 50.0


@pytest.mark.parametrize("bajan", [-3, 1, 15])
def test_los_encabezados_pueden_estar_en_otras_filas(leer: Any, bajan: int) -> None:
    leido = leer(bajan=bajan)
    assert (leido.columnas.primera_fila + 1, leido.columnas.ultima_fila + 1) == (
        9 + bajan,
        11 + bajan,
    )
    assert trayectoria(leido) == TRAYECTORIA


def test_sin_celdas_combinadas_se_lee_lo_mismo(leer: Any) -> None:
    leido = leer(combinar=False)
    assert dichos(leido) == []
    assert trayectoria(leido) == TRAYECTORIA
    assert producto(leido, "1.1.2").corresponsable_entidad == "Entidad B"
    assert producto(leido, "1.1.2").indicador.entidad == "Entidad A"


@given(st.permutations(range(1, TITULOS.index(next(t for t in TITULOS if t.clave == "p")))))
@settings(max_examples=8, deadline=None)
def test_ninguna_columna_se_busca_por_su_lugar(
    tmp_path_factory: pytest.TempPathFactory, orden: list[int]
) -> None:
    """Las de un lado pueden ir en cualquier orden; las metas de los años, juntas."""
    sueltas = [i for i in orden if not TITULOS[i].bajo.startswith("Meta")]
    metas = [i for i in range(len(TITULOS)) if TITULOS[i].clave.startswith("r.20")]
    titulos = [TITULOS[0], *(TITULOS[i] for i in (*sueltas, *metas))]
    titulos += [t for t in TITULOS if t not in titulos]
    ruta = tmp_path_factory.mktemp("plan") / "PA_v1-23.xlsx"
    leido = leer_plan(escribir(ruta, titulos=titulos, combinar=False))
    assert dichos(leido) == []
    assert trayectoria(leido) == TRAYECTORIA
    assert [(r.codigo, r.indicador.linea_base) for r in leido.plan.resultados] == [
        ("1.1", 5.0),
        ("2.1", 5.0),
    ]


def test_lo_de_un_resultado_puede_ir_combinado_o_vacio_en_sus_demas_filas(tmp_path: Path) -> None:
    vacias = {t.clave: None for t in TITULOS if t.clave.startswith(("objetivo", "r"))}
    ruta = escribir(tmp_path / "PA_v1-23.xlsx", con({1: vacias}))
    assert dichos(leer_plan(ruta)) == []
    libro = openpyxl.load_workbook(ruta)
    for clave in ("objetivo", "objetivo_peso", "r", "r.peso"):
        libro[HOJA].merge_cells(f"{celda(clave)}:{celda(clave, 13)}")
    libro.save(ruta)
    leido = leer_plan(ruta)
    assert dichos(leido) == []
    assert trayectoria(leido) == TRAYECTORIA
    assert [len(r.indicador.metas) for r in leido.plan.resultados] == [5, 5]


def test_unas_celdas_combinadas_entre_productos_esconden_datos(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "PA_v1-23.xlsx")
    libro = openpyxl.load_workbook(ruta)
    rango = f"{celda('p.entidad')}:{celda('p.entidad', 13)}"
    libro[HOJA].merge_cells(rango)
    libro.save(ruta)
    assert ("error", "ilegible", rango) in dichos(leer_plan(ruta))


def test_un_resultado_que_no_dice_lo_mismo_en_sus_filas_nombra_las_celdas(leer: Any) -> None:
    leido = leer(con({1: {"r.peso": Pct(0.7), "r.2025": 8.5, "r.formula": "a / c"}}))
    (metas, peso, formula) = sorted(hallazgos_del_plan(leido), key=lambda h: h.mensaje)[:3][::-1]
    por_dato = {h.celda: h for h in hallazgos_del_plan(leido)}
    assert set(por_dato) == {celda("r.peso", 13), celda("r.2025", 13), celda("r.formula", 13)}
    assert por_dato[celda("r.peso", 13)].mensaje == (
        f"la ponderación del resultado 1.1 no es lo mismo en todas sus filas: 80\u00a0% "
        f"({celda('r.peso')}) y 70\u00a0% ({celda('r.peso', 13)})."
    )
    assert {h.severidad for h in (metas, peso, formula)} == {"error"}
    uno = leido.plan.resultados[0].indicador
    assert uno.ponderacion_pct is not None
    assert math.isnan(uno.ponderacion_pct)
    assert math.isnan(uno.metas[2025])
    assert leido.plan.resultados[0].formula == "a/b"


def test_otros_signos_y_mayusculas_no_son_otra_cosa(leer: Any) -> None:
    leido = leer(con({1: {"r": "1.1.  RESULTADO\u00a0uno.", "r.formula": "A/b"}}))
    assert dichos(leido) == []


def test_la_historia_de_un_resultado_no_contradice_su_fila_vigente(leer: Any) -> None:
    """Los planes guardan las filas de antes como No vigentes, con otro peso y otras metas."""
    vieja = {"r.vigente": "No Vigente", "r.peso": 0, "p.vigente": "No vigente", "p.peso": 0}
    filas = [{**FILAS[0], **vieja, "p": "1.1.9. Producto viejo"}, *FILAS]
    leido = leer(filas)
    assert dichos(leido) == [("nota", "fila_historica", celda("r", 13))]
    assert leido.plan.resultados[0].indicador.ponderacion_pct == 80.0
    assert [p.codigo for p in leido.plan.vigentes] == ["1.1.1", "1.1.2", "2.1.1"]
    repetido = leer([{**FILAS[0], **vieja}, *FILAS])
    assert trayectoria(repetido) == TRAYECTORIA
    assert {d[0] for d in dichos(repetido)} == {"nota"}


def test_un_producto_repetido_y_vigente_es_un_error(leer: Any) -> None:
    leido = leer([*FILAS, {**FILAS[0], "p.peso": Pct(0.9)}])
    assert dichos(leido) == [("error", "codigo_doble", celda("p", 15))]
    assert producto(leido, "1.1.1").indicador.ponderacion_pct == 50.0


@pytest.mark.parametrize(
    ("clave", "valor", "mensaje"),
    [
        ("p", "Producto sin código", "no empieza con un código"),
        ("p", "1.1. 4 talleres", "no deja saber si el código es"),
        ("p", "1.1 Producto", "debe empezar con un código de 3 números, como 1.1.4"),
        ("p", 1.1, "no es un texto con el código"),
        ("r", "1.1.1. Resultado", "debe empezar con un código de 2 números, como 1.1"),
        ("p.peso", "5 %", "está guardado como texto"),
        ("p.peso", "#REF!", "tiene el error #REF!"),
        ("p.2025", "#SPILL!", "tiene el error #SPILL!"),
        ("p.2025", "por definir", "no es un número"),
        ("p.2025", "N/D", "no dice cuánto es"),
        ("p.final", "Sin dato", "no dice cuánto es"),
        ("p.peso", "n.d.", "no dice cuánto es"),
        ("p.final", "#N/A", "tiene el error #N/A"),
        ("p.tipo", "Acumulada", "use: Suma, Constante, Creciente, Decreciente"),
        ("p.periodicidad", "A veces", "use: Mensual"),
        ("p.vigente", "Suspendido", "use: Vigente, No vigente"),
        ("p.inicio", "enero de 2023", "no es una fecha"),
        ("p.base", "¿?", "no es un número"),
    ],
)
def test_lo_ilegible_se_dice_con_su_celda(leer: Any, clave: str, valor: Any, mensaje: str) -> None:
    leido = leer(con({0: {clave: valor}}))
    ilegibles = [h for h in hallazgos_del_plan(leido) if h.regla == "ilegible"]
    assert [h.celda for h in ilegibles] == [celda(clave)]
    assert mensaje in ilegibles[0].mensaje


@pytest.mark.parametrize("valor", ["N/A", "n.a.", "No aplica", "-", "—", None])
def test_lo_que_dice_que_no_hay_no_es_un_error(leer: Any, valor: Any) -> None:
    leido = leer(con({0: {"p.base": valor, "p.2023": valor}}))
    assert [d for d in dichos(leido) if d[1] == "ilegible"] == []
    assert producto(leido, "1.1.1").indicador.linea_base is None
    assert 2023 not in producto(leido, "1.1.1").indicador.metas


@pytest.mark.parametrize("valor", ["ND", "n.d.", "Sin dato"])
def test_una_linea_base_que_no_se_sabe_es_que_no_la_hay(leer: Any, valor: str) -> None:
    leido = leer(con({0: {"p.base": valor}}))
    assert [d for d in dichos(leido) if d[1] == "ilegible"] == []
    assert producto(leido, "1.1.1").indicador.linea_base is None


def test_lo_ilegible_de_un_producto_lo_saca_a_el_y_nada_mas(leer: Any) -> None:
    leido = leer(con({0: {"p.2025": "por definir"}}))
    assert trayectoria(leido) == {2023: 25.0, 2024: 35.0, 2025: 27.5, 2026: 35.0, 2027: 50.0}
    sin_dato = {
        t.anio: (t.productos_sin_dato, t.ponderacion_sin_dato_pct)
        for t in de_la_politica(leido.plan)
    }
    assert sin_dato == {2023: (0, 0), 2024: (0, 0), 2025: (1, 50), 2026: (1, 50), 2027: (1, 50)}


def test_metas_con_formatos_mezclados_no_se_comparan(leer: Any) -> None:
    leido = leer(con({0: {"p.final": Pct(1.0)}}))
    (hallazgo,) = [h for h in hallazgos_del_plan(leido) if h.severidad == "error"]
    assert (hallazgo.regla, hallazgo.celda) == ("escala_mezclada", celda("p.final"))
    assert hallazgo.mensaje == (
        f"1 meta ({celda('p.final')}) tiene formato de porcentaje y las demás no: no se pueden "
        "comparar."
    )
    assert trayectoria(leido)[2027] == 50.0


def test_un_peso_sin_formato_entre_pesos_con_el(leer: Any) -> None:
    leido = leer(con({0: {"p.peso": 0.5}}))
    hallazgos = {h.regla: h for h in hallazgos_del_plan(leido)}
    assert hallazgos["escala_mezclada"].mensaje == (
        f"1 ponderación de los productos ({celda('p.peso')}) no tiene formato de porcentaje y las "
        "demás sí: ahí se leyó 0,5000\u00a0%."
    )
    de_todo = next(h for h in hallazgos_del_plan(leido) if h.regla == "pesos_no_suman")
    assert de_todo.mensaje.startswith(
        "las ponderaciones de los productos vigentes suman 50,50\u00a0% y deben sumar 100\u00a0%."
    )


SIN = {"p.peso": "Ponderación", "p.tipo": "Tipo de anualización", "p.final": "Meta final"}


@pytest.mark.parametrize("clave", SIN)
def test_sin_una_columna_indispensable_no_se_lee(leer: Any, clave: str) -> None:
    titulos = [t._replace(titulo="Otra cosa") if t.clave == clave else t for t in TITULOS]
    with pytest.raises(ErroresDeDatos) as error:
        leer(titulos=titulos)
    assert str(error.value) == (
        "PA_prueba_v1-23.xlsx · hoja «Plan de acción»: entre las columnas de los productos no se "
        f"encuentra «{SIN[clave]}»: escriba su título en el encabezado."
    )


def test_un_titulo_que_no_se_sabe_de_cual_es_no_se_adivina(leer: Any) -> None:
    titulos = [t._replace(titulo="Periodicidad") if t.clave == "p.pdd" else t for t in TITULOS]
    errores = [h.mensaje for h in hallazgos_del_plan(leer(titulos=titulos))]
    celdas = f"{celda('p.pdd', 10)} y {celda('p.periodicidad', 10)}"
    assert errores[0] == (
        f"entre las columnas de los productos hay varias «Periodicidad» ({celdas}); deje una sola."
    )


@pytest.mark.parametrize(
    ("bajo", "mensaje"),
    [
        ("", "está entre las metas y no dice de qué año es"),
        ("Meta 20255", "no nombra un año"),
        ("Meta 2024", "repite la meta de 2024"),
        ("Observaciones", "está entre las metas y no dice de qué año es"),
    ],
)
def test_una_meta_mal_rotulada_detiene_la_lectura(leer: Any, bajo: str, mensaje: str) -> None:
    """Sin su encabezado, las metas de ese año se perderían en silencio."""
    titulos = [t._replace(bajo=bajo) if t.clave == "p.2025" else t for t in TITULOS]
    with pytest.raises(ErroresDeDatos) as error:
        leer(titulos=titulos)
    assert mensaje in str(error.value)
    assert celda("p.2025", 11) in str(error.value)


def test_la_primera_meta_sin_encabezado_tambien(leer: Any) -> None:
    titulos = [t._replace(bajo="", titulo="") if t.clave == "p.2023" else t for t in TITULOS]
    with pytest.raises(ErroresDeDatos, match="no dice de qué año es"):
        leer(titulos=titulos)


@pytest.mark.parametrize("hoja", ["1. Plan de acción", "PLAN DE ACCION", "Matriz"])
def test_la_hoja_se_reconoce(leer: Any, hoja: str) -> None:
    assert trayectoria(leer(hoja=hoja)) == TRAYECTORIA


@pytest.mark.parametrize("estado", ["visible", "hidden"])
def test_con_dos_planes_en_el_libro_no_se_adivina_cual_rige(tmp_path: Path, estado: str) -> None:
    ruta = escribir(tmp_path / "PA_v1-23.xlsx")
    libro = openpyxl.load_workbook(ruta)
    copia = libro.copy_worksheet(libro[HOJA])
    copia.title, copia.sheet_state = "Plan de acción (2)", estado
    libro.save(ruta)
    with pytest.raises(ErroresDeDatos) as error:
        leer_plan(ruta)
    assert "«Plan de acción» y «Plan de acción (2)». Deje una sola" in str(error.value)


def test_las_demas_hojas_y_las_notas_de_abajo_no_estorban(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "PA_v1-23.xlsx")
    libro = openpyxl.load_workbook(ruta)
    libro[HOJA].cell(18, 1, "Elaboró: oficina de planeación")
    libro.create_sheet("Ficha técnica IP 1.1.1").append(["Metodología", "Conteo"])
    oculta = libro.create_sheet("Listas")
    oculta.sheet_state = "hidden"
    oculta["A1"] = "Suma"
    libro[HOJA].column_dimensions[get_column_letter(columna("p.peso"))].hidden = True
    libro[HOJA].row_dimensions[13].hidden = True
    libro.save(ruta)
    leido = leer_plan(ruta)
    assert dichos(leido) == []
    assert trayectoria(leido) == TRAYECTORIA


def test_una_fila_con_cifras_y_sin_codigo_se_dice(leer: Any) -> None:
    leido = leer([*FILAS, {"p.peso": Pct(0.1), "p.2025": 3}])
    assert dichos(leido) == [("error", "ilegible", celda("p", 15))]


def test_un_producto_sin_codigo_en_la_fila_de_su_resultado_se_dice(leer: Any) -> None:
    leido = leer(con({1: {"p": None}}))
    assert ("error", "ilegible", celda("p", 13)) in dichos(leido)
    assert [p.codigo for p in leido.plan.productos] == ["1.1.1", "2.1.1"]


def test_lo_que_una_fila_dice_de_su_resultado_sin_nombrarlo_tambien_se_revisa(leer: Any) -> None:
    leido = leer(con({1: {"r": None, "objetivo": None, "r.peso": Pct(0.7), "objetivo_peso": 0.8}}))
    celdas = {h.celda: h.mensaje for h in hallazgos_del_plan(leido)}
    assert set(celdas) == {celda("r.peso", 13), celda("objetivo_peso", 13)}
    assert celdas[celda("objetivo_peso", 13)].startswith("la ponderación del objetivo 1 no es lo ")


def test_una_fila_en_el_objetivo_de_otro_se_dice(leer: Any) -> None:
    leido = leer(con({2: {"objetivo": "1. Objetivo uno"}}))
    (hallazgo,) = [h for h in hallazgos_del_plan(leido) if h.regla == "ilegible"]
    assert hallazgo.celda == celda("objetivo", 14)
    assert hallazgo.mensaje.endswith(
        "«1. Objetivo uno» no es el objetivo de la fila: por su código es el 2."
    )
    sin_numero = leer(con({n: {"objetivo": "Proteger la vida"} for n in (0, 1)}))
    assert dichos(sin_numero) == []
    assert [o.nombre for o in sin_numero.plan.objetivos] == ["Proteger la vida", "Objetivo dos"]


def test_lo_que_no_es_un_plan(tmp_path: Path) -> None:
    libro = openpyxl.Workbook()
    libro.active.append(["otra", "cosa"])  # type: ignore[union-attr]
    libro.save(tmp_path / "otro.xlsx")
    with pytest.raises(ErroresDeDatos, match="no se encuentran los encabezados «Meta 2024»"):
        leer_plan(tmp_path / "otro.xlsx")
    with pytest.raises(ArchivoIlegible, match=r"el plan de acción se lee como \.xlsx"):
        leer_plan(tmp_path / "otro.xlsb")
    with pytest.raises(ArchivoIlegible, match=r"otro2\.xlsx: no existe"):
        leer_plan(tmp_path / "otro2.xlsx")


def test_sin_ningun_producto_no_se_importa(leer: Any) -> None:
    with pytest.raises(ErroresDeDatos, match="no tiene ninguna fila con un producto"):
        leer([])


RAROS = st.sampled_from(
    [
        None,
        "",
        "N/A",
        "#REF!",
        "#SPILL!",
        "texto",
        "5 %",
        "1.234,5",
        "\u00a0",
        "\u200b",
        -1,
        0,
        0.5,
        1e300,
        True,
        date(2024, 1, 1),
        "1.1.1. Otro",
        "Vigente",
        "=1+1",
    ]
)


@given(st.integers(0, 2), st.integers(0, len(TITULOS) - 1), RAROS)
@settings(max_examples=60, deadline=None)
def test_una_celda_rara_no_cambia_otra_cifra_en_silencio(
    tmp_path_factory: pytest.TempPathFactory, fila: int, lugar: int, valor: Any
) -> None:
    """O da el mismo tablero, o un hallazgo, o un cambio que se ve solo en lo de su producto."""
    clave = TITULOS[lugar].clave
    ruta = tmp_path_factory.mktemp("raro") / "PA_v1-23.xlsx"
    escribir(ruta, con({fila: {clave: valor}}))
    try:
        leido = leer_plan(ruta)
    except ErroresDeDatos as error:
        assert str(error)
        return
    hallazgos = hallazgos_del_plan(leido)
    bien = {p.codigo: p for p in leer_plan(escribir(ruta)).plan.productos}
    suyo = ("1.1.1", "1.1.2", "2.1.1")[fila]
    for leida in leido.plan.productos:
        if leida.codigo != suyo and leida.codigo in bien:
            assert leida == bien[leida.codigo]
    if {p.codigo for p in leido.plan.productos} != set(bien):
        assert hallazgos


def test_una_entidad_con_una_letra_de_otro_alfabeto_es_un_error_y_no_otra(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "PA_v1-23.xlsx", con({0: {"p.entidad": "Entidad \u0410"}}))
    leido = leer_plan(ruta)
    assert leido.plan.productos[0].indicador.entidad == ""
    (error,) = leido.errores
    assert error.columna == "Entidad"
    assert "otro alfabeto" in error.mensaje
