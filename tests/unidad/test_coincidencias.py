"""Un buscador: lo que responde mejor va primero, y lo que responde a medias se dice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.coincidencias import Halladas, hallar, palabras_de
from tablero.texto import plano

COSAS = {
    "a": ("salud", "sexual", "y", "reproductiva"),
    "b": ("orientacion", "en", "salud", "publica"),
    "c": ("saludables", "habitos"),
    "d": ("educacion", "inicial"),
}


@pytest.mark.parametrize(
    ("texto", "claves", "aviso"),
    [
        ("salud", "abc", ""),
        ("saludable", "c", ""),
        ("pública SALUD", "b", ""),
        ("salud publ", "b", ""),
        ("salud mental", "abc", "Ningún producto tiene las dos palabras; estos tienen una."),
        (
            "salud pública mental",
            "bac",
            "Ningún producto tiene las tres palabras; los primeros tienen dos.",
        ),
        ("educaciones iniciales", "d", ""),
        ("de la", "", ""),
        ("", "", ""),
        ("¿?", "", ""),
        ("xyz", "", ""),
    ],
)
def test_primero_lo_que_responde_mejor(texto: str, claves: str, aviso: str) -> None:
    halladas = hallar(COSAS, texto)
    assert "".join(halladas.claves) == claves
    assert halladas.aviso("producto") == aviso


def test_las_palabras_vacias_y_las_cortas_no_cuentan() -> None:
    assert palabras_de("La salud de la ni\u200bñez y el ag", 3) == ("salud", "ninez")


@given(
    st.permutations(["salud", "publica", "mental", "de"]), st.sampled_from([" ", "\u00a0", ", "])
)
def test_el_orden_y_los_espacios_no_cambian_nada(palabras: list[str], union: str) -> None:
    assert hallar(COSAS, union.join(palabras)) == hallar(COSAS, "salud publica mental")


@given(st.text(max_size=20))
def test_lo_hallado_responde_a_alguna_palabra(texto: str) -> None:
    halladas: Halladas[str] = hallar(COSAS, texto)
    pedidas = palabras_de(texto)
    assert halladas.tienen <= halladas.pedidas <= len(plano(texto).split())
    for clave in halladas.claves:
        assert any(
            suya.startswith(p) or p in (f"{suya}s", f"{suya}es")
            for suya in COSAS[clave]
            for p in pedidas
        )
