"""Clústeres: los 14 grupos de municipios con que trabaja la estrategia territorial."""

from tablero.interfaz import fases_eat, fichas_cluster, menu, pagina

filtros = pagina.abrir(
    menu.CLUSTERES,
    "¿Cómo se agrupan los municipios priorizados y qué hay en cada grupo?",
    documentos=("eat", "cnim"),
)
fichas_cluster.mapa_y_tabla(filtros)
fichas_cluster.dibujar(filtros)
fases_eat.dibujar(filtros)
