"""Las diapositivas de una sesión (.pptx): de qué es cada una y qué dice quien habla."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tablero import formato
from tablero.exportar.escribir.pptx import presentacion
from tablero.exportar.escribir.pptx.diapositiva import Diapositiva, sola
from tablero.exportar.escribir.pptx.nativo.traducir import datos_en_tabla
from tablero.exportar.sesion import palabras
from tablero.registro.sesiones.estado import Compromiso, Pantalla
from tablero.respuestas.acta import Acta
from tablero.respuestas.cosas.compromisos import DEL_REGISTRO
from tablero.respuestas.cosas.cosa import Cosa, Tabla

COMO_IMAGEN = (
    "El dibujo va como imagen: en una presentación no hay un gráfico igual. La diapositiva que "
    "sigue trae sus datos."
)
SUS_DATOS = "los datos"
LA_TABLA = "la tabla"
SIN_DECIDIR = f"Decisión: {formato.SIN_DATO}"
COMPROMISOS = ("Qué", "Entidad", "Vence", "Estado")
PREGUNTAS = ("Se preguntó", "Se mostró")
DECISIONES = ("Pantalla", "Decisión")


def escribir(acta: Acta, plantilla: Path | None = None) -> bytes:
    """El archivo; la misma acta da los mismos bytes.

    `plantilla` es una distinta de la propia. `ErrorTablero`, con lo que le falta, si no tiene los
    diseños que las diapositivas piden.
    """
    return presentacion.escribir(
        _todas(acta),
        plantilla,
        titulo=f"{palabras.de_la_sesion(acta.sesion)} del Comité",
        tema=palabras.edicion(acta),
        dia=acta.sesion.fecha,
        es_simulado=acta.es_simulado,
    )


def _todas(acta: Acta) -> list[Diapositiva]:
    """La portada, la agenda, cada pantalla, lo que se preguntó y lo que se resolvió."""
    return [
        _portada(acta),
        *(hoja for una in acta.mostradas for hoja in _de_una(una.cosa, una.pantalla)),
        *_de_las_preguntas(acta),
        *_de_las_decisiones(acta),
        *_de_los_compromisos(acta),
    ]


def _portada(acta: Acta) -> Diapositiva:
    sesion = acta.sesion
    lineas = (
        palabras.COMITE,
        f"Lugar: {palabras.lugar(sesion)}",
        palabras.quorum(acta),
        palabras.cancelada(sesion),
    )
    huellas = [f"Huella de la sesión en el registro: {acta.eslabon or formato.SIN_DATO}."]
    if acta.edicion is not None:
        huellas.append(f"Huella del contenido de la edición: {acta.edicion.contenido}.")
    portada = _del_registro(palabras.de_la_sesion(sesion), notas=tuple(filter(None, lineas)))
    return Diapositiva(
        replace(portada, fuente=f"{palabras.edicion(acta)} · programa {acta.programa}"),
        (DEL_REGISTRO, *huellas, f"Programa: {acta.programa}."),
        es_portada=True,
    )


def _de_una(cosa: Cosa, pantalla: Pantalla | None, *, antes: str = "") -> Iterator[Diapositiva]:
    """Las de una pantalla: la suya, la tabla que no cabe en ella y lo que se pide decidir."""
    dice = tuple(filter(None, (antes, *_dice(cosa, pantalla))))
    hoja = Diapositiva(cosa, dice)
    if cosa.grafico is not None and hoja.dibujo is not None and hoja.dibujo.nativo is None:
        yield replace(hoja, dice=(*dice, COMO_IMAGEN))
        yield _con_tabla(cosa, datos_en_tabla(cosa.grafico), SUS_DATOS)
    else:
        yield hoja
    if hoja.dibujo is not None and cosa.tabla is not None:
        yield _con_tabla(cosa, cosa.tabla, LA_TABLA)
    if pantalla is not None and pantalla.decision_pedida:
        yield _decision(cosa, pantalla)


def _con_tabla(cosa: Cosa, suya: Tabla, cual: str) -> Diapositiva:
    con_ella = replace(sola(cosa, suya), titulo=f"{cosa.titulo}: {cual}")
    return Diapositiva(con_ella, tuple(_dice(cosa, None)))


def _dice(cosa: Cosa, pantalla: Pantalla | None) -> Iterator[str]:
    """Lo de quien habla: lo que anotó, las fuentes enteras, sus palabras y dónde está."""
    if pantalla is not None and pantalla.para_quien_habla:
        yield pantalla.para_quien_habla
    yield cosa.de_donde
    yield from cosa.citas
    for corte in dict.fromkeys(cosa.cortes):
        yield f"Datos hasta el {formato.fecha(corte)}."
    if cosa.de:
        yield f"En el tablero: {cosa.de}"
    if pantalla is not None and pantalla.nota:
        yield f"Nota de la sesión: {pantalla.nota}"


def _decision(cosa: Cosa, pantalla: Pantalla) -> Diapositiva:
    resuelto = f"Decisión: {pantalla.decision}" if pantalla.decision else SIN_DECIDIR
    pide = f"Se pide decidir: {pantalla.decision_pedida}"
    return Diapositiva(
        _del_registro(pide, notas=(f"Sobre: {cosa.titulo}", resuelto)),
        (DEL_REGISTRO, f"Lo que la sustenta: {cosa.de_donde}"),
    )


def _de_las_preguntas(acta: Acta) -> Iterator[Diapositiva]:
    """Lo que se preguntó, y cada respuesta que no estaba ya entre las pantallas."""
    if not acta.preguntas:
        return
    cuantas = formato.contar(len(acta.preguntas), "pregunta", "preguntas")
    filas = [
        (f"«{hecha.dicho}»", cosa.titulo if cosa else palabras.SIN_MOSTRAR)
        for hecha, cosa in acta.preguntas
    ]
    tabla = _entera("Lo que se preguntó y lo que se mostró", PREGUNTAS, filas)
    hicieron = "hizo" if len(acta.preguntas) == 1 else "hicieron"
    yield from _de_una(_del_registro(f"En la sesión se {hicieron} {cuantas}", tabla=tabla), None)
    vistas = {una.cosa.titulo for una in acta.mostradas}
    for hecha, cosa in acta.preguntas:
        if cosa is not None and cosa.titulo not in vistas:
            vistas.add(cosa.titulo)
            yield from _de_una(cosa, None, antes=f"Se preguntó: «{hecha.dicho}».")


def _de_las_decisiones(acta: Acta) -> Iterator[Diapositiva]:
    tomadas = [
        (una.cosa.titulo, una.pantalla.decision)
        for una in acta.mostradas
        if una.pantalla is not None and una.pantalla.decision
    ]
    if tomadas:
        titulo = f"La sesión tomó {formato.contar(len(tomadas), 'decisión', 'decisiones')}"
        tabla = _entera("Lo que se decidió", DECISIONES, tomadas)
        yield from _de_una(_del_registro(titulo, tabla=tabla), None)


def _de_los_compromisos(acta: Acta) -> Iterator[Diapositiva]:
    for titulo, suyos in (
        (f"La sesión dejó {_cuantos(acta.compromisos, 'nuevo')}", acta.compromisos),
        (f"De antes {_siguen(acta.de_antes)} {_cuantos(acta.de_antes, 'abierto')}", acta.de_antes),
    ):
        filas = [
            (_que(c), c.entidad, formato.fecha(c.vence), palabras.estado(c, acta)) for c in suyos
        ]
        if filas:
            tabla = _entera("Los que vencen primero, primero", COMPROMISOS, filas)
            yield from _de_una(_del_registro(titulo, tabla=tabla), None)


def _del_registro(titulo: str, *, tabla: Tabla | None = None, notas: tuple[str, ...] = ()) -> Cosa:
    """Lo que no sale de ninguna página, sino de lo que se anotó."""
    return Cosa("sesion", titulo, DEL_REGISTRO, (), "", tabla=tabla, notas=notas)


def _entera(titulo: str, columnas: tuple[str, ...], filas: Sequence[tuple[str, ...]]) -> Tabla:
    """Con todas sus filas: lo que se resolvió va completo, en las diapositivas que hagan falta."""
    return Tabla(titulo, columnas, tuple(filas), len(filas))


def _que(compromiso: Compromiso) -> str:
    if not compromiso.producto:
        return compromiso.que
    return f"{compromiso.que} (producto {compromiso.producto})"


def _siguen(suyos: Sequence[Compromiso]) -> str:
    return "sigue" if len(suyos) == 1 else "siguen"


def _cuantos(suyos: Sequence[Compromiso], como: str) -> str:
    """«2 compromisos abiertos»."""
    return formato.contar(len(suyos), f"compromiso {como}", f"compromisos {como}s")
