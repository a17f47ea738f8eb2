"""Lo que pide la ficha territorial y no responde ninguna otra pregunta."""

from tablero.consultas.base import Base, Resultado


def indice(base: Base) -> Resultado:
    """Los 1.122 municipios, con su lugar y las grafías con que los nombran los documentos."""
    return base.consultar("ficha/indice")


def otros(base: Base) -> Resultado:
    """Hechos sueltos de un municipio o un departamento: ciudades de Integra y cifras de la prosa.

    `aspecto` es `integra`, `cifra de municipio` o `cifra de departamento`.
    """
    return base.consultar("ficha/otros")


def totales(
    base: Base, *, municipio: str | None, departamento: str | None, cluster: int | None
) -> Resultado:
    """Personas atendidas y pesos girados y desistidos del territorio, un concepto por fila.

    `departamento` es su código. El concepto que ninguna fuente da no tiene fila.
    """
    return base.consultar(
        "ficha/totales", municipio=municipio, departamento=departamento, cluster=cluster
    )


def ipt_puntaje(base: Base, *, municipio: str) -> Resultado:
    """El IPT calculado del municipio; sin filas si nadie ha cargado los indicadores."""
    return base.consultar("ficha/ipt_puntaje", municipio=municipio)


def ipt_aportes(base: Base, *, municipio: str) -> Resultado:
    """Los puntos que pone cada componente en el puntaje calculado; suman el puntaje."""
    return base.consultar("ficha/ipt_aportes", municipio=municipio)
