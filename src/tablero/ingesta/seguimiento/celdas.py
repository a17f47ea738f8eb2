"""Lee celdas sin adivinar: lo que no se puede leer se anota con su lugar y queda como ilegible."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypedDict, TypeVar

from tablero.calculo.seguimiento.hallazgos.hallazgo import Severidad
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Periodo
from tablero.errores import ErrorDeCelda
from tablero.formato import numero_justo
from tablero.ingesta.seguimiento.diseno import TITULOS
from tablero.ingesta.seguimiento.fechas import SoloElAnio, leer_fecha
from tablero.ingesta.seguimiento.hojas import HojaLeida, como_titulo, nombre_de_celda
from tablero.libro.avisos import de_letra
from tablero.libro.convertir import (
    ERROR_DE_FORMULA,
    PARECE_NUMERO,
    ValorNoValido,
    citar,
    de_otro_alfabeto,
    mostrar,
    sin_nada_a_la_vista,
)
from tablero.libro.fila import LugarDeHoja
from tablero.libro.rarezas import error_de_formula
from tablero.modelo.celda import Celda
from tablero.modelo.reglas import Regla
from tablero.texto import decir_ajenas, limpiar

PORCENTAJE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%", re.ASCII)
MAX_DECIMALES = 6
T = TypeVar("T")
Cuando = TypeVar("Cuando", int, Periodo)
"""El año o el trimestre de una columna que se repite."""
CORREGIR = "Corrija la celda: lo que depende de ella queda sin dato."
CORREGIR_LA_FILA = "Corrija la celda: hasta entonces la fila no cuenta."
CORREGIR_EL_LIBRO = "Corrija el libro: lo que depende de esto queda sin dato."
DE_CONTRASTE = "Corríjala si quiere contrastarla: ninguna cifra depende de ella."
CAMBIAR_EL_SIGNO = "Escríbalo con otro signo si quiere que los PDF digan lo mismo que el libro."
ESCRIBIR_FECHA = "Escriba el día, el mes y el año: lo que depende de la fecha queda sin dato."


@dataclass(frozen=True, order=True)
class Leido(ErrorDeCelda):
    """Lo que hay que decir de una celda, con su gravedad; `celda` puede ser un rango."""

    regla: Regla = Regla.ILEGIBLE
    severidad: Severidad = "error"
    que_hacer: str = CORREGIR
    codigo: str = ""
    """El indicador de su fila; vacío si no es de ninguno."""


@dataclass
class Lector:
    """Lee las celdas de una hoja y junta lo que no pudo leer."""

    hoja: HojaLeida
    lugar: LugarDeHoja
    errores: list[Leido] = field(default_factory=list)
    notas: list[Leido] = field(default_factory=list)
    """Lo que se leyó sin estar como se espera, y se dice."""
    codigo: str = ""
    """El indicador que se está leyendo."""

    def numero(
        self, fila: int, columna: int, titulo: str, *, de_contraste: bool = False
    ) -> float | None:
        """Un número; `None` si está vacía, `ILEGIBLE` si no lo es."""
        valor = self._valor(fila, columna, titulo, de_contraste=de_contraste, es_texto=False)
        if valor is None:
            return None
        if isinstance(valor, int | float) and not isinstance(valor, bool):
            return float(valor)
        if isinstance(valor, _Ilegible):
            return ILEGIBLE
        como = _gravedad(de_contraste=de_contraste)
        if isinstance(valor, str) and PARECE_NUMERO.fullmatch(limpiar(valor)):
            mensaje = f"{citar(valor)} está guardado como texto; escríbalo como número."
            if (pct := PORCENTAJE.fullmatch(limpiar(valor))) and not de_contraste:
                como["que_hacer"] = _de_porcentaje(float(pct[1].replace(",", ".")), titulo)
        else:
            mensaje = f"{citar(valor)} no es un número."
        self.anotar(fila, columna, titulo, mensaje, **como)
        return ILEGIBLE

    def numeros(
        self,
        fila: int,
        columnas: Mapping[Cuando, int],
        titulo: str,
        *,
        de_contraste: bool = False,
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
            numero = self.numero(fila, columna, f"{titulo} {cuando}", de_contraste=de_contraste)
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
        """Una fecha; `None` si está vacía o no se puede leer."""
        valor = self._valor(fila, columna, titulo, es_texto=False)
        if valor is None or isinstance(valor, _Ilegible):
            return None
        try:
            return leer_fecha(valor, desde_1904=self.hoja.rarezas.desde_1904)
        except SoloElAnio as error:
            self.anotar(
                fila,
                columna,
                titulo,
                str(error),
                regla=Regla.SOLO_EL_ANIO,
                que_hacer=ESCRIBIR_FECHA,
            )
        except ValorNoValido as error:
            self.anotar(fila, columna, titulo, str(error))
        return None

    def texto(self, fila: int, columna: int, titulo: str, *, parrafos: bool = False) -> str:
        """El texto limpio; vacío si no lo hay. De uno sin párrafos, que va en los PDF, se nota el
        signo que su letra no trae.
        """
        valor = self._valor(fila, columna, titulo)
        if valor is None or isinstance(valor, _Ilegible):
            return ""
        texto = limpiar(valor if isinstance(valor, str) else mostrar(valor), parrafos=parrafos)
        if not parrafos and (aviso := de_letra(texto)):
            self.notar(
                fila,
                columna,
                titulo,
                aviso,
                regla=Regla.SIGNO_SIN_LETRA,
                que_hacer=CAMBIAR_EL_SIGNO,
            )
        return texto

    def nombre(self, fila: int, columna: int, titulo: str) -> str:
        """El texto de algo que reúne productos; con una letra de otro alfabeto sería otro."""
        texto = self.texto(fila, columna, titulo)
        if letras := decir_ajenas(texto):
            mensaje = f"{citar(texto)} {de_otro_alfabeto(letras)}"
            self.anotar(fila, columna, titulo, mensaje)
            return ""
        return texto

    def opcion(self, fila: int, columna: int, titulo: str, opciones: Mapping[str, T]) -> T | None:
        """La opción que dice la celda, sin fijarse en tildes ni mayúsculas."""
        valor = self._valor(fila, columna, titulo)
        if isinstance(valor, _Ilegible):
            return None
        if valor is None:
            self.anotar(fila, columna, titulo, "está vacía; sin este dato no se calcula.")
            return None
        elegida = opciones.get(como_titulo(str(valor)))
        if elegida is None:
            validas = ", ".join(dict.fromkeys(str(o) for o in opciones.values()))
            self.anotar(fila, columna, titulo, f"{citar(valor)} no es válido; use: {validas}.")
        return elegida

    def crudo(self, fila: int, columna: int) -> Celda:
        """Lo que guarda la celda, o su error como texto: para quien sabe qué hacer con él."""
        rareza = self.hoja.rareza(fila, columna)
        return rareza.partition(";")[0] if rareza else self.hoja.valor(fila, columna)

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
        """Agrega lo que no se pudo leer de esa celda."""
        leido = self._leido(fila, columna, titulo, mensaje)
        self.errores.append(replace(leido, regla=regla, severidad=severidad, que_hacer=que_hacer))

    def notar(
        self, fila: int, columna: int, titulo: str, mensaje: str, *, regla: Regla, que_hacer: str
    ) -> None:
        """Agrega algo que se leyó y no está como se espera."""
        leido = self._leido(fila, columna, titulo, mensaje)
        self.notas.append(replace(leido, regla=regla, severidad="nota", que_hacer=que_hacer))

    def _leido(self, fila: int, columna: int, titulo: str, mensaje: str) -> Leido:
        celda = nombre_de_celda(fila, columna)
        return Leido(
            self.lugar.archivo, self.lugar.hoja, celda, titulo, mensaje, codigo=self.codigo
        )

    def _valor(
        self,
        fila: int,
        columna: int,
        titulo: str,
        *,
        de_contraste: bool = False,
        es_texto: bool = True,
    ) -> "Celda | _Ilegible":
        """Lo que hay en la celda; si es un error de Excel, lo anota.

        También si va una cifra o una fecha y solo hay lo que no se ve: no se sabe si la había.
        De la que tapa una celda combinada no se sabe qué valor tiene; el rango ya se anota entero.
        """
        if self.hoja.es_tapada(fila, columna):
            return _Ilegible()
        mensaje = self.hoja.rareza(fila, columna)
        valor = self.hoja.valor(fila, columna)
        if mensaje is None and isinstance(valor, str) and ERROR_DE_FORMULA.fullmatch(valor.strip()):
            mensaje = error_de_formula(valor.strip())
        if mensaje is None and not es_texto and (oculto := self.hoja.no_se_ve(fila, columna)):
            mensaje = sin_nada_a_la_vista(oculto)
        if mensaje is None:
            return valor
        self.anotar(fila, columna, titulo, mensaje, **_gravedad(de_contraste=de_contraste))
        return _Ilegible()


class _Ilegible:
    """Lo que hay en una celda con un error."""


class _Gravedad(TypedDict):
    severidad: Severidad
    que_hacer: str


def _de_porcentaje(valor: float, titulo: str) -> str:
    """Qué escribir en vez de «20%»: la ponderación va en fracción, y lo demás, como sus metas."""
    fraccion = numero_justo(valor / 100, MAX_DECIMALES)
    if titulo == TITULOS["ponderacion"]:
        return f"Escriba {fraccion}: aquí va como fracción, y hasta entonces queda sin dato."
    entero = numero_justo(valor, MAX_DECIMALES)
    return (
        f"Escriba {entero} o {fraccion}, según la escala de sus metas: hasta entonces queda sin "
        "dato."
    )


def _gravedad(*, de_contraste: bool) -> _Gravedad:
    """De lo que solo se contrasta nada depende: no es un error."""
    if de_contraste:
        return {"severidad": "nota", "que_hacer": DE_CONTRASTE}
    return {"severidad": "error", "que_hacer": CORREGIR}


def de_todo_el_libro(
    error: ErrorDeCelda, severidad: Severidad = "error", que_hacer: str = ""
) -> Leido:
    """Un error de la hoja o del libro, como algo leído."""
    return Leido(
        error.archivo,
        error.hoja,
        error.celda,
        error.columna,
        error.mensaje,
        severidad=severidad,
        que_hacer=que_hacer or (CORREGIR if error.celda else CORREGIR_EL_LIBRO),
    )
