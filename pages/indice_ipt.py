"""Índice IPT: el índice calculado con los valores que alguien cargó, y qué tan firme es."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.indice_ipt import (
    calculo,
    clasificacion,
    pesos,
    resumen,
    secciones,
    sin_valores,
)

filtros = pagina.abrir(
    menu.INDICE_IPT,
    "¿Qué municipios van primero si se calcula el Índice de Priorización Territorial (IPT), y qué "
    "tan firme es ese orden?",
    documentos=("eat", "ipt_valores"),
)
vista = calculo.abrir(filtros)
if vista is None:
    sin_valores.dibujar(filtros)
else:
    pesos.aviso(vista)
    resumen.tarjetas(vista)
    clasificacion.dibujar(vista)
    secciones.dibujar(vista)
