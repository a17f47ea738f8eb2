"""Las transferencias para acompañamiento psicosocial."""

from tablero.consultas.base import Base, Resultado


def publicado(base: Base) -> Resultado:
    """El total asignado que publica la fuente para todo el país."""
    return base.consultar("transferencias/publicado")


def suma(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Lo asignado, girado y desistido en el territorio y su parte del país, en una fila."""
    return base.consultar("transferencias/suma", departamento=departamento, municipio=municipio)


def municipios(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Cada municipio con su valor, su estado y su parte de lo girado, de más a menos."""
    return base.consultar(
        "transferencias/municipios", departamento=departamento, municipio=municipio
    )


def departamentos(base: Base, *, departamento: str | None) -> Resultado:
    """Lo girado y lo desistido en cada departamento entero, de más a menos."""
    return base.consultar("transferencias/departamentos", departamento=departamento)


def resoluciones(base: Base) -> Resultado:
    """Las resoluciones de la acción que transfiere los recursos, por fecha."""
    return base.consultar("transferencias/resoluciones")


def reporte(base: Base) -> Resultado:
    """Lo que se reportó en esa acción, en nuestras palabras."""
    return base.consultar("transferencias/reporte")
