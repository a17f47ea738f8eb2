"""Los textos ajenos en la hoja de producto, y cómo se busca un producto."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tablero.interfaz.paginas.producto import ficha, lista, ritmo, textos

JUNIO, DICIEMBRE = date(2025, 6, 30), date(2025, 12, 31)


def relato(corte: date, avance: str | None, enfoques: str | None = None) -> dict[str, Any]:
    return {
        "anio": 2025,
        "trimestre": 2,
        "avance_texto": avance,
        "enfoques_texto": enfoques,
        "vale": True,
        "corte_fecha": corte,
        "fuente_codigo": f"libro_{corte}",
        "ubicacion": "hoja «Avance Cualitativo», celda P6",
    }


def test_un_texto_ajeno_no_abre_etiquetas() -> None:
    html = textos.escribir(
        pd.DataFrame([relato(JUNIO, "<script>alert(1)</script>\nSegunda línea", "<b>")])
    )
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Segunda línea" in html
    assert "<strong>Enfoques:</strong> &lt;b&gt;" in html


def test_el_texto_que_cambio_lo_dice_y_deja_ver_el_anterior() -> None:
    html = textos.escribir(
        pd.DataFrame([relato(DICIEMBRE, "Se atendieron 40."), relato(JUNIO, "Se atendieron 30.")])
    )
    vigente, anterior = html.split("<details")
    assert "Se atendieron 40." in vigente
    assert "Este texto cambió</strong> en el libro del 31 de diciembre de 2025" in vigente
    assert "Se atendieron 30." not in vigente
    assert "Lo que decía en el corte del 30 de junio de 2025" in anterior
    assert "Se atendieron 30." in anterior


def test_el_texto_que_el_libro_ya_no_trae() -> None:
    html = textos.escribir(
        pd.DataFrame([relato(DICIEMBRE, None), relato(JUNIO, "Se atendieron 30.")])
    )
    assert "Sin dato: el libro ya no trae este texto." in html.split("<details")[0]


def test_un_texto_largo_va_plegado_y_se_lee_entero() -> None:
    largo = "palabra " * 200
    html = textos.escribir(pd.DataFrame([relato(JUNIO, largo)]))
    comienzo, plegado = html.split("<details")
    assert comienzo.count("palabra") == 40  # 320 letras de 8 en 8
    assert "Leerlo completo (1.600 letras)" in plegado
    assert plegado.count("palabra") == 200


PLANOS = {
    "1.1.1": {"jornadas", "de", "orientacion", "salud"},
    "1.1.10": {"jornadas", "contra", "la", "xenofobia", "educacion"},
    "2.2.6": {"personas", "afiliadas", "en", "salud"},
}


@pytest.mark.parametrize(
    ("texto", "codigos"),
    [
        ("1.1.1", ["1.1.1"]),
        ("1. 1. 10", ["1.1.10"]),
        ("1.1", ["1.1.1", "1.1.10"]),
        ("2.", ["2.2.6"]),
        ("SALUD", ["1.1.1", "2.2.6"]),
        ("Orientación en salud", ["1.1.1"]),
        ("jorn xeno", ["1.1.10"]),
        ("de la", []),
        ("pesca", []),
        ("9.9.9", []),
    ],
)
def test_se_busca_por_codigo_o_por_palabras_sin_tildes(texto: str, codigos: list[str]) -> None:
    assert list(lista.hallar(PLANOS, texto).claves) == codigos


RITMO: dict[str, Any] = {
    "ritmo_lectura": "alcanza",
    "llegada_fecha": date(2027, 3, 1),
    "fin_fecha": date(2027, 12, 31),
    "medido_fecha": JUNIO,
    "limite_fecha": date(2026, 5, 4),
    "actual": 2.0,
    "actual_pp": 1.0,
    "para_el_anio": 3.0,
    "para_el_anio_pp": 1.5,
    "para_el_final": 1.0,
    "para_el_final_pp": 0.5,
    "para_el_anio_de": 2025,
    "meses_corridos": 30.0,
    "meses_restantes": 30.0,
}


@pytest.mark.parametrize(
    ("cambios", "titulo", "frase"),
    [
        ({}, "alcanza su meta final dentro de su plazo", "hasta el 4 de mayo de 2026 podría"),
        (
            {"ritmo_lectura": "no alcanza", "llegada_fecha": None, "limite_fecha": None},
            "no alcanza su meta final dentro de su plazo, que termina el 31 de diciembre de 2027",
            "Ni llevando este ritmo desde el primer día",
        ),
        (
            {"ritmo_lectura": "no alcanza", "limite_fecha": date(2024, 1, 9)},
            "no alcanza su meta final dentro de su plazo",
            "quedó fuera de alcance el 9 de enero de 2024",
        ),
        ({"limite_fecha": JUNIO}, "alcanza su meta final", "No tiene holgura"),
        ({"ritmo_lectura": "cumplida"}, "Ya alcanzó su meta final", "No necesita más"),
        ({"ritmo_lectura": "sin avance"}, "No ha avanzado", "no hay fecha a la que llegue"),
        ({"ritmo_lectura": "vencida"}, "Su plazo terminó el 31", "no le quedan meses"),
    ],
)
def test_el_ritmo_se_dice_en_palabras(cambios: dict[str, Any], titulo: str, frase: str) -> None:
    fila = {**RITMO, **cambios}
    assert titulo in ritmo.titulo(fila)
    html = ritmo.escribir(pd.DataFrame([fila]), por_que="")
    assert frase in html
    con_llegada = fila["ritmo_lectura"] in ("alcanza", "no alcanza")
    assert ("es una cuenta, no un pronóstico" in html) == con_llegada
    necesita = (
        '<p class="tb-menor">3</p><p class="tb-nota">+1,50\u00a0p.\u00a0p. de la meta' in html
    )
    assert necesita == (fila["ritmo_lectura"] != "vencida")


def test_de_un_anio_sin_meta_no_se_dan_puntos() -> None:
    """«sin dato», y no «sin dato de la meta final»."""
    fila = {**RITMO, "para_el_anio": None, "para_el_anio_pp": None}
    html = ritmo.escribir(pd.DataFrame([fila]), por_que="")
    assert '<p class="tb-menor">sin dato</p></div>' in html


def test_sin_ritmo_dice_por_que() -> None:
    fila = dict.fromkeys(RITMO) | {"ritmo_lectura": "no aplica"}
    assert ritmo.titulo(fila) == "Ritmo: no aplica"
    html = ritmo.escribir(pd.DataFrame([fila]), por_que="Es un <Constante>.")
    assert html == '<p class="tb-nota">Es un &lt;Constante&gt;.</p>'


def test_la_ficha_escapa_lo_que_trae_el_libro() -> None:
    fila = {
        "semaforo": "alto",
        "situacion": "a tiempo",
        "nivel": "publicado",
        "indicador_nombre": "<i>Número</i>",
        "objetivo_numero": 1,
        "objetivo_nombre": "<u>",
        "resultado_codigo": "1.1",
        "resultado_nombre": None,
        "entidad": 'Salud" onclick="x',
        "entidad_nombre": '<em>Salud" onclick="y',
        "sector_nombre": "<s>",
        "ponderacion_pct": 4.5,
        "anualizacion_tipo": "Suma",
        "fuera_causa": None,
        "ilegibles": None,
    }
    html = ficha.escribir(pd.DataFrame([fila]), url=(), proximo="")
    assert "En la fuente: «&lt;em&gt;Salud" in html
    for peligro in ("<i>", "<u>", "<s>", "<em>", '" onclick'):
        assert peligro not in html
    assert "4,5\u00a0%" in html
    assert "Si le falta algún reporte: sin dato." in html
