"""Lo que el libro de una sesión debe cumplir, además de lo que mira cada celda.

Cada regla devuelve todos los errores que encuentra, en su celda; ninguna se detiene en el primero
ni corrige nada.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from tablero import formato
from tablero.errores import ErrorDeCelda
from tablero.libro.encabezado import mas_parecido
from tablero.libro.fila import FilaLeida
from tablero.modelo import Tabla
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import DIRECCION
from tablero.registro.sesiones.validar import LETRAS_DE_UN_NOMBRE, LETRAS_DE_UN_TEXTO
from tablero.respuestas.libro_de_la_sesion.hojas import (
    DeLaAgenda,
    DeLaAsistencia,
    DeLaSesion,
    DeLasPantallas,
    DeLosCompromisos,
)
from tablero.respuestas.libro_de_la_sesion.leidas import Leidas, acusar
from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay

Regla = Callable[[Leidas, LoQueHay], Iterator[ErrorDeCelda]]
LETRAS: Mapping[type[Tabla], Mapping[str, int]] = {
    DeLaSesion: {"lugar": LETRAS_DE_UN_NOMBRE},
    DeLaAgenda: {"titulo": LETRAS_DE_UN_NOMBRE, "nota": LETRAS_DE_UN_TEXTO},
    DeLasPantallas: {
        "titulo": LETRAS_DE_UN_NOMBRE,
        "direccion": DIRECCION,
        "para_quien_habla": LETRAS_DE_UN_TEXTO,
        "decision_pedida": LETRAS_DE_UN_TEXTO,
    },
    DeLosCompromisos: {"que": LETRAS_DE_UN_TEXTO, "evidencia": LETRAS_DE_UN_TEXTO},
}
"""Lo más que cabe en cada columna de texto."""
CON_ENTIDAD: tuple[type[Tabla], ...] = (DeLosCompromisos, DeLaAsistencia)


def una_sola_fila(leidas: Leidas, _: LoQueHay) -> Iterator[ErrorDeCelda]:
    """El libro es de una sesión: una fila, ni más ni menos."""
    filas = leidas[DeLaSesion]
    if not filas and leidas.estan(DeLaSesion):
        yield leidas.lugar(DeLaSesion).error(
            "está vacía: aquí va el día de la sesión.", columna="Fecha", celda="A2"
        )
    for fila in filas[1:]:
        yield fila.error("sobra: el libro es de una sola sesión, la de la fila 2.")


def fechas(leidas: Leidas, hay: LoQueHay) -> Iterator[ErrorDeCelda]:
    """El día de la sesión puede ser verdad, y nadie se compromete para antes de ella."""
    de_la_sesion = [f for f in leidas[DeLaSesion][:1] if f.valores["fecha"] is not None]
    for fila in de_la_sesion:
        dia = fila.valores["fecha"]
        ver = partial(validar.fecha_de_sesion, dia, hay.hoy)
        lejana = acusar(DeLaSesion, fila, "fecha", ver)
        yield from lejana
        if lejana:
            continue  # cada compromiso parecería estar lejos
        for compromiso in leidas[DeLosCompromisos]:
            if (vence := compromiso.valores["vence"]) is not None:
                ver = partial(validar.vence, vence, dia)
                yield from acusar(DeLosCompromisos, compromiso, "vence", ver)


def regla_del_quorum(leidas: Leidas, hay: LoQueHay) -> Iterator[ErrorDeCelda]:
    """No se piden más entidades de las que hay."""
    for fila in leidas[DeLaSesion][:1]:
        ver = partial(validar.minimo, fila.valores["minimo"], len(hay.entidades))
        yield from acusar(DeLaSesion, fila, "minimo", ver)


def largos(leidas: Leidas, _: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Ningún texto pasa de lo que cabe."""
    for hoja, columnas in LETRAS.items():
        for fila in leidas[hoja]:
            for columna, letras in columnas.items():
                escrito = fila.valores[columna]
                if escrito is not None and len(escrito) > letras:
                    yield fila.error(
                        f"tiene {formato.numero(len(escrito))} letras: a lo sumo "
                        f"{formato.numero(letras)}.",
                        hoja.columna(columna),
                    )


def ordenes(leidas: Leidas, _: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Dos puntos no van en el mismo lugar; dos pantallas, tampoco."""
    for hoja in (DeLaAgenda, DeLasPantallas):
        yield from _repetidos(hoja, leidas[hoja], "orden", "ya va en ese lugar la fila {}.")


def puntos(leidas: Leidas, _: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Una pantalla es de un punto que está en la agenda."""
    if not leidas.estan(DeLaAgenda):
        return
    hay = {fila.valores["orden"] for fila in leidas[DeLaAgenda]}
    for fila in leidas[DeLasPantallas]:
        punto = fila.valores["punto"]
        if punto is not None and punto not in hay:
            yield fila.error(
                f"«{punto}» no es el orden de ningún punto de la hoja «{DeLaAgenda.hoja}».",
                DeLasPantallas.columna("punto"),
            )


def direcciones(leidas: Leidas, hay: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Lo que se muestra está en el tablero."""
    for fila in leidas[DeLasPantallas]:
        if (escrita := fila.valores["direccion"]) is not None:
            ver = partial(hay.direccion, escrita)
            yield from acusar(DeLasPantallas, fila, "direccion", ver)


def entidades(leidas: Leidas, hay: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Las que se nombran son del Comité, y cada una se marca una vez."""
    for hoja in CON_ENTIDAD:
        for fila in leidas[hoja]:
            escrita = fila.valores["entidad"]
            if escrita is None or hay.entidad(escrita) is not None:
                continue
            cercana = mas_parecido(escrita, hay.entidades)
            que = f"¿quiso decir «{cercana}»?" if cercana else "escoja una de la lista."
            yield fila.error(
                f"«{escrita}» no es una entidad del Comité; {que}", hoja.columna("entidad")
            )
    marcadas = [f for f in leidas[DeLaAsistencia] if f.valores["entidad"] is not None]
    vistas: dict[str, int] = {}
    for fila in marcadas:
        entidad = hay.entidad(fila.valores["entidad"])
        if entidad in vistas:
            yield fila.error(
                f"ya está en la fila {vistas[entidad]}; deje una sola.",
                DeLaAsistencia.columna("entidad"),
            )
        elif entidad is not None:
            vistas[entidad] = fila.numero


def productos(leidas: Leidas, hay: LoQueHay) -> Iterator[ErrorDeCelda]:
    """El producto de un compromiso es de alguna política."""
    de_antes = {compromiso.producto for compromiso in hay.compromisos}
    for fila in leidas[DeLosCompromisos]:
        producto = fila.valores["producto_codigo"]
        if producto is not None and producto not in hay.productos | de_antes:
            yield fila.error(
                f"ningún producto lleva el código {producto}.",
                DeLosCompromisos.columna("producto_codigo"),
            )


def evidencias(leidas: Leidas, _: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Lo cumplido dice con qué se prueba, y lo retirado, por qué."""
    for fila in leidas[DeLosCompromisos]:
        estado, evidencia = fila.valores["estado"], fila.valores["evidencia"]
        if estado is not None and not evidencia and not leidas.esta_mal(fila, "evidencia"):
            ver = partial(validar.cambio_de_estado, estado, "")
            yield from acusar(DeLosCompromisos, fila, "evidencia", ver)


def codigos(leidas: Leidas, hay: LoQueHay) -> Iterator[ErrorDeCelda]:
    """Un código dice cuál es algo que la sesión ya tiene, una sola vez."""
    if hay.sesion is None:
        return
    suyos: Mapping[type[Tabla], Sequence[str]] = {
        DeLaAgenda: [punto.codigo for punto in hay.sesion.puntos],
        DeLasPantallas: [pantalla.codigo for pantalla in hay.sesion.pantallas],
        DeLosCompromisos: [compromiso.codigo for compromiso in hay.compromisos],
    }
    for hoja, conocidos in suyos.items():
        for fila in leidas[hoja]:
            if (codigo := fila.valores["codigo"]) is not None and codigo not in conocidos:
                yield fila.error(
                    f"«{codigo}» no es de esta sesión; si es algo nuevo, borre el código.",
                    hoja.columna("codigo"),
                )
        yield from _repetidos(hoja, leidas[hoja], "codigo", "ya está en la fila {}.")


REGLAS: tuple[Regla, ...] = (
    *(una_sola_fila, fechas, regla_del_quorum, largos, ordenes, puntos, direcciones),
    *(entidades, productos, evidencias, codigos),
)


def _repetidos(
    hoja: type[Tabla], filas: Sequence[FilaLeida], columna: str, dicho: str
) -> Iterator[ErrorDeCelda]:
    vistos: dict[object, int] = {}
    for fila in filas:
        valor = fila.valores[columna]
        if valor in vistos:
            mensaje = f"«{valor}» se repite: {dicho.format(vistos[valor])}"
            yield fila.error(mensaje, hoja.columna(columna))
        elif valor is not None:
            vistos[valor] = fila.numero
