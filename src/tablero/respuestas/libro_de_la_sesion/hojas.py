"""Las hojas del libro de una sesión: una clase por hoja, como las de las fuentes."""

from datetime import date
from typing import ClassVar

from tablero.modelo import Tabla
from tablero.modelo.base import columna
from tablero.modelo.codigos import CODIGO_DE_COSA, CODIGO_PRODUCTO
from tablero.registro.sesiones.estado import EstadoDeCompromiso
from tablero.registro.sesiones.validar import MINUTOS

COMO_SE_LLENA = "Cómo se llena"
"""La hoja que lo dice, y que no se lee."""


class DeLaSesion(Tabla):
    """Cuándo y dónde es, y cuántas entidades hacen quórum: un solo renglón."""

    tabla: ClassVar[str] = "sesion"
    hoja: ClassVar[str] = "Sesión"
    clave: ClassVar[tuple[str, ...]] = ()

    fecha: date = columna("Fecha", "El día de la sesión.")
    lugar: str | None = columna("Lugar", "Dónde será.", default=None)
    minimo: int | None = columna(
        "Entidades que hacen quórum",
        "Cuántas hacen quórum; vacío es «regla sin configurar».",
        default=None,
        ge=1,
    )


class DeLaAgenda(Tabla):
    """Los puntos de la agenda, con sus minutos."""

    tabla: ClassVar[str] = "agenda"
    hoja: ClassVar[str] = "Agenda"
    clave: ClassVar[tuple[str, ...]] = ()

    orden: int = columna("Orden", "En qué lugar va: 1 es el primero.", ge=1)
    titulo: str = columna("Punto", "Qué se trata.")
    minutos: int | None = columna(
        "Minutos", "Cuántos lleva; vacío es «sin asignar».", default=None, ge=1, le=MINUTOS
    )
    nota: str | None = columna("Nota", "Lo que conviene saber de él.", default=None)
    codigo: str | None = columna(
        "Código",
        "Lo escribe el tablero, para saber cuál es. En un punto nuevo va vacío.",
        default=None,
        pattern=CODIGO_DE_COSA,
    )


class DeLasPantallas(Tabla):
    """Lo que se muestra, en su orden, y la decisión que se pide."""

    tabla: ClassVar[str] = "pantallas"
    hoja: ClassVar[str] = "Pantallas"
    clave: ClassVar[tuple[str, ...]] = ()

    orden: int = columna("Orden", "En qué lugar va: 1 es la primera.", ge=1)
    punto: int | None = columna(
        "Punto de la agenda",
        "El orden que su punto tiene en la hoja «Agenda»; vacío si es de toda la sesión.",
        default=None,
        ge=1,
    )
    titulo: str = columna("Título", "Lo que dice la pantalla, en una frase.")
    direccion: str = columna(
        "Dirección o código",
        "Un código (producto 3.1.7, municipio 54001) o la dirección de una página del tablero.",
    )
    para_quien_habla: str | None = columna(
        "Nota para quien habla", "Lo que lee quien la presenta.", default=None
    )
    decision_pedida: str | None = columna(
        "Decisión que se pide", "Lo que el Comité debe resolver.", default=None
    )
    codigo: str | None = columna(
        "Código",
        "Lo escribe el tablero, para saber cuál es. En una pantalla nueva va vacío.",
        default=None,
        pattern=CODIGO_DE_COSA,
    )


class DeLosCompromisos(Tabla):
    """Lo que cada entidad quedó de hacer en esa sesión."""

    tabla: ClassVar[str] = "compromisos"
    hoja: ClassVar[str] = "Compromisos"
    clave: ClassVar[tuple[str, ...]] = ()

    que: str = columna("Qué se hará", "El compromiso, en una frase.")
    entidad: str = columna("Entidad que responde", "Una de las del Comité.")
    vence: date = columna("Vence", "Hasta qué día hay plazo.")
    producto_codigo: str | None = columna(
        "Producto",
        "El código del producto del que se trata.",
        default=None,
        pattern=CODIGO_PRODUCTO,
    )
    estado: EstadoDeCompromiso | None = columna(
        "Estado", "Cómo va; vacío es «abierto».", default=None
    )
    evidencia: str | None = columna(
        "Evidencia", "Con qué se prueba, o por qué se retiró.", default=None
    )
    codigo: str | None = columna(
        "Código",
        "Lo escribe el tablero, para saber cuál es. En un compromiso nuevo va vacío.",
        default=None,
        pattern=CODIGO_DE_COSA,
    )


class DeLaAsistencia(Tabla):
    """Qué entidades están, y cuáles no."""

    tabla: ClassVar[str] = "asistencia"
    hoja: ClassVar[str] = "Asistencia"
    clave: ClassVar[tuple[str, ...]] = ()

    entidad: str = columna("Entidad", "Una de las del Comité.")
    asiste: bool | None = columna(
        "Asiste", "«sí» o «no»; vacío si nadie lo ha marcado.", default=None
    )


HOJAS: tuple[type[Tabla], ...] = (
    DeLaSesion,
    DeLaAgenda,
    DeLasPantallas,
    DeLosCompromisos,
    DeLaAsistencia,
)
