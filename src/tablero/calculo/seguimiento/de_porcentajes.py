"""El seguimiento de un corte del que solo se publican los porcentajes de cada producto."""

from collections.abc import Iterable, Mapping
from typing import Any

from tablero.calculo.avance_publicado import VERSION, Producto, fuera
from tablero.calculo.lugares import juntar
from tablero.calculo.seguimiento.situacion import DE_SEMAFORO
from tablero.calculo.seguimiento.tablas.niveles import resultados_de_porcentajes

Fila = Mapping[str, Any]
Filas = list[dict[str, Any]]

DEL_PRODUCTO = (
    *("politica_codigo", "producto_codigo", "corte_fecha", "producto_nombre", "indicador_nombre"),
    *("objetivo_numero", "sector_nombre", "entidad_nombre", "entidad_codigo", "entidad"),
    *("ponderacion_pct", "anualizacion_tipo", "fuente_codigo"),
)
DEL_AVANCE = (
    *("pav_pct", "pahv_pct", "paa_pct", "trayectoria_pct", "avance_aporte_pp"),
    *("brecha_aporte_pp", "semaforo", "semaforo_pav", "semaforo_paa", "formula_version"),
)


def seguimiento(productos: Iterable[Fila], avances: Iterable[Fila]) -> Filas:
    """Las filas de `politica_seguimiento` de los productos publicados y sus porcentajes.

    Lo que la fuente no da (metas, fechas, periodicidad) queda sin dato, y con ello el ritmo.
    """
    por_clave = {_clave(a): a for a in avances}
    return [_fila(producto, por_clave[_clave(producto)]) for producto in productos]


def resultados(seguimiento: Iterable[Fila]) -> Filas:
    """Las filas de `politica_resultados`, por política y corte."""
    grupos: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for fila in seguimiento:
        grupos.setdefault((fila["politica_codigo"], fila["corte_fecha"]), []).append(dict(fila))
    return [
        resultado
        for (politica, corte), filas in grupos.items()
        for resultado in resultados_de_porcentajes(
            filas,
            {
                "politica_codigo": politica,
                "corte_fecha": corte,
                "fuente_codigo": filas[0]["fuente_codigo"],
                "formula_version": VERSION,
            },
        )
    ]


def _fila(producto: Fila, avance: Fila) -> dict[str, Any]:
    return {
        **{campo: producto[campo] for campo in DEL_PRODUCTO},
        **{campo: avance[campo] for campo in DEL_AVANCE},
        "resultado_codigo": producto["producto_codigo"].rpartition(".")[0],
        "pav_reportado_pct": avance["pav_pct"],
        "pahv_reportado_pct": avance["pahv_pct"],
        "paa_reportado_pct": avance["paa_pct"],
        "brecha_pp": _restar(avance, "paa_pct", "trayectoria_pct"),
        "trayectoria_aporte_pp": _restar(avance, "avance_aporte_pp", "brecha_aporte_pp"),
        "fuera_causa": fuera(
            Producto(
                producto["ponderacion_pct"],
                producto["anualizacion_tipo"],
                avance["pahv_pct"],
                avance["paa_pct"],
            )
        ),
        "situacion": DE_SEMAFORO[avance["semaforo"]],
        "ritmo_lectura": "sin dato",
        "errores": 0,
        "advertencias": 0,
        "nivel": "publicado",
        "ubicacion": juntar((producto, avance)),
    }


def _restar(fila: Fila, de: str, cuanto: str) -> float | None:
    """La diferencia de dos columnas; `None` si falta alguna."""
    if fila[de] is None or fila[cuanto] is None:
        return None
    diferencia: float = fila[de] - fila[cuanto]
    return diferencia


def _clave(fila: Fila) -> tuple[Any, ...]:
    return (fila["politica_codigo"], fila["producto_codigo"], fila["corte_fecha"])
