"""Dos libros de seguimiento hechos a mano, de la política verdadera, para probar las páginas.

Años 2023–2027; cortes 2025-06-30 y 2025-12-31. En el primero, m = 6 para los que reportan cada
trimestre o semestre:

| producto | tipo, periodicidad | peso | MP | MA | AV | PAHV | PAA | TI |
|---|---|---|---|---|---|---|---|---|
| 1.1.1 | Suma, trimestral | 20 | 50 | 250 | 250 | 100 | 50 | 50 |
| 1.1.2 | Suma, trimestral | 15 | 20 | 100 | 65 | 65 | 32,5 | 50 |
| 1.2.1 | Creciente, semestral, LB 10 | 15 | 35 | 35 | 30 | 80 | 40 | 50 |
| 1.2.2 | Constante, anual | 10 | 5 | 5 | 2 | 40 | 40 | 100 |
| 2.1.1 | Decreciente, trimestral, LB 50 | 10 | 37,5 | 37,5 | 30 | 160 | 80 | 50 |
| 2.1.2 | Suma, anual, desde 2026 | 20 | – | – | – | sin iniciar | | |
| 2.2.1 | Suma, trimestral, sin reportes | 10 | 6 | 30 | – | – | – | 50 |
| 3.1.1 | no vigente | 5 | – | – | – | no vigente | | |

Avance: 20·0,5 + 15·0,325 + 15·0,4 + 10·0,4 + 10·0,8 = 32,875. Trayectoria: 20·0,5 + 15·0,5 +
15·0,5 + 10·1 + 10·0,5 + 10·0,5 = 45. Brecha: −12,125.

En el segundo corte el 1.1.1 pesa 22 y el 1.1.2, 13; el reporte del 1.1.2 de Q4 de 2023 pasa de 10
a 8; el 2.2.1 sale de la política (no vigente) y entra el 3.1.2 con su peso; la meta de 2026 del
1.2.1 baja de 50 a 48.
"""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl

from tablero import rutas
from tablero.calculo.seguimiento.hallazgos.hallazgo import CUANTITATIVO
from tablero.calculo.seguimiento.indicador import Clave
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.libro import Forma, armar

POLITICA = "poblacion_migrante_internacional"
ANIOS = (2023, 2024, 2025, 2026, 2027)
JUNIO, DICIEMBRE = date(2025, 6, 30), date(2025, 12, 31)
CORTES = {JUNIO: (2025, 2), DICIEMBRE: (2025, 4)}
GOBIERNO, SALUD = "Secretaría Distrital de Gobierno", "Secretaría Distrital de Salud"
Trimestre = tuple[int, int]
ILEGIBLES: Mapping[str, Mapping[Clave, str]] = {
    "1.1.2": {("meta", 2023): "cuarenta"},
    "1.2.2": {("ponderacion",): "diez por ciento"},
    "2.1.1": {("codigo",): "Producto sin código"},
    "2.2.1": {("inicio",): "01/07/2025"},
}
"""Lo que no se puede leer en el libro de junio de `fuentes_ilegibles`."""
PORCENTAJES: Mapping[str, dict[str, Any]] = {
    "1.1.1": {"pav": {2025: 1.0}, "pahv": {2025: 1.0}, "paa": {2025: 0.5}},
    "1.2.1": {"pahv": {2025: 30 / 35}},
}
"""Los porcentajes que trae el primer libro: los del 1.1.1 salen; el PAHV del 1.2.1 no descuenta la
línea base."""


def libro(
    ruta: Path, corte: date, cambios: Mapping[str, dict[str, Any]] = MappingProxyType({})
) -> Path:
    """El libro de ese corte, sin la marca de simulado: se importa como uno verdadero.

    `cambios` son, por código de producto, los datos que lleva distintos.
    """
    forma = Forma(ANIOS, CORTES[corte])
    hojas = armar([replace(p, **cambios.get(p.codigo, {})) for p in productos(corte)], forma)
    for celdas in hojas.values():
        celdas[0][0] = "Libro de seguimiento"
    return escribir_xlsx(ruta, hojas)


def estropear(ruta: Path, celdas: Mapping[str, Mapping[Clave, str]]) -> Path:
    """El mismo libro, con un texto en esas celdas: código → dato → lo que queda escrito."""
    lugares = {i.codigo: i.lugares for i in leer_seguimiento(ruta).indicadores}
    escrito = openpyxl.load_workbook(ruta)
    for codigo, suyas in celdas.items():
        for clave, texto in suyas.items():
            escrito[CUANTITATIVO][lugares[codigo][clave]] = texto
    escrito.save(ruta)
    return ruta


def fuentes_ilegibles(carpeta: Path) -> Path:
    """Las fuentes verdaderas con los dos libros, y en el de junio lo de `ILEGIBLES`.

    De junio suman el 1.1.1 (20 × 50 %, debía 50 %) y el 1.2.1 (15 × 40 %, debía 50 %): avance 16,
    trayectoria 17,5, brecha −1,5. El 2.1.2 no ha iniciado. Fuera: 1.1.2 (15), 2.2.1 (10) y 1.2.2,
    que no se sabe cuánto pesa, y la fila del 2.1.1 (10), que no se sabe de cuál es.
    """
    fuentes = carpeta / "fuentes"
    shutil.copytree(rutas.FUENTES, fuentes)
    for corte in CORTES:
        archivo = libro(carpeta / f"libro_{corte.isoformat()}.xlsx", corte)
        if corte == JUNIO:
            estropear(archivo, ILEGIBLES)
        importar(archivo, fuentes, Pedido()).confirmar()
    return fuentes


def fuentes_con_libros(carpeta: Path) -> Path:
    """Las fuentes verdaderas, con los dos libros importados; devuelve `carpeta/fuentes`."""
    fuentes = carpeta / "fuentes"
    shutil.copytree(rutas.FUENTES, fuentes)
    for corte in CORTES:
        archivo = libro(carpeta / f"libro_{corte.isoformat()}.xlsx", corte)
        importar(archivo, fuentes, Pedido()).confirmar()
    return fuentes


def productos(corte: date) -> list[IndicadorInventado]:
    """Los productos del libro, con sus reportes hasta el corte."""
    hechos = [_producto(codigo, **datos) for codigo, datos in DATOS.items()]
    if corte == DICIEMBRE:
        hechos = [_cambiado(p) for p in hechos]
        hechos.append(_producto("3.1.2", **NUEVO))
    else:
        hechos = [replace(p, **PORCENTAJES.get(p.codigo, {})) for p in hechos]
    tope = CORTES[corte]
    return [
        replace(
            p,
            reportes={t: v for t, v in p.reportes.items() if t <= tope},
            relatos={t: v for t, v in p.relatos.items() if t <= tope},
        )
        for p in hechos
    ]


def _cambiado(p: IndicadorInventado) -> IndicadorInventado:
    cambios: Mapping[str, dict[str, Any]] = {
        "1.1.1": {"ponderacion": 0.22},
        "1.1.2": {"ponderacion": 0.13, "reportes": {**p.reportes, (2023, 4): 8.0}},
        "1.2.1": {"metas": {**p.metas, 2026: 48.0}},
        "2.2.1": {"estado": "No vigente"},
    }
    return replace(p, **cambios.get(p.codigo, {}))


def _producto(codigo: str, **datos: Any) -> IndicadorInventado:
    base: dict[str, Any] = {
        "codigo": codigo,
        "nombre": f"Producto {codigo}",
        "periodicidad": "Trimestral",
        "sector": "Gobierno",
        "entidad": GOBIERNO,
        "inicio": date(2023, 1, 1),
        "fin": date(2027, 12, 31),
    }
    reportes = datos["reportes"]
    return IndicadorInventado(
        **{
            **base,
            **datos,
            "relatos": {t: (f"Avance del {codigo} en Q{t[1]}.", "Enfoque.") for t in reportes},
        }
    )


def _cada_trimestre(**por_anio: tuple[float, ...]) -> dict[Trimestre, float]:
    """`a2023=(25, 25, 25, 25)` → {(2023, 1): 25, …}."""
    return {
        (int(anio[1:]), q): float(valor)
        for anio, valores in por_anio.items()
        for q, valor in enumerate(valores, 1)
    }


def _iguales(meta: float) -> dict[int, float | None]:
    return dict.fromkeys(ANIOS, meta)


DATOS: dict[str, dict[str, Any]] = {
    "1.1.1": {
        "ponderacion": 0.20,
        "anualizacion_tipo": "Suma",
        "metas": _iguales(100.0),
        "meta_final": 500.0,
        "reportes": _cada_trimestre(
            a2023=(25, 25, 25, 25), a2024=(25, 25, 25, 25), a2025=(25, 25, 30, 30)
        ),
    },
    "1.1.2": {
        "ponderacion": 0.15,
        "anualizacion_tipo": "Suma",
        "metas": _iguales(40.0),
        "meta_final": 200.0,
        "reportes": _cada_trimestre(a2023=(10, 10, 10, 10), a2024=(5, 5, 5, 5), a2025=(5, 0, 5, 5)),
    },
    "1.2.1": {
        "ponderacion": 0.15,
        "anualizacion_tipo": "Creciente",
        "periodicidad": "Semestral",
        "linea_base": 10.0,
        "metas": {2023: 20.0, 2024: 30.0, 2025: 40.0, 2026: 50.0, 2027: 60.0},
        "meta_final": 60.0,
        "reportes": {
            (2023, 2): 14.0,
            (2023, 4): 20.0,
            (2024, 2): 25.0,
            (2024, 4): 28.0,
            (2025, 2): 30.0,
            (2025, 4): 38.0,
        },
        "sector": "Salud",
        "entidad": SALUD,
    },
    "1.2.2": {
        "ponderacion": 0.10,
        "anualizacion_tipo": "Constante",
        "periodicidad": "Anual",
        "metas": _iguales(5.0),
        "meta_final": 5.0,
        "reportes": {(2023, 4): 5.0, (2024, 4): 2.0, (2025, 4): 4.0},
        "sector": "Salud",
        "entidad": SALUD,
    },
    "2.1.1": {
        "ponderacion": 0.10,
        "anualizacion_tipo": "Decreciente",
        "linea_base": 50.0,
        "metas": {2023: 45.0, 2024: 40.0, 2025: 35.0, 2026: 30.0, 2027: 25.0},
        "meta_final": 25.0,
        "reportes": _cada_trimestre(
            a2023=(49, 48, 46, 45), a2024=(44, 43, 41, 40), a2025=(36, 30, 30, 29)
        ),
    },
    "2.1.2": {
        "ponderacion": 0.20,
        "anualizacion_tipo": "Suma",
        "periodicidad": "Anual",
        "metas": {2026: 10.0, 2027: 10.0},
        "meta_final": 20.0,
        "reportes": {},
        "inicio": date(2026, 1, 1),
    },
    "2.2.1": {
        "ponderacion": 0.10,
        "anualizacion_tipo": "Suma",
        "metas": _iguales(12.0),
        "meta_final": 60.0,
        "reportes": {},
        "sector": "Salud",
        "entidad": SALUD,
    },
    "3.1.1": {
        "ponderacion": 0.05,
        "anualizacion_tipo": "Suma",
        "metas": _iguales(10.0),
        "meta_final": 50.0,
        "reportes": {},
        "estado": "No vigente",
    },
}
NUEVO: dict[str, Any] = {
    "ponderacion": 0.10,
    "anualizacion_tipo": "Suma",
    "metas": {2025: 8.0, 2026: 8.0, 2027: 8.0},
    "meta_final": 24.0,
    "reportes": {(2025, 3): 4.0, (2025, 4): 4.0},
    "inicio": date(2025, 7, 1),
}
