"""Centros Intégrate: la red, las personas atendidas y los días abiertos."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.centros import secciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.CENTROS, documentos=("cnim", "integra"))
pestanas.dibujar(
    {
        "personas": ("¿A cuántas personas?", secciones.personas),
        "ciudades": ("¿En qué ciudades?", secciones.ciudades),
        "dias": ("¿Cuántas por día?", secciones.por_dia),
        "red": ("¿Cuáles son?", secciones.red),
        "fuentes": ("¿Qué dice otra fuente?", secciones.otra_fuente),
    },
    filtros,
)
