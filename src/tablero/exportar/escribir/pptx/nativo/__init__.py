"""De un gráfico del tablero a uno que se edita en la presentación, con los mismos datos.

Cada clase de dibujo de `graficos/piezas` se conoce por las columnas de sus datos, que son su
contrato; la que no tiene un gráfico igual en una presentación va como imagen, con su tabla.
"""
