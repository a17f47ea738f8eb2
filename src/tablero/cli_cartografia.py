"""La orden `tablero cartografia`: qué límites están en uso, instalar los oficiales y quitarlos."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tablero import formato, rutas
from tablero.cli_espanol import Grupo, Orden, nuevo_grupo

CODIGOS_NOMBRADOS = 10

cartografia = nuevo_grupo(
    "Dice qué límites municipales se usan, y los cambia.", invoke_without_command=True
)


@cartografia.callback(cls=Grupo)
def decir(contexto: typer.Context) -> None:
    """Dice qué límites municipales se usan, y los cambia."""
    if contexto.invoked_subcommand is None:
        for linea in describir():
            typer.echo(linea)


@cartografia.command("instalar", cls=Orden)
def orden_instalar(
    ruta: Annotated[
        Path,
        typer.Argument(help="Un .shp, .zip, .gpkg, .geojson o .topojson del DANE (MGN)."),
    ],
) -> None:
    """Instala los límites oficiales del DANE (MGN)."""
    from tablero.territorio.oficial.instalar import instalar

    instalada = instalar(ruta, rutas.CARTOGRAFIA, _municipios(), avisar=typer.echo)
    typer.echo(f"Instalada: {instalada.titulo}. Todos los mapas la usan desde ya.")


@cartografia.command("quitar", cls=Orden)
def orden_quitar() -> None:
    """Vuelve a los límites esquemáticos."""
    from tablero.territorio.oficial.instalar import quitar

    if quitar(rutas.CARTOGRAFIA):
        typer.echo("Se quitó la cartografía oficial. El archivo original no se tocó.")
    else:
        typer.echo("No había cartografía oficial instalada.")
    for linea in describir():
        typer.echo(linea)


@cartografia.command("esquematizar", cls=Orden)
def orden_esquematizar(
    centros: Annotated[
        Path,
        typer.Argument(help="CSV de centros poblados: divipola, longitud y latitud."),
    ],
) -> None:
    """Calcula los límites esquemáticos con los centros poblados."""
    from tablero.territorio.esquema.esquematizar import esquematizar

    informe = esquematizar(centros, rutas.CARTOGRAFIA, _municipios(), avisar=typer.echo)
    for linea in informe.lineas():
        typer.echo(linea)


def instalar_lo_soltado() -> None:
    """Instala lo que alguien haya dejado en `shapefiles/` desde la última vez, y lo dice."""
    from tablero.territorio.oficial.sueltos import instalar_sueltos

    instalar_sueltos(rutas.CARTOGRAFIA, _municipios, avisar=typer.echo)


def describir() -> list[str]:
    """Qué cartografía está en uso, en palabras."""
    from tablero.territorio.cartografia import leer_ficha, vigente

    en_uso = vigente(rutas.CARTOGRAFIA)
    lineas = [
        f"En uso: {en_uso.titulo}",
        f"  Al pie de cada mapa: {en_uso.credito}",
        f"  Archivo: {en_uso.archivo}",
    ]
    ficha = leer_ficha(rutas.CARTOGRAFIA)
    if ficha is None:
        return [*lineas, "  Para instalar los oficiales: tablero cartografia instalar RUTA"]
    lineas.append(f"  Original: {ficha.original} (sha256 {ficha.original_sha256})")
    lineas.append(f"  Municipios sin área: {_codigos(en_uso.ausentes)}")
    lineas.append(f"  Códigos que no son de la DIVIPOLA: {_codigos(en_uso.sobrantes)}")
    return [*lineas, *(f"  {frase}" for frase in ficha.informe)]


def _codigos(codigos: Sequence[str]) -> str:
    if not codigos:
        return "ninguno"
    nombrados = ", ".join(codigos[:CODIGOS_NOMBRADOS])
    resto = len(codigos) - CODIGOS_NOMBRADOS
    return f"{nombrados} y {formato.numero(resto)} más" if resto > 0 else nombrados


def _municipios() -> Sequence[Mapping[str, Any]]:
    """Las filas de `municipios` del libro divipola: sirven también antes de construir."""
    from tablero.ingesta.nomenclatura import leer_nomenclatura

    return leer_nomenclatura(rutas.FUENTES)["municipios"]
