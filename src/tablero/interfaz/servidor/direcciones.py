"""Qué página pide una dirección mal escrita, y a cuáles se parece la que no existe.

Una dirección llega como la dejan un correo, un chat o quien la copia a mano: con mayúsculas,
tildes, guiones, un punto al final o caracteres que no se ven. Si sus letras son las de una página,
es esa.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes

from tablero.interfaz.marco.menu import INICIO, SECCIONES
from tablero.texto import plano

EXTENSIONES = {"htm", "html", "php", "asp", "aspx", "jsp", "py"}
"""Con lo que muchos esperan que termine una página."""
CARPETAS = {"pages", "paginas"}
NOMBRES_DEL_INICIO = ("", "index", "app", "inicio", "home", "portada", "default")
PARECIDO = 0.6
"""Desde qué parecido (0 a 1) se sugiere una página."""
SUGERENCIAS = 3
LETRAS_PARA_PARECERSE = 4
"""Con menos, que unas letras estén dentro de otras no dice nada."""
SEGURAS_EN_UNA_CONSULTA = "=&+:,;.-_~/?@!$'()*%"


@dataclass(frozen=True)
class Enlace:
    """Una página: su nombre en la dirección (vacío en el inicio) y su título."""

    nombre: str
    titulo: str


Secciones = Mapping[str, Sequence[Enlace]]


def secciones(script: Path) -> Secciones:
    """Las páginas que hay junto a `script`, por secciones y en el orden del menú.

    Una página que el menú no nombra también existe: va al final.
    """
    nombres = sorted(archivo.stem for archivo in (script.parent / "pages").glob("*.py"))
    vistas: dict[str, list[Enlace]] = {}
    faltan = set(nombres)
    for seccion, paginas in SECCIONES.items():
        for pagina in paginas:
            nombre = "" if pagina is INICIO else Path(pagina.archivo).stem
            if pagina is INICIO or nombre in faltan:
                vistas.setdefault(seccion, []).append(Enlace(nombre, pagina.titulo))
                faltan.discard(nombre)
    if faltan:
        vistas["Otras"] = [Enlace(nombre, nombre) for nombre in nombres if nombre in faltan]
    return vistas


def que_pide(ruta: str, todas: Secciones) -> str | None:
    """El nombre de la página que pide `ruta` (sin la consulta); `None` si ninguna."""
    return _claves(todas).get(_clave(ruta))


def parecidas(ruta: str, todas: Secciones) -> list[Enlace]:
    """Las páginas que quizá se buscaban, de la más parecida a la menos."""
    claves = _claves(todas)
    pedida = _clave(ruta)
    contienen = [
        clave
        for clave in claves
        if min(len(clave), len(pedida)) >= LETRAS_PARA_PARECERSE
        and (pedida in clave or clave in pedida)
    ]
    cercanas = get_close_matches(pedida, claves, n=SUGERENCIAS, cutoff=PARECIDO)
    nombres = dict.fromkeys(claves[clave] for clave in (*contienen, *cercanas))
    titulos = {enlace.nombre: enlace for enlace in _enlaces(todas)}
    return [titulos[nombre] for nombre in list(nombres)[:SUGERENCIAS]]


def leer(cruda: bytes) -> str:
    """La ruta escrita en una dirección, sin sus `%`: en UTF-8 o, si no lo es, en Latin-1.

    Un correo puede volver a escribir los `%`: `semaforo%2520` también es «semaforo ».
    """
    letras = unquote_to_bytes(cruda)
    try:
        texto = letras.decode("utf-8")
    except UnicodeDecodeError:
        texto = letras.decode("latin-1")
    return unquote(texto)


def bien_escrita(ruta: str, consulta: str, todas: Secciones) -> tuple[str, str] | None:
    """El nombre de la página y la consulta que se quisieron escribir; `None` si no hay ninguna.

    Devuelve las mismas si ya estaban bien. Un correo puede esconder el signo `?` dentro de la ruta
    y escribir `&amp;` donde iba `&`.
    """
    consulta = consulta.replace("&amp;", "&")
    ruta, _, escondida = ruta.partition("?")
    nombre = que_pide(ruta.partition("#")[0], todas)
    if nombre is None:
        return None
    partes = (quote(escondida, safe=SEGURAS_EN_UNA_CONSULTA), consulta)
    return nombre, "&".join(parte for parte in partes if parte)


def es_sospechosa(ruta: str) -> bool:
    """Si la ruta intenta salir de su carpeta o llegar a otro equipo: no se sirve ni se corrige."""
    return "\0" in ruta or "\\" in ruta or ".." in ruta.split("/")


def _enlaces(todas: Secciones) -> Iterator[Enlace]:
    for paginas in todas.values():
        yield from paginas


def _claves(todas: Secciones) -> dict[str, str]:
    """Letras → nombre de su página: las del nombre y las del título."""
    claves = dict.fromkeys(NOMBRES_DEL_INICIO, "")
    for enlace in _enlaces(todas):
        claves[_clave(enlace.titulo)] = enlace.nombre
    for enlace in _enlaces(todas):  # el nombre manda sobre cualquier título
        claves[_clave(enlace.nombre)] = enlace.nombre
    return claves


def _clave(ruta: str) -> str:
    """Las letras y cifras de una ruta: `/pages/Mapas-IPT.html.` → `mapasipt`."""
    palabras = plano(ruta).split()
    if len(palabras) > 1 and palabras[-1] in EXTENSIONES:
        palabras.pop()
    if len(palabras) > 1 and palabras[0] in CARPETAS:
        palabras.pop(0)
    return "".join(palabras)
