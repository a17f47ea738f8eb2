"""Lo calculado de un corte, en filas con los nombres del modelo.

`corte` reúne lo que se sabe de un libro; `productos` y `niveles` dan las filas que la política
también tiene cuando solo se publican porcentajes; `detalle`, lo que solo trae el libro.
"""
