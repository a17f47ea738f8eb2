"""De las localidades de Bogotá: quién las nombra y qué no da ninguna fuente."""

import re
from collections.abc import Iterator, Sequence

from tablero import formato
from tablero.busqueda.documento import Documento
from tablero.busqueda.reunir.procedencia import Procedencia
from tablero.territorio.localidades import Localidad, localidades

NO_LAS_NOMBRAN = {"municipio", "departamento", "fuente", "cluster", "entidad"}
"""Clases en que el mismo nombre es de otro lugar: «Santa Fe de Antioquia»."""
MENCIONES = 3
"""Las que se dicen; de las demás, cuántas son."""
LARGO = 90
DE_TODA_LA_CIUDAD = "; se muestra lo que dicen de toda la ciudad"
"""Lo que hace su enlace, que en una pared no hay."""


def todas(reunidos: Sequence[Documento], de: Procedencia) -> Iterator[Documento]:
    """Las veinte, con los documentos reunidos que las nombran, si alguno las nombra."""
    for localidad in localidades():
        la_nombran = [d for d in reunidos if _nombra(d, localidad)]
        yield Documento(
            "localidad",
            localidad.nombre,
            la_nombran[0].pagina if la_nombran else "ficha_territorial",
            la_nombran[0].parametros
            if la_nombran
            else (("municipio", localidad.municipio_codigo),),
            contexto=_contexto(la_nombran),
            cifra=formato.SIN_DATO,
            corte=f"en ninguna de las {de.cuantas} fuentes del tablero",
            nombres=(f"Localidad de {localidad.nombre}",),
            texto=f"localidad {localidad.codigo} de Bogotá",
        )


def _nombra(documento: Documento, localidad: Localidad) -> bool:
    if documento.clase in NO_LAS_NOMBRAN:
        return False
    dicho = f"{documento.titulo}\n{documento.contexto}\n{documento.texto}"
    return re.search(rf"\b{re.escape(localidad.nombre)}\b", dicho) is not None


def _contexto(la_nombran: list[Documento]) -> str:
    if not la_nombran:
        return (
            "Localidad de Bogotá. Ninguna fuente del tablero la nombra ni da cifras de ella"
            f"{DE_TODA_LA_CIUDAD}."
        )
    menciones = list(dict.fromkeys(map(_mencion, la_nombran)))
    dichas = menciones[:MENCIONES]
    if resto := len(menciones) - len(dichas):
        dichas.append(f"{formato.numero(resto)} más")
    return (
        "Localidad de Bogotá. Ninguna fuente da una cifra de toda la localidad. La nombran: "
        f"{'; '.join(dichas)}."
    )


def _mencion(documento: Documento) -> str:
    """«Comité (Localidades de los comités locales…)»."""
    fuente = documento.corte.partition(":")[0]
    dicho = documento.contexto if len(documento.titulo) <= LARGO_DE_UN_NOMBRE else documento.titulo
    if documento.clase == "centro":
        dicho = f"{documento.titulo}, {documento.cifra}"
    corto = dicho if len(dicho) <= LARGO else dicho[:LARGO].rsplit(" ", 1)[0] + "…"
    return f"{fuente} ({corto})"


LARGO_DE_UN_NOMBRE = 30
"""Un título así de corto es el nombre mismo de la localidad: dice más su contexto."""
