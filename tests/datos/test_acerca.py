"""«Acerca de este tablero» y la huella del programa: lo que oye quien pregunta qué está viendo."""

import json

import pytest
from fabrica_asgi import Falsa, pedir

from tablero import rutas
from tablero.errores import AjusteInvalido
from tablero.interfaz.servidor import acerca
from tablero.interfaz.servidor.programa import programa
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta


def preguntar(ruta: str) -> object:
    mensajes, cabeceras, cuerpo = pedir(Puerta(Falsa({}), {}, propias()), ruta)
    assert (mensajes[0]["status"], cabeceras["cache-control"]) == (200, "no-store")
    return json.loads(cuerpo)


def dicho() -> dict[str, str]:
    respuesta = preguntar("/propio/acerca.json")
    assert isinstance(respuesta, dict)
    return dict(respuesta["dice"])


@pytest.mark.usefixtures("base_construida")
def test_acerca_dice_el_programa_y_el_corte_de_cada_fuente() -> None:
    pares = dicho()
    assert pares["Programa"].endswith(f"huella {programa()}")
    assert pares["Corte de SDP"] == "31 de diciembre de 2024"
    assert pares["Corte de CNIM"] == "noviembre de 2025"
    assert "Tablero construido" in pares
    assert pares["Licencia de los datos del tablero"] == "por definir (propuesta: CC BY 4.0)"


def test_una_licencia_mal_escrita_se_dice_y_lo_demas_sigue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fallar() -> None:
        raise AjusteInvalido("publicacion.yml: línea 6, campo «licencia»: debe ser un texto.")

    monkeypatch.setattr(acerca, "publicacion", fallar)
    pares = dicho()
    assert pares["Licencia de los datos del tablero"].startswith("publicacion.yml: línea 6")
    assert "Programa" in pares


def test_sin_tablero_lo_dice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", rutas.BASE.with_name("ninguno.duckdb"))
    pares = dicho()
    assert pares["Datos"] == acerca.SIN_TABLERO


def test_la_huella_es_la_del_programa_que_responde() -> None:
    assert preguntar("/propio/programa.json") == {"programa": programa()}
