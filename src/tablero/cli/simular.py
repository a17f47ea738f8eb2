"""La orden `tablero simular`, y dónde queda el tablero de otra carpeta de fuentes."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.errores import SinTablero

MUNICIPIOS = 1122
SEMILLA = 7
POLITICAS, PRODUCTOS, CORTES = 1, 52, 4


def simular(
    *,
    municipios: Annotated[
        int, typer.Option(help="En cuántos municipios pasa algo: entre 34 y 1.122.")
    ] = MUNICIPIOS,
    semilla: Annotated[
        int, typer.Option(help="La misma semilla da siempre los mismos libros.")
    ] = SEMILLA,
    atenciones: Annotated[
        int | None,
        typer.Option(help="Filas de atención que se escriben. Sin ella, una por centro."),
    ] = None,
    politicas: Annotated[
        int, typer.Option(help="Políticas con libros de seguimiento: entre 0 y 99.")
    ] = POLITICAS,
    productos: Annotated[
        int, typer.Option(help="Productos por política: entre 6 y 500.")
    ] = PRODUCTOS,
    cortes: Annotated[
        int,
        typer.Option(help="Libros por política, hasta el cuarto trimestre de 2025: entre 1 y 12."),
    ] = CORTES,
    destino: Annotated[
        Path | None, typer.Option(help="Carpeta donde quedan. Sin ella, data/simulado/semilla_N.")
    ] = None,
) -> None:
    """Escribe libros con datos inventados, para probar y enseñar."""
    from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura
    from tablero.simulacion.simular import simular as escribir

    carpeta = (destino or rutas.SIMULADO / f"semilla_{semilla}") / "fuentes"
    informe = escribir(
        carpeta,
        leer_nomenclatura(rutas.FUENTES),
        municipios=municipios,
        semilla=semilla,
        atenciones=atenciones,
        politicas=politicas,
        productos=productos,
        cortes=cortes,
    )
    cuantos = formato.contar(len(informe.libros), "libro", "libros")
    fuentes, base = map(rutas.entre_comillas, (carpeta, base_de(carpeta)))
    typer.echo(
        f"DATOS SIMULADOS: {cuantos} y {formato.numero(informe.filas)} filas en {carpeta}\n"
        f"Construya su tablero con: {rutas.orden(f'construir --fuentes {fuentes}')}\n"
        f"Y ábralo con:             {rutas.orden(f'abrir --base {base}')}"
    )


def base_de(fuentes: Path) -> Path:
    """El archivo DuckDB de una carpeta de fuentes: el de siempre, o uno al lado de ella."""
    if fuentes.resolve() == rutas.FUENTES.resolve():
        return rutas.BASE
    return fuentes.resolve().parent / "tablero.duckdb"


def elegir_base(base: Path) -> None:
    """Hace que este proceso sirva otro archivo; `SinTablero` si no existe."""
    if not base.is_file():
        como = rutas.orden("construir --fuentes CARPETA")
        raise SinTablero(f"No existe {base}. Constrúyalo con: {como}")
    rutas.BASE = base.resolve()
