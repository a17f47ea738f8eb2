"""Hoja de producto: qué es, cuánto lleva, cómo llegó hasta ahí y qué hay que revisar."""

from tablero.interfaz.filtros import comparados, politica_y_corte
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.comparacion import productos
from tablero.interfaz.paginas.producto import ficha, lista, secciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.PRODUCTO, documentos=(pagina.POLITICA,))
vista = politica_y_corte.elegir()
mirado = lista.de_la_url(vista)
# Lo que se pidió comparar va primero; la lista para elegir con qué, al final.
compara = comparados.se_piden()
if compara:
    productos.dibujar(vista, mirado)
if mirado is None:
    lista.buscar_uno(vista)
else:
    lista.vecinos(mirado)
    ficha.encabezado(mirado)
    pestanas.dibujar(secciones.de(mirado), mirado)
    menu.enlace(menu.SUPONER, "¿Y si su próximo reporte fuera otro? →", filtros, mirado.solo)
if not compara:
    productos.dibujar(vista, mirado)
menu.enlace(menu.SEMAFORO, "Ver el semáforo de todos los productos →", filtros)
