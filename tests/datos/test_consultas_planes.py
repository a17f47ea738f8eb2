"""Las respuestas sobre el plan de la CNIM, el Comité y el proyecto Integra."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from tablero.consultas import cnim, comite, integra, listas
from tablero.consultas.base import Base


def test_el_plan_tiene_doce_acciones_y_una_sin_avance(base: Base) -> None:
    fila = cnim.resumen(base).fila
    assert (fila["acciones"], fila["acciones_sin_avance"]) == (12, 1)
    assert (fila["tareas"], fila["acciones_sin_tareas"]) == (39, 2)


def test_cada_accion_trae_sus_tareas_como_estan_impresas(base: Base) -> None:
    datos = cnim.acciones(base).datos.set_index("accion_numero")
    assert list(datos.index) == list(range(1, 13))
    assert datos.loc[10, "tareas"] == 0
    assert pd.isna(datos.loc[10, "tareas_texto"])
    assert datos.loc[11, "primera_tarea_numero"] == 2
    assert datos.loc[11, "tareas_texto"].split("\n") == [
        "2. Establecer el actor o interlocutor.",
        "3. Definir tema coyuntural.",
        "4. Definir un plan de trabajo que materialice la alianza.",
    ]
    assert datos.loc[12, "cita"] == "No se presenta avance."
    assert list(datos.index[datos["es_sin_avance"]]) == [12]


def test_que_no_presenta_avance_lo_dice_su_columna_y_no_las_palabras_de_la_cita(
    base_construida: Path, tmp_path: Path
) -> None:
    otra = tmp_path / "otra.duckdb"
    shutil.copy(base_construida, otra)
    with duckdb.connect(str(otra)) as conexion:
        conexion.execute("UPDATE cnim_acciones SET cita = 'Sin reporte' WHERE accion_numero = 12")
        conexion.execute("UPDATE cnim_acciones SET presenta_avance = false WHERE accion_numero = 2")
    base = Base(otra)
    datos = cnim.acciones(base).datos.set_index("accion_numero")
    assert list(datos.index[datos["es_sin_avance"]]) == [2, 12]
    assert cnim.resumen(base).fila["acciones_sin_avance"] == 2


def test_las_siete_mesas_van_por_fecha(base: Base) -> None:
    datos = cnim.mesas(base).datos
    assert list(datos["mesa_fecha"]) == [
        date(2025, 7, 21),
        date(2025, 8, 5),
        date(2025, 8, 13),
        date(2025, 8, 21),
        date(2025, 8, 22),
        date(2025, 8, 28),
        date(2025, 9, 22),
    ]


def test_las_resoluciones_van_por_fecha(base: Base) -> None:
    datos = cnim.resoluciones(base).datos
    assert list(datos["resolucion"]) == ["401 de 2025", "1409 de 2025"]
    assert list(datos["resolucion_fecha"]) == [date(2025, 3, 10), date(2025, 7, 7)]


def test_el_taller_dice_quince_entidades_y_nombra_catorce(base: Base) -> None:
    datos = cnim.taller(base).datos.set_index("cifra_codigo")
    assert datos.loc["cnim_taller_representantes", "valor"] == 55
    assert datos.loc["cnim_taller_entidades", "valor"] == 15
    assert datos.loc["cnim_taller_entidades", "valor_calculado"] == 14
    assert len(listas.enunciados(base, listas=("cnim_taller_entidades",)).datos) == 14


def test_las_cifras_sueltas_van_en_el_orden_pedido(base: Base) -> None:
    codigos = ("cnim_sensibilizacion_asistentes", "cnim_difusion_socializaciones", "no_existe")
    datos = listas.cifras(base, codigos=codigos).datos
    assert list(datos["cifra_codigo"]) == list(codigos[:2])
    assert list(datos["valor"]) == [2644, 109]


@pytest.mark.parametrize(
    ("codigo", "publicado", "calculado", "como"),
    [
        ("comite_transversales_iniciadas_pct", 45, 45.4545, "5 de 11"),
        ("comite_uta_actividades_total", 48, 48, "suma de las UTA"),
        ("comite_uta_actividades_entidades", 32, 32, "suma de las UTA"),
        ("comite_uta_actividades_intersectoriales", 16, 16, "suma de las UTA"),
        ("comite_uta_reporte_pct", 67, 66.6667, "32 reportadas de 48"),
    ],
)
def test_el_plan_de_trabajo_publicado_y_calculado(
    base: Base, codigo: str, publicado: float, calculado: float, como: str
) -> None:
    fila = comite.plan(base).datos.set_index("cifra_codigo").loc[codigo]
    assert fila["valor"] == publicado
    assert fila["valor_calculado"] == pytest.approx(calculado, abs=1e-4)
    assert fila["como_se_calcula"] == como


def test_las_tres_utas(base: Base) -> None:
    datos = comite.utas(base).datos
    assert list(datos["actividades"]) == [20, 16, 12]
    assert list(datos["actividades_reportadas"]) == [15, 10, 7]
    assert list(datos["reporte_pct"]) == [75, 63, 58]
    assert [round(v, 2) for v in datos["reporte_calculado_pct"]] == [75, 62.5, 58.33]


@pytest.mark.parametrize(
    ("uta", "entidades", "destacadas", "barreras"), [(1, 7, 5, 5), (2, 7, 5, 1), (3, 6, 3, 1)]
)
def test_el_detalle_de_una_uta(
    base: Base, uta: int, entidades: int, destacadas: int, barreras: int
) -> None:
    conteo = comite.detalle_uta(base, uta=uta).datos["clase"].value_counts()
    assert conteo["cumplimiento en el reporte"] == 1
    assert conteo["entidad que reportó"] == entidades
    assert conteo["actividad destacada"] == destacadas
    assert conteo["barrera"] == barreras


def test_el_saldo_de_afiliados_dice_que_no_es_un_flujo(base: Base) -> None:
    datos = comite.detalle_uta(base, uta=2).datos
    fila = datos[datos["valor"] == 259_570].iloc[0]
    assert fila["nota"].startswith("Es un saldo y no un flujo")
    assert fila["corte_fecha"] == date(2024, 4, 30)


def test_la_asistencia_no_esta_publicada(base: Base) -> None:
    datos = comite.entidades(base).datos
    assert len(datos) == 19
    assert set(datos["asistencia"]) == {"no publicado"}
    assert datos["entidad_nombre"].iloc[0] == "Secretaría General"


def test_catorce_delegados_y_trece_localidades(base: Base) -> None:
    assert list(comite.delegados(base).datos["delegados"]) == [1, 14]
    assert len(listas.enunciados(base, listas=("comite_localidades",)).datos) == 13


def test_las_ciudades_de_integra_llevan_su_codigo(base: Base) -> None:
    datos = integra.ciudades(base).datos
    assert list(datos["municipio_codigo"]) == [
        "08001", "11001", "68001", "76001", "13001", "54001", "05001", "44001",
    ]  # fmt: skip
