"""La página de conciliación: cuántas cifras hay de cada estado, sus filtros y sus partes."""

import pytest
from dichos import advertidos, informados
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import formato
from tablero.consultas import conciliacion
from tablero.consultas.base import Base

PAGINA = "pages/conciliacion.py"


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def filas(dicho: str) -> list[str]:
    """Las filas de la tabla de contrastes."""
    tabla = dicho.split('aria-label="Cifra por cifra"')[1].split("</tbody>", maxsplit=1)[0]
    return tabla.split("<tr>")[2:]


def test_las_tarjetas_cuentan_lo_que_hay_en_la_base(abrir: Abrir, texto: Texto, base: Base) -> None:
    dicho = texto(abrir(PAGINA))
    fila = conciliacion.resumen(base, documento=None).fila
    for estado in ("coinciden", "difieren", "no_calculables"):
        assert f'<p class="tb-cifra">{fila[estado]}</p>' in dicho
    assert f"De {fila['contrastes']} cifras revisadas en todos los documentos." in dicho


def test_explica_la_regla(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "se calcula de nuevo con sus propias partes" in dicho
    assert "lo publicado nunca se corrige" in dicho


def test_lo_que_difiere_va_primero_con_sus_dos_numeros(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    difieren = conciliacion.contrastes(base, documento="cnim", estado="difiere").datos
    asignado = difieren[difieren["descripcion"].str.contains("Los recursos asignados")]
    (dicha,) = asignado.to_dict("records")
    fila = next(
        f for f in filas(texto(abrir(PAGINA, ver="cifras"))) if "Los recursos asignados" in f
    )
    assert "$2.000\u00a0millones" in fila
    assert formato.pesos(dicha["valor_calculado"]) in fila
    assert f"+{formato.pesos(dicha['diferencia'])}" in fila
    assert "▲</span> Difiere" in fila
    assert "«Se asignan recursos 2.000 millones de pesos en territorios»" in fila


def test_filtra_por_documento_y_estado_desde_el_enlace(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    dicho = texto(abrir(PAGINA, documento="cnim", estado="no calculable"))
    esperadas = conciliacion.contrastes(base, documento="cnim", estado="no calculable").datos
    assert len(filas(dicho)) == len(esperadas)
    assert "en «Plan CNIM»" in dicho
    assert any("63,8\u00a0%" in f and "No calculable" in f for f in filas(dicho))


def test_un_producto_del_informe_lleva_a_su_hoja(abrir: Abrir, texto: Texto) -> None:
    dicho = "".join(filas(texto(abrir(PAGINA, documento="sdp", estado="difiere"))))
    a_su_hoja = '<a href="producto?codigo=1.1.19&amp;corte=2024-12-31" target="_self">1.1.19</a>'
    assert f"es justo el peso de {a_su_hoja}, sin porcentajes" in dicho
    otros = "".join(filas(texto(abrir(PAGINA, documento="cnim"))))
    assert "producto?codigo" not in otros


def test_las_listas_escriben_el_filtro_en_la_url(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, parte="2")
    prueba.selectbox(key="filtro_documento").select("comite").run()
    assert not prueba.exception
    assert prueba.query_params["documento"] == "comite"
    assert "parte" not in prueba.query_params


def test_la_tabla_larga_se_ve_por_partes(abrir: Abrir, texto: Texto, base: Base) -> None:
    total = len(conciliacion.contrastes(base, documento=None, estado=None).datos)
    prueba = abrir(PAGINA, ver="cifras")
    assert f"Cifra por cifra: 1 a 40 de {total}" in subtitulos(prueba)
    assert len(filas(texto(prueba))) == 40
    prueba = abrir(PAGINA, parte="2")
    assert f"Cifra por cifra: 41 a 80 de {total}" in subtitulos(prueba)
    assert len(filas(texto(prueba))) == 40


def test_sin_filas_lo_dice(abrir: Abrir, base: Base) -> None:
    assert conciliacion.contrastes(base, documento="eat", estado="difiere").esta_vacio
    prueba = abrir(PAGINA, documento="eat", estado="difiere")
    dicho = informados(prueba)
    assert dicho == ["No hay ninguna cifra con ese resultado en ese documento."]


@pytest.mark.parametrize(
    ("parametro", "lista"),
    [("documento", "Documento"), ("estado", "Estado"), ("parte", "Cifras a la vista")],
)
def test_un_filtro_que_no_existe_se_dice(abrir: Abrir, parametro: str, lista: str) -> None:
    prueba = abrir(PAGINA, **{parametro: "otro"})
    assert advertidos(prueba) == [
        f"El enlace pide «{lista}: otro», que no existe: se muestra todo."
    ]


def test_el_territorio_no_la_toca_y_lo_dice(abrir: Abrir, base: Base, texto: Texto) -> None:
    prueba = abrir(PAGINA, departamento="Arauca")
    assert "fuentes completas: el filtro «Arauca» no la cambia" in informados(prueba)[0]
    total = conciliacion.resumen(base, documento=None).fila["contrastes"]
    assert f"De {total} cifras revisadas" in texto(prueba)
