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
from tablero.interfaz.pared import caben, entero
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
    """La que cabe en una pared."""
    de: tuple[Resultado, ...]
    entera: Cosa
    """La que alguien se lleva: todo su dibujo, todas sus filas y todas sus notas."""
    palabras: tuple[str, ...] | None = None
    """Las que su archivo lleva en el nombre, si la página las dice."""

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
    con_boton: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Las que ofrecen sus archivos: su nombre y las palabras que el archivo lleva en el suyo."""
    _mensajes: dict[str, str] = field(default_factory=dict)
    """El mensaje de cada gráfico que no cabe: lo dice su tabla."""
    _enteras: dict[str, Cosa] = field(default_factory=dict)
    """La de cada gráfico, quepa o no."""

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
        self._anotar(nombre, cosa, (resultado,), cosa)

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
        entera = armar("", dibujo.titulo, [resultado], "", grafico=dibujo, notas=[dibujo.nota])
        entera = replace(entera, dibujo=partial(con_datos, dibujo, ANCHO_DE_UN_DIBUJO))
        cabe = caben.el_dibujo(resultado, dibujo, constructor, opciones)
        if cabe is None:
            self._mensajes[nombre], self._enteras[nombre] = dibujo.titulo, entera
            return
        grafico, faltan = cabe
        notas = tuple(filter(None, (faltan, dibujo.nota)))
        self._anotar(nombre, replace(entera, grafico=grafico, notas=notas), (resultado,), entera)

    def mapa(
        self,
        resultado: Resultado,
        titulo: str,
        nombre: str,
        imagen: Imagen,
        dibujo: Callable[[], Spec],
        *,
        geometria: Callable[[], bytes] | None = None,
        notas: Sequence[str] = (),
        lejos: Sequence[str] = (),
    ) -> None:
        """Un mapa, como imagen; `lejos`, lo que hay que leer con él donde no está su página."""
        cosa = armar("", titulo, [resultado], "", imagen=imagen, notas=notas)
        cosa = replace(cosa, dibujo=dibujo, geometria=geometria)
        self._anotar(nombre, cosa, (resultado,), replace(cosa, notas=tuple(lejos)))

    def bloque(self, html: str, titulo: str, nombre: str, resultado: Resultado) -> None:
        """Un bloque escrito en HTML: se lee de ahí."""
        if nombre in self.tarjetas:
            return
        titulo = self._mensajes.get(nombre, titulo)
        leido = leer(html)
        cifras, cuadro, notas = _partes(leido, titulo)
        if cifras or cuadro or notas:
            cosa = armar("", titulo, [resultado], "", cifras=cifras, tabla=cuadro, notas=notas)
            # Que en la pared falten filas o columnas no es cosa de quien se lleva todas.
            entera = replace(cosa, tabla=None, notas=() if leido.tablas else cosa.notas)
            self._anotar(nombre, cosa, (resultado,), self._enteras.get(nombre, entera))

    def escrito(
        self, html: str, titulo: str, nombre: str, fuente: str, datos: Resultado | None = None
    ) -> None:
        """Lo mismo, de lo que no sale de un documento: su fuente viene escrita.

        Se llevan los `datos` o, si no los hay, todo lo que se lee.
        """
        if nombre in self.tarjetas:
            return
        leido = leer(html)
        cifras, cuadro, notas = _partes(leido, titulo)
        if cifras or cuadro or notas:
            cosa = Cosa("", titulo, fuente, (), "", tuple(cifras), None, cuadro, tuple(notas))
            datos = datos or Resultado.del_tablero(nombre, entero.en_datos(leido, fuente))
            self._anotar(nombre, cosa, (), Cosa("", titulo, fuente, (), "", datos=datos))

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
            self._anotar(nombre, cosa, (resultado,), cosa)

    def cosa(self, nombre: str, cosa: Cosa, entera: Cosa) -> None:
        """Una que ya está hecha, como cabe y como se lleva."""
        self._anotar(nombre, cosa, (), entera)

    def _anotar(self, nombre: str, cosa: Cosa, de: tuple[Resultado, ...], entera: Cosa) -> None:
        cosa = replace(cosa, notas=tuple(caben.en_el_pie(cosa.notas)))
        self.tarjetas.setdefault(nombre, Grabada(nombre, cosa, de, entera))


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
