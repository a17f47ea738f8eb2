"""El registro de ajustes: lo que se revisa al leerlo y cómo llega al tablero."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fabrica_ajustes import agregar, fila
from fabrica_politica import DICIEMBRE, POLITICA, fuentes_con_libros

from tablero import rutas
from tablero.consultas import ajustes as consultas
from tablero.consultas.base import Base
from tablero.derivados.plantilla_excel import escribir_libro
from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.validar_uno import validar_libro
from tablero.modelo import LIBROS


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(e).partition(" · hoja «Ajustes» · ")[2] for e in capturado.value.errores]


@pytest.mark.parametrize(
    ("cambios", "error"),
    [
        ({"anio": None}, "celda E2 · columna «Año»: está vacía; diga de qué año."),
        (
            {"trimestre": 2},
            "celda F2 · columna «Trimestre»: «meta de un año» no lleva trimestre; bórrelo.",
        ),
        (
            {"que": "reporte de un trimestre"},
            "celda F2 · columna «Trimestre»: está vacía; diga de qué trimestre.",
        ),
        ({"que": "ponderación"}, "celda E2 · columna «Año»: «ponderación» no lleva año; bórrelo."),
        (
            {"a": "cuarenta"},
            "celda H2 · columna «A»: «cuarenta» no es un número; escríbalo así: 1.200, 26,5 o 5 %.",
        ),
        ({"a": "50"}, "celda H2 · columna «A»: dice lo mismo en «De» y en «A»: no cambia nada."),
        (
            {"que": "fecha de fin", "anio": None, "de": "2027-12-31", "a": "31/12/2028"},
            "celda H2 · columna «A»: «31/12/2028» no es una fecha AAAA-MM-DD; escríbala así: "
            "2027-12-31.",
        ),
        (
            {"que": "tipo", "anio": None, "de": "Suma", "a": "Acumulada"},
            "celda H2 · columna «A»: «Acumulada» no es válido; use: Suma, Constante, Creciente, "
            "Decreciente.",
        ),
        (
            {"que": "entra", "anio": None, "de": None, "a": "sí"},
            "celda H2 · columna «A»: «entra» no lleva valor; bórrelo.",
        ),
        (
            {"ajuste_fecha": date(2026, 1, 1)},
            "celda I2 · columna «Fecha del acto»: 2026-01-01 es posterior al corte del documento "
            "(2025-12-31).",
        ),
        (
            {"politica_codigo": "otra"},
            "celda A2 · columna «Código de la política»: «otra» no es una política con informe, "
            f"libro o plan; hay: {POLITICA}.",
        ),
        (
            {"producto_codigo": "1.2.1.4"},
            "celda C2 · columna «Código del producto»: «1.2.1.4» no tiene la forma esperada: dos o "
            "tres números con puntos y sin ceros delante, como 1.1 o 1.1.4.",
        ),
    ],
)
def test_un_ajuste_mal_escrito_se_dice_con_su_celda(
    fuentes: Path, cambios: dict[str, Any], error: str
) -> None:
    agregar(fuentes, fila(**cambios))
    assert errores(fuentes) == [error]


def test_un_numero_repetido_es_un_error(fuentes: Path) -> None:
    agregar(fuentes, fila(), fila(producto_codigo="1.1.1"))
    assert errores(fuentes) == [
        "celda A3 · columna «Código de la política»: clave repetida (Código de la política + "
        "Número): ya está en la fila 2 de ajustes/2025-12-31/ajustes.xlsx."
    ]


def test_el_libro_suelto_se_revisa_aunque_sea_el_primero(tmp_path: Path) -> None:
    suelto = tmp_path / "ajustes.xlsx"
    escribir_libro(suelto, LIBROS["ajustes"], {"politica_ajustes": [fila(a="cuarenta")]})
    with pytest.raises(ErroresDeDatos, match="«cuarenta» no es un número"):
        validar_libro(suelto, rutas.FUENTES)
    escribir_libro(suelto, LIBROS["ajustes"], {"politica_ajustes": [fila()]})
    validar_libro(suelto, rutas.FUENTES)


def test_un_registro_vacio_se_construye(fuentes: Path, tmp_path: Path) -> None:
    agregar(fuentes)
    construir(fuentes, tmp_path / "tablero.duckdb")
    assert Base(tmp_path / "tablero.duckdb").tabla("politica_ajustes").empty


@pytest.fixture(scope="module")
def con_ajustes(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """Los dos libros y un acto que explica solo uno de sus cambios."""
    raiz = tmp_path_factory.mktemp("con_ajustes")
    fuentes = fuentes_con_libros(raiz)
    agregar(fuentes, fila())
    construir(fuentes, raiz / "tablero.duckdb")
    return Base(raiz / "tablero.duckdb")


def test_el_hallazgo_que_un_acto_explica_lo_nombra(con_ajustes: Base) -> None:
    hallazgos = con_ajustes.tabla("seguimiento_hallazgos")
    propios = hallazgos[
        (hallazgos["corte_fecha"] == DICIEMBRE) & (hallazgos["regla"] == "campo_inmutable")
    ]
    dichos = propios[["producto_codigo", "severidad", "mensaje"]].to_dict("records")
    assert dichos == [
        {
            "producto_codigo": "1.1.1",
            "severidad": "advertencia",
            "mensaje": "la ponderación decía 20\u00a0% y ahora dice 22\u00a0%.",
        },
        {
            "producto_codigo": "1.1.2",
            "severidad": "advertencia",
            "mensaje": "la ponderación decía 15\u00a0% y ahora dice 13\u00a0%.",
        },
        {
            "producto_codigo": "1.2.1",
            "severidad": "nota",
            "mensaje": "la meta de 2026 decía 50 y ahora dice 48. Lo explica: Acta 7 del Comité "
            "(20 de noviembre de 2025).",
        },
    ]


def test_la_lista_de_un_producto_y_la_de_todos(con_ajustes: Base) -> None:
    (uno,) = consultas.lista(con_ajustes, politica=POLITICA, codigo="1.2.1").datos.to_dict(
        "records"
    )
    assert (uno["que"], uno["anio"], uno["de"], uno["a"]) == ("meta de un año", 2026, "50", "48")
    assert uno["fuente_codigo"] == "ajustes_2025-12-31"
    assert consultas.lista(con_ajustes, politica=POLITICA, codigo="1.1.1").esta_vacio
    assert len(consultas.lista(con_ajustes, politica=POLITICA).datos) == 1


def test_sin_registro_el_tablero_se_construye(fuentes: Path, tmp_path: Path) -> None:
    shutil.rmtree(fuentes / "ajustes", ignore_errors=True)
    construir(fuentes, tmp_path / "tablero.duckdb")
