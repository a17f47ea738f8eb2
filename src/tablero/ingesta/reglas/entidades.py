"""Las entidades que nombran los libros: cada grafía, unida a la suya por la tabla de entidades."""

from collections.abc import Iterator

from tablero.calculo.entidades import NADIE, Directorio, nombres_de
from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.reglas.leidas import Leidas
from tablero.libro.fila import FilaLeida
from tablero.modelo import TABLA_POR_NOMBRE, Tabla
from tablero.texto import plano

OFICIALES, GRAFIAS = "entidades", "entidades_grafias"
UNIDAS = frozenset({"entidad_nombre", "entidad_codigo", "entidad"})
"""Lo impreso y lo que se deduce de ello, en las tablas que nombran una entidad."""
AGREGARLA = (
    "Si es otra forma de escribir una de la tabla, agréguela a la hoja «Grafías de entidades» del "
    "libro entidades; si es otra entidad, a la hoja «Entidades oficiales»"
)


def nombres_de_dos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un nombre, una sigla o una grafía no pueden ser de dos entidades."""
    duenas: dict[str, tuple[str | None, FilaLeida]] = {}
    for tabla, fila, nombre, codigo in _nombres(leidas):
        primero, donde = duenas.setdefault(plano(nombre), (codigo, fila))
        if primero != codigo:
            yield fila.error(
                f"«{nombre}» ya es de «{primero}» en la fila {donde.numero} de la hoja "
                f"«{donde.hoja}», y aquí es de «{codigo}».",
                tabla.columna(tabla.clave[0]),
            )


def unir_entidades(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Pone código y nombre único a las filas que nombran una entidad."""
    if not leidas.esta_completa(OFICIALES, GRAFIAS):
        return
    de_la_tabla = Directorio(
        *([fila.valores for _, fila in leidas[t]] for t in (OFICIALES, GRAFIAS))
    )
    for tabla, fila in _que_nombran(leidas):
        escrita = fila.valores["entidad_nombre"]
        hallada = NADIE if escrita is None else de_la_tabla.hallar(escrita)
        if hallada is None or (hallada == NADIE and escrita is not None):
            yield fila.error(_desconocida(escrita, de_la_tabla), tabla.columna("entidad_nombre"))
        fila.valores.update(vars(hallada or NADIE))


def entidades_dobles(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Donde la entidad es parte de la clave, no se repite tampoco con otra grafía."""
    vistas: dict[tuple[object, ...], FilaLeida] = {}
    for tabla, fila in _que_nombran(leidas):
        if "entidad_nombre" not in tabla.clave or fila.valores.get("entidad") is None:
            continue
        unida = {**fila.valores, "entidad_nombre": fila.valores["entidad"]}
        primera = vistas.setdefault((tabla.tabla, *(unida[c] for c in tabla.clave)), fila)
        otra, esta = (f.valores["entidad_nombre"] for f in (primera, fila))
        if otra != esta:  # con la misma grafía ya es una clave repetida
            yield fila.error(
                f"«{esta}» y «{otra}», en la fila {primera.numero}, son la misma entidad; deje una "
                "sola fila.",
                tabla.columna("entidad_nombre"),
            )


def _nombres(leidas: Leidas) -> Iterator[tuple[type[Tabla], FilaLeida, str, str | None]]:
    """Cada nombre de la tabla de entidades, con su fila y la entidad de quien es."""
    for _, fila in leidas[OFICIALES]:
        for nombre in nombres_de(fila.valores):
            yield TABLA_POR_NOMBRE[OFICIALES], fila, nombre, fila.valores["entidad_codigo"]
    for _, fila in leidas[GRAFIAS]:
        valores = fila.valores
        yield TABLA_POR_NOMBRE[GRAFIAS], fila, valores["grafia"], valores["entidad_codigo"]


def _que_nombran(leidas: Leidas) -> Iterator[tuple[type[Tabla], FilaLeida]]:
    for nombre, filas in leidas.items():
        tabla = TABLA_POR_NOMBRE[nombre]
        if tabla.model_fields.keys() >= UNIDAS:
            yield from ((tabla, fila) for _, fila in filas)


def _desconocida(escrita: str, de_la_tabla: Directorio) -> str:
    if de_la_tabla.hallar(escrita) == NADIE:
        return f"«{escrita}» no es una entidad; si la fuente no la nombra, deje la celda vacía."
    if varias := de_la_tabla.varias(escrita):
        return (
            f"«{escrita}» nombra a varias entidades ({enumerar(list(varias))}); para dejarla como "
            "está impresa, agréguela a la hoja «Grafías de entidades» del libro entidades, sin "
            "código."
        )
    cercanas = [f"«{nombre}»" for nombre in de_la_tabla.parecidas(escrita)]
    propuesta = (
        f"¿quiso decir {', '.join(cercanas)}?" if cercanas else "no hay ninguna que se le parezca."
    )
    return f"«{escrita}» no está en la tabla de entidades; {propuesta} {AGREGARLA}."
