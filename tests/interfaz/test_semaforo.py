"""La página del semáforo: sus cifras, sus filtros y lo que dice cuando no queda nada."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

Abrir = Callable[..., AppTest]
Texto = Callable[[AppTest], str]
PAGINA = "pages/semaforo.py"


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def test_muestra_lo_publicado_junto_a_lo_calculado(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    for cifra in ("52,05\u00a0%", "52,20\u00a0%", "−0,15\u00a0p.\u00a0p.", "50,20\u00a0%"):
        assert cifra in dicho
    for cifra in ("52,04\u00a0%", "52,18\u00a0%", "−0,14\u00a0p.\u00a0p.", "+1,85\u00a0p.\u00a0p."):
        assert cifra in dicho
    assert "«la trayectoria ideal de implementación debería ser de 50.20% de avance»" in dicho


def test_los_titulos_dicen_el_mensaje(abrir: Abrir) -> None:
    titulos = subtitulos(abrir(PAGINA))
    assert titulos == [
        "La política lleva 52,05\u00a0%: 0,15 puntos menos de lo que debía",
        "30 productos van bien de 52; 14 pasan de largo su meta y 4 van por debajo de la mitad",
        "Definiciones del informe",
        "Ninguno de los tres porcentajes da la distribución publicada: el más cercano es el PAV, "
        "que solo coincide en medio y alto",
        "9 productos restan 7,24 puntos y otros compensan 7,09: solo el 3.1.7 resta 4,00",
        "14 productos pasan de largo su meta: el 2.2.12 llegó a 34.400\u00a0%, 344 veces lo "
        "programado",
        "El objetivo 3 va 19,23 puntos por debajo de lo que debía; el informe dice que va 5,89 "
        "puntos por encima",
        "En puntos de la política, los objetivos aportan +0,45, +3,25 y −3,85: suman su brecha, "
        "−0,14",
        "El informe cuenta los productos de 3 sectores: 22 en total, 19 de ellos en alto",
        "Los 52 productos, uno por uno",
    ]


def test_un_nivel_que_el_informe_calla_no_es_cero(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "El informe no dice los demás niveles de Movilidad." in dicho


def test_la_leyenda_dice_rango_forma_y_palabra(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    for parte in (
        "Sobre-ejecución</span> más de 125\u00a0%",
        "Alto</span> más de 75\u00a0% y hasta 125\u00a0%",
        "Medio</span> más de 50\u00a0% y hasta 75\u00a0%",
        "Bajo</span> hasta 50\u00a0%",
    ):
        assert parte in dicho
    assert '<span aria-hidden="true">▼</span> Bajo' in dicho


def test_la_tabla_dice_sin_dato_donde_la_fuente_calla(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, estado="sin dato"))
    assert "2 de 52 productos: sin dato" in dicho
    fila = next(f for f in dicho.split("<tr>") if "<strong>1.1.19</strong>" in f)
    assert fila.count("sin dato") == 5  # PAV, PAHV, PAA, trayectoria y responsable


@pytest.mark.parametrize(
    ("filtros", "titulo", "codigos"),
    [
        ({"estado": "bajo"}, "4 de 52 productos: bajo", ("1.1.8", "1.1.17", "2.2.6", "3.1.7")),
        ({"sector": "Salud"}, "6 de 52 productos: sector Salud", ("1.1.10", "2.2.9")),
        (
            {"objetivo": "3", "estado": "sobre-ejecución"},
            "2 de 52 productos: objetivo 3, sobre-ejecución",
            ("3.1.1", "3.1.8"),
        ),
        ({"tipo": "Decreciente"}, "1 de 52 productos: Decreciente", ("2.2.6",)),
    ],
)
def test_un_enlace_reproduce_la_vista(
    abrir: Abrir, texto: Texto, filtros: dict[str, str], titulo: str, codigos: tuple[str, ...]
) -> None:
    prueba = abrir(PAGINA, **filtros)
    assert subtitulos(prueba)[-1] == titulo
    for codigo in codigos:
        assert f"<td><strong>{codigo}</strong></td>" in texto(prueba)
    for nombre, valor in filtros.items():
        assert prueba.selectbox(key=f"filtro_{nombre}").value == valor


def test_elegir_en_la_lista_cambia_la_tabla_y_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    prueba.selectbox(key="filtro_estado").select("medio").run()
    assert subtitulos(prueba)[-1] == "2 de 52 productos: medio"
    assert prueba.query_params["estado"] == "medio"
    assert "<td><strong>2.2.4</strong></td>" in texto(prueba)


def test_un_filtro_que_no_deja_nada_lo_dice(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, sector="Educación", estado="bajo")
    assert subtitulos(prueba)[-1] == "0 de 52 productos: bajo, sector Educación"
    assert "Sin dato: ninguna fuente publica esto" in texto(prueba)


def test_un_filtro_que_no_existe_se_avisa_y_muestra_todo(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, estado="azul")
    assert "«azul», que no existe" in texto(prueba)
    assert subtitulos(prueba)[-1] == "Los 52 productos, uno por uno"


def test_los_objetivos_publicados_junto_a_los_calculados(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA)).split('aria-label="Objetivos de la política"')[1]
    assert dicho.count("Nombre: no publicado") == 3
    fila = next(f for f in dicho.split("<tr>") if ">Objetivo 3<" in f)
    celdas = [c.split("</td>")[0] for c in fila.split('<td class="n">')[1:]]
    assert celdas[:6] == ["9", "9", "19\u00a0%", "20\u00a0%", "+5,89", "−19,23"]
    assert celdas[6:] == ["31,70\u00a0%", "50,93\u00a0%", "6,34", "−3,85"]


def test_el_territorio_no_la_cambia_y_lo_dice(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, departamento="Arauca"))
    assert "el filtro «Arauca» no la cambia" in dicho
    assert "Los 52 productos, uno por uno" in dicho


def test_los_valores_enormes_se_leen_enteros(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, sector="Educación"))
    assert "34.400\u00a0%" in dicho
    assert "600\u00a0%" in dicho
