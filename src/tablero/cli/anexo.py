"""La orden `tablero anexo`: los archivos que quedan de una sesión del Comité."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, reloj, rutas
from tablero.cli.opciones import OtrasFuentes
from tablero.cli.simular import base_de

if TYPE_CHECKING:
    from tablero.consultas.base import Base
    from tablero.registro.ediciones import Edicion
    from tablero.registro.sesiones.estado import Sesion
    from tablero.respuestas.cosas.de_la_sesion import OtraForma

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
    escribir(sesion, carpeta, base_de(fuentes or rutas.FUENTES), otra=lambda _: None)


def escribir(pedida: str, carpeta: Path, tablero: Path, *, otra: "OtraForma") -> None:
    """Los escribe en `carpeta` y dice cuáles; `otra` da la pared de lo que no está en el catálogo.

    Ninguno queda en la carpeta hasta que el último está hecho.
    """
    from tablero.consultas.base import Preguntas
    from tablero.exportar.anexo.archivos import escritos
    from tablero.registro.archivo import leer
    from tablero.registro.ediciones import buscar, ediciones
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.buscar import una
    from tablero.registro.sesiones.estado import actas
    from tablero.respuestas.acta import de_sesion, en_su_momento

    registro = Lugares.de(tablero).registro
    elegida = una(actas(registro).sesiones, pedida, reloj.hoy())
    edicion = None
    if elegida.edicion is not None:
        edicion = buscar(ediciones(registro), elegida.edicion)
    base, avisos = _abrir(edicion, tablero)
    hechos, leidas = en_su_momento(leer(registro), elegida.codigo)
    acta = de_sesion(Preguntas(base), elegida, leidas, hechos, edicion, otra=otra, avisos=avisos)
    typer.echo(_de_cual(elegida))
    carpeta.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=carpeta) as aparte:
        hechos_ya = escritos(acta)
        for nombre, contenido in hechos_ya:
            (Path(aparte) / nombre).write_bytes(contenido)
        for nombre, contenido in hechos_ya:
            (Path(aparte) / nombre).replace(carpeta / nombre)
            typer.echo(f"  {nombre} · {formato.numero(-(-len(contenido) // KILO))} KB")
    typer.echo(f"{formato.contar(len(hechos_ya), 'archivo', 'archivos')} en {carpeta}")


def _abrir(edicion: "Edicion | None", tablero: Path) -> "tuple[Base, list[str]]":
    """El tablero de esa edición, y lo que conviene saber de él.

    El que ya no conserva su archivo se hace otra vez con los libros que guardó.
    """
    from tablero.consultas.base import Base
    from tablero.ingesta.ediciones.reconstruir import archivo_de
    from tablero.registro.lugares import Lugares

    if edicion is None:
        return Base(tablero), []
    estaba = Lugares.de(tablero).archivo(edicion.numero).is_file()
    rehecha = archivo_de(edicion, tablero, lambda dicho: typer.echo(dicho, err=True))
    if not estaba:
        typer.echo(
            f"La edición {edicion.numero} ya no conservaba su archivo. "
            f"{rehecha.en_palabras(edicion)}",
            err=True,
        )
    return Base(rehecha.archivo), [] if rehecha.es_la_misma else [rehecha.en_palabras(edicion)]


def _de_cual(sesion: "Sesion") -> str:
    return f"Sesión del {formato.fecha(sesion.fecha)} · {sesion.lugar or 'lugar sin definir'}"
