"""Las pestañas: solo se pregunta y se dibuja la abierta, y las direcciones de antes llegan."""

from collections.abc import Callable

import pytest
from copiadas import sin_copiar
from dichos import advertidos
from pestanas import CON_ALGO_ELEGIDO, CON_LIBROS, PESTANAS, SIN_PESTANAS
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero.consultas import politica, ritmo
from tablero.consultas.base import Resultado
from tablero.interfaz.marco.conexion import DelTablero

DIRECCIONES = [
    ("semaforo", {"estado": "bajo"}, "productos"),
    ("semaforo", {"objetivo": "1"}, "productos"),
    ("semaforo", {"entidad": "Salud"}, "productos"),
    ("semaforo", {"por": "entidad"}, "por_que"),
    ("conciliacion", {"documento": "cnim"}, "cifras"),
    ("conciliacion", {"parte": "2"}, "cifras"),
]
"""Página, lo que ya traían sus enlaces, y la pestaña que abren."""
CON_LIBROS_DIRECCIONES = [
    ("historia", {"antes": "2024-12-31"}, "efectos"),
    ("historia", {"cambio": "ponderación"}, "datos"),
    ("hallazgos", {"medida": "PAA"}, "contrastes"),
]


def pedido(ruta: str) -> tuple[str, dict[str, str]]:
    """El archivo y los parámetros de una ruta: «producto?codigo=3.1.7»."""
    pagina, _, resto = ruta.partition("?")
    archivo = f"pages/{pagina}.py" if pagina else "app.py"
    return archivo, dict(parte.split("=") for parte in resto.split("&") if parte)


def llenas(prueba: AppTest) -> list[int]:
    """Cuáles de sus pestañas llevan algo, contadas desde cero."""
    return [lugar for lugar, pestana in enumerate(prueba.tabs) if pestana.children]


def abre_la_suya(prueba: AppTest, codigos: tuple[str, ...], abre: str) -> None:
    assert prueba.query_params["ver"] == abre
    assert llenas(prueba) == [codigos.index(abre)]


@pytest.mark.parametrize("pedida", [*PESTANAS, *CON_ALGO_ELEGIDO])
def test_estan_las_que_se_dicen_y_solo_se_llena_la_abierta(abrir: Abrir, pedida: str) -> None:
    codigos = {**PESTANAS, **CON_ALGO_ELEGIDO}[pedida]
    archivo, pide = pedido(pedida)
    for lugar, codigo in enumerate(codigos):
        prueba = abrir(archivo, **pide, ver=codigo)
        assert len(prueba.tabs) == len(codigos)
        assert llenas(prueba) == [lugar], codigo
        assert not [a for a in advertidos(prueba) if "Pestaña" in a]


@pytest.mark.parametrize("pedida", [*SIN_PESTANAS, *PESTANAS, *CON_ALGO_ELEGIDO])
def test_toda_cifra_se_copia_con_su_fuente(abrir: Abrir, texto: Texto, pedida: str) -> None:
    archivo, pide = pedido(pedida)
    vers = {**PESTANAS, **CON_ALGO_ELEGIDO}.get(pedida, ())
    for parametros in [{"ver": ver} for ver in vers] or [{}]:
        html = texto(abrir(archivo, **pide, **parametros))
        assert sin_copiar(html) == []
        assert "data-cifra" not in html  # se quedó sin su fuente


@pytest.mark.usefixtures("con_libros")
@pytest.mark.parametrize("pedida", CON_LIBROS)
def test_con_libros_estan_las_que_se_dicen(abrir: Abrir, pedida: str) -> None:
    archivo, pide = pedido(pedida)
    ultima = CON_LIBROS[pedida][-1]
    prueba = abrir(archivo, **pide, ver=ultima)
    assert len(prueba.tabs) == len(CON_LIBROS[pedida])
    assert llenas(prueba) == [len(CON_LIBROS[pedida]) - 1]


def test_lo_de_una_pestana_cerrada_no_se_pregunta(
    abrir: Abrir, monkeypatch: pytest.MonkeyPatch
) -> None:
    """El ritmo, los objetivos y lo publicado no son de la tabla de productos."""
    hechas: list[object] = []
    preguntar = DelTablero.__call__

    def anotar(self: DelTablero, consulta: Callable[..., Resultado], **pide: object) -> Resultado:
        hechas.append(consulta)
        return preguntar(self, consulta, **pide)

    monkeypatch.setattr(DelTablero, "__call__", anotar)
    abrir("pages/semaforo.py", ver="productos")
    assert politica.productos in hechas
    for ajena in (ritmo.de_la_politica, politica.objetivos, politica.sobre_ejecucion):
        assert ajena not in hechas
    hechas.clear()
    abrir("pages/semaforo.py", ver="objetivos")
    assert politica.objetivos in hechas
    assert politica.productos not in hechas


@pytest.mark.parametrize(("pagina", "pide", "abre"), DIRECCIONES)
def test_un_enlace_de_antes_abre_su_pestana(
    abrir: Abrir, pagina: str, pide: dict[str, str], abre: str
) -> None:
    abre_la_suya(abrir(f"pages/{pagina}.py", **pide), PESTANAS[pagina], abre)


@pytest.mark.usefixtures("con_libros")
@pytest.mark.parametrize(("pagina", "pide", "abre"), CON_LIBROS_DIRECCIONES)
def test_un_enlace_de_antes_abre_su_pestana_con_libros(
    abrir: Abrir, pagina: str, pide: dict[str, str], abre: str
) -> None:
    abre_la_suya(abrir(f"pages/{pagina}.py", **pide), CON_LIBROS[pagina], abre)


def test_la_pestana_que_se_pide_manda_sobre_el_filtro(abrir: Abrir) -> None:
    prueba = abrir("pages/semaforo.py", ver="va", estado="bajo")
    assert llenas(prueba) == [0]
    assert prueba.query_params["ver"] == "va"


def test_las_paginas_que_esperan_algo_se_nombran_en_el_semaforo(abrir: Abrir) -> None:
    """Sin libro ni otro corte, Hallazgos e Historia no están en la tira: se llega desde aquí."""
    rotulos = [e.proto.label for e in abrir("pages/semaforo.py").get("page_link")]
    assert "Revisar el libro oficial: falta entregarlo →" in rotulos
    assert "Hallazgos" not in rotulos


@pytest.mark.usefixtures("con_libros")
def test_con_el_libro_ya_no_se_pide(abrir: Abrir) -> None:
    rotulos = [e.proto.label for e in abrir("pages/semaforo.py").get("page_link")]
    assert "Hallazgos" in rotulos
    assert not [rotulo for rotulo in rotulos if "falta entregarlo" in rotulo]
