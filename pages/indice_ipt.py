"""Índice IPT: el índice calculado con los valores que alguien cargó, y qué tan firme es."""

from tablero.interfaz import (
    calculo_ipt,
    clasificacion_ipt,
    menu,
    pagina,
    pesos_ipt,
    resumen_ipt,
    secciones_ipt,
    sin_valores_ipt,
)

filtros = pagina.abrir(
    menu.INDICE_IPT,
    "¿Qué municipios van primero si se calcula el Índice de Priorización Territorial (IPT), y qué "
    "tan firme es ese orden?",
    documentos=("eat", "ipt_valores"),
)
vista = calculo_ipt.abrir(filtros)
if vista is None:
    sin_valores_ipt.dibujar(filtros)
else:
    pesos_ipt.aviso(vista)
    resumen_ipt.tarjetas(vista)
    clasificacion_ipt.dibujar(vista)
    secciones_ipt.dibujar(vista)
