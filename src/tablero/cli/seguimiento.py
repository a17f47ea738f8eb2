"""Las órdenes `tablero seguimiento`: del libro oficial (SISPP) a las cifras recalculadas."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, rutas
from tablero.cli.entidades import entidades
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.importar import importar, leer_corte
from tablero.errores import ArchivoIlegible, ErroresDeDatos, ErrorTablero
from tablero.exportar.csv_oficial import Dialecto
from tablero.modelo.celda import Valores
from tablero.simulacion.seguimiento.disposicion import Disposicion

if TYPE_CHECKING:
    from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
    from tablero.calculo.seguimiento.tablas.corte import Corte

MAX_EN_PANTALLA = 40
"""Renglones de hallazgos que se muestran; `--hallazgos` los escribe todos, uno por celda."""

MAX_FUERA = 12
"""Productos fuera de la suma que se nombran; la tabla los trae todos."""

seguimiento = nuevo_grupo(
    "Seguimiento de una política con su libro oficial (SISPP).", no_args_is_help=True
)


@seguimiento.callback(cls=Grupo)
def _grupo() -> None:
    """Seguimiento de una política con su libro oficial (SISPP)."""


@seguimiento.command(cls=Orden)
def calcular(
    archivo: Annotated[Path, typer.Argument(help="El libro oficial, .xlsx o .xlsb.")],
    *,
    corte: Annotated[str, typer.Option(help="Hasta qué día se calcula: AAAA-MM-DD.")],
    csv: Annotated[
        Path | None,
        typer.Option(help="El CSV que se escribe, una fila por producto. Sin él, se ve aquí."),
    ] = None,
    hallazgos: Annotated[
        Path | None, typer.Option(help="Otro CSV, con todo lo que hay que revisar.")
    ] = None,
    dialecto: Annotated[
        Dialecto, typer.Option(help="«maquina» (coma, punto decimal) o «excel» (es-CO).")
    ] = "maquina",
    resultados: Annotated[
        bool,
        typer.Option("--resultados", help="También los indicadores de resultado (código N.N)."),
    ] = False,
) -> None:
    """Recalcula los porcentajes de un libro oficial."""
    from tablero.calculo.seguimiento import VERSION
    from tablero.calculo.seguimiento.tabla import (
        COLUMNAS,
        COLUMNAS_DE_HALLAZGOS,
        filas,
        filas_de_hallazgos,
    )
    from tablero.calculo.semaforo import PUBLICADOS
    from tablero.ingesta.rangos import leer_rangos
    from tablero.ingesta.seguimiento.corte_del_libro import exigir_corte
    from tablero.ingesta.seguimiento.leer import leer_seguimiento
    from tablero.ingesta.seguimiento.procesar import armar, hallazgos_de

    dia = leer_corte(corte)
    libro = leer_seguimiento(archivo)
    exigir_corte(libro, dia, archivo.name)
    try:
        rangos = leer_rangos(rutas.FUENTES)
    except ErroresDeDatos:
        rangos = PUBLICADOS
        typer.echo(
            f"No se leen los rangos del semáforo de {rutas.FUENTES}: se usan los publicados.",
            err=True,
        )
    calculado = armar(libro, dia, rangos)
    encontrados = hallazgos_de(libro, calculado)
    en_la_tabla = calculado.seguidos if resultados else calculado.productos
    tabla = filas(en_la_tabla, dia, archivo.name, es_simulado=libro.es_simulado)
    if csv is None:
        typer.echo(_csv(tabla, COLUMNAS, dialecto).decode("utf-8"), nl=False)
    else:
        _escribir(csv, _csv(tabla, COLUMNAS, dialecto))
    if hallazgos is not None:
        de_hallazgos = filas_de_hallazgos(
            encontrados, VERSION, dia, archivo.name, es_simulado=libro.es_simulado
        )
        _escribir(hallazgos, _csv(de_hallazgos, COLUMNAS_DE_HALLAZGOS, dialecto))
    lineas = _resumir(calculado, encontrados)
    if libro.es_simulado:
        lineas.insert(0, "DATOS SIMULADOS.")
    if hallazgos is not None:
        lineas.append(f"Todo lo que hay que revisar → {hallazgos}")
    if csv is not None:
        lineas.append(f"{formato.contar(len(tabla), 'fila', 'filas')} → {csv}")
    for linea in lineas:
        typer.echo(linea, err=csv is None)


@seguimiento.command(cls=Orden)
def reconocer(
    archivo: Annotated[Path, typer.Argument(help="El libro oficial, .xlsx o .xlsb.")],
) -> None:
    """Dice qué se entiende de un libro oficial, bloque por bloque, sin importarlo."""
    from tablero.ingesta.seguimiento.reconocer import reconocer as describir

    for linea in describir(archivo):
        typer.echo(linea)


seguimiento.command(cls=Orden)(importar)
seguimiento.command(cls=Orden)(entidades)


@seguimiento.command(cls=Orden)
def simular(
    destino: Annotated[Path, typer.Argument(help="El .xlsx que se escribe.")],
    *,
    corte: Annotated[str, typer.Option(help="Hasta qué día hay reportes: AAAA-MM-DD.")],
    productos: Annotated[int, typer.Option(help="Cuántos productos: entre 1 y 500.")] = 52,
    desde: Annotated[int, typer.Option(help="Primer año del libro.")] = 2023,
    hasta: Annotated[int, typer.Option(help="Último año del libro.")] = 2035,
    semilla: Annotated[int, typer.Option(help="La misma semilla da el mismo libro.")] = 7,
    disposicion: Annotated[
        Disposicion, typer.Option(help="«compacta» u «oficial», la del formato de la SDP.")
    ] = "compacta",
    aparte: Annotated[
        bool, typer.Option("--aparte", help="También los resultados, en otro libro.")
    ] = False,
    falla: Annotated[
        list[str] | None, typer.Option(help="Una falla que debe traer; se puede repetir.")
    ] = None,
) -> None:
    """Escribe un libro oficial inventado: el mismo mundo en todos los cortes de una semilla."""
    from tablero.calculo.seguimiento.tiempo import periodo_de
    from tablero.simulacion.seguimiento.datos import inventar, inventar_resultados
    from tablero.simulacion.seguimiento.escribir import escribir_xlsx
    from tablero.simulacion.seguimiento.fallas import estropear
    from tablero.simulacion.seguimiento.libro import Forma, armar

    dia = leer_corte(corte)
    periodo = periodo_de(dia)
    if not desde <= dia.year <= hasta or not periodo.trimestre:
        raise ErrorTablero(
            f"el corte debe estar entre {desde} y {hasta}, con su primer trimestre cerrado."
        )
    if destino.suffix.lower() != ".xlsx":
        raise ErrorTablero(f"{destino.name}: el libro inventado se escribe como .xlsx.")
    corte_simulado = (periodo.anio, periodo.trimestre)
    forma = Forma(tuple(range(desde, hasta + 1)), corte_simulado, disposicion)
    que = (semilla, productos, forma.anios, forma.corte)
    celdas = estropear(armar(inventar(*que), forma), forma, falla or [])
    escribir_xlsx(destino, celdas)
    typer.echo(f"DATOS SIMULADOS: {formato.contar(productos, 'producto', 'productos')} → {destino}")
    if aparte:
        de_resultados = inventar_resultados(*que)
        otro = destino.with_stem(f"{destino.stem}_resultados")
        escribir_xlsx(otro, armar(de_resultados, forma))
        cuantos = formato.contar(len(de_resultados), "resultado", "resultados")
        typer.echo(f"DATOS SIMULADOS: {cuantos} → {otro}")


def _csv(tabla: Sequence[Valores], columnas: Sequence[str], dialecto: Dialecto) -> bytes:
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


def _resumir(corte: "Corte", hallazgos: "Sequence[Hallazgo]") -> list[str]:
    """Lo que se lee en la pantalla: los hallazgos, la política y lo que queda fuera de su suma."""
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
