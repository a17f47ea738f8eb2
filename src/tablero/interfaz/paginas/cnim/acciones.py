"""Las acciones del plan de la CNIM, una por una: nombre, tareas y lo que se reportó."""

from html import escape

import pandas as pd

from tablero.filas import Fila, filas_de

SIN_TAREAS = "Tareas: no publicadas."


def acciones(datos: pd.DataFrame) -> str:
    """Cada acción con las palabras de la fuente a la vista; al abrirla, sus tareas y su reporte."""
    return "".join(_accion(fila) for fila in filas_de(datos))


def _accion(fila: Fila) -> str:
    cita = fila["cita"]
    vista = f'<br><span class="tb-aparte">«{escape(cita)}»</span>' if isinstance(cita, str) else ""
    return (
        '<details class="tb-hecho"><summary>'
        f"<strong>{fila['accion_numero']}. {escape(fila['accion'])}</strong>{vista}</summary>"
        f"<div><p><strong>Lo que se reportó</strong> (en nuestras palabras). "
        f"{escape(fila['reporte_cualitativo'])}</p>{_tareas(fila)}</div></details>"
    )


def _tareas(fila: Fila) -> str:
    if not fila["tareas"]:
        return f"<p><strong>{SIN_TAREAS}</strong></p>"
    primera = int(fila["primera_tarea_numero"])
    nota = f" (la numeración publicada empieza en {primera})" if primera > 1 else ""
    lineas = "".join(f"<p>{escape(linea)}</p>" for linea in fila["tareas_texto"].split("\n"))
    return f"<p><strong>Tareas</strong>{nota}:</p>{lineas}"
