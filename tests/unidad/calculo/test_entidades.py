"""Una entidad escrita de varias maneras es una: por la tabla, y nunca por parecido."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.entidades import NADIE, Directorio, Nombrada
from tablero.calculo.seguimiento.hallazgos.entidades import CELDAS, NOMBRES, desconocidas
from tablero.calculo.seguimiento.indicador import Indicador

SALUD = Nombrada("sds", "Secretaría Distrital de Salud")
SOCIAL = Nombrada("sdis", "Secretaría Distrital de Integración Social")
CULTURA = Nombrada("scrd", "Secretaría de Cultura, Recreación y Deporte")
ENTIDADES = [
    {"entidad_codigo": n.entidad_codigo, "entidad_nombre": n.entidad, "sigla": sigla}
    for n, sigla in ((SALUD, "SDS"), (SOCIAL, "SDIS"), (CULTURA, None))
]
GRAFIAS: list[dict[str, Any]] = [
    {"grafia": "Salud", "entidad_codigo": "sds"},
    {"grafia": "I. Social", "entidad_codigo": "sdis"},
    {"grafia": "Integración Social", "entidad_codigo": "sdis"},
    {"grafia": "Cultura", "entidad_codigo": "scrd"},
    {"grafia": "Gestión Pública", "entidad_codigo": None},
]
TABLA = Directorio(ENTIDADES, GRAFIAS)


@pytest.mark.parametrize(
    ("escrita", "hallada"),
    [
        ("Secretaría Distrital de Salud", SALUD),
        ("SALUD", SALUD),
        ("sds", SALUD),
        ("Secretaría Distrital de Salud – SDS", SALUD),
        ("SDS (Secretaría Distrital de Salud)", SALUD),
        ("Secretaria  distrital\u00a0de\nsalud.", SALUD),
        ("I Social", SOCIAL),
        ("Secretaría de Cultura Recreación y Deporte", CULTURA),
        # Lo que la tabla dice que no es de ninguna sola queda como está impreso en ella.
        ("GESTION PUBLICA", Nombrada(None, "Gestión Pública")),
        # Un sector, un nombre parecido o varias entidades no son ninguna de la tabla.
        ("Sector Salud", None),
        ("Secretaría de Salud", None),
        ("Salud e Integración Social", None),
        ("SDIS – SDS", None),
        ("Gestión Pública – SDS", None),
        ("", NADIE),
        (" \u00a0\u200b", NADIE),
        ("—", NADIE),
        ("N/A", NADIE),
        ("Sin dato", NADIE),
        ("salud " * 40, SALUD),
        ("salud y social " * 5_000, None),
    ],
)
def test_se_halla_por_la_tabla(escrita: str, hallada: Nombrada | None) -> None:
    assert TABLA.hallar(escrita) == hallada


@pytest.mark.parametrize(
    ("escrita", "varias"),
    [
        ("SDIS – SDS", (SOCIAL.entidad, SALUD.entidad)),
        ("Salud e Integración Social", (SALUD.entidad, SOCIAL.entidad)),
        ("Salud, Cultura y SDIS", (SALUD.entidad, CULTURA.entidad, SOCIAL.entidad)),
        ("Secretaría Distrital de Salud – SDS", ()),
        ("Salud y otras", ()),
        ("Y Salud", ()),
    ],
)
def test_una_celda_de_varias_dice_cuales(escrita: str, varias: tuple[str, ...]) -> None:
    assert TABLA.varias(escrita) == varias


@pytest.mark.parametrize(
    ("escrita", "parecidas"),
    [
        ("Secretaría de Salud", (SALUD.entidad,)),
        ("Sallud", (SALUD.entidad,)),
        ("secretaría distrital de cultura", (CULTURA.entidad,)),
        # «Secretaría», «de» y «Distrital» están en casi todas: no hacen parecida a ninguna.
        ("Secretaría Distrital de Ejemplo", ()),
        ("Secretaría", ()),
        ("", ()),
    ],
)
def test_las_parecidas_solo_se_proponen(escrita: str, parecidas: tuple[str, ...]) -> None:
    assert TABLA.parecidas(escrita) == parecidas
    assert TABLA.hallar(escrita) in (None, NADIE)


def test_las_de_fuera_de_la_tabla_se_unen_si_se_escriben_igual() -> None:
    """Queda la grafía que más veces está; si empatan, la primera."""
    unidas = TABLA.unir(
        ["MINISTERIO X", "Ministerio\u00a0X", "Ministerio X", "Fondo Y", "FONDO  Y", "Salud", "-"]
    )
    assert {escrita: u.entidad for escrita, u in unidas.items()} == {
        "MINISTERIO X": "Ministerio X",
        "Ministerio\u00a0X": "Ministerio X",
        "Ministerio X": "Ministerio X",
        "Fondo Y": "Fondo Y",
        "FONDO  Y": "Fondo Y",
        "Salud": SALUD.entidad,
        "-": None,
    }
    assert unidas["Fondo Y"].entidad_codigo is None


NOMBRES_DE_LA_TABLA = [
    (nombre, TABLA.hallar(nombre))
    for nombre in (*(str(e["entidad_nombre"]) for e in ENTIDADES), *(g["grafia"] for g in GRAFIAS))
]
BLANCOS = st.sampled_from([" ", "  ", "\u00a0", "\u2009", "\n", "\t", " \u200b", "\u2003"])
INVISIBLES = st.sampled_from(["", "\u200b", "\u00ad", "\ufeff", "\u2060"])


@st.composite
def disfrazados(pedir: st.DrawFn) -> tuple[str, Nombrada | None]:
    """Un nombre de la tabla como llega pegado de otra parte, y la entidad que es."""
    nombre, entidad = pedir(st.sampled_from(NOMBRES_DE_LA_TABLA))
    letra = pedir(st.sampled_from([str.upper, str.lower, str.title, str]))
    forma = pedir(st.sampled_from(["NFC", "NFD", "NFKD"]))
    palabras = [f"{pedir(INVISIBLES)}{p}{pedir(INVISIBLES)}" for p in letra(nombre).split()]
    unido = "".join(f"{pedir(BLANCOS)}{p}" for p in palabras) + pedir(BLANCOS)
    return unicodedata.normalize(forma, unido), entidad


@given(disfrazado=disfrazados())
def test_disfrazada_es_la_misma(disfrazado: tuple[str, Nombrada | None]) -> None:
    escrita, entidad = disfrazado
    assert entidad is not None
    assert TABLA.hallar(escrita) == entidad
    assert TABLA.unir([escrita])[escrita] == entidad


@given(escritas=st.lists(st.text(max_size=40), max_size=6))
def test_todo_texto_se_une_a_algo_y_siempre_a_lo_mismo(escritas: list[str]) -> None:
    unidas = TABLA.unir(escritas)
    assert set(unidas) == set(escritas)
    assert TABLA.unir(escritas) == unidas
    for escrita, unida in unidas.items():
        assert (unida.entidad is None) == (TABLA.hallar(escrita) == NADIE)


def indicador(codigo: str, entidad: str, celda: str) -> Indicador:
    return Indicador(
        codigo=codigo,
        anualizacion_tipo="Suma",
        periodicidad="Anual",
        metas={},
        meta_final=None,
        reportes={},
        entidad=entidad,
        lugares={("entidad",): celda},
    )


def test_las_desconocidas_van_en_una_sola_nota_con_sus_celdas() -> None:
    (nota,) = desconocidas(
        [
            *(indicador(f"1.1.{n}", "Ministerio X", f"G{n}") for n in range(1, 6)),
            indicador("1.1.6", "MINISTERIO X", "G6"),
            indicador("1.1.7", "Salud", "G7"),
            indicador("1.1.8", "", "G8"),
            indicador("1.1.9", "SDIS – SDS", "G9"),
            indicador("1.2.1", "Secretaría de Salud", "G10"),
        ],
        TABLA,
    )
    assert (nota.severidad, nota.producto_codigo, nota.celda) == ("nota", "", "")
    assert CELDAS == 3
    assert nota.mensaje == (
        "3 entidades no están en la tabla de entidades, y quedan con el nombre del libro: "
        "«Ministerio X» (celdas G1, G2, G3 y 3 más); «SDIS – SDS» (celda G9), que nombra a "
        f"«{SOCIAL.entidad}» y «{SALUD.entidad}»; «Secretaría de Salud» (celda G10), ¿es "
        f"«{SALUD.entidad}»?"
    )


def test_si_son_muchas_se_nombran_las_primeras() -> None:
    muchas = [indicador(f"1.1.{n}", f"Fondo {n}", f"G{n}") for n in range(1, 21)]
    (nota,) = desconocidas(muchas, TABLA)
    assert nota.mensaje.startswith("20 entidades no están")
    assert nota.mensaje.count("celda G") == NOMBRES
    assert nota.mensaje.endswith("; 12 más.")


@pytest.mark.parametrize(
    ("entidades", "tabla"), [(("Salud", "SDIS", ""), TABLA), (("Ministerio X",), Directorio())]
)
def test_si_no_hay_desconocidas_o_no_hay_tabla_no_se_dice_nada(
    entidades: tuple[str, ...], tabla: Directorio
) -> None:
    filas = [indicador(f"1.1.{n}", e, f"G{n}") for n, e in enumerate(entidades, 1)]
    assert list(desconocidas(filas, tabla)) == []
