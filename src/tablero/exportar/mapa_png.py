"""Los mapas como imagen PNG, hechos en este equipo y sin internet."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import shapely
from shapely.geometry import LineString, box, mapping

from tablero.consultas import mapas
from tablero.consultas.base import Base
from tablero.errores import ErrorTablero
from tablero.exportar.imagen import a_png
from tablero.exportar.marca import AVISO
from tablero.graficos.mapas.clases import Clasificacion
from tablero.graficos.mapas.colocacion import colocar
from tablero.graficos.mapas.imagen import Lamina, imagen_de_puntos, imagen_mapa
from tablero.graficos.mapas.puntos import GRADOS_COLOMBIA, Mapa, vista
from tablero.graficos.mapas.variables import Variable
from tablero.territorio import cartografia
from tablero.territorio.recuadro import ISLAS, MARCO, mover_areas

MIME = "image/png"
RECUADRO = "San Andrés y Providencia están fuera de escala y de su lugar."


def mapa_png(
    base: Base,
    carpeta: Path,
    variable: Variable,
    clasificacion: Clasificacion,
    *,
    titulo: str,
    fuente: str,
    departamento: str | None,
    simbolos: pd.DataFrame | None,
    con_lamina: bool = True,
) -> bytes:
    """La imagen de lo que se ve en el mapa: `departamento` solo, o todo el país.

    `fuente` es la línea de fuente; `simbolos`, los que pide `coropleta`. Sin lámina va solo el
    dibujo: es para una página que ya tiene el título, la leyenda y la fuente.
    """
    lugares = mapas.todos(base).datos
    if departamento is not None:
        lugares = lugares[lugares["departamento_nombre"] == departamento]
    areas = mover_areas(cartografia.municipios(carpeta))
    areas = areas[areas["municipio_codigo"].isin(lugares["municipio_codigo"])]
    if areas.empty:
        raise ErrorTablero(f"Los límites en uso no traen ningún municipio de {departamento}.")
    contornos = [mapping(area.boundary) for area in cartografia.disolver(areas).geometry]
    if departamento is None:
        contornos.append(mapping(LineString(box(*MARCO).exterior)))
    propios = set(areas["municipio_codigo"])
    spec = imagen_mapa(
        dict(zip(areas["municipio_codigo"], map(mapping, areas.geometry), strict=True)),
        contornos,
        variable,
        clasificacion,
        lamina=Lamina(titulo, _pie(base, carpeta, variable, fuente, propios))
        if con_lamina
        else None,
        simbolos=_en_su_lugar(simbolos, propios, tuple(shapely.total_bounds(areas.geometry))),
    )
    return a_png(spec)


def puntos_png(base: Base, carpeta: Path, mapa: Mapa, *, departamento: str | None) -> bytes:
    """El dibujo de un mapa de puntos: todo el país, o `departamento` y los que sus puntos tocan."""
    if mapa.puntos is None or mapa.sitios is None:
        raise ValueError("No es un mapa de puntos")
    deptos = cartografia.disolver(mover_areas(cartografia.municipios(carpeta)))
    if departamento is not None:
        lugares = mapas.todos(base).datos
        suyo = lugares.loc[lugares["departamento_nombre"] == departamento, "departamento_codigo"]
        puntos = shapely.points(mapa.puntos[["longitud", "latitud"]].to_numpy(dtype=float))
        tocados = deptos.geometry.map(lambda area: bool(shapely.contains(area, puntos).any()))
        deptos = deptos[deptos["departamento_codigo"].isin(set(suyo)) | tocados]
    areas = [mapping(area) for area in deptos.geometry]
    contornos = [mapping(area.boundary) for area in deptos.geometry]
    if departamento is None:
        contornos.append(mapping(LineString(box(*MARCO).exterior)))
    return a_png(imagen_de_puntos(areas, contornos, mapa.puntos, mapa.sitios))


def _pie(
    base: Base, carpeta: Path, variable: Variable, fuente: str, propios: set[str]
) -> Sequence[str]:
    return [
        texto
        for texto in (
            AVISO if base.es_simulado else "",
            fuente,
            variable.nota,
            RECUADRO if propios & ISLAS.keys() else "",
            cartografia.vigente(carpeta).credito,
        )
        if texto
    ]


def _en_su_lugar(
    simbolos: pd.DataFrame | None, propios: set[str], encuadre: tuple[float, ...]
) -> pd.DataFrame | None:
    """Los símbolos del territorio, corridos para que ninguno tape a otro."""
    if simbolos is None:
        return None
    suyos = simbolos[simbolos["municipio_codigo"].isin(propios)].reset_index(drop=True)
    if suyos.empty:
        return None
    pais = len({codigo[:2] for codigo in propios}) > 1
    puntos, _ = colocar(suyos, vista(GRADOS_COLOMBIA if pais else encuadre).zoom)
    return puntos
