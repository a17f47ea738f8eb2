"""Libros de seguimiento inventados, con el diseño oficial (SISPP) y las fallas que se pidan.

`datos` inventa los indicadores, `libro` los pone en las celdas de las dos hojas, `fallas` los
estropea y `escribir` guarda el `.xlsx`.
"""
