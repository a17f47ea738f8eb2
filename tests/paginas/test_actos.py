"""Al lado de cada cambio de Historia, el acto que lo explica; o que no lo hay, o que no se sabe.

El registro trae el que baja la meta de 2026 del 1.2.1, el que retira el 2.2.1 y uno que no explica
nada: el peso del 1.1.1 pasó de 20 a 22, y el acto dice 25.
"""

from pathlib import Path

import pytest
from fabrica_ajustes import agregar, fila
from fabrica_politica import DICIEMBRE, JUNIO, POLITICA, fuentes_con_libros
from pestanas import CON_LIBROS
from tipos import Abrir, Texto

from tablero import rutas
from tablero.consultas.base import Base, Preguntas
from tablero.ingesta.construir import construir
from tablero.respuestas.historia.cotejo import cotejar

EXPLICA = "Acta 7 del Comité (20 de noviembre de 2025)"
RETIRA = "Acta 8 del Comité (20 de noviembre de 2025)"
SIN_ACTO = "sin acto que lo explique"


@pytest.fixture(scope="module")
def base_con_actos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raiz = tmp_path_factory.mktemp("con_actos")
    fuentes = fuentes_con_libros(raiz)
    sin_valor = {"anio": None, "de": None, "a": None}
    agregar(
        fuentes,
        fila(),
        fila(
            ajuste_numero=2,
            producto_codigo="2.2.1",
            que="sale",
            acto="Acta 8 del Comité",
            **sin_valor,
        ),
        fila(
            ajuste_numero=3,
            producto_codigo="1.1.1",
            que="ponderación",
            anio=None,
            de="20 %",
            a="25 %",
        ),
    )
    construir(fuentes, raiz / "tablero.duckdb")
    return raiz / "tablero.duckdb"


def test_cada_cambio_con_su_acto(base_con_actos: Path) -> None:
    hallado = cotejar(Preguntas(Base(base_con_actos)), POLITICA, JUNIO, DICIEMBRE)
    assert hallado.cambios.datos[["producto_codigo", "dato", "acto"]].to_numpy().tolist() == [
        ["1.1.1", "ponderación", SIN_ACTO],
        ["1.1.2", "ponderación", SIN_ACTO],
        ["1.1.2", "reporte del cuarto trimestre de 2023", SIN_ACTO],
        ["1.2.1", "meta de 2026", EXPLICA],
    ]
    assert hallado.movimientos.datos[["producto_codigo", "acto"]].to_numpy().tolist() == [
        ["3.1.2", SIN_ACTO],
        ["2.2.1", RETIRA],
    ]


def test_la_pagina_lo_dice_en_sus_tablas(
    abrir: Abrir, base_con_actos: Path, monkeypatch: pytest.MonkeyPatch, texto: Texto
) -> None:
    monkeypatch.setattr(rutas, "BASE", base_con_actos)
    dicho = "".join(texto(abrir("pages/historia.py", ver=v)) for v in CON_LIBROS["historia"])
    assert f'Producto 1.2.1<span class="tb-sub">Lo explica: {EXPLICA}</span>' in dicho
    assert f'Producto 2.2.1<span class="tb-sub">Lo explica: {RETIRA}</span>' in dicho
    assert dicho.count(f'<span class="tb-sub">{SIN_ACTO}</span>') == 4
    assert "Sin dato: el registro de ajustes" not in dicho


@pytest.mark.usefixtures("con_libros")
def test_sin_registro_no_se_dice_que_no_haya_acto(abrir: Abrir, texto: Texto) -> None:
    dicho = "".join(texto(abrir("pages/historia.py", ver=v)) for v in CON_LIBROS["historia"])
    assert "Sin dato: el registro de ajustes no trae ninguno de esta política" in dicho
    assert "Lo explica" not in dicho
    assert SIN_ACTO not in dicho
