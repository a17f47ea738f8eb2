"""De los nombres impresos a los códigos DIVIPOLA, por tablas explícitas y nunca por parecido."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from tablero.filas import Fila
from tablero.texto import plano


@dataclass(frozen=True)
class LugarOficial:
    """Un municipio con sus nombres oficiales."""

    municipio_codigo: str
    municipio_nombre: str
    departamento_codigo: str
    departamento_nombre: str


class NombreDesconocido(ValueError):
    """El nombre no corresponde a ningún municipio, o corresponde a varios."""


class Nomenclator:
    """Une nombres impresos a municipios con los oficiales y las grafías explícitas.

    Un nombre que solo se distingue de uno conocido en tildes, mayúsculas o signos tampoco se une:
    se dice cómo se escribe. Recibe filas de `municipios`, `municipios_grafias` y
    `departamentos_grafias`.
    """

    def __init__(
        self,
        municipios: Iterable[Fila],
        grafias: Iterable[Fila],
        departamentos_grafias: Iterable[Fila],
    ) -> None:
        self._lugares: dict[str, LugarOficial] = {}
        self._municipios: defaultdict[str, set[str]] = defaultdict(set)
        self._departamentos: dict[str, str] = {}
        for m in municipios:
            lugar = LugarOficial(**{campo: m[campo] for campo in LugarOficial.__dataclass_fields__})
            self._lugares[lugar.municipio_codigo] = lugar
            self._municipios[lugar.municipio_nombre].add(lugar.municipio_codigo)
            self._departamentos[lugar.departamento_nombre] = lugar.departamento_codigo
        for g in grafias:
            self._municipios[g["grafia"]].add(g["municipio_codigo"])
        for g in departamentos_grafias:
            self._departamentos[g["grafia"]] = g["departamento_codigo"]

    def departamento(self, nombre: str) -> str:
        """Código del departamento; `NombreDesconocido` con los más parecidos si no existe."""
        if nombre not in self._departamentos:
            raise NombreDesconocido(_proponer(nombre, self._departamentos))
        return self._departamentos[nombre]

    def municipio(self, nombre: str, departamento: str | None = None) -> LugarOficial:
        """El municipio de ese nombre (en ese departamento, si se dice).

        `NombreDesconocido` si no hay ninguno, con los nombres más parecidos, o si hay varios.
        """
        codigos = self._municipios.get(nombre, set())
        if not codigos:
            raise NombreDesconocido(_proponer(nombre, self._municipios))
        if departamento is not None:
            prefijo = self.departamento(departamento)
            en_departamento = {c for c in codigos if c.startswith(prefijo)}
            if not en_departamento:
                otros = ", ".join(self._lugares[c].departamento_nombre for c in sorted(codigos))
                raise NombreDesconocido(f"«{nombre}» no está en {departamento}; está en {otros}.")
            codigos = en_departamento
        if len(codigos) > 1:
            donde = ", ".join(self._lugares[c].departamento_nombre for c in sorted(codigos))
            raise NombreDesconocido(
                f"«{nombre}» es el nombre de varios municipios ({donde}); escriba el departamento."
            )
        return self._lugares[next(iter(codigos))]


def _proponer(nombre: str, conocidos: Iterable[str]) -> str:
    """Cómo se escribe el nombre o, si no es cuestión de escritura, los que se le parecen."""
    por_plano: defaultdict[str, list[str]] = defaultdict(list)
    for conocido in conocidos:
        por_plano[plano(conocido)].append(conocido)
    no_es = f"«{nombre}» no es un nombre oficial ni una grafía conocida;"
    if iguales := por_plano.get(plano(nombre)):
        return (
            f"{no_es} ¿quiso decir {_citar(iguales)}? Solo cambia cómo se escribe: use esa forma."
        )
    cercanos = get_close_matches(plano(nombre), por_plano, n=3, cutoff=0.6)
    propuesta = (
        f"¿quiso decir {_citar([c for forma in cercanos for c in por_plano[forma]])}?"
        if cercanos
        else "no hay ninguno parecido."
    )
    return f"{no_es} {propuesta} Si la grafía es correcta, agréguela al libro divipola."


def _citar(nombres: list[str]) -> str:
    """`[Chimá, Chima]` → «Chimá» o «Chima»."""
    citados = [f"«{nombre}»" for nombre in nombres]
    return " o ".join([", ".join(citados[:-1]), citados[-1]] if len(citados) > 1 else citados)
