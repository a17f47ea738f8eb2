"""De las áreas como vienen a una cobertura: en grados, válidas, una por código y sin traslapes."""

from collections.abc import Sequence
from typing import Any

import geopandas
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj.exceptions import CRSError, ProjError

from tablero.errores import CartografiaRechazada
from tablero.formato import contar, enumerar, numero
from tablero.territorio.cartografia import CRS
from tablero.territorio.esquema.celdas import GRILLA, Areas
from tablero.territorio.oficial.copiar import CORRUPTO

SIN_POLIGONOS = "no tiene polígonos: no son áreas."
COLOMBIA = (-82.5, -5.0, -66.0, 16.5)
"""Oeste, sur, este y norte, en grados, con las islas y un margen."""
GRADOS = 360.0
"""Ninguna coordenada en grados pasa de aquí: si pasa, son metros."""
POLIGONO, MULTIPOLIGONO, COLECCION = 3, 6, 7
"""Clases de geometría, como las numera la librería."""

TOLERANCIAS = tuple(0.003 * 1.2**paso for paso in range(30))
"""En grados: la de los límites esquemáticos y, si no alcanza, cada vez mayores."""
PESO_MAXIMO = 1_200_000
"""De todas las áreas como GeoJSON, en octetos."""
OCTETOS_POR_RASGO = 110
"""Lo que ocupa un área en un GeoJSON además de su geometría."""
DECIMALES_DE_LECTURA = 6
"""De grado: unos diez centímetros."""
DECIMALES = round(-np.log10(GRILLA))
INTENTOS_DE_AJUSTE = 5
NOMBRADOS = 10


def a_grados(areas: geopandas.GeoSeries, informe: list[str]) -> geopandas.GeoSeries:
    """Las áreas en EPSG:4326; `CartografiaRechazada` si no quedan en Colombia."""
    if (areas.isna() | areas.is_empty).all():
        raise CartografiaRechazada(SIN_POLIGONOS)
    if areas.crs is None:
        if not _en_colombia(areas.total_bounds):
            if _en_colombia(areas.total_bounds[[1, 0, 3, 2]]):
                raise CartografiaRechazada(_fuera(areas.total_bounds, areas))
            raise CartografiaRechazada(
                "no dice en qué sistema de coordenadas está (en un .shp, falta el .prj) y sus "
                f"coordenadas no son grados de Colombia: {_rango(areas.total_bounds)}."
            )
        informe.append(
            "No declara sistema de coordenadas; son grados de Colombia y se toman como EPSG:4326."
        )
        return areas.set_crs(CRS)
    try:
        grados = areas.to_crs(CRS)
    except (CRSError, ProjError):
        raise CartografiaRechazada(
            f"su sistema de coordenadas no se puede convertir a grados: {areas.crs.name}."
        ) from None
    if not _en_colombia(grados.total_bounds):
        raise CartografiaRechazada(_fuera(grados.total_bounds, areas))
    if nombrar_crs(areas.crs) != CRS:
        informe.append(f"Se pasó de {nombrar_crs(areas.crs)} a {CRS}.")
    return grados


def nombrar_crs(crs: Any) -> str:  # pyproj, por geopandas, que no dice sus tipos
    """`EPSG:9377`, o el nombre que declara el archivo si no se sabe su número."""
    if crs is None:
        return CRS
    numero_epsg = crs.to_epsg(min_confidence=60)
    return f"EPSG:{numero_epsg}" if numero_epsg else str(crs.name)


def _en_colombia(limites: npt.NDArray[np.float64]) -> bool:
    oeste, sur, este, norte = COLOMBIA
    return bool(
        np.isfinite(limites).all()
        and limites[0] >= oeste
        and limites[1] >= sur
        and limites[2] <= este
        and limites[3] <= norte
    )


def _fuera(limites: npt.NDArray[np.float64], originales: geopandas.GeoSeries) -> str:
    propios = originales.total_bounds
    if (
        originales.crs is not None
        and originales.crs.is_geographic
        and np.abs(propios).max() > GRADOS
    ):
        return (
            f"sus coordenadas deberían ser grados y parecen metros: {_rango(propios)}. Revise el "
            "sistema de coordenadas que declara."
        )
    if _en_colombia(limites[[1, 0, 3, 2]]):
        return f"tiene la longitud y la latitud cambiadas entre sí: {_rango(limites)}."
    return f"sus coordenadas no son de Colombia: {_rango(limites)}."


def _rango(limites: npt.NDArray[np.float64]) -> str:
    oeste, sur, este, norte = (numero(float(v), 2) if np.isfinite(v) else "∞" for v in limites)
    return f"de occidente a oriente van de {oeste} a {este}, y de sur a norte, de {sur} a {norte}"


def solo_poligonos(areas: Areas, codigos: Sequence[str | None], informe: list[str]) -> Areas:
    """Polígonos válidos y planos; vacíos donde la fila no trae ninguno."""
    planas: Areas = shapely.force_2d(np.asarray(areas, dtype=object))
    finitas = np.isfinite(shapely.bounds(planas)).all(axis=1) | shapely.is_empty(planas)
    if not (finitas | shapely.is_missing(planas)).all():
        raise CartografiaRechazada(CORRUPTO)
    clases = shapely.get_type_id(planas)
    con_area = np.isin(clases, (POLIGONO, MULTIPOLIGONO, COLECCION)) & ~shapely.is_empty(planas)
    malas = con_area & ~shapely.is_valid(planas)
    planas[malas] = shapely.make_valid(planas[malas], method="structure", keep_collapsed=False)
    planas[~con_area] = shapely.MultiPolygon()
    mezcladas = shapely.get_type_id(planas) == COLECCION
    planas[mezcladas] = [_poligonos_de(area) for area in planas[mezcladas]]
    vacias = shapely.is_empty(planas)
    if vacias.all():
        raise CartografiaRechazada(SIN_POLIGONOS)
    if malas.any():
        reparadas = contar(
            int(malas.sum()), "área no válida se reparó", "áreas no válidas se repararon"
        )
        informe.append(f"{reparadas}: {nombrar(_de(codigos, malas))}.")
    if vacias.any():
        sin_area = contar(int(vacias.sum()), "fila no trae", "filas no traen")
        informe.append(f"{sin_area} ningún polígono: {nombrar(_de(codigos, vacias))}.")
    return planas


def _poligonos_de(coleccion: shapely.Geometry) -> shapely.Geometry:
    """Los polígonos de una colección, unidos; lo demás (líneas, puntos) no es área."""
    partes = shapely.get_parts(shapely.get_parts(coleccion))
    poligonos = partes[shapely.get_type_id(partes) == POLIGONO]
    return shapely.union_all(shapely.make_valid(poligonos, method="structure"))


def disolver(areas: Areas, codigos: pd.Series, informe: list[str]) -> pd.Series:
    """Código → área, por código; las filas del mismo código se unen en una sola área."""
    grupos = pd.Series(areas, index=codigos.to_numpy()).groupby(level=0, sort=True)
    filas = grupos.size()
    repetidos = filas[filas > 1]
    if len(repetidos):
        cuantos = contar(len(repetidos), "código venía", "códigos venían")
        informe.append(
            f"{cuantos} en varias filas ({numero(int(repetidos.sum()))}); se unieron: "
            f"{nombrar(list(repetidos.index))}."
        )
    return grupos.agg(lambda partes: shapely.union_all(partes.to_numpy()))


def ajustar(areas: pd.Series, informe: list[str]) -> pd.Series:
    """Sin traslapes ni bordes que no casen, con menos vértices y en la grilla de escritura.

    Las áreas que quedan vacías (una tapada por otra) no están en el resultado.
    """
    # Reproyectar deja diferencias de micras entre los dos lados de un borde: no son del original.
    crudas = _redondear(areas.to_numpy(), DECIMALES_DE_LECTURA)
    if not shapely.is_valid(crudas).all():
        crudas = shapely.make_valid(crudas, method="structure", keep_collapsed=False)
    sueltos = ~shapely.is_empty(shapely.coverage_invalid_edges(crudas))
    limpias = crudas
    if sueltos.any():
        limpias = shapely.coverage_clean(crudas)
        cuantas = contar(int(sueltos.sum()), "área", "áreas")
        informe.append(
            f"Los bordes de {cuantas} no casaban con los de sus vecinas y se ajustaron: "
            f"{nombrar(_de(list(areas.index), sueltos))}."
        )
    simples = _en_grilla(_simplificar(limpias))
    queda = ~shapely.is_empty(simples)
    if not queda.all():
        tapadas = _de(list(areas.index), ~queda)
        informe.append(f"Sin área al quitar los traslapes: {nombrar(tapadas)}.")
    return pd.Series(simples[queda], index=areas.index[queda])


def _simplificar(areas: Areas) -> Areas:
    """Menos vértices, con los bordes compartidos intactos, hasta pesar lo que conviene."""
    simples: Areas = areas
    for tolerancia in TOLERANCIAS:
        # Sobre lo ya simplificado: cada paso tiene muchos menos vértices que el anterior.
        simples = shapely.coverage_simplify(simples, tolerancia)
        if _peso(simples) <= PESO_MAXIMO:
            break
    return simples


def _peso(areas: Areas) -> int:
    """Octetos de las áreas como GeoJSON, con los decimales que se escriben."""
    textos = shapely.to_geojson(_redondear(areas, DECIMALES))
    return sum(len(texto) + OCTETOS_POR_RASGO for texto in textos)


def _en_grilla(areas: Areas) -> Areas:
    """Los vértices con los decimales que se escriben; si eso cruza bordes, se vuelven a ajustar."""
    for _ in range(INTENTOS_DE_AJUSTE):
        areas = _redondear(areas, DECIMALES)
        if shapely.is_valid(areas).all() and shapely.coverage_is_valid(areas):
            return areas
        validas = shapely.make_valid(areas, method="structure", keep_collapsed=False)
        areas = shapely.coverage_clean(validas, snapping_distance=GRILLA / 2)
    raise CartografiaRechazada("sus bordes se cruzan de un modo que no se pudo ajustar.")


def _redondear(areas: Areas, decimales: int) -> Areas:
    redondas: Areas = shapely.transform(areas, lambda vertices: np.round(vertices, decimales))
    return redondas


def nombrar(codigos: Sequence[str | None]) -> str:
    """Los primeros códigos y cuántos más hay: «05001, 05002 y 3 más»."""
    textos = [codigo or "sin código" for codigo in codigos]
    if len(textos) <= NOMBRADOS:
        return enumerar(textos)
    return f"{', '.join(textos[:NOMBRADOS])} y {numero(len(textos) - NOMBRADOS)} más"


def _de(codigos: Sequence[str | None], cuales: npt.NDArray[np.bool_]) -> list[str | None]:
    return [codigo for codigo, es in zip(codigos, cuales, strict=True) if es]
