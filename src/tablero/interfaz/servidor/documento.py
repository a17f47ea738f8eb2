"""Una página que el servidor escribe entera, sin Streamlit: se ve sin JavaScript y sin conexión."""

from html import escape

from tablero import tema
from tablero.interfaz.marco import estilo

ESTILO = f"""
:root {{ color-scheme: light dark; font-size: {tema.TAMANO_BASE}px; }}
body {{ margin: 0 auto; padding: 1.5rem 1.2rem 3rem; max-width: 76rem; line-height: 1.5;
  font-family: "Source Sans", "Source Sans Pro", system-ui, sans-serif; overflow-wrap: break-word;
  background: {tema.CLARO["backgroundColor"]}; color: {tema.CLARO["textColor"]};
  background: {tema.FONDO_VIVO}; color: {tema.LETRA_VIVA}; }}
h1, h2 {{ line-height: 1.2; margin: 1.6rem 0 .5rem; }} h1 {{ margin-top: 0; }}
a {{ color: {tema.ACENTO}; color: {tema.ACENTO_VIVO}; }}
a:focus-visible {{ outline: 3px solid currentColor; outline-offset: 2px; }}
img {{ max-width: 100%; height: auto; }}
.tb-cifra {{ font-size: clamp(1rem, calc(135cqi / max(var(--letras, 14), 12)), 2.4rem); }}
nav ul {{ list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap;
  gap: .2rem 1.6rem; }}
"""
"""Cada color va dos veces: un navegador que no conoce `light-dark` se queda con el primero.

Una cifra es más angosta que en el tablero: la letra es la del equipo, y puede ser más ancha.
"""


def documento(titulo: str, cuerpo: str, base: str) -> str:
    """El HTML completo; `cuerpo` ya viene con todo texto escapado y `base` sin barra al final."""
    return (
        '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="{escape(base)}/favicon.png">'
        f"<title>{escape(titulo)} · Tablero de Control</title>{estilo.hoja()}"
        f"<style>{' '.join(ESTILO.split())}</style></head>"
        f"<body><main>{cuerpo}</main></body></html>"
    )
