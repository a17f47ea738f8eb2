"""Del libro del plan de acción a lo que promete, y todo lo que no se pudo leer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tablero.calculo.plan.programado import Plan
from tablero.calculo.plan.repetidos import unir_objetivos, unir_productos, unir_resultados
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.niveles import orden_de_codigo
from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErroresDeDatos
from tablero.formato import enumerar
from tablero.ingesta.plan.celdas import LectorDePlan
from tablero.ingesta.plan.combinadas import Combinadas, Rango, rangos
from tablero.ingesta.plan.diseno import TITULOS, DisenoDePlan, disenos_de_plan
from tablero.ingesta.plan.encabezados import ColumnasDelPlan, ubicar
from tablero.ingesta.plan.filas import FilaDelPlan, leer_filas
from tablero.ingesta.seguimiento.hojas import HojaLeida, abrir_hojas
from tablero.libro.convertir import citar
from tablero.libro.fila import LugarDeHoja
from tablero.modelo.fuentes import TITULO_SIMULADO
from tablero.texto import limpiar, plano

EXTENSION = ".xlsx"
ESCONDEN = "son celdas combinadas y esconden datos; sepárelas y escriba el valor en cada una."
POLITICA = "politica publica"


@dataclass(frozen=True)
class PlanLeido:
    """Lo que se leyó de un plan."""

    diseno: str
    hoja: str
    columnas: ColumnasDelPlan
    plan: Plan
    filas: Sequence[FilaDelPlan]
    errores: tuple[ErrorDeCelda, ...]
    """Lo que no se pudo leer: lo que depende de ello queda sin dato."""
    repetidos: tuple[Hallazgo, ...]
    """Lo que no coincide entre filas que deben decir lo mismo."""
    politica: str = ""
    """El nombre de la política que dice la hoja; vacío si no lo dice."""
    es_simulado: bool = False


def leer_plan(ruta: Path) -> PlanLeido:
    """Lee un `.xlsx` con el diseño que le corresponda.

    `ArchivoIlegible` si no se puede abrir; `ErroresDeDatos` si no se reconoce, le falta una columna
    indispensable o no tiene ningún producto.
    """
    nombre = ruta.name
    if ruta.suffix.lower() != EXTENSION:
        # En un .xlsb no se puede saber qué celdas tienen formato de porcentaje.
        raise ArchivoIlegible(f"{nombre}: el plan de acción se lee como .xlsx; guárdelo así.")
    try:
        hojas = abrir_hojas(ruta)
    except ArchivoIlegible as error:
        raise ArchivoIlegible(f"{nombre}: {error}") from None
    intentos = [
        (hoja, diseno, ubicar(hoja, diseno, LugarDeHoja(nombre, hoja.nombre)))
        for diseno in disenos_de_plan()
        for hoja in _candidatas(hojas, diseno)
    ]
    if not intentos:
        raise ErroresDeDatos([LugarDeHoja(nombre).error("no tiene ninguna hoja con datos.")])
    hoja, diseno, columnas = min(intentos, key=lambda intento: len(intento[2].fatales))
    if columnas.fatales:
        raise ErroresDeDatos(columnas.fatales)
    otras = [otra for otra, _, suyas in intentos if otra is not hoja and not suyas.fatales]
    if otras:
        raise ErroresDeDatos([LugarDeHoja(nombre).error(_de_mas([hoja, *otras]))])
    return _leer(hoja, diseno, columnas, nombre)


def _candidatas(hojas: Sequence[HojaLeida], diseno: DisenoDePlan) -> list[HojaLeida]:
    """Las que se llaman como el diseño («1. Plan de acción (2)»); si ninguna, todas las que haya.

    Un libro de una sola hoja puede llamarse de cualquier modo: la reconocen sus encabezados.
    """
    con_datos = [h for h in hojas if h.celdas]
    asi = [h for h in con_datos if diseno.hoja in plano(h.nombre)]
    return asi or con_datos


def _de_mas(hojas: Sequence[HojaLeida]) -> str:
    """Cuál de dos planes rige no se adivina, ni por su orden ni por su nombre."""
    nombres = enumerar([citar(n) for n in dict.fromkeys(h.nombre for h in hojas)])
    return (
        f"tiene más de una hoja con un plan de acción: {nombres}. Deje una sola; también se leen "
        "las ocultas."
    )


def _leer(
    hoja: HojaLeida, diseno: DisenoDePlan, columnas: ColumnasDelPlan, nombre: str
) -> PlanLeido:
    lugar = LugarDeHoja(nombre, hoja.nombre)
    de_datos = [r for r in rangos(hoja) if r.hasta_fila > columnas.ultima_fila]
    repiten = [r for r in de_datos if _repite(r, columnas)]
    lector = LectorDePlan(
        hoja,
        lugar,
        combinadas=Combinadas(hoja, repiten, len(hoja.celdas)),
        sin_valor=diseno.sin_valor,
        sin_dato=diseno.sin_dato,
    )
    filas = leer_filas(lector, columnas, diseno)
    errores: list[ErrorDeCelda] = [*columnas.errores, *lector.errores]
    errores += [
        lugar.error(ESCONDEN, celda=r.texto)
        for r in de_datos
        if r not in repiten and _toca_filas(r, filas)
    ]
    productos, dobles = unir_productos([f.producto for f in filas if f.producto is not None])
    resultados, distintos = unir_resultados([f.resultado for f in filas if f.resultado is not None])
    objetivos, otros = unir_objetivos([f.objetivo for f in filas if f.objetivo is not None])
    if not productos:
        errores.append(lugar.error("no tiene ninguna fila con un producto."))
        raise ErroresDeDatos(errores)
    return PlanLeido(
        diseno.nombre,
        hoja.nombre,
        columnas,
        Plan(
            objetivos,
            sorted(resultados, key=lambda r: orden_de_codigo(r.codigo)),
            sorted(productos, key=lambda p: orden_de_codigo(p.codigo)),
            columnas.anios,
            tuple(e.celda for e in lector.errores if e.columna == TITULOS["codigo"]),
        ),
        filas,
        tuple(errores),
        (*otros, *distintos, *dobles),
        politica=_politica(hoja, columnas),
        es_simulado=_es_simulado(hoja),
    )


def _repite(rango: Rango, columnas: ColumnasDelPlan) -> bool:
    """Si es lo de un objetivo o un resultado, escrito una vez para varias filas seguidas."""
    return rango.columna == rango.hasta_columna and rango.columna < columnas.ancla


def _toca_filas(rango: Rango, filas: Sequence[FilaDelPlan]) -> bool:
    return any(rango.fila < fila.numero <= rango.hasta_fila + 1 for fila in filas)


def _politica(hoja: HojaLeida, columnas: ColumnasDelPlan) -> str:
    """El primer texto, encima de los encabezados, que empieza por «Política Pública»."""
    textos = (
        limpiar(valor)
        for fila in range(columnas.primera_fila)
        for valor in hoja.celdas[fila]
        if isinstance(valor, str)
    )
    return next((t for t in textos if plano(t).startswith(POLITICA) and plano(t) != POLITICA), "")


def _es_simulado(hoja: HojaLeida) -> bool:
    titulo = hoja.valor(0, 0)
    return isinstance(titulo, str) and titulo.startswith(TITULO_SIMULADO)
