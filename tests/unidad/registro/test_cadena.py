"""La cadena del registro: lo que se cambia, se quita o se reescribe se nota."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tablero.registro.archivo import agregar, leer
from tablero.registro.cadena import ORIGEN, Anotado, fallas, huella_de

TEXTO = st.text(max_size=12)
CAMPOS = ("cuando", "quien", "hecho", "que", "sha256", "desde", "datos")


def encadenar(dichos: list[str]) -> list[Anotado]:
    hechos: list[Anotado] = []
    anterior = ORIGEN
    for numero, que in enumerate(dichos, start=1):
        dicho = (numero, "2026-11-30T10:00:00+00:00", "ana", "construir", que, "", "")
        hechos.append(Anotado(*dicho, "{}", anterior, huella_de(dicho, "{}", anterior)))
        anterior = hechos[-1].huella
    return hechos


@given(st.lists(TEXTO, max_size=8))
def test_la_que_nadie_toco_esta_entera(dichos: list[str]) -> None:
    assert fallas(encadenar(dichos)) == []


@given(st.lists(TEXTO, min_size=1, max_size=8), st.data())
def test_cambiar_un_dato_de_un_hecho_se_nota_en_ese_hecho(
    dichos: list[str], datos: st.DataObject
) -> None:
    hechos = encadenar(dichos)
    cual = datos.draw(st.integers(0, len(hechos) - 1))
    campo = datos.draw(st.sampled_from(CAMPOS))
    otro = datos.draw(TEXTO.filter(lambda t: t != getattr(hechos[cual], campo)))
    hechos[cual] = replace(hechos[cual], **{campo: otro})
    assert fallas(hechos) == [f"el hecho {cual + 1} no dice lo que decía cuando se anotó"]


def test_quitar_uno_del_medio_se_nota() -> None:
    hechos = encadenar(["uno", "dos", "tres", "cuatro", "cinco"])
    assert fallas([*hechos[:1], *hechos[2:]]) == ["falta el hecho 2"]
    assert fallas([*hechos[:1], *hechos[4:]]) == ["falta el hecho 2 a 4"]


def test_reescribir_uno_con_su_huella_se_nota_en_el_siguiente() -> None:
    hechos = encadenar(["uno", "dos", "tres"])
    otro = encadenar(["uno", "otra cosa"])[1]
    assert fallas([hechos[0], otro, hechos[2]]) == ["el hecho 3 no sigue al 2"]


def test_cortar_el_final_o_reescribirla_entera_cambia_la_ultima_huella() -> None:
    """No rompe la cadena: por eso la última huella se imprime en cada anexo."""
    hechos, otros = encadenar(["uno", "dos"]), encadenar(["uno", "otra cosa"])
    assert fallas(hechos[:1]) == fallas(otros) == []
    assert len({hechos[1].huella, hechos[0].huella, otros[1].huella}) == 3


def test_lo_que_se_lee_del_disco_es_lo_que_se_encadeno(tmp_path: Path) -> None:
    escritos = [agregar(tmp_path, "construir", "ñandú «á»", datos={"b": 1, "a": [None, "é"]})]
    escritos.append(agregar(tmp_path, "edicion", "la 1", sha256="ab", desde="construir"))
    assert leer(tmp_path) == escritos
    assert escritos[0].datos == '{"a":[null,"é"],"b":1}'
    assert escritos[1].anterior == escritos[0].huella
    assert fallas(leer(tmp_path)) == []
    assert leer(tmp_path, "edicion") == escritos[1:]
