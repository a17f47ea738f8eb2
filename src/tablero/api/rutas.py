"""Las rutas con que la API se publica en un servidor."""

from starlette.routing import Route

from tablero.api.abierto import Servicio
from tablero.api.atencion import RAIZ, Api


def rutas(servicio: Servicio) -> list[Route]:
    """Todo lo que está bajo `/api`, exista o no: nunca contesta otro."""
    api = Api(servicio)
    return [Route(RAIZ, api), Route(f"{RAIZ}/{{resto:path}}", api)]
