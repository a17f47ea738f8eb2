"""La geometría que dibujan los mapas del navegador, en archivos con su huella en el nombre.

Viaja una sola vez y el navegador la guarda para siempre; un cambio de filtro, de variable o de
colores solo envía códigos y clases. Cada municipio lleva también lo que se lee al señalarlo.
"""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely.geometry import LineString, box, mapping
from shapely.geometry.base import BaseGeometry

from tablero.consultas import mapas
from tablero.consultas.base import Preguntas
from tablero.graficos.mapas.coropleta import Lienzo
from tablero.respuestas.mapa.valores import textos
from tablero.territorio import cartografia
from tablero.territorio.esquema.escribir import reemplazar
from tablero.territorio.recuadro import MARCO, mover_areas, mover_puntos
from tablero.un_json import Json, Objeto

RUTA_WEB = "app/static"
"""Bajo qué ruta se entrega: la que usa Streamlit para la carpeta `static/`."""
CIFRAS_DE_HUELLA = 12
NOMBRES = ("municipios", "departamentos", "bordes")
SEGUNDOS_DE_UN_RESTO = 21 * 24 * 3600.0
DECIMALES = 4
"""De grado: unos diez metros."""


def publicar(preguntar: Preguntas, carpeta: Path, estaticos: Path) -> Lienzo:
    """Escribe la geometría en uso en `estaticos`, si no está ya.

    `carpeta` es la de la cartografía. La misma geometría y los mismos datos dan el mismo nombre.
    """
    nombres = preguntar(mapas.todos).datos
    lugares = nombres.set_index("municipio_codigo")
    areas = mover_areas(cartografia.municipios(carpeta))
    areas = areas[areas["municipio_codigo"].isin(lugares.index)].reset_index(drop=True)
    ayudas = textos(preguntar)
    rasgos = [
        _rasgo(
            area,
            {
                "i": indice,
                "c": codigo,
                "d": lugares.at[codigo, "departamento_nombre"],
                "nombre": lugares.at[codigo, "municipio_nombre"],
                **{v: por_codigo.get(codigo, falta) for v, (por_codigo, falta) in ayudas.items()},
            },
        )
        for indice, (codigo, area) in enumerate(
            zip(areas["municipio_codigo"], areas.geometry, strict=True)
        )
    ]
    codigo_nombre = dict(
        zip(nombres["departamento_codigo"], nombres["departamento_nombre"], strict=True)
    )
    contornos = _contornos(areas, codigo_nombre)
    # También los que la cartografía en uso no trae: se les vuela a sus cabeceras, sin bordes.
    bordes: dict[str, list[Objeto]] = {nombre: [] for nombre in codigo_nombre.values()}
    for codigo, area in zip(areas["municipio_codigo"], areas.geometry, strict=True):
        bordes[codigo_nombre[codigo[:2]]].append(_rasgo(area.boundary, {"c": codigo}))
    _barrer(estaticos)
    return Lienzo(
        url_municipios=_escribir("municipios", rasgos, estaticos),
        url_departamentos=_escribir(
            "departamentos",
            [_rasgo(area, {"d": nombre}) for nombre, area in contornos.items()]
            + [_rasgo(LineString(box(*MARCO).exterior), {"d": ""})],
            estaticos,
        ),
        url_bordes={
            nombre: _escribir("bordes", propios, estaticos) for nombre, propios in bordes.items()
        },
        codigos=tuple(areas["municipio_codigo"]),
        rectangulos={
            **_de_cabeceras(nombres),
            **{nombre: area.bounds for nombre, area in contornos.items()},
        },
        letrero=((MARCO[0] + MARCO[2]) / 2, MARCO[1]),
    )


def _contornos(
    areas: gpd.GeoDataFrame, codigo_nombre: Mapping[str, str]
) -> dict[str, BaseGeometry]:
    """Nombre → contorno de cada departamento: la unión de sus municipios dibujados."""
    disueltos = cartografia.disolver(areas)
    return {
        codigo_nombre[codigo]: area
        for codigo, area in zip(disueltos["departamento_codigo"], disueltos.geometry, strict=True)
    }


def _de_cabeceras(lugares: pd.DataFrame) -> dict[str, tuple[float, ...]]:
    """Nombre → el rectángulo de las cabeceras de cada departamento, como se dibujan."""
    grupos = mover_puntos(lugares).groupby("departamento_nombre")
    return {
        str(nombre): tuple(
            float(extremo)
            for extremo in (
                suyos["longitud"].min(),
                suyos["latitud"].min(),
                suyos["longitud"].max(),
                suyos["latitud"].max(),
            )
        )
        for nombre, suyos in grupos
    }


def _rasgo(area: BaseGeometry, propiedades: Mapping[str, Json]) -> Objeto:
    geometria = mapping(shapely.transform(area, _redondear))
    return {"type": "Feature", "properties": dict(propiedades), "geometry": geometria}


def _redondear(coordenadas: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Los vértices que dos vecinos comparten se redondean igual: siguen siendo el mismo."""
    return coordenadas.round(DECIMALES)


def _barrer(estaticos: Path) -> None:
    """Borra la geometría de otras construcciones que nadie publica hace semanas.

    Si otro tablero la usara todavía, la vuelve a publicar en su siguiente visita.
    """
    for nombre in NOMBRES:
        for viejo in estaticos.glob(f"{nombre}.*.json"):
            if time.time() - viejo.stat().st_mtime > SEGUNDOS_DE_UN_RESTO:
                viejo.unlink(missing_ok=True)


def _escribir(nombre: str, rasgos: Iterable[Objeto], estaticos: Path) -> str:
    """Escribe el GeoJSON con su huella en el nombre; devuelve su dirección.

    `ErrorTablero` si no se puede escribir en `estaticos`.
    """
    # La extensión es .json porque no todo servidor conoce la de GeoJSON y lo comprime.
    contenido = json.dumps(
        {"type": "FeatureCollection", "features": list(rasgos)},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    huella = hashlib.sha256(contenido).hexdigest()[:CIFRAS_DE_HUELLA]
    destino = estaticos / f"{nombre}.{huella}.json"
    if not destino.exists():
        reemplazar(destino, contenido)
    return f"{RUTA_WEB}/{destino.name}"
