"""Un producto del libro frente al suyo del plan de acción, dato por dato."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tablero.calculo.plan.programado import Programado
from tablero.calculo.plan.referencias import Referencias
from tablero.calculo.seguimiento.indicador import Clave, Indicador
from tablero.calculo.seguimiento.metas import meta_final, programadas
from tablero.calculo.seguimiento.motor import legible
from tablero.formato import fecha, numero_justo
from tablero.modelo.reglas import Regla
from tablero.texto import plano

PESO, META, FINAL = Regla.PLAN_PONDERACION, Regla.PLAN_META, Regla.PLAN_META_FINAL
BASE, TIPO, PERIODICIDAD = Regla.PLAN_LINEA_BASE, Regla.PLAN_TIPO, Regla.PLAN_PERIODICIDAD
FECHAS, ENTIDAD = Regla.PLAN_FECHAS, Regla.PLAN_ENTIDAD
DECIMALES = 6
CIEN = 100.0
PRECISION = 1e-9

Unir = Callable[[str], str]
"""Lo que queda igual de dos maneras de escribir lo mismo."""


@dataclass(frozen=True)
class Diferencia:
    """Un dato que el libro y el plan dicen distinto, como se lee."""

    clave: Clave
    que: str
    """«la meta de 2025»."""
    libro: str | None
    plan: str | None
    """`None`: no lo dice."""


@dataclass(frozen=True)
class Cotejo:
    """El producto en el plan y en el libro, y lo que los ajustes explican hasta el corte."""

    plan: Programado
    libro: Indicador
    referencias: Referencias
    corte: date
    unir: Unir = plano

    def diferencias(self) -> Iterator[tuple[Regla, list[Diferencia]]]:
        """Por regla, lo que difiere y ningún acto explica."""
        plan, libro = self.plan.indicador, self.libro
        de_peso = [
            (("ponderacion",), "la ponderación", plan.ponderacion_pct, libro.ponderacion_pct)
        ]
        yield PESO, self._numeros(de_peso)
        metas, del_libro = programadas(plan), programadas(libro)
        yield (
            META,
            self._numeros(
                [
                    (("meta", a), f"la meta de {a}", metas.get(a), del_libro.get(a))
                    for a in sorted(set(plan.anios) & set(libro.anios))
                ]
            ),
        )
        finales = meta_final(plan), meta_final(libro)
        yield FINAL, self._numeros([(("meta_final",), "la meta final", *finales)])
        bases = plan.linea_base, libro.linea_base
        yield BASE, self._numeros([(("linea_base",), "la línea base", *bases)])
        yield (
            TIPO,
            self._textos(
                [
                    (
                        ("anualizacion_tipo",),
                        "el tipo de anualización",
                        plan.anualizacion_tipo,
                        libro.anualizacion_tipo,
                    )
                ]
            ),
        )
        cada_cuanto = plan.periodicidad, libro.periodicidad
        yield PERIODICIDAD, self._textos([(("periodicidad",), "la periodicidad", *cada_cuanto)])
        yield (
            FECHAS,
            self._textos(
                [
                    (("inicio",), "la fecha de inicio", _dia(plan.inicio), _dia(libro.inicio)),
                    (("fin",), "la fecha de finalización", _dia(plan.fin), _dia(libro.fin)),
                ]
            ),
        )
        entidades = plan.entidad or None, libro.entidad or None
        yield ENTIDAD, self._textos([(("entidad",), "la entidad", *entidades)], self.unir)

    def _numeros(
        self, pares: Sequence[tuple[Clave, str, float | None, float | None]]
    ) -> list[Diferencia]:
        """Los números que no son el mismo; de uno ilegible en cualquiera de los dos no se sabe."""
        return [
            Diferencia(clave, que, self._decir(clave, otro), self._decir(clave, uno, del_plan=True))
            for clave, que, uno, otro in pares
            if not _es_ilegible(uno)
            and not _es_ilegible(otro)
            and not any(_son_iguales(uno, o) for o in self._lecturas(clave, otro))
            and not self._explica(clave, otro)
        ]

    def _textos(
        self, pares: Sequence[tuple[Clave, str, str | None, str | None]], unir: Unir = plano
    ) -> list[Diferencia]:
        """Los textos y las fechas que no son iguales; si uno de los dos no lo dice, no se sabe."""
        return [
            Diferencia(clave, que, f"«{otro}»", f"«{uno}»")
            for clave, que, uno, otro in pares
            if uno is not None
            and otro is not None
            and unir(uno) != unir(otro)
            and not self._explica(clave, otro)
        ]

    def _explica(self, clave: Clave, valor: float | str | None) -> bool:
        lecturas = self._lecturas(clave, valor) if isinstance(valor, float) else [valor]
        codigo = self.libro.codigo
        return any(self.referencias.acto(codigo, clave, v, self.corte) for v in lecturas)

    def _lecturas(self, clave: Clave, valor: float | None) -> list[float | None]:
        """Lo que puede decir el libro: donde el plan dice 50 %, guarda 0,5 o 50."""
        es_peso = clave == ("ponderacion",)
        if valor is None or es_peso or clave not in self.plan.en_porcentaje:
            return [valor]
        return [valor, valor * CIEN]

    def _decir(self, clave: Clave, valor: float | None, *, del_plan: bool = False) -> str | None:
        if valor is None:
            return None
        es_peso = clave == ("ponderacion",)
        con_signo = es_peso or (del_plan and clave in self.plan.en_porcentaje)
        return numero_justo(valor, DECIMALES) + ("\u00a0%" if con_signo else "")


def _son_iguales(uno: float | None, otro: float | None) -> bool:
    if uno is None or otro is None:
        return uno is None and otro is None
    return math.isclose(uno, otro, rel_tol=PRECISION, abs_tol=PRECISION)


def _es_ilegible(valor: float | None) -> bool:
    return valor is not None and legible(valor) is None


def _dia(valor: date | None) -> str | None:
    return None if valor is None else fecha(valor)
