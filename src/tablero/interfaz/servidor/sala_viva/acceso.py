"""Si quien pide puede escribir desde la sala: la misma regla de «Preparar sesión»."""

from urllib.parse import urlsplit

from starlette.requests import Request

from tablero.interfaz.servidor.este_equipo import ATIENDE, PARA_ESCRIBIR, Llegada, por_que_no

JSON = "application/json"
DE_OTRA = "La pide una página que no es la de este tablero."
NO_ES_JSON = "Lo que se anota debe llegar como JSON."


def motivo(peticion: Request) -> str:
    """Por qué no se puede escribir; vacío si se puede."""
    cabeceras: dict[str, list[str]] = {}
    for nombre, valor in peticion.headers.items():
        cabeceras.setdefault(nombre, []).append(valor)
    desde = "" if peticion.client is None else peticion.client.host
    razon = por_que_no(Llegada(ATIENDE.direcciones, desde, cabeceras))
    return f"{razon} {PARA_ESCRIBIR}" if razon else ""


def motivo_de_anotar(peticion: Request) -> str:
    """Lo mismo, de un pedido que escribe: además, tiene que hacerlo la página de la sala.

    Un navegador no deja que otra página mande JSON ni que cambie su `Origin`.
    """
    if razon := motivo(peticion):
        return razon
    origenes = peticion.headers.getlist("origin")
    anfitrion = peticion.headers.get("host", "")
    if len(origenes) != 1 or urlsplit(origenes[0]).netloc != anfitrion:
        return DE_OTRA
    if peticion.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return DE_OTRA
    tipo = peticion.headers.get("content-type", "").partition(";")[0].strip().lower()
    return "" if tipo == JSON else NO_ES_JSON
