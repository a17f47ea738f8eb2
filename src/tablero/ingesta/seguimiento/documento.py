"""Lee los libros de un corte como uno: el de productos y, si viene aparte, el de resultados."""

from dataclasses import replace
from pathlib import Path

from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.ingesta.seguimiento.celdas import Leido
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento

RESULTADOS = "resultados"


def leer_documento(documento: DocumentoSeguimiento) -> LibroSeguimiento:
    """Lo de todos sus libros; `ErroresDeDatos` si alguno no se puede leer o no dicen lo mismo."""
    leidos: dict[str, LibroSeguimiento] = {}
    errores: list[ErrorDeCelda] = []
    for parte, ruta in documento.libros.items():
        try:
            leidos[parte] = _leer(documento, ruta)
        except ErroresDeDatos as error:
            errores += error.errores
    if errores:
        raise ErroresDeDatos(errores)
    productos = leidos["productos"]
    if RESULTADOS not in leidos:
        return productos
    return juntar(productos, leidos[RESULTADOS])


def juntar(productos: LibroSeguimiento, resultados: LibroSeguimiento) -> LibroSeguimiento:
    """Los dos libros de un corte, en uno: los resultados dicen de cuál vienen."""
    return replace(
        productos,
        indicadores=(
            *productos.indicadores,
            *(replace(i, libro=RESULTADOS) for i in resultados.indicadores),
        ),
        errores=(*productos.errores, *map(_del_otro, resultados.errores)),
        notas=(*productos.notas, *map(_del_otro, resultados.notas)),
    )


def codigos_de_los_dos(productos: LibroSeguimiento, resultados: LibroSeguimiento) -> list[str]:
    """Los códigos que están en los dos libros: no se sabría cuál vale."""
    propios = {i.codigo for i in productos.indicadores}
    return list(dict.fromkeys(i.codigo for i in resultados.indicadores if i.codigo in propios))


def _leer(documento: DocumentoSeguimiento, ruta: Path) -> LibroSeguimiento:
    corta = documento.ruta_corta(ruta)
    try:
        libro = leer_seguimiento(ruta)
    except ErroresDeDatos as error:
        raise ErroresDeDatos([replace(e, archivo=corta) for e in error.errores]) from None
    if libro.es_simulado != documento.ficha.es_simulado:
        dicen = (
            "el libro es simulado y su ficha no lo dice"
            if libro.es_simulado
            else "la ficha dice que el libro es simulado y él no lo dice"
        )
        raise ErroresDeDatos([ErrorDeCelda(corta, mensaje=f"{dicen}; impórtelo de nuevo.")])
    if ruta == documento.libros.get("resultados") and "producto" in libro.clases:
        mensaje = "se llama como el de resultados y trae productos; impórtelo de nuevo."
        raise ErroresDeDatos([ErrorDeCelda(corta, mensaje=mensaje)])
    return libro


def _del_otro(leido: Leido) -> Leido:
    return replace(leido, hoja=f"{leido.hoja} (libro de {RESULTADOS})")
