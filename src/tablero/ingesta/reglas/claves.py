"""Lo que no se repite, lo que se numera sin saltos y lo que es de un solo documento."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tablero.errores import ErrorDeCelda
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.reglas.leidas import Leidas, comparables, mostrado, valores
from tablero.libro.leer import FilaLeida
from tablero.modelo import Columna, Hecho, Tabla
from tablero.modelo.relaciones import Cortes

CORTE, NIVEL = "corte_fecha", "nivel"


def claves_dobles(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una clave no se repite en un libro, ni entre libros si ella no dice el corte.

    Si la clave lleva el corte y cada hoja tiene uno solo, dos libros solo la comparten cuando una
    fila lleva el corte de otro: eso lo dice la regla de los cortes.
    """
    for tabla in leidas.tablas():
        vistas: dict[tuple[object, ...], FilaLeida] = {}
        for documento, fila in leidas[tabla.tabla]:
            for clave in _claves(tabla, documento, fila):
                primera = vistas.setdefault(clave, fila)
                if primera is not fila:
                    yield fila.error(_ya_esta(tabla, fila, primera), _acusada(tabla, tabla.clave))
                    break


def _claves(
    tabla: type[Tabla], documento: Documento, fila: FilaLeida
) -> Iterator[tuple[object, ...]]:
    """Las formas de la clave de una fila que no se pueden repetir.

    Donde cada fila puede llevar su corte, la clave sin él tampoco se repite en un libro: la misma
    cifra en dos cortes dejaría a cuál creer.
    """
    nombres = [c for c in tabla.clave if c != NIVEL]
    clave = comparables(tabla, fila, nombres)
    if None in clave:  # ya tiene su propio error: un nombre que no se pudo unir
        return
    de_cada_fila = issubclass(tabla, Hecho) and tabla.cortes is Cortes.FILA
    if de_cada_fila:
        sin_corte = [c for c in nombres if c != CORTE]
        yield (documento.fuente_codigo, *comparables(tabla, fila, sin_corte))
    if de_cada_fila or CORTE not in tabla.clave:
        yield clave
    else:
        yield (documento.fuente_codigo, *clave)


def _ya_esta(tabla: type[Tabla], fila: FilaLeida, primera: FilaLeida) -> str:
    titulos = " + ".join(
        dict.fromkeys(tabla.columna(c).titulo_en_libro for c in tabla.clave if c != NIVEL)
    )
    lugar = f"ya está en la fila {primera.numero} de {primera.archivo}"
    if primera.archivo != fila.archivo and CORTE in tabla.clave:
        return (
            f"clave repetida ({titulos}): {lugar}, con el mismo corte. Si no ha cambiado, déjela "
            "solo en aquel libro."
        )
    return f"clave repetida ({titulos}): {lugar}."


def repetidas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Lo que el modelo declara único, además de la clave, no se repite en un libro."""
    for tabla in leidas.tablas():
        for columnas in tabla.unicas:
            for _, filas in leidas.libros(tabla.tabla):
                vistas: dict[tuple[object, ...], FilaLeida] = {}
                claves: set[tuple[object, ...]] = set()
                for fila in filas:
                    clave = comparables(tabla, fila, tabla.clave)
                    unica = comparables(tabla, fila, columnas)
                    if None in unica or clave in claves:  # la clave repetida ya tiene su error
                        continue
                    claves.add(clave)
                    primera = vistas.setdefault(unica, fila)
                    if primera is not fila:
                        columna = _acusada(tabla, columnas)
                        yield fila.error(
                            f"{mostrado(tabla, fila, columna.nombre)} ya está en la fila "
                            f"{primera.numero} y aquí no se repite.",
                            columna,
                        )


def _acusada(tabla: type[Tabla], columnas: Sequence[str]) -> Columna:
    return tabla.columna(columnas[0])


def saltos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Lo que el modelo declara numerado va de uno en uno, sin saltos."""
    for tabla in leidas.tablas():
        if tabla.numeracion is None or not leidas.esta_completa(tabla.tabla):
            continue
        nombre, empieza = tabla.numeracion.columna, tabla.numeracion.empieza
        for _, filas in leidas.libros(tabla.tabla):
            grupos: defaultdict[tuple[object, ...], list[FilaLeida]] = defaultdict(list)
            for fila in filas:
                grupos[valores(fila, tabla.numeracion.por)].append(fila)
            for grupo in grupos.values():
                grupo.sort(key=lambda fila: (fila.valores[nombre], fila.numero))
                primera = grupo[0]
                if empieza is not None and primera.valores[nombre] != empieza:
                    yield primera.error(
                        f"la numeración empieza en {primera.valores[nombre]} y debe empezar en "
                        f"{empieza}.",
                        tabla.columna(nombre),
                    )
                for antes, fila in pairwise(grupo):
                    uno, otro = antes.valores[nombre], fila.valores[nombre]
                    if uno == otro and not _es_clave(tabla, nombre):
                        yield fila.error(
                            f"{otro} ya está en la fila {antes.numero}; la numeración no se "
                            "repite.",
                            tabla.columna(nombre),
                        )
                    elif otro - uno > 1:
                        yield fila.error(
                            f"la numeración salta de {uno} a {otro}.", tabla.columna(nombre)
                        )


def _es_clave(tabla: type[Tabla], nombre: str) -> bool:
    """Si un número repetido ya es una clave repetida."""
    return nombre in tabla.clave


def de_otro_documento(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una cifra o una lista es de un solo documento: otro la reemplazaría sin que se notara."""
    for tabla in leidas.tablas():
        if not tabla.vigente_por:
            continue
        vistas: dict[tuple[object, ...], tuple[Documento, FilaLeida]] = {}
        for documento, fila in leidas[tabla.tabla]:
            clave = comparables(tabla, fila, tabla.vigente_por)
            primero, primera = vistas.setdefault(clave, (documento, fila))
            if primero.nombre != documento.nombre:
                columna = tabla.columna(tabla.vigente_por[0])
                yield fila.error(
                    f"{mostrado(tabla, fila, columna.nombre)} es de otro documento: está en la "
                    f"fila {primera.numero} de {primera.archivo}.",
                    columna,
                )
