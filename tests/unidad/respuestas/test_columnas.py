"""Piezas de la interfaz que no necesitan página: tablas, columnas, fuentes y filtros."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tablero import tema
from tablero.consultas.base import FuenteCitada, Resultado
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import estilo
from tablero.interfaz.piezas import insignias, procedencia, tabla_de_datos
from tablero.modelo.periodicidad import CadaCuanto
from tablero.modelo.plan import PlanTrayectoria
from tablero.modelo.politica import PoliticaCorte, Semaforo
from tablero.respuestas.columnas import presentacion

FUENTE = FuenteCitada(
    "comite_2024-05-31",
    "Presentación",
    "Gobierno",
    date(2024, 5, 31),
    "enero–mayo",
    ("UTA 1", "UTA 2", "UTA 3", "Agenda"),
)
SDP = FuenteCitada(
    "sdp_2024-12-31",
    "Informe",
    "Planeación",
    date(2024, 12, 31),
    "31 de diciembre de 2024",
    ("Anexo 1",),
    CadaCuanto("semestral", "Seguimiento 2024-2", "Gráfico 1"),
)


def resultado(*fuentes: FuenteCitada, filas: int = 1) -> Resultado:
    return Resultado("x/y", pd.DataFrame({"a": range(filas)}), fuentes, "publicado")


def test_la_linea_de_fuente_dice_quien_que_cuando_y_donde() -> None:
    assert procedencia.linea(resultado(FUENTE)) == (
        "Fuente: Gobierno, «Presentación» (corte: enero–mayo (hasta el 31 de mayo de 2024)), "
        "UTA 1; UTA 2; UTA 3 y 1 lugar más · publicado."
    )


def test_la_linea_corta_usa_la_sigla() -> None:
    assert procedencia.linea(resultado(FUENTE), corta=True).startswith("Fuente: Comité, corte en")
    assert procedencia.sigla("sdp_2024-12-31") == "SDP"


def test_en_la_pantalla_la_linea_dice_ademas_su_edad() -> None:
    assert procedencia.con_edad(resultado(FUENTE)) == (
        "Fuente: Gobierno, «Presentación» (corte: enero–mayo (hasta el 31 de mayo de 2024), hace "
        "30 meses; sin periodicidad publicada), UTA 1; UTA 2; UTA 3 y 1 lugar más · publicado."
    )
    assert procedencia.marcada(resultado(SDP), corta=True) == (
        'Fuente: SDP, corte 31 de diciembre de 2024<span class="tb-edad">, hace 23 meses (se '
        "esperaba junio de 2025)</span>, Anexo 1 · publicado."
    )


def test_el_texto_de_una_fuente_se_escapa_en_la_linea() -> None:
    ajena = replace(SDP, titulo="<b>Informe</b> & más")
    assert "«&lt;b&gt;Informe&lt;/b&gt; &amp; más»" in procedencia.marcada(resultado(ajena))


def test_la_edad_es_la_del_dia_y_la_linea_de_un_archivo_no_la_lleva(
    en_el_dia: Callable[[date], None],
) -> None:
    del_archivo = procedencia.linea(resultado(SDP))
    en_el_dia(date(2025, 6, 30))
    assert "hace 6 meses; por vencer: sigue el corte de junio de 2025)" in procedencia.con_edad(
        resultado(SDP)
    )
    en_el_dia(date(2025, 7, 1))
    assert "hace 6 meses; se esperaba el corte de junio de 2025)" in procedencia.con_edad(
        resultado(SDP)
    )
    assert procedencia.linea(resultado(SDP)) == del_archivo
    assert "hace" not in del_archivo


def test_una_cifra_sin_fuente_no_se_dibuja() -> None:
    with pytest.raises(procedencia.SinFuente):
        procedencia.linea(resultado())


def test_sin_filas_ninguna_fuente_lo_publica() -> None:
    assert procedencia.linea(resultado(filas=0)) == "Ninguna fuente lo publica."


def test_la_tabla_escapa_alinea_y_dice_sin_dato() -> None:
    datos = pd.DataFrame(
        {"producto_nombre": ["<b>A & B</b>"], "paa_pct": [None], "valor_cop": [12345600]}
    )
    html = tabla_de_datos.escribir(datos, list(datos.columns), "Los <productos>")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert '<td class="n vacio">sin dato</td>' in html
    assert '<td class="n">$12.345.600</td>' in html
    assert 'aria-label="Los &lt;productos&gt;"' in html
    assert html.count('scope="col"') == 3


DE_LA_POLITICA = {
    "politica_codigo": ["otra_politica", "otra_politica"],
    "corte_fecha": [date(2025, 6, 30), date(2025, 6, 30)],
    "producto_codigo": ["2.2.6", None],
    "entidad": ["Salud & <vida>", None],
}


def test_el_producto_y_la_entidad_llevan_a_su_pagina_con_su_politica_y_su_corte() -> None:
    html = tabla_de_datos.escribir(
        pd.DataFrame(DE_LA_POLITICA), ["producto_codigo", "entidad"], "Productos"
    )
    assert (
        '<td><a href="producto?codigo=2.2.6&amp;politica=otra_politica&amp;corte=2025-06-30" '
        'target="_self">2.2.6</a></td>'
    ) in html
    assert (
        '<a href="entidad?nombre=Salud+%26+%3Cvida%3E&amp;politica=otra_politica&amp;'
        'corte=2025-06-30" target="_self">Salud &amp; &lt;vida&gt;</a>'
    ) in html
    assert html.count('<td class="vacio">sin dato</td>') == 2


def test_una_tabla_que_no_es_de_una_politica_no_enlaza_nada() -> None:
    datos = pd.DataFrame(DE_LA_POLITICA).drop(columns="politica_codigo")
    html = tabla_de_datos.escribir(datos, ["producto_codigo", "entidad"], "Comité")
    assert "<a " not in html
    assert ">2.2.6</td>" in html


@pytest.mark.parametrize("estado", Semaforo.__args__)  # type: ignore[attr-defined]
def test_un_estado_tiene_color_forma_y_palabra(estado: str) -> None:
    como = tema.SEMAFORO[estado]
    html = insignias.etiqueta(estado)
    assert como.simbolo in html
    assert como.palabra in html
    assert estilo.clase_de(estado) in html
    assert f".{estilo.clase_de(estado)} {{ background: {como.color}" in estilo.hoja()


def luminancia(color: str) -> float:
    """WCAG 2.1: luminancia relativa de un color sRGB."""
    canales = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineales = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in canales]
    return 0.2126 * lineales[0] + 0.7152 * lineales[1] + 0.0722 * lineales[2]


def contraste(uno: str, otro: str) -> float:
    claro, oscuro = sorted((luminancia(uno), luminancia(otro)), reverse=True)
    return (claro + 0.05) / (oscuro + 0.05)


@pytest.mark.parametrize("estado", [*tema.SEMAFORO.values(), *tema.CONCILIACION.values()])
def test_el_texto_de_un_estado_se_lee(estado: tema.Estado) -> None:
    assert contraste(estado.color, estado.texto) >= 4.5


@pytest.mark.parametrize("colores", [tema.CLARO, tema.OSCURO])
def test_el_tema_se_lee(colores: dict[str, str]) -> None:
    for fondo in ("backgroundColor", "secondaryBackgroundColor"):
        assert contraste(colores[fondo], colores["textColor"]) >= 7
        assert contraste(colores[fondo], colores["linkColor"]) >= 4.5


def test_los_simbolos_del_semaforo_no_se_repiten() -> None:
    simbolos = [e.simbolo for e in tema.SEMAFORO.values()]
    assert len(simbolos) == len(set(simbolos))


@pytest.mark.parametrize(
    ("columna", "valor", "texto"),
    [
        ("paa_pct", 33.3, "33,3\u00a0%"),
        ("brecha_pp", -0.15, "−0,15\u00a0p.\u00a0p."),
        ("valor_cop", 12345600, "$12.345.600"),
        ("apertura_fecha", date(2025, 9, 4), "4 de septiembre de 2025"),
        ("es_piloto", True, "sí"),
        ("entidad", None, "sin dato"),
        ("personas", 14344, "14.344"),
        ("anio_desde", 2024, "2024"),
        ("ritmo_anio", None, "sin dato"),
        ("ritmo_anio_pp", 0.37, "+0,37\u00a0p.\u00a0p."),
        ("latitud", 7.08471, "7,08471"),
        ("valor_cop", None, "sin dato"),
    ],
)
def test_cada_columna_se_escribe_como_en_colombia(columna: str, valor: object, texto: str) -> None:
    assert presentacion(columna).escribir(valor) == texto


@pytest.mark.parametrize(
    ("columna", "encabezado", "decimales"),
    [
        ("avance_pct", "Avance (%)", 2),
        ("brecha_pp", "Brecha (puntos porcentuales)", 2),
        ("valor_cop", "Valor (pesos)", 0),
        ("girado_cop", "Girado (pesos)", 0),
        ("personas", "Personas atendidas", 2),
        ("personas_por_dia", "Personas por día abierto", 2),
        ("ritmo_anio", "Año de la meta del año", 0),
        ("latitud", "Latitud (grados)", None),
        ("avance_antes_pct", "Avance antes (%)", 2),
    ],
)
def test_el_encabezado_dice_la_unidad_que_su_titulo_no_dice(
    columna: str, encabezado: str, decimales: int | None
) -> None:
    forma = presentacion(columna)
    assert (forma.encabezado, forma.forma.decimales) == (encabezado, decimales)


def test_la_columna_de_una_tabla_se_titula_como_ella_y_no_como_otra() -> None:
    assert presentacion("trayectoria_pct", PlanTrayectoria).titulo == "Trayectoria según el plan"
    assert presentacion("trayectoria_pct", PoliticaCorte).titulo == "Trayectoria"
    assert presentacion("politica_codigo", None).tipo is str


def test_el_filtro_se_dice_y_viaja() -> None:
    cucuta = Filtros("Norte de Santander", "54001", "San José de Cúcuta")
    assert cucuta.url == {"departamento": "Norte de Santander", "municipio": "54001"}
    assert cucuta.lugar == "San José de Cúcuta, Norte de Santander"
    assert cucuta.palabras == ("Norte de Santander", "San José de Cúcuta")
    assert Filtros().url == {}
    assert Filtros().lugar == "todo el país"
