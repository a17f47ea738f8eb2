"""El semáforo: de un porcentaje a su nivel de cumplimiento."""

from collections.abc import Iterable
from dataclasses import dataclass

from tablero.filas import Fila
from tablero.modelo.politica import Semaforo

COLORES: tuple[Semaforo, ...] = ("bajo", "medio", "alto", "sobre-ejecución")
"""Los niveles con rango, del menor al mayor."""

DECIMALES = 9
"""Lo que sigue es ruido de los decimales."""


@dataclass(frozen=True)
class Rangos:
    """Hasta qué porcentaje (50 significa 50 %), incluido, llega cada nivel; el último, sin tope.

    Sin tabla de rangos, los de la sección 5 del informe de la SDP. La fuente deja sin definir de 50
    a 51: aquí el rango medio empieza justo después de 50.
    """

    bajo: float = 50.0
    medio: float = 75.0
    alto: float = 125.0


PUBLICADOS = Rangos()


def clasificar(porcentaje: float | None, rangos: Rangos = PUBLICADOS) -> Semaforo:
    """Nivel de un porcentaje (50 significa 50 %); sin porcentaje no hay color: «sin dato»."""
    if porcentaje is None:
        return "sin dato"
    # 0,4 ÷ 0,8 da un poco más de 50 % en la máquina: el límite exacto es del nivel de abajo.
    porcentaje = round(porcentaje, DECIMALES)
    if porcentaje <= rangos.bajo:
        return "bajo"
    if porcentaje <= rangos.medio:
        return "medio"
    if porcentaje <= rangos.alto:
        return "alto"
    return "sobre-ejecución"


def rangos_de(filas: Iterable[Fila]) -> Rangos:
    """Los rangos de la tabla `semaforo_rangos`; sin filas, los publicados.

    `ValueError`, en palabras, si no son los cuatro niveles, uno a continuación del otro.
    """
    por_nivel = {fila["semaforo"]: fila for fila in filas}
    if not por_nivel:
        return PUBLICADOS
    if sorted(por_nivel, key=lambda n: por_nivel[n]["orden"]) != list(COLORES):
        raise ValueError(f"deben estar, en orden, los estados {', '.join(COLORES)}.")
    desde = 0.0
    for nivel in COLORES:
        fila = por_nivel[nivel]
        if fila["desde_pct"] != desde:
            raise ValueError(
                f"el rango «{nivel}» debe empezar en {desde:g}, donde acaba el anterior."
            )
        desde = fila["hasta_pct"]
        es_ultimo = nivel == COLORES[-1]
        if (desde is None) != es_ultimo or (desde is not None and desde <= fila["desde_pct"]):
            falta = "no lleva tope" if es_ultimo else "debe terminar después de donde empieza"
            raise ValueError(f"el rango «{nivel}» {falta}.")
    return Rangos(*(por_nivel[nivel]["hasta_pct"] for nivel in COLORES[:-1]))
