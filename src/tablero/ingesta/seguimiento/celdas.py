"""Lee celdas sin adivinar: lo que no se puede leer se anota con su lugar y queda como ilegible."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from tablero.calculo.seguimiento.indicador import ILEGIBLE, Periodo
from tablero.errores import ErrorDeCelda
from tablero.ingesta.convertir import (
    ERROR_DE_FORMULA,
    FECHA,
    PARECE_NUMERO,
    ValorNoValido,
    citar,
    mostrar,
)
from tablero.ingesta.fila import Lugar
from tablero.ingesta.rarezas import error_de_formula
from tablero.ingesta.seguimiento.hojas import Hoja, nombre_de_celda
from tablero.ingesta.seguimiento.texto import simplificar

T = TypeVar("T")
Cuando = TypeVar("Cuando", int, Periodo)
"""El año o el trimestre de una columna que se repite."""

DIA_CERO = date(1899, 12, 30)
"""El día 0 de Excel, contando su 29 de febrero de 1900, que no existió."""
FECHA_MINIMA, FECHA_MAXIMA = date(1990, 1, 1), date(2100, 12, 31)
"""Fuera de aquí un número no es una fecha: 2024 sería un día de 1905."""
MEDIANOCHE = re.compile(r"[T ]00:00(:00)?$", re.ASCII)


@dataclass
class Lector:
    """Lee las celdas de una hoja y junta lo que no pudo leer."""

    hoja: Hoja
    lugar: Lugar
    errores: list[ErrorDeCelda] = field(default_factory=list)

    def numero(self, fila: int, columna: int, titulo: str) -> float | None:
        """Un número; `None` si está vacía, `ILEGIBLE` si no lo es."""
        valor = self._valor(fila, columna, titulo)
        if valor is None:
            return None
        if isinstance(valor, int | float) and not isinstance(valor, bool):
            return float(valor)
        if isinstance(valor, _Ilegible):
            return ILEGIBLE
        if isinstance(valor, str) and PARECE_NUMERO.fullmatch(valor.strip()):
            mensaje = f"{citar(valor)} está guardado como texto; escríbalo como número."
        else:
            mensaje = f"{citar(valor)} no es un número."
        self.anotar(fila, columna, titulo, mensaje)
        return ILEGIBLE

    def numeros(
        self, fila: int, columnas: Mapping[Cuando, int], titulo: str
    ) -> dict[Cuando, float]:
        """Año o trimestre → su número, sin las celdas vacías; `titulo` va antes de ese año.

        Casi todas las celdas de un libro pasan por aquí y están vacías o bien: esas no se revisan
        una por una.
        """
        valores, raras = self.hoja.celdas[fila], self.hoja.rarezas.celdas
        puede_estar_tapada = bool(self.hoja.rarezas.combinadas)
        leidos: dict[Cuando, float] = {}
        for cuando, columna in columnas.items():
            valor = valores[columna] if columna < len(valores) else ""
            if not raras or (fila + 1, columna + 1) not in raras:
                if valor == "" and not puede_estar_tapada:
                    continue
                if type(valor) is float:
                    leidos[cuando] = valor
                    continue
            numero = self.numero(fila, columna, f"{titulo} {cuando}")
            if numero is not None:
                leidos[cuando] = numero
        return leidos

    def esta_vacia(self, fila: int, columna: int) -> bool:
        """Verdadero si la celda no guarda nada, tampoco un error, y ninguna otra la tapa."""
        return (
            self.hoja.valor(fila, columna) is None
            and self.hoja.rareza(fila, columna) is None
            and not self.hoja.es_tapada(fila, columna)
        )

    def fecha(self, fila: int, columna: int, titulo: str) -> date | None:
        """Una fecha de Excel (con formato o como número) o un texto AAAA-MM-DD."""
        valor = self._valor(fila, columna, titulo)
        if valor is None or isinstance(valor, _Ilegible):
            return None
        try:
            return _fecha(valor)
        except ValorNoValido as error:
            self.anotar(fila, columna, titulo, str(error))
            return None

    def texto(self, fila: int, columna: int, titulo: str) -> str:
        """El texto como está, sin espacios de sobra; vacío si no lo hay."""
        valor = self._valor(fila, columna, titulo)
        if valor is None or isinstance(valor, _Ilegible):
            return ""
        return valor.strip() if isinstance(valor, str) else mostrar(valor)

    def opcion(
        self, fila: int, columna: int, titulo: str, opciones: Mapping[str, T], *, exige: bool = True
    ) -> T | None:
        """La opción que dice la celda, sin fijarse en tildes ni mayúsculas."""
        valor = self._valor(fila, columna, titulo)
        if isinstance(valor, _Ilegible):
            return None
        if valor is None:
            if exige:
                self.anotar(fila, columna, titulo, "está vacía; sin este dato no se calcula.")
            return None
        elegida = opciones.get(simplificar(str(valor)))
        if elegida is None:
            validas = ", ".join(dict.fromkeys(str(o) for o in opciones.values()))
            self.anotar(fila, columna, titulo, f"{citar(valor)} no es válido; use: {validas}.")
        return elegida

    def anotar(self, fila: int, columna: int, titulo: str, mensaje: str) -> None:
        """Agrega un error en esa celda."""
        celda = nombre_de_celda(fila, columna)
        self.errores.append(self.lugar.error(mensaje, columna=titulo, celda=celda))

    def _valor(self, fila: int, columna: int, titulo: str) -> Any:
        """Lo que hay en la celda; si es un error de Excel, lo anota.

        De la que tapa una celda combinada no se sabe qué valor tiene; el rango ya se anota entero.
        """
        if self.hoja.es_tapada(fila, columna):
            return _Ilegible()
        mensaje = self.hoja.rareza(fila, columna)
        valor = self.hoja.valor(fila, columna)
        if mensaje is None and isinstance(valor, str) and ERROR_DE_FORMULA.fullmatch(valor.strip()):
            mensaje = error_de_formula(valor.strip())
        if mensaje is None:
            return valor
        self.anotar(fila, columna, titulo, mensaje)
        return _Ilegible()


class _Ilegible:
    """Lo que hay en una celda con un error."""


def _fecha(valor: Any) -> date:
    if isinstance(valor, datetime):
        if valor.time() != time():
            raise ValorNoValido(f"{citar(valor)} trae hora; se espera solo la fecha.")
        valor = valor.date()
    if isinstance(valor, date):
        return _en_rango(valor, valor)
    if isinstance(valor, str):
        texto = MEDIANOCHE.sub("", valor.strip())
        if not FECHA.fullmatch(texto):
            raise ValorNoValido(
                f"{citar(valor)} no es una fecha; escríbala como fecha o así: 2024-12-31."
            )
        try:
            return _en_rango(date.fromisoformat(texto), valor)
        except ValueError:
            raise ValorNoValido(f"{citar(valor)} no existe en el calendario.") from None
    if isinstance(valor, bool) or not isinstance(valor, int | float):
        raise ValorNoValido(f"{citar(valor)} no es una fecha.")
    if not float(valor).is_integer():
        raise ValorNoValido(f"{citar(valor)} no es una fecha: lleva decimales.")
    maximo = (FECHA_MAXIMA - DIA_CERO).days
    return _en_rango(DIA_CERO + timedelta(days=min(max(int(valor), 0), maximo + 1)), valor)


def _en_rango(dia: date, valor: Any) -> date:
    if not FECHA_MINIMA <= dia <= FECHA_MAXIMA:
        raise ValorNoValido(
            f"{citar(valor)} no es una fecha entre {FECHA_MINIMA.year} y {FECHA_MAXIMA.year}."
        )
    return dia
