"""Lo que no se pudo contestar, dicho para programas y para personas: RFC 9457."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

from tablero.un_json import Objeto

MIME = "application/problem+json"
EXPLICACION = "/api/v1/docs"
"""La página que explica cada tipo de falla."""


@dataclass(frozen=True)
class Tipo:
    """Una clase de falla: siempre el mismo código, el mismo título y la misma explicación."""

    codigo: str
    estado: int
    titulo: str
    que_hacer: str


TIPOS: Mapping[str, Tipo] = {
    tipo.codigo: tipo
    for tipo in (
        Tipo(
            *("pedido-invalido", HTTPStatus.BAD_REQUEST, "Un parámetro no dice lo que debe"),
            "Mire en `detail` cuál es y qué se esperaba. Los parámetros de cada dirección están en "
            "esta página y en openapi.json.",
        ),
        Tipo(
            *("no-existe", HTTPStatus.NOT_FOUND, "En esta dirección no hay nada"),
            "Revise la dirección, o parta de /api/v1/, que nombra todo lo que hay.",
        ),
        Tipo(
            *("metodo-no-admitido", HTTPStatus.METHOD_NOT_ALLOWED, "La API solo se lee"),
            "Use GET o HEAD: por aquí no se escribe nada.",
        ),
        Tipo(
            *("formato-no-disponible", HTTPStatus.NOT_ACCEPTABLE, "No se da en ese formato"),
            "Pida uno de los que dice `detail`, con `formato=` o con la cabecera Accept.",
        ),
        Tipo(
            *("edicion-sin-archivo", HTTPStatus.GONE, "Esa edición ya no conserva su archivo"),
            "Se puede hacer otra vez con sus libros: pídala a quien administra el tablero.",
        ),
        Tipo(
            *("pedido-grande", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Es demasiado de una vez"),
            "Pida páginas más cortas o menos valores en cada filtro. Para llevarse una tabla "
            "entera, `formato=csv` o `formato=parquet` no tienen páginas.",
        ),
        Tipo(
            *("direccion-larga", HTTPStatus.REQUEST_URI_TOO_LONG, "La dirección es muy larga"),
            "Pasa de 8 kB: filtre por menos valores.",
        ),
        Tipo(
            *("rango-fuera", HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "Ese pedazo no existe"),
            "La cabecera Range pide octetos que la respuesta no tiene. Pídala entera.",
        ),
        Tipo(
            *("otro-nombre", HTTPStatus.MISDIRECTED_REQUEST, "No se publica con este nombre"),
            "Quien administra el tablero declara sus nombres al abrirlo.",
        ),
        Tipo(
            *("muy-seguido", HTTPStatus.TOO_MANY_REQUESTS, "Son demasiados pedidos seguidos"),
            "Espere los segundos que dice la cabecera Retry-After. Con If-None-Match, lo que no ha "
            "cambiado no se vuelve a bajar.",
        ),
        Tipo(
            *("fallo", HTTPStatus.INTERNAL_SERVER_ERROR, "Algo falló en el tablero"),
            "Vuelva a intentarlo; si sigue, avise a quien administra el tablero.",
        ),
        Tipo(
            *("sin-tablero", HTTPStatus.SERVICE_UNAVAILABLE, "Ahora no se puede contestar"),
            "No hay un tablero construido, o atiende a todos los que puede. Vuelva a intentarlo en "
            "un minuto.",
        ),
    )
}
OTRA = Tipo("otra", HTTPStatus.BAD_REQUEST, "El pedido no se pudo atender", "Lo dice `detail`.")
"""De lo que el servidor rechaza antes de saber qué se pide."""


@dataclass
class Falla(Exception):
    """Un pedido que no se contesta; `detalle` dice qué está mal y qué se esperaba."""

    tipo: str
    detalle: str
    demas: Objeto = field(default_factory=dict)
    """Otros miembros de la respuesta: los valores que sí hay, por ejemplo."""

    @property
    def estado(self) -> int:
        """El código HTTP."""
        return TIPOS[self.tipo].estado


def tipo_de(estado: int) -> Tipo:
    """El de un código HTTP."""
    return next((t for t in TIPOS.values() if t.estado == estado), OTRA)


def problema(
    estado: int, detalle: str, ruta: str, carpeta: str, demas: Objeto | None = None
) -> bytes:
    """El cuerpo `application/problem+json` de lo que se pidió en `ruta`.

    `carpeta` es en la que se publica el tablero.
    """
    tipo = tipo_de(estado)
    contenido = {
        "type": f"{carpeta}{EXPLICACION}#{tipo.codigo}",
        "title": tipo.titulo,
        "status": int(estado),
        "detail": detalle,
        "instance": quote(ruta),
        **(demas or {}),
    }
    return json.dumps(contenido, ensure_ascii=False).encode()
