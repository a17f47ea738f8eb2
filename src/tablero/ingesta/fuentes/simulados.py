"""Los datos simulados no se mezclan con los verdaderos ni toman su lugar.

Un documento inventado lo dice en tres partes: `es_simulado` en su ficha, el comienzo del título y
la ubicación de cada fila del libro. Si una falta, la construcción no sigue: no basta con borrar
una para hacerlo pasar por verdadero.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tablero import rutas
from tablero.errores import ErrorDeCelda, ErroresDeDatos, ErrorTablero
from tablero.formato import enumerar
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.reglas import Leidas
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.modelo.fuentes import LUGAR_SIMULADO, TITULO_SIMULADO

Cualquiera = Documento | DocumentoSeguimiento | DocumentoPlan


def son_simulados(documentos: Sequence[Cualquiera]) -> bool:
    """Si estos documentos son inventados.

    `ErroresDeDatos` si una ficha se contradice o si unos documentos lo son y otros no.
    """
    errores = [*_fichas_contradictorias(documentos), *_mezcla(documentos)]
    if errores:
        raise ErroresDeDatos(errores)
    return any(d.ficha.es_simulado for d in documentos)


def _fichas_contradictorias(documentos: Sequence[Cualquiera]) -> Iterator[ErrorDeCelda]:
    for documento in documentos:
        lo_dice = documento.ficha.titulo.startswith(TITULO_SIMULADO)
        if lo_dice != documento.ficha.es_simulado:
            mensaje = (
                f"el título empieza por «{TITULO_SIMULADO.strip()}» y falta «es_simulado: true»."
                if lo_dice
                else f"dice «es_simulado: true» y el título no empieza por «{TITULO_SIMULADO}»."
            )
            yield ErrorDeCelda(f"{_lugar(documento)}/fuente.yml", mensaje=mensaje)


def _mezcla(documentos: Sequence[Cualquiera]) -> Iterator[ErrorDeCelda]:
    inventados = [_lugar(d) for d in documentos if d.ficha.es_simulado]
    verdaderos = [_lugar(d) for d in documentos if not d.ficha.es_simulado]
    if inventados and verdaderos:
        yield ErrorDeCelda(
            "fuentes",
            mensaje=f"hay datos simulados ({enumerar(inventados)}) y otros que no lo son "
            f"({enumerar(verdaderos)}); no se mezclan: déjelos en carpetas distintas.",
        )


def filas_de_otra_clase(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """En un libro inventado toda ubicación lo dice; en uno verdadero, ninguna.

    Un error por hoja, con el lugar de la primera fila.
    """
    for filas in leidas.values():
        vistos: set[str] = set()
        for documento, fila in filas:
            lo_dice = fila.valores["ubicacion"].startswith(LUGAR_SIMULADO)
            if lo_dice == documento.ficha.es_simulado or documento.fuente_codigo in vistos:
                continue
            vistos.add(documento.fuente_codigo)
            mensaje = (
                "la fila es simulada y la ficha del documento no dice «es_simulado: true»."
                if lo_dice
                else f"el documento es simulado y la ubicación no empieza por «{LUGAR_SIMULADO}»."
            )
            yield fila.error(mensaje)


def exigir_su_lugar(fuentes: Path, destino: Path) -> None:
    """`ErrorTablero` si unas fuentes simuladas quedarían donde van las verdaderas."""
    # La segunda base es la de siempre, aunque `TABLERO_BASE` diga hoy otra.
    de_verdad = (rutas.FUENTES, rutas.BASE, rutas.FUENTES.parent / "tablero.duckdb")
    if {fuentes.resolve(), destino.resolve()} & {ruta.resolve() for ruta in de_verdad}:
        raise ErrorTablero(
            f"Las fuentes de {fuentes} son datos simulados y no pueden ocupar el lugar de los "
            f"verdaderos ({rutas.BASE}). Construya con: "
            f"{rutas.orden('construir --fuentes CARPETA')}"
        )


def _lugar(documento: Cualquiera) -> str:
    return f"{documento.nombre}/{documento.carpeta.name}"
