"""Lee el libro de una fuente: `.xlsx`, `.ods` o una carpeta con un `.csv` por tabla.

Nada se corrige, se descarta ni se vacía en silencio, y se informa todo lo que esté mal, no solo
lo primero. Lo que se leyó distinto de como está escrito, donde importa, es un aviso. Las reglas
que miran más de una celda (claves, referencias, nombres) están en `reglas`.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from tablero.errores import ArchivoIlegible
from tablero.libro.abrir import abrir_libro
from tablero.libro.convertir import convertir
from tablero.libro.fila import FilaLeida, LugarDeHoja
from tablero.libro.hojas_de_mas import revisar_hojas
from tablero.libro.lector_hojas import abrir_hojas_de
from tablero.libro.leer_csv import leer_carpeta
from tablero.libro.leer_tabla import leer_tabla
from tablero.libro.leido import Lectura, LibroLeido
from tablero.modelo import Tabla
from tablero.texto import limpiar

__all__ = ["FilaLeida", "LibroLeido", "leer_libro"]


def leer_libro(
    ruta: Path, tablas: Sequence[type[Tabla]], nombre: str, *, sin_datos: Collection[str] = ()
) -> LibroLeido:
    """Lee `ruta`, que se muestra como `nombre`, con una hoja (o un `.csv`) por tabla.

    `sin_datos` son las hojas que también trae y no se leen, como la que dice cómo se llena.
    """
    try:
        if ruta.is_dir():
            return leer_carpeta(ruta, tablas, nombre)
        return _leer_hojas(ruta, tablas, nombre, sin_datos)
    except ArchivoIlegible as error:
        vacio = Lectura(tablas)
        vacio.errores.append(LugarDeHoja(nombre).error(str(error)))
        return vacio.terminar()


def _leer_hojas(
    ruta: Path, tablas: Sequence[type[Tabla]], nombre: str, sin_datos: Collection[str]
) -> LibroLeido:
    esperadas = {t.hoja for t in tablas}
    revisado = abrir_libro(ruta, lambda hoja: limpiar(hoja) in esperadas)
    lectura = Lectura(tablas)
    lectura.errores, lectura.avisos = revisar_hojas(revisado.hojas, tablas, nombre, sin_datos)
    hojas = {limpiar(hoja.nombre): hoja for hoja in revisado.leidas}
    with abrir_hojas_de(revisado) as lector:
        for tabla in tablas:
            lugar = LugarDeHoja(nombre, tabla.hoja)
            hoja = hojas.get(tabla.hoja)
            if hoja is None:
                continue
            try:
                celdas = lector.leer(hoja)
            except ArchivoIlegible as error:
                lectura.errores.append(lugar.error(str(error)))
                continue
            lectura.agregar(tabla, leer_tabla(celdas, tabla, lugar, convertir, hoja.rarezas))
    return lectura.terminar()
