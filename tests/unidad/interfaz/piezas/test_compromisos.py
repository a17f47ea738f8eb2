"""Los compromisos, en su título y en el CSV: abiertos primero, y lo ajeno sin que se ejecute."""

from datetime import date

from tablero.exportar.csv_oficial import a_csv
from tablero.interfaz.piezas.compromisos import en_tabla, titulo
from tablero.registro.sesiones.estado import Actas, Compromiso, Sesion

HOY = date(2026, 11, 30)
SESION = Sesion("a", date(2026, 9, 1), "", None, None, (), (), ())
CUMPLIDO = Compromiso(
    *("1", "a", "Entregar", "Salud", date(2026, 10, 1), "2.2.6"),
    estado="cumplido",
    evidencia="Acta",
)
VENCIDO = Compromiso("2", "a", "=cmd()", "Mujer", date(2026, 11, 20))
POR_VENCER = Compromiso("3", "a", "Nombrar", "Mujer", date(2026, 11, 30))


def test_el_titulo_cuenta_los_abiertos_y_los_vencidos() -> None:
    assert titulo([], HOY) == "No hay compromisos"
    todos = [CUMPLIDO, VENCIDO, POR_VENCER]
    assert titulo(todos, HOY) == "2 compromisos abiertos, 1 vencido"
    assert titulo(todos[:1], HOY) == "0 compromisos abiertos, 0 vencidos"


def test_el_csv_lleva_lo_mismo_y_no_ejecuta_nada() -> None:
    datos = en_tabla([CUMPLIDO, VENCIDO], Actas((SESION,), ()))
    assert a_csv(datos, "maquina").decode().splitlines() == [
        "compromiso,entidad,vence,producto_codigo,estado,evidencia,sesion_fecha",
        "'=cmd(),Mujer,2026-11-20,,abierto,,2026-09-01",
        "Entregar,Salud,2026-10-01,2.2.6,cumplido,Acta,2026-09-01",
    ]
