"""Lo que cabe en una pared, y lo que se dice de lo que no."""

from dataclasses import replace

import pandas as pd
import pytest

from tablero.graficos.piezas.base import Grafico
from tablero.interfaz.pared import caben
from tablero.interfaz.pared.lectura import TablaLeida
from tablero.respuestas.cosas.cosa import Cifra


def leida(columnas: int, letras: int, *, numericas: bool = False) -> TablaLeida:
    titulos = tuple(f"C{n}" for n in range(columnas))
    fila = tuple("x" * letras for _ in titulos)
    return TablaLeida(titulos, (fila,), frozenset(titulos if numericas else ()), 1)


@pytest.mark.parametrize(
    ("columnas", "letras", "van"), [(3, 10, 3), (5, 40, 5), (9, 40, 2), (8, 5, 8)]
)
def test_van_las_columnas_que_se_leen(columnas: int, letras: int, van: int) -> None:
    cuadro, faltan = caben.en_tabla(leida(columnas, letras), "T")
    assert len(cuadro.columnas) == van
    dicho = f"Van {van} de {columnas} columnas: quedan fuera" if van < columnas else ""
    assert faltan.startswith(dicho)
    assert bool(faltan) is (van < columnas)


def test_la_columna_vacia_no_va_ni_se_cuenta() -> None:
    tabla = TablaLeida(("A", "B"), (("1", ""), ("2", "")), frozenset({"A"}), 40)
    cuadro, faltan = caben.en_tabla(tabla, "T")
    assert (cuadro.columnas, cuadro.total, faltan) == (("A",), 40, "")
    assert cuadro.numericas == {"A"}


def test_un_numero_con_palabras_se_puede_partir() -> None:
    assert caben.en_tabla(leida(1, 16, numericas=True), "")[0].numericas == {"C0"}
    assert caben.en_tabla(leida(1, 17, numericas=True), "")[0].numericas == frozenset()


def test_lo_que_no_cabe_se_corta_en_una_palabra_y_respeta_el_espacio_duro() -> None:
    assert caben.corta("va entero", 9) == "va entero"
    assert caben.corta("lleva 12\xa0% de más, y sube", 17) == "lleva 12\xa0% de…"
    assert len(caben.corta("palabra " * 40)) <= caben.LETRAS_DE_CELDA


def test_las_notas_que_no_caben_se_anuncian() -> None:
    corta, larga = "Una sola.", f"{'a' * 200}. {'B' * 200}."
    assert caben.en_el_pie([corta, "", corta]) == [corta]
    assert caben.en_el_pie([corta, larga]) == [corta, f"{'a' * 200}.", caben.HAY_MAS]
    # La primera frase siempre va: es la que impide entender mal lo que se ve.
    assert caben.en_el_pie(["c" * 400])[0] == "c" * 400


@pytest.mark.parametrize(
    ("texto", "queda"),
    [
        ("52,05\xa0%", ("52,05\xa0%", "Avance")),
        ("$1.588,4\xa0millones", ("$1.588,4", "millones: Avance")),
        ("16.º de 34 priorizados", ("16.º", "de 34 priorizados: Avance")),
        ("52,04\xa0% → 54,64\xa0%", None),
        ("$1.588.422.540", None),
    ],
)
def test_la_cifra_larga_deja_su_palabra_en_el_rotulo(
    texto: str, queda: tuple[str, str] | None
) -> None:
    cabe = caben.al_lado(Cifra(texto, "Avance"))
    assert (None if cabe is None else (cabe.texto, cabe.rotulo)) == queda


def test_una_parte_del_grafico_solo_vale_si_dice_lo_mismo() -> None:

    entero = Grafico("T", "A", pd.DataFrame({"n": list("abc"), "v": [1.0, 2.0, 3.0]}), {})
    parte = replace(entero, datos=entero.datos.head(2))
    assert caben._dice_lo_mismo(entero, parte, "n")
    otra_cuenta = replace(parte, datos=parte.datos.assign(v=[0.5, 0.5]))
    assert not caben._dice_lo_mismo(entero, otra_cuenta, "n")
