"""Una respuesta hecha de otras conserva de dónde salen, su marca y lo que se supone."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tablero.consultas.base import MARCA, FuenteCitada, Resultado
from tablero.filas import filas_de

CORTE = date(2024, 12, 31)


def fuente(codigo: str, *lugares: str) -> FuenteCitada:
    return FuenteCitada(codigo, f"Título de {codigo}", "Entidad", CORTE, "2024", lugares)


def respuesta(*fuentes: FuenteCitada, version: str = "1", simulada: bool = False) -> Resultado:
    datos = pd.DataFrame({"x": [1, 2], "formula_version": version, "fuente_codigo": "uno"})
    if simulada:
        datos[MARCA] = True
    return Resultado("dominio/pregunta", datos, fuentes, "publicado", (("corte", CORTE),))


UNA = respuesta(fuente("uno", "Hoja A"))
OTRA = respuesta(fuente("dos", "Hoja B"), fuente("uno", "Hoja C"), version="2")
NUEVOS = pd.DataFrame({"y": [3]})


def test_lleva_las_fuentes_la_version_y_los_parametros_de_la_primera() -> None:
    derivada = Resultado.derivar(
        NUEVOS, de=[UNA, OTRA], nivel="calculado", parametros=[("con", "algo")]
    )
    assert derivada.pregunta == "dominio/pregunta"
    assert derivada.nivel == "calculado"
    assert derivada.fuentes == (fuente("uno", "Hoja A", "Hoja C"), fuente("dos", "Hoja B"))
    assert derivada.parametros == (("corte", CORTE), ("con", "algo"))
    assert derivada.fila == {"y": 3, "formula_version": "1 | 2", "fuente_codigo": "uno | dos"}


def test_con_nombre_propio_no_cita_los_lugares_de_las_cifras_de_origen() -> None:
    derivada = Resultado.derivar(NUEVOS, de=UNA, nivel="calculado", pregunta="suponer/politica")
    assert (derivada.pregunta, derivada.fuentes) == ("suponer/politica", (fuente("uno"),))


@pytest.mark.parametrize("de", [[respuesta(simulada=True), UNA], [UNA, respuesta(simulada=True)]])
def test_lo_que_sale_de_datos_inventados_lo_dice(de: list[Resultado]) -> None:
    derivada = Resultado.derivar(NUEVOS, de=de, nivel="calculado")
    assert derivada.datos[MARCA].tolist() == [True]
    assert MARCA not in Resultado.derivar(NUEVOS, de=UNA, nivel="calculado").datos


def test_lo_supuesto_va_en_una_columna() -> None:
    derivada = Resultado.derivar(NUEVOS, de=UNA, nivel="calculado", suposicion="pesos: 1,2")
    assert derivada.fila["suposicion"] == "pesos: 1,2"
    assert "suposicion" not in UNA.con(NUEVOS).datos


def test_no_cambia_las_columnas_de_procedencia_que_ya_trae() -> None:
    propios = NUEVOS.assign(fuente_codigo="otra", formula_version="9")
    assert UNA.con(propios).fila == {"y": 3, "fuente_codigo": "otra", "formula_version": "9"}


def test_de_ninguna_no_sale_ninguna() -> None:
    with pytest.raises(ValueError, match="sale siempre de otra"):
        Resultado.derivar(NUEVOS, de=[], nivel="calculado")


def test_una_parte_solo_cita_los_lugares_de_sus_filas() -> None:
    datos = pd.DataFrame({"fuente_codigo": ["uno", "uno", "dos"], "ubicacion": ["A", "B", "C"]})
    entera = replace(UNA, datos=datos, fuentes=(fuente("uno", "A", "B"), fuente("dos", "C")))
    parte = entera.parte(datos[:1], ("parte", "la primera"))
    assert parte.fuentes == (fuente("uno", "A"),)
    assert parte.parametros == (("corte", CORTE), ("parte", "la primera"))
    assert parte.nivel == entera.nivel


def test_las_filas_llevan_none_donde_no_hay_dato() -> None:
    datos = pd.DataFrame({"a": pd.array([1, None], dtype="Int64"), "b": [float("nan"), 0.5]})
    assert filas_de(datos) == [{"a": 1, "b": None}, {"a": None, "b": 0.5}]
