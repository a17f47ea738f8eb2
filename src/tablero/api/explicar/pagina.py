"""`/docs`: el documento OpenAPI como una página en español, sin guiones y sin nada de afuera."""

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from tablero.api.explicar.documento import GRUPO, armar
from tablero.api.fallas import OTRA, TIPOS
from tablero.api.pedido import Pedido
from tablero.api.recurso import Crudo, Recurso
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.un_json import Objeto

MIME = "text/html"
SERIE = "/series/politica/poblacion_migrante_internacional/avance_pct"
TITULO = "Los datos, para programas"
ESTILO = """<style>
details { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent);
  padding: .4rem 0; }
summary { cursor: pointer; padding: .35rem 0; }
summary:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
code { font-size: .9em; overflow-wrap: anywhere; }
dt { margin-top: .5rem; } dd { margin: 0 0 0 1.2rem; }
</style>"""
ENTRADA = (
    "<p>Todo lo que el tablero muestra se puede pedir por su dirección: para cargarlo en R, en una "
    "hoja de cálculo o en otro portal. Solo se lee, y cada respuesta dice su fuente, su corte, su "
    "edición y su licencia.</p>"
)
COMO_SE_PIDE = """<ul>
<li><strong>Filtros.</strong> <code>?municipio_codigo=05001&amp;corte_fecha=2024-06-30</code>.
Varios valores de una misma columna son «cualquiera de ellos»; vacío (<code>?cita=</code>) es lo que
no se publica. Los rangos terminan en <code>.desde</code> y <code>.hasta</code>. Una columna que se
llama como un parámetro (<code>orden</code>, <code>edicion</code>) se filtra con
<code>.es</code>.</li>
<li><strong>Orden y columnas.</strong>
<code>?orden=-valor&amp;columnas=cifra_codigo,valor</code>.</li>
<li><strong>Formas.</strong> JSON por páginas; y, con todas las filas, CSV, CSV para Excel y
Parquet: <code>?formato=csv</code>, la dirección terminada en <code>.csv</code>, o la cabecera
<code>Accept</code>.</li>
<li><strong>Ediciones.</strong> <code>?edicion=1</code> da lo que el tablero decía entonces.</li>
<li><strong>Sin bajar lo mismo.</strong> Cada respuesta trae <code>ETag</code>; con
<code>If-None-Match</code>, lo que no ha cambiado es un 304.</li>
</ul>"""


def pagina(pedido: Pedido, *, recursos: Sequence[Recurso]) -> Crudo:
    """La página entera, escrita con el documento OpenAPI."""
    dicho = armar(pedido, recursos)
    cuerpo = "".join(
        (
            ESTILO,
            f"<h1>{TITULO}</h1>",
            _aviso(pedido),
            ENTRADA,
            _enlaces(pedido),
            f"<h2>Cómo se pide</h2>{COMO_SE_PIDE}",
            _en_hoja_de_calculo(pedido),
            *_direcciones(pedido, dicho, recursos),
            *_fallas(),
        )
    )
    carpeta = pedido.servicio.carpeta()
    return Crudo(pedido.servicio.vestir(TITULO, cuerpo, carpeta).encode(), MIME)


def _aviso(pedido: Pedido) -> str:
    if not pedido.abierto.base.es_simulado:
        return ""
    return f"<p><strong>{AVISO}.</strong> {EXPLICACION}</p>"


def _enlaces(pedido: Pedido) -> str:
    partes = (
        ("/", "Lo que hay, en JSON"),
        ("/openapi.json", "El documento OpenAPI"),
        ("/ediciones.atom", "El canal de las ediciones"),
    )
    hay = "".join(f"<li>{_enlace(pedido, ruta, texto)}</li>" for ruta, texto in partes)
    inicio = escape(f"{pedido.servicio.carpeta()}/")
    return (
        '<nav aria-label="Para empezar"><ul>'
        f'{hay}<li><a href="{inicio}">El tablero</a></li></ul></nav>'
    )


def _en_hoja_de_calculo(pedido: Pedido) -> str:
    """La dirección de una serie, ya escrita para copiarla."""
    serie = f"{pedido.api}{SERIE}.csv"
    return (
        "<h2>Una serie en una hoja de cálculo</h2><p>La dirección de una serie no cambia: cuando "
        "haya otro corte, trae un renglón más. Todas están en "
        f"{_enlace(pedido, '/series', 'la lista de series')}.</p><dl>"
        "<dt>Excel y Power BI, «Obtener datos › Desde la web»; LibreOffice, «Hoja › Enlace "
        f"externo»</dt><dd><code>{escape(serie)}</code></dd>"
        "<dt>Google Sheets</dt>"
        f'<dd><code>=IMPORTDATA("{escape(serie)}"; ","; "en_US")</code></dd>'
        f'<dt>R</dt><dd><code>read.csv("{escape(serie)}", fileEncoding = "UTF-8")</code></dd>'
        f'<dt>pandas</dt><dd><code>pd.read_csv("{escape(serie)}")</code></dd></dl>'
    )


def _direcciones(pedido: Pedido, dicho: Objeto, recursos: Sequence[Recurso]) -> Iterator[str]:
    for etiqueta in dicho["tags"]:
        yield f"<h2>{escape(etiqueta['name'])}</h2>"
        for recurso in recursos:
            operacion = dicho["paths"][recurso.direccion]["get"]
            if etiqueta["name"] in operacion["tags"]:
                yield _direccion(pedido, recurso, operacion, dicho)


def _direccion(pedido: Pedido, recurso: Recurso, operacion: Objeto, dicho: Objeto) -> str:
    parametros = [
        _resolver(parametro, dicho)
        for parametro in operacion["parameters"]
        if not recurso.es_tabla or parametro.get("in") == "path"
    ]
    nombres = "".join(
        f"<dt><code>{escape(p['name'])}</code></dt><dd>{escape(p['description'])}</dd>"
        for p in parametros
    )
    return (
        f'<details id="{escape(operacion["operationId"])}"><summary>'
        f"<code>GET /api/v1{escape(recurso.direccion)}</code> · {escape(operacion['summary'])}"
        f"</summary><p>{escape(operacion['description'])}</p>"
        f"<p>Pruébelo: {_probar(pedido, recurso)}</p>"
        + (f"<h3>Parámetros</h3><dl>{nombres}</dl>" if nombres else "")
        + (f"<h3>Columnas</h3><dl>{''.join(_columnas(recurso))}</dl>" if recurso.es_tabla else "")
        + "</details>"
    )


def _resolver(parametro: Objeto, dicho: Objeto) -> Objeto:
    """El parámetro entero, si solo dice dónde está escrito."""
    if "$ref" not in parametro:
        return parametro
    compartido: Objeto = dicho["components"]["parameters"][parametro["$ref"].rpartition("/")[2]]
    return compartido


def _probar(pedido: Pedido, recurso: Recurso) -> str:
    if not recurso.es_tabla:
        return _enlace(pedido, recurso.ejemplo, recurso.ejemplo)
    formas = (
        ("?por_pagina=5", "JSON"),
        ("?formato=csv", "CSV"),
        ("?formato=excel", "CSV de Excel"),
    )
    return " · ".join(
        _enlace(pedido, f"{recurso.ejemplo}{como}", texto, recurso.titulo) for como, texto in formas
    )


def _columnas(recurso: Recurso) -> Iterator[str]:
    for campo in recurso.campos:
        unidad = f", en {campo.unidad}" if campo.unidad else ""
        yield (
            f"<dt><code>{escape(campo.nombre)}</code> · {escape(campo.titulo + unidad)}</dt>"
            f"<dd>{escape(campo.descripcion)}"
            + (f" Es uno de: {escape(', '.join(campo.opciones))}." if campo.opciones else "")
            + "</dd>"
        )


def _enlace(pedido: Pedido, ruta: str, texto: str, de_que: str = "") -> str:
    """Un enlace a la API; `de_que` lo distingue de los que dicen lo mismo."""
    direccion = f"{pedido.servicio.carpeta()}/api/v1{ruta}"
    dice = f' aria-label="{escape(f"{texto}: {de_que}")}"' if de_que else ""
    return f'<a href="{escape(direccion)}"{dice}>{escape(texto)}</a>'


def _fallas() -> Iterator[str]:
    yield (
        "<h2>Errores</h2><p>Van en <code>application/problem+json</code> (RFC 9457). El "
        "<code>type</code> de cada uno lleva a su renglón de esta lista.</p>"
    )
    for tipo in (*TIPOS.values(), OTRA):
        yield (
            f'<h3 id="{tipo.codigo}">{int(tipo.estado)} · {escape(tipo.titulo)}</h3>'
            f"<p>{escape(tipo.que_hacer)}</p>"
        )


def recursos(de_datos: Sequence[Recurso]) -> tuple[Recurso, ...]:
    """El de esta página."""
    return (
        Recurso(
            "/docs",
            GRUPO,
            "Esta página",
            "Lo mismo que el documento OpenAPI, para leerlo.",
            partial(pagina, recursos=de_datos),
            mime=MIME,
        ),
    )
