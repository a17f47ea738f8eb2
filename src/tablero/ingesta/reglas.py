"""Reglas que miran más de una celda: nombres, claves, referencias, cortes y porcentajes.

Cada regla recibe las filas leídas y devuelve los errores que encuentra; ninguna se detiene en el
primero ni corrige nada.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tablero.errores import ErrorDeCelda
from tablero.ingesta.clave import comparable
from tablero.ingesta.fuentes import Documento
from tablero.ingesta.leer_libro import Fila, LibroLeido
from tablero.modelo import TABLA_POR_NOMBRE, Columna, ConMunicipio, Hecho, Tabla
from tablero.territorio.nombres import NombreDesconocido, Nomenclator


class Leidas(dict[str, list[tuple[Documento, Fila]]]):
    """Tabla → sus filas, con el documento de donde salieron.

    Una tabla de la que no se pudieron leer todas las filas está en `incompletas`: las reglas no
    acusan a otra de remitir a lo que quizá sí está.
    """

    def __init__(self, tablas: Iterable[str]) -> None:
        super().__init__({tabla: [] for tabla in tablas})
        self.incompletas: set[str] = set()

    def agregar(self, documento: Documento, leido: LibroLeido) -> None:
        """Suma lo leído de un libro y anota qué tablas quedaron a medias."""
        for nombre, filas in leido.filas.items():
            self[nombre] += [(documento, fila) for fila in filas]
        hojas = {error.hoja for error in leido.errores}
        self.incompletas |= {t.tabla for t in documento.tablas if t.hoja in hojas or "" in hojas}

    def esta_completa(self, *tablas: str) -> bool:
        """Verdadero si se leyeron todas las filas de esas tablas."""
        return self.incompletas.isdisjoint(tablas)


NOMENCLATOR = ("municipios", "municipios_grafias", "departamentos_grafias")


def nomenclator(leidas: Leidas) -> Nomenclator:
    """El nomenclátor de los libros leídos."""
    return Nomenclator(*([fila.valores for _, fila in leidas[nombre]] for nombre in NOMENCLATOR))


def unir_municipios(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Pone código y nombres oficiales a las filas que nombran un municipio."""
    if not leidas.esta_completa(*NOMENCLATOR):
        return
    nombres = nomenclator(leidas)
    for nombre, filas in leidas.items():
        tabla = TABLA_POR_NOMBRE[nombre]
        if not issubclass(tabla, ConMunicipio):
            continue
        for _, fila in filas:
            publicado = fila.valores["municipio_publicado"]
            if publicado is None:
                continue
            try:
                lugar = nombres.municipio(publicado, fila.valores["departamento_publicado"])
            except NombreDesconocido as error:
                yield fila.error(str(error), _columna(tabla, "municipio_publicado"))
            else:
                fila.valores.update(vars(lugar))


def claves_dobles(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una clave no se repite, ni en una hoja ni entre cortes."""
    for nombre, filas in leidas.items():
        tabla = TABLA_POR_NOMBRE[nombre]
        vistas: dict[tuple[Any, ...], Fila] = {}
        for _, fila in filas:
            clave = tuple(
                "publicado" if c == "nivel" else comparable(fila.valores.get(c), _columna(tabla, c))
                for c in tabla.clave
            )
            if None in clave:  # ya tiene su propio error: un nombre que no se pudo unir
                continue
            primera = vistas.setdefault(clave, fila)
            if primera is not fila:
                titulos = " + ".join(
                    _columna(tabla, c).titulo for c in tabla.clave if c in fila.valores
                )
                yield fila.error(
                    f"clave repetida ({titulos}): ya está en la fila {primera.numero} de "
                    f"{primera.archivo}.",
                    _columna(tabla, tabla.clave[0]),
                )


def referencias(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un valor que remite a otra tabla existe en ella."""
    for nombre, filas in leidas.items():
        for columna in TABLA_POR_NOMBRE[nombre].columnas_libro():
            if not columna.referencia:
                continue
            otra, campo = columna.referencia.split(".")
            if not leidas.esta_completa(otra):
                continue
            validos = {fila.valores[campo] for _, fila in leidas[otra]}
            hoja = TABLA_POR_NOMBRE[otra].hoja
            for _, fila in filas:
                valor = fila.valores[columna.nombre]
                if valor is not None and valor not in validos:
                    yield fila.error(f"«{valor}» no está en la hoja «{hoja}».", columna)


def porcentajes_como_fraccion(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una columna de porcentajes cuyos valores no nulos son todos ≤ 1 está en fracciones."""
    for nombre, filas in leidas.items():
        for columna in TABLA_POR_NOMBRE[nombre].columnas_libro():
            if not columna.es_porcentaje:
                continue
            por_libro: dict[str, list[Fila]] = {}
            for _, fila in filas:
                if fila.valores[columna.nombre]:
                    por_libro.setdefault(fila.archivo, []).append(fila)
            for presentes in por_libro.values():
                if all(fila.valores[columna.nombre] <= 1 for fila in presentes):
                    yield presentes[0].error(
                        "los porcentajes están como fracción; escriba 50 para 50 %, no 0,5.",
                        columna,
                    )


def cortes_posteriores(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un dato no puede tener un corte posterior al de su documento."""
    for nombre, filas in leidas.items():
        tabla = TABLA_POR_NOMBRE[nombre]
        if not issubclass(tabla, Hecho):
            continue
        for documento, fila in filas:
            if fila.valores["corte_fecha"] > documento.ficha.corte_fecha:
                yield fila.error(
                    f"{fila.valores['corte_fecha']} es posterior al corte del documento "
                    f"({documento.ficha.corte_fecha}).",
                    _columna(tabla, "corte_fecha"),
                )


def periodos_al_reves(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un periodo termina después de empezar."""
    for nombre, filas in leidas.items():
        tabla = TABLA_POR_NOMBRE[nombre]
        if "hasta_fecha" not in tabla.model_fields:
            continue
        for _, fila in filas:
            desde, hasta = fila.valores["desde_fecha"], fila.valores["hasta_fecha"]
            if desde and hasta and hasta < desde:
                yield fila.error(
                    f"termina ({hasta}) antes de empezar ({desde}).", _columna(tabla, "hasta_fecha")
                )


def productos_sin_avance(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Cada producto tiene su fila de avances en el mismo corte, aunque esté vacía, y al revés."""
    productos, avances = "politica_productos", "politica_avances"
    if not leidas.esta_completa(productos, avances):
        return
    for nombre, otra in ((productos, avances), (avances, productos)):
        tabla, hoja = TABLA_POR_NOMBRE[nombre], TABLA_POR_NOMBRE[otra].hoja
        presentes = {_producto(fila) for _, fila in leidas[otra]}
        for _, fila in leidas[nombre]:
            if _producto(fila) not in presentes:
                codigo, corte = fila.valores["producto_codigo"], fila.valores["corte_fecha"]
                yield fila.error(
                    f"«{codigo}» no tiene fila en la hoja «{hoja}» con corte {corte}.",
                    _columna(tabla, "producto_codigo"),
                )


def _producto(fila: Fila) -> tuple[Any, ...]:
    return tuple(fila.valores[c] for c in ("politica_codigo", "producto_codigo", "corte_fecha"))


def ediciones_partidas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Los valores de una edición del IPT van en un solo libro: de él es la fuente del índice."""
    tabla = TABLA_POR_NOMBRE["ipt_valores"]
    libros: dict[str, str] = {}
    dichas: set[tuple[str, str]] = set()
    for _, fila in leidas["ipt_valores"]:
        edicion = fila.valores["edicion"]
        primero = libros.setdefault(edicion, fila.archivo)
        if primero != fila.archivo and (edicion, fila.archivo) not in dichas:
            dichas.add((edicion, fila.archivo))
            yield fila.error(
                f"la edición «{edicion}» ya está en {primero}; reúna sus valores en un libro o "
                "póngale otro nombre.",
                _columna(tabla, "edicion"),
            )


def direcciones_sin_valores(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una dirección del IPT se dice de una edición que tiene valores."""
    if not leidas.esta_completa("ipt_valores"):
        return
    tabla = TABLA_POR_NOMBRE["ipt_direcciones"]
    hoja = TABLA_POR_NOMBRE["ipt_valores"].hoja
    ediciones = {fila.valores["edicion"] for _, fila in leidas["ipt_valores"]}
    for _, fila in leidas["ipt_direcciones"]:
        edicion = fila.valores["edicion"]
        if edicion not in ediciones:
            yield fila.error(
                f"la edición «{edicion}» no tiene valores en la hoja «{hoja}».",
                _columna(tabla, "edicion"),
            )


Regla = Callable[[Leidas], Iterator[ErrorDeCelda]]

REGLAS: tuple[Regla, ...] = (
    unir_municipios,
    claves_dobles,
    referencias,
    porcentajes_como_fraccion,
    cortes_posteriores,
    periodos_al_reves,
    productos_sin_avance,
    ediciones_partidas,
    direcciones_sin_valores,
)
"""En este orden: la clave de algunas tablas es el código que pone la primera."""


def revisar(leidas: Leidas, reglas: Sequence[Regla] = REGLAS) -> list[ErrorDeCelda]:
    """Todos los errores de todas las reglas."""
    return [error for regla in reglas for error in regla(leidas)]


def _columna(tabla: type[Tabla], nombre: str) -> Columna:
    return next(c for c in tabla.columnas() if c.nombre == nombre)
