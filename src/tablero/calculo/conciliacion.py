"""Lo publicado contra lo que dan sus propias partes.

Cada documento tiene su archivo en `contrastes/`: una función que recibe los `Datos` de una fuente
y produce sus contrastes. Aquí está lo común: qué es un contraste y cuándo coincide.

Un corte futuro puede no traer una cifra que hoy se contrasta. Entonces `Datos.cifra` da `None` y
`contrastar` no produce nada: sin cifra publicada no hay contraste.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Protocol, TypeVar

from tablero.calculo.intervalos import Intervalo
from tablero.modelo.base import ConFuente, Hecho
from tablero.modelo.cifras import Cifra, Enunciado, Lista
from tablero.modelo.conciliacion import Conciliacion, EstadoConciliacion
from tablero.modelo.documentos import documento as documento_de
from tablero.modelo.fuentes import Fuente
from tablero.modelo.politica import Nivel
from tablero.modelo.por_tabla import PorTabla

Una = TypeVar("Una", bound=ConFuente)


class _Nivelada(Protocol):
    @property
    def nivel(self) -> Nivel: ...


ConNivel = TypeVar("ConNivel", bound=_Nivelada)


@dataclass(frozen=True)
class Publicado:
    """Una cifra publicada, con su redondeo y su procedencia."""

    valor: float
    precision: float | None
    """Una unidad de su último dígito escrito; `None` en un conteo exacto."""
    unidad: str
    corte_fecha: date
    fuente_codigo: str
    ubicacion: str
    cita: str | None
    es_piso: bool = False
    """La fuente escribe «más de»: la cifra solo acota por abajo."""

    @property
    def intervalo(self) -> Intervalo:
        """Lo que la cifra puede valer por su redondeo, o de ahí en adelante si es un piso."""
        if self.es_piso:
            return Intervalo(self.valor, self.valor, inf)
        return Intervalo.escrito(self.valor, self.precision)


@dataclass(frozen=True)
class Contraste:
    """Una cifra publicada y lo que dan sus partes.

    `calculado` es `None` cuando alguna parte no está publicada; entonces `explicacion` dice cuál.
    """

    codigo: str
    descripcion: str
    publicado: Publicado
    calculado: Intervalo | None
    explicacion: str | None = None

    @property
    def estado(self) -> EstadoConciliacion:
        """Coincide si el rango de lo publicado toca el que permiten las partes."""
        if self.calculado is None:
            return "no calculable"
        return "coincide" if self.publicado.intervalo.toca(self.calculado) else "difiere"


def contrastar(
    codigo: str,
    descripcion: str,
    publicado: Publicado | None,
    calculado: Intervalo | None,
    explicacion: str | None = None,
) -> Iterator[Contraste]:
    """Un contraste, o ninguno si la fuente no publica la cifra."""
    if publicado is not None:
        yield Contraste(codigo, descripcion, publicado, calculado, explicacion)


class Datos:
    """Las filas de una fuente y, para comparar, las de las demás."""

    def __init__(self, filas: PorTabla, fuente_codigo: str) -> None:
        self._filas = filas
        self.fuente_codigo = fuente_codigo
        self.leidas: dict[str, Publicado] = {}
        """Las cifras que se han pedido, por código."""

    def aparte(self) -> Datos:
        """Las mismas filas, con su propia cuenta de lo que se pide."""
        return Datos(self._filas, self.fuente_codigo)

    def tabla(self, tabla: type[Una]) -> list[Una]:
        """Las filas de la tabla que vienen de esta fuente."""
        return [f for f in self._filas[tabla] if f.fuente_codigo == self.fuente_codigo]

    def otra_fuente(self, documento: str) -> Datos | None:
        """El corte más reciente de otro documento (por su nombre: `cnim`), si está."""
        codigos = [
            f.fuente_codigo
            for f in self._filas[Fuente]
            if documento_de(f.fuente_codigo) == documento
        ]
        return Datos(self._filas, max(codigos)) if codigos else None

    def lista(self, codigo: Lista) -> list[Enunciado]:
        """Los enunciados de una lista."""
        return [f for f in self.tabla(Enunciado) if f.lista_codigo == codigo]

    def cifra(self, codigo: str) -> Publicado | None:
        """La cifra publicada con ese código, o `None` si esta fuente no la trae."""
        for fila in self.tabla(Cifra):
            if fila.cifra_codigo == codigo:
                cifra = publicado(fila, fila.valor, fila.unidad, fila.precision)
                self.leidas[codigo] = cifra
                return cifra
        return None


def solo_publicadas(filas: Iterable[ConNivel]) -> list[ConNivel]:
    """Sin las filas que calcula el tablero."""
    return [f for f in filas if f.nivel == "publicado"]


def publicado(fila: Hecho, valor: float, unidad: str, precision: float | None = None) -> Publicado:
    """La cifra publicada en una columna de una fila, con la cita de la fila."""
    return Publicado(
        valor=float(valor),
        precision=precision,
        unidad=unidad,
        corte_fecha=fila.corte_fecha,
        fuente_codigo=fila.fuente_codigo,
        ubicacion=fila.ubicacion,
        cita=fila.cita,
    )


Contrastar = Callable[[Datos], Iterator[Contraste]]


def conciliar(filas: PorTabla, por_documento: Mapping[str, Contrastar]) -> list[Conciliacion]:
    """Las filas de `conciliaciones`: los contrastes de todas las fuentes.

    `por_documento` lleva, por nombre de documento, la función que produce sus contrastes.
    """
    resultado: list[Conciliacion] = []
    for fuente in filas[Fuente]:
        documento = documento_de(fuente.fuente_codigo)
        if documento in por_documento:
            datos = Datos(filas, fuente.fuente_codigo)
            # Dos partes que fallan pueden haber leído la misma cifra: se dice una vez.
            resultado += [_fila(c) for c in dict.fromkeys(por_documento[documento](datos))]
    return resultado


def _fila(contraste: Contraste) -> Conciliacion:
    """La fila del modelo; el código lleva el corte para que el próximo informe quepa al lado."""
    p = contraste.publicado
    calculado = contraste.calculado.valor if contraste.calculado else None
    return Conciliacion(
        conciliacion_codigo=f"{contraste.codigo}_{p.corte_fecha.isoformat()}",
        descripcion=contraste.descripcion,
        valor_publicado=p.valor,
        valor_calculado=calculado,
        diferencia=None if calculado is None else p.valor - calculado,
        unidad=p.unidad,
        estado=contraste.estado,
        explicacion=contraste.explicacion,
        corte_fecha=p.corte_fecha,
        fuente_codigo=p.fuente_codigo,
        ubicacion=p.ubicacion,
        cita=p.cita,
    )
