"""Lo que se copia de una cifra: una frase con su fuente, su corte y su nivel, y nunca una edad."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.consultas.base import FuenteCitada, Resultado
from tablero.interfaz.piezas import bloques, copia

INFORME = FuenteCitada(
    "sdp_2024-12-31",
    "Informe de seguimiento",
    "SDP",
    date(2024, 12, 31),
    "31 de diciembre de 2024",
    ("Gráfico 1",),
)
LINEA = (
    "Fuente: SDP, «Informe de seguimiento» (corte: 31 de diciembre de 2024), Gráfico 1 · publicado."
)


class Simulada:
    """Un tablero de datos inventados, o no."""

    def __init__(self, *, es_simulado: bool) -> None:
        self.es_simulado = es_simulado


@pytest.fixture(params=[False, True], ids=["verdadero", "simulado"])
def es_simulado(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    simulado: bool = request.param
    monkeypatch.setattr(copia, "base", lambda: Simulada(es_simulado=simulado))
    return simulado


def resultado(datos: pd.DataFrame) -> Resultado:
    return Resultado("x/y", datos, (INFORME,), "publicado")


def test_la_frase_dice_que_cuanto_y_de_donde() -> None:
    assert copia.frase("Avance de la política", "12,9\u00a0%", "Debía llevar 15", LINEA) == (
        f"Avance de la política: 12,9\u00a0%. Debía llevar 15. {LINEA}"
    )


def test_el_adorno_de_un_rotulo_se_queda_en_la_pantalla() -> None:
    assert copia.frase("▲ Difieren:", "9", "", LINEA) == f"Difieren: 9. {LINEA}"
    assert copia.frase("¿Cuántas?", "9", "", LINEA).startswith("¿Cuántas?: 9. ")


def test_con_datos_inventados_lo_dice_primero() -> None:
    dicha = copia.frase("Avance", "1", "", LINEA, es_simulado=True)
    assert dicha.startswith("DATOS SIMULADOS. Son inventados")
    assert dicha.endswith(LINEA)


@given(st.text(), st.text(min_size=1), st.text())
def test_nada_de_lo_dicho_se_pierde_y_la_fuente_va_al_final(
    rotulo: str, cifra: str, nota: str
) -> None:
    dicha = copia.frase(rotulo, cifra, nota, LINEA)
    assert dicha.endswith(LINEA)
    assert len(dicha.splitlines()) == 1
    for palabra in f"{cifra} {nota}".split():
        assert palabra in dicha


def test_el_atributo_se_escapa(es_simulado: bool) -> None:
    atributo = copia.atributo('"<b>', "1", "", resultado(pd.DataFrame({"a": [1]})))
    assert atributo.startswith(' data-copiar="')
    assert "<b>" not in atributo
    assert ("DATOS SIMULADOS" in atributo) == es_simulado
    assert "hace " not in atributo  # el corte no envejece; la edad sí


def test_la_tabla_lleva_su_titulo_y_su_fuente(es_simulado: bool) -> None:
    html = copia.con_fuente("<p></p>", "productos", "Los <52>", resultado(pd.DataFrame({"a": [1]})))
    aviso = "DATOS SIMULADOS. Son inventados, para probar y enseñar: ninguna cifra es verdadera. "
    assert html == (
        '<div class="tb-con-fuente" data-tabla="productos" '
        f'data-titulo="{aviso if es_simulado else ""}Los &lt;52&gt;" '
        f'data-fuente="{LINEA}"><p></p></div>'
    )


def test_la_cifra_menuda_lleva_la_fuente_de_su_bloque(es_simulado: bool) -> None:
    suya = copia.suya("Meta <b>final</b>", "1 &lt; 2", r"De \1")
    dato = f"<p{suya}>…</p>"
    html = copia.con_fuente(dato, "hoja", "La hoja", resultado(pd.DataFrame({"a": [1]})))
    aviso = "DATOS SIMULADOS. Son inventados, para probar y enseñar: ninguna cifra es verdadera. "
    dicha = f"{aviso if es_simulado else ''}Meta final: 1 &lt; 2. De {chr(92)}1. {LINEA}"
    assert f'<p data-copiar="{dicha}">…</p>' in html


def test_cada_cifra_de_una_franja_cita_solo_su_lugar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copia, "base", lambda: Simulada(es_simulado=False))
    datos = pd.DataFrame(
        {
            "descripcion": ["Parte iniciada", "Asistentes"],
            "valor": [45.0, 11.0],
            "valor_calculado": [45.4545, None],
            "como_se_calcula": ["5 de 11", None],
            "unidad": ["%", "personas"],
            "fuente_codigo": ["sdp_2024-12-31"] * 2,
            "ubicacion": ["Gráfico 1", "Página 2"],
        }
    )
    fuentes = copia.fuentes_de_cada_fila(resultado(datos))
    html = bloques.franja(datos, fuentes=fuentes)
    assert (
        'data-copiar="Parte iniciada: 45\u00a0%. Publicado: 45\u00a0% · calculado: 45,45\u00a0% '
        f'(5 de 11). {LINEA}"'
    ) in html
    assert 'data-copiar="Asistentes: 11. Fuente: SDP, «Informe de seguimiento» ' in html
    assert "Página 2 · publicado." in html
    assert "data-copiar" not in bloques.franja(datos)
