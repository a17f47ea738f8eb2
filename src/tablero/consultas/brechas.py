"""Las brechas del territorio: lo que solo se sabe al juntar la EAT con el plan de la CNIM."""

from tablero.consultas.base import Base, Resultado


def matriz(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Los priorizados, en su orden, y después los demás que están en alguna lista; uno por fila.

    `centro_estado`, `transferencia_estado` y `taller_estado` son «sí», «no» o un estado intermedio
    («proyectado», «desistido», «subregión»). `tiene` cuenta los sí y `brechas`, los no (0 a 3;
    vacía fuera de los priorizados). `valor_cop` va en pesos.
    """
    return base.consultar("brechas/matriz", departamento=departamento, municipio=municipio)


def conteos(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Cuántos priorizados hay en cada estado, por aspecto; sin filas donde no hay priorizados."""
    return base.consultar("brechas/conteos", departamento=departamento, municipio=municipio)


def otros_talleres(base: Base) -> Resultado:
    """Los talleres de la tercera fase, en todos los clústeres, en una fila."""
    return base.consultar("brechas/otros_talleres")
