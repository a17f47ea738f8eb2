"""La sala con el tablero detrás, solo con teclas: preguntar, anotar, seguir y volver donde se iba.

En un tablero y un contexto propios: lo que aquí se anota no lo ve ninguna otra prueba.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fabrica_historia import copiar_con_su_historia
from gestos import revisar
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tipos import Servir

from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Actas, Sesion, actas

SALA = {"width": 1920, "height": 1080}
PROYECTORES = ((1920, 1080), (1280, 720), (1024, 768))
DE_ALTO, CUERPO, CIFRA, PIE = 1080, 28, 120, 20
MEDIR = f"{(Path(__file__).parent / 'sala.js').read_text(encoding='utf-8')}()"
DOS_CUADROS = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"
LETRA_DE = """(cual) => Math.min(...[...document.querySelectorAll(`${cual} *`)]
    .filter((e) => e.getClientRects().length && (e.matches("input:not([type=checkbox]),textarea") ||
      [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())))
    .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
ESPERA = 10.0
HOY, DIA = date(2026, 11, 30), date(2026, 12, 15)
PUNTOS = (("p1", "Verificación del quórum", 5), ("p2", "Avance de la política", 15))
PANTALLAS = (
    ("a1", "Cómo va", "semaforo", "", "p2"),
    ("a2", "El que más resta", "producto?codigo=3.1.7", "¿Qué hará Educación?", ""),
    ("a3", "Lo pendiente", "sesion?ver=compromisos", "", ""),
)
TODAS = 1 + len(PANTALLAS)
EDUCACION = "Secretaría de Educación del Distrito"
PREGUNTAS = (
    ("¿y Usme?", "Usme: ninguna fuente del tablero da una cifra de toda la localidad"),
    ("3.1.7", "El 3.1.7 lleva 0,00"),
    ("¿por qué va tan bajo el objetivo 3?", "El objetivo 3 le resta 3,85 puntos a la política"),
    ("¿qué cambió desde la última sesión?", "Nada cambió: las dos sesiones muestran la edición 1"),
    ("¿quién debe qué?", " abiertos; "),
    ("cucuta", "San José de Cúcuta es el 16.º de 34 municipios del IPT"),
    ("antioquia", "Antioquia: 5 de sus 125 municipios"),
    ("¿y educación?", f"{EDUCACION}: 4 productos"),
)


@dataclass(frozen=True)
class Abierta:
    """El tablero propio, servido."""

    direccion: str
    registro: Path

    @property
    def escritor(self) -> Escritor:
        return Escritor(self.registro, "prueba")

    @property
    def actas(self) -> Actas:
        return actas(self.registro)

    def preparar(self) -> str:
        """Una sesión nueva; da su código."""
        codigo = self.escritor.crear(DIA, "Sala Barulé", hoy=HOY, edicion=1)
        for orden, (punto, titulo, minutos) in enumerate(PUNTOS, start=1):
            self.escritor.punto(codigo, titulo, minutos=minutos, orden=orden, codigo=punto)
        for orden, (pantalla, titulo, direccion, pide, punto) in enumerate(PANTALLAS, start=1):
            self.escritor.pantalla(
                codigo,
                titulo,
                direccion,
                decision_pedida=pide,
                punto=punto,
                orden=orden,
                codigo=pantalla,
            )
        return codigo

    def sesion(self, codigo: str) -> Sesion:
        return next(s for s in self.actas.sesiones if s.codigo == codigo)


@pytest.fixture(scope="module")
def abierta(
    base_construida: Path, servir: Servir, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Abierta]:
    archivo = copiar_con_su_historia(base_construida, tmp_path_factory.mktemp("sala_viva"))
    registro = Lugares.de(archivo).registro
    Escritor(registro, "prueba").crear(date(2026, 11, 2), "La de antes", hoy=HOY, edicion=1)
    with servir(archivo) as direccion:
        yield Abierta(direccion, registro)


@pytest.fixture(params=["light", "dark"])
def tema(request: pytest.FixtureRequest) -> str:
    return str(request.param)


Abrir = Callable[..., Page]


@pytest.fixture
def abrir(navegador: Browser, abierta: Abierta) -> Iterator[Abrir]:
    """Abre una sala en un contexto nuevo; al terminar exige que nada falló."""
    errores: list[str] = []
    contextos: list[BrowserContext] = []

    def nueva(consulta: str, color: Any = "light") -> Page:
        contexto = navegador.new_context(
            viewport=SALA, locale="es-CO", color_scheme=color, reduced_motion="reduce"
        )
        contextos.append(contexto)
        pagina = contexto.new_page()
        pagina.on("pageerror", lambda e: errores.append(str(e)))
        pagina.on("console", lambda m: errores.append(m.text) if _es_falla(m) else None)
        pagina.goto(f"{abierta.direccion}/sala?{consulta}")
        return pagina

    yield nueva
    for contexto in contextos:
        contexto.close()
    assert errores == []


def _es_falla(mensaje: Any) -> bool:
    """Lo que el tablero contesta que no (400) y lo que no contesta los anota el navegador."""
    return mensaje.type == "error" and "Failed to load resource" not in mensaje.text


def _escribir(pagina: Page, *teclas: str) -> None:
    """Teclas sueltas, y textos que se escriben letra por letra."""
    for tecla in teclas:
        if len(tecla) == 1 or tecla in DE_NOMBRE:
            pagina.keyboard.press(tecla)
        else:
            pagina.keyboard.type(tecla)


def _preguntas(abierta: Abierta, codigo: str, cuantas: int) -> list[tuple[str, bool]]:
    """Lo que quedó en la sesión y si algo lo contestó; la última se anota mientras se sigue."""
    limite = time.monotonic() + ESPERA
    while len(abierta.sesion(codigo).preguntas) < cuantas and time.monotonic() < limite:
        time.sleep(0.1)
    return sorted((p.dicho, bool(p.direccion)) for p in abierta.sesion(codigo).preguntas)


DE_NOMBRE = {"Enter", "Escape", "Space", "ArrowDown", "ArrowRight", "ArrowLeft", "PageDown", "End"}


def _preguntar(pagina: Page, dicho: str) -> None:
    _escribir(pagina, "/")
    expect(pagina.locator("#pregunta")).to_be_focused()
    _escribir(pagina, dicho, "Enter")


def test_lo_que_se_pregunta_es_una_pantalla_mas(abierta: Abierta, abrir: Abrir, tema: str) -> None:
    codigo = abierta.preparar()
    pagina = abrir(f"sesion={codigo}&pantalla=3", tema)
    lugar = pagina.locator("#lugar")
    for dicho, titulo in PREGUNTAS:
        _preguntar(pagina, dicho)
        respuesta = pagina.locator("main > section:not([hidden])")
        expect(respuesta).to_have_count(1)
        expect(respuesta.locator("h1")).to_contain_text(titulo)
        expect(lugar).to_contain_text("Respuesta a «")
        # Con el tema cambian los colores, y no lo que mide cada cosa.
        for ancho, alto in PROYECTORES if tema == "light" else ():
            pagina.set_viewport_size({"width": ancho, "height": alto})
            pagina.evaluate(DOS_CUADROS)
            parte, medida = alto / DE_ALTO, pagina.evaluate(MEDIR)
            que = f"{dicho} a {ancho}: {medida}"
            assert medida["cuerpo"] >= CUERPO * parte, que
            assert medida["cifra"] is None or medida["cifra"] >= CIFRA * parte, que
            assert medida["pie"] >= PIE * parte, que
            assert medida["sobra"] <= 1, que
            assert (medida["fuera"], medida["pisadas"]) == ([], []), que
        pagina.set_viewport_size(SALA)
        assert revisar(pagina) == []
        _escribir(pagina, "Escape")
        expect(lugar).to_have_text(f"Pantalla 3 de {TODAS}")
        assert "pantalla=3" in pagina.url
    dichas = _preguntas(abierta, codigo, len(PREGUNTAS))
    assert {dicho for dicho, _ in dichas} == {dicho for dicho, _ in PREGUNTAS}
    assert all(contesto for _, contesto in dichas)


def test_de_una_respuesta_adelante_y_atras_vuelven(abierta: Abierta, abrir: Abrir) -> None:
    pagina = abrir(f"sesion={abierta.preparar()}&pantalla=2")
    lugar = pagina.locator("#lugar")
    for tecla in ("PageDown", "ArrowLeft", "Space"):
        _preguntar(pagina, "3.1.7")
        expect(lugar).to_have_text("Respuesta a «3.1.7»")
        _escribir(pagina, tecla)
        expect(lugar).to_have_text(f"Pantalla 2 de {TODAS}")
    _preguntar(pagina, "3.1.7")
    expect(lugar).to_have_text("Respuesta a «3.1.7»")
    _escribir(pagina, "End")
    expect(lugar).to_have_text(f"Pantalla {TODAS} de {TODAS}")


def test_se_escoge_con_su_numero_o_con_las_flechas(abierta: Abierta, abrir: Abrir) -> None:
    codigo = abierta.preparar()
    pagina = abrir(f"sesion={codigo}")
    titulo = pagina.locator("main > section:not([hidden]) h1")
    candidatas = pagina.locator("#candidatas button")
    for teclas in (("1",), ("ArrowDown", "ArrowUp", "Enter")):
        _preguntar(pagina, "arauca")
        expect(candidatas).to_have_count(2)
        expect(candidatas.first).to_be_focused()
        assert revisar(pagina) == []
        for tecla in teclas:
            pagina.keyboard.press(tecla)
        expect(titulo).to_contain_text("Arauca es el ")
        _escribir(pagina, "Escape")
    _preguntar(pagina, "zzxxqq")
    expect(pagina.locator("#contestado")).to_contain_text("Nada en el tablero contesta eso.")
    _escribir(pagina, "5")
    expect(titulo).to_contain_text(" abiertos; ")
    _escribir(pagina, "Escape")
    _preguntar(pagina, "arauca")
    expect(candidatas).to_have_count(2)
    _escribir(pagina, "Escape")
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 1 de {TODAS}")
    assert _preguntas(abierta, codigo, 5) == [
        ("arauca", False),
        ("arauca", True),
        ("arauca", True),
        ("zzxxqq", False),
        ("¿quién debe qué?", True),
    ]


def test_un_compromiso_se_anota_sin_soltar_el_teclado(
    abierta: Abierta, abrir: Abrir, tema: str
) -> None:
    codigo = abierta.preparar()
    pagina = abrir(f"sesion={codigo}&pantalla=3", tema)
    caja = pagina.locator("#compromiso")
    _escribir(pagina, "c", "Sensibilizar doce colegios", "Enter", "educ")
    expect(caja.get_by_role("option")).to_have_text([EDUCACION])
    expect(caja.get_by_label("Producto")).to_have_value("3.1.7")
    assert revisar(pagina) == []
    assert pagina.evaluate(LETRA_DE, "#compromiso") >= CUERPO
    _escribir(pagina, "Enter", "1/1/2020", "Enter")
    expect(caja.get_by_role("alert")).to_contain_text("antes de la sesión")
    expect(caja).to_be_visible()
    caja.get_by_label("Vence").fill("")
    _escribir(pagina, "+30", "Enter")
    expect(caja).to_be_hidden()
    expect(pagina.locator("#aviso")).to_have_text(
        f"Compromiso guardado: {EDUCACION}, para el 14 de enero de 2027."
    )
    (hecho,) = (c for c in abierta.actas.compromisos if c.sesion == codigo)
    assert (hecho.que, hecho.entidad, hecho.vence, hecho.producto) == (
        "Sensibilizar doce colegios",
        EDUCACION,
        date(2027, 1, 14),
        "3.1.7",
    )
    # La pantalla de lo que se debe ya lo dice, sin volver a cargar.
    _escribir(pagina, "End")
    expect(pagina.locator("main > section:not([hidden])")).to_contain_text(hecho.que)


def test_la_decision_se_escribe_y_no_se_ve(abierta: Abierta, abrir: Abrir, tema: str) -> None:
    codigo = abierta.preparar()
    pagina = abrir(f"sesion={codigo}&pantalla=3", tema)
    caja = pagina.locator("#decision")
    _escribir(pagina, "d")
    expect(caja).to_contain_text("Se pide decidir: ¿Qué hará Educación?")
    expect(caja.get_by_label("Decisión", exact=True)).to_be_focused()
    _escribir(pagina, "Se aprueba el plan", "Enter", "Con dos salvedades")
    assert revisar(pagina) == []
    assert pagina.evaluate(LETRA_DE, "#decision") >= CUERPO
    _escribir(pagina, "Enter")
    expect(caja).to_be_hidden()
    expect(pagina.locator("#aviso")).to_have_text("Se guardaron la decisión y la nota.")
    (pantalla,) = (p for p in abierta.sesion(codigo).pantallas if p.codigo == "a2")
    assert (pantalla.decision, pantalla.nota) == ("Se aprueba el plan", "Con dos salvedades")
    assert "Se aprueba" not in pagina.evaluate("() => document.body.outerHTML")
    for campo in pagina.locator("#decision textarea").all():
        expect(campo).to_have_value("")
    _escribir(pagina, "d")
    expect(caja.get_by_label("Decisión", exact=True)).to_have_value("Se aprueba el plan")
    _escribir(pagina, "Escape", "1", "Enter", "d")
    expect(pagina.locator("#aviso")).to_have_text(
        "La agenda no lleva decisión: es de cada pantalla."
    )


def test_el_quorum_se_marca_y_se_cuenta(abierta: Abierta, abrir: Abrir, tema: str) -> None:
    codigo = abierta.preparar()
    pagina = abrir(f"sesion={codigo}", tema)
    caja, pie = pagina.locator("#quorum"), pagina.locator("footer")
    expect(pie).to_contain_text("0 de 19 presentes")
    _escribir(pagina, "q")
    expect(caja.get_by_role("checkbox")).to_have_count(19)
    expect(caja.get_by_role("checkbox").first).to_be_focused()
    _escribir(pagina, "Space")
    expect(caja).to_contain_text("1 de 19 entidades presentes: regla sin configurar")
    _escribir(pagina, "ArrowDown", "Enter")
    expect(caja).to_contain_text("2 de 19 entidades presentes")
    expect(caja.locator("label").nth(1).locator(".hora")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    assert revisar(pagina) == []
    assert pagina.evaluate(LETRA_DE, "#quorum") >= CUERPO
    for ancho, alto in PROYECTORES:
        pagina.set_viewport_size({"width": ancho, "height": alto})
        pagina.evaluate(DOS_CUADROS)
        sobra = caja.evaluate(
            "e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]"
        )
        assert max(sobra) <= 1, (ancho, sobra)
    pagina.set_viewport_size(SALA)
    _escribir(pagina, "Space")
    expect(caja).to_contain_text("1 de 19 entidades presentes")
    expect(caja.locator("label").nth(1)).to_contain_text("se retiró")
    _escribir(pagina, "Escape")
    expect(pie).to_contain_text("1 de 19 presentes")
    assert len(abierta.sesion(codigo).presentes) == 1


def test_se_sigue_donde_se_iba_y_con_el_tiempo_que_llevaba(abierta: Abierta, abrir: Abrir) -> None:
    codigo = abierta.preparar()
    abierta.escritor.tiempo(codigo, "p2", 8 * 60)
    pagina = abrir(f"sesion={codigo}")
    tiempo = pagina.locator("#tiempo")
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 1 de {TODAS}")
    expect(tiempo).to_have_text("")
    with pagina.expect_response(
        lambda r: r.url.endswith("/sala/anotar") and '"a2"' in (r.request.post_data or "")
    ):
        _escribir(pagina, "PageDown", "PageDown")
        # La tercera no dice su punto: es del mismo que la anterior.
        expect(tiempo).to_have_text("Punto 2: 8 de 15 min")
    sesion = abierta.sesion(codigo)
    assert sesion.a_la_vista == "a2"
    assert 8 * 60 < dict(sesion.tiempos)["p2"] < 9 * 60
    assert dict(sesion.tiempos).get("p1", 0) == 0
    # Otro navegador, sin nada guardado: como después de un apagón.
    otra = abrir(f"sesion={codigo}")
    expect(otra.locator("#lugar")).to_have_text(f"Pantalla 3 de {TODAS}")
    expect(otra.locator("#tiempo")).to_have_text("Punto 2: 8 de 15 min")
    # La dirección manda sobre lo recordado.
    expect(abrir(f"sesion={codigo}&pantalla=2").locator("#lugar")).to_have_text(
        f"Pantalla 2 de {TODAS}"
    )


def test_quien_sigue_va_con_quien_lleva_la_sesion(abierta: Abierta, abrir: Abrir) -> None:
    codigo = abierta.preparar()
    lleva, sigue = abrir(f"sesion={codigo}"), abrir(f"sesion={codigo}&seguir=si")
    expect(sigue.locator("footer")).to_contain_text("siguiendo")
    _escribir(lleva, "End")
    expect(sigue.locator("#lugar")).to_have_text(f"Pantalla {TODAS} de {TODAS}")
    _escribir(lleva, "q", "Space", "Escape")
    expect(sigue.locator("footer")).to_contain_text("1 de 19 presentes")
    _escribir(lleva, "c", "Enviar la matriz", "Enter", "salud", "Enter", "+15", "Enter")
    expect(sigue.locator("main > section:not([hidden])")).to_contain_text("Enviar la matriz")
    _escribir(sigue, "s")
    expect(sigue.locator("#aviso")).to_have_text("Ya no sigue a quien lleva la sesión.")
    assert "seguir" not in sigue.url
    _escribir(lleva, "1", "Enter")
    lleva.wait_for_timeout(6_000)
    expect(sigue.locator("#lugar")).to_have_text(f"Pantalla {TODAS} de {TODAS}")


def test_sin_servidor_sigue_con_lo_que_tiene(abierta: Abierta, abrir: Abrir) -> None:
    pagina = abrir(f"sesion={abierta.preparar()}")
    pagina.route("**/sala/*", lambda ruta: ruta.abort())
    conexion = pagina.locator("#conexion")
    expect(conexion).to_have_text("sin conexión")
    _escribir(pagina, "End")
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla {TODAS} de {TODAS}")
    _escribir(pagina, "c", "Algo", "Enter", "salud", "Enter", "+5", "Enter")
    caja = pagina.locator("#compromiso")
    expect(caja.get_by_role("alert")).to_contain_text("El tablero no contesta. No se escribió nada")
    _escribir(pagina, "Escape")
    pagina.unroute("**/sala/*")
    expect(conexion).to_have_text("")


def test_las_de_un_signo_se_apagan_y_no_hacen_nada_mientras_se_escribe(
    abierta: Abierta, abrir: Abrir
) -> None:
    pagina = abrir(f"sesion={abierta.preparar()}&pantalla=2")
    abiertas = pagina.locator("dialog[open]")
    _escribir(pagina, "c", "cdqvs/?b5")
    expect(pagina.locator("#c-que")).to_have_value("cdqvs/?b5")
    expect(abiertas).to_have_count(1)
    _escribir(pagina, "Escape", "?")
    teclas = pagina.locator("#teclas")
    for que in ("Preguntar algo más", "Anotar un compromiso", "Marcar quién está"):
        expect(teclas).to_contain_text(que)
    pagina.get_by_label("Usar las teclas de un solo signo").uncheck()
    _escribir(pagina, "Escape", "c", "d", "q", "/", "s", "v")
    expect(abiertas).to_have_count(0)
    expect(pagina.locator("#aviso")).to_be_hidden()
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 2 de {TODAS}")


def test_con_una_tecla_se_abre_la_pagina_del_tablero(abierta: Abierta, abrir: Abrir) -> None:
    pagina = abrir(f"sesion={abierta.preparar()}&pantalla=3")
    _escribir(pagina, "v")
    expect(pagina).to_have_url(re.compile(r"/producto\?codigo=3\.1\.7&edicion=1"))
    pagina.go_back()
    expect(pagina.locator("#lugar")).to_have_text(f"Pantalla 3 de {TODAS}")


def test_donde_no_se_escribe_las_teclas_dicen_por_que(abierta: Abierta, navegador: Browser) -> None:
    def de_lejos(ruta: Route) -> None:
        llegada = ruta.fetch()
        html = llegada.text().replace(
            '"motivo": ""', '"motivo": "Usted lo mira desde otro equipo."'
        )
        ruta.fulfill(response=llegada, body=html)

    contexto = navegador.new_context(viewport=SALA, locale="es-CO")
    pagina = contexto.new_page()
    codigo = abierta.preparar()
    pagina.route("**/sala?*", de_lejos)
    pagina.goto(f"{abierta.direccion}/sala?sesion={codigo}&pantalla=2")
    dice = "Aquí no se puede escribir. Usted lo mira desde otro equipo."
    for tecla in ("c", "d", "q"):
        _escribir(pagina, tecla)
        expect(pagina.locator("#aviso")).to_have_text(dice)
        expect(pagina.locator("dialog[open]")).to_have_count(0)
    _escribir(pagina, "?")
    teclas = pagina.locator("#teclas")
    expect(teclas).to_contain_text(dice)
    expect(teclas).to_contain_text("Preguntar algo más")
    expect(teclas).not_to_contain_text("Anotar un compromiso")
    _escribir(pagina, "Escape")
    antes = len(abierta.sesion(codigo).preguntas)
    _preguntar(pagina, "3.1.7")
    expect(pagina.locator("#lugar")).to_have_text("Respuesta a «3.1.7»")
    assert len(abierta.sesion(codigo).preguntas) == antes
    contexto.close()


def test_sin_sesion_se_pregunta_y_no_se_anota(abrir: Abrir) -> None:
    pagina = abrir("")
    _escribir(pagina, "?")
    expect(pagina.locator("#teclas")).to_contain_text("Preguntar algo más")
    expect(pagina.locator("#teclas")).not_to_contain_text("Anotar un compromiso")
    _escribir(pagina, "Escape", "c")
    expect(pagina.locator("#aviso")).to_contain_text("Se anota en una sesión")
    _preguntar(pagina, "3.1.7")
    expect(pagina.locator("#lugar")).to_have_text("Respuesta a «3.1.7»")
