"""Lo que se lee en la pantalla de un libro recalculado."""

from typing import TYPE_CHECKING

from tablero import formato

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
    from tablero.calculo.seguimiento.tablas.corte import Corte

MAX_EN_PANTALLA = 40
"""Renglones de hallazgos que se muestran; `--hallazgos` los escribe todos, uno por celda."""

MAX_FUERA = 12
"""Productos fuera de la suma que se nombran; la tabla los trae todos."""


def resumir(corte: "Corte", hallazgos: "Sequence[Hallazgo]") -> list[str]:
    """Un renglón por cosa: los hallazgos, la política y lo que queda fuera de su suma."""
    from collections import Counter

    from tablero.calculo.seguimiento.hallazgos.agrupar import agrupar
    from tablero.calculo.seguimiento.niveles import niveles

    lineas: list[str] = []
    if hallazgos:
        cuantos = formato.contar(len(hallazgos), "hallazgo", "hallazgos")
        renglones = [str(grupo) for grupo in agrupar(hallazgos)]
        lineas += [f"Para revisar ({cuantos}):", *_hasta_el_tope(renglones)]
    if not corte.productos:
        cuantos = formato.contar(
            len(corte.seguidos), "indicador de resultado", "indicadores de resultado"
        )
        return [
            *lineas,
            f"El libro no trae productos, solo {cuantos}: de la política no se calcula nada. Con "
            "--resultados se ven sus cifras.",
        ]
    politica, *resto = niveles(corte.seguidos, corte.filas_sin_codigo)
    conteo = Counter(s.cifras.semaforo for s in corte.productos)
    objetivos = [n for n in resto if n.clase == "objetivo"]
    for nivel in (politica, *objetivos):
        nombre = "Política" if nivel.clase == "política" else f"Objetivo {nivel.codigo}"
        brecha = formato.puntos(nivel.aporte.brecha_pp if nivel.suma_alguno else None)
        cifras = (
            f"{nombre}: avance {formato.porcentaje(nivel.avance_pct)}, trayectoria "
            f"{formato.porcentaje(nivel.trayectoria_pct)}, brecha {brecha} de la política "
            f"({formato.contar(nivel.productos, 'producto', 'productos')})"
        )
        if nivel is politica and nivel.avance_pct is not None:
            partes = (nivel.aporte.avance_pp, -nivel.aporte.trayectoria_pp)
            cifras += formato.por_redondeo(partes, nivel.aporte.brecha_pp)
        lineas.append(f"{cifras}. {nivel.fuera.frase}" if nivel.fuera else cifras)
    aportes = [n.aporte.brecha_pp if n.suma_alguno else 0.0 for n in objetivos]
    if redondeo := formato.por_redondeo(aportes, politica.aporte.brecha_pp):
        lineas.append(f"Las brechas de los objetivos suman la de la política{redondeo}.")
    fuera = [f"  {s.indicador.codigo}: {s.fuera}" for s in corte.productos if s.fuera]
    lineas += fuera[:MAX_FUERA]
    if len(fuera) > MAX_FUERA:
        otros = formato.contar(len(fuera) - MAX_FUERA, "producto", "productos")
        lineas.append(f"  … y {otros} más; véalos en la columna fuera_causa.")
    lineas.append("; ".join(f"{estado}: {cuantos}" for estado, cuantos in conteo.most_common()))
    return lineas


def _hasta_el_tope(lineas: list[str]) -> list[str]:
    sobran = len(lineas) - MAX_EN_PANTALLA
    mostradas = [f"  {linea}" for linea in lineas[:MAX_EN_PANTALLA]]
    if sobran > 0:
        mostradas.append(f"  … y {formato.numero(sobran)} más; véalos todos con --hallazgos.")
    return mostradas
