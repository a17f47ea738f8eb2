"""Una sesión con de todo, y su libro, para las pruebas de lo que se lleva y se trae."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tablero import reloj
from tablero.consultas.base import Base, Preguntas
from tablero.exportar.libro_de_sesion import libro_de_sesion
from tablero.libro.leer import leer_libro
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Actas, Sesion, actas
from tablero.respuestas import direccion
from tablero.respuestas.libro_de_la_sesion.contenido import Contenido, de_la_sesion
from tablero.respuestas.libro_de_la_sesion.hojas import COMO_SE_LLENA, HOJAS
from tablero.respuestas.libro_de_la_sesion.importar import Importacion, preparar
from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay

DIA = date(2026, 12, 15)
SALUD, GENERAL = "Secretaría Distrital de Salud", "Secretaría General"


def una_sesion(escritor: Escritor) -> Sesion:
    """Con dos puntos, tres pantallas, dos compromisos y dos entidades marcadas."""
    codigo = escritor.crear(DIA, "=1+1 Sala «Barulé»", hoy=reloj.hoy(), edicion=1, regla=10)
    escritor.punto(codigo, "Apertura", minutos=5, orden=1)
    escritor.punto(codigo, "Salud", nota="-2+3", orden=2)
    puntos = la_de(escritor).puntos
    escritor.pantalla(codigo, "Cómo va", "semaforo", punto=puntos[1].codigo, orden=1)
    escritor.pantalla(
        codigo,
        "El 3.1.7",
        "producto?codigo=3.1.7&politica=poblacion_migrante_internacional",
        para_quien_habla="Va en 0 %.",
        decision_pedida="¿Qué hará Educación?",
        orden=2,
    )
    escritor.pantalla(codigo, "Inicio", "./", orden=3)
    escritor.compromiso(la_de(escritor), "Entregar el corte", SALUD, date(2027, 1, 20), "2.2.6")
    escritor.compromiso(la_de(escritor), "Nombrar delegado", GENERAL, date(2027, 2, 1))
    nombrar = next(c for c in actas(escritor.carpeta).compromisos if c.entidad == GENERAL)
    escritor.estado(nombrar, "cumplido", "Oficio 45")
    escritor.asistencia(codigo, GENERAL, asiste=True)
    escritor.asistencia(codigo, SALUD, asiste=False)
    return la_de(escritor)


def la_de(escritor: Escritor) -> Sesion:
    """La única de ese registro."""
    (sesion,) = actas(escritor.carpeta).sesiones
    return sesion


def lo_que_hay(base: Base, leidas: Actas, sesion: Sesion | None = None) -> LoQueHay:
    """Lo que saben el tablero y el registro, hoy."""
    preguntar = Preguntas(base)
    return LoQueHay(preguntar, direccion.de_siempre(preguntar), reloj.hoy(), leidas, sesion)


def escribir_libro(ruta: Path, hay: LoQueHay, sesion: Sesion | None) -> Path:
    """El libro de esa sesión o, sin ella, el que está en blanco."""
    contenido = None if sesion is None else de_la_sesion(sesion, hay.actas.compromisos)
    ruta.write_bytes(libro_de_sesion(contenido, hay.entidades, sesion=sesion))
    return ruta


def con_contenido(ruta: Path, hay: LoQueHay, contenido: Contenido) -> Path:
    """El libro de ese contenido."""
    ruta.write_bytes(libro_de_sesion(contenido, hay.entidades))
    return ruta


def cambiar_celdas(ruta: Path, celdas: Mapping[tuple[str, str], Any]) -> Path:
    """Pone esos valores en esas celdas: hoja y celda → valor."""
    libro = openpyxl.load_workbook(ruta)
    for (hoja, celda), valor in celdas.items():
        libro[hoja][celda].value = valor
    libro.save(ruta)
    return ruta


def traer(ruta: Path, hay: LoQueHay, *, quitar: bool = False) -> Importacion:
    """Lo que ese libro haría."""
    leido = leer_libro(ruta, HOJAS, ruta.name, sin_datos=(COMO_SE_LLENA,))
    return preparar(leido, ruta.name, hay, quitar=quitar)
