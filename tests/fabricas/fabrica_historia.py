"""Un tablero con su registro y sus ediciones, en una carpeta propia: lo que se anote no es de nadie
más.
"""

import shutil
from pathlib import Path

from tablero.registro.lugares import Lugares


def copiar_con_su_historia(tablero: Path, carpeta: Path) -> Path:
    """Copia el archivo DuckDB, su registro y sus ediciones; da el archivo nuevo."""
    copia = carpeta / tablero.name
    shutil.copyfile(tablero, copia)
    suyos, nuevos = Lugares.de(tablero), Lugares.de(copia)
    shutil.copytree(suyos.registro, nuevos.registro)
    shutil.copytree(suyos.ediciones, nuevos.ediciones)
    return copia
