"""Los productos por entidad: las respuestas, el PDF, el lote y su orden."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fabrica_politica import DICIEMBRE, GOBIERNO, JUNIO, POLITICA, SALUD, fuentes_con_libros, libro
from orden import correr
from pypdf import PdfReader

from tablero import tema
from tablero.cli.entidades import exigir_todos
from tablero.consultas import entidad
from tablero.consultas.base import Base, Resultado
from tablero.errores import ErrorTablero
from tablero.exportar import papel
from tablero.exportar.entidades import lote, pdf
from tablero.exportar.imprimir import NoSeImprimio
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import SITUACIONES
from tablero.ingesta.construir import construir
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.registro.sesiones.estado import Actas, Compromiso
from tablero.respuestas.compromisos import de_entidad
from tablero.respuestas.entidad.hoja import HojaDeEntidad, hoja, nombres

PUBLICADO = date(2024, 12, 31)
EDUCACION = "Secretaría de Educación del Distrito"
CONTEOS = (
    *("productos", "productos_sin_reporte", "productos_atrasados", "productos_sobre_ejecutados"),
    *("productos_sin_dato", "productos_a_tiempo", "productos_sin_iniciar", "productos_no_vigentes"),
)
A4 = (595, 842)


@pytest.fixture(scope="session")
def libros(base_con_libros: Path) -> Base:
    return Base(base_con_libros)


def armar(base: Base, nombre: str, corte: date) -> HojaDeEntidad:
    def preguntar(consulta: Any, **parametros: Any) -> Resultado:
        respuesta: Resultado = consulta(base, **parametros)
        return respuesta

    return hoja(preguntar, entidad=nombre, politica=POLITICA, nombre="Política", corte=corte)


def por_nombre(respuesta: Resultado) -> dict[str, dict[str, Any]]:
    filas = respuesta.datos.astype(object).where(respuesta.datos.notna(), None)
    return {f["entidad"] or SIN_DATO: f for f in filas.to_dict("records")}


def test_cada_entidad_contada_a_mano_en_el_libro(libros: Base) -> None:
    """Junio de 2025 (`fabrica_politica`): de Salud son 1.2.1, 1.2.2 y 2.2.1; lo demás, de Gobierno.

    Salud: peso 15 + 10 + 10 = 35; brecha 15·(0,4 − 0,5) + 10·(0,4 − 1) − 10·0,5 = −12,5.
    Gobierno, sin el 3.1.1: 20 + 15 + 10 + 20 = 65; 0 + 15·(0,325 − 0,5) + 10·(0,8 − 0,5) + 0 =
    0,375. Las dos suman −12,125.
    """
    filas = por_nombre(entidad.entidades(libros, politica=POLITICA, corte=JUNIO))
    assert list(filas) == [SALUD, GOBIERNO]
    assert [filas[SALUD][c] for c in CONTEOS] == [3, 1, 1, 0, 0, 1, 0, 0]
    assert [filas[GOBIERNO][c] for c in CONTEOS] == [5, 0, 1, 1, 0, 1, 1, 1]
    assert (filas[SALUD]["ponderacion_pct"], filas[GOBIERNO]["ponderacion_pct"]) == (35, 65)
    assert filas[SALUD]["brecha_aporte_pp"] == pytest.approx(-12.5)
    assert filas[GOBIERNO]["brecha_aporte_pp"] == pytest.approx(0.375)
    assert filas[SALUD]["politica_brecha_pp"] == pytest.approx(-12.125)
    assert (filas[SALUD]["hallazgos"], filas[GOBIERNO]["hallazgos"]) == (4, 0)


def test_donde_solo_hay_porcentajes_lo_que_falta_es_sin_dato(base: Base) -> None:
    filas = por_nombre(entidad.entidades(base, politica=POLITICA, corte=PUBLICADO))
    assert len(filas) == 11
    assert next(iter(filas)) == EDUCACION
    assert list(filas)[-1] == SIN_DATO
    assert [filas[SIN_DATO][c] for c in CONTEOS] == [32, None, 5, 0, 2, 25, None, None]
    assert filas[SALUD]["productos_sobre_ejecutados"] == 5
    assert filas[SIN_DATO]["ponderacion_pct"] == 58
    assert {f["hallazgos"] for f in filas.values()} == {None}
    brechas = [f["brecha_aporte_pp"] for f in filas.values()]
    assert sum(brechas) == pytest.approx(filas[SALUD]["politica_brecha_pp"])
    assert sum(f["productos"] for f in filas.values()) == 52


def test_las_situaciones_son_las_mismas_y_al_final_van_los_sin_dato(
    base: Base, libros: Base
) -> None:
    de_libro = entidad.situaciones(libros, politica=POLITICA, corte=JUNIO).datos
    salud = de_libro[de_libro["entidad"] == SALUD]
    assert list(salud["situacion"]) == ["sin reporte", "atrasado", "a tiempo"]
    publicado = entidad.situaciones(base, politica=POLITICA, corte=PUBLICADO).datos
    assert publicado["productos"].sum() == 52
    sin_entidad = publicado[publicado["entidad"].isna()]
    assert list(sin_entidad["situacion"]) == ["atrasado", "sin dato", "a tiempo"]
    assert list(sin_entidad["productos"]) == [5, 2, 25]
    assert publicado["entidad"].tail(3).isna().all()


def test_una_entidad_de_varias_grafias_es_una_contada_a_mano_en_el_informe(base: Base) -> None:
    """La sección 9 imprime Educación en 2.2.10, 2.2.12 y 3.1.8; la prosa, a la Secretaría Distrital
    de Educación, en 3.1.7; el Comité, Secretaría de Educación del Distrito: son 4 productos de una.
    """
    filas = por_nombre(entidad.entidades(base, politica=POLITICA, corte=PUBLICADO))
    assert {n: f["productos"] for n, f in filas.items()} == {
        EDUCACION: 4,
        "Secretaría Distrital de Integración Social": 2,
        "Secretaría Distrital de Movilidad": 1,
        "Secretaría Distrital de la Mujer": 2,
        GOBIERNO: 1,
        "Secretaría Distrital de Desarrollo Económico": 1,
        "Secretaría Distrital de Seguridad, Convivencia y Justicia": 1,
        "Gestión Pública": 1,
        "Secretaría de Cultura, Recreación y Deporte": 1,
        SALUD: 6,
        SIN_DATO: 32,
    }
    educacion = filas[EDUCACION]
    assert educacion["entidad_codigo"] == "sed"
    assert educacion["grafias"] == "Educación | Secretaría Distrital de Educación"
    assert filas["Gestión Pública"]["entidad_codigo"] is None
    assert filas["Gestión Pública"]["grafias_nota"].startswith("Es el nombre de un sector")
    assert filas["Secretaría Distrital de Integración Social"]["grafias_nota"].endswith("IDIPRON.")
    assert educacion["grafias_nota"] is None
    assert filas["Secretaría Distrital de la Mujer"]["grafias"] is None
    assert {f["politica_productos"] for f in filas.values()} == {52}
    assert {f["politica_productos_sin_entidad"] for f in filas.values()} == {32}
    suyos = armar(base, EDUCACION, PUBLICADO).productos.datos.set_index("producto_codigo")
    assert dict(suyos["entidad_nombre"]) == {
        "3.1.7": "Secretaría Distrital de Educación",
        **dict.fromkeys(("2.2.10", "2.2.12", "3.1.8"), "Educación"),
    }


def test_lo_de_una_entidad_dice_que_solo_cuenta_lo_que_la_fuente_nombra(base: Base) -> None:
    assert armar(base, SALUD, PUBLICADO).resumen.startswith(
        "La Secretaría Distrital de Salud tiene 6 de los 52 productos de «Política», contando "
        "solo los que la fuente nombra, con corte al 31 de diciembre de 2024: 5 sobreejecutados "
        "y 1 a tiempo."
    )


def test_los_productos_primero_los_que_tienen_algo_por_hacer(libros: Base) -> None:
    datos = armar(libros, SALUD, JUNIO).productos.datos.set_index("producto_codigo")
    assert list(datos.index) == ["2.2.1", "1.2.2", "1.2.1"]
    assert list(datos["situacion"]) == ["sin reporte", "atrasado", "a tiempo"]
    assert datos.loc["2.2.1", "reporte_pendiente"] == "2025-Q2"
    assert datos.loc["2.2.1", "que_hacer"].startswith(
        "Enviar el reporte del segundo trimestre de 2025"
    )
    assert datos.loc["1.2.1", "que_hacer"].startswith("Acelerar: va a tiempo")
    assert datos.loc["1.2.1", "pahv_pct"] == pytest.approx(80)
    assert datos.loc["1.2.1", "pahv_reportado_pct"] == pytest.approx(85.714286)


def test_los_hallazgos_son_los_de_las_celdas_de_sus_productos(libros: Base) -> None:
    respuesta = entidad.hallazgos(libros, politica=POLITICA, corte=JUNIO, entidad=SALUD)
    assert list(respuesta.datos["celda"]) == ["BG8", "AO12", "AP12", "AQ12"]
    assert set(respuesta.datos["producto_codigo"]) == {"1.2.1", "2.2.1"}


def test_el_resumen_se_puede_mandar_tal_cual(libros: Base) -> None:
    assert armar(libros, SALUD, JUNIO).resumen == (
        "La Secretaría Distrital de Salud tiene 3 productos en «Política», con corte al 30 de "
        "junio de 2025: 1 sin reporte, 1 atrasado y 1 a tiempo. Pesan 35\u00a0% de la política y "
        "aportan −12,50\u00a0p.\u00a0p. a su brecha calculada, que es de −12,12\u00a0p.\u00a0p. "
        "(negativa es "
        "retraso). Falta el reporte de 2.2.1 (segundo trimestre de 2025). Hay 4 hallazgos por "
        "revisar en las "
        "celdas de sus productos."
    )


def test_una_entidad_que_no_esta_no_tiene_hoja(libros: Base) -> None:
    with pytest.raises(KeyError, match="Hacienda"):
        armar(libros, "Hacienda", JUNIO)


def test_las_entidades_en_orden_y_sin_dato_al_final(base: Base) -> None:
    todas = nombres(lambda c, **p: c(base, **p), politica=POLITICA, corte=PUBLICADO)
    assert todas[:3] == [
        "Gestión Pública",
        "Secretaría de Cultura, Recreación y Deporte",
        EDUCACION,
    ]
    assert todas[-1] == SIN_DATO


@pytest.fixture(scope="module")
def dos_politicas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    """Las fuentes de siempre y el mismo libro de junio en otra política."""
    carpeta = tmp_path_factory.mktemp("dos")
    fuentes = fuentes_con_libros(carpeta)
    otro = Pedido(politica_codigo="otra", politica_nombre="Otra política")
    importar(libro(carpeta / "otra.xlsx", JUNIO), fuentes, otro).confirmar()
    construir(fuentes, carpeta / "tablero.duckdb")
    base = Base(carpeta / "tablero.duckdb")
    yield base
    base.cerrar()


def test_una_entidad_en_varias_politicas_con_el_ultimo_corte_de_cada_una(
    dos_politicas: Base,
) -> None:
    datos = entidad.en_politicas(dos_politicas, entidad="secretaria distrital de SALUD").datos
    assert list(datos["politica_codigo"]) == ["otra", POLITICA]
    assert list(datos["corte_fecha"]) == [JUNIO, DICIEMBRE]
    assert list(datos["productos"]) == [3, 3]
    assert set(datos["entidad"]) == {SALUD}


def test_el_lote_lleva_cada_politica_y_es_todo_o_nada(dos_politicas: Base, tmp_path: Path) -> None:
    hecho = lote.escribir(dos_politicas, tmp_path / "salida")
    assert hecho.fallas == []
    escritos = hecho.escritos
    comun = "secretaria_distrital_de"
    assert sorted(e.name for e in escritos) == sorted(
        f"entidad_{comun}_{cual}_{politica}_{corte}{fin}"
        for cual in ("gobierno", "salud")
        for politica, corte in ((POLITICA, DICIEMBRE), ("otra", JUNIO))
        for fin in (".pdf", "_excel.csv")
    )
    assert sorted(tmp_path.joinpath("salida").iterdir()) == sorted(escritos)
    en_csv = next(e for e in escritos if e.name.endswith("salud_otra_2025-06-30_excel.csv"))
    renglones = en_csv.read_text(encoding="utf-8-sig").splitlines()
    assert len(renglones) == 4
    assert renglones[0].split(";")[:6] == [
        *("Entidad", "Entidad, como está impresa", "Situación", "Código del producto", "Producto"),
        "Qué hacer",
    ]
    assert f"{SALUD};{SALUD};sin reporte;2.2.1;" in renglones[1]

    def interrumpir(van: int, son: int, nombre: str) -> None:
        assert son == 4
        if van == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lote.escribir(dos_politicas, tmp_path / "cortada", interrumpir)
    assert list(tmp_path.joinpath("cortada").iterdir()) == []


def test_el_pdf_que_no_se_puede_hacer_no_cuesta_los_demas(
    dos_politicas: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compilar(*_: object, **__: object) -> bytes:
        hechos.append(1)
        if len(hechos) == 2:
            raise NoSeImprimio("PDF/UA-1 error: missing font")
        return b"%PDF"

    hechos: list[int] = []
    avisos: list[str] = []
    monkeypatch.setattr(papel, "imprimir", compilar)
    hecho = lote.escribir(dos_politicas, tmp_path, lambda *a: avisos.append(a[2]))
    assert hecho.fallas == [
        "No se pudo hacer el PDF «Seguimiento por entidad: Secretaría Distrital de Salud»: algo de "
        "su contenido no se pudo poner en la hoja. Sus datos están en el CSV; dígaselo a quien "
        "mantiene el tablero."
    ]
    assert avisos[1] == hecho.fallas[0]
    assert sorted(r.suffix for r in tmp_path.iterdir()) == [".csv"] * 4 + [".pdf"] * 3
    with pytest.raises(ErrorTablero, match=r"\n1 PDF no se pudo hacer; los demás están escritos"):
        exigir_todos(hecho.fallas)


def test_dos_entidades_que_solo_difieren_en_tildes_no_se_pisan(libros: Base) -> None:
    una = armar(libros, SALUD, JUNIO)
    nombrar = [pdf.nombre(replace(una, vez=vez), "pdf", es_simulado=False) for vez in (1, 2)]
    assert nombrar[0].startswith("entidad_secretaria_distrital_de_salud_poblacion")
    assert nombrar[1].startswith("entidad_secretaria_distrital_de_salud_2_poblacion")


def test_dos_entidades_de_nombre_muy_largo_no_se_pisan(libros: Base) -> None:
    """Del nombre de un archivo solo caben ochenta letras: lo que las distingue puede ir después."""
    comun = f"Unidad de {'Ejemplo ' * 10}del "
    todas = libros.consultar("entidad/entidades", politica=POLITICA, corte=JUNIO)
    datos = todas.datos.assign(entidad=[f"{comun}{lugar}" for lugar in ("Sur", "Norte")])

    def preguntar(consulta: Any, **parametros: Any) -> Resultado:
        if consulta is entidad.entidades:
            return replace(todas, datos=datos)
        suya = {"entidad": SALUD} if "entidad" in parametros else {}
        respuesta: Resultado = consulta(libros, **{**parametros, **suya})
        return respuesta

    nombrados = [
        pdf.nombre(
            hoja(preguntar, entidad=nombre, politica=POLITICA, nombre="Política", corte=JUNIO),
            "pdf",
            es_simulado=False,
        )
        for nombre in datos["entidad"]
    ]
    assert [n.replace("ejemplo_", "") for n in nombrados] == [
        f"entidad_unidad_de_ejempl{vez}_{POLITICA}_2025-06-30.pdf" for vez in ("_2", "")
    ]


def leer(contenido: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(contenido))


def texto(contenido: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in leer(contenido).pages).split())


@pytest.mark.parametrize(
    ("nombre", "corte", "paginas", "frases"),
    [
        (
            SALUD,
            JUNIO,
            1,
            (
                "1 sin reporte, 1 atrasado y 1 a tiempo",
                "Enviar el reporte del segundo trimestre de 2025 y los anteriores que falten.",
                "en el libro: 85,71",
                "−6,00",
                "BG8",
                "Seguimiento 2",
            ),
        ),
        (GOBIERNO, JUNIO, 1, ("1 sobreejecutado", "160 %", "Nada: salió de la política.")),
        (
            SIN_DATO,
            PUBLICADO,
            2,
            (
                "Productos sin entidad en la fuente",
                "5 atrasados, 2 sin dato y 25 a tiempo",
                "Enviar su avance: la fuente no publica ningún porcentaje suyo.",
                "no se sabe qué reportes faltan, a qué ritmo va ni qué hay que revisar",
                "Anexo 1",
            ),
        ),
    ],
)
def test_el_pdf_de_una_o_dos_paginas(
    libros: Base, nombre: str, corte: date, paginas: int, frases: tuple[str, ...]
) -> None:
    contenido = pdf.compilar(armar(libros, nombre, corte), es_simulado=False)
    leido = leer(contenido)
    assert len(leido.pages) == paginas
    medidas = leido.pages[0].mediabox
    assert (round(medidas.width), round(medidas.height)) == A4
    escrito = texto(contenido).replace("\u00a0", " ")
    for frase in (*frases, f"Página {paginas} de {paginas}"):
        assert frase in escrito, frase
    assert "DATOS SIMULADOS" not in escrito


def test_el_pdf_dice_quien_es_y_es_siempre_el_mismo(libros: Base) -> None:
    uno, otro = (pdf.compilar(armar(libros, SALUD, JUNIO), es_simulado=False) for _ in range(2))
    assert uno == otro
    leido = leer(uno)
    assert leido.metadata is not None
    assert leido.metadata.title == f"Seguimiento por entidad: {SALUD}"
    assert leido.metadata.creation_date is not None
    assert leido.metadata.creation_date.date() == JUNIO
    catalogo = leido.trailer["/Root"].get_object()
    assert catalogo["/Lang"] == "es-CO"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogo["/Metadata"].get_object().get_data()


def test_los_datos_inventados_lo_dicen_en_cada_pagina_y_en_el_nombre(libros: Base) -> None:
    una = armar(libros, SIN_DATO, PUBLICADO)
    paginas = leer(pdf.compilar(una, es_simulado=True)).pages
    assert len(paginas) > 1
    assert all("DATOS SIMULADOS" in p.extract_text() for p in paginas)
    assert pdf.nombre(una, "pdf", es_simulado=True).startswith("SIMULADO_entidad_")


def test_el_pdf_lleva_lo_que_quedo_de_hacer_ante_el_comite(libros: Base) -> None:
    debe = Compromiso("c", "s", "Enviar <el> plan", SALUD, date(2027, 3, 1), "1.1.11")
    hecho = replace(debe, codigo="d", que="Citar", estado="cumplido", evidencia="Acta 4")
    de_otra = replace(debe, codigo="e", entidad="Otra", que="No va")
    suyos = de_entidad(Actas(compromisos=(hecho, de_otra, debe)), SALUD)
    una = armar(libros, SALUD, JUNIO)
    escrito = texto(pdf.compilar(una, es_simulado=False, compromisos=suyos)).replace("\u00a0", " ")
    tabla = escrito[escrito.index("Lo que quedó de hacer ante el Comité") :]
    assert "1 de marzo de 2027 Enviar <el> plan (producto 1.1.11) Abierto" in tabla
    assert tabla.index("Enviar <el> plan") < tabla.index("Citar") < tabla.index("Acta 4")
    assert "Cumplido" in tabla
    assert "No va" not in escrito
    assert "ante el Comité" not in texto(pdf.compilar(una, es_simulado=False))


def test_un_texto_de_la_fuente_no_se_lee_como_orden_de_typst(libros: Base) -> None:
    """`#panic("…")` detendría la hoja si se leyera como código."""
    una = armar(libros, SALUD, JUNIO)
    hostil = '#panic("x") *_$ \\ </table>'
    una.productos.datos["producto_nombre"] = hostil
    escrito = texto(pdf.compilar(una, es_simulado=False))
    assert '#panic("x") *_$ \\ </table>' in escrito


def test_la_orden_escribe_los_archivos_y_dice_por_donde_va(
    base_con_libros: Path, tmp_path: Path
) -> None:
    corrida = correr("seguimiento", "entidades", tmp_path / "enviar", "--base", base_con_libros)
    assert corrida.stderr == ""
    assert corrida.returncode == 0
    assert corrida.stdout.splitlines() == [
        f"1 de 2 · entidad_secretaria_distrital_de_gobierno_{POLITICA}_2025-12-31.pdf",
        f"2 de 2 · entidad_secretaria_distrital_de_salud_{POLITICA}_2025-12-31.pdf",
        f"4 archivos en {tmp_path / 'enviar'}",
    ]
    assert len(list(tmp_path.joinpath("enviar").iterdir())) == 4


@pytest.mark.parametrize("estado", [*SITUACIONES.values(), *tema.SEMAFORO.values()])
def test_el_papel_sabe_dibujar_la_forma_de_cada_estado(estado: tema.Estado) -> None:
    """La letra del papel no las trae todas: sin dibujo propio, el PDF no se haría."""
    plantilla = files("tablero.exportar.entidades") / "plantilla.typ"
    assert f'"{estado.simbolo}": ' in plantilla.read_text(encoding="utf-8")
