"""La hoja de estilo propia (`HOJAS`), con los colores del tema.

Los colores de letra y de borde salen de `currentColor`, que ya cambia con el tema claro u oscuro.
"""

import re
from functools import cache
from importlib.resources import files

import streamlit as st

from tablero import tema

HOJAS = (
    "estilo",
    "encabezado",
    "trabajando",
    "glosario",
    "comparacion",
    "antiguedad",
    "tablas",
    "paginas",
    "buscador",
    "llevar",
    "pantallas",
    "impresion",
    "papel",
)
"""Los archivos `.css`, en el orden en que se aplican."""
VARIABLES = {
    "--tb-acento": tema.ACENTO_VIVO,
    "--tb-fondo": tema.FONDO_VIVO,
    "--tb-letra": tema.LETRA_VIVA,
    "--tb-borde": tema.BORDE_VIVO,
    "--tb-aqui": tema.BARRA_AQUI,
    **{f"--tb-t-{nombre}": tamano for nombre, tamano in tema.LETRAS.items()},
    **{f"--tb-e-{nombre}": espacio for nombre, espacio in tema.ESPACIOS.items()},
    "--tb-simulado": tema.SIMULADO,
    "--tb-simulado-letra": tema.SIMULADO_TEXTO,
}


@cache
def hoja() -> str:
    """El CSS completo, en una línea: viaja con cada página."""
    carpeta = files("tablero.interfaz.marco")
    css = "".join((carpeta / f"{hoja}.css").read_text(encoding="utf-8") for hoja in HOJAS)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    variables = "".join(f"{nombre}: {valor}; " for nombre, valor in VARIABLES.items())
    estados = {
        **tema.SEMAFORO,
        **tema.CONCILIACION,
        **tema.BRECHAS,
        **tema.SITUACIONES,
        **tema.SEVERIDADES,
    }
    colores = "".join(
        f".{clase_de(nombre)} {{ background: {e.color}; color: {e.texto}; }} "
        for nombre, e in estados.items()
    )
    colores += "".join(
        f".{clase_de(nombre)} {{ background: {v.fondo}; color: {v.texto}; }} "
        for nombre, v in tema.VIGENCIA.items()
    )
    return f"<style>:root {{ {variables}}} {colores}{' '.join(css.split())}</style>"


def clase_de(estado: str) -> str:
    """La clase CSS de un estado: «sobre-ejecución» → `tb-e-sobre-ejecucion`."""
    return "tb-e-" + estado.replace("ó", "o").replace("í", "i").replace(" ", "-")


def con_cifra(cifra: str, html: str) -> str:
    """Una pieza con esa cifra grande: la hoja de estilo la encoge hasta que quepa en su sitio."""
    return f'<div style="--letras: {len(cifra)}">{html}</div>'


def aplicar() -> None:
    """Pone la hoja de estilo en la página."""
    st.html(hoja())
