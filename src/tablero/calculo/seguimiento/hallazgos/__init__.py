"""Lo que hay que revisar en un libro de seguimiento: cada hallazgo con su celda y qué hacer.

`revisar` junta las reglas, que están por tema: `reportes`, `porcentajes`, `pesos` y `plazos`.
Ninguna corrige nada: las cifras se calculan con lo que el libro dice.
"""
