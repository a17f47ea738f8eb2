"""Por entidad: cómo van los productos de cada una y qué debe hacer con ellos."""

from tablero.interfaz import entidad, menu, pagina, vista_politica

filtros = pagina.abrir(
    menu.ENTIDAD,
    "¿Cómo van los productos de cada entidad, y qué debe hacer con cada uno?",
    documentos=(pagina.POLITICA,),
)
entidad.dibujar(vista_politica.elegir(), filtros)
