"""Brechas territoriales: a qué municipios priorizados no nombra ninguna de las tres listas."""

from tablero.consultas import brechas
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.brechas import resumen
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.BRECHAS, documentos=("eat", "cnim"))
if preguntar(brechas.matriz, **filtros.consulta).esta_vacio:
    resumen.decir_que_no_esta(filtros)
    resumen.otros_talleres()
else:
    pestanas.dibujar(
        {
            "resumen": ("¿Quiénes no aparecen?", resumen.en_palabras),
            "municipios": ("Municipio por municipio", resumen.tabla),
            "mapa": ("¿Dónde están?", resumen.mapa),
            "listas": ("¿Qué lista los nombra?", resumen.listas),
        },
        filtros,
    )
