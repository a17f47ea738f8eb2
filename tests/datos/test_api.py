"""La puerta para programas: cada dirección dice lo mismo que el tablero, con su fuente."""

import csv
import io
import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from fabrica_api import API, PUERTA, contestar, dar, negado
from fabrica_asgi import pedir
from fabrica_sello import sellar_todo
from fabrica_simulada import fuentes_simuladas
from streamlit import config

from tablero import publicacion, rutas
from tablero.consultas.base import Base
from tablero.exportar.carpeta import csv_de_tabla
from tablero.exportar.csv_oficial import a_csv
from tablero.filas import filas_de
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.interfaz.marco.tableros import TABLEROS
from tablero.interfaz.servidor import maquinas
from tablero.modelo import TABLAS
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares
from tablero.respuestas.ficha.pais import de_base
from tablero.respuestas.ficha.reunir import hoja

POLITICA = "poblacion_migrante_internacional"
AVANCE = f"/series/politica/{POLITICA}/avance_pct"


def test_el_inicio_nombra_lo_que_hay() -> None:
    dicho = dar("/")
    assert dicho["tablas"] == len(TABLAS)
    assert dicho["direcciones"]["series"] == f"{API}/series"
    assert {"documento": "SDP", "corte_fecha": "2024-12-31"}.items() <= dicho["cortes"][-1].items()
    (edicion,) = ediciones(Lugares.de(rutas.BASE).registro)
    assert dicho["edicion"]["contenido"] == edicion.contenido
    assert dicho["licencia"] == {
        "nombre": publicacion.publicacion().licencia_dicha,
        "direccion": None,
    }
    assert (dicho["simulado"], dicho["aviso"]) == (False, None)
    for direccion in dicho["direcciones"].values():
        estado, _, _ = contestar(direccion.removeprefix(API))
        assert estado == 200, direccion


def test_una_tabla_trae_la_cifra_con_su_fuente_y_su_enlace() -> None:
    dicho = dar(f"/tablas/politica_cortes?nivel=publicado&politica_codigo={POLITICA}")
    (fila,) = dicho["datos"]
    assert (fila["avance_pct"], fila["trayectoria_pct"], fila["brecha_pp"]) == (52.05, 52.2, -0.15)
    assert fila["cita"] == "el avance acumulado de la política alcanzó un 52.05%"
    assert [f["fuente_codigo"] for f in dicho["fuentes"]] == ["sdp_2024-12-31"]
    assert dicho["fuentes"][0]["corte_texto"] == "31 de diciembre de 2024"
    assert dicho["total"] == 1
    assert dicho["enlace"] == (
        f"{API}/tablas/politica_cortes?nivel=publicado&politica_codigo={POLITICA}&edicion=1"
    )
    otra_vez = dar(dicho["enlace"].removeprefix(API))
    assert otra_vez["datos"] == dicho["datos"]


@pytest.mark.parametrize("tabla", [tabla.tabla for tabla in TABLAS])
def test_cada_tabla_se_da_entera_en_cada_forma(base: Base, tabla: str) -> None:
    datos = base.tabla(tabla)
    _, cabeceras, maquina = contestar(f"/tablas/{tabla}.csv")
    assert maquina == a_csv(datos, "maquina")
    assert cabeceras["content-type"] == "text/csv; charset=utf-8; header=present"
    # El mismo que se descarga: con sus encabezados y el documento de cada fila.
    assert contestar(f"/tablas/{tabla}?formato=excel")[2] == csv_de_tabla(base, tabla, "excel")
    leida = pq.read_table(io.BytesIO(contestar(f"/tablas/{tabla}.parquet")[2]))
    assert leida.num_rows == len(datos)
    assert leida.schema.names == list(datos.columns)
    assert leida.schema.metadata[b"enlace"].startswith(b'"http')
    assert dar(f"/tablas/{tabla}?por_pagina=1000")["datos"] == json.loads(
        json.dumps(filas_de(datos)[:1000], default=str)
    )


def test_las_paginas_se_siguen_hasta_el_final() -> None:
    vistos: list[str] = []
    dicho = dar("/tablas/municipios?departamento_codigo=05&por_pagina=50&columnas=municipio_codigo")
    assert (dicho["total"], dicho["pagina"], dicho["anterior"]) == (125, 1, None)
    while True:
        vistos += [fila["municipio_codigo"] for fila in dicho["datos"]]
        if dicho["siguiente"] is None:
            break
        dicho = dar(dicho["siguiente"].removeprefix(API))
    assert dicho["pagina"] == 3
    assert dicho["anterior"].endswith("&pagina=2")
    assert len(set(vistos)) == 125
    assert dar("/tablas/municipios?pagina=99")["anterior"].endswith("?pagina=12")


def test_un_csv_da_todas_las_filas_salvo_que_se_pida_una_pagina() -> None:
    def filas(ruta: str) -> int:
        return len(pd.read_csv(io.BytesIO(contestar(ruta)[2])))

    assert filas("/tablas/municipios?formato=csv&departamento_codigo=05") == 125
    assert filas("/tablas/municipios?formato=csv&departamento_codigo=05&por_pagina=7") == 7


def test_los_codigos_sin_ceros_se_rechazan_con_lo_que_se_esperaba() -> None:
    problema = negado("/tablas/municipios?municipio_codigo=5001")
    assert problema["status"] == 400
    assert problema["type"] == "/api/v1/docs#pedido-invalido"
    assert problema["detail"] == (
        r"«municipio_codigo=5001» no se entiende: Código DIVIPOLA es un texto con la forma ^\d{5}$."
    )
    problema = negado("/tablas/municipios?depto=05")
    assert "municipio_codigo, municipio_nombre" in problema["detail"]
    assert problema["columnas"][0] == "municipio_codigo"


@pytest.mark.parametrize(
    ("ruta", "estado"),
    [
        ("/nada", 404),
        ("/tablas/nada", 404),
        ("/tablas/cifras.xml", 404),
        ("/tablas/cifras/", 404),
        ("/indicadores/nada", 404),
        ("/productos/9.9.9", 404),
        ("/productos/1.1.4?politica=nada", 404),
        ("/municipios/99999", 404),
        ("/series/cifra/nada", 404),
        ("/series/politica/nada/avance_pct", 404),
        (f"/series/politica/{POLITICA}/nada", 404),
        ("/?edicion=99", 404),
        ("/?edicion=hoy", 400),
        ("/?color=azul", 400),
        ("/tablas/cifras?formato=xml", 400),
        ("/tablas/cifras?por_pagina=1001", 413),
    ],
)
def test_lo_que_no_hay_se_dice(ruta: str, estado: int) -> None:
    problema = negado(ruta)
    assert problema["status"] == estado
    assert problema["instance"] == f"/api/v1{ruta.partition('?')[0]}"
    assert problema["detail"]


@pytest.mark.parametrize("ruta", ["/api/v2/tablas", "/api/x", "/api/v1/tablas/a\nb"])
def test_lo_que_esta_bajo_api_nunca_es_una_pagina(ruta: str) -> None:
    mensajes, cabeceras, _ = pedir(PUERTA, ruta, host="x", accept="text/html")
    assert mensajes[0]["status"] == 404
    assert cabeceras["content-type"] == "application/problem+json"


@pytest.mark.parametrize("ruta", ["/api", "/api/", "/api/v1"])
def test_sin_version_se_va_al_inicio(ruta: str) -> None:
    mensajes, cabeceras, _ = pedir(PUERTA, ruta, host="x")
    assert (mensajes[0]["status"], cabeceras["location"]) == (307, "/api/v1/")


def test_otra_pagina_puede_preguntar_y_nadie_puede_escribir() -> None:
    estado, cabeceras, _ = contestar("/tablas", "OPTIONS", origin="https://portal.gov.co")
    assert (estado, cabeceras["access-control-allow-origin"]) == (204, "*")
    assert cabeceras["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    estado, cabeceras, _ = contestar("/tablas", "PUT")
    assert (estado, cabeceras["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_lo_que_no_cambio_no_se_baja_otra_vez() -> None:
    _, cabeceras, _ = contestar("/tablas/cifras")
    assert contestar("/tablas/cifras", if_none_match=cabeceras["etag"])[0] == 304
    assert contestar("/tablas/cifras?tema=x", if_none_match=cabeceras["etag"])[0] == 200
    estado, de_head, cuerpo = contestar("/tablas/cifras", "HEAD")
    assert (estado, cuerpo, de_head["etag"]) == (200, b"", cabeceras["etag"])


@pytest.mark.parametrize("horas", [-1, 1])
def test_la_fecha_es_la_de_la_edicion_o_la_del_programa(
    horas: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """La última de las dos: un programa nuevo puede contestar otra cosa de la misma edición."""
    cuando = ediciones(Lugares.de(rutas.BASE).registro)[-1].cuando
    assert cuando is not None
    arranque = cuando + timedelta(hours=horas)
    monkeypatch.setattr(maquinas, "ARRANQUE", arranque)
    dicha = parsedate_to_datetime(contestar("/tablas/cifras")[1]["last-modified"])
    assert dicha == max(cuando, arranque).replace(microsecond=0)


def test_un_indicador_pone_al_lado_lo_que_da_su_contraste() -> None:
    dicho = dar("/indicadores/cnim_avance_total_pct")
    (valor,) = dicho["valores"]
    assert (valor["valor"], dicho["unidad"], valor["corte_fecha"]) == (63.8, "%", "2025-11-30")
    assert valor["cita"] == "Avance total del Plan 63.8%"
    (contraste,) = dicho["contrastes"]
    assert (contraste["valor_publicado"], contraste["estado"]) == (63.8, "no calculable")
    assert [f["fuente_codigo"] for f in dicho["fuentes"]] == ["cnim_2025-11-30"]


def test_todo_indicador_de_la_lista_se_puede_pedir(base: Base) -> None:
    lista = dar("/indicadores?por_pagina=1000")
    assert lista["total"] == base.tabla("cifras")["cifra_codigo"].nunique()
    contrastados = 0
    for fila in lista["datos"]:
        dicho = dar(f"/indicadores/{fila['cifra_codigo']}")
        assert dicho["valores"][-1]["valor"] == fila["valor"]
        for contraste in dicho["contrastes"]:
            assert contraste["valor_publicado"] == pytest.approx(fila["valor"])
            contrastados += 1
    assert contrastados > 30


def test_un_producto_dice_que_es_y_lo_que_lleva(base: Base) -> None:
    dicho = dar("/productos/1.1.1")
    (avance,) = dicho["avances"]
    assert (avance["nivel"], avance["paa_pct"], avance["pahv_pct"]) == ("publicado", 33.3, 100)
    assert (avance["semaforo"], dicho["como_va"]["semaforo"]) == ("alto", "alto")
    assert dicho["politica_codigo"] == POLITICA
    lista = dar("/productos?por_pagina=100")["datos"]
    assert len(lista) == len(base.tabla("politica_productos"))
    mejora = base.tabla("politica_acciones_mejora").iloc[0]
    con_mejora = dar(f"/productos/{mejora['producto_codigo']}")
    assert con_mejora["acciones_de_mejora"][0]["pahv_pct"] == mejora["pahv_pct"]


def test_un_municipio_dice_lo_mismo_que_su_ficha(base: Base) -> None:
    dicho, suya = dar("/municipios/05001"), hoja(de_base(base), "municipio", "05001")
    assert (dicho["municipio_nombre"], dicho["departamento_codigo"]) == ("Medellín", "05")
    assert [c["valor"] for c in dicho["cifras"]] == [c.valor for c in suya.cifras]
    assert [n["dice"] for n in dicho["notas"]] == list(suya.notas)
    hechos = [h["dice"] for s in dicho["secciones"] for h in s["hechos"]]
    assert hechos == [r.principal for s in suya.secciones for r in s.renglones]
    citadas = [f["fuente_codigo"] for f in dicho["fuentes"]]
    assert set(citadas) >= {f.fuente_codigo for f in suya.citadas}
    assert all(1 <= n <= len(suya.notas) for c in dicho["cifras"] for n in c["notas"])


def test_una_serie_trae_lo_publicado_al_lado_de_lo_calculado() -> None:
    _, cabeceras, cuerpo = contestar(f"{AVANCE}.csv")
    filas = list(csv.DictReader(io.StringIO(cuerpo.decode())))
    assert [(f["corte_fecha"], f["nivel"], f["valor"], f["unidad"]) for f in filas] == [
        ("2024-12-31", "calculado", "52.036", "%"),
        ("2024-12-31", "publicado", "52.05", "%"),
    ]
    assert filas[1]["cita"] == "el avance acumulado de la política alcanzó un 52.05%"
    assert (filas[0]["formula_version"] != "", filas[1]["formula_version"]) == (True, "")
    assert 'filename="politica_' in cabeceras["content-disposition"]


def test_la_trayectoria_de_un_producto_siempre_se_calcula() -> None:
    dicho = dar(f"/series/producto/{POLITICA}/1.1.1/trayectoria_pct")
    assert [(f["valor"], f["nivel"]) for f in dicho["datos"]] == [(33.3, "calculado")]
    publicado = dar(f"/series/producto/{POLITICA}/1.1.1/paa_pct")["datos"]
    assert [(f["valor"], f["nivel"], f["formula_version"]) for f in publicado] == [
        (33.3, "publicado", None)
    ]


def test_toda_serie_de_la_lista_se_puede_leer() -> None:
    lista = dar("/series?por_pagina=1000")
    titulos = {f["serie"]: f["titulo"] for f in lista["datos"]}
    assert titulos[f"politica/{POLITICA}/avance_pct"] == "Avance de toda la política"
    assert lista["total"] == len(lista["datos"]) == 3 + 3 * 4 + 52 * 4 + 114
    for fila in lista["datos"][:20] + lista["datos"][-5:]:
        estado, _, cuerpo = contestar(fila["direccion"].removeprefix(API))
        filas = list(csv.DictReader(io.StringIO(cuerpo.decode())))
        assert (estado, {f["corte_fecha"] for f in filas}) == (200, {fila["hasta_fecha"]})
        assert {f["unidad"] for f in filas} == {fila["unidad"]}


@pytest.fixture
def dos_ediciones(
    libros_ya_leidos: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Lugares]:
    """La de siempre y, después, otra en que a Necoclí le giraron 5 pesos."""
    fuentes = Path(shutil.copytree(rutas.FUENTES, tmp_path / "fuentes"))
    construir(fuentes, tmp_path / "tablero.duckdb", nota="La del Comité")
    ruta = next((fuentes / "cnim").glob("*/cnim.xlsx"))
    libro = openpyxl.load_workbook(ruta)
    titulos = [celda.value for celda in libro["Transferencias"][1]]
    for titulo, valor in (("Valor", 5), ("Cita", "Antioquia, Necoclí $5")):
        libro["Transferencias"].cell(2, titulos.index(titulo) + 1).value = valor
    libro.save(ruta)
    sellar_todo(descubrir(fuentes))
    construir(fuentes, tmp_path / "tablero.duckdb")
    monkeypatch.setattr(rutas, "BASE", tmp_path / "tablero.duckdb")
    yield Lugares.de(rutas.BASE)
    TABLEROS.cerrar()


def test_cada_edicion_dice_lo_que_decia(dos_ediciones: Lugares) -> None:
    def girado(de: str) -> list[int]:
        ruta = f"/tablas/transferencias_psicosociales?municipio_codigo=05490{de}"
        return [fila["valor_cop"] for fila in dar(ruta)["datos"]]

    assert girado("") == girado("&edicion=2") == [5]
    assert girado("&edicion=1") == [60431400]
    dicho = dar("/?edicion=1")
    assert (dicho["edicion"]["numero"], dicho["edicion"]["nota"]) == (1, "La del Comité")
    assert contestar("/?edicion=1")[1]["cache-control"] == "public, max-age=3600"
    assert dar("/")["edicion"]["numero"] == 2
    lista = dar("/ediciones")["datos"]
    assert [(e["numero"], e["se_conserva"]) for e in lista] == [(2, True), (1, True)]
    dos_ediciones.archivo(2).unlink()
    assert girado("&edicion=2") == [5]  # es la que se sirve: no necesita su copia
    dos_ediciones.archivo(1).unlink()
    assert [e["se_conserva"] for e in dar("/ediciones")["datos"]] == [True, False]
    problema = negado("/tablas/cifras?edicion=1")
    assert (problema["status"], problema["type"]) == (410, "/api/v1/docs#edicion-sin-archivo")
    assert "pídala a quien administra" in problema["detail"]
    assert negado("/?edicion=3")["detail"] == "No hay una edición 3. Hay de la 1 a la 2."


def test_construir_lo_mismo_otra_vez_es_la_misma_edicion(dos_ediciones: Lugares) -> None:
    antes = rutas.BASE.read_bytes()
    construir(rutas.BASE.parent / "fuentes", rutas.BASE)
    assert rutas.BASE.read_bytes() != antes
    assert dar("/")["edicion"]["numero"] == 2
    assert dar("/?edicion=2")["edicion"]["numero"] == 2


@pytest.mark.parametrize(
    ("ruta", "archivo"),
    [
        ("/tablas/cifras.csv", "cifras.csv"),
        ("/tablas?formato=excel", "tablas.csv"),
        (
            f"/series/politica/{POLITICA}/avance_pct.parquet",
            f"politica_{POLITICA}_avance_pct.parquet",
        ),
    ],
)
def test_cada_archivo_se_guarda_con_su_nombre(ruta: str, archivo: str) -> None:
    _, cabeceras, _ = contestar(ruta)
    assert cabeceras["content-disposition"] == f'inline; filename="{archivo}"'


ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_el_canal_de_las_ediciones_es_atom(dos_ediciones: Lugares) -> None:
    _, cabeceras, cuerpo = contestar("/ediciones.atom")
    assert cabeceras["content-type"] == "application/atom+xml"
    canal = ET.fromstring(cuerpo)  # noqa: S314 - lo acaba de escribir el tablero
    assert canal.tag == "{http://www.w3.org/2005/Atom}feed"
    entradas = canal.findall("a:entry", ATOM)
    titulos = [e.findtext("a:title", namespaces=ATOM) for e in entradas]
    assert titulos == ["Edición 2", "Edición 1: La del Comité"]
    # Lo que RFC 4287 exige de un canal y de cada entrada.
    for elemento in (canal, *entradas):
        for nombre in ("id", "title", "updated"):
            assert len(elemento.findall(f"a:{nombre}", ATOM)) == 1
        assert str(elemento.findtext("a:id", namespaces=ATOM)).startswith("urn:uuid:")
        cuando = datetime.fromisoformat(str(elemento.findtext("a:updated", namespaces=ATOM)))
        assert cuando.tzinfo is not None
    assert canal.findtext("a:author/a:name", namespaces=ATOM) == "Tablero de Control"
    propia = canal.find("a:link[@rel='self']", ATOM)
    assert propia is not None
    assert propia.get("href") == f"{API}/ediciones.atom"
    ids = [e.findtext("a:id", namespaces=ATOM) for e in (canal, *entradas)]
    assert len(set(ids)) == 3
    publicadas = ediciones(dos_ediciones.registro)
    fechas = [e.findtext("a:updated", namespaces=ATOM) for e in entradas]
    assert fechas == [e.cuando.isoformat() for e in reversed(publicadas) if e.cuando is not None]
    # Desde otra dirección son las mismas entradas.
    _, _, otro = contestar("/ediciones.atom?edicion=1")
    de_entonces = ET.fromstring(otro)  # noqa: S314 - lo acaba de escribir el tablero
    assert [e.text for e in de_entonces.iter("{http://www.w3.org/2005/Atom}id")] == ids


def test_un_tablero_simulado_lo_dice_en_toda_respuesta(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    construir(fuentes_simuladas(tmp_path), tmp_path / "tablero.duckdb")
    monkeypatch.setattr(rutas, "BASE", tmp_path / "tablero.duckdb")
    for ruta in ("/", "/tablas", "/tablas/cifras", "/municipios/05001", "/series", "/ediciones"):
        dicho = dar(ruta)
        assert dicho["simulado"] is True
        assert dicho["aviso"].startswith("DATOS SIMULADOS. ")
    for ruta in ("/tablas/cifras.csv?columnas=valor", "/series.csv", "/tablas.csv"):
        _, cabeceras, cuerpo = contestar(ruta)
        filas = list(csv.DictReader(io.StringIO(cuerpo.decode())))
        assert {fila["es_simulado"] for fila in filas} == {"true"}
        assert 'filename="SIMULADO_' in cabeceras["content-disposition"]
    assert b"DATOS SIMULADOS" in contestar("/docs")[2]
    TABLEROS.cerrar()


def test_sin_tablero_lo_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", tmp_path / "no_esta.duckdb")
    problema = negado("/tablas")
    assert (problema["status"], problema["type"]) == (503, "/api/v1/docs#sin-tablero")
    assert str(tmp_path) not in problema["detail"]


def test_una_falla_del_programa_se_dice_sin_detalle(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def romper(*_: object) -> None:
        raise ZeroDivisionError("algo de adentro")

    monkeypatch.setattr(Base, "tabla", romper)
    problema = negado("/tablas/cifras")
    assert problema["status"] == 500
    assert "algo de adentro" not in problema["detail"]
    assert caplog.messages == ["La API no pudo contestar /api/v1/tablas/cifras"]


def test_en_una_carpeta_cada_enlace_la_lleva(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", lambda _: "tablero")
    _, _, cuerpo = pedir(PUERTA, "/tablero/api/v1/", host="x.gov.co")
    assert json.loads(cuerpo)["direcciones"]["series"] == "http://x.gov.co/tablero/api/v1/series"
    _, _, cuerpo = pedir(PUERTA, "/tablero/api/v1/nada", host="x.gov.co")
    problema = json.loads(cuerpo)
    assert problema["type"] == "/tablero/api/v1/docs#no-existe"
    assert problema["instance"] == "/tablero/api/v1/nada"
    _, _, cuerpo = pedir(PUERTA, "/tablero/api/v1/docs", host="x.gov.co")
    assert b'href="/tablero/api/v1/tablas/cifras?formato=csv"' in cuerpo


def test_una_edicion_de_antes_puede_no_traer_una_tabla_ni_una_columna(
    dos_ediciones: Lugares,
) -> None:
    archivo = dos_ediciones.archivo(1)
    archivo.chmod(0o644)
    with duckdb.connect(str(archivo)) as conexion:
        conexion.execute("DROP TABLE eat_talleres")
        conexion.execute("ALTER TABLE cnim_mesas DROP COLUMN cita")
    problema = negado("/tablas/eat_talleres?edicion=1")
    assert (problema["status"], problema["detail"]) == (
        404,
        "En esa edición todavía no había una tabla «eat_talleres».",
    )
    assert "cita" not in dar("/tablas/cnim_mesas?edicion=1")["datos"][0]
    for pedido in ("cita=x", "orden=cita", "columnas=cita"):
        problema = negado(f"/tablas/cnim_mesas?edicion=1&{pedido}")
        assert problema["detail"] == "En esta edición no hay una columna «cita»."
    assert contestar("/openapi.json?edicion=1")[0] == 200
    assert dar("/tablas/eat_talleres")["total"] == 12
