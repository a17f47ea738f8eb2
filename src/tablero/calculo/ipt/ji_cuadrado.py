"""La cola de la distribución ji cuadrado.

Con un número entero de grados de libertad es una suma finita de términos positivos (Abramowitz y
Stegun, *Handbook of Mathematical Functions*, fórmulas 26.4.4 y 26.4.5), sin nada que converger.
"""

import math


def cola(estadistico: float, grados: int) -> float:
    """La probabilidad, de 0 a 1, de que un ji cuadrado con esos grados pase de `estadistico`.

    `grados` es 1 o más. Un estadístico que no es positivo se pasa siempre: 1.

    A mano: con 2 grados es `exp(−estadístico/2)`, y con 1, `erfc(√(estadístico/2))`.
    """
    mitad = estadistico / 2
    if mitad <= 0:
        return 1.0
    impar = grados % 2
    # Cada par de grados de más agrega mitad^k · exp(−mitad) ÷ Γ(k + 1); va en logaritmos porque
    # la potencia sola se desborda.
    terminos = (
        math.exp(k * math.log(mitad) - mitad - math.lgamma(k + 1))
        for k in (j + impar / 2 for j in range(grados // 2))
    )
    primero = math.erfc(math.sqrt(mitad)) if impar else 0.0
    return min(1.0, primero + math.fsum(terminos))
