"""Cada forma de llevarse una cosa, abierta por otro programa: dice lo mismo y de dónde sale."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fabrica_llevada import DATOS, cosa, llevada

from tablero.errores import ErrorTablero
from tablero.exportar.llevar.formatos import FORMATOS, Archivo, archivo, formatos_de
from tablero.exportar.llevar.libro import nombres_de_hojas
from tablero.exportar.llevar.pagina import FORMATOS_DE_PAGINA, archivo_de_pagina
from tablero.respuestas.cosas.cosa import Cifra, Cosa
from tablero.respuestas.cosas.cosa import tabla as tabla_de

ESCRITA = Cosa(
    "compromisos",
    "Hay 2 compromisos",
    "Fuente: el registro de este tablero.",
    (),
    "sesion",
    tabla=tabla_de("Compromisos", ("Qué", "Vence", "Vence"), [("a", "1", ""), ("=b", "2", "x")]),
)
SIMULADOS = DATOS.assign(es_simulado=pd.array([True, True], dtype="boolean"))


def hecho(codigo: str, una: Cosa | None = None) -> Archivo:
    return archivo(llevada(una), codigo)


def libro_de(contenido: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(contenido))


def acerca_de(libro: openpyxl.Workbook) -> dict[str, object]:
    return {fila[0]: fila[1] for fila in libro["Acerca de"].iter_rows(values_only=True) if fila[0]}


def test_se_ofrecen_en_su_orden_y_la_imagen_solo_donde_hay_dibujo() -> None:
    codigos = [f.codigo for f in FORMATOS]
    de_datos = ["xlsx", "excel", "maquina", "json", "parquet"]
    assert codigos == [*de_datos, "png", "svg", "geojson", "encabezados"]
    assert [f.codigo for f in formatos_de(llevada())] == [*de_datos, "encabezados"]
    con_dibujo = replace(cosa(), dibujo=lambda: {"mark": "bar", "data": {"values": []}})
    assert [f.codigo for f in formatos_de(llevada(con_dibujo))] == [
        c for c in codigos if c != "geojson"
    ]
    con_areas = replace(con_dibujo, geometria=lambda: b'{"features": []}')
    assert [f.codigo for f in formatos_de(llevada(con_areas))] == codigos


@pytest.mark.parametrize(
    ("codigo", "nombre"),
    [
        ("xlsx", "avance_antioquia_2024-12-31.xlsx"),
        ("excel", "avance_antioquia_2024-12-31_excel.csv"),
        ("maquina", "avance_antioquia_2024-12-31.csv"),
        ("json", "avance_antioquia_2024-12-31.json"),
        ("parquet", "avance_antioquia_2024-12-31.parquet"),
        ("encabezados", "avance_antioquia_encabezados_2024-12-31_excel.csv"),
    ],
)
def test_el_nombre_dice_que_es_y_el_archivo_es_siempre_el_mismo(codigo: str, nombre: str) -> None:
    assert hecho(codigo).nombre == nombre
    assert hecho(codigo) == hecho(codigo)
    assert archivo(llevada(es_simulado=True), codigo).nombre == f"SIMULADO_{nombre}"


def test_lo_que_no_hay_se_dice() -> None:
    for codigo in ("png", "pdf"):
        with pytest.raises(ErrorTablero, match="no se puede llevar un archivo así"):
            hecho(codigo)
    vacia = Cosa("nada", "Nada", "Fuente: ninguna.", (), "nada")
    assert formatos_de(llevada(vacia)) == []
    with pytest.raises(ErrorTablero):
        archivo_de_pagina([llevada(vacia)], "Nada", "zip")
    with pytest.raises(ErrorTablero):
        archivo_de_pagina([llevada()], "Página", "png")


def test_el_csv_de_maquina_es_el_contrato() -> None:
    assert hecho("maquina").contenido.decode().splitlines()[:2] == [
        "municipio_codigo,avance_pct,brecha_pp,valor_cop,anio,es_piloto,apertura_fecha,nota,"
        "fuente_codigo,ubicacion,cita",
        "05001,52.0512345,-0.15,1588422540,2024,true,2025-09-04,'=SUMA(A1),sdp_2024-12-31,"
        'Anexo 1,"lleva 52,05 %"',
    ]


def test_pandas_lee_el_csv_para_excel_con_sus_numeros() -> None:
    leido = pd.read_csv(
        io.BytesIO(hecho("excel").contenido), sep=";", decimal=",", dtype={"Código DIVIPOLA": str}
    )
    assert leido["Código DIVIPOLA"].tolist() == ["05001", "54001"]
    assert leido["Avance (%)"][0] == 52.05
    assert leido["Avance (%), sin redondear"][0] == 52.0512345
    assert leido["Brecha (puntos porcentuales)"].tolist() == [-0.15, 0.5]
    assert leido["Entidad que lo publica"][0] == "Secretaría Distrital de Planeación"


def test_excel_lleva_cada_celda_de_su_tipo() -> None:
    hoja = libro_de(hecho("xlsx").contenido)["Datos"]
    encabezados = [celda.value for celda in hoja[1]]
    primera = dict(zip(encabezados, hoja[2], strict=True))
    assert (primera["Código DIVIPOLA"].value, primera["Código DIVIPOLA"].data_type) == (
        "05001",
        "s",
    )
    assert primera["Avance (%)"].value == 52.0512345
    assert primera["Avance (%)"].number_format == "#,##0.00"
    assert primera["Brecha (puntos porcentuales)"].number_format == "+#,##0.00;-#,##0.00;#,##0.00"
    assert primera["Valor (pesos)"].value == 1588422540
    assert primera["Valor (pesos)"].number_format == "#,##0"
    anio = next(celda for titulo, celda in primera.items() if celda.value == 2024)
    assert anio.number_format == "0"
    fecha = next(celda for celda in hoja[2] if isinstance(celda.value, datetime))
    assert (fecha.value, fecha.number_format) == (datetime(2025, 9, 4), "yyyy-mm-dd")
    assert [c.data_type for c in hoja[2] if c.value == "=SUMA(A1)"] == ["s"]
    assert hoja.freeze_panes == "A2"
    assert hoja.auto_filter.ref is not None
    assert dict(zip(encabezados, hoja[3], strict=True))["Avance (%)"].value is None


def test_acerca_de_defiende_el_archivo() -> None:
    libro = libro_de(hecho("xlsx").contenido)
    assert libro.sheetnames == ["Datos", "Acerca de", "Columnas"]
    dicho = acerca_de(libro)
    assert dicho["Título"] == "La política lleva 52,05 %"
    assert dicho["Filtros"] == "Departamento: Antioquia"
    assert dicho["Cortes"] == "2023-2024; 31 de diciembre de 2024"
    assert dicho["Edición"] == "3"
    assert dicho["Fecha de la edición"] == "2026-11-02"
    assert dicho["Licencia"] == "por definir (propuesta: CC BY 4.0)"
    assert dicho["Enlace permanente"] == "https://tablero.ejemplo.gov.co/semaforo?ver=va&edicion=3"
    assert dicho["Fecha de consulta"] == "2026-11-30"
    assert str(dicho["Cómo citar (APA 7)"]).startswith("Tablero de Control")
    assert dicho["sdp_2024-12-31"] == "Informe de seguimiento"
    assert dicho["Palabras de la fuente"] == "SDP, Anexo 1: «lleva 52,05 %»."
    columnas = list(libro["Columnas"].iter_rows(values_only=True))
    assert columnas[0][1:4] == ("Nombre para programas", "Encabezado para personas", "Unidad")
    assert ("Datos", "avance_pct", "Avance (%)", "%") in [fila[:4] for fila in columnas]


def test_json_lleva_lo_mismo_con_numeros_y_sin_nan() -> None:
    leido = json.loads(
        hecho("json").contenido, parse_constant=lambda que: pytest.fail(f"no es JSON: {que}")
    )
    assert list(leido) == ["acerca_de", "columnas", "filas"]
    assert leido["filas"][0]["avance_pct"] == 52.0512345
    assert leido["filas"][1]["avance_pct"] is None
    assert leido["filas"][0]["apertura_fecha"] == "2025-09-04"
    assert leido["filas"][0]["nota"] == "=SUMA(A1)"
    assert leido["acerca_de"]["filtros"] == [{"nombre": "Departamento", "valor": "Antioquia"}]
    assert leido["acerca_de"]["fuentes"][1]["corte"] == "31 de diciembre de 2024"
    assert leido["columnas"][1] == {
        "nombre": "avance_pct",
        "encabezado": "Avance (%)",
        "tipo": "número",
        "unidad": "%",
        "descripcion": leido["columnas"][1]["descripcion"],
    }


def test_parquet_tiene_tipos_y_el_mismo_acerca_de() -> None:
    contenido = hecho("parquet").contenido
    tabla = pq.read_table(io.BytesIO(contenido))
    assert [str(campo.type) for campo in tabla.schema][:8] == [
        *("string", "double", "double", "int64", "int64", "bool", "date32[day]", "string"),
    ]
    assert tabla["nota"].to_pylist() == ["=SUMA(A1)", None]
    assert tabla["apertura_fecha"].to_pylist() == [date(2025, 9, 4), None]
    guardado = json.loads(tabla.schema.metadata[b"tablero"])
    assert guardado["acerca_de"] == json.loads(hecho("json").contenido)["acerca_de"]
    leido = pl.read_parquet(io.BytesIO(contenido))
    assert leido.schema["apertura_fecha"] == pl.Date
    assert leido["valor_cop"].to_list() == [1588422540, None]


def test_sin_filas_tambien_se_lee_y_conserva_sus_tipos() -> None:
    vacia = cosa(DATOS.head(0))
    tabla = pq.read_table(io.BytesIO(hecho("parquet", vacia).contenido))
    assert tabla.num_rows == 0
    assert tabla.schema.field("apertura_fecha").type == pa.date32()
    assert json.loads(hecho("json", vacia).contenido)["filas"] == []
    assert libro_de(hecho("xlsx", vacia).contenido)["Datos"].max_row == 1


def test_lo_que_no_sale_de_una_respuesta_va_como_se_lee_con_su_fuente() -> None:
    assert hecho("maquina", ESCRITA).contenido.decode().splitlines() == [
        "que,vence,vence_2,fuente",
        "a,1,,Fuente: el registro de este tablero.",
        "'=b,2,x,Fuente: el registro de este tablero.",
    ]
    assert hecho("excel", ESCRITA).contenido.decode("utf-8-sig").splitlines()[0] == (
        "Qué;Vence;Vence 2;Fuente;Enlace permanente"
    )
    con_cifras = replace(ESCRITA, tabla=None, cifras=(Cifra("2", "compromisos", "uno vencido"),))
    assert json.loads(hecho("json", con_cifras).contenido)["filas"] == [
        {
            "cifra": "2",
            "que_mide": "compromisos",
            "nota": "uno vencido",
            "fuente": "Fuente: el registro de este tablero.",
        }
    ]
    recortada = replace(ESCRITA, tabla=tabla_de("x", ("a",), [("1",)] * 11))
    assert formatos_de(llevada(recortada)) == []


def test_lo_simulado_lo_dice_en_toda_forma() -> None:
    simulada = llevada(cosa(SIMULADOS), es_simulado=True)
    assert archivo(simulada, "maquina").contenido.splitlines()[1].endswith(b",true")
    assert (
        archivo(simulada, "excel")
        .contenido.decode()
        .splitlines()[1]
        .endswith(f";sí;{simulada.enlace}")
    )
    assert json.loads(archivo(simulada, "json").contenido)["acerca_de"]["aviso"].startswith(
        "DATOS SIMULADOS."
    )
    libro = libro_de(archivo(simulada, "xlsx").contenido)
    assert libro["Acerca de"]["A1"].value.startswith("DATOS SIMULADOS.")
    assert libro.properties.title.startswith("DATOS SIMULADOS.")
    metadatos = pq.read_schema(io.BytesIO(archivo(simulada, "parquet").contenido)).metadata
    assert b"DATOS SIMULADOS" in metadatos[b"tablero"]
    con_dibujo = replace(
        cosa(), dibujo=lambda: {"width": 400, "mark": "bar", "data": {"values": [{}]}}
    )
    svg = archivo(llevada(con_dibujo, es_simulado=True), "svg").contenido.decode()
    assert "DATOS SIMULADOS" in svg
    escrita = archivo(llevada(ESCRITA, es_simulado=True), "maquina").contenido
    assert escrita.splitlines()[0].endswith(b",es_simulado")


def test_la_imagen_lleva_titulo_filtros_fuente_licencia_y_enlace() -> None:
    con_dibujo = replace(
        cosa(), dibujo=lambda: {"width": 400, "mark": "bar", "data": {"values": [{}]}}
    )
    svg = " ".join(hecho("svg", con_dibujo).contenido.decode().split())
    for dicho in (
        "La política lleva 52,05 %",
        "Departamento: Antioquia",
        "«Estrategia» (corte: 2023-2024)",
        "Una nota.",
        "edición 3, consultado el 30 de noviembre de 2026",
        "por definir (propuesta: CC BY 4.0).",
        "semaforo?ver=va&amp;edicion=3",
    ):
        assert dicho in svg, dicho
    assert hecho("png", con_dibujo).contenido.startswith(b"\x89PNG")


def pagina(codigo: str, *, es_simulado: bool = False) -> Archivo:
    cosas = [cosa(SIMULADOS if es_simulado else DATOS), cosa(), ESCRITA]
    return archivo_de_pagina(
        [llevada(una, es_simulado=es_simulado) for una in cosas], "Semáforo", codigo
    )


def test_la_pagina_va_entera_en_cada_forma() -> None:
    assert [f.codigo for f in FORMATOS_DE_PAGINA] == ["xlsx", "json", "zip"]
    libro = libro_de(pagina("xlsx").contenido)
    assert libro.sheetnames == ["Avance", "Avance 2", "Compromisos", "Acerca de", "Columnas"]
    dicho = [fila[0] for fila in libro["Acerca de"].iter_rows(values_only=True)]
    assert [d for d in dicho if str(d).startswith("Hoja «")] == [
        "Hoja «Avance»",
        "Hoja «Avance 2»",
        "Hoja «Compromisos»",
    ]
    leido = json.loads(pagina("json").contenido)
    assert [t["acerca_de"]["titulo"] for t in leido["tarjetas"]] == [
        *["La política lleva 52,05 %"] * 2,
        "Hay 2 compromisos",
    ]
    assert pagina("json").nombre == "semaforo.json"


def test_el_zip_de_la_pagina_lleva_los_dos_csv_los_encabezados_y_el_leeme() -> None:
    assert pagina("zip") == pagina("zip")
    with zipfile.ZipFile(io.BytesIO(pagina("zip").contenido)) as comprimido:
        assert comprimido.namelist() == [
            "avance_antioquia_2024-12-31_excel.csv",
            "avance_antioquia_2024-12-31.csv",
            "avance_antioquia_2024-12-31_excel_2.csv",
            "avance_antioquia_2024-12-31_2.csv",
            "compromisos_antioquia_excel.csv",
            "compromisos_antioquia.csv",
            "encabezados.csv",
            "LEEME.txt",
        ]
        leeme = comprimido.read("LEEME.txt").decode()
        lista = comprimido.read("encabezados.csv").decode("utf-8-sig")
    assert leeme.startswith("SEMÁFORO\n")
    assert "Enlace permanente: https://tablero.ejemplo.gov.co/semaforo?ver=va&edicion=3" in leeme
    assert "- SDP, Anexo 1: «lleva 52,05 %»." in leeme
    assert "compromisos;vence_2;Vence 2;;texto;" in lista
    with zipfile.ZipFile(io.BytesIO(pagina("zip", es_simulado=True).contenido)) as simulado:
        assert all(nombre.startswith("SIMULADO_") for nombre in simulado.namelist())
        assert simulado.read("SIMULADO_LEEME.txt").decode().startswith("DATOS SIMULADOS.")


def test_los_nombres_de_las_hojas_caben_y_no_se_repiten() -> None:
    largo = "personas_atendidas_en_todo_el_pais_suma_de_sus_centros"
    codigos = [largo, largo, "acerca_de", "", "a/b:c*?[x]", "ACERCA de"]
    nombres = nombres_de_hojas([llevada(replace(cosa(), codigo=c)) for c in codigos])
    assert len({n.casefold() for n in nombres}) == len(codigos)
    assert all(0 < len(n) <= 31 and not set(n) & set("[]:*?/\\'") for n in nombres)
    assert nombres[:3] == [
        "Personas atendidas en todo el p",
        "Personas atendidas en todo el 2",
        "Acerca de 2",
    ]
