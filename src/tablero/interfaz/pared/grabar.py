"""Lo que una dirección muestra en la pared: su página grabada, entera o una sola tarjeta."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tablero import reloj
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import conexion
from tablero.interfaz.marco.memoria import MEMORIA
from tablero.interfaz.marco.menu import EDICIONES, ENTIDAD, SESION, Pagina
from tablero.interfaz.pared import caben, direccion
from tablero.interfaz.pared.correr import correr
from tablero.interfaz.pared.direccion import Pares
from tablero.interfaz.pared.filtro import de_quien, en_palabras
from tablero.interfaz.pared.grabadora import CIFRAS, LETRAS_DE_NOTA, Grabada
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar

CAMBIAN = (SESION, EDICIONES, ENTIDAD)
"""Las que dicen lo que hay en el registro: de un momento a otro dicen otra cosa."""


@dataclass(frozen=True)
class PaginaGrabada:
    """Lo que una página muestra con sus filtros."""

    junta: Cosa
    """Lo primero que se ve de ella: sus cifras y su primer dibujo, mapa o tabla."""
    tarjetas: tuple[tuple[str, Cosa], ...]
    """Cada una con su nombre, en el orden de la página."""
    enteras: tuple[Grabada, ...] = field(compare=False, repr=False)
    """Las mismas, con lo que alguien se lleva de cada una."""

    @property
    def pantallas(self) -> tuple[Cosa, ...]:
        """Todas las suyas: la junta, si dice más que una tarjeta sola, y cada una."""
        sueltas = tuple(cosa for _, cosa in self.tarjetas)
        es_una = any(self.junta is cosa for cosa in sueltas)
        return sueltas if es_una else (self.junta, *sueltas)

    def tarjeta(self, nombre: str) -> Cosa | None:
        """La de ese nombre; sin nombre, la junta."""
        return dict(self.tarjetas).get(nombre) if nombre else self.junta


def grabar(escrita: str) -> PaginaGrabada | None:
    """La página de esa dirección con el tablero de esta vuelta; `None` si no muestra nada.

    `ErrorTablero` si la dirección no es de ninguna página.
    """
    pagina, pares, _ = direccion.partir(escrita)
    hoy = reloj.hoy()
    if pagina in CAMBIAN:
        return _grabar(pagina, pares)
    clave = (__name__, conexion.identidad(), pagina.archivo, pares, hoy)
    return MEMORIA.dar(clave, lambda: _grabar(pagina, pares), lambda grabada: grabada is not None)


def otra_forma(escrita: str) -> Cosa | None:
    """La forma de pared de una dirección cualquiera; `None` si no la tiene.

    Con `tarjeta=` es esa tarjeta, y sin ella, lo primero que se ve de la página.
    """
    try:
        grabada = grabar(escrita)
        _, _, tarjeta = direccion.partir(escrita)
    except ErrorTablero:
        return None
    return None if grabada is None else grabada.tarjeta(tarjeta)


def _grabar(pagina: Pagina, pares: Pares) -> PaginaGrabada | None:
    grabadora = correr(pagina, pares, conexion.tablero())
    if grabadora is None or not grabadora.tarjetas:
        return None
    filtro = en_palabras(pares)
    palabras = grabadora.con_boton
    tarjetas = [
        replace(_completa(g, pagina, pares, filtro), palabras=palabras.get(g.nombre))
        for g in grabadora.tarjetas.values()
    ]
    junta = _junta(tarjetas)
    if not any(junta is g.cosa for g in tarjetas):
        junta = replace(junta, de=grabadora.direccion, codigo=direccion.nombre(pagina))
    return PaginaGrabada(junta, tuple((g.nombre, g.cosa) for g in tarjetas), tuple(tarjetas))


def _completa(grabada: Grabada, pagina: Pagina, pares: Pares, filtro: str) -> Grabada:
    """La tarjeta, con su dirección y los filtros con que se ve."""
    suya = direccion.unir(pagina, pares, grabada.nombre)
    quien = de_quien(pares) if grabada.es_cifra else ""
    cosa, entera = (
        replace(
            cual,
            codigo=grabada.nombre,
            titulo=f"{quien}. {cual.titulo}" if quien else cual.titulo,
            de=suya,
        )
        for cual in (grabada.cosa, grabada.entera)
    )
    notas = tuple(filter(None, (filtro, *cosa.notas)))
    return replace(grabada, cosa=replace(cosa, notas=notas), entera=entera)


def _junta(tarjetas: Sequence[Grabada]) -> Cosa:
    """Hasta tres cifras y lo primero que no lo es; de una sola tarjeta, esa."""
    cifras = [(g, cifra) for g in tarjetas if g.es_cifra for cifra in g.cosa.cifras][:CIFRAS]
    otras = [g for g in tarjetas if not g.es_cifra and not (cifras and g.es_texto)]
    otra = next(iter(otras), None)
    if otra is None:
        return _de_cifras(cifras)
    if otra.cosa.cifras or not otra.de:
        return otra.cosa
    al_lado = [(g, puesta) for g, suya in cifras if (puesta := _al_lado(suya)) is not None]
    # La primera es la principal: si no cabe, otra en su lugar diría algo distinto.
    if not al_lado or al_lado[0][0] is not cifras[0][0]:
        return otra.cosa
    cosa = otra.cosa
    junta = armar(
        cosa.codigo,
        cosa.titulo,
        [respuesta for grabada, _ in al_lado for respuesta in grabada.de] + list(otra.de),
        cosa.de,
        cifras=[cifra for _, cifra in al_lado],
        grafico=cosa.grafico,
        tabla=cosa.tabla,
        imagen=cosa.imagen,
        notas=cosa.notas,
    )
    return replace(junta, dibujo=cosa.dibujo)


def _de_cifras(cifras: Sequence[tuple[Grabada, Cifra]]) -> Cosa:
    """Las cifras juntas; el mensaje es el de la primera."""
    de = list(dict.fromkeys(grabada.nombre for grabada, _ in cifras))
    primera = cifras[0][0]
    if len(de) == 1:
        return primera.cosa
    return armar(
        "",
        primera.cosa.titulo,
        [respuesta for grabada, _ in cifras for respuesta in grabada.de],
        "",
        cifras=[cifra for _, cifra in cifras],
        notas=primera.cosa.notas,
    )


def _al_lado(suya: Cifra) -> Cifra | None:
    """La cifra, como va junto a un dibujo: la nota larga se lee en la pantalla de ella sola."""
    cabe = caben.al_lado(suya)
    if cabe is None or len(cabe.nota) <= LETRAS_DE_NOTA:
        return cabe
    return replace(cabe, nota="")
