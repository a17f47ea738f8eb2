"""La página del Comité: el plan de trabajo, las UTA, la sesión y sus entidades."""

import pytest
from dichos import informados
from tipos import Abrir, Texto

from tablero import formato
from tablero.consultas import comite
from tablero.consultas.base import Base

PAGINA = "pages/comite.py"


@pytest.mark.parametrize("cifra", ["11", "5", "45\u00a0%", "48", "32", "16", "67\u00a0%"])
def test_el_plan_de_trabajo_en_cifras(abrir: Abrir, texto: Texto, cifra: str) -> None:
    assert f'<p class="tb-cifra">{cifra}</p>' in texto(abrir(PAGINA))


def test_lo_publicado_va_junto_a_lo_calculado(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "45\u00a0% · <strong>calculado:</strong> 45,45\u00a0% (5 de 11)" in dicho
    assert "67\u00a0% · <strong>calculado:</strong> 66,67\u00a0% (32 reportadas de 48)" in dicho
    de_las_utas = texto(abrir(PAGINA, ver="utas"))
    assert "63\u00a0% · <strong>calculado:</strong> 62,5\u00a0%" in de_las_utas
    assert "58\u00a0% · <strong>calculado:</strong> 58,33\u00a0%" in de_las_utas


def test_el_titulo_del_grafico_dice_su_mensaje(abrir: Abrir) -> None:
    titulos = [str(s.value) for s in abrir(PAGINA).subheader]
    assert (
        "De 48 actividades de las UTA, hay reporte de 32; la UTA con menos reporte es Cohesión "
        "social: 7 de 12"
    ) in titulos
    titulos = [str(s.value) for s in abrir(PAGINA, ver="utas").subheader]
    assert [t for t in titulos if t.startswith("UTA ")] == [
        "UTA 1. Acogida e inclusión",
        "UTA 2. Desarrollo humano",
        "UTA 3. Cohesión social",
    ]


def test_las_fichas_dicen_lo_que_destacan_y_las_barreras(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    dicho = texto(abrir(PAGINA, ver="utas"))
    de_la_uta = comite.detalle_uta(base, uta=2).datos
    (saldo,) = de_la_uta[de_la_uta["nota"].str.startswith("Es un saldo", na=False)]["valor"]
    for parte in (
        "15 de 20 actividades reportadas",
        "13 de una sola entidad y 7 intersectoriales",
        '<p class="tb-menor">806.728</p>',
        f'<p class="tb-menor">{formato.numero(saldo)}</p>',
        "Es un saldo y no un flujo",
        "<li>Falta de capacitación por parte de los funcionarios de la administración distrital."
        "</li>",
        "7 entidades reportaron:</strong> Desarrollo Económico, Educación, Hacienda, IDIPRON, "
        "IPES, Mujer y Salud.",
    ):
        assert parte in dicho


def test_la_asistencia_no_esta_publicada(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="quienes"))
    assert dicho.count(">no publicado</td>") == 19
    assert "quién asistió no está publicado" in texto(abrir(PAGINA, ver="sesion"))


def test_dice_que_utas_nombran_a_cada_entidad_entre_quienes_reportaron(
    abrir: Abrir, texto: Texto
) -> None:
    """Contado a mano: las tres listas nombran a 14 de las 19 entidades, con otros nombres."""
    filas = texto(abrir(PAGINA, ver="quienes")).split("<tr>")
    educacion = next(f for f in filas if ">Secretaría de Educación del Distrito</td>" in f)
    assert ">1, 2, 3</td>" in educacion
    idpac = next(f for f in filas if "Acción Comunal - IDEPAC</td>" in f)
    assert ">3</td>" in idpac
    assert sum(">ninguna</td>" in f for f in filas) == 19 - 14


def test_los_pasos_van_sin_orden_y_lo_dicen(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="sesion"))
    assert "no se lee qué número lleva cada uno: van sin orden" in dicho
    assert "<li>Jornadas de capacitación.</li>" in dicho


def test_delegados_y_localidades(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="quienes"))
    assert "La fuente nombra 13 localidades: Usaquén" in dicho
    assert '<td class="n">14</td>' in dicho


def test_el_territorio_no_la_toca_y_lo_dice(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, departamento="Arauca")
    assert "la política de Bogotá: el filtro «Arauca» no la cambia" in informados(prueba)[0]
