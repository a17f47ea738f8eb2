"""Solo se escribe en el equipo del tablero: cada cosa que lo desmiente basta para que no."""

from dataclasses import replace

import pytest

from tablero.interfaz.servidor.anfitriones import TODAS
from tablero.interfaz.servidor.este_equipo import ATIENDE, Llegada, llegada, motivo, por_que_no

DE_AQUI = Llegada(
    ("127.0.0.1", "::1"),
    "127.0.0.1",
    {"Host": ["localhost:8501"], "Origin": ["http://localhost:8501"], "Accept": ["*/*"]},
)
RED = "El tablero está abierto para la red."
NO_SE_SABE = "No se sabe si el tablero está abierto para la red."
OTRO = "Usted lo mira desde otro equipo."
REENVIO = "La página llega a través de otro servidor."
NOMBRE = "La dirección con que se abrió no es la de este equipo."
ORIGEN = "La pide una página que no es la de este equipo."


@pytest.mark.parametrize(
    "llega",
    [
        DE_AQUI,
        replace(DE_AQUI, desde="::1"),
        replace(DE_AQUI, desde="::ffff:127.0.0.1"),
        replace(DE_AQUI, cabeceras={"host": ["127.0.0.1:8501"]}),
        replace(DE_AQUI, cabeceras={"host": ["[::1]:8501"]}),
        replace(DE_AQUI, cabeceras={"host": ["localhost"]}),
    ],
)
def test_en_este_equipo_se_escribe(llega: Llegada) -> None:
    assert por_que_no(llega) == ""


@pytest.mark.parametrize(
    "atiende", [TODAS[:1], TODAS[1:2], (*TODAS[1:2], "127.0.0.1"), ("127.0.0.1", "192.168.1.5")]
)
def test_abierto_para_la_red_no_se_escribe(atiende: tuple[str, ...]) -> None:
    assert por_que_no(replace(DE_AQUI, atiende=atiende)) == RED


@pytest.mark.parametrize("desde", ["192.168.1.7", "::ffff:10.0.0.1", "2001:db8::1", "", "unix:"])
def test_desde_otro_equipo_no_se_escribe(desde: str) -> None:
    assert por_que_no(replace(DE_AQUI, desde=desde)) == OTRO


@pytest.mark.parametrize(
    "cabecera",
    [
        *("X-Forwarded-For", "x-forwarded-host", "X-FORWARDED-PROTO", "X-Forwarded-Prefix"),
        *("Forwarded", "X-Real-IP"),
    ],
)
def test_a_traves_de_otro_servidor_no_se_escribe(cabecera: str) -> None:
    con_ella = {**DE_AQUI.cabeceras, cabecera: ["127.0.0.1"]}
    assert por_que_no(replace(DE_AQUI, cabeceras=con_ella)) == REENVIO


@pytest.mark.parametrize(
    "anfitriones",
    [
        [],
        ["tablero.ejemplo.gov.co"],
        ["192.168.1.5:8501"],
        ["localhost.ejemplo.com"],
        ["localhost:8501@ejemplo.com"],
        ["localhost", "localhost"],
        ["[::1"],
        [""],
    ],
)
def test_con_otro_nombre_no_se_escribe(anfitriones: list[str]) -> None:
    assert por_que_no(replace(DE_AQUI, cabeceras={"Host": anfitriones})) == NOMBRE


@pytest.mark.parametrize("origen", ["https://ejemplo.com", "null", "http://localhost.co"])
def test_una_pagina_ajena_no_escribe(origen: str) -> None:
    ajena = {**DE_AQUI.cabeceras, "Origin": [origen]}
    assert por_que_no(replace(DE_AQUI, cabeceras=ajena)) == ORIGEN


def test_fuera_de_un_servidor_nadie_atiende() -> None:
    assert ATIENDE.direcciones == ()
    assert llegada().cabeceras == {}
    assert motivo() == por_que_no(replace(DE_AQUI, atiende=())) == NO_SE_SABE
