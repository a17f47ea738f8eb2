"""Los hallazgos en pantalla: cómo se nombra cada regla, y lo que dicen sus gráficos."""

import pandas as pd
import pytest

from tablero.graficos import hallazgos
from tablero.graficos.hallazgos import LEYENDA, SEVERIDADES
from tablero.interfaz.paginas.hallazgos import lista as en_pantalla
from tablero.interfaz.paginas.hallazgos import porcentajes
from tablero.interfaz.paginas.hallazgos import repetidos as hallazgos_repetidos
from tablero.interfaz.piezas import por_partes
from tablero.modelo.reglas import NOMBRES, Regla
from tablero.modelo.seguimiento import EstadoContraste, Severidad


def test_una_regla_es_su_codigo_y_la_que_no_existe_se_niega() -> None:
    assert Regla("fuera_de_plazo") is Regla.FUERA_DE_PLAZO
    assert (Regla.FUERA_DE_PLAZO, str(Regla.FUERA_DE_PLAZO)) == ("fuera_de_plazo", "fuera_de_plazo")
    assert Regla.de_nombre("Fechas fuera de plazo") is Regla.FUERA_DE_PLAZO
    assert NOMBRES["fuera_de_plazo"] == Regla.FUERA_DE_PLAZO.nombre == "Fechas fuera de plazo"
    with pytest.raises(ValueError, match="no_existe"):
        Regla("no_existe")


def test_los_nombres_no_se_repiten_y_caben_en_un_eje() -> None:
    assert len(set(NOMBRES.values())) == len(NOMBRES)
    assert max(map(len, NOMBRES.values())) <= 24


def test_cada_severidad_tiene_su_forma_y_su_palabra() -> None:
    assert tuple(SEVERIDADES) == Severidad.__args__
    assert len({como.simbolo for como in SEVERIDADES.values()}) == 3
    assert len({como.color for como in SEVERIDADES.values()}) == 3
    assert 'tb-e-error"><span aria-hidden="true">✖</span> Error' in en_pantalla.etiqueta("error")


def reglas(*filas: tuple[str, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(filas, columns=["regla", "errores", "advertencias", "notas"])


def test_el_grafico_por_regla_cuenta_y_dice_lo_que_mas_se_repite() -> None:
    """3 + 1 + 1 = 5 hallazgos: 1 error, 3 advertencias y 1 nota."""
    dibujo = hallazgos.por_regla(
        reglas(("Período reescrito", 0, 2, 1), ("Celda ilegible", 1, 0, 0), ("Nuevo", 0, 1, 0))
    )
    assert dibujo.titulo == (
        "5 hallazgos: 1 error, 3 advertencias y 1 nota; lo que más se repite: «Período reescrito», "
        "3 veces"
    )
    assert "Período reescrito, 2 advertencias y 1 nota; Celda ilegible, 1 error" in (
        dibujo.alternativa
    )
    assert list(dibujo.datos["rotulo"].drop_duplicates()) == ["▲ 2  ● 1", "✖ 1", "▲ 1"]
    assert set(dibujo.datos["parte"]) == set(LEYENDA.values())


def test_sin_errores_lo_dice_y_no_los_pone_en_la_leyenda() -> None:
    dibujo = hallazgos.por_regla(reglas(("Sobreejecución", 0, 2, 0)))
    assert dibujo.titulo == ("2 hallazgos: ningún error y 2 advertencias; todo es «Sobreejecución»")
    assert set(dibujo.datos["parte"]) == {"▲ Advertencia"}


def causas(*filas: tuple[EstadoContraste, str | None, int]) -> pd.DataFrame:
    return pd.DataFrame(filas, columns=["estado", "causa", "contrastes"])


def test_los_contrastes_dicen_cuantos_coinciden_y_por_que_no_los_demas() -> None:
    dibujo = hallazgos.contrastes(
        causas(
            ("coincide", None, 3),
            ("difiere", "está redondeado", 1),
            ("no calculable", "el libro no trae el porcentaje", 10),
        )
    )
    assert dibujo.titulo == (
        "De 4 porcentajes que el libro trae y se pueden recalcular, 3 coinciden y 1 difiere"
    )
    assert list(dibujo.datos["nombre"]) == [
        "● Coinciden",
        "▲ Difieren: está redondeado",
        "□ No se comparan: el libro no lo trae",
    ]
    assert list(dibujo.datos["valor"]) == [3, 1, 10]
    # Quien oye el gráfico tiene la causa entera.
    assert "No se comparan: el libro no trae el porcentaje, 10" in dibujo.alternativa


def test_sin_nada_que_comparar_lo_dice() -> None:
    dibujo = hallazgos.contrastes(causas(("no calculable", "faltan datos para recalcularlo", 2)))
    assert dibujo.titulo.startswith("Ningún porcentaje se puede comparar")


HALLAZGO = {
    "severidad": "error",
    "regla": "Celda ilegible",
    "producto_codigo": "1.1.1",
    "producto_nombre": "<b>Casa</b>",
    "tiene_hoja": True,
    "entidad": "<i>Salud</i>",
    "mensaje": "«<script>» no es un número.",
    "que_hacer": "Corrija <la celda>.",
    "ubicacion": "hoja «A<B», celda C4",
}


def test_todo_texto_ajeno_se_escapa() -> None:
    html = en_pantalla.tabla(pd.DataFrame([HALLAZGO]), url=(("corte", "2025-06-30"),))
    for etiqueta in ("<b>Casa", "<i>Salud", "<script>", "<la celda>", "A<B"):
        assert etiqueta not in html
    assert "&lt;script&gt;" in html
    assert 'href="producto?codigo=1.1.1&amp;corte=2025-06-30"' in html


@pytest.mark.parametrize(
    ("codigo", "tiene_hoja", "dicho"),
    [
        (None, False, "Todo el libro"),
        # Un producto que ya no está en el libro, o un resultado, no tiene hoja a donde ir.
        ("2.1", False, "<strong>2.1</strong>"),
    ],
)
def test_lo_que_no_tiene_hoja_no_se_enlaza(
    codigo: str | None, tiene_hoja: bool, dicho: str
) -> None:
    fila = {
        **HALLAZGO,
        "producto_codigo": codigo,
        "tiene_hoja": tiene_hoja,
        "producto_nombre": None,
        "entidad": None,
    }
    html = en_pantalla.tabla(pd.DataFrame([fila]), url=())
    assert dicho in html
    assert "<a " not in html


def contraste(reportado: float | None, calculado: float, estado: str) -> str:
    diferencia = None if reportado is None else reportado - calculado
    fila = {
        "producto_codigo": "1.1.1",
        "producto_nombre": "Casa",
        "medida": "PAV",
        "reportado_pct": reportado,
        "calculado_pct": calculado,
        "diferencia_pp": diferencia,
        "estado": estado,
        "causa": None,
        "ubicacion": "hoja",
    }
    return porcentajes.tabla(pd.DataFrame([fila]), url=())


def test_una_diferencia_pequena_no_se_lee_como_cero() -> None:
    """33,333 contra 33,3333333: con dos decimales los dos serían 33,33 y la diferencia, cero."""
    html = contraste(33.333, 100 / 3, "difiere")
    for texto in ("33,333\u00a0%", "33,3333\u00a0%", "−0,0003\u00a0p.\u00a0p."):
        assert texto in html
    assert "0,00\u00a0p.\u00a0p." in contraste(33.3333333333, 100 / 3, "coincide")


def test_lo_que_el_libro_no_trae_es_sin_dato() -> None:
    assert contraste(None, 25.0, "no calculable").count("sin dato") == 2  # reportado y diferencia


def test_con_el_recalculado_a_la_vista_no_dice_que_no_es_calculable() -> None:
    html = contraste(None, 25.0, "no calculable")
    assert "</span> No se compara</span>" in html
    assert "No calculable" not in html


def test_una_lista_larga_va_por_partes() -> None:
    datos = pd.DataFrame({"n": range(95)})
    assert [len(por_partes.tramo(datos, parte)) for parte in (1, 2, 3)] == [40, 40, 15]
    assert list(por_partes.tramo(datos, 3)["n"])[:1] == [80]


def repetidos(cuantos: int, **cambios: object) -> pd.DataFrame:
    """El mismo hallazgo en filas seguidas, de productos distintos."""
    return pd.DataFrame(
        [
            {
                **HALLAZGO,
                "producto_codigo": f"1.1.{n}",
                "celda": f"M{n + 5}",
                "mensaje": f"termina el {n} de mayo de 2020.",
                "ubicacion": f"hoja «Avance Cuantitativo», celda M{n + 5}",
                "regla": NOMBRES["fuera_de_plazo"],
                **cambios,
            }
            for n in range(1, cuantos + 1)
        ]
    )


def test_lo_que_se_repite_va_en_un_renglon_que_lleva_a_verlo_todo() -> None:
    datos = pd.concat([repetidos(9), pd.DataFrame([HALLAZGO])], ignore_index=True)
    html = en_pantalla.tabla(datos, url=(("corte", "2025-06-30"),), juntar=True)
    assert html.count("<tr>") == 1 + 2
    assert "<strong>9 veces</strong>" in html
    assert "Termina" not in html
    assert "En 1.1.1, termina el 1 de mayo de 2020." in html
    assert "celdas M6, M7, M8, M9, M10 y 4 más" in html
    assert 'href="hallazgos?regla=fuera_de_plazo&amp;corte=2025-06-30"' in html


def test_cinco_iguales_se_ven_uno_por_uno() -> None:
    html = en_pantalla.tabla(repetidos(5), url=(), juntar=True)
    assert html.count("<tr>") == 1 + 5
    assert "veces" not in html


def test_el_titulo_dice_cuantos_son_en_total() -> None:
    assert hallazgos_repetidos.titulo(hallazgos_repetidos.juntar(repetidos(1200))) == (
        "1.200 hallazgos; lo que se repite, una sola vez"
    )
    assert hallazgos_repetidos.titulo(hallazgos_repetidos.juntar(repetidos(5))) == ""
