"""Las filas de la política, sus objetivos y sus resultados."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TypedDict

from tablero.calculo.lugares import juntar
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Nivel, Seguido, niveles
from tablero.calculo.seguimiento.tablas.corte import Calculada, Corte
from tablero.modelo.fuera import Fuera, FueraDeProductos
from tablero.modelo.politica import PoliticaCorte, PoliticaObjetivo
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento
from tablero.modelo.seguimiento import PoliticaResultado

DE_LOS_PRODUCTOS = "calculado con los productos del libro"


class _Avance(TypedDict):
    avance_pct: float | None
    trayectoria_pct: float | None
    brecha_pp: float | None


class _ConAportes(_Avance, FueraDeProductos):
    productos: int
    avance_aporte_pp: float | None
    brecha_aporte_pp: float | None


@dataclass(frozen=True)
class PorNivel:
    """Lo calculado de un corte, por nivel."""

    politica: PoliticaCorte
    objetivos: Sequence[PoliticaObjetivo]
    resultados: Sequence[PoliticaResultado]


def politica(corte: Corte) -> PorNivel:
    """Las filas calculadas de `politica_cortes`, `politica_objetivos` y `politica_resultados`."""
    total, *resto = niveles(corte.seguidos, corte.filas_sin_codigo)
    version = corte.seguidos[0].cifras.formula_version
    comun: Calculada = {**corte.procedencia(DE_LOS_PRODUCTOS), "formula_version": version}
    return PorNivel(
        PoliticaCorte(**comun, nivel="calculado", **_avance(total), **total.fuera.columnas),
        [
            PoliticaObjetivo(
                **comun,
                nivel="calculado",
                objetivo_numero=int(nivel.codigo),
                ponderacion_pct=min(nivel.peso_pct, 100.0),
                **_con_aportes(nivel),
            )
            for nivel in resto
            if nivel.clase == "objetivo"
        ],
        [_resultado(comun, nivel, corte.seguidos) for nivel in resto if nivel.clase == "resultado"],
    )


def resultados_de_porcentajes(
    seguimiento: Iterable[PoliticaSeguimiento], comun: Calculada
) -> list[PoliticaResultado]:
    """Las filas de `politica_resultados` cuando solo se publican los porcentajes de los productos.

    `seguimiento` son las de `politica_seguimiento` de un corte.
    """
    grupos: dict[str, list[PoliticaSeguimiento]] = {}
    for fila in seguimiento:
        grupos.setdefault(fila.resultado_codigo, []).append(fila)
    return [
        _sumar({**comun, "ubicacion": juntar(grupo)}, codigo, grupo)
        for codigo, grupo in grupos.items()
    ]


def _sumar(
    comun: Calculada, codigo: str, grupo: Sequence[PoliticaSeguimiento]
) -> PoliticaResultado:
    """De los productos de un informe, que siempre dicen su ponderación."""
    peso = _total(f.ponderacion_pct for f in grupo)
    suman = [f for f in grupo if not f.fuera_causa]
    avance = _total(f.avance_aporte_pp for f in suman)
    trayectoria = _total(f.trayectoria_aporte_pp for f in suman)
    return PoliticaResultado(
        **comun,
        resultado_codigo=codigo,
        productos=len(grupo),
        ponderacion_pct=peso,
        avance_pct=avance / peso * 100 if suman else None,
        trayectoria_pct=trayectoria / peso * 100 if suman else None,
        brecha_pp=(avance - trayectoria) / peso * 100 if suman else None,
        avance_aporte_pp=avance if suman else None,
        brecha_aporte_pp=avance - trayectoria if suman else None,
        **Fuera.contar(f.ponderacion_pct for f in grupo if f.fuera_causa).de_productos,
    )


def _total(valores: Iterable[float | None]) -> float:
    return fsum(valor for valor in valores if valor is not None)


def _resultado(comun: Calculada, nivel: Nivel, seguidos: Iterable[Seguido]) -> PoliticaResultado:
    """Lo que suman sus productos y, si el libro trae su fila, lo que dice su indicador."""
    sumado = PoliticaResultado(
        **comun,
        resultado_codigo=nivel.codigo,
        ponderacion_pct=nivel.peso_pct,
        **_con_aportes(nivel),
    )
    propio = next((s for s in seguidos if s.indicador.codigo == nivel.codigo), None)
    if propio is None:
        return sumado
    return sumado.con(
        resultado_nombre=propio.indicador.nombre or None,
        ponderacion_declarada_pct=legible(propio.indicador.ponderacion_pct),
        indicador_pahv_pct=propio.cifras.pahv_pct,
        indicador_paa_pct=propio.cifras.paa_pct,
    )


def _avance(nivel: Nivel) -> _Avance:
    avance, trayectoria = nivel.avance_pct, nivel.trayectoria_pct
    brecha = None if avance is None or trayectoria is None else avance - trayectoria
    return {"avance_pct": avance, "trayectoria_pct": trayectoria, "brecha_pp": brecha}


def _con_aportes(nivel: Nivel) -> _ConAportes:
    aporte = nivel.aporte if nivel.suma_alguno else None
    return {
        "productos": nivel.productos,
        **_avance(nivel),
        "avance_aporte_pp": None if aporte is None else aporte.avance_pp,
        "brecha_aporte_pp": None if aporte is None else aporte.brecha_pp,
        **nivel.fuera.de_productos,
    }
