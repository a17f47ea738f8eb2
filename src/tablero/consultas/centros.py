"""Los Centros Intégrate: la red, las personas atendidas y los días abiertos."""

from tablero.consultas.base import Base, Resultado


def publicado(base: Base) -> Resultado:
    """El total de personas atendidas que publica la fuente para todo el país."""
    return base.consultar("centros/publicado")


def suma(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """La suma de los centros del territorio y su parte de la suma del país, en una fila.

    Donde ningún centro informa, `personas` está vacía.
    """
    return base.consultar("centros/suma", departamento=departamento, municipio=municipio)


def red(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Cuántos centros hay en el territorio, por etapa, y cuáles no informan; una fila."""
    return base.consultar("centros/red", departamento=departamento, municipio=municipio)


def centros(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Los centros del territorio, de más a menos personas; al final, los que no informan."""
    return base.consultar("centros/centros", departamento=departamento, municipio=municipio)


def ciudades(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Las personas atendidas por ciudad: los centros de una misma ciudad, sumados."""
    return base.consultar("centros/ciudades", departamento=departamento, municipio=municipio)


def por_dia(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Días abiertos y personas por día abierto; al final, los centros sin dato."""
    return base.consultar("centros/por_dia", departamento=departamento, municipio=municipio)


def inversion(base: Base) -> Resultado:
    """La inversión publicada en los centros y qué cubre."""
    return base.consultar("centros/inversion")


def integra(base: Base) -> Resultado:
    """Los centros y ciudades que cuenta la ficha de Integra, y los iniciales de la CNIM."""
    return base.consultar("centros/integra")


def grafias(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Los centros que la fuente escribe de dos maneras."""
    return base.consultar("centros/grafias", departamento=departamento, municipio=municipio)
