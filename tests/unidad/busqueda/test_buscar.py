"""Qué responde a qué, y en qué orden, con unos pocos documentos."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tablero.busqueda.buscar import buscar
from tablero.busqueda.documento import Documento
from tablero.busqueda.indice import Indice
from tablero.busqueda.respuesta import Respuesta

DOCUMENTOS = (
    Documento("producto", "3.1.7 · Colegios sensibilizados", "producto", codigos=("3.1.7",)),
    Documento("producto", "3.1.17 · Otra cosa", "producto", codigos=("3.1.17",)),
    Documento("producto", "2.2.8 · Atenciones en salud", "producto", codigos=("2.2.8",)),
    Documento("producto", "2.2.9 · Jornadas de afiliación a la salud", "producto"),
    Documento("cifra", "Lo que pesa el 3.1.7", "semaforo", cifra="4 %"),
    Documento("cifra", "Personas con acompañamiento en salud mental", "semaforo", cifra="12"),
    Documento(
        "municipio",
        "San José de Cúcuta",
        "ficha_territorial",
        (("municipio", "54001"),),
        contexto="Norte de Santander",
        codigos=("54001",),
        nombres=("Cúcuta",),
    ),
    Documento("municipio", "Los Patios", "ficha_territorial", texto="área de Cúcuta"),
    Documento("municipio", "Abejorral", "ficha_territorial", codigos=("05002",)),
    Documento("localidad", "Usme", "ficha_territorial", contexto="Ninguna fuente la nombra."),
    Documento("pagina", "¿Y si…?", "suponer"),
    Documento("entidad", "Secretaría de la Mujer", "entidad", nombres=("SDMujer",)),
)
INDICE = Indice(DOCUMENTOS)
SINTAXIS = ('"', "*", "AND", "OR NOT", "NEAR(a b)", "titulo:", "^a", "a + b", "{nombre} : x", "(")


def titulos(respuesta: Respuesta) -> list[str]:
    return [h.titulo for g in respuesta.grupos for h in g.hallados]


@pytest.mark.parametrize(
    ("pregunta", "primero"),
    [
        ("3.1.7", "3.1.7 · Colegios sensibilizados"),
        ("¿cómo va P3.1.7?", "3.1.7 · Colegios sensibilizados"),
        ("54001", "San José de Cúcuta"),
        ("5002", "Abejorral"),
        ("cucuta", "San José de Cúcuta"),
        ("CÚCUTA", "San José de Cúcuta"),
        ("cúcutta", "San José de Cúcuta"),
        ("kukuta", "San José de Cúcuta"),
        ("cucu", "San José de Cúcuta"),
        ("¿Y Usme?", "Usme"),
        ("secretarias mujeres", "Secretaría de la Mujer"),
        ("salud mental", "Personas con acompañamiento en salud mental"),
    ],
)
def test_lo_primero(pregunta: str, primero: str) -> None:
    assert titulos(buscar(INDICE, pregunta))[0] == primero


def test_un_codigo_no_es_el_comienzo_de_otro() -> None:
    """Va primero el que es; el que empieza igual, si acaso, después."""
    hallados = titulos(buscar(INDICE, "3.1.1"))
    assert hallados == ["3.1.17 · Otra cosa"]


def test_despues_de_lo_que_tiene_todas_va_lo_que_tiene_alguna() -> None:
    respuesta = buscar(INDICE, "salud mental")
    assert respuesta.todas
    assert titulos(respuesta)[1:] == [
        "2.2.8 · Atenciones en salud",
        "2.2.9 · Jornadas de afiliación a la salud",
    ]


def test_lo_que_no_esta_se_dice() -> None:
    respuesta = buscar(INDICE, "salud xyzzyx")
    assert respuesta.desconocidas == ("xyzzyx",)
    assert respuesta.avisos == ("«xyzzyx» no está en el tablero.",)
    assert "2.2.8 · Atenciones en salud" in titulos(respuesta)


def test_lo_que_se_corrige_se_dice() -> None:
    respuesta = buscar(INDICE, "cúcutta")
    assert respuesta.avisos == ("Se buscó también «cúcuta»: «cúcutta» no está en el tablero.",)


def test_nada_responde() -> None:
    respuesta = buscar(INDICE, "zzzzzzzz")
    assert (respuesta.cuantos, respuesta.grupos) == (0, ())
    assert respuesta.dicho == "Nada del tablero responde a «zzzzzzzz»."


@pytest.mark.parametrize("vacia", ["", "   ", "¿?", "\u200b", "***"])
def test_una_pregunta_vacia_no_busca_nada(vacia: str) -> None:
    respuesta = buscar(INDICE, vacia)
    assert (respuesta.palabras, respuesta.grupos, respuesta.dicho) == ((), (), "")


def test_cada_grupo_da_los_que_se_piden_y_dice_cuantos_son() -> None:
    (grupo,) = (g for g in buscar(INDICE, "salud", 1).grupos if g.clase == "producto")
    assert (len(grupo.hallados), grupo.cuantos) == (1, 2)


@pytest.mark.parametrize("documento", DOCUMENTOS, ids=lambda d: d.titulo)
def test_todo_titulo_se_halla_a_si_mismo(documento: Documento) -> None:
    assert titulos(buscar(INDICE, documento.titulo))[0] == documento.titulo


@given(st.text(max_size=120) | st.lists(st.sampled_from(SINTAXIS)).map(" ".join))
@example('"')
@example("a* AND NOT nombre:b")
@example("\x00")
def test_ningun_texto_lo_rompe(texto: str) -> None:
    respuesta = buscar(INDICE, texto)
    assert respuesta.cuantos == sum(g.cuantos for g in respuesta.grupos)


@given(st.sampled_from(DOCUMENTOS), st.sampled_from((str.upper, str.lower, str.title)))
def test_da_igual_con_mayusculas(documento: Documento, escribir: object) -> None:
    assert callable(escribir)
    escrito = escribir(documento.titulo)
    assert titulos(buscar(INDICE, escrito)) == titulos(buscar(INDICE, documento.titulo))


def test_varios_hilos_lo_usan_a_la_vez() -> None:
    with ThreadPoolExecutor(8) as hilos:
        hallados = list(hilos.map(lambda q: titulos(buscar(INDICE, q)), ["salud", "usme"] * 40))
    assert hallados[::2] == [titulos(buscar(INDICE, "salud"))] * 40
    assert hallados[1::2] == [["Usme"]] * 40
