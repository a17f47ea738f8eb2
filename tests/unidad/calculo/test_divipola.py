"""El código de un municipio va con su departamento y con la edición de donde sale."""

from datetime import date

import pytest

from tablero.calculo.divipola import Divipola
from tablero.modelo import CON_MUNICIPIO, TABLAS
from tablero.modelo.fuentes import Fuente
from tablero.modelo.ipt import IptValor
from tablero.modelo.territorio import Municipio

EDICION = date(2025, 12, 31)
DE_DIVIPOLA = Fuente(
    fuente_codigo="divipola_2025-12-31",
    titulo="DIVIPOLA",
    entidad="DANE",
    corte_fecha=EDICION,
    corte_texto="2025",
    archivo="divipola.csv",
    licencia="no declarada",
    libro_sha256="0" * 64,
)
ARAUCA = Municipio(
    municipio_codigo="81001",
    municipio_nombre="Arauca",
    departamento_codigo="81",
    departamento_nombre="Arauca",
    tipo="municipio",
    longitud=-70.7,
    latitud=7.1,
    fuente_codigo="divipola_2025-12-31",
    ubicacion="Listado",
)


def valor(codigo: str) -> IptValor:
    return IptValor(
        municipio_codigo=codigo,
        indicador_orden=1,
        edicion="2024",
        valor=1.5,
        fuente_codigo="ipt_2024-12-31",
        ubicacion="Hoja 1",
    )


def test_pone_el_departamento_y_la_edicion_de_su_municipio() -> None:
    divipola = Divipola([ARAUCA], [DE_DIVIPOLA])
    (situado,) = divipola.situar([valor("81001")])
    assert (situado.departamento_codigo, situado.divipola_fecha) == ("81", EDICION)
    (propio,) = divipola.situar([ARAUCA])
    assert propio == ARAUCA.con(divipola_fecha=EDICION)


def test_un_municipio_que_no_esta_no_se_inventa() -> None:
    with pytest.raises(KeyError, match="99999"):
        Divipola([ARAUCA], [DE_DIVIPOLA]).situar([valor("99999")])


def test_toda_tabla_con_un_municipio_las_lleva() -> None:
    con_codigo = {t.tabla for t in TABLAS if "municipio_codigo" in t.model_fields}
    assert con_codigo == {t.tabla for t in CON_MUNICIPIO}
    for tabla in CON_MUNICIPIO:
        assert {"departamento_codigo", "divipola_fecha"} <= set(tabla.model_fields), tabla.tabla
