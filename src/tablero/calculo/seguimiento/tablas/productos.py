"""Las filas de cada producto: lo que es, lo que lleva y lo que aporta."""

from typing import TypedDict

from tablero.calculo.seguimiento import desde_filas
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Seguido
from tablero.calculo.seguimiento.ritmo import ritmo
from tablero.calculo.seguimiento.situacion import reporte_pendiente, situar
from tablero.calculo.seguimiento.tablas.corte import Corte, Revisado, lugar_de_la_fila
from tablero.calculo.semaforo import clasificar
from tablero.modelo.politica import Nivel, PoliticaAvance, PoliticaProducto, Semaforo
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento

TOTAL = 100.0
SIN_COLOR: tuple[Semaforo, ...] = ("no vigente", "sin iniciar")


class _Porcentajes(TypedDict):
    pav_pct: float | None
    pahv_pct: float | None
    paa_pct: float | None
    trayectoria_pct: float | None
    avance_aporte_pp: float | None
    brecha_aporte_pp: float | None
    semaforo: Semaforo
    semaforo_pav: Semaforo
    semaforo_paa: Semaforo
    formula_version: str


def seguimiento(revisado: Revisado) -> list[PoliticaSeguimiento]:
    """Las filas de `politica_seguimiento`, una por producto del libro."""
    conteo = revisado.contar()
    return [
        _seguimiento(revisado.corte, s, conteo.get(s.indicador.codigo, {}))
        for s in revisado.corte.productos
    ]


def _seguimiento(corte: Corte, seguido: Seguido, hallazgos: dict[str, int]) -> PoliticaSeguimiento:
    indicador, cifras, anio = seguido.indicador, seguido.cifras, corte.fecha.year
    pendiente = reporte_pendiente(indicador, corte.hasta)
    paso = ritmo(indicador, cifras, corte.hasta)
    return PoliticaSeguimiento(
        **corte.procedencia(lugar_de_la_fila(indicador)),
        producto_codigo=indicador.codigo,
        producto_nombre=indicador.nombre or None,
        indicador_nombre=indicador.indicador_nombre or None,
        objetivo_numero=int(indicador.objetivo),
        resultado_codigo=indicador.resultado,
        sector_nombre=corte.sector_de(indicador),
        **corte.entidad_de(indicador),
        ponderacion_pct=legible(indicador.ponderacion_pct),
        anualizacion_tipo=indicador.anualizacion_tipo,
        vigencia=indicador.estado,
        periodicidad=indicador.periodicidad,
        linea_base=legible(indicador.linea_base),
        inicio_fecha=indicador.inicio,
        fin_fecha=indicador.fin,
        meta_vigencia=legible(programadas(indicador).get(anio)),
        meta_final=legible(indicador.meta_final),
        mp=cifras.mp,
        ma=cifras.ma,
        av=cifras.av,
        trimestre_efectivo=cifras.trimestre,
        **_porcentajes(corte, seguido),
        trayectoria_aporte_pp=None if seguido.fuera else seguido.aporte.trayectoria_pp,
        fuera_causa=seguido.fuera,
        ilegibles=desde_filas.escribir_ilegibles(indicador),
        nivel="calculado",
        pav_reportado_pct=legible(indicador.publicado.pav_pct.get(anio)),
        pahv_reportado_pct=legible(indicador.publicado.pahv_pct.get(anio)),
        paa_reportado_pct=legible(indicador.publicado.paa_pct.get(anio)),
        brecha_pp=cifras.brecha_pp,
        situacion=situar(indicador, cifras, corte.hasta),
        reporte_pendiente=pendiente and f"{pendiente.anio}-Q{pendiente.trimestre}",
        ritmo_actual_pp=paso.actual_pp,
        ritmo_anio_pp=paso.para_el_anio_pp,
        ritmo_final_pp=paso.para_el_final_pp,
        llegada_fecha=paso.llegada,
        limite_fecha=paso.limite,
        ritmo_lectura=paso.lectura,
        errores=hallazgos.get("error", 0),
        advertencias=hallazgos.get("advertencia", 0),
    )


def productos(corte: Corte) -> list[PoliticaProducto]:
    """Las filas de `politica_productos`: los vigentes con ponderación y tipo que se pueden leer."""
    filas = []
    for seguido in corte.productos:
        indicador = seguido.indicador
        peso, tipo = legible(indicador.ponderacion_pct), indicador.anualizacion_tipo
        esta_vigente = seguido.cifras.semaforo != "no vigente"
        if not (indicador.nombre and indicador.indicador_nombre and tipo and peso):
            continue
        if 0 < peso <= TOTAL and esta_vigente:
            filas.append(
                PoliticaProducto(
                    **corte.procedencia(lugar_de_la_fila(indicador)),
                    producto_codigo=indicador.codigo,
                    producto_nombre=indicador.nombre,
                    indicador_nombre=indicador.indicador_nombre,
                    objetivo_numero=int(indicador.objetivo),
                    sector_nombre=corte.sector_de(indicador),
                    **corte.entidad_de(indicador),
                    ponderacion_pct=peso,
                    anualizacion_tipo=tipo,
                )
            )
    return filas


def avances(corte: Corte, *, nivel: Nivel) -> list[PoliticaAvance]:
    """Las filas de `politica_avances`: lo que trae el libro (publicado) o lo recalculado."""
    return [_avance(corte, s, nivel) for s in corte.productos]


def _avance(corte: Corte, seguido: Seguido, nivel: Nivel) -> PoliticaAvance:
    indicador, anio = seguido.indicador, corte.fecha.year
    porcentajes = _porcentajes(corte, seguido)
    if nivel == "publicado":
        publicado = indicador.publicado
        pav, pahv, paa = (
            legible(valores.get(anio))
            for valores in (publicado.pav_pct, publicado.pahv_pct, publicado.paa_pct)
        )
        porcentajes |= {
            "pav_pct": pav,
            "pahv_pct": pahv,
            "paa_pct": paa,
            "semaforo": clasificar(pahv, corte.rangos),
            "semaforo_pav": clasificar(pav, corte.rangos),
            "semaforo_paa": clasificar(paa, corte.rangos),
        }
    return PoliticaAvance(
        **corte.procedencia(lugar_de_la_fila(indicador)),
        producto_codigo=indicador.codigo,
        nivel=nivel,
        **porcentajes,
    )


def _porcentajes(corte: Corte, seguido: Seguido) -> _Porcentajes:
    """Lo recalculado: porcentajes, trayectoria, aportes y los tres colores."""
    cifras, aporte = seguido.cifras, None if seguido.fuera else seguido.aporte
    return {
        "pav_pct": cifras.pav_pct,
        "pahv_pct": cifras.pahv_pct,
        "paa_pct": cifras.paa_pct,
        "trayectoria_pct": cifras.trayectoria_pct,
        "avance_aporte_pp": None if aporte is None else aporte.avance_pp,
        "brecha_aporte_pp": None if aporte is None else aporte.brecha_pp,
        "semaforo": cifras.semaforo,
        "semaforo_pav": _color(corte, cifras.semaforo, cifras.pav_pct),
        "semaforo_paa": _color(corte, cifras.semaforo, cifras.paa_pct),
        "formula_version": cifras.formula_version,
    }


def _color(corte: Corte, estado: Semaforo, porcentaje: float | None) -> Semaforo:
    """El color del porcentaje; uno no vigente o sin iniciar no tiene color."""
    return estado if estado in SIN_COLOR else clasificar(porcentaje, corte.rangos)
