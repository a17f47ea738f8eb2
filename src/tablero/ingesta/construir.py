"""De los libros al archivo DuckDB: todo o nada.

Se escribe un archivo nuevo al lado del viejo y solo al final lo reemplaza, de una vez. Si algo
falla, o si alguien interrumpe la construcción, el tablero anterior queda entero.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import Any

import duckdb
import pyarrow as pa
from pydantic import ValidationError

from tablero.calculo import derivar
from tablero.calculo.conciliacion import conciliar
from tablero.calculo.contrastes import POR_DOCUMENTO
from tablero.calculo.ipt import TABLAS_CALCULADAS, supuestos
from tablero.derivados.ddl import esquema
from tablero.errores import ErrorDeCelda, ErroresDeDatos, ErrorTablero
from tablero.ingesta.fuentes import Documento, descubrir
from tablero.ingesta.leer_libro import leer_libro
from tablero.ingesta.reglas import Leidas, revisar
from tablero.ingesta.sello import exigir_sellos
from tablero.ingesta.simulados import exigir_su_lugar, filas_de_otra_clase, son_simulados
from tablero.modelo import LIBROS, TABLAS, Origen, Tabla

Avisar = Callable[[str], None]
Filas = dict[str, list[dict[str, Any]]]

INTENTOS_DE_REEMPLAZO = 20
SEGUNDOS_ENTRE_INTENTOS = 0.25
SEGUNDOS_DE_UN_RESTO = 3600.0


@dataclass(frozen=True)
class Informe:
    """Qué se construyó: filas por tabla y segundos."""

    filas: Mapping[str, int]
    segundos: float


def construir(fuentes: Path, destino: Path, avisar: Avisar = lambda _: None) -> Informe:
    """Construye `destino` con los libros de `fuentes`.

    `avisar` recibe cada paso en palabras. `ErroresDeDatos` con todos los errores y
    `LibroSinSellar` dejan `destino` como estaba.
    """
    inicio = time.perf_counter()
    documentos = descubrir(fuentes)
    if son_simulados(documentos):
        exigir_su_lugar(fuentes, destino)
    exigir_sellos(documentos)
    filas = validar(documentos, avisar)
    avisar("Calculando semáforo, avances y conciliaciones…")
    completas = calcular(filas, documentos)
    avisar("Escribiendo el archivo DuckDB…")
    escribir(completas, destino)
    return Informe({n: len(f) for n, f in completas.items()}, time.perf_counter() - inicio)


def validar(documentos: Sequence[Documento], avisar: Avisar = lambda _: None) -> Filas:
    """Lee y revisa todos los libros; `ErroresDeDatos` con todo lo que esté mal."""
    son_simulados(documentos)  # una mezcla se dice antes de leer nada
    leidas = Leidas(tabla.tabla for tablas in LIBROS.values() for tabla in tablas)
    errores: list[ErrorDeCelda] = []
    for documento in documentos:
        avisar(f"Leyendo {documento.ruta_corta}…")
        leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
        errores += leido.errores
        leidas.agregar(documento, leido)
    errores += revisar(leidas)
    errores += filas_de_otra_clase(leidas)
    if errores:
        raise ErroresDeDatos(errores)
    return {
        nombre: [{**fila.valores, "fuente_codigo": d.fuente_codigo} for d, fila in filas]
        for nombre, filas in leidas.items()
    }


def calcular(filas: Filas, documentos: Sequence[Documento]) -> Filas:
    """Agrega lo que se deduce y comprueba cada fila final contra su clase."""
    productos = filas["politica_productos"]
    avances = filas["politica_avances"]
    completas = {
        **filas,
        "fuentes": [d.fila() for d in documentos],
        "ipt_priorizados": derivar.priorizados(filas["ipt_priorizados"], filas["clusteres"]),
        "centros_atenciones": derivar.atenciones(
            filas["centros_atenciones"], filas["centros_integrate"]
        ),
        "politica_avances": derivar.avances(avances, productos),
        "politica_cortes": derivar.cortes(filas["politica_cortes"], productos, avances),
        "politica_objetivos": derivar.objetivos(filas["politica_objetivos"], productos, avances),
    }
    completas["ipt_supuestos"] = supuestos.filas(filas["ipt_indicadores"])
    completas |= _calcular_ipt(filas)
    completas["conciliaciones"] = conciliar(completas, POR_DOCUMENTO)
    return {t.tabla: _comprobar(t, completas[t.tabla]) for t in TABLAS}


def _calcular_ipt(filas: Filas) -> Filas:
    """Las tablas del índice; vacías si nadie ha cargado valores."""
    if not filas["ipt_valores"]:
        return {tabla: [] for tabla in TABLAS_CALCULADAS}
    # Las librerías del análisis tardan más en cargar que todo lo demás: solo si hay qué analizar.
    from tablero.calculo.ipt.motor import calcular as calcular_ipt  # noqa: PLC0415

    return calcular_ipt(filas["ipt_valores"], filas["ipt_direcciones"], filas["ipt_indicadores"])


def _comprobar(tabla: type[Tabla], filas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Las filas, ordenadas por su clave, después de pasar por el modelo."""
    deducidas = {c.nombre for c in tabla.columnas() if c.origen is Origen.CONSTRUCCION}
    try:
        modelos = [tabla.model_validate(fila) for fila in filas]
    except ValidationError as error:
        campo = ".".join(str(p) for p in error.errors()[0]["loc"])
        origen = "calculada" if campo in deducidas else "leída"
        raise ErrorTablero(
            f"Error interno: la columna {origen} «{campo}» de {tabla.tabla} no cumple el modelo: "
            f"{error.errors()[0]['msg']}"
        ) from error
    return sorted(
        (modelo.model_dump() for modelo in modelos),
        key=lambda fila: tuple((fila[c] is None, fila[c]) for c in tabla.clave),
    )


def escribir(filas: Filas, destino: Path) -> None:
    """Escribe un archivo nuevo y reemplaza `destino` de una vez."""
    destino.parent.mkdir(parents=True, exist_ok=True)
    _limpiar_restos(destino)
    # Un nombre propio por construcción: dos a la vez no se estorban y gana la última.
    manejador, nombre = mkstemp(prefix=f"{destino.name}.", suffix=".tmp", dir=destino.parent)
    os.close(manejador)
    temporal = Path(nombre)
    temporal.unlink()
    try:
        _volcar(filas, temporal)
        _reemplazar(temporal, destino)
    finally:
        temporal.unlink(missing_ok=True)


def _volcar(filas: Filas, ruta: Path) -> None:
    # Bloques pequeños: con los de siempre, treinta y ocho tablas cortas ocuparían veinte megas.
    with duckdb.connect(str(ruta), config={"default_block_size": "16384"}) as conexion:
        conexion.execute("BEGIN")
        conexion.execute(esquema())
        for tabla in TABLAS:
            if not filas[tabla.tabla]:
                continue
            lote = pa.Table.from_pylist(filas[tabla.tabla])
            conexion.register("lote", lote)
            conexion.table("lote").select(*(c.nombre for c in tabla.columnas())).insert_into(
                tabla.tabla
            )
            conexion.unregister("lote")
        conexion.execute("COMMIT")
        conexion.execute("CHECKPOINT")


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
