"""La escala de los porcentajes: 50 significa 50 %."""

from collections.abc import Iterator, Sequence

from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas.leidas import Leidas
from tablero.libro.leer import FilaLeida


def como_fraccion(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una columna de porcentajes cuyos valores no nulos son todos ≤ 1 está en fracciones."""
    for tabla in leidas.tablas():
        for columna in tabla.columnas_libro():
            if not columna.es_porcentaje:
                continue
            for _, filas in leidas.libros(tabla.tabla):
                if estan_en_fraccion(filas, columna.nombre):
                    primera = next(fila for fila in filas if fila.valores[columna.nombre])
                    yield primera.error(
                        "los porcentajes están como fracción; escriba 50 para 50 %, no 0,5.",
                        columna,
                    )


def estan_en_fraccion(filas: Sequence[FilaLeida], columna: str) -> bool:
    """Si los valores de esa columna, en las filas de un libro, están en fracciones."""
    presentes = [fila.valores[columna] for fila in filas if fila.valores[columna]]
    return bool(presentes) and all(valor <= 1 for valor in presentes)
