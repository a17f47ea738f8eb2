"""De quién dice un archivo que son sus límites: nada se presume, solo se lee.

Se busca en los metadatos que escriben ArcGIS, QGIS y los geoportales (ISO 19139, ISO 19115-3, FGDC,
Esri, QGIS), sueltos junto al archivo o dentro de un GeoPackage, y en los miembros de un GeoJSON.
Sin el nombre de una entidad no hay procedencia: un título solo no dice de quién es.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.etree import ElementTree  # nosec B405  # lo que abre se mira antes: `_del_xml`

from tablero.territorio.oficial.copiar import JSON, Copia
from tablero.territorio.oficial.reconocer import miembros
from tablero.texto import limpiar
from tablero.un_json import Objeto

MAX_OCTETOS = 2 * 1024 * 1024
LARGO_MAXIMO = 160
"""De cada texto declarado: va al pie de todos los mapas."""
ENTIDADES = (
    ("citedResponsibleParty", "organisationName"),
    ("pointOfContact", "organisationName"),
    ("citeinfo", "origin"),
    ("idCitation", "rpOrgName"),
    ("idPoC", "rpOrgName"),
    ("contact", "organization"),
    ("CI_Organisation", "name"),
    ("contact", "organisationName"),
)
"""Dónde va el nombre de la entidad (un elemento y su interior): primero, donde más dice."""
TITULOS = (
    ("CI_Citation", "title"),
    ("idCitation", "resTitle"),
    ("citeinfo", "title"),
    ("qgis", "title"),
)
LICENCIAS = (
    ("MD_LegalConstraints", "useLimitation"),
    ("MD_LegalConstraints", "otherConstraints"),
    ("LegConsts", "useLimit"),
    ("Consts", "useLimit"),
    ("idinfo", "useconst"),
    ("qgis", "license"),
)
MIEMBROS_DE_ENTIDAD = (
    *("fuente", "source", "attribution", "atribucion", "credito", "credits", "copyright"),
    *("copyrightText", "publisher", "entidad", "author", "autor"),
)
MIEMBROS_DE_TITULO = ("titulo", "title")
MIEMBROS_DE_LICENCIA = ("licencia", "license", "licence", "rights")
ANIDADOS = ("metadata", "metadatos", "properties", "info")
SIN_LLENAR = re.compile(r"^(REQUIRED|Enter|Insert|TODO|unknown|none|n/?a|desconocid[oa])\b", re.I)
"""Cómo empiezan las casillas que las plantillas dejan por llenar."""


@dataclass(frozen=True)
class Declarada:
    """Lo que un archivo dice de sí mismo."""

    entidad: str
    titulo: str = ""
    licencia: str = ""

    @property
    def fuente(self) -> str:
        """«DANE, Marco Geoestadístico Nacional 2025»; el título, si no repite a la entidad."""
        repite = self.titulo and self.entidad.casefold() in self.titulo.casefold()
        if repite or not self.titulo:
            return self.titulo or self.entidad
        return f"{self.entidad}, {self.titulo}"


def declarada(copia: Copia) -> Declarada | None:
    """La procedencia que declara el archivo o sus metadatos; `None` si no declara ninguna."""
    documentos: list[str] = []
    if copia.descripcion is not None:
        documentos.append(_texto(copia.descripcion.read_bytes()[: MAX_OCTETOS + 1]))
    if copia.archivo.suffix == ".gpkg":
        documentos += _del_gpkg(copia.archivo)
    for documento in documentos:
        if (hallada := _del_xml(documento)) is not None:
            return hallada
    return _de_miembros(miembros(copia.archivo)) if copia.archivo.suffix in JSON else None


def _texto(contenido: bytes) -> str:
    """El documento como texto, en la codificación de su marca de orden; si no, UTF-8."""
    codificacion = "utf-16" if contenido[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return contenido.decode(codificacion, errors="replace")


def _del_gpkg(archivo: Path) -> Iterator[str]:
    """Los documentos que guarda la tabla de metadatos de un GeoPackage, si la tiene."""
    try:
        with closing(sqlite3.connect(f"{archivo.as_uri()}?mode=ro", uri=True)) as conexion:
            yield from [
                str(texto)
                for (texto,) in conexion.execute("SELECT metadata FROM gpkg_metadata LIMIT 20")
            ]
    except sqlite3.Error:  # sin la tabla, o dañado: lo demás del archivo se revisa aparte
        return


def _del_xml(documento: str) -> Declarada | None:
    """Lo que declara un documento de metadatos, de cualquiera de las normas que se conocen."""
    # Con entidades propias, unos pocos octetos pueden volverse gigas: no se abre, y así lo que
    # sigue se puede leer con la librería de siempre.
    if len(documento) > MAX_OCTETOS or "<!ENTITY" in documento:
        return None
    try:
        sin_cabeza = re.sub(r"^\s*<\?xml[^>]*\?>", "", documento)
        raiz = ElementTree.fromstring(sin_cabeza)  # noqa: S314  # nosec B314
    except (ElementTree.ParseError, ValueError, RecursionError):
        return None
    entidad = _primero(raiz, ENTIDADES)
    if not entidad:
        return None
    return Declarada(entidad, _primero(raiz, TITULOS), _primero(raiz, LICENCIAS))


def _primero(raiz: ElementTree.Element, lugares: Sequence[tuple[str, str]]) -> str:
    for afuera, adentro in lugares:
        for elemento in _con_nombre(raiz, afuera):
            for hallado in _con_nombre(elemento, adentro):
                if texto := _llano(" ".join(hallado.itertext())):
                    return texto
    return ""


def _con_nombre(raiz: ElementTree.Element, nombre: str) -> Iterator[ElementTree.Element]:
    """Los elementos de ese nombre, sea cual sea su espacio de nombres."""
    return (e for e in raiz.iter() if str(e.tag).rpartition("}")[2] == nombre)


def _de_miembros(propios: Objeto) -> Declarada | None:
    """Lo que declara un GeoJSON fuera de sus áreas."""
    dentro = (propios.get(nombre) for nombre in ANIDADOS)
    niveles = [propios, *(d for d in dentro if isinstance(d, Mapping))]
    entidad = _miembro(niveles, MIEMBROS_DE_ENTIDAD)
    if not entidad:
        return None
    titulo = _miembro(niveles, MIEMBROS_DE_TITULO)
    return Declarada(entidad, titulo, _miembro(niveles, MIEMBROS_DE_LICENCIA))


def _miembro(niveles: Iterable[Mapping[str, object]], nombres: Sequence[str]) -> str:
    for nivel in niveles:
        por_nombre = {str(clave).casefold(): valor for clave, valor in nivel.items()}
        for nombre in nombres:
            valor = por_nombre.get(nombre.casefold())
            if isinstance(valor, str) and (texto := _llano(valor)):
                return texto
    return ""


def _llano(texto: str) -> str:
    """Sin etiquetas ni casillas por llenar, en un renglón y de un largo que cabe al pie."""
    sin_etiquetas = limpiar(re.sub(r"<[^>]*>", " ", unescape(texto)))
    plano = re.sub(r" ([,.;:])", r"\1", sin_etiquetas).strip(" .;,")
    if SIN_LLENAR.match(plano):
        return ""
    return plano if len(plano) <= LARGO_MAXIMO else f"{plano[: LARGO_MAXIMO - 1].rstrip()}…"
