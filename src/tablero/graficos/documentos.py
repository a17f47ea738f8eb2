"""Cómo se llama en corto cada documento, en un eje o en una lista para elegir."""

NOMBRES = {
    "sdp": "Informe de la SDP",
    "cnim": "Plan de la CNIM",
    "eat": "Estrategia territorial (EAT)",
    "comite": "Comité de Bogotá",
    "integra": "Proyecto Integra",
}


def nombre(documento: str) -> str:
    """El nombre corto, o el código en mayúsculas si el documento es nuevo."""
    return NOMBRES.get(documento, documento.upper())
