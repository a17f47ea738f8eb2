"""Cada consejo, al pie de la letra: se hace lo que dice, y el hallazgo se va y no llega otro.

Todo parte de un libro sano, que no tiene nada que corregir.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import fabrica_sana as sana
import openpyxl
import pytest
from fabrica_disposicion import Disposicion
from fabrica_disposicion import armar as armar_disposicion
from fabrica_sana import ANIOS, CORTE, DIA, PRODUCTOS, Producto, cambiar

from tablero.calculo.entidades import Directorio
from tablero.calculo.plan.programado import Plan, Programado
from tablero.calculo.plan.referencias import SIN_REFERENCIAS, Referencias
from tablero.calculo.plan.versiones import Version, VersionDePlan
from tablero.calculo.seguimiento.hallazgos.agrupar import agrupar
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.hallazgos.informe import PublicadoEnInforme
from tablero.calculo.seguimiento.tablas.corte import Corte
from tablero.calculo.semaforo import PUBLICADOS
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.seguimiento.procesar import armar, hallazgos_de
from tablero.modelo.reglas import NOMBRES
from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.libro import (
    CUALITATIVO,
    CUANTITATIVO,
    FILA_DATOS,
    Forma,
    Hojas,
)
from tablero.simulacion.seguimiento.libro import armar as armar_hojas

FORMA = Forma(ANIOS, CORTE)
CODIGO, ENTIDAD, PESO, INICIO, TRIMESTRE = 3, 6, 7, 11, 13
Cambio = Callable[[Hojas], Any]
EnArchivo = Callable[[openpyxl.Workbook], Any]


@dataclass(frozen=True)
class Libro:
    """Un libro por escribir, y con qué se compara."""

    productos: tuple[Producto, ...] = PRODUCTOS
    de_mas: tuple[IndicadorInventado, ...] = ()
    """Otras filas, delante: los resultados."""
    cambio: Cambio = lambda _: None
    """Lo que alguien escribió encima de lo que sale del generador."""
    en_archivo: EnArchivo | None = None
    dia: date = DIA
    antes: "Libro | None" = None
    """El del corte anterior."""
    informe: Mapping[str, PublicadoEnInforme] = field(default_factory=dict)
    plan: "Libro | None" = None
    """El plan de acción promete lo que dice este otro."""

    def revisar(self, carpeta: Path) -> list[Hallazgo]:
        libro, corte = self._armar(carpeta, "libro.xlsx")
        anterior = None if self.antes is None else self.antes._armar(carpeta, "antes.xlsx")[1]
        referencias = SIN_REFERENCIAS if self.plan is None else self.plan._como_plan(carpeta)
        return hallazgos_de(libro, corte, anterior, self.informe, referencias)

    def _como_plan(self, carpeta: Path) -> Referencias:
        indicadores = self._armar(carpeta, "plan.xlsx")[1].indicadores
        programados = [Programado(replace(i, lugares={})) for i in indicadores]
        plan = Plan((), (), programados, indicadores[0].anios)
        version = VersionDePlan("p", "Política", Version(2023, 1), date(2023, 1, 1), plan)
        return Referencias((version,))

    def _armar(self, carpeta: Path, nombre: str) -> tuple[LibroSeguimiento, Corte]:
        corte = (self.dia.year, self.dia.month // 3)
        forma = Forma(ANIOS, min(corte, CORTE))
        hojas = armar_hojas([*self.de_mas, *sana.filas(self.productos, forma.corte)], forma)
        self.cambio(hojas)
        ruta = escribir_xlsx(carpeta / nombre, hojas)
        if self.en_archivo is not None:
            abierto = openpyxl.load_workbook(ruta)
            self.en_archivo(abierto)
            abierto.save(ruta)
        libro = leer_seguimiento(ruta)
        return libro, armar(libro, self.dia, PUBLICADOS)


def test_un_libro_sano_no_tiene_nada_que_corregir(tmp_path: Path) -> None:
    """Plantilla hasta 2025, plazo hasta 2035, bienales, terminados, sin iniciar…"""
    assert Libro().revisar(tmp_path) == []


def test_un_libro_sano_con_la_disposicion_oficial_tampoco(tmp_path: Path) -> None:
    """Acumulados sin rótulo y sin los bloques de porcentajes: no falta nada."""
    como = Disposicion(
        fila_de_metas=2,
        trimestre="{ord} Trimestre {anio}",
        anio="{anio}",
        acumulado=None,
        con_porcentajes=False,
        meta_acumulada=False,
    )
    hojas = {
        CUANTITATIVO: armar_disposicion(sana.filas(), ANIOS, CORTE, como).celdas,
        CUALITATIVO: armar_hojas(sana.filas(), FORMA)[CUALITATIVO],
    }
    libro = leer_seguimiento(escribir_xlsx(tmp_path / "libro.xlsx", hojas))
    assert hallazgos_de(libro, armar(libro, DIA, PUBLICADOS)) == []


@pytest.mark.parametrize("dia", [date(2023, 12, 31), date(2024, 6, 30), date(2024, 9, 30)])
def test_en_ningun_corte_tiene_nada_que_corregir(tmp_path: Path, dia: date) -> None:
    assert Libro(dia=dia).revisar(tmp_path) == []


def test_de_un_corte_a_otro_solo_hay_reportes_nuevos(tmp_path: Path) -> None:
    assert Libro(antes=Libro(dia=date(2023, 12, 31))).revisar(tmp_path) == []


def poner(columna: int, valor: Any, fila: int = 0, hoja: str = CUANTITATIVO) -> Cambio:
    def cambiar(hojas: Hojas) -> None:
        hojas[hoja][FILA_DATOS + fila][columna] = valor

    return cambiar


def en_bloque(bloque: str, valor: Any, desde: int = 0, fila: int = 0) -> Cambio:
    return poner(FORMA.columnas[bloque] + desde, valor, fila)


def las_dos(columna: int, valor: Any) -> Cambio:
    """Lo mismo en la primera fila de las dos hojas."""

    def cambiar(hojas: Hojas) -> None:
        for hoja in (CUANTITATIVO, CUALITATIVO):
            hojas[hoja][FILA_DATOS][columna] = valor

    return cambiar


def repetir(*hojas_con: str) -> Cambio:
    def cambiar(hojas: Hojas) -> None:
        for hoja in hojas_con:
            hojas[hoja].append(list(hojas[hoja][FILA_DATOS]))

    return cambiar


def por_cien(hojas: Hojas) -> None:
    for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
        fila[PESO] *= 100


def reportar(codigo: str, *quitar: tuple[int, int], **nuevos: float) -> tuple[Producto, ...]:
    """Los productos con otros reportes de uno: «q2024_4» → valor; con su texto, si es nuevo."""
    ((inventado, _),) = (p for p in PRODUCTOS if p[0].codigo == codigo)
    claves = {(int(c[1:5]), int(c[6:])): v for c, v in nuevos.items()}
    reportes = {p: v for p, v in (inventado.reportes | claves).items() if p not in quitar}
    relatos = {p: inventado.relatos.get(p, ("Explicado.", "")) for p in reportes}
    return cambiar(codigo, reportes=reportes, relatos=relatos)


def sin_texto(codigo: str, periodo: tuple[int, int], productos: tuple[Producto, ...]) -> Any:
    return tuple(
        (replace(p, relatos={k: v for k, v in p.relatos.items() if k != periodo}), datos)
        if p.codigo == codigo
        else (p, datos)
        for p, datos in productos
    )


def ocultar(libro: openpyxl.Workbook) -> None:
    libro[CUANTITATIVO].row_dimensions[7].hidden = True


def resultado(codigo: str, peso: float) -> IndicadorInventado:
    """Un indicador de resultado sano, con la ponderación que se pida."""
    (fila,) = sana.filas((PRODUCTOS[2],))
    return replace(fila, codigo=codigo, nombre=f"Resultado {codigo}", ponderacion=peso)


RESULTADOS = tuple(
    resultado(c, p) for c, p in (("1.1", 0.4), ("1.2", 0.2), ("2.1", 0.3), ("2.2", 0.1))
)
PASADOS = Libro(dia=date(2023, 12, 31))
SEGUN_PLAN = Libro()
SIN_2_2_1 = Libro(cambiar("1.1.1", peso=3000)[:-2])
CUMPLE = Libro(plan=SEGUN_PLAN)
INFORME = {
    p.codigo: PublicadoEnInforme(p.peso / 100, p.plan.tipo, None, None, None, decimales=None)
    for p, _ in PRODUCTOS
}
OTRO_TIPO = replace(INFORME["1.1.1"], anualizacion_tipo="Constante")
REPORTES_DE_1_1_1 = ((2024, 1), (2024, 2), (2024, 3), (2024, 4))

CONSEJOS: dict[str, tuple[str, Libro, Libro]] = {
    "un texto donde va un número": (
        "ilegible",
        Libro(cambio=en_bloque("metas", "1.234,5", 5)),
        Libro(),
    ),
    "un error de fórmula": ("ilegible", Libro(cambio=en_bloque("avance", "#REF!", 20)), Libro()),
    "una ponderación con su signo": (
        "ilegible",
        Libro(cambio=poner(PESO, "20%")),
        Libro(cambio=poner(PESO, 0.2)),
    ),
    "una fecha que se lee de dos modos": (
        "ilegible",
        Libro(cambio=poner(INICIO, "01/07/2023")),
        Libro(cambio=poner(INICIO, "2023-07-01")),
    ),
    "un código a medias": (
        "ilegible",
        Libro(cambio=las_dos(CODIGO, "1.1. 1 taller")),
        Libro(cambio=las_dos(CODIGO, "1.1.1. taller")),
    ),
    "un porcentaje ilegible": (
        "ilegible",
        Libro(cambio=en_bloque("pav", "ERROR", 6)),
        Libro(),
    ),
    "una hoja que falta": ("ilegible", Libro(cambio=lambda h: h.pop(CUALITATIVO)), Libro()),
    "un año donde va una fecha": (
        "solo_el_anio",
        Libro(cambio=poner(INICIO, 2023)),
        Libro(cambio=poner(INICIO, "2023-01-01")),
    ),
    "un código con espacios": (
        "codigo_roto",
        Libro(cambio=las_dos(CODIGO, "1.1.\u00a01. Producto")),
        Libro(cambio=las_dos(CODIGO, "1.1.1. Producto")),
    ),
    "un corte que no se entiende": (
        "corte_sin_entender",
        Libro(cambio=poner(TRIMESTRE, "Anual")),
        Libro(cambio=poner(TRIMESTRE, "S2")),
    ),
    "una entidad con doble espacio": (
        "escrito_distinto",
        Libro(cambio=poner(ENTIDAD, "Entidad  A")),
        Libro(cambio=poner(ENTIDAD, "Entidad A")),
    ),
    "un signo que la letra de los PDF no trae": (
        "signo_sin_letra",
        Libro(cambio=poner(ENTIDAD, "Entidad \u25cf A")),
        Libro(cambio=poner(ENTIDAD, "Entidad \u2022 A")),
    ),
    "una fila oculta": ("oculto", Libro(en_archivo=ocultar), Libro()),
    "un código en dos filas": (
        "codigo_doble",
        Libro(cambio=repetir(CUANTITATIVO, CUALITATIVO)),
        Libro(),
    ),
    "pesos que no suman": ("pesos_no_suman", Libro(cambio=poner(PESO, 0.1)), Libro()),
    "un peso que no se lee": ("pesos_por_leer", Libro(cambio=poner(PESO, "mucho")), Libro()),
    "pesos en porcentaje": ("pesos_no_suman", Libro(cambio=por_cien), Libro()),
    "un resultado que no pesa lo de sus productos": (
        "pesos_no_suman",
        Libro(de_mas=(resultado("1.1", 0.3), *RESULTADOS[1:])),
        Libro(de_mas=RESULTADOS),
    ),
    "sin ponderación": ("ponderacion", Libro(cambio=poner(PESO, None)), Libro()),
    "una ponderación imposible": ("ponderacion", Libro(cambio=poner(PESO, 20)), Libro()),
    "un libro anterior al corte": (
        "libro_atrasado",
        Libro(dia=date(2025, 3, 31)),
        Libro(dia=DIA),
    ),
    "fechas cruzadas": (
        "fuera_de_plazo",
        Libro(cambiar("1.1.1", fin=date(2020, 1, 1))),
        Libro(cambiar("1.1.1", fin=date(2030, 1, 1))),
    ),
    "una meta fuera de plazo": (
        "fuera_de_plazo",
        Libro(cambiar("1.1.1", metas={2022: 50, 2023: 100, 2024: 100, 2025: 100})),
        Libro(),
    ),
    "un reporte fuera de plazo": (
        "fuera_de_plazo",
        Libro(reportar("2.1.1", q2022_4=1)),
        Libro(),
    ),
    "un reporte sin meta que debía tenerla": (
        "reporte_sin_meta",
        Libro(cambiar("1.1.1", metas={2023: 100, 2025: 100})),
        Libro(),
    ),
    "un reporte en otro año": (
        "reporte_sin_meta",
        Libro(
            cambiar(
                "1.1.1",
                inicio=date(2022, 1, 1),
                reportes={(2022, 4): 20, **PRODUCTOS[0][0].reportes, (2023, 4): 80},
            )
        ),
        Libro(cambiar("1.1.1", inicio=date(2022, 1, 1))),
    ),
    "una meta sin reporte": (
        "meta_sin_reporte",
        Libro(reportar("1.1.1", *REPORTES_DE_1_1_1)),
        Libro(reportar("1.1.1", *REPORTES_DE_1_1_1[:3], q2024_4=0)),
    ),
    "un reporte en otra escala": (
        "escala_equivocada",
        Libro(
            cambiar(
                "1.1.2",
                metas=dict.fromkeys((2023, 2024, 2025), 0.8),
                meta_final=0.8,
                reportes={(2023, 2): 0.8, (2023, 4): 0.8, (2024, 2): 0.8, (2024, 4): 80},
            )
        ),
        Libro(
            cambiar(
                "1.1.2",
                metas=dict.fromkeys((2023, 2024, 2025), 0.8),
                meta_final=0.8,
                reportes={(2023, 2): 0.8, (2023, 4): 0.8, (2024, 2): 0.8, (2024, 4): 0.8},
            )
        ),
    ),
    "un creciente que baja": (
        "creciente_que_baja",
        Libro(reportar("1.1.3", q2024_4=10)),
        Libro(reportar("1.1.3", q2024_4=40)),
    ),
    "un decreciente que sube": (
        "decreciente_que_sube",
        Libro(reportar("1.2.1", q2024_4=85)),
        Libro(reportar("1.2.1", q2024_4=70)),
    ),
    "una sobreejecución por error": (
        "sobre_ejecucion",
        Libro(sin_texto("1.1.1", (2024, 4), reportar("1.1.1", q2024_4=300))),
        Libro(),
    ),
    "una sobreejecución cierta": (
        "sobre_ejecucion",
        Libro(sin_texto("1.1.1", (2024, 4), reportar("1.1.1", q2024_4=300))),
        Libro(reportar("1.1.1", q2024_4=300)),
    ),
    "una brecha sin su texto": (
        "falta_texto",
        Libro(sin_texto("1.1.1", (2024, 4), reportar("1.1.1", q2024_4=10))),
        Libro(reportar("1.1.1", q2024_4=10)),
    ),
    "un porcentaje que no sale": (
        "porcentaje_no_sale",
        Libro(cambio=en_bloque("paa", 0.5, 6)),
        Libro(),
    ),
    "un porcentaje en otra escala": (
        "porcentaje_no_sale",
        Libro(cambio=en_bloque("pahv", 100, 6)),
        Libro(),
    ),
    "un acumulado que no sale": (
        "acumulado_no_sale",
        Libro(cambio=en_bloque("avance", 7, 32 + 6)),
        Libro(),
    ),
    "una meta acumulada que no sale": (
        "acumulado_no_sale",
        Libro(cambio=en_bloque("metas", 7, 8 + 1 + 6)),
        Libro(),
    ),
    "el informe dice otro peso": (
        "informe_difiere",
        Libro(
            informe={**INFORME, "1.1.1": replace(INFORME["1.1.1"], anualizacion_tipo="Constante")}
        ),
        Libro(informe=INFORME),
    ),
    "un producto que ya no está": (
        "producto_ausente",
        Libro(PRODUCTOS[:-1], antes=PASADOS),
        Libro(antes=PASADOS),
    ),
    "un producto nuevo que no se aprobó": (
        "producto_nuevo",
        Libro(antes=Libro(PRODUCTOS[:-1], dia=PASADOS.dia)),
        Libro(PRODUCTOS[:-1], antes=Libro(PRODUCTOS[:-1], dia=PASADOS.dia)),
    ),
    "un cambio de vigencia que no se aprobó": (
        "cambio_de_vigencia",
        Libro(cambiar("2.2.2", vigente=True, peso=0), antes=PASADOS),
        Libro(antes=PASADOS),
    ),
    "un tipo que cambió": (
        "campo_inmutable",
        Libro(cambiar("2.1.2", tipo="Creciente"), antes=PASADOS),
        Libro(antes=PASADOS),
    ),
    "una meta cerrada que cambió": (
        "campo_inmutable",
        Libro(cambiar("1.1.3", metas={2023: 25, 2024: 40, 2025: 50}), antes=PASADOS),
        Libro(antes=PASADOS),
    ),
    "un producto que no está en el libro": (
        "plan_producto",
        Libro(PRODUCTOS[:-2], plan=SEGUN_PLAN),
        Libro(PRODUCTOS[:-1], plan=SEGUN_PLAN),
    ),
    "un producto que no está en el plan": (
        "plan_producto",
        Libro(PRODUCTOS[:-1], plan=SIN_2_2_1),
        Libro((*SIN_2_2_1.productos, *cambiar("2.2.1", vigente=False)[-2:-1]), plan=SIN_2_2_1),
    ),
    **{
        f"no es como en el plan: {regla}": (regla, Libro(productos, plan=SEGUN_PLAN), CUMPLE)
        for regla, productos in {
            "plan_ponderacion": cambiar("1.1.1", peso=1900),
            "plan_meta": cambiar("1.1.1", metas={2023: 100, 2024: 90, 2025: 100}),
            "plan_meta_final": cambiar("1.1.1", meta_final=1200),
            "plan_linea_base": cambiar("1.1.3", linea_base=25.0),
            "plan_tipo": cambiar("2.1.2", tipo="Creciente"),
            "plan_periodicidad": cambiar("1.1.1", periodicidad="Anual"),
            "plan_fechas": cambiar("1.1.1", fin=date(2034, 12, 31)),
            "plan_entidad": cambiar("1.2.1", entidad="Entidad C"),
        }.items()
    },
    "un período reescrito": (
        "periodo_reescrito",
        Libro(reportar("1.1.1", q2023_4=95), antes=PASADOS),
        Libro(antes=PASADOS),
    ),
    "un reporte tardío que no lo es": (
        "periodo_reescrito",
        Libro(reportar("1.1.1", q2023_3=5), antes=PASADOS),
        Libro(antes=PASADOS),
    ),
}


@pytest.mark.parametrize("caso", CONSEJOS)
def test_hecho_lo_que_dice_el_hallazgo_se_va_y_no_llega_otro(tmp_path: Path, caso: str) -> None:
    regla, roto, corregido = CONSEJOS[caso]
    assert regla in {h.regla for h in roto.revisar(tmp_path)}
    assert [str(h) for h in corregido.revisar(tmp_path)] == []


def test_toda_regla_tiene_su_consejo_probado() -> None:
    # El de una entidad desconocida pide una fila de otro libro: está en `test_entidades`.
    assert {regla for regla, _, _ in CONSEJOS.values()} == set(NOMBRES) - {"entidad_desconocida"}


def test_el_libro_puede_nombrar_la_entidad_con_otra_grafia_que_el_plan(tmp_path: Path) -> None:
    libro, corte = Libro(cambiar("1.2.1", entidad="La B"))._armar(tmp_path, "libro.xlsx")
    referencias = SEGUN_PLAN._como_plan(tmp_path)
    tabla = Directorio(
        [{"entidad_codigo": c, "entidad_nombre": f"Entidad {c}", "sigla": None} for c in "AB"],
        [{"entidad_codigo": "B", "grafia": "La B"}],
    )
    (sin_tabla,) = hallazgos_de(libro, corte, referencias=referencias)
    assert sin_tabla.regla == "plan_entidad"
    con_tabla = replace(corte, entidades=tabla)
    assert hallazgos_de(libro, con_tabla, referencias=referencias) == []


def test_lo_que_se_repite_en_cada_fila_se_dice_una_vez(tmp_path: Path) -> None:
    def todas_las_filas(hojas: Hojas) -> None:
        for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
            fila[TRIMESTRE] = "Anual"

    hallados = Libro(cambio=todas_las_filas).revisar(tmp_path)
    assert len(hallados) == len(PRODUCTOS)
    (grupo,) = agrupar(hallados)
    assert str(grupo) == (
        "NOTA · 10 veces · hoja «Avance Cuantitativo» · celdas N6, N7, N8, N9, N10 y 5 más: en "
        "1.1.1, «Corte»: «Anual» y «2024»: no se entiende; se entienden Q1, Q2, Q3, Q4, S1 y S2, "
        "con su año. Escríbalo así si quiere que el corte se sepa al importar: ninguna cifra "
        "depende de él."
    )


def test_dos_hallazgos_distintos_no_se_juntan(tmp_path: Path) -> None:
    def dos_clases(hojas: Hojas) -> None:
        for fila, dicho in zip(
            hojas[CUANTITATIVO][FILA_DATOS:],
            ["Anual", "Anual", "#REF!", None, None, None],
            strict=False,
        ):
            fila[TRIMESTRE] = dicho

    grupos = agrupar(Libro(cambio=dos_clases).revisar(tmp_path))
    # «Anual» y el error dicen lo mismo: no se entiende; los tres vacíos, que les falta algo.
    assert [len(g.hallazgos) for g in grupos] == [3, 3]
