"""Las formas que se repiten en los contrastes: contar, sumar, repetir y decir qué falta."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import replace
from math import ceil, floor

from tablero.calculo.conciliacion import Contraste, Datos, Publicado, contrastar, publicado
from tablero.calculo.intervalos import Intervalo, por_ciento, sumar
from tablero.formato import enumerar, numero, numero_justo
from tablero.modelo.base import Hecho

ES_SUMA = "La fuente no imprime este total: es la suma de lo que publica."
ES_CONTEO = "La fuente no imprime este total: es el conteo de lo que publica."
"""Con esto empieza la explicación de un contraste cuyo «publicado» no está impreso."""

ENTERO = 0
CENTESIMAS = 2


def conteo(filas: Sized) -> Intervalo:
    """Cuántas filas hay: exacto."""
    return Intervalo.exacto(len(filas))


def suma_exacta(conteos: Iterable[float]) -> Intervalo:
    """La suma de una columna de conteos: no tiene redondeo."""
    return sumar(Intervalo.exacto(cuantos) for cuantos in conteos)


def escrito(pct: float, decimales: int | None) -> Intervalo:
    """Un porcentaje impreso con esos `decimales`; si su fila no los dice, exacto."""
    precision = None if decimales is None else unidad_del_ultimo_digito(decimales)
    return Intervalo.escrito(pct, precision)


def unidad_del_ultimo_digito(decimales: int) -> float:
    """Cuánto vale una unidad del último dígito: 0,01 con dos decimales."""
    return float(f"1e-{decimales}")


def como_suma(partes: Iterable[float]) -> str:
    """`[63, 11]` → «63 + 11 = 74»."""
    valores = list(partes)
    return f"{' + '.join(numero_justo(v) for v in valores)} = {numero_justo(sum(valores))}"


def rango(intervalo: Intervalo, decimales: int = CENTESIMAS) -> str:
    """«entre 51,51 y 52,47», o el valor a secas si es exacto."""
    minimo, maximo = numero(intervalo.minimo, decimales), numero(intervalo.maximo, decimales)
    return minimo if minimo == maximo else f"entre {minimo} y {maximo}"


def enteros(intervalo: Intervalo) -> Intervalo | None:
    """Los números enteros que caben en un rango; `None` si no cabe ninguno."""
    minimo, maximo = ceil(intervalo.minimo), floor(intervalo.maximo)
    if minimo > maximo:
        return None
    return Intervalo(min(max(round(intervalo.valor), minimo), maximo), minimo, maximo)


def en_porcentaje(valor: float, maximo_decimales: int = CENTESIMAS) -> str:
    """`41.1` → «41,1 %», con los decimales que necesita."""
    return f"{numero_justo(valor, maximo_decimales)}\u00a0%"


def lista(nombres: Iterable[str]) -> str | None:
    """«a, b y c.» como frase; `None` si no hay ninguno.

    Bogotá va sin «, D.C.»: entre comas parecería otro nombre de la lista.
    """
    texto = enumerar([nombre.removesuffix(", D.C.") for nombre in nombres])
    return f"{texto}." if texto else None


def conteo_publicado(
    filas: Sequence[Hecho], unidad: str, cita: str | None = None
) -> Publicado | None:
    """Cuántas cosas lista la fuente, como cifra publicada; `None` si no lista ninguna."""
    return replace(publicado(filas[0], len(filas), unidad), cita=cita) if filas else None


def suma_publicada(
    filas: Sequence[Hecho], valores: Iterable[float], unidad: str, precision: float
) -> Publicado | None:
    """Lo que suman cifras publicadas una a una; su redondeo es la suma de los redondeos.

    `valores` son los de la columna que se suma, uno por fila.
    """
    conteo_de_filas = conteo_publicado(filas, unidad)
    if conteo_de_filas is None:
        return None
    return replace(conteo_de_filas, valor=float(sum(valores)), precision=precision * len(filas))


def suma_de_cifras(
    datos: Datos, codigo: str, descripcion: str, total: str, partes: Sequence[str]
) -> Iterator[Contraste]:
    """Una cifra contra la suma de otras; «no calculable» si esta fuente no trae alguna."""
    halladas = {parte: datos.cifra(parte) for parte in partes}
    presentes = [cifra for cifra in halladas.values() if cifra is not None]
    faltan = [parte for parte, cifra in halladas.items() if cifra is None]
    if faltan:
        calculado, explicacion = None, f"Esta fuente no trae {enumerar(faltan)}."
    else:
        calculado = sumar(cifra.intervalo for cifra in presentes)
        explicacion = f"{como_suma(cifra.valor for cifra in presentes)}."
    yield from contrastar(codigo, descripcion, datos.cifra(total), calculado, explicacion)


def parte_de(
    codigo: str, descripcion: str, porcentaje: Publicado | None, parte: float, total: float
) -> Iterator[Contraste]:
    """Un porcentaje contra el cociente de dos conteos."""
    calculado = por_ciento(Intervalo.exacto(parte), Intervalo.exacto(total)) if total else None
    cociente = f"{numero(parte)} de {numero(total)}"
    texto = f"{cociente} son {en_porcentaje(calculado.valor)}." if calculado else f"{cociente}."
    yield from contrastar(codigo, descripcion, porcentaje, calculado, texto)


def sin_partes(datos: Datos, filas: Iterable[tuple[str, str, str]]) -> Iterator[Contraste]:
    """Cifras que no se pueden recomponer: (código de la cifra, descripción, qué falta)."""
    for codigo, descripcion, falta in filas:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), None, falta)
