"""Por qué falló el sistema, dicho en español."""

import errno

import pytest

from tablero.errores import ErrorDeCelda, ErroresDeDatos, en_palabras, motivo


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


def _error(celda: str, mensaje: str, columna: str = "Edición") -> ErrorDeCelda:
    return ErrorDeCelda("a.xlsx", "Valores", celda, columna, mensaje)


def test_un_error_que_se_repite_se_dice_una_vez_con_sus_primeras_celdas() -> None:
    errores = [
        _error(f"C{n}", f"«{n}» es un número; escríbalo como texto.") for n in range(2, 1136)
    ]
    otro = _error("D9", "no es una fecha.", "Fecha")
    assert en_palabras([*errores[:3], otro, *errores[3:]]) == [
        "a.xlsx · hoja «Valores» · 1.134 celdas (C2, C3, C4…) · columna «Edición»: «2» es un "
        "número; escríbalo como texto.",
        str(otro),
    ]
    assert ErroresDeDatos(errores).errores == tuple(errores)


def test_pocos_errores_iguales_se_dicen_todos() -> None:
    errores = [_error(f"C{n}", "está vacía.") for n in range(2, 5)]
    assert en_palabras(errores) == [str(e) for e in errores]


def test_errores_con_propuestas_distintas_no_se_juntan() -> None:
    errores = [_error(f"C{n}", f"«x» no existe; ¿quiso decir «{n}»?") for n in range(9)]
    assert en_palabras(errores) == [str(e) for e in errores]


def test_lo_que_no_tiene_celda_no_se_junta() -> None:
    errores = [ErrorDeCelda("a.xlsx", mensaje=f"fila {n}: tiene 3 valores.") for n in range(9)]
    assert en_palabras(errores) == [str(e) for e in errores]


def test_la_fila_de_que_habla_no_los_hace_distintos() -> None:
    errores = [_error(f"C{n}", f"clave repetida: ya está en la fila {n} de a.") for n in range(9)]
    assert len(en_palabras(errores)) == 1
