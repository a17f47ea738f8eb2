"""El motor del Índice de Priorización Territorial (IPT), según el manual OCDE–JRC.

`motor` junta los pasos: `supuestos` y `matriz` (qué entra y con qué dirección), `normalizar`,
`ejes` (componentes principales y pesos), `puntaje`, `categorias`, `robustez` y `diagnostico`. Son
funciones puras: los mismos valores, en cualquier orden y unidad, dan siempre el mismo índice.
"""

from tablero.modelo.base import Tabla
from tablero.modelo.ipt import (
    IptAporte,
    IptCarga,
    IptCategoria,
    IptDiagnostico,
    IptEje,
    IptPeso,
    IptPuntaje,
)

VERSION = "IPT 1"
"""Sube cuando cambia el cálculo; acompaña a cada fila."""

TABLAS_CALCULADAS: tuple[type[Tabla], ...] = (
    IptPuntaje,
    IptAporte,
    IptPeso,
    IptEje,
    IptCarga,
    IptCategoria,
    IptDiagnostico,
)
"""Las que llena el motor; sin valores cargados quedan vacías."""
