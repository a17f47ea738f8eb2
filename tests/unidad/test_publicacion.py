"""`publicacion.yml`: lo que dice, y cómo se dice lo que está mal."""

from pathlib import Path

import pytest

from tablero import rutas
from tablero.errores import AjusteInvalido
from tablero.publicacion import NOMBRE, Publicacion, leer


def de(carpeta: Path, texto: str) -> Publicacion:
    archivo = carpeta / NOMBRE
    archivo.write_text(texto, encoding="utf-8")
    return leer(archivo)


def test_el_del_programa_no_decide_nada() -> None:
    """Que la licencia la decida una persona: el programa solo la propone."""
    propia = leer(rutas.DEL_PROGRAMA / NOMBRE)
    assert propia == Publicacion()
    assert propia.licencia_dicha == "por definir (propuesta: CC BY 4.0)"


def test_sin_archivo_todo_esta_por_definir(tmp_path: Path) -> None:
    assert leer(tmp_path / NOMBRE) == Publicacion()


def test_lo_que_se_decidio(tmp_path: Path) -> None:
    dicha = de(
        tmp_path,
        "licencia: CC BY 4.0\nlicencia_direccion: https://creativecommons.org/licenses/by/4.0/\n"
        "direccion: https://tablero.ejemplo.gov.co/migrantes/\n"
        "incrustan: [https://portal.ejemplo.gov.co, 'http://intranet:8080']\n",
    )
    assert dicha.licencia_dicha == "CC BY 4.0"
    assert dicha.direccion == "https://tablero.ejemplo.gov.co/migrantes"
    assert dicha.incrustan == ("https://portal.ejemplo.gov.co", "http://intranet:8080")
    assert dicha.entidad == "por definir"


@pytest.mark.parametrize(
    ("texto", "dicho"),
    [
        ("lisensia: CC0\n", "línea 1, campo «lisensia»: no se conoce"),
        ("entidad: SDP\nlicencia: 4\n", "línea 2, campo «licencia»: debe ser un texto"),
        ("direccion: tablero.gov.co\n", "campo «direccion»: debe ser como https://"),
        ("direccion: 'https://t.co/a b'\n", "campo «direccion»: debe ser como https://"),
        ("incrustan: https://a.co\n", "campo «incrustan»: debe ser una lista"),
        ("incrustan: ['https://a.co; script-src *']\n", "no es un sitio"),
        ("incrustan: ['*']\n", "«*» no es un sitio"),
        ("a: b: c\n", "publicacion.yml: línea 1"),
    ],
)
def test_lo_mal_escrito_se_dice_con_su_lugar(tmp_path: Path, texto: str, dicho: str) -> None:
    with pytest.raises(AjusteInvalido) as error:
        de(tmp_path, texto)
    assert dicho in str(error.value)
    assert error.value.codigo_salida == 2
