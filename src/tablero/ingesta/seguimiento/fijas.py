"""Las columnas que no son de ningún bloque (código, entidad, fechas…): por su título."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.seguimiento.diseno import TITULOS, Campo, ColumnaFija
from tablero.ingesta.seguimiento.hojas import HojaLeida, nombre_de_celda
from tablero.libro.fila import LugarDeHoja

MINIMO_DE_TITULOS = 4
"""Una fila de datos puede empezar por «Sector…» y «Entidad…»; una de títulos tiene más."""


@dataclass
class Fijas:
    """Dónde está cada una, desde 0, y lo que no se encontró."""

    columnas: dict[Campo, int] = field(default_factory=dict)
    titulos: dict[Campo, tuple[int, int]] = field(default_factory=dict)
    """La fila y la columna de su título; falta la que se leyó por su lugar."""
    fatales: list[ErrorDeCelda] = field(default_factory=list)
    faltan: list[Campo] = field(default_factory=list)
    """De las prescindibles, las que no están."""


def filas_de_titulos(
    hoja: HojaLeida, fijas: Mapping[Campo, ColumnaFija], desde: int, hasta: int, alto: int
) -> range:
    """Las filas donde puede haber títulos: las del encabezado y la que siga, si los tiene.

    `hasta` es la última fila que ya se sabe del encabezado.
    """
    ultima = hasta
    for fila in range(hasta + 1, min(desde + alto, len(hoja.celdas))):
        textos = [hoja.titulo(fila, c) for c in range(len(hoja.celdas[fila]))]
        hallados = sum(any(t.startswith(f.titulos) for t in textos) for f in fijas.values())
        if hallados >= MINIMO_DE_TITULOS or not set(fijas["codigo"].titulos).isdisjoint(textos):
            ultima = fila
        elif any(textos):
            break  # ya son los datos; un encabezado repetido más abajo no es este
    return range(desde, ultima + 1)


def ubicar_fijas(
    hoja: HojaLeida,
    fijas: Mapping[Campo, ColumnaFija],
    filas: range,
    lugar: LugarDeHoja,
    *,
    bloques: Collection[int],
    prescindibles: Collection[Campo] = (),
) -> Fijas:
    """Cada columna por su título; una sin título, por su lugar si las demás están en el suyo.

    `bloques` son las columnas que ya son de un bloque.
    """
    halladas = Fijas()
    libres = [c for c in range(hoja.columnas) if c not in bloques]
    primera = min(bloques, default=hoja.columnas)
    for campo, fija in fijas.items():
        celdas = _mejores(hoja, fija, filas, libres)
        if len({columna for _, columna in celdas}) > 1:
            dichas = enumerar([nombre_de_celda(*celda) for celda in celdas])
            halladas.fatales.append(
                lugar.error(f"hay varias columnas «{TITULOS[campo]}» ({dichas}); deje una sola.")
            )
        elif celdas:
            halladas.titulos[campo] = celdas[0]
            halladas.columnas[campo] = celdas[0][1]
    _exigir_distintas(halladas, lugar)
    if halladas.fatales:
        return halladas
    sin_titulo = [campo for campo in fijas if campo not in halladas.columnas]
    cuadran = _estan_en_su_lugar(halladas.columnas, fijas, primera)
    for campo in sin_titulo:
        columna = fijas[campo].columna
        if cuadran and not any(hoja.titulo(fila, columna) for fila in filas):
            halladas.columnas[campo] = columna
        elif campo in prescindibles:
            halladas.faltan.append(campo)
        else:
            halladas.fatales.append(_no_esta(hoja, campo, columna, filas, lugar))
    return halladas


def _mejores(
    hoja: HojaLeida, fija: ColumnaFija, filas: range, libres: Sequence[int]
) -> list[tuple[int, int]]:
    """Las celdas con su título: iguales a uno de los suyos o, si no hay, que empiecen así."""
    candidatas = [(f, c) for f in filas for c in libres if hoja.titulo(f, c)]
    iguales = [par for par in candidatas if hoja.titulo(*par) in fija.titulos]
    parecidas = [par for par in candidatas if _empieza(hoja.titulo(*par), fija.titulos)]
    return iguales or parecidas


def _empieza(texto: str, titulos: tuple[str, ...]) -> bool:
    """Si empieza por un título, palabra por palabra: «corte» no es el comienzo de «corteza»."""
    return any(f"{texto} ".startswith(f"{titulo} ") for titulo in titulos)


def _exigir_distintas(halladas: Fijas, lugar: LugarDeHoja) -> None:
    """Un título solo puede ser de una columna."""
    vistas: dict[int, Campo] = {}
    for campo, columna in halladas.columnas.items():
        if columna in vistas:
            celda = nombre_de_celda(*halladas.titulos[campo])
            halladas.fatales.append(
                lugar.error(
                    f"el título puede ser de «{TITULOS[vistas[columna]]}» o de "
                    f"«{TITULOS[campo]}»; escriba el de la columna que es.",
                    celda=celda,
                )
            )
        vistas[columna] = campo


def _estan_en_su_lugar(
    halladas: Mapping[Campo, int], fijas: Mapping[Campo, ColumnaFija], primera: int
) -> bool:
    """Las que llevan título están en su lugar y los bloques empiezan justo después de todas.

    Así no cabe ninguna columna de más ni falta ninguna: la que no lleva título solo puede ser esa.
    """
    oficial = max(fija.columna for fija in fijas.values()) + 1
    return primera == oficial and all(c == fijas[campo].columna for campo, c in halladas.items())


def _no_esta(
    hoja: HojaLeida, campo: Campo, columna: int, filas: range, lugar: LugarDeHoja
) -> ErrorDeCelda:
    return lugar.error(
        f"no se encuentra la columna «{TITULOS[campo]}»: escriba su título en el encabezado."
        + "".join(_en_su_lugar(hoja, columna, filas))
    )


def _en_su_lugar(hoja: HojaLeida, columna: int, filas: range) -> Iterator[str]:
    for fila in filas:
        if hoja.titulo(fila, columna):
            dicho = hoja.mostrar(fila, columna)
            yield f" En su lugar, {nombre_de_celda(fila, columna)}, dice «{dicho}»."
            return
