"""Brechas territoriales: a qué municipios priorizados no nombra ninguna de las tres listas."""

from tablero.interfaz.mapa import coropleta
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.brechas import resumen

filtros = pagina.abrir(
    menu.BRECHAS,
    "¿Qué municipios priorizados no aparecen en la lista de Centros Intégrate, ni en la de "
    "transferencias psicosociales, ni en la de talleres de la estrategia territorial?",
    documentos=("eat", "cnim"),
)
if resumen.resumen(filtros):
    coropleta.mapa_y_leyenda("brechas", "orden", filtros)
    resumen.grafico(filtros)
    resumen.matriz(filtros)
resumen.otros_talleres()
