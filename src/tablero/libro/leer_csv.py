"""Una carpeta con un `<tabla>.csv` por tabla: UTF-8, coma, punto decimal, como en RFC 4180."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from tablero.errores import ArchivoIlegible, ErrorDeCelda
from tablero.formato import enumerar, numero
from tablero.libro.abrir import leer_octetos
from tablero.libro.archivos import partes_de, por_nombre
from tablero.libro.convertir import interpretar
from tablero.libro.encabezado import proponer
from tablero.libro.fila import LugarDeHoja
from tablero.libro.leer_tabla import leer_tabla
from tablero.libro.leido import Lectura, LibroLeido
from tablero.libro.limites import MAX_COLUMNAS, MAX_FILAS
from tablero.libro.rarezas import Rarezas
from tablero.modelo import Tabla
from tablero.texto import visible


def leer_carpeta(carpeta: Path, tablas: Sequence[type[Tabla]], nombre: str) -> LibroLeido:
    """Las filas de cada tabla y todos los errores de la carpeta."""
    lectura = Lectura(tablas)
    presentes = por_nombre(partes_de(carpeta))
    esperadas = {t.tabla for t in tablas}
    for tabla in tablas:
        suyos = presentes.get(tabla.tabla, [])
        lugar = LugarDeHoja(f"{nombre}/{suyos[0].name if suyos else f'{tabla.tabla}.csv'}")
        if len(suyos) > 1:
            nombres = enumerar([r.name for r in suyos])
            lectura.errores.append(lugar.error(f"hay varios de esta tabla ({nombres}); deje uno."))
            continue
        if not suyos:
            if not tabla.es_opcional:
                lectura.errores.append(lugar.error("falta este archivo."))
            continue
        try:
            celdas = _leer_csv(suyos[0])
        except ArchivoIlegible as error:
            lectura.errores.append(lugar.error(str(error)))
            continue
        if corridas := list(_corridas(celdas, lugar)):
            lectura.errores += corridas
        else:
            lectura.agregar(tabla, leer_tabla(celdas, tabla, lugar, interpretar, Rarezas()))
    for sobrante in sorted(presentes.keys() - esperadas):
        mensaje = f"no es una tabla de este libro{proponer(sobrante, esperadas)}"
        lectura.errores += [
            LugarDeHoja(f"{nombre}/{visible(ruta.name)}").error(mensaje)
            for ruta in presentes[sobrante]
        ]
    return lectura.terminar()


def _leer_csv(ruta: Path) -> list[list[str]]:
    """Los registros de un CSV; `ArchivoIlegible` si no es UTF-8 o no está bien formado."""
    datos = leer_octetos(ruta)
    try:
        texto = datos.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        linea = datos.count(b"\n", 0, error.start) + 1
        raise ArchivoIlegible(
            f"no está en UTF-8 (línea {linea}); guárdelo como «CSV UTF-8»."
        ) from None
    if texto.partition("\n")[0].count(";") > texto.partition("\n")[0].count(","):
        raise ArchivoIlegible("separa los valores con «;»; sepárelos con comas.")
    registros: list[list[str]] = []
    lector = csv.reader(StringIO(texto, newline=""), strict=True)
    try:
        for registro in lector:
            registros.append(registro)
            if len(registros) > MAX_FILAS:
                raise ArchivoIlegible(f"tiene más de {numero(MAX_FILAS)} filas, el máximo.")
            if len(registro) > MAX_COLUMNAS:
                raise ArchivoIlegible(f"tiene más de {MAX_COLUMNAS} columnas, el máximo.")
    except csv.Error:
        raise ArchivoIlegible(
            f"no es un CSV bien formado (línea {lector.line_num}); revise sus comillas."
        ) from None
    return registros


def _corridas(registros: Sequence[Sequence[str]], lugar: LugarDeHoja) -> Iterator[ErrorDeCelda]:
    """Las filas con más o menos valores que el encabezado: una coma de menos corre los demás."""
    ancho = len(registros[0]) if registros else 0
    for fila, registro in enumerate(registros, start=1):
        if registro and len(registro) != ancho:
            yield lugar.error(
                f"fila {fila}: tiene {len(registro)} valores y el encabezado, {ancho}; "
                "revise las comas y las comillas."
            )
