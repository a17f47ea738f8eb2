"""La orden `tablero seguimiento importar`: un libro oficial entra a las fuentes y al tablero."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, rutas
from tablero.cli_simular import base_de

if TYPE_CHECKING:
    from tablero.ingesta.seguimiento.importar import Importacion

CERROJO = ".importando"


def importar(
    archivo: Annotated[Path, typer.Argument(help="El libro oficial, .xlsx o .xlsb.")],
    *,
    corte: Annotated[
        str | None,
        typer.Option(help="Hasta qué día va: AAAA-MM-DD. Sin él, el que declaran sus filas."),
    ] = None,
    politica: Annotated[
        str | None,
        typer.Option(help="Código de la política. Sin él, el de la única que haya."),
    ] = None,
    nombre: Annotated[str | None, typer.Option(help="Nombre de la política, si es nueva.")] = None,
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Corrige el libro que ya hay de ese corte.")
    ] = False,
    fuentes: Annotated[
        Path | None, typer.Option(help="Otra carpeta de fuentes, con su propio tablero.")
    ] = None,
) -> None:
    """Agrega un libro oficial a las fuentes y construye el tablero con él."""
    from tablero.ingesta.cerrojo import cerrojo
    from tablero.ingesta.construir import construir
    from tablero.ingesta.seguimiento.importar import Pedido
    from tablero.ingesta.seguimiento.importar import importar as traer

    carpeta = fuentes or rutas.FUENTES
    pedido = Pedido(leer_corte(corte) if corte else None, politica, nombre, reemplazar)
    with cerrojo(carpeta.parent / CERROJO):
        importacion = traer(archivo, carpeta, pedido)
        try:
            informe = construir(carpeta, base_de(carpeta))
        except BaseException:
            # El tablero anterior sigue; las fuentes vuelven a ser las suyas.
            importacion.deshacer()
            raise
        importacion.confirmar()
    typer.echo(_decir(importacion, base_de(carpeta)))
    typer.echo(
        f"Tablero construido en {formato.numero(informe.segundos, 1)} s → {base_de(carpeta)}"
    )


def leer_corte(texto: str) -> date:
    """La fecha de una opción `--corte`."""
    try:
        return date.fromisoformat(texto)
    except ValueError:
        raise typer.BadParameter(
            f"«{texto}» no es una fecha AAAA-MM-DD, por ejemplo 2024-12-31.",
            param_hint="'--corte'",
        ) from None


def _decir(importacion: "Importacion", base: Path) -> str:
    """Qué quedó y qué hay que revisar, leído del tablero recién construido."""
    from tablero.consultas.base import Base
    from tablero.consultas.seguimiento import libro
    from tablero.modelo.fuera import Fuera

    ficha = importacion.documento.ficha
    politica = importacion.documento.politica_codigo
    fila = libro(Base(base), politica=politica, corte=ficha.corte_fecha).fila
    que = "Quedó" if importacion.es_nuevo else "Ya estaba"
    marca = "DATOS SIMULADOS. " if ficha.es_simulado else ""
    fuera = Fuera.de_fila(fila).frase
    return (
        f"{marca}{que} el libro de «{ficha.politica_nombre}» al "
        f"{formato.fecha(ficha.corte_fecha)}: "
        f"{formato.contar(fila['productos'], 'producto', 'productos')}; avance "
        f"{formato.porcentaje(fila['avance_pct'])}, trayectoria "
        f"{formato.porcentaje(fila['trayectoria_pct'])}.{f' {fuera}' if fuera else ''}\n"
        f"Para revisar: {formato.contar(fila['errores'], 'error', 'errores')}, "
        f"{formato.contar(fila['advertencias'], 'advertencia', 'advertencias')} y "
        f"{formato.contar(fila['notas'], 'nota', 'notas')}: están en la página Hallazgos."
    )
