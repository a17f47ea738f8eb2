"""Lo que dice el HTML de un bloque: sus tablas, sus cifras, sus listas y sus párrafos.

El bloque ya lo escribió la página, con sus palabras y sus decimales: la pared lo lee de ahí, y así
nada se escribe dos veces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

SIN_CIERRE = frozenset({"br", "hr", "img", "input", "wbr", "col", "meta"})
CALLADAS = frozenset({"button", "script", "style", "svg", "img"})
"""Las que no dicen nada en la pared."""
RENGLONES = frozenset({"p", "div", "li", "br", "dt", "dd", "article", "section", "summary"})
"""Las que empiezan renglón."""
CIERRES = (".", ":", ";", ",", "?", "!", "…", "(")
SUB, TRAS, ESTADO = "tb-sub", "tb-tras", "tb-estado"
SEPARA = " · "
"""Lo que va entre dos renglones de un mismo dato."""
NOMBRAN = ("strong", "b", "h2", "h3", "h4", "summary")
ES_DATO = frozenset({"tb-dato"})
BLANCOS = re.compile(r"[ \t\r\f\v]+")
"""No el espacio duro, que une un número con su unidad."""
ANTES_DE_SIGNO = re.compile(r" (?=[,.;:)])")


@dataclass
class Nodo:
    """Una etiqueta, con lo que lleva adentro."""

    marca: str
    clases: frozenset[str] = frozenset()
    atributos: dict[str, str] = field(default_factory=dict)
    hijos: list["Nodo | str"] = field(default_factory=list)

    def todos(self, *marcas: str) -> Iterator["Nodo"]:
        """Los de esas marcas que lleva adentro, en su orden."""
        for hijo in self.hijos:
            if isinstance(hijo, Nodo):
                if hijo.marca in marcas:
                    yield hijo
                yield from hijo.todos(*marcas)

    def de_clase(self, clase: str) -> Iterator["Nodo"]:
        """Los de esa clase, en su orden."""
        for hijo in self.hijos:
            if isinstance(hijo, Nodo):
                if clase in hijo.clases:
                    yield hijo
                else:
                    yield from hijo.de_clase(clase)

    @property
    def texto(self) -> str:
        """Lo que se lee, en un renglón: entre un renglón y otro va un punto en medio."""
        renglones = [BLANCOS.sub(" ", r).strip() for r in "".join(self._pedazos()).split("\n")]
        dicho = ""
        for renglon in filter(None, renglones):
            une = " " if dicho.endswith(CIERRES) else SEPARA
            dicho = f"{dicho}{une}{renglon}" if dicho else renglon
        return ANTES_DE_SIGNO.sub("", dicho)

    def _pedazos(self) -> Iterator[str]:
        for hijo in self.hijos:
            if isinstance(hijo, str):
                yield hijo.replace("\n", " ")
            elif hijo.marca in CALLADAS or hijo.marca == "sup":
                continue
            elif SUB in hijo.clases or TRAS in hijo.clases:
                yield f" ({hijo.texto})" if hijo.texto else ""
            elif ESTADO in hijo.clases:
                yield f"{hijo.texto}\n"
            else:
                separa = "\n" if hijo.marca in RENGLONES else ""
                yield separa
                yield from hijo._pedazos()
                yield separa


class _Lector(HTMLParser):
    """Arma el árbol; el HTML es nuestro y cierra lo que abre."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.raiz = Nodo("raiz")
        self._abiertos = [self.raiz]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        dichos = {nombre: valor or "" for nombre, valor in attrs}
        nodo = Nodo(tag, frozenset(dichos.get("class", "").split()), dichos)
        self._abiertos[-1].hijos.append(nodo)
        if tag not in SIN_CIERRE:
            self._abiertos.append(nodo)

    def handle_endtag(self, tag: str) -> None:
        lugar = next(
            (n for n in range(len(self._abiertos) - 1, 0, -1) if self._abiertos[n].marca == tag), 0
        )
        if lugar:
            del self._abiertos[lugar:]

    def handle_data(self, data: str) -> None:
        self._abiertos[-1].hijos.append(data)


@dataclass(frozen=True)
class TablaLeida:
    """Una tabla como está en la página, con todas sus filas y columnas."""

    columnas: tuple[str, ...]
    filas: tuple[tuple[str, ...], ...]
    numericas: frozenset[str]
    total: int
    """Cuántas filas hay, aunque la página no las lleve todas."""


@dataclass(frozen=True)
class Dato:
    """Una cifra grande de un bloque."""

    cifra: str
    rotulo: str
    nota: str


@dataclass(frozen=True)
class Leido:
    """Todo lo que un bloque dice."""

    tablas: tuple[TablaLeida, ...]
    datos: tuple[Dato, ...]
    elementos: tuple[tuple[str, str], ...]
    """Lo que nombra cada uno de una lista y lo que dice de él; lo primero puede ir vacío."""
    parrafos: tuple[str, ...]


def leer(html: str) -> Leido:
    """Lo que dice ese HTML."""
    lector = _Lector()
    lector.feed(html)
    lector.close()
    raiz = lector.raiz
    return Leido(
        tuple(t for t in _tablas(raiz) if t.filas),
        tuple(filter(None, map(_dato, raiz.de_clase("tb-dato")))),
        tuple(_elementos(raiz)),
        tuple(_parrafos(raiz)),
    )


def _tablas(raiz: Nodo) -> Iterator[TablaLeida]:
    cajas = [(caja, caja.atributos.get("data-de")) for caja in raiz.de_clase("tb-caja")]
    for caja, de in cajas or [(raiz, None)]:
        yield from (_tabla(nodo, int(de or 0)) for nodo in caja.todos("table"))


def _tabla(nodo: Nodo, de: int) -> TablaLeida:
    titulos: list[str] = []
    numericas: set[str] = set()
    for cabeza in nodo.todos("thead"):
        *_, ultima = cabeza.todos("tr")
        for celda in ultima.todos("th", "td"):
            titulo = celda.atributos.get("data-titulo") or _sin_sub(celda)
            titulo = titulo if titulo not in titulos else f"{titulo} ({len(titulos) + 1})"
            titulos.append(titulo)
            if "n" in celda.clases:
                numericas.add(titulo)
    filas = [
        fila
        for cuerpo in nodo.todos("tbody")
        for renglon in cuerpo.todos("tr")
        if (fila := _fila(renglon, len(titulos)))
    ]
    return TablaLeida(tuple(titulos), tuple(filas), frozenset(numericas), max(de, len(filas)))


def _sin_sub(celda: Nodo) -> str:
    propios = [h for h in celda.hijos if isinstance(h, str) or SUB not in h.clases]
    return Nodo(celda.marca, hijos=propios).texto


def _fila(renglon: Nodo, cuantas: int) -> tuple[str, ...]:
    """Las celdas; la que ocupa varias columnas deja vacías las demás."""
    celdas: list[str] = []
    for celda in renglon.todos("th", "td"):
        celdas.append(celda.texto)
        celdas += [""] * (int(celda.atributos.get("colspan", "1")) - 1)
    return (*celdas, *[""] * cuantas)[:cuantas]


def _dato(nodo: Nodo) -> Dato | None:
    cifra = next((n.texto for c in ("tb-cifra", "tb-menor") for n in nodo.de_clase(c)), "")
    if not cifra:
        return None
    rotulos = [n.texto for n in nodo.de_clase("tb-etiqueta")]
    notas = [n.texto for n in nodo.de_clase("tb-nota")]
    rotulo, *resto = [t for t in (*rotulos, *notas) if t] or [""]
    return Dato(cifra, rotulo, " ".join(resto))


def _elementos(raiz: Nodo) -> Iterator[tuple[str, str]]:
    for lista in raiz.todos("dl"):
        nombres = [n.texto for n in lista.todos("dt")]
        dichos = [n.texto for n in lista.todos("dd")]
        yield from zip(nombres, dichos, strict=False)
    fichas = list(raiz.todos("article"))
    for nodo in fichas or raiz.todos("li", "details"):
        if not fichas and any(nodo.todos("li")):
            continue
        dicho = nodo.texto
        titulo = next((n.texto for n in nodo.todos(*NOMBRAN) if n.texto), "")
        if fichas and not titulo:
            titulo = next((n.texto for n in nodo.todos("p") if n.texto), "")
        if titulo and dicho.startswith(titulo) and titulo != dicho:
            yield titulo, dicho[len(titulo) :].lstrip(" —·:.")
        elif dicho:
            yield "", dicho


def _parrafos(raiz: Nodo) -> Iterator[str]:
    """Los que no son de una lista, de una tabla ni de una cifra."""
    for hijo in raiz.hijos:
        if not isinstance(hijo, Nodo) or hijo.marca in ("table", "ul", "ol", "dl", *CALLADAS):
            continue
        if ES_DATO & hijo.clases:
            continue
        if hijo.marca == "p":
            if hijo.texto:
                yield hijo.texto
        else:
            yield from _parrafos(hijo)
