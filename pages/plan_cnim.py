"""Plan CNIM: el plan nacional, acción por acción."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.cnim import resumen, secciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.PLAN_CNIM, documentos=("cnim",))
pestanas.dibujar(
    {
        "va": ("¿Cómo va?", resumen.como_va),
        "acciones": ("Acción por acción", secciones.una_por_una),
        "cifras": ("¿Con cuánto y a cuántos?", secciones.cifras),
        "reuniones": ("Mesas y taller", secciones.reuniones),
        "resoluciones": ("Resoluciones", secciones.resoluciones),
    },
    filtros,
)
