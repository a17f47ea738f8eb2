"""Lo que nadie usa, según `vulture`: funciones, clases, argumentos, atributos.

Uso: python -m comprobaciones.sin_uso

Las pruebas no cuentan: lo que solo ellas llaman sobra. Tampoco se miran los campos de las clases,
que se leen por su nombre desde SQL, YAML o una tabla. Lo que otro programa llama va en
`LLAMADOS_DE_AFUERA`, con la razón; si deja de hacer falta ahí, también se dice.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from vulture import Vulture  # type: ignore[import-untyped]

from comprobaciones.paquetes import RAIZ, decir

DONDE = ("src", "app.py", "pages", "comprobaciones", "benchmarks", "iniciar.py")
CONFIANZA = 60
"""La de una función que nadie nombra; con más, vulture solo ve argumentos e importaciones."""
DECORADORES = ["@*.command", "@*.callback", "@model_validator", "@field_validator"]
"""Lo que decoran lo llaman typer y pydantic."""

LLAMADOS_DE_AFUERA = {
    "CharacterDataHandler": "expat lo llama por cada texto",
    "EndElementHandler": "expat lo llama por cada elemento",
    "StartDoctypeDeclHandler": "expat lo llama si hay un DOCTYPE",
    "StartElementHandler": "expat lo llama por cada elemento",
    "XmlDeclHandler": "expat lo llama en la primera línea",
    "__call__": "se llama con paréntesis, como una función",
    "buffer_text": "opción de expat",
    "close_sent": "uvicorn lo mira al cerrar un WebSocket",
    "data_received": "asyncio lo llama con lo que llega por la red",
    "file_size": "zipfile lo mira al abrir una parte",
    "handle": "Streamlit lo llama en cada descarga",
    "handle_data": "html.parser lo llama por cada texto",
    "handle_endtag": "html.parser lo llama por cada etiqueta que cierra",
    "handle_starttag": "html.parser lo llama por cada etiqueta que abre",
    "handleError": "logging lo llama cuando no puede escribir",
    "main_script_path": "campo de un mensaje de Streamlit",
    "record": "argumento con que logging llama a handleError",
    "regex": "Starlette lo lee de cada convertidor de rutas",
    "reject": "websockets lo llama para rechazar un saludo",
    "_value_": "enum lo lee: es lo que vale cada miembro",
    "transition_duration": "pydeck lo escribe en la vista del mapa",
}
"""Cada nombre, y quién lo usa sin que se vea en el código."""

DE_OFICINA = frozenset(
    {
        *("_blob", "alignment", "author", "autofit", "base_style", "bold", "bottom_margin"),
        *("categories", "comments", "created", "crop_bottom", "crop_left"),
        *("crop_right", "crop_top", "dash_style", "first_row", "gap_width", "has_legend"),
        *("has_major_gridlines", "has_title", "horz_banding", "include_in_layout", "inherit"),
        *("invert_if_negative", "italic", "keep_with_next", "keywords", "language"),
        *("last_modified_by", "line_spacing", "major_tick_mark", "major_unit", "margin_bottom"),
        *("margin_left", "margin_right", "margin_top", "maximum_scale", "minimum_scale"),
        *("minor_tick_mark", "modified", "number_format", "number_format_is_linked", "overlap"),
        *("page_height", "quick_style", "reverse_order", "revision", "show_value", "slide_height"),
        *("smooth", "space_after", "space_before", "subject", "tick_label_position"),
        *("top_margin", "vertical_anchor", "word_wrap"),
    }
)
"""Lo que python-docx y python-pptx escriben en el archivo cuando se les asigna."""
LLAMADOS_DE_AFUERA |= {
    **dict.fromkeys(DE_OFICINA, "python-docx y python-pptx lo escriben en el archivo"),
    "create_system": "zipfile lo escribe en cada parte",
}


def campos(archivo: Path) -> frozenset[int]:
    """En qué renglones se declara un campo de una clase."""
    clases = (n for n in ast.walk(ast.parse(archivo.read_bytes())) if isinstance(n, ast.ClassDef))
    return frozenset(
        c.lineno
        for clase in clases
        for c in clase.body
        if isinstance(c, ast.AnnAssign)
        or (isinstance(c, ast.Assign) and ast.unparse(c.targets[0]) == "model_config")
    )


def hallado(raiz: Path, donde: Iterable[str] = DONDE) -> list[Any]:
    """Lo que vulture encuentra, sin los campos de las clases."""
    vulture = Vulture(ignore_decorators=DECORADORES)
    vulture.scavenge([str(raiz / d) for d in donde])
    items: list[Any] = vulture.get_unused_code(min_confidence=CONFIANZA)
    return [i for i in items if i.typ != "variable" or i.first_lineno not in campos(i.filename)]


def reparos(items: Iterable[Any], permitidos: Mapping[str, str], raiz: Path) -> Iterator[str]:
    """Un renglón por cosa sin uso, y por permiso que ya no hace falta."""
    vistos = set()
    for item in items:
        vistos.add(item.name)
        if item.name not in permitidos:
            donde = Path(item.filename).relative_to(raiz).as_posix()
            yield f"{donde}:{item.first_lineno}: nadie usa «{item.name}»."
    for nombre in sorted(set(permitidos) - vistos):
        yield f"«{nombre}» ya se usa o ya no está: quítelo de comprobaciones/sin_uso.py."


def principal() -> int:
    """0 si todo se usa; 1, con lo que sobra, si no."""
    hallados = list(reparos(hallado(RAIZ), LLAMADOS_DE_AFUERA, RAIZ))
    for reparo in hallados:
        decir(reparo)
    if hallados:
        decir("Bórrelo, o diga quién lo usa en comprobaciones/sin_uso.py.")
        return 1
    decir("Todo se usa.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
