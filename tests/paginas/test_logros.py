"""La página de logros y enfoques."""

from pathlib import Path

import pytest
from tipos import Abrir, Texto

from tablero import rutas

PAGINA = "pages/logros.py"


def test_dice_que_politica_es(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "Política Pública de Acogida, Inclusión y Desarrollo" in dicho
    assert "Decreto Distrital 600 del 15 de diciembre de 2023 y rige en 2023-2035" in dicho
    assert "Promover el acceso de la Población Migrante Internacional" in dicho


def test_las_cifras_de_los_logros(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    for cifra in ("1.061", "5.056", "536", "2.467", "1.134", "128", "143", "500"):
        assert f'<p class="tb-cifra">{cifra}</p>' in dicho


def test_los_relatos_llevan_sus_cifras_y_sus_palabras(abrir: Abrir, texto: Texto) -> None:
    secciones = ("logros", "aportes", "mejorar", "enfoques")
    dicho = "".join(texto(abrir(PAGINA, ver=ver)) for ver in secciones)
    assert "1.151 jurídicas, 371 psicosociales y 945 intervenciones de trabajo social" in dicho
    assert "«se atendieron 1134 personas (906 mujeres y 228 hombres)»" in dicho
    assert (
        "A cargo de: Secretaría de Educación del Distrito. En la fuente: «Secretaría Distrital de "
        "Educación». Producto <a href="
    ) in dicho
    assert "<p>A cargo de: Alta Consejería de Paz, Víctimas y Reconciliación.</p>" in dicho
    assert (
        '<a href="producto?codigo=3.1.7&amp;politica=poblacion_migrante_internacional&amp;'
        'corte=2024-12-31" target="_self">3.1.7</a>'
    ) in dicho
    de_la_nota = '<a href="producto?codigo=2.2.6&amp;corte=2024-12-31" target="_self">2.2.6</a>'
    assert f"viene con baja ejecución del producto {de_la_nota} (ponderación 4 %)." in dicho


def test_lo_que_pide_revisar_el_informe(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, ver="revisar")
    titulos = [str(s.value) for s in prueba.subheader]
    assert "De 17 productos por revisar, 3 en alto y 14 en sobreejecución" in titulos
    dicho = texto(prueba)
    assert '<a href="producto?codigo=2.2.7&amp;' in dicho
    assert "3.399,8\u00a0%" in dicho
    fila = next(f for f in dicho.split("<tr>") if "codigo=2.2.1&" in f)
    assert (
        '>Secretaría Distrital de Integración Social</a><span class="tb-sub">En la fuente: «I. '
        "Social»</span></td>"
    ) in fila
    assert "todas las diferencias caben en el redondeo" in dicho


def test_el_territorio_no_la_cambia_y_lo_dice(abrir: Abrir, texto: Texto) -> None:
    assert "el filtro «Arauca» no la cambia" in texto(abrir(PAGINA, departamento="Arauca"))


def test_una_politica_sin_informe_no_cuenta_logros_ajenos(
    abrir: Abrir, texto: Texto, base_de_dos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rutas, "BASE", base_de_dos)
    dicho = texto(abrir(PAGINA, politica="otra"))
    assert "ninguna fuente relata los logros de «Otra política»" in dicho
    assert "1.061" not in dicho
