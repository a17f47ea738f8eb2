"""La orden `tablero seguimiento importar`: un libro oficial entra a las fuentes y al tablero."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, rutas
from tablero.cli.opciones import (
    AceptarCambio,
    AceptarPerdida,
    NombreDePolitica,
    OtrasFuentes,
    Politica,
)
from tablero.cli.simular import base_de

if TYPE_CHECKING:
    from tablero.ingesta.seguimiento.importar import Importacion

MAX_REPETIDOS = 10
"""Clases de hallazgo repetido que se dicen al importar."""


def importar(
    archivo: Annotated[Path, typer.Argument(help="El libro oficial, .xlsx o .xlsb.")],
    *,
    corte: Annotated[
        str | None,
        typer.Option(help="Hasta qué día va: AAAA-MM-DD. Sin él, el que declaran sus filas."),
    ] = None,
    politica: Politica = None,
    nombre: NombreDePolitica = None,
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Corrige el libro que ya hay de ese corte.")
    ] = False,
    aceptar_perdida: AceptarPerdida = None,
    aceptar_cambio: AceptarCambio = None,
    fuentes: OtrasFuentes = None,
) -> None:
    """Agrega un libro oficial a las fuentes y construye el tablero con él."""
    from tablero.ingesta.fuentes.todo_o_nada import traer_y_construir
    from tablero.ingesta.seguimiento.importar import Pedido
    from tablero.ingesta.seguimiento.importar import importar as traer

    carpeta = fuentes or rutas.FUENTES
    dia = leer_corte(corte) if corte else None
    pedido = Pedido(dia, politica, nombre, reemplazar, aceptar_perdida)
    importacion, informe, reemplazado = traer_y_construir(
        carpeta,
        base_de(carpeta),
        lambda: traer(archivo, carpeta, pedido),
        archivo=archivo,
        aceptados=aceptar_cambio or (),
    )
    typer.echo(_decir(importacion, base_de(carpeta)))
    decir_lo_hecho(reemplazado, informe.segundos, base_de(carpeta))


def decir_lo_hecho(reemplazado: Path | None, segundos: float, base: Path) -> None:
    """Dónde quedó lo que había, si había algo distinto, y el tablero construido."""
    if reemplazado is not None:
        typer.echo(f"Lo que había no se borró: está en {reemplazado}")
    typer.echo(f"Tablero construido en {formato.numero(segundos, 1)} s → {base}")


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

    documento, ficha = importacion.documento, importacion.documento.ficha
    que = "Quedó" if importacion.es_nuevo else "Ya estaba"
    marca = "DATOS SIMULADOS. " if ficha.es_simulado else ""
    de_resultados = " de resultados" if importacion.parte == "resultados" else ""
    inicio = (
        f"{marca}{que} el libro{de_resultados} de «{ficha.politica_nombre}» al "
        f"{formato.fecha(ficha.corte_fecha)}: "
    )
    if not documento.esta_completo:
        return (
            f"{inicio}{_contar_resultados(len(importacion.libro.indicadores))}. Falta el libro de "
            "productos de ese corte: hasta importarlo, el corte no se muestra."
        )
    politica, corte = documento.politica_codigo, ficha.corte_fecha
    fila = libro(Base(base), politica=politica, corte=corte).fila
    productos = formato.contar(fila["productos"], "producto", "productos")
    fuera = Fuera.de_fila(fila).frase
    # Con los dos libros, lo que hay en el corte son las dos cosas.
    if len(documento.libros) > 1:
        productos += f" y {_contar_resultados(fila['resultados'])}"
    return "\n".join(
        [
            f"{inicio}{productos}; avance {formato.porcentaje(fila['avance_pct'])}, trayectoria "
            f"{formato.porcentaje(fila['trayectoria_pct'])}.{f' {fuera}' if fuera else ''}",
            f"Para revisar: {formato.contar(fila['errores'], 'error', 'errores')}, "
            f"{formato.contar(fila['advertencias'], 'advertencia', 'advertencias')} y "
            f"{formato.contar(fila['notas'], 'nota', 'notas')}: están en la página Hallazgos.",
            *_repetidos(base, politica, corte),
        ]
    )


def _contar_resultados(cuantos: int) -> str:
    return formato.contar(cuantos, "indicador de resultado", "indicadores de resultado")


def _repetidos(base: Path, politica: str, corte: date) -> list[str]:
    """Lo que se repite en muchas filas, una vez cada cosa."""
    from tablero.calculo.seguimiento.hallazgos.agrupar import agrupar, de_filas
    from tablero.consultas.base import Base
    from tablero.consultas.hallazgos import lista

    todos = dict.fromkeys(("severidad", "regla", "entidad", "objetivo", "producto"))
    hallados = lista(Base(base), politica=politica, corte=corte, **todos)
    grupos = [g for g in agrupar(de_filas(hallados.filas)) if g.se_repite]
    return [f"  {grupo}" for grupo in grupos[:MAX_REPETIDOS]]
