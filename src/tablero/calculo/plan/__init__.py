"""El plan de acción: qué promete cada versión, qué cambió de una a otra y a dónde debe llegar.

`programado` es lo leído de un libro; `versiones` dice cuál rige en un corte; `comparar`, lo que
cambió de una a la siguiente; `trayectoria`, lo que la política debe llevar cada año; `ajustes`, el
acto que explica un cambio; `hallazgos`, lo que hay que revisar en un plan. Son funciones puras.
"""

VERSION = "Plan 1"
"""Sube cuando cambia el cálculo; acompaña a cada fila."""
