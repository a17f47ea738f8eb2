"""Una pantalla de la sesión en el papel: lo mismo que se vio en la pared, y de dónde salió."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from urllib.parse import parse_qsl

from tablero.exportar import imagen
from tablero.exportar.escribir.pdf.papel import HUELLA
from tablero.graficos.piezas.sala import para_la_sala
from tablero.respuestas.cosas.cosa import Cosa, Tabla
from tablero.un_json import Objeto

Celda = str | tuple[str, str]
"""Lo que dice; si es un par, después va su detalle, en letra menor."""
SIN_FILTROS = "sin filtros"
EN_PALABRAS = {
    "cluster": "clúster",
    "codigo": "código",
    "metodo": "método",
    "politica": "política",
    "q": "lo que se busca",
    "supone": "lo que se supone",
    "termino": "término",
    "ver": "pestaña",
}
"""Los parámetros de una dirección que no se leen como se escriben."""
CORTA = 14
"""Letras de una columna que se deja del ancho de lo que lleva."""


def escrita(cosa: Cosa) -> Objeto:
    """La de una cosa, para la plantilla: textos y dibujos, ya escritos."""
    return {
        "titulo": cosa.titulo,
        "direccion": cosa.de,
        "filtros": filtros(cosa.de),
        "cifras": [asdict(cifra) for cifra in cosa.cifras],
        "dibujos": _dibujos(cosa),
        "tabla": _tabla(cosa.tabla) if cosa.tabla else None,
        "notas": list(cosa.notas),
        "fuente": cosa.de_donde,
        "citas": list(cosa.citas),
    }


def filtros(direccion: str) -> str:
    """«código: 3.1.7; política: poblacion_migrante», lo que una dirección le pide a su página."""
    pedidos = parse_qsl(direccion.partition("?")[2])
    return (
        "; ".join(
            f"{EN_PALABRAS.get(nombre, nombre.replace('_', ' '))}: {valor}"
            for nombre, valor in pedidos
        )
        or SIN_FILTROS
    )


def _dibujos(cosa: Cosa) -> list[dict[str, str]]:
    """El gráfico, en los colores del papel, y la imagen, si los hay."""
    hechos = []
    if cosa.grafico is not None:
        svg = imagen.a_svg(para_la_sala(cosa.grafico))
        hechos.append({"svg": svg, "alternativa": cosa.grafico.alternativa})
    if cosa.imagen is not None:
        svg = imagen.png_en_svg(cosa.imagen.hacer())
        hechos.append({"svg": svg, "alternativa": cosa.imagen.alternativa})
    return hechos


def cuadro(
    columnas: Sequence[str],
    filas: Iterable[Sequence[Celda]],
    *,
    numericas: Collection[str] = (),
    titulo: str = "",
    faltan: str = "",
) -> Objeto:
    """Una tabla, con la parte del ancho de la hoja que le toca a cada columna."""
    hechas = [list(fila) for fila in filas]
    return {
        "titulo": titulo,
        "columnas": [
            {"titulo": suyo, "numero": suyo in numericas, "peso": _peso([suyo, *celdas])}
            for suyo, *celdas in zip(columnas, *hechas, strict=True)
        ],
        "filas": hechas,
        "faltan": faltan,
    }


def _tabla(suya: Tabla) -> Objeto:
    return cuadro(
        suya.columnas,
        suya.filas,
        numericas=suya.numericas,
        titulo=suya.titulo,
        faltan=suya.faltan,
    )


def _peso(celdas: Sequence[Celda]) -> float:
    """Qué parte del ancho le toca a una columna; cero, el de lo que lleva."""
    textos = [texto for celda in celdas for texto in ([celda] if isinstance(celda, str) else celda)]
    largo = max(map(len, textos))
    return 0 if largo <= CORTA or any(map(HUELLA.fullmatch, textos)) else round(math.sqrt(largo), 1)
