"""Lo que se entiende de la dirección, y con qué palabras se rechaza lo demás."""

from datetime import date

import pandas as pd
import pytest

from tablero.api.campos import Campo
from tablero.api.consulta import (
    DE_UNA_VEZ,
    TODOS,
    VALORES,
    Consulta,
    Filtro,
    Pares,
    Valor,
    entender,
    leer,
    solo,
)
from tablero.api.fallas import Falla
from tablero.api.filtrar import columnas, filtrar, pagina

CAMPOS = (
    Campo("codigo", "Código", "", patron=r"^\d{5}$"),
    Campo("estado", "Estado", "", opciones=("girado", "desistido")),
    Campo("valor", "Valor", "", float),
    Campo("orden", "Orden", "", int),
    Campo("corte", "Corte", "", date),
    Campo("piloto", "Piloto", "", bool),
    Campo("nota", "Nota", ""),
)
POR_NOMBRE = {campo.nombre: campo for campo in CAMPOS}
DATOS = pd.DataFrame(
    {
        "codigo": ["05001", "05002", "11001"],
        "estado": ["girado", "desistido", "girado"],
        "valor": [1.5, None, 3.0],
        "orden": pd.array([2, 1, None], "Int64"),
        "corte": [date(2024, 1, 1), date(2025, 1, 1), None],
        "piloto": pd.array([True, False, None], "boolean"),
        "nota": ["a", None, "b"],
    }
)


def quedan(*pares: tuple[str, str]) -> list[str]:
    return filtrar(DATOS, entender(pares, CAMPOS))["codigo"].tolist()


@pytest.mark.parametrize(
    ("pares", "codigos"),
    [
        ([("estado", "girado")], ["05001", "11001"]),
        ([("estado", "girado"), ("estado", "desistido")], ["05001", "05002", "11001"]),
        ([("estado", "girado"), ("codigo", "11001")], ["11001"]),
        ([("valor", "1.5")], ["05001"]),
        ([("valor", "")], ["05002"]),
        ([("valor", ""), ("valor", "3")], ["05002", "11001"]),
        ([("valor.desde", "1.5")], ["05001", "11001"]),
        ([("valor.hasta", "1.5")], ["05001"]),
        ([("valor.desde", "1"), ("valor.hasta", "2")], ["05001"]),
        ([("orden.es", "1")], ["05002"]),
        ([("orden.desde", "99999999999999999999999")], []),
        ([("corte.desde", "2024-06-01")], ["05002"]),
        ([("corte.hasta", "2024-01-01")], ["05001"]),
        ([("piloto", "false")], ["05002"]),
        ([("nota", "zzz")], []),
        ([("orden", "-valor")], ["11001", "05001", "05002"]),
        ([("orden", "orden")], ["05002", "05001", "11001"]),
        ([("orden", "estado,-valor")], ["05002", "11001", "05001"]),
    ],
)
def test_las_filas_que_cumplen(pares: list[tuple[str, str]], codigos: list[str]) -> None:
    assert quedan(*pares) == codigos


@pytest.mark.parametrize(
    ("pares", "dice"),
    [
        ([("colr", "x")], "Aquí no hay una columna «colr». Las que hay: codigo, estado, valor,"),
        ([("nota.desde", "x")], "Aquí no hay una columna «nota.desde»."),
        ([("orden", "zz")], "Aquí no hay una columna «zz»."),
        ([("columnas", "")], "Aquí no hay una columna «»."),
        ([("codigo", "5001")], r"«codigo=5001» no se entiende: Código es un texto con la forma"),
        ([("estado", "girada")], "Estado es uno de estos: girado, desistido."),
        ([("valor", "3,5")], "Valor es un número con punto decimal."),
        ([("valor", "1e999")], "Valor es un número con punto decimal."),
        ([("valor", ".5")], "Valor es un número con punto decimal."),
        ([("orden.es", "1.5")], "Orden es un número entero."),
        ([("orden.es", "07")], "Orden es un número entero."),
        ([("corte", "2024-02-30")], "Corte es una fecha, AAAA-MM-DD."),
        ([("corte", "20240101")], "Corte es una fecha, AAAA-MM-DD."),
        ([("piloto", "sí")], "Piloto es «true» o «false»."),
        ([("valor.desde", "1"), ("valor.desde", "2")], "«valor.desde» va una sola vez, y hay 2."),
        ([("pagina", "0")], "«pagina» debe ser un número entero desde 1."),
        ([("pagina", "1"), ("pagina", "2")], "«pagina» va una sola vez, y hay 2."),
    ],
)
def test_lo_que_no_se_entiende(pares: list[tuple[str, str]], dice: str) -> None:
    with pytest.raises(Falla) as falla:
        entender(pares, CAMPOS)
    assert falla.value.detalle.find(dice) == 0 or dice in falla.value.detalle
    assert (falla.value.tipo, falla.value.estado) == ("pedido-invalido", 400)


@pytest.mark.parametrize(
    ("pares", "dice"),
    [
        ([("por_pagina", str(DE_UNA_VEZ + 1))], f"Una página tiene hasta {DE_UNA_VEZ} filas."),
        ([("nota", "x")] * (VALORES + 1), f"«nota» trae {VALORES + 1} valores; caben hasta"),
        ([("nota", "x")] * (TODOS + 1), f"El pedido trae {TODOS + 1} parámetros"),
    ],
)
def test_lo_que_es_demasiado(pares: Pares, dice: str) -> None:
    with pytest.raises(Falla) as falla:
        entender(pares, CAMPOS)
    assert falla.value.detalle.startswith(dice)
    assert falla.value.estado == 413


def test_lo_que_se_pide_de_mas_se_dice() -> None:
    solo([("edicion", "1")], ["edicion"])
    with pytest.raises(Falla, match="pedido-invalido") as falla:
        solo([("politica", "x")], ["edicion"])
    assert falla.value.detalle.startswith("«politica» no es un parámetro de esta dirección")


@pytest.mark.parametrize(
    ("columna", "dicho", "leido"),
    [
        ("orden", "3.0", 3),
        ("valor", "-1e3", -1000.0),
        ("corte", "2024-12-31", date(2024, 12, 31)),
        ("piloto", "true", True),
        ("codigo", "05001", "05001"),
    ],
)
def test_cada_columna_lee_los_suyos(columna: str, dicho: str, leido: Valor) -> None:
    valor = leer(columna, dicho, POR_NOMBRE[columna])
    assert (valor, type(valor)) == (leido, type(leido))


def test_las_paginas_y_las_columnas() -> None:
    pedida = entender(
        [("pagina", "2"), ("por_pagina", "2"), ("columnas", "valor,codigo,valor")], CAMPOS
    )
    assert (pedida.pagina, pedida.por_pagina, pedida.con_paginas) == (2, 2, True)
    assert pedida.columnas == ("valor", "codigo")
    assert pagina(DATOS, pedida)["codigo"].tolist() == ["11001"]
    lejos = Consulta((), (), (), pagina=10**30, por_pagina=2, con_paginas=True)
    assert pagina(DATOS, lejos).empty
    marcados = DATOS.assign(es_simulado=True)
    dadas = columnas(marcados, pedida.columnas, "es_simulado")
    assert list(dadas) == ["valor", "codigo", "es_simulado"]


def test_un_filtro_vacio_es_lo_que_no_se_publica() -> None:
    (filtro,) = entender([("nota", "")], CAMPOS).filtros
    assert filtro == Filtro("nota", con_vacios=True)
