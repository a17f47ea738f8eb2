"""Lo que se lleva, abierto por LibreOffice: los números lo son, y se ven como en la pantalla."""

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from fabrica_llevada import contexto
from pypdf import PdfReader

from tablero.consultas import transferencias
from tablero.consultas.base import Base, Resultado
from tablero.exportar.carpeta import csv_de_tabla
from tablero.exportar.llevar.formatos import archivo
from tablero.exportar.llevar.llevada import Llevada
from tablero.respuestas.columnas import presentacion
from tablero.respuestas.cosas.cosa import armar

pytestmark = pytest.mark.skipif(shutil.which("libreoffice") is None, reason="no está LibreOffice")
ESPANOL_DE_COLOMBIA = 9226
"""Su código en Windows (0x240A), que es como lo pide LibreOffice."""
COMO_SE_VE = (
    f"csv:Text - txt - csv (StarCalc):59,34,76,1,,{ESPANOL_DE_COLOMBIA},"
    "false,true,true,false,false,-1"
)
"""Un CSV por hoja, con `;`, en UTF-8 y con cada celda como se ve."""

Convertir = Callable[..., Path]


@pytest.fixture(scope="module")
def convertir(tmp_path_factory: pytest.TempPathFactory) -> Convertir:
    """Abre unos octetos en un equipo de Colombia y los guarda de otra forma, en una carpeta."""
    carpeta = tmp_path_factory.mktemp("libreoffice")

    def hacer(contenido: bytes, nombre: str, forma: str, *, lectura: str = "") -> Path:
        (carpeta / nombre).write_bytes(contenido)
        subprocess.run(
            [
                "libreoffice",
                "--headless",
                f"-env:UserInstallation={(carpeta / 'lo').as_uri()}",
                *([f"--infilter={lectura}"] if lectura else []),
                *("--convert-to", forma, "--outdir", str(carpeta), str(carpeta / nombre)),
            ],
            check=True,
            capture_output=True,
            timeout=240,
            env={**os.environ, "LC_ALL": "es_CO.UTF-8"},
        )
        return carpeta

    return hacer


@pytest.fixture(scope="module")
def giradas(base: Base) -> Resultado:
    return transferencias.municipios(base, departamento=None, municipio=None)


@pytest.fixture(scope="module")
def libro(giradas: Resultado) -> bytes:
    cosa = armar("transferencias", "Lo girado a cada municipio", [giradas], "transferencias")
    return archivo(Llevada(cosa, (), contexto()), "xlsx").contenido


def importado(
    convertir: Convertir, contenido: bytes, nombre: str, columnas: str
) -> list[list[object]]:
    """Las filas de un CSV para Excel; `columnas` dice de qué clase se importa cada una."""
    lectura = f"CSV:59,34,76,1,{columnas},{ESPANOL_DE_COLOMBIA},false,true"
    carpeta = convertir(contenido, f"{nombre}.csv", "xlsx", lectura=lectura)
    hoja = openpyxl.load_workbook(carpeta / f"{nombre}.xlsx").worksheets[0]
    return [list(fila) for fila in hoja.iter_rows(values_only=True)]


def test_el_csv_para_excel_se_abre_con_sus_numeros_y_sus_fechas(
    base: Base, convertir: Convertir
) -> None:
    contenido = csv_de_tabla(base, "politica_cortes", "excel")
    titulos, *filas = importado(convertir, contenido, "politica_cortes", "")
    esperadas = base.tabla("politica_cortes")
    for columna in ("avance_pct", "trayectoria_pct", "brecha_pp"):
        encabezado = presentacion(columna).encabezado
        leidas = [fila[titulos.index(encabezado)] for fila in filas]
        completas = [fila[titulos.index(f"{encabezado}, sin redondear")] for fila in filas]
        assert leidas == [round(valor, 2) for valor in esperadas[columna]]
        assert completas == pytest.approx(esperadas[columna].tolist())
    cortes = {fila[titulos.index("Fecha de corte")] for fila in filas}
    assert cortes == {
        datetime.combine(dia, datetime.min.time()) for dia in esperadas["corte_fecha"]
    }
    publicado = next(f for f in filas if f[titulos.index("Nivel")] == "publicado")
    assert publicado[titulos.index("Avance (%)")] == 52.05
    assert publicado[titulos.index("Productos fuera de la suma")] is None


def test_los_codigos_importados_como_texto_conservan_sus_ceros(
    base: Base, convertir: Convertir
) -> None:
    contenido = csv_de_tabla(base, "municipios", "excel")
    titulos = contenido.decode("utf-8-sig").splitlines()[0].split(";")
    texto = "/".join(f"{i}/2" for i, t in enumerate(titulos, start=1) if t.startswith("Código"))
    leidos, *filas = importado(convertir, contenido, "municipios", texto)
    assert leidos == titulos
    esperados = base.tabla("municipios")
    codigos = [fila[titulos.index("Código DIVIPOLA")] for fila in filas]
    assert codigos == esperados["municipio_codigo"].tolist()
    assert codigos[0] == "05001"
    longitudes = [fila[titulos.index("Longitud (grados)")] for fila in filas]
    assert longitudes == pytest.approx(esperados["longitud"].tolist())


def test_el_libro_se_ve_como_la_pantalla(
    libro: bytes, giradas: Resultado, convertir: Convertir
) -> None:
    carpeta = convertir(libro, "giradas.xlsx", COMO_SE_VE)
    escrito = (carpeta / "giradas-Datos.csv").read_text(encoding="utf-8")
    filas = list(csv.DictReader(io.StringIO(escrito), delimiter=";"))
    assert len(filas) == len(giradas.filas)
    for fila, datos in zip(filas, giradas.filas, strict=True):
        assert fila["Código DIVIPOLA"] == datos["municipio_codigo"]
        for columna in ("valor_cop", "participacion_pct"):
            forma = presentacion(columna)
            en_pantalla = forma.escribir(datos[columna]).strip("$\u00a0%").replace("sin dato", "")
            assert fila[forma.encabezado] == en_pantalla
        assert fila["Fecha de corte"] == datos["corte_fecha"].isoformat()
    acerca = (carpeta / "giradas-Acerca de.csv").read_text(encoding="utf-8")
    assert "https://tablero.ejemplo.gov.co/transferencias?edicion=3" in acerca
    assert "Gobierno de Colombia, CNIM" in acerca


def test_el_libro_se_imprime_entero(libro: bytes, giradas: Resultado, convertir: Convertir) -> None:
    carpeta = convertir(libro, "impreso.xlsx", "pdf")
    texto = " ".join(
        " ".join(pagina.extract_text().split())
        for pagina in PdfReader(carpeta / "impreso.pdf").pages
    )
    for fila in giradas.filas:
        assert presentacion("valor_cop").escribir(fila["valor_cop"]).strip("$") in texto
        assert fila["municipio_codigo"] in texto
    assert giradas.fuentes[0].corte_fecha == date(2025, 11, 30)
    assert "2025-11-30" in texto
