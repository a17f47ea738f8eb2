"""La hoja de un lugar en la pared: sus cifras con su mapa, y cada parte en una pantalla."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tablero import rutas
from tablero.consultas.base import Parametro, Resultado
from tablero.exportar.imagen import a_png
from tablero.graficos.piezas.base import Spec
from tablero.interfaz.marco.conexion import con_este_tablero, por_archivo
from tablero.interfaz.paginas.ficha import guardada
from tablero.interfaz.pared import caben
from tablero.interfaz.pared.entero import cuadro as en_cuadro
from tablero.interfaz.pared.grabadora import CIFRAS, Grabadora
from tablero.interfaz.pared.lectura import TablaLeida
from tablero.respuestas.cosas.cosa import Cifra, Imagen, Tabla, armar, tabla
from tablero.respuestas.ficha.hoja import Clase, Cuadro, HojaDeLugar, Seccion
from tablero.respuestas.ficha.mapas import Mapas, mapas
from tablero.territorio import cartografia
from tablero.texto import a_codigo

DE_CIFRAS = ("Qué", "Cuánto", "Qué hay que saber")
DE_SECCION = ("Qué", "Qué dice la fuente")
ESCALA = 3.0
"""Puntos del mapa por cada uno de su dibujo, que en la hoja es pequeño."""


def grabar(grabadora: Grabadora, hoja: HojaDeLugar) -> None:
    """Anota la hoja: lo primero con su mapa y, después, cada parte."""
    titulo = f"{hoja.titulo}: {hoja.subtitulo}" if hoja.subtitulo else hoja.titulo

    anotar = partial(_anotar, grabadora, hoja)
    suyas = [Cifra(c.valor, c.etiqueta, c.detalle) for c in hoja.cifras]
    al_lado = tuple(filter(None, map(caben.al_lado, suyas)))[:CIFRAS]
    renglones = [(c.rotulo, c.texto, c.nota) for c in suyas]
    de_cifras = (DE_CIFRAS, renglones)
    anotar("ficha", titulo, de_cifras, cifras=al_lado, imagen=_mapa(hoja))
    if len(suyas) > len(al_lado):
        cuadro = tabla("", DE_CIFRAS, renglones)
        anotar("ficha_cifras", f"{hoja.titulo}: sus cifras", de_cifras, cuadro=cuadro)
    for seccion in hoja.secciones:
        if seccion.renglones:
            dicho = f"{hoja.titulo}. {seccion.titulo}"
            suyos = [(r.principal, r.detalle) for r in seccion.renglones]
            nombre = f"ficha_{a_codigo(seccion.titulo)}"
            anotar(nombre, dicho, (DE_SECCION, suyos), cuadro=_de_seccion(seccion))
    if hoja.cuadro is not None:
        cuadro, faltan = _de_cuadro(hoja.cuadro)
        titulos = tuple(titulo for titulo, _ in hoja.cuadro.columnas)
        anotar(
            "ficha_cuadro",
            hoja.cuadro.titulo,
            (titulos, hoja.cuadro.filas),
            cuadro=cuadro,
            faltan=faltan,
            nota=hoja.cuadro.pie,
        )


def _anotar(
    grabadora: Grabadora,
    hoja: HojaDeLugar,
    nombre: str,
    dicho: str,
    entero: tuple[Sequence[str], Sequence[Sequence[str]]],
    *,
    cifras: Sequence[Cifra] = (),
    cuadro: Tabla | None = None,
    faltan: str = "",
    nota: str = "",
    imagen: Imagen | None = None,
) -> None:
    """Una parte de la hoja, con las fuentes de toda ella.

    `entero` son sus columnas y sus filas; `faltan`, las que no caben en una pared.
    """
    cosa = armar(
        *("", dicho, hoja.respuestas, ""),
        cifras=cifras,
        tabla=cuadro,
        notas=(faltan, nota),
        imagen=imagen,
    )
    lejos = [nota]
    if imagen is not None:
        cosa = replace(cosa, dibujo=con_este_tablero(partial(_spec, hoja.clase, hoja.clave)))
        lejos.append(cartografia.vigente(rutas.CARTOGRAFIA).credito)
    datos = Resultado.derivar(
        en_cuadro(*entero),
        de=hoja.respuestas,
        nivel="publicado y calculado",
        pregunta=f"ficha/{nombre}",
        parametros=_filtro(hoja),
    )
    entera = replace(cosa, tabla=None, datos=datos, notas=tuple(filter(None, lejos)))
    grabadora.cosa(nombre, cosa, entera)


def _filtro(hoja: HojaDeLugar) -> tuple[Parametro, ...]:
    """El lugar, como lo pide la dirección: así se sabe que la tarjeta es solo de él."""
    return ((hoja.clase, hoja.titulo if hoja.clase == "departamento" else hoja.clave),)


def _de_seccion(seccion: Seccion) -> Tabla:
    renglones = [(r.principal, caben.corta(r.detalle)) for r in seccion.renglones]
    return tabla("", DE_SECCION, renglones)


def _de_cuadro(cuadro: Cuadro) -> tuple[Tabla, str]:
    titulos = tuple(titulo for titulo, _ in cuadro.columnas)
    numericas = frozenset(titulo for titulo, es_numero in cuadro.columnas if es_numero)
    return caben.en_tabla(TablaLeida(titulos, cuadro.filas, numericas, len(cuadro.filas)), "")


def _mapa(hoja: HojaDeLugar) -> Imagen:
    suyos = _mapas(hoja.clase, hoja.clave)
    hacer = con_este_tablero(partial(_png, hoja.clase, hoja.clave))
    return Imagen(suyos.cercano.alternativa, hacer)


def _mapas(clase: Clase, clave: str) -> Mapas:
    return mapas(guardada.pais(), guardada.hoja_de(clase, clave), rutas.CARTOGRAFIA)


def _spec(clase: Clase, clave: str) -> Spec:
    """El dibujo del mapa cercano."""
    return _mapas(clase, clave).cercano.spec


@por_archivo
def _png(clase: Clase, clave: str) -> bytes:
    """El mapa cercano, grande."""
    return a_png(_mapas(clase, clave).cercano.spec, ESCALA)
