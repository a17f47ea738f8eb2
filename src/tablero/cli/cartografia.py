"""La orden `tablero cartografia`: qué límites están en uso, instalar otros y quitarlos."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.mapas import en_exclusiva, municipios
from tablero.texto import limpiar

CODIGOS_NOMBRADOS = 10
LARGO_AL_PIE = 160

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
        typer.Argument(help="Un .shp, .zip, .gpkg, .geojson, .json o .topojson de municipios."),
    ],
    fuente: Annotated[
        str, typer.Option(help="De quién es y qué documento: «DANE, Marco Geoestadístico 2025».")
    ] = "",
    licencia: Annotated[str, typer.Option(help="Con qué licencia se publica.")] = "",
) -> None:
    """Instala otros límites municipales, como los del DANE."""
    from tablero.territorio.oficial import aparte
    from tablero.territorio.oficial.instalar import instalar

    dichas = {"fuente": _al_pie("--fuente", fuente), "licencia": _al_pie("--licencia", licencia)}
    with en_exclusiva("cartografia instalar"):
        instalada = instalar(
            ruta,
            rutas.CARTOGRAFIA,
            municipios(),
            avisar=typer.echo,
            leer=aparte.preparar,
            **dichas,
        )
    typer.echo(f"Instalada: {instalada.titulo}. Todos los mapas la usan desde ya.")
    typer.echo(f"Al pie de cada mapa: {instalada.credito}")


@cartografia.command("quitar", cls=Orden)
def orden_quitar() -> None:
    """Vuelve a los límites esquemáticos."""
    from tablero.territorio.oficial.instalar import quitar

    with en_exclusiva("cartografia quitar"):
        habia = quitar(rutas.CARTOGRAFIA)
    if habia:
        typer.echo("Se quitó la cartografía instalada. El archivo original no se tocó.")
    else:
        typer.echo("No había otra cartografía instalada.")
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

    informe = esquematizar(centros, rutas.CARTOGRAFIA, municipios(), avisar=typer.echo)
    for linea in informe.lineas():
        typer.echo(linea)


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
        return [
            *lineas,
            f"  Para instalar los oficiales: {rutas.orden('cartografia instalar RUTA')}",
        ]
    lineas.append(f"  Original: {ficha.original} (sha256 {ficha.original_sha256})")
    lineas.append(f"  De quién es: {_de_quien(ficha.procedencia, ficha.fuente)}")
    lineas.append(f"  Licencia: {ficha.licencia}")
    faltan = f"{ficha.faltan}: " if ficha.faltan else ""
    lineas.append(f"  Municipios sin área: {faltan}{_codigos(en_uso.ausentes)}")
    lineas.append(f"  Códigos que no son de la DIVIPOLA: {_codigos(en_uso.sobrantes)}")
    return [*lineas, *(f"  {frase}" for frase in ficha.informe)]


def _de_quien(procedencia: str, fuente: str) -> str:
    if not fuente:
        return "no lo dicen sus metadatos ni quien la instaló (dígalo con --fuente)"
    quien = "sus metadatos" if procedencia == "de sus metadatos" else "quien la instaló"
    return f"{fuente}, según {quien}"


def _al_pie(opcion: str, texto: str) -> str:
    """Lo que dice la persona, en un renglón; un error de escritura si no cabe al pie de un mapa."""
    plano = limpiar(texto).strip(" .;,")
    if len(plano) > LARGO_AL_PIE:
        raise typer.BadParameter(
            f"va al pie de todos los mapas y es muy larga: a lo sumo {LARGO_AL_PIE} letras.",
            param_hint=opcion,
        )
    if texto and not plano:
        raise typer.BadParameter("está vacía.", param_hint=opcion)
    return plano


def _codigos(codigos: Sequence[str]) -> str:
    if not codigos:
        return "ninguno"
    nombrados = ", ".join(codigos[:CODIGOS_NOMBRADOS])
    resto = len(codigos) - CODIGOS_NOMBRADOS
    return f"{nombrados} y {formato.numero(resto)} más" if resto > 0 else nombrados
