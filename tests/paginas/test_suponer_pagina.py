"""«¿Y si…?»: lo que se escribe va a la URL, mueve la política y se ve que es una suposición."""

import pytest
from dichos import advertidos
from pestanas import CON_ALGO_ELEGIDO
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

PAGINA = "pages/suponer.py"
JUNIO = "2025-06-30"


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def tarjeta(texto: str, rotulo: str) -> str:
    """La cifra grande de la tarjeta con ese rótulo."""
    resto = texto.split(f'<p class="tb-etiqueta">{rotulo}</p>')[1]
    return resto.split('<p class="tb-cifra">')[1].split("</p>")[0]


def test_sin_suponer_nada_muestra_el_corte(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    dicho = texto(prueba)
    assert tarjeta(dicho, "Avance, calculado") == "52,04\u00a0%"
    assert tarjeta(dicho, "Brecha en puntos, calculada") == "−0,14"
    assert "Publicado en el corte: 52,05\u00a0%" in dicho
    assert "Los demás quedan como en el corte." in dicho
    assert "Suposición:" not in dicho
    assert subtitulos(prueba) == []


def test_el_2_2_6_al_20_por_ciento_mueve_la_politica(abrir: Abrir, texto: Texto) -> None:
    """52,036 + 4 % × (20 − 5) = 52,636; la cuenta está en `tests/unidad`."""
    prueba = abrir(PAGINA, supone="2.2.6:20")
    dicho = texto(prueba)
    assert tarjeta(dicho, "Avance, calculado y supuesto") == "52,04\u00a0% → 52,64\u00a0%"
    assert (
        tarjeta(dicho, "Trayectoria (lo que debía llevar), calculada y supuesta") == "52,18\u00a0%"
    )
    assert tarjeta(dicho, "Brecha en puntos, calculada y supuesta") == "−0,14 → +0,46"
    assert tarjeta(dicho, "Color de la política, calculado y supuesto") == "●\u00a0Alto"
    assert "<strong>Suposición: reportes supuestos por quien mira.</strong>" in dicho
    pestanas = CON_ALGO_ELEGIDO["suponer?supone=3.1.7:50,2.2.6:20"]
    todas = [abrir(PAGINA, supone="2.2.6:20", ver=ver) for ver in pestanas]
    assert [titulo for pestana in todas for titulo in subtitulos(pestana)] == [
        "Con lo supuesto, la política pasaría de 52,04\u00a0% a 52,64\u00a0%: 0,60 puntos más",
        "Lo que se supone, producto por producto",
        "Con lo supuesto cambiaría cuántos productos hay de cada color: Bajo, de 4 a 3; Alto, de "
        "30 a 31",
        "Productos por estado, en el corte y con la suposición",
    ]
    assert prueba.text_input(key="supuesto_2.2.6").value == "20"


@pytest.mark.parametrize("escrito", ["2.2.6:2 0", "2.2. 6:20", "2.2.6.1:20", "2.2:20"])
def test_una_cifra_partida_en_la_direccion_no_es_otra(
    abrir: Abrir, texto: Texto, escrito: str
) -> None:
    assert "Suposición:" not in texto(abrir(PAGINA, supone=escrito))


def test_un_espacio_entre_las_partes_de_la_direccion_no_cuenta(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, supone=" 2.2.6 : 20 , "))
    assert tarjeta(dicho, "Avance, calculado y supuesto") == "52,04\u00a0% → 52,64\u00a0%"


def test_un_producto_sin_porcentajes_se_supone_y_no_toma_color(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, supone="1.1.19:50")
    dicho = texto(prueba)
    assert (
        "cuánto debía llevar no se publica ni se puede deducir: no tendría color, y seguiría fuera "
        "de la suma; lo que se suponga no la mueve."
    ) in dicho
    assert tarjeta(dicho, "Avance, calculado y supuesto") == "52,04\u00a0%"
    assert tarjeta(dicho, "Brecha en puntos, calculada y supuesta") == "−0,14"
    colores = abrir(PAGINA, supone="1.1.19:50", ver="colores")
    assert "Con lo supuesto no cambiaría cuántos productos hay de cada color" in subtitulos(colores)
    assert not [b for b in prueba.button if b.key == "al_dia_1.1.19"]


@pytest.mark.usefixtures("con_libros")
def test_se_elige_se_escribe_y_queda_en_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, corte=JUNIO)
    lista = prueba.selectbox(key="filtro_codigo")
    assert not [o for o in lista.options if o.startswith("3.1.1 ")]  # no está vigente
    lista.select("1.1.2").run()
    dicho = texto(prueba)
    assert (
        "su próximo reporte es el del tercer trimestre de 2025. El último fue "
        "0, en el segundo trimestre de 2025."
    ) in dicho
    assert "Con 45 iría justo a tiempo (100 %)." in dicho
    campo = prueba.text_input(key="supuesto_1.1.2")
    assert (campo.label, campo.value) == ("Tercer trimestre de 2025: lo hecho en el período", "")
    campo.set_value("40").run()
    assert prueba.query_params["supone"] == "1.1.2:40"
    assert tarjeta(texto(prueba), "Avance, calculado y supuesto") == "32,88\u00a0% → 35,88\u00a0%"
    assert tarjeta(texto(prueba), "Trayectoria (lo que debía llevar), calculada y supuesta") == (
        "45,00\u00a0% → 45,75\u00a0%"
    )


@pytest.mark.usefixtures("con_libros")
def test_suponer_lo_programado_lo_deja_al_dia(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, corte=JUNIO, codigo="1.2.1", supone="1.1.2:40", ver="productos")
    assert prueba.button(key="al_dia_1.2.1").label == "Lo programado: 40"
    prueba.button(key="al_dia_1.2.1").click().run()
    assert prueba.query_params["supone"] == "1.1.2:40,1.2.1:40"
    fila = next(f for f in texto(prueba).split("<tr>")[1:] if "<strong>" in f and ">1.2.1<" in f)
    assert "→ 100,00\u00a0%" in fila


@pytest.mark.usefixtures("con_libros")
def test_se_quita_uno_y_se_quitan_todos(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, corte=JUNIO, supone="1.1.2:40,1.2.1:42")
    prueba.button(key="quitar_1.1.2").click().run()
    assert prueba.query_params["supone"] == "1.2.1:42"
    assert ">1.1.2<" not in texto(prueba)
    prueba.button(key="borrar_supone").click().run()
    assert "supone" not in prueba.query_params
    assert "Suposición:" not in texto(prueba)


@pytest.mark.usefixtures("con_libros")
def test_borrar_el_numero_quita_lo_supuesto(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, corte=JUNIO, supone="1.1.2:40,1.2.1:42")
    prueba.text_input(key="supuesto_1.2.1").set_value("").run()
    assert prueba.query_params["supone"] == "1.1.2:40"


def test_se_escribe_con_coma_decimal_y_lo_que_no_es_un_numero_se_dice(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, supone="2.2.6:20")
    prueba.text_input(key="supuesto_2.2.6").set_value("12,5").run()
    assert prueba.query_params["supone"] == "2.2.6:12.5"
    prueba.text_input(key="supuesto_2.2.6").set_value("doce").run()
    assert advertidos(prueba)[0].startswith("«doce» no es un número que se pueda suponer")
    assert prueba.query_params["supone"] == "2.2.6:12.5"
    assert prueba.text_input(key="supuesto_2.2.6").value == "12,5"
    prueba.run()
    assert not any("doce" in aviso for aviso in advertidos(prueba))


@pytest.mark.usefixtures("con_libros")
def test_lo_que_no_se_puede_suponer_se_dice(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, corte=JUNIO, supone="9.9.9:3,3.1.1:5,1.1.1:-5,1.1.2:40")
    aviso = advertidos(prueba)[0]
    assert "9.9.9: no está entre los productos de este corte." in aviso
    assert "3.1.1: no está vigente: ya no cuenta en la política." in aviso
    assert "1.1.1: −5 no se puede reportar; debe ser 0 o más." in aviso
    # Lo demás sí se usa, y el número imposible se puede corregir.
    assert tarjeta(texto(prueba), "Avance, calculado y supuesto") == "32,88\u00a0% → 35,88\u00a0%"
    assert prueba.text_input(key="supuesto_1.1.1").value == "−5"


@pytest.mark.parametrize("supone", ["2.2.6:20,hola", "2.2.6:20,2.2.6", "2.2.6:20,1.1.1:nan"])
def test_un_enlace_mal_escrito_usa_lo_que_se_entiende(
    abrir: Abrir, texto: Texto, supone: str
) -> None:
    prueba = abrir(PAGINA, supone=supone)
    assert "que no se entiende del todo" in advertidos(prueba)[0]
    assert tarjeta(texto(prueba), "Avance, calculado y supuesto") == "52,04\u00a0% → 52,64\u00a0%"


def test_hay_un_tope_de_supuestos(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, supone=",".join(f"1.1.{n}:1" for n in range(1, 60)))
    assert "a lo sumo 40" in advertidos(prueba)[0]


@pytest.mark.usefixtures("con_libros")
def test_llegar_con_un_producto_que_no_se_puede_suponer_dice_por_que(
    abrir: Abrir, texto: Texto
) -> None:
    dicho = texto(abrir("pages/suponer.py", codigo="3.1.1", corte="2025-12-31"))
    assert "3.1.1: " in dicho
    assert "no existe" not in dicho
