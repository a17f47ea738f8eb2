"""Comité: la sesión, el plan de trabajo, las UTA y el producto esperado."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.comite import proyectar, secciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.COMITE, documentos=("comite",))
proyectar.dibujar()
pestanas.dibujar(
    {
        "va": ("¿Cómo va el plan?", secciones.como_va),
        "utas": ("¿Qué hizo cada UTA?", secciones.de_las_utas),
        "quienes": ("¿Quiénes son?", secciones.quienes),
        "sesion": ("La sesión", secciones.sesion),
    },
    filtros,
)
