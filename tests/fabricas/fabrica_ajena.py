"""Textos que quieren ser otra cosa (un enlace, una imagen, una fórmula) y un tablero con ellos.

No piden permiso: lo que viene de la dirección de la página o de un libro puede traer cualquiera.
"""

from pathlib import Path

import duckdb

SITIO = "evil.example"
FORMAS = {
    "http": f"http://{SITIO}/entrar",
    "https": f"https://{SITIO}/entrar",
    "mayúsculas": f"HTTP://{SITIO}/entrar",
    "www": f"www.{SITIO}/entrar",
    "correo": f"soporte@{SITIO}",
    "mailto": f"mailto:soporte@{SITIO}",
    "entre ángulos": f"<http://{SITIO}/entrar>",
    "enlace": f"[Entre aquí](http://{SITIO})",
    "enlace de referencia": f"[Entre][1]\n\n[1]: http://{SITIO}",
    "nota al pie": f"Entre[^1]\n\n[^1]: http://{SITIO}",
    "imagen": f"![x](http://{SITIO}/p.png)",
    "imagen HTML": f"<img src=http://{SITIO}/p.png>",
    "enlace HTML": f'<a href="http://{SITIO}">Entre</a>',
    "sin esquema": f"[Entre](//{SITIO})",
    "javascript": "[Entre](javascript:alert(1))",
    "guion": "<script>document.title='ajeno'</script>",
    "fórmula": "la masa $E=mc^2$ vale",
    "fórmula en bloque": "$$\\frac{a}{b}$$",
    "figura": "ya :smile: está",
    "icono": "ya :material/home: está",
    "logo": "ya :streamlit: está",
    "color": ":red[rojo] :blue-background[azul]",
    "entidades": f"&#104;ttp://{SITIO} &amp;",
    "ancho cero": f"ht\u200btp://{SITIO} http:\u200b//{SITIO}",
    "otro alfabeto": "http://еvil.example/entrar",
    "título": f"# http://{SITIO}",
    "código": "`http` **negra** ~~tachada~~",
    "flecha": "a -> b -- c >= d",
}
"""Cómo se llama → cómo se escribe."""
HOSTIL = (
    f"http://{SITIO} www.{SITIO} a@{SITIO} ![x](http://{SITIO}/p.png) $E=mc^2$ "
    f'[x](http://{SITIO}) [y](javascript:alert(1)) <a href="http://{SITIO}">z</a> '
    f"<img src=http://{SITIO}/i.png> <script>alert(1)</script> :smile: :streamlit: :red[r]"
)
"""Todas juntas, para la celda de un libro."""
ENVENENADAS = (
    *("municipio_nombre", "departamento_nombre", "corte_texto", "titulo", "nota", "descripcion"),
    *("producto_nombre", "entidad_nombre", "sector_nombre", "objetivo_nombre", "politica_nombre"),
    *("indicador_nombre", "resultado_nombre", "explicacion", "detalle", "mensaje", "que_hacer"),
    *("objetivo", "accion", "tarea", "barrera", "objeto", "avance_texto", "enfoques_texto"),
    *("texto", "entidad", "licencia", "lugar", "instancia", "nombre_publicado", "centro_nombre"),
    *("reporte_cualitativo", "periodo_texto", "estado_texto", "uta_nombre", "resolucion"),
    *("actividad", "decreto", "que", "municipio_publicado", "departamento_publicado"),
)
"""Las columnas de texto que nadie usa como clave."""
ASENTADA = """() => new Promise(listo => {
  let antes = -1, veces = 0;
  const ver = () => {
    const hay = document.querySelectorAll('*').length;
    const quieta = !document.querySelector('.stApp') || (
      document.querySelector('[data-test-script-state=notRunning]')
      && !document.querySelector('[data-testid=stSkeleton]'));
    veces = quieta && hay === antes ? veces + 1 : 0;
    antes = hay;
    if (veces >= 4) listo(true); else setTimeout(ver, 150);
  };
  ver();
})"""
"""En la página: espera a que esté entera y deje de cambiar."""
MIRAR = """() => {
  const ajeno = donde => { try { const u = new URL(donde, location.href);
    return u.host !== location.host || !/^https?:$/.test(u.protocol) } catch { return true } };
  const raiz = document.querySelector('.stApp') || document.body;
  const enlaces = [...raiz.querySelectorAll('a[href], area[href], form[action]')]
    .filter(e => ajeno(e.getAttribute('href') || e.getAttribute('action')))
    .map(e => e.outerHTML.slice(0, 120));
  const imagenes = [...raiz.querySelectorAll('img, iframe, object, embed, video, audio')]
    .filter(e => !/^(data|blob):/.test(e.src || '') && ajeno(e.src || e.data || ''))
    .map(e => e.outerHTML.slice(0, 120));
  const marcas = [...raiz.querySelectorAll('.katex, .katex-error, .stMarkdownColoredText,' +
    '.stMarkdownColoredBackground, img[alt="Streamlit logo"], [aria-label="home icon"]')]
    .map(e => e.outerHTML.slice(0, 120));
  const figura = raiz.innerText.includes('\\u{1F604}') ? ['figura'] : [];
  const titulo = document.title === 'ajeno' ? ['guion'] : [];
  return [...enlaces, ...imagenes, ...marcas, ...figura, ...titulo];
}"""
"""En la página: lo que dejó de ser texto."""


def envenenar(base: Path) -> int:
    """Agrega `HOSTIL` a todo texto libre de un archivo DuckDB; cuántas celdas cambió."""
    cambiadas = 0
    with duckdb.connect(str(base)) as conexion:
        columnas = conexion.execute(
            "select c.table_name, c.column_name from duckdb_columns() c join duckdb_tables() t "
            "using (table_name) where c.data_type = 'VARCHAR' and list_contains(?, c.column_name)",
            [list(ENVENENADAS)],
        ).fetchall()
        for tabla, columna in columnas:
            hecho = conexion.execute(
                f'update "{tabla}" set "{columna}" = "{columna}" || \' \' || ? '  # noqa: S608
                f'where "{columna}" is not null',
                [HOSTIL],
            ).fetchone()
            cambiadas += int(hecho[0]) if hecho else 0
    return cambiadas
