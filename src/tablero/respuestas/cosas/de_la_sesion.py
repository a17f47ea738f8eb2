"""Las pantallas de una sesión: su agenda y, en su orden, la forma de pared de cada dirección."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import parse_qsl

from tablero import formato
from tablero.consultas.base import Preguntas
from tablero.registro.sesiones.estado import Compromiso, Pantalla, Sesion
from tablero.respuestas.cosas import catalogo, compromisos, lugar, objetivo, producto
from tablero.respuestas.cosas.compromisos import DEL_REGISTRO
from tablero.respuestas.cosas.cosa import Cosa, tabla

SIN_FORMA = "Esta página no tiene forma de pared: se ve con «En el tablero»."
Pedida = tuple[str, tuple[tuple[str, str], ...]]
"""Una página y lo que se le pide."""
DE_LA_VISTA = ("politica", "corte")
OtraForma = Callable[[str], Cosa | None]
"""La forma de pared de una dirección que el catálogo no tiene; `None` si tampoco."""
Mostradas = Callable[[], Sequence[Cosa]]
"""Las del catálogo: se dibujan si hacen falta."""
TAMBIEN: Mapping[Pedida, str] = {("descargas", (("ver", "fuentes"),)): "al_dia"}
"""La página y sus parámetros → la cosa que dice lo mismo en una pared."""
CON_MAPA = frozenset({"ipt"})
"""Las que son una tabla de una página con mapa: quien la muestra quiere verlo, si alguien lo da."""
COMPROMISOS: Pedida = ("sesion", (("ver", "compromisos"),))


def de_la_sesion(
    preguntar: Preguntas,
    sesion: Sesion,
    abiertos: Sequence[Compromiso],
    otra: OtraForma = lambda _: None,
    *,
    dia: date | None = None,
) -> tuple[Cosa, ...]:
    """La agenda y cada pantalla; `abiertos`, los compromisos que nadie ha cumplido ni retirado.

    `dia` es en el que se mira la edad de los datos; sin él, hoy.
    """
    de_siempre = catalogo.todas(preguntar, dia)
    pendiente = abiertos, sesion.fecha
    return (
        _agenda(sesion),
        *(_de(preguntar, lambda: de_siempre, p, pendiente, otra) for p in sesion.pantallas),
    )


def de_una_direccion(
    preguntar: Preguntas,
    direccion: str,
    otra: OtraForma = lambda _: None,
    *,
    dia: date | None = None,
    de_siempre: Mostradas | None = None,
) -> Cosa | None:
    """La forma de pared de una sola dirección; `None` si no la tiene. Sin `dia`, la de hoy.

    `de_siempre` da las del catálogo a quien ya las tenga: dibujarlas todas por una tarda.
    """
    todas = de_siempre or partial(catalogo.todas, preguntar, dia)
    return _de_direccion(preguntar, todas, direccion, otra)


def _agenda(sesion: Sesion) -> Cosa:
    puntos = formato.contar(len(sesion.puntos), "punto", "puntos")
    cuanto = f", {formato.contar(sesion.minutos, 'minuto', 'minutos')}" if sesion.minutos else ""
    return Cosa(
        "agenda",
        _titulo(sesion, f"{puntos}{cuanto}"),
        DEL_REGISTRO,
        (),
        f"sesion?sesion={sesion.codigo}",
        tabla=tabla(
            sesion.lugar or "Lugar sin definir",
            ("N.º", "Punto", "Minutos"),
            [
                (str(numero), _con_nota(p.titulo, p.nota), _minutos(p.minutos))
                for numero, p in enumerate(sesion.puntos, start=1)
            ],
            numericas=("N.º", "Minutos"),
        ),
        notas=(f"Por qué se canceló: {sesion.cancelada}",) if sesion.cancelada else (),
    )


def _titulo(sesion: Sesion, cuanto: str) -> str:
    if sesion.cancelada:
        return f"Cancelada: la sesión del {formato.fecha(sesion.fecha)} no se hace"
    return f"Sesión del {formato.fecha(sesion.fecha)}: {cuanto}"


def _de(
    preguntar: Preguntas,
    de_siempre: Mostradas,
    pantalla: Pantalla,
    pendiente: tuple[Sequence[Compromiso], date],
    otra: OtraForma,
) -> Cosa:
    """La forma de pared de una pantalla, con lo que se pide decidir."""
    if _partes(pantalla.direccion)[:2] == COMPROMISOS:
        cosa: Cosa | None = compromisos.todos(*pendiente)
    else:
        cosa = _de_direccion(preguntar, de_siempre, pantalla.direccion, otra)
    if cosa is None:
        cosa = Cosa(pantalla.codigo, pantalla.titulo, DEL_REGISTRO, (), "", notas=(SIN_FORMA,))
    pide = (f"Se pide decidir: {pantalla.decision_pedida}",) if pantalla.decision_pedida else ()
    return replace(cosa, de=pantalla.direccion.removeprefix("./"), notas=(*cosa.notas, *pide))


def _de_direccion(
    preguntar: Preguntas, de_siempre: Mostradas, direccion: str, otra: OtraForma
) -> Cosa | None:
    pagina, propios, de_la_vista = _partes(direccion)
    if "corte" in de_la_vista:
        return otra(direccion)  # de un corte de antes, el catálogo no muestra el de ahora
    politica = de_la_vista.get("politica")
    pedida: Pedida = (pagina, propios)
    if suya := _de_una(preguntar, pedida, politica):
        return suya
    del_catalogo = (
        cosa
        for cosa in de_siempre()
        if pedida == _partes(cosa.de)[:2] or TAMBIEN.get(pedida) == cosa.codigo
    )
    hallada = next(del_catalogo, None)
    if hallada is None or hallada.codigo in CON_MAPA:
        return otra(direccion) or hallada
    return hallada


def _de_una(preguntar: Preguntas, pedida: Pedida, politica: str | None) -> Cosa | None:
    """La de un solo producto, lugar u objetivo; `None` si la dirección no es de uno."""
    match pedida:
        case "producto", (("codigo", codigo),):
            return producto.uno(preguntar, codigo, politica)
        case lugar.PAGINA, ((clase, clave),):
            hallada = next((c for c in lugar.CLASES if c == clase), None)
            return hallada and lugar.uno(preguntar, hallada, clave)
        case objetivo.PAGINA, ((objetivo.CUAL, numero), ("ver", objetivo.VER)):
            cual = int(numero) if numero.isascii() and numero.isdecimal() else 0
            return objetivo.uno(preguntar, cual, politica)
    return None


def _partes(direccion: str) -> tuple[str, tuple[tuple[str, str], ...], dict[str, str]]:
    """La página, lo que se le pide y, aparte, la política y el corte."""
    pagina, _, consulta = direccion.removeprefix("./").partition("?")
    pedidos = parse_qsl(consulta)
    de_la_vista = {nombre: valor for nombre, valor in pedidos if nombre in DE_LA_VISTA}
    propios = tuple(sorted(par for par in pedidos if par[0] not in DE_LA_VISTA))
    return pagina, propios, de_la_vista


def _con_nota(titulo: str, nota: str) -> str:
    return f"{titulo} ({nota})" if nota else titulo


def _minutos(minutos: int | None) -> str:
    return "sin asignar" if minutos is None else formato.numero(minutos)
