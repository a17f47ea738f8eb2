"""Los signos que la letra del papel no tiene: con qué se cambian y cómo se cuentan."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero import letra
from tablero.exportar import imagen
from tablero.letra import SE_DEJAN, Cambio, frase, signos_de

LETRA = letra.del_papel()


def cambiar(texto: str) -> tuple[str, dict[Cambio, int]]:
    cambios: Counter[Cambio] = Counter()
    return LETRA.escribible(texto, cambios), dict(cambios)


def test_los_signos_se_leen_de_los_archivos() -> None:
    regular = signos_de((imagen.carpeta_de_letra() / "SourceSansPro-Regular.otf").read_bytes())
    assert len(regular) == 1298
    assert {ord(c) for c in "aÑ€«»–—•→✓☐Σ"} <= regular
    assert not {ord(c) for c in "●▪➢✅□\uf0b7\u2011安م"} & regular
    with pytest.raises(ValueError, match="no tiene tabla cmap"):
        signos_de(b"OTTO\x00\x00" + b"\x00" * 20)


@pytest.mark.parametrize(
    ("texto", "escrito", "cambios"),
    [
        ("Niñez «migrante» – 52,05\u00a0%", "Niñez «migrante» – 52,05\u00a0%", {}),
        ("\uf0b7 uno \uf0b7 dos", "• uno • dos", {("\uf0b7", "•"): 2}),
        ("\uf0fc hecho \uf0e0 \uf0b1", "✓ hecho → ±", None),
        ("● ○ ▪ □ ➢", "• • ■ ☐ ▶", None),
        ("✅ ✔️ ❌", "✓ ✓ ×", None),
        ("no\u2011regular", "no-regular", {("\u2011", "-"): 1}),
        ("① ẇ Ａ", "1 w A", {("①", "1"): 1, ("ẇ", "w"): 1, ("Ａ", "A"): 1}),
        ("安م", "☐☐", {("安", "☐"): 1, ("م", "☐"): 1}),
        ("Jose\u0301", "José", {}),
        ("Bogo\u00adtá\u200b,\ufeff D.\u2028C.", "Bogo\u00adtá\u200b, D. C.", None),
        ("a\x01b\tc\nd", "ab c\nd", {}),
    ],
)
def test_cada_signo(texto: str, escrito: str, cambios: dict[Cambio, int] | None) -> None:
    hecho, contados = cambiar(texto)
    assert hecho == escrito
    if cambios is not None:
        assert contados == cambios


@given(st.text())
def test_lo_escrito_siempre_se_puede_dibujar(texto: str) -> None:
    escrito, _ = cambiar(texto)
    assert all(c in SE_DEJAN or ord(c) in LETRA.signos for c in escrito)
    assert cambiar(escrito) == (escrito, {})


def test_en_todo_respeta_lo_que_no_es_texto() -> None:
    cambios: Counter[Cambio] = Counter()
    contenido = {"a": ["●", {"simbolo": "●", "svg": "<svg>●</svg>", "n": 3}], "b": ("▪", None)}
    assert LETRA.en_todo(contenido, cambios) == {
        "a": ["•", {"simbolo": "●", "svg": "<svg>●</svg>", "n": 3}],
        "b": ["■", None],
    }
    assert cambios == {("●", "•"): 1, ("▪", "■"): 1}


def test_la_frase() -> None:
    assert frase({}) == ""
    assert frase({("●", "•"): 3}) == (
        "3 signos que la letra del PDF no tiene se cambiaron: ● por •."
    )
    assert frase({("\uf0b7", "•"): 1}) == (
        "1 signo que la letra del PDF no tiene se cambió: U+F0B7 por •."
    )
    assert frase({("▪", "■"): 1, ("●", "•"): 2}, "mapa").endswith(
        "la letra del mapa no tiene se cambiaron: ● por • y ▪ por ■."
    )
    muchos = {(chr(0x4E00 + i), "☐"): 1 for i in range(20)}
    assert frase(muchos).endswith(" y 12 más.")
