"""En qué carpeta de la dirección se publica el tablero."""

from streamlit import config


def carpeta() -> str:
    """La carpeta en la que se publica el tablero: `/tablero`, o nada si es la raíz."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""
