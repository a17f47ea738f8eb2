"""Las diapositivas de una sesión, leídas de vuelta: lo que dicen es lo que las cosas dicen."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fabrica_acta import DECISION, DIA, PIDE, una
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.slide import Slide
from pypdf import PdfReader

from tablero import formato, tema
from tablero.consultas import centros, comite, politica, por_que
from tablero.consultas.base import Base, Preguntas
from tablero.errores import ErrorTablero
from tablero.exportar.escribir.pptx import disenos, plantilla
from tablero.exportar.marca import AVISO
from tablero.exportar.sesion import diapositivas as pptx
from tablero.respuestas.acta import Acta
from tablero.respuestas.cosas.cosa import BARRAS, Cosa, faltan
from tablero.respuestas.cosas.politica import vista

FUERA_DEL_CUERPO = {"Aviso", "Número de la diapositiva"}
PUNTOS_MENORES = 10
PARTE = re.compile(r" \(parte \d+\)$")
"""Lo que se agrega al título de la que sigue la tabla de otra."""


@pytest.fixture(scope="module")
def acta(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Acta:
    return una(base, tmp_path_factory.mktemp("acta") / "registro")


@pytest.fixture(scope="module")
def hechas(acta: Acta) -> bytes:
    return pptx.escribir(acta)


@pytest.fixture(scope="module")
def hojas(hechas: bytes) -> list[Slide]:
    return list(Presentation(BytesIO(hechas)).slides)


def titulo(hoja: Slide) -> str:
    assert hoja.shapes.title is not None
    return str(hoja.shapes.title.text_frame.text)


def de(hojas: list[Slide], cosa: Cosa) -> list[Slide]:
    """Las diapositivas de una cosa: la suya y las que siguen su tabla."""
    return [hoja for hoja in hojas if PARTE.sub("", titulo(hoja)) == cosa.titulo]


def textos(hoja: Slide) -> list[str]:
    return [p.text for f in hoja.shapes if f.has_text_frame for p in f.text_frame.paragraphs]


def notas(hoja: Slide) -> str:
    marco = hoja.notes_slide.notes_text_frame
    assert marco is not None
    return str(marco.text)


def grafico(hoja: Slide) -> Chart:
    (suyo,) = [forma.chart for forma in hoja.shapes if forma.has_chart]
    return suyo


def series(hoja: Slide) -> dict[str, list[float | None]]:
    return {serie.name: list(serie.values) for serie in grafico(hoja).plots[0].series}


def filas(hoja: Slide) -> list[list[str]]:
    (tabla,) = [forma.table for forma in hoja.shapes if forma.has_table]
    return [[celda.text for celda in fila.cells] for fila in tabla.rows]


def cosa(acta: Acta, codigo: str) -> Cosa:
    return next(una.cosa for una in acta.mostradas if una.cosa.codigo == codigo)


def suya(hojas: list[Slide], acta: Acta, codigo: str) -> Slide:
    return de(hojas, cosa(acta, codigo))[0]


def test_cada_pantalla_es_una_diapositiva_con_su_mensaje_sus_cifras_y_su_fuente(
    acta: Acta, hojas: list[Slide]
) -> None:
    assert titulo(hojas[0]) == "Sesión del 15 de diciembre de 2026"
    assert "12 de 19 entidades presentes: hay quórum (se piden 10)." in textos(hojas[0])
    vistas = [titulo(hoja) for hoja in hojas if not PARTE.search(titulo(hoja))]
    mensajes = [una.cosa.titulo for una in acta.mostradas]
    assert vistas[1:3] == mensajes[:2]
    assert [v for v in vistas if v in mensajes] == mensajes
    for mostrada in acta.mostradas:
        hoja, *_ = de(hojas, mostrada.cosa)
        escrito = textos(hoja)
        for cifra in mostrada.cosa.cifras:
            assert {cifra.texto, cifra.rotulo, *filter(None, [cifra.nota])} <= set(escrito)
        assert mostrada.cosa.fuente in escrito
        assert (mostrada.cosa.fuente_entera or mostrada.cosa.fuente) in notas(hoja)
        assert all(cita in notas(hoja) for cita in mostrada.cosa.citas)
        en_notas = notas(hoja) + "\n".join(escrito)
        assert all(nota in en_notas for nota in mostrada.cosa.notas)
        for corte in mostrada.cosa.cortes:
            assert f"Datos hasta el {formato.fecha(corte)}." in notas(hoja)


def test_los_titulos_no_se_repiten(hojas: list[Slide]) -> None:
    veces = Counter(map(titulo, hojas))
    assert {t for t, n in veces.items() if n > 1} == set()


def test_los_valores_de_los_centros_son_los_de_su_consulta(
    acta: Acta, hojas: list[Slide], base: Base
) -> None:
    filas_de = Preguntas(base)(centros.centros, departamento=None, municipio=None).filas[:BARRAS]
    hoja = suya(hojas, acta, "centros")
    assert list(grafico(hoja).plots[0].categories) == [f["centro_nombre"] for f in filas_de]
    assert series(hoja) == {"Personas atendidas": [f["personas"] for f in filas_de]}


def test_los_objetivos_llevan_lo_que_llevan_y_lo_que_debian(
    acta: Acta, hojas: list[Slide], base: Base
) -> None:
    preguntar = Preguntas(base)
    mirada = vista(preguntar)
    assert mirada is not None
    suyos = [
        f
        for f in preguntar(politica.objetivos, **mirada).filas
        if f["objetivo_numero"] is not None and f["brecha_calculada_pp"] is not None
    ]
    hoja = suya(hojas, acta, "objetivos")
    assert series(hoja) == {
        "Lo que lleva": [f["avance_pct"] for f in suyos],
        "Lo que debía llevar": [f["trayectoria_pct"] for f in suyos],
    }
    assert grafico(hoja).has_legend


def test_la_cascada_mide_lo_que_aporta_cada_objetivo(
    acta: Acta, hojas: list[Slide], base: Base
) -> None:
    preguntar = Preguntas(base)
    mirada = vista(preguntar)
    assert mirada is not None
    grupos = preguntar(por_que.grupos, **mirada, por="objetivo").filas
    aportes = sorted(f["brecha_aporte_pp"] for f in grupos)
    medidos = series(suya(hojas, acta, "por_que"))
    parte, mide = medidos["Desde dónde parte"], medidos["Lo que mide la barra"]
    assert [abs(v or 0) for v in mide] == pytest.approx(
        [*map(abs, aportes), abs(grupos[0]["brecha_politica_pp"])], abs=1e-12
    )
    # Cada barra va de donde parte a donde llega: la suma es la brecha.
    llega = [(p or 0) + (m or 0) for p, m in zip(parte, mide, strict=True)]
    assert llega[0] == pytest.approx(aportes[0])
    assert parte[-1] == 0
    assert llega[-1] == pytest.approx(grupos[0]["brecha_politica_pp"])


def test_el_semaforo_apila_los_productos_de_cada_estado(
    acta: Acta, hojas: list[Slide], base: Base
) -> None:
    preguntar = Preguntas(base)
    mirada = vista(preguntar)
    assert mirada is not None
    conteo = {
        f["semaforo"]: f["productos"]
        for f in preguntar(politica.semaforo, **mirada).filas
        if f["productos"]
    }
    assert series(suya(hojas, acta, "semaforo")) == {
        f"{como.simbolo} {como.palabra}: {conteo[estado]}": [conteo[estado]]
        for estado, como in tema.SEMAFORO.items()
        if estado in conteo
    }


def test_las_utas_apilan_lo_reportado_y_lo_que_no(
    acta: Acta, hojas: list[Slide], base: Base
) -> None:
    utas = Preguntas(base)(comite.utas).filas
    medidos = series(suya(hojas, acta, "comite"))
    assert list(medidos) == ["Reportadas", "Sin reporte"]
    juntos = [sum(v or 0 for v in par) for par in zip(*medidos.values(), strict=True)]
    assert medidos["Reportadas"] == [f["actividades_reportadas"] for f in utas]
    assert juntos == [f["actividades"] for f in utas]


def test_cada_tabla_lleva_sus_filas_y_dice_lo_que_queda_fuera(
    acta: Acta, hojas: list[Slide]
) -> None:
    con_tabla = [una.cosa for una in acta.mostradas if una.cosa.tabla is not None]
    assert len(con_tabla) >= 5
    for suya_ in con_tabla:
        tabla = suya_.tabla
        assert tabla is not None
        sus_hojas = de(hojas, suya_)
        leidas = [filas(hoja) for hoja in sus_hojas]
        assert {tuple(una[0]) for una in leidas} == {tabla.columnas}
        assert [tuple(f) for una in leidas for f in una[1:]] == list(tabla.filas)
        fuera = faltan(len(tabla.filas), tabla.total)
        assert f"{tabla.titulo}. {fuera}".rstrip() in textos(sus_hojas[-1])
        for hoja in sus_hojas:
            (forma,) = [f for f in hoja.shapes if f.has_table]
            assert forma.table.first_row


def test_se_lee_en_orden_y_sin_ver(acta: Acta, hojas: list[Slide]) -> None:
    """El título primero, la fuente al final, y cada dibujo con sus palabras."""
    for hoja in hojas:
        nombres = [f.name for f in hoja.shapes if f.name not in FUERA_DEL_CUERPO]
        assert nombres[0] == disenos.TITULO
        assert nombres[-1] == disenos.FUENTE
        assert hoja.shapes.title is not None
        diseno = next(d for d in disenos.DISENOS if d.nombre == hoja.slide_layout.name)
        assert nombres == [sitio for sitio in diseno.sitios if sitio in nombres]
        for forma in hoja.shapes:
            alternativa = forma._element._nvXxPr.cNvPr.get("descr")
            assert bool(alternativa) == (forma.has_chart or forma.has_table)
    avance = cosa(acta, "avance")
    assert avance.grafico is not None
    (dibujo,) = [f for f in suya(hojas, acta, "avance").shapes if f.has_chart]
    assert dibujo._element._nvXxPr.cNvPr.get("descr") == avance.grafico.alternativa


def test_nada_se_sale_ni_es_diminuto(hojas: list[Slide]) -> None:
    ancho, alto = plantilla.ANCHO.inches, plantilla.ALTO.inches
    for hoja in hojas:
        for forma in hoja.shapes:
            assert forma.left.inches >= 0
            assert forma.left.inches + forma.width.inches <= ancho
            assert forma.top.inches + forma.height.inches <= alto
        cuerpo = [f for f in hoja.shapes if f.name in (disenos.TABLA, disenos.GRAFICO)]
        debajo = [f for f in hoja.shapes if f.name in (disenos.NOTAS, disenos.FUENTE)]
        for arriba in cuerpo:
            assert all(arriba.top + arriba.height <= una.top for una in debajo), titulo(hoja)
    letras = {
        int(tamano) / 100
        for hoja in hojas
        for tamano in re.findall(r'\bsz="(\d+)"', hoja.part.blob.decode("utf-8"))
    }
    assert min(letras) >= PUNTOS_MENORES


def test_lo_que_se_decide_se_pregunta_y_se_promete_tambien_va(hojas: list[Slide]) -> None:
    pide = next(hoja for hoja in hojas if titulo(hoja) == f"Se pide decidir: {PIDE}")
    assert f"Decisión: {DECISION}" in textos(pide)
    assert "Empiece por la brecha." in notas(hojas[2])
    assert "Nota de la sesión: Educación pide revisar el peso." in notas(hojas[2])
    por_titulo = {titulo(hoja): hoja for hoja in hojas}
    _, *preguntas = filas(por_titulo["En la sesión se hicieron 2 preguntas"])
    assert ["«¿y Usme?»", "nada: el tablero no la contestó"] in preguntas
    contestada = next(h for h in hojas if titulo(h).startswith("El 3.1.7 lleva"))
    assert notas(contestada).startswith("Se preguntó: «3.1.7».")
    assert filas(por_titulo["La sesión tomó 1 decisión"])[1][1] == DECISION
    assert filas(por_titulo["La sesión dejó 1 compromiso nuevo"])[1] == [
        "Presentar el plan (producto 3.1.7)",
        "Secretaría de Educación del Distrito",
        "31 de enero de 2027",
        "Abierto",
    ]
    assert filas(por_titulo["De antes sigue 1 compromiso abierto"])[1][-1] == "Vencido"


def test_los_compromisos_van_todos(acta: Acta) -> None:
    """Aunque sean más de los que caben en una pared: nada de lo prometido queda por fuera."""
    (uno,) = acta.compromisos
    muchos = tuple(replace(uno, codigo=str(n), que=f"Compromiso {n}") for n in range(25))
    hojas = Presentation(BytesIO(pptx.escribir(replace(acta, compromisos=muchos)))).slides
    suyas = [h for h in hojas if titulo(h).startswith("La sesión dejó 25 compromisos nuevos")]
    assert len(suyas) > 1
    assert titulo(suyas[1]) == "La sesión dejó 25 compromisos nuevos (parte 2)"
    assert len({titulo(h) for h in suyas}) == len(suyas)
    promesas = [fila[0] for hoja in suyas for fila in filas(hoja)[1:]]
    assert promesas == [f"Compromiso {n} (producto 3.1.7)" for n in range(25)]


def test_dice_que_es_y_no_de_quien_era_la_plantilla(acta: Acta, hechas: bytes) -> None:
    leida = Presentation(BytesIO(hechas))
    propias = leida.core_properties
    assert propias.title == "Sesión del 15 de diciembre de 2026 del Comité"
    assert (propias.language, propias.author) == ("es-CO", "Tablero de Control")
    assert propias.created is not None
    assert propias.created.date() == propias.modified.date() == DIA
    partes = b"".join(parte.blob for parte in leida.part.package.iter_parts()).decode(
        "utf-8", "ignore"
    )
    assert "Click to edit" not in partes
    assert "Office Theme" not in partes
    assert "Sheet1" not in partes
    assert "en-US" not in partes
    assert "screen4x3" not in partes
    assert set(re.findall(r'<a:rPr[^>]* lang="([^"]+)"', partes)) == {"es-CO"}
    for hoja in leida.slides:
        xml = hoja.part.blob.decode("utf-8")
        assert not re.findall(r"<a:r><a:t>|<a:rPr(?![^>]*lang=)", xml)
        assert not re.findall(r'name="[^"]*(?:Placeholder|Title|Chart|Table)', xml)


def test_la_misma_acta_da_los_mismos_bytes(
    acta: Acta, hechas: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert pptx.escribir(acta) == hechas
    assert plantilla.escribir() == plantilla.escribir()


def test_lo_simulado_lo_dice_en_cada_una(acta: Acta) -> None:
    simulada = pptx.escribir(replace(acta, es_simulado=True))
    for hoja in Presentation(BytesIO(simulada)).slides:
        (franja,) = [f for f in hoja.shapes if f.name == "Aviso"]
        assert AVISO in franja.text_frame.text


def test_otra_plantilla_cambia_el_patron_y_lleva_lo_mismo(
    acta: Acta, hojas: list[Slide], tmp_path: Path
) -> None:
    otra = Presentation(BytesIO(plantilla.escribir()))
    for diseno in otra.slide_layouts:
        for sitio in diseno.placeholders:
            if sitio.name == disenos.TITULO:
                sitio.left = sitio.left + 100_000
    otra.save(str(tmp_path / "otra.pptx"))
    leida = Presentation(BytesIO(pptx.escribir(acta, tmp_path / "otra.pptx")))
    assert [titulo(h) for h in leida.slides] == [titulo(h) for h in hojas]
    assert all(
        nueva.shapes.title.left == vieja.shapes.title.left + 100_000  # type: ignore[union-attr]
        for nueva, vieja in zip(leida.slides, hojas, strict=True)
    )


def test_a_una_plantilla_incompleta_se_le_dice_que_le_falta(acta: Acta, tmp_path: Path) -> None:
    otra: Any = Presentation(BytesIO(plantilla.escribir()))
    portada, grafico_, *_ = otra.slide_layouts
    otra.slide_layouts.remove(portada)
    (sitio,) = [s for s in grafico_.placeholders if s.name == disenos.GRAFICO]
    sitio._element.getparent().remove(sitio._element)
    otra.save(str(tmp_path / "corta.pptx"))
    with pytest.raises(ErrorTablero) as falla:
        pptx.escribir(acta, tmp_path / "corta.pptx")
    assert str(falla.value) == (
        "A la plantilla corta.pptx le falta:\n"
        "  el diseño «Portada»\n"
        "  en el diseño «Mensaje y gráfico», el marcador de gráfico «Gráfico»"
    )
    (tmp_path / "no.pptx").write_bytes(b"no")
    with pytest.raises(ErrorTablero, match=r"^no\.pptx no es una presentación"):
        pptx.escribir(acta, tmp_path / "no.pptx")
    (tmp_path / "llena.pptx").write_bytes(pptx.escribir(acta))
    with pytest.raises(ErrorTablero, match=r"^Quite de la plantilla llena\.pptx \d+ diapositivas"):
        pptx.escribir(acta, tmp_path / "llena.pptx")


def test_de_una_sesion_cancelada_se_dice(base: Base, tmp_path: Path) -> None:
    sin_hacer = una(base, tmp_path / "registro", cancelada="No hubo sala.")
    portada, *_ = Presentation(BytesIO(pptx.escribir(sin_hacer))).slides
    assert "Sesión cancelada: No hubo sala." in textos(portada)
    assert f"Asistencia: {formato.SIN_DATO}. Quórum: {formato.SIN_DATO}." in textos(portada)


@pytest.mark.skipif(shutil.which("libreoffice") is None, reason="no está LibreOffice")
def test_libreoffice_las_abre_todas(hechas: bytes, hojas: list[Slide], tmp_path: Path) -> None:
    (tmp_path / "sesion.pptx").write_bytes(hechas)
    subprocess.run(
        [
            *("libreoffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "sesion.pptx")),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    paginas = PdfReader(tmp_path / "sesion.pdf").pages
    assert len(paginas) == len(hojas)
    primera = re.sub(r"\s+", " ", paginas[0].extract_text())
    assert f"Sesión del {formato.fecha(date(2026, 12, 15))}" in primera
