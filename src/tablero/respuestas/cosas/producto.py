"""Un producto de la política: lo que lleva, lo que debía llevar y lo que le hace a la política."""

from tablero import formato, tema
from tablero.consultas import politica as consultas
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar
from tablero.respuestas.cosas.politica import vista

SIN_FILTROS = dict.fromkeys(("objetivo", "estado", "tipo", "sector", "entidad"))


def lo_que_lleva(fila: Fila) -> tuple[str, str, str, str]:
    """Su código, su nombre, lo que lleva y lo que debía: como empieza su renglón en una tabla."""
    return (
        fila["producto_codigo"],
        formato.texto(fila["producto_nombre"]),
        formato.porcentaje(fila["paa_pct"], 1),
        formato.porcentaje(fila["trayectoria_pct"], 1),
    )


def uno(preguntar: Preguntas, codigo: str, politica: str | None = None) -> Cosa | None:
    """El de ese código en el último corte de su política; `None` si no está."""
    mirada = vista(preguntar, politica)
    if mirada is None:
        return None
    productos = preguntar(consultas.productos, **mirada, **SIN_FILTROS)
    suya = productos.datos[productos.datos["producto_codigo"] == codigo]
    if suya.empty:
        return None
    respuesta = productos.parte(suya)
    fila = respuesta.fila
    lleva, debia = (formato.porcentaje(fila[c]) for c in ("paa_pct", "trayectoria_pct"))
    estado = tema.SEMAFORO[fila["semaforo"]]
    return armar(
        f"producto_{codigo}",
        f"El {codigo} lleva {lleva} y debía llevar {debia}",
        [respuesta],
        f"producto?codigo={codigo}",
        cifras=[
            Cifra(lleva, "avance acumulado (PAA)"),
            Cifra(debia, "trayectoria: lo que debía llevar"),
            Cifra(
                f"{estado.simbolo}\u00a0{estado.palabra}",
                "color, según su avance hasta la vigencia",
                f"PAHV: {formato.porcentaje(fila['pahv_pct'])}",
            ),
        ],
        notas=[
            formato.texto(fila["producto_nombre"]),
            f"Responde: {formato.texto(fila['entidad'])}.",
        ],
    )
