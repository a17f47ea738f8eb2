"""Los dos mapas de una ficha: su departamento con lo suyo resaltado, y dónde queda en el país."""

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import shapely

from tablero import formato
from tablero.graficos.mapas.plano import (
    MapaEstatico,
    Marca,
    mapa_estatico,
    rectangulo,
)
from tablero.graficos.mapas.proyeccion import Rectangulo, ajustar
from tablero.respuestas.ficha.hoja import EnElMapa, HojaDeLugar
from tablero.respuestas.ficha.pais import Pais
from tablero.territorio import cartografia
from tablero.territorio.recuadro import ARCHIPIELAGO

ANCHO, ALTO = 420, 400
ANCHO_DEL_PAIS, ALTO_DEL_PAIS = 150, 190
PARTE_DEL_PAIS = 0.27
"""Qué parte del ancho del mapa cercano ocupa el país en pequeño."""
CONTINENTE: Rectangulo = (-79.1, -4.3, -66.8, 12.5)
CON_EL_ARCHIPIELAGO: Rectangulo = (-82.0, -4.3, -66.8, 13.6)
CERCA = 0.25
"""Grados alrededor de una cabecera: más lejos de la de una isla solo hay cayos."""


@dataclass(frozen=True)
class Esquina:
    """Dónde va el país en pequeño, sobre el mapa cercano."""

    arriba: bool
    izquierda: bool


@dataclass(frozen=True)
class Mapas:
    """Los mapas de una ficha y el crédito de sus límites."""

    cercano: MapaEstatico
    pais: MapaEstatico
    esquina: Esquina
    """La que menos tapa del lugar."""
    credito: str
    """Lo que va al pie: «Límites municipales esquemáticos, no oficiales…», o la edición."""


def mapas(pais: Pais, hoja: HojaDeLugar, carpeta: Path) -> Mapas:
    """Los mapas del lugar de la hoja, con la cartografía en uso de esa carpeta."""
    municipios = cartografia.municipios(carpeta).rename(columns={"municipio_codigo": "codigo"})
    departamentos = cartografia.departamentos(carpeta).rename(
        columns={"departamento_codigo": "codigo"}
    )
    propios = departamentos[departamentos["codigo"].isin(hoja.lugar.departamentos)]
    suyas = municipios[municipios["codigo"].str[:2].isin(hoja.lugar.departamentos)]
    resaltados = [codigo for codigo, _ in hoja.lugar.resaltados]
    partes = _isla(pais, suyas, resaltados[0]) if hoja.lugar.de_cerca else propios
    # Una edición puede no traer este lugar: entonces se mira donde están sus cabeceras.
    encuadre = _de_cabeceras(pais, hoja.lugar) if partes.empty else rectangulo(partes)
    vecinos = departamentos[~departamentos["codigo"].isin(hoja.lugar.departamentos)]
    return Mapas(
        cercano=_cercano(pais, hoja, suyas, vecinos, encuadre),
        pais=_del_pais(pais, hoja, departamentos),
        esquina=_esquina(propios, encuadre),
        credito=cartografia.vigente(carpeta).credito,
    )


def _cercano(
    pais: Pais,
    hoja: HojaDeLugar,
    suyas: gpd.GeoDataFrame,
    vecinos: gpd.GeoDataFrame,
    encuadre: Rectangulo,
) -> MapaEstatico:
    resaltados = [codigo for codigo, _ in hoja.lugar.resaltados]
    nombres = formato.enumerar([pais.municipios[c]["municipio_nombre"] for c in resaltados])
    de_que = formato.enumerar(_nombres_de_departamento(pais, hoja.lugar))
    return mapa_estatico(
        suyas,
        vecinos,
        f"Mapa de {de_que}, con {nombres} en color." if nombres else f"Mapa de {de_que}.",
        resaltadas=resaltados,
        marcas=[_marca(pais, suyas, codigo, rotulo) for codigo, rotulo in hoja.lugar.resaltados],
        encuadre=encuadre,
        ancho=ANCHO,
        alto=ALTO,
    )


def _esquina(areas: gpd.GeoDataFrame, encuadre: Rectangulo) -> Esquina:
    """La esquina donde el país en pequeño tapa menos de las áreas."""
    ajuste = ajustar(encuadre, ANCHO, ALTO)
    ancho = PARTE_DEL_PAIS * ANCHO
    alto = ancho * ALTO_DEL_PAIS / ANCHO_DEL_PAIS

    formas = areas.geometry.to_numpy()

    def tapado(esquina: Esquina) -> float:
        x = 0 if esquina.izquierda else ANCHO - ancho
        y = 0 if esquina.arriba else ALTO - alto
        oeste, norte = ajuste.grados(x, y)
        este, sur = ajuste.grados(x + ancho, y + alto)
        return float(shapely.area(shapely.clip_by_rect(formas, oeste, sur, este, norte)).sum())

    return min((Esquina(a, i) for a in (False, True) for i in (True, False)), key=tapado)


def _del_pais(pais: Pais, hoja: HojaDeLugar, departamentos: gpd.GeoDataFrame) -> MapaEstatico:
    lugar = hoja.lugar
    con_archipielago = ARCHIPIELAGO in lugar.departamentos
    marcas = []
    if hoja.clase == "municipio":
        fila = pais.municipios[hoja.clave]
        marcas = [Marca(fila["longitud"], fila["latitud"])]
    elif con_archipielago:
        islas = [m for m in pais.municipios.values() if m["departamento_codigo"] == ARCHIPIELAGO]
        marcas = [Marca(m["longitud"], m["latitud"]) for m in islas]
    nombres = formato.enumerar(_nombres_de_departamento(pais, lugar))
    return mapa_estatico(
        departamentos,
        departamentos.iloc[:0],
        f"Mapa de Colombia con {nombres} en color.",
        resaltadas=lugar.departamentos,
        marcas=marcas,
        encuadre=CON_EL_ARCHIPIELAGO if con_archipielago else CONTINENTE,
        ancho=ANCHO_DEL_PAIS,
        alto=ALTO_DEL_PAIS,
    )


def _nombres_de_departamento(pais: Pais, lugar: EnElMapa) -> list[str]:
    nombres = {m["departamento_codigo"]: m["departamento_nombre"] for m in pais.municipios.values()}
    return [nombres[d] for d in lugar.departamentos]


def _marca(pais: Pais, areas: gpd.GeoDataFrame, codigo: str, rotulo: str) -> Marca:
    """En un punto interior del área; si no tiene área, en su cabecera."""
    area = areas[areas["codigo"] == codigo]
    if area.empty:
        fila = pais.municipios[codigo]
        return Marca(fila["longitud"], fila["latitud"], rotulo)
    punto = area.geometry.iloc[0].representative_point()
    return Marca(punto.x, punto.y, rotulo)


def _de_cabeceras(pais: Pais, lugar: EnElMapa) -> Rectangulo:
    """El rectángulo de las cabeceras de sus departamentos o, de cerca, de la que se resalta."""
    puntos = [
        (m["longitud"], m["latitud"])
        for codigo, m in pais.municipios.items()
        if m["departamento_codigo"] in lugar.departamentos
        and (not lugar.de_cerca or codigo == lugar.resaltados[0][0])
    ]
    oeste, sur, este, norte = shapely.bounds(shapely.MultiPoint(puntos))
    return float(oeste) - CERCA, float(sur) - CERCA, float(este) + CERCA, float(norte) + CERCA


def _isla(pais: Pais, areas: gpd.GeoDataFrame, codigo: str) -> gpd.GeoDataFrame:
    """Las partes de una isla cercanas a su cabecera."""
    fila = pais.municipios[codigo]
    x, y = fila["longitud"], fila["latitud"]
    propia = areas[areas["codigo"] == codigo].explode()
    return propia.cx[x - CERCA : x + CERCA, y - CERCA : y + CERCA]
