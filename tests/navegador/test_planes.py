"""Plan CNIM, Comité e Integra en Chromium: cargan, muestran sus cifras y se descargan."""

import pytest
from gestos import descargar, leer_csv, quieta
from playwright.sync_api import Page, expect

from tablero.respuestas.columnas import presentacion


def abrir(pagina: Page, servidor: str, ruta: str, titulo: str) -> None:
    pagina.goto(f"{servidor}/{ruta}")
    expect(pagina.get_by_role("heading", name=titulo, exact=True)).to_be_visible()
    quieta(pagina)


def test_el_plan_muestra_su_avance_y_abre_una_accion(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "plan_cnim", "Plan CNIM")
    expect(pagina.locator(".tb-cifra").first).to_have_text("63,8\u00a0%")
    pagina.get_by_role("tab", name="Acción por acción").click()
    tarea = pagina.get_by_text("2. Establecer el actor o interlocutor.")
    expect(tarea).not_to_be_visible()
    pagina.locator("details.tb-hecho > summary").nth(10).click()
    expect(tarea).to_be_visible()


@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_las_mesas_del_csv_son_las_de_la_pantalla(
    pagina: Page, servidor: str, dialecto: str
) -> None:
    abrir(pagina, servidor, "plan_cnim?ver=reuniones", "Plan CNIM")
    titulo = "Las mesas técnicas sobre atención humanitaria, por fecha"
    filas = pagina.get_by_role("region", name=titulo).locator("tbody tr")
    temas = [fila.locator("td").nth(2).inner_text() for fila in filas.all()]
    leidas = leer_csv(descargar(pagina, "cnim_mesas", dialecto))
    assert [f["tema"] for f in leidas] == temas
    assert [f["mesa_fecha"] for f in leidas][:2] == ["2025-07-21", "2025-08-05"]


def test_el_csv_de_las_acciones_lleva_sus_tareas(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "plan_cnim?ver=acciones", "Plan CNIM")
    leidas = leer_csv(descargar(pagina, "cnim_acciones"))
    assert [f["tareas"] for f in leidas] == [
        "4", "4", "6", "3", "3", "4", "4", "4", "4", "0", "3", "0",
    ]  # fmt: skip
    assert {f["corte_fecha"] for f in leidas} == {"2025-11-30"}


def test_del_plan_se_llega_a_los_centros_con_el_filtro(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "plan_cnim?ver=cifras&departamento=Arauca", "Plan CNIM")
    expect(pagina.get_by_text("el filtro «Arauca» no la cambia")).to_be_visible()
    pagina.get_by_role("link", name="Ver los Centros Intégrate, centro por centro").click()
    expect(pagina.get_by_role("combobox", name="Departamento")).to_have_value("Arauca")


def test_el_comite_muestra_su_plan_y_sus_utas(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "comite", "Comité")
    expect(pagina.locator("svg.marks")).to_have_count(1, timeout=20_000)
    textos = pagina.locator("svg.marks text").all_text_contents()
    assert [t for t in textos if " de " in t] == ["15 de 20", "10 de 16", "7 de 12"]
    cifras = pagina.locator(".tb-cifra").all_text_contents()
    assert cifras == ["11", "5", "45\u00a0%", "48", "32", "16", "67\u00a0%"]
    leidas = leer_csv(descargar(pagina, "comite_plan", "excel"))
    assert [f["valor"] for f in leidas] == ["11", "5", "45", "48", "32", "16", "67"]
    assert leidas[2]["valor_calculado"] == "45,45"
    completo = f"{presentacion('valor_calculado').encabezado}, sin redondear"
    assert leidas[2][completo] == "45,4545454545"


def test_el_csv_de_una_uta_dice_lo_de_su_ficha(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "comite?ver=utas", "Comité")
    destacadas = [
        f
        for f in leer_csv(descargar(pagina, "comite_uta_2"))
        if f["clase"] == "actividad destacada"
    ]
    assert [f["valor"] for f in destacadas] == ["259570", "78987", "256352", "111", "82"]
    for cifra in ("259.570", "78.987", "256.352"):
        expect(pagina.get_by_text(cifra, exact=True)).to_be_visible()


def test_integra_muestra_sus_resultados_y_sus_ciudades(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "integra", "Proyecto Integra")
    cifras = pagina.locator(".tb-cifra").all_text_contents()
    assert cifras == ["27", "11", "9", "20", "5", "más de 2.800.000", "alrededor de 500.000"]
    codigos = [f["municipio_codigo"] for f in leer_csv(descargar(pagina, "integra_ciudades"))]
    for codigo in codigos:
        expect(pagina.get_by_role("cell", name=codigo, exact=True)).to_be_visible()
    assert len(codigos) == 8
