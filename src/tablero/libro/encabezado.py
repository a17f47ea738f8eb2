"""La fila 1 de una hoja: qué columna del modelo hay en cada lugar."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from tablero.errores import ErrorDeCelda
from tablero.libro.convertir import mostrar, vacia
from tablero.libro.fila import LugarDeHoja, letras
from tablero.modelo import Columna, Tabla
from tablero.modelo.celda import RenglonDeCeldas
from tablero.texto import limpiar, plano

PARECIDO_MINIMO = 0.6


@dataclass(frozen=True)
class Encabezado:
    """Lugar (desde 0) → columna del modelo, y los errores de la fila."""

    columnas: dict[int, Columna]
    errores: tuple[ErrorDeCelda, ...]


def leer_encabezado(celdas: RenglonDeCeldas, tabla: type[Tabla], lugar: LugarDeHoja) -> Encabezado:
    """Reconoce cada encabezado por el título o el nombre de su columna, en cualquier orden."""
    columnas: dict[int, Columna] = {}
    vistas: dict[str, str] = {}
    errores: list[ErrorDeCelda] = []
    conocidas = _por_encabezado(tabla.columnas_libro())
    for indice, celda in enumerate(celdas):
        if vacia(celda):
            continue
        texto = limpiar(celda) if isinstance(celda, str) else mostrar(celda)
        columna = conocidas.get(texto)
        nombre_celda = f"{letras(indice + 1)}1"
        if columna is None:
            mensaje = _desconocida(texto, tabla)
            errores.append(lugar.error(mensaje, columna=mostrar(celda), celda=nombre_celda))
        elif columna.nombre in vistas:
            mensaje = f"está repetida: ya está en {vistas[columna.nombre]}; deje una sola."
            errores.append(lugar.error(mensaje, columna=columna.titulo, celda=nombre_celda))
        else:
            vistas[columna.nombre] = nombre_celda
            columnas[indice] = columna
    errores += [
        lugar.error("falta esta columna en la fila 1.", columna=c.titulo)
        for c in tabla.columnas_libro()
        if c.nombre not in vistas
    ]
    return Encabezado(columnas, tuple(errores))


def mas_parecido(
    texto: str, conocidos: Iterable[str], minimo: float = PARECIDO_MINIMO
) -> str | None:
    """El conocido más parecido, sin fijarse en tildes, mayúsculas ni signos; `None` si ninguno."""
    por_forma = {plano(c): c for c in conocidos}
    cercanos = difflib.get_close_matches(plano(texto), por_forma, 1, minimo)
    return por_forma[cercanos[0]] if cercanos else None


def proponer(texto: str, conocidos: Iterable[str]) -> str:
    """«; ¿quiso decir «…»?» con el conocido más parecido; si ninguno se parece, que se borre."""
    cercano = mas_parecido(texto, conocidos)
    return f"; ¿quiso decir «{cercano}»?" if cercano else "; bórrela."


def _por_encabezado(columnas: Iterable[Columna]) -> dict[str, Columna]:
    """Título o nombre → columna; el título manda si coincidiera con el nombre de otra."""
    columnas = tuple(columnas)
    return {c.nombre: c for c in columnas} | {c.titulo: c for c in columnas}


def _desconocida(texto: str, tabla: type[Tabla]) -> str:
    if texto in _por_encabezado(tabla.columnas()):
        return "la llena el tablero; bórrela."
    titulos = [c.titulo for c in tabla.columnas_libro()]
    return f"no es una columna de esta hoja{proponer(texto, titulos)}"
