"""Los datos de una cosa, columna por columna.

Los de la respuesta que la sustenta, enteros. La que sale de varias respuestas, o del registro, va
como se lee: las filas de su tabla, si están todas, o sus cifras, cada una con su fuente.
"""

from collections import Counter
from collections.abc import Sequence

from tablero.consultas.base import MARCA
from tablero.errores import ErrorTablero
from tablero.exportar import cuadro
from tablero.exportar.cuadro import Columna, Valor
from tablero.exportar.llevar.llevada import Llevada
from tablero.respuestas.columnas import presentacion
from tablero.respuestas.cosas.cosa import Cosa
from tablero.texto import a_codigo

SIN_DATOS = "De esto no se puede llevar un archivo así: ninguna respuesta sola lo sustenta."
DE_CIFRAS = ("Cifra", "Qué mide", "Nota")
FUENTE = "Fuente"
ENLACE = "Enlace permanente"
QUE_ES_EL_ENLACE = "La dirección que vuelve a mostrar lo mismo, con sus filtros y su edición."


def tiene(llevada: Llevada) -> bool:
    """Si la cosa tiene datos que llevarse."""
    return llevada.cosa.datos is not None or _escrito(llevada.cosa) is not None


def de_personas(llevada: Llevada, *, redondeadas: bool = True) -> list[Columna]:
    """Con encabezados que se leen y de qué documento sale cada fila; `ErrorTablero` sin datos."""
    datos = llevada.cosa.datos
    if datos is None:
        return _como_se_lee(llevada)
    return cuadro.de_personas(datos.datos, datos.fuentes, redondeadas=redondeadas)


def para_excel(llevada: Llevada) -> list[Columna]:
    """Lo de un CSV para personas: lo mismo y, en cada fila, la dirección que vuelve a mostrarlo.

    Un CSV no tiene otro lugar donde decirla. `ErrorTablero` sin datos.
    """
    columnas = de_personas(llevada)
    filas = len(columnas[0].valores)
    enlace = Columna("enlace", ENLACE, str, [llevada.enlace] * filas, descripcion=QUE_ES_EL_ENLACE)
    return [*columnas, enlace]


def de_programas(llevada: Llevada) -> list[Columna]:
    """Con los nombres que no cambian y los números completos; `ErrorTablero` sin datos."""
    datos = llevada.cosa.datos
    return _como_se_lee(llevada) if datos is None else cuadro.de_programas(datos.datos)


def _escrito(cosa: Cosa) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
    """Lo que la cosa dice, ya escrito: sus títulos y sus filas; `None` si no está entero."""
    if cosa.tabla is not None:
        entera = cosa.tabla.total == len(cosa.tabla.filas)
        return (cosa.tabla.columnas, cosa.tabla.filas) if entera else None
    if cosa.cifras and cosa.grafico is None and cosa.imagen is None:
        return DE_CIFRAS, [(c.texto, c.rotulo, c.nota) for c in cosa.cifras]
    return None


def _como_se_lee(llevada: Llevada) -> list[Columna]:
    escrito = _escrito(llevada.cosa)
    if escrito is None:
        raise ErrorTablero(SIN_DATOS)
    titulos, filas = escrito
    van: Counter[str] = Counter()
    columnas = []
    for lugar, titulo in enumerate(titulos):
        nombre = a_codigo(titulo) or "columna"
        van[nombre] += 1
        veces = f" {van[nombre]}" if van[nombre] > 1 else ""
        valores: list[Valor] = [fila[lugar] or None for fila in filas]
        columnas.append(Columna(nombre + veces.replace(" ", "_"), titulo + veces, str, valores))
    columnas.append(Columna("fuente", FUENTE, str, [llevada.cosa.fuente] * len(filas)))
    if llevada.contexto.es_simulado:
        titulo = presentacion(MARCA).titulo
        columnas.append(Columna(MARCA, titulo, bool, [True] * len(filas)))
    return columnas
