"""Lo que varias fichas de metadatos dicen con las mismas palabras."""

from collections.abc import Sequence

from tablero.exportar.paquete.conjunto import Conjunto
from tablero.exportar.paquete.emision import PALABRAS_CLAVE, Emision
from tablero.modelo.territorio import Municipio
from tablero.publicacion import POR_DEFINIR
from tablero.un_json import Objeto

IDIOMA = "Español"
COBERTURA = "Nacional"
FRECUENCIA = "Con cada informe de sus fuentes: no tiene fecha fija"
CSV = "text/csv"
CALCULADO = "formula_version"


def frecuencia(conjunto: Conjunto) -> str:
    """Cada cuánto cambia una tabla: lo que dicen sus fuentes, y nada que ellas no digan."""
    dichas = conjunto.periodicidades
    return f"{FRECUENCIA} (según ellas: {', '.join(dichas)})" if dichas else FRECUENCIA


def productores(conjunto: Conjunto) -> str:
    """Quiénes producen lo de una tabla: las entidades de sus fuentes y, si calcula, el tablero."""
    quienes = list(conjunto.entidades)
    if any(columna.nombre == CALCULADO for columna in conjunto.columnas):
        quienes.append("el tablero, que calcula con sus cifras")
    return "; ".join(quienes) or "el tablero"


def lugar_de_consulta(emision: Emision) -> str:
    """La página de descargas, si alguien dijo en qué dirección se abre el tablero."""
    direccion = emision.publicacion.direccion
    return direccion if direccion == POR_DEFINIR else f"{direccion}/descargas"


def titulo_de(emision: Emision, conjunto: Conjunto) -> str:
    """«Transferencias. Tablero de Control…»: lo que es y dónde está."""
    return f"{conjunto.titulo}. {emision.titulo}"


def etiquetas(conjuntos: Sequence[Conjunto]) -> list[str]:
    """Las palabras con que se busca."""
    return [*PALABRAS_CLAVE, *(conjunto.titulo for conjunto in conjuntos)]


def recuadro(emision: Emision) -> Objeto:
    """El polígono, en GeoJSON y WGS 84, donde caben todas las cabeceras municipales del tablero."""
    municipios = emision.base.tabla(Municipio.tabla)
    oeste, este = (float(f(municipios["longitud"])) for f in (min, max))
    sur, norte = (float(f(municipios["latitud"])) for f in (min, max))
    vuelta = [[oeste, sur], [este, sur], [este, norte], [oeste, norte], [oeste, sur]]
    return {"type": "Polygon", "coordinates": [vuelta]}
