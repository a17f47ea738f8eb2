"""El día de hoy, en Colombia: el único lugar donde se pregunta para decir cuánto hace de un corte.

Bogotá está siempre a cinco horas del meridiano: Colombia no cambia la hora en verano, y por eso
aquí basta la diferencia fija. Con el nombre de la zona haría falta una tabla de horas, que Windows
no trae.

Se llama como `reloj.hoy()`, y nunca se guarda: el servidor pasa la medianoche encendido.
"""

from datetime import UTC, date, datetime, timedelta, timezone

BOGOTA = timezone(timedelta(hours=-5), "America/Bogota")


def ahora() -> datetime:
    """El instante, con su zona; las pruebas ponen aquí el suyo."""
    return datetime.now(UTC)


def hoy() -> date:
    """El día que es en Bogotá, esté donde esté el equipo."""
    return ahora().astimezone(BOGOTA).date()
