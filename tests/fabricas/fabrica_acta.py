"""Una sesión entera sobre el tablero real, de la agenda a los compromisos."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tablero import rutas
from tablero.consultas.base import Base, Preguntas
from tablero.consultas.comite import entidades
from tablero.registro.archivo import leer
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion, actas
from tablero.respuestas import acta
from tablero.respuestas.acta import Acta
from tablero.respuestas.cosas import catalogo

HOY, ANTES, DIA = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 15)
LUGAR = "Sala Barulé"
DECISION = "Cada entidad enviará su plan antes del 31 de enero de 2027."
PIDE = "¿Qué hará cada entidad para ponerse al día?"


def una(base: Base, carpeta: Path, *, cancelada: str = "") -> Acta:
    """El acta de una sesión con todas las cosas del catálogo, escrita en esa carpeta."""
    preguntar, escritor = Preguntas(base), Escritor(carpeta, "prueba")
    anterior = _sesion(carpeta, escritor.crear(ANTES, "", hoy=HOY, edicion=None))
    vence = date(2026, 12, 10)
    escritor.compromiso(anterior, "Enviar el reporte", "Secretaría Distrital de Salud", vence)
    codigo = escritor.crear(DIA, LUGAR, hoy=HOY, edicion=1, regla=10)
    escritor.punto(codigo, "Apertura", minutos=5, orden=1)
    escritor.punto(codigo, "Metas PDD", nota="sin dato: ninguna fuente lo publica", orden=2)
    apertura = _sesion(carpeta, codigo).puntos[0]
    for orden, cosa in enumerate(catalogo.todas(preguntar), start=1):
        escritor.pantalla(
            codigo,
            cosa.titulo[:80],
            cosa.de or "descargas?ver=fuentes",
            orden=orden,
            punto=apertura.codigo if orden == 1 else "",
            para_quien_habla="Empiece por la brecha." if orden == 1 else "",
            decision_pedida=PIDE if orden == 1 else "",
        )
    if not cancelada:
        _llevar(preguntar, escritor, _sesion(carpeta, codigo))
    else:
        escritor.cancelar(codigo, cancelada)
    hecha = _sesion(carpeta, codigo)
    edicion = next(e for e in ediciones(Lugares.de(rutas.BASE).registro) if e.numero == 1)
    leidas, hechos = actas(carpeta), list(leer(carpeta, "sesion"))
    dada = acta.de_sesion(preguntar, hecha, leidas, hechos, edicion)
    # Dos cosas del catálogo tienen la misma página: cada pantalla, la suya.
    suyas = tuple(
        mostrada if mostrada.cosa.codigo == cosa.codigo else replace(mostrada, cosa=cosa)
        for mostrada, cosa in zip(dada.mostradas[1:], catalogo.todas(preguntar), strict=True)
    )
    return replace(dada, mostradas=(dada.mostradas[0], *suyas))


def _llevar(preguntar: Preguntas, escritor: Escritor, sesion: Sesion) -> None:
    codigo = sesion.codigo
    for lugar, fila in enumerate(preguntar(entidades).filas[:14]):
        escritor.asistencia(codigo, fila["entidad"], asiste=lugar % 5 != 4)
    escritor.decision(codigo, sesion.pantallas[0], DECISION, "Educación pide revisar el peso.")
    escritor.pregunta(codigo, "¿y Usme?", "")
    escritor.pregunta(codigo, "3.1.7", "producto?codigo=3.1.7")
    escritor.tiempo(codigo, sesion.puntos[0].codigo, 312)
    quien = "Secretaría de Educación del Distrito"
    escritor.compromiso(sesion, "Presentar el plan", quien, date(2027, 1, 31), "3.1.7")


def _sesion(carpeta: Path, codigo: str) -> Sesion:
    return next(sesion for sesion in actas(carpeta).sesiones if sesion.codigo == codigo)
