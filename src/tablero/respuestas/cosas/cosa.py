"""Una cosa que mostrar: un mensaje, con lo que lo sustenta y de dónde sale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from tablero import formato
from tablero.consultas.base import Preguntas, Resultado
from tablero.graficos.piezas.base import Grafico, Spec
from tablero.respuestas.cosas.citas import citas
from tablero.respuestas.procedencia import linea

FILAS = 10
"""Las que lleva una tabla: de las demás se dice cuántas son."""
BARRAS = 8
"""Las que lleva un gráfico de barras: más no se leen desde el fondo."""


@dataclass(frozen=True)
class Cifra:
    """Una cifra grande, lo que mide y lo que hay que saber de ella."""

    texto: str
    rotulo: str
    nota: str = ""


@dataclass(frozen=True)
class Tabla:
    """Una tabla ya escrita: sus filas son textos."""

    titulo: str
    columnas: tuple[str, ...]
    filas: tuple[tuple[str, ...], ...]
    total: int
    """Cuántas filas hay en la respuesta, aunque aquí vayan menos."""
    numericas: frozenset[str] = frozenset()
    """Las columnas que van a la derecha."""

    @property
    def faltan(self) -> str:
        """«Van 10 de 34 filas: quedan fuera 24.»; vacía si van todas."""
        return faltan(len(self.filas), self.total)


@dataclass(frozen=True)
class Imagen:
    """Lo que no se dibuja como SVG (un mapa): se hace cuando alguien la pide."""

    alternativa: str
    hacer: Callable[[], bytes]
    """El PNG, con dos puntos por cada uno del dibujo: tarda, y solo se hace cuando se muestra."""
    leyenda: tuple[tuple[str, str], ...] = ()
    """Cada color (`#rrggbb`) y lo que dice."""


@dataclass(frozen=True)
class Cosa:
    """Un mensaje con su fuente: lo mismo en la pared, en el papel y en una diapositiva."""

    codigo: str
    titulo: str
    """El mensaje, escrito con los datos."""
    fuente: str
    """La línea de fuente, con el corte de cada una."""
    cortes: tuple[date, ...]
    """Hasta cuándo llega cada fuente: de ahí sale su edad, el día en que se mire."""
    de: str
    """La dirección de la página del tablero que lo explica, sin barra inicial."""
    cifras: tuple[Cifra, ...] = ()
    """La primera es la principal."""
    grafico: Grafico | None = None
    tabla: Tabla | None = None
    notas: tuple[str, ...] = ()
    fuente_entera: str = ""
    """La misma línea, con el título y la entidad de cada documento; vacía si no sale de ninguno."""
    citas: tuple[str, ...] = ()
    """Las palabras de las fuentes que llevan sus cifras, con el lugar de cada una."""
    imagen: Imagen | None = None
    datos: Resultado | None = field(default=None, compare=False, repr=False)
    """La respuesta entera de que sale, que es lo que va en un archivo; `None` si sale de varias, o
    de ninguna."""
    dibujo: Callable[[], Spec] | None = field(default=None, compare=False, repr=False)
    """El dibujo entero, un gráfico o un mapa, como Vega-Lite con sus datos adentro; sin título ni
    fuente. Se hace cuando alguien lo pide."""
    geometria: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)
    """Las áreas de un mapa con sus códigos, sus valores y su fuente, como GeoJSON."""

    @property
    def de_donde(self) -> str:
        """La línea de fuente más completa que tiene."""
        return self.fuente_entera or self.fuente


Mostrar = Callable[[Preguntas], Cosa | None]
"""Arma una cosa con lo que un tablero contesta; `None` si ninguna fuente lo trae."""


def armar(
    codigo: str,
    titulo: str,
    resultados: Sequence[Resultado],
    de: str,
    *,
    cifras: Sequence[Cifra] = (),
    grafico: Grafico | None = None,
    tabla: Tabla | None = None,
    notas: Sequence[str] = (),
    imagen: Imagen | None = None,
) -> Cosa:
    """La cosa con las fuentes de todas sus respuestas; las notas vacías y las repetidas no van."""
    niveles = {r.nivel for r in resultados}
    juntas = Resultado.derivar(
        resultados[0].datos,
        de=resultados,
        nivel=resultados[0].nivel if len(niveles) == 1 else "publicado y calculado",
    )
    return Cosa(
        codigo,
        titulo,
        linea(juntas, corta=True),
        tuple(f.corte_fecha for f in juntas.fuentes),
        de,
        tuple(cifras),
        grafico,
        tabla,
        tuple(dict.fromkeys(filter(None, notas))),
        fuente_entera=linea(juntas),
        citas=citas(resultados),
        imagen=imagen,
        datos=resultados[0] if len(resultados) == 1 else None,
    )


def faltan(van: int, total: int) -> str:
    """Cuántas filas quedan fuera, si van menos de las que hay; vacía si van todas."""
    if van >= total:
        return ""
    filas = formato.contar(total, "fila", "filas")
    return f"Van {formato.numero(van)} de {filas}: quedan fuera {formato.numero(total - van)}."


def tabla(
    titulo: str,
    columnas: Sequence[str],
    filas: Sequence[tuple[str, ...]],
    *,
    numericas: Sequence[str] = (),
) -> Tabla:
    """La tabla con sus primeras filas y cuántas hay."""
    return Tabla(titulo, tuple(columnas), tuple(filas[:FILAS]), len(filas), frozenset(numericas))


def primeras(constructor: Callable[[pd.DataFrame], Grafico], datos: pd.DataFrame) -> Grafico:
    """El gráfico de barras con las primeras; su mensaje y su alternativa son los de todas."""
    entero = constructor(datos)
    if len(datos) <= BARRAS:
        return entero
    return replace(
        constructor(datos.head(BARRAS)), titulo=entero.titulo, alternativa=entero.alternativa
    )


def las_que_faltan(datos: pd.DataFrame) -> str:
    """Cuántas no se dibujan; vacía si van todas."""
    if len(datos) <= BARRAS:
        return ""
    return f"Van {BARRAS} de {len(datos)}: quedan fuera {len(datos) - BARRAS}."
