"""Qué debe probar una cartografía para usarse: que es otra, que está casi toda y en su sitio.

Los topes salen de medir la del MGN 2025 y la esquemática del tablero; los prueba
`tests/datos/test_cartografia_comprobada.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely

from tablero.filas import Fila
from tablero.formato import contar, numero, porcentaje
from tablero.territorio.cartografia import CRS, ESQUEMATICA, leer_areas
from tablero.territorio.esquema.contornos import DEPARTAMENTOS, leer_contornos
from tablero.territorio.oficial.reparar import nombrar

Municipios = Sequence[Fila]
"""Filas de `municipios`: al menos `municipio_codigo`, `longitud` y `latitud` de la cabecera."""

METROS = "EPSG:9377"
"""MAGNA-SIRGAS, origen nacional: la proyección en que se miden áreas y distancias."""

MUNICIPIOS_MINIMO = 0.95
"""De los de la DIVIPOLA. Las ediciones viejas traen unos veinte menos y hay archivos sin las
dieciocho áreas no municipalizadas (98,4 %): se ven. Con menos, el mapa calla demasiado."""
PAIS_MINIMO = 0.8
"""Del área del país. La del MGN 2025 cubre 99,5 % del contorno generalizado de Natural Earth; sin
las áreas no municipalizadas, 85,1 %."""
CABECERA_LEJOS = 500.0
"""En metros. Fuera de su área la del MGN 2025 solo tiene la de Tumaco, a 43 m, en una isla; tres
veces más simplificada de lo que se dibuja, ninguna pasa de 42 m."""
CABECERAS_FUERA_MAXIMO = 0.01
"""Cuántas pueden quedar cerca y fuera. Con las áreas corridas 500 m ya son 1,1 % o más."""
IGUALES = 0.9
"""Cuánto coinciden dos áreas (lo común sobre lo de ambas) para ser la misma: las esquemáticas,
simplificadas otra vez o corridas cien metros, pasan de aquí."""
IGUALES_MAXIMO = 0.1
"""Qué parte puede coincidir con la esquemática: de la del MGN 2025 coinciden dos de 1.122."""

ES_LA_PROPIA = (
    "son los límites esquemáticos del propio tablero (coinciden {cuantas} de sus {de} áreas), y no "
    "otros: no hace falta instalarlos."
)
POR_PARTES = (
    "Si los pidió a un servicio, los entrega por partes de mil o dos mil: pida las demás, o "
    "descargue la capa entera."
)


@dataclass(frozen=True)
class Balance:
    """Lo que se comprobó de unas áreas."""

    ausentes: tuple[str, ...]
    """Códigos de la DIVIPOLA que no traen área."""
    cerca: Mapping[str, float]
    """Cabeceras fuera de su área y cerca de ella, con los metros que las separan."""
    problemas: tuple[str, ...]
    """Por qué no sirven; vacío si sirven."""


def comprobar(areas: pd.Series, municipios: Municipios, carpeta: Path) -> Balance:
    """Compara las áreas (código → polígono, en grados) con la DIVIPOLA, el país y la esquemática.

    `carpeta` es la de la cartografía, de donde salen la esquemática y el contorno del país.
    """
    ausentes = tuple(sorted({str(m["municipio_codigo"]) for m in municipios} - set(areas.index)))
    propias = _problema_de_ser_la_propia(areas, carpeta)
    distancias = separacion(areas, municipios)
    if propias:
        return Balance(ausentes, distancias, (propias,))
    problemas = (
        _problema_de_faltar(len(areas), ausentes, len(municipios)),
        _problema_de_area(areas, carpeta),
        *_problemas_de_cabeceras(areas, distancias, municipios),
    )
    return Balance(ausentes, distancias, tuple(p for p in problemas if p))


def _problema_de_ser_la_propia(areas: pd.Series, carpeta: Path) -> str:
    """Si son las esquemáticas, vengan en el formato y con los nombres que vengan."""
    archivo = carpeta / ESQUEMATICA
    if not archivo.is_file():
        return ""
    propias = leer_areas(archivo).set_index("municipio_codigo").geometry
    comunes = areas.index.intersection(propias.index)
    unas, otras = (np.asarray(a.loc[comunes], dtype=object) for a in (areas, propias))
    comun = shapely.area(shapely.intersection(unas, otras))
    iguales = comun >= IGUALES * (shapely.area(unas) + shapely.area(otras) - comun)
    if not len(comunes) or iguales.sum() <= IGUALES_MAXIMO * len(comunes):
        return ""
    return ES_LA_PROPIA.format(cuantas=numero(int(iguales.sum())), de=numero(len(comunes)))


def _problema_de_faltar(hay: int, ausentes: Sequence[str], son: int) -> str:
    if hay >= MUNICIPIOS_MINIMO * son:
        return ""
    cola = f" {POR_PARTES}" if hay and hay % 1000 == 0 else ""
    return (
        f"trae {numero(hay)} de los {numero(son)} municipios, y se piden al menos "
        f"{numero(int(np.ceil(MUNICIPIOS_MINIMO * son)))}: faltan {nombrar(ausentes)}.{cola}"
    )


def _problema_de_area(areas: pd.Series, carpeta: Path) -> str:
    """Si cubren poco del país: son sus zonas urbanas, o un pedazo, o están en otra parte."""
    pais = _en_metros(list(leer_contornos(carpeta / DEPARTAMENTOS).values()))
    contorno = shapely.coverage_union_all(pais)
    cubren = shapely.area(shapely.intersection(_en_metros(areas), contorno)).sum()
    parte = float(cubren / shapely.area(contorno))
    if parte >= PAIS_MINIMO:
        return ""
    return (
        f"cubre {porcentaje(100 * parte, 1)} del área del país, y se pide al menos "
        f"{porcentaje(100 * PAIS_MINIMO, 0)}."
    )


def separacion(areas: pd.Series, municipios: Municipios) -> dict[str, float]:
    """Código → a cuántos metros de su área está su cabecera, solo de las que están fuera."""
    con_area = [m for m in municipios if m["municipio_codigo"] in areas.index]
    codigos = [str(m["municipio_codigo"]) for m in con_area]
    puntos = shapely.points([(m["longitud"], m["latitud"]) for m in con_area])
    dentro = shapely.intersects(np.asarray(areas.loc[codigos], dtype=object), puntos)
    fuera = [codigo for codigo, esta in zip(codigos, dentro, strict=True) if not esta]
    if not fuera:
        return {}
    metros = shapely.distance(_en_metros(areas.loc[fuera]), _en_metros(puntos[~dentro]))
    return dict(zip(fuera, map(float, metros), strict=True))


def _problemas_de_cabeceras(
    areas: pd.Series, distancias: Mapping[str, float], municipios: Municipios
) -> list[str]:
    """Cabeceras lejos de su área, códigos cambiados entre sí, o todas corridas un poco."""
    problemas = []
    lejos = {c: m for c, m in distancias.items() if m > CABECERA_LEJOS}
    cambiados = _cambiados(areas, distancias, municipios)
    if lejos:
        peores = sorted(lejos, key=lambda c: -lejos[c])
        cuantas = contar(len(lejos), "cabecera cae", "cabeceras caen")
        suya = "su área" if len(lejos) == 1 else "sus áreas"
        problemas.append(
            f"{cuantas} lejos de {suya} ({nombrar(peores)}; la peor, a "
            f"{numero(lejos[peores[0]] / 1000, 1)} km): los códigos o las coordenadas están "
            "cambiados, o sus islas están en un recuadro."
        )
    if cambiados:
        problemas.append(f"tiene códigos cambiados entre sí: {nombrar(cambiados)}.")
    if not lejos and len(distancias) > max(1, CABECERAS_FUERA_MAXIMO * len(areas)):
        problemas.append(
            f"{numero(len(distancias))} cabeceras quedan fuera de su área, aunque cerca: las "
            "coordenadas están corridas, o las áreas, demasiado simplificadas."
        )
    return problemas


def _cambiados(
    areas: pd.Series, distancias: Mapping[str, float], municipios: Municipios
) -> list[str]:
    """Los códigos cuyas áreas contienen cada una la cabecera de otra, en ronda: a→b→a, a→b→c→a."""
    fuera = [m for m in municipios if m["municipio_codigo"] in distancias]
    arbol = shapely.STRtree(np.asarray(areas, dtype=object))
    donde: dict[str, str] = {}
    for m in fuera:
        hallados = arbol.query(shapely.Point(m["longitud"], m["latitud"]), predicate="intersects")
        if len(hallados):
            donde[str(m["municipio_codigo"])] = str(areas.index[hallados[0]])
    en_ronda = []
    for codigo in donde:
        siguiente, vistos = donde.get(codigo), {codigo}
        while siguiente is not None and siguiente not in vistos:
            vistos.add(siguiente)
            siguiente = donde.get(siguiente)
        if siguiente == codigo:
            en_ronda.append(codigo)
    return sorted(en_ronda)


def _en_metros(formas: Any) -> Any:  # geopandas no dice sus tipos
    return geopandas.GeoSeries(list(formas), crs=CRS).to_crs(METROS).to_numpy()
