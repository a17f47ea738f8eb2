"""Las órdenes `tablero plan`: el plan de acción de una política y sus versiones."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, rutas
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.importar import decir_lo_hecho
from tablero.cli.opciones import (
    AceptarCambio,
    AceptarPerdida,
    NombreDePolitica,
    OtrasFuentes,
    Politica,
)
from tablero.cli.simular import base_de
from tablero.errores import ErrorTablero

if TYPE_CHECKING:
    from tablero.calculo.plan.versiones import VersionDePlan
    from tablero.ingesta.plan.importar import ImportacionDePlan

AYUDA = "El plan de acción de una política: lo que promete, año por año, hasta el final."
DOS = 2

plan = nuevo_grupo(AYUDA, no_args_is_help=True)


@plan.callback(cls=Grupo)
def _grupo() -> None:
    """El plan de acción de una política."""


@plan.command(cls=Orden)
def importar(
    archivo: Annotated[Path, typer.Argument(help="El plan de acción, PA_….xlsx.")],
    *,
    version: Annotated[
        str | None, typer.Option(help="Por ejemplo v3-26. Sin ella, la del nombre del archivo.")
    ] = None,
    politica: Politica = None,
    nombre: NombreDePolitica = None,
    desde: Annotated[
        str | None,
        typer.Option(help="Desde qué día rige: AAAA-MM-DD. Sin él, el 1 de enero de su año."),
    ] = None,
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Corrige el plan que ya hay de esa versión.")
    ] = False,
    aceptar_perdida: AceptarPerdida = None,
    aceptar_cambio: AceptarCambio = None,
    fuentes: OtrasFuentes = None,
) -> None:
    """Agrega una versión del plan a las fuentes y construye el tablero con ella."""
    from tablero.ingesta.fuentes.todo_o_nada import traer_y_construir
    from tablero.ingesta.plan.importar import PedidoDePlan, importar_plan

    carpeta = fuentes or rutas.FUENTES
    pedido = PedidoDePlan(politica, nombre, version, _leer_dia(desde), reemplazar, aceptar_perdida)
    importacion, informe, reemplazado = traer_y_construir(
        carpeta,
        base_de(carpeta),
        lambda: importar_plan(archivo, carpeta, pedido),
        archivo=archivo,
        aceptados=aceptar_cambio or (),
    )
    for linea in _decir(importacion):
        typer.echo(linea)
    decir_lo_hecho(reemplazado, informe.segundos, base_de(carpeta))


@plan.command(cls=Orden)
def reconocer(
    archivo: Annotated[Path, typer.Argument(help="El plan de acción, PA_….xlsx.")],
) -> None:
    """Dice qué se entendió de un plan, bloque por bloque, sin tocar nada."""
    from tablero.ingesta.plan.leer import leer_plan
    from tablero.ingesta.plan.reconocer import reconocer as decir

    for linea in decir(leer_plan(archivo)):
        typer.echo(linea)


@plan.command(cls=Orden)
def comparar(
    *,
    politica: Annotated[
        str | None,
        typer.Option(help="Código de la política. Sin él, el de la única que tenga planes."),
    ] = None,
    antes: Annotated[
        str | None, typer.Option(help="La versión de antes. Sin ella, la anterior a la otra.")
    ] = None,
    despues: Annotated[
        str | None, typer.Option(help="La versión de después. Sin ella, la última.")
    ] = None,
    fuentes: OtrasFuentes = None,
) -> None:
    """Dice qué cambió de una versión del plan a otra."""
    from tablero.calculo.plan.comparar import comparar as cambios_entre
    from tablero.ingesta.plan.carpetas import descubrir_planes
    from tablero.ingesta.plan.corpus import leer_planes

    documentos = descubrir_planes(fuentes or rutas.FUENTES)
    por_politica = leer_planes(documentos, ()).por_politica
    if politica is None and len(por_politica) == 1:
        politica = next(iter(por_politica))
    versiones = por_politica.get(politica or "", ())
    if not versiones:
        cuales = ", ".join(por_politica) or "ninguna"
        raise ErrorTablero(f"Diga de qué política con --politica CODIGO; con planes hay: {cuales}.")
    uno, otro = _elegir(list(versiones), antes, despues)
    cambios = cambios_entre(uno, otro)
    typer.echo(
        f"{otro.politica_nombre}: de {uno.codigo} a {otro.codigo}, "
        f"{formato.contar(len(cambios), 'cambio', 'cambios')}."
    )
    for cambio in cambios:
        if cambio.clase in ("entra", "sale"):
            duda = cambio.antes or cambio.despues
            duda = f" ({duda})" if duda else ""
            typer.echo(f"  {cambio.codigo} · {cambio.clase}: {cambio.nombre}{duda}")
        else:
            typer.echo(
                f"  {cambio.codigo} · {cambio.dato}: {cambio.antes or 'nada'} → "
                f"{cambio.despues or 'nada'}"
            )


@plan.command(cls=Orden)
def simular(
    destino: Annotated[Path, typer.Argument(help="El .xlsx que se escribe.")],
    *,
    version: Annotated[str, typer.Option(help="Por ejemplo v2-25.")] = "v2-25",
    productos: Annotated[int, typer.Option(help="Cuántos productos: entre 6 y 500.")] = 52,
    semilla: Annotated[int, typer.Option(help="La misma semilla da el mismo plan.")] = 7,
    falla: Annotated[
        list[str] | None, typer.Option(help="Una falla que debe traer; se puede repetir.")
    ] = None,
) -> None:
    """Escribe un plan de acción inventado, del mismo mundo que los libros de tablero simular."""
    from tablero.simulacion.plan.escribir import escribir_plan
    from tablero.simulacion.plan.fallas import estropear
    from tablero.simulacion.plan.hoja import armar
    from tablero.simulacion.plan.mundo import prometer
    from tablero.simulacion.seguimiento.corpus import ANIOS, crear

    if destino.suffix.lower() != ".xlsx":
        raise ErrorTablero(f"{destino.name}: el plan inventado se escribe como .xlsx.")
    hoja = armar(prometer(crear(semilla, 1, productos), ANIOS, version))
    escribir_plan(destino, estropear(hoja, ANIOS, falla or []))
    typer.echo(f"DATOS SIMULADOS: el plan {version}, con {productos} productos → {destino}")


def _elegir(
    versiones: list["VersionDePlan"], antes: str | None, despues: str | None
) -> tuple["VersionDePlan", "VersionDePlan"]:
    codigos = [v.codigo for v in versiones]
    for pedida in (antes, despues):
        if pedida is not None and pedida not in codigos:
            raise ErrorTablero(f"No hay versión «{pedida}»; hay: {', '.join(codigos)}.")
    otro = codigos.index(despues) if despues else len(codigos) - 1
    uno = codigos.index(antes) if antes else otro - 1
    if len(codigos) < DOS or uno < 0 or uno == otro:
        raise ErrorTablero(f"Para comparar hacen falta dos versiones; hay: {', '.join(codigos)}.")
    return versiones[uno], versiones[otro]


def _leer_dia(texto: str | None) -> date | None:
    try:
        return date.fromisoformat(texto) if texto else None
    except ValueError:
        raise typer.BadParameter(
            f"«{texto}» no es una fecha AAAA-MM-DD, por ejemplo 2026-03-15.",
            param_hint="'--desde'",
        ) from None


def _decir(importacion: "ImportacionDePlan") -> list[str]:
    """Qué quedó y qué hay que revisar."""
    from collections import Counter

    from tablero.ingesta.plan.corpus import hallazgos_del_plan

    ficha, leido = importacion.documento.ficha, importacion.leido
    severidades = Counter(h.severidad for h in hallazgos_del_plan(leido))
    que = "Ya estaba" if importacion.entrada is None else "Quedó"
    marca = "DATOS SIMULADOS. " if ficha.es_simulado else ""
    supuesto = " (se supone: el archivo solo dice el año)" if ficha.es_desde_supuesta else ""
    anios = leido.plan.anios
    return [
        f"{marca}{que} el plan de «{ficha.politica_nombre}», {ficha.corte_texto}: "
        f"{formato.contar(len(leido.plan.vigentes), 'producto vigente', 'productos vigentes')}, "
        f"metas de {anios[0]} a {anios[-1]}. Rige desde el "
        f"{formato.fecha(ficha.corte_fecha)}{supuesto}.",
        f"Para revisar: {formato.contar(severidades['error'], 'error', 'errores')}, "
        f"{formato.contar(severidades['advertencia'], 'advertencia', 'advertencias')} y "
        f"{formato.contar(severidades['nota'], 'nota', 'notas')}: véalos con "
        f"{rutas.orden('plan reconocer')}.",
    ]
