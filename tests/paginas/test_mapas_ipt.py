"""Mapas IPT: qué se pinta, lo que el mapa dice sin verlo y el índice, con y sin filtro."""

import re

from tipos import Abrir, LeerTodo, Texto

from tablero import formato
from tablero.consultas import centros, eat, transferencias
from tablero.consultas.base import Base

PAGINA = "pages/mapas_ipt.py"


def test_los_34_y_lo_que_encontro_el_indice(leer_todo: LeerTodo, texto: Texto, base: Base) -> None:
    pantalla = leer_todo(PAGINA)
    contexto = eat.contexto(base).datos.set_index("cifra_codigo")["valor"]
    for esperado in (
        "34 municipios priorizados: Puerto Santander, Puerto Carreño y Arauca encabezan el orden",
        "Antioquia y Norte de Santander reúnen 10 de los 34 municipios priorizados",
        ">34<",
        ">448<",
        "Son el 41,1\u00a0% de los municipios del país",
        ">cerca de 16<",
        ">8,3\u00a0%<",
        "«Solo el 8,3% de los municipios del país»",
        "7 componentes y 9 indicadores",
        "Morbilidad materna de nacionalidad extranjera.",
        "Los 5 rasgos de municipio que pesan más",
        "Municipios declarados áreas de desarrollo fronterizo.",
        formato.numero(contexto["eat_migrantes_total"]),
        "De 1.122 municipios de todo el país, 34 tienen este dato; de los otros 1.088: «no ",
        "No está entre los priorizados <strong>1.088 municipios</strong>",
        "Límites municipales esquemáticos, no oficiales",
        "Cómo instalar los oficiales",
        "hoy ninguna fuente los publica",
    ):
        assert esperado in pantalla
    a_la_vista = re.sub(r' data-fuente="[^"]*"', "", pantalla)
    assert a_la_vista.count("Tabla 2") == 2


def test_con_un_departamento(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Arauca")
    assert "3 de los 34 están en Arauca: Arauca (3.º), Tame (4.º) y Saravena (6.º)" in pantalla
    assert "Arauca tiene 3 de los 34 municipios priorizados" in pantalla
    assert "Puerto Carreño" not in pantalla.split("tb-caja")[1]
    assert ">448<" in pantalla


def test_un_municipio_que_no_esta_priorizado(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, municipio="25286")
    assert "Ninguno de los 34 municipios priorizados está en Cundinamarca" in pantalla
    assert "Cundinamarca no tiene ninguno de los 34 municipios priorizados" in pantalla
    assert "Sin dato: ninguna fuente publica esto" in pantalla


def test_las_clases_son_las_del_pais_y_los_conteos_los_del_territorio(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Arauca")
    assert "1.º a 6.º <strong>3 municipios</strong>" in pantalla
    assert "28.º a 34.º <strong>0 municipios</strong>" in pantalla
    assert "De 7 municipios de Arauca, 3 tienen este dato; de los otros 4: «no está" in pantalla


def test_se_pintan_las_personas_con_circulos_de_dinero(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    cucuta = transferencias.suma(base, departamento=None, municipio="54001").fila
    bogota, riohacha, de_cucuta = (
        formato.numero(centros.suma(base, departamento=None, municipio=codigo).fila["personas"])
        for codigo in ("11001", "44001", "54001")
    )
    prueba = abrir(PAGINA, variable="personas", simbolos="dinero", cortes="intervalos")
    pantalla = texto(prueba)
    for esperado in (
        f"Personas atendidas en Centros Intégrate: Bogotá, D.C. ({bogota}), Riohacha ({riohacha}) "
        f"y San José de Cúcuta ({de_cucuta}) tienen los valores más altos",
        "una persona puede contarse más de una vez",
        f"el mayor, San José de Cúcuta ({formato.pesos(cucuta['girado_cop'])})",
        "Intervalos iguales: 4 clases",
        f"{bogota} personas atendidas",
    ):
        assert esperado in pantalla
    assert [c.value for c in prueba.selectbox if c.label == "Símbolos encima"] == ["dinero"]


def test_elegir_otra_variable_la_pone_en_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    variable = next(c for c in prueba.selectbox if c.label == "Qué se pinta")
    variable.select("brechas").run()
    assert prueba.query_params["variable"] in ("brechas", ["brechas"])
    assert (
        "Brechas territoriales: 16 municipios con 3, 4 con 2, 10 con 1 y 4 sin ninguna (3 de "
        "ellos, con algo a medias)"
    ) in texto(prueba)
    assert "Cómo se parte en clases" not in [c.label for c in prueba.selectbox]


def test_una_variable_que_no_existe_se_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, variable="puntaje")
    assert (
        "El enlace pide «Qué se pinta: puntaje», que no existe: se muestra la primera." in pantalla
    )


def test_un_municipio_lleva_a_su_ficha(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, municipio="54001")
    enlaces = [e.proto.label for e in prueba.get("page_link")]
    assert "Abrir la ficha territorial de San José de Cúcuta →" in enlaces


def test_el_enlace_a_la_ficha_lleva_lo_elegido_y_el_relato_dice_del_municipio(
    abrir: Abrir, texto: Texto
) -> None:
    prueba = abrir(PAGINA, municipio="05483", variable="personas", cortes="cuantiles")
    enlace = next(e for e in prueba.get("page_link") if "Nariño" in e.proto.label)
    assert enlace.proto.query_string == (
        "departamento=Antioquia&municipio=05483&variable=personas&cortes=cuantiles"
    )
    assert "Nariño, el elegido: ningún centro informa personas atendidas." in texto(prueba)


def test_un_filtro_que_no_existe_se_dice(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Narnia")
    assert "departamento «Narnia», que no existe" in pantalla
    assert "34 municipios priorizados" in pantalla
