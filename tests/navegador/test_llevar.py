"""Llevarse una tarjeta: bajarla, copiar su imagen y su cita, y volver por su enlace."""

import csv
import io
from pathlib import Path

from gestos import descargar, faltas, quieta
from playwright.sync_api import BrowserContext, Page, expect

TITULO = "El 8\u00a0% de lo girado en el país fue para Necoclí y Turbo"
LISTA = '[data-testid="stPopoverBody"] .tb-llevar'
COPIADO = "() => navigator.clipboard.readText()"
TIPOS = "async () => (await navigator.clipboard.read()).flatMap(item => item.types)"


def abrir(pagina: Page, tarjeta: str) -> None:
    boton = pagina.locator(f".st-key-llevar_{tarjeta}").get_by_role("button")
    boton.evaluate("b => b.scrollIntoView({block: 'center'})")
    boton.click()
    expect(pagina.locator(LISTA)).to_be_visible()


def test_una_tarjeta_se_lleva_y_su_enlace_vuelve(
    contexto_quieto: BrowserContext, servidor: str
) -> None:
    contexto_quieto.grant_permissions(["clipboard-read", "clipboard-write"], origin=servidor)
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor}/transferencias?departamento=Antioquia")
    filas = list(
        csv.DictReader(
            io.StringIO(
                Path(descargar(pagina, "transferencias_municipios")).read_text(encoding="utf-8")
            )
        )
    )
    assert [f["municipio_nombre"] for f in filas] == ["Necoclí", "Turbo"]
    abrir(pagina, "transferencias_municipios")
    assert faltas(pagina) == []
    pagina.get_by_role("button", name="Copiar la imagen").click()
    expect(pagina.get_by_role("button", name="Imagen copiada")).to_be_visible()
    assert pagina.evaluate(TIPOS) == ["image/png"]

    pagina.locator(".tb-citar summary").click()
    pagina.get_by_role("button", name="Copiar: ICONTEC").click()
    assert "Necoclí y Turbo" in pagina.evaluate(COPIADO)

    pagina.get_by_role("button", name="Copiar el enlace permanente").click()
    expect(pagina.get_by_role("button", name="Copiado")).to_be_visible()
    enlace = pagina.evaluate(COPIADO)
    esperado = "departamento=Antioquia&tarjeta=transferencias_municipios&edicion=1"
    assert enlace == f"{servidor}/transferencias?{esperado}"

    pagina.goto(enlace)
    quieta(pagina)
    senalada = pagina.locator(".tb-senalada")
    expect(senalada).to_have_count(1)
    expect(senalada).to_be_in_viewport()
    assert "transferencias_municipios" in (senalada.get_attribute("class") or "")
    expect(pagina.get_by_role("heading", name=TITULO)).to_be_in_viewport()


def test_lo_que_cambia_una_parte_de_la_pagina_va_en_el_archivo(pagina: Page, servidor: str) -> None:
    """La lista se escribió antes: el filtro de ahora se lo pone el navegador al tocarla."""
    pagina.goto(f"{servidor}/semaforo?ver=productos")
    quieta(pagina)
    pagina.evaluate("history.replaceState({}, '', '?ver=productos&objetivo=3')")
    bajado = descargar(pagina, "productos")
    assert "objetivo_3" in bajado.name


def test_donde_no_se_puede_copiar_una_imagen_se_dice(pagina: Page, servidor: str) -> None:
    pagina.add_init_script("delete window.ClipboardItem; window.ClipboardItem = undefined")
    pagina.goto(f"{servidor}/semaforo?ver=objetivos")
    quieta(pagina)
    abrir(pagina, "objetivos_avance")
    pagina.get_by_role("button", name="Copiar la imagen").click()
    expect(pagina.locator(".tb-llevar-aviso")).to_contain_text("descargue el PNG")
