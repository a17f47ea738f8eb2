"""Lo que una página dice en sus avisos: los fijos, de Streamlit, y los que llevan texto ajeno."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

AVISO = re.compile(r'<div class="tb-alerta tb-(\w+)" role="\w+">(.*?)</div>', re.DOTALL)


def informados(prueba: AppTest) -> list[str]:
    """Los avisos de lo que conviene saber."""
    return [str(a.value) for a in prueba.info] + _de_clase(prueba, "informa")


def advertidos(prueba: AppTest) -> list[str]:
    """Los avisos de lo que no es como se pidió."""
    return [str(a.value) for a in prueba.warning] + _de_clase(prueba, "advierte")


def fallados(prueba: AppTest) -> list[str]:
    """Los avisos de lo que no se pudo hacer."""
    return [str(a.value) for a in prueba.error] + _de_clase(prueba, "falla")


def _de_clase(prueba: AppTest, clase: str) -> list[str]:
    hallados = (AVISO.search(str(e.proto.body)) for e in prueba.get("html"))
    textos = [h[2] for h in hallados if h and h[1] == clase]
    return [unescape(re.sub("</?strong>", "", texto)) for texto in textos]
