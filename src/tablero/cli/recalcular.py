"""Las órdenes `tablero seguimiento calcular` y `reconocer`: qué dice un libro, sin importarlo."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.cli.importar import leer_corte
from tablero.cli.resumen_del_libro import resumir
from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.exportar.csv_oficial import Dialecto
from tablero.modelo.celda import Valores


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
    lineas = resumir(calculado, encontrados)
    if libro.es_simulado:
        lineas.insert(0, "DATOS SIMULADOS.")
    if hallazgos is not None:
        lineas.append(f"Todo lo que hay que revisar → {hallazgos}")
    if csv is not None:
        lineas.append(f"{formato.contar(len(tabla), 'fila', 'filas')} → {csv}")
    for linea in lineas:
        typer.echo(linea, err=csv is None)


def reconocer(
    archivo: Annotated[Path, typer.Argument(help="El libro oficial, .xlsx o .xlsb.")],
) -> None:
    """Dice qué se entiende de un libro oficial, bloque por bloque, sin importarlo."""
    from tablero.ingesta.seguimiento.reconocer import reconocer as describir

    for linea in describir(archivo):
        typer.echo(linea)


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
