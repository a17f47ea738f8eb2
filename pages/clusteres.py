"""Clústeres: los 14 grupos de municipios con que trabaja la estrategia territorial."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.clusteres import fases, fichas

filtros = pagina.abrir(
    menu.CLUSTERES,
    "¿Cómo se agrupan los municipios priorizados y qué hay en cada grupo?",
    documentos=("eat", "cnim"),
)
fichas.mapa_y_tabla(filtros)
fichas.dibujar(filtros)
fases.dibujar(filtros)
