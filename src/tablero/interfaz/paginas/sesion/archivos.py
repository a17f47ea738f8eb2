"""Los archivos que quedan de una sesión, hechos con el tablero de la edición que congeló."""

from collections.abc import Sequence

from tablero import rutas
from tablero.errores import ErrorTablero
from tablero.exportar.carpeta import en_zip
from tablero.exportar.sesion.archivos import ARCHIVOS, Archivo
from tablero.exportar.sesion.plantillas import Plantillas
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import base, por_archivo, un_solo_tablero
from tablero.interfaz.marco.rehacer import REHACER
from tablero.interfaz.servidor.sala_viva import formas
from tablero.registro.archivo import leer
from tablero.registro.ediciones import Edicion, buscar
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas.acta import Acta, en_su_momento


def comprimidos(codigo: str) -> bytes:
    """Todos los de esa sesión en un ZIP: la misma sesión da los mismos bytes."""
    return en_zip(_escritos(codigo, ARCHIVOS))


def uno(archivo: Archivo, codigo: str) -> bytes:
    """El contenido de uno de los de esa sesión."""
    ((_, contenido),) = _escritos(codigo, [archivo])
    return contenido


def _escritos(codigo: str, archivos: Sequence[Archivo]) -> list[tuple[str, bytes]]:
    """Unos archivos de la sesión, hechos con el tablero de la edición que congeló."""
    hechos, leidas = en_su_momento(leer(Lugares.de(rutas.BASE).registro), codigo)
    sesion = next((s for s in leidas.sesiones if s.codigo == codigo), None)
    if sesion is None:
        raise ErrorTablero("Esa sesión ya no está en el registro.")
    edicion = edicion_de(sesion)
    avisos, suyo, plantillas = list[str](), None, Plantillas.de(rutas.BASE)
    if edicion is not None:
        if REHACER.se_puede and (dicho := REHACER.edicion(edicion)):
            avisos = [dicho]
        suyo = edicion_pedida.tablero(edicion.numero)
        if suyo is None:
            raise ErrorTablero(f"La edición {edicion.numero} ya no conserva su archivo.")
    with un_solo_tablero(suyo):
        acta = formas.acta(sesion, leidas, hechos, edicion, avisos)
        return [
            (
                como_se_llama(a, sesion),
                _contenido(a.nombre, acta.eslabon, acta.avisos, plantillas.huella, a, acta),
            )
            for a in archivos
        ]


@por_archivo
def _contenido(
    nombre: str,
    eslabon: str,
    avisos: tuple[str, ...],
    plantillas: tuple[tuple[str, int], ...],
    _archivo: Archivo,
    _acta: Acta,
) -> bytes:
    """Lo escrito: con el mismo último hecho, tablero, avisos y plantillas, es lo mismo."""
    return _archivo.escribir(_acta, Plantillas.de(rutas.BASE))


def como_se_llama(archivo: Archivo, sesion: Sesion) -> str:
    """`anexo_2026-12-15.pdf`, el de esa sesión."""
    return archivo.como_se_llama(sesion.fecha, es_simulado=base().es_simulado)


def edicion_de(sesion: Sesion) -> Edicion | None:
    """La que congeló; `ErrorTablero` si ya no está en el registro."""
    if sesion.edicion is None:
        return None
    return buscar(edicion_pedida.publicadas(), sesion.edicion)
