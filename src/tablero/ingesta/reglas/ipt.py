"""Los valores del IPT que alguien carga, por ediciones."""

from collections import defaultdict
from collections.abc import Iterator

from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas.leidas import Leidas
from tablero.libro.leer import FilaLeida
from tablero.modelo.eat import IptIndicador
from tablero.modelo.ipt import IptDireccion, IptValor


def ediciones_partidas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Los valores de una edición del IPT van en un solo libro: de él es la fuente del índice."""
    libros: dict[str, str] = {}
    dichas: set[tuple[str, str]] = set()
    for _, fila in leidas[IptValor.tabla]:
        edicion = fila.valores["edicion"]
        primero = libros.setdefault(edicion, fila.archivo)
        if primero != fila.archivo and (edicion, fila.archivo) not in dichas:
            dichas.add((edicion, fila.archivo))
            yield fila.error(
                f"la edición «{edicion}» ya está en {primero}; reúna sus valores en un libro o "
                "póngale otro nombre.",
                IptValor.columna("edicion"),
            )


def ediciones_incompletas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """En una edición, cada municipio trae los mismos indicadores, aunque su valor esté vacío.

    Una edición arrastrada de más sería la última, y el índice se calcularía con unas pocas filas.
    """
    if not leidas.esta_completa(IptValor.tabla, IptIndicador.tabla):
        return
    indicadores = {fila.valores["orden"] for _, fila in leidas[IptIndicador.tabla]}
    for _, filas in leidas.libros(IptValor.tabla):
        grupos: defaultdict[tuple[str, str], list[FilaLeida]] = defaultdict(list)
        for fila in filas:
            grupos[fila.valores["edicion"], fila.valores["municipio_codigo"]].append(fila)
        for (edicion, municipio), grupo in grupos.items():
            presentes = {fila.valores["indicador_orden"] for fila in grupo}
            faltan = sorted(indicadores - presentes)
            if faltan:
                yield grupo[0].error(
                    f"a «{municipio}» le faltan en la edición «{edicion}» las filas de los "
                    f"indicadores {', '.join(map(str, faltan))}; si no tienen valor, déjelo vacío.",
                    IptValor.columna("edicion"),
                )


def direcciones_sin_valores(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una dirección del IPT se dice de una edición que tiene valores."""
    if not leidas.esta_completa(IptValor.tabla):
        return
    ediciones = {fila.valores["edicion"] for _, fila in leidas[IptValor.tabla]}
    for _, fila in leidas[IptDireccion.tabla]:
        edicion = fila.valores["edicion"]
        if edicion not in ediciones:
            yield fila.error(
                f"la edición «{edicion}» no tiene valores en la hoja «{IptValor.hoja}».",
                IptDireccion.columna("edicion"),
            )
