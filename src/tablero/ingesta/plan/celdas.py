"""Lee las celdas de un plan de acción: los números, con la escala que dice su formato."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tablero.calculo.seguimiento.hallazgos.hallazgo import Severidad
from tablero.calculo.seguimiento.indicador import ILEGIBLE
from tablero.ingesta.plan.combinadas import Combinadas
from tablero.ingesta.plan.diseno import TITULOS
from tablero.ingesta.seguimiento.celdas import CORREGIR, Lector
from tablero.ingesta.seguimiento.hojas import nombre_de_celda
from tablero.libro.convertir import citar
from tablero.libro.rarezas import PORCENTAJE
from tablero.modelo.reglas import Regla
from tablero.texto import codigo, plano

CIEN = 100.0
DECIMALES = 10
GUIONES = "-./ "
NO_SE_SABE = "no dice cuánto es; escriba el número o, si no la hay, deje la celda vacía."


class Cantidad(NamedTuple):
    """Un número como se ve: 0,05 con formato de porcentaje es 5, y se sabe que es un porcentaje."""

    valor: float | None
    """`None` si está vacía o dice que no hay; `ILEGIBLE` si no se puede leer."""
    es_porcentaje: bool = False


@dataclass
class LectorDePlan(Lector):
    """Un lector que conoce las celdas combinadas y los formatos de porcentaje."""

    combinadas: Combinadas = field(kw_only=True)
    sin_valor: tuple[str, ...] = field(kw_only=True)
    """Lo que en una celda de número dice que no hay."""
    sin_dato: tuple[str, ...] = field(kw_only=True)
    """Lo que dice que no se sabe."""

    def cantidad(self, fila: int, columna: int, titulo: str) -> Cantidad:
        """Un número y si es un porcentaje; nada se deduce de su tamaño.

        Una meta o un peso que no se sabe no es lo mismo que uno que no hay: no se puede leer.
        """
        fila, columna = self.combinadas.primera(fila, columna)
        valor = self.hoja.valor(fila, columna)
        if self._dice_que_no_hay(valor):
            return Cantidad(None)
        if isinstance(valor, str) and plano(valor).replace(" ", "") in self.sin_dato:
            if titulo == TITULOS["linea_base"]:
                return Cantidad(None)
            self.anotar(fila, columna, titulo, f"{citar(valor)} {NO_SE_SABE}")
            return Cantidad(ILEGIBLE)
        numero = self.numero(fila, columna, titulo)
        if numero is None or numero is ILEGIBLE:
            return Cantidad(numero)
        if self.hoja.rarezas.celdas.get((fila + 1, columna + 1)) != PORCENTAJE:
            return Cantidad(numero)
        # 0,0214 × 100 no da 2,14 en la máquina: el redondeo quita ese ruido y nada más.
        return Cantidad(round(numero * CIEN, DECIMALES), es_porcentaje=True)

    def _dice_que_no_hay(self, valor: object) -> bool:
        """Si es un guion o una de las palabras del diseño; «#N/A» es un error de Excel."""
        if not isinstance(valor, str) or valor.lstrip().startswith("#"):
            return False
        palabra = plano(valor).replace(" ", "")
        return palabra in self.sin_valor if palabra else set(codigo(valor)) <= set(GUIONES)

    def texto(self, fila: int, columna: int, titulo: str, *, parrafos: bool = False) -> str:
        """El texto, limpio; vacío si no lo hay."""
        primera = self.combinadas.primera(fila, columna)
        return super().texto(*primera, titulo, parrafos=parrafos)

    def celda(self, fila: int, columna: int) -> str:
        """Cómo se llama la celda que guarda el dato."""
        return nombre_de_celda(*self.combinadas.primera(fila, columna))

    def tiene_algo(self, fila: int, columna: int) -> bool:
        """Si la celda guarda algo, aunque sea un error."""
        return not self.esta_vacia(*self.combinadas.primera(fila, columna))

    def anotar(
        self,
        fila: int,
        columna: int,
        titulo: str,
        mensaje: str,
        *,
        regla: Regla = Regla.ILEGIBLE,
        severidad: Severidad = "error",
        que_hacer: str = CORREGIR,
    ) -> None:
        """Agrega un error en esa celda, una sola vez aunque se lea en varias filas."""
        super().anotar(
            fila, columna, titulo, mensaje, regla=regla, severidad=severidad, que_hacer=que_hacer
        )
        if self.errores[-1] in self.errores[:-1]:
            del self.errores[-1]
