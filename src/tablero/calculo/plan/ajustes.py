"""El acto que explica un cambio: el ajuste aprobado que dice lo mismo."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tablero import formato
from tablero.calculo import numero_escrito
from tablero.calculo.seguimiento.indicador import Clave
from tablero.filas import Fila
from tablero.modelo.ajustes import QueSeAjusta
from tablero.texto import plano

SIN_ACTO = "sin acto que lo explique"
SIN_REGISTRO = "sin dato: el registro de ajustes no trae ninguno de esta política"
PRECISION = 1e-9
DE_CLAVE: Mapping[str, QueSeAjusta] = {
    "ponderacion": "ponderación",
    "anualizacion_tipo": "tipo",
    "linea_base": "línea base",
    "meta": "meta de un año",
    "meta_final": "meta final",
    "periodicidad": "periodicidad",
    "inicio": "fecha de inicio",
    "fin": "fecha de fin",
    "reporte": "reporte de un trimestre",
    "codigo": "nombre",
    "nombre": "nombre del indicador",
    "sector": "sector",
    "entidad": "entidad",
}
"""Con qué empieza la clave de un dato → cómo lo llama el registro."""
DE_NUMERO = frozenset(
    {"ponderación", "línea base", "meta de un año", "meta final", "reporte de un trimestre"}
)
DE_FECHA = frozenset({"fecha de inicio", "fecha de fin"})
DE_MOVIMIENTO = frozenset({"entra", "sale"})

Valor = float | str | date | None


class Dato(NamedTuple):
    """Qué dato de un producto: `("meta de un año", 2026)`."""

    que: QueSeAjusta
    anio: int | None = None
    trimestre: int | None = None


def dato_de(clave: Clave) -> Dato | None:
    """El dato de una clave: `("meta", 2026)`; `None` si el registro no lo lleva."""
    que = DE_CLAVE.get(str(clave[0]))
    partes = [int(p) for p in clave[1:]]
    return None if que is None else Dato(que, *partes)


@dataclass(frozen=True)
class Ajuste:
    """Un ajuste aprobado."""

    producto_codigo: str
    dato: Dato
    de: str | None
    a: str | None
    fecha: date
    acto: str

    @property
    def texto(self) -> str:
        """«Acta 12 del Comité (3 de marzo de 2025)»."""
        return f"{self.acto} ({formato.fecha(self.fecha)})"

    def dice(self, valor: Valor) -> bool:
        """Si deja el dato en ese valor; uno que solo entra o sale no lleva valor."""
        return self.dato.que in DE_MOVIMIENTO or _dicen_lo_mismo(self.dato, self.a, valor)


def ajustes_de(filas: Iterable[Fila], politica: str) -> tuple[Ajuste, ...]:
    """Los ajustes de una política, desde las filas de `politica_ajustes`, por fecha."""
    propios = [f for f in filas if f["politica_codigo"] == politica]
    return tuple(
        Ajuste(
            f["producto_codigo"],
            Dato(f["que"], _entero(f["anio"]), _entero(f["trimestre"])),
            f["de"],
            f["a"],
            f["ajuste_fecha"],
            f["acto"],
        )
        for f in sorted(propios, key=lambda f: (f["ajuste_fecha"], f["ajuste_numero"]))
    )


def acto_de(
    ajustes: Sequence[Ajuste], codigo: str, dato: Dato | None, queda: Valor, hasta: date
) -> Ajuste | None:
    """El último ajuste, hasta ese día, que deja ese dato de ese producto como quedó.

    Uno posterior no explica lo que ya se veía antes de él, y uno que dice otro valor no explica
    nada.
    """
    explican = [
        a
        for a in ajustes
        if a.producto_codigo == codigo and a.dato == dato and a.fecha <= hasta and a.dice(queda)
    ]
    return explican[-1] if explican else None


def explicar(
    ajustes: Sequence[Ajuste] | None, codigo: str, dato: Dato | None, queda: Valor, hasta: date
) -> str:
    """El acto que explica un cambio o, si no hay, por qué; sin registro (`None`), no se sabe."""
    if ajustes is None:
        return SIN_REGISTRO
    acto = acto_de(ajustes, codigo, dato, queda, hasta)
    return SIN_ACTO if acto is None else acto.texto


def leer_fecha(texto: str) -> date | None:
    """`2027-12-31`, o `None` si no es una fecha."""
    try:
        return date.fromisoformat(texto.strip())
    except ValueError:
        return None


def _dicen_lo_mismo(dato: Dato, escrito: str | None, valor: Valor) -> bool:
    if escrito is None or valor is None:
        return escrito is None and valor is None
    if isinstance(valor, float | int):
        numero = numero_escrito.leer_numero(escrito)
        return numero is not None and math.isclose(
            numero, valor, rel_tol=PRECISION, abs_tol=0.5 * 10**-numero_escrito.DECIMALES
        )
    if dato.que in DE_FECHA:
        dia = leer_fecha(escrito)
        # En un cambio entre libros la fecha ya viene escrita: «31 de diciembre de 2027».
        return dia is not None and valor in (dia, formato.fecha(dia))
    return plano(escrito) == plano(str(valor))


def _entero(valor: float | None) -> int | None:
    return None if valor is None else int(valor)
