"""Los hallazgos: cada regla con un caso que la enciende y otro que no."""

from datetime import date
from typing import Any

import pytest
from fabrica_seguimiento import indicador, periodo, seguido

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.hallazgos.revisar import revisar
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo, Publicado, Relato


def hallar(hasta: str, *datos: Indicador) -> list[Hallazgo]:
    return revisar([seguido(hasta, dato) for dato in datos], periodo(hasta))


def mensajes(regla: str, hasta: str, *datos: Indicador) -> list[str]:
    return [h.mensaje for h in hallar(hasta, *datos) if h.regla == regla]


SANO: dict[str, Any] = {
    "metas": {2023: 10, 2024: 10},
    "meta_final": 20,
    "reportes": {"2023Q4": 10, "2024Q4": 10},
}


def con(tipo: str = "Suma", **cambios: Any) -> Indicador:
    return indicador(tipo, "Anual", **{**SANO, **cambios})


def test_un_libro_sano_no_tiene_hallazgos() -> None:
    textos = {Periodo(2024, 4): Relato("Todo al día", "")}
    publicado = Publicado(
        Periodo(2024, 4),
        acumulados={2023: 10, 2024: 20},
        metas_acumuladas={2023: 10, 2024: 20},
        pav_pct={2023: 100, 2024: 100},
        pahv_pct={2023: 100, 2024: 100},
        paa_pct={2023: 50, 2024: 100},
    )
    sano = con(inicio=date(2023, 1, 1), fin=date(2024, 12, 31), relatos=textos, publicado=publicado)
    assert hallar("2024Q4", sano) == []


def test_reporte_sin_meta() -> None:
    dato = con(reportes={"2023Q4": 10, "2024Q4": 10, "2022Q4": 3, "2021Q4": 0})
    assert mensajes("reporte_sin_meta", "2024Q4", dato) == [
        "reporta 3 en el cuarto trimestre de 2022 y 2022 no tiene meta."
    ]


def test_meta_sin_reporte() -> None:
    dato = con(reportes={"2024Q4": 10}, lugares={("meta", 2023): "CB7"})
    (hallazgo,) = [h for h in hallar("2024Q4", dato) if h.regla == "meta_sin_reporte"]
    assert str(hallazgo) == (
        "ADVERTENCIA · 1.1.1 · hoja «Avance Cuantitativo» · celda CB7: 2023 tiene una meta de 10 y "
        "ningún reporte; el del cuarto trimestre de 2023 ya debía estar. Pida el reporte a la "
        "entidad, con su "
        "texto; si no hubo avance, se reporta 0."
    )
    # En Q3 de 2024 el reporte anual todavía no vence.
    assert mensajes("meta_sin_reporte", "2024Q3", con(reportes={"2023Q4": 10})) == []


@pytest.mark.parametrize(
    ("metas", "reporte", "mensaje"),
    [
        (
            {2024: 0.8},
            50,
            "50, parece un porcentaje y las metas, una fracción.",
        ),
        (
            {2024: 100},
            0.5,
            "0,5, parece una fracción y las metas, un porcentaje.",
        ),
        ({2024: 1}, 0.5, None),
        ({2024: 1}, 344, None),
        # Una meta de 1 puede ser un documento: hacer dos no es otra escala.
        ({2024: 1}, 2, None),
        (
            {2024: 1},
            80,
            "80, parece un porcentaje y las metas, una fracción.",
        ),
        (
            {2023: 0.5, 2024: 1},
            2,
            "2, parece un porcentaje y las metas, una fracción.",
        ),
        ({2024: 40}, 0.5, None),
    ],
)
def test_escala_equivocada(metas: dict[int, float], reporte: float, mensaje: str | None) -> None:
    dato = con("Constante", metas=metas, meta_final=100, reportes={"2024Q4": reporte})
    esperado = [f"el reporte del cuarto trimestre de 2024, {mensaje}"] if mensaje else []
    assert mensajes("escala_equivocada", "2024Q4", dato) == esperado


def test_sobre_ejecucion() -> None:
    """2024: 15 / 10 = 150 %; hasta 2024: 25 / 20 = 125 %, que no pasa."""
    dato = con(reportes={"2023Q4": 10, "2024Q4": 15})
    assert mensajes("sobre_ejecucion", "2024Q4", dato) == [
        "su avance en la vigencia es 150,00\u00a0%: más de 125\u00a0%."
    ]


@pytest.mark.parametrize(
    ("tipo", "regla", "hace"),
    [
        ("Creciente", "creciente_que_baja", None),
        (
            "Decreciente",
            "decreciente_que_sube",
            "sube de 5 (cuarto trimestre de 2022) a 9 (cuarto trimestre de 2023)",
        ),
    ],
)
def test_retrocesos(tipo: str, regla: str, hace: str | None) -> None:
    dato = con(tipo, reportes={"2022Q4": 5, "2023Q4": 9})
    assert mensajes(regla, "2024Q4", dato) == ([f"es {tipo} y {hace}."] if hace else [])


def test_creciente_que_baja() -> None:
    dato = con("Creciente", reportes={"2023Q4": 9, "2024Q4": 7.5})
    assert mensajes("creciente_que_baja", "2024Q4", dato) == [
        "es Creciente y baja de 9 (cuarto trimestre de 2023) a 7,5 (cuarto trimestre de 2024)."
    ]


@pytest.mark.parametrize(
    ("reporte", "relatos", "motivo"),
    [
        (
            5,
            {},
            "una brecha de −25,00\u00a0p.\u00a0p.",
        ),
        (
            40,
            {},
            "sobreejecución (250,00\u00a0%)",
        ),
        (10, {}, None),
        (5, {Periodo(2024, 4): Relato("Faltó presupuesto", "")}, None),
        (
            5,
            {Periodo(2024, 4): Relato("", "Género")},
            "una brecha de −25,00\u00a0p.\u00a0p.",
        ),
        (5, None, None),
    ],
)
def test_falta_el_texto_donde_hay_brecha_o_sobre_ejecucion(
    reporte: float, relatos: Any, motivo: str | None
) -> None:
    dato = con(reportes={"2023Q4": 10, "2024Q4": reporte}, relatos=relatos)
    esperado = (
        [f"tiene {motivo} y no trae el texto del avance del cuarto trimestre de 2024."]
        if motivo
        else []
    )
    assert mensajes("falta_texto", "2024Q4", dato) == esperado


def test_falta_el_texto_donde_solo_la_vigencia_se_paso() -> None:
    """2023 quedó en 0 y 2024 dobla su meta: PAV = 20 / 10 = 200 %; PAHV = 20 / 20 = 100 %."""
    dato = con(reportes={"2023Q4": 0, "2024Q4": 20}, relatos={})
    assert mensajes("falta_texto", "2024Q4", dato) == [
        "tiene sobreejecución en la vigencia (200,00\u00a0%) y no trae el texto del avance del "
        "cuarto trimestre de 2024."
    ]


def test_lo_ilegible_no_se_escribe_como_un_valor() -> None:
    sin_reporte = con(metas={2023: 10, 2024: ILEGIBLE}, reportes={"2023Q4": 10})
    assert mensajes("meta_sin_reporte", "2024Q4", sin_reporte) == [
        "2024 tiene una meta que no se puede leer y ningún reporte; el del cuarto trimestre de "
        "2024 ya debía "
        "estar."
    ]
    sin_meta = con(metas={2023: 10}, reportes={"2023Q4": 10, "2024Q4": ILEGIBLE})
    assert mensajes("reporte_sin_meta", "2024Q4", sin_meta) == []


def test_un_retroceso_se_ve_aunque_haya_un_reporte_ilegible_en_medio() -> None:
    dato = con("Creciente", reportes={"2023Q4": 10, "2024Q2": ILEGIBLE, "2024Q4": 8})
    assert mensajes("creciente_que_baja", "2024Q4", dato) == [
        "es Creciente y baja de 10 (cuarto trimestre de 2023) a 8 (cuarto trimestre de 2024)."
    ]


def publicar(**porcentajes: dict[int, float]) -> Publicado:
    return Publicado(Periodo(2024, 2), **porcentajes)


BASE: dict[str, Any] = {
    "tipo": "Creciente",
    "periodicidad": "Trimestral",
    "linea_base": 20,
    "metas": {2023: 30, 2024: 50},
    "meta_final": 100,
    "reportes": {"2023Q4": 30, "2024Q2": 37},
}
"""MP = 30 + 20 × 6/12 = 40; PAHV = (37 − 20) / (40 − 20) = 85 %; PAA = 17 / 80 = 21,25 %."""


@pytest.mark.parametrize(
    ("escrito", "severidad", "causa"),
    [
        ({"paa_pct": {2024: 21.25}}, None, None),
        ({"paa_pct": {2024: 21}}, "nota", "está redondeado"),
        # sin prorratear: (37 − 20) / (50 − 20) = 56,67 %
        (
            {"pahv_pct": {2024: 56.67}},
            "advertencia",
            "usa la meta de todo el año, sin prorratear",
        ),
        # sin línea base: 37 / 40 = 92,5 %
        ({"pahv_pct": {2024: 92.5}}, "advertencia", "no descuenta la línea base"),
        ({"paa_pct": {2024: 2125}}, "error", "está en otra escala (cien veces mayor o menor)"),
        ({"paa_pct": {2024: 77}}, "advertencia", "la causa no se reconoce"),
        # 2023 se mira a su cierre: (30 − 20) / (30 − 20) = 100 %
        ({"pav_pct": {2023: 100}}, None, None),
        ({"pav_pct": {2024: ILEGIBLE}}, None, None),
    ],
)
def test_porcentajes_que_no_salen_de_sus_partes(
    escrito: dict[str, dict[int, float]], severidad: str | None, causa: str | None
) -> None:
    dato = indicador(**BASE, publicado=publicar(**escrito))
    hallados = [h for h in hallar("2024Q2", dato) if h.regla == "porcentaje_no_sale"]
    assert [h.severidad for h in hallados] == ([severidad] if severidad else [])
    assert [h.mensaje.rpartition(": ")[2] for h in hallados] == ([f"{causa}."] if causa else [])


def test_el_porcentaje_que_no_sale_se_dice_al_lado_del_calculado() -> None:
    dato = indicador(**BASE, publicado=publicar(paa_pct={2024: 77}), lugares={("paa", 2024): "BK9"})
    (hallazgo,) = [h for h in hallar("2024Q2", dato) if h.regla == "porcentaje_no_sale"]
    assert hallazgo.mensaje == (
        "el avance acumulado (PAA) de 2024 dice 77,00\u00a0% y de sus partes sale 21,25\u00a0%: la "
        "causa no se reconoce."
    )
    assert (hallazgo.celda, hallazgo.producto_codigo) == ("BK9", "1.1.1")


def test_topado_en_cien() -> None:
    dato = con(reportes={"2023Q4": 30, "2024Q4": 30}, publicado=Publicado(paa_pct={2024: 100}))
    assert mensajes("porcentaje_no_sale", "2024Q4", dato) == [
        "el avance acumulado (PAA) de 2024 dice 100,00\u00a0% y de sus partes sale 300,00\u00a0%: "
        "está topado en 100 %."
    ]


def test_otra_linea_base_en_un_decreciente() -> None:
    """Escrita 60; la ficticia es (40 − 20) / 2 + 40 = 50. PAA = (35 − 50) / (20 − 50) = 50 %."""
    dato = con(
        "Decreciente",
        linea_base=60,
        metas={2023: 40, 2024: 20},
        meta_final=20,
        reportes={"2024Q4": 35},
        publicado=Publicado(paa_pct={2024: 50}),
    )
    assert mensajes("porcentaje_no_sale", "2024Q4", dato) == [
        "el avance acumulado (PAA) de 2024 dice 50,00\u00a0% y de sus partes sale 62,50\u00a0%: "
        "usa otra línea base (la ficticia)."
    ]


def test_acumulados_que_no_salen() -> None:
    dato = con(publicado=Publicado(acumulados={2023: 10, 2024: 19}, metas_acumuladas={2024: 21}))
    assert mensajes("acumulado_no_sale", "2024Q4", dato) == [
        "el avance acumulado de 2024 dice 19 y de sus partes sale 20.",
        "la meta acumulada de 2024 dice 21 y de sus partes sale 20.",
    ]


def test_de_un_acumulado_con_partes_ilegibles_no_se_dice_que_no_sale() -> None:
    """El 2023 no se lee: 15 puede ser lo de los dos años, y 10, lo de 2024, no lo desmiente."""
    dato = con(
        reportes={"2023Q4": ILEGIBLE, "2024Q4": 10}, publicado=Publicado(acumulados={2024: 15})
    )
    assert mensajes("acumulado_no_sale", "2024Q4", dato) == []


def test_el_reporte_que_cubre_el_final_del_plazo_no_esta_fuera() -> None:
    """Un anual que termina en junio de 2024 reporta en Q4 de 2024; en 2025 ya no le toca."""
    dato = indicador(
        periodicidad="Anual",
        inicio=date(2023, 1, 1),
        fin=date(2024, 6, 30),
        metas={2023: 5.0, 2024: 5.0},
        reportes={"2023Q4": 5.0, "2024Q4": 5.0, "2025Q1": 1.0},
    )
    assert mensajes("fuera_de_plazo", "2025Q4", dato) == [
        "reporta en el primer trimestre de 2025, fuera de su plazo (desde el 1 de enero de 2023 "
        "hasta el 30 de "
        "junio de 2024)."
    ]


def test_pesos_que_no_suman() -> None:
    uno, otro = con(ponderacion_pct=60.0), con(codigo="1.1.2", ponderacion_pct=39.6)
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro) == []  # 99,6: dentro de la tolerancia
    otro = con(codigo="1.1.2", ponderacion_pct=39.0)
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro) == [
        "las ponderaciones de los productos vigentes suman 99,00\u00a0% y deben sumar 100\u00a0%."
    ]
    fuera = con(codigo="1.1.3", ponderacion_pct=1.0, estado="No vigente")
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro, fuera) == [
        "las ponderaciones de los productos vigentes suman 99,00\u00a0% y deben sumar 100\u00a0%. "
        "Con los no vigentes suman 100,00\u00a0%."
    ]


@pytest.mark.parametrize(("peso", "que"), [(ILEGIBLE, "no se lee"), (None, "falta")])
def test_un_peso_que_no_se_lee_no_acusa_a_la_suma(peso: float | None, que: str) -> None:
    """80 % y uno que no se lee: no se sabe si suman 100 %, ni si cuadran con su resultado."""
    uno, otro = con(ponderacion_pct=80.0), con(codigo="1.1.2", ponderacion_pct=peso)
    resultado = indicador(codigo="1.1", ponderacion_pct=100.0)
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro, resultado) == []
    (hallazgo,) = [h for h in hallar("2024Q4", uno, otro, resultado) if h.regla == "pesos_por_leer"]
    assert hallazgo.mensaje == (
        "no se sabe si las ponderaciones de los productos vigentes suman 100\u00a0%: la de 1.1.2 "
        f"{que}; las demás suman 80,00\u00a0%."
    )
    assert (hallazgo.severidad, hallazgo.que_hacer) == (
        "nota",
        "Corrija lo que no se lee o falta: las demás pueden estar bien.",
    )
    # Las que se leen ya pasan de 100 %: eso sí se sabe.
    de_mas = con(ponderacion_pct=110.0)
    assert mensajes("pesos_por_leer", "2024Q4", de_mas, otro) == []
    assert len(mensajes("pesos_no_suman", "2024Q4", de_mas, otro, resultado)) == 2


def test_una_fila_sin_codigo_no_acusa_a_la_suma() -> None:
    seguidos = [seguido("2024Q4", con(ponderacion_pct=80.0))]
    sin_codigo = revisar(seguidos, periodo("2024Q4"), filas_sin_codigo=2)
    assert "pesos_no_suman" not in {h.regla for h in sin_codigo}
    (mensaje,) = [h.mensaje for h in sin_codigo if h.regla == "pesos_por_leer"]
    assert mensaje == (
        "no se sabe si las ponderaciones de los productos vigentes suman 100\u00a0%: 2 filas no "
        "tienen un código que se lea; las demás suman 80,00\u00a0%."
    )


def test_un_estado_que_no_se_lee_no_acusa_a_la_suma() -> None:
    """60 + 40 y otro de 30 que no se sabe si sigue vigente."""
    vigentes = [con(ponderacion_pct=60.0), con(codigo="1.1.2", ponderacion_pct=40.0)]
    dudoso = con(codigo="1.1.3", ponderacion_pct=30.0, estado=None)
    assert mensajes("pesos_no_suman", "2024Q4", *vigentes, dudoso) == []
    assert mensajes("pesos_por_leer", "2024Q4", *vigentes, dudoso) == [
        "no se sabe si las ponderaciones de los productos vigentes suman 100\u00a0%: el estado de "
        "1.1.3 no se lee; las demás suman 100,00\u00a0%."
    ]


def test_los_resultados_tambien_deben_sumar_cien() -> None:
    """Dos productos de 50 %; sus resultados pesan 50 y 40: suman 90, no 100."""
    uno = indicador(codigo="1.1.1", ponderacion_pct=50.0)
    otro = indicador(codigo="2.1.1", ponderacion_pct=50.0)
    resultados = [
        indicador(codigo="1.1", ponderacion_pct=50.0),
        indicador(codigo="2.1", ponderacion_pct=40.0),
    ]
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro, *resultados) == [
        "las ponderaciones de los resultados vigentes suman 90,00\u00a0% y deben sumar 100\u00a0%.",
        "pesa 40,00\u00a0% y sus productos vigentes suman 50,00\u00a0%.",
    ]
    # Si falta la fila de un resultado, no se sabe cuánto suman: solo se dice lo que sí.
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro, resultados[1]) == [
        "pesa 40,00\u00a0% y sus productos vigentes suman 50,00\u00a0%.",
    ]


def test_pesos_en_otra_escala() -> None:
    dato = con(ponderacion_pct=10_000.0)
    assert mensajes("pesos_no_suman", "2024Q4", dato) == [
        "las ponderaciones de los productos vigentes suman 10.000,00\u00a0% y deben sumar "
        "100\u00a0%. Es 100 veces lo esperado: la escala parece equivocada."
    ]
    assert mensajes("ponderacion", "2024Q4", dato) == [
        "su ponderación es 10.000,00\u00a0%, y va de 0 a 100 %."
    ]


def test_los_productos_suman_el_peso_de_su_resultado() -> None:
    resultado = con(codigo="1.1", ponderacion_pct=30.0)
    hijos = [con(codigo="1.1.1", ponderacion_pct=28.0), con(codigo="2.1.1", ponderacion_pct=72.0)]
    assert mensajes("pesos_no_suman", "2024Q4", resultado, *hijos) == [
        "pesa 30,00\u00a0% y sus productos vigentes suman 28,00\u00a0%."
    ]


def test_un_producto_sin_peso() -> None:
    assert mensajes("ponderacion", "2024Q4", con(ponderacion_pct=None)) == [
        "no tiene ponderación: no suma en la política."
    ]


@pytest.mark.parametrize(
    ("fechas", "mensaje"),
    [
        (
            {"inicio": date(2025, 1, 1), "fin": date(2024, 1, 1)},
            "termina el 1 de enero de 2024, antes de empezar, el 1 de enero de 2025.",
        ),
        (
            {"inicio": date(2024, 1, 1), "reportes": {"2024Q4": 1}},
            "tiene meta en 2023, fuera de su plazo (desde el 1 de enero de 2024).",
        ),
        (
            {"inicio": date(2023, 5, 1), "reportes": {"2023Q1": 4}, "fin": date(2024, 12, 31)},
            "reporta en el primer trimestre de 2023, fuera de su plazo (desde el 1 de mayo de 2023 "
            "hasta el 31 de diciembre de 2024).",
        ),
    ],
)
def test_fuera_de_plazo(fechas: dict[str, Any], mensaje: str) -> None:
    assert mensajes("fuera_de_plazo", "2024Q4", con(**fechas)) == [mensaje]


def test_codigo_doble() -> None:
    uno = con(lugares={("codigo",): "D6"}, ponderacion_pct=50.0)
    otro = con(lugares={("codigo",): "D9"}, ponderacion_pct=50.0)
    (hallazgo,) = [h for h in hallar("2024Q4", uno, otro) if h.regla == "codigo_doble"]
    assert (hallazgo.celda, hallazgo.severidad) == ("D9", "error")
    assert hallazgo.mensaje == "el código 1.1.1 también está en D6."
    assert hallazgo.que_hacer == (
        "Deje una sola fila por indicador en cada hoja: mientras haya más, esta no se cuenta."
    )
    # La primera fila pesa 50 y es la única que suma.
    assert mensajes("pesos_no_suman", "2024Q4", uno, otro) == [
        "las ponderaciones de los productos vigentes suman 50,00\u00a0% y deben sumar 100\u00a0%."
    ]


def test_un_corte_posterior_al_del_libro() -> None:
    dato = con(publicado=Publicado(Periodo(2024, 2)))
    assert mensajes("libro_atrasado", "2024Q4", dato) == [
        "el libro llega al segundo trimestre de 2024 y se calcula hasta el cuarto trimestre de "
        "2024: lo que falte por reportar cuenta como atraso."
    ]


def test_los_mas_graves_primero_y_sin_importar_el_orden_de_las_filas() -> None:
    datos = [
        con(codigo="1.1.10", ponderacion_pct=None),
        con(codigo="1.1.9", ponderacion_pct=None),
        con(codigo="1.1.2", reportes={"2024Q4": 10}, ponderacion_pct=100.0),
    ]
    hallados = hallar("2024Q4", *datos)
    assert [(h.severidad, h.producto_codigo) for h in hallados] == [
        ("error", "1.1.9"),
        ("error", "1.1.10"),
        ("advertencia", "1.1.2"),
    ]
    assert hallar("2024Q4", *reversed(datos)) == hallados


def test_de_un_no_vigente_no_se_dice_nada() -> None:
    fuera = con(codigo="1.1.2", estado="No vigente", ponderacion_pct=None, reportes={})
    assert hallar("2024Q4", con(), fuera) == []
