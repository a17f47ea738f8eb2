"""Las sesiones del registro, leídas otra vez solo cuando algo se anotó."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from tablero import rutas
from tablero.registro.archivo import leer, ultima_huella
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import Actas, Pantalla, Sesion, actas
from tablero.registro.sesiones.suceso import HECHO

DE_SESION = "sesión "
"""Cómo empieza lo que se dice de cada hecho de una sesión: «sesión 1f2e3d4c: compromiso»."""


NO_ESTA = "Esa pantalla ya no está en la sesión: vuelva a cargar la sala."


@dataclass(frozen=True)
class Leidas:
    """Las actas y, de cada sesión, la huella del último hecho suyo."""

    actas: Actas
    versiones: dict[str, str]

    def sesion(self, codigo: str) -> Sesion | None:
        """La de ese código; `None` si no existe."""
        return next((s for s in self.actas.sesiones if s.codigo == codigo), None)


def pantalla_de(sesion: Sesion, codigo: str) -> Pantalla | None:
    """La de ese código; `None`, que se dice con `NO_ESTA`, si no es de la sesión."""
    return next((p for p in sesion.pantallas if p.codigo == codigo), None)


def registro() -> Path:
    """La carpeta del registro de este tablero."""
    return Lugares.de(rutas.BASE).registro


def leidas() -> Leidas:
    """Las de este tablero; `ErrorTablero` si su registro no se puede leer."""
    carpeta = registro()
    huella = ultima_huella(carpeta)
    with _turno:
        return _leer(carpeta, huella)


_turno = Lock()
"""Quien sigue la sala pregunta cada dos segundos: entre todos, el registro se lee una vez."""


@lru_cache(maxsize=2)
def _leer(carpeta: Path, _huella: str) -> Leidas:
    versiones: dict[str, str] = {}
    for hecho in leer(carpeta, HECHO):
        codigo, _, _ = hecho.que.removeprefix(DE_SESION).partition(":")
        versiones[codigo] = hecho.huella
    return Leidas(actas(carpeta), versiones)
