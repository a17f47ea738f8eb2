"""La franja sobre el encabezado que dice que no se ve el tablero de ahora."""

from html import escape


def html(titulo: str, texto: str) -> str:
    """La franja, con todo texto escapado."""
    return (
        '<p class="tb-aviso tb-copia" role="note" data-testid="stAlert">'
        f"<strong>{escape(titulo)}</strong> {escape(texto)}</p>"
    )
