"""Las fuentes del tablero anterior: la que desaparece, o deja de ser la misma, se dice.

El sello cuida lo que trae un libro; esto, que el libro siga ahí y sea de quien decía ser.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tablero.errores import FuentesCambiadas
from tablero.ingesta.archivo_duckdb import leer_fuentes

OPCION = "--aceptar-cambio"
SE_CUIDAN: Mapping[str, str] = {
    "titulo": "título",
    "entidad": "entidad",
    "corte_fecha": "fecha de corte",
    "corte_texto": "corte publicado",
}
"""Lo que dice de quién es un documento y hasta cuándo llega, y cómo se nombra."""

Fuente = Mapping[str, Any]


def del_tablero(tablero: Path) -> Sequence[Fuente] | None:
    """Las de un tablero ya construido; `None` si no se puede leer (dañado, de otra versión)."""
    return leer_fuentes(tablero, ["fuente_codigo", "es_simulado", *SE_CUIDAN])


def exigir_las_mismas(
    antes: Sequence[Fuente], ahora: Sequence[Fuente], aceptados: Collection[str], repetir: str
) -> None:
    """`FuentesCambiadas` si una de `antes` falta o dice otra cosa, salvo los `aceptados`.

    `repetir` es la orden que las acepta, sin sus opciones.
    """
    # Lo inventado se rehace con su semilla: no hay memoria que cuidar.
    if all(f["es_simulado"] for f in (*antes, *ahora)):
        return
    cambios = {c: list(_cambios(c, f, ahora)) for f in antes if (c := f["fuente_codigo"])}
    sin_aceptar = {c: dichos for c, dichos in cambios.items() if dichos and c not in aceptados}
    if sin_aceptar:
        opciones = " ".join(f"{OPCION} {codigo}" for codigo in sin_aceptar)
        renglones = [f"  {dicho}" for dichos in sin_aceptar.values() for dicho in dichos]
        raise FuentesCambiadas(
            "Estas fuentes están en el tablero anterior y ya no son las mismas:\n"
            + "\n".join(renglones)
            + "\nNo se cambió nada. Si fue un error, devuelva la carpeta o la ficha como estaba; "
            f"si es lo que quiere: {repetir} {opciones}"
        )


def _cambios(codigo: str, vieja: Fuente, ahora: Sequence[Fuente]) -> Iterator[str]:
    nueva = next((f for f in ahora if f["fuente_codigo"] == codigo), None)
    if nueva is None:
        yield f"{codigo}: ya no está («{vieja['titulo']}», de {vieja['entidad']})."
        return
    for columna, nombre in SE_CUIDAN.items():
        if vieja[columna] != nueva[columna]:
            yield f"{codigo} · {nombre}: «{vieja[columna]}» → «{nueva[columna]}»."
