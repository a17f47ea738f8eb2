"""Clústeres: los 14 grupos de municipios con que trabaja la estrategia territorial."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.clusteres import fases, fichas
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.CLUSTERES, documentos=("eat", "cnim"))
pestanas.dibujar(
    {
        "mapa": ("¿Cómo se agrupan?", fichas.mapa_y_tabla),
        "fichas": ("¿Qué hay en cada uno?", fichas.dibujar),
        "fases": ("¿Qué se ha hecho?", fases.lo_hecho),
        "talleres": ("¿Dónde hubo talleres?", fases.talleres),
        "estrategia": ("¿Para qué y con quién?", fases.la_estrategia),
    },
    filtros,
)
