"""Un rasgo de GeoJSON, como lo leen Vega y deck.gl."""

from tablero.graficos.piezas.base import Spec


def rasgo(geometria: Spec, **propiedades: object) -> Spec:
    """Esa geometría, con esas propiedades."""
    return {"type": "Feature", "geometry": geometria, "properties": propiedades}
