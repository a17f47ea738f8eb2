"""Un paso de los que deja una sesión como dice su libro: en palabras, y cómo se escribe."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tablero.registro.sesiones.escribir import Escritor, siguiente
from tablero.registro.sesiones.estado import Pantalla, Punto
from tablero.respuestas.libro_de_la_sesion.parejas import Par, en_orden

Campos = Mapping[str, tuple[object, object]]
"""Cómo se llama cada dato → cómo está y cómo queda."""
EN_CORTO = 40
"""Letras de lo que se dice antes y después; de algo más largo se dice que cambió."""
NADA = "nada"


@dataclass(frozen=True)
class Paso:
    """Algo que cambia."""

    dicho: str
    hacer: Callable[[Escritor], None]


def que_cambia(campos: Campos) -> str:
    """«minutos, de 5 a 10; nota»; vacío si todo queda como está."""
    partes = []
    for nombre, (antes, despues) in campos.items():
        if antes == despues:
            continue
        uno, otro = (NADA if valor in (None, "") else str(valor) for valor in (antes, despues))
        en_corto = max(len(uno), len(otro)) <= EN_CORTO
        partes.append(f"{nombre}, de «{uno}» a «{otro}»" if en_corto else nombre)
    return "; ".join(partes)


def dicho(nombre: str, campos: Campos | None) -> str:
    """«Agrega el punto «Salud»», «Cambia el punto «Salud»: nota»; vacío si no cambia nada."""
    if campos is None:
        return f"Agrega {nombre}"
    cambia = que_cambia(campos)
    return f"Cambia {nombre}: {cambia}" if cambia else ""


def lugares(
    hay: Sequence[Punto] | Sequence[Pantalla],
    # `Any`: de un punto o de una pantalla; aquí solo se mira su código.
    pares: Sequence[Par[Any, Any]],
    salen: Collection[str],
) -> dict[str, int]:
    """Código → el lugar en que queda; los que ya están en su orden no se mueven."""
    quedan = {cosa.codigo: cosa.orden for cosa in hay if cosa.codigo not in salen}
    todas = en_orden(list(quedan), [par.codigo for par in pares])
    nuevas = [codigo for codigo in todas if codigo not in quedan]
    if todas == [*quedan, *nuevas]:
        return {**quedan, **{c: n for n, c in enumerate(nuevas, start=siguiente(hay))}}
    return {codigo: lugar for lugar, codigo in enumerate(todas, start=1)}


def mover(
    sesion: str,
    hay: Sequence[Punto] | Sequence[Pantalla],
    quedan_en: Mapping[str, int],
    cuales: str,
) -> list[Paso]:
    """El de poner en su lugar las que ya estaban en otro; ninguno si no se mueve ninguna."""
    se_mueven = [c for c in hay if quedan_en.get(c.codigo, c.orden) != c.orden]

    def hacer(escritor: Escritor) -> None:
        for cosa in se_mueven:
            escritor.al_lugar(sesion, cosa, quedan_en[cosa.codigo])

    return [Paso(f"Cambia el orden de {cuales}", hacer)] if se_mueven else []
