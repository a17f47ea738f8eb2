"""La página del proyecto Integra."""

import pytest
from dichos import informados
from tipos import Abrir, Texto

PAGINA = "pages/integra.py"


@pytest.mark.parametrize(
    "cifra", ["27", "11", "9", "20", "5", "más de 2.800.000", "alrededor de 500.000"]
)
def test_las_cifras_de_la_ficha(abrir: Abrir, texto: Texto, cifra: str) -> None:
    assert f'<p class="tb-cifra">{cifra}</p>' in texto(abrir(PAGINA))


def test_periodo_metas_y_ciudades(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "<strong>Inicio</strong> — Septiembre de 2021." in dicho
    assert "<strong>Fin</strong> — Septiembre de 2026." in dicho
    assert "REDUCIR LA XENOFOBIA CONTRA LA POBLACIÓN MIGRANTE" in dicho
    assert ">08001</td>" in dicho
    assert dicho.count(">05001</td>") == 1


def test_lo_aproximado_se_dice(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    assert "La fuente dice «más de»." in dicho
    assert "la fuente dice «alrededor de»." in dicho


def test_el_territorio_no_la_toca_y_lo_dice(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, municipio="54001")
    assert "no la cambia" in informados(prueba)[0]
