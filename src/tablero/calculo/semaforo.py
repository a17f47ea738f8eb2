"""El semáforo: de un porcentaje a su nivel de cumplimiento."""

from tablero.modelo.politica import Semaforo

LIMITE_BAJO = 50.0
LIMITE_MEDIO = 75.0
LIMITE_ALTO = 125.0


def clasificar(porcentaje: float | None) -> Semaforo:
    """Nivel de un porcentaje (50 significa 50 %), según la sección 5 del informe de la SDP.

    Bajo hasta 50; medio hasta 75; alto hasta 125; más, sobre-ejecución. La fuente deja sin
    definir de 50 a 51: aquí el rango medio empieza justo después de 50. Sin porcentaje no hay
    color: «sin dato».
    """
    if porcentaje is None:
        return "sin dato"
    if porcentaje <= LIMITE_BAJO:
        return "bajo"
    if porcentaje <= LIMITE_MEDIO:
        return "medio"
    if porcentaje <= LIMITE_ALTO:
        return "alto"
    return "sobre-ejecución"
