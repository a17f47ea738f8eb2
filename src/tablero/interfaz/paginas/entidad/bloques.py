"""Las tablas de la página Por entidad. Todo texto se escapa."""

from html import escape

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import POR_ATENDER, SITUACIONES, plural
from tablero.interfaz.paginas.hallazgos import lista as hallazgos_de_la_politica
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta, insignia
from tablero.interfaz.piezas.marcado import NADA, Marcado, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Celda, Columna, Seccion, escribir
from tablero.respuestas.entidad import palabras


def entidades(datos: pd.DataFrame, *, url: Url) -> str:
    """Cada entidad, con cuántos productos tiene en cada situación; su nombre lleva a su página."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Entidad", lambda f: _entidad(f, url)),
        Columna("Productos", lambda f: formato.numero(f["productos"]), "n", "Productos"),
        Columna("Cómo van", _como_van, se_ordena=False),
        Columna("Peso", _peso, "n", "Peso", orden=_ponderacion),
        Columna("Aporte a la brecha", _aporte_de_entidad, "n", "Aporte a la brecha", orden=_aporte),
        Columna("Hallazgos", lambda f: formato.numero(f["hallazgos"]), "n", "Hallazgos"),
    )
    return escribir("Entidades de la política", columnas, filas_de(datos), clase=APILABLE)


def productos(datos: pd.DataFrame, *, url: Url) -> str:
    """Los productos de una entidad por situación; su código lleva a su hoja."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Código", lambda f: negrita(enlaces.producto(f["producto_codigo"], url))),
        Columna("Producto y qué debe hacer", _producto, "l"),
        Columna("Peso", _peso, "n", "Peso", orden=_ponderacion),
        *(_de_porcentaje(columna) for columna in ("pav", "pahv", "paa")),
        Columna(
            "Trayectoria",
            lambda f: palabras.porcentaje(f["trayectoria_pct"]),
            "n",
            "Trayectoria",
            orden=lambda f: f["trayectoria_pct"],
        ),
        Columna(
            "Aporte (p. p.)",
            lambda f: _con_nota(*palabras.aporte(f)),
            "n",
            "Aporte",
            orden=_aporte,
        ),
    )
    filas: list[Fila | Seccion] = []
    for situacion, suyos in datos.groupby("situacion", sort=False):
        cuantos = formato.contar(len(suyos), "producto", "productos")
        filas.append(Seccion(unir(_insignia(str(situacion)), Marcado(" &nbsp;"), cuantos)))
        filas += filas_de(suyos)
    return escribir("Productos de la entidad", columnas, filas, clase=APILABLE)


def resumen(datos: pd.DataFrame, *, texto: str, impresa: str) -> str:
    """El resumen en palabras, en letra grande; `impresa` es cómo está la entidad en la fuente."""
    nota = f'<p class="tb-nota">{escape(impresa)}</p>' if impresa else ""
    return f'<p class="tb-nombre">{escape(texto)}</p>{nota}'


def hallazgos(datos: pd.DataFrame, *, url: Url) -> str:
    """Lo que hay que revisar en las celdas de una entidad, y qué hacer."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Producto", lambda f: negrita(enlaces.producto(f["producto_codigo"], url))),
        Columna(
            "Severidad",
            lambda f: hallazgos_de_la_politica.etiqueta(f["severidad"]),
            orden=hallazgos_de_la_politica.gravedad,
        ),
        Columna("Celda", lambda f: marcar(formato.texto(f["celda"])), rotulo="Celda"),
        Columna("Qué pasa", lambda f: palabras.oracion(f["mensaje"]), "l"),
        Columna("Qué hacer", lambda f: f["que_hacer"], rotulo="Qué hacer"),
    )
    return escribir("Hallazgos de la entidad", columnas, filas_de(datos), clase=APILABLE)


def _insignia(situacion: str, cuantos: int = 0) -> Marcado:
    """La situación con su color, su forma y su palabra y, si se dicen, cuántos productos."""
    como = SITUACIONES[situacion]
    texto = como.palabra
    if cuantos:
        texto = f"{formato.numero(cuantos)} {plural(situacion, cuantos)}"
    return insignia(situacion, como.simbolo, texto)


def _entidad(fila: Fila, url: Url) -> Marcado:
    nombre = enlaces.entidad(fila["entidad"] or SIN_DATO, url)
    return unir(negrita(nombre), debajo(palabras.como_esta_impresa(fila)))


def _como_van(fila: Fila) -> Marcado:
    return Marcado(
        " ".join(
            _insignia(situacion, int(fila[columna]))
            for situacion, columna in palabras.CONTEOS.items()
            if fila[columna]
        )
    )


def _peso(fila: Fila) -> str:
    return palabras.porcentaje(fila["ponderacion_pct"])


def _ponderacion(fila: Fila) -> float | None:
    valor: float | None = fila["ponderacion_pct"]
    return valor


def _aporte(fila: Fila) -> float | None:
    valor: float | None = fila["brecha_aporte_pp"]
    return valor


def _aporte_de_entidad(fila: Fila) -> Celda:
    return _con_nota(formato.puntos(fila["brecha_aporte_pp"]), palabras.fuera(fila).frase)


def _producto(fila: Fila) -> Marcado:
    """Qué es y qué debe hacer su entidad; su indicador está en su hoja."""
    ritmo = fila["ritmo_texto"]
    return unir(
        f"{formato.texto(fila['producto_nombre'])} ",
        _color(fila),
        Marcado("<div>"),
        negrita(f"Qué hacer: {fila['que_hacer']}"),
        Marcado("</div>"),
        debajo(f"Ritmo: {ritmo}" if ritmo else ""),
    )


def _color(fila: Fila) -> Marcado:
    """El semáforo de lo que hay que atender: en las demás situaciones diría lo mismo."""
    return etiqueta(fila["semaforo"]) if fila["situacion"] in POR_ATENDER else NADA


def _de_porcentaje(columna: str) -> Columna[Fila]:
    titulo = columna.upper()
    return Columna(
        titulo,
        lambda f: _con_nota(*palabras.porcentajes(f, columna)),
        "n",
        rotulo=titulo,
        orden=lambda f: f[f"{columna}_pct"],
    )


def _con_nota(texto: str, nota: str) -> Celda:
    """Un número y, debajo, lo que hay que saber de él."""
    return Celda(unir(texto, debajo(nota)), falta=texto == SIN_DATO)
