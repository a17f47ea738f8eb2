"""Un PDF hecho con Typst en este equipo y sin internet: lo común a todos los que hace el tablero.

Los mismos datos dan el mismo archivo, byte por byte: la letra es la del paquete y no la del equipo,
y la fecha del documento es la del corte. Cumple PDF/UA-1: lleva título, lengua, orden de lectura y
texto alternativo en cada imagen.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Literal

import typst

from tablero import tema
from tablero.exportar import imagen, marca

AUTOR = "Tablero de Control de la población migrante internacional"
NORMA: Literal["ua-1"] = "ua-1"
COLORES = {
    "acento": tema.ACENTO,
    "letra": tema.CLARO["textColor"],
    "gris": tema.SEMAFORO["no vigente"].color,
    "borde": tema.GRIS_CLARO,
    "fondo": tema.FONDO_ENCABEZADO_LIBRO,
    "simulado": tema.SIMULADO,
    "sobre_simulado": tema.SIMULADO_TEXTO,
}


def compilar(plantilla: Traversable, contenido: Mapping[str, Any], *, es_simulado: bool) -> bytes:
    """El PDF de una plantilla, que lee su contenido de `sys.inputs.contenido` (JSON).

    Además del contenido, recibe los colores, la letra, el autor y la marca de lo simulado.
    """
    simulado = {"aviso": marca.AVISO, "explicacion": marca.EXPLICACION}
    completo = {
        "colores": COLORES,
        "letra": imagen.LETRA_DEL_PAPEL,
        "autor": AUTOR,
        "simulado": simulado if es_simulado else None,
        **contenido,
    }
    return typst.compile(
        plantilla.read_bytes(),
        sys_inputs={"contenido": json.dumps(completo, ensure_ascii=False)},
        font_paths=_letra(),
        ignore_system_fonts=True,
        pdf_standards=NORMA,
        timestamp=0,
    )


@cache
def _letra() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(imagen.carpeta_de_letra())],
    )
