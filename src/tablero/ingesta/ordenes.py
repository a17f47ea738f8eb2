"""Las órdenes que un mensaje da para copiar: la que trae un libro y la que construye."""

from pathlib import Path

from tablero import rutas

DE_PLAN = "pa_"
"""Con que empieza el nombre de todo plan de acción."""


def es_un_plan(libro: Path) -> bool:
    """Si por su nombre es un plan de acción: `PA_<política>_v<n>-<año>.xlsx`."""
    return libro.name.lower().startswith(DE_PLAN)


def orden_de_traer(libro: Path, fuentes: Path, *, es_plan: bool) -> str:
    """La que lo copia a su carpeta y construye el tablero."""
    aparte = "" if fuentes.resolve() == rutas.FUENTES.resolve() else f' --fuentes "{fuentes}"'
    grupo = "plan" if es_plan else "seguimiento"
    return rutas.orden(f'{grupo} importar "{libro}"{aparte}')


def orden_de_construir(fuentes: Path) -> str:
    """La que construye con esas fuentes."""
    if fuentes.resolve() == rutas.FUENTES.resolve():
        return rutas.orden("construir")
    return rutas.orden(f"construir --fuentes {rutas.entre_comillas(fuentes)}")
