"""Un registro de ajustes hecho a mano, para agregarlo a unas fuentes."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from fabrica_politica import POLITICA

from tablero.derivados.plantilla_excel import escribir_libro
from tablero.ingesta.fuentes.documentos import sha256
from tablero.modelo import LIBROS

FILA: dict[str, Any] = {
    "politica_codigo": POLITICA,
    "ajuste_numero": 1,
    "producto_codigo": "1.2.1",
    "que": "meta de un año",
    "anio": 2026,
    "trimestre": None,
    "de": "50",
    "a": "48",
    "ajuste_fecha": date(2025, 11, 20),
    "acto": "Acta 7 del Comité",
    "nota": None,
    "ubicacion": "acta 7, página 2",
}


def fila(**cambios: Any) -> dict[str, Any]:
    return {**FILA, **cambios}


def agregar(fuentes: Path, *filas: dict[str, Any]) -> Path:
    """El registro, con su ficha sellada, entre esas fuentes."""
    carpeta = fuentes / "ajustes" / "2025-12-31"
    carpeta.mkdir(parents=True)
    escribir_libro(carpeta / "ajustes.xlsx", LIBROS["ajustes"], {"politica_ajustes": filas})
    ficha = {
        "titulo": "Registro de ajustes",
        "entidad": "Secretaría Distrital de Planeación",
        "corte_fecha": date(2025, 12, 31),
        "corte_texto": "31 de diciembre de 2025",
        "archivo": "ajustes.pdf",
        "licencia": "no declarada",
        "libro_sha256": sha256(carpeta / "ajustes.xlsx"),
    }
    (carpeta / "fuente.yml").write_text(yaml.safe_dump(ficha, allow_unicode=True), "utf-8")
    return carpeta / "ajustes.xlsx"
