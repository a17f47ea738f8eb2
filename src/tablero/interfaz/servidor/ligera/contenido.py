"""Lo que trae la versión ligera: las cifras, las tablas, el mapa y los CSV, con su fuente."""

from collections.abc import Iterator
from datetime import date
from html import escape

from tablero import formato, reloj
from tablero.consultas import centros, eat, fuentes, inicio, politica, transferencias
from tablero.consultas.base import Resultado
from tablero.exportar.catalogo import catalogo
from tablero.filas import filas_de
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import base, preguntar
from tablero.interfaz.paginas.inicio import tarjetas
from tablero.interfaz.piezas import antiguedad, procedencia, tabla_de_datos
from tablero.interfaz.piezas.tarjeta import texto_de_cifra
from tablero.interfaz.servidor.ligera.mapa import mapa
from tablero.respuestas import frases
from tablero.respuestas.vista import DeUnCorte

RUTA = "ligera"
PAIS = Filtros()
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


def partes(carpeta: str) -> Iterator[str]:
    """El HTML de cada parte, en orden; `carpeta`, la de la dirección, sin barra final."""
    yield antiguedad.html(preguntar(fuentes.fuentes).fuentes, reloj.hoy())
    yield "<h2>Cómo van los planes</h2>"
    yield _franja(_de_los_planes())
    yield "<h2>El territorio</h2>"
    yield _franja(
        _cifra(preguntar(consulta, **PAIS.consulta), etiqueta, columna, escribir, nota)
        for etiqueta, consulta, columna, escribir, nota, *_ in tarjetas.DEL_TERRITORIO
    )
    yield from _politicas()
    yield _tabla(preguntar(eat.priorizados, **PAIS.consulta), "Municipios priorizados", PRIORIZADOS)
    yield mapa(carpeta)
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
    return f'<p class="tb-fuente">{procedencia.marcada(resultado, corta=corta)}</p>'


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
