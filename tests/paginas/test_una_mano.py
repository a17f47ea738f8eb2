"""Los gráficos de todas las páginas, dibujados con una sola mano (`tema.py`, decisión 115)."""

import colorsys
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from pestanas import PESTANAS
from tipos import Abrir

from tablero import tema
from tablero.graficos.piezas.base import UNA_MANO

PAGINAS: tuple[tuple[str, dict[str, str]], ...] = (
    ("semaforo", {}),
    ("producto", {"codigo": "1.1.1"}),
    ("entidad", {}),
    ("historia", {}),
    ("hallazgos", {}),
    ("suponer", {"supone": "1.1.1:20"}),
    ("conciliacion", {}),
    ("comite", {}),
    ("centros_integrate", {}),
    ("transferencias", {}),
    ("brechas", {}),
    ("mapas_ipt", {}),
)
DEL_SEMAFORO = {
    "g_semaforo",
    "g_colores_supuestos",
    "g_semaforo_contrastado",
    "g_sectores",
    "g_flujo_de_estados",
}
"""Los que reparten productos por su estado en el semáforo: los únicos con sus colores."""
Dibujado = tuple[str, dict[str, Any], pd.DataFrame]
"""La llave de un gráfico, su especificación y sus datos."""
COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
LETRAS = {
    tema.LETRA_DE_PAPEL,
    tema.LETRA_MENOR,
    tema.LETRA_DE_EJE,
    tema.LETRA_DE_ROTULO,
    tema.LETRA_DE_CIFRA,
    tema.LETRA_MAYOR,
}
TRAZOS = {tema.TRAZO_DE_REJILLA, tema.TRAZO_DE_REFERENCIA, tema.TRAZO_DE_DATO, 4, 5, 6}
"""Los tres de los datos; y la raya de una meta (4), el halo (4 o 5) y un extremo (6)."""
GRISES = 0.25


@pytest.fixture
def dibujados(monkeypatch: pytest.MonkeyPatch) -> list[Dibujado]:
    """Los gráficos que las páginas vayan dibujando."""
    vistos: list[Dibujado] = []

    def anotar(datos: pd.DataFrame, spec: dict[str, Any], *, key: str, **_: object) -> None:
        vistos.append((key, spec, datos))

    monkeypatch.setattr(st, "vega_lite_chart", anotar)
    return vistos


def valores(spec: object, clave: str) -> Iterator[object]:
    """Lo que esa clave vale en cualquier parte de la especificación."""
    if isinstance(spec, Mapping):
        for nombre, valor in spec.items():
            if nombre == clave:
                yield valor
            yield from valores(valor, clave)
    elif isinstance(spec, Sequence) and not isinstance(spec, str):
        for valor in spec:
            yield from valores(valor, clave)


def es_del_semaforo(color: str) -> bool:
    """Si es rojo, naranja, amarillo o verde; un gris no es de ningún color."""
    rojo, verde, azul = (valor / 255 for valor in tema.rgb(color)[:3])
    tono, _, saturacion = colorsys.rgb_to_hls(rojo, verde, azul)
    return saturacion > GRISES and (tono * 360 < 182 or tono * 360 > 345)


@pytest.mark.parametrize(("pagina", "parametros"), PAGINAS, ids=[p for p, _ in PAGINAS])
def test_todo_grafico_es_de_la_misma_mano(
    abrir: Abrir,
    con_libros: None,
    dibujados: list[Dibujado],
    pagina: str,
    parametros: dict[str, str],
) -> None:
    for ver in PESTANAS.get(pagina, ("",)):
        abrir(f"pages/{pagina}.py", **parametros, **({"ver": ver} if ver else {}))
    assert dibujados
    for llave, spec, datos in dibujados:
        assert {c: spec["config"][c] for c in UNA_MANO} == UNA_MANO, llave
        tamanos = [t for c in ("fontSize", "labelFontSize") for t in valores(spec, c)]
        assert {t for t in tamanos if isinstance(t, int)} <= LETRAS, llave
        assert {t for t in valores(spec, "strokeWidth") if t} <= TRAZOS, llave
        if llave not in DEL_SEMAFORO:
            usados = COLOR.findall(json.dumps(spec) + datos.to_json())
            assert [c for c in usados if es_del_semaforo(c)] == [], llave
