"""Las pestañas de la hoja de un producto: lo que cada una muestra, en el orden en que se lee."""

from collections.abc import Callable

from tablero.interfaz.paginas.producto import ficha, linea, plan, ritmo, tarjetas, textos
from tablero.interfaz.paginas.semaforo import objetivos
from tablero.respuestas.producto import ProductoMirado

Seccion = Callable[[ProductoMirado], None]


def de(mirado: ProductoMirado) -> dict[str, tuple[str, Seccion]]:
    """Las que tienen qué mostrar: las metas y las celdas por revisar vienen en el libro."""
    del_libro: dict[str, tuple[str, Seccion]] = {
        "metas": ("Metas y reportes", linea.metas_y_reportes),
        "revisar": ("¿Qué revisar?", _que_revisar),
    }
    return {
        "va": ("¿Cómo va?", _como_va),
        "es": ("¿Qué es?", _que_es),
        **(del_libro if mirado.tiene_libro else {}),
        "llega": ("¿Llega a su meta?", ritmo.dibujar),
        "plan": ("Plan de acción", plan.dibujar),
        "cuenta": ("¿Qué cuenta la entidad?", _lo_que_se_cuenta),
    }


def _como_va(mirado: ProductoMirado) -> None:
    ficha.sin_libro(mirado)
    tarjetas.dibujar(mirado)
    linea.serie(mirado)


def _que_es(mirado: ProductoMirado) -> None:
    ficha.dibujar(mirado)
    objetivos.del_comite(mirado.vista, mirado.codigo)


def _que_revisar(mirado: ProductoMirado) -> None:
    textos.revisar(mirado)
    tarjetas.contrastes(mirado)


def _lo_que_se_cuenta(mirado: ProductoMirado) -> None:
    textos.de_la_entidad(mirado)
    textos.del_informe(mirado)
