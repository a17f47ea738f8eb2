"""Lee un YAML de «campo: valor» escrito a mano; lo que no se entiende se dice con su renglón.

Solo se usa lo que una ficha necesita: campos, textos, fechas, listas. Lo demás del lenguaje
(anclas, etiquetas, varios documentos) no se acepta: nadie lo escribe a propósito. Los textos se
limpian al leerlos, como los de un libro.
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, cast

import yaml
from yaml.reader import ReaderError

from tablero.errores import motivo
from tablero.texto import limpiar, nombre_de, visible
from tablero.un_json import Json, Objeto

TOPE = 1024 * 1024
MAX_MOSTRADO = 60
UTF16 = (b"\xff\xfe", b"\xfe\xff")
EN_UTF8 = (
    "guárdelo en UTF-8 (en el Bloc de notas: «Archivo», «Guardar como» y, en «Codificación», UTF-8)"
)
COMILLAS = 'ponga el valor entre comillas rectas ("…")'
PROBLEMAS = (
    (
        "mapping values are not allowed",
        f"tiene «:» dentro del valor, o espacios de más al comienzo; {COMILLAS}",
    ),
    ("'\\t'", "tiene un tabulador; use espacios"),
    (
        "cannot start any token",
        f"el valor empieza con un signo que aquí dice otra cosa; {COMILLAS}",
    ),
    ("could not find expected ':'", "le falta «:» y un espacio entre el campo y su valor"),
    ("expected ',' or", "lo que empieza con «[» o «{» no se cierra"),
    ("end of stream", "unas comillas no se cierran"),
    ("unknown escape", "tiene una «\\» entre comillas dobles; use comillas sencillas"),
    ("expected escape", "tiene una «\\» entre comillas dobles; use comillas sencillas"),
    ("expected a single document", "empieza otro documento («---»); deje uno solo"),
)
"""Lo que dice la librería, en inglés → lo que pasa, en español, con el remedio."""
DONDE_EMPIEZA = ("could not find expected ':'", "expected ',' or", "end of stream")
"""Los que se notan más abajo de donde están: se dice la línea en que empieza lo que está mal."""
NO_SE_ENTIENDE = (
    "no se entiende; cada línea es «campo: valor» y empieza a la misma altura; si el valor tiene "
    f"signos, {COMILLAS}, y mire que no falte cerrar unas de antes"
)
NUESTRO = "tablero"
"""Marca los errores que no son de la librería."""
TEXTO_YAML, MEZCLA = "tag:yaml.org,2002:str", "tag:yaml.org,2002:merge"
COMENTARIO = re.compile(r"[ \t]+#")


class YamlMalEscrito(ValueError):
    """Un YAML que no se puede leer; el mensaje dice en qué línea y cómo se arregla."""


Nodo = Any
"""Lo que PyYAML se pasa de una parte a otra: no dice de qué clase es."""


class Campos(Objeto):
    """Los campos de un YAML, con la línea de cada uno."""

    def __init__(self, campos: Objeto, lineas: Mapping[str, int]) -> None:
        super().__init__(campos)
        self.lineas = lineas


def leer_yaml(ruta: Path) -> Campos:
    """Los campos de un archivo; `FileNotFoundError` si no existe, `YamlMalEscrito` si está mal."""
    return entender(leer_texto(ruta))


def leer_texto(ruta: Path) -> str:
    """El texto de un archivo; `YamlMalEscrito` si no es de un tamaño o una codificación posible."""
    try:
        with ruta.open("rb") as archivo:
            datos = archivo.read(TOPE + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise YamlMalEscrito(f"no se puede leer ({motivo(error)}).") from None
    if len(datos) > TOPE:
        raise YamlMalEscrito("pesa más de 1 MB; no es una ficha.")
    if datos.startswith(UTF16):
        raise YamlMalEscrito(f"está en UTF-16 («Unicode»); {EN_UTF8}.")
    try:
        return datos.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        linea = datos.count(b"\n", 0, error.start) + 1
        raise YamlMalEscrito(f"línea {linea}: no está en UTF-8; {EN_UTF8}.") from None


def entender(texto: str) -> Campos:
    """Los campos de un texto; `YamlMalEscrito` si no se entiende."""
    texto = "".join(map(_de_ficha, texto.replace("\r\n", "\n").replace("\r", "\n")))
    try:
        nodo = yaml.compose(texto, Loader=_Lector)
        if nodo is None:
            raise YamlMalEscrito("está vacío; debe tener un «campo: valor» por línea.")
        if not isinstance(nodo, yaml.MappingNode):
            _rechazar("no es un campo con su valor; cada línea es «campo: valor»", nodo)
        datos = _Lector("").construct_document(nodo)
    except ReaderError as error:
        linea = texto.count("\n", 0, error.position) + 1
        raro = nombre_de(texto[error.position])
        mensaje = f"línea {linea}: tiene un carácter que no se ve ({raro}); bórrelo."
        raise YamlMalEscrito(mensaje) from None
    except yaml.MarkedYAMLError as error:
        raise YamlMalEscrito(_en_espanol(error, texto)) from None
    except RecursionError:
        raise YamlMalEscrito("tiene demasiadas listas unas dentro de otras.") from None
    lineas = {limpiar(clave.value): clave.start_mark.line + 1 for clave, _ in nodo.value}
    return Campos(_limpio(datos), lineas)


class _Lector(yaml.SafeLoader):
    """El de siempre, sin anclas ni etiquetas, y sin perder un campo repetido ni un «#»."""

    def compose_node(self, parent: Nodo, index: Nodo) -> Nodo:
        evento = cast(Nodo, self).peek_event()
        if getattr(evento, "anchor", None) is not None:
            _rechazar(
                f"el valor empieza con «&» o «*», que aquí dicen otra cosa; {COMILLAS}", evento
            )
        if getattr(evento, "tag", None) is not None:
            _rechazar(f"el valor empieza con «!», que aquí dice otra cosa; {COMILLAS}", evento)
        nodo = super().compose_node(parent, index)
        if isinstance(nodo, yaml.ScalarNode) and nodo.style is None and nodo.tag == TEXTO_YAML:
            fin = nodo.end_mark
            if fin.buffer is not None and COMENTARIO.match(fin.buffer, fin.pointer):
                _rechazar(
                    f"lo que sigue a «#» no se leería; {COMILLAS}, o el comentario aparte", nodo
                )
        return nodo

    def construct_object(self, node: Nodo, deep: bool = False) -> Json:
        try:
            return super().construct_object(node, deep)
        except (ValueError, OverflowError):  # 2024-02-30, o un entero de miles de cifras
            _rechazar(f"«{_corto(str(node.value))}» no existe o no cabe; corríjalo", node)

    def construct_mapping(self, node: Nodo, deep: bool = False) -> Json:
        vistos: set[str] = set()
        for clave, _ in node.value:
            if not isinstance(clave, yaml.ScalarNode) or clave.tag == MEZCLA:
                _rechazar("no es un campo con su valor; cada línea es «campo: valor»", clave)
            nombre = limpiar(clave.value)
            if nombre in vistos:
                _rechazar(f"el campo «{_corto(nombre)}» está repetido; deje uno solo", clave)
            vistos.add(nombre)
        return super().construct_mapping(node, deep)


def _rechazar(mensaje: str, donde: Nodo) -> NoReturn:
    """Un error nuestro con su lugar, como los de la librería."""
    raise yaml.MarkedYAMLError(context=NUESTRO, problem=mensaje, problem_mark=donde.start_mark)


def _en_espanol(error: yaml.MarkedYAMLError, texto: str) -> str:
    problema, lugar = str(error.problem), error.problem_mark
    if error.context != NUESTRO:
        if any(ingles in problema for ingles in DONDE_EMPIEZA):
            lugar = error.context_mark or lugar
        problema = next(
            (dicho for ingles, dicho in PROBLEMAS if ingles in problema), NO_SE_ENTIENDE
        )
    if lugar is None:
        return f"{problema}."
    renglones = texto.split("\n")
    renglon = renglones[lugar.line] if lugar.line < len(renglones) else ""
    cita = f" («{_corto(renglon.strip(' '))}»)" if renglon.strip() else ""
    return f"línea {lugar.line + 1}{cita}: {problema}."


def _limpio(dato: Json) -> Json:
    """Los textos, limpios, también los de dentro."""
    if isinstance(dato, dict):
        return {limpiar(str(clave)): _limpio(valor) for clave, valor in dato.items()}
    if isinstance(dato, list):
        return [_limpio(valor) for valor in dato]
    return limpiar(dato) if isinstance(dato, str) else dato


def _de_ficha(caracter: str) -> str:
    """Un espacio duro no separa el campo de su valor, ni un salto de párrafo es otra línea."""
    if caracter.isascii():
        return caracter
    if caracter in "\x85\u2028\u2029" or unicodedata.category(caracter) == "Zs":
        return " "
    return "" if unicodedata.category(caracter) == "Cf" else caracter


def _corto(texto: str) -> str:
    dicho = visible(texto)
    return dicho if len(dicho) <= MAX_MOSTRADO else dicho[: MAX_MOSTRADO - 1] + "…"
