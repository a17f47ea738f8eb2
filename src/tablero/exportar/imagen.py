"""Un gráfico o un mapa como imagen (SVG o PNG), hecho en este equipo y sin internet.

Lo dibuja vl-convert, que trae Vega adentro, con la letra que trae el programa: la misma imagen en
todo equipo. En el papel no hay tema claro ni oscuro: los colores que en la pantalla cambian con él
quedan en los del claro.
"""

import base64
import re
import struct
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import vl_convert

from tablero import letra, tema, temporales
from tablero.graficos.piezas.base import LETRA, NUMEROS, Grafico
from tablero.letra import Cambio
from tablero.un_json import Json, Objeto

LETRA_DEL_PAPEL = "Source Sans Pro"
NINGUNA_DIRECCION: list[str] = []
"""Desde dónde puede traer datos un dibujo: desde ninguna parte; los lleva adentro."""
FIRMA_DE_PNG = b"\x89PNG\r\n\x1a\n"
TRAZO = re.compile(r' d="[^"]*"')
NUMERO_LARGO = re.compile(r"-?\d+\.\d\d+")
RECORTE = re.compile(r'(?<= id="clip)\d+(?=")|(?<=url\(#clip)\d+(?=\))')
SEGUN_TEMA = re.compile(r"^light-dark\(\s*([^,]+?)\s*,[^)]*\)$")


@cache
def carpeta_de_letra() -> Path:
    """Una carpeta con los cortes de la letra que se usan, y solo esos, mientras dure el proceso."""
    carpeta = temporales.nueva("letra")
    for archivo, contenido in letra.archivos_del_papel():
        (carpeta / archivo).write_bytes(contenido)
    return carpeta


def cambios(textos: Json) -> Counter[Cambio]:
    """Los signos que se cambiarían al escribir esos textos, sin escribirlos."""
    anotados: Counter[Cambio] = Counter()
    letra.del_papel().en_todo(textos, anotados)
    return anotados


def con_datos(grafico: Grafico, ancho: int) -> Objeto:
    """La especificación completa de un gráfico de pantalla, con sus datos y un ancho en píxeles."""
    datos = grafico.datos.astype(object).where(grafico.datos.notna(), None)
    return {**grafico.spec, "width": ancho, "data": {"values": datos.to_dict("records")}}


def a_svg(spec: Mapping[str, Json], *, vivo: bool = False) -> str:
    """La especificación de Vega-Lite, con sus datos adentro, como SVG: siempre el mismo.

    `vivo` si va dentro de una página: sin fondo, y con los colores que cambian con su tema.
    `ValueError` si la especificación está mal o pide datos a otra parte.
    """
    _registrar_letra()
    svg: str = vl_convert.vegalite_to_svg(
        _preparar(spec, vivo=vivo), format_locale=NUMEROS, allowed_base_urls=NINGUNA_DIRECCION
    )
    # Vega escribe los trazos con milésimas de píxel: con una décima pesan la mitad y se ven igual.
    liviano = TRAZO.sub(lambda trazo: NUMERO_LARGO.sub(_decima, trazo[0]), svg)
    # Y numera sus recortes con los que lleva este proceso: aquí, desde cero en cada dibujo.
    vistos: dict[str, str] = {}
    return RECORTE.sub(lambda r: vistos.setdefault(r[0], str(len(vistos))), liviano)


def a_png(spec: Mapping[str, Json], escala: float = 2.0) -> bytes:
    """La especificación de Vega-Lite como PNG; `escala` 2 da dos píxeles por cada uno del dibujo.

    `ValueError` si la especificación está mal o pide datos a otra parte.
    """
    _registrar_letra()
    png: bytes = vl_convert.vegalite_to_png(
        _preparar(spec),
        scale=escala,
        format_locale=NUMEROS,
        allowed_base_urls=NINGUNA_DIRECCION,
    )
    return png


def png_en_svg(png: bytes) -> str:
    """Un PNG dentro de un SVG de su tamaño: así va en lo que solo lleva SVG.

    `ValueError` si no es un PNG. El ancho y el alto son los primeros datos de su cabecera:
    https://www.w3.org/TR/png-3/#11IHDR
    """
    if not png.startswith(FIRMA_DE_PNG):
        raise ValueError("no es un PNG")
    ancho, alto = struct.unpack_from(">II", png, len(FIRMA_DE_PNG) + 8)
    datos = base64.b64encode(png).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{ancho}" height="{alto}" '
        f'viewBox="0 0 {ancho} {alto}"><image width="{ancho}" height="{alto}" '
        f'href="data:image/png;base64,{datos}"/></svg>'
    )


def calentar() -> None:
    """Arranca el motor de dibujo (medio segundo), para que la primera imagen no espere."""
    a_svg({"data": {"values": [{}]}, "mark": "point"})


def _decima(numero: re.Match[str]) -> str:
    return f"{float(numero[0]):.1f}".removesuffix(".0")


@cache
def _registrar_letra() -> None:
    vl_convert.register_font_directory(str(carpeta_de_letra()))


def _preparar(spec: Mapping[str, Json], *, vivo: bool = False) -> Objeto:
    de_papel = _para_papel(spec)
    # En una página, el signo que a la letra le falta lo pone el navegador de otra.
    escribible = spec if vivo else letra.del_papel().en_todo(de_papel, Counter())
    fondo = "transparent" if vivo else tema.CLARO["backgroundColor"]
    completa = {"background": fondo, **escribible}
    # Donde la letra no esté (un SVG dentro de una página), otra sin remates.
    propia = {"font": f"{LETRA_DEL_PAPEL}, sans-serif", "view": {"stroke": None}}
    completa["config"] = {**propia, **completa.get("config", {})}
    return completa


def _para_papel(valor: Json) -> Json:
    """El mismo valor, con los colores del tema claro donde dependían del tema.

    `ValueError` si pide datos por una dirección, también la de un archivo de este equipo.
    """
    if isinstance(valor, Mapping):
        datos = valor.get("data")
        if isinstance(datos, Mapping) and "url" in datos:
            raise ValueError(f"Un dibujo lleva sus datos adentro, y este los pide: {datos['url']}")
        return {clave: _para_papel(v) for clave, v in valor.items()}
    if isinstance(valor, list | tuple):
        return [_para_papel(v) for v in valor]
    if isinstance(valor, str):
        if valor == LETRA:
            return tema.CLARO["textColor"]
        return SEGUN_TEMA.sub(r"\1", valor)
    return valor
