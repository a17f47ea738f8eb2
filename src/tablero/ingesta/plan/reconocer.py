"""Qué se entendió de un plan de acción, bloque por bloque, para leerlo antes de importarlo."""

from collections.abc import Iterator
from math import fsum

from tablero import formato
from tablero.calculo.plan.trayectoria import de_la_politica
from tablero.calculo.seguimiento.motor import legible
from tablero.ingesta.plan.corpus import hallazgos_del_plan
from tablero.ingesta.plan.diseno import TITULOS, Lado, disenos_de_plan
from tablero.ingesta.plan.encabezados import LADOS, ColumnasDelPlan
from tablero.ingesta.plan.leer import PlanLeido
from tablero.libro.fila import letras

NOMBRES: dict[Lado, str] = {"resultado": "RESULTADOS", "producto": "PRODUCTOS"}
A_LA_VISTA = 40


def reconocer(leido: PlanLeido) -> Iterator[str]:
    """Los renglones: diseño, encabezados, columnas de cada lado, metas, productos y hallazgos."""
    columnas, plan = leido.columnas, leido.plan
    if leido.es_simulado:
        yield "DATOS SIMULADOS."
    yield f"Diseño «{leido.diseno}», hoja «{leido.hoja}»."
    yield f"Política que dice la hoja: {leido.politica or 'ninguna'}."
    yield _filas(leido)
    for lado in LADOS:
        yield f"{NOMBRES[lado]}"
        yield from _campos(columnas, lado)
        yield _metas(columnas, lado)
    if columnas.sin_leer:
        sin_leer = [f"{letras(c + 1)} «{t}»" for c, t in columnas.sin_leer.items()]
        yield f"Columnas que no se leen: {', '.join(sin_leer)}."
    yield "LO QUE DICE"
    con_porcentaje = sum(p.escala == "porcentaje" for p in plan.productos)
    suma = fsum(legible(p.indicador.ponderacion_pct) or 0.0 for p in plan.vigentes)
    yield (
        f"  {formato.contar(len(plan.objetivos), 'objetivo', 'objetivos')}, "
        f"{formato.contar(len(plan.resultados), 'resultado', 'resultados')} y "
        f"{formato.contar(len(plan.productos), 'producto', 'productos')} "
        f"({formato.numero(len(plan.vigentes))} vigentes, que pesan {formato.porcentaje(suma)})."
    )
    cuantos = formato.contar(con_porcentaje, "producto", "productos")
    yield f"  {cuantos} con metas en porcentaje, por el formato de sus celdas."
    ultimo = de_la_politica(plan)[-1]
    yield (
        f"  Trayectoria: {formato.porcentaje(ultimo.trayectoria_pct)} en {ultimo.anio}"
        + _sin_dato(ultimo.productos_sin_dato, ultimo.ponderacion_sin_dato_pct)
    )
    yield from _hallazgos(leido)


def _filas(leido: PlanLeido) -> str:
    desde, hasta = leido.columnas.primera_fila + 1, leido.columnas.ultima_fila + 1
    siempre = next(d.filas.encabezado for d in disenos_de_plan() if d.nombre == leido.diseno)
    como = "las de siempre" if (desde, hasta) == siempre else f"no {siempre[0]} a {siempre[1]}"
    return f"Encabezados en las filas {desde} a {hasta} ({como}); datos desde la {hasta + 1}."


def _campos(columnas: ColumnasDelPlan, lado: Lado) -> Iterator[str]:
    diseno = disenos_de_plan()[0]
    for campo in diseno.campos(lado):
        columna = columnas.campos.get((lado, campo))
        donde = "no está" if columna is None else f"columna {letras(columna + 1)}"
        yield f"  {TITULOS[campo]}: {donde}"


def _metas(columnas: ColumnasDelPlan, lado: Lado) -> str:
    metas = columnas.metas.get(lado, {})
    if not metas:
        return "  Metas de los años: no están"
    primera, ultima = (letras(metas[a] + 1) for a in (min(metas), max(metas)))
    return f"  Metas de {min(metas)} a {max(metas)}: columnas {primera} a {ultima}"


def _sin_dato(productos: int, peso: float) -> str:
    if not productos:
        return "."
    pesan = f" ({formato.porcentaje(peso)} de la política)" if peso else ""
    cuantos = formato.contar(productos, "producto", "productos")
    return f"; sin {cuantos}{pesan}, de los que no se puede saber."


def _hallazgos(leido: PlanLeido) -> Iterator[str]:
    hallazgos = hallazgos_del_plan(leido)
    if not hallazgos:
        yield "Nada que revisar."
        return
    yield f"PARA REVISAR ({formato.contar(len(hallazgos), 'hallazgo', 'hallazgos')})"
    yield from (f"  {h}" for h in hallazgos[:A_LA_VISTA])
    if len(hallazgos) > A_LA_VISTA:
        yield f"  … y {formato.numero(len(hallazgos) - A_LA_VISTA)} más."
