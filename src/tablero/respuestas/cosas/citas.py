"""Las palabras de la fuente que llevan las cifras de unas respuestas, con el lugar de cada una."""

from collections.abc import Iterable

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.filas import VARIOS, Fila
from tablero.modelo.documentos import sigla

MUCHAS = 40
"""Las que van: de las demás se dice cuántas son."""
CITA, UBICACION, FUENTE = "cita", "ubicacion", "fuente_codigo"


def citas(resultados: Iterable[Resultado]) -> tuple[str, ...]:
    """«CNIM, Acción 3, reporte cualitativo: «…»; «…».»: un renglón por cada lugar que se cita.

    Cada cita va una vez, en el orden de las filas. Vacía si ninguna respuesta las trae.
    """
    por_lugar: dict[str, dict[str, None]] = {}
    for fila in (f for r in resultados for f in r.filas):
        for cita in _varios(fila, CITA):
            por_lugar.setdefault(_lugar(fila), {})[cita] = None
    renglones, van = [], 0
    total = sum(map(len, por_lugar.values()))
    for lugar, suyas in por_lugar.items():
        caben = list(suyas)[: MUCHAS - van]
        van += len(caben)
        if caben:
            dichas = "; ".join(f"«{cita}»" for cita in caben)
            renglones.append(f"{lugar}: {dichas}{'' if dichas.endswith('.»') else '.'}")
    if sobran := total - van:
        renglones.append(
            f"{formato.contar(sobran, 'cita más está', 'citas más están')} en el tablero."
        )
    return tuple(renglones)


def _lugar(fila: Fila) -> str:
    """«CNIM, Acción 1»; si la fila sale de varias fuentes, cada una con sus lugares."""
    codigos = _varios(fila, FUENTE)
    de, lugares = codigos[0], {codigo: list[str]() for codigo in codigos}
    for lugar in _varios(fila, UBICACION):
        codigo, _, propio = lugar.partition(": ")
        es_de_otra = codigo in lugares
        de = codigo if es_de_otra else de
        lugares[de].append(propio if es_de_otra else lugar)
    partes = [
        ", ".join(filter(None, (sigla(codigo), "; ".join(suyos))))
        for codigo, suyos in lugares.items()
    ]
    return " · ".join(partes)


def _varios(fila: Fila, columna: str) -> list[str]:
    valor = fila.get(columna)
    return [parte for parte in valor.split(VARIOS) if parte] if isinstance(valor, str) else []
