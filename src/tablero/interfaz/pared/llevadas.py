"""Lo que alguien se lleva de una página: cada tarjeta, con sus filtros y el tablero de que sale."""

from collections.abc import Sequence

from tablero import reloj
from tablero.errores import ErrorTablero
from tablero.exportar.llevar.llevada import Contexto, Llevada
from tablero.interfaz.marco.conexion import base
from tablero.interfaz.pared import direccion
from tablero.interfaz.pared.filtro import de_una
from tablero.interfaz.pared.grabadora import Grabada
from tablero.interfaz.pared.grabar import grabar
from tablero.publicacion import POR_DEFINIR, publicacion
from tablero.registro.ediciones import Edicion
from tablero.respuestas.cosas.cosa import Cosa

SIN_NADA = "Esa página no tiene qué llevarse con esos filtros: en el tablero se lee por qué."
SIN_TARJETA = "Con esos filtros la página no muestra esa tarjeta."


def contexto(edicion: Edicion | None, desde: str = "") -> Contexto:
    """De qué tablero sale, hoy; `desde`, por dónde se llegó, si nadie ha dicho su dirección."""
    suya = publicacion()
    dia = (
        None
        if edicion is None or edicion.cuando is None
        else edicion.cuando.astimezone(reloj.BOGOTA).date()
    )
    return Contexto(
        suya,
        desde if suya.direccion == POR_DEFINIR else suya.direccion,
        None if edicion is None else edicion.numero,
        base().es_simulado,
        reloj.hoy(),
        edicion_fecha=dia,
    )


def una(escrita: str, de: Contexto) -> Llevada:
    """La tarjeta de esa dirección; `ErrorTablero` si no es de ninguna página, o no la muestra."""
    pagina, pares, tarjeta = direccion.partir(escrita)
    suya = next((g for g in _grabadas(escrita) if g.nombre == tarjeta), None)
    if suya is None:
        raise ErrorTablero(f"{SIN_TARJETA} Ábrala en {direccion.unir(pagina, pares)}.")
    return _llevar(suya, pares, de)


def todas(escrita: str, de: Contexto) -> Sequence[Llevada]:
    """Las de la página de esa dirección, en su orden; `ErrorTablero` si no muestra ninguna."""
    _, pares, _ = direccion.partir(escrita)
    return [_llevar(grabada, pares, de) for grabada in _grabadas(escrita)]


def pagina_entera(escrita: str, de: Contexto) -> Llevada:
    """La página misma, que no es de una respuesta: para citarla."""
    pagina, pares, _ = direccion.partir(escrita)
    suya = direccion.unir(pagina, pares).removeprefix("./")
    return Llevada(Cosa("", pagina.titulo, "", (), suya), de_una(pares, None), de)


def _llevar(grabada: Grabada, pares: direccion.Pares, de: Contexto) -> Llevada:
    filtros = de_una(pares, grabada.entera.datos)
    return Llevada(grabada.entera, filtros, de, grabada.palabras)


def _grabadas(escrita: str) -> Sequence[Grabada]:
    grabada = grabar(escrita)
    if grabada is None:
        raise ErrorTablero(SIN_NADA)
    return grabada.enteras
