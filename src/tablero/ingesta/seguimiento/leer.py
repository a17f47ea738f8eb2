"""Del archivo oficial a los indicadores, y todo lo que no se pudo leer."""

from dataclasses import dataclass
from pathlib import Path

from tablero.calculo.seguimiento.indicador import Indicador
from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.fila import Lugar
from tablero.ingesta.seguimiento.bloques import Columnas, ubicar
from tablero.ingesta.seguimiento.celdas import Lector
from tablero.ingesta.seguimiento.diseno import Diseno, disenos_conocidos
from tablero.ingesta.seguimiento.filas import leer_filas
from tablero.ingesta.seguimiento.hojas import Hoja, abrir_hojas
from tablero.ingesta.seguimiento.relatos import leer_relatos
from tablero.ingesta.seguimiento.texto import simplificar
from tablero.modelo.fuentes import TITULO_SIMULADO

COMBINADAS = "son celdas combinadas; sepárelas y escriba el valor en cada una."
FALTA = "falta esta hoja."


@dataclass(frozen=True)
class LibroSeguimiento:
    """Lo que se leyó de un libro."""

    diseno: str
    indicadores: tuple[Indicador, ...]
    """Productos y resultados, en el orden de sus filas."""
    errores: tuple[ErrorDeCelda, ...]
    """Lo que no se pudo leer: las cifras que dependen de ello quedan sin dato."""
    es_simulado: bool = False
    filas_sin_codigo: tuple[float | None, ...] = ()
    """Lo que pesan las filas de indicadores sin un código que se pueda leer; `ILEGIBLE` si tampoco
    se puede."""


def leer_seguimiento(ruta: Path) -> LibroSeguimiento:
    """Lee un `.xlsx` o un `.xlsb` con el diseño que le corresponda.

    `ArchivoIlegible` si no se puede abrir; `ErroresDeDatos` si le falta la hoja cuantitativa, un
    bloque sin el que no hay cálculo, o no tiene ningún indicador.
    """
    nombre = ruta.name
    try:
        hojas = abrir_hojas(ruta)
    except ArchivoIlegible as error:
        raise ArchivoIlegible(f"{nombre}: {error}") from None
    intentos = [_intentar(hojas, diseno, nombre) for diseno in disenos_conocidos()]
    mejor = min(intentos, key=lambda intento: len(intento.columnas.fatales))
    if mejor.columnas.fatales or mejor.hoja is None:
        raise ErroresDeDatos(mejor.columnas.fatales)
    return _leer(hojas, mejor.hoja, mejor.columnas, mejor.diseno, nombre)


@dataclass(frozen=True)
class _Intento:
    diseno: Diseno
    hoja: Hoja | None
    columnas: Columnas


def _intentar(hojas: list[Hoja], diseno: Diseno, nombre: str) -> _Intento:
    hoja, errores = _buscar(hojas, diseno.hojas.cuantitativo, nombre)
    if hoja is None:
        return _Intento(diseno, None, Columnas(fatales=errores))
    return _Intento(diseno, hoja, ubicar(hoja, diseno, Lugar(nombre, hoja.nombre)))


def _leer(
    hojas: list[Hoja], hoja: Hoja, columnas: Columnas, diseno: Diseno, nombre: str
) -> LibroSeguimiento:
    lector = Lector(hoja, Lugar(nombre, hoja.nombre), [*columnas.errores])
    indicadores, sin_codigo = leer_filas(lector, columnas, diseno)
    errores = lector.errores + _combinadas(hoja, diseno, nombre)
    if not indicadores:
        errores.append(lector.lugar.error("no tiene ninguna fila con un indicador."))
        raise ErroresDeDatos(errores)
    cualitativa, faltas = _buscar(hojas, diseno.hojas.cualitativo, nombre)
    errores += faltas
    if cualitativa is not None:
        lugar = Lugar(nombre, cualitativa.nombre)
        indicadores, propios = leer_relatos(cualitativa, lugar, diseno, indicadores)
        errores += propios
    titulo = hoja.valor(0, 0)
    es_simulado = isinstance(titulo, str) and titulo.startswith(TITULO_SIMULADO)
    return LibroSeguimiento(
        diseno.nombre, tuple(indicadores), tuple(errores), es_simulado, tuple(sin_codigo)
    )


def _buscar(hojas: list[Hoja], buscada: str, nombre: str) -> tuple[Hoja | None, list[ErrorDeCelda]]:
    """La hoja de ese nombre, sin fijarse en tildes, mayúsculas ni espacios."""
    con_ese_nombre = [h for h in hojas if simplificar(h.nombre) == simplificar(buscada)]
    if len(con_ese_nombre) == 1:
        return con_ese_nombre[0], []
    mensaje = "hay varias hojas con este nombre; deje una sola." if con_ese_nombre else FALTA
    return None, [Lugar(nombre, buscada).error(mensaje)]


def _combinadas(hoja: Hoja, diseno: Diseno, nombre: str) -> list[ErrorDeCelda]:
    """Celdas combinadas entre los datos: solo una de ellas tendría el valor."""
    lugar = Lugar(nombre, hoja.nombre)
    return [
        lugar.error(COMBINADAS, celda=rango)
        for rango in hoja.rarezas.combinadas
        if _ultima_fila(rango) > diseno.filas.datos
    ]


def _ultima_fila(rango: str) -> int:
    """`B3:C8` → 8; desde 1."""
    digitos = "".join(c for c in rango.rpartition(":")[2] if c.isdigit())
    return int(digitos) if digitos else 0
