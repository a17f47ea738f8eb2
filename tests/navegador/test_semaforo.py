"""El semáforo y los logros en Chromium."""

import re

import pytest
from gestos import descargar, elegir, leer_csv, quieta
from playwright.sync_api import BrowserContext, Page, expect

TITULO = "Los 52 productos, uno por uno"
GRAFICOS = {"": 2, "por_que": 1, "ritmo": 1, "objetivos": 1, "medida": 2}
"""Pestaña → los que lleva: avance y barra, por qué, ritmo, objetivos, publicado y sectores."""
COMO_VA = "La política lleva 52,05"


def abrir(pagina: Page, servidor: str, ruta: str, titulo: str) -> None:
    pagina.goto(f"{servidor}/{ruta}")
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible(timeout=20_000)
    # Hasta que los gráficos no están, la página crece y los botones se mueven de lugar.
    cuantos = GRAFICOS.get(ruta.partition("ver=")[2].partition("&")[0], 0)
    if ruta.startswith("semaforo") and "=" not in ruta.replace("ver=", ""):
        expect(pagina.locator("svg.marks")).to_have_count(cuantos, timeout=20_000)
    quieta(pagina)


def en_pantalla(pagina: Page) -> list[tuple[str, str]]:
    """Código y PAHV de cada fila de la tabla de productos."""
    filas = pagina.get_by_role("region", name="Productos de la política").locator("tbody tr")
    return [
        (fila.locator("td").nth(0).inner_text(), fila.locator("td").nth(4).inner_text())
        for fila in filas.all()
    ]


def test_carga_y_muestra_su_cifra_principal(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo", COMO_VA)
    expect(pagina.locator(".tb-cifra").first).to_have_text("52,05\u00a0%")
    barra = pagina.locator("svg.marks").nth(1)
    expect(barra).to_be_visible()
    textos = barra.locator("text").all_text_contents()
    assert textos[:5] == ["▼ 4", "◆ 2", "● Alto 30", "▲ Sobreejecución 14", "□ 2"]
    assert "▲ Sobreejecución: 14" in textos


def test_ningun_grafico_dice_undefined(pagina: Page, servidor: str) -> None:
    for ver, cuantos in GRAFICOS.items():
        pagina.goto(f"{servidor}/semaforo?ver={ver or 'va'}")
        expect(pagina.locator("svg.marks")).to_have_count(cuantos, timeout=20_000)
        for texto in pagina.locator("svg.marks text").all_text_contents():
            assert "undefined" not in texto
            assert "NaN" not in texto


def test_la_barra_de_un_grafico_no_ofrece_sus_datos_de_codigo(pagina: Page, servidor: str) -> None:
    """Llevan nombres de código (`fila`, `desde`); el tablero ya da la tabla y el CSV."""
    abrir(pagina, servidor, "semaforo", COMO_VA)
    for rotulo in ("Show data", "Copy Vega-Lite"):
        botones = pagina.locator(f'button[aria-label^="{rotulo}"]')
        expect(botones).to_have_count(GRAFICOS[""])
        for boton in botones.all():
            expect(boton).to_be_hidden()


def test_filtra_con_las_listas_y_queda_en_la_url(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo?ver=productos", TITULO)
    elegir(pagina, "Objetivo", "3")
    elegir(pagina, "Estado", "▲ Sobreejecución")
    expect(
        pagina.get_by_role("heading", name="2 de 52 productos: objetivo 3, sobreejecución")
    ).to_be_visible()
    assert en_pantalla(pagina) == [("3.1.1", "140\u00a0%"), ("3.1.8", "600\u00a0%")]
    assert "objetivo=3" in pagina.url
    assert "estado=sobre-ejecuci" in pagina.url


@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_el_csv_dice_lo_mismo_que_la_pantalla(pagina: Page, servidor: str, dialecto: str) -> None:
    abrir(pagina, servidor, "semaforo?sector=Salud", "6 de 52 productos: sector Salud")
    archivo = descargar(pagina, "productos", dialecto)
    assert re.match(r"productos_.*salud.*2024-12-31", archivo.name)
    coma = "." if dialecto == "maquina" else ","
    filas = leer_csv(archivo)
    pantalla = en_pantalla(pagina)
    assert [f["producto_codigo"] for f in filas] == [codigo for codigo, _ in pantalla]
    for fila, (_, pahv) in zip(filas, pantalla, strict=True):
        escrito = pahv.replace(".", "").replace("\u00a0%", "").replace(",", ".")
        assert float(fila["pahv_pct"].replace(coma, ".")) == float(escrito)
        assert (fila["corte_fecha"], fila["fuente_codigo"]) == ("2024-12-31", "sdp_2024-12-31")


def test_el_departamento_no_la_cambia_y_sigue_al_menu(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo?departamento=Arauca", COMO_VA)
    expect(pagina.get_by_text("el filtro «Arauca» no la cambia")).to_be_visible()
    pagina.get_by_role("link", name="Ver los logros, los enfoques").click()
    expect(pagina.get_by_role("heading", name="Logros y enfoques")).to_be_visible()
    assert "departamento=Arauca" in pagina.url
    pagina.get_by_role("link", name="Centros Intégrate", exact=True).click()
    expect(pagina.get_by_role("combobox", name="Departamento")).to_have_value("Arauca")


def test_los_logros_se_abren_y_dicen_sus_cifras(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "logros?ver=aportes", "Lo que la política aporta a la ciudad")
    pagina.get_by_text("Estrategia Casa de Todas", exact=True).click()
    expect(pagina.get_by_text("1.151 jurídicas, 371 psicosociales")).to_be_visible()
    pagina.get_by_role("tab", name="¿Qué productos revisar?").click()
    filas = leer_csv(descargar(pagina, "acciones_mejora"))
    assert len(filas) == 17
    assert {f["producto_codigo"]: f["pahv_pct"] for f in filas}["2.2.7"] == "3399.8"


def test_la_cascada_por_entidad_queda_en_la_url_y_su_csv_suma_la_brecha(
    pagina: Page, servidor: str
) -> None:
    """Los aportes de las entidades suman −0,1447, la brecha calculada de la política."""
    abrir(pagina, servidor, "semaforo?ver=por_que", "9 productos restan 7,24 puntos")
    elegir(pagina, "¿Qué explica la brecha? Se mira por:", "Entidad")
    titulo = "Por entidad, lo que más resta de lo que la fuente nombra es «Secretaría de Educación"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    assert "por=entidad" in pagina.url
    cascada = pagina.locator("svg.marks", has_text="Brecha de la política")
    textos = cascada.locator("text:not([stroke-width])").all_text_contents()  # sin su halo
    assert textos.count("−3,91\u00a0p.\u00a0p.") == 1
    assert textos.count("−0,14\u00a0p.\u00a0p.") == 1
    filas = leer_csv(descargar(pagina, "por_que_entidad"))
    suma = sum(float(f["brecha_aporte_pp"]) for f in filas)
    assert suma == pytest.approx(float(filas[0]["brecha_politica_pp"]))
    assert round(suma, 2) == -0.14
    assert {f["corte_fecha"] for f in filas} == {"2024-12-31"}


def test_el_codigo_de_un_producto_lleva_a_su_hoja(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo?estado=bajo", "4 de 52 productos: bajo")
    tabla = pagina.get_by_role("region", name="Productos de la política")
    tabla.get_by_role("link", name="2.2.6", exact=True).click()
    expect(pagina).to_have_url(
        f"{servidor}/producto?codigo=2.2.6&politica=poblacion_migrante_internacional"
        "&corte=2024-12-31"
    )


def test_tocar_un_producto_en_la_cascada_abre_su_hoja(pagina: Page, servidor: str) -> None:
    """En la misma pestaña, con la política y el corte que se miran."""
    abrir(pagina, servidor, "semaforo?ver=por_que", "9 productos restan 7,24 puntos")
    abiertas = pagina.context.pages
    pagina.locator("svg.marks text", has_text="3.1.7 Inst").last.click()
    expect(pagina.get_by_role("heading", name="3.1.7. Instituciones Educativas")).to_be_visible()
    assert "producto?codigo=3.1.7&" in pagina.url
    assert pagina.url.endswith("corte=2024-12-31")
    assert pagina.context.pages == abiertas


def test_con_libros_se_ve_por_que_y_a_que_ritmo(
    contexto_quieto: BrowserContext, servidor_con_libros: str
) -> None:
    """Junio de 2025: 32,88 % de 45,00 %; el 1.1.2 lleva 1,08 y necesita 2,25 al mes."""
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor_con_libros}/semaforo?corte=2025-06-30&por=sector")
    expect(pagina.get_by_role("heading", name="Por sector, solo resta «Salud»")).to_be_visible(
        timeout=20_000
    )
    pagina.get_by_role("tab", name="¿Cómo va?").click()
    expect(pagina.locator(".tb-cifra").first).to_have_text("32,88\u00a0%")
    dibujos = pagina.locator("svg.marks")
    expect(dibujos).to_have_count(2, timeout=20_000)
    assert "✕ No vigente: 1" in dibujos.nth(1).locator("text").all_text_contents()
    pagina.get_by_role("tab", name="¿A qué ritmo?").click()
    expect(dibujos.nth(1).locator("text", has_text="1,08 de 2,25")).to_be_visible()
    pagina.get_by_text("El ritmo de cada producto, del más urgente al menos").click()
    tabla = pagina.get_by_role("region", name="El ritmo de cada producto")
    expect(tabla.locator("tbody tr").first).to_contain_text(
        "a ese ritmo nunca la tuvo a su alcance"
    )
    tabla.get_by_role("link", name="1.2.1", exact=True).click()
    expect(pagina).to_have_url(re.compile(r"/producto\?codigo=1\.2\.1&.*corte=2025-06-30"))
