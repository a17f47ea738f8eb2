"""La línea de comandos `tablero`: qué órdenes hay, y cómo se dice lo que salió mal."""

import sys
from typing import NoReturn

import typer

from tablero import formato, rutas
from tablero.cli.abrir import abrir
from tablero.cli.anexo import anexo
from tablero.cli.cartografia import cartografia
from tablero.cli.construir import construir, validar
from tablero.cli.ediciones import ediciones, volver
from tablero.cli.espanol import Orden, UsageError, nuevo_grupo, traducir_error
from tablero.cli.estado import estado
from tablero.cli.exportar import conciliar, exportar
from tablero.cli.fichas import fichas
from tablero.cli.generar import generar, plantilla
from tablero.cli.paquete import paquete
from tablero.cli.plan import plan
from tablero.cli.registro import registro
from tablero.cli.seguimiento import seguimiento
from tablero.cli.sellar import sellar
from tablero.cli.sesiones import sesiones
from tablero.cli.simular import simular
from tablero.errores import (
    SIN_LUGAR,
    ArchivoIlegible,
    ErroresDeDatos,
    ErrorTablero,
    SinEspacio,
    motivo,
)
from tablero.estreno import estrenar

MAL_ESCRITO, INTERRUMPIDO = 2, 130

aplicacion = nuevo_grupo(
    "Tablero de Control de la población migrante internacional.",
    context_settings={"max_content_width": 110},
    no_args_is_help=True,
)
for orden in (
    *(fichas, construir, validar, exportar, plantilla, sellar, generar, conciliar),
    *(estado, abrir, simular, volver, anexo, paquete),
):
    aplicacion.command(cls=Orden)(orden)
aplicacion.add_typer(cartografia, name="cartografia")
aplicacion.add_typer(seguimiento, name="seguimiento")
aplicacion.add_typer(plan, name="plan")
aplicacion.add_typer(ediciones, name="ediciones")
aplicacion.add_typer(registro, name="registro")
aplicacion.add_typer(sesiones, name="sesiones")


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
