"""Las respuestas que no salen solo del tablero: lo que se debe y lo que cambió entre ediciones."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl

from tablero.consultas.base import Base, Preguntas
from tablero.registro.sesiones.estado import Actas, Sesion
from tablero.respuestas.cosas import cambios, compromisos, entidad
from tablero.respuestas.cosas.cosa import Cosa

BaseDe = Callable[[int], Base | None]
"""El tablero de una edición; `None` si ya no conserva su archivo."""


@dataclass(frozen=True)
class DelRegistro:
    """Lo que hace falta para contestarlas."""

    preguntar: Preguntas
    actas: Actas
    dia: date
    """El día en que se mira: de él depende qué está vencido."""
    base_de: BaseDe
    sesion: Sesion | None = None
    """La que se proyecta; `None` si es el tablero entero."""
    edicion: int | None = None
    """La que se muestra; `None` si no hay ninguna publicada."""

    def forma(self, direccion: str) -> Cosa | None:
        """La forma de pared de esa dirección; `None` si no es de estas."""
        pagina, _, consulta = direccion.removeprefix("./").partition("?")
        pedidos = dict(parse_qsl(consulta))
        if pagina == compromisos.PAGINA and pedidos.get("ver") == compromisos.VER:
            pedida = pedidos.get(compromisos.ENTIDAD, "")
            return compromisos.todos(self.actas.abiertos(), self.dia, pedida)
        if pagina == entidad.PAGINA and entidad.NOMBRE in pedidos:
            return entidad.una(
                self.preguntar,
                pedidos[entidad.NOMBRE],
                self.actas.abiertos(),
                self.dia,
                pedidos.get("politica"),
            )
        if pagina == cambios.PAGINA and pedidos.get("ver") == cambios.VER:
            return self._cambios(pedidos)
        return None

    def que_cambio(self) -> str:
        """La dirección de lo que cambió desde la sesión anterior o, sin sesión, desde la última."""
        hasta = self.dia + timedelta(days=1) if self.sesion is None else self.sesion.fecha
        anterior = self.actas.anterior(hasta)
        if anterior is None or anterior.edicion is None or self.edicion is None:
            return f"{cambios.PAGINA}?ver={cambios.VER}"
        return cambios.direccion(anterior.edicion, self.edicion)

    def _cambios(self, pedidos: dict[str, str]) -> Cosa:
        escritos = [pedidos.get(nombre, "") for nombre in (cambios.ANTES, cambios.DESPUES)]
        if not all(e.isascii() and e.isdecimal() for e in escritos):
            return cambios.sin_sesion_anterior()
        antes, despues = map(int, escritos)
        if antes == despues:
            return cambios.desde(None, None, numeros=(antes, despues))
        return cambios.desde(self.base_de(antes), self.base_de(despues), numeros=(antes, despues))
