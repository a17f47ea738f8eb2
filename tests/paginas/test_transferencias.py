"""Transferencias psicosociales: sus cifras, con y sin filtro."""

from collections.abc import Callable

import pytest
from tipos import LeerTodo

from tablero import formato
from tablero.consultas import transferencias
from tablero.consultas.base import Base

Pesos = Callable[..., str]
PAGINA = "pages/transferencias.py"


@pytest.fixture
def pesos(base: Base) -> Pesos:
    """Una suma de la lista, como se escribe: `pesos("girado_cop", municipio="54001")`."""

    def escribir(
        columna: str, *, departamento: str | None = None, municipio: str | None = None
    ) -> str:
        suma = transferencias.suma(base, departamento=departamento, municipio=municipio)
        return formato.pesos(suma.fila[columna])

    return escribir


def test_todo_el_pais(leer_todo: LeerTodo, pesos: Pesos) -> None:
    pantalla = leer_todo(PAGINA)
    for frase in (
        "$2.000\u00a0millones",
        "La lista suma $1,8\u00a0millones menos.",
        f">{pesos('asignado_cop')}<",
        "13 municipios, con los que desistieron.",
        f">{pesos('girado_cop')}<",
        "11 municipios, sin los que desistieron.",
        f"Riohacha y Maicao: {pesos('desistido_cop')} que no se giraron.",
        "El 52\u00a0% de lo girado en el país fue para San José de Cúcuta y Santiago de Cali; "
        "Riohacha y Maicao desistieron",
        "El 38\u00a0% de lo girado en el país fue para Norte de Santander; a La Guajira no se le "
        "giró: desistieron sus 2 municipios de la lista",
        "A dónde se giró: $1.588,4\u00a0millones a 11 municipios",
        "Parte de lo girado en el país",
        "27,80\u00a0%",
        "«Desistieron del proceso de transferencias de recursos»",
        "401 de 2025",
        "10 de marzo de 2025",
        "7 de julio de 2025",
        "un psicólogo o trabajador social y un gestor territorial en salud",
    ):
        assert frase in pantalla


def test_un_departamento_donde_todos_desistieron(leer_todo: LeerTodo, pesos: Pesos) -> None:
    pantalla = leer_todo(PAGINA, departamento="La Guajira")
    assert f">{pesos('desistido_cop', departamento='La Guajira')}<" in pantalla
    assert ">$0<" in pantalla
    assert (
        "No se giró nada: desistieron los municipios de este territorio que trae la lista."
        in pantalla
    )
    assert "Riohacha y Maicao desistieron" in pantalla
    assert pesos("asignado_cop") not in pantalla


def test_un_municipio_y_su_departamento_entero(leer_todo: LeerTodo, pesos: Pesos) -> None:
    pantalla = leer_todo(PAGINA, municipio="54001")
    assert pantalla.count(f">{pesos('girado_cop', municipio='54001')}<") >= 2
    assert "1 municipio. Es el 27,8\u00a0% de lo girado en el país." in pantalla
    assert "El 28\u00a0% de lo girado en el país fue para San José de Cúcuta" in pantalla
    assert "El 38\u00a0% de lo girado en el país fue para Norte de Santander" in pantalla
    assert "Ninguno desistió." in pantalla


def test_donde_no_hay_transferencias_lo_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Amazonas")
    assert (
        "La lista de transferencias del informe, con 13 municipios de 9 departamentos, no nombra a "
        "Amazonas."
    ) in pantalla
    assert "Municipio por municipio" not in pantalla
    assert "Con qué resoluciones" in pantalla


def test_un_filtro_que_no_existe_se_dice(leer_todo: LeerTodo, pesos: Pesos) -> None:
    pantalla = leer_todo(PAGINA, municipio="99999")
    assert "municipio «99999», que no existe" in pantalla
    assert f">{pesos('girado_cop')}<" in pantalla
