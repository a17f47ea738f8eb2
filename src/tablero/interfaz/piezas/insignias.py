"""El estado de algo, con su color, su forma y su palabra: se entiende sin el color."""

from tablero import tema
from tablero.interfaz.marco.estilo import clase_de
from tablero.interfaz.piezas.marcado import Marcado, marcar


def etiqueta(estado: str, palabra: str = "") -> Marcado:
    """Un estado del semáforo o de la conciliación; `palabra`, si aquí se dice de otro modo."""
    como = tema.SEMAFORO.get(estado) or tema.CONCILIACION.get(estado)
    if como is None:
        return marcar(estado.capitalize())
    return insignia(estado, como.simbolo, palabra or como.palabra)


def insignia(color: str, simbolo: str, texto: str) -> Marcado:
    """Una forma y su texto, del color de ese estado."""
    return Marcado(
        f'<span class="tb-estado {clase_de(color)}">'
        f'<span aria-hidden="true">{marcar(simbolo)}</span> {marcar(texto)}</span>'
    )
