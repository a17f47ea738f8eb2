"""Líneas en el tiempo: por cortes, o en el plano si el eje son los años."""

from datetime import date

import pandas as pd

from tablero import tema
from tablero.exportar.laminas.nativo.base import (
    TINTA,
    PorCategorias,
    PorPuntos,
    Serie,
    Trazo,
    de_papel,
    numeros,
)
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.piezas.dos_lineas import NOMBRES

DE_CORTES = frozenset({"dia", "medida", "clase", "en_linea", "valor", "texto", "color"})
DE_PRODUCTO = frozenset({"corte", "paa", "trayectoria", "detalle", "elegido"})
DE_ANIOS = frozenset({"clase", "x", "y", "detalle", "rotulo"})
CORTE = "Corte"
ACENTO = de_papel(tema.ACENTO_VIVO)


def de_cortes(grafico: Grafico) -> PorCategorias:
    """La de `graficos/historia/series.py`: una línea por clase, con un punto en cada corte."""
    datos = grafico.datos
    dias = sorted(set(datos["dia"]))
    series = []
    for clase, suyas in datos.groupby("clase", sort=False):
        por_dia = suyas.set_index("dia")
        color = de_papel(str(suyas["color"].iloc[0]))
        series.append(
            Serie(
                str(clase),
                numeros(por_dia["valor"].reindex(dias).astype(float)),
                color,
                rotulos=tuple(por_dia["texto"].reindex(dias).fillna("")),
                cortada=color == TINTA,
            )
        )
    fechas = tuple(date.fromordinal(int(dia)) for dia in dias)
    return PorCategorias("lineas", fechas, tuple(series), leyenda=True)


def de_producto(grafico: Grafico) -> PorCategorias:
    """La de `graficos/producto/serie.py`: lo que lleva y lo que debía llevar."""
    datos = grafico.datos
    return PorCategorias(
        "lineas",
        tuple(date.fromisoformat(corte) for corte in datos["corte"]),
        (
            Serie("Avance acumulado (PAA)", numeros(datos["paa"].astype(float)), ACENTO),
            Serie("Trayectoria", numeros(datos["trayectoria"].astype(float)), TINTA, cortada=True),
        ),
        leyenda=True,
    )


def son_dos_lineas(grafico: Grafico) -> bool:
    """Si solo hay las dos líneas y el corte: los otros dibujos de años llevan más cosas."""
    return set(grafico.datos["clase"]) <= {*NOMBRES, "corte"}


def de_anios(grafico: Grafico) -> PorPuntos:
    """Las de `graficos/piezas/dos_lineas.py`; el corte es una línea de arriba abajo."""
    datos = grafico.datos
    con_valor = datos[datos["y"].notna()]
    alturas = [0.0, *con_valor["y"].astype(float)]
    trazos = [
        Trazo(
            NOMBRES[str(clase)],
            tuple(zip(suyas["x"].astype(float), suyas["y"].astype(float), strict=True)),
            ACENTO if clase == "hecho" else TINTA,
            cortada=clase == "programado",
        )
        for clase, suyas in con_valor.groupby("clase", sort=False)
    ]
    corte = float(datos.loc[datos["clase"] == "corte", "x"].iloc[0])
    raya = Trazo(CORTE, ((corte, min(alturas)), (corte, max(alturas))), tema.GRIS, con_marca=False)
    return PorPuntos((*trazos, raya), _anios(datos["x"]))


def _anios(equis: "pd.Series[float]") -> tuple[int, int]:
    return int(equis.min()), int(-(-equis.max() // 1))
