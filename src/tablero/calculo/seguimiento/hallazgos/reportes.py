"""Reportes que no casan con las metas, que retroceden, que se pasan o que nadie explica."""

from collections.abc import Iterator
from itertools import pairwise

from tablero.calculo.seguimiento.hallazgos.hallazgo import CUALITATIVO, Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador, Periodicidad, Periodo
from tablero.calculo.seguimiento.metas import meta_final, programadas
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Seguido
from tablero.calculo.seguimiento.tiempo import exigidos, primer_vencimiento
from tablero.calculo.semaforo import PUBLICADOS, Rangos, clasificar
from tablero.formato import enumerar, numero_justo, porcentaje, puntos
from tablero.modelo.reglas import Regla

CIEN = 100.0
DE_VARIOS_ANIOS: tuple[Periodicidad, ...] = ("Bienal", "Trienal", "Cuatrienal", "Quinquenal")
MUCHAS_UNIDADES = 10.0
"""Con metas de 1, desde cuánto un reporte es un porcentaje: dos documentos donde iba uno, no."""
BRECHA_QUE_SE_VE = 0.005
"""En puntos: menos que esto se escribe «0,00»."""
RETROCEDE = {
    "Creciente": Regla.CRECIENTE_QUE_BAJA,
    "Decreciente": Regla.DECRECIENTE_QUE_SUBE,
}
"""Tipo de anualización → la regla que un reporte menor, o mayor, no cumple."""


def sin_meta(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Reportes distintos de cero en un año que no tiene meta; de uno ilegible no se sabe.

    No lo es el de un año entre dos metas, si se espera (uno bienal, o uno que dice su nivel), ni el
    del último, cuya meta es la final.
    """
    metas = programadas(indicador)
    for periodo, valor in indicador.reportes_hasta(hasta).items():
        if periodo.anio not in metas and legible(valor) and not _se_espera(indicador, periodo.anio):
            yield de_indicador(
                indicador,
                ("reporte", *periodo),
                "advertencia",
                Regla.REPORTE_SIN_META,
                f"reporta {numero_justo(valor)} en el {periodo.dicho} y {periodo.anio} no tiene "
                "meta.",
                "Si el año debía tener meta, escríbala; si el reporte es de otro año, páselo a él.",
            )


def _se_espera(indicador: Indicador, anio: int) -> bool:
    """Si un reporte en ese año sin meta es lo normal."""
    metas = programadas(indicador)
    entre_metas = bool(metas) and min(metas) < anio < max(metas)
    es_de_paso = indicador.periodicidad in DE_VARIOS_ANIOS or indicador.anualizacion_tipo != "Suma"
    es_el_ultimo = indicador.fin is not None and anio == indicador.fin.year
    return (entre_metas and es_de_paso) or (es_el_ultimo and meta_final(indicador) is not None)


def sin_reporte(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Años con meta en los que ya venció un reporte y no hay ninguno."""
    con_reporte = {p.anio for p in indicador.reportes_hasta(hasta)}
    primero = primer_vencimiento(indicador)
    for anio, meta in programadas(indicador).items():
        vencidos = [
            Periodo(anio, q)
            for q in exigidos(indicador)
            if primero is not None and primero <= Periodo(anio, q) <= hasta
        ]
        if vencidos and anio not in con_reporte:
            yield de_indicador(
                indicador,
                ("meta", anio),
                "advertencia",
                Regla.META_SIN_REPORTE,
                f"{anio} tiene una meta {_decir_meta(meta)} y ningún reporte; el del "
                f"{vencidos[-1].dicho} ya debía estar.",
                "Pida el reporte a la entidad, con su texto; si no hubo avance, se reporta 0.",
            )


def _decir_meta(meta: float) -> str:
    return "que no se puede leer" if legible(meta) is None else f"de {numero_justo(meta)}"


def con_otra_escala(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Metas escritas como fracción y reportes como porcentaje, o al revés."""
    metas = [m for m in programadas(indicador).values() if legible(m) is not None]
    if not metas:
        return
    en_fraccion = all(0 < m <= 1 for m in metas)
    desde = MUCHAS_UNIDADES if min(metas) == 1 else 1
    en_porcentaje = all(1 < m <= CIEN for m in metas) and max(metas) == CIEN
    for periodo, valor in indicador.reportes_hasta(hasta).items():
        como_porcentaje = en_fraccion and desde < valor <= CIEN and valor / CIEN <= max(metas)
        como_fraccion = en_porcentaje and 0 < valor < 1
        if como_porcentaje or como_fraccion:
            parece = (
                "un porcentaje y las metas, una fracción"
                if como_porcentaje
                else "una fracción y las metas, un porcentaje"
            )
            yield de_indicador(
                indicador,
                ("reporte", *periodo),
                "error",
                Regla.ESCALA_EQUIVOCADA,
                f"el reporte del {periodo.dicho}, {numero_justo(valor, 4)}, parece {parece}.",
                "Escriba el reporte en la misma escala de la meta.",
            )


def que_retrocede(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Un Creciente que baja o un Decreciente que sube de un reporte al siguiente."""
    tipo = indicador.anualizacion_tipo
    if tipo not in RETROCEDE:
        return
    reportes = indicador.reportes_hasta(hasta).items()
    legibles = [(p, v) for p, v in reportes if legible(v) is not None]
    for (antes, previo), (periodo, valor) in pairwise(legibles):
        if (valor < previo) if tipo == "Creciente" else (valor > previo):
            hace = "baja" if tipo == "Creciente" else "sube"
            yield de_indicador(
                indicador,
                ("reporte", *periodo),
                "advertencia",
                RETROCEDE[tipo],
                f"es {tipo} y {hace} de {numero_justo(previo)} ({antes.dicho}) a "
                f"{numero_justo(valor)} ({periodo.dicho}).",
                "Confirme el reporte: si es lo hecho en el trimestre y no lo acumulado, corríjalo.",
            )


def sobre_ejecutado(
    seguido: Seguido, hasta: Periodo, rangos: Rangos = PUBLICADOS
) -> Iterator[Hallazgo]:
    """Más que el rango alto (125 %) en la vigencia o hasta ella, sin un texto que lo explique."""
    cifras, reportes = seguido.cifras, seguido.indicador.reportes_hasta(hasta)
    # Lo explica el texto del último reporte, que puede ser de un año anterior.
    if reportes and _tiene_texto(seguido.indicador, max(reportes)):
        return
    pasados = [
        f"{nombre} la vigencia es {porcentaje(valor)}"
        for nombre, valor in (("en", cifras.pav_pct), ("hasta", cifras.pahv_pct))
        if valor is not None and clasificar(valor, rangos) == "sobre-ejecución"
    ]
    if pasados:
        yield de_indicador(
            seguido.indicador,
            ("reporte", *max(reportes)),
            "advertencia",
            Regla.SOBRE_EJECUCION,
            f"su avance {enumerar(pasados)}: más de {porcentaje(rangos.alto, 0)}.",
            "Corrija la meta o el reporte; si son ciertos, explíquelo en el texto del avance.",
        )


def sin_texto(seguido: Seguido, hasta: Periodo, rangos: Rangos = PUBLICADOS) -> Iterator[Hallazgo]:
    """Hay brecha o sobreejecución y nadie la explica en el trimestre que cuenta."""
    indicador, cifras = seguido.indicador, seguido.cifras
    periodo = Periodo(hasta.anio, cifras.trimestre)
    if indicador.relatos is None or not cifras.trimestre:
        return
    if cifras.semaforo in ("no vigente", "sin iniciar"):
        return
    if _tiene_texto(indicador, periodo):
        return
    brecha = cifras.brecha_pp
    if cifras.semaforo == "sobre-ejecución":
        motivo = f"tiene sobreejecución ({porcentaje(cifras.pahv_pct)})"
    elif brecha is not None and brecha < -BRECHA_QUE_SE_VE:
        motivo = f"tiene una brecha de {puntos(brecha)}"
    elif clasificar(cifras.pav_pct, rangos) == "sobre-ejecución":
        motivo = f"tiene sobreejecución en la vigencia ({porcentaje(cifras.pav_pct)})"
    else:
        return
    yield Hallazgo(
        "advertencia",
        Regla.FALTA_TEXTO,
        indicador.codigo,
        f"{motivo} y no trae el texto del avance del {periodo.dicho}.",
        "Pida a la entidad el reporte cualitativo de ese trimestre.",
        hoja=indicador.hoja(CUALITATIVO),
        celda=indicador.lugares.get(("relato", *periodo), ""),
    )


def _tiene_texto(indicador: Indicador, periodo: Periodo) -> bool:
    relato = (indicador.relatos or {}).get(periodo)
    return relato is not None and bool(relato.avance)
