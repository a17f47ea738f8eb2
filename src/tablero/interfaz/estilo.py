"""La hoja de estilo propia: poca, y toda con los colores del tema.

Los colores de letra y de borde salen de `currentColor`, que ya cambia con el tema claro u oscuro.
"""

from functools import cache

import streamlit as st

from tablero import tema

BASE = """
.stMainBlockContainer { padding-top: 2.2rem; max-width: 1560px; }
h1 { letter-spacing: -0.01em; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: LETRA; opacity: .93; }
.tb-etiqueta, .tb-cifra, .tb-nota { margin: 0 0 .25rem; }
.tb-cifra { font-size: clamp(1.9rem, 2.6vw, 3rem); font-weight: 650; line-height: 1.1;
  font-variant-numeric: tabular-nums; }
.tb-etiqueta { font-weight: 600; line-height: 1.25; }
.tb-nota { opacity: .82; line-height: 1.35; }
.tb-fuente { font-size: .82rem; opacity: .78; line-height: 1.35; margin: .1rem 0 .3rem; }
.tb-caja { overflow: auto; max-height: 78vh;
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: 4px; }
.tb-caja:focus-visible { outline: 3px solid currentColor; }
table.tb { border-collapse: collapse; width: 100%; font-size: .92rem; }
table.tb caption { text-align: left; padding: .4rem .6rem; font-weight: 600; }
table.tb th, table.tb td { padding: .38rem .6rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid color-mix(in srgb, currentColor 14%, transparent); min-width: 4.5rem; }
table.tb thead th { position: sticky; top: 0; z-index: 1; background: FONDO;
  white-space: normal;
  border-bottom: 2px solid color-mix(in srgb, currentColor 45%, transparent); }
table.tb .n { text-align: right; font-variant-numeric: tabular-nums; min-width: 3rem; }
table.tb td.n { white-space: nowrap; }
table.tb .l { min-width: 16rem; }
table.tb .vacio { opacity: .7; font-style: italic; }
.tb-estado { display: inline-block; white-space: nowrap; border-radius: 3px; padding: .08em .5em;
  font-weight: 600; }
.tb-franja { display: grid; gap: 1rem 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5rem), 1fr)); }
.tb-grupo { font-weight: 600; margin: .9rem 0 .4rem; }
.tb-menor { font-size: 1.35rem; font-weight: 650; line-height: 1.15;
  font-variant-numeric: tabular-nums; }
.tb-dato { border-left: 4px solid ACENTO; padding-left: .8rem; }
.tb-dato p, .tb-hecho p { margin: 0 0 .2rem; }
:not(.tb-franja) > .tb-dato { margin-bottom: .8rem; }
.tb-lista { padding-left: 1.3rem; margin: .2rem 0 .6rem; }
.tb-lista li { margin-bottom: .3rem; line-height: 1.4; }
.tb-columnas { columns: 20rem auto; column-gap: 2rem; }
.tb-columnas li { break-inside: avoid; }
.tb-aparte { opacity: .78; }
.tb-fila p { margin: 0; }
[class*="st-key-pie_"] > .stElementContainer,
[class*="st-key-fila_"] > .stElementContainer:has(.tb-fila) { flex: 1 1 16rem; }
[class*="st-key-pie_"] > :not(.stElementContainer) { flex: 0 0 auto; width: auto; }
details.tb-hecho { padding: .55rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 22%, transparent); }
details.tb-hecho > summary { cursor: pointer; line-height: 1.4; }
details.tb-hecho > summary:focus-visible { outline: 3px solid currentColor; }
details.tb-hecho > div { padding: .5rem 0 .3rem 1.2rem; max-width: 75rem; line-height: 1.5; }
ul.tb-leyenda { list-style: none; padding-left: 0; margin: 0 0 .4rem; display: flex; flex-wrap: wrap;
  gap: .5rem 1.6rem; }
ul.tb-leyenda > li { margin: 0; }
table.tb-apilable td.l { min-width: 13rem; }
table.tb .tb-sub { display: block; white-space: normal; font-size: .86em; opacity: .78;
  margin-top: .2rem; }
.tb-nombre { font-size: 1.35rem; margin: 0; }
.tb-fichas { display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
.tb-fichas > article { padding: .9rem 1.1rem;
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: 4px; }
dl.tb-ficha { margin: .5rem 0 .3rem; padding: 0; }
dl.tb-ficha dt { font-size: .86rem; opacity: .82; margin: .55rem 0 0; padding: 0; }
dl.tb-ficha dd { margin: 0; padding: 0; line-height: 1.35; }
dl.tb-ficha .vacio { opacity: .78; font-style: italic; }
@media (max-width: 1500px) {
  [class*="st-key-mapa_"], [class*="st-key-mapa_"] > div { height: 560px !important;
    flex: 0 0 auto !important; }
  [class*="st-key-mapa_"] [data-testid="stDeckGlJsonChart"] { zoom: .8; }
  [data-testid="stColumn"] table.tb { font-size: .84rem; }
  [data-testid="stColumn"] table.tb :is(th, td) { padding: .38rem .45rem; }
}
@media (max-width: 1100px) {
  [data-testid="stHorizontalBlock"]:has([class*="st-key-mapa_"]) { flex-direction: column; }
  [data-testid="stHorizontalBlock"]:has([class*="st-key-mapa_"]) > [data-testid="stColumn"] {
    width: 100%; flex: 0 0 auto; }
}
@media (max-width: 640px) {
  [class*="st-key-mapa_"], [class*="st-key-mapa_"] > div { height: 476px !important; }
  [class*="st-key-mapa_"] [data-testid="stDeckGlJsonChart"] { zoom: .68; }
  .stMainBlockContainer { padding: 3.2rem .9rem 2rem; }
  table.tb { font-size: .84rem; } table.tb .l { min-width: 11rem; }
  .tb-apilable thead { display: none; }
  .tb-apilable tr { display: block; padding: .5rem 0;
    border-bottom: 2px solid color-mix(in srgb, currentColor 30%, transparent); }
  table.tb-apilable td, table.tb-apilable td.n { display: block; border: 0; text-align: left;
    padding: .12rem .6rem; }
  table.tb-apilable td:empty { display: none; }
  .tb-apilable td[data-rotulo]::before { content: attr(data-rotulo) ": "; font-weight: 600; }
  table.tb-apilable td[data-rotulo] .tb-sub { display: inline; margin-left: .3rem; }
}
@media print { .tb-caja { max-height: none; overflow: visible; } section[data-testid="stSidebar"],
  header { display: none !important; } }
"""


@cache
def hoja() -> str:
    """El CSS completo, con los colores de los estados."""
    claro, oscuro = tema.CLARO["backgroundColor"], tema.OSCURO["backgroundColor"]
    estados = {**tema.SEMAFORO, **tema.CONCILIACION}
    colores = "".join(
        f".{clase_de(nombre)} {{ background: {e.color}; color: {e.texto}; }}\n"
        for nombre, e in estados.items()
    )
    # `light-dark` sigue al tema que la persona elija en Streamlit.
    acento = f"light-dark({tema.ACENTO}, {tema.ACENTO_OSCURO})"
    base = BASE.replace("FONDO", f"light-dark({claro}, {oscuro})").replace("ACENTO", acento)
    return f"<style>{base}{colores}</style>"


def clase_de(estado: str) -> str:
    """La clase CSS de un estado: «sobre-ejecución» → `tb-e-sobre-ejecucion`."""
    return "tb-e-" + estado.replace("ó", "o").replace(" ", "-")


def aplicar() -> None:
    """Pone la hoja de estilo en la página."""
    st.html(hoja())
