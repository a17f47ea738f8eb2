"""Qué se tocó en un mapa."""

from typing import Any


def en_la_capa(evento: Any, capa: str) -> dict[str, Any] | None:
    """El primer objeto tocado de esa capa; `None` si ninguno.

    `Any`: el evento y sus objetos vienen del navegador, y Streamlit no dice qué traen.
    """
    tocados = evento.selection.get("objects", {}).get(capa)
    return tocados[0] if tocados else None
