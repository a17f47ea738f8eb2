"""Lo que un plan de acción dice, ya leído."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tablero.calculo.seguimiento.indicador import Clave, Indicador
from tablero.calculo.seguimiento.metas import CON_LINEA_BASE
from tablero.calculo.seguimiento.motor import legible
from tablero.formato import contar, enumerar

HOJA = "Plan de acción"
Escala = Literal["porcentaje", "número", "mezclada"]


@dataclass(frozen=True)
class Objetivo:
    """Un objetivo de la política."""

    numero: int
    nombre: str
    ponderacion_pct: float | None
    lugares: Mapping[Clave, str] = field(default_factory=dict)
    en_porcentaje: frozenset[Clave] = frozenset()

    @property
    def codigo(self) -> str:
        """El número, como texto."""
        return str(self.numero)


@dataclass(frozen=True)
class Programado:
    """Un resultado o un producto del plan: su indicador, sin reportes, y lo que solo trae el plan.

    Los números son los que se ven en la celda: 0,05 con formato de porcentaje es 5.
    """

    indicador: Indicador
    formula: str = ""
    linea_base_periodo: str = ""
    linea_base_fuente: str = ""
    dependencia: str = ""
    corresponsable_sector: str = ""
    corresponsable_entidad: str = ""
    corresponsable_dependencia: str = ""
    en_porcentaje: frozenset[Clave] = frozenset()
    """Los números cuya celda tiene formato de porcentaje."""

    @property
    def codigo(self) -> str:
        """El del indicador."""
        return self.indicador.codigo

    @property
    def es_vigente(self) -> bool:
        """Falso solo si el plan dice que ya no lo está."""
        return self.indicador.estado != "No vigente"

    @property
    def escala(self) -> Escala:
        """Cómo están escritas sus metas; mezcladas no se pueden comparar entre sí.

        Un cero no dice nada, y la línea base solo cuenta en los tipos que se miden desde ella.
        """
        formatos = {clave in self.en_porcentaje for clave in self.metas_escritas()}
        if len(formatos) > 1:
            return "mezclada"
        return "porcentaje" if formatos == {True} else "número"

    def metas_escritas(self) -> list[Clave]:
        """Las claves de sus metas distintas de cero, de la final y de la línea base que usa."""
        indicador = self.indicador
        valores: dict[Clave, float | None] = {
            **{("meta", anio): meta for anio, meta in indicador.metas.items()},
            ("meta_final",): indicador.meta_final,
        }
        if indicador.anualizacion_tipo in CON_LINEA_BASE:
            valores["linea_base",] = indicador.linea_base
        return [clave for clave, valor in valores.items() if legible(valor)]

    @property
    def es_porcentaje(self) -> bool | None:
        """Si sus metas son porcentajes; `None` si unas lo son y otras no."""
        return None if self.escala == "mezclada" else self.escala == "porcentaje"


@dataclass(frozen=True)
class Plan:
    """Una versión del plan de acción, sin códigos repetidos."""

    objetivos: Sequence[Objetivo]
    resultados: Sequence[Programado]
    productos: Sequence[Programado]
    anios: tuple[int, ...]
    """Los años que tienen columna de meta, en orden."""
    sin_codigo: tuple[str, ...] = ()
    """Las celdas cuyo código no se lee: de quién es esa fila no se sabe."""

    @property
    def vigentes(self) -> list[Programado]:
        """Los productos que siguen en la política."""
        return [p for p in self.productos if p.es_vigente]

    @property
    def filas_sin_codigo(self) -> str:
        """«1 fila cuyo código no se lee (AG12)»; vacío si se leen todas."""
        if not self.sin_codigo:
            return ""
        cuantas = contar(len(self.sin_codigo), "fila", "filas")
        return f"{cuantas} cuyo código no se lee ({enumerar(list(self.sin_codigo))})"

    @property
    def indicadores(self) -> list[Programado]:
        """Los resultados y los productos."""
        return [*self.resultados, *self.productos]
