"""Una tabla de verdad: la leen un lector de pantalla y una impresora, y sus números van alineados.

Cada página declara sus columnas; el HTML se escribe, y el texto se escapa, solo aquí.
`st.dataframe` dibuja en un lienzo, con palabras en inglés; las tablas del tablero son pequeñas y se
leen mejor así. En el navegador se ordenan, se filtran y se copian (`servidor/guion/`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from tablero.formato import SIN_DATO
from tablero.interfaz.piezas import orden
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar
from tablero.texto import a_codigo

F = TypeVar("F")

APILABLE = "tb-apilable"
"""En un teléfono cada dato va en su renglón, con el `rotulo` de su columna delante."""
MINIMO = 3
"""Las filas desde las que hay algo que ordenar."""


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
    orden: Callable[[F], object] | None = None
    """El valor por el que se ordena (número, fecha, código o texto), si no es lo que se lee."""
    se_ordena: bool = True
    """Falso donde ningún orden diría nada: varias insignias, una lista."""


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
    es_total: Callable[[F], bool] | None = None,
    fija: bool = False,
    de: int = 0,
) -> Marcado:
    """El HTML de la tabla; `nombre` la nombra ante un lector de pantalla.

    `clase` y `caja` son las de la tabla y la de su caja, además de la común; `destaca` dice qué
    fila es la propia, y `es_total`, cuál resume a las demás: esa va siempre al final. Una tabla
    `fija` no se reordena: su orden es lo que enseña (una escala, una matriz, un papel). `de` es de
    cuántas filas son estas una parte, si no están todas.
    """
    filas = list(filas)
    totales = es_total or (lambda fila: False)
    suyas = [fila for fila in filas if not isinstance(fila, Seccion) and not totales(fila)]
    se_ordena = not fija and len(suyas) >= MINIMO
    cuerpo = "".join(
        _seccion(fila, len(columnas))
        if isinstance(fila, Seccion)
        else _fila(
            columnas,
            fila,
            es_propia=destaca is not None and destaca(fila),
            es_total=totales(fila),
            con_orden=se_ordena,
        )
        for fila in filas
    )
    datos = (" data-ordenable" if se_ordena else "") + (
        f' data-de="{de}"' if de > len(suyas) else ""
    )
    titulos = "".join(_titulo(columna, con_orden=se_ordena) for columna in columnas)
    return Marcado(
        f'<div{_clase("tb-caja", caja)} tabindex="0" role="region" aria-label="{marcar(nombre)}"'
        f"{datos}><table{_clase('tb', clase)}><thead>{_grupos(columnas)}"
        f"<tr>{titulos}</tr></thead><tbody>{cuerpo}</tbody></table></div>"
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


def _titulo(columna: Columna[F], *, con_orden: bool) -> str:
    """El título; la columna que se ordena lleva su nombre en la dirección."""
    clase = "" if columna.es_angosto else columna.clase
    completo = orden.sin_etiquetas(columna.titulo)
    datos = ""
    if columna.grupo:
        completo = columna.rotulo or f"{columna.grupo}: {completo}"
        datos = f' data-titulo="{marcar(completo)}"'
    if con_orden and columna.se_ordena:
        datos += f' data-columna="{a_codigo(completo)}"'
    return (
        f'<th scope="col"{_clase(clase)}{datos}>{marcar(columna.titulo)}{debajo(columna.nota)}</th>'
    )


def _seccion(seccion: Seccion, columnas: int) -> str:
    return f'<tr><th colspan="{columnas}" scope="rowgroup">{marcar(seccion.titulo)}</th></tr>'


def _fila(
    columnas: Sequence[Columna[F]], fila: F, *, es_propia: bool, es_total: bool, con_orden: bool
) -> str:
    celdas = "".join(_celda(columna, fila, con_orden=con_orden) for columna in columnas)
    clases = _clase("tb-propia" if es_propia else "", "tb-total" if es_total else "")
    return f"<tr{clases}>{celdas}</tr>"


def _celda(columna: Columna[F], fila: F, *, con_orden: bool) -> str:
    dicho = columna.celda(fila)
    celda = dicho if isinstance(dicho, Celda) else _de_texto(dicho)
    clase = columna.clase if celda.clase is None else celda.clase
    clases = _clase(clase, "vacio" if celda.falta else "")
    contenido = marcar(celda.contenido)
    por = _por(columna, fila, celda) if con_orden and columna.se_ordena else ""
    if columna.es_titulo or celda.es_titulo:
        lugar = f' data-lugar="{marcar(celda.lugar)}"' if celda.lugar else ""
        return f'<th scope="row"{clases}{lugar}{por}>{contenido}</th>'
    rotulo = f' data-rotulo="{marcar(columna.rotulo)}"' if columna.rotulo else ""
    return f"<td{clases}{por}{rotulo}>{contenido}</td>"


def _por(columna: Columna[F], fila: F, celda: Celda) -> str:
    """El atributo con la clave por la que se ordena, si no es lo que se lee en la celda."""
    leido = orden.sin_etiquetas(marcar(celda.contenido))
    if celda.falta:
        clave = orden.VACIA
    elif columna.orden is not None:
        clave = marcar(orden.clave(columna.orden(fila)))
    else:
        clave = orden.de_escrito(leido) if "n" in columna.clase.split() else orden.clave(leido)
    # Un texto, y un entero sin puntos, se ordenan por lo que se lee.
    es_lo_leido = clave == leido or (leido.isdecimal() and clave == f"#{leido}")
    return "" if es_lo_leido else f' data-orden="{clave}"'


def _de_texto(texto: str) -> Celda:
    return Celda(texto, falta=texto == SIN_DATO and not isinstance(texto, Marcado))


def _clase(*clases: str) -> str:
    """El atributo, si hay alguna."""
    puestas = " ".join(filter(None, clases))
    return f' class="{puestas}"' if puestas else ""
