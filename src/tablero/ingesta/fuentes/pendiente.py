"""Lo que una interrupción dejó a medias se termina antes de escribir otra cosa.

Cada paso es un cambio de nombre, que ocurre o no ocurre: lo que se encuentra dice hasta dónde se
llegó. Solo lo llama quien ya tiene el cerrojo.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from tablero.ingesta.fuentes.carpeta_entera import guardar, podar
from tablero.ingesta.fuentes.documentos import PLAN_ACCION, TALLER_DE_IMPORTAR
from tablero.ingesta.fuentes.sellar import terminar_sellos
from tablero.ingesta.plan.carpetas import REEMPLAZADOS as PLANES_APARTADOS
from tablero.ingesta.seguimiento.carpetas import REEMPLAZADOS as LIBROS_APARTADOS
from tablero.ingesta.seguimiento.carpetas import SEGUIMIENTO

APARTADOS = {SEGUIMIENTO: LIBROS_APARTADOS, PLAN_ACCION: PLANES_APARTADOS}
"""Carpeta de las fuentes → donde espera lo que se está reemplazando en ella."""


def terminar_lo_pendiente(fuentes: Path, avisar: Callable[[str], None] = lambda _: None) -> None:
    """Termina los sellos y las importaciones interrumpidas, y borra sus talleres."""
    for taller in fuentes.parent.glob(f"{TALLER_DE_IMPORTAR}*"):
        shutil.rmtree(taller, ignore_errors=True)
    for clase, apartados in APARTADOS.items():
        for apartada in sorted((fuentes.parent / apartados).glob("*/*")):
            _terminar(fuentes / clase / apartada.parent.name / apartada.name, apartada, avisar)
    for carpeta in terminar_sellos(fuentes):
        avisar(f"Se terminó de sellar {carpeta}: se había interrumpido.")


def _terminar(carpeta: Path, apartada: Path, avisar: Callable[[str], None]) -> None:
    fuentes = carpeta.parents[2]
    nombre = carpeta.relative_to(fuentes).as_posix()
    if not carpeta.exists():  # el nuevo no llegó a entrar
        carpeta.parent.mkdir(parents=True, exist_ok=True)
        apartada.rename(carpeta)
        podar(apartada)
        avisar(f"Una importación se interrumpió: {nombre} queda como estaba.")
        return
    # El nuevo sí entró, completo y sellado: falta guardar el que reemplazó.
    if (donde := guardar(carpeta, apartada, fuentes)) is not None:
        avisar(f"Una importación se interrumpió: {nombre} quedó, y lo que había está en {donde}")
