"""Lo que pide la dirección se entiende, como sea que esté escrito, o se dice en la página."""

import unicodedata

import pytest
from dichos import advertidos, informados
from tipos import Abrir, Texto

TERRITORIO, PRODUCTO, FICHA = (
    "pages/transferencias.py",
    "pages/producto.py",
    ("pages/ficha_territorial.py"),
)
RAREZAS = {
    "espacio duro": "Norte\u00a0de Santander",
    "ancho cero": "Norte de Santander\u200b",
    "mayúsculas": "NORTE DE SANTANDER",
    "doble espacio": " Norte  de Santander",
    "código": "54",
}


@pytest.mark.parametrize("rareza", RAREZAS)
def test_un_departamento_como_lo_escribe_la_gente(abrir: Abrir, rareza: str) -> None:
    prueba = abrir(TERRITORIO, departamento=RAREZAS[rareza])
    assert prueba.selectbox(key="filtro_departamento").value == "Norte de Santander"
    assert prueba.query_params["departamento"] == "Norte de Santander"
    assert not advertidos(prueba)


@pytest.mark.parametrize("escrito", [unicodedata.normalize("NFD", "Nariño"), "narino", "NARIÑO"])
def test_un_departamento_con_su_tilde_aparte_o_sin_ella(abrir: Abrir, escrito: str) -> None:
    prueba = abrir(TERRITORIO, departamento=escrito)
    assert prueba.selectbox(key="filtro_departamento").value == "Nariño"


@pytest.mark.parametrize(
    "escrito",
    [
        "05837",
        "05 837",
        "5837",
        "05\u00a0837\u200b",
        "０５８３７",
        "05-837",
        "Turbo",
        "TURBO (Antioquia)",
    ],
)
def test_un_municipio_como_lo_escribe_la_gente(abrir: Abrir, texto: Texto, escrito: str) -> None:
    prueba = abrir(FICHA, municipio=escrito)
    assert prueba.query_params["municipio"] == "05837"
    assert "<h2>Turbo</h2>" in texto(prueba)
    assert not advertidos(prueba)


@pytest.mark.parametrize("escrito", ["058370", "5.837,5", "0583٧", "Τurbo", "municipio", "837"])
def test_un_municipio_que_no_se_entiende_se_dice(abrir: Abrir, escrito: str) -> None:
    prueba = abrir(TERRITORIO, municipio=escrito)
    assert advertidos(prueba)[0].startswith("El enlace pide municipio «")
    assert prueba.selectbox(key="filtro_municipio").value == "Todos"


def test_dos_municipios_que_solo_cambian_en_la_tilde_se_eligen_con_su_departamento(
    abrir: Abrir,
) -> None:
    """Chimá está en Córdoba; Chima, en Santander."""
    assert abrir(TERRITORIO, municipio="Chima").query_params["municipio"] == "68176"
    dudoso = abrir(TERRITORIO, municipio="CHIMA")
    assert "El enlace pide municipio «CHIMA»" in advertidos(dudoso)[0]
    claro = abrir(TERRITORIO, municipio="CHIMA", departamento="cordoba")
    assert claro.query_params["municipio"] == "23168"


@pytest.mark.parametrize(
    "escrito",
    [
        *("1.1.4", "1.1.04", "1,1,4", "P1.1.4", "p 1.1.4", "Producto 1.1.4", "1-1-4", "1.1.4."),
        *("1․1․4", "1.1.\u00a04", "\u200b1.1.4", "１.１.４", "1 1 4", "Código: 1.1.4", "01.01.04"),
    ],
)
def test_un_codigo_de_producto_como_lo_escribe_la_gente(abrir: Abrir, escrito: str) -> None:
    prueba = abrir(PRODUCTO, codigo=escrito)
    assert prueba.query_params["codigo"] == "1.1.4"
    assert prueba.subheader[0].value.startswith("1.1.4. ")


@pytest.mark.parametrize(
    "escrito", ["1.1.4²", "1.1.4.2", "1.1.٤", "1.1.IV", "uno", "1..4", "-1.1.4"]
)
def test_un_codigo_que_se_leeria_a_medias_se_dice(abrir: Abrir, escrito: str) -> None:
    prueba = abrir(PRODUCTO, codigo=escrito)
    assert advertidos(prueba)[0].startswith("No hay ningún producto «")
    assert prueba.subheader[0].value == "Los 52 productos: elija uno"


@pytest.mark.parametrize(
    ("pagina", "parametro", "escrito", "verdadero"),
    [
        ("pages/semaforo.py", "corte", "2024‑12‑31", "2024-12-31"),
        ("pages/semaforo.py", "corte", "31 de diciembre de 2024", "2024-12-31"),
        ("pages/semaforo.py", "politica", "Poblacion Migrante Internacional", ""),
        ("pages/mapas_ipt.py", "simbolos", "NINGUNO\u200b", "ninguno"),
    ],
)
def test_las_listas_entienden_lo_mismo(
    abrir: Abrir, pagina: str, parametro: str, escrito: str, verdadero: str
) -> None:
    prueba = abrir(pagina, **{parametro: escrito})
    assert prueba.query_params[parametro] == (verdadero or "poblacion_migrante_internacional")
    assert not [w for w in advertidos(prueba) if "El enlace pide" in w]


def test_un_parametro_con_tilde_o_mayuscula_es_el_de_siempre(abrir: Abrir) -> None:
    prueba = abrir(PRODUCTO, **{"Código": "1.1.4"})
    assert dict(prueba.query_params) == {"codigo": "1.1.4"}
    assert prueba.subheader[0].value.startswith("1.1.4. ")


def test_un_valor_vacio_no_pide_nada(abrir: Abrir) -> None:
    assert not advertidos(abrir(TERRITORIO, departamento="", municipio="\u200b"))


@pytest.mark.parametrize("escrito", ["9", "09", "Clúster 9", "CLUSTER 9", " 9\u00a0"])
def test_un_cluster_como_lo_escribe_la_gente(abrir: Abrir, texto: Texto, escrito: str) -> None:
    assert "Clúster 9" in texto(abrir(FICHA, cluster=escrito))


def test_dos_palabras_que_ningun_producto_tiene_juntas_no_son_un_callejon(
    abrir: Abrir, texto: Texto
) -> None:
    prueba = abrir(PRODUCTO, buscar="salud mental")
    assert informados(prueba)[0] == (
        "«salud mental»: Ningún producto tiene las dos palabras; estos tienen una."
    )
    assert prueba.subheader[0].value.startswith("«salud mental»: ")
    assert "2.2.6" in texto(prueba)


def test_un_parcial_que_es_uno_solo_no_salta_a_su_hoja(abrir: Abrir) -> None:
    prueba = abrir(PRODUCTO)
    prueba.text_input(key="filtro_buscar").set_value("xenofobia submarina").run()
    assert "codigo" not in prueba.query_params
    assert "tiene las dos palabras" in informados(prueba)[0]


def test_un_municipio_con_una_palabra_de_mas_se_halla(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(FICHA)
    prueba.text_input[0].set_value("medellín ciudad").run()
    assert "«medellín ciudad»: Ningún municipio tiene las dos palabras; estos tienen una." in texto(
        prueba
    )
    assert any(e.proto.label == "Medellín (Antioquia)" for e in prueba.get("page_link"))


def test_un_municipio_que_no_es_del_departamento_que_se_pide_se_dice(abrir: Abrir) -> None:
    assert advertidos(abrir(TERRITORIO, departamento="Arauca", municipio="05837")) == [
        "El enlace pide el departamento «Arauca» y un municipio que no es de él: se muestra Turbo, "
        "Antioquia."
    ]
    assert advertidos(abrir(TERRITORIO, departamento="Antioquia", municipio="05837")) == []


def test_la_parte_de_una_lista_que_no_hay_se_dice_aunque_haya_una_sola(abrir: Abrir) -> None:
    prueba = abrir("pages/conciliacion.py", documento="integra", parte="9")
    assert advertidos(prueba) == [
        "El enlace pide «Cifras a la vista: 9», que no existe: se muestra lo que hay."
    ]
