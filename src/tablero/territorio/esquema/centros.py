"""La lista de centros poblados: un código DIVIPOLA y unas coordenadas por lugar."""

import csv
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErroresDeDatos, motivo
from tablero.formato import numero_justo
from tablero.texto import codigo

COLUMNAS = ("divipola", "longitud", "latitud")
LIMITES = {"longitud": (-82.0, -66.0), "latitud": (-5.0, 16.0)}
"""Entre qué grados está Colombia, con sus islas: los mismos de la tabla `municipios`."""
CIFRAS_DEL_CODIGO = 5


@dataclass(frozen=True, order=True)
class Centro:
    """Un lugar poblado, en grados WGS 84."""

    municipio_codigo: str
    longitud: float
    latitud: float


def leer_centros(ruta: Path, codigos: Set[str]) -> tuple[Centro, ...]:
    """Los centros del CSV, ordenados: el orden de sus filas no cambia el resultado.

    `codigos` son los de la DIVIPOLA. `ArchivoIlegible` si no es un CSV en UTF-8 con las columnas
    divipola, longitud y latitud; `ErroresDeDatos`, con todos, si algún valor está mal.
    """
    errores: list[ErrorDeCelda] = []
    centros: list[Centro] = []
    for linea, valores in _filas(ruta):
        lugar = f"{ruta.name} · línea {linea}"
        malas = [
            ErrorDeCelda(lugar, columna=columna, mensaje=mensaje)
            for columna in COLUMNAS
            if (mensaje := _reparo(columna, valores[columna], codigos))
        ]
        errores += malas
        if not malas:
            centros.append(
                Centro(valores["divipola"], float(valores["longitud"]), float(valores["latitud"]))
            )
    if errores:
        raise ErroresDeDatos(errores)
    if not centros:
        raise ArchivoIlegible(f"{ruta.name}: no trae ningún lugar debajo del encabezado.")
    return tuple(sorted(centros))


def _filas(ruta: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Cada fila con el número de su línea; las líneas en blanco se saltan."""
    try:
        texto = ruta.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ArchivoIlegible(f"{ruta}: no se puede leer ({motivo(error)}).") from None
    except UnicodeDecodeError:
        raise ArchivoIlegible(
            f"{ruta.name}: no está en UTF-8; guárdelo como «CSV UTF-8»."
        ) from None
    lector = csv.reader(StringIO(texto, newline=""), strict=True)
    try:
        encabezado = [codigo(titulo).lower() for titulo in next(lector, [])]
        faltan = [columna for columna in COLUMNAS if columna not in encabezado]
        if faltan:
            raise ArchivoIlegible(
                f"{ruta.name} · línea 1: falta la columna {' y la columna '.join(faltan)}; "
                f"se espera un CSV separado por comas con las columnas {', '.join(COLUMNAS)}."
            )
        for registro in lector:
            if not registro:
                continue
            if len(registro) != len(encabezado):
                raise ArchivoIlegible(
                    f"{ruta.name} · línea {lector.line_num}: tiene {len(registro)} valores y el "
                    f"encabezado, {len(encabezado)}; revise las comas y las comillas."
                )
            valores = dict(zip(encabezado, registro, strict=True))
            yield lector.line_num, {columna: codigo(valores[columna]) for columna in COLUMNAS}
    except csv.Error:
        raise ArchivoIlegible(
            f"{ruta.name} · línea {lector.line_num}: no es un CSV bien formado; "
            "revise sus comillas."
        ) from None


def _reparo(columna: str, valor: str, codigos: Set[str]) -> str | None:
    """Lo que está mal en un valor, o `None`."""
    if not valor:
        return "está vacía; todo lugar lleva código, longitud y latitud."
    return _codigo_malo(valor, codigos) if columna == "divipola" else _grado_malo(columna, valor)


def _codigo_malo(valor: str, codigos: Set[str]) -> str | None:
    if valor in codigos:
        return None
    con_ceros = valor.zfill(CIFRAS_DEL_CODIGO)
    if con_ceros in codigos:
        return f"«{valor}» perdió sus ceros; escriba {con_ceros}."
    return f"«{valor}» no es un código DIVIPOLA de municipio (cinco dígitos)."


def _grado_malo(columna: str, valor: str) -> str | None:
    try:
        grado = float(valor)
    except ValueError:
        return f"«{valor}» no es un número; escriba los grados con punto decimal: -75.5817."
    minimo, maximo = LIMITES[columna]
    if minimo <= grado <= maximo:
        return None
    return (
        f"«{valor}» no está en Colombia; se espera entre {numero_justo(minimo)} "
        f"y {numero_justo(maximo)} grados."
    )
