"""Por qué falló el sistema, dicho en español."""

import errno

import pytest

from tablero.errores import motivo


@pytest.mark.parametrize(
    ("error", "esperado"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "no hay permiso"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "no existe"),
        (NotADirectoryError(errno.ENOTDIR, "x"), "una parte de la ruta no es una carpeta"),
        (OSError(errno.ENOSPC, "No space left on device"), "no queda espacio en el disco"),
        (OSError(99_999, "algo raro"), "algo raro"),
        (OSError("sin número"), "OSError"),
    ],
)
def test_el_motivo_de_una_falla_del_sistema(error: OSError, esperado: str) -> None:
    assert motivo(error) == esperado
