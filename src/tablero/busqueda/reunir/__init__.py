"""De dónde salen los documentos del índice: uno por cada cosa de la que alguna fuente habla."""

from collections.abc import Iterable, Iterator

from tablero.busqueda.documento import Documento
from tablero.busqueda.reunir import documentos, localidades, planes, politica, territorio
from tablero.busqueda.reunir.procedencia import Procedencia
from tablero.consultas.base import Preguntas

DE_LAS_FUENTES = (politica.todos, territorio.todos, planes.todos, documentos.todos)


def todos(preguntar: Preguntas, propios: Iterable[Documento] = ()) -> Iterator[Documento]:
    """Todo lo que se puede hallar en un tablero.

    `propios` son los documentos del programa: páginas y términos.

    Las localidades van después de lo que dicen las fuentes: de ellas se sabe quién las nombra.
    """
    de = Procedencia(preguntar)
    reunidos = [d for reunir in DE_LAS_FUENTES for d in reunir(preguntar, de)]
    yield from reunidos
    yield from localidades.todas(reunidos, de)
    yield from propios
