"""Lo que se le dice a cada entidad, cómo se halla por su nombre y su gráfico."""

from typing import Any, get_args

import pandas as pd
import pytest

from tablero import tema
from tablero.graficos import entidad as graficos
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.marco.estilo import clase_de, hoja
from tablero.modelo.politica_seguimiento import Lectura, Situacion
from tablero.respuestas.entidad import palabras

NOMBRES = [
    "Educación",
    "Secretaría Distrital de Educación",
    "Secretaría Distrital de la Mujer",
    "sin dato",
]


def producto(situacion: str, **otros: Any) -> dict[str, Any]:
    """Una fila de producto sin nada más que decir, con su libro."""
    base = {
        "producto_codigo": "1.1.1",
        "situacion": situacion,
        "nivel": "calculado",
        "ritmo_lectura": "sin dato",
        "ritmo_actual_pp": None,
        "ritmo_final_pp": None,
        "llegada_fecha": None,
        "reporte_pendiente": None,
        "fuera_causa": None,
        "errores": 0,
        "advertencias": 0,
    }
    return {**base, **otros}


def propia(**otros: Any) -> dict[str, Any]:
    """La fila de una entidad con un producto atrasado que resta medio punto."""
    base: dict[str, Any] = {
        **dict.fromkeys(palabras.CONTEOS.values(), 0),
        "entidad": "Salud",
        "grafias": None,
        "grafias_nota": None,
        "productos": 1,
        "politica_productos": 8,
        "politica_productos_sin_entidad": 0,
        "productos_atrasados": 1,
        "ponderacion_pct": 4.0,
        "brecha_aporte_pp": -0.5,
        "productos_fuera": 0,
        "peso_fuera_pct": 0.0,
        "fuera_sin_peso": 0,
        "politica_brecha_pp": -0.14,
        "hallazgos": 0,
        "corte_fecha": pd.Timestamp("2025-06-30").date(),
    }
    return {**base, **otros}


@pytest.mark.parametrize("situacion", get_args(Situacion))
def test_toda_situacion_tiene_forma_conteo_y_algo_que_decir(situacion: str) -> None:
    assert situacion in graficos.SITUACIONES
    assert situacion in palabras.CONTEOS
    assert f".{clase_de(situacion)} {{ background: {tema.SITUACIONES[situacion].color}" in hoja()
    fila = producto(situacion, reporte_pendiente="2025-Q2")
    assert palabras.que_hacer(fila).endswith(".")


def test_las_situaciones_no_comparten_forma_ni_palabra() -> None:
    estados = list(graficos.SITUACIONES.values())
    assert len({e.simbolo for e in estados}) == len({e.palabra for e in estados}) == 7


@pytest.mark.parametrize(
    ("fila", "dicho"),
    [
        (
            producto("sin reporte", reporte_pendiente="2025-Q2", advertencias=3),
            "Enviar el reporte del segundo trimestre de 2025 y los anteriores que falten. "
            "Revisar los 3 hallazgos "
            "de sus celdas.",
        ),
        (
            producto("atrasado", errores=1),
            "Explicar el retraso y decir cómo se pone al día. Revisar el hallazgo de sus celdas.",
        ),
        (producto("a tiempo", ritmo_lectura="alcanza"), "Seguir reportando a tiempo."),
        (
            producto("a tiempo", ritmo_lectura="no alcanza"),
            "Acelerar: va a tiempo, pero a este ritmo no alcanza la meta final.",
        ),
        (
            producto("sin dato"),
            "Revisar sus metas y reportes: con los del libro no se puede calcular su avance.",
        ),
        (
            producto("sin dato", nivel="publicado", errores=None, advertencias=None),
            "Enviar su avance: la fuente no publica ningún porcentaje suyo.",
        ),
    ],
)
def test_que_debe_hacer(fila: dict[str, Any], dicho: str) -> None:
    assert palabras.que_hacer(fila) == dicho


@pytest.mark.parametrize("lectura", get_args(Lectura))
def test_el_ritmo_en_palabras(lectura: str) -> None:
    fila = producto(
        "a tiempo",
        ritmo_lectura=lectura,
        ritmo_actual_pp=4 / 3,
        ritmo_final_pp=2.0,
        llegada_fecha=pd.Timestamp("2029-03-31").date(),
    )
    dicho = palabras.ritmo(fila)
    assert (dicho == "") == (lectura in ("sin dato", "no aplica"))
    if lectura == "no alcanza":
        assert dicho == (
            "Si sigue igual, no alcanza la meta final en su plazo: lleva 1,33 puntos por mes y "
            "necesita 2."
        )
    if lectura == "alcanza":
        assert dicho.startswith("Si sigue igual, alcanza la meta final en su plazo: lleva 1,33")


def test_las_notas_no_se_cuentan_como_hallazgos() -> None:
    """Las tarjetas y el resumen cuentan errores y advertencias: el título dice lo mismo."""
    advertencia, nota = {"severidad": "advertencia"}, {"severidad": "nota"}
    comienzo = "Lo que hay que revisar en sus celdas: "
    assert palabras.por_revisar([advertencia] * 3 + [nota]) == f"{comienzo}3 hallazgos y 1 nota"
    assert palabras.por_revisar([nota, nota]) == f"{comienzo}2 notas"


@pytest.mark.parametrize(
    ("nombre", "dicho"),
    [
        ("Secretaría Distrital de Salud", "La Secretaría Distrital de Salud"),
        ("Instituto Distrital de Turismo", "El Instituto Distrital de Turismo"),
        ("I. Social", "I. Social"),
    ],
)
def test_el_articulo_solo_si_se_sabe(nombre: str, dicho: str) -> None:
    assert palabras.con_articulo(nombre) == dicho


def test_el_resumen_de_un_solo_producto() -> None:
    fila = producto("sin reporte", reporte_pendiente="2025-Q2")
    assert palabras.resumen(propia(), [fila], "Política") == (
        "Salud tiene 1 producto en «Política», con corte al 30 de junio de 2025: 1 atrasado. "
        "Pesa 4\u00a0% de la política y aporta −0,50\u00a0p.\u00a0p. a su brecha calculada, que es "
        "de "
        "−0,14\u00a0p.\u00a0p. (negativa es retraso). Falta el reporte de 1.1.1 (segundo "
        "trimestre de 2025)."
    )


def test_lo_que_la_fuente_no_da_se_dice_sin_dato() -> None:
    sin_libro = propia(
        entidad=None,
        hallazgos=None,
        productos_sin_reporte=None,
        productos_no_vigentes=None,
        productos_sin_iniciar=None,
    )
    dicho = palabras.resumen(sin_libro, [], "Política")
    assert dicho.startswith("La fuente no dice qué entidad responde por 1 producto de «Política»")
    assert dicho.endswith(palabras.SIN_REPORTES)
    assert "0 " not in dicho.replace("30 ", "")


def test_una_entidad_solo_con_lo_que_salio_no_pesa() -> None:
    fila = propia(productos_atrasados=0, productos_no_vigentes=1, ponderacion_pct=None)
    dicho = palabras.resumen(fila, [], "Política")
    assert dicho == (
        "Salud tiene 1 producto en «Política», con corte al 30 de junio de 2025: 1 no vigente."
    )


@pytest.mark.parametrize(
    ("propio", "reportado", "dicho"),
    [
        (80.0, 85.714, ("80\u00a0%", "en el libro: 85,71\u00a0%")),
        (80.0, 80.001, ("80\u00a0%", "")),
        (80.0, None, ("80\u00a0%", "")),
        (None, 50.0, ("sin dato", "en el libro: 50\u00a0%")),
    ],
)
def test_lo_recalculado_y_lo_que_trae_el_libro(
    propio: float | None, reportado: float | None, dicho: tuple[str, str]
) -> None:
    fila = {"pav_pct": propio, "pav_reportado_pct": reportado}
    assert palabras.porcentajes(fila, "pav") == dicho


@pytest.mark.parametrize(
    ("pedida", "hallada"),
    [
        ("secretaria distrital de la MUJER", "Secretaría Distrital de la Mujer"),
        ("educacion", "Educación"),
        ("sin dato", "sin dato"),
        ("Mujer", None),
        ("", None),
        ("¿?", None),
    ],
)
def test_se_halla_sin_tildes_ni_mayusculas(pedida: str, hallada: str | None) -> None:
    assert nombres_de_entidad.hallar(pedida, NOMBRES) == hallada


def test_la_que_se_llama_exactamente_asi_va_primero() -> None:
    assert nombres_de_entidad.hallar("Educación", ["EDUCACION", "Educación"]) == "Educación"


@pytest.mark.parametrize(
    ("pedida", "propuestas"),
    [
        ("mujer", ["Secretaría Distrital de la Mujer"]),
        ("Educasion", ["Educación"]),
        ("xyz", []),
        ("", []),
    ],
)
def test_se_proponen_las_parecidas(pedida: str, propuestas: list[str]) -> None:
    assert nombres_de_entidad.parecidas(pedida, NOMBRES) == propuestas


def conteo(*filas: tuple[str | None, str, int], nivel: str = "calculado") -> pd.DataFrame:
    datos = pd.DataFrame(filas, columns=["entidad", "situacion", "productos"])
    return datos.assign(nivel=nivel)


def test_el_grafico_reparte_los_productos_de_cada_entidad() -> None:
    """Salud: 1 sin reporte + 2 atrasados; Gobierno: 4 a tiempo. Por atender: 1 + 2 = 3, de una."""
    dibujo = graficos.situaciones(
        conteo(("Salud", "sin reporte", 1), ("Salud", "atrasado", 2), ("Gobierno", "a tiempo", 4))
    )
    assert dibujo.titulo == "3 productos atrasados o sin reporte, de 1 de las 2 entidades"
    assert dibujo.alternativa.endswith("Salud, 1 sin reporte y 2 atrasados; Gobierno, 4 a tiempo")
    trozos = dibujo.datos.set_index(["fila", "estado"])
    assert tuple(trozos.loc[("Salud: 3 productos", "atrasado"), ["desde", "hasta"]]) == (1, 3)
    assert list(dibujo.datos["rotulo"]) == ["◇ 1", "▼ 2", "● 4"]
    assert dibujo.nota == graficos.QUE_COLOR


@pytest.mark.parametrize(
    ("datos", "titulo"),
    [
        (conteo(("A", "a tiempo", 2)), "Ninguna entidad tiene productos atrasados o sin reporte"),
        (
            conteo(("A", "a tiempo", 2), nivel="publicado"),
            "Ninguna entidad tiene productos atrasados",
        ),
        (
            conteo(("A", "atrasado", 1)),
            "1 producto atrasado o sin reporte, de la única entidad que nombra la fuente",
        ),
        (
            conteo(("A", "atrasado", 1), ("B", "a tiempo", 1), nivel="publicado"),
            "1 producto atrasado, de 1 de las 2 entidades que nombra la fuente",
        ),
    ],
)
def test_el_titulo_no_dice_lo_que_la_fuente_calla(datos: pd.DataFrame, titulo: str) -> None:
    dibujo = graficos.situaciones(datos)
    assert dibujo.titulo == titulo
    assert ("no se sabe qué reportes faltan" in dibujo.nota) == (datos["nivel"][0] == "publicado")


@pytest.mark.parametrize(
    ("datos", "titulo"),
    [
        (
            conteo(
                *(("A", "atrasado", 1), ("B", "a tiempo", 6), (None, "atrasado", 5)),
                (None, "a tiempo", 25),
                nivel="publicado",
            ),
            "6 productos atrasados: de 5 la fuente no dice quién responde y el otro es de 1 de las "
            "2 entidades que nombra",
        ),
        (
            conteo(("A", "atrasado", 2), ("A", "sin reporte", 1), (None, "atrasado", 1)),
            "4 productos atrasados o sin reporte: de 1 la fuente no dice quién responde y los "
            "otros 3 son de la única entidad que nombra",
        ),
        (
            conteo(("A", "a tiempo", 2), (None, "atrasado", 1)),
            "1 producto atrasado o sin reporte: la fuente no dice quién responde por él",
        ),
        (
            conteo((None, "atrasado", 2)),
            "2 productos atrasados o sin reporte: la fuente no dice quién responde por ellos",
        ),
        (
            conteo(("A", "a tiempo", 2), (None, "a tiempo", 1), nivel="publicado"),
            "Ningún producto está atrasado",
        ),
    ],
)
def test_el_titulo_cuenta_tambien_los_que_no_dicen_de_quien_son(
    datos: pd.DataFrame, titulo: str
) -> None:
    dibujo = graficos.situaciones(datos)
    assert dibujo.titulo == titulo
    sin_entidad = int(datos.loc[datos["entidad"].isna(), "productos"].sum())
    rotulos = [f for f in dict.fromkeys(dibujo.datos["fila"]) if f.startswith("Sin dato")]
    cuantos = f"{sin_entidad} producto{'s' * (sin_entidad > 1)}"
    assert rotulos == [f"Sin dato de la entidad: {cuantos}"]
    assert dibujo.datos["fila"].iloc[-1] == rotulos[0]


def test_con_muchas_entidades_se_ven_las_primeras_y_se_dice() -> None:
    muchas = conteo(*((f"Entidad {n:02}", "atrasado", 1) for n in range(20)))
    dibujo = graficos.situaciones(muchas)
    assert dibujo.titulo.startswith("20 productos atrasados")
    assert dibujo.datos["fila"].nunique() == 12
    assert dibujo.nota.startswith("Se ven 12 de 20 entidades")
