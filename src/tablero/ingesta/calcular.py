"""Lo que se deduce de los libros leídos: avances, semáforo, índice y conciliación."""

from collections.abc import Sequence
from datetime import date

from tablero.calculo import derivar
from tablero.calculo.conciliacion import conciliar
from tablero.calculo.contrastes import POR_DOCUMENTO
from tablero.calculo.divipola import Divipola
from tablero.calculo.ipt import supuestos
from tablero.calculo.seguimiento import de_porcentajes
from tablero.calculo.semaforo import Rangos
from tablero.ingesta.comprobar import en_orden, segun_el_modelo
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.modelo import CON_MUNICIPIO, TABLAS
from tablero.modelo.centros import CentroAtencion, CentroIntegrate
from tablero.modelo.conciliacion import Conciliacion
from tablero.modelo.eat import Cluster, EatActividad, EatFase, IptIndicador, IptPriorizado
from tablero.modelo.fuentes import Fuente
from tablero.modelo.ipt import IptDireccion, IptSupuesto, IptValor
from tablero.modelo.politica import (
    Nivel,
    PoliticaAvance,
    PoliticaCorte,
    PoliticaObjetivo,
    PoliticaProducto,
)
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.seguimiento import PoliticaResultado
from tablero.modelo.territorio import Municipio


def calcular(
    leidas: PorTabla,
    documentos: Sequence[Documento],
    libros: Sequence[DocumentoSeguimiento],
    rangos: Rangos,
    planes: Sequence[DocumentoPlan] = (),
) -> PorTabla:
    """Todas las tablas, en orden: las `leidas` y lo que se deduce de las fuentes.

    Donde hay un libro oficial (`libros`), lo calculado del mismo corte saldrá de él. De los
    `planes` se agrega su fuente. `ErrorTablero` si una fila calculada no cumple su modelo.
    """
    filas = PorTabla(TABLAS)
    filas.agregar(leidas)
    with segun_el_modelo():
        filas.poner(
            Fuente,
            [
                *(d.fila() for d in documentos),
                *(d.fila() for d in libros),
                *(d.fila() for d in planes),
            ],
        )
        _completar(filas, rangos)
        _calcular_ipt(filas)
        filas.poner(Conciliacion, conciliar(filas, POR_DOCUMENTO))
        divipola = Divipola(filas[Municipio], filas[Fuente])
        for nombrada in CON_MUNICIPIO:
            filas.poner(nombrada, divipola.situar(filas[nombrada]))
    _quitar_lo_que_recalculan(filas, libros)
    for tabla in TABLAS:
        filas.poner(tabla, en_orden(tabla, filas[tabla]))
    return filas


def _completar(filas: PorTabla, rangos: Rangos) -> None:
    """Pone las columnas y las filas que se deducen de lo leído."""
    productos = filas[PoliticaProducto]
    avances = derivar.avances(filas[PoliticaAvance], productos, rangos)
    seguimiento = de_porcentajes.seguimiento(productos, avances)
    filas.poner(IptPriorizado, derivar.priorizados(filas[IptPriorizado], filas[Cluster]))
    filas.poner(EatActividad, derivar.actividades(filas[EatActividad], filas[EatFase]))
    filas.poner(CentroAtencion, derivar.atenciones(filas[CentroAtencion], filas[CentroIntegrate]))
    filas.poner(PoliticaAvance, avances)
    filas.poner(PoliticaCorte, derivar.cortes(filas[PoliticaCorte], productos, avances))
    filas.poner(PoliticaObjetivo, derivar.objetivos(filas[PoliticaObjetivo], productos, avances))
    filas.poner(PoliticaSeguimiento, seguimiento)
    filas.poner(PoliticaResultado, de_porcentajes.resultados(seguimiento))


def _quitar_lo_que_recalculan(filas: PorTabla, libros: Sequence[DocumentoSeguimiento]) -> None:
    """Quita lo calculado con los porcentajes publicados de un corte que tiene libro oficial.

    De la política y sus objetivos queda lo publicado.
    """
    con_libro = {(libro.politica_codigo, libro.ficha.corte_fecha) for libro in libros}

    def sigue(politica: str, corte: date, nivel: Nivel = "calculado") -> bool:
        return nivel == "publicado" or (politica, corte) not in con_libro

    filas.poner(
        PoliticaCorte,
        [f for f in filas[PoliticaCorte] if sigue(f.politica_codigo, f.corte_fecha, f.nivel)],
    )
    filas.poner(
        PoliticaObjetivo,
        [f for f in filas[PoliticaObjetivo] if sigue(f.politica_codigo, f.corte_fecha, f.nivel)],
    )
    filas.poner(
        PoliticaSeguimiento,
        [f for f in filas[PoliticaSeguimiento] if sigue(f.politica_codigo, f.corte_fecha)],
    )
    filas.poner(
        PoliticaResultado,
        [f for f in filas[PoliticaResultado] if sigue(f.politica_codigo, f.corte_fecha)],
    )


def _calcular_ipt(filas: PorTabla) -> None:
    """Los supuestos y las tablas del índice, que quedan vacías si nadie ha cargado valores."""
    filas.poner(IptSupuesto, supuestos.filas(filas[IptIndicador]))
    if not filas[IptValor]:
        return
    # Las librerías del análisis tardan más en cargar que todo lo demás: solo si hay qué analizar.
    from tablero.calculo.ipt.motor import calcular as calcular_ipt  # noqa: PLC0415

    filas.agregar(calcular_ipt(filas[IptValor], filas[IptDireccion], filas[IptIndicador]))
