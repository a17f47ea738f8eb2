"""Una vuelta sale de un solo tablero, y la última copia buena se sigue viendo."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import rutas
from tablero.consultas import territorio
from tablero.errores import ErrorTablero
from tablero.interfaz.mapa import imagen
from tablero.interfaz.marco import aviso_de_copia, conexion, tableros
from tablero.interfaz.marco.memoria import Memoria
from tablero.interfaz.marco.tableros import Tableros


@pytest.fixture
def abiertos(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tableros]:
    propios = Tableros()
    for modulo in (conexion, aviso_de_copia, tableros):
        monkeypatch.setattr(modulo, "TABLEROS", propios)
    yield propios
    propios.cerrar()
    gc.collect()


@pytest.fixture
def archivo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Un tablero diminuto, en el lugar del verdadero."""
    ruta = tmp_path / "tablero.duckdb"
    monkeypatch.setattr(rutas, "BASE", ruta)
    construir(ruta, "51")
    return ruta


def construir(ruta: Path, titulo: str) -> None:
    nuevo = ruta.with_suffix(".nuevo")
    with duckdb.connect(str(nuevo)) as escrita:
        escrita.execute("CREATE TABLE fuentes (fuente_codigo VARCHAR, titulo VARCHAR)")
        escrita.execute("INSERT INTO fuentes VALUES ('f', ?)", [titulo])
    nuevo.replace(ruta)


def titulo() -> str:
    return str(conexion.base().tabla("fuentes")["titulo"].iloc[0])


def guion() -> None:
    import streamlit as st  # noqa: PLC0415 - el guion se ejecuta suelto

    from tablero.interfaz.marco import conexion  # noqa: PLC0415 - el guion se ejecuta suelto

    def leer() -> str:
        return str(conexion.base().tabla("fuentes")["titulo"].iloc[0])

    primera, identidad = leer(), conexion.identidad()
    st.session_state["entre"](conexion.con_este_tablero(leer))
    st.text(f"{primera} {leer()} {identidad == conexion.identidad()}")


@pytest.mark.usefixtures("abiertos")
def test_una_vuelta_no_mezcla_y_la_siguiente_ya_es_del_nuevo(archivo: Path) -> None:
    despues: list[Callable[[], str]] = []
    siguientes = iter(("777", "888"))

    def entre(leer: Callable[[], str]) -> None:
        despues.append(leer)
        construir(archivo, next(siguientes))

    prueba = AppTest.from_function(guion)
    prueba.session_state["entre"] = entre
    assert [prueba.run().text[0].value for _ in range(2)] == ["51 51 True", "777 777 True"]
    # Lo que ofreció una página sale de su tablero mientras siga abierto; después, de ninguno.
    assert [leer() for leer in despues] == ["51", "777"]
    assert titulo() == "888"
    with pytest.raises(ErrorTablero, match="cambió desde que abrió esta página"):
        despues[0]()
    assert despues[1]() == "777"


def parte() -> None:
    import streamlit as st  # noqa: PLC0415 - el guion se ejecuta suelto

    from tablero.interfaz.marco import conexion  # noqa: PLC0415 - el guion se ejecuta suelto

    veces = st.session_state["veces"] = st.session_state.get("veces", 0) + 1
    suyo = conexion._elegir(es_de_una_parte=veces == 2)
    st.text(str(suyo.base.tabla("fuentes")["titulo"].iloc[0]))


@pytest.mark.parametrize(("construcciones", "visto"), [(1, "51"), (3, "3")])
def test_una_parte_de_la_pagina_sale_del_tablero_de_la_pagina(
    abiertos: Tableros, archivo: Path, construcciones: int, visto: str
) -> None:
    """Si ese ya no está abierto, se repite la página entera con el nuevo."""
    prueba = AppTest.from_function(parte).run()
    gc.collect()
    for numero in range(1, construcciones + 1):
        construir(archivo, str(numero))
        abiertos.vigente()
    assert prueba.run().text[0].value == visto
    assert prueba.session_state["veces"] == (2 if construcciones == 1 else 3)


@pytest.mark.usefixtures("abiertos")
def test_lo_vacio_no_se_guarda(base_construida: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Un código inventado no deja nada: no se acaban."""
    propia = Memoria()
    monkeypatch.setattr(conexion, "MEMORIA", propia)
    for codigo in ("99999", "x" * 500_000):
        assert conexion.preguntar(territorio.municipio, codigo=codigo).esta_vacio
    assert (len(propia), propia.octetos) == (0, 0)
    conexion.preguntar(territorio.municipio, codigo="54001")
    assert len(propia) == 1


@pytest.mark.usefixtures("abiertos")
def test_la_pagina_danada_se_ve_de_la_ultima_copia_y_lo_dice(
    abrir: Abrir,
    texto: Texto,
    base_construida: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    propio = tmp_path / "tablero.duckdb"
    shutil.copyfile(base_construida, propio)
    monkeypatch.setattr(rutas, "BASE", propio)
    sana = texto(abrir("pages/comite.py"))
    assert "última copia buena" not in sana
    propio.write_bytes(b"cortado")
    danada = texto(abrir("pages/comite.py"))
    aviso = aviso_de_copia.html()
    assert "El archivo del tablero está cortado o dañado. Se muestra la última copia" in aviso
    assert "Quien administra el tablero debe construirlo otra vez." in aviso
    assert danada.replace(aviso, "").split() == sana.split()
    assert str(tmp_path) not in danada


@pytest.mark.usefixtures("abiertos")
def test_la_imagen_de_un_mapa_sale_de_su_tablero_o_de_ninguno(
    archivo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imagen, "MEMORIA", Memoria())

    class Dibujo:
        def __init__(self, texto: str) -> None:
            self.dibujo, self.to_json = self, lambda: texto

    ruta = imagen.direccion(Dibujo("mapa"), lambda: titulo().encode())  # type: ignore[arg-type]
    for numero in ("1", "2"):
        construir(archivo, numero)
        conexion.tablero()
    with pytest.raises(ErrorTablero, match="vuelva a cargarla"):
        imagen.imagen(Path(ruta).stem)
