"""Lee el libro oficial de seguimiento (SISPP), `.xlsx` o `.xlsb`.

`leer` junta los pasos: `hojas` abre el libro sin peligro, `diseno` dice cómo está armado (hay un
archivo en `disenos/` por cada forma conocida), `bloques` busca cada bloque por su encabezado,
`celdas` lee los valores y `filas` y `relatos` arman los indicadores.
"""
