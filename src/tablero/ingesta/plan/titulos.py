"""Los encabezados de una hoja, columna por columna, y cómo se reconocen."""

import re

from tablero.ingesta.plan.combinadas import Celda, Combinadas
from tablero.ingesta.plan.diseno import DisenoDePlan
from tablero.ingesta.seguimiento.hojas import HojaLeida, nombre_de_celda
from tablero.texto import plano

ANIO = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)


class Titulos:
    """Los textos de los encabezados, columna por columna, sin adornos."""

    def __init__(self, hoja: HojaLeida, combinadas: Combinadas, filas: range) -> None:
        self.n = hoja.columnas
        """Cuántas columnas hay."""
        self._celdas = hoja
        self._combinadas = combinadas
        self._filas = filas
        self._textos = [
            [texto_de(hoja, combinadas.primera(f, c)) for c in range(self.n)] for f in filas
        ]
        self.hoja = [self._mas_bajo(c) for c in range(self.n)]
        """El encabezado más bajo de cada columna: el suyo."""

    def de(self, columna: int) -> list[str]:
        """Todos los de una columna, de arriba a abajo."""
        return [fila[columna] for fila in self._textos]

    def grupos(self, columna: int, desde: int) -> set[str]:
        """Los encabezados bajo los que está: el de encima o, si no lo cubre, el de su izquierda."""
        hallados: set[str] = set()
        for fila in self._textos:
            vecinos = [fila[c] for c in range(desde, columna + 1) if fila[c]]
            if vecinos:
                hallados.add(vecinos[-1])
        return hallados - {self.hoja[columna]}

    def escrito(self, columna: int) -> str:
        """El encabezado de la columna como está en la hoja."""
        lugar = self._lugar(columna)
        return "" if lugar is None else " ".join(str(self._celdas.valor(*lugar)).split())

    def celda(self, columna: int) -> str:
        """La celda donde está su encabezado, o donde debería estar."""
        lugar = self._lugar(columna)
        # El grupo que la cubre no es el suyo: el suyo falta, y va en la fila de abajo.
        if lugar is None or lugar[1] != columna:
            lugar = (self._filas[-1], columna)
        return nombre_de_celda(*lugar)

    def tiene_numeros(self, columna: int) -> bool:
        """Si debajo hay algún número."""
        return any(
            isinstance(v, int | float) and not isinstance(v, bool)
            for v in (
                self._celdas.valor(f, columna)
                for f in range(self._filas.stop, len(self._celdas.celdas))
            )
        )

    def _lugar(self, columna: int) -> Celda | None:
        lugares = (self._combinadas.primera(f, columna) for f in reversed(self._filas))
        return next((lugar for lugar in lugares if self._celdas.valor(*lugar) is not None), None)

    def _mas_bajo(self, columna: int) -> str:
        return next((t for t in reversed(self.de(columna)) if t), "")


def leer_anio(titulo: str, diseno: DisenoDePlan) -> int | None:
    """El año de una columna de meta: «meta 2024» → 2024; `None` si no es una."""
    anios = ANIO.findall(titulo)
    if len(anios) != 1:
        return None
    resto = " ".join(ANIO.sub(" ", titulo).split())
    return int(anios[0]) if resto in diseno.meta_de_anio else None


def texto_de(hoja: HojaLeida, lugar: Celda) -> str:
    """El texto de una celda, sin adornos."""
    valor = hoja.valor(*lugar)
    if isinstance(valor, float) and valor.is_integer():
        valor = int(valor)
    return "" if valor is None else plano(str(valor))


def empieza(titulo: str, vocablo: str) -> bool:
    """«fechas de inicio» empieza por «fecha»; «anotaciones» no empieza por «ano»."""
    return re.match(rf"{re.escape(vocablo)}(s|es)?(?!\w)", titulo) is not None


def esta_en(grupos: set[str], vocablo: str) -> bool:
    """Si alguno de los grupos empieza por ese vocablo."""
    return any(empieza(grupo, vocablo) for grupo in grupos)
