"""Componentes principales de los indicadores y los pesos que salen de ellos.

Aquí un componente principal se llama **eje**, para no confundirlo con los componentes temáticos
del índice (salud, educación…).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tablero.calculo.ipt.puntaje import Arreglo

EMPATE = 1e-9
"""Dos autovalores que difieren en menos son el mismo."""


@dataclass(frozen=True)
class Ejes:
    """El resultado del análisis; las columnas de `cargas` son los ejes, de mayor a menor."""

    autovalores: Arreglo
    cargas: Arreglo
    """Correlación de cada indicador (fila) con cada eje, orientado a más prioridad."""
    retenidos: NDArray[np.bool_]
    pesos: Arreglo
    """Uno por indicador, sin signo; suman 1."""

    @property
    def varianza_pct(self) -> Arreglo:
        """Parte de la varianza total que explica cada eje, en porcentaje."""
        partes: Arreglo = 100 * self.autovalores / len(self.cargas)
        return partes

    @property
    def signos(self) -> Arreglo:
        """−1 para el indicador que el primer eje mueve contra los demás; si no, 1."""
        return np.where(self.cargas[:, 0] < -EMPATE, -1.0, 1.0)


def analizar(normalizados: Arreglo) -> Ejes:
    """Los ejes de unos valores ya estandarizados y orientados (más es más prioridad).

    Se retienen los ejes con autovalor mayor que 1, y siempre el primero. Si el último retenido
    empata con otro, entran los dos: con uno solo, los pesos dependerían del azar de la aritmética.

    El peso de un indicador es la suma de sus cargas al cuadrado —cada eje llevado a sumar uno— por
    la parte de la varianza retenida que explica ese eje; como la carga al cuadrado es autovalor ×
    coordenada², queda Σ carga² ÷ Σ autovalores retenidos.

    A mano, con dos indicadores de correlación r > 0: los autovalores son 1 + r y 1 − r, el primer
    eje los promedia, las dos cargas son √((1 + r)/2) y los dos pesos, ½. Con un tercero que no se
    relaciona con ellos (correlación 0), sus autovalores son 1 + r, 1 y 1 − r: se retiene solo el
    primero, el tercero pesa 0 y los otros, ½ cada uno. Y con tres de correlación r entre todos,
    1 + 2r, 1 − r, 1 − r, y un tercio cada uno.
    """
    municipios = len(normalizados)
    # Los ejes de la matriz de correlaciones, sin formarla: los vectores singulares de los valores.
    centrados = normalizados - normalizados.mean(axis=0)
    _, singulares, ejes = np.linalg.svd(centrados, full_matrices=False)
    autovalores = singulares**2 / municipios
    coordenadas = _orientar(ejes.T, autovalores)
    cargas = coordenadas * np.sqrt(autovalores)
    retenidos = autovalores > 1 + EMPATE
    ultimo = autovalores[retenidos].min() if retenidos.any() else autovalores[0]
    retenidos = autovalores >= ultimo - EMPATE
    comunalidades = (cargas[:, retenidos] ** 2).sum(axis=1)
    return Ejes(autovalores, cargas, retenidos, comunalidades / comunalidades.sum())


def _orientar(coordenadas: Arreglo, autovalores: Arreglo) -> Arreglo:
    """Cada eje hacia el lado en que sus indicadores suman más prioridad, viniera como viniera.

    Si varios ejes empatan en el primer lugar, el que se orienta es el más cercano a «todos a la
    vez», que no depende de cómo los haya ordenado la aritmética.
    """
    orientadas = coordenadas.copy()
    primeros = autovalores >= autovalores[0] - EMPATE
    if primeros.sum() > 1:
        plano = coordenadas[:, primeros]
        cercano = plano @ plano.sum(axis=0)
        if np.linalg.norm(cercano) > EMPATE:
            # El primero del plano es el cercano; los demás, perpendiculares a él.
            base, _ = np.linalg.qr(np.column_stack([cercano, plano]))
            orientadas[:, primeros] = base[:, : primeros.sum()]
    for eje in range(orientadas.shape[1]):
        columna = orientadas[:, eje]
        suma = columna.sum()
        guia = suma if abs(suma) > EMPATE else columna[np.abs(columna).argmax()]
        if guia < 0:
            orientadas[:, eje] = -columna
    return orientadas
