"""La página de hallazgos: sin libro dice qué hace falta; con él, qué hay que revisar."""

from pathlib import Path

import pytest
from dichos import advertidos
from fabrica_politica import JUNIO, libro
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero.calculo.semaforo import PUBLICADOS
from tablero.consultas import conciliacion
from tablero.consultas.base import Base
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.ingesta.seguimiento.procesar import armar, hallazgos_de

PAGINA = "pages/hallazgos.py"


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def test_sin_libro_dice_que_falta_y_a_quien_se_le_entrega(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    prueba = abrir(PAGINA)
    assert "Del corte del 31 de diciembre de 2024 solo se publican los porcentajes" in texto(prueba)
    assert "entréguelo a quien administra el tablero" in texto(prueba)
    assert not prueba.code  # la sala no lee órdenes de consola
    resumen = conciliacion.resumen(base, documento="sdp").fila
    assert f"De {resumen['contrastes']} cifras revisadas en «Informe SDP»" in texto(prueba)


@pytest.mark.usefixtures("con_libros")
def test_el_corte_sin_libro_lleva_a_los_que_lo_tienen(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, corte="2024-12-31")
    enlaces = [e.proto.label for e in prueba.get("page_link")]
    assert "Ver los hallazgos del libro del 31 de diciembre de 2025 →" in enlaces
    assert "Ver los hallazgos del libro del 30 de junio de 2025 →" in enlaces
    assert "Ver cada cifra del informe, publicada y calculada →" in enlaces


@pytest.mark.usefixtures("con_libros")
def test_muestra_cada_hallazgo_del_motor(abrir: Abrir, texto: Texto, tmp_path: Path) -> None:
    leido = leer_seguimiento(libro(tmp_path / "libro.xlsx", JUNIO))
    esperados = hallazgos_de(leido, armar(leido, JUNIO, PUBLICADOS))
    resumen, prueba = (
        abrir(PAGINA, corte=JUNIO.isoformat(), ver=ver) for ver in ("revisar", "uno")
    )
    dicho = texto(prueba)
    assert len(esperados) == 4
    for hallazgo in esperados:
        assert hallazgo.mensaje[1:] in dicho
        assert hallazgo.que_hacer in dicho
        assert f"celda {hallazgo.celda}</td>" in dicho
    assert [*subtitulos(resumen), *subtitulos(prueba)] == [
        "4 hallazgos: ningún error y 4 advertencias; lo que más se repite: «Meta sin reporte», 3 "
        "veces",
        "4 hallazgos, uno por uno",
    ]


@pytest.mark.usefixtures("con_libros")
def test_lo_que_cambio_entre_dos_libros(abrir: Abrir, texto: Texto) -> None:
    """Dos ponderaciones, un período reescrito, un producto que sale y otro que entra."""
    dicho = texto(abrir(PAGINA, ver="uno"))
    for parte in (
        "Cambió un dato fijo.</strong> La ponderación decía 20\u00a0% y ahora dice 22\u00a0%.",
        "Período reescrito.</strong> El reporte del cuarto trimestre de 2023 decía 10 y ahora "
        "dice 8.",
        "Cambio de vigencia.</strong>",
        "Producto nuevo.</strong>",
    ):
        assert parte in dicho


@pytest.mark.parametrize(
    ("filtros", "titulo"),
    [
        ({"regla": "meta_sin_reporte"}, "3 hallazgos: Meta sin reporte"),
        ({"objetivo": "1"}, "1 hallazgo: objetivo 1"),
        ({"producto": "1.2.1"}, "1 hallazgo: producto 1.2.1"),
        (
            {"entidad": "Secretaría Distrital de Salud", "severidad": "advertencia"},
            "4 hallazgos: advertencia, Secretaría Distrital de Salud",
        ),
    ],
)
@pytest.mark.usefixtures("con_libros")
def test_un_enlace_reproduce_los_filtros(
    abrir: Abrir, filtros: dict[str, str], titulo: str
) -> None:
    prueba = abrir(PAGINA, corte="2025-06-30", **filtros)
    assert subtitulos(prueba)[-1] == titulo
    assert not advertidos(prueba)
    for nombre, valor in filtros.items():
        assert prueba.selectbox(key=f"filtro_{nombre}").value == valor


@pytest.mark.usefixtures("con_libros")
@pytest.mark.parametrize(
    ("ver", "titulo"),
    [
        ({}, "4 hallazgos: Secretaría Distrital de Salud"),
        ({"ver": "contrastes"}, "5 porcentajes: Secretaría Distrital de Salud"),
    ],
)
def test_una_entidad_se_filtra_con_cualquiera_de_sus_grafias(
    abrir: Abrir, ver: dict[str, str], titulo: str
) -> None:
    prueba = abrir(PAGINA, corte="2025-06-30", entidad="salud", **ver)
    assert prueba.query_params["entidad"] == "Secretaría Distrital de Salud"
    assert subtitulos(prueba)[-1] == titulo
    assert not advertidos(prueba)


@pytest.mark.usefixtures("con_libros")
def test_elegir_un_objetivo_acorta_la_lista_de_productos(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, corte="2025-06-30", producto="2.2.1")
    lista = prueba.selectbox(key="filtro_producto")
    assert lista.options == ["Todos", "1.2.1 (1)", "2.2.1 (3)"]
    prueba.selectbox(key="filtro_objetivo").select("1").run()
    assert prueba.query_params["objetivo"] == "1"
    assert "producto" not in prueba.query_params
    assert prueba.selectbox(key="filtro_producto").options == ["Todos", "1.2.1 (1)"]


@pytest.mark.usefixtures("con_libros")
def test_unos_filtros_que_no_dejan_nada_lo_dicen(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, corte="2025-06-30", objetivo="1", regla="meta_sin_reporte")
    assert "Ningún hallazgo cumple esos filtros." in texto(prueba)


@pytest.mark.usefixtures("con_libros")
def test_lo_reportado_al_lado_de_lo_recalculado(abrir: Abrir, texto: Texto) -> None:
    """El PAHV del 1.2.1: el libro dice 30/35 = 85,71 % y, descontada la línea base, es 80 %."""
    prueba = abrir(PAGINA, corte="2025-06-30", ver="contrastes")
    assert subtitulos(prueba) == [
        "De 4 porcentajes que el libro trae y se pueden recalcular, 3 coinciden y 1 difiere",
        "14 porcentajes, uno por uno",
    ]
    primera = texto(prueba).split("<tbody>")[-1].split("</tr>")[0]
    for parte in ("1.2.1", "85,71\u00a0%", ">80\u00a0%", "+5,71\u00a0p.\u00a0p.", "celda BG8"):
        assert parte in primera
    assert "no descuenta la línea base" in primera


@pytest.mark.usefixtures("con_libros")
def test_los_contrastes_se_filtran(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, corte="2025-06-30", ver="contrastes", estado="coincide", medida="PAA")
    assert subtitulos(prueba)[-1] == "1 porcentaje: PAA, coincide"
    assert "50\u00a0%" in texto(prueba).split("<tbody>")[-1]
    prueba.selectbox(key="filtro_estado").select("difiere").run()
    assert "Ningún porcentaje cumple esos filtros." in texto(prueba)
