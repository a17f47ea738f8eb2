"""Varias cosas de una sesión se escriben todas o ninguna; y la que se cancela puede volver."""

from datetime import date
from pathlib import Path

import pytest

from tablero.errores import ErrorTablero
from tablero.registro.archivo import NOMBRE, PorAnotar, agregar_juntos, leer
from tablero.registro.cadena import fallas
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import actas

HOY, DIA = date(2026, 11, 30), date(2026, 12, 15)


@pytest.fixture
def escritor(tmp_path: Path) -> Escritor:
    return Escritor(tmp_path, "prueba")


def test_lo_que_se_dice_junto_queda_en_orden_y_encadenado(escritor: Escritor) -> None:
    escritor.crear(DIA, "Primera", hoy=HOY, edicion=1)
    with escritor.juntos() as lote:
        codigo = lote.crear(DIA, "Segunda", hoy=HOY, edicion=2)
        lote.punto(codigo, "Apertura", minutos=5, orden=1)
        assert len(leer(escritor.carpeta)) == 3
    hechos = leer(escritor.carpeta)
    assert [h.que.partition(": ")[2] for h in hechos[3:]] == [
        *("fecha", "lugar", "edición", "punto"),
    ]
    assert fallas(hechos) == []
    assert {h.desde for h in hechos} == {"prueba"}
    (segunda,) = (s for s in actas(escritor.carpeta).sesiones if s.codigo == codigo)
    assert [(p.titulo, p.minutos) for p in segunda.puntos] == [("Apertura", 5)]


def test_si_algo_falla_a_la_mitad_no_queda_nada(escritor: Escritor) -> None:
    en_blanco = pytest.raises(ErrorTablero, match="El punto no puede quedar en blanco")
    with en_blanco, escritor.juntos() as lote:
        codigo = lote.crear(DIA, "Sala", hoy=HOY, edicion=1)
        lote.punto(codigo, " ", orden=1)
    assert not (escritor.carpeta / NOMBRE).exists()


def test_un_hecho_que_no_se_puede_guardar_no_deja_los_anteriores(tmp_path: Path) -> None:
    agregar_juntos(tmp_path, [PorAnotar("sesion", "uno", {})])
    with pytest.raises(TypeError):
        agregar_juntos(
            tmp_path,
            [PorAnotar("sesion", "dos", {}), PorAnotar("sesion", "tres", {"dia": DIA})],
        )
    assert [h.que for h in leer(tmp_path)] == ["uno"]


def test_no_decir_nada_no_escribe_nada(escritor: Escritor) -> None:
    with escritor.juntos():
        pass
    assert leer(escritor.carpeta) == []


def test_una_cosa_se_lleva_a_otro_lugar(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=None)
    for orden, titulo in enumerate(("a", "b", "c"), start=1):
        escritor.punto(codigo, titulo, orden=orden)
    (sesion,) = actas(escritor.carpeta).sesiones
    escritor.al_lugar(codigo, sesion.puntos[0], 9)
    (sesion,) = actas(escritor.carpeta).sesiones
    assert [p.titulo for p in sesion.puntos] == ["b", "c", "a"]


def test_la_cancelada_no_pierde_nada_y_puede_volver(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, "Sala", hoy=HOY, edicion=1)
    (sesion,) = actas(escritor.carpeta).sesiones
    escritor.compromiso(sesion, "Algo", "Salud", DIA)
    with pytest.raises(ErrorTablero, match="El motivo no puede quedar en blanco"):
        escritor.cancelar(codigo, "  ")
    escritor.cancelar(codigo, " Se cruza  con otra ")
    leidas = actas(escritor.carpeta)
    assert leidas.sesiones[0].cancelada == "Se cruza con otra"
    assert leidas.vigentes() == ()
    assert [c.que for c in leidas.abiertos()] == ["Algo"]
    escritor.volver_a_citar(codigo)
    leidas = actas(escritor.carpeta)
    assert [s.cancelada for s in leidas.vigentes()] == [""]
    assert "Se cruza con otra" in leer(escritor.carpeta)[-2].datos
