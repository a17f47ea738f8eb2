"""El código con que otra página muestra una cosa del tablero, y el documento que sale en ella."""

from datetime import date

import pandas as pd

from tablero.exportar.incrustado.documento import aviso, documento
from tablero.exportar.llevar.incrustado import codigo
from tablero.exportar.llevar.llevada import Contexto, Llevada
from tablero.exportar.marca import AVISO
from tablero.graficos.piezas.base import Grafico
from tablero.publicacion import Publicacion
from tablero.respuestas.cosas.cosa import Cifra, Cosa

DIRECCION = "https://tablero.ejemplo.gov.co"
GRAFICO = Grafico(
    "Título",
    "Dos barras: <una> y otra",
    pd.DataFrame({"a": ["x", "y"], "b": [1, 2]}),
    {"mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative"}}},
)


def llevada(*, es_simulado: bool = False, edicion: int | None = 3, **mas: object) -> Llevada:
    cosa = Cosa(
        "avance",
        'Van 3 <de> 4 "metas"',
        "Fuente: una.",
        (date(2024, 12, 31),),
        "semaforo?objetivo=3&tarjeta=avance",
        **mas,  # type: ignore[arg-type] # los campos que diga cada prueba
    )
    contexto = Contexto(Publicacion(), DIRECCION, edicion, es_simulado, date(2026, 11, 30))
    return Llevada(cosa, (), contexto)


def test_el_codigo_lleva_la_direccion_con_sus_filtros_y_su_edicion() -> None:
    assert codigo(llevada()) == (
        '<iframe src="https://tablero.ejemplo.gov.co/semaforo?objetivo=3&amp;tarjeta=avance'
        '&amp;edicion=3&amp;incrustar=si" title="Van 3 &lt;de&gt; 4 &quot;metas&quot;" '
        'width="100%" height="520" loading="lazy" style="border:0"></iframe>'
    )


def test_el_codigo_de_una_pagina_sin_filtros_ni_edicion() -> None:
    contexto = Contexto(Publicacion(), DIRECCION, None, es_simulado=False, dia=date(2026, 11, 30))
    suya = Llevada(Cosa("va", "Va", "Fuente: una.", (), "semaforo"), (), contexto)
    assert 'src="https://tablero.ejemplo.gov.co/semaforo?incrustar=si"' in codigo(suya)


def test_lo_que_lleva_se_escribe_sin_que_se_vuelva_codigo() -> None:
    html = documento(llevada(cifras=(Cifra("<b>1</b>", "<i>", "&"),)), edicion="Edición 3")
    assert "<h1>Van 3 &lt;de&gt; 4 &quot;metas&quot;</h1>" in html
    assert '<p class="numero">&lt;b&gt;1&lt;/b&gt;</p><p class="rotulo">&lt;i&gt;</p>' in html
    assert "<b>" not in html


def test_el_dibujo_va_en_dos_anchos_con_su_texto_alternativo() -> None:
    html = documento(llevada(grafico=GRAFICO), edicion="Edición 3")
    assert html.count('aria-label="Dos barras: &lt;una&gt; y otra"') == 2
    assert html.index('<div class="dibujo ancho">') < html.index('<div class="dibujo angosto">')
    assert 'id="clip0"' not in html


def test_lo_simulado_se_dice_y_lo_cierto_no() -> None:
    franja = f'<p class="simulado" role="note"><strong>{AVISO}</strong>'
    assert franja in documento(llevada(es_simulado=True), edicion="Edición 3")
    assert franja not in documento(llevada(), edicion="Edición 3")


def test_la_letra_se_pide_solo_si_el_servidor_la_tiene() -> None:
    con = documento(llevada(), edicion="", letra="/static/media/letra.woff2")
    assert "src:url('/static/media/letra.woff2') format('woff2')" in con
    assert "@font-face" not in documento(llevada(), edicion="")


def test_el_aviso_lleva_al_tablero() -> None:
    html = aviso("No hay <nada>.", "/tablero")
    assert "<p>No hay &lt;nada&gt;.</p>" in html
    assert '<a href="/tablero/" target="_blank" rel="noopener">' in html
