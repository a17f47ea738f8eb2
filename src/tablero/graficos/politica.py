"""El semáforo de la política: todos los productos, la distribución publicada y los sectores."""

import pandas as pd

from tablero import formato, tema
from tablero.graficos import franjas
from tablero.graficos.base import Grafico, armar


def barra_semaforo(datos: pd.DataFrame) -> Grafico:
    """Todos los productos en una barra, de bajo a sobre-ejecución.

    Recibe una fila por estado: `semaforo`, `productos`.
    """
    conteo = {e: int(n) for e, n in zip(datos["semaforo"], datos["productos"], strict=True)}
    total = sum(conteo.values())
    alto = formato.contar(conteo.get("alto", 0), "producto va", "productos van")
    titulo = (
        f"{alto} bien de {total}; {conteo.get('sobre-ejecución', 0)} pasan de largo su meta y "
        f"{conteo.get('bajo', 0)} van por debajo de la mitad"
    )
    partes = {
        e: f"{n} de {total} ({formato.porcentaje(100 * n / total, 0)})" for e, n in conteo.items()
    }
    alternativa = "Productos por estado, según el avance hasta la vigencia (PAHV): " + (
        formato.enumerar([f"{tema.SEMAFORO[e].palabra.lower()}, {t}" for e, t in partes.items()])
    )
    piezas = franjas.trozos([franjas.Fila("", conteo)], grosor=84)
    leyenda = {
        e: f"{tema.SEMAFORO[e].simbolo} {tema.SEMAFORO[e].palabra}: {n}" for e, n in conteo.items()
    }
    dibujo, puntos = franjas.dibujar(piezas, leyenda, tamano=26)
    return armar(titulo, alternativa, piezas, dibujo, alto=puntos)
