"""Los rangos del semáforo que valen hoy: los del documento más reciente que los trae."""

from collections.abc import Sequence
from pathlib import Path

from tablero.calculo.semaforo import PUBLICADOS, Rangos, rangos_de
from tablero.errores import ErroresDeDatos
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.reglas import Leidas
from tablero.ingesta.reglas.rangos import mal_puestos
from tablero.libro.leer import leer_libro
from tablero.modelo.semaforo import SemaforoRango


def rangos_vigentes(filas: Sequence[SemaforoRango]) -> Rangos:
    """Los de la última fuente, que es la más reciente; si ninguna los trae, los publicados."""
    ultima = filas[-1].fuente_codigo if filas else None
    return rangos_de(vars(fila) for fila in filas if fila.fuente_codigo == ultima)


def leer_rangos(fuentes: Path) -> Rangos:
    """Los rangos vigentes de una carpeta de fuentes, sin construir nada.

    `ErroresDeDatos` si su hoja no se puede leer.
    """
    for documento in reversed(descubrir(fuentes)):
        if SemaforoRango not in documento.tablas:
            continue
        leido = leer_libro(documento.libro, [SemaforoRango], documento.ruta_corta)
        leidas = Leidas([SemaforoRango.tabla])
        leidas.agregar(documento, leido)
        propios = [e for e in leido.errores if e.hoja in ("", SemaforoRango.hoja)]
        if errores := [*propios, *mal_puestos(leidas)]:
            raise ErroresDeDatos(errores)
        if filas := leido.filas[SemaforoRango.tabla]:
            return rangos_de(fila.valores for fila in filas)
    return PUBLICADOS
