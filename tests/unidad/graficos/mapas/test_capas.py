"""Las expresiones que evalúa el navegador: un nombre no se sale de sus comillas."""

import json

from tablero.graficos.mapas import capas


def test_un_nombre_con_comillas_sigue_siendo_un_nombre() -> None:
    nombre = """Nar'iño" ? [0,0,0] : \\ D'"""
    capa = json.loads(capas.contornos("app/static/x.json", nombre).to_json())
    relleno = capa["getFillColor"].removeprefix("@@=properties.d == ")
    leido, fin = json.JSONDecoder().raw_decode(relleno)
    assert leido == nombre
    assert relleno[fin:].startswith(" ? [")
    assert relleno[fin:].count(" : ") == 1
