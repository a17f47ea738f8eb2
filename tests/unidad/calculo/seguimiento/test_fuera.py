"""«Sin dato» sale de los dos lados de la suma, y nada más cambia."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fabrica_indicadores import ANIOS, cantidades, completos, cortes, indicadores
from fabrica_seguimiento import indicador, seguido
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tablero.calculo.seguimiento.fuera import usadas
from tablero.calculo.seguimiento.historia.cambios import cambios
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Clave, Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Nivel, Seguido, niveles
from tablero.calculo.seguimiento.ritmo import Ritmo, ritmo
from tablero.calculo.seguimiento.situacion import situar
from tablero.calculo.seguimiento.suponer import (
    plazo_ilegible,
    politica_supuesta,
    proximo_reporte,
    suponer,
)
from tablero.modelo.fuera import Fuera

SIN_NUMERO = ("estado", "anualizacion_tipo", "periodicidad", "inicio", "fin")
DE_LA_FILA: list[Clave] = [
    *((campo,) for campo in SIN_NUMERO),
    *(("ponderacion",), ("linea_base",), ("meta_final",)),
    *(("meta", anio) for anio in (*ANIOS, ANIOS[-1] + 1)),
    *(("reporte", anio, q) for anio in ANIOS for q in (1, 2, 3, 4)),
]
"""Todas las celdas de una fila, escritas o vacías."""
OTROS_VALORES: dict[str, st.SearchStrategy[Any]] = {
    "estado": st.just("Vigente"),
    "anualizacion_tipo": st.sampled_from(["Suma", "Constante", "Creciente", "Decreciente"]),
    "periodicidad": st.sampled_from(["Mensual", "Semestral", "Anual"]),
    "inicio": st.none() | st.dates(date(2019, 1, 1), date(2026, 12, 31)),
    "fin": st.none() | st.dates(date(2019, 1, 1), date(2026, 12, 31)),
}


def poner(dato: Indicador, clave: Clave, valor: Any) -> Indicador:
    """El indicador con otro valor en esa celda; `None` la deja vacía."""
    campo, *cuando = clave
    if campo in ("meta", "reporte"):
        nombre = f"{campo}s"
        donde: Any = cuando[0] if campo == "meta" else Periodo(*map(int, cuando))
        otros = {c: v for c, v in getattr(dato, nombre).items() if c != donde}
        return replace(dato, **{nombre: otros if valor is None else {**otros, donde: valor}})
    nombre = "ponderacion_pct" if campo == "ponderacion" else str(campo)
    return replace(dato, **{nombre: valor}, sin_leer=dato.sin_leer - {str(campo)})


def estropear(dato: Indicador, clave: Clave) -> Indicador:
    """El indicador con esa celda ilegible, como lo deja el lector."""
    campo = str(clave[0])
    if campo in SIN_NUMERO:
        return replace(poner(dato, clave, None), sin_leer=dato.sin_leer | {campo})
    return poner(dato, clave, ILEGIBLE)


def seguir(datos: Sequence[Indicador], hasta: Periodo) -> list[Seguido]:
    return [Seguido(d, calcular(d, hasta)) for d in datos]


def politica(datos: Sequence[Indicador], hasta: Periodo) -> Nivel:
    return niveles(seguir(datos, hasta))[0]


@st.composite
def con_inicio(draw: st.DrawFn) -> Indicador:
    """Cualquier indicador, también con fecha de inicio y sin ningún reporte."""
    dato = draw(indicadores() | completos())
    inicio = draw(st.none() | st.dates(date(2020, 1, 1), date(2025, 12, 31)))
    reportes = {} if draw(st.booleans()) else dato.reportes
    return replace(dato, inicio=inicio, reportes=reportes)


@settings(max_examples=150)
@given(st.lists(con_inicio(), min_size=1, max_size=4), cortes, st.data())
def test_una_celda_ilegible_saca_a_su_producto_o_no_cambia_nada(
    datos: list[Indicador], hasta: Periodo, data: st.DataObject
) -> None:
    """La brecha cambia justo en lo que aportaba, y lo que queda fuera se cuenta con su peso.

    Si no cambia nada, es que daba igual: con cualquier otro valor en esa celda aporta lo mismo.
    """
    cual = data.draw(st.integers(0, len(datos) - 1))
    clave = data.draw(st.sampled_from(DE_LA_FILA))
    sano = datos[cual]
    roto = estropear(sano, clave)
    otros = [d for n, d in enumerate(datos) if n != cual]
    antes, despues, sin_el = (
        politica(lista, hasta) for lista in ([*otros, sano], [*otros, roto], otros)
    )
    uno, otro = seguir([sano, roto], hasta)
    if otro.fuera is None:
        event("sigue en la suma, o no está vigente")
        assert otro.aporte == uno.aporte
        cualquiera = poner(
            sano, clave, data.draw(OTROS_VALORES.get(str(clave[0]), st.none() | cantidades))
        )
        (tercero,) = seguir([cualquiera], hasta)
        if tercero.fuera is None:
            assert tercero.aporte == otro.aporte
        return
    event(f"sale por {clave[0]}")
    assert despues.aporte.brecha_pp == pytest.approx(sin_el.aporte.brecha_pp, abs=1e-9)
    assert despues.aporte.avance_pp == pytest.approx(
        antes.aporte.avance_pp - uno.aporte.avance_pp, abs=1e-9
    )
    assert despues.fuera.productos == sin_el.fuera.productos + 1
    peso = None if clave == ("ponderacion",) else sano.ponderacion_pct
    assert despues.fuera.peso_pct == pytest.approx(sin_el.fuera.peso_pct + (peso or 0.0))
    assert despues.fuera.sin_peso == sin_el.fuera.sin_peso + (peso is None)
    if uno.fuera is None:
        assert otro.fuera.startswith("no se puede leer: ")
        assert clave == ("ponderacion",) or clave in usadas(roto, hasta)


@given(completos(), cortes, st.data())
def test_lo_que_sus_cifras_no_usan_no_cambia_nada(
    dato: Indicador, hasta: Periodo, data: st.DataObject
) -> None:
    """El fin, lo posterior al corte y lo que su tipo no mira."""
    tipo = dato.anualizacion_tipo
    ajenas: list[Clave] = [("fin",)]
    ajenas += [c for c in DE_LA_FILA if c[0] == "reporte" and Periodo(*map(int, c[1:])) > hasta]
    if tipo in ("Suma", "Constante"):
        ajenas.append(("linea_base",))
        ajenas += [c for c in DE_LA_FILA if c[0] == "meta" and int(c[1]) > hasta.anio]
    if reportes := dato.reportes_hasta(hasta):
        ajenas.append(("inicio",))
        if tipo != "Suma":
            ajenas += [c for c in DE_LA_FILA if c[0] == "reporte" and c[1:] < max(reportes)]
    clave = data.draw(st.sampled_from(ajenas))
    uno, otro = seguir([dato, estropear(dato, clave)], hasta)
    assert (otro.aporte, otro.fuera) == (uno.aporte, uno.fuera)


TRES = {"metas": {2023: 100.0, 2024: 100.0, 2025: 100.0}, "meta_final": 300.0}


@pytest.mark.parametrize(
    ("tipo", "datos", "clave", "causa"),
    [
        ("Suma", {}, ("inicio",), "fecha de inicio"),
        ("Suma", {}, ("periodicidad",), "periodicidad"),
        ("Suma", {}, ("estado",), "estado"),
        ("Suma", {}, ("meta", 2023), "meta de 2023"),
        ("Suma", {}, ("meta_final",), "meta final"),
        ("Suma", {}, ("reporte", 2023, 1), "reporte del primer trimestre de 2023"),
        (
            "Suma",
            {"reportes": {"2023Q4": 90}},
            ("reporte", 2024, 2),
            "reporte del segundo trimestre de 2024",
        ),
        ("Creciente", {}, ("linea_base",), "línea base"),
        (
            "Creciente",
            {"reportes": {"2024Q2": 9}},
            ("reporte", 2024, 4),
            "reporte del cuarto trimestre de 2024",
        ),
        ("Constante", {}, ("meta", 2024), "meta de 2024"),
        ("Suma", {}, ("ponderacion",), "ponderación"),
    ],
)
def test_lo_que_sale_dice_por_que(
    tipo: str, datos: dict[str, Any], clave: Clave, causa: str
) -> None:
    sano = indicador(tipo, **{**TRES, **datos})
    assert seguido("2024Q4", sano).fuera is None
    roto = seguido("2024Q4", estropear(sano, clave))
    assert roto.fuera == f"no se puede leer: {causa}"
    assert (roto.aporte.avance_pp, roto.aporte.trayectoria_pp) == (0, 0)


@pytest.mark.parametrize(
    ("datos", "causa"),
    [
        ({"meta_final": None}, "falta: meta final"),
        ({"periodicidad": None}, "falta: periodicidad"),
        ({"ponderacion_pct": None}, "falta: ponderación"),
        (
            {"anualizacion_tipo": "Creciente", "linea_base": 300.0, "reportes": {}},
            "su meta final es igual a su línea base",
        ),
        (
            {"meta_final": ILEGIBLE, "ponderacion_pct": None},
            "no se puede leer: meta final; falta: ponderación",
        ),
    ],
)
def test_lo_que_la_fuente_no_da_tambien_sale(datos: dict[str, Any], causa: str) -> None:
    """Y no se confunde con lo que está escrito y no se lee."""
    dato = replace(indicador("Suma", **TRES), **datos)
    assert seguido("2024Q4", dato).fuera == causa


def test_los_estados_que_si_cuentan() -> None:
    """Sin iniciar y no vigente no son «sin dato»; quien debía reportar y no lo hizo, debe."""
    nuevo = indicador("Suma", metas={2026: 10.0}, meta_final=10.0)
    deuda = indicador("Suma", **TRES)
    salio = indicador("Suma", **TRES, estado="No vigente")
    estados = [
        (s.fuera, s.aporte.brecha_pp) for s in seguir([nuevo, deuda, salio], Periodo(2024, 4))
    ]
    assert estados == [(None, 0), (None, pytest.approx(-200 / 3)), (None, 0)]
    assert politica([nuevo, deuda, salio], Periodo(2024, 4)).fuera == Fuera()


def test_sin_saber_si_ya_inicio_no_se_dice_que_debia() -> None:
    roto = seguido("2024Q4", estropear(indicador("Suma", **TRES), ("inicio",))).cifras
    assert (roto.semaforo, roto.mp, roto.ma, roto.trayectoria_pct) == ("sin dato", None, None, None)


def test_lo_programado_para_despues_no_falta() -> None:
    """Un Creciente que reportó antes de su primera meta no debía nada: suma lo que lleva."""
    dato = indicador("Creciente", metas={2026: 10.0}, meta_final=10.0, reportes={"2024Q4": 4.0})
    suma = seguido("2024Q4", dato)
    assert (suma.fuera, suma.aporte.avance_pp, suma.aporte.trayectoria_pp) == (None, 40, 0)


def test_los_niveles_dicen_lo_que_falta_y_no_reescalan() -> None:
    """Del objetivo 1, con 50 + 30 de peso, solo suma el de 30: 30 ÷ 80 = 37,5 %.

    Del 2 no se lee cuánto pesa uno: sus porcentajes quedan sin dato, y sus puntos, no. Del 3 no
    suma ninguno. La fila sin código no es de ningún objetivo.
    """
    completo = {**TRES, "reportes": {"2024Q4": 300}}
    datos = [
        estropear(indicador("Suma", codigo="1.1.1", ponderacion_pct=50.0, **TRES), ("inicio",)),
        indicador("Suma", codigo="1.1.2", ponderacion_pct=30.0, **completo),
        indicador("Suma", codigo="2.1.1", ponderacion_pct=10.0, **completo),
        indicador("Suma", codigo="2.1.2", ponderacion_pct=ILEGIBLE, **completo),
        indicador("Suma", codigo="3.1.1", ponderacion_pct=6.0, metas={}, meta_final=None),
    ]
    todo, uno, dos, tres, *_ = niveles(seguir(datos, Periodo(2024, 4)), [4.0, ILEGIBLE])
    assert todo.fuera == Fuera(3, 56.0, 2, 4.0, 2)
    assert (todo.avance_pct, todo.trayectoria_pct) == (40, pytest.approx(40 * 2 / 3))
    assert (uno.avance_pct, uno.fuera) == (37.5, Fuera(1, 50.0))
    assert (dos.avance_pct, dos.aporte.avance_pp, dos.fuera) == (None, 10, Fuera(1, sin_peso=1))
    assert (tres.avance_pct, tres.trayectoria_pct, tres.fuera) == (None, None, Fuera(1, 6.0))


def test_un_plazo_que_no_se_lee_deja_sin_ritmo_y_sin_proximo_reporte() -> None:
    """La fecha de inicio ya no le importa a quien ha reportado; la de fin, sí."""
    hasta = Periodo(2024, 2)
    nuevo = indicador("Suma", **TRES, fin=date(2025, 12, 31))
    viejo = replace(nuevo, reportes={Periodo(2024, 1): 60.0})
    assert proximo_reporte(viejo, hasta) == Periodo(2024, 3)
    for dato, clave, ilegible in (
        (nuevo, ("inicio",), ["fecha de inicio"]),
        (nuevo, ("fin",), ["fecha de fin"]),
        (viejo, ("inicio",), []),
        (viejo, ("fin",), ["fecha de fin"]),
    ):
        roto = estropear(dato, clave)
        assert plazo_ilegible(roto, hasta) == ilegible
        assert (proximo_reporte(roto, hasta) is None) == bool(ilegible)
        assert ritmo(roto, calcular(roto, hasta), hasta) == Ritmo("sin dato")
    assert ritmo(viejo, calcular(viejo, hasta), hasta).lectura == "no alcanza"


@pytest.mark.parametrize(
    ("clave", "situacion"),
    [
        (("fin",), "sin reporte"),
        (("linea_base",), "sin reporte"),
        (("inicio",), "sin dato"),
        (("meta", 2024), "sin dato"),
        (("estado",), "sin dato"),
    ],
)
def test_no_se_acusa_de_no_reportar_a_quien_no_se_sabe_si_debia(
    clave: Clave, situacion: str
) -> None:
    roto = estropear(indicador("Suma", metas={2024: 10.0}, meta_final=10.0), clave)
    hasta = Periodo(2024, 4)
    assert situar(roto, calcular(roto, hasta), hasta) == situacion


def test_lo_ilegible_no_es_un_cambio() -> None:
    """De un libro a otro, una fecha o un tipo que ya no se lee no «ya no tiene valor»."""
    sano = indicador("Suma", **TRES, inicio=date(2023, 1, 1), fin=date(2025, 12, 31))
    for clave in (("inicio",), ("fin",), ("periodicidad",), ("meta", 2024), ("meta_final",)):
        assert cambios(sano, estropear(sano, clave), Periodo(2024, 4)) == []
        assert cambios(estropear(sano, clave), sano, Periodo(2024, 4)) == []
    vacia = replace(sano, inicio=None)
    assert [c.dato for c in cambios(sano, vacia, Periodo(2024, 4))] == ["fecha de inicio"]


def test_suponer_a_quien_estaba_fuera() -> None:
    """Con otro reporte, un Creciente suple al que no se lee y entra con todo lo suyo; una Suma no.

    Creciente de 30 %: (60 − 0) ÷ 300 = 20 % → 6 puntos de avance, y debía 225 ÷ 300: 22,5.
    """
    hasta = Periodo(2024, 4)
    metas = {**TRES, "metas": {2023: 100.0, 2024: 200.0, 2025: 300.0}, "reportes": {"2024Q4": 9.0}}
    for tipo, fuera, puntos in (
        ("Creciente", None, (6.0, 22.5)),
        ("Suma", "no se puede leer: reporte del cuarto trimestre de 2024", (0.0, 0.0)),
    ):
        roto = estropear(indicador(tipo, **metas), ("reporte", 2024, 4))
        supuesto = suponer(roto, hasta, 60.0)
        assert supuesto is not None
        assert supuesto[1].fuera == fuera
        antes, despues = politica_supuesta(
            {"1.1.1": (30.0, calcular(roto, hasta))}, {"1.1.1": supuesto[1]}
        )
        assert (antes.avance_pp, antes.trayectoria_pp) == (0, 0)
        assert (despues.avance_pp, despues.trayectoria_pp) == puntos
