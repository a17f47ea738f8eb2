"""Conciliación: lo que cada documento publica contra lo que dan sus propias partes."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas import conciliacion
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.CONCILIACION, documentos=("sdp", "cnim", "eat", "comite", "integra"))
pestanas.dibujar(
    {
        "cuantas": ("¿Cuántas coinciden?", conciliacion.cuantas),
        "cifras": ("Cifra por cifra", conciliacion.cifra_por_cifra),
    },
    filtros,
    suyos={"cifras": ("documento", "estado", conciliacion.PARTE)},
)
