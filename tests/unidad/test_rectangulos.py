"""El rectángulo de cada departamento sale de los contornos que se dibujan."""

import json
from pathlib import Path

from tablero import rutas
from tablero.consultas import territorio
from tablero.consultas.base import Base
from tablero.territorio.geometria import DEPARTAMENTOS
from tablero.territorio.rectangulos import rectangulos


def test_poligonos_y_multipoligonos(tmp_path: Path) -> None:
    anillo = [[-1.0, 2.0], [3.0, 2.0], [3.0, 5.0], [-1.0, 2.0]]
    geometrias = {
        "Uno": {"type": "Polygon", "coordinates": [anillo]},
        "Varios": {
            "type": "MultiPolygon",
            "coordinates": [[anillo], [[[8.0, -4.0], [9.0, -4.0], [9.0, -3.0]]]],
        },
    }
    rasgos = [
        {"type": "Feature", "properties": {"departamento": n}, "geometry": g}
        for n, g in geometrias.items()
    ]
    (tmp_path / DEPARTAMENTOS).write_text(
        json.dumps({"type": "FeatureCollection", "features": rasgos}), encoding="utf-8"
    )
    assert rectangulos(tmp_path) == {
        "Uno": (-1.0, 2.0, 3.0, 5.0),
        "Varios": (-1.0, -4.0, 9.0, 5.0),
    }


def test_todo_departamento_del_filtro_tiene_el_suyo(base: Base) -> None:
    nombres = set(territorio.departamentos(base).datos["departamento_nombre"])
    assert set(rectangulos(rutas.CARTOGRAFIA)) == nombres
