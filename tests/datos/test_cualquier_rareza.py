"""Cualquier celda de texto de cualquier libro, con cualquier rareza: lo mismo, o un error suyo."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest
from fabrica_rarezas import OTRAS_LETRAS, RAREZAS, ensuciar
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero import rutas
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.libro.abrir import abrir_libro
from tablero.libro.convertir import convertir, interpretar
from tablero.libro.fila import LugarDeHoja, letras
from tablero.libro.lector_hojas import abrir_hojas_de
from tablero.libro.leer_tabla import TablaLeida, leer_tabla
from tablero.libro.rarezas import Rarezas
from tablero.modelo import Columna, Tabla
from tablero.texto import codigo, limpiar, nombre_de

FILAS = 60
"""Las que bastan de cada hoja: las 1.122 de los municipios son todas iguales."""
Hoja = tuple[str, type[Tabla], list[list[Any]]]


@cache
def hojas() -> tuple[Hoja, ...]:
    """Todas las hojas de todos los libros de fuentes, con sus primeras celdas."""
    todas = []
    for documento in descubrir(rutas.FUENTES):
        revisado = abrir_libro(documento.libro)
        por_nombre = {hoja.nombre: hoja for hoja in revisado.leidas}
        with abrir_hojas_de(revisado) as lector:
            for tabla in documento.tablas:
                celdas = [list(fila) for fila in lector.leer(por_nombre[tabla.hoja])[:FILAS]]
                todas.append((documento.nombre, tabla, celdas))
    return tuple(todas)


@cache
def textos() -> tuple[tuple[int, int, int, Columna], ...]:
    """El lugar de cada celda de texto: hoja, fila, columna y qué columna es."""
    lugares = []
    for numero, (_, tabla, celdas) in enumerate(hojas()):
        por_titulo = {c.titulo: c for c in tabla.columnas_libro()}
        for i, fila in enumerate(celdas[1:], start=1):
            for j, valor in enumerate(fila):
                if isinstance(valor, str) and valor:
                    lugares.append((numero, i, j, por_titulo[celdas[0][j]]))
    return tuple(lugares)


CELDA = st.integers(0, 10**6).map(lambda n: textos()[n % len(textos())])


def leer(
    numero: int, cambios: Sequence[tuple[int, int, Any]] = (), *, como: Any = convertir
) -> TablaLeida:
    _, tabla, celdas = hojas()[numero]
    cambiadas = [*celdas]
    for i, j, valor in cambios:
        cambiadas[i] = [*cambiadas[i][:j], valor, *cambiadas[i][j + 1 :]]
    return leer_tabla(cambiadas, tabla, LugarDeHoja("libro.xlsx", tabla.hoja), como, Rarezas())


@cache
def bien(numero: int) -> list[dict[str, Any]]:
    leida = leer(numero)
    assert (leida.errores, leida.avisos) == ([], [])
    return [fila.valores for fila in leida.filas]


@settings(max_examples=120, deadline=None)
@given(CELDA, RAREZAS)
def test_una_rareza_que_no_dice_otra_cosa_da_las_mismas_filas(
    celda: tuple[int, int, int, Columna], rareza: tuple[str, int]
) -> None:
    """Y si la celda identifica algo, un aviso con su celda dice qué se limpió."""
    numero, i, j, columna = celda
    escrito = hojas()[numero][2][i][j]
    sucio = ensuciar(escrito, rareza)
    leida = leer(numero, [(i, j, sucio)])
    assert [str(e) for e in leida.errores] == []
    assert [fila.valores for fila in leida.filas] == bien(numero)
    importa = columna.identifica or columna.tipo is not str
    avisados = [(a.celda, a.columna) for a in leida.avisos]
    esperados = [(f"{letras(j + 1)}{i + 1}", columna.titulo)]
    assert avisados == (esperados if importa and sucio != escrito else [])


@settings(max_examples=80, deadline=None)
@given(CELDA, st.sampled_from(sorted(OTRAS_LETRAS)))
def test_una_letra_de_otro_alfabeto_es_un_error_de_su_celda(
    celda: tuple[int, int, int, Columna], letra: str
) -> None:
    numero, i, j, columna = celda
    escrito = hojas()[numero][2][i][j]
    ajeno = escrito.replace(letra, OTRAS_LETRAS[letra], 1)
    leida = leer(numero, [(i, j, ajeno)])
    if ajeno == escrito:
        assert leida.errores == []
        return
    (error,) = leida.errores
    assert (error.celda, error.columna) == (f"{letras(j + 1)}{i + 1}", columna.titulo)
    assert "otro alfabeto" in error.mensaje
    assert nombre_de(OTRAS_LETRAS[letra]) in error.mensaje


@settings(max_examples=120, deadline=None)
@given(CELDA, st.text(max_size=25) | RAREZAS, st.booleans())
def test_ningun_texto_se_lee_como_otro_valor(
    celda: tuple[int, int, int, Columna], texto: str | tuple[str, int], en_csv: bool
) -> None:
    """El valor es el texto limpio, está vacía, o la celda tiene un error; las demás, igual."""
    numero, i, j, columna = celda
    escrito = hojas()[numero][2][i][j]
    nuevo = texto if isinstance(texto, str) else ensuciar(escrito, texto)
    como = interpretar if en_csv else convertir
    valor = None
    try:
        valor = como(nuevo, columna)
    except ValueError:
        leida = leer(numero, [(i, j, nuevo)])
        assert [e.celda for e in leida.errores] == [f"{letras(j + 1)}{i + 1}"]
        return
    if isinstance(valor, str):
        assert valor == (codigo if columna.es_codigo else limpiar)(nuevo)
        assert valor != ""
    elif valor is None:
        assert limpiar(nuevo) == ""


SIGNOS = ("1.1.4²", "1.1.4\u00a02", "1.1.\u200b4.", "1.1.4a", "1.1.٤", "1..4", "1.1.4 (1)")


@pytest.mark.parametrize("escrito", SIGNOS)
def test_un_codigo_leido_a_medias_es_un_error_y_no_otro_codigo(escrito: str) -> None:
    numero = next(
        n for n, (_, tabla, _) in enumerate(hojas()) if tabla.tabla == "politica_productos"
    )
    titulos = hojas()[numero][2][0]
    leida = leer(numero, [(1, titulos.index("Código del producto"), escrito)])
    assert [e.columna for e in leida.errores] == ["Código del producto"]
    assert len(leida.filas) == len(bien(numero)) - 1
