"""`GET /propio/buscar`: lo que se contesta a quien escribe, y a quien pide cualquier cosa."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from fabrica_asgi import Falsa
from starlette.types import Message

from tablero import rutas
from tablero.busqueda import buscar as pieza
from tablero.interfaz.marco import buscador
from tablero.interfaz.marco.conexion import un_solo_tablero
from tablero.interfaz.marco.fallas import QUE_HACER
from tablero.interfaz.servidor import busqueda
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta

PUERTA = Puerta(Falsa({}), {}, propias())


def pedir(consulta: str) -> tuple[int, dict[str, str], dict[str, Any]]:
    """El código, las cabeceras y lo contestado."""
    enviados: list[Message] = []

    async def recibir() -> Message:
        return {"type": "http.disconnect"}

    async def enviar(mensaje: Message) -> None:
        enviados.append(mensaje)

    scope = {"type": "http", "method": "GET", "path": busqueda.DIRECCION, "headers": []}
    asyncio.run(PUERTA({**scope, "query_string": consulta.encode()}, recibir, enviar))
    cabeceras = {n.decode(): v.decode() for n, v in enviados[0]["headers"]}
    cuerpo = b"".join(m.get("body", b"") for m in enviados)
    return enviados[0]["status"], cabeceras, json.loads(cuerpo)


def test_contesta_con_la_cifra_y_la_direccion(base_construida: Path) -> None:
    estado, cabeceras, dicho = pedir("q=3.1.7&departamento=Cauca")
    assert (estado, cabeceras["cache-control"]) == (200, "no-cache")
    hallado = dicho["grupos"][0]["hallados"][0]
    assert hallado["titulo"].startswith("3.1.7 · ")
    assert hallado["cifra"] == "▼ Bajo · PAHV 0\u00a0%"
    assert hallado["corte"] == "SDP: 31 de diciembre de 2024"
    assert hallado["direccion"] == (
        "producto?codigo=3.1.7&politica=poblacion_migrante_internacional&corte=2024-12-31"
        "&departamento=Cauca"
    )
    assert dicho["simulado"] == ""


def test_halla_las_paginas_por_su_pregunta_y_los_terminos(base_construida: Path) -> None:
    with un_solo_tablero():
        brechas = buscador.responder("ni en la de talleres", 5)
        trayectoria = buscador.responder("¿qué es trayectoria?", 5)
    assert "Brechas territoriales" in {h.titulo for g in brechas.grupos for h in g.hallados}
    termino = trayectoria.grupos[0].hallados[0]
    assert (termino.clase, termino.pagina) == ("termino", "glosario")
    assert termino.parametros == (("termino", "trayectoria"),)


def test_toda_pagina_del_menu_dice_su_pregunta(base_construida: Path) -> None:
    paginas = list(buscador._paginas())
    assert [p.titulo for p in paginas if not p.contexto.endswith(("?", "."))] == []
    assert "Semáforo" in {p.titulo for p in paginas}


@pytest.mark.parametrize(
    "consulta", ["", "q=", "q=%22%2A%20AND%20(", "q=%00", "q=" + "a" * 5000, "q=%FF%FE", "otra=1"]
)
def test_cualquier_pedido_se_contesta(base_construida: Path, consulta: str) -> None:
    estado, _, dicho = pedir(consulta)
    assert estado == 200
    assert set(dicho) == {"dicho", "avisos", "simulado", "grupos"}


def test_lo_que_se_da_tiene_tope(base_construida: Path) -> None:
    _, _, dicho = pedir("q=migrantes")
    assert len(dicho["grupos"]) <= busqueda.GRUPOS
    primero, *demas = dicho["grupos"]
    assert len(primero["hallados"]) == busqueda.DEL_PRIMERO < primero["cuantos"]
    assert all(len(g["hallados"]) <= busqueda.DE_LOS_DEMAS for g in demas)


def test_sin_tablero_lo_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", tmp_path / "nada.duckdb")
    estado, _, dicho = pedir("q=salud")
    assert estado == 503
    assert "Todavía no se ha construido el tablero" in dicho["error"]


def test_una_falla_del_programa_se_dice_en_espanol(
    base_construida: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fallar(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(pieza, "ordenar", fallar)
    estado, _, dicho = pedir("q=salud")
    assert (estado, dicho) == (500, {"error": QUE_HACER})
