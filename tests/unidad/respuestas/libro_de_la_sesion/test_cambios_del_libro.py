"""Lo que un libro cambia en una sesión: solo lo distinto, dicho antes de hacerlo."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tablero.registro.archivo import leer
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion, actas
from tablero.respuestas.libro_de_la_sesion.cambios import Cambios, Contra, cambios
from tablero.respuestas.libro_de_la_sesion.contenido import (
    CompromisoEscrito,
    Contenido,
    PantallaEscrita,
    PuntoEscrito,
    de_la_sesion,
)
from tablero.respuestas.libro_de_la_sesion.parejas import en_orden

HOY, DIA = date(2026, 11, 30), date(2026, 12, 15)
SALUD = "Secretaría Distrital de Salud"


@pytest.fixture
def escritor(tmp_path: Path) -> Escritor:
    escritor = Escritor(tmp_path, "prueba")
    codigo = escritor.crear(DIA, "Sala", hoy=HOY, edicion=1)
    for orden, titulo in enumerate(("Apertura", "Salud", "Cierre"), start=1):
        escritor.punto(codigo, titulo, minutos=5 * orden, orden=orden)
    puntos = una(escritor).puntos
    escritor.pantalla(codigo, "Cómo va", "semaforo", punto=puntos[1].codigo, orden=1)
    escritor.pantalla(codigo, "Fuentes", "descargas?ver=fuentes", orden=2)
    escritor.compromiso(una(escritor), "Entregar el corte", SALUD, date(2027, 1, 20))
    escritor.asistencia(codigo, SALUD, asiste=True)
    return escritor


def una(escritor: Escritor) -> Sesion:
    (sesion,) = actas(escritor.carpeta).sesiones
    return sesion


def dicho(escritor: Escritor) -> Contenido:
    return de_la_sesion(una(escritor), actas(escritor.carpeta).compromisos)


def de(escritor: Escritor, contenido: Contenido, *, quitar: bool = False) -> Cambios:
    leidas = actas(escritor.carpeta)
    return cambios(contenido, Contra(leidas.sesiones[0], leidas.compromisos, HOY, 19, quitar))


def hacer(escritor: Escritor, contenido: Contenido, *, quitar: bool = False) -> list[str]:
    suyos = de(escritor, contenido, quitar=quitar)
    with escritor.juntos() as lote:
        suyos.hacer(lote)
    return [paso.dicho for paso in suyos.pasos]


def test_lo_mismo_no_escribe_nada(escritor: Escritor) -> None:
    antes = len(leer(escritor.carpeta))
    assert hacer(escritor, dicho(escritor)) == []
    assert len(leer(escritor.carpeta)) == antes


def test_cada_cosa_distinta_se_dice_y_queda(escritor: Escritor) -> None:
    como = dicho(escritor)
    apertura, salud, cierre = como.puntos
    va, fuentes = como.pantallas
    (corte,) = como.compromisos
    nuevo = replace(
        como,
        fecha=date(2026, 12, 16),
        minimo=10,
        puntos=(replace(apertura, minutos=None), replace(salud, titulo="La salud"), cierre),
        pantallas=(replace(va, punto=None), replace(fuentes, decision_pedida="¿Quién las pide?")),
        compromisos=(replace(corte, estado="cumplido", evidencia="Oficio 45"),),
        asistencia=((SALUD, False), ("Secretaría General", True)),
    )
    punto = una(escritor).puntos[1].codigo
    assert hacer(escritor, nuevo) == [
        "Cambia la sesión: fecha, de «15 de diciembre de 2026» a «16 de diciembre de 2026»",
        "Cambia la regla: entidades que hacen quórum, de «nada» a «10»",
        "Cambia el punto «Apertura»: minutos, de «5» a «nada»",
        "Cambia el punto «La salud»: título, de «Salud» a «La salud»",
        f"Cambia la pantalla «Cómo va»: punto, de «Salud ({punto})» a «nada»",
        "Cambia la pantalla «Fuentes»: decisión que se pide, de «nada» a «¿Quién las pide?»",
        f"Dice cómo va el compromiso «Entregar el corte», de {SALUD}: estado, de «abierto» a "
        "«cumplido»; evidencia, de «nada» a «Oficio 45»",
        f"Marca ausente a {SALUD}",
        "Marca presente a Secretaría General",
    ]
    assert dicho(escritor) == nuevo
    assert hacer(escritor, nuevo) == []


def test_lo_que_el_libro_no_trae_se_queda_y_se_dice(escritor: Escritor) -> None:
    como = dicho(escritor)
    menos = replace(como, puntos=como.puntos[:1], pantallas=como.pantallas[1:], compromisos=())
    suyos = de(escritor, menos)
    assert [paso.dicho for paso in suyos.pasos] == []
    assert suyos.se_quedan == (
        *("el punto «Salud»", "el punto «Cierre»", "la pantalla «Cómo va»"),
        "el compromiso «Entregar el corte»",
    )
    assert hacer(escritor, menos, quitar=True) == [
        *("Quita el punto «Salud»", "Quita el punto «Cierre»", "Quita la pantalla «Cómo va»"),
    ]
    sesion = una(escritor)
    assert [p.titulo for p in sesion.puntos] == ["Apertura"]
    assert [p.titulo for p in sesion.pantallas] == ["Fuentes"]
    assert de(escritor, menos, quitar=True).se_quedan == ("el compromiso «Entregar el corte»",)


def test_el_orden_del_libro_es_el_de_la_sesion(escritor: Escritor) -> None:
    como = dicho(escritor)
    apertura, salud, cierre = como.puntos
    otro = replace(
        como,
        puntos=(cierre, PuntoEscrito("Varios", 3), apertura, salud),
        pantallas=(replace(como.pantallas[0], punto=4), como.pantallas[1]),
    )
    assert hacer(escritor, otro) == [
        "Agrega el punto «Varios»",
        "Cambia el orden de los puntos de la agenda",
    ]
    sesion = una(escritor)
    assert [p.titulo for p in sesion.puntos] == ["Cierre", "Varios", "Apertura", "Salud"]
    assert sesion.pantallas[0].punto == sesion.puntos[3].codigo


def test_dice_que_el_punto_de_una_pantalla_es_nuevo(escritor: Escritor) -> None:
    como = dicho(escritor)
    nuevo = replace(
        como,
        puntos=(*como.puntos, PuntoEscrito("Salud")),
        pantallas=(replace(como.pantallas[0], punto=4), como.pantallas[1]),
    )
    salud = una(escritor).puntos[1]
    assert hacer(escritor, nuevo) == [
        "Agrega el punto «Salud»",
        f"Cambia la pantalla «Cómo va»: punto, de «Salud ({salud.codigo})» a «Salud (nuevo)»",
    ]
    sesion = una(escritor)
    assert sesion.pantallas[0].punto == sesion.puntos[3].codigo != salud.codigo


def test_agregar_al_final_no_mueve_a_nadie(escritor: Escritor) -> None:
    como = dicho(escritor)
    antes = len(leer(escritor.carpeta))
    nuevo = replace(como, puntos=(*como.puntos, PuntoEscrito("Varios")))
    assert hacer(escritor, nuevo) == ["Agrega el punto «Varios»"]
    assert len(leer(escritor.carpeta)) == antes + 1
    assert [p.orden for p in una(escritor).puntos] == [1, 2, 3, 4]


def test_sin_codigo_es_el_que_dice_lo_mismo(escritor: Escritor) -> None:
    sin_codigos = Contenido(
        fecha=DIA,
        lugar="Sala",
        puntos=(PuntoEscrito("Apertura", 7), PuntoEscrito("Salud", 10), PuntoEscrito("Cierre", 15)),
        pantallas=(
            PantallaEscrita("Cómo va", "semaforo", punto=2),
            PantallaEscrita("Fuentes", "descargas?ver=fuentes"),
        ),
        compromisos=(CompromisoEscrito("Entregar el corte", SALUD, date(2027, 2, 1)),),
    )
    antes = {p.codigo for p in una(escritor).puntos}
    assert hacer(escritor, sin_codigos) == [
        "Cambia el punto «Apertura»: minutos, de «5» a «7»",
        f"Cambia el compromiso «Entregar el corte», de {SALUD}: vence, de «20 de enero de 2027» "
        "a «1 de febrero de 2027»",
    ]
    assert {p.codigo for p in una(escritor).puntos} == antes
    assert len(actas(escritor.carpeta).compromisos) == 1


def test_dos_que_se_llaman_igual_son_dos(escritor: Escritor) -> None:
    como = dicho(escritor)
    doble = replace(como, puntos=(*como.puntos, PuntoEscrito("Cierre"), PuntoEscrito("Cierre")))
    assert hacer(escritor, doble) == ["Agrega el punto «Cierre»"] * 2
    assert [p.titulo for p in una(escritor).puntos][2:] == ["Cierre"] * 3
    assert hacer(escritor, dicho(escritor)) == []


@pytest.mark.parametrize(
    ("hay", "trae", "queda"),
    [
        ("abc", "abc", "abc"),
        ("abc", "cab", "cab"),
        ("abc", "c", "abc"),
        ("abc", "ca", "cab"),
        ("abc", "xa", "xabc"),
        ("", "yx", "yx"),
        ("abc", "", "abc"),
    ],
)
def test_el_que_no_esta_en_el_libro_sigue_detras_del_de_antes(
    hay: str, trae: str, queda: str
) -> None:
    assert "".join(en_orden(hay, trae)) == queda


def test_la_sesion_que_se_adelanta_no_rechaza_sus_compromisos(escritor: Escritor) -> None:
    antes = replace(dicho(escritor), fecha=date(2026, 12, 1))
    (corte,) = antes.compromisos
    hacer(escritor, replace(antes, compromisos=(replace(corte, vence=date(2026, 12, 5)),)))
    assert una(escritor).fecha == date(2026, 12, 1)
    assert actas(escritor.carpeta).compromisos[0].vence == date(2026, 12, 5)
