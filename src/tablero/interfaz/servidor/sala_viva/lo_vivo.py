"""Lo que la página de la sala trae de la sesión además de sus pantallas."""

import json
import re

from starlette.requests import Request

from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.sala_viva import acceso
from tablero.interfaz.servidor.sala_viva.estado import de_la_sesion
from tablero.interfaz.servidor.sala_viva.leidas import Leidas
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas.quorum import entidades
from tablero.un_json import Objeto

PRODUCTO = re.compile(r"(?:\./)?producto\?(?:.*&)?codigo=(\d[\d.]*)")


def en_json(peticion: Request, consulta: str, todas: Leidas, sesion: Sesion | None) -> str:
    """Lo de quien pide, escrito para ir dentro de una página."""
    datos: Objeto = {"base": carpeta(), "consulta": consulta}
    if sesion is not None:
        datos |= _de(todas, sesion)
        datos["motivo"] = acceso.motivo(peticion)
    return json.dumps(datos, ensure_ascii=False).replace("<", "\\u003c")


def _de(todas: Leidas, sesion: Sesion) -> Objeto:
    tiempos = dict(sesion.tiempos)
    agenda = {"codigo": "", "punto": "", "producto": ""}
    return {
        "sesion": sesion.codigo,
        "pantallas": [
            agenda,
            *(
                {"codigo": p.codigo, "punto": p.punto, "producto": _producto(p.direccion)}
                for p in sesion.pantallas
            ),
        ],
        "puntos": [
            {
                "codigo": punto.codigo,
                "minutos": punto.minutos,
                "segundos": tiempos.get(punto.codigo, 0),
            }
            for punto in sesion.puntos
        ],
        "comite": list(entidades(preguntar)),
        "estado": de_la_sesion(todas, sesion),
    }


def _producto(direccion: str) -> str:
    hallado = PRODUCTO.match(direccion)
    return hallado[1] if hallado else ""
