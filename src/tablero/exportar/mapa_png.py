"""Los mapas como imagen, hechos en este equipo y sin internet."""

from io import BytesIO
from pathlib import Path

import geopandas
import pandas as pd
import shapely
from PIL import Image
from shapely.geometry import LineString, box, mapping

from tablero.consultas import mapas
from tablero.consultas.base import Base
from tablero.errores import ErrorTablero
from tablero.exportar import marco
from tablero.exportar.imagen import a_png
from tablero.exportar.marca import AVISO
from tablero.exportar.marco import Marco
from tablero.graficos.mapas.clases import Clasificacion
from tablero.graficos.mapas.colocacion import colocar
from tablero.graficos.mapas.imagen import (
    LETRA_DE_SIMBOLO,
    Leyenda,
    imagen_de_puntos,
    imagen_mapa,
)
from tablero.graficos.mapas.puntos import GRADOS_COLOMBIA, Mapa, vista
from tablero.graficos.mapas.variables import Variable
from tablero.graficos.piezas.base import Spec
from tablero.territorio import cartografia
from tablero.territorio.recuadro import ISLAS, MARCO, mover_areas

MIME = "image/png"
AUMENTO = 1.5
"""Cuánto crece, para una pared, un símbolo con rótulo."""
LETRA_DE_LEJOS = 25
"""La de los rótulos en una pared, donde el mapa mide cerca de 700 renglones."""
COLORES = 256
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
    de_lejos: bool = False,
) -> bytes:
    """La imagen de lo que se ve en el mapa: `departamento` solo, o todo el país.

    `fuente` es la línea de fuente; `simbolos`, los que pide `coropleta`. Sin lámina va solo el
    dibujo: es para una página que ya tiene el título, la leyenda y la fuente. `de_lejos` es para
    una pared: sus símbolos crecen hasta que se leen desde el fondo, y pesa la cuarta parte.
    """
    spec = dibujo(
        base,
        carpeta,
        variable,
        clasificacion,
        departamento=departamento,
        simbolos=simbolos,
        con_leyenda=con_lamina,
        de_lejos=de_lejos,
    )
    if con_lamina:
        aviso = AVISO if base.es_simulado else ""
        pie = (fuente, *notas(base, carpeta, variable, departamento=departamento))
        png = marco.a_png(spec, Marco(titulo, aviso=aviso, pie=pie))
    else:
        png = a_png(spec)
    return _liviana(png) if de_lejos else png


def dibujo(
    base: Base,
    carpeta: Path,
    variable: Variable,
    clasificacion: Clasificacion,
    *,
    departamento: str | None,
    simbolos: pd.DataFrame | None,
    con_leyenda: bool = True,
    de_lejos: bool = False,
) -> Spec:
    """El mapa como Vega-Lite, con sus datos y su leyenda; sin título ni fuente.

    Los parámetros son los de `mapa_png`. `ErrorTablero` si los límites no traen ese departamento.
    """
    areas = _areas(base, carpeta, departamento)
    contornos = [mapping(area.boundary) for area in cartografia.disolver(areas).geometry]
    if departamento is None:
        contornos.append(mapping(LineString(box(*MARCO).exterior)))
    puestos, sitios = _en_su_lugar(
        _de_lejos(simbolos) if de_lejos and simbolos is not None else simbolos,
        set(areas["municipio_codigo"]),
        tuple(shapely.total_bounds(areas.geometry)),
    )
    return imagen_mapa(
        dict(zip(areas["municipio_codigo"], map(mapping, areas.geometry), strict=True)),
        contornos,
        variable,
        clasificacion,
        leyenda=_donde(departamento) if con_leyenda else None,
        simbolos=puestos,
        sitios=sitios if de_lejos else None,
        letra=LETRA_DE_LEJOS if de_lejos else LETRA_DE_SIMBOLO,
    )


def _donde(departamento: str | None) -> Leyenda:
    return "top-right" if departamento is None else "bottom"


def notas(
    base: Base, carpeta: Path, variable: Variable | None, *, departamento: str | None
) -> tuple[str, ...]:
    """Lo que hay que leer junto al mapa: la nota de lo que pinta, las islas y los límites."""
    propios = set(_areas(base, carpeta, departamento)["municipio_codigo"])
    textos = (
        "" if variable is None else variable.nota,
        RECUADRO if propios & ISLAS.keys() else "",
        cartografia.vigente(carpeta).credito,
    )
    return tuple(texto for texto in textos if texto)


def _areas(base: Base, carpeta: Path, departamento: str | None) -> geopandas.GeoDataFrame:
    """Los municipios de ese departamento, o todos, con las islas donde se dibujan."""
    lugares = mapas.todos(base).datos
    if departamento is not None:
        lugares = lugares[lugares["departamento_nombre"] == departamento]
    areas = mover_areas(cartografia.municipios(carpeta))
    areas = areas[areas["municipio_codigo"].isin(lugares["municipio_codigo"])]
    if areas.empty:
        raise ErrorTablero(f"Los límites en uso no traen ningún municipio de {departamento}.")
    return areas


def puntos_png(
    base: Base, carpeta: Path, mapa: Mapa, *, departamento: str | None, de_lejos: bool = False
) -> bytes:
    """El dibujo de un mapa de puntos: todo el país, o `departamento` y los que sus puntos tocan.

    `de_lejos`, lo mismo que en `mapa_png`.
    """
    png = a_png(dibujo_de_puntos(base, carpeta, mapa, departamento=departamento, de_lejos=de_lejos))
    return _liviana(png) if de_lejos else png


def dibujo_de_puntos(
    base: Base, carpeta: Path, mapa: Mapa, *, departamento: str | None, de_lejos: bool = False
) -> Spec:
    """El mismo mapa de puntos como Vega-Lite, con sus datos; sin título ni fuente."""
    if mapa.puntos is None or mapa.sitios is None:
        raise ValueError("No es un mapa de puntos")
    puestos, sitios = mapa.puntos, mapa.sitios
    if de_lejos:
        acercamiento = mapa.dibujo.initial_view_state.zoom
        puestos, sitios = colocar(_de_lejos(mapa.puntos), acercamiento, mapa.anclas)
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
    letra = LETRA_DE_LEJOS if de_lejos else LETRA_DE_SIMBOLO
    return imagen_de_puntos(areas, contornos, puestos, sitios, letra)


def _liviana(png: bytes) -> bytes:
    """La misma imagen con una paleta: un mapa tiene pocos colores, y así pesa la cuarta parte."""
    salida = BytesIO()
    with Image.open(BytesIO(png)) as imagen:
        imagen.convert("RGB").quantize(COLORES).save(salida, "PNG", optimize=True)
    return salida.getvalue()


def _de_lejos(simbolos: pd.DataFrame) -> pd.DataFrame:
    """Los que llevan un rótulo, más grandes; el tamaño de los demás es lo que dicen."""
    radios = simbolos["radio"].astype(float)
    return simbolos.assign(radio=radios.where(simbolos["rotulo"] == "", radios * AUMENTO))


def _en_su_lugar(
    simbolos: pd.DataFrame | None, propios: set[str], encuadre: tuple[float, ...]
) -> tuple[pd.DataFrame | None, pd.DataFrame | None]:
    """Los símbolos del territorio, sin que ninguno tape a otro, y los sitios de que se corren."""
    if simbolos is None:
        return None, None
    suyos = simbolos[simbolos["municipio_codigo"].isin(propios)].reset_index(drop=True)
    if suyos.empty:
        return None, None
    pais = len({codigo[:2] for codigo in propios}) > 1
    return colocar(suyos, vista(GRADOS_COLOMBIA if pais else encuadre).zoom)
