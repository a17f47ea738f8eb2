"""La franja «¿Qué tan al día?» y la frase de lo alto de una página."""

import re
from dataclasses import replace
from datetime import date

import pytest

from tablero import tema
from tablero.calculo.antiguedad import ESTADOS
from tablero.consultas.base import FuenteCitada
from tablero.interfaz.marco import estilo
from tablero.interfaz.piezas import antiguedad
from tablero.modelo.periodicidad import CadaCuanto

HOY = date(2026, 11, 30)
SDP = FuenteCitada(
    "sdp_2024-12-31",
    "Informe",
    "Planeación",
    date(2024, 12, 31),
    "31 de diciembre de 2024",
    (),
    CadaCuanto("semestral", "Seguimiento 2024-2", "Gráfico 1"),
)
COMITE = FuenteCitada(
    "comite_2024-05-31", "Presentación", "Gobierno", date(2024, 5, 31), "enero–mayo", ()
)
EAT = replace(SDP, fuente_codigo="eat_2024-06-30", corte_fecha=date(2024, 6, 30), cada_cuanto=None)
EAT = replace(EAT, corte_texto="2023-2024")
CNIM = replace(COMITE, fuente_codigo="cnim_2025-11-30", corte_fecha=date(2025, 11, 30))
CNIM = replace(CNIM, corte_texto="noviembre de 2025")


def texto(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_la_franja_dice_de_cada_fuente_su_corte_su_edad_y_lo_que_se_espera() -> None:
    assert texto(antiguedad.html([COMITE, SDP], HOY)) == (
        "¿Qué tan al día? Hoy, 30 de noviembre de 2026 SDP ! Vencida Hace 23 meses Corte: 31 de "
        "diciembre de 2024 Se esperaba junio de 2025 y 2 más – Sin periodicidad publicada Comité "
        "hace 30 meses (31 de mayo de 2024)"
    )


@pytest.mark.parametrize(
    ("hoy", "dice"),
    [
        (date(2025, 1, 12), "✓ Al día Hace 12 días Corte: 31 de diciembre de 2024 Sigue: junio de"),
        (date(2025, 6, 12), "◐ Por vencer Hace 5 meses"),
        (date(2025, 7, 1), "! Vencida Hace 6 meses Corte: 31 de diciembre de 2024 Se esperaba ju"),
    ],
)
def test_cada_estado_lleva_su_forma_y_su_palabra(hoy: date, dice: str) -> None:
    assert f"SDP {dice}" in texto(antiguedad.html([SDP], hoy))


def test_el_simbolo_es_para_la_vista_y_el_texto_se_escapa() -> None:
    html = antiguedad.html([replace(COMITE, corte_texto="<b>2024</b>")], HOY)
    assert '<span aria-hidden="true">–</span> Sin periodicidad</span>' in html
    assert "&lt;b&gt;2024&lt;/b&gt;" in html


def test_todo_estado_tiene_su_manera_de_mostrarse_y_ninguna_es_del_semaforo() -> None:
    assert set(tema.VIGENCIA) == set(ESTADOS)
    del_semaforo = {color for e in tema.SEMAFORO.values() for color in (e.color,)}
    for nombre, como in tema.VIGENCIA.items():
        assert not any(color in como.fondo for color in del_semaforo)
        assert f".{estilo.clase_de(nombre)} {{ background: {como.fondo}" in estilo.hoja()
