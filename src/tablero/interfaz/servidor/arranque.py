"""Lo que se ve mientras llega el tablero: su nombre, que se está abriendo y la forma de la página.

Va dentro del lugar que Streamlit llena cuando arranca, y él mismo lo quita. Sin JavaScript nunca
arranca: entonces no se ve.
"""

from tablero import tema

RAIZ = '<div id="root"></div>'
"""Como la escribe Streamlit."""
ESTILO = f"""
.tb-arranque {{ position: fixed; inset: 0; display: grid; grid-template-columns: auto 1fr;
  color-scheme: light dark; font: 1.05rem/1.4 "Source Sans", system-ui, sans-serif;
  background: {tema.CLARO["backgroundColor"]}; color: {tema.CLARO["textColor"]};
  background: {tema.FONDO_VIVO}; color: {tema.LETRA_VIVA}; }}
.tb-arranque > div {{ width: 15.6rem; padding: 3.4rem 1.6rem; box-sizing: border-box;
  background: {tema.BARRA_CLARO["backgroundColor"]}; color: {tema.BARRA_CLARO["textColor"]};
  background: {tema.BARRA_VIVA}; }}
.tb-arranque strong {{ font-size: 1.15em; }}
.tb-arranque > p {{ margin: 4.2rem clamp(1rem, 3vw, 5rem); }}
.tb-arranque i {{ display: block; height: .9rem; margin-top: 1.4rem; border-radius: 4px;
  background: color-mix(in srgb, currentColor 12%, transparent); }}
.tb-arranque i:nth-of-type(2) {{ width: 62%; }} .tb-arranque i:nth-of-type(3) {{ height: 11rem; }}
@media (max-width: 768px) {{ .tb-arranque {{ grid-template-columns: 1fr; align-content: start; }}
  .tb-arranque > div {{ width: auto; padding: 1rem; }}
  .tb-arranque > p {{ margin: 1.4rem 1rem; }} }}
"""
DENTRO = (
    '<div class="tb-arranque"><div><strong>Tablero de Control</strong><br>'
    'Población migrante internacional</div><p role="status">Abriendo el tablero…'
    "<i></i><i></i><i></i></p></div>"
)
SIN_EL = "<style>.tb-arranque { display: none; }</style>"
"""Para quien no tiene JavaScript."""


def poner(pagina: str) -> str:
    """La página de Streamlit, con esto en el lugar que él llenará."""
    estilo = f"<style>{' '.join(ESTILO.split())}</style>"
    return pagina.replace("</head>", f"{estilo}</head>", 1).replace(
        RAIZ, RAIZ.replace("></", f">{DENTRO}</"), 1
    )
