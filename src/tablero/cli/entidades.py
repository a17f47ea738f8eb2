"""La orden `tablero seguimiento entidades`: lo que se le envía a cada entidad."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.cli.opciones import OtraBase
from tablero.errores import ErrorTablero


def entidades(
    destino: Annotated[Path, typer.Argument(help="La carpeta donde se escriben.")],
    base: OtraBase = None,
) -> None:
    """Escribe el PDF y el CSV de cada entidad, con el último corte de cada política."""
    from tablero.consultas.base import Base
    from tablero.exportar.impresas.entidades import las_de_entidades
    from tablero.exportar.impresas.lote import escribir_sueltas
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.estado import actas

    tablero = base or rutas.BASE
    leidas = actas(Lugares.de(tablero).registro)
    hojas = las_de_entidades(Base(tablero), leidas)
    lote = escribir_sueltas(hojas, destino, avisar_avance)
    typer.echo(f"{formato.contar(len(lote.archivos), 'archivo', 'archivos')} en {destino}")
    exigir_todos(lote.fallas)


def avisar_avance(van: int, son: int, que: str) -> None:
    """Una línea por archivo hecho."""
    typer.echo(f"{van:>{len(str(son))}} de {son} · {que}")


def exigir_todos(fallas: Sequence[str]) -> None:
    """`ErrorTablero` con lo que no se pudo hacer, después de escribir lo demás."""
    if fallas:
        cuantos = formato.contar(len(fallas), "PDF no se pudo", "PDF no se pudieron")
        raise ErrorTablero("\n".join([*fallas, f"{cuantos} hacer; los demás están escritos."]))
