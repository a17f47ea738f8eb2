"""La página del plan de la CNIM: sus cifras y sus doce acciones."""

import pytest
from dichos import advertidos, informados
from tipos import Abrir, Texto

from tablero import formato
from tablero.consultas import centros
from tablero.consultas.base import Base

PAGINA = "pages/plan_cnim.py"


def accion(dicho: str, numero: int) -> str:
    """El HTML de una acción."""
    return dicho.split(f"<strong>{numero}. ", 1)[1].split("</details>", 1)[0]


def test_la_cifra_principal_es_la_publicada_y_no_se_calcula(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert '<p class="tb-cifra">63,8\u00a0%</p>' in dicho
    assert "El informe no publica de qué se compone: no se puede calcular." in dicho


@pytest.mark.parametrize(
    "cifra",
    [
        "12", "39", "109", "127", "2.342", "178", "2.644", "55", "15", "4",
        "$13.000\u00a0millones", "$2.000\u00a0millones",
    ],
)  # fmt: skip
def test_las_cifras_del_informe(abrir: Abrir, texto: Texto, cifra: str) -> None:
    dichos = [texto(abrir(PAGINA, ver=ver)) for ver in ("va", "cifras", "reuniones")]
    assert f'<p class="tb-cifra">{cifra}</p>' in "".join(dichos)


def test_las_personas_atendidas_son_las_de_los_centros(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    personas = formato.numero(centros.publicado(base).fila["personas"])
    assert f'<p class="tb-cifra">{personas}</p>' in texto(abrir(PAGINA, ver="cifras"))


def test_las_doce_acciones_con_su_nombre(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="acciones"))
    assert dicho.count('<details class="tb-hecho">') == 12
    assert accion(dicho, 10).startswith(
        "Diseñar los lineamientos de movilidad laboral de Colombia."
    )


def test_las_acciones_sin_tareas_o_sin_avance_lo_dicen(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="acciones"))
    assert "Tareas: no publicadas." in accion(dicho, 10)
    assert "(la numeración publicada empieza en 2)" in accion(dicho, 11)
    assert "«No se presenta avance.»" in accion(dicho, 12)
    assert "Tareas: no publicadas." not in accion(dicho, 1)


def test_quince_entidades_dichas_y_catorce_nombradas(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="reuniones"))
    assert (
        "<strong>Publicado:</strong> 15 · <strong>calculado:</strong> 14 "
        "(entidades nombradas en la lista)" in dicho
    )
    assert "<li>Superintendencia de Transporte</li>" in dicho


def test_las_mesas_y_las_resoluciones_llevan_su_fecha(abrir: Abrir, texto: Texto) -> None:
    dicho = "".join(texto(abrir(PAGINA, ver=ver)) for ver in ("reuniones", "resoluciones"))
    for fecha in ("21 de julio de 2025", "22 de septiembre de 2025", "10 de marzo de 2025"):
        assert f">{fecha}</td>" in dicho


def test_la_suma_de_personas_lleva_su_advertencia(abrir: Abrir, texto: Texto) -> None:
    assert "una persona puede contarse más de una vez" in texto(abrir(PAGINA, ver="cifras"))


def test_el_territorio_no_la_toca_y_lo_dice(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, departamento="Arauca")
    assert "un plan de todo el país: el filtro «Arauca» no la cambia" in informados(prueba)[0]


def test_un_departamento_que_no_existe_se_dice(abrir: Abrir) -> None:
    assert "«Narnia», que no existe" in advertidos(abrir(PAGINA, departamento="Narnia"))[0]
