"""La ficha del archivo: cómo se hizo, con qué y cuándo, y qué hubo que mover."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from string import digits

import shapely
import yaml

from tablero.territorio.esquema.celdas import GRILLA
from tablero.territorio.esquema.escribir import huella
from tablero.territorio.esquema.informe import InformeEsquema
from tablero.territorio.esquema.simplificar import TOLERANCIA
from tablero.un_json import Objeto

ANCHO = 180
"""De las líneas de la ficha: cada lugar movido cabe en la suya."""
METODO = (
    "Celdas de Voronoi de los centros poblados, recortadas al contorno de su departamento y "
    "disueltas por municipio; vértices ajustados a una grilla común y simplificados sin separar "
    "las fronteras. Un lugar que cae fuera del contorno generalizado de su departamento se lleva "
    "al punto interior más cercano, solo para este cálculo; los repetidos o en línea recta se "
    "corren unos metros, siempre igual. Un municipio sin lugares propios usa su cabecera."
)
NOTA = (
    "Límites municipales esquemáticos, no oficiales. San Andrés y Providencia llevan sus "
    "coordenadas verdaderas. Natural Earth no trae Santa Catalina, los cayos, Malpelo, las islas "
    "del Rosario y de San Bernardo ni Isla Fuerte: no se dibujan, y sus lugares, si la lista los "
    "trae, cuentan en la tierra más cercana de su departamento."
)


def redactar(informe: InformeEsquema, entradas: Mapping[str, Path], fecha: date) -> Objeto:
    """Lo que dice la ficha, en el orden en que se escribe.

    `entradas` dice, por lo que contiene cada una, los archivos de los que salió el cálculo.
    """
    return {
        "titulo": "Límites municipales esquemáticos de Colombia, no oficiales",
        "entidad": "Cálculo del tablero, con centros poblados de la DIVIPOLA (DANE) y "
        "departamentos de Natural Earth",
        "licencia": "la de este proyecto (LICENSE); Natural Earth es de dominio público y la "
        "DIVIPOLA no declara licencia",
        "crs": "EPSG:4326",
        "hecho_fecha": fecha,
        "metodo": METODO,
        "nota": NOTA,
        "entradas": [
            {"archivo": ruta.name, "contenido": contenido, "sha256": huella(ruta.read_bytes())}
            for contenido, ruta in entradas.items()
        ],
        "resultado_sha256": informe.sha256,
        "programas": {
            "shapely": version("shapely"),
            "geos": shapely.geos_version_string,
        },
        "tolerancia_grados": TOLERANCIA,
        "grilla_grados": GRILLA,
        "municipios": informe.municipios,
        "lugares": informe.lugares,
        "lugares_movidos_total": len(informe.lugares_movidos),
        "cabeceras_movidas_total": len(informe.cabeceras_movidas),
        "municipios_sin_lugares": list(informe.municipios_sin_lugares),
        "cabeceras_movidas": [asdict(movido) for movido in informe.cabeceras_movidas],
        "lugares_movidos": [asdict(movido) for movido in informe.lugares_movidos],
    }


def a_yaml(ficha: Objeto) -> str:
    """La ficha como YAML, en el orden en que viene."""
    return str(
        yaml.dump(
            ficha,
            Dumper=_Ficha,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=None,
            width=ANCHO,
        )
    )


class _Ficha(yaml.SafeDumper):
    """Pone comillas a todo código: sin ellas, otro lector de YAML toma `05585` por un número."""


_Ficha.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^\d+$"), list(digits))
