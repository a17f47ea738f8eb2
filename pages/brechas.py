"""Brechas: qué municipios priorizados no tienen centro, ni dinero, ni taller nombrado."""

from tablero.interfaz import brechas, coropleta, menu, pagina

filtros = pagina.abrir(
    menu.BRECHAS,
    "¿Qué municipios priorizados no tienen Centro Intégrate, ni transferencia psicosocial, ni "
    "ninguno de los talleres que nombra la estrategia territorial?",
    documentos=("eat", "cnim"),
)
if brechas.resumen(filtros):
    coropleta.mapa_y_leyenda("brechas", "orden", filtros)
    brechas.grafico(filtros)
    brechas.matriz(filtros)
brechas.otros_talleres()
