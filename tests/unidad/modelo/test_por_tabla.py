"""Una fila es una instancia de su tabla: se comprueba al armarla y se pide por su clase."""

from datetime import date
from typing import Any

import pytest

from tablero.errores import ErrorTablero
from tablero.ingesta.comprobar import en_orden, leida, segun_el_modelo
from tablero.modelo.cifras import Cifra
from tablero.modelo.eat import EatActividad
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.semaforo import SemaforoRango

LUGAR: dict[str, Any] = {
    "corte_fecha": date(2024, 12, 31),
    "fuente_codigo": "sdp_2024-12-31",
    "ubicacion": "Sección 5",
}


def cifra(codigo: str) -> Cifra:
    return Cifra(
        cifra_codigo=codigo, tema="Tema", descripcion="Qué.", valor=1.0, unidad="u", **LUGAR
    )


ACTIVIDAD = {
    **LUGAR,
    "fase_numero": 1,
    "actividad_numero": 1,
    "fase_nombre": "Fase",
    "actividad": "Actividad",
    "estado": "completada",
    "estado_nivel": "fase",
}
"""Sin el origen de su estado, que lo pone la construcción."""


def test_cada_tabla_da_las_suyas() -> None:
    filas = PorTabla([Cifra, SemaforoRango])
    filas.poner(Cifra, [cifra("uno")])
    otras = PorTabla()
    otras.poner(Cifra, [cifra("dos")])
    filas.sumar(otras)
    assert [f.cifra_codigo for f in filas[Cifra]] == ["uno", "dos"]
    assert filas.cuantas() == {"cifras": 2, "semaforo_rangos": 0}
    filas.agregar(otras)
    assert [f.cifra_codigo for f in filas[Cifra]] == ["dos"]
    with pytest.raises(KeyError):
        filas[EatActividad]
    with pytest.raises(TypeError, match="una fila de cifras no es de semaforo_rangos"):
        filas.poner(SemaforoRango, [cifra("uno")])


def test_una_copia_cambia_sola() -> None:
    filas = PorTabla([Cifra])
    filas.copia().poner(Cifra, [cifra("uno")])
    assert not filas[Cifra]


def test_la_leida_se_comprueba_si_no_le_falta_nada_por_calcular() -> None:
    assert "estado_origen" not in vars(leida(EatActividad, ACTIVIDAD))
    completa = leida(EatActividad, ACTIVIDAD | {"estado_origen": "deducido"})
    assert completa.con(estado_origen="publicado").estado_origen == "publicado"
    with pytest.raises(ErrorTablero, match="leída «estado» de eat_act"), segun_el_modelo():
        completa.con(estado="quizá")
    with pytest.raises(ErrorTablero, match="calculada «estado_origen» de"), segun_el_modelo():
        completa.con(estado_origen="alguien")
    with pytest.raises(ErrorTablero, match="otra_columna"), segun_el_modelo():
        completa.con(otra_columna=1)


def test_van_por_su_clave() -> None:
    filas = [cifra("dos"), cifra("uno"), cifra("tres")]
    assert [f.cifra_codigo for f in en_orden(Cifra, filas)] == ["dos", "tres", "uno"]
