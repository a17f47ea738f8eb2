"""Lo que un libro nuevo ya no trae de lo que traía el del mismo corte, o de la misma versión.

Un libro que corrige a otro cambia valores; uno de otra política, más viejo o a medio llenar los
pierde. Si lo perdido pasa de la décima parte de algo, hay que nombrarlo para seguir.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.por_codigo import sin_repetidos
from tablero.errores import ErrorTablero
from tablero.formato import contar, enumerar, numero
from tablero.texto import plano

PARTE = 10
"""Perder más de uno de cada tantos detiene la importación."""
MUESTRA = 5
PARECIDO = 0.6
"""De dos nombres: con menos ya no es una corrección."""
NOMBRES = {
    "producto": ("producto", "productos"),
    "resultado": ("resultado", "resultados"),
    "ponderacion": ("ponderación", "ponderaciones"),
    "meta": ("meta", "metas"),
    "reporte": ("reporte", "reportes"),
    "texto": ("texto", "textos"),
}
Dato = tuple[str, ...]
"""De qué clase es y de quién: `("reporte", "1.1.4", "2024", "2")`."""


@dataclass(frozen=True)
class Perdida:
    """Los datos que se perderían, de los que había."""

    perdidos: tuple[Dato, ...]
    habia: tuple[Dato, ...]

    @property
    def es_grave(self) -> bool:
        """Si pasa de la décima parte de alguna clase."""
        return any(perdidos * PARTE > habia for _, perdidos, habia in self._cuentas())

    @property
    def nombre(self) -> str:
        """Como se acepta: «12-productos-y-40-reportes»."""
        return "-y-".join(
            contar(perdidos, *_sin_tilde(clase)).replace(" ", "-").replace(".", "")
            for clase, perdidos, _ in self._cuentas()
            if perdidos
        )

    @property
    def frase(self) -> str:
        """«12 de 52 productos (1.1.3, 1.1.4 y 10 más) y 40 de 300 reportes»."""
        return enumerar(
            [
                f"{numero(perdidos)} de {contar(habia, *NOMBRES[clase])}" + self._cuales(clase)
                for clase, perdidos, habia in self._cuentas()
                if perdidos
            ]
        )

    def _cuentas(self) -> Iterator[tuple[str, int, int]]:
        for clase in NOMBRES:
            yield (
                clase,
                sum(d[0] == clase for d in self.perdidos),
                sum(d[0] == clase for d in self.habia),
            )

    def _cuales(self, clase: str) -> str:
        if clase not in ("producto", "resultado"):
            return ""
        codigos = [d[1] for d in self.perdidos if d[0] == clase]
        vistos, resto = codigos[:MUESTRA], len(codigos) - MUESTRA
        return f" ({', '.join(vistos)} y {resto} más)" if resto > 0 else f" ({enumerar(vistos)})"


def comparar(antes: Sequence[Indicador], despues: Sequence[Indicador]) -> Perdida:
    """Lo de `antes` que no está en `despues`: filas, ponderaciones, metas, reportes y textos.

    Un producto del mismo código con otro nombre y otro indicador es otro producto.
    """
    nuevos = {i.codigo: i for i in sin_repetidos(despues)}
    habia: list[Dato] = []
    perdidos: list[Dato] = []
    for viejo in sin_repetidos(antes):
        nuevo = nuevos.get(viejo.codigo)
        es_el_mismo = nuevo is not None and _es_el_mismo(viejo, nuevo)
        siguen = set(_datos(nuevo)) if nuevo is not None and es_el_mismo else set()
        for dato in _datos(viejo):
            habia.append(dato)
            # La ponderación de un producto perdido ya se perdió con él.
            if dato not in siguen and (es_el_mismo or dato[0] != "ponderacion"):
                perdidos.append(dato)
    return Perdida(tuple(perdidos), tuple(habia))


def exigir_aceptada(
    perdida: Perdida, aceptada: str | None, *, archivo: str, que_hay: str, de_cual: str
) -> None:
    """`ErrorTablero`, con qué agregar, si es grave y no se nombró lo que se pierde.

    `que_hay` es lo que se reemplaza («el libro que ya hay de …»); `de_cual`, de qué debe ser el
    nuevo («el libro de esa política y ese corte»).
    """
    if not perdida.es_grave or perdida.nombre == aceptada:
        return
    otra = f"«{aceptada}» no es lo que se pierde. " if aceptada is not None else ""
    raise ErrorTablero(
        f"{otra}{archivo} trae menos que {que_hay}: se perderían {perdida.frase}. Revise que sea "
        f"{de_cual}. Si es lo que quiere, agregue: --reemplazar --aceptar-perdida "
        f"{perdida.nombre}\nNo se cambió nada."
    )


def _datos(indicador: Indicador) -> Iterator[Dato]:
    """Lo que trae y se puede leer; un cero no es una meta."""
    codigo = indicador.codigo
    yield indicador.clase, codigo
    if legible(indicador.ponderacion_pct) is not None:
        yield "ponderacion", codigo
    for anio, meta in indicador.metas.items():
        if legible(meta):
            yield "meta", codigo, str(anio)
    if legible(indicador.meta_final):
        yield "meta", codigo, "final"
    for periodo, valor in indicador.reportes.items():
        if legible(valor) is not None:
            yield "reporte", codigo, str(periodo)
    for periodo in indicador.relatos or {}:
        yield "texto", codigo, str(periodo)


def _es_el_mismo(uno: Indicador, otro: Indicador) -> bool:
    pares = ((uno.nombre, otro.nombre), (uno.indicador_nombre, otro.indicador_nombre))
    escritos = [(plano(a), plano(b)) for a, b in pares if a and b]
    return not escritos or any(
        a == b or SequenceMatcher(None, a, b).ratio() >= PARECIDO for a, b in escritos
    )


def _sin_tilde(clase: str) -> tuple[str, str]:
    """Para escribirlo en la consola sin acentos."""
    singular, plural = NOMBRES[clase]
    return plano(singular), plano(plural)
