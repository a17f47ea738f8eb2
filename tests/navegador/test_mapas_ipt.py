"""Mapas IPT en Chromium."""

import csv
import io
import math
from pathlib import Path

import geopandas as gpd
import pytest
from gestos import quieta, teclear
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect
from textos import sin_mapas

from tablero.graficos.mapas.puntos import GRADOS_COLOMBIA, vista

PRIMERA_CLASE = "ul.tb-clases li >> nth=0"
DIBUJO = '[data-testid="stDeckGlJsonChart"]'
PUERTO_CARRENO_ADENTRO = (-68.2, 5.95)
EL_VICHADA = (-70.0, 4.8)
CENTRO = (
    (GRADOS_COLOMBIA[0] + GRADOS_COLOMBIA[2]) / 2,
    (GRADOS_COLOMBIA[1] + GRADOS_COLOMBIA[3]) / 2,
)
ACERCAMIENTO = vista(GRADOS_COLOMBIA).zoom
INTENTOS = 12


def mercator(latitud: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitud))))


def en_pantalla(pagina: Page, lugar: tuple[float, float]) -> tuple[float, float]:
    """Dónde queda, en la ventana, un lugar del mapa de todo el país."""
    escala = 512 * 2**ACERCAMIENTO / 360
    caja = pagina.locator(DIBUJO).first.bounding_box()
    assert caja is not None
    x = caja["x"] + caja["width"] / 2 + (lugar[0] - CENTRO[0]) * escala
    y = caja["y"] + caja["height"] / 2 - (mercator(lugar[1]) - mercator(CENTRO[1])) * escala
    return x, y


def tocar(pagina: Page, lugar: tuple[float, float]) -> None:
    """Toca un lugar del mapa de todo el país, hasta que se abra otra página.

    Sin tarjeta gráfica cada cuadro tarda, y un clic que dura más de un cuarto de segundo no cuenta.
    """
    x, y = en_pantalla(pagina, lugar)
    for _ in range(INTENTOS):
        pagina.mouse.move(x, y)
        pagina.wait_for_timeout(1_200)
        pagina.mouse.click(x, y)
        pagina.wait_for_timeout(1_500)
        if "ficha_territorial" in pagina.url:
            return


def pixeles(pagina: Page) -> Image.Image:
    return Image.open(io.BytesIO(pagina.locator(DIBUJO).first.screenshot())).convert("RGB")


def color(imagen: Image.Image, lugar: tuple[float, float]) -> tuple[int, ...]:
    """El color del mapa de todo el país en un lugar, en grados."""
    escala = 512 * 2**ACERCAMIENTO / 360
    x = imagen.width / 2 + (lugar[0] - CENTRO[0]) * escala
    y = imagen.height / 2 - (mercator(lugar[1]) - mercator(CENTRO[1])) * escala
    hallado = imagen.getpixel((round(x), round(y)))
    assert isinstance(hallado, tuple)
    return hallado


def abrir_sin_dibujo(pagina: Page, direccion: str) -> None:
    """Hasta que la página está entera: un menú abierto antes se quedaría donde ya no va."""
    sin_mapas(pagina)
    pagina.goto(direccion)
    expect(pagina.locator(f"{DIBUJO} canvas").first).to_be_attached()
    expect(pagina.locator(".st-key-tabla_del_mapa table")).to_be_visible()
    quieta(pagina)


def esperar_mapa(pagina: Page) -> Image.Image:
    """La imagen del mapa cuando ya están pintadas las áreas."""
    for _ in range(30):
        imagen = pixeles(pagina)
        if color(imagen, EL_VICHADA) != (255, 255, 255):
            return imagen
        pagina.wait_for_timeout(500)
    pytest.fail("el mapa no se pintó")


def test_el_mapa_se_pinta_y_su_geometria_viaja_una_sola_vez(pagina: Page, servidor: str) -> None:
    pedidas: list[str] = []
    pagina.on("request", lambda r: pedidas.append(r.url) if "/app/static/" in r.url else None)
    pagina.goto(f"{servidor}/mapas_ipt?simbolos=ninguno")
    expect(pagina).to_have_title("Mapas IPT · Tablero de Control")
    titulo = "34 municipios priorizados: Puerto Santander, Puerto Carreño y Arauca"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    imagen = esperar_mapa(pagina)
    prioritario, otro = color(imagen, PUERTO_CARRENO_ADENTRO), color(imagen, EL_VICHADA)
    assert max(prioritario) < 150, "Puerto Carreño, 2.º, lleva el azul más oscuro"
    assert max(otro) - min(otro) < 12, "lo que no está priorizado es gris"
    teclear(pagina, "Cómo se parte en clases", "Intervalos")
    expect(pagina).to_have_url(f"{servidor}/mapas_ipt?simbolos=ninguno&cortes=intervalos")
    expect(pagina.locator(PRIMERA_CLASE)).to_contain_text("1.º a 7.º")
    assert len(pedidas) == len(set(pedidas)) == 2, pedidas


def test_un_cambio_de_filtro_conserva_la_vista_y_el_departamento_vuela(
    pagina: Page, servidor: str
) -> None:
    pagina.goto(f"{servidor}/mapas_ipt?simbolos=ninguno")
    esperar_mapa(pagina)
    caja = pagina.locator(DIBUJO).first.bounding_box()
    assert caja is not None
    x, y = caja["x"] + caja["width"] / 2, caja["y"] + 60
    pagina.mouse.move(x, y)
    pagina.mouse.down()
    pagina.mouse.move(x, y + 100, steps=4)
    pagina.mouse.move(x, y + 200, steps=4)
    pagina.wait_for_timeout(500)
    pagina.mouse.up()
    pagina.wait_for_timeout(2_000)
    corrida = silueta(pixeles(pagina))
    teclear(pagina, "Cómo se parte en clases", "Cuantiles")
    expect(pagina.locator(PRIMERA_CLASE)).to_contain_text("1.º a 7.º")
    pagina.wait_for_timeout(2_000)
    assert silueta(pixeles(pagina)) == corrida, "el mapa volvió a su sitio"
    teclear(pagina, "Departamento", "Arauca")
    titulo = "3 de los 34 están en Arauca: Arauca (3.º), Tame (4.º) y Saravena (6.º)"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    pagina.wait_for_timeout(3_000)
    assert silueta(pixeles(pagina)) != corrida, "el mapa no voló al departamento"


def silueta(imagen: Image.Image) -> tuple[int, int, int, int] | None:
    """El rectángulo de lo que no es fondo."""
    return ImageChops.invert(imagen.convert("L")).point(lambda v: 255 if v > 8 else 0).getbbox()


def test_al_senalar_un_municipio_se_lee_que_es_y_al_tocarlo_se_abre_su_ficha(
    pagina: Page, servidor: str
) -> None:
    pagina.goto(f"{servidor}/mapas_ipt?simbolos=ninguno")
    esperar_mapa(pagina)
    x, y = en_pantalla(pagina, PUERTO_CARRENO_ADENTRO)
    letrero = pagina.locator(".deck-tooltip")
    for corrimiento in range(INTENTOS):
        pagina.mouse.move(x + corrimiento % 3, y)
        pagina.wait_for_timeout(700)
        if letrero.count() and letrero.is_visible():
            break
    expect(letrero).to_have_text(
        "Puerto Carreño (Vichada)\nOrden publicado del IPT: 2.º", use_inner_text=True
    )
    tocar(pagina, PUERTO_CARRENO_ADENTRO)
    expect(pagina).to_have_url(
        f"{servidor}/ficha_territorial?simbolos=ninguno&municipio=99001", timeout=15_000
    )
    expect(pagina.get_by_role("heading", name="Puerto Carreño").first).to_be_visible()


def test_el_geojson_se_abre_y_dice_lo_mismo_que_la_tabla(
    pagina: Page, servidor: str, tmp_path: Path
) -> None:
    abrir_sin_dibujo(pagina, f"{servidor}/mapas_ipt?departamento=Arauca")
    pagina.get_by_role("button", name="Descargar el mapa").click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name="GeoJSON").click()
    assert bajada.value.suggested_filename == "mapa_orden_arauca_2023-2024.geojson"
    destino = tmp_path / "mapa.geojson"
    bajada.value.save_as(destino)
    leido = gpd.read_file(destino)
    assert len(leido) == 7
    con_valor = leido[leido["valor"].notna()].sort_values("valor")
    assert con_valor["municipio_nombre"].tolist() == ["Arauca", "Tame", "Saravena"]
    tabla = pagina.locator("table.tb").first
    for nombre, valor in zip(con_valor["municipio_nombre"], con_valor["valor"], strict=True):
        expect(tabla.get_by_role("row", name=f"{nombre} Arauca {valor:.0f}.º")).to_be_visible()
    with pagina.expect_download() as imagen:
        pagina.get_by_role("button", name="PNG (imagen").click()
    assert imagen.value.suggested_filename == "mapa_orden_arauca_2023-2024.png"
    with Image.open(imagen.value.path()) as abierta:
        assert abierta.width > 1_000


def test_filtrar_y_seguir_por_el_menu(pagina: Page, servidor: str) -> None:
    sin_mapas(pagina)
    pagina.goto(f"{servidor}/mapas_ipt")
    teclear(pagina, "Departamento", "Arauca")
    titulo = "3 de los 34 están en Arauca: Arauca (3.º), Tame (4.º) y Saravena (6.º)"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    pagina.get_by_role("link", name="Clústeres", exact=True).click()
    expect(pagina).to_have_url(f"{servidor}/clusteres?departamento=Arauca")
    expect(pagina.get_by_role("heading", name="Arauca: su clúster es el 12")).to_be_visible()


def test_los_dos_csv_dicen_lo_mismo_que_la_pantalla(pagina: Page, servidor: str) -> None:
    abrir_sin_dibujo(pagina, f"{servidor}/mapas_ipt?departamento=Arauca")
    pagina.locator(".st-key-csv_mapa_orden button").click()
    with pagina.expect_download() as programas:
        pagina.get_by_role("button", name="CSV para programas").click()
    with pagina.expect_download() as excel:
        pagina.get_by_role("button", name="CSV para Excel").click()
    nombre = "mapa_orden_arauca_2023-2024"
    assert programas.value.suggested_filename == f"{nombre}.csv"
    assert excel.value.suggested_filename == f"{nombre}_excel.csv"
    filas = list(csv.DictReader(io.StringIO(programas.value.path().read_text("utf-8"))))
    assert [(f["valor"], f["municipio_codigo"], f["lectura"]) for f in filas] == [
        ("3", "81001", "3.º"),
        ("4", "81794", "4.º"),
        ("6", "81736", "6.º"),
    ]
    hoja = io.StringIO(excel.value.path().read_bytes().decode("utf-8-sig"))
    assert next(iter(csv.DictReader(hoja, delimiter=";")))["Longitud (grados)"] == "-70,74635"
    tabla = pagina.locator("table.tb").first
    for fila in filas:
        expect(tabla.get_by_role("cell", name=fila["municipio_nombre"]).first).to_be_visible()
