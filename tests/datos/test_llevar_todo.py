"""Ninguna tabla lleva una fórmula, en ninguna forma; y toda columna tiene un encabezado."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from fabrica_llevada import contexto
from openpyxl.utils.escape import unescape

from tablero import rutas
from tablero.consultas import politica
from tablero.consultas.base import Base, FuenteCitada, Resultado, leer_pregunta
from tablero.consultas.fuentes import fuentes
from tablero.exportar.carpeta import exportar_carpeta
from tablero.exportar.csv_oficial import Dialecto, a_csv, neutralizar
from tablero.exportar.cuadro import de_personas
from tablero.exportar.llevar.formatos import archivo
from tablero.exportar.llevar.llevada import Llevada
from tablero.modelo import TABLAS, Tabla
from tablero.respuestas.columnas import presentacion
from tablero.respuestas.cosas.cosa import Cosa, armar

EJECUTABLES = ("=", "+", "-", "@", "\t", "\r")
ATAQUES = (
    '=HYPERLINK("http://x";"y")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    'x;=cmd()\n"@A1"',
    "https://ejemplo.gov.co",
)
SQL = rutas.RAIZ / "src" / "tablero" / "consultas" / "sql"
PREGUNTAS = sorted(p.relative_to(SQL).with_suffix("").as_posix() for p in SQL.rglob("*.sql"))


@pytest.fixture(scope="module")
def citadas(base: Base) -> tuple[FuenteCitada, ...]:
    return fuentes(base).fuentes


def atacada(tabla: type[Tabla]) -> pd.DataFrame:
    """La tabla con un ataque en cada columna de texto, y los demás valores de su clase."""
    de_otra_clase = {int: 1, float: -1.5, bool: True, date: date(2025, 1, 2)}
    return pd.DataFrame(
        [
            {c.nombre: de_otra_clase.get(c.tipo, ataque) for c in tabla.columnas()}
            for ataque in ATAQUES
        ]
    )


def de_texto(tabla: type[Tabla]) -> list[str]:
    return [c.nombre for c in tabla.columnas() if c.tipo is str]


@pytest.mark.parametrize("tabla", TABLAS, ids=lambda t: t.tabla)
@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_ningun_csv_lleva_una_formula(
    tabla: type[Tabla], dialecto: Dialecto, citadas: tuple[FuenteCitada, ...]
) -> None:
    datos = atacada(tabla)
    crudo = a_csv(datos, dialecto, citadas, tabla).decode("utf-8-sig")
    separador = ";" if dialecto == "excel" else ","
    titulos, *filas = csv.reader(io.StringIO(crudo, newline=""), delimiter=separador)
    numeros = {i for i, celda in enumerate(filas[0]) if celda in ("-1.5", "-1,5")}
    for fila in filas:
        celdas = [celda for i, celda in enumerate(fila) if i not in numeros]
        assert not [c for c in celdas if c.startswith(EJECUTABLES)], titulos
    esperadas = len(ATAQUES) * len(de_texto(tabla))
    escritas = [neutralizar(ataque) for ataque in ATAQUES]
    assert sum(celda in escritas for fila in filas for celda in fila) == esperadas


@pytest.mark.parametrize("tabla", TABLAS, ids=lambda t: t.tabla)
def test_excel_json_y_parquet_los_llevan_como_texto_y_sin_tocarlos(tabla: type[Tabla]) -> None:
    respuesta = Resultado("x/y", atacada(tabla), (), "publicado")
    cosa = Cosa("ataque", "=Título()", "@Fuente", (), "x", notas=("-Nota",), datos=respuesta)
    una = Llevada(cosa, (("+Filtro", "=1"),), contexto())
    libro = openpyxl.load_workbook(io.BytesIO(archivo(una, "xlsx").contenido))
    celdas = [celda for hoja in libro for fila in hoja.iter_rows() for celda in fila]
    assert not [c for c in celdas if c.data_type == "f" or c.hyperlink]
    de_json = json.loads(archivo(una, "json").contenido)["filas"]
    de_parquet = pq.read_table(io.BytesIO(archivo(una, "parquet").contenido)).to_pylist()
    hoja, columnas = libro["Datos"], list(respuesta.datos.columns)
    for nombre in de_texto(tabla):
        assert [fila[nombre] for fila in de_json] == list(ATAQUES)
        assert [fila[nombre] for fila in de_parquet] == list(ATAQUES)
        indice = columnas.index(nombre) + 1
        escritos = [unescape(hoja.cell(n, indice).value) for n in range(2, len(ATAQUES) + 2)]
        assert escritos == list(ATAQUES)


@pytest.mark.parametrize("nombre", PREGUNTAS)
def test_toda_columna_de_una_respuesta_tiene_su_titulo(base: Base, nombre: str) -> None:
    sin_elegir = {"codigos": ("no_existe",), "listas": ("no_existe",)}
    parametros = {p: sin_elegir.get(p) for p in leer_pregunta(nombre).parametros}
    columnas = map(str, base.consultar(nombre, **parametros).datos.columns)
    assert [c for c in columnas if presentacion(c).titulo == c] == []


def test_los_encabezados_de_una_tabla_no_se_repiten_y_dicen_su_unidad(
    base: Base, citadas: tuple[FuenteCitada, ...]
) -> None:
    for tabla in TABLAS:
        columnas = de_personas(base.tabla(tabla.tabla), citadas, tabla)
        encabezados = [c.encabezado for c in columnas]
        assert len(set(encabezados)) == len(encabezados), tabla.tabla
        for columna in columnas:
            if columna.nombre.endswith("_pct"):
                assert "(%)" in columna.encabezado
            if columna.nombre.endswith("_cop"):
                assert "(pesos)" in columna.encabezado


def test_la_carpeta_dice_los_dos_encabezados_de_todas_sus_columnas(
    base: Base, tmp_path: Path
) -> None:
    exportar_carpeta(base, tmp_path, "excel")
    exportar_carpeta(base, tmp_path / "maquina", "maquina")
    lista = list(
        csv.reader(
            io.StringIO((tmp_path / "encabezados.csv").read_text("utf-8-sig")), delimiter=";"
        )
    )
    for tabla in TABLAS:
        propios = [fila for fila in lista if fila[0] == tabla.tabla]
        legible = (tmp_path / f"{tabla.tabla}.csv").read_text("utf-8-sig").splitlines()[0]
        assert [fila[2] for fila in propios] == next(csv.reader([legible], delimiter=";"))
        maquina = (tmp_path / "maquina" / f"{tabla.tabla}.csv").read_text().splitlines()[0]
        assert set(maquina.split(",")) <= {fila[1] for fila in propios}
        assert all(fila[5] for fila in propios), tabla.tabla


def test_los_avances_vuelven_iguales_en_pandas_polars_y_duckdb(base: Base, tmp_path: Path) -> None:
    filtros = dict.fromkeys(("objetivo", "estado", "tipo", "sector", "entidad"))
    (cual,) = politica.politicas(base).filas
    respuesta = politica.productos(
        base, politica=cual["politica_codigo"], corte=cual["corte_fecha"], **filtros
    )
    una = Llevada(armar("productos", "Los productos", [respuesta], "semaforo"), (), contexto())
    for codigo in ("maquina", "excel", "parquet", "json"):
        hecho = archivo(una, codigo)
        (tmp_path / f"{codigo}.{hecho.nombre.rpartition('.')[2]}").write_bytes(hecho.contenido)
    esperados = [fila["pahv_pct"] for fila in respuesta.filas]
    codigos = [fila["producto_codigo"] for fila in respuesta.filas]
    assert (len(codigos), esperados.count(None)) == (52, 2)

    maquina = pd.read_csv(tmp_path / "maquina.csv", dtype={"producto_codigo": str})
    excel = pl.read_csv(
        tmp_path / "excel.csv", separator=";", decimal_comma=True, infer_schema_length=None
    )
    parquet = pl.read_parquet(tmp_path / "parquet.parquet")
    encabezado = presentacion("pahv_pct").encabezado
    for leidos, nombres in (
        (maquina["pahv_pct"].astype(object).where(maquina["pahv_pct"].notna(), None), None),
        (excel[f"{encabezado}, sin redondear"], None),
        (parquet["pahv_pct"], parquet["producto_codigo"]),
    ):
        assert [None if v is None else round(v, 9) for v in leidos] == [
            None if v is None else round(v, 9) for v in esperados
        ]
        assert nombres is None or list(nombres) == codigos
    assert maquina["producto_codigo"].tolist() == codigos
    assert excel.columns[-2:] == ["Código de la fuente", "Enlace permanente"]
    assert set(excel["Enlace permanente"]) == {una.enlace}
    suma = sum(v for v in esperados if v is not None)
    for pregunta, leido_de in (
        ("FROM read_parquet(?)", "parquet.parquet"),
        ("FROM read_csv(?)", "maquina.csv"),
        ("FROM (SELECT unnest(filas, recursive := true) FROM read_json(?))", "json.json"),
    ):
        orden = "SELECT count(*), sum(pahv_pct), max(corte_fecha) " + pregunta
        with duckdb.connect() as conexion:
            leido = conexion.execute(orden, [str(tmp_path / leido_de)]).fetchone()
        assert leido is not None
        assert leido[0] == 52
        assert leido[1] == pytest.approx(suma)
        assert str(leido[2])[:10] == "2024-12-31"
