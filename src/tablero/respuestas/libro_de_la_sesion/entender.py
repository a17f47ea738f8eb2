"""Lo que dice el libro de una sesión o, de una vez, todo lo que tiene mal.

Lo que mira una sola celda (que sea una fecha, que no traiga una fórmula sin resultado) lo mira el
lector de siempre; `reglas`, lo que tiene que ver con otras celdas, con el registro y con los datos.
"""

from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.libro.fila import numero_de_columna
from tablero.libro.leido import LibroLeido
from tablero.respuestas.libro_de_la_sesion.contenido import (
    CompromisoEscrito,
    Contenido,
    PantallaEscrita,
    PuntoEscrito,
)
from tablero.respuestas.libro_de_la_sesion.hojas import (
    HOJAS,
    DeLaAgenda,
    DeLaAsistencia,
    DeLaSesion,
    DeLasPantallas,
    DeLosCompromisos,
)
from tablero.respuestas.libro_de_la_sesion.leidas import Leidas
from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay
from tablero.respuestas.libro_de_la_sesion.reglas import REGLAS

EN_SU_ORDEN = {hoja.hoja: lugar for lugar, hoja in enumerate(HOJAS)}


def entender(leido: LibroLeido, nombre: str, hay: LoQueHay) -> Contenido:
    """Lo que dice un libro ya leído; `ErroresDeDatos` con todo lo que esté mal."""
    leidas = Leidas(nombre, leido)
    errores = [*leido.errores, *(error for regla in REGLAS for error in regla(leidas, hay))]
    if errores:
        raise ErroresDeDatos(sorted(errores, key=_donde))
    return _contenido(leidas, hay)


def _contenido(leidas: Leidas, hay: LoQueHay) -> Contenido:
    """Lo que dicen unas filas sin ningún error."""
    (sesion,) = (fila.valores for fila in leidas[DeLaSesion])
    agenda = sorted((f.valores for f in leidas[DeLaAgenda]), key=lambda v: v["orden"])
    pantallas = sorted((f.valores for f in leidas[DeLasPantallas]), key=lambda v: v["orden"])
    lugares = {punto["orden"]: lugar for lugar, punto in enumerate(agenda, start=1)}
    asistencia = {
        hay.entidad(fila.valores["entidad"]) or "": fila.valores["asiste"]
        for fila in leidas[DeLaAsistencia]
        if fila.valores["asiste"] is not None
    }
    return Contenido(
        fecha=sesion["fecha"],
        lugar=sesion["lugar"] or "",
        minimo=sesion["minimo"],
        puntos=tuple(
            PuntoEscrito(v["titulo"], v["minutos"], v["nota"] or "", v["codigo"] or "")
            for v in agenda
        ),
        pantallas=tuple(
            PantallaEscrita(
                v["titulo"],
                hay.direccion(v["direccion"]),
                v["para_quien_habla"] or "",
                v["decision_pedida"] or "",
                None if v["punto"] is None else lugares[v["punto"]],
                v["codigo"] or "",
            )
            for v in pantallas
        ),
        compromisos=tuple(
            CompromisoEscrito(
                v["que"],
                hay.entidad(v["entidad"]) or "",
                v["vence"],
                v["producto_codigo"] or "",
                v["estado"] or "abierto",
                v["evidencia"] or "",
                v["codigo"] or "",
            )
            for v in (fila.valores for fila in leidas[DeLosCompromisos])
        ),
        asistencia=tuple(sorted(asistencia.items())),
    )


def _donde(error: ErrorDeCelda) -> tuple[int, int, int]:
    """Hoja por hoja y fila por fila, que es como se corrige."""
    letras = error.celda.rstrip("0123456789")
    fila = error.celda[len(letras) :]
    es_celda = letras.isalpha() and letras.isascii() and fila.isdigit()
    return (
        EN_SU_ORDEN.get(error.hoja, len(EN_SU_ORDEN) if error.hoja else -1),
        int(fila) if es_celda else 0,
        numero_de_columna(letras) if es_celda else 0,
    )
