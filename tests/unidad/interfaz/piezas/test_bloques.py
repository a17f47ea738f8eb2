"""Los bloques de HTML: cómo se escriben las cifras y que todo texto va escapado."""

import pandas as pd
import pytest

from tablero.interfaz.paginas import conciliacion
from tablero.interfaz.paginas.cnim import acciones
from tablero.interfaz.paginas.comite import agenda
from tablero.interfaz.piezas import bloques


@pytest.mark.parametrize(
    ("valor", "unidad", "escrito"),
    [
        (63.8, "%", "63,8\u00a0%"),
        (45.4545, "%", "45,45\u00a0%"),
        (13_000_000_000, "pesos", "$13.000\u00a0millones"),
        (1_234_567_890, "pesos", "$1.234.567.890"),
        (2342, "asistentes", "2.342"),
        (None, "%", "sin dato"),
        (float("nan"), "pesos", "sin dato"),
    ],
)
def test_una_cifra_con_su_unidad(valor: float | None, unidad: str, escrito: str) -> None:
    assert bloques.con_unidad(valor, unidad) == escrito


def test_la_franja_pone_lo_publicado_junto_a_lo_calculado() -> None:
    datos = pd.DataFrame(
        {
            "grupo": ["Plan", "Plan"],
            "descripcion": ["Parte <iniciada>", "Total"],
            "valor": [45.0, 11.0],
            "valor_calculado": [45.4545, None],
            "como_se_calcula": ["5 de 11", None],
            "unidad": ["%", "actividades"],
        }
    )
    html = bloques.franja(datos)
    assert "Parte &lt;iniciada&gt;" in html
    assert (
        "<strong>Publicado:</strong> 45\u00a0% · <strong>calculado:</strong> 45,45\u00a0%" in html
    )
    assert html.count("calculado:") == 1
    assert html.count('class="tb-grupo"') == 1


def test_las_listas_escapan_sus_textos() -> None:
    datos = pd.DataFrame({"titulo": ["<b>a</b>", "b"], "detalle": ["c & d", None]})
    html = bloques.lista(datos)
    assert "<strong>&lt;b&gt;a&lt;/b&gt;</strong> — c &amp; d" in html
    assert "<li>b</li>" in html
    assert bloques.columnas(datos).count("<li>") == 2


def accion(**cambios: object) -> pd.DataFrame:
    fila = {
        "accion_numero": 1,
        "accion": "Hacer <algo>.",
        "tareas": 2,
        "primera_tarea_numero": 1,
        "tareas_texto": "1. Una.\n2. Otra.",
        "reporte_cualitativo": "Costó $13 mil.",
        "cita": "pocas palabras",
    }
    return pd.DataFrame([fila | cambios])


def test_una_accion_dice_su_nombre_sus_tareas_y_su_reporte() -> None:
    html = acciones.acciones(accion())
    assert "1. Hacer &lt;algo&gt;." in html
    assert "«pocas palabras»" in html
    assert "<p>1. Una.</p><p>2. Otra.</p>" in html
    assert "Costó $13 mil." in html


def test_una_accion_sin_tareas_lo_dice() -> None:
    html = acciones.acciones(accion(tareas=0, tareas_texto=None, cita=None))
    assert "Tareas: no publicadas." in html
    assert "«" not in html


def test_una_numeracion_que_no_empieza_en_uno_se_avisa() -> None:
    html = acciones.acciones(accion(primera_tarea_numero=2, tareas_texto="2. Dos.\n3. Tres."))
    assert "(la numeración publicada empieza en 2)" in html
    assert "<p>2. Dos.</p>" in html


def contraste(**cambios: object) -> pd.DataFrame:
    fila = {
        "documento": "cnim",
        "descripcion": "Suma",
        "valor_publicado": 15.0,
        "valor_calculado": 14.0,
        "diferencia": 1.0,
        "unidad": "entidades",
        "estado": "difiere",
        "explicacion": "Cuenta 15 y nombra 14.",
        "ubicacion": "Acción 9",
        "cita": "de 15",
    }
    return pd.DataFrame([fila | cambios])


def test_un_contraste_lleva_los_dos_numeros_su_estado_y_su_cita() -> None:
    html = conciliacion.tabla(contraste())
    assert '15<span class="tb-sub">entidades</span>' in html
    assert '14<span class="tb-sub">entidades</span>' in html
    assert 'data-rotulo="Diferencia">+1<' in html
    assert "▲</span> Difiere" in html
    assert "Plan CNIM, Acción 9</summary>«de 15»</details>" in html
    assert "Cuenta 15 y nombra 14." in html


@pytest.mark.parametrize(
    ("diferencia", "unidad", "escrita"),
    [
        (-0.15, "puntos porcentuales", "−0,15\u00a0p.\u00a0p."),
        (-1.9999999999999942, "puntos porcentuales", "−2\u00a0p.\u00a0p."),
        (0.0012, "%", "+0,001\u00a0p.\u00a0p."),
        (0.0, "productos", "0"),
        (1_234_567.0, "pesos", "+$1.234.567"),
        (-3.0, "pesos", "−$3"),
    ],
)
def test_la_diferencia_lleva_los_decimales_que_necesita(
    diferencia: float, unidad: str, escrita: str
) -> None:
    html = conciliacion.tabla(contraste(diferencia=diferencia, unidad=unidad))
    assert f'data-rotulo="Diferencia">{escrita}<' in html


def test_lo_no_calculable_no_inventa_numeros() -> None:
    vacio = float("nan")
    html = conciliacion.tabla(
        contraste(
            valor_calculado=vacio, diferencia=vacio, estado="no calculable", explicacion="Falta."
        )
    )
    assert 'data-rotulo="Calculado">sin dato<' in html
    assert 'data-rotulo="Diferencia">sin dato<' in html
    assert "No calculable</span> Falta." in html


def test_la_tabla_de_contrastes_va_por_partes() -> None:
    muchos = pd.concat([contraste(descripcion=f"n{i}") for i in range(45)], ignore_index=True)
    assert conciliacion.tabla(muchos).count("<tr>") == 1 + 40
    segunda = conciliacion.tabla(muchos, parte=2)
    assert segunda.count("<tr>") == 1 + 5
    assert "n40" in segunda


def test_la_agenda_pone_adentro_lo_que_trae_numero() -> None:
    datos = pd.DataFrame({"titulo": ["Cierre", "7.1. Invitados"], "detalle": [None, "Aparte."]})
    html = agenda.agenda(datos)
    assert "<li>Cierre</li>" in html
    assert '<li style="list-style: none; margin-left: 1.2rem">7.1. Invitados' in html


def test_los_pasos_no_llevan_numero() -> None:
    datos = pd.DataFrame({"titulo": ["Uno", "Dos"], "detalle": [None, None]})
    html = agenda.pasos(datos)
    assert "<ol" not in html
    assert "van sin orden" in html
