"""El Anexo 1 de la SDP con su redondeo: lo que sus porcentajes permiten que la política valga.

Cada peso y cada porcentaje puede variar media unidad de su último dígito. El PAA se recorta a
[0, 100] antes de ponderarlo, como en el avance de la política.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from tablero import tema
from tablero.calculo.avance_publicado import TOPE
from tablero.calculo.conciliacion import Datos, Fila
from tablero.calculo.contrastes.formas import escrito
from tablero.calculo.intervalos import CIEN, Intervalo, sumar
from tablero.calculo.semaforo import clasificar
from tablero.modelo.politica import Semaforo

PRECISION_DEL_PESO = 0.01
"""El anexo imprime las ponderaciones con dos decimales."""

NADA = Intervalo.exacto(0)


@dataclass(frozen=True)
class Renglon:
    """Un producto del anexo: su peso y sus porcentajes."""

    producto: Fila
    avance: Fila

    @property
    def codigo(self) -> str:
        """Código del producto."""
        return str(self.producto["producto_codigo"])

    @property
    def tiene_porcentajes(self) -> bool:
        """Si el anexo imprime sus porcentajes."""
        return self.avance["paa_pct"] is not None and self.avance["pahv_pct"] is not None

    @property
    def peso(self) -> Intervalo:
        """Su ponderación."""
        return Intervalo.escrito(self.producto["ponderacion_pct"], PRECISION_DEL_PESO)

    @property
    def avance_pp(self) -> Intervalo:
        """Puntos que suma al avance de la política; sin porcentajes, ninguno."""
        if not self.tiene_porcentajes:
            return NADA
        return self.peso * escrito(self.avance, "paa_pct").acotado(0, TOPE) / CIEN

    @property
    def trayectoria_pp(self) -> Intervalo:
        """Puntos que suma a la trayectoria de la política; sin porcentajes, ninguno."""
        if not self.tiene_porcentajes:
            return NADA
        return self.peso * self._trayectoria() / CIEN

    @property
    def brecha_pp(self) -> Intervalo:
        """Puntos que suma a la brecha.

        No es avance menos trayectoria a secas: el mismo PAA está en los dos, y restar sus rangos
        como si fueran ajenos agrandaría el resultado.
        """
        if not self.tiene_porcentajes:
            return NADA
        return self.peso * self._brecha() / CIEN

    def _trayectoria(self) -> Intervalo:
        paa = escrito(self.avance, "paa_pct").acotado(0, inf)
        pahv = escrito(self.avance, "pahv_pct")
        if pahv.valor == 0:
            es_constante = self.producto["anualizacion_tipo"] == "Constante"
            return CIEN if es_constante else Intervalo(0, 0, TOPE)
        return (paa * CIEN / pahv).acotado(0, TOPE)

    def _brecha(self) -> Intervalo:
        paa = escrito(self.avance, "paa_pct").acotado(0, inf)
        pahv = escrito(self.avance, "pahv_pct")
        if pahv.valor == 0:
            return paa.acotado(0, TOPE) - self._trayectoria()
        # Es monótona en el PAHV y, en el PAA, lineal por tramos que se quiebran en el PAHV y en
        # el tope: sus extremos están en las puntas o en esos quiebres.
        extremos = [
            _brecha_pct(a, h)
            for h in (pahv.minimo, pahv.maximo)
            for a in (paa.minimo, paa.maximo, h, TOPE)
            if paa.minimo <= a <= paa.maximo
        ]
        return Intervalo(_brecha_pct(paa.valor, pahv.valor), min(extremos), max(extremos))


def _brecha_pct(paa: float, pahv: float) -> float:
    return min(paa, TOPE) - min(paa / pahv * 100, TOPE)


def renglones(datos: Datos) -> list[Renglon]:
    """Los productos del anexo, en su orden."""
    avances = {fila["producto_codigo"]: fila for fila in datos.publicadas("politica_avances")}
    return [
        Renglon(fila, avances[fila["producto_codigo"]])
        for fila in datos.tabla("politica_productos")
    ]


def por_objetivo(filas: Iterable[Renglon], numero: int) -> list[Renglon]:
    """Los productos de un objetivo."""
    return [fila for fila in filas if fila.producto["objetivo_numero"] == numero]


def peso_total(filas: Iterable[Renglon]) -> Intervalo:
    """Lo que suman sus ponderaciones."""
    return sumar(fila.peso for fila in filas)


def sin_porcentajes(filas: Iterable[Renglon]) -> list[Renglon]:
    """Los productos a los que el anexo no les imprime porcentajes."""
    return [fila for fila in filas if not fila.tiene_porcentajes]


def en_palabras(nivel: str) -> str:
    """«en alto», «en sobreejecución»."""
    return f"en {tema.en_frase(nivel)}"


def en_nivel(filas: Sequence[Renglon], columna: str, nivel: Semaforo) -> Intervalo:
    """Cuántos productos están en un nivel: los impresos, los de seguro y los posibles."""
    impresos = sum(clasificar(fila.avance[columna]) == nivel for fila in filas)
    posibles = sum(nivel in _niveles(fila, columna) for fila in filas)
    return Intervalo(impresos, posibles - len(en_duda(filas, columna, nivel)), posibles)


def en_duda(filas: Sequence[Renglon], columna: str, nivel: Semaforo) -> list[Renglon]:
    """Los productos tan cerca de un límite que el redondeo los puede poner o quitar del nivel."""
    return [
        fila for fila in filas if nivel in (niveles := _niveles(fila, columna)) and len(niveles) > 1
    ]


def _niveles(fila: Renglon, columna: str) -> set[Semaforo]:
    """Los niveles en que puede estar un producto."""
    if fila.avance[columna] is None:
        return {clasificar(None)}
    pct = escrito(fila.avance, columna)
    return {clasificar(valor) for valor in (pct.valor, pct.minimo, pct.maximo)}
