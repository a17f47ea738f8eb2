"""Las fuentes simuladas: se construyen enteras, van marcadas y no se mezclan con las verdaderas."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
import yaml
from fabrica_simulada import fuentes_simuladas
from orden import correr

from tablero import rutas
from tablero.consultas import fuentes as consultas_fuentes
from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos, ErrorTablero
from tablero.exportar.carpeta import comprimir, exportar_carpeta
from tablero.exportar.leeme import leeme
from tablero.exportar.libro_excel import libro_excel
from tablero.exportar.paquete.emision import Emision
from tablero.exportar.paquete.escribir import paquete
from tablero.formato import enumerar
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import sha256
from tablero.modelo import LIBROS, TABLAS
from tablero.modelo.politica_seguimiento import Situacion
from tablero.publicacion import Publicacion
from tablero.simulacion import sdp
from tablero.simulacion.simular import SENAL

Cambiar = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def simuladas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Las fuentes simuladas más pequeñas."""
    return fuentes_simuladas(tmp_path_factory.mktemp("simuladas"))


@pytest.fixture(scope="module")
def base_simulada(simuladas: Path) -> Base:
    construir(simuladas, simuladas.parent / "tablero.duckdb")
    return Base(simuladas.parent / "tablero.duckdb")


@pytest.fixture
def propias(tmp_path: Path) -> Path:
    """Unas fuentes simuladas que la prueba puede dañar, sin libros de seguimiento."""
    return fuentes_simuladas(tmp_path / "simuladas", politicas=0)


def editar_ficha(fuentes: Path, documento: str, cambiar: Cambiar) -> None:
    ruta = min((fuentes / documento).glob("*/fuente.yml"))
    ficha = yaml.safe_load(ruta.read_text(encoding="utf-8"))
    cambiar(ficha)
    ruta.write_text(yaml.safe_dump(ficha, allow_unicode=True), encoding="utf-8")


def errores(fuentes: Path, destino: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        construir(fuentes, destino)
    assert not destino.exists()
    return [str(error) for error in capturado.value.errores]


def huellas(fuentes: Path) -> dict[str, str]:
    return {r.relative_to(fuentes).as_posix(): sha256(r) for r in sorted(fuentes.rglob("*.xlsx"))}


def test_se_construyen_enteras(base_simulada: Base) -> None:
    assert base_simulada.es_simulado
    filas = {t.tabla: len(base_simulada.tabla(t.tabla)) for t in TABLAS}
    assert filas["municipios"] == 1122
    assert filas["ipt_priorizados"] == 34
    assert filas["ipt_valores"] == 34 * 9
    assert filas["ipt_puntajes"] == 34
    assert [tabla for tabla, cuantas in filas.items() if cuantas == 0] == []


def test_tienen_de_todos_los_estados(base_simulada: Base) -> None:
    estados = base_simulada.tabla("politica_seguimiento").groupby("nivel")["semaforo"].unique()
    de_color = {"bajo", "medio", "alto", "sobre-ejecución", "sin dato"}
    assert set(estados["publicado"]) == de_color
    assert set(estados["calculado"]) == {*de_color, "sin iniciar", "no vigente"}
    situaciones = set(base_simulada.tabla("politica_seguimiento")["situacion"])
    assert situaciones == set(get_args(Situacion))
    contrastes = set(base_simulada.tabla("conciliaciones")["estado"])
    assert contrastes == {"coincide", "difiere", "no calculable"}


def test_lo_publicado_y_lo_calculado_coinciden(base_simulada: Base) -> None:
    cortes = base_simulada.tabla("politica_cortes").set_index("nivel")
    cortes = cortes[cortes["corte_fecha"] == sdp.CORTE]
    for columna in ("avance_pct", "trayectoria_pct", "brecha_pp"):
        publicado, calculado = cortes.loc["publicado", columna], cortes.loc["calculado", columna]
        assert publicado == pytest.approx(calculado, abs=0.0051)
    pesos = base_simulada.tabla("politica_productos").groupby("corte_fecha")["ponderacion_pct"]
    assert pesos.sum().tolist() == pytest.approx([100] * 5, abs=1e-9)


def test_todo_el_pais_y_veinte_mil_atenciones(tmp_path: Path) -> None:
    fuentes = fuentes_simuladas(tmp_path, municipios=1122, atenciones=20_000)
    informe = construir(fuentes, tmp_path / "tablero.duckdb")
    assert informe.filas["centros_atenciones"] == 20_000
    assert informe.filas["ipt_valores"] == 1122 * 9
    assert informe.filas["ipt_puntajes"] == 1122


def test_la_misma_semilla_escribe_los_mismos_libros(simuladas: Path, tmp_path: Path) -> None:
    iguales = fuentes_simuladas(tmp_path / "a")
    distintas = fuentes_simuladas(tmp_path / "b", semilla=8)
    de_seguimiento = {
        f"seguimiento/politica_simulada/{corte}/politica_simulada.xlsx"
        for corte in ("2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31")
    }
    assert {n for n in huellas(simuladas) if n.startswith("seguimiento")} == de_seguimiento
    planes = {
        f"plan_accion/politica_simulada/{v}/PA_politica_simulada_{v}.xlsx"
        for v in ("v1-23", "v2-25")
    }
    assert {n for n in huellas(simuladas) if n.startswith("plan_accion")} == planes
    documentos = set(huellas(simuladas)) - de_seguimiento - planes
    assert {Path(nombre).stem for nombre in documentos} == set(LIBROS)
    assert huellas(iguales) == huellas(simuladas)
    cambian = {n for n, huella in huellas(distintas).items() if huella != huellas(simuladas)[n]}
    assert set(huellas(simuladas)) - cambian == {
        "divipola/2025-12-31/divipola.xlsx",
        "entidades/2025-12-31/entidades.xlsx",
    }


def test_cada_cifra_de_los_documentos_tiene_su_doble(base: Base, base_simulada: Base) -> None:
    """Sin ella, una tarjeta que de verdad muestra algo diría «sin dato» al enseñar."""
    propias = ("eat_concentracion_", "sdp_ponderacion_", "sdp_objetivo_1_ponderacion_segunda")
    verdaderas = {
        codigo for codigo in base.tabla("cifras")["cifra_codigo"] if not codigo.startswith(propias)
    }
    assert verdaderas - set(base_simulada.tabla("cifras")["cifra_codigo"]) == set()
    listas = set(base.tabla("enunciados")["lista_codigo"])
    assert listas - set(base_simulada.tabla("enunciados")["lista_codigo"]) == set()


def test_ningun_texto_de_los_documentos_pasa_a_los_simulados(
    base: Base, base_simulada: Base
) -> None:
    for tabla, columna in (
        ("cifras", "descripcion"),
        ("enunciados", "titulo"),
        ("politica_productos", "producto_nombre"),
        ("comite_entidades", "entidad_nombre"),
        ("cnim_acciones", "accion"),
        ("centros_integrate", "centro_nombre"),
        ("eat_actividades", "actividad"),
    ):
        comunes = set(base.tabla(tabla)[columna]) & set(base_simulada.tabla(tabla)[columna])
        assert comunes == set(), tabla


def test_una_mezcla_se_rechaza(simuladas: Path, fuentes: Path, tmp_path: Path) -> None:
    """Un libro simulado entre los verdaderos: lo primero que haría quien se confunde de carpeta."""
    verdaderos = sorted(f"{c.parent.name}/{c.name}" for c in fuentes.glob("*/*"))
    (simuladas / "ipt_valores").rename(fuentes / "ipt_valores")
    try:
        (error,) = errores(fuentes, tmp_path / "tablero.duckdb")
    finally:
        (fuentes / "ipt_valores").rename(simuladas / "ipt_valores")
    assert error == (
        "fuentes: hay datos simulados (ipt_valores/2024-06-30) y otros que no lo son "
        f"({enumerar(verdaderos)}); no se mezclan: déjelos en carpetas distintas."
    )


def test_borrar_la_marca_de_la_ficha_no_basta(propias: Path, tmp_path: Path) -> None:
    for documento in LIBROS:
        editar_ficha(propias, documento, lambda ficha: ficha.pop("es_simulado"))
    hallados = errores(propias, tmp_path / "tablero.duckdb")
    assert hallados[-1] == (
        "sdp/2024-12-31/fuente.yml: el título empieza por «SIMULADO:» y falta «es_simulado: true»."
    )
    assert len(hallados) == len(LIBROS)


def test_borrarla_tambien_del_titulo_no_basta(propias: Path, tmp_path: Path) -> None:
    def disfrazar(ficha: dict[str, Any]) -> None:
        ficha |= {"titulo": "Informe", "entidad": "Una entidad", "es_simulado": False}

    for documento in LIBROS:
        editar_ficha(propias, documento, disfrazar)
    hallados = errores(propias, tmp_path / "tablero.duckdb")
    assert (
        "sdp/2024-12-31/sdp.xlsx · hoja «Política»: fila 2: la fila es simulada y la ficha del "
        "documento no dice «es_simulado: true»." in hallados
    )
    assert len(hallados) == sum(len(tablas) for tablas in LIBROS.values())


def test_un_libro_verdadero_no_pasa_por_simulado(propias: Path, tmp_path: Path) -> None:
    verdadero = min((rutas.FUENTES / "integra").glob("*/integra.xlsx"))
    propio = min((propias / "integra").glob("*/integra.xlsx"))
    propio.write_bytes(verdadero.read_bytes())
    editar_ficha(propias, "integra", lambda ficha: ficha.update(libro_sha256=sha256(propio)))
    hallados = errores(propias, tmp_path / "tablero.duckdb")
    assert hallados[-1] == (
        "integra/2023-08-31/integra.xlsx · hoja «Ciudades»: fila 2: el documento es simulado y la "
        "ubicación no empieza por «Simulado: »."
    )


def test_una_marca_mal_escrita_se_explica(propias: Path, tmp_path: Path) -> None:
    editar_ficha(propias, "sdp", lambda ficha: ficha.update(es_simulado="sí"))
    assert errores(propias, tmp_path / "tablero.duckdb") == [
        "sdp/2024-12-31/fuente.yml: línea 5, es_simulado: escriba true o false, sin comillas."
    ]
    editar_ficha(propias, "sdp", lambda ficha: ficha.update(es_simulado=True, titulo="Informe"))
    assert errores(propias, tmp_path / "tablero.duckdb") == [
        "sdp/2024-12-31/fuente.yml: dice «es_simulado: true» y el título no empieza por "
        "«SIMULADO: »."
    ]


@pytest.mark.parametrize("donde", ["la base", "la de siempre", "las fuentes"])
def test_no_toman_el_lugar_de_las_verdaderas(
    simuladas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, donde: str
) -> None:
    destino = tmp_path / "data" / "tablero.duckdb"
    if donde == "la base":
        monkeypatch.setattr(rutas, "BASE", destino)
    elif donde == "la de siempre":
        monkeypatch.setattr(rutas, "FUENTES", tmp_path / "data" / "fuentes")
    else:
        monkeypatch.setattr(rutas, "FUENTES", simuladas)
    with pytest.raises(ErrorTablero, match="no pueden ocupar el lugar de los verdaderos"):
        construir(simuladas, destino)
    assert not destino.exists()


def test_solo_se_reescribe_lo_simulado(tmp_path: Path) -> None:
    primera = fuentes_simuladas(tmp_path, semilla=1)
    antes = huellas(primera)
    (primera / "sobra.txt").write_text("de otra simulación", encoding="utf-8")
    assert huellas(fuentes_simuladas(tmp_path, semilla=2)) != antes
    assert not (primera / "sobra.txt").exists()
    assert (primera / SENAL).read_text(encoding="utf-8") == (
        "DATOS SIMULADOS. Todo lo de esta carpeta es inventado, para probar y enseñar.\n"
        "Semilla 2, 34 municipios.\n"
    )
    ajena = tmp_path / "ajena" / "fuentes"
    ajena.mkdir(parents=True)
    (ajena / "tesis.docx").write_bytes(b"x")
    with pytest.raises(ErrorTablero, match="no está vacía y no es de una simulación"):
        fuentes_simuladas(tmp_path / "ajena")
    assert (ajena / "tesis.docx").read_bytes() == b"x"
    (tmp_path / "archivo").mkdir()
    (tmp_path / "archivo" / "fuentes").write_bytes(b"")
    with pytest.raises(ErrorTablero, match="no es una carpeta"):
        fuentes_simuladas(tmp_path / "archivo")


def test_cada_archivo_exportado_va_marcado(base_simulada: Base, tmp_path: Path) -> None:
    escritos = exportar_carpeta(base_simulada, tmp_path, "maquina")
    las_demas = {"SIMULADO_LEEME.txt", "SIMULADO_encabezados.csv"}
    esperados = {f"SIMULADO_{t.tabla}.csv" for t in TABLAS} | las_demas
    assert {ruta.name for ruta in escritos} == {r.name for r in tmp_path.iterdir()} == esperados
    for ruta in set(tmp_path.glob("*.csv")) - {tmp_path / "SIMULADO_encabezados.csv"}:
        encabezado, *filas = csv.reader(io.StringIO(ruta.read_text(encoding="utf-8"), newline=""))
        assert encabezado.index("es_simulado") == len(encabezado) - 1, ruta.name
        assert {fila[-1] for fila in filas} == {"true"}, ruta.name


def test_el_zip_y_el_leeme_van_marcados(base_simulada: Base) -> None:
    with zipfile.ZipFile(io.BytesIO(comprimir(base_simulada, "excel"))) as comprimido:
        assert all(nombre.startswith("SIMULADO_") for nombre in comprimido.namelist())
        avances = comprimido.read("SIMULADO_politica_avances.csv").decode("utf-8-sig")
    assert avances.splitlines()[0].endswith(";Es simulado")
    assert {linea.rsplit(";", 1)[1] for linea in avances.splitlines()[1:]} == {"sí"}
    primera, vacia, titulo, *demas = leeme(base_simulada, "excel").splitlines()
    assert primera == (
        "DATOS SIMULADOS. Son inventados, para probar y enseñar: ninguna cifra es verdadera."
    )
    assert (vacia, titulo) == ("", "TABLERO DE CONTROL DE LA POBLACIÓN MIGRANTE INTERNACIONAL")
    assert any(linea.startswith("- SIMULADO_cifras.csv: ") for linea in demas)


def test_el_paquete_va_marcado(base_simulada: Base) -> None:
    contenido = paquete(Emision(base_simulada, None, Publicacion()))
    with zipfile.ZipFile(io.BytesIO(contenido)) as comprimido:
        nombres = comprimido.namelist()
        descriptor = json.loads(comprimido.read("datapackage.json"))
        leido = comprimido.read("LEEME.md").decode()
        esquema = comprimido.read("esquema_de_publicacion.csv").decode()
    propios = [n.rpartition("/")[2] for n in nombres if n.endswith(".duckdb") or "/" in n]
    assert len(propios) == 2 * len(TABLAS) + 1
    assert all(n.startswith("SIMULADO_") for n in propios)
    assert all(r["title"].startswith("DATOS SIMULADOS. ") for r in descriptor["resources"])
    de_maquina = [r for r in descriptor["resources"] if r["path"].startswith("datos/maquina/")]
    assert {r["schema"]["fields"][-1]["name"] for r in de_maquina} == {"es_simulado"}
    assert leido.splitlines()[2].startswith("**DATOS SIMULADOS. Son inventados")
    assert esquema.count("DATOS SIMULADOS. ") == len(TABLAS)


def test_el_libro_va_marcado_en_cada_hoja(base_simulada: Base) -> None:
    libro = openpyxl.load_workbook(io.BytesIO(libro_excel(base_simulada)))
    acerca, *hojas = libro.worksheets
    assert acerca["A1"].value.startswith("DATOS SIMULADOS. ")
    assert acerca["A2"].value.startswith("Son inventados")
    assert len(hojas) == len(TABLAS)
    for hoja in hojas:
        ultima = hoja.max_column
        assert hoja.cell(1, ultima).value == "Es simulado", hoja.title
        assert {hoja.cell(n, ultima).value for n in range(2, hoja.max_row + 1)} == {"sí"}


def test_toda_respuesta_lleva_la_marca(base_simulada: Base) -> None:
    datos = consultas_fuentes.fuentes(base_simulada).datos
    assert list(datos.columns)[-1] == "es_simulado"
    # Un documento por libro, los cuatro libros de seguimiento y las dos versiones del plan.
    assert datos["es_simulado"].tolist() == [True] * (len(LIBROS) + 4 + 2)


def test_el_tablero_verdadero_no_lleva_la_marca(base: Base, tmp_path: Path) -> None:
    assert not base.es_simulado
    for ruta in exportar_carpeta(base, tmp_path, "maquina"):
        contenido = ruta.read_text(encoding="utf-8")
        assert not ruta.name.startswith("SIMULADO")
        assert "es_simulado" not in contenido
        assert "SIMULADO" not in contenido
    libro = openpyxl.load_workbook(io.BytesIO(libro_excel(base)))
    for hoja in libro.worksheets:
        assert "Es simulado" not in [celda.value for celda in hoja[1]]
    assert libro.worksheets[0]["A1"].value.startswith("Tablero de Control")
    assert "es_simulado" not in consultas_fuentes.fuentes(base).datos.columns


def test_el_camino_de_quien_ensena(tmp_path: Path) -> None:
    """Simular, construir aparte y exportar, sin tocar el tablero verdadero."""
    raiz = tmp_path / "proyecto"
    (raiz / "data").mkdir(parents=True)
    (raiz / "shapefiles").symlink_to(rutas.CARTOGRAFIA)
    (raiz / "data" / "fuentes").symlink_to(rutas.FUENTES)
    tablero = partial(correr, raiz=raiz)

    simulado = tablero("simular", "--municipios", "34", "--semilla", "3")
    assert (simulado.returncode, simulado.stderr) == (0, "")
    carpeta = raiz / "data" / "simulado" / "semilla_3"
    primera, *ordenes = simulado.stdout.splitlines()
    assert primera.startswith(f"DATOS SIMULADOS: {len(LIBROS) + 4 + 2} libros y ")
    assert ordenes == [
        f"Construya su tablero con: tablero construir --fuentes {carpeta / 'fuentes'}",
        f"Y ábralo con:             tablero abrir --base {carpeta / 'tablero.duckdb'}",
    ]

    construido = tablero("construir", "--fuentes", str(carpeta / "fuentes"))
    assert construido.returncode == 0, construido.stderr
    assert construido.stdout.splitlines()[-1].endswith(str(carpeta / "tablero.duckdb"))
    assert not (raiz / "data" / "tablero.duckdb").exists()

    base = str(carpeta / "tablero.duckdb")
    exportado = tablero("exportar", str(tmp_path / "salida"), "--base", base)
    assert exportado.returncode == 0, exportado.stderr
    assert all(r.name.startswith("SIMULADO_") for r in (tmp_path / "salida").iterdir())

    pocos = tablero("simular", "--municipios", "33")
    assert pocos.returncode == 1
    assert pocos.stderr == "Los municipios deben ser entre 34 y 1.122; se pidieron 33.\n"
    muchas = tablero("simular", "--politicas", "100")
    assert muchas.returncode == 1
    assert muchas.stderr == "Las políticas van de 0 a 99.\n"
    sin_base = tablero("abrir", "--base", str(tmp_path / "no.duckdb"), "--sin-navegador")
    assert sin_base.returncode == 5
    assert sin_base.stderr.startswith(f"No existe {tmp_path / 'no.duckdb'}.")
