"""Cómo se llama en corto cada documento, en un eje o en una lista para elegir."""

NOMBRES = {
    "sdp": "Informe SDP",
    "cnim": "Plan CNIM",
    "eat": "Estrategia EAT",
    "comite": "Comité",
    "integra": "Integra",
}


def nombre(documento: str) -> str:
    """El nombre corto, o el código en mayúsculas si el documento es nuevo."""
    return NOMBRES.get(documento, documento.upper())
