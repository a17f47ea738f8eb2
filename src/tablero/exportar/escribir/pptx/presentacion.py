"""Una presentación (.pptx) entera, sobre la plantilla propia o la de otro."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tablero.exportar.escribir.oficina.empaquetar import guardar
from tablero.exportar.escribir.oficina.propiedades import describir
from tablero.exportar.escribir.pptx import disenos, una
from tablero.exportar.escribir.pptx.diapositiva import Diapositiva
from tablero.exportar.escribir.pptx.plantilla import nueva


def escribir(
    hojas: Iterable[Diapositiva],
    plantilla: Path | None,
    *,
    titulo: str,
    tema: str,
    dia: date,
    es_simulado: bool,
) -> bytes:
    """El archivo; las mismas diapositivas dan los mismos bytes.

    `plantilla` es una distinta de la propia. `ErrorTablero`, con lo que le falta, si no tiene los
    diseños que las diapositivas piden.
    """
    presentacion = nueva() if plantilla is None else disenos.abrir(plantilla)
    for hoja in hojas:
        sigue: Diapositiva | None = hoja
        while sigue is not None:
            sigue = una.escribir(presentacion, sigue, es_simulado=es_simulado)
    describir(presentacion.core_properties, titulo=titulo, tema=tema, dia=dia)
    return guardar(presentacion)
