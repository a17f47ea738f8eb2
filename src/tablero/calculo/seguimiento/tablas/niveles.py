"""Las filas de la política, sus objetivos y sus resultados."""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import Any

from tablero.calculo.lugares import juntar
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Nivel, Seguido, niveles
from tablero.calculo.seguimiento.tablas.corte import Corte, Fila
from tablero.modelo.fuera import Fuera

DE_LOS_PRODUCTOS = "calculado con los productos del libro"


def politica(corte: Corte) -> dict[str, list[Fila]]:
    """Las filas calculadas de `politica_cortes`, `politica_objetivos` y `politica_resultados`."""
    total, *resto = niveles(corte.seguidos, corte.filas_sin_codigo)
    version = corte.seguidos[0].cifras.formula_version
    comun = {**corte.procedencia(DE_LOS_PRODUCTOS), "formula_version": version}
    return {
        "politica_cortes": [
            {**comun, "nivel": "calculado", **_avance(total), **total.fuera.columnas}
        ],
        "politica_objetivos": [
            {
                **comun,
                "nivel": "calculado",
                "objetivo_numero": int(nivel.codigo),
                "ponderacion_pct": min(nivel.peso_pct, 100.0),
                **_con_aportes(nivel),
            }
            for nivel in resto
            if nivel.clase == "objetivo"
        ],
        "politica_resultados": [
            {**comun, **_resultado(nivel, corte.seguidos)}
            for nivel in resto
            if nivel.clase == "resultado"
        ],
    }


def resultados_de_porcentajes(seguimiento: Iterable[Fila], comun: Fila) -> list[Fila]:
    """Las filas de `politica_resultados` cuando solo se publican los porcentajes de los productos.

    `seguimiento` son las de `politica_seguimiento` de un corte.
    """
    grupos: dict[str, list[Fila]] = {}
    for fila in seguimiento:
        grupos.setdefault(fila["resultado_codigo"], []).append(fila)
    return [
        {**comun, "resultado_codigo": codigo, **_sumar(grupo), "ubicacion": juntar(grupo)}
        for codigo, grupo in grupos.items()
    ]


def _sumar(grupo: Sequence[Fila]) -> Fila:
    """De los productos de un informe, que siempre dicen su ponderación."""
    peso = fsum(f["ponderacion_pct"] for f in grupo)
    suman = [f for f in grupo if not f["fuera_causa"]]
    fuera = Fuera.contar(f["ponderacion_pct"] for f in grupo if f["fuera_causa"])
    avance, trayectoria = (
        fsum(f[columna] for f in suman) if suman else None
        for columna in ("avance_aporte_pp", "trayectoria_aporte_pp")
    )
    comun = {"productos": len(grupo), "ponderacion_pct": peso, **fuera.de_productos}
    if avance is None or trayectoria is None:
        return comun
    return {
        **comun,
        "avance_pct": avance / peso * 100,
        "trayectoria_pct": trayectoria / peso * 100,
        "brecha_pp": (avance - trayectoria) / peso * 100,
        "avance_aporte_pp": avance,
        "brecha_aporte_pp": avance - trayectoria,
    }


def _resultado(nivel: Nivel, seguidos: Iterable[Seguido]) -> Fila:
    """Lo que suman sus productos y, si el libro trae su fila, lo que dice su indicador."""
    fila: dict[str, Any] = {
        "resultado_codigo": nivel.codigo,
        "ponderacion_pct": nivel.peso_pct,
        **_con_aportes(nivel),
    }
    propio = next((s for s in seguidos if s.indicador.codigo == nivel.codigo), None)
    if propio is not None:
        fila |= {
            "resultado_nombre": propio.indicador.nombre or None,
            "ponderacion_declarada_pct": legible(propio.indicador.ponderacion_pct),
            "indicador_pahv_pct": propio.cifras.pahv_pct,
            "indicador_paa_pct": propio.cifras.paa_pct,
        }
    return fila


def _avance(nivel: Nivel) -> Fila:
    avance, trayectoria = nivel.avance_pct, nivel.trayectoria_pct
    brecha = None if avance is None or trayectoria is None else avance - trayectoria
    return {"avance_pct": avance, "trayectoria_pct": trayectoria, "brecha_pp": brecha}


def _con_aportes(nivel: Nivel) -> Fila:
    aporte = nivel.aporte if nivel.suma_alguno else None
    return {
        "productos": nivel.productos,
        **_avance(nivel),
        "avance_aporte_pp": None if aporte is None else aporte.avance_pp,
        "brecha_aporte_pp": None if aporte is None else aporte.brecha_pp,
        **nivel.fuera.de_productos,
    }
