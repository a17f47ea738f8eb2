"""El «esquema de publicación de información» de la Ley 1712 de 2014: un renglón por tabla.

Los nueve datos que pide el Decreto 103 de 2015 en su artículo 42 (compilado en el Decreto 1081 de
2015, 2.1.1.5.3.2, y en el Decreto 1080 de 2015, 2.8.5.3.2), en su orden y con sus nombres.
"""

from collections.abc import Sequence

import pandas as pd

from tablero.exportar.paquete.conjunto import Conjunto, palabras_del_corte
from tablero.exportar.paquete.emision import Emision
from tablero.exportar.paquete.palabras import IDIOMA, frecuencia, lugar_de_consulta, productores

CAMPOS = (
    "Nombre o título de la información",
    "Idioma",
    "Medio de conservación y/o soporte",
    "Formato",
    "Fecha de generación de la información",
    "Frecuencia de actualización",
    "Lugar de consulta",
    "Nombre del responsable de la producción de la información",
    "Nombre del responsable de la información",
)
DE_MAS = ("Descripción", "Tabla", "Filas", "Corte de los datos", "Licencia")
"""Lo que el decreto no pide y ayuda a encontrarla."""
MEDIO = "Medio electrónico: archivo digital"
FORMATO = "Hoja de cálculo (CSV)"


def esquema_de_publicacion(emision: Emision, conjuntos: Sequence[Conjunto]) -> pd.DataFrame:
    """Una fila por tabla, con `CAMPOS` y `DE_MAS`."""
    filas = [_fila(emision, conjunto) for conjunto in conjuntos]
    return pd.DataFrame(filas, columns=[*CAMPOS, *DE_MAS])


def _fila(emision: Emision, conjunto: Conjunto) -> tuple[object, ...]:
    return (
        emision.marcado(conjunto.titulo),
        IDIOMA,
        MEDIO,
        FORMATO,
        emision.fecha,
        frecuencia(conjunto),
        lugar_de_consulta(emision),
        productores(conjunto),
        emision.publicacion.responsable,
        conjunto.descripcion,
        conjunto.nombre,
        conjunto.filas,
        palabras_del_corte(conjunto),
        emision.publicacion.licencia_dicha,
    )
