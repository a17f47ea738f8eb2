"""Lo que se repite se dice una vez: con cuántas veces y sus primeras celdas."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.filas import Fila
from tablero.formato import MESES, enumerar, numero
from tablero.modelo.reglas import Regla

MINIMO = 3
"""Con menos, cada uno se dice aparte."""
CELDAS_A_LA_VISTA = 5
LO_QUE_VARIA = re.compile(rf"«[^»]*»|[-−+]?\d[\d.,]*|\b(?:{'|'.join(MESES)})\b")
"""Entre dos mensajes iguales, lo citado, los números y los meses."""


@dataclass(frozen=True)
class Grupo:
    """Los hallazgos de la misma clase, en su orden."""

    hallazgos: tuple[Hallazgo, ...]

    @property
    def primero(self) -> Hallazgo:
        """El que se muestra."""
        return self.hallazgos[0]

    @property
    def se_repite(self) -> bool:
        """Si son varios."""
        return len(self.hallazgos) > 1

    @property
    def celdas(self) -> str:
        """«celdas M6, M7, M8, M9, M10 y 94 más»; «celda M6»; vacío si no son de ninguna."""
        celdas = [h.celda for h in self.hallazgos if h.celda]
        vistas = celdas[:CELDAS_A_LA_VISTA]
        if len(celdas) > len(vistas):
            return f"celdas {', '.join(vistas)} y {numero(len(celdas) - len(vistas))} más"
        return f"{'celdas' if len(vistas) > 1 else 'celda'} {enumerar(vistas)}" if vistas else ""

    @property
    def mensaje(self) -> str:
        """El del primero, que dice de quién es si hay más."""
        hallazgo = self.primero
        quien = f"en {hallazgo.producto_codigo}, " if hallazgo.producto_codigo else ""
        return f"{quien}{hallazgo.mensaje}" if self.se_repite else hallazgo.mensaje

    def __str__(self) -> str:
        hallazgo = self.primero
        if not self.se_repite:
            return str(hallazgo)
        lugar = " · ".join(filter(None, (f"hoja «{hallazgo.hoja}»", self.celdas)))
        return (
            f"{hallazgo.severidad.upper()} · {numero(len(self.hallazgos))} veces · {lugar}: "
            f"{self.mensaje} {hallazgo.que_hacer}"
        )


def de_filas(filas: Iterable[Fila]) -> list[Hallazgo]:
    """Los hallazgos de las filas de `seguimiento_hallazgos`, en su orden."""
    return [
        Hallazgo(
            fila["severidad"],
            Regla(fila["regla"]),
            _texto(fila["producto_codigo"]),
            fila["mensaje"],
            fila["que_hacer"],
            # «hoja «Avance Cuantitativo», celda P6».
            hoja=fila["ubicacion"].partition("«")[2].partition("»")[0],
            celda=_texto(fila["celda"]),
        )
        for fila in filas
    ]


def agrupar(hallazgos: Iterable[Hallazgo], minimo: int = MINIMO) -> list[Grupo]:
    """Un grupo por clase de hallazgo, en el orden del primero de cada una.

    Los de una clase que tiene menos de `minimo` van cada uno en el suyo.
    """
    por_clase: dict[tuple[str, ...], list[Hallazgo]] = {}
    for hallazgo in hallazgos:
        por_clase.setdefault(_clase(hallazgo), []).append(hallazgo)
    return [
        Grupo(tuple(juntos))
        for propios in por_clase.values()
        for juntos in ([propios] if len(propios) >= minimo else [[h] for h in propios])
    ]


def _texto(valor: object) -> str:
    return valor if isinstance(valor, str) else ""


def _clase(hallazgo: Hallazgo) -> tuple[str, ...]:
    """Lo que tienen igual los que dicen lo mismo de otras celdas."""
    parecido = LO_QUE_VARIA.sub("…", hallazgo.mensaje)
    return (hallazgo.severidad, hallazgo.regla, hallazgo.hoja, parecido)
