"""El orden de las pruebas de navegador: las que más tardan, primero."""

from pathlib import Path

from pesadas import PESADAS, lugar

NAVEGADOR = Path(__file__).parents[2] / "navegador"


def test_cada_pesada_existe_y_va_antes_que_las_demas() -> None:
    hay = {archivo.name for archivo in NAVEGADOR.glob("test_*.py")}
    assert set(PESADAS) <= hay
    en_orden = sorted(sorted(hay), key=lugar)
    assert tuple(en_orden[: len(PESADAS)]) == PESADAS
    assert en_orden[len(PESADAS) :] == sorted(hay - set(PESADAS))
