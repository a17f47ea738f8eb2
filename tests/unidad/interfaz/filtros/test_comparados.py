"""Lo que pide `?comparar=…`: se entiende como lo escribe la gente, y nada se calla."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.interfaz.filtros.comparados import LADO_A_LADO, Comparados, repartir
from tablero.interfaz.filtros.direccion import codigo_de_producto
from tablero.texto import limpiar, plano

LUGARES = {
    "54001": "San José de Cúcuta",
    "05001": "Medellín",
    "52356": "Ipiales",
    "44430": "Maicao",
    "11001": "Bogotá, D.C.",
    "81001": "Arauca",
    "76109": "Buenaventura",
}
PLANOS = {plano(nombre): codigo for codigo, nombre in LUGARES.items()}


def hallar(dicho: str) -> str | None:
    return dicho if dicho in LUGARES else PLANOS.get(plano(dicho))


@pytest.mark.parametrize(
    ("texto", "claves"),
    [
        ("54001,05001", ("54001", "05001")),
        (" 05001 ; 54001 ", ("05001", "54001")),
        ("medellin|IPIALES", ("05001", "52356")),
        ("54001 05001", ("54001", "05001")),
        ("54001,54001,San Jose de Cucuta", ("54001",)),
        ("Maicao,Bogotá, D.C.,Ipiales", ("44430", "11001", "52356")),
        (",,;", ()),
        ("", ()),
    ],
)
def test_se_entiende_como_se_escribe(texto: str, claves: tuple[str, ...]) -> None:
    assert repartir(texto, hallar) == Comparados(claves)


def test_la_que_se_mira_no_se_repite() -> None:
    assert repartir("54001,05001", hallar, "54001") == Comparados(("05001",))


def test_lo_que_no_se_entiende_se_dice_y_lo_demas_vale() -> None:
    pedidos = repartir("54001,Atlántida,<b>,05001,Atlántida", hallar)
    assert pedidos == Comparados(("54001", "05001"), ("Atlántida", "<b>"))
    assert not pedidos.se_entiende


def test_con_la_que_se_mira_son_cinco_y_la_que_sobra_se_dice() -> None:
    todas = ",".join(LUGARES)
    assert repartir(todas, hallar).claves == tuple(LUGARES)[:LADO_A_LADO]
    pedidos = repartir(todas, hallar, "54001")
    assert pedidos.claves == ("05001", "52356", "44430", "11001")
    assert pedidos.sobran == ("81001", "76109")


def test_un_codigo_de_producto_se_escribe_de_muchas_maneras() -> None:
    codigos = ("2.1.1", "3.1.7", "1.1.10")

    def de_producto(escrito: str) -> str | None:
        codigo = codigo_de_producto(escrito)
        return codigo if codigo in codigos else None

    assert repartir("P2.1.1, 3-1-07 ,1,1,10", de_producto) == Comparados(codigos)


def test_una_direccion_de_miles_de_trozos_no_se_mira_entera() -> None:
    preguntas: list[str] = []

    def contar(dicho: str) -> None:
        preguntas.append(dicho)

    pedidos = repartir("x," * 5000, contar)
    assert len(preguntas) < 100
    assert pedidos.desconocidos == ("x",)
    assert len(pedidos.sobran) == 4980


TROZO = st.one_of(st.sampled_from([*LUGARES, *LUGARES.values()]), st.text(max_size=12))


@given(st.lists(TROZO, max_size=30), st.sampled_from(["", *LUGARES]))
def test_nada_falla_se_repite_ni_se_desordena(trozos: list[str], propia: str) -> None:
    texto = ",".join(trozos)
    pedidos = repartir(texto, hallar, propia)
    assert len(set(pedidos.claves)) == len(pedidos.claves) <= LADO_A_LADO - bool(propia)
    assert set(pedidos.claves) <= set(LUGARES) - {propia}
    assert repartir(",".join(pedidos.claves), hallar, propia) == Comparados(pedidos.claves)


@given(st.permutations(list(LUGARES)))
def test_se_conserva_el_orden_en_que_se_piden(codigos: list[str]) -> None:
    assert repartir(",".join(codigos), hallar).claves == tuple(codigos[:LADO_A_LADO])


@given(st.text())
def test_cualquier_texto_se_entiende_o_se_dice(texto: str) -> None:
    pedidos = repartir(texto, hallar)
    dice_algo = any(limpiar(t) for t in texto.replace(";", ",").replace("|", ",").split(","))
    assert dice_algo == bool(pedidos.claves or pedidos.desconocidos or pedidos.sobran)
