"""Lo que dice el gráfico de las brechas."""

import pandas as pd

from tablero import tema
from tablero.graficos import brechas

FILAS = [
    ("Centro Intégrate", "sí", 2),
    ("Centro Intégrate", "no aparece", 3),
    ("Transferencia psicosocial", "sí", 2),
    ("Transferencia psicosocial", "desistido", 2),
    ("Transferencia psicosocial", "no aparece", 1),
    ("Taller nombrado", "sí", 3),
    ("Taller nombrado", "subregión", 2),
]


def datos(filas: list[tuple[str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(filas, columns=["aspecto", "estado", "municipios"])


def test_el_titulo_dice_a_cuantos_no_nombra_cada_lista() -> None:
    grafico = brechas.por_aspecto(datos(FILAS), lugar="La Guajira")
    assert grafico.titulo == (
        "De los 5 municipios priorizados de La Guajira, 3 no están en la lista de centros y 1 no "
        "está en la de transferencias"
    )
    assert grafico.alternativa == (
        "Centro Intégrate: 2 sí y 3 no aparece; Transferencia psicosocial: 2 sí, 2 desistió y "
        "1 no aparece; "
        "Taller nombrado: 3 sí y 2 subregión."
    )


def test_sin_ninguna_falta_lo_dice() -> None:
    completos = datos([(aspecto, "sí", 2) for aspecto in brechas.LISTAS])
    assert brechas.por_aspecto(completos).titulo == (
        "Las tres listas nombran a los 2 municipios priorizados"
    )


def test_lo_intermedio_va_entre_el_si_y_el_no_aparecer_con_su_signo() -> None:
    grafico = brechas.por_aspecto(datos(FILAS))
    del_dinero = grafico.datos[grafico.datos["fila"] == "Transferencia psicosocial"]
    assert list(del_dinero["rotulo"]) == ["● 2", "✕ 2", "○ 1"]
    assert list(del_dinero["hasta"]) == [2, 4, 5]
    assert "quedan a medias" in grafico.nota


def test_los_colores_son_los_del_tema_y_solo_los_presentes() -> None:
    color = brechas.por_aspecto(datos(FILAS)).spec["layer"][0]["encoding"]["color"]["scale"]
    assert color["domain"] == ["sí", "desistido", "subregión", "no aparece"]
    assert color["range"] == [tema.BRECHAS[e].color for e in color["domain"]]
