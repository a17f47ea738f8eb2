"""Centros Intégrate: sus cifras, con y sin filtro."""

from tipos import LeerTodo

from tablero import formato
from tablero.consultas import centros
from tablero.consultas.base import Base

PAGINA = "pages/centros_integrate.py"
SUMA = "Suma de centros; una persona puede contarse más de una vez."


def personas(base: Base, **lugar: str) -> str:
    """Las personas atendidas en un lugar, como se escriben."""
    todo = {"departamento": None, "municipio": None}
    return formato.numero(centros.suma(base, **{**todo, **lugar}).fila["personas"])


def test_todo_el_pais(leer_todo: LeerTodo, base: Base) -> None:
    pantalla = leer_todo(PAGINA)
    total = formato.numero(centros.publicado(base).fila["personas"])
    assert pantalla.count(f">{total}<") == 2
    assert pantalla.count(SUMA) >= 4
    for frase in (
        "La suma de los centros da lo mismo.",
        ">19<",
        "11 iniciales + 5 nuevos + 3 proyectados",
        "Abierto y sin reporte de personas: Maicao. Sin abrir todavía: Acandí, Buenaventura e "
        "Ipiales.",
        "$13.000\u00a0millones",
        "19 Centros Intégrate. El informe no la reparte por centro.",
        "Los centros de Riohacha y Cúcuta suman 30.234 personas atendidas: el 27\u00a0% de la suma "
        "de los 15 que informan",
        f"Bogotá, D.C., con 3 centros, suma {personas(base, municipio='11001')} personas "
        "atendidas: 24\u00a0% de la suma "
        "del país",
        "El centro de Riohacha atendió a 58,2 personas por día abierto, si abrió todo el periodo; "
        "el nuevo con más, Soacha, a 15,0",
        "La red en todo el país: 19 centros; 15 informan personas atendidas, 1 abierto no las "
        "informa y 3 son proyectados",
        "19 de agosto de 2025",
        "En 9 ciudades. Las dos fuentes cuentan lo mismo",
        "«Super CAD30» en la lista de centros y «CAD 30» en el reporte de atención",
        "**Personas y atenciones no son lo mismo.**",
    ):
        assert frase in pantalla


def test_un_departamento_con_un_centro_que_no_informa(leer_todo: LeerTodo, base: Base) -> None:
    atendidas = personas(base, departamento="La Guajira")
    pantalla = leer_todo(PAGINA, departamento="La Guajira")
    assert f">{atendidas}<" in pantalla
    assert "14,0\u00a0% de la suma del país" in pantalla
    assert "1 inicial + 1 nuevo. Abierto y sin reporte de personas: Maicao." in pantalla
    assert f"Riohacha atendió a {atendidas} personas" in pantalla
    assert "4 de septiembre de 2025" in pantalla
    assert "Super CAD30" not in pantalla


def test_un_municipio(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, municipio="81001")
    assert "Personas atendidas en Arauca, Arauca" in pantalla
    assert ">51<" in pantalla
    assert "No se puede calcular cuántas personas por día" in pantalla


def test_donde_ningun_centro_informa(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Nariño")
    assert ">sin dato<" in pantalla
    assert "Ningún centro del territorio informa personas atendidas" in pantalla
    assert "El centro de Ipiales no informa personas atendidas" in pantalla


def test_donde_no_hay_centros_lo_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Amazonas")
    assert "Ninguno de los 19 Centros Intégrate de la lista está en Amazonas" in pantalla
    assert "La red en" not in pantalla
    assert "Centros según la ficha de Integra" in pantalla


def test_un_filtro_que_no_existe_se_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Narnia")
    assert "departamento «Narnia», que no existe" in pantalla
    assert "Los centros de Riohacha y Cúcuta suman 30.234 personas" in pantalla
