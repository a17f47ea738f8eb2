"""Los productos de la política inventada: su peso, su tipo y sus tres porcentajes.

Primero se sortea el estado de cada producto y de él sale su avance; así siempre los hay de todos.
"""

from dataclasses import dataclass
from math import fsum
from typing import get_args

import numpy as np

from tablero.modelo.politica import Anualizacion, Semaforo
from tablero.simulacion.mundo import Mundo
from tablero.simulacion.piezas import repartir

POR_OBJETIVO = (20, 20, 12)
SECTORES, ENTIDADES = 8, 12
CENTESIMAS = 10_000
PESO_MINIMO = 50
"""En centésimas de punto: ningún producto pesa menos de 0,5 %."""
TOPE = 100.0
DECIMALES = 1
ESTADOS: dict[Semaforo, tuple[float, float, float]] = {
    "alto": (0.56, 80, 120),
    "bajo": (0.20, 4, 46),
    "medio": (0.10, 54, 73),
    "sobre-ejecución": (0.10, 135, 400),
    "sin dato": (0.04, 0, 0),
}
"""Estado → qué parte de los productos lo tiene, y entre qué valores está su PAHV."""


@dataclass(frozen=True)
class Producto:
    """Un producto inventado."""

    codigo: str
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


def inventar(mundo: Mundo) -> list[Producto]:
    """Todos los productos; sus pesos suman 100 y los hay de todos los estados."""
    azar = mundo.azar("productos")
    total = sum(POR_OBJETIVO)
    pesos = repartir(azar, CENTESIMAS, total, PESO_MINIMO)
    estados = _estados(azar, total)
    codigos = [
        (objetivo, f"{objetivo}.1.{n}")
        for objetivo, cuantos in enumerate(POR_OBJETIVO, start=1)
        for n in range(1, cuantos + 1)
    ]
    return [
        _producto(azar, codigo, objetivo, peso / 100, estado)
        for (objetivo, codigo), peso, estado in zip(codigos, pesos, estados, strict=True)
    ]


def _estados(azar: np.random.Generator, total: int) -> list[Semaforo]:
    nombres = list(ESTADOS)
    partes = [parte for parte, _, _ in ESTADOS.values()]
    sorteados = azar.choice(len(nombres), total - len(nombres), p=partes)
    indices = azar.permutation([*range(len(nombres)), *sorteados])
    return [nombres[int(i)] for i in indices]


def _producto(
    azar: np.random.Generator, codigo: str, objetivo: int, peso: float, estado: Semaforo
) -> Producto:
    _, minimo, maximo = ESTADOS[estado]
    entidad = int(azar.integers(1, ENTIDADES + 1))
    tipos = get_args(Anualizacion)
    pav = pahv = paa = None
    programado = float(azar.uniform(0.08, 0.6))
    if estado != "sin dato":
        hasta_hoy = round(float(azar.uniform(minimo, maximo)), DECIMALES)
        pahv, paa = hasta_hoy, round(hasta_hoy * programado, DECIMALES)
        pav = round(hasta_hoy * float(azar.uniform(0.7, 1.2)), DECIMALES)
    return Producto(
        codigo=codigo,
        objetivo=objetivo,
        peso_pct=peso,
        tipo=tipos[int(azar.integers(len(tipos)))],
        sector=f"Sector simulado {(entidad - 1) % SECTORES + 1}",
        entidad=f"Entidad simulada {entidad}",
        estado=estado,
        pav_pct=pav,
        pahv_pct=pahv,
        paa_pct=paa,
    )


def avance(productos: list[Producto]) -> float:
    """Avance de un grupo de productos, en puntos de la política."""
    return fsum(p.avance_pp for p in productos)


def trayectoria(productos: list[Producto]) -> float:
    """Trayectoria de un grupo de productos, en puntos de la política."""
    return fsum(p.trayectoria_pp for p in productos)
