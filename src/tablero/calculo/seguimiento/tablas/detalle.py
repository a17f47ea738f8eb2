"""Lo que solo trae el libro: metas, reportes, textos, contrastes y hallazgos."""

from collections.abc import Iterator

from tablero.calculo.seguimiento import VERSION
from tablero.calculo.seguimiento.contrastes import contrastar
from tablero.calculo.seguimiento.hallazgos.hallazgo import CUALITATIVO, CUANTITATIVO
from tablero.calculo.seguimiento.hallazgos.porcentajes import periodos
from tablero.calculo.seguimiento.indicador import Clave, Indicador, Periodo
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.tablas.corte import Corte, DeEntidad, Revisado
from tablero.modelo.seguimiento import (
    SeguimientoContraste,
    SeguimientoHallazgo,
    SeguimientoLibro,
    SeguimientoMeta,
    SeguimientoRelato,
    SeguimientoReporte,
)

Textos = dict[str, dict[Periodo, tuple[str, str]]]
"""Por indicador y trimestre, la última versión conocida de sus dos textos."""
SIN_TEXTOS = ("", "")
SIN_ENTIDAD: DeEntidad = {"entidad_nombre": None, "entidad_codigo": None, "entidad": None}


def libro(revisado: Revisado) -> SeguimientoLibro:
    """La fila de `seguimiento_libros`."""
    corte = revisado.corte
    anios = [anio for i in corte.indicadores for anio in i.anios]
    severidades = [h.severidad for h in revisado.hallazgos]
    return SeguimientoLibro(
        **corte.procedencia(f"hojas «{CUANTITATIVO}» y «{CUALITATIVO}»"),
        politica_nombre=corte.politica_nombre,
        diseno=revisado.diseno,
        anio_desde=min(anios),
        anio_hasta=max(anios),
        productos=len(corte.productos),
        resultados=len(corte.seguidos) - len(corte.productos),
        errores=severidades.count("error"),
        advertencias=severidades.count("advertencia"),
        notas=severidades.count("nota"),
        formula_version=VERSION,
    )


def metas(corte: Corte) -> list[SeguimientoMeta]:
    """Las filas de `seguimiento_metas`."""
    return [
        SeguimientoMeta(
            **corte.procedencia(_celda(i, ("meta", anio))),
            indicador_codigo=i.codigo,
            anio=anio,
            meta=legible(meta),
        )
        for i in corte.indicadores
        for anio, meta in i.metas.items()
    ]


def reportes(corte: Corte) -> list[SeguimientoReporte]:
    """Las filas de `seguimiento_reportes`: todos, también los posteriores al corte."""
    return [
        SeguimientoReporte(
            **corte.procedencia(_celda(i, ("reporte", *periodo))),
            indicador_codigo=i.codigo,
            anio=periodo.anio,
            trimestre=periodo.trimestre,
            valor=legible(valor),
        )
        for i in corte.indicadores
        for periodo, valor in i.reportes.items()
    ]


def relatos(corte: Corte, vistos: Textos) -> list[SeguimientoRelato]:
    """Las filas de `seguimiento_relatos`: los textos nuevos o cambiados desde los ya `vistos`.

    Agrega a `vistos` los que encuentra; un texto que el libro nuevo ya no trae queda como fila sin
    textos.
    """
    filas = []
    for i in corte.indicadores:
        if i.relatos is None:
            continue
        propios = vistos.setdefault(i.codigo, {})
        for periodo in sorted(set(propios) | set(i.relatos)):
            relato = i.relatos.get(periodo)
            textos = (relato.avance, relato.enfoques) if relato else SIN_TEXTOS
            if propios.get(periodo, SIN_TEXTOS) == textos:
                continue
            propios[periodo] = textos
            filas.append(
                SeguimientoRelato(
                    **corte.procedencia(_celda(i, ("relato", *periodo), CUALITATIVO)),
                    indicador_codigo=i.codigo,
                    anio=periodo.anio,
                    trimestre=periodo.trimestre,
                    avance_texto=textos[0] or None,
                    enfoques_texto=textos[1] or None,
                )
            )
    return filas


def contrastes(corte: Corte) -> Iterator[SeguimientoContraste]:
    """Las filas de `seguimiento_contrastes`, en el período que declara la fila del libro."""
    for seguido in corte.productos:
        indicador = seguido.indicador
        periodo = periodos(indicador, corte.hasta)[-1]
        for c in contrastar(indicador, periodo):
            yield SeguimientoContraste(
                **corte.procedencia(_celda(indicador, (c.medida.lower(), periodo.anio))),
                producto_codigo=indicador.codigo,
                medida=c.medida,
                reportado_pct=c.reportado_pct,
                calculado_pct=c.calculado_pct,
                diferencia_pp=c.diferencia_pp,
                estado=c.estado,
                causa=c.causa,
                formula_version=seguido.cifras.formula_version,
            )


def hallazgos(revisado: Revisado) -> list[SeguimientoHallazgo]:
    """Las filas de `seguimiento_hallazgos`, numeradas en su orden."""
    corte = revisado.corte
    entidades = {i.codigo: corte.entidad_de(i) for i in corte.indicadores}
    return [
        SeguimientoHallazgo(
            **corte.procedencia(f"hoja «{h.hoja}»" + (f", celda {h.celda}" if h.celda else "")),
            hallazgo_numero=numero,
            severidad=h.severidad,
            regla=h.regla.value,
            producto_codigo=h.producto_codigo or None,
            **entidades.get(h.producto_codigo, SIN_ENTIDAD),
            celda=h.celda or None,
            mensaje=h.mensaje,
            que_hacer=h.que_hacer,
            formula_version=VERSION,
        )
        for numero, h in enumerate(revisado.hallazgos, 1)
    ]


def _celda(indicador: Indicador, clave: Clave, hoja: str = CUANTITATIVO) -> str:
    return f"hoja «{indicador.hoja(hoja)}», celda {indicador.lugares.get(clave, 'sin dato')}"
