"""El Anexo 1 de la SDP con su redondeo: lo que sus porcentajes permiten que la política valga.

Cada peso y cada porcentaje puede variar media unidad de su último dígito. El PAA se recorta a
[0, 100] antes de ponderarlo, como en el avance de la política.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from tablero import tema
from tablero.calculo.aporte import TOPE
from tablero.calculo.conciliacion import Datos, solo_publicadas
from tablero.calculo.contrastes.formas import en_porcentaje, escrito
from tablero.calculo.intervalos import CIEN, Intervalo, sumar
from tablero.calculo.semaforo import clasificar
from tablero.modelo.politica import PoliticaAvance, PoliticaProducto, Semaforo

PRECISION_DEL_PESO = 0.01
"""El anexo imprime las ponderaciones con dos decimales."""

NADA = Intervalo.exacto(0)

Porcentaje = Literal["pav_pct", "pahv_pct", "paa_pct"]


@dataclass(frozen=True)
class Renglon:
    """Un producto del anexo: su peso y sus porcentajes."""

    producto: PoliticaProducto
    avance: PoliticaAvance

    @property
    def codigo(self) -> str:
        """Código del producto."""
        return self.producto.producto_codigo

    @property
    def tiene_porcentajes(self) -> bool:
        """Si el anexo imprime sus porcentajes."""
        return self.avance.paa_pct is not None and self.avance.pahv_pct is not None

    def impreso(self, cual: Porcentaje) -> float | None:
        """Ese porcentaje, como está impreso; `None` si no lo está."""
        avance = self.avance
        if cual == "pav_pct":
            return avance.pav_pct
        return avance.pahv_pct if cual == "pahv_pct" else avance.paa_pct

    def posible(self, cual: Porcentaje) -> Intervalo | None:
        """Lo que ese porcentaje puede valer por su redondeo; `None` si no está impreso."""
        pct = self.impreso(cual)
        return None if pct is None else escrito(pct, self.avance.decimales)

    @property
    def peso(self) -> Intervalo:
        """Su ponderación."""
        return Intervalo.escrito(self.producto.ponderacion_pct, PRECISION_DEL_PESO)

    @property
    def avance_pp(self) -> Intervalo:
        """Puntos que suma al avance de la política; sin porcentajes, ninguno."""
        if (par := self._paa_y_pahv) is None:
            return NADA
        return self.peso * par[0].acotado(0, TOPE) / CIEN

    @property
    def trayectoria_pp(self) -> Intervalo:
        """Puntos que suma a la trayectoria de la política; sin porcentajes, ninguno."""
        if (par := self._paa_y_pahv) is None:
            return NADA
        return self.peso * self._trayectoria(*par) / CIEN

    @property
    def brecha_pp(self) -> Intervalo:
        """Puntos que suma a la brecha.

        No es avance menos trayectoria a secas: el mismo PAA está en los dos, y restar sus rangos
        como si fueran ajenos agrandaría el resultado.
        """
        if (par := self._paa_y_pahv) is None:
            return NADA
        return self.peso * self._brecha(*par) / CIEN

    @property
    def _paa_y_pahv(self) -> tuple[Intervalo, Intervalo] | None:
        """Lo que pueden valer los dos; `None` si falta alguno."""
        paa, pahv = self.posible("paa_pct"), self.posible("pahv_pct")
        return None if paa is None or pahv is None else (paa, pahv)

    def _trayectoria(self, paa: Intervalo, pahv: Intervalo) -> Intervalo:
        paa = paa.acotado(0, inf)
        if pahv.valor == 0:
            es_constante = self.producto.anualizacion_tipo == "Constante"
            return CIEN if es_constante else Intervalo(0, 0, TOPE)
        return (paa * CIEN / pahv).acotado(0, TOPE)

    def _brecha(self, paa: Intervalo, pahv: Intervalo) -> Intervalo:
        paa = paa.acotado(0, inf)
        if pahv.valor == 0:
            return paa.acotado(0, TOPE) - self._trayectoria(paa, pahv)
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
    avances = {fila.producto_codigo: fila for fila in solo_publicadas(datos.tabla(PoliticaAvance))}
    return [Renglon(fila, avances[fila.producto_codigo]) for fila in datos.tabla(PoliticaProducto)]


def por_objetivo(filas: Iterable[Renglon], numero: int) -> list[Renglon]:
    """Los productos de un objetivo."""
    return [fila for fila in filas if fila.producto.objetivo_numero == numero]


def peso_total(filas: Iterable[Renglon]) -> Intervalo:
    """Lo que suman sus ponderaciones."""
    return sumar(fila.peso for fila in filas)


def sin_porcentajes(filas: Iterable[Renglon]) -> list[Renglon]:
    """Los productos a los que el anexo no les imprime porcentajes."""
    return [fila for fila in filas if not fila.tiene_porcentajes]


def en_palabras(nivel: str) -> str:
    """«en alto», «en sobreejecución»."""
    return f"en {tema.en_frase(nivel)}"


def con_su_pahv(fila: Renglon) -> str:
    """«2.1.3 (217 %)», de un producto que lo trae impreso; `TypeError` si no."""
    pahv = fila.avance.pahv_pct
    if pahv is None:
        raise TypeError(f"el Anexo 1 no trae el PAHV de {fila.codigo}")
    return f"{fila.codigo} ({en_porcentaje(pahv)})"


def en_nivel(filas: Sequence[Renglon], cual: Porcentaje, nivel: Semaforo) -> Intervalo:
    """Cuántos productos están en un nivel: los impresos, los de seguro y los posibles."""
    impresos = sum(clasificar(fila.impreso(cual)) == nivel for fila in filas)
    posibles = sum(nivel in _niveles(fila, cual) for fila in filas)
    return Intervalo(impresos, posibles - len(en_duda(filas, cual, nivel)), posibles)


def en_duda(filas: Sequence[Renglon], cual: Porcentaje, nivel: Semaforo) -> list[Renglon]:
    """Los productos tan cerca de un límite que el redondeo los puede poner o quitar del nivel."""
    return [
        fila for fila in filas if nivel in (niveles := _niveles(fila, cual)) and len(niveles) > 1
    ]


def _niveles(fila: Renglon, cual: Porcentaje) -> set[Semaforo]:
    """Los niveles en que puede estar un producto."""
    pct = fila.posible(cual)
    if pct is None:
        return {clasificar(None)}
    return {clasificar(valor) for valor in (pct.valor, pct.minimo, pct.maximo)}
