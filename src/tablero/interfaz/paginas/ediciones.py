"""Las ediciones en pantalla: la lista de lo publicado, y los cambios entre dos."""

from collections.abc import Sequence

import streamlit as st

from tablero import formato
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir, edicion_pedida
from tablero.interfaz.marco.conexion import por_archivo
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import copia, descarga, rehacer
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.registro.ediciones import Edicion
from tablero.respuestas.ediciones import Cambio, comparar
from tablero.respuestas.ediciones import decir as decir_dato

ANTES, DESPUES = "antes", "despues"
SIN_NINGUNA = (
    "Este tablero todavía no tiene ediciones: la primera se publica cuando se construya otra vez."
)
UNA_SOLA = "Hay una sola edición: cuando el tablero cambie, aquí se verá qué cambió."


@decir_fallas
def publicadas(_filtros: Filtros) -> None:
    """La lista de las ediciones, la más nueva primero, con su enlace."""
    todas = edicion_pedida.publicadas()
    if not todas:
        decir.informar(SIN_NINGUNA)
        return
    ultima = todas[-1]
    titulo = (
        f"{formato.contar(len(todas), 'edición publicada', 'ediciones publicadas')}: la última, "
        f"{edicion_pedida.cuando(ultima)}"
    )
    st.subheader(llano(titulo), anchor=False)
    html = escribir("Ediciones", COLUMNAS, list(reversed(todas)), clase=APILABLE)
    st.html(copia.con_linea(html, "ediciones", titulo, _fuente(todas)))
    decir.frase(_fuente(todas))
    descarga.de_lo_escrito("ediciones")
    st.html(
        '<p class="tb-nota">Quien sigue un canal de noticias (Atom) se entera de cada edición: '
        f'<a href="{marcar(carpeta())}/api/v1/ediciones.atom" target="_self">canal de '
        "ediciones</a>.</p>"
    )


@decir_fallas
def cambios(_filtros: Filtros) -> None:
    """Los datos que cambiaron entre dos ediciones, antes y después."""
    todas = edicion_pedida.publicadas()
    if len(todas) < 2:  # noqa: PLR2004 - se comparan dos
        decir.informar(UNA_SOLA if todas else SIN_NINGUNA)
        return
    numeros = {str(e.numero): _rotulo(e) for e in reversed(todas)}
    izquierda, derecha = st.columns(2)
    with izquierda:
        penultima = {n: numeros[n] for n in list(numeros)[1:]} | numeros
        antes = filtros.elegir_una(ANTES, "De la edición", penultima)
    with derecha:
        despues = filtros.elegir_una(DESPUES, "A la edición", numeros)
    rehacer.decir_lo_hecho()
    pedidas = [e for e in todas if str(e.numero) in (antes, despues)]
    faltan = [e for e in pedidas if edicion_pedida.tablero(e.numero) is None]
    for edicion in faltan:
        rehacer.ofrecer(edicion)
    if faltan:
        return
    hallados = comparar_dos(int(antes), int(despues))
    titulo = _titulo(hallados, antes, despues)
    st.subheader(llano(titulo), anchor=False)
    if hallados:
        html = escribir("Cambios", COLUMNAS_DE_CAMBIO, hallados, clase=APILABLE)
        st.html(copia.con_linea(html, "cambios", titulo, _fuente(todas)))
        descarga.de_lo_escrito("cambios")


@por_archivo
def comparar_dos(antes: int, despues: int) -> Sequence[Cambio]:
    """Los cambios: el archivo de una edición no cambia, y comparar dos tarda."""
    uno, otro = (edicion_pedida.tablero(numero) for numero in (antes, despues))
    return () if uno is None or otro is None else comparar(uno.base, otro.base)


def _titulo(hallados: Sequence[Cambio], antes: str, despues: str) -> str:
    if not hallados:
        return f"De la edición {antes} a la {despues} no cambió ningún dato"
    frases = {
        "cambió": ("dato cambió", "datos cambiaron"),
        "entró": ("fila entró", "filas entraron"),
        "salió": ("fila salió", "filas salieron"),
    }
    cuantos = {que: sum(c.que == que for c in hallados) for que in frases}
    partes = [formato.contar(cuantos[que], *frases[que]) for que in frases if cuantos[que]]
    return f"De la edición {antes} a la {despues}: {formato.enumerar(partes)}"


def _fuente(todas: Sequence[Edicion]) -> str:
    return (
        "Fuente: el registro de este tablero. Huella de la última edición: "
        f"{todas[-1].huella or formato.SIN_DATO}."
    )


def _rotulo(edicion: Edicion) -> str:
    nota = f" · {edicion.nota}" if edicion.nota else ""
    return f"Edición {edicion.numero}, {edicion_pedida.cuando(edicion)}{nota}"


def _numero(edicion: Edicion) -> Marcado:
    que = f"igual a la {edicion.igual_a}" if edicion.igual_a is not None else ""
    return unir(
        Marcado(f'<a href="./?{edicion_pedida.EDICION}={edicion.numero}">'),
        f"Edición {edicion.numero}",
        Marcado("</a>"),
        debajo(que),
    )


def _libros(edicion: Edicion) -> Marcado:
    """Cuántos y, al abrirlo, cada uno con su corte y su huella."""
    cuantos = formato.contar(len(edicion.libros), "libro", "libros")
    partes = [
        unir(
            Marcado("<li>"),
            f"{libro.fuente_codigo} (corte: {libro.corte_texto}), sha256 ",
            Marcado(f"<code>{marcar(formato.huella(libro.sha256))}</code></li>"),
        )
        for libro in edicion.libros
    ]
    return unir(
        Marcado("<details><summary>"),
        cuantos,
        Marcado("</summary><ul>"),
        *partes,
        Marcado("</ul></details>"),
    )


def _contenido(edicion: Edicion) -> Marcado:
    return _huella(edicion.contenido)


def _registro(edicion: Edicion) -> Marcado:
    return _huella(edicion.huella)


def _huella(huella: str) -> Marcado:
    return Marcado(f'<code title="{marcar(huella)}">{marcar(formato.huella(huella))}</code>')


COLUMNAS = (
    Columna[Edicion]("Edición", _numero, es_titulo=True, orden=lambda e: e.numero),
    Columna[Edicion](
        "Publicada", edicion_pedida.cuando, rotulo="Publicada", orden=lambda e: e.cuando
    ),
    Columna[Edicion]("Por", lambda e: e.quien or formato.SIN_DATO, rotulo="Por"),
    Columna[Edicion]("Qué trae", lambda e: e.nota or formato.SIN_DATO, rotulo="Qué trae"),
    Columna[Edicion]("Libros", _libros, rotulo="Libros", orden=lambda e: len(e.libros)),
    Columna[Edicion]("Fórmulas", lambda e: formato.enumerar(list(e.formulas)), rotulo="Fórmulas"),
    Columna[Edicion]("Contenido", _contenido, rotulo="Contenido", se_ordena=False),
    Columna[Edicion]("Registro", _registro, rotulo="Registro", se_ordena=False),
)
COLUMNAS_DE_CAMBIO = (
    Columna[Cambio]("Tabla", lambda c: c.hoja),
    Columna[Cambio]("Fila", lambda c: c.fila, es_titulo=True),
    Columna[Cambio]("Dato", lambda c: c.titulo or f"La fila {c.que}"),
    Columna[Cambio]("Antes", lambda c: _dato(c, c.antes, "entró"), rotulo="Antes"),
    Columna[Cambio]("Después", lambda c: _dato(c, c.despues, "salió"), rotulo="Después"),
)


def _dato(cambio: Cambio, valor: object, sin: str) -> str:
    """El valor; de una fila que entró o salió, si estaba."""
    if cambio.que == "cambió":
        return decir_dato(valor)
    return "no está" if cambio.que == sin else "está"
