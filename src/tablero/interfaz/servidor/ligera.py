"""La versión ligera: las cifras principales y todos los CSV, en una página sin JavaScript.

Para quien no puede abrir el tablero: un proxy que no deja pasar WebSocket, un navegador antiguo o
sin JavaScript. Las mismas preguntas, las mismas palabras y la misma línea de fuente.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from html import escape

from tablero import formato
from tablero.consultas import centros, eat, fuentes, inicio, politica, transferencias
from tablero.consultas.base import Resultado
from tablero.errores import ErrorTablero
from tablero.exportar.catalogo import catalogo
from tablero.filas import filas_de
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import descarga
from tablero.interfaz.mapa import imagen as imagen_de_mapa
from tablero.interfaz.mapa.geometria import lienzo
from tablero.interfaz.marco import aviso_de_copia
from tablero.interfaz.marco.conexion import base, preguntar, responder, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.marco.pagina import FRANJA
from tablero.interfaz.paginas.inicio import tarjetas
from tablero.interfaz.piezas import procedencia, tabla_de_datos
from tablero.interfaz.piezas.tarjeta import texto_de_cifra
from tablero.interfaz.servidor.documento import documento
from tablero.respuestas import frases
from tablero.respuestas.mapa.pintado import pintar
from tablero.respuestas.vista import DeUnCorte

RUTA = "ligera"
TITULO = "Versión ligera"
PAIS = Filtros()
ENTRADA = (
    "Las cifras principales del tablero en una página sencilla, con su fuente, para un navegador o "
    "una red que no pueden abrirlo entero. Los filtros y los mapas que se tocan están en "
    '<a href="{base}/">el tablero</a>.'
)
SIN_FILTROS = dict.fromkeys(("objetivo", "estado", "tipo", "sector", "entidad"))
PRODUCTOS = (
    *("producto_codigo", "producto_nombre", "semaforo", "pahv_pct", "paa_pct"),
    *("trayectoria_pct", "sector_nombre", "entidad_nombre"),
)
PRIORIZADOS = ("orden", "municipio_nombre", "departamento_nombre", "cluster_numero")
CENTROS = ("centro_nombre", "municipio_nombre", "etapa", "apertura_fecha", "personas")
TRANSFERENCIAS = ("municipio_nombre", "departamento_nombre", "valor_cop", "estado")
FUENTES = ("titulo", "entidad", "corte_texto", "licencia")
PARA = {"excel": "para Excel", "maquina": "para programas"}


def pagina(carpeta: str) -> tuple[str, int]:
    """El HTML y su código HTTP; `carpeta`, en la que se publica el tablero, sin barra final."""
    encabezado = f"<h1>Tablero de Control</h1><p>{ENTRADA.format(base=escape(carpeta))}</p>"
    try:
        with un_solo_tablero():
            franjas = (FRANJA if base().es_simulado else "") + aviso_de_copia.html()
            cuerpo, estado = franjas + encabezado + "".join(_partes(carpeta)), 200
    except ErrorTablero as error:
        cuerpo, estado = f"{encabezado}<p>{escape(sin_rutas(str(error)))}</p>", 503
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo escribir la versión ligera")
        cuerpo, estado = f"{encabezado}<p>{escape(QUE_HACER)}</p>", 500
    return documento(TITULO, cuerpo, carpeta), estado


def _partes(carpeta: str) -> Iterator[str]:
    yield "<h2>Cómo van los planes</h2>"
    yield _franja(_de_los_planes())
    yield "<h2>El territorio</h2>"
    yield _franja(
        _cifra(preguntar(consulta, **PAIS.consulta), etiqueta, columna, escribir, nota)
        for etiqueta, consulta, columna, escribir, nota, *_ in tarjetas.DEL_TERRITORIO
    )
    yield from _politicas()
    yield _tabla(preguntar(eat.priorizados, **PAIS.consulta), "Municipios priorizados", PRIORIZADOS)
    yield _mapa(carpeta)
    yield _tabla(preguntar(centros.centros, **PAIS.consulta), "Centros Intégrate", CENTROS)
    yield _tabla(
        preguntar(transferencias.municipios, **PAIS.consulta),
        "Transferencias psicosociales",
        TRANSFERENCIAS,
    )
    yield _tabla(preguntar(fuentes.fuentes), "De dónde salen los datos", FUENTES)
    yield _archivos(carpeta)


def _de_los_planes() -> Iterator[str]:
    for codigo, nombre, corte in _vistas():
        yield _cifra(
            preguntar(politica.corte, politica=codigo, corte=corte),
            f"Avance: {nombre}",
            "avance_mostrado_pct",
            formato.porcentaje,
            frases.avance,
        )
    yield _cifra(
        preguntar(inicio.plan_cnim),
        "Avance del plan nacional (CNIM)",
        "avance_pct",
        frases.un_decimal,
        frases.plan_cnim,
    )


def _politicas() -> Iterator[str]:
    for codigo, nombre, corte in _vistas():
        vista: DeUnCorte = {"politica": codigo, "corte": corte}
        yield _tabla(
            preguntar(politica.semaforo, **vista),
            f"Productos por estado: {nombre}",
            ("semaforo", "productos", "productos_pct"),
        )
        yield _tabla(
            preguntar(politica.productos, **vista, **SIN_FILTROS),
            f"Cada producto: {nombre}",
            PRODUCTOS,
        )


def _vistas() -> Iterator[tuple[str, str, date]]:
    """Cada política (código y nombre) con su corte más reciente."""
    for fila in filas_de(preguntar(politica.politicas).datos):
        codigo = fila["politica_codigo"]
        cortes = preguntar(politica.cortes, politica=codigo).datos
        yield codigo, fila["politica_nombre"], cortes["corte_fecha"].iloc[0]


def _franja(cifras: Iterator[str]) -> str:
    return f'<div class="tb-franja">{"".join(cifras)}</div>'


def _cifra(resultado: Resultado, *como: object) -> str:
    texto = texto_de_cifra(resultado, *como)  # type: ignore[arg-type]  # los de `tarjeta.cifra`
    return f'<div class="tb-dato">{texto}{_fuente(resultado, corta=True)}</div>'


def _tabla(resultado: Resultado, titulo: str, columnas: tuple[str, ...]) -> str:
    if resultado.esta_vacio:
        return ""
    # Sin política ni corte no hay enlaces a páginas que aquí no se pueden abrir.
    datos = resultado.datos.drop(columns=["politica_codigo"], errors="ignore")
    tabla = tabla_de_datos.escribir(datos, columnas, titulo)
    return f"<h2>{escape(titulo)}</h2>{tabla}{_fuente(resultado)}"


def _fuente(resultado: Resultado, *, corta: bool = False) -> str:
    return f'<p class="tb-fuente">{escape(procedencia.linea(resultado, corta=corta))}</p>'


def _mapa(carpeta: str) -> str:
    pintado = responder(
        pintar, lienzo(), "orden", metodo="natural", departamento=None, municipio=None
    )
    hacer = partial(descarga.png, pintado, PAIS)
    imagen = imagen_de_mapa.direccion(pintado.mapa, hacer)
    return (
        f'<p><img loading="lazy" width="700" src="{escape(carpeta)}/{imagen}" '
        f'alt="{escape(pintado.mapa.alternativa)}"></p>'
    )


def _archivos(carpeta: str) -> str:
    """Cada tabla con sus dos CSV."""
    renglones = "".join(
        f"<li><strong>{ficha.tabla}</strong> ({formato.contar(ficha.filas, 'fila', 'filas')}): "
        + " · ".join(
            f'<a href="{escape(carpeta)}/{RUTA}/{dialecto}/{ficha.tabla}.csv">{para}</a>'
            for dialecto, para in PARA.items()
        )
        + f"<br>{escape(ficha.resumen)}</li>"
        for ficha in catalogo(base())
        if ficha.filas
    )
    return f'<h2>Todos los datos, en CSV</h2><ul class="tb-lista">{renglones}</ul>'
