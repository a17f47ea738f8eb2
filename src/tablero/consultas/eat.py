"""La Estrategia de Acompañamiento Territorial (EAT) y el Índice de Priorización Territorial."""

from tablero.consultas.base import Base, Resultado


def priorizados(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Los municipios priorizados por el IPT, en su orden publicado, con su clúster."""
    return base.consultar("eat/priorizados", departamento=departamento, municipio=municipio)


def por_departamento(base: Base) -> Resultado:
    """Cuántos municipios priorizados tiene cada departamento."""
    return base.consultar("eat/por_departamento")


def indicadores(base: Base) -> Resultado:
    """Los componentes e indicadores del IPT."""
    return base.consultar("eat/indicadores")


def hallazgos(base: Base) -> Resultado:
    """Lo que encontró el IPT en todo el país, con sus citas, en una fila."""
    return base.consultar("eat/hallazgos")


def contexto(base: Base) -> Resultado:
    """La población migrante de Venezuela en agosto de 2023 y su lugar en los planes."""
    return base.consultar("eat/contexto")


def clusteres(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Los clústeres que tocan el territorio, enteros y uno por fila."""
    return base.consultar("eat/clusteres", departamento=departamento, municipio=municipio)


def clusteres_municipios(
    base: Base, *, departamento: str | None, municipio: str | None
) -> Resultado:
    """Los municipios de los clústeres que tocan el territorio, con su lugar en el mapa."""
    return base.consultar(
        "eat/clusteres_municipios", departamento=departamento, municipio=municipio
    )


def clusteres_hechos(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Municipios, talleres, centros y transferencias de cada clúster, un hecho por fila."""
    return base.consultar("eat/clusteres_hechos", departamento=departamento, municipio=municipio)


def fases(base: Base) -> Resultado:
    """Las fases de la EAT, con su periodo y su estado."""
    return base.consultar("eat/fases")


def actividades(base: Base) -> Resultado:
    """Las actividades de cada fase; el estado que publica la fuente es el de la fase."""
    return base.consultar("eat/actividades")


def talleres(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Los talleres de la segunda fase, con el clúster con que se muestran."""
    return base.consultar("eat/talleres", departamento=departamento, municipio=municipio)
