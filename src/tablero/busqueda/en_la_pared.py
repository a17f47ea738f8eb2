"""Lo hallado, como se muestra en una pared: para lo que no tiene una forma mejor."""

from urllib.parse import parse_qsl, urlencode

from tablero.busqueda.buscar import buscar
from tablero.busqueda.documento import CLASES, Documento
from tablero.busqueda.indice import Indice
from tablero.busqueda.reunir.localidades import DE_TODA_LA_CIUDAD
from tablero.respuestas.cosas.cosa import Cifra, Cosa, Tabla, tabla

PAGINA = "buscar"
Q, CLASE = "q", "clase"
SE_MIRAN = 20
LOCALIDAD = "localidad"


def direccion(hallado: Documento) -> str:
    """La que vuelve a hallar lo mismo en el tablero."""
    return f"{PAGINA}?{urlencode({Q: hallado.titulo, CLASE: hallado.clase})}"


def es_de_aqui(escrita: str) -> bool:
    """Si es una dirección como esa."""
    return CLASE in _pedidos(escrita)


def forma(indice: Indice, escrita: str) -> Cosa | None:
    """La forma de pared de una de esas direcciones; `None` si ya no se halla."""
    pedidos = _pedidos(escrita)
    grupos = buscar(indice, pedidos.get(Q, ""), SE_MIRAN).grupos
    del_grupo = (h for g in grupos if g.clase == pedidos.get(CLASE) for h in g.hallados)
    hallado = next((h for h in del_grupo if h.titulo == pedidos.get(Q)), None)
    return None if hallado is None else _cosa(hallado)


def _pedidos(escrita: str) -> dict[str, str]:
    pagina, _, consulta = escrita.removeprefix("./").partition("?")
    return dict(parse_qsl(consulta)) if pagina == PAGINA else {}


def _cosa(hallado: Documento) -> Cosa:
    """Lo que se sabe de ello; de una localidad, que nadie da una cifra de toda ella."""
    if hallado.clase == LOCALIDAD:
        return _localidad(hallado)
    filas = [
        ("Qué es", CLASES[hallado.clase]),
        ("Qué dice el tablero", hallado.contexto),
        ("Su cifra", hallado.cifra),
    ]
    return Cosa(
        f"hallado_{hallado.clase}",
        hallado.titulo,
        f"Fuente: {hallado.corte or 'este tablero'}.",
        (),
        direccion(hallado),
        tabla=_tabla(filas),
    )


def _localidad(hallado: Documento) -> Cosa:
    return Cosa(
        f"hallado_{LOCALIDAD}",
        f"{hallado.titulo}: ninguna fuente del tablero da una cifra de toda la localidad",
        f"Una cifra de la localidad no está {hallado.corte}.",
        (),
        direccion(hallado),
        cifras=(Cifra(hallado.cifra, "de toda la localidad"),),
        tabla=_tabla(
            [
                ("Qué es", CLASES[LOCALIDAD]),
                ("Qué dice el tablero", hallado.contexto.replace(DE_TODA_LA_CIUDAD, "")),
            ]
        ),
    )


def _tabla(filas: list[tuple[str, str]]) -> Tabla:
    return tabla("Lo que se halló", ("De qué se trata", "Respuesta"), [f for f in filas if f[1]])
