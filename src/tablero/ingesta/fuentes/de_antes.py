"""Las fuentes del tablero anterior: la que desaparece, o deja de ser la misma, se dice.

El sello cuida lo que trae un libro; esto, que el libro siga ahí y sea de quien decía ser.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Self

from tablero.errores import FuentesCambiadas
from tablero.ingesta.archivo_duckdb import leer_fuentes
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento

OPCION = "--aceptar-cambio"


@dataclass(frozen=True)
class IdentidadDeFuente:
    """Lo que dice de quién es un documento y hasta cuándo llega."""

    fuente_codigo: str
    es_simulado: bool
    titulo: str
    entidad: str
    corte_fecha: date
    corte_texto: str

    @classmethod
    def de(cls, documento: Documento | DocumentoSeguimiento | DocumentoPlan) -> Self:
        """La de un documento, según su ficha."""
        ficha = documento.ficha
        return cls(
            documento.fuente_codigo,
            ficha.es_simulado,
            ficha.titulo,
            ficha.entidad,
            ficha.corte_fecha,
            ficha.corte_texto,
        )

    def cambios(self, nueva: Self) -> Iterator[str]:
        """«título: «uno» → «otro»», por cada cosa que se cuida y ya no es la misma."""
        for nombre, antes, ahora in (
            ("título", self.titulo, nueva.titulo),
            ("entidad", self.entidad, nueva.entidad),
            ("fecha de corte", self.corte_fecha, nueva.corte_fecha),
            ("corte publicado", self.corte_texto, nueva.corte_texto),
        ):
            if antes != ahora:
                yield f"{nombre}: «{antes}» → «{ahora}»"


def del_tablero(tablero: Path) -> Sequence[IdentidadDeFuente] | None:
    """Las de un tablero ya construido; `None` si no se puede leer (dañado, de otra versión)."""
    hallados = leer_fuentes(tablero, [campo.name for campo in fields(IdentidadDeFuente)])
    return None if hallados is None else [IdentidadDeFuente(*valores) for valores in hallados]


def exigir_las_mismas(
    antes: Sequence[IdentidadDeFuente],
    ahora: Sequence[IdentidadDeFuente],
    aceptados: Collection[str],
    repetir: str,
) -> None:
    """`FuentesCambiadas` si una de `antes` falta o dice otra cosa, salvo los `aceptados`.

    `repetir` es la orden que las acepta, sin sus opciones.
    """
    # Lo inventado se rehace con su semilla: no hay memoria que cuidar.
    if all(f.es_simulado for f in (*antes, *ahora)):
        return
    cambios = {f.fuente_codigo: list(_cambios(f, ahora)) for f in antes}
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


def _cambios(vieja: IdentidadDeFuente, ahora: Sequence[IdentidadDeFuente]) -> Iterator[str]:
    codigo = vieja.fuente_codigo
    nueva = next((f for f in ahora if f.fuente_codigo == codigo), None)
    if nueva is None:
        yield f"{codigo}: ya no está («{vieja.titulo}», de {vieja.entidad})."
        return
    yield from (f"{codigo} · {cambio}." for cambio in vieja.cambios(nueva))
