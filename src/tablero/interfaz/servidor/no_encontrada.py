"""La página de lo que no existe: lo dice en español, sugiere y lleva a las que hay."""

from html import escape

from tablero.interfaz.marco.decir import citado
from tablero.interfaz.servidor.direcciones import Enlace, Secciones, parecidas
from tablero.interfaz.servidor.documento import documento


def no_encontrada(pedida: str, todas: Secciones, base: str) -> str:
    """El HTML para quien pidió `pedida`; `base` es la carpeta de la dirección, sin barra final."""
    sugeridas = [_enlace(enlace, base) for enlace in parecidas(pedida, todas)]
    sugerencia = f"<p><strong>¿Buscaba {' o '.join(sugeridas)}?</strong></p>" if sugeridas else ""
    grupos = "".join(
        f"<h2>{escape(seccion)}</h2><ul>"
        + "".join(f"<li>{_enlace(enlace, base)}</li>" for enlace in paginas)
        + "</ul>"
        for seccion, paginas in todas.items()
    )
    cuerpo = (
        "<h1>Esta página no existe</h1>"
        f"<p>En este tablero no hay ninguna página «{escape(citado(pedida))}». Revise la "
        f"dirección, o elija una de las que hay.</p>{sugerencia}"
        f'<nav aria-label="Páginas del tablero">{grupos}</nav>'
    )
    return documento("Página que no existe", cuerpo, base)


def _enlace(enlace: Enlace, base: str) -> str:
    return f'<a href="{escape(base)}/{escape(enlace.nombre)}">{escape(enlace.titulo)}</a>'
