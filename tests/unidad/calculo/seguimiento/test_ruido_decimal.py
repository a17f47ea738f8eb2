"""Defectos hallados al revisar las cifras: el ruido de los decimales que llega a la pantalla."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from fabrica_seguimiento import indicador, periodo

from tablero.calculo.seguimiento.historia.efectos import efectos
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Seguido

ANTES, DESPUES = periodo("2024Q4"), periodo("2025Q2")


@pytest.mark.parametrize(
    ("tipo", "linea_base", "metas", "reporte", "color"),
    [
        ("Suma", None, {2024: 0.1, 2025: 0.7}, 0.4, "bajo"),
        ("Constante", None, {2024: 0.1, 2025: 2.8}, 2.1, "medio"),
        ("Creciente", 0.2, {2024: 0.1, 2025: 0.6}, 0.4, "bajo"),
        ("Decreciente", 30.2, {2024: 28.0, 2025: 2.6}, 16.4, "bajo"),
        ("Decreciente", 29.2, {2024: 8.2, 2025: 89.8}, 104.95, "alto"),
    ],
)
def test_el_limite_exacto_es_del_nivel_de_abajo(
    tipo: str, linea_base: float | None, metas: Mapping[int, float], reporte: float, color: str
) -> None:
    """«Bajo, menor o igual al 50 %»: el límite es del nivel de abajo, también con decimales.

    - Suma: 0,4 de 0,1 + 0,7 = 0,8 es 50 %.
    - Constante: 2,1 de 2,8 es 75 %.
    - Creciente: (0,4 − 0,2) de (0,6 − 0,2) es 50 %.
    - Decreciente: (16,4 − 30,2) de (2,6 − 30,2) es −13,8 de −27,6: 50 %.
    - Decreciente: (104,95 − 29,2) de (89,8 − 29,2) es 75,75 de 60,6: 125 %.
    """
    dato = indicador(
        tipo, metas=metas, meta_final=1.0, linea_base=linea_base, reportes={"2025Q4": reporte}
    )
    assert calcular(dato, periodo("2025Q4")).semaforo == color


def test_la_misma_ponderacion_no_es_un_efecto() -> None:
    """El informe publica 2,14 % y el libro 0,0214: al llevarla a 0–100 da 2,1399999999999997.

    Es la misma ponderación: no hay ningún efecto que contar.
    """
    publicado = EnCorte("1.1.1", "", "medio", 2.14, "Suma", 91.2, None)
    assert efectos([publicado], [replace(publicado, ponderacion_pct=0.0214 * 100)], ANTES) == []


def test_entre_dos_libros_el_ruido_de_la_ponderacion_no_es_un_efecto() -> None:
    """Lo mismo si en un libro es una fórmula: 20 de 100 y 2,14 % en los dos; nada cambió."""
    dato = indicador(
        metas={2024: 50, 2025: 50}, meta_final=100, ponderacion_pct=2.14, reportes={"2024Q4": 20}
    )
    otro = replace(dato, ponderacion_pct=0.0214 * 100)
    antes = EnCorte.de_seguido(Seguido(dato, calcular(dato, ANTES)))
    despues = EnCorte.de_seguido(Seguido(otro, calcular(otro, DESPUES)))
    assert efectos([antes], [despues], ANTES) == []
