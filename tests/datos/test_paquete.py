"""El paquete, abierto por programas de otros: frictionless, rdflib, DuckDB, pandas y polars."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars
import pytest
import rdflib
from frictionless import Package, Report
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF

from tablero import rutas
from tablero.consultas.base import Base
from tablero.exportar.paquete.ckan import NO_ES_ETIQUETA
from tablero.exportar.paquete.datapackage import licencias
from tablero.exportar.paquete.emision import Emision, contenido_de, edicion_de
from tablero.exportar.paquete.escribir import guardar, nombre_del_paquete, paquete
from tablero.exportar.paquete.transparencia import CAMPOS
from tablero.ingesta.construir import construir_aparte
from tablero.modelo import CON_MUNICIPIO, TABLAS
from tablero.publicacion import Publicacion
from tablero.registro.ediciones import Edicion, ediciones
from tablero.registro.lugares import Lugares

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
DUCKDB = "tablero.duckdb"
BASE_DEL_PAQUETE = "https://paquete.ejemplo/"
"""Donde estaría, para leer sus direcciones relativas."""
DECIDIDA = Publicacion(
    entidad="Secretaría de Ejemplo",
    area="Oficina de Ejemplo",
    responsable="Persona de Ejemplo",
    correo="datos@ejemplo.gov.co",
    licencia="CC BY 4.0",
    licencia_direccion="https://creativecommons.org/licenses/by/4.0/",
    direccion="https://tablero.ejemplo.gov.co",
)
Leido = Mapping[str, bytes]


@pytest.fixture(scope="module")
def edicion(base: Base) -> Edicion:
    hallada = edicion_de(base, ediciones(Lugares.de(rutas.BASE).registro))
    assert hallada is not None
    return hallada


@pytest.fixture(scope="module")
def emision(base: Base, edicion: Edicion) -> Emision:
    return Emision(base, edicion, Publicacion())


@pytest.fixture(scope="module")
def comprimido(emision: Emision) -> bytes:
    return paquete(emision)


@pytest.fixture(scope="module")
def leido(comprimido: bytes) -> Leido:
    return abrir(comprimido)


@pytest.fixture(scope="module")
def decidido(base: Base, edicion: Edicion) -> Leido:
    """El mismo, cuando alguien ya decidió quién publica y con qué licencia."""
    return abrir(paquete(Emision(base, edicion, DECIDIDA)))


@pytest.fixture
def carpeta(comprimido: bytes, tmp_path: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(comprimido)) as zip_:
        zip_.extractall(tmp_path)
    return tmp_path


def abrir(comprimido: bytes) -> Leido:
    with zipfile.ZipFile(io.BytesIO(comprimido)) as zip_:
        assert zip_.testzip() is None
        return {nombre: zip_.read(nombre) for nombre in zip_.namelist()}


def validar(carpeta: Path) -> Report:
    informe: Report = Package(str(carpeta / "datapackage.json")).validate()
    return informe


def errores(informe: Report) -> set[tuple[str, str, str]]:
    """De cada error: el recurso, su clase y su campo."""
    return {
        (tarea.name, error.type, getattr(error, "field_name", ""))
        for tarea in informe.tasks
        for error in tarea.errors
    }


def grafo(leido: Leido) -> rdflib.Graph:
    with warnings.catch_warnings():
        # rdflib 7 todavía usa por dentro una clase suya que ya da por vieja.
        warnings.simplefilter("ignore", DeprecationWarning)
        texto = leido["dcat.jsonld"].decode()
        return rdflib.Graph().parse(data=texto, format="json-ld", publicID=BASE_DEL_PAQUETE)


def un_json(leido: Leido, nombre: str) -> Any:
    return json.loads(leido[nombre])


def test_lleva_cada_tabla_en_los_dos_dialectos_y_lo_demas(leido: Leido) -> None:
    tablas = {f"datos/{d}/{t.tabla}.csv" for t in TABLAS for d in ("maquina", "excel")}
    assert set(leido) == tablas | {
        *("LEEME.md", "SHA256SUMS", "ckan.json", "datapackage.json", "datos_gov_co.json"),
        *("dcat.jsonld", "diccionario.md", "encabezados.csv", "esquema_de_publicacion.csv"),
        *("esquema_de_publicacion_excel.csv", DUCKDB),
    }


def test_frictionless_lo_da_por_valido(carpeta: Path) -> None:
    informe = validar(carpeta)
    assert informe.valid, errores(informe)
    assert len(informe.tasks) == 2 * len(TABLAS)


def test_con_libros_de_seguimiento_tambien(base_con_libros: Path, tmp_path: Path) -> None:
    con_libros = Base(base_con_libros)
    with zipfile.ZipFile(io.BytesIO(paquete(Emision(con_libros, None, Publicacion())))) as zip_:
        zip_.extractall(tmp_path)
    informe = validar(tmp_path)
    assert informe.valid, errores(informe)
    assert len(con_libros.tabla("seguimiento_reportes")) > 0


def test_la_orden_de_frictionless_tambien(carpeta: Path) -> None:
    orden = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    hecho = subprocess.run(orden, cwd=carpeta, capture_output=True, text=True, check=False)
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr
    assert json.loads(hecho.stdout)["valid"] is True


@pytest.mark.parametrize(
    ("tabla", "columna", "valor", "clase"),
    [
        ("politica_avances", "nivel", "inventado", "constraint-error"),
        ("municipios", "municipio_codigo", "5001", "constraint-error"),
        ("municipios", "longitud", "-20", "constraint-error"),
        ("clusteres", "municipio_codigo", "99999", "foreign-key"),
        ("cifras", "fuente_codigo", "otra_2020-01-01", "foreign-key"),
        ("clusteres", "corte_fecha", "30/06/2024", "type-error"),
        ("transferencias_psicosociales", "valor_cop", "", "constraint-error"),
    ],
)
def test_un_valor_cambiado_no_pasa(
    carpeta: Path, tabla: str, columna: str, valor: str, clase: str
) -> None:
    archivo = carpeta / "datos" / "maquina" / f"{tabla}.csv"
    filas = list(csv.reader(archivo.read_text(encoding="utf-8").splitlines()))
    filas[1][filas[0].index(columna)] = valor
    with archivo.open("w", encoding="utf-8", newline="") as salida:
        csv.writer(salida).writerows(filas)
    hallados = errores(validar(carpeta))
    nombre = tabla.replace("_", "-")
    assert (nombre, "hash-count", "") in hallados
    assert any((n, c) == (nombre, clase) for n, c, _ in hallados), hallados


def test_una_clave_repetida_no_pasa(carpeta: Path) -> None:
    archivo = carpeta / "datos" / "maquina" / "politica_cortes.csv"
    renglones = archivo.read_text(encoding="utf-8").splitlines(keepends=True)
    archivo.write_text("".join([*renglones, renglones[-1]]), encoding="utf-8")
    assert ("politica-cortes", "primary-key", "") in errores(validar(carpeta))


def test_el_esquema_dice_lo_del_modelo(leido: Leido) -> None:
    recursos = {r["name"]: r for r in un_json(leido, "datapackage.json")["resources"]}
    campos = {f["name"]: f for f in recursos["politica-avances"]["schema"]["fields"]}
    assert campos["nivel"]["constraints"] == {"required": True, "enum": ["publicado", "calculado"]}
    assert campos["pav_pct"]["unit"] == "%"
    esquema = recursos["transferencias-psicosociales"]["schema"]
    assert esquema["primaryKey"] == ["municipio_codigo", "resolucion", "corte_fecha"]
    assert {
        "fields": ["municipio_codigo"],
        "reference": {"resource": "municipios", "fields": ["municipio_codigo"]},
    } in esquema["foreignKeys"]
    assert recursos["municipios-excel"]["dialect"]["delimiter"] == ";"


def test_los_sellos_son_los_de_los_archivos(leido: Leido) -> None:
    renglones = [r.split("  ", 1) for r in leido["SHA256SUMS"].decode().splitlines()]
    sellos = {ruta: sello for sello, ruta in renglones}
    assert sellos == {
        nombre: hashlib.sha256(contenido).hexdigest()
        for nombre, contenido in leido.items()
        if nombre != "SHA256SUMS"
    }


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="es de coreutils")
def test_sha256sum_los_comprueba(carpeta: Path) -> None:
    orden = ["sha256sum", "-c", "--quiet", "SHA256SUMS"]
    assert subprocess.run(orden, cwd=carpeta, check=False).returncode == 0
    (carpeta / "LEEME.md").write_text("otro", encoding="utf-8")
    assert subprocess.run(orden, cwd=carpeta, check=False, capture_output=True).returncode == 1


def test_la_misma_edicion_da_los_mismos_octetos(
    comprimido: bytes, leido: Leido, emision: Emision, tmp_path: Path
) -> None:
    """También con otra construcción: solo cambian los del DuckDB, que dice lo mismo."""
    assert paquete(replace(emision)) == comprimido
    construir_aparte(rutas.FUENTES, tmp_path / DUCKDB)
    otra = Base(tmp_path / DUCKDB)
    assert contenido_de(otra) == emision.contenido
    otro = abrir(paquete(replace(emision, base=otra)))
    distintos = {nombre for nombre in leido if leido[nombre] != otro[nombre]}
    assert distintos <= {DUCKDB, "SHA256SUMS"}


def test_la_edicion_es_la_que_dice_lo_mismo(base: Base, edicion: Edicion) -> None:
    ajena = replace(edicion, numero=9, contenido="0" * 64)
    repetida = replace(edicion, numero=10)
    assert edicion_de(base, [edicion, ajena]) == edicion
    assert edicion_de(base, [edicion, ajena, repetida]) == repetida
    assert edicion_de(base, [edicion, repetida], preferida=edicion.numero) == edicion
    assert edicion_de(base, [edicion, ajena], preferida=ajena.numero) == edicion
    assert edicion_de(base, [ajena]) is None


def test_sin_edicion_la_fecha_es_la_del_corte(base: Base) -> None:
    suelta = Emision(base, None, Publicacion())
    assert suelta.version == "sin edición publicada"
    assert suelta.fecha.isoformat() == "2025-11-30"
    assert suelta.contenido == contenido_de(base)


def test_el_duckdb_se_abre_y_tiene_las_tablas(carpeta: Path) -> None:
    with duckdb.connect(str(carpeta / DUCKDB), read_only=True) as conexion:
        assert conexion.sql("SELECT count(*) FROM municipios").fetchall() == [(1122,)]


def test_pandas_y_polars_leen_con_los_tipos_del_esquema(leido: Leido) -> None:
    archivo = leido["datos/maquina/transferencias_psicosociales.csv"]
    con_pandas = pd.read_csv(io.BytesIO(archivo), dtype={"municipio_codigo": "string"})
    con_polars = polars.read_csv(archivo, schema_overrides={"municipio_codigo": polars.String})
    assert "05490" in set(con_pandas["municipio_codigo"])
    assert int(con_pandas["valor_cop"].sum()) == con_polars["valor_cop"].sum()
    tipos = {str: polars.String, int: polars.Int64, float: polars.Float64}
    for recurso in un_json(leido, "datapackage.json")["resources"]:
        if recurso["path"].startswith("datos/maquina/"):
            textos = [f["name"] for f in recurso["schema"]["fields"] if f["type"] == "string"]
            marco = polars.read_csv(
                leido[recurso["path"]], schema_overrides=dict.fromkeys(textos, tipos[str])
            )
            assert marco.columns == [f["name"] for f in recurso["schema"]["fields"]]


def test_donde_hay_un_municipio_va_su_departamento_y_la_edicion(leido: Leido) -> None:
    vistas = 0
    for tabla in CON_MUNICIPIO:
        archivo = leido[f"datos/maquina/{tabla.tabla}.csv"].decode()
        for fila in csv.DictReader(io.StringIO(archivo)):
            codigo = fila["municipio_codigo"]
            assert fila["departamento_codigo"] == codigo[:2]
            assert fila["divipola_fecha"] == ("2025-12-31" if codigo else "")
            vistas += 1
    assert vistas > 1_200


def test_una_edicion_de_antes_tambien_lo_dice(base: Base, tmp_path: Path) -> None:
    vieja = tmp_path / "vieja.duckdb"
    shutil.copyfile(base.archivo, vieja)
    with duckdb.connect(str(vieja)) as conexion:
        conexion.execute("DROP VIEW vigente.clusteres")
        conexion.execute("ALTER TABLE clusteres DROP COLUMN divipola_fecha")
    clusteres = Base(vieja).tabla("clusteres")
    assert list(clusteres.columns)[-1] == "divipola_fecha"
    assert set(clusteres["divipola_fecha"]) == {date(2025, 12, 31)}


def test_los_encabezados_emparejan_los_dos_archivos(leido: Leido) -> None:
    lista = pd.read_csv(io.BytesIO(leido["encabezados.csv"]), keep_default_na=False)
    assert set(lista["tabla"]) == {t.tabla for t in TABLAS}
    for tabla, suyos in lista.groupby("tabla"):
        maquina = leido[f"datos/maquina/{tabla}.csv"].decode().splitlines()[0]
        excel = leido[f"datos/excel/{tabla}.csv"].decode("utf-8-sig").splitlines()[0]
        assert set(maquina.split(",")) <= set(suyos["columna"])
        assert list(suyos["encabezado"]) == next(csv.reader([excel], delimiter=";"))
    fila = lista.query("tabla == 'politica_avances' and columna == 'pav_pct'").iloc[0]
    assert fila["unidad"] == "%"


def test_el_de_excel_dice_los_tipos_de_lo_que_trae(leido: Leido) -> None:
    recursos = {r["name"]: r for r in un_json(leido, "datapackage.json")["resources"]}
    campos = {
        (f["columna"], f["type"]): f for f in recursos["politica-avances-excel"]["schema"]["fields"]
    }
    assert campos["pav_pct", "number"]["decimalChar"] == ","
    assert campos["corte_fecha", "date"]["name"] == "Fecha de corte"
    archivo = leido["datos/excel/politica_avances.csv"].decode("utf-8-sig")
    assert "Fecha de corte" in archivo.splitlines()[0]


def test_el_catalogo_dcat_tiene_lo_obligatorio(leido: Leido) -> None:
    """Lo obligatorio de DCAT-AP 3.0, de cada clase que usa."""
    hallado = grafo(leido)
    obligatorio = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
        DCAT.Distribution: (DCAT.accessURL,),
        SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
        FOAF.Agent: (FOAF.name,),
    }
    cuantos = {}
    for clase, propiedades in obligatorio.items():
        sujetos = set(hallado.subjects(RDF.type, clase))
        cuantos[clase] = len(sujetos)
        for sujeto in sujetos:
            for propiedad in propiedades:
                assert hallado.value(sujeto, propiedad, any=True) is not None, (sujeto, propiedad)
    assert cuantos[DCAT.Dataset] == len(TABLAS) + 1
    assert cuantos[DCAT.Distribution] == cuantos[SPDX.Checksum] + 1 == 2 * len(TABLAS) + 1


def test_cada_distribucion_es_un_archivo_del_paquete_con_su_suma(leido: Leido) -> None:
    hallado = grafo(leido)
    for distribucion in hallado.subjects(RDF.type, DCAT.Distribution):
        ruta = str(distribucion).removeprefix(BASE_DEL_PAQUETE)
        assert ruta in leido
        if ruta != DUCKDB:
            suma = hallado.value(hallado.value(distribucion, SPDX.checksum), SPDX.checksumValue)
            assert str(suma) == hashlib.sha256(leido[ruta]).hexdigest()
            assert int(str(hallado.value(distribucion, DCAT.byteSize))) == len(leido[ruta])


def test_el_catalogo_dice_el_periodo_y_de_que_documento_sale(leido: Leido) -> None:
    hallado = grafo(leido)
    tabla = URIRef(f"{BASE_DEL_PAQUETE}#clusteres")
    periodo = hallado.value(tabla, DCTERMS.temporal)
    assert str(hallado.value(periodo, DCAT.endDate)) == "2024-06-30"
    fuente = hallado.value(tabla, DCTERMS.source)
    assert str(fuente).endswith("#eat_2024-06-30")
    derechos = hallado.value(fuente, DCTERMS.rights)
    assert Literal("Licencia: no declarada.", lang="es") in set(hallado.objects(derechos))


def test_el_esquema_de_publicacion_tiene_lo_del_decreto(leido: Leido) -> None:
    """Decreto 103 de 2015, artículo 42: los nueve datos de cada información publicada."""
    assert CAMPOS == (
        "Nombre o título de la información",
        "Idioma",
        "Medio de conservación y/o soporte",
        "Formato",
        "Fecha de generación de la información",
        "Frecuencia de actualización",
        "Lugar de consulta",
        "Nombre del responsable de la producción de la información",
        "Nombre del responsable de la información",
    )
    filas = list(csv.DictReader(io.StringIO(leido["esquema_de_publicacion.csv"].decode())))
    assert len(filas) == len(TABLAS)
    assert all(fila[campo] for fila in filas for campo in CAMPOS)
    avances = next(f for f in filas if f["Tabla"] == "politica_avances")
    assert avances["Fecha de generación de la información"] == "2026-11-30"
    assert avances["Frecuencia de actualización"].endswith("(según ellas: semestral)")
    assert avances["Nombre del responsable de la producción de la información"] == (
        "Secretaría Distrital de Planeación (SDP), Bogotá; el tablero, que calcula con sus cifras"
    )
    assert avances["Nombre del responsable de la información"] == "por definir"


def test_datos_gov_co_tiene_los_bloques_del_portal(leido: Leido) -> None:
    """Los nombres son los de `custom_fields` en `/api/views` de datos.gov.co."""
    conjuntos = un_json(leido, "datos_gov_co.json")["conjuntos"]
    for conjunto in conjuntos:
        assert conjunto["archivo"] in leido
        assert conjunto["name"] and conjunto["description"] and conjunto["columns"]
        bloques = conjunto["metadata"]["custom_fields"]
        assert set(bloques["Información de la Entidad"]) == {
            *("Nombre de la Entidad", "Departamento", "Municipio", "Orden", "Sector"),
            "Área o dependencia",
        }
        assert set(bloques["Información de Datos"]) == {
            *("Idioma", "Cobertura Geográfica", "Frecuencia de Actualización"),
            *("Fecha Emisión (aaaa-mm-dd)", "URL Documentación", "URL Normativa"),
        }
        assert all(valor for bloque in bloques.values() for valor in bloque.values())
    avances = next(c for c in conjuntos if c["archivo"].endswith("/politica_avances.csv"))
    tipos = {c["fieldName"]: c["dataTypeName"] for c in avances["columns"]}
    assert (tipos["pav_pct"], tipos["corte_fecha"], tipos["nivel"]) == (
        *("number", "calendar_date"),
        "text",
    )


def test_ckan_tiene_el_cuerpo_de_package_create(leido: Leido) -> None:
    """Los que CKAN exige: un `name` de 2 a 100 signos y, en el portal de Bogotá, su entidad."""
    cuerpo = un_json(leido, "ckan.json")
    assert {"name", "title", "notes", "owner_org", "license_id", "tags", "groups"} <= set(cuerpo)
    assert set(cuerpo["name"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert 2 <= len(cuerpo["name"]) <= 100
    assert cuerpo["license_id"] == "notspecified"
    assert all(recurso["url"] in leido for recurso in cuerpo["resources"])
    nombres = [etiqueta["name"] for etiqueta in cuerpo["tags"]]
    assert len(nombres) == len(set(nombres))
    assert all(2 <= len(n) <= 100 and not NO_ES_ETIQUETA.search(n) for n in nombres)
    extras = {extra["key"]: extra["value"] for extra in cuerpo["extras"]}
    assert json.loads(extras["Cobertura espacial"])["type"] == "Polygon"
    assert extras["Idioma"] == "Español"


def test_lo_que_nadie_decidio_dice_por_definir(leido: Leido) -> None:
    paquete_ = un_json(leido, "datapackage.json")
    assert "licenses" not in paquete_
    assert paquete_["licencia"] == "por definir (propuesta: CC BY 4.0)"
    assert "| Licencia | por definir (propuesta: CC BY 4.0) |" in leido["LEEME.md"].decode()
    assert (None, DCTERMS.license, None) not in grafo(leido)


def test_lo_que_alguien_decidio_sale_en_todas_partes(decidido: Leido) -> None:
    (licencia,) = un_json(decidido, "datapackage.json")["licenses"]
    assert licencia == {
        "name": "CC-BY-4.0",
        "title": "CC BY 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
    hallado = grafo(decidido)
    assert {str(o) for o in hallado.objects(None, DCTERMS.license)} == {licencia["path"]}
    accesos = {str(o) for o in hallado.objects(None, DCAT.accessURL)}
    assert accesos == {"https://tablero.ejemplo.gov.co/descargas"}
    cuerpo = un_json(decidido, "ckan.json")
    assert (cuerpo["license_id"], cuerpo["author_email"]) == ("cc-by", "datos@ejemplo.gov.co")
    uno = un_json(decidido, "datos_gov_co.json")["conjuntos"][0]
    assert uno["licenseId"] == "CC_40_BY"
    entidad = uno["metadata"]["custom_fields"]["Información de la Entidad"]
    assert (entidad["Orden"], entidad["Área o dependencia"]) == (
        "Territorial",
        "Oficina de Ejemplo",
    )
    for nombre in ("LEEME.md", "esquema_de_publicacion.csv"):
        assert "https://tablero.ejemplo.gov.co/descargas" in decidido[nombre].decode()
        assert "por definir" not in decidido[nombre].decode()


def test_una_licencia_con_signos_se_nombra_sin_ellos() -> None:
    propia = Publicacion(licencia="Licencia abierta (Bogotá)")
    (una,) = licencias(propia)["licenses"]
    assert una == {"name": "Licencia-abierta-Bogot", "title": "Licencia abierta (Bogotá)"}


def test_se_guarda_entero_en_un_archivo_o_en_una_carpeta(
    emision: Emision, comprimido: bytes, tmp_path: Path
) -> None:
    en_carpeta = guardar(emision, tmp_path / "nueva")
    assert en_carpeta == tmp_path / "nueva" / nombre_del_paquete(emision.base)
    assert en_carpeta.name == "tablero_paquete_2025-11-30.zip"
    suelto = guardar(emision, tmp_path / "otro.zip")
    assert suelto.read_bytes() == en_carpeta.read_bytes() == comprimido
    assert sorted(p.name for p in tmp_path.iterdir()) == ["nueva", "otro.zip"]


def test_si_no_cabe_queda_el_de_antes(
    emision: Emision, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destino = tmp_path / "p.zip"
    destino.write_bytes(b"el de antes")
    monkeypatch.setattr(
        "tablero.exportar.paquete.escribir.escribir", lambda *_: (_ for _ in ()).throw(OSError(28))
    )
    with pytest.raises(OSError):
        guardar(emision, destino)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("p.zip", b"el de antes")]


def test_donde_hay_una_carpeta_no_se_escribe(emision: Emision, tmp_path: Path) -> None:
    (tmp_path / "p.zip").mkdir()
    with pytest.raises(IsADirectoryError):
        guardar(emision, tmp_path / "p.zip")
