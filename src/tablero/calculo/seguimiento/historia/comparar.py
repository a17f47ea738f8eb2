"""Qué cambió de un corte a otro: quién entra y sale, de qué color a qué color, y qué datos."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from tablero.calculo.seguimiento.historia.cambios import Cambio, Par, cambia, cambios
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.por_codigo import emparejar
from tablero.modelo.politica import Semaforo

Razon = Literal["es nuevo", "vuelve a estar vigente", "ya no está en el libro", "pasa a no vigente"]
EstadoAntes = Semaforo | Literal["no estaba"]
EstadoDespues = Semaforo | Literal["ya no está"]
ESTADOS = (*get_args(Semaforo), "no estaba", "ya no está")
"""En el orden en que se muestran."""


@dataclass(frozen=True)
class Movimiento:
    """Un producto que empieza o deja de sumar en la política, y por qué."""

    producto_codigo: str
    nombre: str
    razon: Razon


@dataclass(frozen=True)
class Transicion:
    """Los productos que pasaron de un estado del semáforo a otro, o se quedaron en él."""

    antes: EstadoAntes
    despues: EstadoDespues
    codigos: tuple[str, ...]

    @property
    def productos(self) -> int:
        """Cuántos son."""
        return len(self.codigos)


@dataclass(frozen=True)
class Comparacion:
    """Lo que cambió entre dos cortes de una política."""

    periodo_antes: Periodo
    periodo_despues: Periodo
    entran: tuple[Movimiento, ...]
    salen: tuple[Movimiento, ...]
    transiciones: tuple[Transicion, ...]
    """Cada producto de los dos cortes está en una, y en una sola."""
    cambios: tuple[Cambio, ...]
    """De los productos que están en los dos y siguen vigentes."""


def comparar(
    antes: Sequence[EnCorte],
    despues: Sequence[EnCorte],
    periodo_antes: Periodo,
    periodo_despues: Periodo,
) -> Comparacion:
    """Compara dos cortes de la misma política, por código de producto.

    Un período está cerrado si es `periodo_antes` o anterior. Un no vigente que aparece o desaparece
    del libro no entra ni sale, porque no sumaba: solo está en las transiciones. Si de un corte solo
    hay porcentajes publicados, se compara lo que ambos traen: ponderación, tipo y nombre.
    `ValueError` si el corte de antes es el más nuevo.
    """
    if periodo_antes > periodo_despues:
        raise ValueError(f"{periodo_antes} es posterior a {periodo_despues}.")
    entran: list[Movimiento] = []
    salen: list[Movimiento] = []
    pasos: defaultdict[tuple[EstadoAntes, EstadoDespues], list[str]] = defaultdict(list)
    cambiados: list[Cambio] = []
    for codigo, uno, otro in emparejar(antes, despues):
        estaba = uno is not None and uno.es_vigente
        esta = otro is not None and otro.es_vigente
        if otro is not None and esta and not estaba:
            razon: Razon = "es nuevo" if uno is None else "vuelve a estar vigente"
            entran.append(Movimiento(codigo, otro.nombre, razon))
        if uno is not None and estaba and not esta:
            razon = "ya no está en el libro" if otro is None else "pasa a no vigente"
            salen.append(Movimiento(codigo, uno.nombre, razon))
        pasos[
            uno.semaforo if uno is not None else "no estaba",
            otro.semaforo if otro is not None else "ya no está",
        ].append(codigo)
        if uno is not None and otro is not None and esta:
            cambiados += _cambios(uno, otro, periodo_antes)
    return Comparacion(
        periodo_antes,
        periodo_despues,
        tuple(entran),
        tuple(salen),
        tuple(
            Transicion(*par, tuple(codigos))
            for par, codigos in sorted(pasos.items(), key=lambda p: _orden(*p[0]))
        ),
        tuple(cambiados),
    )


def _cambios(antes: EnCorte, despues: EnCorte, cerrado: Periodo) -> list[Cambio]:
    if antes.indicador is not None and despues.indicador is not None:
        return cambios(antes.indicador, despues.indicador, cerrado)
    publicados: list[Par] = [
        (
            "ponderación",
            "ponderación",
            antes.ponderacion_pct,
            despues.ponderacion_pct,
            ("ponderacion",),
        ),
        (
            "tipo",
            "tipo de anualización",
            antes.anualizacion_tipo,
            despues.anualizacion_tipo,
            ("anualizacion_tipo",),
        ),
        ("nombre/entidad", "nombre", antes.nombre or None, despues.nombre or None, ("codigo",)),
    ]
    return [
        Cambio(despues.codigo, *par)
        for par in publicados
        if None not in (par[2], par[3]) and cambia(par[2], par[3])
    ]


def _orden(antes: EstadoAntes, despues: EstadoDespues) -> tuple[int, int]:
    return ESTADOS.index(antes), ESTADOS.index(despues)
