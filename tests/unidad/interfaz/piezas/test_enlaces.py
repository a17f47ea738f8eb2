"""Los enlaces que van dentro de una frase."""

import pytest

from tablero.interfaz.piezas import enlaces

URL = (("corte", "2024-12-31"),)
DE_226 = '<a href="producto?codigo=2.2.6&amp;corte=2024-12-31" target="_self">2.2.6</a>'


@pytest.mark.parametrize(
    ("frase", "escrita"),
    [
        ("del producto 2.2.6 (ponderación 4 %).", f"del producto {DE_226} (ponderación 4 %)."),
        ("baja ejecución del 2.2.6.", f"baja ejecución del {DE_226}."),
        ("2.2.6", DE_226),
        ("$1.234.567.890 girados", "$1.234.567.890 girados"),
        ("el resultado 2.2 y la versión 2.2.6.1", "el resultado 2.2 y la versión 2.2.6.1"),
        ("<b>2.2.6</b>", f"&lt;b&gt;{DE_226}&lt;/b&gt;"),
        ("52.05 % y 1.88 %", "52.05 % y 1.88 %"),
    ],
)
def test_un_codigo_dentro_de_una_frase_lleva_a_su_hoja(frase: str, escrita: str) -> None:
    assert enlaces.en_relato(frase, URL) == escrita
