"""Cuánto admite el servidor de un solo cliente y de todos juntos."""

import os
from dataclasses import dataclass, fields
from typing import Self

from tablero.errores import AjusteInvalido

PREFIJO = "TABLERO_"


@dataclass(frozen=True)
class Limites:
    """Los que dependen del lugar se cambian con una variable: `TABLERO_SESIONES=500`."""

    sesiones: int = 300
    """Pestañas abiertas a la vez, entre todos."""
    sesiones_por_direccion: int = 150
    """Desde una misma dirección de red: una sala entera suele salir por una sola."""
    conexiones: int = 2000
    conexiones_por_direccion: int = 1200
    """Un navegador abre seis, y una más por pestaña."""
    api_por_minuto: int = 1200
    """Pedidos de programas (`/api`) desde una misma dirección; de una vez, la cuarta parte."""

    @classmethod
    def del_ambiente(cls) -> Self:
        """Los de siempre, con lo que digan las variables; `AjusteInvalido` si no es un número."""
        dichos = {campo.name: os.environ.get(variable(campo.name)) for campo in fields(cls)}
        return cls(**{nombre: _numero(nombre, dicho) for nombre, dicho in dichos.items() if dicho})


OCTETOS_DE_DIRECCION = 8192
"""La ruta y su consulta: ninguna se corta; la que no cabe se rechaza."""
OCTETOS_DE_ENCABEZADOS = 32_768
OCTETOS_DE_ANOTACION = 16_384
"""Lo que se anota de una sesión desde la sala: lo único que este servidor recibe por HTTP."""
ANOTAR = "/sala/anotar"
OCTETOS_DE_MENSAJE = 262_144
"""Un mensaje del navegador por el WebSocket: el mayor del tablero no llega a la décima parte."""
SEGUNDOS_PARA_PEDIR = 10.0
"""Lo que puede tardar alguien en escribir su pedido, desde que se conecta o desde el anterior."""


def se_recibe(metodo: str, ruta: str, largo: str) -> bool:
    """Si ese pedido puede traer contenido; `ruta`, sin la carpeta en que se publica."""
    cabe = largo.isascii() and largo.isdecimal() and int(largo) <= OCTETOS_DE_ANOTACION
    return metodo == "POST" and ruta == ANOTAR and cabe


def variable(nombre: str) -> str:
    """La variable de ambiente que cambia un límite."""
    return PREFIJO + nombre.upper()


def _numero(nombre: str, dicho: str) -> int:
    if not dicho.isdecimal() or int(dicho) == 0:
        raise AjusteInvalido(f"{variable(nombre)} debe ser un número mayor que cero, no «{dicho}».")
    return int(dicho)
