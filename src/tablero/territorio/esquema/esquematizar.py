"""De la lista de centros poblados a `municipios_esquematicos.geojson` y su ficha."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import shapely

from tablero.errores import ArchivoIlegible
from tablero.filas import Fila
from tablero.formato import contar, enumerar
from tablero.territorio.cartografia import ESQUEMATICA
from tablero.territorio.esquema.acomodar import Coordenadas, Movido, describir, meter, separar
from tablero.territorio.esquema.celdas import Sitios, teselar
from tablero.territorio.esquema.centros import Centro, leer_centros
from tablero.territorio.esquema.contornos import DEPARTAMENTOS, leer_contornos
from tablero.territorio.esquema.escribir import a_geojson, huella, reemplazar
from tablero.territorio.esquema.ficha import a_yaml, redactar
from tablero.territorio.esquema.informe import InformeEsquema
from tablero.territorio.esquema.simplificar import revisar, simplificar

FICHA = "municipios_esquematicos.fuente.yml"
CIFRAS_DEL_DEPARTAMENTO = 2


def esquematizar(
    centros: Path,
    carpeta_cartografia: Path,
    municipios: Sequence[Fila],
    avisar: Callable[[str], None],
    fecha: date | None = None,
) -> InformeEsquema:
    """Calcula las áreas de los `municipios` y las escribe, con su ficha, en la carpeta.

    `municipios` son filas de la tabla `municipios` (código, departamento, longitud y latitud de
    la cabecera). Los departamentos salen de Natural Earth, en la misma carpeta. `fecha` es la que
    dice la ficha; sin ella, hoy. Las mismas entradas dan el mismo archivo, octeto por octeto.

    `ErroresDeDatos` o `ArchivoIlegible` si una entrada está mal; `ErrorTablero` si un área no
    contiene su cabecera. Con error no se cambia ningún archivo.
    """
    filas = sorted(municipios, key=lambda fila: str(fila["municipio_codigo"]))
    cabeceras = [Centro(f["municipio_codigo"], f["longitud"], f["latitud"]) for f in filas]
    codigos = [cabecera.municipio_codigo for cabecera in cabeceras]
    departamentos = carpeta_cartografia / DEPARTAMENTOS
    contornos = leer_contornos(departamentos)
    _exigir_contornos(codigos, contornos, departamentos.name)
    lugares = leer_centros(centros, frozenset(codigos))
    con_lugares = {lugar.municipio_codigo for lugar in lugares}
    huerfanas = [c for c in cabeceras if c.municipio_codigo not in con_lugares]

    avisar(f"Acomodando {contar(len(lugares), 'lugar', 'lugares')}…")
    sitios, lugares_movidos = _sitios([*lugares, *huerfanas], contornos)
    acomodadas, cabeceras_movidas = _acomodar(cabeceras, contornos)
    avisar(f"Repartiendo el área de {contar(len(sitios), 'departamento', 'departamentos')}…")
    por_codigo = teselar({codigo: contornos[codigo] for codigo in sitios}, sitios)
    vacia = shapely.Polygon()
    areas = simplificar(np.array([por_codigo.get(codigo, vacia) for codigo in codigos]))
    revisar(codigos, areas, acomodadas)

    contenido = a_geojson(codigos, areas).encode()
    informe = InformeEsquema(
        archivo=carpeta_cartografia / ESQUEMATICA,
        ficha=carpeta_cartografia / FICHA,
        municipios=len(codigos),
        lugares=len(lugares),
        octetos=len(contenido),
        sha256=huella(contenido),
        lugares_movidos=tuple(lugares_movidos),
        cabeceras_movidas=tuple(cabeceras_movidas),
        municipios_sin_lugares=tuple(c.municipio_codigo for c in huerfanas),
    )
    entradas = {"centros poblados": centros, "departamentos": departamentos}
    ficha = a_yaml(redactar(informe, entradas, fecha or date.today()))
    reemplazar(informe.archivo, contenido)
    reemplazar(informe.ficha, ficha.encode())
    return informe


def _exigir_contornos(
    codigos: Iterable[str], contornos: Mapping[str, shapely.Geometry], archivo: str
) -> None:
    faltan = sorted({_departamento(codigo) for codigo in codigos} - contornos.keys())
    if faltan:
        raise ArchivoIlegible(f"{archivo}: falta el contorno del departamento {enumerar(faltan)}.")


def _departamento(municipio_codigo: str) -> str:
    return municipio_codigo[:CIFRAS_DEL_DEPARTAMENTO]


def _sitios(
    lugares: Sequence[Centro], contornos: Mapping[str, shapely.Geometry]
) -> tuple[dict[str, Sitios], list[Movido]]:
    """Los sitios de cada departamento, y los lugares que se movieron."""
    ordenados = sorted(lugares)
    puntos, movidos = _acomodar(ordenados, contornos)
    codigos = np.array([lugar.municipio_codigo for lugar in ordenados])
    departamentos = np.array([_departamento(codigo) for codigo in codigos])
    sitios = {
        str(departamento): Sitios(
            codigos[departamentos == departamento],
            separar(puntos[departamentos == departamento], int(departamento)),
        )
        for departamento in np.unique(departamentos)
    }
    return sitios, movidos


def _acomodar(
    lugares: Sequence[Centro], contornos: Mapping[str, shapely.Geometry]
) -> tuple[Coordenadas, list[Movido]]:
    """Los puntos, cada uno dentro de su departamento y en el mismo orden, y los que se movieron."""
    codigos = np.array([lugar.municipio_codigo for lugar in lugares])
    departamentos = np.array([_departamento(codigo) for codigo in codigos])
    puntos = np.array([(lugar.longitud, lugar.latitud) for lugar in lugares], dtype=np.float64)
    acomodados = puntos.copy()
    fuera = np.zeros(len(puntos), dtype=np.bool_)
    for departamento in np.unique(departamentos):
        suyos = departamentos == departamento
        acomodados[suyos], fuera[suyos] = meter(puntos[suyos], contornos[departamento])
    return acomodados, describir(codigos[fuera], puntos[fuera], acomodados[fuera])
