"""El seguimiento de un corte del que solo se publican los porcentajes de cada producto."""

from collections.abc import Iterable
from datetime import date

from tablero.calculo.avance_publicado import VERSION, ProductoPublicado, fuera
from tablero.calculo.lugares import juntar
from tablero.calculo.seguimiento.situacion import DE_SEMAFORO
from tablero.calculo.seguimiento.tablas.niveles import resultados_de_porcentajes
from tablero.modelo.politica import PoliticaAvance, PoliticaProducto
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento
from tablero.modelo.seguimiento import PoliticaResultado


def seguimiento(
    productos: Iterable[PoliticaProducto], avances: Iterable[PoliticaAvance]
) -> list[PoliticaSeguimiento]:
    """Las filas de `politica_seguimiento` de los productos publicados y sus porcentajes.

    Lo que la fuente no da (metas, fechas, periodicidad) queda sin dato, y con ello el ritmo.
    """
    por_clave = {_clave(a): a for a in avances}
    return [_fila(producto, por_clave[_clave(producto)]) for producto in productos]


def resultados(seguimiento: Iterable[PoliticaSeguimiento]) -> list[PoliticaResultado]:
    """Las filas de `politica_resultados`, por política y corte."""
    grupos: dict[tuple[str, date], list[PoliticaSeguimiento]] = {}
    for fila in seguimiento:
        grupos.setdefault((fila.politica_codigo, fila.corte_fecha), []).append(fila)
    return [
        resultado
        for (politica, corte), filas in grupos.items()
        for resultado in resultados_de_porcentajes(
            filas,
            {
                "politica_codigo": politica,
                "corte_fecha": corte,
                "fuente_codigo": filas[0].fuente_codigo,
                "ubicacion": juntar(filas),
                "formula_version": VERSION,
            },
        )
    ]


def _fila(producto: PoliticaProducto, avance: PoliticaAvance) -> PoliticaSeguimiento:
    return PoliticaSeguimiento(
        politica_codigo=producto.politica_codigo,
        producto_codigo=producto.producto_codigo,
        corte_fecha=producto.corte_fecha,
        producto_nombre=producto.producto_nombre,
        indicador_nombre=producto.indicador_nombre,
        objetivo_numero=producto.objetivo_numero,
        resultado_codigo=producto.producto_codigo.rpartition(".")[0],
        sector_nombre=producto.sector_nombre,
        entidad_nombre=producto.entidad_nombre,
        entidad_codigo=producto.entidad_codigo,
        entidad=producto.entidad,
        ponderacion_pct=producto.ponderacion_pct,
        anualizacion_tipo=producto.anualizacion_tipo,
        pav_pct=avance.pav_pct,
        pahv_pct=avance.pahv_pct,
        paa_pct=avance.paa_pct,
        pav_reportado_pct=avance.pav_pct,
        pahv_reportado_pct=avance.pahv_pct,
        paa_reportado_pct=avance.paa_pct,
        trayectoria_pct=avance.trayectoria_pct,
        brecha_pp=_restar(avance.paa_pct, avance.trayectoria_pct),
        avance_aporte_pp=avance.avance_aporte_pp,
        trayectoria_aporte_pp=_restar(avance.avance_aporte_pp, avance.brecha_aporte_pp),
        brecha_aporte_pp=avance.brecha_aporte_pp,
        fuera_causa=fuera(ProductoPublicado.de(producto, avance)),
        semaforo=avance.semaforo,
        semaforo_pav=avance.semaforo_pav,
        semaforo_paa=avance.semaforo_paa,
        situacion=DE_SEMAFORO[avance.semaforo],
        ritmo_lectura="sin dato",
        errores=0,
        advertencias=0,
        nivel="publicado",
        fuente_codigo=producto.fuente_codigo,
        ubicacion=juntar((producto, avance)),
        formula_version=avance.formula_version,
    )


def _restar(de: float | None, cuanto: float | None) -> float | None:
    """La diferencia; `None` si falta alguna."""
    return None if de is None or cuanto is None else de - cuanto


def _clave(fila: PoliticaProducto | PoliticaAvance) -> tuple[str, str, date]:
    return (fila.politica_codigo, fila.producto_codigo, fila.corte_fecha)
