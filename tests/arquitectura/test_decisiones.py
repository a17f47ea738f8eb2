"""Las decisiones: numeradas sin huecos, con fecha y estado, y con enlaces de ida y vuelta."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from comprobaciones import decisiones
from comprobaciones.decisiones import Decision, con_indice, faltas, leer, todas

from tablero import rutas

UNA = Decision("001-una.md", 1, "Una", "Porque sí.", {"Fecha": "2026-01-02", "Estado": "vigente"})
OTRA = replace(UNA, archivo="002-otra.md", numero=2)
A_LA_UNA = {**OTRA.datos, "Reemplaza a": "[001](001-una.md)"}
REEMPLAZADA = {**UNA.datos, "Estado": "reemplazada por [002](002-otra.md)"}


def test_todas_estan_bien() -> None:
    assert list(faltas(todas())) == []


def test_el_indice_es_el_de_los_archivos() -> None:
    escrito = decisiones.LEEME.read_text(encoding="utf-8")
    assert escrito == con_indice(escrito, todas()), "corra python -m comprobaciones.decisiones"
    enlazados = re.findall(r"^\| \[\d{3}\]\((.+?)\)", escrito, re.MULTILINE)
    archivos = {r.name for r in decisiones.CARPETA.iterdir()} - {"LEEME.md"}
    assert enlazados == sorted(archivos)


@pytest.mark.parametrize(
    ("una", "otra", "falta"),
    [
        ({}, {"numero": 3, "archivo": "003-otra.md"}, "los números no van seguidos: [1, 3]"),
        ({}, {"archivo": "002-Otra.md"}, "002-Otra.md: el nombre no es «002-titulo-en-ascii.md»"),
        ({}, {"datos": {"Estado": "vigente"}}, "002-otra.md: sin fecha"),
        ({}, {"datos": {"Fecha": "2026-01-02"}}, "002-otra.md: sin estado"),
        ({}, {"texto": "\n"}, "002-otra.md: sin texto"),
        (
            {},
            {"datos": A_LA_UNA},
            "002-otra.md: «Reemplaza a» remite a 001-una.md, que no remite de vuelta",
        ),
        (
            {"datos": REEMPLAZADA},
            {},
            "001-una.md: «Estado» remite a 002-otra.md, que no remite de vuelta",
        ),
        (
            {"datos": {**UNA.datos, "Amplía a": "[002](002-otra.md)"}},
            {},
            "001-una.md: «Amplía a» remite a 002-otra.md, que no remite de vuelta",
        ),
        (
            {"datos": {**UNA.datos, "Estado": "repartida"}, "texto": "[002](002-otra.md)"},
            {},
            "001-una.md: «texto» remite a 002-otra.md, que no remite de vuelta",
        ),
        (
            {"datos": {**UNA.datos, "Viene de": "[009](009-no.md)"}},
            {},
            "001-una.md: «Viene de» remite a 009-no.md, que no existe",
        ),
    ],
)
def test_lo_que_esta_mal_se_nota(
    una: dict[str, object], otra: dict[str, object], falta: str
) -> None:
    assert list(faltas([replace(UNA, **una), replace(OTRA, **otra)])) == [falta]  # type: ignore[arg-type]


def test_dos_que_se_enlazan_estan_bien() -> None:
    assert list(faltas([replace(UNA, datos=REEMPLAZADA), replace(OTRA, datos=A_LA_UNA)])) == []


def test_un_encabezado_que_no_es_no_se_lee(tmp_path: Path) -> None:
    ruta = tmp_path / "001-una.md"
    ruta.write_text("# Una\n\n- Fecha: hoy\n\nTexto\n", "utf-8")
    with pytest.raises(ValueError, match="la primera línea no es"):
        leer(ruta)
    ruta.write_text("# 001. Una\n\nFecha: hoy\n\nTexto\n", "utf-8")
    with pytest.raises(ValueError, match="después del título"):
        leer(ruta)


def test_lo_que_nombra_una_decision_nombra_una_que_existe() -> None:
    """En el código y los documentos: «decisión 14», o la dirección de su archivo."""
    orden = ["git", "ls-files", "*.py", "*.md", "*.txt", "*.toml", "*.yml", "*.js", "*.sql"]
    seguidos = subprocess.run(orden, cwd=rutas.RAIZ, check=True, capture_output=True, text=True)
    numeros = {d.numero for d in todas()}
    archivos = {d.archivo for d in todas()} | {"LEEME.md"}
    nombradas = []
    for nombre in seguidos.stdout.split():
        if nombre == "tests/arquitectura/test_decisiones.py":
            continue
        texto = (rutas.RAIZ / nombre).read_text(encoding="utf-8")
        nombradas += [int(n) for n in re.findall(r"\b[Dd]ecisión (\d+)", texto)]
        assert not re.search(r"decisiones\.md", texto), nombre
        assert set(re.findall(r"docs/decisiones/([\w-]+\.md)", texto)) <= archivos, nombre
    assert 72 in nombradas  # docs/fiabilidad.md
    assert set(nombradas) <= numeros
