"""Las órdenes `tablero seguimiento`: del libro oficial (SISPP) a las cifras recalculadas."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tablero import formato
from tablero.cli_espanol import Grupo, Orden, nuevo_grupo
from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErrorTablero
from tablero.exportar.csv_oficial import Dialecto

if TYPE_CHECKING:
    from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
    from tablero.calculo.seguimiento.politica import Seguido

MAX_EN_PANTALLA = 40
"""Hallazgos que se muestran; `--hallazgos` los escribe todos."""

seguimiento = nuevo_grupo(
    "Seguimiento de una política con su libro oficial (SISPP).", no_args_is_help=True
)


@seguimiento.callback(cls=Grupo)
def _grupo() -> None:
    """Seguimiento de una política con su libro oficial (SISPP)."""


@seguimiento.command(cls=Orden)
def calcular(
    archivo: Annotated[Path, typer.Argument(help="El libro oficial, .xlsx o .xlsb.")],
    corte: Annotated[str, typer.Option(help="Hasta qué día se calcula: AAAA-MM-DD.")],
    csv: Annotated[
        Path | None,
        typer.Option(help="El CSV que se escribe, una fila por indicador. Sin él, se ve aquí."),
    ] = None,
    hallazgos: Annotated[
        Path | None, typer.Option(help="Otro CSV, con todo lo que hay que revisar.")
    ] = None,
    dialecto: Annotated[
        Dialecto, typer.Option(help="«maquina» (coma, punto decimal) o «excel» (es-CO).")
    ] = "maquina",
) -> None:
    """Recalcula los porcentajes de un libro oficial."""
    from tablero.calculo.seguimiento import VERSION
    from tablero.calculo.seguimiento.hallazgos.revisar import revisar
    from tablero.calculo.seguimiento.motor import calcular as calcular_cifras
    from tablero.calculo.seguimiento.politica import Seguido
    from tablero.calculo.seguimiento.tabla import (
        COLUMNAS,
        COLUMNAS_DE_HALLAZGOS,
        filas,
        filas_de_hallazgos,
    )
    from tablero.calculo.seguimiento.tiempo import periodo_de
    from tablero.ingesta.seguimiento.leer import leer_seguimiento

    dia = _leer_corte(corte)
    libro = leer_seguimiento(archivo)
    anios = libro.indicadores[0].anios
    if not anios[0] <= dia.year <= anios[-1]:
        raise ErrorTablero(
            f"{archivo.name}: el corte {formato.fecha(dia)} está fuera de los años del libro "
            f"({anios[0]}–{anios[-1]})."
        )
    hasta = periodo_de(dia)
    seguidos = [Seguido(i, calcular_cifras(i, hasta)) for i in libro.indicadores]
    encontrados = revisar(seguidos, hasta)
    tabla = filas(seguidos, dia, archivo.name, es_simulado=libro.es_simulado)
    if csv is None:
        typer.echo(_csv(tabla, COLUMNAS, dialecto).decode("utf-8"), nl=False)
    else:
        _escribir(csv, _csv(tabla, COLUMNAS, dialecto))
    if hallazgos is not None:
        todos = [*map(_como_hallazgo, libro.errores), *encontrados]
        de_hallazgos = filas_de_hallazgos(
            todos, VERSION, dia, archivo.name, es_simulado=libro.es_simulado
        )
        _escribir(hallazgos, _csv(de_hallazgos, COLUMNAS_DE_HALLAZGOS, dialecto))
    lineas = _resumir(seguidos, libro.errores, encontrados)
    if libro.es_simulado:
        lineas.insert(0, "DATOS SIMULADOS.")
    if hallazgos is not None:
        lineas.append(f"Todo lo que hay que revisar → {hallazgos}")
    if csv is not None:
        lineas.append(f"{formato.contar(len(tabla), 'fila', 'filas')} → {csv}")
    for linea in lineas:
        typer.echo(linea, err=csv is None)


@seguimiento.command(cls=Orden)
def simular(
    destino: Annotated[Path, typer.Argument(help="El .xlsx que se escribe.")],
    *,
    corte: Annotated[str, typer.Option(help="Hasta qué día hay reportes: AAAA-MM-DD.")],
    productos: Annotated[int, typer.Option(help="Cuántos productos: entre 1 y 500.")] = 52,
    desde: Annotated[int, typer.Option(help="Primer año del libro.")] = 2023,
    hasta: Annotated[int, typer.Option(help="Último año del libro.")] = 2035,
    semilla: Annotated[int, typer.Option(help="La misma semilla da el mismo libro.")] = 7,
    falla: Annotated[
        list[str] | None, typer.Option(help="Una falla que debe traer; se puede repetir.")
    ] = None,
) -> None:
    """Escribe un libro oficial inventado."""
    from tablero.calculo.seguimiento.tiempo import periodo_de
    from tablero.simulacion.seguimiento.datos import inventar
    from tablero.simulacion.seguimiento.escribir import escribir_xlsx
    from tablero.simulacion.seguimiento.fallas import estropear
    from tablero.simulacion.seguimiento.libro import Forma, armar

    dia = _leer_corte(corte)
    periodo = periodo_de(dia)
    if not desde <= dia.year <= hasta or not periodo.trimestre:
        raise ErrorTablero(
            f"el corte debe estar entre {desde} y {hasta}, con su primer trimestre cerrado."
        )
    forma = Forma(tuple(range(desde, hasta + 1)), (periodo.anio, periodo.trimestre))
    celdas = armar(inventar(semilla, productos, forma.anios, forma.corte), forma)
    celdas = estropear(celdas, forma, falla or [])
    if destino.suffix.lower() != ".xlsx":
        raise ErrorTablero(f"{destino.name}: el libro inventado se escribe como .xlsx.")
    escribir_xlsx(destino, celdas)
    typer.echo(f"DATOS SIMULADOS: {formato.contar(productos, 'producto', 'productos')} → {destino}")


def _leer_corte(texto: str) -> date:
    try:
        return date.fromisoformat(texto)
    except ValueError:
        raise typer.BadParameter(
            f"«{texto}» no es una fecha AAAA-MM-DD, por ejemplo 2024-12-31.",
            param_hint="'--corte'",
        ) from None


def _csv(tabla: list[dict[str, Any]], columnas: Sequence[str], dialecto: Dialecto) -> bytes:
    import pandas as pd

    from tablero.exportar.csv_oficial import a_csv

    return a_csv(pd.DataFrame(tabla, columns=list(columnas), dtype=object), dialecto)


def _escribir(destino: Path, octetos: bytes) -> None:
    try:
        destino.write_bytes(octetos)
    except OSError:
        raise ArchivoIlegible(
            f"no se puede escribir {destino}: compruebe que la carpeta exista y que el archivo no "
            "esté abierto en otro programa."
        ) from None


def _como_hallazgo(error: ErrorDeCelda) -> "Hallazgo":
    from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo

    columna = f"«{error.columna}»: " if error.columna else ""
    return Hallazgo(
        "error",
        "ilegible",
        "",
        f"{columna}{error.mensaje}",
        "Corrija la celda: lo que depende de ella queda sin dato.",
        hoja=error.hoja,
        celda=error.celda,
    )


def _resumir(
    seguidos: "Sequence[Seguido]",
    ilegibles: Sequence[ErrorDeCelda],
    hallazgos: "Sequence[Hallazgo]",
) -> list[str]:
    """Lo que se lee en la pantalla: lo ilegible, los hallazgos y la política."""
    from collections import Counter

    from tablero.calculo.seguimiento.politica import niveles

    lineas: list[str] = []
    if ilegibles:
        cuantas = formato.contar(len(ilegibles), "celda o parte", "celdas o partes")
        lineas += [f"No se pudo leer ({cuantas}):", *_hasta_el_tope([str(e) for e in ilegibles])]
    if hallazgos:
        cuantos = formato.contar(len(hallazgos), "hallazgo", "hallazgos")
        lineas += [f"Para revisar ({cuantos}):", *_hasta_el_tope([str(h) for h in hallazgos])]
    politica, *resto = niveles(seguidos)
    conteo = Counter(s.cifras.semaforo for s in seguidos if s.indicador.clase == "producto")
    for nivel in (politica, *(n for n in resto if n.clase == "objetivo")):
        nombre = "Política" if nivel.clase == "política" else f"Objetivo {nivel.codigo}"
        brecha = formato.puntos(nivel.aporte.brecha_pp)
        lineas.append(
            f"{nombre}: avance {formato.porcentaje(nivel.avance_pct)}, trayectoria "
            f"{formato.porcentaje(nivel.trayectoria_pct)}, brecha {brecha} de la política "
            f"({formato.contar(nivel.productos, 'producto', 'productos')})"
        )
    lineas.append("; ".join(f"{estado}: {cuantos}" for estado, cuantos in conteo.most_common()))
    return lineas


def _hasta_el_tope(lineas: list[str]) -> list[str]:
    sobran = len(lineas) - MAX_EN_PANTALLA
    mostradas = [f"  {linea}" for linea in lineas[:MAX_EN_PANTALLA]]
    if sobran > 0:
        mostradas.append(f"  … y {formato.numero(sobran)} más; véalos todos con --hallazgos.")
    return mostradas
