"""De qué política es un libro: la pedida, o la única que hay entre las fuentes."""

from pathlib import Path

from tablero.errores import ErrorTablero
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.seguimiento.carpetas import CODIGO, descubrir_seguimiento
from tablero.libro.leer import leer_libro


def elegir_politica(
    fuentes: Path, codigo: str | None, nombre: str | None, suelto: Path | None
) -> tuple[str, str]:
    """Código y nombre: los pedidos, o los de la única política que hay entre las fuentes."""
    conocidas = politicas_conocidas(fuentes, suelto)
    if codigo is None:
        if len(conocidas) != 1:
            raise ErrorTablero(
                f"Diga de qué política es con --politica CODIGO; hay {len(conocidas)}: "
                f"{', '.join(conocidas) or 'ninguna'}."
            )
        codigo = next(iter(conocidas))
    if not CODIGO.fullmatch(codigo):
        raise ErrorTablero(
            f"«{codigo}» no sirve como código de política: use minúsculas, números y «_», por "
            "ejemplo mujeres_y_equidad."
        )
    elegido = (nombre or "").strip() or conocidas.get(codigo)
    if elegido is None:
        raise ErrorTablero(
            f"«{codigo}» es una política nueva: diga su nombre con --nombre «Política Pública …»."
        )
    return codigo, elegido


def politicas_conocidas(fuentes: Path, suelto: Path | None = None) -> dict[str, str]:
    """Código → nombre de las políticas que ya tienen informe o libro."""
    conocidas: dict[str, str] = {}
    for documento in descubrir(fuentes):
        if "politicas" in {t.tabla for t in documento.tablas}:
            leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
            for fila in leido.filas["politicas"]:
                conocidas[fila.valores["politica_codigo"]] = fila.valores["politica_nombre"]
    for libro in descubrir_seguimiento(fuentes, suelto):
        conocidas.setdefault(libro.politica_codigo, libro.ficha.politica_nombre)
    return conocidas
