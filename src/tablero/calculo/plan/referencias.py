"""Contra qué se revisa el libro de una política: sus planes de acción y sus ajustes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tablero.calculo.plan.ajustes import Ajuste, Dato, Valor, acto_de, dato_de
from tablero.calculo.plan.versiones import VersionDePlan, en_el_corte
from tablero.calculo.seguimiento.indicador import Clave


@dataclass(frozen=True)
class Referencias:
    """Las de una política."""

    versiones: Sequence[VersionDePlan] = ()
    ajustes: Sequence[Ajuste] = ()

    def que_rige(self, corte: date) -> VersionDePlan | None:
        """La versión del plan que rige en el corte; `None` si ninguna regía todavía."""
        version, es_posterior = en_el_corte(self.versiones, corte)
        return None if es_posterior else version

    def acto(self, codigo: str, que: Dato | Clave, queda: Valor, hasta: date) -> Ajuste | None:
        """El ajuste que explica que ese dato de ese producto haya quedado así."""
        dato = que if isinstance(que, Dato) else dato_de(que)
        return acto_de(self.ajustes, codigo, dato, queda, hasta)


SIN_REFERENCIAS = Referencias()
