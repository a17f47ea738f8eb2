"""Buscar un municipio: sin tildes ni mayúsculas, por nombre, grafía o código."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.territorio.busqueda import Buscador
from tablero.texto import plano


def fila(
    codigo: str, nombre: str, departamento: str, grafias: str | None = None
) -> dict[str, object]:
    return {
        "municipio_codigo": codigo,
        "municipio_nombre": nombre,
        "departamento_nombre": departamento,
        "grafias": grafias,
    }


FILAS = [
    fila("05001", "Medellín", "Antioquia"),
    fila("17665", "San José", "Caldas"),
    fila("52565", "Providencia", "Nariño"),
    fila("54001", "San José de Cúcuta", "Norte de Santander", "Cúcuta"),
    fila("54206", "Cucutilla", "Norte de Santander"),
    fila("76001", "Santiago de Cali", "Valle del Cauca", "Cali"),
    fila("76126", "Calima", "Valle del Cauca"),
    fila("88564", "Providencia", "Archipiélago de San Andrés, Providencia y Santa Catalina"),
]
BUSCADOR = Buscador(FILAS)


def codigos(texto: str) -> list[str]:
    return [h.municipio_codigo for h in BUSCADOR.hallar(texto)]


@pytest.mark.parametrize(
    ("texto", "esperados"),
    [
        ("cucuta", ["54001"]),
        ("  CÚCUTA ", ["54001"]),
        ("54001", ["54001"]),
        ("5001", ["05001"]),
        ("99999", []),
        ("san jose", ["17665", "54001"]),
        ("san jose cuc", ["54001"]),
        ("providencia", ["52565", "88564"]),
        ("providencia narino", ["52565"]),
        ("cali", ["76001"]),
        ("cuc", ["54206", "54001"]),
        ("norte de santander", []),
        ("", []),
        ("¿?", []),
    ],
)
def test_hallar(texto: str, esperados: list[str]) -> None:
    assert codigos(texto) == esperados


def test_los_parecidos_de_lo_que_no_se_halla() -> None:
    assert codigos("medelin") == []
    assert [h.municipio_nombre for h in BUSCADOR.parecidos("medelin")] == ["Medellín"]
    assert BUSCADOR.parecidos("xyzzy") == ()


def test_los_homonimos_se_distinguen_por_su_departamento() -> None:
    assert [h.departamento_nombre for h in BUSCADOR.hallar("Providencia")] == [
        "Nariño",
        "Archipiélago de San Andrés, Providencia y Santa Catalina",
    ]


@given(st.text())
def test_plano_no_cambia_lo_que_ya_es_plano(texto: str) -> None:
    assert plano(plano(texto)) == plano(texto)


@given(st.text())
def test_cualquier_texto_se_puede_buscar(texto: str) -> None:
    hallados = codigos(texto)
    assert len(hallados) == len(set(hallados))
    assert set(hallados) <= {str(f["municipio_codigo"]) for f in FILAS}
