"""El buscador sobre los tableros de verdad: lo que halla, en qué orden y con qué cifra."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero import rutas
from tablero.busqueda.buscar import buscar
from tablero.busqueda.documento import CLASES, Documento
from tablero.busqueda.indice import Indice
from tablero.busqueda.respuesta import Respuesta
from tablero.busqueda.reunir import todos
from tablero.consultas.base import Base, Preguntas
from tablero.territorio.localidades import localidades

DE_SALUD = {"1.1.9", "1.1.10", "1.1.11", "1.1.12", "2.2.6", "2.2.7", "2.2.8", "2.2.9"}
"""Los ocho productos que dicen «salud» en su nombre."""


@pytest.fixture(scope="module")
def documentos(base: Base) -> list[Documento]:
    return list(todos(Preguntas(base)))


@pytest.fixture(scope="module")
def indice(documentos: list[Documento]) -> Indice:
    return Indice(documentos)


@pytest.fixture(scope="module")
def con_libros(base_con_libros: Path) -> list[Documento]:
    return list(todos(Preguntas(Base(base_con_libros))))


def primero(respuesta: Respuesta) -> Documento:
    return respuesta.grupos[0].hallados[0]


def test_salud_mental_da_los_ocho_de_salud(indice: Indice) -> None:
    respuesta = buscar(indice, "salud mental", 20)
    productos = respuesta.grupos[0]
    assert productos.clase == "producto"
    assert {h.titulo.split(" ")[0] for h in productos.hallados} == DE_SALUD
    assert respuesta.avisos == ("«mental» no está en el tablero.",)


def test_un_codigo_da_su_producto_con_su_cifra(indice: Indice) -> None:
    hallado = primero(buscar(indice, "¿cómo va 3.1.7?"))
    assert hallado.titulo.startswith("3.1.7 · Instituciones Educativas Distritales")
    assert hallado.cifra == "▼ Bajo · PAHV 0\u00a0%"
    assert hallado.corte == "SDP: 31 de diciembre de 2024"
    assert (hallado.pagina, dict(hallado.parametros)["codigo"]) == ("producto", "3.1.7")


@pytest.mark.parametrize("escrito", ["54001", "cucuta", "Cúcuta", "cúcutta", "san jose de cucuta"])
def test_cucuta_de_todas_las_maneras(indice: Indice, escrito: str) -> None:
    hallado = primero(buscar(indice, escrito))
    assert (hallado.titulo, hallado.parametros) == ("San José de Cúcuta", (("municipio", "54001"),))
    assert hallado.cifra == "16.º de 34 en el orden del IPT"
    assert "14.344 personas" in hallado.contexto
    assert "$441.640.400" in hallado.contexto


def test_de_usme_ninguna_fuente_dice_nada(indice: Indice) -> None:
    hallado = primero(buscar(indice, "¿Y Usme?"))
    assert (hallado.clase, hallado.titulo, hallado.cifra) == ("localidad", "Usme", "sin dato")
    assert hallado.corte == "en ninguna de las 7 fuentes del tablero"
    assert hallado.contexto.startswith(
        "Localidad de Bogotá. Ninguna fuente del tablero la nombra ni da cifras de ella"
    )


def test_de_suba_se_dice_quien_la_nombra(indice: Indice) -> None:
    hallado = primero(buscar(indice, "suba"))
    assert (hallado.clase, hallado.cifra) == ("localidad", "sin dato")
    assert "CNIM (Centro Intégrate Bogotá – CAD Suba, 7.908 personas atendidas)" in hallado.contexto


def test_las_localidades_que_nombra_el_comite_son_trece(
    base: Base, documentos: list[Documento]
) -> None:
    """Y todas las suyas están entre las veinte, escritas igual."""
    suyas = {
        d.titulo for d in documentos if d.contexto.startswith("Localidades de los comités locales")
    }
    assert len(suyas) == 13
    assert suyas < {loc.nombre for loc in localidades()}
    assert [loc.codigo for loc in localidades()] == [f"{n:02}" for n in range(1, 21)]


def test_un_municipio_que_nadie_nombra_lo_dice(indice: Indice) -> None:
    hallado = primero(buscar(indice, "05002"))
    assert hallado.titulo == "Abejorral"
    assert hallado.contexto == "Antioquia, código 05002 · ninguna lista del tablero lo nombra"
    assert hallado.cifra == "sin dato"


@pytest.mark.parametrize(
    ("pregunta", "clase", "titulo"),
    [
        ("idpac", "entidad", "Instituto Distrital para la Participación y la Acción Comunal"),
        ("norte de santander", "departamento", "Norte de Santander"),
        ("cluster 7", "cluster", "Clúster 7"),
        ("uta 1", "uta", "UTA 1: Acogida e inclusión"),
        ("resolución 1409", "accion", "Resolución 1409 de 2025"),
        ("centro integrate arauca", "centro", "Centro Intégrate Arauca"),
        ("divipola", "fuente", "División Político-Administrativa de Colombia (DIVIPOLA)"),
    ],
)
def test_cada_cosa_por_su_nombre(indice: Indice, pregunta: str, clase: str, titulo: str) -> None:
    hallados = {(h.clase, h.titulo) for g in buscar(indice, pregunta).grupos for h in g.hallados}
    assert (clase, titulo) in hallados


def test_hay_de_todo(documentos: list[Documento], con_libros: list[Documento]) -> None:
    clases = {d.clase for d in con_libros} | {"pagina", "termino"}  # estas las pone la interfaz
    assert clases == set(CLASES)
    assert sum(d.clase == "municipio" for d in documentos) == 1122
    assert sum(d.clase == "producto" for d in documentos) == 52
    assert sum(d.clase == "localidad" for d in documentos) == 20


def test_todo_lleva_a_una_pagina_que_existe(con_libros: list[Documento]) -> None:
    paginas = {p.stem for p in (rutas.RAIZ / "pages").glob("*.py")}
    assert {d.pagina for d in con_libros} <= paginas


def test_todo_dice_de_que_fuente_es(con_libros: list[Documento]) -> None:
    assert [d.titulo for d in con_libros if not d.corte] == []


@pytest.mark.parametrize("cual", ["documentos", "con_libros"])
def test_todo_titulo_se_halla_a_si_mismo(cual: str, request: pytest.FixtureRequest) -> None:
    reunidos: list[Documento] = request.getfixturevalue(cual)
    indice = Indice(reunidos)

    @given(st.sampled_from(reunidos))
    @settings(max_examples=150)
    def se_halla(documento: Documento) -> None:
        respuesta = buscar(indice, documento.titulo, 300)
        assert documento.titulo in {h.titulo for g in respuesta.grupos for h in g.hallados}

    se_halla()


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_ningun_texto_lo_rompe(indice: Indice, texto: str) -> None:
    respuesta = buscar(indice, texto)
    assert all(g.hallados for g in respuesta.grupos)
