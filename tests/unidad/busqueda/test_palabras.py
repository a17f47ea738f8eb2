"""Las palabras de un texto, como se buscan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.busqueda.palabras import de_pregunta, partir, planas, raiz


@pytest.mark.parametrize(
    ("escrito", "esperado"),
    [
        ("3.1.7", "3.1.7"),
        ("P3.1.7", "3.1.7"),
        ("producto 3,1,07", "producto 3.1.7"),
        ("113.142 personas", "113142 personas"),
        ("52,05 %", "52.05"),
        ("$1.588.422.540", "1588422540"),
        ("Cúcuta", "cucuta"),
        ("Cu\u0301cuta", "cucuta"),
        ("San José de Cúcuta", "san jose de cucuta"),
        ("", ""),
        ("«…»", ""),
    ],
)
def test_un_texto_en_plano(escrito: str, esperado: str) -> None:
    assert planas(escrito) == esperado


def test_se_sabe_como_estaba_escrita_cada_una() -> None:
    assert [p.escrita for p in partir("Niñez y Migración")] == ["niñez", "y", "migración"]


@pytest.mark.parametrize(
    ("pregunta", "dicen"),
    [
        ("¿Y Usme?", ["usme"]),
        ("¿cómo va 3.1.7?", ["3.1.7"]),
        ("¿Cuántas personas atendió Cúcuta?", ["personas", "atendio", "cucuta"]),
        ("¿Y si…?", ["y", "si"]),
        ("salud salud mental", ["salud", "mental"]),
    ],
)
def test_las_palabras_con_que_se_pregunta_no_cuentan(pregunta: str, dicen: list[str]) -> None:
    assert [p.plana for p in de_pregunta(pregunta, 24)] == dicen


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        ("entidad", "entidades"),
        ("producto", "productos"),
        ("migrante", "migrantes"),
        ("educacion", "educaciones"),
        ("transferencia", "transferencias"),
    ],
)
def test_el_plural_tiene_la_misma_raiz(una: str, otra: str) -> None:
    assert raiz(una) == raiz(otra)


def test_un_codigo_es_su_raiz() -> None:
    assert raiz("3.1.7") == "3.1.7"


@given(st.text(max_size=80))
def test_da_igual_como_se_escriba(texto: str) -> None:
    for palabra in partir(texto):
        assert palabra.plana
        assert set(palabra.plana) <= set("abcdefghijklmnopqrstuvwxyz0123456789.")
        assert [p.plana for p in partir(palabra.plana)] == [palabra.plana]
