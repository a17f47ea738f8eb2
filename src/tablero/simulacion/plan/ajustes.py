"""Los actos inventados que explican lo que cambia de un corte a otro de las políticas simuladas."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tablero.formato import numero_justo
from tablero.simulacion.mundo import Fila, Filas, Mundo
from tablero.simulacion.piezas import lugar
from tablero.simulacion.plan.mundo import con_su_peso, en_el_corte
from tablero.simulacion.seguimiento.corpus import ANIOS, PoliticaInventada, crear, ultimos
from tablero.simulacion.seguimiento.datos import IndicadorInventado, al_corte
from tablero.simulacion.seguimiento.formulas import MESES_POR_TRIMESTRE, Periodo
from tablero.simulacion.seguimiento.historia import Inventado

CORTE = date(2025, 12, 31)
TITULO = "Registro de ajustes"
DIA_DEL_ACTO, DECIMALES = 15, 6
TRIMESTRES_DEL_REGISTRO = 4


class CambioInventado(NamedTuple):
    """Un dato de un producto que un acto cambió."""

    codigo: str
    que: str
    anio: int | None
    de: str | None
    a: str | None


def filas(mundo: Mundo) -> Filas:
    """El registro de la primera política: un acto por cada cosa que se aprobó en el último año.

    Corregir un reporte no se aprueba: no está en el registro.
    """
    registro = list(del_registro(crear(mundo.semilla, 1, mundo.productos)))
    return {"politica_ajustes": registro}


def del_registro(politica: PoliticaInventada) -> Iterator[Fila]:
    """Las filas de una política, numeradas en su orden."""
    numero = 0
    for antes, despues in pairwise(ultimos(TRIMESTRES_DEL_REGISTRO)):
        for cambio in _cambios(politica, antes, despues):
            numero += 1
            yield {
                "politica_codigo": politica.codigo,
                "ajuste_numero": numero,
                "producto_codigo": cambio.codigo,
                "que": cambio.que,
                "anio": cambio.anio,
                "trimestre": None,
                "de": cambio.de,
                "a": cambio.a,
                "ajuste_fecha": date(despues[0], despues[1] * MESES_POR_TRIMESTRE, DIA_DEL_ACTO),
                "acto": f"Acta simulada {despues[1]} de {despues[0]}",
                "nota": None,
                "ubicacion": lugar(f"registro de ajustes, número {numero}"),
            }


def _cambios(
    politica: PoliticaInventada, antes: Periodo, despues: Periodo
) -> Iterator[CambioInventado]:
    """Lo que un acto cambió de un trimestre al siguiente."""
    viejos = {p.codigo: al_corte(p, ANIOS, antes) for p in _todos(politica, antes)}
    for indicador in _todos(politica, despues):
        nuevo = al_corte(indicador, ANIOS, despues)
        viejo = viejos.get(nuevo.codigo)
        if viejo is None:
            yield CambioInventado(nuevo.codigo, "entra", None, None, None)
            continue
        if viejo.estado != nuevo.estado:
            yield CambioInventado(nuevo.codigo, "sale", None, None, None)
        if viejo.ponderacion != nuevo.ponderacion:
            pesos = (_porcentaje(p.ponderacion) for p in (viejo, nuevo))
            yield CambioInventado(nuevo.codigo, "ponderación", None, *pesos)
        yield from _de_metas(viejo, nuevo)


def _todos(politica: PoliticaInventada, corte: Periodo) -> list[Inventado]:
    """Los resultados, con lo que pesan sus productos, y los productos."""
    productos = en_el_corte(politica, corte)
    return [*con_su_peso(politica.resultados, productos), *productos]


def _de_metas(viejo: IndicadorInventado, nuevo: IndicadorInventado) -> Iterator[CambioInventado]:
    for anio in ANIOS:
        metas = (viejo.metas.get(anio), nuevo.metas.get(anio))
        if metas[0] != metas[1]:
            yield CambioInventado(nuevo.codigo, "meta de un año", anio, *map(_numero, metas))
    if viejo.meta_final != nuevo.meta_final:
        finales = map(_numero, (viejo.meta_final, nuevo.meta_final))
        yield CambioInventado(nuevo.codigo, "meta final", None, *finales)


def _numero(valor: float | None) -> str | None:
    return None if valor is None else numero_justo(valor, DECIMALES)


def _porcentaje(fraccion: float | None) -> str | None:
    return None if fraccion is None else f"{numero_justo(fraccion * 100, DECIMALES)} %"
