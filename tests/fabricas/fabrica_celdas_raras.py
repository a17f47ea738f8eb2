"""Celdas raras: lo que un arrastre, un pegado o una hoja de cálculo le hace a un libro bueno.

Toda rareza de aquí dice lo mismo escrito de otro modo, o no dice nada que se pueda leer: ninguna es
otro dato. Por eso un libro con una da el mismo tablero, o un error en su celda.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import openpyxl
import pandas as pd
from fabrica_rarezas import RAREZAS, ensuciar
from hypothesis import strategies as st
from openpyxl.utils.escape import escape

from tablero.consultas.base import Base
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import Documento, descubrir, sha256
from tablero.ingesta.fuentes.ficha import FICHA
from tablero.ingesta.reglas import Leidas, revisar
from tablero.libro.abrir import abrir_libro
from tablero.libro.convertir import convertir, vacia
from tablero.libro.fila import LugarDeHoja, letras
from tablero.libro.lector_hojas import abrir_hojas_de
from tablero.libro.leer_tabla import TablaLeida, leer_tabla
from tablero.libro.leido import Lectura
from tablero.libro.rarezas import Rarezas
from tablero.modelo import LIBROS, TABLAS, Tabla

ERRORES = (
    "#REF!",
    "#N/A",
    "#DIV/0!",
    "#¡VALOR!",
    "#SPILL!",
    "#CALC!",
    "#¡DESBORDAMIENTO!",
    "#XYZ!",
)
ARRASTRES = [timedelta(days=d) for d in (-366, -365, -91, -31, -1, 1, 31, 365)]
"""Lo que corre una fecha quien arrastra la celda: días, meses, años."""
FUERA_DE_ESCALA = (1e160, -1e30, 1e308)

Celdas = list[list[Any]]


@dataclass(frozen=True)
class Casilla:
    """Una celda de un libro: su documento, su tabla, su fila y su columna, desde 0."""

    documento: Documento
    tabla: type[Tabla]
    fila: int
    columna: int

    @property
    def celda(self) -> str:
        """Como la nombra un error: `D14`."""
        return f"{letras(self.columna + 1)}{self.fila + 1}"


class Mundo:
    """Las fuentes de una carpeta, leídas una vez, con sus celdas crudas."""

    def __init__(self, fuentes: Path) -> None:
        self.documentos = descubrir(fuentes)
        self._crudas: dict[tuple[str, str], Celdas] = {}
        self._leidas: dict[str, dict[type[Tabla], TablaLeida]] = {}
        for documento in self.documentos:
            esperadas = {t.hoja for t in documento.tablas}
            revisado = abrir_libro(documento.libro, lambda hoja, de=esperadas: hoja in de)
            with abrir_hojas_de(revisado) as lector:
                for hoja in revisado.leidas:
                    celdas = [list(fila) for fila in lector.leer(hoja)]
                    self._crudas[documento.fuente_codigo, hoja.nombre] = celdas
            self._leidas[documento.fuente_codigo] = {
                tabla: self._leer(
                    documento, tabla, self._crudas[documento.fuente_codigo, tabla.hoja]
                )
                for tabla in documento.tablas
                if (documento.fuente_codigo, tabla.hoja) in self._crudas
            }

    @cached_property
    def lugares(self) -> list[Casilla]:
        """Todas las celdas con algo escrito debajo de los encabezados."""
        return [
            Casilla(documento, tabla, fila, columna)
            for documento in self.documentos
            for tabla in documento.tablas
            for fila, celdas in enumerate(
                self._crudas.get((documento.fuente_codigo, tabla.hoja), [])
            )
            for columna, valor in enumerate(celdas)
            if fila and not vacia(valor)
        ]

    @cached_property
    def un_lugar(self) -> st.SearchStrategy[Casilla]:
        """Una celda cualquiera de una hoja cualquiera.

        Primero la hoja: de cada cien celdas, sesenta y tres son de la de los municipios.
        """
        return _de_una_hoja(self.lugares)

    @cached_property
    def una_fecha(self) -> st.SearchStrategy[Casilla]:
        """Lo mismo, entre las celdas que tienen una fecha."""
        return _de_una_hoja([c for c in self.lugares if type(self.valor(c)) is date])

    def valor(self, lugar: Casilla) -> Any:
        """Lo que hay escrito en una celda."""
        return self._de(lugar)[lugar.fila][lugar.columna]

    def errores_con(self, lugar: Casilla, valor: Any) -> list[ErrorDeCelda] | None:
        """Los errores que trae otro valor en una celda; `None` si el tablero sería el mismo."""
        celdas = list(self._de(lugar))
        celdas[lugar.fila] = list(celdas[lugar.fila])
        celdas[lugar.fila][lugar.columna] = valor
        return self._errores(lugar, celdas)

    def errores_al_repetir(self, lugar: Casilla, valor: Any) -> list[ErrorDeCelda] | None:
        """Lo mismo, con la fila otra vez al final de su hoja y ese valor en la copia."""
        copia = list(self._de(lugar)[lugar.fila])
        copia[lugar.columna] = valor
        return self._errores(lugar, [*self._de(lugar), copia])

    def ultima_fila(self, lugar: Casilla) -> int:
        """El número de la fila que se agregaría, desde 1."""
        return len(self._de(lugar)) + 1

    def _de(self, lugar: Casilla) -> Celdas:
        return self._crudas[lugar.documento.fuente_codigo, lugar.tabla.hoja]

    def _errores(self, lugar: Casilla, celdas: Celdas) -> list[ErrorDeCelda] | None:
        leida = self._leer(lugar.documento, lugar.tabla, celdas)
        antes = self._leidas[lugar.documento.fuente_codigo][lugar.tabla]
        if leida.errores:
            return leida.errores
        if _valores(leida) == _valores(antes):
            return None
        return self._revisar(lugar, leida)

    def _leer(self, documento: Documento, tabla: type[Tabla], celdas: Celdas) -> TablaLeida:
        lugar = LugarDeHoja(documento.ruta_corta, tabla.hoja)
        return leer_tabla(celdas, tabla, lugar, convertir, Rarezas())

    def _revisar(self, lugar: Casilla, leida: TablaLeida) -> list[ErrorDeCelda]:
        """Los errores de las reglas, con esa hoja en lugar de la suya."""
        leidas = Leidas(t.tabla for tablas in LIBROS.values() for t in tablas)
        for documento in self.documentos:
            lectura = Lectura(documento.tablas)
            for tabla, propia in self._leidas[documento.fuente_codigo].items():
                es_esa = documento is lugar.documento and tabla is lugar.tabla
                lectura.agregar(tabla, _copia(leida if es_esa else propia))
            leidas.agregar(documento, lectura.terminar())
        return revisar(leidas)


def _de_una_hoja(lugares: Sequence[Casilla]) -> st.SearchStrategy[Casilla]:
    hojas: dict[tuple[str, type[Tabla]], list[Casilla]] = {}
    for lugar in lugares:
        hojas.setdefault((lugar.documento.fuente_codigo, lugar.tabla), []).append(lugar)
    return st.sampled_from(list(hojas.values())).flatmap(st.sampled_from)


def _copia(leida: TablaLeida) -> TablaLeida:
    """Las reglas agregan a cada fila lo que deducen: que no quede para el ejemplo siguiente."""
    return TablaLeida(tuple(replace(f, valores=dict(f.valores)) for f in leida.filas))


def _valores(leida: TablaLeida) -> list[dict[str, Any]]:
    return [fila.valores for fila in leida.filas]


@st.composite
def rareza(draw: st.DrawFn, valor: Any) -> Any:
    """Otra manera de guardar ese valor, o una celda que ya no lo dice."""
    if isinstance(valor, bool):
        return draw(st.sampled_from([*ERRORES, 1e160, "VERDADERO"]))
    if isinstance(valor, date):
        return draw(st.one_of(_de_fecha(valor), st.sampled_from(ERRORES)))
    if isinstance(valor, int | float):
        return draw(st.one_of(_de_numero(valor), st.sampled_from(ERRORES)))
    return draw(st.one_of(_de_texto(valor), st.sampled_from(ERRORES), st.just(1e160)))


def _de_texto(valor: str) -> st.SearchStrategy[str]:
    """El mismo texto con algo que no se ve, o que se ve igual."""
    return RAREZAS.map(lambda rareza: ensuciar(valor, rareza))


def _de_fecha(valor: date) -> st.SearchStrategy[Any]:
    """Arrastrada, como texto, con hora o como número."""
    dias = [-366, -365, -91, -31, -30, -1, 1, 30, 31, 61, 91, 365, 366]
    return st.one_of(
        st.sampled_from(dias).map(lambda d: valor + timedelta(days=d)),
        st.sampled_from(
            [
                f"{valor:%d/%m/%Y}",
                f"{valor:%Y}",
                f"{valor:%d-%m-%y}",
                f"{valor:%Y-%m-%d} ",
                valor.year,
            ]
        ),
        st.just(datetime(valor.year, valor.month, valor.day, 10, 30)),
    )


def _de_numero(valor: float) -> st.SearchStrategy[Any]:
    """Como texto, fuera de escala o como lógico."""
    return st.one_of(
        st.sampled_from(
            [f"{valor:g}", f"{valor:,.0f}".replace(",", "."), f"{valor:g} %", f" {valor}"]
        ),
        st.sampled_from([*FUERA_DE_ESCALA, True, "sin dato", "N/A", "\u00a0"]),
    )


def nombra(errores: Sequence[ErrorDeCelda], lugar: Casilla, fila: int | None = None) -> bool:
    """Si algún error es de esa celda, la nombra o es de su fila (o de otra, si se dice cuál)."""
    celda = f"{letras(lugar.columna + 1)}{fila or lugar.fila + 1}"
    de_fila = f"fila {fila or lugar.fila + 1}"
    propios = [
        e for e in errores if (e.archivo, e.hoja) == (lugar.documento.ruta_corta, lugar.tabla.hoja)
    ]
    return any(
        e.celda == celda
        or de_fila in e.mensaje
        or f"celda {celda})" in e.mensaje
        or (fila is not None and e.celda.lstrip(ascii_uppercase) == str(fila))
        for e in propios
    )


class EnDisco:
    """Una copia de las fuentes donde se cambia una celda de un libro, se sella y se construye."""

    def __init__(self, fuentes: Path) -> None:
        self._fuentes = fuentes
        self._destino = fuentes.parent / "tablero.duckdb"
        construir(fuentes, self._destino)
        self.bueno = self._leer()

    def construir_con(self, lugar: Casilla, valor: Any) -> list[ErrorDeCelda] | None:
        """Los errores de construir con otro valor; `None` si el tablero es el mismo.

        `AssertionError` si es otro. La celda vuelve a quedar como estaba.
        """
        carpeta = self._fuentes / lugar.documento.nombre / lugar.documento.carpeta.name
        libro, ficha = carpeta / lugar.documento.libro.name, carpeta / FICHA
        antes = {ruta: ruta.read_bytes() for ruta in (libro, ficha)}
        try:
            abierto = openpyxl.load_workbook(libro)
            celda = abierto[lugar.tabla.hoja].cell(lugar.fila + 1, lugar.columna + 1)
            celda.value = escape(valor) if isinstance(valor, str) else valor
            if isinstance(valor, str):
                celda.data_type = "s"  # «#REF!» escrito, y no una fórmula ni un error
            abierto.save(libro)
            sellada = re.sub(
                r"libro_sha256: .*", f'libro_sha256: "{sha256(libro)}"', ficha.read_text("utf-8")
            )
            ficha.write_text(sellada, encoding="utf-8")
            construir(self._fuentes, self._destino)
        except ErroresDeDatos as error:
            return list(error.errores)
        finally:
            for ruta, contenido in antes.items():
                ruta.write_bytes(contenido)
        ahora = self._leer()
        assert [
            tabla for tabla, datos in self.bueno.items() if not datos.equals(ahora[tabla])
        ] == []
        return None

    def _leer(self) -> dict[str, pd.DataFrame]:
        """Todas las tablas, menos la huella de los libros."""
        base = Base(self._destino)
        try:
            tablas = {t.tabla: base.tabla(t.tabla) for t in TABLAS}
        finally:
            base.cerrar()
        return {
            nombre: datos.drop(columns="libro_sha256", errors="ignore")
            for nombre, datos in tablas.items()
        }
