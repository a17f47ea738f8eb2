"""Lo que se rechaza queda anotado, sin decir de quién y sin que una inundación llene el disco."""

import asyncio
from urllib.parse import urlsplit

from tablero.registro import anotar

SEGUNDOS = 60.0
CLIENTES = 1000
"""De cuántos se lleva cuenta a la vez; los que pasen se cuentan juntos."""


class Rechazos:
    """De cada cliente y motivo, un renglón al comienzo y otro al minuto con cuántos más hubo."""

    def __init__(self) -> None:
        self._cuentas: dict[tuple[str, str], int] = {}

    def anotar(self, motivo: str, ruta: str, direccion: str, desde: str = "") -> None:
        """Se rechazó `ruta`; la dirección de red solo sirve para contar y no se escribe."""
        clave = (motivo, direccion)
        if clave not in self._cuentas and len(self._cuentas) >= CLIENTES:
            clave = (motivo, "")
        if clave in self._cuentas:
            self._cuentas[clave] += 1
            return
        self._cuentas[clave] = 0
        bucle = asyncio.get_running_loop()
        bucle.call_later(SEGUNDOS, self._cerrar, clave, ruta)
        # Escribir en el disco puede tardar: los demás no esperan por eso.
        bucle.run_in_executor(None, lambda: anotar("rechazo", f"{motivo} {ruta}", desde=desde))

    def _cerrar(self, clave: tuple[str, str], ruta: str) -> None:
        if mas := self._cuentas.pop(clave):
            texto = f"{clave[0]} {ruta} (y {mas} más en el mismo minuto)"
            asyncio.get_running_loop().run_in_executor(None, lambda: anotar("rechazo", texto))


RECHAZOS = Rechazos()


def pagina_de(referente: str) -> str:
    """La página desde la que se pidió algo, sin equipo ni consulta; vacía si no se sabe."""
    return urlsplit(referente).path
