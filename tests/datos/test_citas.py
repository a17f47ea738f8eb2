"""Cada cita está, palabra por palabra, en el documento del que dice venir.

Los documentos no son parte del proyecto: si no están al lado (`../shared/documentos`), no se puede
comprobar y se dice.
"""

import re

import pytest

from tablero import rutas
from tablero.consultas.base import Base
from tablero.modelo import TABLAS

DOCUMENTOS = rutas.RAIZ.parent / "shared" / "documentos"
CON_CITA = [
    (t.tabla, c.nombre)
    for t in TABLAS
    for c in t.columnas()
    if c.nombre == "cita" or c.nombre.endswith("_cita")
]


def plano(texto: str) -> str:
    """El texto sin espacios ni marcas, que el paso de PDF a texto deja en cualquier parte."""
    return re.sub(r"<[^>]+>|[\s*\\]", "", texto)


@pytest.fixture(scope="module")
def documentos(base: Base) -> dict[str, str]:
    if not DOCUMENTOS.is_dir():
        pytest.skip("Los documentos de origen no están junto al proyecto.")
    fuentes = base.tabla("fuentes")
    return {
        codigo: plano((DOCUMENTOS / archivo).read_text(encoding="utf-8"))
        for codigo, archivo in zip(fuentes["fuente_codigo"], fuentes["archivo"], strict=True)
        if (DOCUMENTOS / archivo).exists()
    }


@pytest.mark.parametrize(("tabla", "columna"), CON_CITA)
def test_las_citas_estan_en_su_documento(
    base: Base, documentos: dict[str, str], tabla: str, columna: str
) -> None:
    datos = base.tabla(tabla)
    perdidas = [
        f"{codigo}: {cita}"
        for codigo, cita in zip(datos["fuente_codigo"], datos[columna], strict=True)
        if isinstance(cita, str) and plano(cita) not in documentos[codigo]
    ]
    assert perdidas == []


def test_ninguna_cita_pasa_de_quince_palabras(base: Base) -> None:
    largas = [
        cita
        for tabla, columna in CON_CITA
        for cita in base.tabla(tabla)[columna]
        if isinstance(cita, str) and len(cita.split()) > 15
    ]
    assert largas == []


def test_toda_cifra_suelta_lleva_su_cita(base: Base) -> None:
    assert base.tabla("cifras")["cita"].notna().all()
