"""La orden `tablero seguimiento simular`: un libro oficial inventado."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato
from tablero.cli.importar import leer_corte
from tablero.errores import ErrorTablero
from tablero.simulacion.seguimiento.disposicion import Disposicion


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
