"""Lo hallado, como se muestra en una pared: para lo que no tiene una forma mejor."""

from urllib.parse import parse_qsl, urlencode

from tablero import formato
from tablero.busqueda.buscar import buscar
from tablero.busqueda.documento import CLASES, Documento
from tablero.busqueda.indice import Indice
from tablero.respuestas.cosas.cosa import Cosa, tabla

PAGINA = "buscar"
Q, CLASE = "q", "clase"
SE_MIRAN = 20
LOCALIDAD = "localidad"


def direccion(hallado: Documento) -> str:
    """La que vuelve a hallar lo mismo en el tablero."""
    return f"{PAGINA}?{urlencode({Q: hallado.titulo, CLASE: hallado.clase})}"


def forma(indice: Indice, escrita: str) -> Cosa | None:
    """La forma de pared de una dirección como las de arriba; `None` si ya no se halla."""
    pagina, _, consulta = escrita.removeprefix("./").partition("?")
    pedidos = dict(parse_qsl(consulta))
    if pagina != PAGINA or CLASE not in pedidos:
        return None
    grupos = buscar(indice, pedidos.get(Q, ""), SE_MIRAN).grupos
    del_grupo = (h for g in grupos if g.clase == pedidos[CLASE] for h in g.hallados)
    hallado = next((h for h in del_grupo if h.titulo == pedidos[Q]), None)
    return None if hallado is None else _cosa(hallado)


def _cosa(hallado: Documento) -> Cosa:
    """Lo que se sabe de ello; de una localidad, que nadie da una cifra de toda ella."""
    es_localidad = hallado.clase == LOCALIDAD
    filas = [
        ("Qué es", CLASES[hallado.clase]),
        ("Qué dice el tablero", hallado.contexto),
        ("Su cifra", hallado.cifra),
    ]
    sin = f"{hallado.titulo}: {formato.SIN_DATO} de toda la localidad en ninguna fuente del tablero"
    return Cosa(
        f"hallado_{hallado.clase}",
        sin if es_localidad else hallado.titulo,
        _fuente(hallado, es_localidad=es_localidad),
        (),
        direccion(hallado),
        tabla=tabla(
            "Lo que se halló", ("De qué se trata", "Respuesta"), [f for f in filas if f[1]]
        ),
    )


def _fuente(hallado: Documento, *, es_localidad: bool) -> str:
    if es_localidad:
        return f"Se buscó {hallado.corte}."
    return f"Fuente: {hallado.corte or 'este tablero'}."
