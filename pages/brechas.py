"""Brechas territoriales: a qué municipios priorizados no nombra ninguna de las tres listas."""

from tablero.interfaz import brechas, coropleta, menu, pagina

filtros = pagina.abrir(
    menu.BRECHAS,
    "¿Qué municipios priorizados no aparecen en la lista de Centros Intégrate, ni en la de "
    "transferencias psicosociales, ni en la de talleres de la estrategia territorial?",
    documentos=("eat", "cnim"),
)
if brechas.resumen(filtros):
    coropleta.mapa_y_leyenda("brechas", "orden", filtros)
    brechas.grafico(filtros)
    brechas.matriz(filtros)
brechas.otros_talleres()
