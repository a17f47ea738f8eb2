"""Lo que toda página lleva en su encabezado."""

from tablero.interfaz.marco.pagina import ICONO


def test_el_icono_esta_donde_se_busca() -> None:
    """Streamlit no avisa si no está: lo pediría como una dirección que no existe."""
    assert ICONO.read_bytes().startswith(b"\x89PNG")
