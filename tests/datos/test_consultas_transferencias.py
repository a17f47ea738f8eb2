"""Las respuestas sobre las transferencias, con las cifras de su informe."""

from datetime import date

import pytest

from tablero.consultas import transferencias
from tablero.consultas.base import Base

TODO: dict[str, str | None] = {"departamento": None, "municipio": None}


def test_lo_publicado_y_las_sumas(base: Base) -> None:
    assert transferencias.publicado(base).fila["asignado_cop"] == 2_000_000_000
    fila = transferencias.suma(base, **TODO).fila
    assert (fila["municipios"], fila["asignado_cop"]) == (13, 1_998_207_910)
    assert (fila["municipios_girados"], fila["girado_cop"]) == (11, 1_588_422_540)
    assert (fila["municipios_desistidos"], fila["desistido_cop"]) == (2, 409_785_370)
    assert fila["desistidos_texto"] == "Riohacha | Maicao"
    assert fila["diferencia_cop"] == 1_792_090
    assert (fila["participacion_pct"], fila["departamentos_pais"]) == (100, 9)


@pytest.mark.parametrize(
    ("departamento", "municipio", "girado", "parte"),
    [
        ("Norte de Santander", None, 604_545_010, 38.06),
        ("Norte de Santander", "54001", 441_640_400, 27.80),
        ("La Guajira", None, 0, 0),
        ("Amazonas", None, 0, 0),
    ],
)
def test_la_suma_de_un_territorio(
    base: Base, departamento: str, municipio: str | None, girado: int, parte: float
) -> None:
    fila = transferencias.suma(base, departamento=departamento, municipio=municipio).fila
    assert fila["girado_cop"] == girado
    assert fila["participacion_pct"] == pytest.approx(parte, abs=0.005)


def test_los_trece_municipios(base: Base) -> None:
    resultado = transferencias.municipios(base, **TODO)
    datos = resultado.datos
    assert resultado.nivel == "publicado y calculado"
    assert len(datos) == 13
    assert list(datos["municipio_codigo"][:4]) == ["54001", "76001", "44001", "44430"]
    assert datos["participacion_pct"].sum() == pytest.approx(100)
    desistidos = datos[datos["estado"] == "desistido"]
    assert list(desistidos["municipio_nombre"]) == ["Riohacha", "Maicao"]
    assert list(desistidos["participacion_pct"]) == [0, 0]
    assert set(datos["resolucion"]) == {"1409 de 2025"}


def test_los_departamentos_enteros(base: Base) -> None:
    datos = transferencias.departamentos(base, departamento=None).datos
    assert len(datos) == 9
    primero, ultimo = datos.iloc[0], datos.iloc[-1]
    assert primero["departamento_nombre"] == "Norte de Santander"
    assert primero["girado_cop"] == 604_545_010
    assert (ultimo["departamento_nombre"], ultimo["desistido_cop"]) == ("La Guajira", 409_785_370)


def test_las_dos_resoluciones(base: Base) -> None:
    datos = transferencias.resoluciones(base).datos
    assert list(zip(datos["resolucion"], datos["resolucion_fecha"], strict=True)) == [
        ("401 de 2025", date(2025, 3, 10)),
        ("1409 de 2025", date(2025, 7, 7)),
    ]


def test_para_que_es_el_dinero(base: Base) -> None:
    fila = transferencias.reporte(base).fila
    assert fila["accion_numero"] == 3
    assert "un gestor territorial en salud" in fila["reporte_cualitativo"]
