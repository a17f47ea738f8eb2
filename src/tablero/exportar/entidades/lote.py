"""El PDF y el CSV de cada entidad, de una vez, en una carpeta.

Todos o ninguno: ningún archivo queda en la carpeta hasta que el último está hecho.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.consultas import politica as consultas
from tablero.consultas.base import Base
from tablero.exportar.csv_oficial import a_csv
from tablero.exportar.entidades import pdf
from tablero.exportar.entidades.hoja import Hoja, hoja, nombres
from tablero.exportar.fichas.hoja import Preguntar, lista

Avisar = Callable[[int, int, str], None]
"""Recibe cuántas entidades van, cuántas son y el nombre del PDF que acaba de hacerse."""


def escribir(base: Base, destino: Path, avisar: Avisar | None = None) -> list[Path]:
    """Escribe en `destino` los archivos de cada entidad en el último corte de cada política.

    Devuelve sus rutas. Los productos sin entidad en la fuente llevan también los suyos.
    """
    destino.mkdir(parents=True, exist_ok=True)
    hojas = list(_hojas(lambda consulta, **parametros: consulta(base, **parametros)))
    with TemporaryDirectory(dir=destino) as aparte:
        escritos: list[Path] = []
        for van, una in enumerate(hojas, start=1):
            en_pdf, en_csv = (
                Path(aparte) / pdf.nombre(una, extension, es_simulado=base.es_simulado)
                for extension in ("pdf", "csv")
            )
            en_pdf.write_bytes(pdf.compilar(una, es_simulado=base.es_simulado))
            en_csv.write_bytes(a_csv(una.productos.datos, "excel"))
            escritos += [en_pdf, en_csv]
            if avisar is not None:
                avisar(van, len(hojas), en_pdf.name)
        return [ruta.replace(destino / ruta.name) for ruta in escritos]


def _hojas(preguntar: Preguntar) -> Iterator[Hoja]:
    for fila in lista(preguntar(consultas.politicas)):
        politica, corte = fila["politica_codigo"], fila["corte_fecha"]
        for entidad in nombres(preguntar, politica=politica, corte=corte):
            yield hoja(
                preguntar,
                entidad=entidad,
                politica=politica,
                nombre=fila["politica_nombre"],
                corte=corte,
            )
