"""Las tablas de la página Por entidad. Todo texto se escapa."""

from html import escape

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import POR_ATENDER, SITUACIONES, plural
from tablero.interfaz.marco.estilo import clase_de
from tablero.interfaz.paginas.hallazgos import lista as hallazgos_de_la_politica
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.tabla import etiqueta
from tablero.respuestas.entidad import palabras

COLORES = {
    "sin reporte": "subregión",
    "atrasado": "bajo",
    "sobre-ejecutado": "sobre-ejecución",
    "a tiempo": "alto",
}
"""Situación → el estado cuyo color lleva, si no se llama igual."""
DE_ENTIDADES = {
    "Entidad": "",
    "Productos": "n",
    "Cómo van": "",
    "Peso": "n",
    "Aporte a la brecha": "n",
    "Hallazgos": "n",
}
DE_PRODUCTOS = {
    "Código": "",
    "Producto y qué debe hacer": "l",
    "Peso": "n",
    "PAV": "n",
    "PAHV": "n",
    "PAA": "n",
    "Trayectoria": "n",
    "Aporte (p. p.)": "n",
}
DE_HALLAZGOS = {"Producto": "", "Severidad": "", "Celda": "", "Qué pasa": "l", "Qué hacer": ""}
"""Título de cada columna y su clase."""


def entidades(datos: pd.DataFrame, *, url: Url) -> str:
    """Cada entidad, con cuántos productos tiene en cada situación; su nombre lleva a su página."""
    cuerpo = "".join(_entidad(fila, url) for fila in filas_de(datos))
    return _tabla(DE_ENTIDADES, cuerpo, "Entidades de la política")


def productos(datos: pd.DataFrame, *, url: Url) -> str:
    """Los productos de una entidad por situación; su código lleva a su hoja."""
    cuerpo = ""
    for situacion, suyos in datos.groupby("situacion", sort=False):
        filas = filas_de(suyos)
        cuantos = formato.contar(len(filas), "producto", "productos")
        cuerpo += (
            f'<tr><th colspan="{len(DE_PRODUCTOS)}" scope="rowgroup">'
            f"{_insignia(str(situacion))} &nbsp;{cuantos}</th></tr>"
            + "".join(_producto(fila, url) for fila in filas)
        )
    return _tabla(DE_PRODUCTOS, cuerpo, "Productos de la entidad")


def resumen(datos: pd.DataFrame, *, texto: str, impresa: str) -> str:
    """El resumen en palabras, en letra grande; `impresa` es cómo está la entidad en la fuente."""
    nota = f'<p class="tb-nota">{escape(impresa)}</p>' if impresa else ""
    return f'<p class="tb-nombre">{escape(texto)}</p>{nota}'


def hallazgos(datos: pd.DataFrame, *, url: Url) -> str:
    """Lo que hay que revisar en las celdas de una entidad, y qué hacer."""
    cuerpo = "".join(
        f"<tr><td><strong>{enlaces.producto(fila['producto_codigo'], url)}</strong></td>"
        f"<td>{hallazgos_de_la_politica.etiqueta(fila['severidad'])}</td>"
        f'<td data-rotulo="Celda">{escape(formato.texto(fila["celda"]))}</td>'
        f'<td class="l">{escape(palabras.oracion(fila["mensaje"]))}</td>'
        f'<td data-rotulo="Qué hacer">{escape(fila["que_hacer"])}</td></tr>'
        for fila in filas_de(datos)
    )
    return _tabla(DE_HALLAZGOS, cuerpo, "Hallazgos de la entidad")


def _insignia(situacion: str, cuantos: int = 0) -> str:
    """La situación con su color, su forma y su palabra y, si se dicen, cuántos productos."""
    como = SITUACIONES[situacion]
    texto = como.palabra
    if cuantos:
        texto = f"{formato.numero(cuantos)} {plural(situacion, cuantos)}"
    return (
        f'<span class="tb-estado {clase_de(COLORES.get(situacion, situacion))}">'
        f'<span aria-hidden="true">{como.simbolo}</span> {texto}</span>'
    )


def _tabla(encabezados: dict[str, str], cuerpo: str, nombre: str) -> str:
    titulos = "".join(
        f'<th scope="col" class="{clase}">{escape(titulo)}</th>'
        for titulo, clase in encabezados.items()
    )
    return (
        f'<div class="tb-caja" tabindex="0" role="region" aria-label="{nombre}">'
        f'<table class="tb tb-apilable"><thead><tr>{titulos}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def _entidad(fila: Fila, url: Url) -> str:
    nombre = enlaces.entidad(fila["entidad"] or SIN_DATO, url)
    fuera = palabras.fuera(fila).frase
    como_van = " ".join(
        _insignia(situacion, int(fila[columna]))
        for situacion, columna in palabras.CONTEOS.items()
        if fila[columna]
    )
    return (
        f"<tr><td><strong>{nombre}</strong>{_debajo(palabras.como_esta_impresa(fila))}</td>"
        f"{_numero('Productos', formato.numero(fila['productos']))}"
        f"<td>{como_van}</td>"
        f"{_numero('Peso', palabras.porcentaje(fila['ponderacion_pct']))}"
        f"{_numero('Aporte a la brecha', formato.puntos(fila['brecha_aporte_pp']), fuera)}"
        f"{_numero('Hallazgos', formato.numero(fila['hallazgos']))}</tr>"
    )


def _producto(fila: Fila, url: Url) -> str:
    nombre, indicador = (formato.texto(fila[c]) for c in ("producto_nombre", "indicador_nombre"))
    ritmo = fila["ritmo_texto"]
    porcentajes = "".join(
        _numero(columna.upper(), *palabras.porcentajes(fila, columna))
        for columna in ("pav", "pahv", "paa")
    )
    return (
        f"<tr><td><strong>{enlaces.producto(fila['producto_codigo'], url)}</strong></td>"
        f'<td class="l">{escape(nombre)} {_color(fila)}'
        f"{_debajo(f'Indicador: {indicador}' if indicador != nombre else '')}"
        f"<div><strong>Qué hacer: {escape(fila['que_hacer'])}</strong></div>"
        f"{_debajo(f'Ritmo: {ritmo}' if ritmo else '')}</td>"
        f"{_numero('Peso', palabras.porcentaje(fila['ponderacion_pct']))}{porcentajes}"
        f"{_numero('Trayectoria', palabras.porcentaje(fila['trayectoria_pct']))}"
        f"{_numero('Aporte', *palabras.aporte(fila))}</tr>"
    )


def _color(fila: Fila) -> str:
    """El semáforo de lo que hay que atender: en las demás situaciones diría lo mismo."""
    return etiqueta(fila["semaforo"]) if fila["situacion"] in POR_ATENDER else ""


def _numero(rotulo: str, texto: str, debajo: str = "") -> str:
    """Una celda con un número; en un teléfono lleva delante su rótulo."""
    clase = "n vacio" if texto == SIN_DATO else "n"
    return f'<td class="{clase}" data-rotulo="{rotulo}">{escape(texto)}{_debajo(debajo)}</td>'


def _debajo(texto: str) -> str:
    return f'<span class="tb-sub">{escape(texto)}</span>' if texto else ""
