"""Preparar sesión: la agenda, las pantallas, el quórum, los compromisos y las decisiones."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.sesion import (
    agenda,
    compromisos,
    decisiones,
    elegida,
    entrega,
    pantallas,
    quorum,
)
from tablero.interfaz.piezas import pestanas

pagina.abrir(menu.SESION, documentos=("comite",))
mirada = elegida.elegir()
pestanas.dibujar(
    {
        "agenda": ("¿Qué se trata?", agenda.seccion),
        "pantallas": ("¿Qué se muestra?", pantallas.seccion),
        "quorum": ("¿Hay quórum?", quorum.seccion),
        "compromisos": ("¿Qué queda por cumplir?", compromisos.seccion),
        "decisiones": ("¿Qué se decidió?", decisiones.seccion),
        "entrega": ("¿Qué se entrega?", entrega.seccion),
    },
    mirada,
)
