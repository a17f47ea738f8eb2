"""Lo primero que pregunta un Comité, una cifra por pregunta."""

from tablero.consultas.base import Base, Resultado


def personas(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Personas atendidas en los Centros Intégrate del territorio; sin filas si no hay reporte."""
    return base.consultar("inicio/personas", departamento=departamento, municipio=municipio)


def dinero(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Transferencias del territorio: giradas, desistidas y todas; sin filas si no hay ninguna."""
    return base.consultar("inicio/dinero", departamento=departamento, municipio=municipio)


def priorizados(base: Base, *, departamento: str | None, municipio: str | None) -> Resultado:
    """Municipios priorizados en el territorio (cero, si no hay) y en cuántos clústeres están."""
    return base.consultar("inicio/priorizados", departamento=departamento, municipio=municipio)


def lugar(base: Base, *, municipio: str | None) -> Resultado:
    """El lugar de un municipio en el orden publicado del IPT; sin orden si no es de los
    priorizados, y sin filas si ninguna fuente publica el orden.
    """
    return base.consultar("inicio/lugar", municipio=municipio)


def plan_cnim(base: Base) -> Resultado:
    """El avance total del plan de la CNIM que publica su último informe."""
    return base.consultar("inicio/plan_cnim")
