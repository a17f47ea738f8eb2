"""Una tabla de verdad: la leen un lector de pantalla y una impresora, y sus números van alineados.

Cada página declara sus columnas; el HTML se escribe, y el texto se escapa, solo aquí.
`st.dataframe` dibuja en un lienzo, con palabras en inglés; las tablas del tablero son pequeñas y se
leen mejor así.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from tablero.formato import SIN_DATO
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar

F = TypeVar("F")

APILABLE = "tb-apilable"
"""En un teléfono cada dato va en su renglón, con el `rotulo` de su columna delante."""


@dataclass(frozen=True)
class Celda:
    """Una celda que no es como las demás de su columna."""

    contenido: str
    clase: str | None = None
    """La que lleva, si no es la de su columna."""
    falta: bool = False
    """Que ahí no hay dato: va en gris."""
    es_titulo: bool = False
    """Que nombra su fila."""
    lugar: str = ""
    """Lo que en un teléfono se lee bajo el nombre, en vez de en sus columnas."""


@dataclass(frozen=True)
class Columna(Generic[F]):
    """Una columna: su título y qué va en la celda de cada fila.

    `celda` devuelve un texto, que se escapa, o un `Marcado`; un texto «sin dato» va en gris.
    """

    titulo: str
    celda: Callable[[F], str | Celda]
    clase: str = ""
    """«n» es un número; «l», un texto largo, que necesita ancho."""
    rotulo: str = ""
    nota: str = ""
    """Lo que va en letra pequeña bajo el título."""
    grupo: str = ""
    """El título que comparte con las columnas vecinas del mismo grupo."""
    es_titulo: bool = False
    """Que sus celdas nombran la fila."""
    es_angosto: bool = False
    """Que el título no lleva la clase de sus celdas: no les exige ancho."""


@dataclass(frozen=True)
class Seccion:
    """Un renglón que nombra a las filas que lo siguen."""

    titulo: str


def escribir(
    nombre: str,
    columnas: Sequence[Columna[F]],
    filas: Iterable[F | Seccion],
    *,
    clase: str = "",
    caja: str = "",
    destaca: Callable[[F], bool] | None = None,
) -> Marcado:
    """El HTML de la tabla; `nombre` la nombra ante un lector de pantalla.

    `clase` y `caja` son las de la tabla y la de su caja, además de la común; `destaca` dice qué
    fila es la propia.
    """
    cuerpo = "".join(
        _seccion(fila, len(columnas))
        if isinstance(fila, Seccion)
        else _fila(columnas, fila, es_propia=destaca is not None and destaca(fila))
        for fila in filas
    )
    return Marcado(
        f'<div{_clase("tb-caja", caja)} tabindex="0" role="region" aria-label="{marcar(nombre)}">'
        f"<table{_clase('tb', clase)}><thead>{_grupos(columnas)}"
        f"<tr>{''.join(map(_titulo, columnas))}</tr></thead><tbody>{cuerpo}</tbody></table></div>"
    )


def _grupos(columnas: Sequence[Columna[F]]) -> str:
    """El renglón de los títulos que comparten varias columnas, si los hay."""
    if not any(c.grupo for c in columnas):
        return ""
    celdas = ""
    for (grupo, clase), suyas in groupby(columnas, key=lambda c: (c.grupo, c.clase)):
        cuantas = len(list(suyas))
        celdas += (
            f'<th scope="colgroup" colspan="{cuantas}"{_clase(clase)}>{marcar(grupo)}</th>'
            if grupo
            else "<td></td>" * cuantas
        )
    return f"<tr>{celdas}</tr>"


def _titulo(columna: Columna[F]) -> str:
    clase = "" if columna.es_angosto else columna.clase
    return f'<th scope="col"{_clase(clase)}>{marcar(columna.titulo)}{debajo(columna.nota)}</th>'


def _seccion(seccion: Seccion, columnas: int) -> str:
    return f'<tr><th colspan="{columnas}" scope="rowgroup">{marcar(seccion.titulo)}</th></tr>'


def _fila(columnas: Sequence[Columna[F]], fila: F, *, es_propia: bool) -> str:
    celdas = "".join(_celda(columna, columna.celda(fila)) for columna in columnas)
    return f"<tr{_clase('tb-propia' if es_propia else '')}>{celdas}</tr>"


def _celda(columna: Columna[F], dicho: str | Celda) -> str:
    celda = dicho if isinstance(dicho, Celda) else _de_texto(dicho)
    clase = columna.clase if celda.clase is None else celda.clase
    clases = _clase(clase, "vacio" if celda.falta else "")
    contenido = marcar(celda.contenido)
    if columna.es_titulo or celda.es_titulo:
        lugar = f' data-lugar="{marcar(celda.lugar)}"' if celda.lugar else ""
        return f'<th scope="row"{clases}{lugar}>{contenido}</th>'
    rotulo = f' data-rotulo="{marcar(columna.rotulo)}"' if columna.rotulo else ""
    return f"<td{clases}{rotulo}>{contenido}</td>"


def _de_texto(texto: str) -> Celda:
    return Celda(texto, falta=texto == SIN_DATO and not isinstance(texto, Marcado))


def _clase(*clases: str) -> str:
    """El atributo, si hay alguna."""
    puestas = " ".join(filter(None, clases))
    return f' class="{puestas}"' if puestas else ""
