"""Los valores inventados de los nueve indicadores del IPT.

Cada indicador junta la presión migratoria del municipio, un segundo factor que algunos comparten y
su propio azar; así se mueven juntos, como los de verdad, y un análisis de componentes halla algo.
"""

from datetime import date
from typing import Literal, NamedTuple

from tablero.simulacion.mundo import Filas, Mundo
from tablero.simulacion.piezas import lugar

CORTE = date(2024, 6, 30)
TITULO = "valores de los indicadores del índice de priorización"
EDICION = "simulada 2024"


class Indicador(NamedTuple):
    """Cómo se inventa un indicador."""

    componente: str
    nombre: str
    media: float
    desviacion: float
    presion: float
    """Cuánto lo mueve la presión migratoria."""
    servicios: float
    """Cuánto lo mueve el segundo factor, la oferta de servicios; lo demás es azar propio."""
    minimo: float = 0.0
    maximo: float = 100.0

    @property
    def direccion(self) -> Literal["más", "menos"]:
        """Hacia dónde es más prioridad: hacia donde lo empuja la presión."""
        return "más" if self.presion > 0 else "menos"


INDICADORES = (
    Indicador("Condiciones de vida simuladas", "Indicador simulado 1 (%)", 42, 14, -0.6, 0.5),
    Indicador("Salud simulada", "Indicador simulado 2 (casos)", 35, 12, 0.7, 0.1, maximo=500),
    Indicador("Salud simulada", "Indicador simulado 3 (casos)", 18, 7, 0.6, -0.2, maximo=500),
    Indicador("Educación simulada", "Indicador simulado 4 (%)", 55, 13, -0.4, 0.7),
    Indicador("Educación simulada", "Indicador simulado 5 (%)", 60, 15, -0.3, 0.8),
    Indicador("Trabajo simulado", "Indicador simulado 6 (%)", 24, 8, -0.5, 0.5),
    Indicador("Derechos simulados", "Indicador simulado 7 (alertas)", 3, 1.5, 0.8, 0, maximo=50),
    Indicador("Cooperación simulada", "Indicador simulado 8 (%)", 30, 11, -0.5, 0.3),
    Indicador("Demografía simulada", "Indicador simulado 9 (%)", 9, 4, 0.9, 0.1),
)


def filas(mundo: Mundo) -> Filas:
    """Una fila por municipio que interviene y por indicador, y la dirección de cada indicador."""
    azar = mundo.azar("ipt_valores")
    servicios = azar.normal(size=len(mundo.municipios))
    valores = []
    for orden, indicador in enumerate(INDICADORES, start=1):
        resto = (1 - indicador.presion**2 - indicador.servicios**2) ** 0.5
        propio = azar.normal(size=len(mundo.municipios))
        for fila, presion, factor, ruido in zip(
            mundo.municipios, mundo.presion, servicios, propio, strict=True
        ):
            puntos = indicador.presion * presion + indicador.servicios * factor + resto * ruido
            valor = indicador.media + indicador.desviacion * puntos
            valores.append(
                {
                    "municipio_codigo": fila["municipio_codigo"],
                    "indicador_orden": orden,
                    "edicion": EDICION,
                    "valor": round(float(min(max(valor, indicador.minimo), indicador.maximo)), 3),
                    "ubicacion": lugar("valores por municipio"),
                }
            )
    direcciones = [
        {
            "indicador_orden": orden,
            "edicion": EDICION,
            "direccion": indicador.direccion,
            "faltantes": "excluir",
            "winsorizar_percentil": None,
            "ubicacion": lugar("direcciones"),
        }
        for orden, indicador in enumerate(INDICADORES, start=1)
    ]
    return {"ipt_valores": valores, "ipt_direcciones": direcciones}
