"""Los gráficos del IPT calculado: lo que dicen sus títulos, rótulos y notas."""

import pandas as pd
import pytest

from tablero.graficos.ipt import orden, puntaje
from tablero.graficos.piezas import rangos
from tablero.graficos.piezas.rangos import Rango


def municipios(cuantos: int = 40) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "orden_calculado": pd.array(range(1, cuantos + 1), dtype="Int64"),
            "municipio_codigo": [f"{i:05d}" for i in range(cuantos)],
            "municipio_nombre": [f"Municipio {i + 1}" for i in range(cuantos)],
            "departamento_nombre": "Arauca",
            "puntaje": [100 - i * 100 / (cuantos - 1) for i in range(cuantos)],
            "orden_minimo": pd.array([max(i, 1) for i in range(cuantos)], dtype="Int64"),
            "orden_maximo": pd.array([i + 3 for i in range(cuantos)], dtype="Int64"),
            "categoria_natural": ["muy alto"] * 4 + ["alto"] * 6 + ["medio"] * (cuantos - 10),
        }
    )


def test_la_clasificacion_dice_el_intervalo_y_cuantos_faltan() -> None:
    grafico = orden.clasificacion(municipios())
    assert grafico.titulo == (
        "Municipio 1 encabeza el orden calculado de los 40 municipios con puntaje (entre 1.º y "
        "3.º); se ven los 30 primeros"
    )
    assert len(grafico.datos) == 30
    assert grafico.datos["rotulo"].tolist()[:2] == ["1.º (1–3)", "2.º (1–4)"]
    assert "percentil 5 al 95" in grafico.nota


def test_el_elegido_se_agrega_al_final_y_va_destacado() -> None:
    grafico = orden.clasificacion(municipios(), municipio="00035")
    assert grafico.titulo == (
        "Municipio 36 es el 36.º de 40 en el orden calculado (entre 35.º y 38.º); se ven los 30 "
        "primeros"
    )
    assert len(grafico.datos) == 31
    ultimo = grafico.datos.iloc[-1]
    assert (ultimo["nombre"], bool(ultimo["destaca"])) == ("Municipio 36", True)
    assert grafico.datos["destaca"].sum() == 1


def test_con_otros_pesos_se_compara_con_el_orden_de_antes() -> None:
    datos = municipios(12).drop(columns=["orden_minimo", "orden_maximo"]).head(5)
    datos["orden_antes"] = pd.array([3, 1, 2, 5, 4], dtype="Int64")
    grafico = orden.clasificacion(datos, departamento="Arauca", en_el_pais=12)
    assert grafico.titulo == (
        "Municipio 1 encabeza el orden calculado en Arauca (1.º de 12 en el país, con los pesos "
        "cambiados)"
    )
    assert grafico.datos["rotulo"].iloc[0] == "1.º (antes 3.º)"
    assert grafico.datos["otro"].tolist() == [3, 1, 2, 5, 4]


def test_el_peso_negativo_se_lee_en_su_barra_y_en_la_nota() -> None:
    datos = pd.DataFrame(
        {
            "indicador_orden": [1, 2, 3],
            "componente": ["Salud", "Trabajo", "Educación"],
            "direccion": ["más", "menos", "más"],
            "peso_pct": [30.0, 70.0, None],
            "peso_con_signo_pct": [-30.0, 70.0, None],
        }
    )
    grafico = orden.pesos(datos)
    assert grafico.titulo == "El indicador 2 (Trabajo) es el que más pesa: 70,0\u00a0%"
    assert grafico.datos["rotulo"].tolist() == [
        "70,0\u00a0% (menos valor, más prioridad)",
        "30,0\u00a0% (negativo: −30,0\u00a0%)",
    ]
    assert grafico.nota.startswith("1 indicador tiene peso negativo")


@pytest.mark.parametrize(
    ("rho", "titulo"),
    [(0.9, "se parece mucho"), (0.5, "se parece algo"), (-0.3, "se parece poco"), (None, "No se")],
)
def test_la_comparacion_dice_cuanto_se_parecen(rho: float | None, titulo: str) -> None:
    datos = pd.DataFrame(
        {
            "orden_publicado": [1, 2, 3],
            "municipio_nombre": ["Uno", "Dos", "Tres"],
            "lugar_calculado": pd.array([2, 1, None], dtype="Int64"),
            "rho_spearman": [rho] * 3,
        }
    )
    grafico = orden.comparacion(datos)
    assert titulo in grafico.titulo
    assert grafico.datos["destaca"].tolist() == [False, True]
    assert grafico.nota.endswith("1 priorizado no tiene puntaje.")


def test_los_aportes_suman_por_componente_y_los_negativos_se_ven() -> None:
    datos = pd.DataFrame(
        {
            "componente": ["Salud", "Salud", "Trabajo"],
            "municipio_nombre": "Tame",
            "aporte_puntos": [20.0, 15.5, -3.0],
        }
    )
    grafico = puntaje.aportes(datos)
    assert grafico.titulo == "Tame: 32,5 de 100 puntos; lo que más pone es Salud"
    assert grafico.datos["rotulo"].tolist() == ["+35,5", "−3,0"]


def test_el_reparto_cuenta_a_todos_en_su_categoria() -> None:
    grafico = puntaje.reparto(municipios(), metodo="natural", como="naturales")
    assert grafico.titulo == (
        "4 municipios quedan en «muy alto» y 6 en «alto», con cortes naturales"
    )
    assert grafico.datos["municipios"].sum() == 40
    por_categoria = grafico.datos.groupby("categoria")["municipios"].sum().to_dict()
    assert por_categoria == {"muy alto": 4, "alto": 6, "medio": 30}


def test_sin_punto_hueco_no_hay_esa_capa() -> None:
    solo = rangos.tabla([Rango("Uno", 1, "1.º", 1, 2), Rango("Dos", 2, "2.º", 2, 2)])
    con = rangos.tabla([Rango("Uno", 1, "1.º", 1, 2, otro=2), Rango("Dos", 2, "2.º")])
    assert len(rangos.dibujar(solo, que_es="Orden")[0].to_dict()["layer"]) == 3
    assert len(rangos.dibujar(con, que_es="Orden")[0].to_dict()["layer"]) == 4
