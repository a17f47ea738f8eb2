"""La línea de comandos `tablero`: construir, revisar, sellar, exportar y abrir el tablero."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from tablero import formato, rutas, temporales
from tablero.cli.avisos import decir_avisos
from tablero.cli.cartografia import (
    avisar_si_no_hay_mapas,
    cartografia,
    instalar_lo_soltado,
    publicar_mapas,
)
from tablero.cli.espanol import Orden, UsageError, nuevo_grupo, traducir_error
from tablero.cli.estado import estado
from tablero.cli.fichas import fichas
from tablero.cli.plan import plan
from tablero.cli.seguimiento import seguimiento
from tablero.cli.sellar import sellar
from tablero.cli.simular import base_de, elegir_base, simular
from tablero.errores import (
    SIN_LUGAR,
    ArchivoIlegible,
    ErrorDeCelda,
    ErroresDeDatos,
    ErrorTablero,
    SinEspacio,
    motivo,
)
from tablero.estreno import estrenar
from tablero.exportar.csv_oficial import Dialecto

MAL_ESCRITO, INTERRUMPIDO = 2, 130
ULTIMO_PUERTO = 65_535
QUE_BASE = "Otro archivo DuckDB, por ejemplo el de unos datos simulados."

aplicacion = nuevo_grupo(
    "Tablero de Control de la población migrante internacional.",
    context_settings={"max_content_width": 110},
    no_args_is_help=True,
)

aplicacion.command(cls=Orden)(fichas)
aplicacion.add_typer(cartografia, name="cartografia")
aplicacion.add_typer(seguimiento, name="seguimiento")
aplicacion.add_typer(plan, name="plan")


@aplicacion.command(cls=Orden)
def construir(
    fuentes: Annotated[
        Path | None,
        typer.Option(help="Otra carpeta de fuentes; su tablero queda al lado de ella."),
    ] = None,
    aceptar_cambio: Annotated[
        list[str] | None,
        typer.Option(help="Una fuente que se quitó o cambió a propósito; se puede repetir."),
    ] = None,
) -> None:
    """Construye el tablero con los libros de data/fuentes."""
    from tablero.ingesta.construir import Aceptado
    from tablero.ingesta.construir import construir as construir_base

    temporales.barrer()
    carpeta = fuentes or rutas.FUENTES
    base = base_de(carpeta)
    aceptado = Aceptado(tuple(aceptar_cambio or ()))
    informe = construir_base(carpeta, base, avisar=typer.echo, aceptado=aceptado)
    instalar_lo_soltado()
    publicar_mapas(base)
    total = formato.numero(sum(informe.filas.values()))
    typer.echo(
        f"Listo: {len(informe.filas)} tablas, {total} filas en "
        f"{formato.numero(informe.segundos, 1)} s → {base}"
    )
    if informe.avisos:
        decir_avisos(informe.avisos)


@aplicacion.command(cls=Orden)
def validar(
    ruta: Annotated[
        Path | None,
        typer.Argument(help="Un libro, o una carpeta de fuentes. Sin ella, data/fuentes."),
    ] = None,
) -> None:
    """Revisa los libros y dice todo lo que está mal."""
    from tablero.ingesta.construir import validar as validar_fuentes
    from tablero.ingesta.fuentes.archivos import partes_de
    from tablero.ingesta.fuentes.documentos import descubrir
    from tablero.ingesta.libro.validar import validar_libro

    avisos: list[ErrorDeCelda] = []
    if ruta is not None and (ruta.is_file() or (ruta.is_dir() and partes_de(ruta))):
        avisos += validar_libro(ruta, rutas.FUENTES)
    else:
        validar_fuentes(descubrir(ruta or rutas.FUENTES), avisos=avisos)
    decir_avisos(avisos)


@aplicacion.command(cls=Orden)
def exportar(
    destino: Annotated[Path, typer.Argument(help="Carpeta donde se escriben los archivos.")],
    dialecto: Annotated[
        Dialecto, typer.Option(help="«maquina» (coma, punto decimal) o «excel» (es-CO).")
    ] = "maquina",
    base: Annotated[Path | None, typer.Option(help=QUE_BASE)] = None,
) -> None:
    """Escribe un CSV por tabla, con su LEEME.txt."""
    from tablero.consultas.base import Base
    from tablero.exportar.carpeta import exportar_carpeta

    escritos = exportar_carpeta(Base(base or rutas.BASE), destino, dialecto)
    typer.echo(f"{len(escritos)} archivos en {destino}")


@aplicacion.command(cls=Orden)
def plantilla(
    destino: Annotated[Path, typer.Argument(help="Carpeta donde se escriben las plantillas.")],
) -> None:
    """Escribe el libro vacío de cada documento."""
    from tablero.derivados.generar import escribir_plantillas

    for ruta in escribir_plantillas(destino):
        typer.echo(str(ruta))


aplicacion.command(cls=Orden)(sellar)


@aplicacion.command(cls=Orden)
def generar(
    verificar: Annotated[
        bool, typer.Option("--verificar", help="No escribe: falla si algo está desactualizado.")
    ] = False,
) -> None:
    """Escribe los archivos que salen del modelo."""
    from tablero.derivados import generar as generados

    if verificar:
        generados.verificar(rutas.RAIZ)
        typer.echo("Los archivos generados están al día.")
        return
    for ruta in generados.generar(rutas.RAIZ):
        typer.echo(str(ruta.relative_to(rutas.RAIZ)))


@aplicacion.command(cls=Orden)
def conciliar() -> None:
    """Muestra lo publicado y lo calculado, y en qué difieren."""
    from tablero.consultas.base import Base
    from tablero.consultas.conciliacion import contrastes

    datos = contrastes(Base(rutas.BASE), documento=None, estado=None).datos
    for fila in datos.to_dict("records"):
        publicado = formato.numero_justo(fila["valor_publicado"])
        calculado = formato.numero_justo(fila["valor_calculado"])
        typer.echo(
            f"{fila['estado'].upper():14} {fila['descripcion']} "
            f"Publicado: {publicado} {fila['unidad']}; calculado: {calculado}."
        )
        if isinstance(fila["explicacion"], str):
            typer.echo(f"{'':14} {fila['explicacion']}")
    conteo = datos["estado"].value_counts()
    typer.echo("; ".join(f"{estado}: {numero}" for estado, numero in conteo.items()))


aplicacion.command(cls=Orden)(estado)


def exigir_puerto(puerto: int) -> int:
    """El puerto, si existe; si no, un error de escritura."""
    if not 0 < puerto <= ULTIMO_PUERTO:
        raise typer.BadParameter(f"debe estar entre 1 y {formato.numero(ULTIMO_PUERTO)}.")
    return puerto


@aplicacion.command(cls=Orden)
def abrir(
    puerto: Annotated[
        int, typer.Option(help="Puerto donde se atiende.", callback=exigir_puerto)
    ] = 8501,
    host: Annotated[str, typer.Option(help="Dirección donde se atiende.")] = "localhost",
    sin_navegador: Annotated[
        bool, typer.Option("--sin-navegador", help="No abre el navegador.")
    ] = False,
    base: Annotated[Path | None, typer.Option(help=QUE_BASE)] = None,
    nombre: Annotated[
        list[str] | None,
        typer.Option(help="Otro nombre con que se publica, como el de un proxy. Se puede repetir."),
    ] = None,
    *,
    desarrollo: Annotated[
        bool,
        typer.Option("--desarrollo", help="Vuelve a dibujar lo abierto cuando cambia el código."),
    ] = False,
) -> None:
    """Abre el tablero en el navegador."""
    from tablero.interfaz.marco.calentar import calentar
    from tablero.interfaz.servidor.arrancar import servir

    if base is not None:
        elegir_base(base)
    instalar_lo_soltado()
    avisar_si_no_hay_mapas()
    servir(
        rutas.RAIZ / "app.py",
        puerto,
        host,
        al_iniciar=calentar,
        abrir_navegador=not sin_navegador,
        otros_nombres=nombre or (),
        desarrollo=desarrollo,
    )


aplicacion.command(cls=Orden)(simular)


def principal() -> None:
    """Ejecuta la orden; un error de la persona se dice sin traza y con su código de salida."""
    for salida in (sys.stdout, sys.stderr):
        salida.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        if (estrenada := estrenar()) is not None:
            typer.echo(f"Los datos del tablero quedan en {estrenada}", err=True)
        codigo = aplicacion(prog_name=rutas.orden(""), standalone_mode=False)
    except UsageError as error:
        _fallar(
            f"{traducir_error(error.format_message())}\nAyuda: {rutas.orden('--help')}", MAL_ESCRITO
        )
    except typer.Abort:
        _fallar("Interrumpido.", INTERRUMPIDO)
    except ErroresDeDatos as error:
        cuantos = formato.contar(len(error.errores), "error", "errores")
        _fallar(f"{error}\n\n{cuantos}. No se cambió nada.", error.codigo_salida)
    except ErrorTablero as error:
        _fallar(str(error), error.codigo_salida)
    except OSError as error:
        # Lo usual: una carpeta de destino que no se puede crear o donde no se puede escribir.
        if error.filename is None and error.errno not in SIN_LUGAR:
            raise
        donde = f"{error.filename}: " if error.filename else ""
        clase = SinEspacio if error.errno in SIN_LUGAR else ArchivoIlegible
        _fallar(f"{donde}no se puede leer o escribir ({motivo(error)}).", clase.codigo_salida)
    else:
        raise SystemExit(codigo or 0)


def _fallar(mensaje: str, codigo: int) -> NoReturn:
    typer.echo(mensaje, err=True)
    raise SystemExit(codigo)
