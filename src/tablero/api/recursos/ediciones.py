"""`/ediciones`: lo que el tablero ha publicado, y un canal Atom para saber de la siguiente."""

import uuid
from xml.etree.ElementTree import Element, SubElement, tostring  # nosec B405 - solo escribe

import pandas as pd

from tablero.api.campos import Campo
from tablero.api.pedido import Pedido
from tablero.api.recurso import Crudo, Recurso
from tablero.formato import contar
from tablero.publicacion import POR_DEFINIR
from tablero.registro.ediciones import Edicion

GRUPO = "Ediciones"
ATOM = "http://www.w3.org/2005/Atom"
MIME = "application/atom+xml"
TABLERO = "Tablero de Control"
RAIZ = uuid.UUID("5b7d3c0e-6f0b-5d55-9d0e-3a4f6f6f9a11")
"""De aquí salen los identificadores del canal: los mismos en todas partes, pase lo que pase."""
CAMPOS = (
    Campo("numero", "Número", "El de la edición.", int),
    Campo("publicada", "Publicada", "Cuándo, con su hora."),
    Campo("nota", "Nota", "Lo que dijo quien la publicó."),
    Campo("libros", "Libros", "Los documentos y cortes de que salió, separados por « | »."),
    Campo("formulas", "Fórmulas", "Las versiones con que se calculó, separadas por « | »."),
    Campo("programa", "Programa", "La versión que la hizo."),
    Campo("igual_a", "Igual a", "La edición a la que se volvió, si fue eso.", int),
    Campo("contenido", "Contenido", "sha256 de lo que dicen sus tablas."),
    Campo("huella", "Huella", "La del hecho en el registro."),
    Campo("se_conserva", "Se conserva", "Si se puede pedir con `?edicion=`.", bool),
    Campo("direccion", "Dirección", "Donde se pide."),
)


def lista(pedido: Pedido) -> pd.DataFrame:
    """La más nueva primero."""
    filas = [_fila(pedido, edicion) for edicion in reversed(pedido.servicio.ediciones())]
    datos = pd.DataFrame(filas, columns=[campo.nombre for campo in CAMPOS])
    return datos.astype({"numero": "Int64", "igual_a": "Int64", "se_conserva": "boolean"})


def atom(pedido: Pedido) -> Crudo:
    """El canal (RFC 4287); sin ninguna edición, va sin entradas."""
    todas = list(reversed(pedido.servicio.ediciones()))
    canal = Element("feed", {"xmlns": ATOM, "xml:lang": "es-CO"})
    nacio = todas[-1].huella if todas else "sin ediciones"
    SubElement(canal, "id").text = _id(f"canal {nacio}")
    SubElement(canal, "title").text = f"Ediciones del {TABLERO}"
    SubElement(canal, "subtitle").text = "Cada estado del tablero que se publica."
    SubElement(canal, "updated").text = _cuando(pedido, todas[0] if todas else None)
    autor = SubElement(canal, "author")
    publica = pedido.publicacion.entidad
    SubElement(autor, "name").text = TABLERO if publica == POR_DEFINIR else publica
    SubElement(canal, "rights").text = f"Licencia: {pedido.publicacion.licencia_dicha}"
    SubElement(canal, "link", {"rel": "self", "type": MIME, "href": f"{pedido.api}/ediciones.atom"})
    SubElement(
        canal,
        "link",
        {"rel": "alternate", "type": "text/html", "href": f"{pedido.tablero}/ediciones"},
    )
    for edicion in todas:
        _entrada(pedido, canal, edicion)
    return Crudo(tostring(canal, encoding="utf-8", xml_declaration=True), MIME)


def _entrada(pedido: Pedido, canal: Element, edicion: Edicion) -> None:
    entrada = SubElement(canal, "entry")
    SubElement(entrada, "id").text = _id(edicion.huella)
    SubElement(entrada, "title").text = f"Edición {edicion.numero}" + (
        f": {edicion.nota}" if edicion.nota else ""
    )
    for cuando in ("updated", "published"):
        SubElement(entrada, cuando).text = _cuando(pedido, edicion)
    SubElement(
        entrada,
        "link",
        {
            "rel": "alternate",
            "type": "text/html",
            "href": f"{pedido.tablero}/?edicion={edicion.numero}",
        },
    )
    SubElement(
        entrada,
        "link",
        {
            "rel": "related",
            "type": "application/json",
            "href": f"{pedido.api}/?edicion={edicion.numero}",
        },
    )
    cortes = "; ".join(f"{libro.fuente_codigo} ({libro.corte_texto})" for libro in edicion.libros)
    cuantos = contar(len(edicion.libros), "documento", "documentos")
    SubElement(entrada, "summary").text = f"Sale de {cuantos}: {cortes}."


def _fila(pedido: Pedido, edicion: Edicion) -> tuple[object, ...]:
    return (
        edicion.numero,
        None if edicion.cuando is None else edicion.cuando.isoformat(),
        edicion.nota or None,
        " | ".join(libro.fuente_codigo for libro in edicion.libros),
        " | ".join(edicion.formulas),
        edicion.programa,
        edicion.igual_a,
        edicion.contenido,
        edicion.huella,
        edicion == pedido.abierto.edicion or pedido.servicio.se_conserva(edicion.numero),
        f"{pedido.api}/?edicion={edicion.numero}",
    )


def _cuando(pedido: Pedido, edicion: Edicion | None) -> str:
    """En la hora con que se anotó; la del tablero, si no se sabe."""
    cuando = edicion.cuando if edicion is not None else None
    return (cuando or pedido.abierto.fecha).isoformat()


def _id(de_que: str) -> str:
    return uuid.uuid5(RAIZ, de_que).urn


RECURSOS = (
    Recurso(
        "/ediciones",
        GRUPO,
        "Las ediciones publicadas",
        "Cada estado del tablero que se publicó, la más nueva primero. Las que se conservan se "
        "piden con `?edicion=` en cualquier dirección.",
        lista,
        campos=CAMPOS,
    ),
    Recurso(
        "/ediciones.atom",
        GRUPO,
        "El canal de las ediciones",
        "Atom (RFC 4287): un lector de noticias o un programa sabe por él que hay otra edición.",
        atom,
        mime=MIME,
    ),
)
