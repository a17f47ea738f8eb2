"""La hoja de producto en Chromium, con dos libros de seguimiento."""

import pytest
from fabrica_politica import CORTES, JUNIO, productos
from gestos import descargar, leer_csv, quieta
from playwright.sync_api import Page, expect

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular

JUNIO_URL = "corte=2025-06-30"


@pytest.fixture(scope="module")
def servidor(servidor_con_libros: str) -> str:
    """El tablero que tiene dos libros; `pagina` lo usa en vez del de las fuentes reales."""
    return servidor_con_libros


def abrir(pagina: Page, servidor: str, ruta: str, graficos: int) -> None:
    pagina.goto(f"{servidor}/{ruta}")
    # El último enlace sale cuando todo lo demás está.
    ultimo = pagina.get_by_role("link", name="Ver el semáforo de todos los productos →")
    expect(ultimo).to_be_visible(timeout=20_000)
    expect(pagina.locator("svg.marks")).to_have_count(graficos, timeout=20_000)
    quieta(pagina)


def test_un_clic_en_el_semaforo_abre_su_hoja(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo?ver=productos&{JUNIO_URL}")
    tabla = pagina.get_by_role("region", name="Productos de la política")
    enlace = tabla.get_by_role("link", name="1.1.2", exact=True)
    enlace.evaluate("e => e.scrollIntoView({block: 'center'})")
    enlace.click()
    expect(pagina.get_by_role("heading", name="1.1.2. Producto 1.1.2")).to_be_visible()
    assert "codigo=1.1.2" in pagina.url
    assert "corte=2025-06-30" in pagina.url
    expect(pagina.locator(".tb-cifra")).to_have_text(
        ["65\u00a0%", "25\u00a0%", "32,5\u00a0%", "50\u00a0%", "−17,50\u00a0p.\u00a0p."]
    )


def test_otro_corte_y_el_siguiente_producto(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, f"producto?ver=metas&codigo=1.1.2&{JUNIO_URL}", 2)
    pagina.get_by_role("combobox", name="Corte").click()
    pagina.get_by_role("option", name="31 de diciembre de 2025", exact=True).click()
    expect(
        pagina.get_by_role("heading", name="En total lleva 73 y debía 120; la meta final es 200")
    ).to_be_visible()
    pagina.get_by_role("link", name="1.2.1, siguiente →").click()
    expect(pagina.get_by_role("heading", name="1.2.1. Producto 1.2.1")).to_be_visible()
    expect(pagina.locator(".tb-cifra").first).to_have_text("93,33\u00a0%")  # (38−10)/(40−10)
    assert "codigo=1.2.1" in pagina.url


def test_buscar_por_codigo_lleva_a_la_hoja(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/producto?{JUNIO_URL}")
    campo = pagina.get_by_role("textbox", name="Buscar un producto")
    campo.fill("2.1.1")
    campo.press("Enter")
    expect(pagina.get_by_role("heading", name="2.1.1. Producto 2.1.1")).to_be_visible()
    assert "codigo=2.1.1" in pagina.url


@pytest.mark.parametrize("codigo", ["1.1.1", "2.1.1"])
def test_el_csv_de_la_linea_da_las_cifras_del_motor(
    pagina: Page, servidor: str, codigo: str
) -> None:
    """Con las metas y los reportes que se descargan, el motor da el AV y la MA que dice el CSV."""
    dibujos = 2 if codigo == "1.1.1" else 1
    abrir(pagina, servidor, f"producto?ver=metas&codigo={codigo}&{JUNIO_URL}", dibujos)
    archivo = descargar(pagina, "producto_linea")
    assert archivo.name.startswith(f"producto_linea_{codigo.replace('.', '_')}")
    filas = leer_csv(archivo)
    inventado = next(p for p in productos(JUNIO) if p.codigo == codigo)
    indicador = Indicador(
        codigo=codigo,
        anualizacion_tipo=inventado.anualizacion_tipo,
        periodicidad=inventado.periodicidad,
        metas={int(f["anio"]): float(f["meta"]) for f in filas},
        meta_final=inventado.meta_final,
        reportes={
            Periodo(int(f["anio"]), int(f["trimestre"])): float(f["valor"])
            for f in filas
            if f["valor"]
        },
        linea_base=inventado.linea_base,
    )
    cifras = calcular(indicador, Periodo(*CORTES[JUNIO]))
    al_corte = next(f for f in filas if (f["anio"], f["trimestre"]) == ("2025", "2"))
    assert (float(al_corte["av"]), float(al_corte["ma"])) == (cifras.av, cifras.ma)
    assert al_corte["fuente_codigo"].endswith("_2025-06-30")
    assert "celda" in al_corte["ubicacion"]


def test_las_celdas_se_ven_al_abrir_el_pliegue(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, f"producto?ver=metas&codigo=1.2.1&{JUNIO_URL}", 1)
    tabla = pagina.get_by_role("region", name="Metas y reportes", exact=True)
    expect(tabla).to_have_count(0)
    pliegue = pagina.get_by_text("Metas y reportes, trimestre por trimestre")
    pliegue.evaluate("p => p.scrollIntoView({block: 'center'})")
    pliegue.click()
    expect(tabla.get_by_role("row").filter(has_text="Segundo trimestre de 2025")).to_contain_text(
        "celda Y8"
    )


def test_los_graficos_dicen_numeros_y_ningun_undefined(pagina: Page, servidor: str) -> None:
    textos = []
    for ver, dibujos in (("va", 1), ("metas", 2)):
        abrir(pagina, servidor, f"producto?ver={ver}&codigo=1.1.2&{JUNIO_URL}", dibujos)
        textos += pagina.locator("svg.marks text").all_text_contents()
    for esperado in ("Corte", "2027", "Meta final: 200", "◆ PAHV 65\u00a0%", "32,5\u00a0%"):
        assert esperado in textos
    assert not [t for t in textos if "undefined" in t or "NaN" in t or "null" in t]
