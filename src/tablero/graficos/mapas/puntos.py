"""Mapas de puntos sobre los contornos de los departamentos, sin teselas ni internet.

La geometría viaja por su dirección una sola vez; un cambio de filtro envía solo los puntos. Los
símbolos que se taparían se corren y una línea los une con su sitio.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

import pandas as pd
import pydeck as pdk

from tablero import tema
from tablero.graficos.mapas import capas
from tablero.graficos.mapas.capas import SUBCAPAS
from tablero.graficos.mapas.colocacion import colocar, sitios_propios

GRADOS_COLOMBIA = (-79.6, -4.3, -66.8, 12.6)
ALTO = 700
"""Alto del mapa en la página, en píxeles."""
ANCHO_SUPUESTO, ALTO_SUPUESTO = 500, ALTO
"""Píxeles en que cabe lo que se quiere mostrar; en un teléfono la hoja de estilo encoge el mapa."""
ACERCAMIENTO_MAXIMO = 9.5
MARGEN_GRADOS = 0.1


class Dibujo(pdk.Deck):  # type: ignore[misc]  # pydeck no declara tipos
    """Un dibujo que se escribe una sola vez, sin espacios: viaja en cada cambio de filtro."""

    @cached_property
    def _texto(self) -> str:
        dibujo = json.loads(super().to_json())
        for capa in dibujo["layers"]:
            if SUBCAPAS in capa:
                capa[f"_{SUBCAPAS}"] = capa.pop(SUBCAPAS)
        return json.dumps(dibujo, ensure_ascii=False, separators=(",", ":"))

    def to_json(self) -> str:
        """El dibujo como lo pide deck.gl."""
        return self._texto


@dataclass(frozen=True)
class Mapa:
    """Un mapa listo: título con el mensaje, texto alternativo y su dibujo."""

    titulo: str
    alternativa: str
    dibujo: Dibujo
    puntos: pd.DataFrame | None = None
    """De un mapa de puntos, los símbolos en su lugar (`lon`, `lat`): para dibujarlo como imagen."""
    sitios: pd.DataFrame | None = None
    """Los sitios (`longitud`, `latitud`) que una línea une con su símbolo (`lon`, `lat`)."""
    anclas: pd.DataFrame | None = None
    """Todos los sitios, los tape o no su símbolo: para volverlos a colocar con otro tamaño."""


def mapa_de_puntos(
    puntos: pd.DataFrame,
    url_departamentos: str,
    titulo: str,
    alternativa: str,
    *,
    encuadre: Sequence[float] | None = None,
    anclas: pd.DataFrame | None = None,
    departamento: str | None = None,
) -> Mapa:
    """Puntos sobre los departamentos.

    `puntos` trae `municipio_codigo`, `longitud`, `latitud`, `radio` (píxeles), `color` (lista
    RGBA), `rotulo` (texto corto dentro del punto, puede ser vacío) y `ayuda` (lo que se lee al
    señalarlo).
    `encuadre` es (oeste, sur, este, norte) en grados; sin él, todo el país.
    `anclas` (`longitud`, `latitud`, `punto`: la fila de `puntos` a la que pertenece) son los sitios
    a los que se une cada símbolo; si no se dan, cada símbolo tiene uno, el suyo.
    `departamento` es el nombre del que se resalta.
    """
    if anclas is None:
        anclas = sitios_propios(puntos)
    mirada = vista(_con_margen(encuadre, anclas))
    corridos, unidas = colocar(puntos, mirada.zoom, anclas)
    partes = [
        capas.contornos(url_departamentos, departamento),
        capas.trazos(unidas),
        capas.anclas(unidas),
        capas.simbolos(corridos),
        capas.disco(corridos),
        capas.rotulos(corridos),
    ]
    return Mapa(
        titulo,
        alternativa,
        dibujo(partes, mirada, "{ayuda}"),
        corridos,
        unidas,
        anclas,
    )


def dibujo(capas_del_mapa: Sequence[pdk.Layer], mirada: pdk.ViewState, ayuda: str) -> Dibujo:
    """El dibujo de esas capas; `ayuda` es lo que se lee al señalar algo."""
    return Dibujo(
        layers=list(capas_del_mapa),
        # Sin rueda: bajar por la página no debe acercar el mapa sin querer.
        views=[pdk.View("MapView", controller={"scrollZoom": False, "dragRotate": False})],
        initial_view_state=mirada,
        map_provider=None,
        tooltip={"text": ayuda, "style": AYUDA},
    )


AYUDA = {
    "backgroundColor": tema.OSCURO["backgroundColor"],
    "color": tema.OSCURO["textColor"],
    "fontSize": "16px",
    "lineHeight": "1.35",
    "maxWidth": "22rem",
    "borderRadius": "4px",
    "zIndex": "10",
}


def vista(encuadre: Sequence[float]) -> pdk.ViewState:
    """La vista que muestra el rectángulo (oeste, sur, este, norte) en grados."""
    oeste, sur, este, norte = encuadre
    acercamiento = min(
        log2(360 * ANCHO_SUPUESTO / 512 / max(este - oeste, 0.01)),
        log2(360 * ALTO_SUPUESTO / 512 / max(norte - sur, 0.01)),
        ACERCAMIENTO_MAXIMO,
    )
    return pdk.ViewState(
        longitude=(oeste + este) / 2,
        latitude=(sur + norte) / 2,
        zoom=round(acercamiento, 2),
        min_zoom=3.5,
        max_zoom=11,
    )


def _con_margen(encuadre: Sequence[float] | None, anclas: pd.DataFrame) -> tuple[float, ...]:
    """El rectángulo pedido, agrandado hasta que quepan todos los sitios, con su margen."""
    if encuadre is None:
        return GRADOS_COLOMBIA
    oeste, sur, este, norte = encuadre
    return (
        min(oeste, anclas["longitud"].min()) - MARGEN_GRADOS,
        min(sur, anclas["latitud"].min()) - MARGEN_GRADOS,
        max(este, anclas["longitud"].max()) + MARGEN_GRADOS,
        max(norte, anclas["latitud"].max()) + MARGEN_GRADOS,
    )
