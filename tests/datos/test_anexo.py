"""El anexo de una sesión: dice todo lo que quedó de ella, y la misma sesión da lo mismo."""

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from fabrica_historia import copiar_con_su_historia
from fabrica_sesion import (
    DECISION,
    DIA,
    HOY,
    NOTA,
    PANTALLAS,
    PRESENTES,
    PRIVADA,
    SE_RETIRO,
    la,
    sesion_con_todo,
)
from fabrica_simulada import fuentes_simuladas
from orden import correr
from pypdf import PdfReader
from tipos import Correr

from tablero import letra, reloj, rutas
from tablero.cli.abrir import rehacer
from tablero.consultas.base import Base, Preguntas
from tablero.exportar.imagen import a_png
from tablero.exportar.sesion.anexo import SIN_EDICION, escribir
from tablero.exportar.sesion.archivos import ARCHIVOS, en_html, escritos
from tablero.exportar.sesion.plantillas import Plantillas
from tablero.ingesta.construir import construir
from tablero.registro.archivo import leer
from tablero.registro.ediciones import buscar, ediciones
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.respuestas.acta import Acta, de_sesion, en_su_momento
from tablero.respuestas.cosas.cosa import Imagen

A4 = (595, 842)
PIE = re.compile(r"Sesióndel15dediciembrede2026·[^·]*·registro[0-9a-f]{12}…Página\d+de\d+")


@pytest.fixture(scope="module")
def tablero(base_construida: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Un tablero propio, con su historia y una sesión con de todo."""
    copia = copiar_con_su_historia(base_construida, tmp_path_factory.mktemp("anexo"))
    sesion_con_todo(Lugares.de(copia).registro, 1)
    return copia


def acta_de(tablero: Path, codigo: str = "") -> Acta:
    """La de esa sesión de ese tablero; sin código, la de la más reciente."""
    lugares = Lugares.de(tablero)
    hechos = leer(lugares.registro)
    if not codigo:
        codigo = next(h for h in reversed(hechos) if h.hecho == "sesion").que[7:15]
    suyos, leidas = en_su_momento(hechos, codigo)
    sesion = next(s for s in leidas.sesiones if s.codigo == codigo)
    edicion = None
    if sesion.edicion is not None:
        edicion = buscar(ediciones(lugares.registro), sesion.edicion)
    preguntar = Preguntas(Base(tablero))
    return de_sesion(preguntar, sesion, leidas, suyos, edicion)


@pytest.fixture(scope="module")
def acta(tablero: Path) -> Acta:
    return acta_de(tablero)


@pytest.fixture(scope="module")
def pdf(acta: Acta) -> bytes:
    return escribir(acta)


def junto(texto: str) -> str:
    """Sin blancos ni los lugares donde se parte una palabra larga, con los signos del papel."""
    del_papel = letra.del_papel().en_todo(texto, Counter())
    return re.sub(r"[\s\u200b]+", "", del_papel)


def texto(contenido: bytes) -> str:
    paginas = PdfReader(io.BytesIO(contenido)).pages
    return "".join(PIE.sub("", junto(pagina.extract_text())) for pagina in paginas)


@pytest.fixture(scope="module")
def escrito(pdf: bytes) -> str:
    return texto(pdf)


def test_cada_pantalla_va_con_lo_que_mostro(acta: Acta, escrito: str) -> None:
    assert len(acta.mostradas) == 1 + len(PANTALLAS)
    cosas = [m.cosa for m in acta.mostradas] + [c for _, c in acta.preguntas if c is not None]
    assert sum(len(cosa.citas) for cosa in cosas) >= 6
    for numero, mostrada in enumerate(acta.mostradas, start=1):
        assert junto(f"Pantalla {numero}. {mostrada.cosa.titulo}") in escrito
    for cosa in cosas:
        dichas = [cosa.titulo, *cosa.notas, *cosa.citas, cosa.fuente_entera or cosa.fuente]
        for cifra in cosa.cifras:
            dichas += [cifra.texto, cifra.rotulo, cifra.nota]
        if cosa.tabla:
            dichas += [cosa.tabla.titulo, *cosa.tabla.columnas]
            dichas += ["".join(fila) for fila in cosa.tabla.filas]
        for dicha in dichas:
            assert junto(dicha) in escrito, (cosa.codigo, dicha)
    assert "Van10de34filas:quedanfuera24." in escrito


def test_cada_dibujo_va_con_su_alternativa(acta: Acta, pdf: bytes) -> None:
    dibujadas = [m.cosa.grafico for m in acta.mostradas if m.cosa.grafico is not None]
    assert len(dibujadas) == 3
    alternativas = alternativas_de(pdf)
    for grafico in dibujadas:
        assert junto(grafico.alternativa) in {junto(a) for a in alternativas}


def test_dice_quien_estuvo_que_se_decidio_y_que_se_debe(acta: Acta, escrito: str) -> None:
    hora = f"{acta.sesion.asistencias[0].cuando.astimezone(reloj.BOGOTA):%H:%M}"
    for dicho in (
        "2 de 19 entidades presentes: regla sin configurar",
        "Edición 1, publicada el",
        "Sala Barulé",
        "Verificación del quórum55 min 12 s",
        "Metas PDDsin dato: ninguna fuente lo publicasin asignarsin medir",
        "Tiempo usado en los puntos medidos: 5 min 12 s.",
        f"Se decidió: {DECISION}",
        f"Se anotó: {NOTA}",
        "4Los que más restan¿Se pide un plan?sin decisión",
        "«¿y el 2.2.6?»",
        "«¿cuántos hay en Usme?»",
        "El tablero no encontró con qué contestar.",
        "Presentar el planProducto 3.1.7Secretaría de Educación del Distrito28 de febrero de 2027",
        "En el tablero: producto?codigo=3.1.7 (código: 3.1.7).",
        "En el tablero: transferencias?departamento=Antioquia (departamento: Antioquia).",
    ):
        assert junto(dicho) in escrito, dicho
    assert len(acta.entidades) == 19
    for entidad in acta.entidades:
        estado = "presente" if entidad in PRESENTES else "no se marcó"
        estado = "se retiró" if entidad == SE_RETIRO else estado
        assert junto(f"{entidad}{estado}") in escrito
    assert hora in escrito
    antes = escrito.index(junto("Los que seguían abiertos de sesiones anteriores"))
    de_antes = escrito[antes:]
    assert de_antes.index(junto("Entregar el corte")) < de_antes.index(junto("Nombrar delegado"))
    assert junto("20 de noviembre de 2026ya venció") in de_antes
    assert junto("Sesión del 1 de septiembre de 2026") in de_antes
    # Lo que es para quien habla no es del acta.
    assert junto(PRIVADA) not in escrito


def test_dice_de_que_tablero_salio(acta: Acta, escrito: str) -> None:
    edicion = acta.edicion
    assert edicion is not None
    assert len(edicion.libros) == 7
    for libro in edicion.libros:
        assert libro.fuente_codigo in escrito
        assert libro.sha256 in escrito
        assert f"{libro.sha256[:12]}…" in escrito
    assert re.fullmatch(r"[0-9a-f]{64}", acta.eslabon)
    for huella in (edicion.contenido, edicion.archivo, edicion.huella, acta.eslabon):
        assert huella in escrito
    for dicho in (*edicion.formulas, edicion.programa, acta.programa):
        assert junto(dicho) in escrito


def test_es_un_pdf_accesible_con_la_fecha_de_la_sesion(pdf: bytes) -> None:
    leido = PdfReader(io.BytesIO(pdf))
    assert leido.metadata is not None
    assert leido.metadata.title == "Anexo de la sesión del 15 de diciembre de 2026"
    assert leido.metadata.creation_date is not None
    assert leido.metadata.creation_date.date() == DIA
    catalogo = leido.trailer["/Root"].get_object()
    assert catalogo["/Lang"] == "es-CO"
    assert catalogo["/MarkInfo"]["/Marked"] == True  # noqa: E712 - es un booleano de PDF
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogo["/Metadata"].get_object().get_data()
    for pagina in leido.pages:
        assert (round(pagina.mediabox.width), round(pagina.mediabox.height)) == A4
        assert "registro" in pagina.extract_text()  # la última huella, en cada página


def alternativas_de(pdf: bytes) -> list[str]:
    """El texto alternativo de cada figura."""
    halladas: list[str] = []

    def recorrer(nodo: object) -> None:
        objeto = nodo.get_object() if hasattr(nodo, "get_object") else nodo
        if isinstance(objeto, list):
            for hijo in objeto:
                recorrer(hijo)
        elif isinstance(objeto, dict):
            if "/Alt" in objeto:
                halladas.append(str(objeto["/Alt"]))
            if "/K" in objeto:
                recorrer(objeto["/K"])

    recorrer(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"])
    return halladas


def tamano(png: bytes) -> tuple[int, int]:
    ancho, alto = (int.from_bytes(png[i : i + 4], "big") for i in (16, 20))
    return ancho, alto


def test_una_imagen_va_con_su_alternativa_y_en_la_hoja(acta: Acta) -> None:
    png = a_png({"data": {"values": [{"a": 1}]}, "mark": "bar", "width": 300, "height": 200})
    agenda = acta.mostradas[0]
    con_mapa = replace(agenda.cosa, imagen=Imagen("Mapa de <prueba>", lambda: png))
    hecho = escribir(replace(acta, mostradas=(replace(agenda, cosa=con_mapa),), preguntas=()))
    assert alternativas_de(hecho) == ["Mapa de <prueba>"]
    imagenes = [i for pagina in PdfReader(io.BytesIO(hecho)).pages for i in pagina.images]
    assert [(i.image.width, i.image.height) for i in imagenes if i.image] == [tamano(png)]


def test_el_archivo_de_la_pared_lleva_las_pantallas_y_lo_que_se_pregunto(acta: Acta) -> None:
    html = en_html(acta).decode("utf-8")
    contestadas = [c for _, c in acta.preguntas if c is not None]
    assert html.count("<section ") == len(acta.mostradas) + len(contestadas) == 11
    assert "Se preguntó: «¿y el 2.2.6?»." in html
    assert "Edición 1 del tablero" in html
    assert not re.search(r'(?:src|href)="https?:', html)
    assert len(html) < 5_000_000


def test_la_misma_sesion_da_los_mismos_bytes_el_dia_que_se_pida(
    tablero: Path, acta: Acta, pdf: bytes, en_el_dia: Callable[[date], None]
) -> None:
    codigo = acta.sesion.codigo
    antes = dict(escritos(acta, Plantillas()))
    assert antes["anexo_2026-12-15.pdf"] == pdf
    assert list(antes) == [f"{a.nombre}_2026-12-15.{a.extension}" for a in ARCHIVOS]
    # Años después, y con otra sesión que cierra un compromiso y abre otro.
    en_el_dia(date(2030, 3, 1))
    registro = Lugares.de(tablero).registro
    otra = Escritor(registro, "prueba")
    nueva = otra.crear(date(2030, 2, 1), "Otra", hoy=date(2030, 1, 1), edicion=1)
    otra.compromiso(la(registro, nueva), "Algo nuevo", "Secretaría General", date(2030, 5, 1))
    otra.estado(acta.de_antes[0], "cumplido", "Oficio 45")
    despues = acta_de(tablero, codigo)
    assert despues.eslabon == acta.eslabon
    assert [c.que for c in despues.de_antes] == ["Entregar el corte de junio", "Nombrar delegado"]
    assert dict(escritos(despues, Plantillas())) == antes


def test_lo_que_se_anota_en_ella_si_la_cambia(tablero: Path, acta: Acta) -> None:
    registro = Lugares.de(tablero).registro
    codigo = acta.sesion.codigo
    Escritor(registro, "prueba").asistencia(codigo, "Secretaría Distrital de Gobierno", asiste=True)
    despues = acta_de(tablero, codigo)
    assert despues.eslabon != acta.eslabon
    assert "3de19entidadespresentes" in texto(escribir(despues))


def test_sin_edicion_ni_nada_anotado_se_dice(base: Base, tmp_path: Path) -> None:
    escritor = Escritor(tmp_path, "prueba")
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=None)
    suyos, leidas = en_su_momento(leer(tmp_path), codigo)
    vacia = de_sesion(Preguntas(base), leidas.sesiones[0], leidas, suyos, None, avisos=["Ojo."])
    cancelada = replace(vacia, sesion=replace(vacia.sesion, cancelada="No hubo sala."))
    escrito = texto(escribir(cancelada))
    for dicho in (
        SIN_EDICION,
        "La sesión no tiene puntos.",
        "Lugar sin definir",
        "0 de 19 entidades presentes: regla sin configurar",
        "No se preguntó nada con la sala proyectada.",
        "No se pidió ni se anotó ninguna decisión.",
        "No se hizo ninguno.",
        "No había ninguno.",
        "Tenga en cuenta: La sesión se canceló: No hubo sala.",
        "Tenga en cuenta: Ojo.",
    ):
        assert junto(dicho) in escrito, dicho


def test_los_datos_inventados_lo_dicen_en_cada_hoja(tmp_path: Path) -> None:
    base = tmp_path / "tablero.duckdb"
    construir(fuentes_simuladas(tmp_path), base)
    sesion_con_todo(Lugares.de(base).registro, 1)
    acta = acta_de(base)
    hojas = [p.extract_text() for p in PdfReader(io.BytesIO(escribir(acta))).pages]
    assert len(hojas) > 3
    assert all("DATOS SIMULADOS" in hoja for hoja in hojas)
    assert {nombre for nombre, _ in escritos(acta, Plantillas())} == {
        f"SIMULADO_{a.nombre}_2026-12-15.{a.extension}" for a in ARCHIVOS
    }


def test_la_hora_es_la_de_bogota(acta: Acta, escrito: str) -> None:
    cuando = acta.preguntas[0][0].cuando
    aqui = cuando.astimezone(reloj.BOGOTA)
    assert isinstance(cuando, datetime)
    assert cuando.utcoffset() != aqui.utcoffset()
    assert junto(f"Hora: {aqui.day} de") in escrito
    assert junto(f"{aqui:%H:%M}") in escrito


@pytest.fixture
def orden(tablero: Path) -> Correr:
    """`tablero anexo …` sobre el tablero de estas pruebas."""
    fuentes = tablero.parent / "fuentes"
    fuentes.mkdir(exist_ok=True)
    return partial(_correr_en, fuentes)


def _correr_en(fuentes: Path, *argumentos: str | Path) -> object:
    return correr("anexo", *argumentos, "--fuentes", fuentes)


def test_la_orden_los_escribe_y_dice_cuales(orden: Correr, tablero: Path, tmp_path: Path) -> None:
    hecho = orden("15/12/2026", tmp_path / "salida" / "x")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    renglones = hecho.stdout.splitlines()
    assert renglones[0] == "Sesión del 15 de diciembre de 2026 · Sala Barulé"
    assert re.fullmatch(r"  anexo_2026-12-15\.pdf · \d+ KB", renglones[1])
    assert renglones[-1] == f"{len(ARCHIVOS)} archivos en {tmp_path / 'salida' / 'x'}"
    salidos = sorted(r.name for r in (tmp_path / "salida" / "x").iterdir())
    assert salidos == sorted(f"{a.nombre}_2026-12-15.{a.extension}" for a in ARCHIVOS)
    (de_ese_dia,) = [
        h.que[7:15] for h in leer(Lugares.de(tablero).registro) if '"2026-12-15"' in h.datos
    ]
    orden(de_ese_dia[:6], tmp_path / "otra")
    for nombre in salidos:
        assert (tmp_path / "otra" / nombre).read_bytes() == (
            tmp_path / "salida" / "x" / nombre
        ).read_bytes()


def test_la_orden_con_una_sesion_que_no_esta_no_escribe_nada(orden: Correr, tmp_path: Path) -> None:
    hecho = orden("mañana", tmp_path / "salida")
    assert hecho.returncode == 1
    assert hecho.stderr.startswith(
        "Ninguna sesión es «mañana»: escriba su código, su fecha o «última». Hay: "
    )
    assert "(15 de diciembre de 2026, Sala Barulé)" in hecho.stderr
    assert list(tmp_path.iterdir()) == []


def test_una_edicion_sin_su_archivo_se_hace_otra_vez_y_se_dice(tmp_path: Path) -> None:
    raiz = tmp_path / "datos"
    raiz.mkdir()
    (raiz / "fuentes").symlink_to(rutas.FUENTES)
    base = raiz / "tablero.duckdb"
    construir(rutas.FUENTES, base)
    lugares = Lugares.de(base)
    sesion_con_todo(lugares.registro, 1)
    antes, despues = tmp_path / "antes", tmp_path / "despues"
    fuentes = tmp_path / "datos" / "otras"
    fuentes.mkdir()
    assert correr("anexo", "2026-12-15", antes, "--fuentes", fuentes).returncode == 0
    lugares.archivo(1).unlink()
    hecho = correr("anexo", "2026-12-15", despues, "--fuentes", fuentes)
    assert hecho.returncode == 0
    assert hecho.stderr.endswith(
        "La edición 1 ya no conservaba su archivo. La edición 1 dice lo mismo que cuando se "
        "publicó.\n"
    )
    assert lugares.archivo(1).is_file()
    for nombre in ("anexo_2026-12-15.pdf", "sesion_2026-12-15.html"):
        assert (antes / nombre).read_bytes() == (despues / nombre).read_bytes()


def test_si_la_edicion_hecha_otra_vez_dice_otra_cosa_el_anexo_lo_dice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tablero.ingesta.ediciones import reconstruir  # noqa: PLC0415 - se le cambia una función

    raiz = tmp_path / "datos"
    raiz.mkdir()
    base = raiz / "tablero.duckdb"
    construir(rutas.FUENTES, base)
    lugares = Lugares.de(base)
    sesion_con_todo(lugares.registro, 1)
    lugares.archivo(1).unlink()
    de_verdad = reconstruir.mirar
    monkeypatch.setattr(
        reconstruir,
        "mirar",
        lambda archivo: replace(de_verdad(archivo), sha256="f" * 64, formulas=("IPT 99",)),
    )
    (raiz / "fuentes").mkdir()
    hecho = correr("anexo", "2026-12-15", tmp_path / "sale", "--fuentes", raiz / "fuentes")
    assert hecho.returncode == 0
    dicho = "se hizo otra vez con sus mismos libros y no dice lo mismo: las fórmulas eran"
    assert dicho in hecho.stderr
    assert junto(dicho) in texto((tmp_path / "sale" / "anexo_2026-12-15.pdf").read_bytes())
    # Lo mismo que se presta a las páginas.
    monkeypatch.setattr(rutas, "BASE", base)
    (edicion,) = ediciones(lugares.registro)
    assert dicho in rehacer(edicion)
    monkeypatch.setattr(reconstruir, "mirar", de_verdad)
    assert rehacer(edicion) == ""
