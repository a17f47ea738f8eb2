"""Planes de acción escritos a mano con openpyxl, sin usar el simulador.

La política tiene dos objetivos, dos resultados y tres productos, con metas de 2023 a 2027:

| código | tipo | peso | metas | final | TI 2023 … 2027 |
|---|---|---|---|---|---|
| 1.1.1 | Suma | 50 | 10 20 30 20 20 | 100 | 10 30 60 80 100 |
| 1.1.2 | Creciente, LB 20 | 30 | – – 40 60 100 | 100 | 0 0 25 50 100 |
| 2.1.1 | Constante, en % | 20 | 50 % cada año | 50 % | 100 |

Trayectoria: 2023, 5 + 0 + 20 = 25; 2024, 15 + 0 + 20 = 35; 2025, 30 + 7,5 + 20 = 57,5; 2026,
40 + 15 + 20 = 75; 2027, 100. El 1.1.2 no debía empezar antes de 2025.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

ANIOS = (2023, 2024, 2025, 2026, 2027)
TRAYECTORIA = {2023: 25.0, 2024: 35.0, 2025: 57.5, 2026: 75.0, 2027: 100.0}
HOJA = "Plan de acción"
FILA_DATOS = 12


class Pct(float):
    """Una fracción con formato de porcentaje: `Pct(0.05)` se ve «5,00%»."""


class Titulo(NamedTuple):
    """La clave de una columna y sus encabezados, de arriba a abajo."""

    clave: str
    grupo: str
    titulo: str
    bajo: str = ""


def _comunes(lado: str) -> list[Titulo]:
    return [
        Titulo(f"{lado}.tipo", "", "Tipo de anualización"),
        Titulo(f"{lado}.periodicidad", "", "Periodicidad"),
        Titulo(f"{lado}.base", "", "Línea base", "Valor"),
        Titulo(f"{lado}.base_anio", "", "Línea base", "Año"),
        Titulo(f"{lado}.base_fuente", "", "Línea base", "Fuente"),
        Titulo(f"{lado}.inicio", "", "Tiempo", "Fecha de inicio"),
        Titulo(f"{lado}.fin", "", "Tiempo", "Fecha de finalización"),
        *(Titulo(f"{lado}.{a}", "", "Metas", f"Meta {a}") for a in ANIOS),
    ]


TITULOS = [
    Titulo("objetivo", "", "Objetivo específico"),
    Titulo("objetivo_peso", "", "Importancia relativa  del objetivo específico (%)"),
    Titulo("r", "", "Resultado esperado"),
    Titulo("r.indicador", "", "Nombre del indicador de resultado"),
    Titulo("r.vigente", "", "Vigente/No Vigente"),
    Titulo("r.peso", "", "Importancia relativa  del resultado (%)"),
    Titulo("r.formula", "", "Fórmula del indicador de resultado"),
    Titulo("r.ods", "", "Meta  ODS"),
    *_comunes("r"),
    Titulo("r.final", "", "Meta de resultado Final"),
    Titulo("p", "", "Producto esperado"),
    Titulo("p.indicador", "", "Nombre indicador de producto"),
    Titulo("p.vigente", "", "Vigente/No Vigente"),
    Titulo("p.peso", "", "Importancia relativa  del producto (%)"),
    Titulo("p.formula", "", "Fórmula del indicador de producto"),
    Titulo("p.pdd", "", "Meta PDD"),
    *_comunes("p"),
    Titulo("p.final", "", "Meta de producto Final"),
    Titulo("p.sector", "Responsables de la ejecución", "Sector"),
    Titulo("p.entidad", "Responsables de la ejecución", "Entidad"),
    Titulo("p.oficina", "Responsables de la ejecución", "Dirección/Subdirección/Grupo/Unidad"),
    Titulo("c.sector", "Corresponsables de la ejecución", "Sector"),
    Titulo("c.entidad", "Corresponsables de la ejecución", "Entidad"),
    Titulo("c.oficina", "Corresponsables de la ejecución", "Dirección/Subdirección/Grupo/Unidad"),
]
Fila = dict[str, Any]


def _metas(lado: str, *metas: Any) -> Fila:
    return {f"{lado}.{a}": m for a, m in zip(ANIOS, metas, strict=True)}


RESULTADO_1: Fila = {
    "objetivo": "1. Objetivo uno",
    "objetivo_peso": Pct(0.8),
    "r": "1.1. Resultado uno",
    "r.indicador": "Indicador uno",
    "r.vigente": "Vigente",
    "r.peso": Pct(0.8),
    "r.formula": "a/b",
    "r.tipo": "Creciente",
    "r.periodicidad": "Anual",
    "r.base": 5,
    "r.base_anio": 2022,
    "r.base_fuente": "Encuesta",
    "r.inicio": date(2023, 1, 1),
    "r.fin": date(2027, 12, 31),
    **_metas("r", 6, 7, 8, 9, 10),
    "r.final": 10,
}
RESULTADO_2: Fila = {
    **RESULTADO_1,
    "objetivo": "2. Objetivo dos",
    "objetivo_peso": Pct(0.2),
    "r": "2.1. Resultado dos",
    "r.peso": Pct(0.2),
}
DEL_PRODUCTO: Fila = {
    "p.indicador": "Indicador del producto",
    "p.vigente": "Vigente",
    "p.formula": "Conteo",
    "p.periodicidad": "Anual",
    "p.base": "N/A",
    "p.inicio": date(2023, 1, 1),
    "p.fin": date(2027, 12, 31),
    "p.sector": "Gobierno",
    "p.entidad": "Entidad A",
    "p.oficina": "Oficina A",
}
FILAS: list[Fila] = [
    {
        **RESULTADO_1,
        **DEL_PRODUCTO,
        "p": "1.1.1. Producto uno",
        "p.peso": Pct(0.5),
        "p.tipo": "Suma",
        **_metas("p", 10, 20, 30, 20, 20),
        "p.final": 100,
    },
    {
        **RESULTADO_1,
        **DEL_PRODUCTO,
        "p": "1.1.2. Producto dos",
        "p.peso": Pct(0.3),
        "p.tipo": "Creciente",
        "p.base": 20,
        "p.base_anio": 2022,
        "p.base_fuente": "Registro",
        **_metas("p", None, None, 40, 60, 100),
        "p.final": 100,
        "c.entidad": "Entidad B",
    },
    {
        **RESULTADO_2,
        **DEL_PRODUCTO,
        "p": "2.1.1. Producto tres",
        "p.peso": Pct(0.2),
        "p.tipo": "Constante",
        **_metas("p", *(Pct(0.5) for _ in ANIOS)),
        "p.final": Pct(0.5),
    },
]


def con(cambios: Mapping[int, Fila]) -> list[Fila]:
    """Las filas con esos datos cambiados: `con({0: {"p.final": 90}})`."""
    return [{**fila, **cambios.get(n, {})} for n, fila in enumerate(FILAS)]


def escribir(
    ruta: Path,
    filas: Sequence[Fila] = FILAS,
    *,
    bajan: int = 0,
    titulos: Sequence[Titulo] = TITULOS,
    combinar: bool = True,
    hoja: str = HOJA,
    politica: str = "",
) -> Path:
    """Guarda el plan, con los encabezados `bajan` filas más abajo que en el diseño de siempre."""
    libro = openpyxl.Workbook()
    pagina = libro.active
    assert isinstance(pagina, Worksheet)
    pagina.title = hoja
    if politica:
        pagina.cell(4, 2, politica)
    encabezar(pagina, titulos, bajan, combinar=combinar)
    for n, fila in enumerate(filas):
        for c, titulo in enumerate(titulos, 1):
            poner(pagina, FILA_DATOS + bajan + n, c, fila.get(titulo.clave))
    libro.save(ruta)
    return ruta


def encabezar(pagina: Worksheet, titulos: Sequence[Titulo], bajan: int, *, combinar: bool) -> None:
    """Los tres renglones de encabezados, en las filas 9 a 11."""
    for renglon, textos in enumerate(
        ([t.grupo for t in titulos], [t.titulo for t in titulos], [t.bajo for t in titulos])
    ):
        fila = 9 + bajan + renglon
        for c, texto in enumerate(textos, 1):
            repite = c > 1 and texto == textos[c - 2] and renglon < 2
            if texto and not repite:
                pagina.cell(fila, c, texto)
                iguales = next((i for i, t in enumerate(textos[c - 1 :]) if t != texto), None)
                ancho = len(textos) - c + 1 if iguales is None else iguales
                if combinar and renglon < 2 and ancho > 1:
                    pagina.merge_cells(None, fila, c, fila, c + ancho - 1)
                elif combinar and renglon == 1 and not titulos[c - 1].bajo:
                    pagina.merge_cells(None, fila, c, fila + 1, c)


def poner(pagina: Worksheet, fila: int, columna: int, valor: Any) -> None:
    """Escribe un valor; una fracción marcada, con formato de porcentaje."""
    if valor is None:
        return
    celda = pagina.cell(fila, columna)
    if isinstance(valor, Pct):
        celda.value, celda.number_format = float(valor), "0.00%"
    else:
        celda.value = valor


def columna(clave: str) -> int:
    """El lugar de una columna, desde 1."""
    return [t.clave for t in TITULOS].index(clave) + 1
