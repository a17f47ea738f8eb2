"""El motor de seguimiento de una política pública de Bogotá (formato SISPP).

`motor` da las cifras de un indicador en un corte; `metas` y `tiempo` son sus piezas; `politica`
las junta por resultado, objetivo y política; `hallazgos`, lo que hay que revisar en lo reportado.
Son funciones puras: los mismos reportes, en cualquier orden y unidad, dan las mismas cifras.
"""

VERSION = "Seguimiento 2"
"""Sube cuando cambia el cálculo; acompaña a cada fila."""
