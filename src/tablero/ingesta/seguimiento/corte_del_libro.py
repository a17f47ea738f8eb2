"""Hasta qué día va un libro: el corte pedido, o el que declaran sus filas."""

from collections import Counter
from datetime import date

from tablero import formato
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.tiempo import cierre, periodo_de
from tablero.errores import ErrorTablero
from tablero.ingesta.seguimiento.corte_de_fila import SE_ENTIENDE
from tablero.ingesta.seguimiento.leer import LibroSeguimiento
from tablero.modelo.reglas import Regla


def corte_declarado(libro: LibroSeguimiento, nombre: str) -> date:
    """El cierre del trimestre que declaran las filas; `ErrorTablero` si no es uno solo."""
    declarados = Counter(
        i.publicado.periodo for i in libro.indicadores if i.publicado.periodo is not None
    )
    if len(declarados) == 1:
        return cierre(next(iter(declarados)))
    cuales = formato.enumerar([str(p) for p in sorted(declarados)]) if declarados else "ninguno"
    sin_entender = [nota for nota in libro.notas if nota.regla == Regla.CORTE_SIN_ENTENDER]
    ejemplo = ""
    if sin_entender:
        primera = sin_entender[0]
        dicho = primera.mensaje.partition(";")[0]
        ejemplo = f" En {primera.celda}, {dicho}; {SE_ENTIENDE}."
    raise ErrorTablero(
        f"{nombre}: el corte no está claro (las filas declaran {cuales}); dígalo con "
        f"--corte AAAA-MM-DD.{ejemplo}"
    )


def exigir_corte(libro: LibroSeguimiento, corte: date, nombre: str) -> Periodo:
    """El último trimestre cerrado; `ErrorTablero` si el corte no está en los años del libro."""
    anios = libro.indicadores[0].anios
    if not anios[0] <= corte.year <= anios[-1]:
        raise ErrorTablero(
            f"{nombre}: el corte {formato.fecha(corte)} está fuera de los años del libro "
            f"({anios[0]}–{anios[-1]})."
        )
    return periodo_de(corte)
