"""Una celda rara da el mismo tablero o un error que la nombra: nunca otra cifra ni una traza."""

from pathlib import Path
from shutil import copytree

import pytest
from fabrica_celdas_raras import ARRASTRES, EnDisco, Mundo, nombra, rareza
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tablero import rutas

EJEMPLOS = 110
OTROS_EJEMPLOS = 35
HASTA_EL_TABLERO = 12
"""Los que pasan por una construcción entera, cada uno en una hoja cualquiera de las 46: cuando se
elegía entre todas las celdas eran veinte, y trece en la de los municipios. Diez mil:
`benchmarks/celdas_raras.py`."""


@pytest.fixture(scope="module")
def mundo() -> Mundo:
    return Mundo(rutas.FUENTES)


def ejemplos(cuantos: int) -> settings:
    return settings(
        max_examples=cuantos, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


@ejemplos(EJEMPLOS)
@given(st.data())
def test_una_celda_rara_no_cambia_ninguna_cifra(mundo: Mundo, data: st.DataObject) -> None:
    lugar = data.draw(mundo.un_lugar)
    valor = data.draw(rareza(mundo.valor(lugar)))
    errores = mundo.errores_con(lugar, valor)
    assert errores is None or nombra(errores, lugar), (lugar, valor, errores[:3])


@ejemplos(OTROS_EJEMPLOS)
@given(st.data())
def test_una_fecha_arrastrada_se_nombra(mundo: Mundo, data: st.DataObject) -> None:
    lugar = data.draw(mundo.una_fecha)
    arrastrada = mundo.valor(lugar) + data.draw(st.sampled_from(ARRASTRES))
    # Una cifra puede ser de otro corte que su documento declara: es la misma, con otra fecha.
    assume(arrastrada not in lugar.documento.ficha.otros_cortes)
    errores = mundo.errores_con(lugar, arrastrada)
    assert errores is not None
    assert nombra(errores, lugar), (lugar, errores[:3])


@ejemplos(OTROS_EJEMPLOS)
@given(st.data())
def test_una_fila_repetida_se_nombra(mundo: Mundo, data: st.DataObject) -> None:
    lugar = data.draw(mundo.un_lugar)
    valor = mundo.valor(lugar)
    copia = data.draw(rareza(valor)) if isinstance(valor, str) else valor
    errores = mundo.errores_al_repetir(lugar, copia)
    assert errores is not None
    assert nombra(errores, lugar, mundo.ultima_fila(lugar)), (lugar, copia, errores[:3])


@pytest.fixture(scope="module")
def en_disco(tmp_path_factory: pytest.TempPathFactory) -> EnDisco:
    return EnDisco(Path(copytree(rutas.FUENTES, tmp_path_factory.mktemp("raras") / "fuentes")))


@ejemplos(HASTA_EL_TABLERO)
@given(st.data())
def test_una_celda_rara_da_el_mismo_tablero_o_un_error_suyo(
    mundo: Mundo, en_disco: EnDisco, data: st.DataObject
) -> None:
    lugar = data.draw(mundo.un_lugar)
    valor = data.draw(rareza(mundo.valor(lugar)))
    errores = en_disco.construir_con(lugar, valor)
    assert errores is None or nombra(errores, lugar), (lugar, valor, errores[:3])
