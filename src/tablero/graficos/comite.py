"""Gráficos del Comité."""

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import apiladas
from tablero.graficos.piezas.base import Grafico, armar

COLORES = {
    "Reportadas": tema.ACENTO_VIVO,
    "Sin reporte": tema.RESTO_VIVO,
}


def reporte_de_utas(datos: pd.DataFrame) -> Grafico:
    """De las actividades de cada UTA, cuántas se reportaron.

    Recibe `uta_numero`, `uta_nombre`, `actividades` y `actividades_reportadas`.
    """
    filas = filas_de(datos)
    total = sum(int(f["actividades"]) for f in filas)
    reportadas = sum(int(f["actividades_reportadas"]) for f in filas)
    menor = min(filas, key=lambda f: f["actividades_reportadas"] / f["actividades"])
    titulo = (
        f"De {formato.contar(total, 'actividad', 'actividades')} de las UTA, hay reporte de "
        f"{reportadas}; la UTA con menos reporte es {menor['uta_nombre']}: {_de(menor)}"
    )
    alternativa = "Actividades reportadas por UTA: " + formato.enumerar(
        [f"{_nombre(f)}, {_de(f)}" for f in filas]
    )
    partes = apiladas.partir(
        [_nombre(f) for f in filas],
        [dict(zip(COLORES, _reparto(f), strict=True)) for f in filas],
        [_de(f) for f in filas],
    )
    dibujo, alto = apiladas.dibujar(partes, COLORES, que_es="Actividades")
    return armar(titulo, alternativa, partes, dibujo, alto=alto)


def _reparto(fila: Fila) -> tuple[int, int]:
    reportadas = int(fila["actividades_reportadas"])
    return reportadas, int(fila["actividades"]) - reportadas


def _nombre(fila: Fila) -> str:
    return f"{fila['uta_numero']}. {fila['uta_nombre']}"


def _de(fila: Fila) -> str:
    return f"{fila['actividades_reportadas']} de {fila['actividades']}"
