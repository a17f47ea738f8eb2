"""Hoja de producto: qué es, cuánto lleva, cómo llegó hasta ahí y qué hay que revisar."""

from tablero.interfaz import (
    menu,
    objetivos_politica,
    pagina,
    producto_ficha,
    producto_linea,
    producto_lista,
    producto_plan,
    producto_ritmo,
    producto_tarjetas,
    producto_textos,
    vista_politica,
)

filtros = pagina.abrir(
    menu.PRODUCTO,
    "¿Qué se comprometió a entregar, cuánto lleva frente a lo que debía y qué hay que revisar?",
    documentos=(pagina.POLITICA,),
)
vista = vista_politica.elegir()
mirado = producto_lista.elegir(vista)
if mirado:
    producto_ficha.dibujar(mirado)
    objetivos_politica.del_comite(vista, mirado.codigo)
    producto_tarjetas.dibujar(mirado)
    producto_linea.metas_y_reportes(mirado)
    producto_linea.serie(mirado)
    producto_plan.dibujar(mirado)
    producto_ritmo.dibujar(mirado)
    producto_textos.revisar(mirado)
    producto_textos.de_la_entidad(mirado)
    producto_textos.del_informe(mirado)
    menu.enlace(menu.SUPONER, "¿Y si su próximo reporte fuera otro? →", filtros, mirado.solo)
menu.enlace(menu.SEMAFORO, "Ver el semáforo de todos los productos →", filtros)
