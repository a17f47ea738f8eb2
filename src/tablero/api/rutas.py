"""Las rutas con que la API se publica en un servidor."""

from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from tablero.api.abierto import Servicio
from tablero.api.atencion import RAIZ, Api


class BajoLaApi(BaseRoute):
    """Todo lo que está bajo `/api`, exista o no: nunca contesta otro.

    Sin un patrón de Starlette, que no halla la ruta que trae un salto de renglón.
    """

    def __init__(self, servicio: Servicio) -> None:
        self.api = Api(servicio)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Si la ruta es de aquí."""
        es_suya = scope["path"] == RAIZ or scope["path"].startswith(f"{RAIZ}/")
        return (Match.FULL if es_suya and scope["type"] == "http" else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """La contesta."""
        await self.api(scope, receive, send)
