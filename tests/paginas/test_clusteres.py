"""Clústeres: las fichas, las fases y los talleres, con y sin filtro."""

from tipos import LeerTodo

from tablero import formato
from tablero.consultas import transferencias
from tablero.consultas.base import Base

PAGINA = "pages/clusteres.py"


def valor(base: Base, codigo: str) -> str:
    """Lo que la lista de transferencias trae de un municipio, como se escribe."""
    (fila,) = transferencias.municipios(base, departamento=None, municipio=codigo).datos.to_dict(
        "records"
    )
    return formato.pesos(fila["valor_cop"])


def test_los_14_clusteres_y_las_fases(leer_todo: LeerTodo, base: Base) -> None:
    pantalla = leer_todo(PAGINA)
    for esperado in (
        "14 clústeres reúnen los 34 municipios priorizados; el mayor es el 7 (Norte de "
        "Santander), con 5",
        "<b>Puerto Santander</b> · 1.º",
        "<b>Urabá Antioqueño</b> · subregión",
        "<b>Bogotá – CAD 30</b> · inicial · 10.526\u00a0personas atendidas",
        "<b>Ipiales</b> · proyectado · sin dato de personas atendidas",
        f"<b>San José de Cúcuta</b> · {valor(base, '54001')} · girado",
        f"<b>Riohacha</b> · {valor(base, '44001')} · desistido",
        "no aparece en la lista de centros",
        "«realización de los talleres en los 14 clústeres definidos»",
        "Formulación de Planes de Desarrollo Territorial",
        "A partir del segundo semestre de 2024",
        "se implementó",
        "se implementará",
        "Fuera de los municipios priorizados: no está en ningún clúster.",
        "Subregión, no municipio: se muestra con el clúster 9.",
        "Federación Colombiana de Municipios",
        "Banco Interamericano de Desarrollo",
        "Fortalecer las capacidades territoriales",
    ):
        assert esperado in pantalla
    assert pantalla.count("<article>") == 14


def test_un_cluster_va_entero_con_un_municipio(leer_todo: LeerTodo, base: Base) -> None:
    pantalla = leer_todo(PAGINA, municipio="66170")
    assert "Dosquebradas, Risaralda: su clúster es el 3, que reúne 4 municipios" in pantalla
    assert pantalla.count("<article>") == 1
    for municipio in ("Dosquebradas", "Palmira", "Santiago de Cali", "Jamundí"):
        assert f"<b>{municipio}</b>" in pantalla
    assert f"{valor(base, '76001')} · girado" in pantalla


def test_un_departamento_con_dos_clusteres(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Antioquia")
    assert "Antioquia: sus clústeres son el 9 y el 10, que reúnen 5 municipios" in pantalla
    assert pantalla.count("<article>") == 2


def test_donde_no_hay_cluster_lo_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Cundinamarca")
    assert "Ningún clúster tiene municipios en Cundinamarca." in pantalla
    assert "<article>" not in pantalla
    assert "Funza" in pantalla


def test_un_filtro_que_no_existe_se_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, municipio="99999")
    assert "municipio «99999», que no existe" in pantalla
    assert pantalla.count("<article>") == 14
