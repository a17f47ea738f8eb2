"""Las respuestas sobre la conciliación: cuántas cifras hay de cada estado y en qué orden."""

import pytest

from tablero.calculo.contrastes import POR_DOCUMENTO
from tablero.consultas import conciliacion, transferencias
from tablero.consultas.base import Base

ORDEN = ["difiere", "no calculable", "coincide"]


def test_primero_lo_que_difiere(base: Base) -> None:
    datos = conciliacion.contrastes(base, documento=None, estado=None).datos
    assert list(dict.fromkeys(datos["estado"])) == ORDEN
    assert set(datos["documento"]) == set(POR_DOCUMENTO)
    assert datos["conciliacion_codigo"].is_unique


def test_la_respuesta_lleva_las_columnas_de_su_tabla(base: Base) -> None:
    datos = conciliacion.contrastes(base, documento=None, estado=None).datos
    tabla = base.tabla("conciliaciones")
    assert set(tabla.columns) <= set(datos.columns)
    fuentes = base.tabla("vigente.fuentes")
    de_hoy = fuentes.loc[fuentes["antes_de_fecha"].isna(), "fuente_codigo"]
    assert len(datos) == tabla["fuente_codigo"].isin(de_hoy).sum() > 0


def test_los_recursos_asignados_difieren_de_su_suma(base: Base) -> None:
    datos = conciliacion.contrastes(base, documento="cnim", estado="difiere").datos
    fila = datos[datos["unidad"] == "pesos"].iloc[0]
    lista = transferencias.suma(base, departamento=None, municipio=None).fila
    publicado = transferencias.publicado(base).fila["asignado_cop"]
    assert (fila["valor_publicado"], fila["valor_calculado"]) == (publicado, lista["asignado_cop"])
    assert fila["diferencia"] == lista["diferencia_cop"] == publicado - lista["asignado_cop"]
    assert fila["cita"] == "Se asignan recursos 2.000 millones de pesos en territorios"
    assert "desistieron" in fila["explicacion"]


def test_lo_no_calculable_dice_que_parte_falta(base: Base) -> None:
    datos = conciliacion.contrastes(base, documento=None, estado="no calculable").datos
    assert datos["valor_calculado"].isna().all()
    assert datos["explicacion"].str.len().gt(0).all()
    assert (datos["valor_publicado"] == 63.8).sum() == 1


@pytest.mark.parametrize("documento", [None, *POR_DOCUMENTO])
def test_el_resumen_cuenta_lo_que_la_tabla_muestra(base: Base, documento: str | None) -> None:
    fila = conciliacion.resumen(base, documento=documento).fila
    datos = conciliacion.contrastes(base, documento=documento, estado=None).datos
    conteo = datos["estado"].value_counts()
    assert fila["contrastes"] == len(datos)
    assert fila["coinciden"] == conteo.get("coincide", 0)
    assert fila["difieren"] == conteo.get("difiere", 0)
    assert fila["no_calculables"] == conteo.get("no calculable", 0)


def test_por_documento_suma_el_total(base: Base) -> None:
    datos = conciliacion.por_documento(base).datos
    assert (
        datos["contrastes"].sum() == conciliacion.resumen(base, documento=None).fila["contrastes"]
    )
    assert datos["documento"].iloc[0] == "sdp"


def test_un_documento_que_no_existe_no_tiene_contrastes(base: Base) -> None:
    assert conciliacion.contrastes(base, documento="otro", estado=None).esta_vacio
    assert conciliacion.resumen(base, documento="otro").esta_vacio
