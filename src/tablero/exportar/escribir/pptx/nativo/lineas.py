"""Líneas en el tiempo: por cortes, o cada punto en su día."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import floor
from typing import Any

from tablero import formato, tema
from tablero.exportar.escribir.pptx.nativo.base import (
    TINTA,
    PorCategorias,
    PorPuntos,
    Serie,
    Trazo,
    de_papel,
    numeros,
    partes,
)
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.piezas.dos_lineas import NOMBRES

DE_CORTES = frozenset({"dia", "medida", "clase", "en_linea", "valor", "texto", "arriba", "color"})
DE_ANIOS = frozenset({"clase", "x", "y", "detalle", "rotulo"})
CORTE = "Corte"
ACENTO = de_papel(tema.ACENTO_VIVO)
CERO_DE_EXCEL = date(1899, 12, 30)
"""El día cero de las fechas de un libro de Excel."""


def de_cortes(grafico: Grafico) -> PorCategorias:
    """La de `graficos/historia/series.py`: una serie por clase, con un punto en cada corte.

    Lo publicado junto a lo calculado son puntos sueltos, como en la pantalla.
    """
    datos = grafico.datos
    dias = sorted(set(datos["dia"]))
    series = []
    for clase, suyas in datos.groupby("clase", sort=False):
        por_dia = suyas.set_index("dia")
        color, en_linea = de_papel(str(suyas["color"].iloc[0])), bool(suyas["en_linea"].any())
        textos = tuple(por_dia["texto"].reindex(dias).fillna(""))
        series.append(
            Serie(
                str(clase),
                numeros(por_dia["valor"].reindex(dias).astype(float)),
                color,
                rotulos=textos if en_linea else (),
                abajo=frozenset(
                    n for n, si in enumerate(por_dia["arriba"].reindex(dias)) if not si
                ),
                cortada=color == TINTA,
                solo_puntos=not en_linea,
            )
        )
    cortes = tuple(formato.fecha(date.fromordinal(int(dia))) for dia in dias)
    return PorCategorias(
        "lineas",
        cortes,
        tuple(series),
        leyenda=True,
        extremos=_extremos(grafico),
        unidad=_unidad(grafico),
    )


def son_dos_lineas(grafico: Grafico) -> bool:
    """Si solo hay las dos líneas y el corte: los otros dibujos de años llevan más cosas."""
    return set(grafico.datos["clase"]) <= {*NOMBRES, "corte"}


def de_anios(grafico: Grafico) -> PorPuntos:
    """Las de `graficos/piezas/dos_lineas.py`; el corte es una línea de arriba abajo."""
    datos = grafico.datos.assign(dia=[_dia(x) for x in grafico.datos["x"].astype(float)])
    con_valor = datos[datos["y"].notna()]
    alturas = [0.0, *con_valor["y"].astype(float)]
    trazos = [
        Trazo(
            NOMBRES[str(clase)],
            tuple(zip(suyas["dia"].astype(float), suyas["y"].astype(float), strict=True)),
            ACENTO if clase == "hecho" else TINTA,
            cortada=clase == "programado",
        )
        for clase, suyas in con_valor.groupby("clase", sort=False)
    ]
    corte = float(datos.loc[datos["clase"] == "corte", "dia"].iloc[0])
    de_arriba_abajo = ((corte, min(alturas)), (corte, max(alturas)))
    raya = Trazo(CORTE, de_arriba_abajo, tema.GRIS, con_marca=False)
    dias = datos["dia"]
    return PorPuntos((*trazos, raya), (int(dias.min()), int(dias.max())), _unidad(grafico))


def _dia(en_anios: float) -> int:
    """El día que `tiempo.en_anios` puso en años, como lo cuenta Excel: 2026 → 46022."""
    anio = floor(en_anios)
    enero, siguiente = date(anio, 1, 1), date(anio + 1, 1, 1)
    van = round((en_anios - anio) * (siguiente - enero).days)
    return (enero + timedelta(days=van - 1) - CERO_DE_EXCEL).days


def _verticales(grafico: Grafico) -> Iterator[Mapping[str, Any]]:
    """Los canales verticales de un dibujo."""
    canales = (parte.get("y") for parte in partes(grafico.spec))
    return (canal for canal in canales if isinstance(canal, Mapping))


def _extremos(grafico: Grafico) -> tuple[float, float] | None:
    """Los del primer eje vertical que los diga."""
    dominios = (y.get("scale", {}).get("domain") for y in _verticales(grafico))
    return next(((float(d[0]), float(d[1])) for d in dominios if d), None)


def _unidad(grafico: Grafico) -> str:
    """La que el eje vertical escribe después de cada número."""
    ejes = (y.get("axis") or {} for y in _verticales(grafico))
    return " %" if any("%" in eje.get("labelExpr", "") for eje in ejes) else ""
