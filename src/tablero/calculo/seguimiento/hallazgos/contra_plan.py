"""El libro de seguimiento frente a la versión del plan de acción que rige en su corte.

Lo que el libro trae distinto es un hallazgo, en su celda y con los dos valores, salvo que un ajuste
aprobado después del plan lo explique: entonces manda el ajuste.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tablero.calculo.plan.ajustes import Dato
from tablero.calculo.plan.programado import HOJA, Programado
from tablero.calculo.plan.referencias import Referencias
from tablero.calculo.plan.versiones import VersionDePlan
from tablero.calculo.seguimiento.hallazgos import cotejo_plan as cotejo
from tablero.calculo.seguimiento.hallazgos.cotejo_plan import Cotejo, Diferencia, Unir
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, Severidad, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.metas import CON_LINEA_BASE
from tablero.calculo.seguimiento.por_codigo import emparejar
from tablero.formato import enumerar
from tablero.modelo.reglas import Regla
from tablero.texto import plano

PRODUCTO = Regla.PLAN_PRODUCTO
CORRIJA_EL_PLAN = "Corrija ese código en el plan e impórtelo otra vez."
AL_REGISTRO = "agregue el acto al registro de ajustes"
SEVERIDADES: Mapping[Regla, Severidad] = {
    cotejo.PESO: "error",
    cotejo.META: "error",
    cotejo.FINAL: "error",
    cotejo.BASE: "error",
    cotejo.TIPO: "error",
    cotejo.PERIODICIDAD: "advertencia",
    cotejo.FECHAS: "advertencia",
    cotejo.ENTIDAD: "advertencia",
}
"""Lo que cambia las cifras es un error; lo demás, una advertencia."""


def contra_el_plan(
    indicadores: Sequence[Indicador],
    referencias: Referencias,
    corte: date,
    unir: Unir = plano,
) -> Iterator[Hallazgo]:
    """Lo que el libro trae distinto de la versión que rige; nada, si ninguna rige.

    `unir` da el mismo texto a dos maneras de escribir una entidad.
    De los resultados solo se dice algo si el libro trae alguno: vienen en un libro aparte.
    """
    version = referencias.que_rige(corte)
    if version is not None:
        yield from _Revision(version, referencias, corte, unir).revisar(indicadores)


@dataclass(frozen=True)
class _Revision:
    """Un libro contra una versión."""

    version: VersionDePlan
    referencias: Referencias
    corte: date
    unir: Unir

    def revisar(self, indicadores: Sequence[Indicador]) -> Iterator[Hallazgo]:
        """Los hallazgos, por código."""
        del_plan = {p.codigo: p for p in self.version.plan.indicadores}
        trae_resultados = any(i.clase == "resultado" for i in indicadores)
        parejas = emparejar([p.indicador for p in del_plan.values()], indicadores)
        for codigo, _, indicador in parejas:
            programado = del_plan.get(codigo)
            if programado is not None and not trae_resultados and _es_resultado(programado):
                continue
            yield from self._uno(programado, indicador)

    def _uno(
        self, programado: Programado | None, indicador: Indicador | None
    ) -> Iterator[Hallazgo]:
        promete = programado is not None and programado.es_vigente
        sigue = indicador is not None and indicador.estado != "No vigente"
        if programado is not None and promete and not sigue:
            yield from self._falta(programado, indicador)
        elif indicador is not None and sigue and not promete:
            yield from self._sobra(programado, indicador)
        elif programado is not None and indicador is not None and sigue:
            yield from self._comparar(programado, indicador)

    def _falta(self, programado: Programado, indicador: Indicador | None) -> Iterator[Hallazgo]:
        codigo = programado.codigo
        if self.referencias.acto(codigo, Dato("sale"), None, self.corte):
            return
        donde = f"está vigente en el plan {self._en_el_plan(programado)}"
        si_salio = f"si salió después del plan, {AL_REGISTRO} (sale)."
        if indicador is None:
            yield Hallazgo(
                "error",
                PRODUCTO,
                codigo,
                f"{donde} y no está en el libro.",
                f"Agregue su fila al libro con lo que dice la hoja «{HOJA}»; {si_salio}",
            )
        else:
            que_hacer = f"Déjelo Vigente en el libro; {si_salio}"
            mensaje = f"{donde} y en el libro no."
            yield de_indicador(indicador, ("estado",), "error", PRODUCTO, mensaje, que_hacer)

    def _sobra(self, programado: Programado | None, indicador: Indicador) -> Iterator[Hallazgo]:
        if self.referencias.acto(indicador.codigo, Dato("entra"), None, self.corte):
            return
        sin_leer = self.version.plan.filas_sin_codigo
        if programado is None and sin_leer:
            yield de_indicador(
                indicador,
                ("codigo",),
                "advertencia",
                PRODUCTO,
                f"no se sabe si está en el plan {self.version.codigo}, que tiene {sin_leer}.",
                f"{CORRIJA_EL_PLAN} Si aun así no aparece, déjelo No vigente en el libro.",
            )
            return
        en_el_plan = (
            f"no está en el plan {self.version.codigo}"
            if programado is None
            else f"no lo está en el plan {self._en_el_plan(programado)}"
        )
        yield de_indicador(
            indicador,
            ("codigo",) if programado is None else ("estado",),
            "error",
            PRODUCTO,
            f"está vigente en el libro y {en_el_plan}.",
            f"Déjelo No vigente en el libro; si entró después del plan, {AL_REGISTRO} (entra).",
        )

    def _comparar(self, programado: Programado, indicador: Indicador) -> Iterator[Hallazgo]:
        """Un hallazgo por clase de dato, con todo lo que difiere de ella."""
        revisado = Cotejo(programado, indicador, self.referencias, self.corte, self.unir)
        for regla, diferencias in revisado.diferencias():
            if diferencias:
                yield de_indicador(
                    indicador,
                    diferencias[0].clave,
                    _severidad(regla, programado),
                    regla,
                    f"{'; '.join(self._decir(programado, d) for d in diferencias)}.",
                    f"Escriba lo del plan ({_donde(diferencias, indicador)}); si cambió después "
                    f"del plan, {AL_REGISTRO}.",
                )

    def _decir(self, programado: Programado, diferencia: Diferencia) -> str:
        celda = programado.indicador.lugares.get(diferencia.clave, "")
        lugar = f", celda {celda}" if celda else ""
        return (
            f"{diferencia.que} {_es(diferencia.libro)} en el libro y {_es(diferencia.plan)} en el "
            f"plan {self.version.codigo}{lugar}"
        )

    def _en_el_plan(self, programado: Programado) -> str:
        celda = programado.indicador.lugares.get(("codigo",), "")
        return f"{self.version.codigo} (celda {celda})" if celda else self.version.codigo


def _severidad(regla: Regla, programado: Programado) -> Severidad:
    """La línea base de un tipo que no la usa no cambia ninguna cifra."""
    sin_base = programado.indicador.anualizacion_tipo not in CON_LINEA_BASE
    return "nota" if regla == cotejo.BASE and sin_base else SEVERIDADES[regla]


def _es(valor: str | None) -> str:
    return "no está" if valor is None else f"es {valor}"


def _donde(diferencias: Sequence[Diferencia], indicador: Indicador) -> str:
    """«100 en CB7 y nada en CC7»."""
    lugares = [(d.plan or "nada", indicador.lugares.get(d.clave, "")) for d in diferencias]
    return enumerar([f"{valor} en {celda}" if celda else valor for valor, celda in lugares])


def _es_resultado(programado: Programado) -> bool:
    return programado.indicador.clase == "resultado"
