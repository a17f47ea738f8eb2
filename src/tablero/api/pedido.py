"""Un pedido que ya se sabe a qué dirección va."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from tablero.api.abierto import Abierto, Servicio
from tablero.api.consulta import EDICION, Pares
from tablero.publicacion import Publicacion


@dataclass(frozen=True)
class Pedido:
    """Lo que se pide, a qué tablero y desde dónde se llega a él."""

    servicio: Servicio
    abierto: Abierto
    publicacion: Publicacion
    variables: Mapping[str, str]
    """Las partes de la dirección que cambian: {"codigo": "1.1.4"}."""
    pares: Pares
    """Los parámetros, en el orden en que llegaron."""
    tablero: str
    """La dirección del tablero, sin barra final."""
    ruta: str
    """La pedida, después de la de la API: «/tablas/cifras»."""

    @property
    def api(self) -> str:
        """La dirección de la API, sin barra final."""
        return f"{self.tablero}/api/v1"

    @property
    def enlace(self) -> str:
        """La dirección que vuelve a dar lo mismo aunque el tablero cambie: dice su edición."""
        return self.con({} if self.abierto.edicion is None else {EDICION: self._edicion})

    def con(self, cambios: Mapping[str, str]) -> str:
        """La misma dirección con otros valores de esos parámetros."""
        quedan = [(n, v) for n, v in self.pares if n not in cambios]
        consulta = urlencode([*quedan, *cambios.items()], errors="replace")
        return f"{self.api}{quote(self.ruta)}" + (f"?{consulta}" if consulta else "")

    @property
    def _edicion(self) -> str:
        return "" if self.abierto.edicion is None else str(self.abierto.edicion.numero)
