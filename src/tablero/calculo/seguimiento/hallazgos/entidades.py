"""Entidades que la tabla no trae: quedan con el nombre del libro, y se dice una sola vez."""

from collections.abc import Iterator, Sequence

from tablero.calculo.entidades import Directorio
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.formato import contar, enumerar
from tablero.modelo.reglas import Regla

CELDAS, NOMBRES = 3, 8
"""Cuántas se nombran; de las demás se dice cuántas son."""
QUE_HACER = (
    "Agréguelas al libro entidades: a la hoja «Grafías de entidades», la que sea otra forma de "
    "escribir una de la tabla o, sin código, la que nombre a varias; a la hoja «Entidades "
    "oficiales», las demás."
)


def desconocidas(indicadores: Sequence[Indicador], entidades: Directorio) -> Iterator[Hallazgo]:
    """Las entidades de un libro que no están en la tabla, en un solo hallazgo.

    Sin tabla no hay nada que decir: ninguna es desconocida.
    """
    if entidades.esta_vacio:
        return
    celdas: dict[str, list[str]] = {}
    unidas = entidades.unir(i.entidad for i in indicadores)
    sin_tabla = {escrita for escrita in unidas if entidades.hallar(escrita) is None}
    for indicador in indicadores:
        if indicador.entidad in sin_tabla:
            nombre = unidas[indicador.entidad].entidad or ""
            celdas.setdefault(nombre, []).append(indicador.lugares.get(("entidad",), "sin dato"))
    if not celdas:
        return
    son = "entidad no está" if len(celdas) == 1 else "entidades no están"
    dichas = [_decir(nombre, suyas, entidades) for nombre, suyas in celdas.items()]
    todas = [celda for suyas in celdas.values() for celda in suyas]
    yield Hallazgo(
        "nota",
        Regla.ENTIDAD_DESCONOCIDA,
        "",
        f"{len(celdas)} {son} en la tabla de entidades, y quedan con el nombre del libro: "
        f"{'; '.join(_con_las_demas(dichas, NOMBRES))}.".replace("?.", "?"),
        QUE_HACER,
        celda=todas[0] if len(todas) == 1 else "",
    )


def _decir(nombre: str, celdas: Sequence[str], entidades: Directorio) -> str:
    """«I. Social» (celdas G6 y G8), ¿es «Secretaría Distrital de Integración Social»?"""
    donde = f"celda{'s' * (len(celdas) > 1)} {enumerar(_con_las_demas(celdas, CELDAS))}"
    dicho = f"«{nombre}» ({donde})"
    if varias := entidades.varias(nombre):
        return f"{dicho}, que nombra a {enumerar([f'«{v}»' for v in varias])}"
    if cercanas := entidades.parecidas(nombre):
        return f"{dicho}, ¿es {' o '.join(f'«{c}»' for c in cercanas)}?"
    return dicho


def _con_las_demas(dichas: Sequence[str], cuantas: int) -> list[str]:
    otras = len(dichas) - cuantas
    return [*dichas[:cuantas], *([contar(otras, "más", "más")] if otras > 0 else [])]
