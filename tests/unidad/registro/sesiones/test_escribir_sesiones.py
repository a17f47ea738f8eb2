"""Lo que se hace en una sesión queda en el registro, y vuelve como se dijo."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from tablero.errores import ErrorTablero
from tablero.registro.archivo import agregar, leer
from tablero.registro.cadena import fallas
from tablero.registro.sesiones.escribir import Escritor, al_mover, siguiente
from tablero.registro.sesiones.estado import Punto, Sesion, actas, congeladas

HOY = date(2026, 11, 30)
DIA = date(2026, 12, 15)


@pytest.fixture
def escritor(tmp_path: Path) -> Escritor:
    return Escritor(tmp_path, "prueba")


def unica(escritor: Escritor) -> Sesion:
    (sesion,) = actas(escritor.carpeta).sesiones
    return sesion


def test_una_sesion_vuelve_como_se_dijo(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, " Sala  Barulé ", hoy=HOY, edicion=3, regla=10)
    escritor.punto(codigo, "Instalación", minutos=5, orden=1)
    escritor.pantalla(
        codigo, "Salud", "producto?codigo=2.2.6", decision_pedida="¿Se ajusta?", orden=1
    )
    escritor.asistencia(codigo, "IDRD", asiste=True)
    escritor.decision(codigo, unica(escritor).pantallas[0], "Se ajusta en marzo", "")
    sesion = unica(escritor)
    assert (sesion.fecha, sesion.lugar, sesion.edicion, sesion.minimo) == (
        *(DIA, "Sala Barulé"),
        *(3, 10),
    )
    assert [(p.titulo, p.minutos) for p in sesion.puntos] == [("Instalación", 5)]
    assert sesion.minutos == 5
    (pantalla,) = sesion.pantallas
    assert (pantalla.direccion, pantalla.decision_pedida, pantalla.decision, pantalla.nota) == (
        *("producto?codigo=2.2.6", "¿Se ajusta?"),
        *("Se ajusta en marzo", ""),
    )
    assert sesion.presentes == ("IDRD",)
    assert congeladas(escritor.carpeta) == {3}
    assert fallas(leer(escritor.carpeta)) == []


def test_lo_que_se_cambia_o_se_quita_sigue_en_el_registro(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=None)
    escritor.punto(codigo, "Instalación", orden=1)
    (punto,) = unica(escritor).puntos
    escritor.punto(codigo, "Apertura", orden=1, codigo=punto.codigo)
    assert [p.titulo for p in unica(escritor).puntos] == ["Apertura"]
    escritor.quitar(codigo, unica(escritor).puntos[0])
    assert unica(escritor).puntos == ()
    dicho = "".join(hecho.datos for hecho in leer(escritor.carpeta, "sesion"))
    assert "Instalación" in dicho
    assert "Apertura" in dicho
    assert congeladas(escritor.carpeta) == frozenset()


def test_dos_que_escriben_a_la_vez_no_pierden_nada(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=1)

    def una(numero: int) -> None:
        escritor.punto(codigo, f"Punto {numero}", orden=1)
        escritor.asistencia(codigo, f"Entidad {numero % 3}", asiste=numero % 2 == 0)

    with ThreadPoolExecutor(4) as hilos:
        list(hilos.map(una, range(12)))
    sesion = unica(escritor)
    assert {p.titulo for p in sesion.puntos} == {f"Punto {n}" for n in range(12)}
    assert [a.entidad for a in sesion.asistencias] == ["Entidad 0", "Entidad 1", "Entidad 2"]
    assert len(leer(escritor.carpeta, "sesion")) == 3 + 24
    assert fallas(leer(escritor.carpeta)) == []


def test_se_ordena_moviendo(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=1)
    for titulo in "ABC":
        escritor.punto(codigo, titulo, orden=siguiente(unica(escritor).puntos))
    puntos = unica(escritor).puntos
    assert [p.titulo for p in puntos] == ["A", "B", "C"]
    escritor.mover(codigo, puntos, puntos[2].codigo, -1)
    assert [p.titulo for p in unica(escritor).puntos] == ["A", "C", "B"]


def test_en_el_borde_no_se_mueve_y_los_empatados_se_numeran() -> None:
    puntos = [Punto(codigo, codigo, None, "", 1) for codigo in "abc"]
    assert al_mover(puntos, "a", -1) == []
    assert al_mover(puntos, "c", 5) == []
    assert al_mover(puntos, "a", 1) == [("a", 2), ("c", 3)]


@pytest.mark.parametrize(
    ("titulo", "minutos", "dice"),
    [
        (" \u200b ", 5, "El punto no puede quedar en blanco."),
        ("x" * 201, 5, "El punto tiene 201 letras: a lo sumo 200."),
        ("Varios", 481, "Los minutos de un punto van de 1 a 480."),
        ("Varios", -1, "Los minutos de un punto van de 1 a 480."),
    ],
)
def test_lo_mal_escrito_no_entra(escritor: Escritor, titulo: str, minutos: int, dice: str) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=1)
    antes = len(leer(escritor.carpeta))
    with pytest.raises(ErrorTablero) as error:
        escritor.punto(codigo, titulo, minutos=minutos, orden=1)
    assert str(error.value) == dice
    assert len(leer(escritor.carpeta)) == antes


@pytest.mark.parametrize(
    ("dia", "dice"),
    [
        (
            date(2062, 12, 15),
            "La sesión no puede ser el 15 de diciembre de 2062: está a más de 5 años de hoy.",
        ),
    ],
)
def test_una_fecha_imposible_no_crea_nada(escritor: Escritor, dia: date, dice: str) -> None:
    with pytest.raises(ErrorTablero) as error:
        escritor.crear(dia, "", hoy=HOY, edicion=1)
    assert str(error.value) == dice
    assert leer(escritor.carpeta) == []


def test_un_compromiso_se_cumple_con_evidencia(escritor: Escritor) -> None:
    escritor.crear(DIA, "", hoy=HOY, edicion=1)
    sesion = unica(escritor)
    with pytest.raises(ErrorTablero, match="no puede vencer el 14 de diciembre de 2026, antes"):
        escritor.compromiso(sesion, "Entregar el corte", "Salud", date(2026, 12, 14))
    escritor.compromiso(sesion, "Entregar el corte", "Salud", date(2027, 1, 31), "2.2.6")
    (abierto,) = actas(escritor.carpeta).abiertos()
    assert (abierto.que, abierto.producto, abierto.estado) == (
        *("Entregar el corte", "2.2.6"),
        "abierto",
    )
    with pytest.raises(ErrorTablero, match="La evidencia no puede quedar en blanco"):
        escritor.estado(abierto, "cumplido", " ")
    with pytest.raises(ErrorTablero, match="está abierto, cumplido y retirado: elija uno"):
        escritor.estado(abierto, "a medias", "")
    escritor.estado(abierto, "cumplido", "Oficio 45")
    assert actas(escritor.carpeta).abiertos() == ()
    assert actas(escritor.carpeta).compromisos[0].evidencia == "Oficio 45"


def test_la_regla_del_quorum_va_de_una_a_todas(escritor: Escritor) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=1)
    with pytest.raises(ErrorTablero, match="El quórum va de 1 a 19 entidades"):
        escritor.regla(codigo, 20, entidades=19)
    escritor.regla(codigo, 10, entidades=19)
    assert unica(escritor).minimo == 10
    escritor.regla(codigo, None, entidades=19)
    assert unica(escritor).minimo is None


def test_lo_de_un_programa_mas_nuevo_no_estorba(escritor: Escritor) -> None:
    escritor.crear(DIA, "", hoy=HOY, edicion=1)
    datos = {"sesion": "x", "clase": "una que no se conoce", "cosa": "", "valor": {}}
    agregar(escritor.carpeta, "sesion", "algo", datos=datos)
    assert unica(escritor).fecha == DIA
