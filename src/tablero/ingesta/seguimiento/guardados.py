"""Las filas de los libros, en una carpeta, mientras se construye el tablero.

Las del corpus de una ciudad pasan de un millón: cada política guarda las suyas y al final se leen
tabla por tabla, sin tenerlas todas a la vez en la memoria.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

COMPRESION = "lz4"


@dataclass
class Guardados:
    """Lo guardado en una carpeta."""

    carpeta: Path
    filas: Counter[str] = field(default_factory=Counter)
    """Tabla → cuántas filas suyas hay."""

    def lector(self, tabla: str) -> pa.RecordBatchReader | None:
        """Las filas de una tabla, de a poco; `None` si no hay."""
        rutas = sorted((self.carpeta / tabla).glob("*.arrow"))
        if not rutas:
            return None
        with pa.OSFile(str(rutas[0])) as archivo:
            esquema = pa.ipc.open_file(archivo).schema
        return pa.RecordBatchReader.from_batches(esquema, _leer(rutas))


def guardar(carpeta: Path, politica: str, por_tabla: Mapping[str, list[pa.Table]]) -> Counter[str]:
    """Guarda las tablas de una política; devuelve cuántas filas lleva cada una."""
    filas: Counter[str] = Counter()
    for tabla, lotes in por_tabla.items():
        destino = carpeta / tabla
        destino.mkdir(parents=True, exist_ok=True)
        opciones = pa.ipc.IpcWriteOptions(compression=COMPRESION)
        with (
            pa.OSFile(str(destino / f"{politica}.arrow"), "wb") as archivo,
            pa.ipc.new_file(archivo, lotes[0].schema, options=opciones) as salida,
        ):
            for lote in lotes:
                salida.write_table(lote)
                filas[tabla] += lote.num_rows
    return filas


def _leer(rutas: list[Path]) -> Iterator[pa.RecordBatch]:
    for ruta in rutas:
        with pa.OSFile(str(ruta)) as archivo:
            partes = pa.ipc.open_file(archivo)
            for i in range(partes.num_record_batches):
                yield partes.get_batch(i)
