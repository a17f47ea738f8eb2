"""El Índice de Priorización Territorial calculado con los valores que alguien cargó."""

from tablero.consultas.base import Base, Resultado
from tablero.modelo.ipt import Metodo


def ediciones(base: Base) -> Resultado:
    """Las ediciones cargadas, la más nueva primero; sin filas si nadie ha cargado valores."""
    return base.consultar("ipt/ediciones")


def clasificacion(base: Base, *, edicion: str, departamento: str | None) -> Resultado:
    """Los municipios por su orden calculado; al final, los que no tienen puntaje y por qué."""
    return base.consultar("ipt/clasificacion", edicion=edicion, departamento=departamento)


def normalizados(base: Base, *, edicion: str) -> Resultado:
    """El valor normalizado de cada indicador en cada municipio con puntaje."""
    return base.consultar("ipt/normalizados", edicion=edicion)


def aportes(base: Base, *, edicion: str, municipio: str) -> Resultado:
    """Lo que aporta cada indicador al puntaje de un municipio."""
    return base.consultar("ipt/aportes", edicion=edicion, municipio=municipio)


def pesos(base: Base, *, edicion: str) -> Resultado:
    """El peso, la dirección y la carga de cada indicador, entre o no."""
    return base.consultar("ipt/pesos", edicion=edicion)


def ejes(base: Base, *, edicion: str) -> Resultado:
    """Los ejes (componentes principales), de mayor a menor varianza."""
    return base.consultar("ipt/ejes", edicion=edicion)


def categorias(base: Base, *, edicion: str, metodo: Metodo) -> Resultado:
    """Los tramos de las cinco categorías, de muy alto a muy bajo."""
    return base.consultar("ipt/categorias", edicion=edicion, metodo=metodo)


def diagnosticos(base: Base, *, edicion: str) -> Resultado:
    """Las revisiones de los valores y del índice, en su orden."""
    return base.consultar("ipt/diagnosticos", edicion=edicion)


def comparacion(base: Base, *, edicion: str) -> Resultado:
    """Los priorizados, con su orden publicado y el calculado entre ellos mismos."""
    return base.consultar("ipt/comparacion", edicion=edicion)


def supuestos(base: Base) -> Resultado:
    """Los indicadores publicados y la dirección que se supone de cada uno."""
    return base.consultar("ipt/supuestos")
