"""Los procesos que leen libros mueren con el que los abrió."""

import os
from multiprocessing import parent_process
from threading import Thread


def morir_con_quien_lo_abrio() -> None:
    """Si matan la orden, este proceso no se queda esperando para siempre con su memoria."""
    Thread(target=_esperar, daemon=True).start()


def _esperar() -> None:
    if (padre := parent_process()) is not None:
        padre.join()
        os._exit(1)
