"""De nombres impresos a códigos, sin adivinar."""

import pytest

from tablero.territorio.nombres import NombreDesconocido, Nomenclator


def municipio(codigo: str, nombre: str, departamento: str) -> dict[str, str]:
    return {
        "municipio_codigo": codigo,
        "municipio_nombre": nombre,
        "departamento_codigo": codigo[:2],
        "departamento_nombre": departamento,
    }


NOMBRES = Nomenclator(
    [
        municipio("76001", "Santiago de Cali", "Valle del Cauca"),
        municipio("54553", "Puerto Santander", "Norte de Santander"),
        municipio("91669", "Puerto Santander", "Amazonas"),
        municipio("44001", "Riohacha", "La Guajira"),
    ],
    [{"grafia": "Cali", "municipio_codigo": "76001"}],
    [{"grafia": "Norte De Santander", "departamento_codigo": "54"}],
)


@pytest.mark.parametrize("nombre", ["Santiago de Cali", "Cali"])
def test_nombre_oficial_o_grafia(nombre: str) -> None:
    assert NOMBRES.municipio(nombre).municipio_codigo == "76001"


def test_el_departamento_distingue_a_los_homonimos() -> None:
    lugar = NOMBRES.municipio("Puerto Santander", "Norte De Santander")
    assert (lugar.municipio_codigo, lugar.departamento_nombre) == ("54553", "Norte de Santander")


def test_un_homonimo_sin_departamento_es_un_error() -> None:
    with pytest.raises(NombreDesconocido, match=r"varios municipios \(Norte de Santander, Amaz"):
        NOMBRES.municipio("Puerto Santander")


def test_un_nombre_desconocido_propone_los_cercanos() -> None:
    with pytest.raises(NombreDesconocido, match="¿quiso decir «Riohacha»"):
        NOMBRES.municipio("Rioacha")


def test_un_municipio_de_otro_departamento_es_un_error() -> None:
    with pytest.raises(NombreDesconocido, match="no está en Amazonas; está en La Guajira"):
        NOMBRES.municipio("Riohacha", "Amazonas")


def test_un_departamento_desconocido_es_un_error() -> None:
    with pytest.raises(NombreDesconocido, match="¿quiso decir «La Guajira»"):
        NOMBRES.municipio("Riohacha", "Guajira")
