"""Cómo va un producto ante quien lo tiene a cargo: a tiempo, atrasado, sin reporte…"""

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.motor import Cifras, legible
from tablero.calculo.seguimiento.tiempo import esta_sin_iniciar, exigidos, primer_vencimiento
from tablero.modelo.politica import Semaforo
from tablero.modelo.politica_seguimiento import Situacion

DE_SEMAFORO: dict[Semaforo, Situacion] = {
    "bajo": "atrasado",
    "medio": "atrasado",
    "alto": "a tiempo",
    "sobre-ejecución": "sobre-ejecutado",
    "sin dato": "sin dato",
    "sin iniciar": "sin iniciar",
    "no vigente": "no vigente",
}


def reporte_pendiente(indicador: Indicador, hasta: Periodo) -> Periodo | None:
    """El último trimestre que ya debía reportar y después del cual no hay ningún reporte.

    Solo se exige en años con una meta que se pueda leer; `None` si está al día, no está vigente,
    nada se le ha exigido o no se sabe si lo está o cuándo empieza.
    """
    primero = primer_vencimiento(indicador)
    if indicador.estado != "Vigente" or primero is None or esta_sin_iniciar(indicador, hasta):
        return None
    vencidos = [
        Periodo(anio, q)
        for anio, meta in programadas(indicador).items()
        for q in exigidos(indicador)
        if legible(meta) is not None and primero <= Periodo(anio, q) <= hasta
    ]
    ultimo = max(vencidos, default=None)
    if ultimo is None or any(p >= ultimo for p in indicador.reportes_hasta(hasta)):
        return None
    return ultimo


def situar(indicador: Indicador, cifras: Cifras, hasta: Periodo) -> Situacion:
    """La situación: primero si está vigente e iniciado, luego si reportó, y luego su semáforo."""
    situacion = DE_SEMAFORO[cifras.semaforo]
    if situacion in ("no vigente", "sin iniciar"):
        return situacion
    return "sin reporte" if reporte_pendiente(indicador, hasta) else situacion
