"""Lo que hace falta para suponer el próximo reporte de un producto.

Las metas y los reportes son los de `consultas.producto`.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado


def productos(base: Base, *, politica: str, corte: date) -> Resultado:
    """Los productos de un corte, con lo que pesan, cómo van y cuándo deben reportar."""
    return base.consultar("suponer/productos", politica=politica, corte=corte)
