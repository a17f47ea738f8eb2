"""El motor del Índice de Priorización Territorial (IPT), según el manual OCDE–JRC.

`motor` junta los pasos: `supuestos` y `matriz` (qué entra y con qué dirección), `normalizar`,
`ejes` (componentes principales y pesos), `puntaje`, `categorias`, `robustez` y `diagnostico`. Son
funciones puras: los mismos valores, en cualquier orden y unidad, dan siempre el mismo índice.
"""

VERSION = "IPT 1"
"""Sube cuando cambia el cálculo; acompaña a cada fila."""

TABLAS_CALCULADAS = (
    "ipt_puntajes",
    "ipt_aportes",
    "ipt_pesos",
    "ipt_ejes",
    "ipt_cargas",
    "ipt_categorias",
    "ipt_diagnosticos",
)
"""Las que llena el motor; sin valores cargados quedan vacías."""
