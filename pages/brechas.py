"""Brechas territoriales: a qué municipios priorizados no nombra ninguna de las tres listas."""

from tablero.consultas import brechas
from tablero.interfaz.mapa import coropleta
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.brechas import resumen

filtros = pagina.abrir(
    menu.BRECHAS,
    "¿Qué municipios priorizados no aparecen en la lista de Centros Intégrate, ni en la de "
    "transferencias psicosociales, ni en la de talleres de la estrategia territorial?",
    documentos=("eat", "cnim"),
)
matriz = preguntar(brechas.matriz, **filtros.consulta)
if matriz.esta_vacio:
    resumen.decir_que_no_esta(filtros)
else:
    resumen.en_palabras(matriz, filtros)
    coropleta.mapa_y_leyenda("brechas", "orden", filtros)
    resumen.grafico(matriz, filtros)
    resumen.tabla(matriz)
resumen.otros_talleres()
