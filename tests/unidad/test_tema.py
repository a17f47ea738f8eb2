"""Los colores de los gráficos: se ven en los dos temas, y ninguno dice dos cosas."""

import colorsys

import pytest

from tablero import tema

FONDOS = (tema.CLARO["backgroundColor"], tema.OSCURO["backgroundColor"])
DE_LOS_DOS_TEMAS = {
    "acento": tema.ACENTO_VIVO,
    "resto": tema.RESTO_VIVO,
    "junto": tema.JUNTO_VIVO,
    "letra": tema.LETRA_VIVA,
}
CLAVES = {
    "semáforo": tema.SEMAFORO,
    "conciliación": tema.CONCILIACION,
    "brechas": tema.BRECHAS,
    "severidades": tema.SEVERIDADES,
    "situaciones": tema.SITUACIONES,
}
ESTADOS = [(clave, estado) for clave, estados in CLAVES.items() for estado in estados]
GRISES = 0.25


def por_tema(color: str) -> tuple[str, str]:
    """`light-dark(#1F5A96, #7FB2E5)` → los dos."""
    claro, oscuro = color.removeprefix("light-dark(").removesuffix(")").split(", ")
    return claro, oscuro


def es_del_semaforo(color: str) -> bool:
    rojo, verde, azul = (valor / 255 for valor in tema.rgb(color)[:3])
    tono, _, saturacion = colorsys.rgb_to_hls(rojo, verde, azul)
    return saturacion > GRISES and (tono * 360 < 182 or tono * 360 > 345)


@pytest.mark.parametrize("color", DE_LOS_DOS_TEMAS.values(), ids=DE_LOS_DOS_TEMAS)
def test_una_marca_se_distingue_del_fondo_en_los_dos_temas(color: str) -> None:
    for tono, fondo in zip(por_tema(color), FONDOS, strict=True):
        assert tema.contraste(tono, fondo) >= 3


@pytest.mark.parametrize("fondo", FONDOS)
def test_lo_que_se_senala_se_ve_en_los_dos_temas(fondo: str) -> None:
    assert tema.contraste(tema.CONTRASTE, fondo) >= 3


@pytest.mark.parametrize(("clave", "estado"), ESTADOS)
def test_un_estado_se_distingue_por_su_borde_y_su_cifra_se_lee(clave: str, estado: str) -> None:
    como = CLAVES[clave][estado]
    for tono, fondo in zip(por_tema(tema.borde(como.color)), FONDOS, strict=True):
        assert tema.contraste(tono, fondo) >= 3
    assert tema.contraste(como.color, como.texto) >= 4.5


def test_el_borde_es_el_mismo_color_donde_ya_se_ve() -> None:
    assert tema.borde("#17766B") == "light-dark(#17766B, #17766B)"
    # El amarillo se pierde en el blanco; el rojo, en el fondo oscuro.
    assert tema.borde("#F0C419") == "light-dark(#A58C21, #F0C419)"
    assert tema.borde("#B02418") == "light-dark(#B02418, #B6392E)"
    assert tema.borde(tema.RESTO_VIVO) == tema.RESTO_VIVO


@pytest.mark.parametrize("clave", [c for c in CLAVES if c != "semáforo"])
def test_el_rojo_el_naranja_el_amarillo_y_el_verde_son_del_semaforo(clave: str) -> None:
    assert [e for e, c in CLAVES[clave].items() if es_del_semaforo(c.color)] == []
    assert {e for e, c in tema.SEMAFORO.items() if es_del_semaforo(c.color)} == {
        "bajo",
        "medio",
        "alto",
        "sobre-ejecución",
    }


@pytest.mark.parametrize(
    "color",
    [tema.ACENTO, tema.CONTRASTE, tema.RESTO_CLARO, tema.RESTO_OSCURO, *tema.ESCALA, *tema.GRUPOS],
)
def test_ningun_otro_color_es_del_semaforo(color: str) -> None:
    assert not es_del_semaforo(color)


@pytest.mark.parametrize("fondo", [*tema.GRUPOS, *tema.ESCALA])
def test_el_numero_de_un_area_se_lee(fondo: str) -> None:
    assert tema.contraste(fondo, tema.letra_sobre(fondo)) >= 4.5


def test_mas_es_mas_lejos_del_fondo_en_los_dos_temas() -> None:
    claros = [tema.contraste(c, FONDOS[0]) for c in tema.ESCALA]
    oscuros = [tema.contraste(tema.volteado(c), FONDOS[1]) for c in tema.ESCALA]
    assert claros == sorted(claros)
    assert oscuros == sorted(oscuros)


def test_en_cada_tema_lo_que_resta_se_retira_y_lo_que_se_destaca_no() -> None:
    for acento, resto, fondo in zip(
        por_tema(tema.ACENTO_VIVO), por_tema(tema.RESTO_VIVO), FONDOS, strict=True
    ):
        assert tema.contraste(acento, fondo) > tema.contraste(resto, fondo) * 1.5
