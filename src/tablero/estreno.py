"""La carpeta de datos, la primera vez: una copia de las fuentes con que viene el programa."""

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from tablero import rutas
from tablero.errores import ArchivoIlegible, motivo


def estrenar() -> Path | None:
    """Copia las fuentes del programa a la carpeta de datos si aún no tiene; la carpeta, o `None`.

    La copia aparece entera o no aparece. `ArchivoIlegible` si no se puede escribir ahí.
    """
    de_fabrica = rutas.DEL_PROGRAMA / "fuentes"
    if rutas.FUENTES.exists() or not de_fabrica.is_dir():
        return None
    try:
        rutas.DATOS.mkdir(parents=True, exist_ok=True)
        temporal = Path(mkdtemp(prefix=".estreno-", dir=rutas.DATOS))
        try:
            # `copyfile`: si las del programa son de solo lectura, las de la persona no.
            copia = shutil.copytree(de_fabrica, temporal / "fuentes", copy_function=shutil.copyfile)
            _dejar_escribir(copia)
            copia.rename(rutas.FUENTES)
        finally:
            shutil.rmtree(temporal, ignore_errors=True)
    except OSError as error:
        if rutas.FUENTES.is_dir():  # otro proceso la estrenó mientras tanto
            return None
        raise ArchivoIlegible(
            f"{rutas.DATOS}: no se puede preparar la carpeta de datos ({motivo(error)}). Diga otra "
            "en la variable TABLERO_DATOS."
        ) from error
    return rutas.DATOS


def _dejar_escribir(carpeta: Path) -> None:
    for raiz, _, _ in os.walk(carpeta):
        Path(raiz).chmod(0o755)
