"""La historia de los cortes: qué cambió de uno a otro y qué le hizo a la política.

`en_corte` es lo que se sabe de un producto en un corte, lo haya publicado un informe o calculado el
motor; `cambios`, los datos que un libro trae distintos; `comparar` y `efectos`, las respuestas.
"""
