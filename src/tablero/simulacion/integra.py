"""El proyecto de cooperación inventado: sus ciudades, sus resultados y el contexto que describe."""

from datetime import date

from tablero.simulacion.mundo import Filas, Mundo
from tablero.simulacion.piezas import Molde, cifras, hecho, lista, municipio, numerados

CORTE = date(2023, 8, 31)
TITULO = "proyecto de cooperación"
CIUDADES = 8
RESULTADOS = "Resultados de Integra"
MOLDES = {
    "integra_migrantes": Molde(
        "Población migrante de Venezuela", "Migrantes simulados.", "personas", 100_000
    ),
    "integra_retornados": Molde(
        "Población colombiana retornada", "Retornados simulados.", "personas", 100_000
    ),
    "integra_instrumentos": Molde(RESULTADOS, "Instrumentos simulados.", "instrumentos"),
    "integra_centros": Molde(RESULTADOS, "Centros simulados en marcha.", "centros"),
    "integra_centros_ciudades": Molde(RESULTADOS, "Ciudades simuladas con centro.", "ciudades"),
    "integra_osc": Molde(RESULTADOS, "Organizaciones simuladas.", "organizaciones"),
    "integra_medios": Molde(RESULTADOS, "Medios simulados.", "medios de comunicación"),
}
LISTAS = {
    "integra_proyecto": ("Rasgo simulado", 5),
    "integra_metas": ("Meta simulada", 3),
    "integra_resultados": ("Resultado simulado", 5),
}


def filas(mundo: Mundo) -> Filas:
    """Todas las tablas del documento."""
    azar = mundo.azar("integra")
    centros = int(azar.integers(9, 14))
    valores = {
        "integra_migrantes": int(azar.integers(24, 31)) * 100_000,
        "integra_retornados": int(azar.integers(4, 8)) * 100_000,
        "integra_instrumentos": int(azar.integers(15, 40)),
        "integra_centros": centros,
        "integra_centros_ciudades": centros - int(azar.integers(0, 3)),
        "integra_osc": int(azar.integers(10, 30)),
        "integra_medios": int(azar.integers(3, 9)),
    }
    return {
        "integra_ciudades": [
            hecho(CORTE, "ciudades", orden=n, **municipio(fila))
            for n, fila in enumerate(mundo.municipios[:CIUDADES], start=1)
        ],
        "cifras": cifras(MOLDES, valores, CORTE),
        "enunciados": [
            fila
            for codigo, (nombre, cuantos) in LISTAS.items()
            for fila in lista(codigo, CORTE, numerados(nombre, cuantos))
        ],
    }
