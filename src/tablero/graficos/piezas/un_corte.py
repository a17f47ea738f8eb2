"""Lo publicado y lo calculado de un solo corte: con un punto por línea no hay serie que dibujar."""

import pandas as pd

from tablero import tema
from tablero.graficos.piezas import renglones
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.renglones import Renglon

NOTA = "Con un solo corte todavía no hay una serie: la habrá con el siguiente."


def barras(puntos: pd.DataFrame, *, titulo: str, alternativa: str, tope: float) -> Grafico:
    """Una barra por medida y nivel; lo que no tiene cifra no lleva barra.

    Recibe `clase` («Avance publicado»), `medida`, `valor` y `texto`. La barra llena el ancho con
    `tope` (o con el mayor, si pasa de ahí).
    """
    con_cifra = puntos.dropna(subset=["valor"]).sort_values("medida", kind="stable")
    marcas = renglones.lugares(
        [
            Renglon(clase, texto, max(valor, 0.0), resaltado=medida == "Avance")
            for clase, texto, valor, medida in zip(
                *(con_cifra[c] for c in ("clase", "texto", "valor", "medida")), strict=True
            )
        ],
        grosor=tema.BARRA_GRUESA,
    )
    dibujo, alto = renglones.dibujar(marcas, tope=max(tope, *con_cifra["valor"]), es_un_todo=True)
    return armar(titulo, alternativa, marcas, dibujo, alto=alto, nota=NOTA)
