"""Porcentajes y acumulados del libro que no salen de sus partes, con su causa si se reconoce.

Cada porcentaje se recalcula en el corte que declara su fila: los años anteriores, a su cierre.
"""

import math
from collections.abc import Iterator

from tablero.calculo.seguimiento.contrastes import contrastar
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import MESES, meta_acumulada
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.tiempo import TRIMESTRES
from tablero.formato import numero_justo, porcentaje
from tablero.modelo.reglas import Regla
from tablero.modelo.seguimiento import Medida

ULTIMO = TRIMESTRES[-1]
NOMBRES: dict[Medida, str] = {
    "PAV": "avance en la vigencia (PAV)",
    "PAHV": "avance hasta la vigencia (PAHV)",
    "PAA": "avance acumulado (PAA)",
}


def que_no_salen(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Los porcentajes del libro, hasta el año del corte, que el motor no reproduce."""
    for periodo in periodos(indicador, hasta):
        for contraste in contrastar(indicador, periodo):
            if contraste.estado != "difiere":
                continue
            yield de_indicador(
                indicador,
                (contraste.medida.lower(), periodo.anio),
                contraste.severidad,
                Regla.PORCENTAJE_NO_SALE,
                f"el {NOMBRES[contraste.medida]} de {periodo.anio} dice "
                f"{porcentaje(contraste.reportado_pct)} y de sus partes sale "
                f"{porcentaje(contraste.calculado_pct)}: {contraste.causa}.",
                "Corrija la fórmula de la celda, o los datos de que sale.",
            )


def acumulados_que_no_salen(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Los acumulados del libro que no salen de los reportes y las metas de los años cerrados."""
    if indicador.anualizacion_tipo is None:
        return
    for periodo in periodos(indicador, hasta):
        anio = periodo.anio
        reportes = indicador.reportes_hasta(periodo)
        del_anio = [v for p, v in reportes.items() if p.anio == anio]
        if indicador.anualizacion_tipo == "Suma":
            avances = [math.fsum(reportes.values()), math.fsum(del_anio)]
        else:
            avances = list(reportes.values())[-1:]
        metas = [meta_acumulada(indicador, anio, MESES)]
        publicado = indicador.publicado
        for clave, nombre, valor, posibles in (
            ("acumulado", "el avance acumulado", publicado.acumulados.get(anio), avances),
            ("meta_acumulada", "la meta acumulada", publicado.metas_acumuladas.get(anio), metas),
        ):
            ciertos = [p for p in map(legible, posibles) if p is not None]
            escrito = legible(valor)
            # Con una parte ilegible no se sabe si sale: puede ser el acumulado que no se calculó.
            if escrito is None or not ciertos or len(ciertos) < len(posibles):
                continue
            if not any(math.isclose(escrito, p, rel_tol=1e-9, abs_tol=1e-9) for p in ciertos):
                yield de_indicador(
                    indicador,
                    (clave, anio),
                    "advertencia",
                    Regla.ACUMULADO_NO_SALE,
                    f"{nombre} de {anio} dice {numero_justo(escrito)} y de sus partes sale "
                    f"{numero_justo(ciertos[0])}.",
                    "Corrija la fórmula de la celda: el cálculo usa los trimestres y las metas.",
                )


def periodos(indicador: Indicador, hasta: Periodo) -> list[Periodo]:
    """El cierre de cada año y, en el del corte, el trimestre que declara la fila."""
    declarado = indicador.publicado.periodo or hasta
    final = declarado if declarado.anio == hasta.anio else Periodo(hasta.anio, ULTIMO)
    if declarado.anio < hasta.anio:
        final = declarado
    return [Periodo(a, ULTIMO) for a in indicador.anios if a < final.anio] + [final]
