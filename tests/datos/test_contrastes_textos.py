"""Lo que se lee en cada contraste: su descripción, su explicación y su cita."""

import re

import pytest
from tipos import Contrastes

from tablero.calculo.conciliacion import conciliar
from tablero.calculo.contrastes import POR_DOCUMENTO
from tablero.calculo.contrastes.eat_pais import SIN_DIVIPOLA
from tablero.modelo import Fuente
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.territorio import Municipio

CITAS = {
    "comite_uta_1_actividades": "20 actividades (13 entidades + 7 intersectoriales)",
    "comite_uta_2_actividades": "16 actividades (13 entidades, 3 intersectoriales)",
    "comite_uta_3_actividades": "12 actividades (6 entidades, 6 intersectoriales)",
    "comite_uta_3_reporte_pct": "7 actividades reportadas (Cumplimiento en el reporte del 58%)",
    "cnim_transferencias_giradas": (
        "priorizados, los cuales fueron girados a partir del 01 de agosto"
    ),
    "sdp_objetivo_1_brecha": "presenta una brecha positiva de 1.31%",
    "sdp_objetivo_2_brecha": "una brecha negativa de 1.88%",
    "sdp_objetivo_3_brecha": "una brecha positiva de 5.89%",
    "sdp_objetivo_1_productos_nombrados": "con sobre ejecución de los productos: 1.1.6.",
    "sdp_sector_integracion_social_productos": "Integración Social con 9 productos a cargo",
    "sdp_sector_integracion_social_sobre_ejecucion": (
        "1 en cumplimiento medio y 2 productos en sobre ejecución"
    ),
}
NO_IMPRESOS = {
    "sdp_ponderaciones_objetivos": "la suma",
    "sdp_semaforo_suma": "la suma",
    "sdp_mejora_sobre_ejecucion": "el conteo",
    "sdp_mejora_sobre_la_meta": "el conteo",
    "sdp_objetivo_1_productos_nombrados": "el conteo",
    "sdp_objetivo_2_productos_nombrados": "el conteo",
    "sdp_objetivo_3_productos_nombrados": "el conteo",
}
AFIRMA = re.compile(
    r"(?<!color )\b(es|son) (el|la|los|las|lo)\b|\bsuman\b|\bempieza\b|\breparte todos\b"
)


@pytest.mark.parametrize("codigo", CITAS)
def test_la_cita_lleva_la_cifra(contrastes: Contrastes, codigo: str) -> None:
    assert contrastes[codigo]["cita"] == CITAS[codigo]


def test_un_total_que_la_fuente_no_imprime_lo_dice(contrastes: Contrastes) -> None:
    dicen = {
        codigo: fila["explicacion"].removeprefix("La fuente no imprime este total: es ")
        for codigo, fila in contrastes.items()
        if (fila["explicacion"] or "").startswith("La fuente no imprime este total: es ")
    }
    assert {c: texto.split(" de lo que publica.")[0] for c, texto in dicen.items()} == NO_IMPRESOS


@pytest.mark.parametrize(
    "codigo",
    [
        "sdp_ponderaciones_anexo",
        "sdp_sector_movilidad_sobre_ejecucion",
        "sdp_sector_gobierno_sobre_ejecucion",
    ],
)
def test_lo_que_nadie_publica_no_es_un_contraste(contrastes: Contrastes, codigo: str) -> None:
    assert codigo not in contrastes


def test_todo_lo_que_no_se_calcula_dice_que_falta(contrastes: Contrastes) -> None:
    mudos = [
        codigo
        for codigo, fila in contrastes.items()
        if fila["estado"] != "coincide" and not fila["explicacion"]
    ]
    assert mudos == []


def test_los_textos_se_pueden_proyectar(contrastes: Contrastes) -> None:
    for codigo, fila in contrastes.items():
        assert fila["descripcion"][0].isupper(), codigo
        for texto in (fila["descripcion"], fila["explicacion"]):
            assert texto is None or (texto.endswith(".") and not texto.endswith("..")), codigo
            assert texto is None or ("  " not in texto and "None" not in texto), codigo
        assert len(fila["descripcion"]) <= 110, codigo


def test_la_descripcion_no_afirma_lo_que_puede_diferir(contrastes: Contrastes) -> None:
    """«…, frente a …» se lee bien coincida, difiera o no se pueda calcular."""
    assert {
        c: f["descripcion"] for c, f in contrastes.items() if AFIRMA.search(f["descripcion"])
    } == {}


def test_las_cifras_dichas_dos_veces_son_de_dos_periodos(contrastes: Contrastes) -> None:
    repetidas = {c: f["explicacion"] for c, f in contrastes.items() if c.endswith("_dos_veces")}
    assert len(repetidas) == 8
    assert all("habla de todo 2024: el mismo número para dos" in e for e in repetidas.values())


def test_sin_divipola_se_dice(tablas: PorTabla) -> None:
    sin_ella = tablas.copia()
    demas = [f for f in tablas[Fuente] if not f.fuente_codigo.startswith("divipola")]
    sin_ella.poner(Fuente, demas)
    explicaciones = {
        f.conciliacion_codigo: f.explicacion for f in conciliar(sin_ella, POR_DOCUMENTO)
    }
    for codigo in ("eat_pdt_departamentos_pct", "eat_pdt_municipios_pct", "eat_ipt_bajo_pct"):
        assert explicaciones[f"{codigo}_2024-06-30"].endswith(SIN_DIVIPOLA)


def test_una_divipola_sin_municipios_no_detiene_la_cuenta(tablas: PorTabla) -> None:
    islas = tablas.copia()
    islas.poner(Municipio, [f.con(tipo="isla") for f in tablas[Municipio]])
    explicaciones = {f.conciliacion_codigo: f.explicacion for f in conciliar(islas, POR_DOCUMENTO)}
    assert explicaciones["eat_ipt_media_o_mas_pct_2024-06-30"].endswith(SIN_DIVIPOLA)
