"""Un gráfico para la pared: con letra que se lee y sin nada que tocar."""

import pandas as pd

from tablero.graficos.brechas import por_aspecto
from tablero.graficos.piezas import renglones
from tablero.graficos.piezas.base import Spec, armar
from tablero.graficos.piezas.renglones import Renglon
from tablero.graficos.piezas.sala import ANCHO, DE_LETRA, LETRA, para_la_sala, quieta


def _todo(spec: object) -> list[tuple[str, object]]:
    if isinstance(spec, dict):
        return [*spec.items(), *(par for valor in spec.values() for par in _todo(valor))]
    return [par for valor in spec for par in _todo(valor)] if isinstance(spec, list) else []


def _con_enlace() -> Spec:
    filas = [Renglon("Uno", "10", 10.0, enlace="producto?codigo=1.1.1")]
    marcas = renglones.lugares(filas, grosor=20)
    dibujo, alto = renglones.dibujar(marcas, tope=100, pie="Pie")
    return para_la_sala(armar("Título", "Alternativa", marcas, dibujo, alto=alto))


def test_ninguna_letra_es_menor_y_no_hay_nada_que_tocar() -> None:
    spec = _con_enlace()
    letras = [v for clave, v in _todo(spec) if clave in DE_LETRA and isinstance(v, int)]
    assert letras
    assert min(letras) == LETRA
    assert {"href", "tooltip"}.isdisjoint(clave for clave, _ in _todo(spec))
    assert (spec["width"], len(spec["data"]["values"])) == (ANCHO, 1)


def test_las_columnas_de_una_leyenda_son_un_numero() -> None:
    datos = pd.DataFrame(
        {
            "aspecto": "Centro Intégrate",
            "estado": ["sí", "proyectado", "no aparece"],
            "municipios": [12, 1, 21],
        }
    )
    columnas = [v for clave, v in _todo(para_la_sala(por_aspecto(datos))) if clave == "columns"]
    assert columnas == [3]


def test_quieta_no_agranda_y_cuenta_las_columnas_de_su_ancho() -> None:
    columnas = {"expr": "width >= 640 ? 3 : width >= 400 ? 2 : 1"}
    marca = {"fontSize": 9, "tooltip": True, "href": "a", "legend": {"columns": columnas}}
    for ancho, cuantas in ((700, 3), (500, 2), (320, 1)):
        assert quieta([marca], ancho) == [{"fontSize": 9, "legend": {"columns": cuantas}}]
