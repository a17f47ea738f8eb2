"""Las diapositivas de una sesión (.pptx), sobre la plantilla propia o la de otro."""

from io import BytesIO
from pathlib import Path

from tablero.exportar.laminas import disenos, una
from tablero.exportar.laminas.diapositiva import Diapositiva
from tablero.exportar.laminas.guion import diapositivas
from tablero.exportar.laminas.plantilla import nueva
from tablero.exportar.oficina import palabras
from tablero.exportar.oficina.empaquetar import empaquetar
from tablero.exportar.oficina.propiedades import describir
from tablero.respuestas.acta import Acta


def escribir(acta: Acta, plantilla: Path | None = None) -> bytes:
    """El archivo; la misma acta da los mismos bytes.

    `plantilla` es una distinta de la propia. `ErrorTablero`, con lo que le falta, si no tiene los
    diseños que las diapositivas piden.
    """
    presentacion = nueva() if plantilla is None else disenos.abrir(plantilla)
    for hoja in diapositivas(acta):
        sigue: Diapositiva | None = hoja
        while sigue is not None:
            sigue = una.escribir(presentacion, sigue, es_simulado=acta.es_simulado)
    describir(
        presentacion.core_properties,
        titulo=f"{palabras.de_la_sesion(acta.sesion)} del Comité",
        tema=palabras.edicion(acta),
        dia=acta.sesion.fecha,
    )
    salida = BytesIO()
    presentacion.save(salida)
    return empaquetar(salida.getvalue())
