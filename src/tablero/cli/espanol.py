"""Typer en español: la ayuda y los errores de una orden mal escrita.

Typer trae sus textos en inglés, sin traducción; aquí se cambian al salir.
"""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

AYUDA = {
    "Usage:": "Uso:",
    "Options:": "Opciones:",
    "Commands:": "Órdenes:",
    "Arguments:": "Argumentos:",
    "[OPTIONS] COMMAND [ARGS]...": "ORDEN [OPCIONES]",
    "[OPTIONS]": "[OPCIONES]",
    "Show this message and exit.": "Muestra esta ayuda.",
    "[required]": "[obligatorio]",
    "<path>": "<ruta>",
    "<int>": "<entero>",
    "<str>": "<texto>",
}
POR_OMISION = re.compile(r"\[default:(\s)")
"""Puede ir al final de un renglón."""
TIPOS = {"<path>": "<ruta>", "<int>": "<entero>", "<str>": "<texto>", "<list[str]>": "<texto>"}
"""Cómo se nombra en español lo que se espera de una opción o de un argumento."""
LARGO_DEL_RESUMEN = 500
"""De cada orden en la lista de su grupo: va entera, en los renglones que necesite."""

ERRORES = (
    (r"No such command '(.+?)'", r"No existe la orden «\1»"),
    (r"Did you mean (.+)\?", r"¿Quiso decir \1?"),
    (r"No such option: (\S+)", r"No existe la opción «\1»"),
    (r"Possible options: ", "Opciones posibles: "),
    (r"Missing argument '(.+?)'", r"Falta el argumento «\1»"),
    (r"Missing option '(.+?)'", r"Falta la opción «\1»"),
    (r"Missing command\.", "Falta la orden."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+?)\)", r"Sobra «\1»"),
    (r"Option '?(\S+?)'? requires an argument", r"La opción «\1» necesita un valor"),
    (r"Option '?(\S+?)'? does not take a value", r"La opción «\1» no lleva valor"),
    (r"Invalid value for '?(.+?)'?: ", r"Valor no válido para «\1»: "),
    (r"Value error, ", ""),
    (r"'(.+?)' is not one of (.+)", r"«\1» no es uno de \2"),
    (r"Input should be a valid integer.*", "debe ser un número entero"),
)

DeTyper = Any
"""Lo que Typer no publica con su clase: un contexto, una orden, un error de escritura."""
UsageError: DeTyper = typer.BadParameter.__mro__[1]
"""La clase de todo error de escritura."""


def traducir_ayuda(texto: str) -> str:
    """La ayuda de Typer, con sus palabras fijas en español."""
    for ingles, espanol in AYUDA.items():
        texto = texto.replace(ingles, espanol)
    return POR_OMISION.sub(r"[si no se dice:\1", texto)


def nombrar_tipos(orden: DeTyper) -> None:
    """Pone en español lo que espera cada opción, antes de que se alineen los renglones."""
    for parametro in orden.params:
        nombrado = TIPOS.get(parametro.display_type_rich(ctx=None))
        if nombrado and isinstance(parametro, TyperOption) and parametro.metavar is None:
            parametro.metavar = nombrado


def traducir_error(mensaje: str) -> str:
    """El mensaje de una orden mal escrita, en español."""
    for patron, espanol in ERRORES:
        mensaje = re.sub(patron, espanol, mensaje)
    return mensaje


class Orden(TyperCommand):
    """Una orden con su ayuda en español."""

    def get_help(self, ctx: DeTyper) -> str:
        """La ayuda de la orden."""
        nombrar_tipos(self)
        return traducir_ayuda(super().get_help(ctx))

    def get_short_help_str(self, limit: int = LARGO_DEL_RESUMEN) -> str:
        """Qué hace, entero: Typer lo cortaría con puntos suspensivos."""
        return str(super().get_short_help_str(max(limit, LARGO_DEL_RESUMEN)))


class Grupo(TyperGroup):
    """El programa con su ayuda en español."""

    def get_help(self, ctx: DeTyper) -> str:
        """La ayuda del programa."""
        nombrar_tipos(self)
        return traducir_ayuda(super().get_help(ctx))

    def get_short_help_str(self, limit: int = LARGO_DEL_RESUMEN) -> str:
        """Qué hace, entero."""
        return str(super().get_short_help_str(max(limit, LARGO_DEL_RESUMEN)))


def nuevo_grupo(ayuda: str, **opciones: DeTyper) -> typer.Typer:
    """Un grupo de órdenes en español, sin adornos ni trazas en la consola.

    `opciones` son las demás de `typer.Typer`.
    """
    return typer.Typer(
        cls=Grupo,
        help=ayuda,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        **opciones,
    )
