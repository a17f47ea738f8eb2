"""La orden `tablero anexo`: los archivos que quedan de una sesión del Comité."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, reloj, rutas
from tablero.cli.opciones import OtrasFuentes
from tablero.cli.simular import base_de, elegir_base

if TYPE_CHECKING:
    from tablero.registro.ediciones import Edicion
    from tablero.registro.sesiones.estado import Sesion

KILO = 1024


def anexo(
    sesion: Annotated[
        str,
        typer.Argument(metavar="SESION", help="Su código, su fecha (15/12/2026) o «última»."),
    ],
    carpeta: Annotated[
        Path, typer.Argument(metavar="CARPETA", help="Donde se escriben los archivos.")
    ],
    fuentes: OtrasFuentes = None,
) -> None:
    """Escribe el anexo de una sesión y los demás archivos que quedan de ella."""
    tablero = base_de(fuentes or rutas.FUENTES)
    if tablero != rutas.BASE:
        elegir_base(tablero)
    escribir(sesion, carpeta, tablero)


def escribir(pedida: str, carpeta: Path, tablero: Path) -> None:
    """Los escribe en `carpeta` y dice cuáles.

    Ninguno queda en la carpeta hasta que el último está hecho.
    """
    from tablero.exportar.sesion.archivos import escritos
    from tablero.exportar.sesion.plantillas import Plantillas
    from tablero.interfaz.marco.conexion import un_solo_tablero
    from tablero.interfaz.marco.tableros import TABLEROS
    from tablero.interfaz.servidor.sala_viva.formas import acta
    from tablero.registro.archivo import leer
    from tablero.registro.ediciones import buscar, ediciones
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.buscar import una
    from tablero.registro.sesiones.estado import actas
    from tablero.respuestas.acta import en_su_momento

    registro = Lugares.de(tablero).registro
    elegida = una(actas(registro).sesiones, pedida, reloj.hoy())
    edicion = None
    if elegida.edicion is not None:
        edicion = buscar(ediciones(registro), elegida.edicion)
    archivo, avisos = _a_la_mano(edicion, tablero)
    hechos, leidas = en_su_momento(leer(registro), elegida.codigo)
    typer.echo(_de_cual(elegida))
    carpeta.mkdir(parents=True, exist_ok=True)
    with un_solo_tablero(TABLEROS.edicion(archivo)):
        suya = acta(elegida, leidas, hechos, edicion, avisos)
        hechos_ya = escritos(suya, Plantillas.de(tablero))
    with TemporaryDirectory(dir=carpeta) as lugar:
        for nombre, contenido in hechos_ya:
            (Path(lugar) / nombre).write_bytes(contenido)
        for nombre, contenido in hechos_ya:
            (Path(lugar) / nombre).replace(carpeta / nombre)
            typer.echo(f"  {nombre} · {formato.numero(-(-len(contenido) // KILO))} KB")
    typer.echo(f"{formato.contar(len(hechos_ya), 'archivo', 'archivos')} en {carpeta}")


def _a_la_mano(edicion: "Edicion | None", tablero: Path) -> tuple[Path, list[str]]:
    """El archivo de esa edición, y lo que conviene saber de él.

    El que ya no conserva su archivo se hace otra vez con los libros que guardó.
    """
    from tablero.ingesta.ediciones.reconstruir import archivo_de
    from tablero.registro.lugares import Lugares

    if edicion is None:
        return tablero, []
    estaba = Lugares.de(tablero).archivo(edicion.numero).is_file()
    rehecha = archivo_de(edicion, tablero, lambda dicho: typer.echo(dicho, err=True))
    if not estaba:
        typer.echo(
            f"La edición {edicion.numero} ya no conservaba su archivo. "
            f"{rehecha.en_palabras(edicion)}",
            err=True,
        )
    return rehecha.archivo, [] if rehecha.es_la_misma else [rehecha.en_palabras(edicion)]


def _de_cual(sesion: "Sesion") -> str:
    return f"Sesión del {formato.fecha(sesion.fecha)} · {sesion.lugar or 'lugar sin definir'}"
