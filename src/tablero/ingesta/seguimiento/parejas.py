"""En la hoja cualitativa, las dos columnas de cada trimestre: el avance y los enfoques."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.errores import ErrorDeCelda
from tablero.ingesta.seguimiento.cabecera import textos_combinados
from tablero.ingesta.seguimiento.diseno import Campo, ColumnaFija, Diseno
from tablero.ingesta.seguimiento.fijas import Fijas, filas_de_titulos, ubicar_fijas
from tablero.ingesta.seguimiento.hojas import HojaLeida, nombre_de_celda
from tablero.ingesta.seguimiento.rotulos import LectorDeRotulos, Rotulo, juntar
from tablero.libro.fila import LugarDeHoja

Clase = Literal["avance", "enfoques"]
Pareja = tuple[int, int]
"""Las columnas del avance y de los enfoques."""
DOS = 2
SOBRE_LOS_TRIMESTRES = 3
"""Cuántas filas por encima de la de los trimestres puede estar la de los años."""


@dataclass
class Parejas:
    """Dónde está cada texto, desde 0, y lo que no se encontró."""

    codigo: int = 0
    textos: dict[Periodo, Pareja] = field(default_factory=dict)
    primera_fila: int = 0
    fijas: Fijas = field(default_factory=Fijas)
    errores: list[ErrorDeCelda] = field(default_factory=list)


def ubicar_parejas(hoja: HojaLeida, diseno: Diseno, lugar: LugarDeHoja) -> Parejas:
    """Las columnas de los textos; un año o un trimestre escrito una vez vale hacia la derecha."""
    lector = _Lector(hoja, diseno)
    if lector.trimestres < 0:
        mensaje = "no se encuentran los años y los trimestres de los textos."
        return Parejas(errores=[lugar.error(mensaje)])
    textos, errores = lector.parejas(lugar)
    if errores:
        return Parejas(errores=errores)
    # Solo el código hace falta: lo demás ya se leyó en la otra hoja y aquí puede no estar.
    del_codigo: dict[Campo, ColumnaFija] = {"codigo": diseno.columnas["codigo"]}
    bloques = {c for pareja in textos.values() for c in pareja}
    fijas = ubicar_fijas(hoja, del_codigo, lector.filas, lugar, bloques=bloques)
    if fijas.fatales:
        return Parejas(errores=fijas.fatales)
    return Parejas(fijas.columnas["codigo"], textos, lector.filas[-1] + 1, fijas)


class _Lector:
    """El encabezado de la hoja cualitativa mientras se lee."""

    def __init__(self, hoja: HojaLeida, diseno: Diseno) -> None:
        self._hoja, self._diseno = hoja, diseno
        self._rotulos = LectorDeRotulos(diseno.trimestres)
        self._propias = diseno.palabras.comunes | diseno.relatos.avance | diseno.relatos.enfoques
        self.trimestres = self._fila_de_trimestres()
        """La fila de los trimestres, desde 0; −1 si no hay."""
        self.filas = range(0)
        """Las del encabezado."""
        self._combinadas: dict[tuple[int, int], str] = {}
        if self.trimestres >= 0:
            self._ubicar_filas()

    def _ubicar_filas(self) -> None:
        hoja, diseno = self._hoja, self._diseno
        desde = max(self.trimestres - SOBRE_LOS_TRIMESTRES, 0)
        alto = SOBRE_LOS_TRIMESTRES + diseno.alto_del_encabezado
        titulos = filas_de_titulos(hoja, diseno.columnas, desde, self.trimestres, alto)
        self.filas = range(desde, max(titulos[-1], self._fila_de_clases()) + 1)
        self._combinadas = textos_combinados(hoja, desde, len(self.filas))

    def parejas(self, lugar: LugarDeHoja) -> tuple[dict[Periodo, Pareja], list[ErrorDeCelda]]:
        """Trimestre → sus dos columnas, o por qué no se sabe cuáles son."""
        encontradas: dict[Periodo, list[tuple[int, Clase | None]]] = {}
        propias = range(self._primera(), self._hoja.columnas)
        hay_clases = any(self._clase(c) for c in propias)
        anio = trimestre = None
        for columna in propias:
            rotulo = juntar(self._entendidos(columna))
            celda = nombre_de_celda(self.trimestres, columna)
            if len(rotulo.anios) > 1 or len(rotulo.trimestres) > 1:
                mensaje = "el rótulo nombra varios años o trimestres; deje uno."
                return {}, [lugar.error(mensaje, celda=celda)]
            if rotulo.anio is not None and rotulo.anio != anio:
                anio, trimestre = rotulo.anio, None
            trimestre = rotulo.trimestre or trimestre
            if not self._es_de_texto(columna, hay_clases=hay_clases):
                continue
            de_periodo = encontradas.get(Periodo(anio or 0, trimestre or 0), [])
            if not self._textos(columna) and len(de_periodo) != DOS - 1:
                continue
            if anio is None or trimestre is None:
                return {}, [lugar.error("se espera el año y el trimestre.", celda=celda)]
            encontradas.setdefault(Periodo(anio, trimestre), []).append(
                (columna, self._clase(columna))
            )
        mal = list(self._mal_emparejadas(encontradas, lugar))
        return ({} if mal else {p: _ordenar(cs) for p, cs in sorted(encontradas.items())}), mal

    def _mal_emparejadas(
        self, encontradas: dict[Periodo, list[tuple[int, Clase | None]]], lugar: LugarDeHoja
    ) -> Iterator[ErrorDeCelda]:
        for periodo, columnas in encontradas.items():
            clases = [clase for _, clase in columnas if clase is not None]
            if len(columnas) != DOS or len(set(clases)) < len(clases):
                celda = nombre_de_celda(self.trimestres, columnas[0][0])
                mal = (
                    f"tiene {len(columnas)}."
                    if len(columnas) != DOS
                    else "las dos son de lo mismo."
                )
                yield lugar.error(
                    f"{periodo} debe tener dos columnas, avance y enfoques; {mal}", celda=celda
                )
                return

    def _es_de_texto(self, columna: int, *, hay_clases: bool) -> bool:
        """Si el rótulo de la columna se entiende entero y, donde las demás lo dicen, dice su clase.

        Una sin rótulo es la segunda de las dos de su trimestre.
        """
        if len(self._entendidos(columna)) < len(self._textos(columna)):
            return False
        return self._clase(columna) is not None or not hay_clases

    def _primera(self) -> int:
        """La primera columna que dice un trimestre."""
        return next(
            c for c in range(self._hoja.columnas) if any(r.trimestres for r in self._entendidos(c))
        )

    def _textos(self, columna: int) -> list[str]:
        celdas = (
            self._hoja.titulo(f, columna) or self._combinadas.get((f, columna), "")
            for f in self.filas
        )
        return [texto for texto in celdas if texto]

    def _entendidos(self, columna: int) -> list[Rotulo]:
        """Lo que dicen las celdas de su encabezado que se entienden enteras."""
        leidos = map(self._rotulos.leer, self._textos(columna))
        return [r for r in leidos if r.palabras <= self._propias]

    def _clase(self, columna: int) -> Clase | None:
        palabras = juntar(self._entendidos(columna)).palabras
        if palabras & self._diseno.relatos.enfoques:
            return "enfoques"
        return "avance" if palabras & self._diseno.relatos.avance else None

    def _fila_de_trimestres(self) -> int:
        """La que más trimestres nombra, entre las primeras."""
        cuenta: Counter[int] = Counter()
        for fila in range(min(self._diseno.filas_del_encabezado, len(self._hoja.celdas))):
            for columna in range(len(self._hoja.celdas[fila])):
                rotulo = self._rotulos.leer(self._hoja.titulo(fila, columna))
                cuenta[fila] += rotulo.trimestre is not None and rotulo.palabras <= self._propias
        fila, cuantos = max(cuenta.items(), key=lambda par: (par[1], -par[0]), default=(-1, 0))
        return fila if cuantos > 1 else -1

    def _fila_de_clases(self) -> int:
        """La que sigue a la de los trimestres, si dice «Cualitativo» y «Enfoques»."""
        fila = self.trimestres + 1
        if fila >= len(self._hoja.celdas):
            return self.trimestres
        palabras = [
            self._rotulos.leer(self._hoja.titulo(fila, c)).palabras
            for c in range(len(self._hoja.celdas[fila]))
        ]
        relatos = self._diseno.relatos
        cuantas = [
            sum(p <= clase and bool(p) for p in palabras)
            for clase in (relatos.avance, relatos.enfoques)
        ]
        return fila if min(cuantas) > 1 else self.trimestres


def _ordenar(columnas: list[tuple[int, Clase | None]]) -> Pareja:
    """Primero la del avance; si no lo dicen, en su orden."""
    (una, clase), (otra, la_otra) = columnas
    al_reves = clase == "enfoques" or la_otra == "avance"
    return (otra, una) if al_reves else (una, otra)
