"""El libro frente al plan que rige: cada diferencia, su celda, y su consejo seguido al pie."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tablero.calculo.plan.ajustes import Ajuste, Dato, dato_de
from tablero.calculo.plan.programado import Plan, Programado
from tablero.calculo.plan.referencias import Referencias
from tablero.calculo.plan.versiones import Version, VersionDePlan
from tablero.calculo.seguimiento.hallazgos.contra_plan import contra_el_plan
from tablero.calculo.seguimiento.hallazgos.entre_cortes import entre_cortes
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo

CORTE = date(2025, 6, 30)
ANIOS_DEL_PLAN, ANIOS_DEL_LIBRO = tuple(range(2023, 2031)), tuple(range(2023, 2027))
BASE = Indicador(
    codigo="1.1.1",
    anualizacion_tipo="Suma",
    periodicidad="Trimestral",
    metas={2023: 10.0, 2024: 20.0, 2025: 30.0, 2026: 40.0, 2027: 50.0},
    meta_final=150.0,
    reportes={},
    ponderacion_pct=60.0,
    inicio=date(2023, 1, 1),
    fin=date(2027, 12, 31),
    anios=ANIOS_DEL_PLAN,
    entidad="Entidad A",
)
OTRO = replace(
    BASE, codigo="1.1.2", anualizacion_tipo="Creciente", linea_base=5.0, ponderacion_pct=40.0
)


def lugares(fila: int) -> dict[Any, str]:
    de_metas = {("meta", a): f"M{a}_{fila}" for a in ANIOS_DEL_LIBRO}
    campos = (
        "codigo",
        "estado",
        "ponderacion",
        "meta_final",
        "linea_base",
        "anualizacion_tipo",
        "periodicidad",
        "inicio",
        "fin",
        "entidad",
    )
    return {**de_metas, **{(c,): f"{c}_{fila}" for c in campos}}


def del_libro(dato: Indicador, fila: int) -> Indicador:
    """El mismo, como lo trae un libro que llega hasta 2026."""
    metas = {a: m for a, m in dato.metas.items() if a in ANIOS_DEL_LIBRO}
    return replace(dato, metas=metas, anios=ANIOS_DEL_LIBRO, lugares=lugares(fila))


LIBRO = [del_libro(BASE, 6), del_libro(OTRO, 7)]


def referencias(
    *ajustes: Ajuste,
    plan: tuple[Programado, ...] | None = None,
    desde: date = date(2023, 1, 1),
    sin_codigo: tuple[str, ...] = (),
) -> Referencias:
    programados = plan if plan is not None else (Programado(BASE), Programado(OTRO))
    entero = Plan((), (), programados, ANIOS_DEL_PLAN, sin_codigo)
    version = VersionDePlan("p", "Política", Version(2023, 1), desde, entero)
    return Referencias((version,), ajustes)


def revisar(libro: list[Indicador], *ajustes: Ajuste, **opciones: Any) -> list[Hallazgo]:
    return list(contra_el_plan(libro, referencias(*ajustes, **opciones), CORTE))


def test_un_libro_como_el_plan_no_tiene_nada_que_revisar() -> None:
    """Aunque el plan llegue a 2030 y el libro, solo a 2026."""
    assert revisar(LIBRO) == []


def test_sin_una_version_que_rija_no_se_revisa() -> None:
    cambiado = [replace(LIBRO[0], ponderacion_pct=1.0), LIBRO[1]]
    assert list(contra_el_plan(cambiado, Referencias(), CORTE)) == []
    assert revisar(cambiado, desde=date(2026, 1, 1)) == []
    assert len(revisar(cambiado)) == 1


Cambio = Callable[[Indicador], Indicador]
CASOS: list[tuple[str, str, dict[str, Any], str, str]] = [
    (
        "plan_ponderacion",
        "error",
        {"ponderacion_pct": 55.0},
        "ponderacion_6",
        "la ponderación es 55\u00a0% en el libro y es 60\u00a0% en el plan v1-23",
    ),
    (
        "plan_meta",
        "error",
        {"metas": {2023: 10.0, 2024: 20.0, 2025: 35.0, 2026: 40.0}},
        "M2025_6",
        "la meta de 2025 es 35 en el libro y es 30 en el plan v1-23",
    ),
    (
        "plan_meta",
        "error",
        {"metas": {2023: 10.0, 2024: 20.0, 2026: 41.0}},
        "M2025_6",
        "la meta de 2025 no está en el libro y es 30 en el plan v1-23; la meta de 2026 es 41 en el "
        "libro y es 40 en el plan v1-23",
    ),
    (
        "plan_meta_final",
        "error",
        {"meta_final": 100.0},
        "meta_final_6",
        "la meta final es 100 en el libro y es 150 en el plan v1-23",
    ),
    (
        "plan_tipo",
        "error",
        {"anualizacion_tipo": "Constante"},
        "anualizacion_tipo_6",
        "el tipo de anualización es «Constante» en el libro y es «Suma» en el plan v1-23",
    ),
    (
        "plan_periodicidad",
        "advertencia",
        {"periodicidad": "Anual"},
        "periodicidad_6",
        "la periodicidad es «Anual» en el libro y es «Trimestral» en el plan v1-23",
    ),
    (
        "plan_fechas",
        "advertencia",
        {"fin": date(2026, 12, 31)},
        "fin_6",
        "la fecha de finalización es «31 de diciembre de 2026» en el libro y es «31 de diciembre "
        "de 2027» en el plan v1-23",
    ),
    (
        "plan_entidad",
        "advertencia",
        {"entidad": "Entidad B"},
        "entidad_6",
        "la entidad es «Entidad B» en el libro y es «Entidad A» en el plan v1-23",
    ),
    (
        "plan_linea_base",
        "nota",
        {"linea_base": 3.0},
        "linea_base_6",
        "la línea base es 3 en el libro y no está en el plan v1-23",
    ),
]


@pytest.mark.parametrize(("regla", "severidad", "cambio", "celda", "mensaje"), CASOS)
def test_cada_diferencia_con_su_celda_y_los_dos_valores(
    regla: str, severidad: str, cambio: dict[str, Any], celda: str, mensaje: str
) -> None:
    (hallazgo,) = revisar([replace(LIBRO[0], **cambio), LIBRO[1]])
    assert (hallazgo.regla, hallazgo.severidad) == (regla, severidad)
    assert (hallazgo.celda, hallazgo.mensaje) == (celda, f"{mensaje}.")
    assert hallazgo.que_hacer.startswith("Escriba lo del plan (")
    assert celda in hallazgo.que_hacer


@pytest.mark.parametrize(("regla", "severidad", "cambio", "celda", "mensaje"), CASOS)
def test_escribir_lo_del_plan_lo_resuelve(
    regla: str, severidad: str, cambio: dict[str, Any], celda: str, mensaje: str
) -> None:
    cambiado = replace(LIBRO[0], **cambio)
    assert [h.regla for h in revisar([cambiado, LIBRO[1]])] == [regla]
    lo_del_plan = {c: getattr(LIBRO[0], c) for c in cambio}
    assert revisar([replace(cambiado, **lo_del_plan), LIBRO[1]]) == []


@pytest.mark.parametrize(("regla", "severidad", "cambio", "celda", "mensaje"), CASOS)
def test_agregar_el_acto_al_registro_lo_resuelve(
    regla: str, severidad: str, cambio: dict[str, Any], celda: str, mensaje: str
) -> None:
    cambiado = replace(LIBRO[0], **cambio)
    actos = [
        Ajuste("1.1.1", dato, None, _escribir(valor), date(2025, 1, 1), "Acta 1")
        for dato, valor in _cambiados(cambio)
    ]
    assert revisar([cambiado, LIBRO[1]], *actos) == []
    tarde = [replace(a, fecha=date(2025, 7, 1)) for a in actos]
    assert [h.regla for h in revisar([cambiado, LIBRO[1]], *tarde)] == [regla]


def _cambiados(cambio: dict[str, Any]) -> list[tuple[Dato, Any]]:
    claves = {"ponderacion_pct": "ponderacion"}
    pares: list[tuple[Dato, Any]] = []
    for campo, valor in cambio.items():
        if campo == "metas":
            for anio in ANIOS_DEL_LIBRO:
                if valor.get(anio) != LIBRO[0].metas[anio]:
                    pares.append((Dato("meta de un año", anio), valor.get(anio)))
        else:
            dato = dato_de((claves.get(campo, campo),))
            assert dato is not None
            pares.append((dato, valor))
    return pares


def _escribir(valor: Any) -> str | None:
    if isinstance(valor, float):
        return f"{valor:g}".replace(".", ",")
    return valor.isoformat() if isinstance(valor, date) else valor


def test_una_entidad_escrita_de_dos_maneras_es_una() -> None:
    libro = [replace(LIBRO[0], entidad="E. A."), LIBRO[1]]
    assert [h.regla for h in revisar(libro)] == ["plan_entidad"]
    siglas = {"E. A.": "Entidad A"}
    unidos = contra_el_plan(libro, referencias(), CORTE, lambda e: siglas.get(e, e))
    assert list(unidos) == []


def test_un_producto_que_falta() -> None:
    (hallazgo,) = revisar([LIBRO[0]])
    assert (hallazgo.severidad, hallazgo.regla, hallazgo.producto_codigo, hallazgo.celda) == (
        "error",
        "plan_producto",
        "1.1.2",
        "",
    )
    assert hallazgo.mensaje == "está vigente en el plan v1-23 y no está en el libro."
    salio = Ajuste("1.1.2", Dato("sale"), None, None, date(2025, 1, 1), "Acta 1")
    assert revisar([LIBRO[0]], salio) == []
    assert revisar([*LIBRO[:1], LIBRO[1]]) == []


def test_un_producto_que_el_libro_da_por_no_vigente() -> None:
    (hallazgo,) = revisar([LIBRO[0], replace(LIBRO[1], estado="No vigente")])
    assert (hallazgo.celda, hallazgo.mensaje) == (
        "estado_7",
        "está vigente en el plan v1-23 y en el libro no.",
    )
    assert hallazgo.que_hacer.startswith("Déjelo Vigente en el libro; ")


def test_un_producto_que_sobra() -> None:
    nuevo = replace(LIBRO[1], codigo="1.1.3", lugares=lugares(8))
    (hallazgo,) = revisar([*LIBRO, nuevo])
    assert (hallazgo.producto_codigo, hallazgo.celda) == ("1.1.3", "codigo_8")
    assert hallazgo.mensaje == "está vigente en el libro y no está en el plan v1-23."
    assert revisar([*LIBRO, replace(nuevo, estado="No vigente")]) == []
    entro = Ajuste("1.1.3", Dato("entra"), None, None, date(2025, 1, 1), "Acta 1")
    assert revisar([*LIBRO, nuevo], entro) == []


def test_de_un_plan_con_un_codigo_ilegible_no_se_dice_que_no_lo_traiga() -> None:
    (hallazgo,) = revisar(LIBRO, plan=(Programado(BASE),), sin_codigo=("AG12",))
    assert (hallazgo.severidad, hallazgo.producto_codigo) == ("advertencia", "1.1.2")
    assert hallazgo.mensaje == (
        "no se sabe si está en el plan v1-23, que tiene 1 fila cuyo código no se lee (AG12)."
    )
    assert hallazgo.que_hacer.startswith("Corrija ese código en el plan")
    assert revisar(LIBRO, sin_codigo=("AG12",)) == []


def test_un_no_vigente_del_plan_que_el_libro_sigue_trayendo() -> None:
    plan = (Programado(BASE), Programado(replace(OTRO, estado="No vigente")))
    (hallazgo,) = revisar(LIBRO, plan=plan)
    assert (hallazgo.celda, hallazgo.mensaje) == (
        "estado_7",
        "está vigente en el libro y no lo está en el plan v1-23.",
    )
    assert revisar([LIBRO[0], replace(LIBRO[1], estado="No vigente")], plan=plan) == []


def test_los_resultados_se_revisan_si_el_libro_trae_alguno() -> None:
    resultado = replace(BASE, codigo="1.1")
    plan = (Programado(BASE), Programado(OTRO), Programado(resultado))
    assert revisar(LIBRO, plan=plan) == []
    suyo = replace(del_libro(resultado, 8), meta_final=90.0)
    (hallazgo,) = revisar([*LIBRO, suyo], plan=plan)
    assert (hallazgo.producto_codigo, hallazgo.regla) == ("1.1", "plan_meta_final")


@pytest.mark.parametrize("valor", [0.5, 50.0])
def test_un_porcentaje_es_el_mismo_como_fraccion_o_como_numero(valor: float) -> None:
    """El plan dice 50 % por su formato; el libro puede guardar 0,5 o 50."""
    claves = frozenset({("meta", 2025), ("meta_final",)})
    en_plan = replace(BASE, metas={2025: 50.0}, meta_final=50.0)
    en_libro = replace(del_libro(en_plan, 6), metas={2025: valor}, meta_final=valor)
    plan = (Programado(en_plan, en_porcentaje=claves), Programado(OTRO))
    assert revisar([en_libro, LIBRO[1]], plan=plan) == []
    (hallazgo,) = revisar([replace(en_libro, meta_final=0.4), LIBRO[1]], plan=plan)
    assert hallazgo.mensaje == "la meta final es 0,4 en el libro y es 50\u00a0% en el plan v1-23."


def test_sin_formato_de_porcentaje_cien_veces_mas_es_otra_cosa() -> None:
    (hallazgo,) = revisar([replace(LIBRO[0], meta_final=1.5), LIBRO[1]])
    assert hallazgo.regla == "plan_meta_final"


def test_de_lo_ilegible_no_se_dice_nada() -> None:
    metas = {**LIBRO[0].metas, 2025: ILEGIBLE}
    assert math.isnan(metas[2025])
    assert revisar([replace(LIBRO[0], metas=metas, ponderacion_pct=ILEGIBLE), LIBRO[1]]) == []
    assert revisar([replace(LIBRO[0], anualizacion_tipo=None), LIBRO[1]]) == []


def test_un_cero_y_una_meta_vacia_dicen_lo_mismo_salvo_en_un_decreciente_a_cero() -> None:
    metas = {a: m for a, m in BASE.metas.items() if a != 2025}
    plan = (Programado(replace(BASE, metas=metas)), Programado(OTRO))
    assert (
        revisar([replace(LIBRO[0], metas={**LIBRO[0].metas, 2025: 0.0}), LIBRO[1]], plan=plan) == []
    )
    baja = replace(
        BASE,
        anualizacion_tipo="Decreciente",
        meta_final=0.0,
        linea_base=9.0,
        metas={2023: 6.0, 2024: 3.0, 2025: 0.0},
    )
    en_libro = replace(del_libro(baja, 6), metas={2023: 6.0, 2024: 3.0}, meta_final=0.0)
    hallados = revisar([en_libro, LIBRO[1]], plan=(Programado(baja), Programado(OTRO)))
    assert [h.mensaje for h in hallados] == [
        "la meta de 2025 no está en el libro y es 0 en el plan v1-23."
    ]


def test_un_cambio_entre_cortes_que_un_acto_explica_es_una_nota_que_lo_nombra() -> None:
    despues = replace(LIBRO[0], metas={**LIBRO[0].metas, 2023: 12.0})
    acto = Ajuste("1.1.1", Dato("meta de un año", 2023), "10", "12", date(2025, 1, 1), "Acta 7")

    def hallar(*ajustes: Ajuste) -> list[tuple[str, str]]:
        def explicar(codigo: str, que: Any, queda: Any) -> Ajuste | None:
            return referencias(*ajustes).acto(codigo, que, queda, CORTE)

        hallados = entre_cortes([LIBRO[0]], [despues], Periodo(2024, 4), explicar)
        return [(h.severidad, h.mensaje) for h in hallados]

    dicho = "la meta de 2023 decía 10 y ahora dice 12."
    assert hallar() == [("error", dicho)]
    assert hallar(acto) == [("nota", f"{dicho} Lo explica: Acta 7 (1 de enero de 2025).")]
    assert hallar(replace(acto, a="13")) == [("error", dicho)]


@pytest.mark.parametrize(
    ("que", "antes", "despues"),
    [
        ("sale", [0, 1], [0]),
        ("entra", [0], [0, 1]),
    ],
)
def test_entrar_y_salir_tambien(que: Any, antes: list[int], despues: list[int]) -> None:
    acto = Ajuste("1.1.2", Dato(que), None, None, date(2025, 1, 1), "Acta 7")
    hallados = entre_cortes(
        [LIBRO[n] for n in antes],
        [LIBRO[n] for n in despues],
        Periodo(2024, 4),
        lambda codigo, que, queda: referencias(acto).acto(codigo, que, queda, CORTE),
    )
    assert [(h.severidad, h.producto_codigo) for h in hallados] == [("nota", "1.1.2")]
    assert hallados[0].mensaje.endswith("Lo explica: Acta 7 (1 de enero de 2025).")
