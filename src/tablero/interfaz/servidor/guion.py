"""El guion y el estilo propios que acompañan a la página de Streamlit: avisos, tema y palabras.

Son de este servidor y van en su página, sin nada en línea: la política de contenido no se afloja.
Lo que depende de cómo Streamlit arma su página está en `guion/`, y lo vigila una prueba de
navegador.
"""

import hashlib
import re
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from tablero.interfaz.servidor import palabras
from tablero.interfaz.servidor.programa import programa

PARTES = (
    *(
        "apariencia",
        "busqueda",
        "capacidades",
        "conexion",
        "decir",
        "demora",
        "edicion",
        "franja",
        "glosario",
        "impresion",
    ),
    *("opciones", "proyectar", "tablas", "copiar", "llevar", "teclas", "tema"),
    *("traduccion", "version"),
)
ESTILOS = ("aviso", "opciones")
CIFRAS_DE_HUELLA = 12
GUARDAR = "public, max-age=31536000, immutable"


@cache
def guion() -> bytes:
    """Las palabras del glosario y las partes, una tras otra, cada una encerrada en sí misma."""
    partes = (_leer(f"{parte}.js") for parte in PARTES)
    return "\n".join([palabras.asignacion(), *partes]).encode("utf-8")


@cache
def nombre() -> str:
    """El del archivo, con su huella: uno nuevo nunca se confunde con el que alguien guardó."""
    return f"guion.{hashlib.sha256(guion()).hexdigest()[:CIFRAS_DE_HUELLA]}.js"


def etiquetas(base: str) -> str:
    """Lo que se agrega a la cabeza de la página; `base`, la carpeta en la que se publica."""
    css = "".join(_leer(f"{estilo}.css") for estilo in ESTILOS)
    css = " ".join(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).split())
    return (
        f"<style>{css}</style>"
        f'<script src="{base}/propio/{nombre()}" data-base="{base}" '
        f'data-programa="{programa()}" defer></script>'
    )


async def entregar(peticion: Request) -> Response:
    """`GET /propio/guion.<huella>.js`; con otra huella se entrega el de ahora, sin guardarlo."""
    es_este = peticion.path_params["archivo"] == nombre()
    return Response(
        guion(),
        media_type="text/javascript",
        headers={"cache-control": GUARDAR if es_este else "no-cache"},
    )


def _leer(archivo: str) -> str:
    return (files("tablero.interfaz.servidor") / "guion" / archivo).read_text(encoding="utf-8")
