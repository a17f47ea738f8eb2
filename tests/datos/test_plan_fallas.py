"""Cada falla que el simulador sabe hacer se dice donde está, y las demás filas se leen igual."""

from collections.abc import Callable

import pytest

from tablero.calculo.plan.trayectoria import de_la_politica
from tablero.errores import ErroresDeDatos
from tablero.ingesta.plan.corpus import hallazgos_del_plan
from tablero.ingesta.plan.leer import PlanLeido, leer_plan
from tablero.simulacion.plan.escribir import escribir_plan
from tablero.simulacion.plan.fallas import FALLAS, estropear
from tablero.simulacion.plan.hoja import armar
from tablero.simulacion.plan.mundo import prometer
from tablero.simulacion.seguimiento.corpus import ANIOS, crear

PRODUCTOS = 12
ILEGIBLE = "ilegible"
DICEN = {
    "pesos_no_suman": {("pesos_no_suman", "")},
    "peso_sin_formato": {("escala_mezclada", "AJ13")},
    "peso_como_texto": {(ILEGIBLE, "AJ12")},
    "resultado_distinto": {("repetido_distinto", "F13")},
    "formula_distinta": {("repetido_distinto", "G13")},
    "meta_texto": {(ILEGIBLE, "BF12")},
    "meta_ref": {(ILEGIBLE, "BF12")},
    "meta_error_nuevo": {(ILEGIBLE, "BF12")},
    "meta_cambiada": {("metas_no_dan", "BI12")},
    "metas_en_porcentaje": set(),
    "escala_mezclada": {("escala_mezclada", "BI12")},
    "producto_ausente": {("pesos_no_suman", "")},
    "producto_de_mas": set(),
    "codigo_doble": {("codigo_doble", "AG25")},
    "codigo_partido": {(ILEGIBLE, "AG12")},
    "codigo_ilegible": {(ILEGIBLE, "AG12")},
    "tipo_desconocido": {(ILEGIBLE, "AO12")},
    "fecha_texto": {(ILEGIBLE, "AT12")},
    "encabezados_corridos": set(),
    "columna_de_mas": set(),
}
"""Falla → lo que no puede faltar entre lo que se dice; vacío, si solo se ve contra otro plan o
contra el libro, o si se lee igual."""
DETIENEN = {
    "anio_perdido": "entre las metas de los productos no hay columna para 2034",
    "sin_columna_de_tipo": "no se encuentra «Tipo de anualización»",
}
IGUAL = {"formula_distinta", "producto_de_mas", "encabezados_corridos", "columna_de_mas"}
"""Las que no mueven ninguna cifra."""
Leer = Callable[..., PlanLeido]


@pytest.fixture(scope="module")
def leer(tmp_path_factory: pytest.TempPathFactory) -> Leer:
    politica = crear(7, 1, PRODUCTOS)

    def con(*fallas: str) -> PlanLeido:
        hoja = estropear(armar(prometer(politica, ANIOS, "v2-25")), ANIOS, fallas)
        return leer_plan(escribir_plan(tmp_path_factory.mktemp("plan") / "PA_v2-25.xlsx", hoja))

    return con


def test_no_falta_ninguna_falla() -> None:
    assert {*DICEN, *DETIENEN} == set(FALLAS)


@pytest.mark.parametrize("falla", DICEN)
def test_cada_falla_se_dice(leer: Leer, falla: str) -> None:
    leido = leer(falla)
    dichos = {(h.regla, h.celda) for h in hallazgos_del_plan(leido)}
    assert dichos >= DICEN[falla]
    assert bool(dichos) == bool(DICEN[falla])
    if falla in IGUAL:
        assert de_la_politica(leido.plan)[-1].trayectoria_pct == pytest.approx(100)


@pytest.mark.parametrize("falla", ["codigo_partido", "codigo_ilegible"])
def test_de_una_fila_sin_codigo_se_recuerda_su_celda(leer: Leer, falla: str) -> None:
    assert leer(falla).plan.sin_codigo == ("AG12",)


@pytest.mark.parametrize("falla", DETIENEN)
def test_lo_que_perderia_metas_en_silencio_detiene_la_lectura(leer: Leer, falla: str) -> None:
    with pytest.raises(ErroresDeDatos, match=DETIENEN[falla]):
        leer(falla)


def test_sin_fallas_no_hay_nada_que_revisar(leer: Leer) -> None:
    leido = leer()
    assert hallazgos_del_plan(leido) == []
    assert len(leido.plan.vigentes) == PRODUCTOS
    assert de_la_politica(leido.plan)[-1].trayectoria_pct == pytest.approx(100)
