"""La cascada, la brecha descompuesta y el ritmo: mensajes, lugares y textos alternativos."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero import tema
from tablero.graficos.piezas import cascada
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.piezas.cascada import Paso
from tablero.graficos.politica import por_que, ritmo


def paso(valor: float, nombre: str = "p") -> Paso:
    return Paso(nombre, valor, f"{valor}")


def aportes(*pares: tuple[str, float], brecha: float | None = None) -> pd.DataFrame:
    """Productos con su aporte; la brecha es la suma, si no se da."""
    return pd.DataFrame(
        {
            "producto_codigo": [codigo for codigo, _ in pares],
            "producto_nombre": [f"Nombre {codigo}" for codigo, _ in pares],
            "brecha_aporte_pp": [valor for _, valor in pares],
            "brecha_politica_pp": sum(v for _, v in pares) if brecha is None else brecha,
        }
    )


def grupos(columna: str, *pares: tuple[str | None, float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            columna: [nombre for nombre, _ in pares],
            "productos": 1,
            "brecha_aporte_pp": [valor for _, valor in pares],
            "brecha_politica_pp": sum(v for _, v in pares),
        }
    )


def textos(dibujo: Grafico, columna: str) -> list[str]:
    return list(dibujo.datos[columna])


def test_cada_barra_empieza_donde_termina_la_anterior() -> None:
    """0 → −4 → −5 → −1; la última va de cero a −1."""
    datos = cascada.lugares([paso(-4), paso(-1), paso(4)], hasta=paso(-1))
    assert list(datos["de"]) == [0, -4, -5, 0]
    assert list(datos["a"]) == [-4, -5, -1, -1]
    assert list(datos["clase"]) == ["resta", "resta", "suma", "total"]
    assert datos["color"][0] == tema.CONTRASTE
    assert datos["arriba"].is_monotonic_increasing


def test_de_un_valor_a_otro_los_extremos_son_rayas() -> None:
    """32 + 3 − 1 = 34: el eje no empieza en cero, así que una barra mentiría."""
    datos = cascada.lugares([paso(3), paso(-1)], desde=paso(32), hasta=paso(34))
    assert list(datos["de"]) == [32, 32, 35, 34]
    assert list(datos["a"]) == [32, 35, 34, 34]
    assert list(datos["clase"]) == ["extremo", "suma", "resta", "extremo"]


def test_unos_pasos_que_no_llegan_se_rechazan() -> None:
    with pytest.raises(ValueError, match=r"los pasos llegan a -4\.0 y no a -5"):
        cascada.lugares([paso(-4.0)], hasta=paso(-5))


@given(st.lists(st.floats(-50, 50, allow_nan=False), max_size=30), st.floats(-100, 100))
def test_la_cascada_va_sin_saltos_de_un_extremo_al_otro(
    valores: list[float], inicio: float
) -> None:
    final = inicio + sum(valores)
    datos = cascada.lugares([paso(v) for v in valores], desde=paso(inicio), hasta=paso(final))
    assert list(datos["de"])[1:-1] == list(datos["a"])[:-2]
    assert datos["a"].iloc[-1] == pytest.approx(datos["a"].iloc[-2], abs=1e-6)


def test_los_productos_que_atrasan_y_lo_que_los_compensa() -> None:
    """−4 − 1 − 0,004 + 4,9 = −0,104."""
    dibujo = por_que.brecha(
        aportes(
            ("2.2.7", 4.9), ("3.1.7", -4.0), ("1.1.17", -1.0), ("2.1.10", -0.004), ("9.9.9", 0)
        ),
        por="producto",
    )
    assert dibujo.titulo == (
        "3 productos restan 5,00 puntos y otros compensan 4,90: el que más resta es el "
        "3.1.7, con 4,00"
    )
    assert textos(dibujo, "nombre") == [
        "3.1.7 Nombre 3.1.7",
        "1.1.17 Nombre 1.1.17",
        "2.1.10 Nombre 2.1.10",
        "2.2.7 Nombre 2.2.7",
        "Brecha de la política",
    ]
    assert textos(dibujo, "valor_texto")[2] == "−0,004\u00a0p.\u00a0p."
    assert "Restan 5,004 y suman 4,900" in dibujo.nota
    assert "la brecha calculada de la política, −0,104\u00a0p." in dibujo.nota
    assert "3.1.7 Nombre 3.1.7, −4,00\u00a0p." in dibujo.alternativa


def test_si_los_aportes_no_suman_la_brecha_no_hay_grafico() -> None:
    with pytest.raises(ValueError, match="los pasos llegan a"):
        por_que.brecha(aportes(("1.1.1", -2.0), brecha=-3.0), por="producto")


def test_los_de_menor_aporte_van_juntos() -> None:
    """Veinte que restan 1, 2, …, 20 (210): los once mayores (20 a 10, 165) y los demás, 45."""
    dibujo = por_que.brecha(
        aportes(*((f"1.1.{n}", -float(n)) for n in range(1, 21))), por="producto"
    )
    nombres = textos(dibujo, "nombre")
    assert len(nombres) == por_que.PASOS + 1
    assert nombres[0] == "1.1.20 Nombre 1.1.20"
    assert nombres[-2:] == ["Los demás productos (9)", "Brecha de la política"]
    assert textos(dibujo, "valor_texto")[-2:] == [
        "−45,00\u00a0p.\u00a0p.",
        "−210,00\u00a0p.\u00a0p.",
    ]


def test_un_grupo_sin_nombre_dice_que_no_hay_dato() -> None:
    dibujo = por_que.brecha(
        grupos("entidad", ("Salud", -2.0), (None, -3.0), ("Gobierno", 1.0)), por="entidad"
    )
    assert textos(dibujo, "nombre") == [
        "Sin dato de la entidad",
        "Salud",
        "Gobierno",
        "Brecha de la política",
    ]
    assert dibujo.titulo == (
        "Por entidad, lo que más resta de lo que la fuente nombra es «Salud»: 2,00 de 5,00 puntos; "
        "3,00 son de productos de los que no dice la entidad; otros "
        "compensan 1,00"
    )
    assert dibujo.nota.endswith(
        "De 1 de los 3 productos la fuente no dice la entidad: lo de cada entidad es solo lo de "
        "los productos que le nombra."
    )


def test_un_solo_grupo_resta_y_ninguno_compensa() -> None:
    dibujo = por_que.brecha(grupos("sector_nombre", ("Salud", -2.0)), por="sector")
    assert dibujo.titulo == "Por sector, solo resta «Salud»: 2,00 puntos y ninguno compensa"


@pytest.mark.parametrize(
    ("datos", "por", "titulo"),
    [
        (aportes(("1.1.1", 2.0)), "producto", "Ningún producto resta"),
        (grupos("entidad", ("Salud", 0.0)), "entidad", "Ninguna entidad resta"),
    ],
)
def test_si_nada_resta_se_dice(datos: pd.DataFrame, por: por_que.Por, titulo: str) -> None:
    assert por_que.brecha(datos, por=por).titulo == titulo


def politica(**cambios: Any) -> pd.DataFrame:
    """32,875 en 30 de 60 meses: 1,10 al mes; le faltan 67,125 y necesita 2,24."""
    fila = {
        "desde_anio": 2023,
        "hasta_anio": 2027,
        "productos": 7,
        "productos_constantes": 1,
        "nivel": "calculado",
        "ritmo_actual_pp": 1.0958,
        "ritmo_anio_pp": 3.8542,
        "ritmo_anio": 2025,
        "ritmo_final_pp": 2.2375,
        "llegada_fecha": date(2030, 8, 8),
        "limite_fecha": None,
        "ritmo_lectura": "no alcanza",
        "corte_fecha": date(2025, 6, 30),
    }
    return pd.DataFrame([{**fila, **cambios}])


def test_el_ritmo_de_una_politica_que_no_alcanza() -> None:
    dibujo = ritmo.politica(politica())
    assert dibujo.titulo == (
        "Desde 2023 la política avanzó 1,10 puntos por mes y para su meta final necesita 2,24: al "
        "mismo paso no la alcanza antes del 31 de diciembre de 2027"
    )
    assert textos(dibujo, "nombre") == [
        "Lleva, desde 2023",
        "Necesita: meta de 2025",
        "Necesita: meta final",
    ]
    assert textos(dibujo, "valor_texto")[0] == "1,10 p.\u00a0p. al mes"
    assert dibujo.nota.startswith("Es una cuenta de línea recta, no un pronóstico")
    assert "Con ella, la meta final daría el 8 de agosto de 2030." in dibujo.nota
    assert "De 7 vigentes, 1 producto es de tipo Constante" in dibujo.nota
    assert "fuera de alcance" not in dibujo.nota


@pytest.mark.parametrize(
    ("cambios", "titulo"),
    [
        (
            {
                "ritmo_lectura": "alcanza",
                "llegada_fecha": date(2026, 11, 4),
                "productos_constantes": 0,
            },
            "Desde 2023 la política avanzó 1,10 puntos por mes y para su meta final necesita 2,24, "
            "hasta el 31 de diciembre de 2027",
        ),
        (
            {"ritmo_lectura": "alcanza", "llegada_fecha": date(2026, 11, 4)},
            "Desde 2023 la política avanzó 1,10 puntos por mes y para su meta final necesita 2,24, "
            "hasta el 31 de diciembre de 2027: no es un pronóstico, porque 1 producto Constante no "
            "se acumula mes a mes",
        ),
        (
            {"llegada_fecha": None},
            "Desde 2023 la política avanzó 1,10 puntos por mes y para su meta final necesita 2,24: "
            "al mismo paso no la alcanza antes del 31 de diciembre de 2027",
        ),
        (
            {"ritmo_lectura": "cumplida", "llegada_fecha": None},
            "La política ya tiene su meta final",
        ),
        (
            {"ritmo_lectura": "sin avance", "llegada_fecha": None, "ritmo_actual_pp": 0.0},
            "La política no avanza: a este ritmo no alcanza su meta final",
        ),
        (
            {"ritmo_lectura": "vencida", "ritmo_anio_pp": None, "ritmo_final_pp": None},
            "El plazo de la política terminó el 31 de diciembre de 2027 sin su meta final",
        ),
    ],
)
def test_cada_lectura_tiene_su_mensaje(cambios: dict[str, Any], titulo: str) -> None:
    assert ritmo.politica(politica(**cambios)).titulo == titulo


@pytest.mark.parametrize(
    ("limite", "frase"),
    [
        (date(2034, 2, 24), "si la política se detuviera hasta el 24 de febrero de 2034"),
        (date(2024, 3, 31), "quedó fuera de alcance después del 31 de marzo de 2024"),
    ],
)
def test_hasta_cuando_hay_margen(limite: date, frase: str) -> None:
    assert frase in ritmo.politica(politica(limite_fecha=limite)).nota


def producto(
    codigo: str, lectura: str, actual: float | None, final: float | None
) -> dict[str, Any]:
    return {
        "producto_codigo": codigo,
        "producto_nombre": f"Nombre {codigo}",
        "ritmo_actual_pp": actual,
        "ritmo_final_pp": final,
        "ritmo_lectura": lectura,
        "llegada_fecha": None,
        "limite_fecha": None,
    }


def test_los_productos_que_no_alcanzan() -> None:
    datos = pd.DataFrame(
        [
            producto("2.2.4", "vencida", 2.3, None),
            producto("1.1.2", "sin avance", -0.5, 2.25),
            producto("1.2.1", "no alcanza", 1.333, 2.0),
            producto("1.1.1", "alcanza", 2.0, 1.0),
            producto("3.3.3", "sin dato", None, None),
            producto("1.2.2", "no aplica", None, None),
        ]
    )
    dibujo = ritmo.productos(datos)
    assert dibujo.titulo == (
        "3 productos no alcanzan su meta final si siguen al mismo ritmo, de 4 que se pueden medir: "
        "el más urgente es el 2.2.4"
    )
    assert textos(dibujo, "valor_texto") == ["plazo vencido", "−0,50 de 2,25", "1,33 de 2,00"]
    assert list(dibujo.datos["valor"]) == [0.0, 0.0, 1.333]
    assert (
        "De los demás vigentes: 1 alcanza; 1 sin reporte, meta o plazo con qué medirlo; 1 debe"
        in dibujo.nota
    )
    assert "en un corte de diciembre, la del año siguiente" in dibujo.nota


def test_se_dibujan_los_mas_urgentes_y_se_dice() -> None:
    datos = pd.DataFrame([producto(f"1.1.{n}", "no alcanza", 0.1, 1.0) for n in range(1, 31)])
    dibujo = ritmo.productos(datos)
    assert len(dibujo.datos) == ritmo.EN_PANTALLA
    assert "Se dibujan los 10 más urgentes; la tabla los trae todos." in dibujo.nota


@pytest.mark.parametrize(
    ("lectura", "cuando", "hasta"),
    [
        ("cumplida", "ya tiene su meta final", "ya tiene su meta final"),
        ("no alcanza", "después de 2100", "a ese ritmo nunca la tuvo a su alcance"),
        ("sin avance", "no avanza", "no avanza"),
        ("vencida", "no avanzó", "su plazo ya terminó"),
        (
            "no aplica",
            "no aplica: debe mantener un nivel",
            "no aplica: debe mantener un nivel",
        ),
        ("sin dato", "sin dato", "sin dato"),
    ],
)
def test_donde_no_hay_fecha_se_dice_por_que(lectura: str, cuando: str, hasta: str) -> None:
    fila = producto("1.1.1", lectura, None, None)
    assert (ritmo.llegada(fila), ritmo.limite(fila)) == (cuando, hasta)


def test_donde_hay_fecha_se_escribe() -> None:
    fila = {"llegada_fecha": date(2030, 8, 8), "limite_fecha": date(2024, 3, 31)}
    assert ritmo.llegada(fila) == "8 de agosto de 2030"
    assert ritmo.limite(fila) == "31 de marzo de 2024"


def test_tocar_un_producto_abre_su_hoja() -> None:
    """Los demás, juntos en una barra, y la de la política no llevan a ninguna parte."""
    datos = aportes(*((f"1.1.{n}", -float(n)) for n in range(1, 15)))
    datos = datos.assign(politica_codigo="mía", corte_fecha=date(2025, 6, 30))
    dibujo = por_que.brecha(datos, por="producto")
    enlaces = list(dibujo.datos["enlace"])
    assert enlaces[0] == "producto?codigo=1.1.14&politica=m%C3%ADa&corte=2025-06-30"
    assert enlaces[-2:] == ["", ""]
    assert dibujo.nota.endswith("Toque un producto para abrir su hoja.")
    assert "href" in str(dibujo.spec)


def test_tocar_una_entidad_abre_sus_productos() -> None:
    datos = grupos("entidad", ("Salud & vida", -2.0), (None, -1.0)).assign(
        politica_codigo="p", corte_fecha=date(2025, 6, 30)
    )
    enlaces = list(por_que.brecha(datos, por="entidad").datos["enlace"])
    assert enlaces[0] == "entidad?nombre=Salud+%26+vida&politica=p&corte=2025-06-30"
    assert enlaces[1] == "entidad?nombre=sin+dato&politica=p&corte=2025-06-30"


def test_sin_politica_ni_corte_no_hay_que_tocar() -> None:
    dibujo = por_que.brecha(aportes(("1.1.1", -2.0)), por="producto")
    assert "href" not in str(dibujo.spec)
    assert "Toque" not in dibujo.nota
