"""Los rangos del semáforo: la tabla de la que salen los colores."""

from tablero.modelo.base import Hecho, columna
from tablero.modelo.politica import Semaforo


class SemaforoRango(Hecho):
    """Los rangos del semáforo: desde qué porcentaje y hasta cuál va cada color.

    Cambiar esta hoja cambia los colores de todo el tablero cuando se vuelve a construir.
    """

    tabla = "semaforo_rangos"
    hoja = "Rangos del semáforo"
    clave = ("semaforo", "corte_fecha")
    unicas = (("orden",),)
    es_opcional = True

    semaforo: Semaforo = columna("Semáforo", "Nivel de cumplimiento.")
    orden: int = columna("Orden", "1 es el más bajo.", ge=1)
    desde_pct: float = columna(
        "Desde", "El rango empieza justo después; el primero, en 0.", unidad="%", ge=0
    )
    hasta_pct: float | None = columna(
        "Hasta", "Incluido; vacío en el último, que no tiene tope.", unidad="%", default=None, gt=0
    )
    texto: str = columna("Rango publicado", "Como lo dice la fuente, en corto.", min_length=1)
    nota: str | None = columna(
        "Nota", "Lo que la fuente deja sin definir y cómo se resuelve.", default=None
    )
