"""Lo que pide la dirección después de `?`: filtros, orden, columnas, páginas y forma."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tablero.api.campos import Campo
from tablero.api.fallas import Falla
from tablero.formato import enumerar

EDICION, FORMATO = "edicion", "formato"
ORDEN, COLUMNAS, PAGINA, POR_PAGINA = "orden", "columnas", "pagina", "por_pagina"
DE_TABLA = (ORDEN, COLUMNAS, PAGINA, POR_PAGINA, FORMATO, EDICION)
"""Los que no son un filtro: la columna que se llama igual se filtra con `.es`."""
ES, DESDE, HASTA = "es", "desde", "hasta"
DE_UNA_VEZ, POR_PAGINA_DE_SIEMPRE = 1000, 100
"""Filas de una página: las que más se dan, y las que se dan si no se dice."""
VALORES = 50
"""Los que puede traer el filtro de una columna."""
TODOS = 400
"""Los que puede traer un pedido entero."""
FECHA = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ENTERO = re.compile(r"-?(0|[1-9][0-9]{0,399})(\.0+)?")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,399})(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")
"""Como los escribe JSON: sin ceros de más, que son de un código y no de un número."""
INFINITO = float("inf")

Valor = str | int | float | bool | date
Pares = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Filtro:
    """Lo que debe cumplir una columna."""

    columna: str
    valores: tuple[Valor, ...] = ()
    """Uno cualquiera de estos; ninguno, si lo que se pide es un rango."""
    con_vacios: bool = False
    """También las filas en que no se publica."""
    desde: Valor | None = None
    hasta: Valor | None = None


@dataclass(frozen=True)
class Consulta:
    """Un pedido entendido."""

    filtros: tuple[Filtro, ...]
    orden: tuple[tuple[str, bool], ...]
    """Columna, y si va de mayor a menor."""
    columnas: tuple[str, ...]
    """Las que se dan, en ese orden; ninguna, todas."""
    pagina: int
    por_pagina: int
    con_paginas: bool
    """Si el pedido dice cuál página."""


def nombres(campos: Sequence[Campo]) -> dict[str, tuple[Campo, str]]:
    """Cada filtro que hay: el nombre de su parámetro → la columna y qué compara."""
    hay: dict[str, tuple[Campo, str]] = {}
    for campo in campos:
        if campo.nombre not in DE_TABLA:
            hay[campo.nombre] = campo, ES
        hay[f"{campo.nombre}.{ES}"] = campo, ES
        if campo.tiene_rango:
            hay[f"{campo.nombre}.{DESDE}"] = campo, DESDE
            hay[f"{campo.nombre}.{HASTA}"] = campo, HASTA
    return hay


def entender(pares: Pares, campos: Sequence[Campo]) -> Consulta:
    """Los parámetros de una tabla; `Falla` si uno no existe o no dice lo que debe."""
    if len(pares) > TODOS:
        raise Falla("pedido-grande", f"El pedido trae {len(pares)} parámetros; caben {TODOS}.")
    propios = {campo.nombre: campo for campo in campos}
    hay = nombres(campos)
    dichos: dict[str, list[str]] = {}
    for nombre, valor in pares:
        if nombre not in hay and nombre not in DE_TABLA:
            raise _desconocido(nombre, propios)
        dichos.setdefault(nombre, []).append(valor)
    return Consulta(
        filtros=tuple(_filtro(n, dichos[n], *hay[n]) for n in dichos if n in hay),
        orden=tuple(_orden(parte, propios) for parte in _lista(dichos, ORDEN)),
        columnas=tuple(dict.fromkeys(_columna(c, propios) for c in _lista(dichos, COLUMNAS))),
        pagina=_numero(dichos, PAGINA, 1),
        por_pagina=_por_pagina(dichos),
        con_paginas=PAGINA in dichos or POR_PAGINA in dichos,
    )


def exigir(pedida: Consulta, hay: Sequence[str]) -> None:
    """`Falla` si el pedido nombra una columna que esa edición no trae."""
    nombradas = [
        *(filtro.columna for filtro in pedida.filtros),
        *(columna for columna, _ in pedida.orden),
        *pedida.columnas,
    ]
    for columna in nombradas:
        if columna not in hay:
            raise Falla("no-existe", f"En esta edición no hay una columna «{columna}».")


def uno(pares: Pares, nombre: str) -> str | None:
    """El valor de un parámetro que va una sola vez; `None` si no está."""
    valores = [valor for propio, valor in pares if propio == nombre]
    if len(valores) > 1:
        raise Falla("pedido-invalido", f"«{nombre}» va una sola vez, y hay {len(valores)}.")
    return valores[0] if valores else None


def entero(nombre: str, dicho: str) -> int:
    """Un número de uno en adelante; `Falla` si no lo es."""
    if not ENTERO.fullmatch(dicho) or int(dicho.partition(".")[0]) < 1:
        raise Falla("pedido-invalido", f"«{nombre}» debe ser un número entero desde 1.")
    return int(dicho.partition(".")[0])


def solo(pares: Pares, admitidos: Sequence[str]) -> None:
    """`Falla` si hay un parámetro que esa dirección no usa."""
    for nombre, _ in pares:
        if nombre not in admitidos:
            raise Falla(
                "pedido-invalido",
                f"«{citar(nombre)}» no es un parámetro de esta dirección; "
                f"los que hay son: {enumerar(list(admitidos))}.",
            )


def citar(texto: str) -> str:
    """Lo pedido, corto, para decirlo en una falla."""
    corto = texto if len(texto) <= 80 else f"{texto[:80]}…"  # noqa: PLR2004 - lo que cabe en un renglón
    return corto.encode("utf-8", "replace").decode("utf-8")


def _filtro(nombre: str, dichos: Sequence[str], campo: Campo, compara: str) -> Filtro:
    if compara != ES:
        if len(dichos) > 1:
            raise Falla("pedido-invalido", f"«{nombre}» va una sola vez, y hay {len(dichos)}.")
        valor = leer(nombre, dichos[0], campo)
        if compara == DESDE:
            return Filtro(campo.nombre, desde=valor)
        return Filtro(campo.nombre, hasta=valor)
    if len(dichos) > VALORES:
        raise Falla(
            "pedido-grande", f"«{nombre}» trae {len(dichos)} valores; caben hasta {VALORES}."
        )
    return Filtro(
        campo.nombre,
        tuple(leer(nombre, dicho, campo) for dicho in dichos if dicho),
        con_vacios="" in dichos,
    )


def leer(nombre: str, dicho: str, campo: Campo) -> Valor:
    """El valor con que se compara una columna; `Falla` si no es de su clase."""
    leido = _leer(dicho, campo)
    if leido is None:
        raise Falla(
            "pedido-invalido",
            f"«{nombre}={citar(dicho)}» no se entiende: {campo.titulo} es {esperado(campo)}.",
            {"parametro": nombre},
        )
    return leido


def _leer(dicho: str, campo: Campo) -> Valor | None:
    if campo.tipo is date:
        return _fecha(dicho)
    if campo.tipo is bool:
        return {"true": True, "false": False}.get(dicho)
    if campo.tipo is int:
        return int(dicho.partition(".")[0]) if ENTERO.fullmatch(dicho) else None
    if campo.tipo is float:
        valor = float(dicho) if DECIMAL.fullmatch(dicho) else INFINITO
        return None if abs(valor) == INFINITO else valor
    if campo.opciones:
        return dicho if dicho in campo.opciones else None
    return dicho if not campo.patron or re.search(campo.patron, dicho) else None


def _fecha(dicho: str) -> date | None:
    try:
        return date.fromisoformat(dicho) if FECHA.fullmatch(dicho) else None
    except ValueError:
        return None


def esperado(campo: Campo) -> str:
    """Qué valores admite el filtro de esa columna, en palabras."""
    if campo.opciones:
        return f"uno de estos: {', '.join(campo.opciones)}"
    clases: Mapping[object, str] = {
        date: "una fecha, AAAA-MM-DD",
        bool: "«true» o «false»",
        int: "un número entero",
        float: "un número con punto decimal",
    }
    return clases.get(campo.tipo, f"un texto con la forma {campo.patron}")


def _lista(dichos: Mapping[str, Sequence[str]], nombre: str) -> list[str]:
    """Las partes de un parámetro separadas por comas."""
    if nombre not in dichos:
        return []
    return [parte for valor in dichos[nombre] for parte in valor.split(",")]


def _orden(parte: str, propios: Mapping[str, Campo]) -> tuple[str, bool]:
    return _columna(parte.removeprefix("-"), propios), parte.startswith("-")


def _columna(nombre: str, propios: Mapping[str, Campo]) -> str:
    if nombre not in propios:
        raise _desconocido(nombre, propios)
    return nombre


def _desconocido(nombre: str, propios: Mapping[str, Campo]) -> Falla:
    return Falla(
        "pedido-invalido",
        f"Aquí no hay una columna «{citar(nombre)}». Las que hay: {', '.join(propios)}.",
        {"columnas": list(propios)},
    )


def _numero(dichos: Mapping[str, Sequence[str]], nombre: str, si_no: int) -> int:
    dicho = uno([(nombre, valor) for valor in dichos.get(nombre, ())], nombre)
    return si_no if dicho is None else entero(nombre, dicho)


def _por_pagina(dichos: Mapping[str, Sequence[str]]) -> int:
    pedidas = _numero(dichos, POR_PAGINA, POR_PAGINA_DE_SIEMPRE)
    if pedidas > DE_UNA_VEZ:
        raise Falla(
            "pedido-grande",
            f"Una página tiene hasta {DE_UNA_VEZ} filas. La tabla entera se baja con formato=csv o "
            "formato=parquet, sin páginas.",
        )
    return pedidas
