"""Los productos de la política inventada, como los publica el informe de la SDP.

Salen de la misma historia que los libros de seguimiento: el informe y el libro de un corte dicen lo
mismo.
"""

from dataclasses import dataclass
from math import fsum

from tablero.modelo.politica import Semaforo
from tablero.simulacion.mundo import Mundo
from tablero.simulacion.seguimiento.corpus import crear
from tablero.simulacion.seguimiento.formulas import porcentajes
from tablero.simulacion.seguimiento.historia import CENTESIMAS, Conducta, Inventado

CORTE = (2024, 4)
TOPE = 100.0
DECIMALES = 1
ESTADOS: dict[Conducta, Semaforo] = {
    "alto": "alto",
    "bajo": "bajo",
    "medio": "medio",
    "sobre-ejecución": "sobre-ejecución",
    "sin iniciar": "sin dato",
    "sin reporte": "sin dato",
}
"""Cómo le va a un producto → lo que el informe publica de él."""


@dataclass(frozen=True)
class ProductoInventado:
    """Un producto inventado, como lo publica el informe."""

    codigo: str
    nombre: str
    indicador: str
    objetivo: int
    peso_pct: float
    tipo: str
    sector: str
    entidad: str
    estado: Semaforo
    pav_pct: float | None
    pahv_pct: float | None
    paa_pct: float | None

    @property
    def avance_pp(self) -> float:
        """Puntos que suma al avance de la política."""
        return self.peso_pct * min(self.paa_pct or 0.0, TOPE) / 100

    @property
    def trayectoria_pp(self) -> float:
        """Puntos que debía sumar: lo programado hasta hoy contra la meta final."""
        if self.pahv_pct is None or self.paa_pct is None:
            return 0.0
        return self.peso_pct * min(self.paa_pct / self.pahv_pct, 1.0)


def inventar(mundo: Mundo) -> list[ProductoInventado]:
    """Los productos de la primera política, con los porcentajes de su historia, redondeados."""
    return [_producto(p) for p in crear(mundo.semilla, 1, mundo.productos).productos]


def _producto(inventado: Inventado) -> ProductoInventado:
    de_libro = porcentajes(inventado.plan, inventado.reportes, CORTE)
    pav, pahv, paa = (_redondear(de_libro.get(clave)) for clave in ("pav", "pahv", "paa"))
    return ProductoInventado(
        codigo=inventado.codigo,
        nombre=inventado.nombre,
        indicador=inventado.indicador_nombre,
        objetivo=int(inventado.codigo.partition(".")[0]),
        peso_pct=inventado.peso / CENTESIMAS * TOPE,
        tipo=inventado.plan.tipo,
        sector=inventado.sector,
        entidad=inventado.entidad,
        estado=ESTADOS[inventado.conducta],
        pav_pct=pav,
        pahv_pct=pahv,
        paa_pct=paa,
    )


def _redondear(fraccion: float | None) -> float | None:
    return None if fraccion is None else round(fraccion * TOPE, DECIMALES)


def avance(productos: list[ProductoInventado]) -> float:
    """Avance de un grupo de productos, en puntos de la política."""
    return fsum(p.avance_pp for p in productos)


def trayectoria(productos: list[ProductoInventado]) -> float:
    """Trayectoria de un grupo de productos, en puntos de la política."""
    return fsum(p.trayectoria_pp for p in productos)
