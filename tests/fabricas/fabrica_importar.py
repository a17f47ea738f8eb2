"""Un libro de seguimiento hecho a mano, con sus cifras calculadas a mano, para importarlo."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from fabrica_seguimiento import escribir

from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, FILA_DATOS, Forma, armar

POLITICA = "poblacion_migrante_internacional"
ANIOS = tuple(range(2023, 2028))
JUNIO = (2025, 2)
DICIEMBRE = (2024, 4)
COLUMNA_DEL_CORTE = 13


def _producto(codigo: str, tipo: str, peso: float, **datos: object) -> IndicadorInventado:
    base: dict[str, object] = {
        "codigo": codigo,
        "nombre": f"Producto {codigo}",
        "indicador_nombre": f"Indicador de {codigo}",
        "ponderacion": peso,
        "anualizacion_tipo": tipo,
        "periodicidad": "Trimestral",
        "sector": "Sector A",
        "entidad": "Entidad A",
        "reportes": {},
    }
    return IndicadorInventado(**{**base, **datos})  # type: ignore[arg-type]


SUMA = _producto(
    "1.1.1",
    "Suma",
    0.5,
    metas={2023: 100, 2024: 100, 2025: 200, 2026: 300, 2027: 300},
    meta_final=1000,
    reportes={(2023, 4): 90, (2024, 4): 110, (2025, 1): 40, (2025, 2): 60},
    pav={2025: 1.0},
    pahv={2025: 1.0},
    paa={2025: 0.3},
    relatos={(2025, 1): ("Primer texto.", "Enfoque."), (2025, 2): ("Segundo texto.", "")},
)
CRECIENTE = _producto(
    "1.1.2",
    "Creciente",
    0.3,
    periodicidad="Semestral",
    linea_base=20,
    metas={2025: 40, 2026: 60, 2027: 100},
    meta_final=100,
    reportes={(2025, 2): 25},
    pav={2025: 0.5},
)
CONSTANTE = _producto(
    "2.1.1",
    "Constante",
    0.2,
    periodicidad="Anual",
    metas=dict.fromkeys(ANIOS, 8),
    meta_final=8,
    reportes={(2024, 4): 6},
    pahv={2025: 0.8},
    entidad="Entidad B",
)
RETIRADO = _producto("2.1.2", "Suma", 0.1, estado="No vigente", metas={2023: 5}, meta_final=5)
PRODUCTOS = (SUMA, CRECIENTE, CONSTANTE, RETIRADO)
"""Las cuentas, al segundo trimestre de 2025, están en `test_seguimiento_importar`."""


def cambiar(codigo: str, **datos: object) -> tuple[IndicadorInventado, ...]:
    """Los productos con uno cambiado."""
    return tuple(replace(p, **datos) if p.codigo == codigo else p for p in PRODUCTOS)  # type: ignore[arg-type]


def libro(
    ruta: Path,
    productos: Iterable[IndicadorInventado] = PRODUCTOS,
    corte: tuple[int, int] = JUNIO,
    *,
    titulo: str = "Libro de seguimiento",
    declaran: Sequence[str | None] = (),
) -> Path:
    """Escribe el libro, sin marca de simulado.

    `declaran` es lo que dicen de su corte las primeras filas; las demás, el trimestre de `corte`.
    """
    celdas = armar(list(productos), Forma(ANIOS, corte))
    for hoja in (CUANTITATIVO, CUALITATIVO):
        celdas[hoja][0][0] = titulo
    for fila, dicho in zip(celdas[CUANTITATIVO][FILA_DATOS:], declaran, strict=False):
        fila[COLUMNA_DEL_CORTE] = dicho
    return escribir(ruta, celdas)
