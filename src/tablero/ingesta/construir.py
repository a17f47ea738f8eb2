"""De los libros al archivo DuckDB: todo o nada.

Se escribe un archivo nuevo al lado del viejo y solo al final lo reemplaza, de una vez. Si algo
falla, o si alguien interrumpe la construcción, el tablero anterior queda entero.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp
from typing import Any

import duckdb
import pyarrow as pa

from tablero.calculo.entidades import Directorio
from tablero.derivados.ddl import ALMACEN, esquema
from tablero.errores import ErrorDeCelda, ErroresDeDatos, ErrorTablero
from tablero.ingesta.calcular import Filas, calcular
from tablero.ingesta.comprobar import a_lote, comprobar
from tablero.ingesta.fuentes import Documento, descubrir
from tablero.ingesta.leer_libro import leer_libro
from tablero.ingesta.plan.carpetas import descubrir_planes
from tablero.ingesta.plan.corpus import Planes, con_vigencias, leer_planes, referencias
from tablero.ingesta.rangos import rangos_vigentes
from tablero.ingesta.reglas import Leidas, revisar
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento, descubrir_seguimiento
from tablero.ingesta.seguimiento.corpus import leer_corpus
from tablero.ingesta.seguimiento.guardados import Guardados
from tablero.ingesta.sello import exigir_sellos
from tablero.ingesta.simulados import exigir_su_lugar, filas_de_otra_clase, son_simulados
from tablero.modelo import LIBROS, TABLAS, TABLAS_DE_PLAN

Avisar = Callable[[str], None]
INTENTOS_DE_REEMPLAZO = 20
SEGUNDOS_ENTRE_INTENTOS = 0.25
SEGUNDOS_DE_UN_RESTO = 3600.0


@dataclass(frozen=True)
class Informe:
    """Qué se construyó: filas por tabla y segundos."""

    filas: Mapping[str, int]
    segundos: float
    avisos: Sequence[ErrorDeCelda] = ()
    """Lo que conviene mirar en los libros y no impidió construir."""


def construir(fuentes: Path, destino: Path, avisar: Avisar = lambda _: None) -> Informe:
    """Construye `destino` con los libros de `fuentes`.

    `avisar` recibe cada paso en palabras. `ErroresDeDatos` con todos los errores y
    `LibroSinSellar` dejan `destino` como estaba.
    """
    inicio = time.perf_counter()
    documentos, libros = descubrir(fuentes), descubrir_seguimiento(fuentes)
    planes = descubrir_planes(fuentes)
    if son_simulados([*documentos, *libros, *planes]):
        exigir_su_lugar(fuentes, destino)
    exigir_sellos([*documentos, *libros, *planes])
    avisos: list[ErrorDeCelda] = []
    filas = validar(documentos, avisar, avisos)
    avisar("Calculando semáforo, avances y conciliaciones…")
    rangos = rangos_vigentes(filas["semaforo_rangos"])
    # De un corte con solo los resultados todavía no hay nada que mostrar.
    con_productos = [libro for libro in libros if libro.esta_completo]
    completas = calcular(filas, documentos, con_productos, rangos, planes)
    leidos = leer_planes(planes, filas["politica_ajustes"])
    completas |= de_los_planes(leidos, completas["politica_cortes"], con_productos)
    with TemporaryDirectory(prefix="construccion-") as carpeta:
        guardados = leer_corpus(
            con_productos,
            filas["politica_productos"],
            filas["politica_avances"],
            rangos,
            Directorio(filas["entidades"], filas["entidades_grafias"]),
            carpeta=Path(carpeta),
            avisar=avisar,
            referencias=referencias(leidos, filas["politica_ajustes"]),
        )
        avisar("Escribiendo el archivo DuckDB…")
        escribir(completas, destino, guardados)
    cuantas = {n: len(f) + guardados.filas[n] for n, f in completas.items()}
    return Informe(cuantas, time.perf_counter() - inicio, avisos)


def de_los_planes(
    planes: Planes, cortes: Sequence[Mapping[str, Any]], libros: Sequence[DocumentoSeguimiento]
) -> Filas:
    """Las tablas del plan de acción, con la versión que vale en cada corte de su política."""
    de_informes = [(c["politica_codigo"], c["corte_fecha"]) for c in cortes]
    de_libros = [(libro.politica_codigo, libro.ficha.corte_fecha) for libro in libros]
    filas = con_vigencias(planes, [*de_informes, *de_libros])
    return {t.tabla: comprobar(t, filas.get(t.tabla, [])) for t in TABLAS_DE_PLAN}


def validar(
    documentos: Sequence[Documento],
    avisar: Avisar = lambda _: None,
    avisos: list[ErrorDeCelda] | None = None,
) -> Filas:
    """Lee y revisa todos los libros; `ErroresDeDatos` con todo lo que esté mal.

    Los avisos de cada libro se agregan a `avisos`.
    """
    son_simulados(documentos)  # una mezcla se dice antes de leer nada
    leidas = Leidas(tabla.tabla for tablas in LIBROS.values() for tabla in tablas)
    errores: list[ErrorDeCelda] = []
    for documento in documentos:
        avisar(f"Leyendo {documento.ruta_corta}…")
        leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
        errores += leido.errores
        if avisos is not None:
            avisos += leido.avisos
        leidas.agregar(documento, leido)
    errores += revisar(leidas)
    errores += filas_de_otra_clase(leidas)
    if errores:
        raise ErroresDeDatos(errores)
    return {
        nombre: [{**fila.valores, "fuente_codigo": d.fuente_codigo} for d, fila in filas]
        for nombre, filas in leidas.items()
    }


def escribir(filas: Filas, destino: Path, guardados: Guardados) -> None:
    """Escribe un archivo nuevo y reemplaza `destino` de una vez."""
    destino.parent.mkdir(parents=True, exist_ok=True)
    _limpiar_restos(destino)
    # Un nombre propio por construcción: dos a la vez no se estorban y gana la última.
    manejador, nombre = mkstemp(prefix=f"{destino.name}.", suffix=".tmp", dir=destino.parent)
    os.close(manejador)
    temporal = Path(nombre)
    temporal.unlink()
    try:
        _volcar(filas, temporal, guardados)
        _reemplazar(temporal, destino)
    finally:
        temporal.unlink(missing_ok=True)


def _volcar(filas: Filas, ruta: Path, guardados: Guardados) -> None:
    # Bloques pequeños: con los de siempre, medio centenar de tablas cortas ocuparía treinta megas.
    # Un solo hilo: insertar así tarda menos y pide menos memoria.
    opciones: dict[str, str | bool | int | float | list[str]] = {
        "default_block_size": "16384",
        "threads": 1,
        "storage_compatibility_version": ALMACEN,
    }
    with duckdb.connect(str(ruta), config=opciones) as conexion:
        conexion.execute("BEGIN")
        conexion.execute(esquema())
        for tabla in TABLAS:
            if filas[tabla.tabla]:
                _insertar(conexion, tabla.tabla, a_lote(tabla, filas[tabla.tabla]))
        conexion.execute("COMMIT")
        # Aparte y tabla por tabla: una sola transacción las tendría todas en la memoria.
        for tabla in TABLAS:
            if (lector := guardados.lector(tabla.tabla)) is not None:
                _insertar(conexion, tabla.tabla, lector)
        conexion.execute("CHECKPOINT")


def _insertar(
    conexion: duckdb.DuckDBPyConnection, tabla: str, lote: pa.Table | pa.RecordBatchReader
) -> None:
    conexion.register("lote", lote)
    conexion.table("lote").insert_into(tabla)
    conexion.unregister("lote")


def _reemplazar(temporal: Path, destino: Path) -> None:
    """`os.replace`, con paciencia: en Windows falla mientras otro programa copia el archivo."""
    for intento in range(INTENTOS_DE_REEMPLAZO):
        try:
            temporal.replace(destino)
        except PermissionError:
            if intento == INTENTOS_DE_REEMPLAZO - 1:
                raise ErrorTablero(
                    f"No se pudo reemplazar {destino.name}: otro programa lo tiene abierto. "
                    "Ciérrelo y construya de nuevo; el tablero anterior sigue intacto."
                ) from None
            time.sleep(SEGUNDOS_ENTRE_INTENTOS)
        else:
            return


def _limpiar_restos(destino: Path) -> None:
    """Borra lo que dejaron construcciones interrumpidas hace más de una hora."""
    for resto in destino.parent.glob(f"{destino.name}.*.tmp*"):
        if time.time() - resto.stat().st_mtime > SEGUNDOS_DE_UN_RESTO:
            resto.unlink(missing_ok=True)
