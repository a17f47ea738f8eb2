"""Lo que una página muestra, anotado mientras se dibuja: una `Cosa` por tarjeta.

En una vuelta de alguien no hay grabadora, y las piezas dibujan y nada más.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import partial

from tablero.consultas.base import Resultado
from tablero.exportar.imagen import con_datos
from tablero.graficos.piezas.base import Grafico, Spec
from tablero.interfaz.pared import caben
from tablero.interfaz.pared.lectura import Leido, leer
from tablero.respuestas.cosas.cosa import Cifra, Cosa, Imagen, Tabla, armar, tabla
from tablero.texto import a_codigo

ADORNO = re.compile(r"^[^\w¿¡«(]+")
"""La forma que acompaña a un rótulo («▲ Difieren»): en un mensaje sobra."""
CIFRAS = 3
"""Las que van en una pantalla; más, en una tabla."""
ANCHO_DE_UN_DIBUJO = 900
"""Los píxeles del que alguien se lleva: los de una columna de la página en un equipo portátil."""
DE_LISTA = (("N.º", "Qué", "Qué dice"), ("N.º", "Qué dice"))
"""Las columnas de una lista: lo que nombra y lo que dice, o solo esto."""
LETRAS_DE_NOTA = 90
"""Lo que aclara una cifra al lado de un dibujo, si cabe; sola, va entero."""


@dataclass(frozen=True)
class Grabada:
    """Una tarjeta, y las respuestas de que sale; sin ellas, su fuente está dicha."""

    nombre: str
    cosa: Cosa
    de: tuple[Resultado, ...]

    @property
    def es_texto(self) -> bool:
        """Que es una lista de textos: al lado de unas cifras no dice nada de ellas."""
        cuadro = self.cosa.tabla
        return cuadro is not None and (len(cuadro.columnas) == 1 or cuadro.columnas in DE_LISTA)

    @property
    def es_cifra(self) -> bool:
        """Que es una cifra suelta."""
        cosa = self.cosa
        return bool(cosa.cifras) and not (cosa.grafico or cosa.tabla or cosa.imagen)


@dataclass
class Grabadora:
    """Anota las tarjetas de una página, en su orden; de dos con el mismo nombre, la primera."""

    direccion: str
    tarjetas: dict[str, Grabada] = field(default_factory=dict)
    con_boton: set[str] = field(default_factory=set)
    """Los nombres de las que ofrecen sus archivos."""
    _mensajes: dict[str, str] = field(default_factory=dict)
    """El mensaje de cada gráfico que no cabe: lo dice su tabla."""
    _dibujos: dict[str, Callable[[], Spec]] = field(default_factory=dict)
    """El dibujo entero de cada gráfico, quepa o no."""

    def cifra(self, resultado: Resultado, rotulo: str, texto: str, nota: str) -> None:
        """Una cifra suelta."""
        cosa = armar(
            "",
            f"{ADORNO.sub('', rotulo)}: {texto}",
            [resultado],
            "",
            cifras=[Cifra(texto, rotulo, nota)],
        )
        nombre, base = "", a_codigo(rotulo)
        for numero in range(1, 100):
            nombre = base if numero == 1 else f"{base}_{numero}"
            if nombre not in self.tarjetas:
                break
        self._anotar(nombre, cosa, (resultado,))

    def grafico(
        self,
        resultado: Resultado,
        dibujo: Grafico,
        nombre: str,
        constructor: Callable[..., Grafico],
        opciones: Mapping[str, Hashable],
    ) -> None:
        """Un gráfico, si se lee desde el fondo; si no, su tabla, que se anota después."""
        if nombre in self.tarjetas:
            return
        self._dibujos[nombre] = partial(con_datos, dibujo, ANCHO_DE_UN_DIBUJO)
        cabe = caben.el_dibujo(resultado, dibujo, constructor, opciones)
        if cabe is None:
            self._mensajes[nombre] = dibujo.titulo
            return
        grafico, faltan = cabe
        cosa = armar(
            "", dibujo.titulo, [resultado], "", grafico=grafico, notas=[faltan, dibujo.nota]
        )
        self._anotar(nombre, cosa, (resultado,))

    def mapa(
        self,
        resultado: Resultado,
        titulo: str,
        nombre: str,
        imagen: Imagen,
        notas: Sequence[str] = (),
    ) -> None:
        """Un mapa, como imagen."""
        cosa = armar("", titulo, [resultado], "", imagen=imagen, notas=notas)
        self._anotar(nombre, cosa, (resultado,))

    def bloque(self, html: str, titulo: str, nombre: str, resultado: Resultado) -> None:
        """Un bloque escrito en HTML: se lee de ahí."""
        if nombre in self.tarjetas:
            return
        titulo = self._mensajes.get(nombre, titulo)
        cifras, cuadro, notas = _partes(leer(html), titulo)
        if cifras or cuadro or notas:
            cosa = armar("", titulo, [resultado], "", cifras=cifras, tabla=cuadro, notas=notas)
            self._anotar(nombre, cosa, (resultado,))

    def escrito(self, html: str, titulo: str, nombre: str, fuente: str) -> None:
        """Lo mismo, de lo que no sale de una respuesta: su fuente viene escrita."""
        if nombre in self.tarjetas:
            return
        cifras, cuadro, notas = _partes(leer(html), titulo)
        if cifras or cuadro or notas:
            cosa = Cosa("", titulo, fuente, (), "", tuple(cifras), None, cuadro, tuple(notas))
            self._anotar(nombre, cosa, ())

    def juntar(self, resultado: Resultado, nombre: str) -> None:
        """Las cifras sueltas de esa respuesta, en una sola pantalla."""
        suyas = [
            g.cosa
            for g in self.tarjetas.values()
            if g.es_cifra and any(r is resultado for r in g.de)
        ]
        if suyas:
            cifras = [cifra for cosa in suyas for cifra in cosa.cifras][:CIFRAS]
            cosa = armar("", suyas[0].titulo, [resultado], "", cifras=cifras)
            self._anotar(nombre, cosa, (resultado,))

    def cosa(self, nombre: str, cosa: Cosa) -> None:
        """Una que ya está hecha."""
        self._anotar(nombre, cosa, ())

    def _anotar(self, nombre: str, cosa: Cosa, de: tuple[Resultado, ...]) -> None:
        cosa = replace(
            cosa,
            notas=tuple(caben.en_el_pie(cosa.notas)),
            dibujo=cosa.dibujo or self._dibujos.get(nombre),
        )
        self.tarjetas.setdefault(nombre, Grabada(nombre, cosa, de))


_puesta: ContextVar[Grabadora | None] = ContextVar("grabadora", default=None)


def puesta() -> Grabadora | None:
    """La que graba esta vuelta; `None` si la mira alguien."""
    return _puesta.get()


@contextmanager
def grabando(grabadora: Grabadora) -> Iterator[Grabadora]:
    """Lo que se dibuje dentro queda anotado."""
    antes = _puesta.set(grabadora)
    try:
        yield grabadora
    finally:
        _puesta.reset(antes)


def _partes(leido: Leido, titulo: str) -> tuple[list[Cifra], Tabla | None, list[str]]:
    """Las cifras, la tabla y las notas de un bloque; lo que no cabe queda contado."""
    cifras = [Cifra(d.cifra, d.rotulo, d.nota) for d in leido.datos]
    if leido.tablas:
        cuadro, faltan = caben.en_tabla(leido.tablas[0], "")
        return cifras[:CIFRAS], cuadro, [faltan]
    if len(cifras) > CIFRAS:
        filas = [(c.texto, f"{c.rotulo}. {c.nota}" if c.nota else c.rotulo) for c in cifras]
        return [], tabla("", ("Cifra", "Qué mide"), filas), []
    if cifras:
        return cifras, None, list(leido.parrafos[:1])
    if leido.elementos:
        return [], _de_lista(leido.elementos), []
    if leido.parrafos:
        return [], tabla("", (titulo,), [(parrafo,) for parrafo in leido.parrafos]), []
    return [], None, []


def _de_lista(elementos: Sequence[tuple[str, str]]) -> Tabla:
    """La lista numerada: en la sala se nombra «el 5»."""
    cortos = [(caben.corta(a), caben.corta(b)) for a, b in elementos]
    if any(a and b for a, b in cortos):
        filas = [(str(n), a or b, b if a else "") for n, (a, b) in enumerate(cortos, start=1)]
        return tabla("", DE_LISTA[0], filas, numericas=("N.º",))
    sueltos = [(str(n), a or b) for n, (a, b) in enumerate(cortos, start=1)]
    return tabla("", DE_LISTA[1], sueltos, numericas=("N.º",))
