"""Las hojas de un libro frente a las que se esperan: la que falta, la que sobra y la escondida.

Una hoja que no es de las nuestras no se lee ni impide nada. Pero si se parece a una nuestra, puede
ser la nuestra mal escrita, o la otra mitad de sus filas: entonces es un error.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from tablero.errores import ErrorDeCelda
from tablero.libro.encabezado import PARECIDO_MINIMO, mas_parecido
from tablero.libro.fila import LugarDeHoja
from tablero.libro.revisado import HojaDelLibro
from tablero.modelo import Tabla
from tablero.texto import limpiar, visible

CASI_IGUAL = 0.85
"""Cuánto se debe parecer a una hoja que sí está para sospechar que es parte de ella."""
NO_ES = "no es una hoja de este libro"
SIN_CELDAS = "es de gráfico, de diálogo o de macros: no tiene celdas."


def revisar_hojas(
    hojas: Sequence[HojaDelLibro],
    tablas: Sequence[type[Tabla]],
    nombre: str,
    sin_datos: Collection[str] = (),
) -> tuple[list[ErrorDeCelda], list[ErrorDeCelda]]:
    """Los errores y los avisos de las hojas de un libro; de las `sin_datos`, no se dice nada."""
    esperadas = [t.hoja for t in tablas]
    veces = Counter(limpiar(hoja.nombre) for hoja in hojas)
    faltan = [hoja for hoja in esperadas if hoja not in veces]
    errores: list[ErrorDeCelda] = []
    avisos: list[ErrorDeCelda] = []
    for hoja in hojas:
        if limpiar(hoja.nombre) in sin_datos:
            continue
        if limpiar(hoja.nombre) in esperadas:
            lugar = LugarDeHoja(nombre, limpiar(hoja.nombre))
            if not hoja.tiene_celdas:
                errores.append(lugar.error(SIN_CELDAS))
            elif hoja.esta_oculta:
                avisos.append(lugar.error(f"está {hoja.estado} y se lee igual; muéstrela."))
        elif hoja.tiene_celdas:
            lugar = LugarDeHoja(nombre, visible(hoja.nombre))
            no_es = f"{f'está {hoja.estado} y ' if hoja.esta_oculta else ''}{NO_ES}"
            if parecida := _parecida(hoja, faltan, esperadas):
                errores.append(lugar.error(f"{no_es}; ¿quiso decir «{parecida}»?"))
            else:
                avisos.append(lugar.error(f"{no_es}: no se lee."))
    errores += [
        LugarDeHoja(nombre, hoja).error("hay otra hoja con este mismo nombre; deje una sola.")
        for hoja in esperadas
        if veces[hoja] > 1
    ]
    errores += [
        LugarDeHoja(nombre, t.hoja).error("falta esta hoja.")
        for t in tablas
        if t.hoja in faltan and not t.es_opcional
    ]
    return errores, avisos


def _parecida(hoja: HojaDelLibro, faltan: Sequence[str], esperadas: Sequence[str]) -> str | None:
    """La hoja nuestra que esta podría ser, o a la que podría quitarle filas."""
    if una := mas_parecido(hoja.nombre, faltan, PARECIDO_MINIMO):
        return una
    # Una copia escondida de una hoja que está no le quita filas a nadie.
    return None if hoja.esta_oculta else mas_parecido(hoja.nombre, esperadas, CASI_IGUAL)
