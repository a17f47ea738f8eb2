"""Una entidad escrita de varias maneras es una sola: por una tabla, y nunca por parecido."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self

from tablero.filas import Fila
from tablero.modelo.entidades import Entidad, EntidadGrafia
from tablero.texto import limpiar, plano

SIN_NOMBRE = frozenset({"sin dato", "n a", "n d", "no aplica"})
"""Lo que se escribe (aquí, en plano) donde iría una entidad cuando no hay ninguna."""
UNIONES = frozenset({"y", "e", "con"})
"""Las palabras con que una celda junta dos entidades."""
COMUNES = UNIONES | {
    *("de", "del", "distrital", "distrito", "el", "la", "las", "los", "para"),
    *("departamento", "instituto", "secretaria"),
}
"""Palabras que están en el nombre de muchas: que coincidan no las hace parecidas."""
PARECIDAS, PARECIDO_MINIMO = 3, 0.75
MAX_PALABRAS = 60
"""Una celda más larga no es una lista de entidades, sino un texto."""


@dataclass(frozen=True)
class Nombrada:
    """Cómo queda una entidad que alguien escribió."""

    entidad_codigo: str | None = None
    """El de la tabla; vacío si esa grafía no está en ella o no es de una sola entidad."""
    entidad: str | None = None
    """El nombre con que se agrupa, se cuenta y se filtra; vacío si no se nombra a nadie."""


NADIE = Nombrada()


class Directorio:
    """Las entidades de la tabla, con todos los nombres que llevan a cada una.

    Recibe filas de `entidades` y `entidades_grafias`. Dos nombres que solo difieren en tildes,
    mayúsculas, signos, espacios o caracteres que no se ven son el mismo.
    """

    def __init__(self, entidades: Iterable[Fila] = (), grafias: Iterable[Fila] = ()) -> None:
        self._conocidas: dict[str, Nombrada] = {}
        por_codigo: dict[str, Nombrada] = {}
        for fila in entidades:
            codigo = fila["entidad_codigo"]
            por_codigo[codigo] = Nombrada(codigo, fila["entidad_nombre"])
            for nombre in nombres_de(fila):
                self._conocidas[_clave(nombre)] = por_codigo[codigo]
        for fila in grafias:
            self._conocidas[_clave(fila["grafia"])] = por_codigo.get(
                fila["entidad_codigo"], Nombrada(None, limpiar(fila["grafia"]))
            )

    @classmethod
    def de(cls, entidades: Iterable[Entidad], grafias: Iterable[EntidadGrafia]) -> Self:
        """El de las filas de las dos tablas."""
        return cls(map(vars, entidades), map(vars, grafias))

    @property
    def esta_vacio(self) -> bool:
        """Si no hay tabla: entonces ninguna grafía es desconocida."""
        return not self._conocidas

    def hallar(self, escrita: str) -> Nombrada | None:
        """La de ese nombre; `NADIE` si ahí no se nombra a nadie, `None` si no está en la tabla.

        Un nombre seguido de otro de la misma entidad también es suyo: «Secretaría Distrital de
        Salud – SDS».
        """
        clave = _clave(escrita)
        if clave in SIN_NOMBRE or not any(c.isalnum() for c in clave):
            return NADIE
        if clave in self._conocidas:
            return self._conocidas[clave]
        partes = self._partes(tuple(clave.split()))
        return next(iter(partes)) if len(partes) == 1 else None

    def igualar(self, escrita: str) -> str:
        """El mismo texto para dos maneras de escribir la misma entidad."""
        hallada = self.hallar(escrita)
        return (hallada and hallada.entidad_codigo) or _clave(escrita)

    def unir(self, escritas: Iterable[str]) -> dict[str, Nombrada]:
        """Cada nombre escrito → su entidad.

        Los que la tabla no trae y se escriben igual, salvo tildes, signos, mayúsculas y espacios,
        son uno: el que más veces está y, si empatan, el primero.
        """
        todas = list(escritas)
        halladas = {escrita: self.hallar(escrita) for escrita in dict.fromkeys(todas)}
        veces: dict[str, Counter[str]] = {}
        for escrita in (e for e in todas if halladas[e] is None):
            veces.setdefault(_clave(escrita), Counter())[limpiar(escrita)] += 1
        return {
            escrita: hallada or Nombrada(None, veces[_clave(escrita)].most_common(1)[0][0])
            for escrita, hallada in halladas.items()
        }

    def parecidas(self, escrita: str) -> tuple[str, ...]:
        """Las de la tabla que se llaman parecido, para proponerlas: aquí no se elige ninguna."""
        por_propias: dict[str, list[Nombrada]] = {}
        for nombre, unida in self._conocidas.items():
            if unida.entidad_codigo is not None:
                por_propias.setdefault(_propias(nombre), []).append(unida)
        clave = _propias(_clave(escrita))
        con_ellas = [p for p in por_propias if clave and set(clave.split()) <= set(p.split())]
        cercanas = get_close_matches(clave, por_propias, PARECIDAS, PARECIDO_MINIMO)
        unidas = [n.entidad or "" for p in (*con_ellas, *cercanas) for n in por_propias[p]]
        return tuple(dict.fromkeys(unidas))[:PARECIDAS]

    def varias(self, escrita: str) -> tuple[str, ...]:
        """Las entidades que nombra una celda hecha de varias («SDIS – SDS»); si no, ninguna."""
        partes = self._partes(tuple(_clave(escrita).split()))
        return tuple(n.entidad or "" for n in partes) if len(partes) > 1 else ()

    def _partes(self, palabras: tuple[str, ...]) -> dict[Nombrada, None]:
        """Las entidades cuyos nombres, uno tras otro, son exactamente esas palabras."""
        if len(palabras) > MAX_PALABRAS:
            return {}
        for cuantas in range(len(palabras), 0, -1):
            primera = self._conocidas.get(" ".join(palabras[:cuantas]), NADIE)
            if primera.entidad_codigo is None:
                continue
            resto = palabras[cuantas:]
            if not resto:
                return {primera: None}
            for siguen in (resto, resto[1:] if resto[0] in UNIONES else ()):
                if otras := self._partes(siguen):
                    return {primera: None} | otras
        return {}


def nombres_de(fila: Fila) -> tuple[str, ...]:
    """Los nombres que una fila de `entidades` le da a la suya: el oficial, la sigla y el código."""
    return tuple(n for n in (fila["entidad_nombre"], fila["sigla"], fila["entidad_codigo"]) if n)


def _propias(clave: str) -> str:
    """Las palabras de un nombre que no lleva cualquier otro."""
    return " ".join(p for p in clave.split() if p not in COMUNES)


def _clave(escrita: str) -> str:
    return plano(escrita) or limpiar(escrita).casefold()
