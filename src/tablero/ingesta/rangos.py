"""Los rangos del semáforo que escriben las fuentes: el orden en que van y cuáles valen hoy."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from tablero.calculo.semaforo import Rangos, rangos_de
from tablero.errores import ErrorDeCelda
from tablero.ingesta.fuentes import descubrir
from tablero.ingesta.leer_libro import leer_libro
from tablero.ingesta.reglas import Leidas
from tablero.modelo.semaforo import SemaforoRango


def rangos_vigentes(filas: Sequence[Mapping[str, Any]]) -> Rangos:
    """Los del corte más reciente; si ninguna fuente los trae, los publicados."""
    ultimo = max((fila["corte_fecha"] for fila in filas), default=None)
    return rangos_de(fila for fila in filas if fila["corte_fecha"] == ultimo)


def leer_rangos(fuentes: Path) -> Rangos:
    """Los rangos vigentes de una carpeta de fuentes, sin construir nada."""
    filas = [
        fila.valores
        for documento in descubrir(fuentes)
        if SemaforoRango in documento.tablas
        for fila in leer_libro(documento.libro, documento.tablas, documento.ruta_corta).filas[
            SemaforoRango.tabla
        ]
    ]
    return rangos_vigentes(filas)


def rangos_mal_puestos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un error por libro cuyos rangos no van uno a continuación del otro."""
    filas = leidas[SemaforoRango.tabla]
    if SemaforoRango.tabla in leidas.incompletas:
        return
    for documento, grupo in groupby(filas, key=lambda par: par[0]):
        propias = [fila.valores for _, fila in grupo]
        try:
            rangos_vigentes(propias)
        except ValueError as error:
            yield ErrorDeCelda(documento.ruta_corta, hoja=SemaforoRango.hoja, mensaje=str(error))
