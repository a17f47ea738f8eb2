"""La sesión en la pared: su agenda y sus pantallas, en la edición que congeló."""

from datetime import date
from pathlib import Path

import pytest
from fabrica_asgi import Falsa, pedir
from fabrica_historia import copiar_con_su_historia

from tablero import formato, rutas
from tablero.consultas import politica
from tablero.consultas.base import Base, Preguntas
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion, actas
from tablero.respuestas.cosas.de_la_sesion import SIN_FORMA, de_la_sesion
from tablero.respuestas.cosas.producto import SIN_FILTROS, uno

HOY, DIA = date(2026, 11, 30), date(2026, 12, 15)
PANTALLAS = (
    ("Cómo va", "semaforo?politica=poblacion_migrante_internacional", ""),
    ("El que más resta", "producto?codigo=3.1.7", "¿Qué hará Educación?"),
    ("Fuentes", "descargas?ver=fuentes", ""),
    ("Un filtro", "transferencias?departamento=Antioquia", ""),
    ("Lo pendiente", "sesion?ver=compromisos", ""),
)


@pytest.fixture
def escritor(tmp_path: Path) -> Escritor:
    return Escritor(tmp_path / "registro", "prueba")


def preparar(escritor: Escritor, edicion: int | None) -> Sesion:
    codigo = escritor.crear(DIA, "Sala Barulé", hoy=HOY, edicion=edicion)
    escritor.punto(codigo, "Apertura", minutos=5, orden=1)
    escritor.punto(codigo, "Metas PDD", nota="sin dato: ninguna fuente lo publica", orden=2)
    for orden, (titulo, direccion, pide) in enumerate(PANTALLAS, start=1):
        escritor.pantalla(codigo, titulo, direccion, decision_pedida=pide, orden=orden)
    return next(s for s in actas(escritor.carpeta).sesiones if s.codigo == codigo)


def test_la_agenda_de_una_cancelada_dice_por_que_no_se_hace(base: Base, escritor: Escritor) -> None:
    sesion = preparar(escritor, None)
    escritor.cancelar(sesion.codigo, "Se cruza con el Concejo")
    leidas = actas(escritor.carpeta)
    agenda, *pantallas = de_la_sesion(Preguntas(base), leidas.sesiones[0], leidas.abiertos())
    assert agenda.titulo == "Cancelada: la sesión del 15 de diciembre de 2026 no se hace"
    assert agenda.notas == ("Por qué se canceló: Se cruza con el Concejo",)
    assert len(pantallas) == len(PANTALLAS)


def test_cada_direccion_tiene_su_forma_de_pared(base: Base, escritor: Escritor) -> None:
    sesion = preparar(escritor, None)
    agenda, avance, producto, fuentes, filtro, pendiente = de_la_sesion(
        Preguntas(base), sesion, actas(escritor.carpeta).abiertos()
    )
    assert agenda.titulo == "Sesión del 15 de diciembre de 2026: 2 puntos, 5 minutos"
    assert agenda.tabla is not None
    assert agenda.tabla.titulo == "Sala Barulé"
    assert agenda.tabla.filas == (
        ("1", "Apertura", "5"),
        ("2", "Metas PDD (sin dato: ninguna fuente lo publica)", "sin asignar"),
    )
    assert avance.codigo == "avance"
    assert producto.codigo == "producto_3.1.7"
    assert producto.notas[-1] == "Se pide decidir: ¿Qué hará Educación?"
    assert fuentes.codigo == "al_dia"
    # Un filtro que la pared no sabe dibujar se dice: no se muestra el país en su lugar.
    assert (filtro.titulo, filtro.notas) == ("Un filtro", (SIN_FORMA,))
    assert filtro.de == "transferencias?departamento=Antioquia"
    assert pendiente.titulo == "0 compromisos abiertos; 0 ya vencieron"


def test_los_compromisos_van_del_que_vencio_primero(base: Base, escritor: Escritor) -> None:
    anterior = escritor.crear(HOY, "", hoy=HOY, edicion=None)
    (de_antes,) = (s for s in actas(escritor.carpeta).sesiones if s.codigo == anterior)
    for que, vence in (("Después", date(2027, 2, 1)), ("Antes", date(2026, 12, 1))):
        escritor.compromiso(de_antes, que, "Secretaría de Salud", vence)
    sesion = preparar(escritor, None)
    *_, pendiente = de_la_sesion(Preguntas(base), sesion, actas(escritor.carpeta).abiertos())
    assert pendiente.titulo == "2 compromisos abiertos; 1 ya venció"
    assert pendiente.tabla is not None
    assert [fila[2] for fila in pendiente.tabla.filas] == ["Antes", "Después"]


def test_el_producto_dice_lo_de_su_consulta(base: Base) -> None:
    preguntar = Preguntas(base)
    (cual,) = preguntar(politica.politicas).filas
    corte = {"politica": cual["politica_codigo"], "corte": cual["corte_fecha"]}
    filas = preguntar(politica.productos, **corte, **SIN_FILTROS).filas
    fila = next(f for f in filas if f["producto_codigo"] == "3.1.7")
    cosa = uno(preguntar, "3.1.7")
    assert cosa is not None
    lleva, debia = (formato.porcentaje(fila[c]) for c in ("paa_pct", "trayectoria_pct"))
    assert cosa.titulo == f"El 3.1.7 lleva {lleva} y debía llevar {debia}"
    assert [cifra.texto for cifra in cosa.cifras[:2]] == [lleva, debia]
    assert cosa.notas[0] == fila["producto_nombre"]
    assert "Anexo 1" in cosa.fuente
    assert uno(preguntar, "9.9.9") is None
    assert uno(preguntar, "3.1.7", "otra") is None


def test_se_sirve_en_su_edicion_y_se_descarga_igual(
    base_construida: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # En un tablero propio: el de las demás pruebas sigue sin sesiones.
    monkeypatch.setattr(rutas, "BASE", copiar_con_su_historia(base_construida, tmp_path))
    registro = Lugares.de(rutas.BASE).registro
    (edicion,) = ediciones(registro)
    sesion = preparar(Escritor(registro, "prueba"), edicion.numero)
    puerta = Puerta(Falsa({}), {}, propias())
    html = pedir(puerta, f"/sala?sesion={sesion.codigo}")[2].decode()
    assert html.count("<section ") == 1 + len(PANTALLAS)
    assert "Edición 1 del tablero" in html
    assert 'data-de="producto?codigo=3.1.7&amp;edicion=1"' in html
    assert f'/sala/sesion.html?sesion={sesion.codigo}&amp;edicion=1"' in html
    _, cabeceras, cuerpo = pedir(puerta, f"/sala/sesion.html?sesion={sesion.codigo}")
    assert cabeceras["content-disposition"] == 'attachment; filename="sesion_2026-12-15.html"'
    assert cuerpo.decode().count("<section ") == 1 + len(PANTALLAS)


@pytest.mark.parametrize(
    ("consulta", "dice"),
    [("sesion=no", "Esa sesión no existe."), ("edicion=99", "No hay una edición 99.")],
)
def test_lo_que_no_existe_se_dice(base_construida: Path, consulta: str, dice: str) -> None:
    mensajes, _, cuerpo = pedir(Puerta(Falsa({}), {}, propias()), f"/sala?{consulta}")
    assert mensajes[0]["status"] == 404
    assert dice in cuerpo.decode()
