"""Escribe un juego completo de libros inventados, listos para construir un tablero aparte."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tablero.derivados.plantilla_excel import escribir_libro
from tablero.errores import ErrorTablero
from tablero.formato import numero
from tablero.modelo import LIBROS, Hecho, Tabla
from tablero.modelo.relaciones import Cortes
from tablero.simulacion import cnim, comite, divipola, eat, entidades, integra, ipt, mundo, sdp
from tablero.simulacion.fichas import escribir_ficha
from tablero.simulacion.mundo import PRODUCTOS, Divipola, Filas, Mundo
from tablero.simulacion.plan import ajustes
from tablero.simulacion.plan import corpus as planes
from tablero.simulacion.seguimiento import corpus

SENAL = "SIMULADO.txt"
"""El archivo que dice que una carpeta es de una simulación: solo esas se reescriben."""
CORTES = 4
"""Libros de cada política, si no se piden otros: los cuatro trimestres de 2025."""


@dataclass(frozen=True)
class Documento:
    """Un documento inventado: su corte, su título y la función que da sus filas."""

    corte: date
    titulo: str
    filas: Callable[[Mundo], Filas]


DOCUMENTOS = {
    "divipola": Documento(divipola.CORTE, divipola.TITULO, divipola.filas),
    "entidades": Documento(entidades.CORTE, entidades.TITULO, entidades.filas),
    "eat": Documento(eat.CORTE, eat.TITULO, eat.filas),
    "cnim": Documento(cnim.CORTE, cnim.TITULO, cnim.filas),
    "comite": Documento(comite.CORTE, comite.TITULO, comite.filas),
    "integra": Documento(integra.CORTE, integra.TITULO, integra.filas),
    "sdp": Documento(sdp.CORTE, sdp.TITULO, sdp.filas),
    "ipt_valores": Documento(ipt.CORTE, ipt.TITULO, ipt.filas),
    "ajustes": Documento(ajustes.CORTE, ajustes.TITULO, ajustes.filas),
}
"""Los mismos de `LIBROS`, también los opcionales."""


@dataclass(frozen=True)
class Informe:
    """Qué se escribió: los libros y cuántas filas llevan."""

    libros: tuple[Path, ...]
    filas: int


def simular(
    destino: Path,
    nomenclatura: Divipola,
    *,
    municipios: int,
    semilla: int,
    atenciones: int | None = None,
    politicas: int = 1,
    productos: int = PRODUCTOS,
    cortes: int = CORTES,
) -> Informe:
    """Escribe en `destino` los libros inventados, con su ficha y su sello.

    `nomenclatura` son las filas de la DIVIPOLA. De cada política se escribe un libro por corte y un
    plan de acción por versión; la primera es la del informe de la SDP. La misma semilla da los
    mismos libros.
    `ErrorTablero` si lo pedido no cabe o si `destino` tiene algo que no es una simulación.
    """
    corpus.exigir(politicas, cortes)
    inventado = mundo.crear(nomenclatura, semilla, municipios, atenciones, productos)
    filas = {nombre: documento.filas(inventado) for nombre, documento in DOCUMENTOS.items()}
    _preparar(destino)
    (destino / SENAL).write_text(_senal(inventado), encoding="utf-8")
    libros = [_escribir(destino, nombre, filas[nombre]) for nombre in DOCUMENTOS]
    de_politicas = [
        *corpus.escribir(destino, semilla, politicas=politicas, productos=productos, cortes=cortes),
        *planes.escribir(destino, semilla, politicas=politicas, productos=productos),
    ]
    total = sum(len(tabla) for tablas in filas.values() for tabla in tablas.values())
    return Informe(
        (*libros, *(libro for libro, _ in de_politicas)),
        total + sum(propias for _, propias in de_politicas),
    )


def _preparar(destino: Path) -> None:
    """Deja `destino` vacío; solo borra lo que otra simulación escribió."""
    if destino.exists() and not destino.is_dir():
        raise ErrorTablero(f"{destino} no es una carpeta.")
    if destino.exists() and any(destino.iterdir()):
        if not (destino / SENAL).is_file():
            raise ErrorTablero(
                f"{destino} no está vacía y no es de una simulación (no trae {SENAL}); "
                "elija otra carpeta con --destino."
            )
        shutil.rmtree(destino)
    destino.mkdir(parents=True, exist_ok=True)


def _senal(inventado: Mundo) -> str:
    pedidas = "" if inventado.atenciones is None else f", {numero(inventado.atenciones)} atenciones"
    return (
        "DATOS SIMULADOS. Todo lo de esta carpeta es inventado, para probar y enseñar.\n"
        f"Semilla {inventado.semilla}, {numero(len(inventado.municipios))} municipios{pedidas}.\n"
    )


def _escribir(destino: Path, nombre: str, filas: Filas) -> Path:
    documento = DOCUMENTOS[nombre]
    carpeta = destino / nombre / documento.corte.isoformat()
    carpeta.mkdir(parents=True)
    libro = carpeta / f"{nombre}.xlsx"
    escribir_libro(libro, LIBROS[nombre], filas)
    otros = _otros_cortes(filas, LIBROS[nombre], documento.corte)
    escribir_ficha(
        libro, documento.titulo, documento.corte, **({"otros_cortes": otros} if otros else {})
    )
    return libro


def _otros_cortes(filas: Filas, tablas: Sequence[type[Tabla]], propio: date) -> list[date]:
    """Los cortes que llevan las filas de las tablas que admiten varios, además del documento."""
    de_cada_fila = [t for t in tablas if issubclass(t, Hecho) and t.cortes is Cortes.FILA]
    return sorted({f["corte_fecha"] for t in de_cada_fila for f in filas[t.tabla]} - {propio})
