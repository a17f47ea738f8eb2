"""Lo que el buscador pide y no responde ninguna otra pregunta: todo, en su último corte."""

from tablero.consultas.base import Base, Resultado


def productos(base: Base) -> Resultado:
    """Los productos de todas las políticas, como están hoy."""
    return base.consultar("busqueda/productos")


def hallazgos(base: Base) -> Resultado:
    """Lo que hay que revisar en el último libro de cada política."""
    return base.consultar("busqueda/hallazgos")


def relatos(base: Base) -> Resultado:
    """El reporte cualitativo del último trimestre que cada indicador contó, con sus versiones.

    De la versión más antigua a la más reciente, que es la que vale.
    """
    return base.consultar("busqueda/relatos")


def informes(base: Base) -> Resultado:
    """Lo que los informes de las políticas relatan: logros, aportes y acciones."""
    return base.consultar("busqueda/informes")


def cifras(base: Base) -> Resultado:
    """Todas las cifras que un documento dice en su prosa."""
    return base.consultar("busqueda/cifras")


def enunciados(base: Base) -> Resultado:
    """Todas las listas que un documento trae: agenda, pasos, enfoques, definiciones…"""
    return base.consultar("busqueda/enunciados")


def entidades(base: Base) -> Resultado:
    """Cada entidad, con cuántos productos tiene en el último corte de cada política.

    Sin política, la entidad de la tabla que no tiene productos.
    """
    return base.consultar("busqueda/entidades")


def barreras(base: Base) -> Resultado:
    """Las barreras que identificó cada UTA y las actividades que destaca, con su cifra."""
    return base.consultar("busqueda/barreras")


def politicas(base: Base) -> Resultado:
    """Las políticas, con su avance publicado y calculado en el último corte de cada una."""
    return base.consultar("busqueda/politicas")


def objetivos(base: Base) -> Resultado:
    """Los objetivos de todas las políticas, con su avance y su brecha en el último corte."""
    return base.consultar("busqueda/objetivos")
