"""Lo que queda fuera de la suma se dice junto a cada cifra de la política, y cuáles son."""

import re

import pytest
from dichos import advertidos
from pestanas import PESTANAS
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

JUNIO = "2025-06-30"
DEL_INFORME = "Fuera de la suma, sin dato: 2 productos (4,00\u00a0% del peso de la política)."
LISTA = (
    "3 productos (25,00\u00a0% del peso de la política) y 1 fila sin código legible (10,00\u00a0% "
    "del peso de la política); de ellos, 1 sin peso legible"
)
DEL_LIBRO = f"Fuera de la suma, sin dato: {LISTA}."


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


@pytest.mark.parametrize("pagina", ["app.py", "semaforo", "historia", "suponer", "entidad"])
def test_hoy_faltan_dos_productos(abrir: Abrir, texto: Texto, pagina: str) -> None:
    archivo = pagina if pagina == "app.py" else f"pages/{pagina}.py"
    dicho = texto(abrir(archivo, **({"ver": "pesan"} if pagina == "entidad" else {})))
    assert DEL_INFORME.removesuffix(".").partition(": ")[2] in dicho
    assert "Fuera de la suma, sin dato" in dicho


def test_cuales_son_lleva_a_su_hoja_y_a_la_lista(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir("pages/semaforo.py")).split(DEL_INFORME)[1]
    assert '<a href="producto?codigo=1.1.19&amp;' in dicho
    assert "</a> (la fuente no publica sus porcentajes)" in dicho
    assert 'href="semaforo?ver=productos&amp;estado=fuera+de+la+suma&amp;' in dicho
    prueba = abrir("pages/semaforo.py", estado="fuera de la suma")
    assert "2 de 52 productos: fuera de la suma" in subtitulos(prueba)
    lista = texto(prueba).split('aria-label="Productos de la política"')[1]
    assert lista.count("Fuera de la suma: la fuente no publica sus porcentajes.") == 2


@pytest.mark.usefixtures("con_ilegibles")
def test_el_semaforo_de_un_libro_que_no_se_lee_entero(abrir: Abrir, texto: Texto) -> None:
    todas = [abrir("pages/semaforo.py", corte=JUNIO, ver=ver) for ver in PESTANAS["semaforo"]]
    dicho = "".join(map(texto, todas))
    titulos = [titulo for prueba in todas for titulo in subtitulos(prueba)]
    assert f'<p class="tb-etiqueta">{DEL_LIBRO}</p>' in dicho
    a_la_vista = re.sub(r' data-copiar="[^"]*"', "", dicho)
    assert a_la_vista.count("Fuera de la suma: 3 productos y 1 fila.") == 3  # en sus tres tarjetas
    assert titulos[0] == (
        "La política lleva 16,00\u00a0%: 1,50 puntos menos de lo que debía (fuera de la suma, 3 "
        "productos y 1 fila)"
    )
    assert "Según lo calculado, el objetivo 2 lleva justo lo que debía; del 1, sin dato" in titulos
    assert any(t.startswith("Desde 20") and t.endswith("3 productos y 1 fila)") for t in titulos)
    objetivos = dicho.split('aria-label="Objetivos de la política"')[1]
    assert "Fuera: 2 productos, 15,00\u00a0%" in objetivos
    assert "Fuera: 3 productos, 25,00\u00a0%; 1 fila, 10,00\u00a0%" in objetivos
    assert "1.1.2</a> (no se puede leer: meta de 2023)" in dicho


@pytest.mark.usefixtures("con_ilegibles")
@pytest.mark.parametrize("por", ["producto", "resultado", "objetivo", "sector", "entidad"])
def test_por_que_lo_dice_de_cada_manera(abrir: Abrir, texto: Texto, por: str) -> None:
    dicho = texto(abrir("pages/semaforo.py", corte=JUNIO, por=por))
    assert f"{DEL_LIBRO} Cada barra empieza donde termina la anterior" in dicho


@pytest.mark.usefixtures("con_ilegibles")
def test_la_historia_nombra_lo_que_sale_y_lo_que_vuelve(abrir: Abrir, texto: Texto) -> None:
    """De junio a diciembre vuelven el 1.1.2 y el 1.2.2; el 2.1.1, sin código en junio, entra."""
    todas = [abrir("pages/historia.py", corte="2025-12-31", ver=v) for v in ("avance", "efectos")]
    dicho = "".join(map(texto, todas))
    titulos = [titulo for prueba in todas for titulo in subtitulos(prueba)]
    assert titulos[0].endswith(
        "; no se compara con el corte anterior, que deja otros fuera de la suma"
    )
    assert f"Fuera de la suma, sin dato: al 30 de junio de 2025, {LISTA}." in dicho
    assert titulos[1].startswith("El avance pasa de 16,00\u00a0% a 46,52\u00a0%; lo que más lo")
    assert "vuelven a tener dato, +" in titulos[1]


@pytest.mark.usefixtures("con_ilegibles")
def test_lo_que_se_supone_de_uno_de_fuera_no_mueve_nada(abrir: Abrir, texto: Texto) -> None:
    """Al 1.1.2 le falta la meta de 2023: con otro reporte sigue sin saberse cuánto debía."""
    pide = {"corte": JUNIO, "supone": "1.1.2:10"}
    dicho = texto(abrir("pages/suponer.py", **pide))
    dicho += texto(abrir("pages/suponer.py", **pide, ver="productos"))
    assert "En el corte queda fuera de la suma: no se puede leer: meta de 2023." in dicho
    assert (
        "fuera de la suma: no se puede leer: meta de 2023"
        in dicho.split('data-rotulo="Mueve el avance"')[1]
    )
    assert '<p class="tb-cifra">16,00\u00a0%</p>' in dicho
    assert DEL_LIBRO in dicho


@pytest.mark.usefixtures("con_ilegibles")
def test_un_plazo_ilegible_no_deja_suponer(abrir: Abrir) -> None:
    (aviso, *_) = [
        a
        for a in advertidos(abrir("pages/suponer.py", corte=JUNIO, supone="2.2.1:3"))
        if "2.2.1" in a
    ]
    assert (
        "no se sabe cuándo debe reportar; en el libro no se puede leer: fecha de inicio." in aviso
    )


@pytest.mark.usefixtures("con_ilegibles")
def test_la_hoja_de_producto_dice_por_que(abrir: Abrir, texto: Texto) -> None:
    pide = {"corte": JUNIO, "codigo": "2.2.1"}
    dicho = "".join(texto(abrir("pages/producto.py", **pide, ver=ver)) for ver in ("va", "es"))
    assert (
        "<strong>Fuera de la suma de la política, ni en el avance ni en la trayectoria:</strong> "
        "no se puede leer: fecha de inicio."
    ) in dicho
    assert "Si le falta algún reporte: sin dato. Cuál sigue: sin dato." in dicho
    assert "Inicio ilegible; fin: 31 de diciembre de 2027" in dicho
    assert "hasta el corte debía" not in dicho
    assert "En la suma de la política no cuenta: le falta un dato." in dicho


@pytest.mark.usefixtures("con_ilegibles")
def test_la_entidad_lo_dice_en_su_resumen_y_en_su_lista(abrir: Abrir, texto: Texto) -> None:
    pide = {"corte": JUNIO, "nombre": "Secretaría Distrital de Salud"}
    salud = "".join(texto(abrir("pages/entidad.py", **pide, ver=ver)) for ver in ("va", "debe"))
    assert (
        "Fuera de la suma, sin dato: 2 productos (10,00\u00a0% del peso de la política); de ellos, "
        "1 sin peso legible. En toda la política quedan fuera de la suma, sin dato: "
        f"{LISTA}."
    ) in salud
    assert "Sin contar 1 producto sin peso legible." in salud
    assert "Corregirlo en el libro para calcular su avance; no se puede leer: fecha" in salud
    assert salud.count('<span class="tb-sub">fuera de la suma</span>') == 2
    todas = texto(abrir("pages/entidad.py", corte=JUNIO, ver="pesan"))
    assert DEL_LIBRO in todas


def test_lo_calculado_no_se_rotula_publicado(abrir: Abrir, texto: Texto) -> None:
    """Ninguna fuente publica la trayectoria ni la brecha de un producto."""
    dicho = texto(abrir("pages/producto.py", codigo="2.2.6"))
    for rotulo, nivel in (
        ("Avance acumulado (PAA), publicado", "publicado"),
        ("Trayectoria (lo que debía llevar)", "calculado"),
        ("Brecha", "calculado"),
    ):
        tarjeta = dicho.split(f'<p class="tb-etiqueta">{rotulo}</p>')[1]
        fuente = tarjeta.split('<p class="tb-fuente"')[1].split("</p>")[0]
        assert fuente.endswith(f" · {nivel}.")


@pytest.mark.usefixtures("con_libros")
def test_lo_que_nadie_publica_se_rotula_calculado(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir("pages/semaforo.py", corte=JUNIO))
    tarjeta = dicho.split('<p class="tb-etiqueta">Avance, calculado</p>')[1]
    assert tarjeta.split('<p class="tb-fuente"')[1].split("</p>")[0].endswith(" · calculado.")
    assert "Fuera de la suma" not in dicho.split('aria-label="Objetivos')[0]
