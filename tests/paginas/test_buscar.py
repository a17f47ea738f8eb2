"""La página Buscar: lo hallado, por grupos, con su cifra y adónde lleva."""

from tipos import Abrir, Texto

PAGINA = "pages/buscar.py"


def test_sin_pregunta_dice_que_se_puede_buscar(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "Se busca en todo el tablero" in dicho
    assert '<a href="buscar?q=salud+mental" target="_self">«salud mental»</a>' in dicho


def test_cada_cosa_con_su_cifra_su_corte_y_su_enlace(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, q="3.1.7", departamento="Cauca"))
    assert '<h2>Productos <span class="tb-cuantos">1 resultado</span></h2>' in dicho
    assert (
        '<a href="producto?codigo=3.1.7&amp;politica=poblacion_migrante_internacional&amp;'
        'corte=2024-12-31&amp;departamento=Cauca" target="_self">3.1.7 · Instituciones '
    ) in dicho
    assert '<p class="tb-su-cifra">▼ Bajo · PAHV 0\u00a0%</p>' in dicho
    assert '<p class="tb-fuente">SDP: 31 de diciembre de 2024</p>' in dicho


def test_lo_corregido_se_dice(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, q="cúcutta"))
    assert "Se buscó también «cúcuta»: «cúcutta» no está en el tablero." in dicho
    assert ">San José de Cúcuta</a>" in dicho


def test_lo_que_no_esta_se_dice_con_que_hacer(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, q="<xyzzyx> zzzzz"))
    assert "Nada del tablero responde a «&lt;xyzzyx&gt; zzzzz»." in dicho
    assert "Pruebe con menos palabras" in dicho
    assert "<section" not in dicho


def test_el_inicio_se_halla_con_su_direccion(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, q="inicio", municipio="54001"))
    assert 'href="./?municipio=54001"' in dicho


def test_lo_escrito_queda_en_la_direccion(abrir: Abrir) -> None:
    prueba = abrir(PAGINA)
    prueba.text_input[0].set_value("  salud ").run()
    assert prueba.query_params["q"] in ("salud", ["salud"])
