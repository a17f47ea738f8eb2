"""El manual `docs/actualizar_datos.md`, seguido paso a paso sobre una copia, como está escrito."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from fabrica_cartografia import del_pais, escribir, pais_entero
from fabrica_ipt import inventar
from fabrica_politica import JUNIO, POLITICA, libro
from openpyxl.worksheet.worksheet import Worksheet

from tablero import rutas
from tablero.cli.principal import aplicacion
from tablero.consultas.base import Base
from tablero.territorio.cartografia import vigente

MANUAL = (rutas.RAIZ / "docs" / "actualizar_datos.md").read_text(encoding="utf-8")
PROGRAMA = "python3 iniciar.py tablero "
LOS_DEL_CORTE = date(2025, 12, 31)

Seguir = Callable[..., str]


@pytest.fixture
def copia(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Una copia del proyecto, donde se ejecutan las órdenes."""
    for carpeta in ("data/fuentes", "data/plantillas", "shapefiles"):
        shutil.copytree(rutas.RAIZ / carpeta, tmp_path / carpeta)
    for nombre, ruta in (
        ("RAIZ", ""),
        ("DATOS", "data"),
        ("FUENTES", "data/fuentes"),
        ("REEMPLAZADOS", "data/reemplazados"),
        ("REGISTRO", "data/registro"),
        ("SUELTA", "data/cartografia"),
        ("INSTALADA", "data/cartografia/instalada"),
        ("PLANTILLAS", "data/plantillas"),
        ("BASE", "data/tablero.duckdb"),
        ("CARTOGRAFIA", "shapefiles"),
        ("ESTATICOS", "data/publico"),
    ):
        monkeypatch.setattr(rutas, nombre, tmp_path / ruta)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def seguir(copia: Path, capsys: pytest.CaptureFixture[str]) -> Seguir:
    """Ejecuta, tal cual, las órdenes de un bloque de una sección; devuelve lo que dijeron."""

    def ejecutar(seccion: str, bloque: int = 0) -> str:
        for orden in bloques(seccion)[bloque]:
            assert orden.startswith(PROGRAMA)
            aplicacion(shlex.split(orden.removeprefix(PROGRAMA)), standalone_mode=False)
        return capsys.readouterr().out

    return ejecutar


def bloques(seccion: str) -> list[list[str]]:
    """Las órdenes de cada bloque de código de una sección."""
    texto = re.split(r"^## ", MANUAL, flags=re.MULTILINE)
    (propia,) = (t for t in texto if t.startswith(f"{seccion}\n"))
    hallados = re.findall(r"^ *```\n(.*?)^ *```", propia, re.MULTILINE | re.DOTALL)
    return [[linea.strip() for linea in bloque.splitlines()] for bloque in hallados]


def columna(hoja: Worksheet, titulo: str) -> int:
    return [celda.value for celda in hoja[1]].index(titulo) + 1


def filas(hoja: Worksheet) -> Iterator[dict[str, Any]]:
    titulos = [celda.value for celda in hoja[1]]
    for valores in hoja.iter_rows(min_row=2, values_only=True):
        if any(v is not None for v in valores):
            yield dict(zip(titulos, valores, strict=True))


def agregar(hoja: Worksheet, fila: dict[str, Any]) -> None:
    """Escribe una fila al final, cada valor en la columna de su título."""
    numero = hoja.max_row + 1
    while numero > 2 and all(c.value is None for c in hoja[numero - 1]):
        numero -= 1
    for titulo, valor in fila.items():
        hoja.cell(numero, columna(hoja, titulo)).value = valor


def test_corregir_una_cifra(copia: Path, seguir: Seguir, base: Base) -> None:
    de_antes = base.tabla("centros_atenciones")["personas"].sum()
    ruta = copia / "data/fuentes/cnim/2025-11-30/cnim.xlsx"
    abierto = openpyxl.load_workbook(ruta)
    hoja = abierto["Atenciones"]
    lugar = columna(hoja, "Personas atendidas")
    antes = hoja.cell(2, lugar).value
    hoja.cell(2, lugar).value = antes + 10
    cita = hoja.cell(2, columna(hoja, "Cita"))
    assert str(antes) in str(cita.value)
    cita.value = str(cita.value).replace(str(antes), str(antes + 10))
    abierto.save(ruta)
    dicho = seguir("Corregir una cifra")
    assert "cnim/2025-11-30/cnim.xlsx: 2 cambios." in dicho
    assert dicho.splitlines()[-1].startswith("Listo: ")
    assert Base(rutas.BASE).tabla("centros_atenciones")["personas"].sum() == de_antes + 10


def test_agregar_el_informe_siguiente(copia: Path, seguir: Seguir) -> None:
    anterior = copia / "data/fuentes/sdp/2024-12-31"
    nueva = copia / "data/fuentes/sdp/2025-12-31"
    nueva.mkdir()
    shutil.copyfile(copia / "data/plantillas/sdp.xlsx", nueva / "sdp.xlsx")
    lleno, viejo = (openpyxl.load_workbook(c / "sdp.xlsx") for c in (nueva, anterior))
    for hoja in lleno:
        for fila in filas(viejo[hoja.title]):
            if "Fecha de corte" in fila:
                fila["Fecha de corte"] = datetime(2025, 12, 31)
            agregar(hoja, fila)
    lleno.save(nueva / "sdp.xlsx")
    ficha = yaml.safe_load((anterior / "fuente.yml").read_text(encoding="utf-8"))
    ficha |= {"corte_fecha": LOS_DEL_CORTE, "corte_texto": "31 de diciembre de 2025"}
    (nueva / "fuente.yml").write_text(yaml.safe_dump(ficha, allow_unicode=True), encoding="utf-8")
    dicho = seguir("Agregar el informe siguiente")
    assert "sdp/2025-12-31/sdp.xlsx" in dicho
    cortes = Base(rutas.BASE).tabla("politica_productos").groupby("corte_fecha").size()
    assert cortes.to_dict() == {date(2024, 12, 31): 52, LOS_DEL_CORTE: 52}


def test_importar_el_libro_oficial(copia: Path, seguir: Seguir) -> None:
    libro(copia / "LIBRO.xlsx", JUNIO)
    seguir("Importar el libro oficial de seguimiento", 0)
    guardado = copia / "data/fuentes/seguimiento" / POLITICA / "2025-06-30"
    assert sorted(p.suffix for p in guardado.iterdir()) == [".xlsx", ".yml"]
    assert len(Base(rutas.BASE).tabla("seguimiento_libros")) == 1
    seguir("Importar el libro oficial de seguimiento", 1)
    assert len(Base(rutas.BASE).tabla("seguimiento_libros")) == 1
    seguir("Importar el libro oficial de seguimiento", 2)
    hechos = sorted(p.name for p in (copia / "CARPETA").iterdir())
    assert [n for n in hechos if n.startswith("entidad_secretaria_distrital_de_salud_")] == [
        f"entidad_secretaria_distrital_de_salud_{POLITICA}_2025-06-30.pdf",
        f"entidad_secretaria_distrital_de_salud_{POLITICA}_2025-06-30_excel.csv",
    ]


def test_cambiar_los_rangos_del_semaforo(copia: Path, seguir: Seguir) -> None:
    ruta = copia / "data/fuentes/sdp/2024-12-31/sdp.xlsx"
    abierto = openpyxl.load_workbook(ruta)
    hoja = abierto["Rangos del semáforo"]
    # El bajo, hasta 40; el medio empieza donde acaba.
    hoja.cell(2, columna(hoja, "Hasta")).value = 40
    hoja.cell(3, columna(hoja, "Desde")).value = 40
    abierto.save(ruta)
    assert "sdp/2024-12-31/sdp.xlsx: 2 cambios." in seguir("Cambiar los rangos del semáforo")
    rangos = Base(rutas.BASE).tabla("semaforo_rangos").set_index("semaforo")
    assert (rangos.at["bajo", "hasta_pct"], rangos.at["medio", "desde_pct"]) == (40, 40)


def test_cargar_los_valores_del_ipt(copia: Path, seguir: Seguir, base_construida: Path) -> None:
    nueva = copia / "data/fuentes/ipt_valores/2024-12-31"
    nueva.mkdir(parents=True)
    shutil.copyfile(copia / "data/plantillas/ipt_valores.xlsx", nueva / "ipt_valores.xlsx")
    abierto = openpyxl.load_workbook(nueva / "ipt_valores.xlsx")
    hoja = abierto["Valores IPT"]
    codigos = Base(base_construida).tabla("ipt_priorizados")["municipio_codigo"].tolist()
    titulos = [c.value for c in hoja[1]]
    for inventada in inventar(codigos):
        agregar(hoja, dict(zip(titulos, inventada.values(), strict=True)))
    abierto.save(nueva / "ipt_valores.xlsx")
    ficha = yaml.safe_load(
        (copia / "data/fuentes/eat/2024-06-30/fuente.yml").read_text(encoding="utf-8")
    )
    ficha |= {"corte_fecha": date(2024, 12, 31), "corte_texto": "2024", "titulo": "Valores del IPT"}
    (nueva / "fuente.yml").write_text(yaml.safe_dump(ficha, allow_unicode=True), encoding="utf-8")
    seguir("Cargar los valores del IPT")
    assert len(Base(rutas.BASE).tabla("ipt_puntajes")) == 34


def test_cambiar_los_limites(copia: Path, seguir: Seguir) -> None:
    escribir(del_pais(pais_entero()), copia / "MUNICIPIOS.zip")
    dicho = seguir("Cambiar los límites de los mapas")
    fuente = "DANE, Marco Geoestadístico Nacional 2025"
    assert f"Instalada: Límites municipales de {fuente}." in dicho
    assert f"  De quién es: {fuente}, según quien la instaló\n" in dicho
    assert vigente(rutas.CARTOGRAFIA).procedencia == "propia"


def test_agregar_una_grafia(copia: Path, seguir: Seguir) -> None:
    ruta = copia / "data/fuentes/divipola/2025-12-31/divipola.xlsx"
    abierto = openpyxl.load_workbook(ruta)
    hoja = abierto["Grafías"]
    ejemplo = next(filas(hoja))
    agregar(hoja, {**ejemplo, "Grafía": "Villa Rosario", "Código DIVIPOLA": "54874"})
    abierto.save(ruta)
    assert "divipola/2025-12-31/divipola.xlsx: 1 cambio." in seguir(
        "Si un nombre de municipio no se reconoce"
    )
    grafias = Base(rutas.BASE).tabla("municipios_grafias").set_index("grafia")["municipio_codigo"]
    assert grafias["Villa Rosario"] == "54874"


def test_ningun_bloque_queda_sin_seguir() -> None:
    seguidos = {
        "Corregir una cifra": 1,
        "Agregar el informe siguiente": 1,
        "Importar el libro oficial de seguimiento": 3,
        "Cambiar los rangos del semáforo": 1,
        "Cargar los valores del IPT": 1,
        "Cambiar los límites de los mapas": 1,
        "Si un nombre de municipio no se reconoce": 1,
    }
    secciones = re.findall(r"^## (.+)$", MANUAL, re.MULTILINE)
    assert {s: len(bloques(s)) for s in secciones if bloques(s)} == seguidos
