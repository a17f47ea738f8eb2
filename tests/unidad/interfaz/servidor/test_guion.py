"""El guion propio: con su huella, uno solo, y escrito para que lo lea un navegador viejo."""

import re

import pytest
from fabrica_asgi import Falsa, pedir

from tablero.interfaz.servidor import guion
from tablero.interfaz.servidor.programa import programa
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta

MODERNO = re.compile(r"=>|\b(let|const|class|async|await)\b|`|\?\.|\?\?|\.\.\.")


def test_se_entrega_para_siempre_el_de_ahora() -> None:
    puerta = Puerta(Falsa({}), {}, propias())
    _, cabeceras, cuerpo = pedir(puerta, f"/propio/{guion.nombre()}")
    assert cuerpo == guion.guion()
    assert cabeceras["cache-control"] == "public, max-age=31536000, immutable"
    assert cabeceras["content-type"] == "text/javascript; charset=utf-8"


def test_quien_guardo_otro_recibe_el_de_ahora_y_no_lo_guarda() -> None:
    puerta = Puerta(Falsa({}), {}, propias())
    _, cabeceras, cuerpo = pedir(puerta, "/propio/guion.0123456789ab.js")
    assert cuerpo == guion.guion()
    assert cabeceras["cache-control"] == "no-cache"


def test_la_etiqueta_lleva_la_carpeta() -> None:
    etiquetas = guion.etiquetas("/tablero")
    assert (
        f'<script src="/tablero/propio/{guion.nombre()}" data-base="/tablero" '
        f'data-programa="{programa()}" defer>' in etiquetas
    )
    assert "/*" not in etiquetas


@pytest.mark.parametrize("parte", guion.PARTES)
def test_lo_lee_un_navegador_viejo(parte: str) -> None:
    """Una flecha o una plantilla serían, allí, un error que calla todo el aviso."""
    texto = re.sub(r"/\*.*?\*/", "", guion._leer(f"{parte}.js"), flags=re.DOTALL)
    sin_textos = re.sub(r"\"[^\"\n]*\"|'[^'\n]*'", "''", texto)
    assert MODERNO.findall(sin_textos) == []
