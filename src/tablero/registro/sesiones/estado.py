"""Cómo está cada sesión: lo último que se dijo de cada una de sus cosas.

Depende solo de eso, y no del orden en que se dijeron cosas distintas: dos personas que escriben a
la vez no se pisan.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args

from tablero.registro.sesiones.suceso import Clase, Suceso, Valor, sucesos, ultimos

EstadoDeCompromiso = Literal["abierto", "cumplido", "retirado"]
ESTADOS: tuple[EstadoDeCompromiso, ...] = get_args(EstadoDeCompromiso)


@dataclass(frozen=True)
class Punto:
    """Un punto de la agenda."""

    codigo: str
    titulo: str
    minutos: int | None
    """`None` si nadie los ha dicho."""
    nota: str
    orden: int


@dataclass(frozen=True)
class Pantalla:
    """Algo que se muestra en la sesión, lo que se pide de ella y lo que se resolvió."""

    codigo: str
    titulo: str
    direccion: str
    """La de una página con sus filtros: «producto?codigo=3.1.7»."""
    para_quien_habla: str
    decision_pedida: str
    orden: int
    decision: str = ""
    nota: str = ""
    punto: str = ""
    """El código del punto de la agenda en que se muestra; vacío si es de toda la sesión."""


@dataclass(frozen=True)
class Asistencia:
    """Si una entidad está, y desde cuándo se sabe."""

    entidad: str
    asiste: bool
    cuando: datetime


@dataclass(frozen=True)
class Compromiso:
    """Lo que una entidad quedó de hacer."""

    codigo: str
    sesion: str
    que: str
    entidad: str
    vence: date
    producto: str = ""
    estado: EstadoDeCompromiso = "abierto"
    evidencia: str = ""

    def esta_vencido(self, dia: date) -> bool:
        """Si ese día sigue abierto y ya pasó su fecha."""
        return self.estado == "abierto" and self.vence < dia


@dataclass(frozen=True)
class Preguntada:
    """Algo que alguien preguntó con la sala proyectada, y lo que se le mostró."""

    codigo: str
    dicho: str
    """Las palabras de quien preguntó."""
    direccion: str
    """La de la página que contesta, con sus filtros; vacía si nada contestó."""
    cuando: datetime


@dataclass(frozen=True)
class Sesion:
    """Una sesión del Comité, como está hoy."""

    codigo: str
    fecha: date
    lugar: str
    edicion: int | None
    """La del tablero que se muestra en ella; `None` si no había ninguna."""
    minimo: int | None
    """Cuántas entidades hacen quórum; `None` mientras nadie configure la regla."""
    puntos: tuple[Punto, ...]
    pantallas: tuple[Pantalla, ...]
    asistencias: tuple[Asistencia, ...]
    preguntas: tuple[Preguntada, ...] = ()
    """En el orden en que se hicieron."""
    a_la_vista: str = ""
    """El código de la última pantalla que se proyectó: por ella se sigue después de un apagón."""
    tiempos: tuple[tuple[str, int], ...] = ()
    """Código de cada punto de la agenda → los segundos que lleva."""
    cancelada: str = ""
    """Por qué no se hizo; vacío si no se canceló."""

    @property
    def presentes(self) -> tuple[str, ...]:
        """Las entidades que están."""
        return tuple(a.entidad for a in self.asistencias if a.asiste)

    @property
    def minutos(self) -> int:
        """La suma de los que se dijeron."""
        return sum(punto.minutos or 0 for punto in self.puntos)


@dataclass(frozen=True)
class Actas:
    """Todas las sesiones, de la última a la primera, y todos los compromisos."""

    sesiones: tuple[Sesion, ...] = ()
    compromisos: tuple[Compromiso, ...] = ()
    """Los que vencen primero, primero."""

    def vigentes(self) -> tuple[Sesion, ...]:
        """Las que no se cancelaron."""
        return tuple(s for s in self.sesiones if not s.cancelada)

    def anterior(self, dia: date) -> Sesion | None:
        """La última que se hizo antes de ese día.

        No cuentan la que se canceló ni la que no dejó dicho qué edición mostró.
        """
        hechas = (s for s in self.vigentes() if s.fecha < dia and s.edicion is not None)
        return next(hechas, None)

    def abiertos(self) -> tuple[Compromiso, ...]:
        """Los que nadie ha cumplido ni retirado: los vencidos son los primeros."""
        return tuple(c for c in self.compromisos if c.estado == "abierto")


def actas(carpeta: Path) -> Actas:
    """Las del registro de esa carpeta."""
    return plegar(sucesos(carpeta))


def plegar(dichos: Iterable[Suceso]) -> Actas:
    """Lo que dicen juntos unos sucesos, en el orden del registro."""
    por_sesion: dict[str, dict[tuple[Clase, str], Suceso]] = {}
    for (sesion, clase, cosa), suceso in ultimos(dichos).items():
        por_sesion.setdefault(sesion, {})[clase, cosa] = suceso
    sesiones = [
        _sesion(codigo, suyas)
        for codigo, suyas in por_sesion.items()
        if (Clase.FECHA, "") in suyas  # sin fecha, su primer suceso no alcanzó a escribirse
    ]
    compromisos = [c for codigo, suyas in por_sesion.items() for c in _compromisos(codigo, suyas)]
    return Actas(
        tuple(sorted(sesiones, key=lambda s: (s.fecha, s.codigo), reverse=True)),
        tuple(sorted(compromisos, key=lambda c: (c.vence, c.entidad, c.codigo))),
    )


def congeladas(carpeta: Path) -> frozenset[int]:
    """Las ediciones que alguna sesión muestra: sus archivos no se quitan."""
    numeros = (sesion.edicion for sesion in actas(carpeta).sesiones)
    return frozenset(numero for numero in numeros if numero is not None)


def _sesion(codigo: str, suyas: Mapping[tuple[Clase, str], Suceso]) -> Sesion:
    def de_la_sesion(clase: Clase) -> Valor:
        dicho = suyas.get((clase, ""))
        return {} if dicho is None else dicho.valor

    def ordenados(clase: Clase, del_orden: Clase) -> list[tuple[int, str, Valor]]:
        """Las cosas de una clase que nadie quitó, en su orden."""
        hallados = []
        for (una, cosa), dicho in suyas.items():
            if una is clase and not dicho.valor.get("quitado"):
                movida = suyas.get((del_orden, cosa))
                orden = _entero((movida or dicho).valor, "orden") or 0
                hallados.append((orden, cosa, dicho.valor))
        return sorted(hallados, key=lambda hallado: hallado[:2])

    def dicho_de(clase: Clase, cosa: str) -> str:
        dicho = suyas.get((clase, cosa))
        return "" if dicho is None else _texto(dicho.valor, "texto")

    return Sesion(
        codigo=codigo,
        fecha=_dia(de_la_sesion(Clase.FECHA), "fecha"),
        lugar=_texto(de_la_sesion(Clase.LUGAR), "lugar"),
        edicion=_entero(de_la_sesion(Clase.EDICION), "edicion"),
        a_la_vista=_texto(de_la_sesion(Clase.A_LA_VISTA), "pantalla"),
        cancelada=_texto(de_la_sesion(Clase.CANCELADA), "motivo"),
        minimo=_entero(de_la_sesion(Clase.REGLA), "minimo"),
        puntos=tuple(
            Punto(cosa, _texto(v, "titulo"), _entero(v, "minutos"), _texto(v, "nota"), orden)
            for orden, cosa, v in ordenados(Clase.PUNTO, Clase.ORDEN_DE_PUNTO)
        ),
        pantallas=tuple(
            Pantalla(
                codigo=cosa,
                titulo=_texto(v, "titulo"),
                direccion=_texto(v, "direccion"),
                para_quien_habla=_texto(v, "para_quien_habla"),
                decision_pedida=_texto(v, "decision_pedida"),
                orden=orden,
                decision=dicho_de(Clase.DECISION, cosa),
                nota=dicho_de(Clase.NOTA, cosa),
                punto=_texto(v, "punto"),
            )
            for orden, cosa, v in ordenados(Clase.PANTALLA, Clase.ORDEN_DE_PANTALLA)
        ),
        asistencias=tuple(
            Asistencia(cosa, bool(dicho.valor.get("asiste")), dicho.cuando)
            for (clase, cosa), dicho in sorted(suyas.items())
            if clase is Clase.ASISTENCIA
        ),
        preguntas=tuple(_preguntas(suyas)),
        tiempos=tuple(
            (cosa, _entero(dicho.valor, "segundos") or 0)
            for (clase, cosa), dicho in sorted(suyas.items())
            if clase is Clase.TIEMPO
        ),
    )


def _preguntas(suyas: Mapping[tuple[Clase, str], Suceso]) -> Iterable[Preguntada]:
    hechas = [
        Preguntada(
            cosa, _texto(dicho.valor, "dicho"), _texto(dicho.valor, "direccion"), dicho.cuando
        )
        for (clase, cosa), dicho in suyas.items()
        if clase is Clase.PREGUNTA
    ]
    return sorted(hechas, key=lambda hecha: (hecha.cuando, hecha.codigo))


def _compromisos(sesion: str, suyas: Mapping[tuple[Clase, str], Suceso]) -> Iterable[Compromiso]:
    for (clase, cosa), dicho in suyas.items():
        if clase is not Clase.COMPROMISO:
            continue
        de_estado = suyas.get((Clase.ESTADO, cosa))
        como_va: Valor = {} if de_estado is None else de_estado.valor
        escrito = _texto(como_va, "estado")
        yield Compromiso(
            codigo=cosa,
            sesion=sesion,
            que=_texto(dicho.valor, "que"),
            entidad=_texto(dicho.valor, "entidad"),
            vence=_dia(dicho.valor, "vence"),
            producto=_texto(dicho.valor, "producto"),
            estado=next((estado for estado in ESTADOS if estado == escrito), "abierto"),
            evidencia=_texto(como_va, "evidencia"),
        )


def _texto(valor: Valor, nombre: str) -> str:
    dicho = valor.get(nombre)
    return dicho if isinstance(dicho, str) else ""


def _entero(valor: Valor, nombre: str) -> int | None:
    dicho = valor.get(nombre)
    return dicho if isinstance(dicho, int) and not isinstance(dicho, bool) else None


def _dia(valor: Valor, nombre: str) -> date:
    return date.fromisoformat(_texto(valor, nombre))
