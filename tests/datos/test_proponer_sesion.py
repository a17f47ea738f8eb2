"""La sesión que proponen los datos: lo atrasado, lo vencido y lo que se debe."""

from datetime import date
from pathlib import Path

import pytest

from tablero import formato
from tablero.consultas import listas, politica
from tablero.consultas.base import Base, Preguntas
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Compromiso, actas
from tablero.respuestas.proponer import ATRASADOS, proponer

HOY = date(2026, 11, 30)
DIA = date(2026, 12, 15)
TODOS = {"objetivo": None, "estado": None, "tipo": None, "sector": None, "entidad": None}


def atrasados(base: Base) -> list[str]:
    """Los códigos, por lo que le restan a la política."""
    (fila,) = politica.politicas(base).filas
    productos = politica.productos(
        base, politica=fila["politica_codigo"], corte=fila["corte_fecha"], **TODOS
    ).datos
    suyos = productos[productos["situacion"] == "atrasado"]
    return list(suyos.sort_values("brecha_aporte_pp")["producto_codigo"])


@pytest.mark.parametrize("cual", ["base_construida", "base_con_libros"])
def test_propone_los_atrasados_que_mas_restan(cual: str, request: pytest.FixtureRequest) -> None:
    base = Base(request.getfixturevalue(cual))
    propuesta = proponer(Preguntas(base), (), dia=DIA, hoy=HOY)
    hay = atrasados(base)
    assert hay
    propuestos = [p for p in propuesta.pantallas if p.direccion.startswith("producto?")]
    assert [p.titulo.split(",")[0] for p in propuestos] == [
        f"Producto {codigo}" for codigo in hay[:ATRASADOS]
    ]
    assert all(p.decision_pedida.endswith("para ponerse al día?") for p in propuestos)


def test_dice_el_avance_de_la_politica_y_la_agenda_publicada(base: Base) -> None:
    propuesta = proponer(Preguntas(base), (), dia=DIA, hoy=HOY)
    (fila,) = politica.politicas(base).filas
    corte = politica.corte(base, politica=fila["politica_codigo"], corte=fila["corte_fecha"]).fila
    avance = formato.porcentaje(corte["avance_mostrado_pct"])
    assert propuesta.pantallas[0].para_quien_habla == (
        f"Al {formato.fecha(fila['corte_fecha'])} lleva {avance}."
    )
    publicados = listas.enunciados(base, listas=("comite_agenda",)).filas
    assert [p.titulo for p in propuesta.puntos] == [f["titulo"] for f in publicados]
    assert {p.nota for p in propuesta.puntos} == {
        "",
        "Nivel de madurez: sin dato: ninguna fuente lo publica",
        "Metas PDD: sin dato: ninguna fuente lo publica",
    }


def test_el_dia_en_que_nada_ha_vencido_no_se_piden_cortes(base: Base) -> None:
    en_el_corte = proponer(Preguntas(base), (), dia=date(2025, 1, 15), hoy=date(2024, 12, 31))
    assert not [p for p in en_el_corte.pantallas if "vencida" in p.titulo]
    hoy = proponer(Preguntas(base), (), dia=DIA, hoy=HOY)
    assert hoy.pantallas[-1].titulo == "3 fuentes vencidas: SDP, EAT y CNIM"


def test_solo_se_traen_los_compromisos_que_ya_se_deben(base_construida: Path) -> None:
    def compromiso(vence: date) -> Compromiso:
        return Compromiso(vence.isoformat(), "a", "Algo", "Salud", vence)

    preguntar = Preguntas(Base(base_construida))
    abiertos = [compromiso(date(2026, 11, 1)), compromiso(DIA), compromiso(date(2027, 3, 1))]
    propuesta = proponer(preguntar, abiertos, dia=DIA, hoy=HOY)
    assert propuesta.pantallas[0].para_quien_habla == ("2 compromisos abiertos; 1 ya está vencido.")
    despues = proponer(preguntar, abiertos[2:], dia=DIA, hoy=HOY)
    assert "sesion?ver=compromisos" not in [p.direccion for p in despues.pantallas]


def test_cada_pantalla_va_en_el_punto_de_la_agenda_que_le_toca(base: Base, tmp_path: Path) -> None:
    debe = Compromiso("a", "b", "Algo", "Salud", date(2026, 11, 1))
    propuesta = proponer(Preguntas(base), [debe], dia=DIA, hoy=HOY)
    del_tablero = next(p.titulo for p in propuesta.puntos if "Tablero de Control" in p.titulo)
    assert propuesta.pantallas[0].punto == "Compromisos de sesiones anteriores"
    assert {p.punto for p in propuesta.pantallas[1:]} == {del_tablero}
    escritor = Escritor(tmp_path / "registro", "prueba")
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=None)
    propuesta.escribir(escritor, codigo)
    (sesion,) = actas(escritor.carpeta).sesiones
    titulos = {p.codigo: p.titulo for p in sesion.puntos}
    assert [titulos[p.punto] for p in sesion.pantallas] == [p.punto for p in propuesta.pantallas]
