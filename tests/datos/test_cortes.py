"""Una fecha arrastrada en «Fecha de corte» nunca cambia una cifra en silencio.

Se mueve en cada tabla de cada documento: o se dice cada celda movida, o las cifras son las mismas.
"""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from fabrica_leidas import con, de_un_libro, leidas_reales
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero import rutas
from tablero.consultas import transferencias
from tablero.consultas.base import Base, leer_pregunta
from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import Documento, descubrir
from tablero.ingesta.reglas import revisar
from tablero.ingesta.reglas.cortes import cortes_ajenos, cortes_sin_decir
from tablero.ingesta.validar_uno import validar_libro
from tablero.modelo import TABLA_POR_NOMBRE, Hecho
from tablero.modelo.cifras import Cifra
from tablero.modelo.relaciones import Cortes

REGLAS_DE_CORTES = (cortes_ajenos, cortes_sin_decir)
UN_MES = timedelta(days=40)
SQL = rutas.RAIZ / "src" / "tablero" / "consultas" / "sql"
PREGUNTAS = sorted(p.relative_to(SQL).with_suffix("").as_posix() for p in SQL.rglob("*.sql"))
ELEGIDOS: dict[str, Any] = {
    "politica": "poblacion_migrante_internacional",
    "corte": date(2024, 12, 31),
    "por": "sector",
    "seccion": "logros",
    "codigo": "1.1.6",
    "uta": 2,
}


def hojas() -> Iterator[tuple[str, Documento, list[int]]]:
    """Cada tabla con corte de cada libro, con los lugares de sus filas."""
    leidas = leidas_reales()
    for tabla in leidas:
        if issubclass(TABLA_POR_NOMBRE[tabla], Hecho):
            for documento, lugares in de_un_libro(leidas, tabla):
                yield tabla, documento, lugares


HOJAS = {f"{documento.nombre}-{tabla}": (tabla, documento, ls) for tabla, documento, ls in hojas()}


def movidas(lugares: list[int]) -> dict[str, list[int]]:
    """Las maneras de arrastrar una fecha: una fila, todas menos una o todas."""
    mitad = lugares[len(lugares) // 2]
    grupos = {
        "la primera": lugares[:1],
        "la del medio": [mitad],
        "la última": lugares[-1:],
        "todas menos la primera": lugares[1:],
        "todas menos la última": lugares[:-1],
        "todas": lugares,
    }
    return {nombre: filas for nombre, filas in grupos.items() if filas}


@pytest.mark.parametrize("dias", [-UN_MES, -timedelta(days=1), timedelta(days=1), UN_MES])
@pytest.mark.parametrize("hoja", HOJAS)
def test_cada_celda_movida_se_dice(hoja: str, dias: timedelta) -> None:
    tabla, documento, lugares = HOJAS[hoja]
    reales = leidas_reales()
    for cuales, filas in movidas(lugares).items():
        cambios = {
            i: {"corte_fecha": reales[tabla][i][1].valores["corte_fecha"] + dias} for i in filas
        }
        dichos = list(cortes_ajenos(con(reales, tabla, cambios)))
        esperadas = {reales[tabla][i][1].celdas["corte_fecha"] for i in filas}
        assert {e.celda for e in dichos} == esperadas, cuales
        assert {(e.archivo, e.hoja) for e in dichos} == {
            (documento.ruta_corta, TABLA_POR_NOMBRE[tabla].hoja)
        }


@pytest.mark.parametrize("hoja", HOJAS)
def test_y_solo_eso(hoja: str) -> None:
    """Ni «clave repetida» ni una fila que falta: lo que está mal es la fecha."""
    tabla, _, lugares = HOJAS[hoja]
    lugar = lugares[len(lugares) // 2]
    reales = leidas_reales()
    antes = reales[tabla][lugar][1].valores["corte_fecha"] - UN_MES
    dichos = revisar(con(reales, tabla, {lugar: {"corte_fecha": antes}}))
    assert [e.columna for e in dichos] == ["Fecha de corte"]
    assert str(antes) in dichos[0].mensaje


@pytest.mark.parametrize("documento", sorted({propio.nombre for _, propio, _ in HOJAS.values()}))
def test_todo_un_libro_arrastrado_se_dice_entero(documento: str) -> None:
    leidas = reales = leidas_reales()
    esperadas = 0
    for tabla, propio, lugares in HOJAS.values():
        if propio.nombre == documento:
            fechas = {i: reales[tabla][i][1].valores["corte_fecha"] - UN_MES for i in lugares}
            leidas = con(leidas, tabla, {i: {"corte_fecha": f} for i, f in fechas.items()})
            esperadas += len(lugares)
    assert len(list(cortes_ajenos(leidas))) == esperadas


def test_lo_que_se_dice(fuentes: Path, editar: Editar) -> None:
    """De una fila, cuántas llevan cada corte; de toda una hoja, que son todas; sin mayoría, eso."""
    editar("cnim", "Transferencias", "Fecha de corte", 2, datetime(2025, 9, 30))
    for fila in (2, 3):
        editar("comite", "Delegados", "Fecha de corte", fila, datetime(2024, 4, 30))
    for fila in (2, 3, 4):
        editar("eat", "Fases", "Fecha de corte", fila, datetime(2024, 5, 31))
    editar("eat", "Fases", "Fecha de corte", 5, datetime(2024, 4, 30))
    editar("eat", "Fases", "Fecha de corte", 6, datetime(2024, 4, 30))
    editar("eat", "Cifras", "Fecha de corte", 2, datetime(2023, 9, 30))
    editar("cnim", "Atenciones", "Fecha de corte", 2, datetime(2025, 8, 31))
    errores = {(e.hoja, e.celda): e.mensaje for e in fallidos(fuentes)}
    assert errores["Transferencias", "B2"] == (
        "2025-09-30 no es el corte del documento (2025-11-30); la hoja mezcla cortes: 2025-11-30 "
        "en 12 filas y 2025-09-30 en 1 fila."
    )
    assert errores["Delegados", "B3"] == (
        "2024-04-30 no es el corte del documento (2024-05-31); lo llevan las 2 filas de la hoja."
    )
    assert errores["Fases", "B2"] == (
        "2024-05-31 no es el corte del documento (2024-06-30); la hoja mezcla cortes: 2024-05-31 "
        "en 3 filas y 2024-04-30 en 2 filas."
    )
    assert errores["Cifras", "B2"] == (
        "2023-09-30 no es el corte del documento (2024-06-30) ni otro de los que declara su ficha "
        "(2023-08-31); si el dato es de esa fecha, agréguela a «otros_cortes» en fuente.yml."
    )
    assert errores["Atenciones", "I2"] == (
        "2025-08-31 no es el último día del periodo que se informa (2025-09-30); la hoja mezcla "
        "cortes: 2025-09-30 en 14 filas y 2025-08-31 en 1 fila."
    )
    assert len(errores) == 1 + 2 + 5 + 1 + 1


def test_sin_mayoria_se_dice(fuentes: Path, editar: Editar) -> None:
    editar("comite", "Delegados", "Fecha de corte", 3, datetime(2024, 4, 30))
    (error,) = fallidos(fuentes)
    assert error.celda == "B3"
    assert error.mensaje.endswith(
        "la hoja mezcla cortes, sin mayoría: 2024-05-31 en 1 fila y 2024-04-30 en 1 fila."
    )


def test_otro_corte_que_la_ficha_declara_se_admite(fuentes: Path, editar: Editar) -> None:
    ficha = fuentes / "eat" / "2024-06-30" / "fuente.yml"
    texto = ficha.read_text(encoding="utf-8")
    declarados = texto.replace("[2023-08-31]", "[2023-08-31, 2023-09-30]")
    ficha.write_text(declarados, encoding="utf-8")
    editar("eat", "Cifras", "Fecha de corte", 2, datetime(2023, 9, 30))
    editar("eat", "Cifras", "Descripción", 2, "Migrantes, a septiembre de 2023.")
    assert validar(descubrir(fuentes))[Cifra]
    ficha.write_text(texto.replace("[2023-08-31]", "pronto"), encoding="utf-8")
    with pytest.raises(ErroresDeDatos, match=r"otros_cortes: escriba una lista: \[2024-06-30\]"):
        descubrir(fuentes)


def fallidos(fuentes: Path) -> list[Any]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return list(capturado.value.errores)


def respuestas(base: Base) -> dict[str, list[tuple[object, ...]]]:
    """Lo que contesta cada pregunta, sin la fecha de corte ni lo que la lleva en su nombre."""
    codigos = tuple(sorted(base.tabla("cifras")["cifra_codigo"]))
    listas = tuple(sorted(set(base.tabla("enunciados")["lista_codigo"])))
    elegidos = {**ELEGIDOS, "codigos": codigos, "listas": listas}
    return {nombre: respuesta(base, nombre, elegidos) for nombre in PREGUNTAS}


def respuesta(base: Base, nombre: str, elegidos: dict[str, Any]) -> list[tuple[object, ...]]:
    datos = base.consultar(
        nombre, **{p: elegidos.get(p) for p in leer_pregunta(nombre).parametros}
    ).datos
    ajenas = {"corte_fecha", "conciliacion_codigo", "descripcion", "nota"}
    columnas = [c for c in datos.columns if c not in ajenas and "corte" not in c]
    return sorted(tuple(map(str, fila)) for fila in datos[columnas].itertuples(index=False))


DE_CADA_FILA = {
    h: datos for h, datos in HOJAS.items() if datos[0] in ("cifras", "comite_destacadas")
}


SIN_QUE_LO_DIGA_NADIE = {("comite-comite_destacadas", "C7"), ("cnim-cifras", "B9")}
"""La única fila con otro corte, puesta en el del documento; y la que habla del tercer trimestre,
puesta en su último día. No se pueden distinguir de una corrección: sus cifras no se mueven."""


@pytest.mark.parametrize("hoja", DE_CADA_FILA)
def test_ni_el_corte_admitido_de_otra_fila_se_puede_copiar(hoja: str) -> None:
    """Rellenar hacia abajo pone una fecha que el documento sí admite, pero no la de esa fila."""
    tabla, documento, lugares = DE_CADA_FILA[hoja]
    reales = leidas_reales()
    admitidos = {documento.ficha.corte_fecha, *documento.ficha.otros_cortes}
    for lugar in lugares:
        fila = reales[tabla][lugar][1]
        celda = fila.celdas["corte_fecha"]
        for otro in admitidos - {fila.valores["corte_fecha"]}:
            dichos = revisar(con(reales, tabla, {lugar: {"corte_fecha": otro}}), REGLAS_DE_CORTES)
            assert [e.celda for e in dichos] == [celda] or (
                not dichos and (hoja, celda) in SIN_QUE_LO_DIGA_NADIE
            ), otro


def test_un_corte_admitido_y_dicho_no_mueve_ninguna_cifra(
    fuentes: Path, base: Base, tmp_path: Path
) -> None:
    """Seis cifras y dos actividades que de verdad llegaran hasta antes: lo demás es igual."""
    ruta = fuentes / "cnim" / "2025-11-30" / "cnim.xlsx"
    libro = openpyxl.load_workbook(ruta)
    for fila in (2, 3, 9, 20, 21, 23):
        libro["Cifras"].cell(fila, 2).value = datetime(2025, 9, 30)
        libro["Cifras"].cell(fila, 4).value = "Hasta el 30 de septiembre de 2025."
    libro.save(ruta)
    ruta = fuentes / "comite" / "2024-05-31" / "comite.xlsx"
    libro = openpyxl.load_workbook(ruta)
    libro["Actividades destacadas"].cell(2, 3).value = datetime(2024, 4, 30)
    libro["Actividades destacadas"].cell(2, 7).value = "De enero a abril de 2024."
    libro["Actividades destacadas"].cell(7, 3).value = datetime(2024, 5, 31)
    libro["Actividades destacadas"].cell(7, 7).value = None
    libro["Actividades destacadas"].cell(7, 4).value = "Personas afiliadas, en promedio mes"
    libro.save(ruta)
    sellar_todo(descubrir(fuentes))
    construir(fuentes, tmp_path / "tablero.duckdb")
    assert respuestas(Base(tmp_path / "tablero.duckdb")) == respuestas(base)


def test_la_misma_cifra_en_dos_cortes_de_un_libro_se_rechaza(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Cifras", "Código de la cifra", 8, "cnim_avance_total_pct")
    (error,) = (e for e in fallidos(fuentes) if "clave repetida" in e.mensaje)
    assert (error.celda, error.hoja) == ("A8", "Cifras")
    assert "ya está en la fila 2 de cnim/2025-11-30/cnim.xlsx" in error.mensaje


@pytest.mark.parametrize(
    ("filas", "celdas"),
    [((2,), ["B2"]), (range(3, 15), [f"B{n}" for n in range(3, 15)])],
    ids=["una", "todas menos una"],
)
def test_el_caso_de_las_transferencias(
    fuentes: Path, editar: Editar, tmp_path: Path, filas: range, celdas: list[str]
) -> None:
    """Lo girado no puede volverse lo de todos menos uno, ni lo de uno solo."""
    for fila in filas:
        editar("cnim", "Transferencias", "Fecha de corte", fila, datetime(2025, 9, 30))
    libro = fuentes / "cnim" / "2025-11-30" / "cnim.xlsx"
    sellar_todo(descubrir(fuentes))
    with pytest.raises(ErroresDeDatos) as construido:
        construir(fuentes, tmp_path / "tablero.duckdb")
    assert [e.celda for e in construido.value.errores] == celdas
    assert not (tmp_path / "tablero.duckdb").exists()
    with pytest.raises(ErroresDeDatos) as suelto:
        validar_libro(libro, rutas.FUENTES)
    assert [e.celda for e in suelto.value.errores] == celdas


def test_un_libro_sin_ficha_se_revisa_con_el_corte_que_lleva_la_mayoria(
    fuentes: Path, editar: Editar, tmp_path: Path
) -> None:
    for fila in range(2, 15):
        editar("cnim", "Transferencias", "Fecha de corte", fila, datetime(2025, 9, 30))
    suelto = tmp_path / "cnim.xlsx"
    shutil.copyfile(fuentes / "cnim" / "2025-11-30" / "cnim.xlsx", suelto)
    with pytest.raises(ErroresDeDatos) as capturado:
        validar_libro(suelto, rutas.FUENTES)
    assert [e.celda for e in capturado.value.errores] == [f"B{n}" for n in range(2, 15)]
    assert "el corte del documento (2025-11-30)" in capturado.value.errores[0].mensaje


def test_el_libro_del_proximo_corte_se_revisa_sin_ficha(fuentes: Path, tmp_path: Path) -> None:
    """Lo que un funcionario acaba de llenar: otro corte, que todavía no está entre las fuentes."""
    suelto = tmp_path / "comite.xlsx"
    shutil.copyfile(fuentes / "comite" / "2024-05-31" / "comite.xlsx", suelto)
    libro = openpyxl.load_workbook(suelto)
    for hoja in libro:
        columna = [c.value for c in hoja[1]].index("Fecha de corte") + 1
        for fila in range(2, hoja.max_row + 1):
            if hoja.cell(fila, columna).value == datetime(2024, 5, 31):
                hoja.cell(fila, columna).value = datetime(2024, 11, 30)
    libro.save(suelto)
    validar_libro(suelto, rutas.FUENTES)
    libro["UTA"].cell(3, 2).value = datetime(2024, 5, 31)
    libro.save(suelto)
    with pytest.raises(ErroresDeDatos) as capturado:
        validar_libro(suelto, rutas.FUENTES)
    (error,) = capturado.value.errores
    assert (error.hoja, error.celda) == ("UTA", "B3")
    assert error.mensaje.startswith("2024-05-31 no es el corte del documento (2024-11-30)")


@pytest.fixture
def con_otro_comite(fuentes: Path) -> Path:
    """El siguiente informe del Comité: sin delegados, y con otras cifras en la UTA 1."""
    nuevo = fuentes / "comite" / "2024-11-30"
    shutil.copytree(fuentes / "comite" / "2024-05-31", nuevo)
    shutil.rmtree(nuevo / "sello")
    libro = openpyxl.load_workbook(nuevo / "comite.xlsx")
    for hoja in libro:
        columna = [c.value for c in hoja[1]].index("Fecha de corte") + 1
        for fila in range(2, hoja.max_row + 1):
            hoja.cell(fila, columna).value = datetime(2024, 11, 30)
    uta = [c.value for c in libro["UTA"][1]]
    for titulo, valor in (
        ("Actividades reportadas", 20),
        ("Cumplimiento en el reporte", 100),
        ("Cita", "20 actividades reportadas (cumplimiento en el reporte del 100%)"),
    ):
        libro["UTA"].cell(2, uta.index(titulo) + 1).value = valor
    libro["Delegados"].delete_rows(2, 2)
    libro["Cifras"].delete_rows(9, 2)
    libro.save(nuevo / "comite.xlsx")
    ficha = (nuevo / "fuente.yml").read_text(encoding="utf-8").replace("2024-05-31", "2024-11-30")
    (nuevo / "fuente.yml").write_text(ficha, encoding="utf-8")
    return nuevo


def test_vale_el_documento_mas_reciente_que_trae_cada_cosa(
    fuentes: Path, con_otro_comite: Path, tmp_path: Path
) -> None:
    sellar_todo(descubrir(fuentes))
    construir(fuentes, tmp_path / "tablero.duckdb")
    base = Base(tmp_path / "tablero.duckdb")
    assert len(base.tabla("comite_utas")) == 6
    utas = base.consultar("comite/utas").datos
    assert utas["actividades_reportadas"].tolist() == [20, 10, 7]
    detalle = base.consultar("comite/detalle_uta", uta=1).datos
    assert len(detalle[detalle["clase"] == "barrera"]) == 5
    # La hoja de delegados del nuevo viene vacía: valen los del anterior, con su fuente.
    delegados = base.consultar("comite/delegados")
    assert delegados.datos["delegados"].tolist() == [1, 14]
    assert [f.fuente_codigo for f in delegados.fuentes] == ["comite_2024-05-31"]
    # Y las dos edades, que el nuevo no trae.
    codigos = ("comite_idipron_edad_minima", "comite_transversales_total")
    cifras = base.consultar("listas/cifras", codigos=codigos).datos
    assert cifras["fuente_codigo"].tolist() == ["comite_2024-05-31", "comite_2024-11-30"]
    contrastes = base.consultar("conciliacion/resumen", documento="comite").datos
    assert contrastes["fuente_codigo"].tolist() == ["comite_2024-11-30"]


def test_una_fila_con_el_corte_del_informe_anterior_se_llama_por_su_nombre(
    fuentes: Path, con_otro_comite: Path
) -> None:
    """Antes se decía «clave repetida», que mandaba a buscar otra cosa."""
    libro = openpyxl.load_workbook(con_otro_comite / "comite.xlsx")
    libro["UTA"].cell(4, 2).value = datetime(2024, 5, 31)
    libro.save(con_otro_comite / "comite.xlsx")
    (error,) = fallidos(fuentes)
    assert str(error) == (
        "comite/2024-11-30/comite.xlsx · hoja «UTA» · celda B4 · columna «Fecha de corte»: "
        "2024-05-31 no es el corte del documento (2024-11-30); la hoja mezcla cortes: 2024-11-30 "
        "en 2 filas y 2024-05-31 en 1 fila."
    )


def test_una_cifra_vieja_repetida_en_otro_informe_dice_que_hacer(
    fuentes: Path, con_otro_comite: Path
) -> None:
    ficha = con_otro_comite / "fuente.yml"
    texto = ficha.read_text(encoding="utf-8").replace("[2024-04-30]", "[2024-05-31]")
    ficha.write_text(texto, encoding="utf-8")
    libro = openpyxl.load_workbook(con_otro_comite / "comite.xlsx")
    libro["Cifras"].cell(2, 2).value = datetime(2024, 5, 31)
    libro["Cifras"].cell(2, 4).value = "Actividades, a mayo de 2024."
    libro.save(con_otro_comite / "comite.xlsx")
    (error,) = fallidos(fuentes)
    assert error.mensaje == (
        "clave repetida (Código de la cifra + Fecha de corte): ya está en la fila 2 de "
        "comite/2024-05-31/comite.xlsx, con el mismo corte. Si no ha cambiado, déjela solo en "
        "aquel libro."
    )


@pytest.mark.parametrize("nombre", ["tablero", "descargado"])
def test_lo_vigente_se_lee_con_cualquier_nombre(base_construida: Path, nombre: str) -> None:
    """Adjunto con otro nombre, o abierto sin más: como quien descarga el archivo."""
    suma = "SELECT sum(valor_cop) FROM {}vigente.transferencias_psicosociales"
    with duckdb.connect() as conexion:
        conexion.execute(f"ATTACH '{base_construida}' AS {nombre} (READ_ONLY)")
        conexion.execute("CREATE TABLE fuentes (fuente_codigo VARCHAR)")
        adjunto = conexion.cursor().execute(suma.format(f"{nombre}.")).fetchall()
    with duckdb.connect(str(base_construida), read_only=True) as conexion:
        directo = conexion.execute(suma.format("")).fetchall()
    asignado = transferencias.suma(Base(base_construida), departamento=None, municipio=None).fila
    assert adjunto == directo == [(asignado["asignado_cop"],)]


def test_cada_tabla_con_cortes_tiene_su_vista_y_de_un_documento_con_un_corte_vale_todo(
    base: Base,
) -> None:
    fuentes = base.tabla("fuentes")["fuente_codigo"]
    documento = fuentes.str.rsplit("_", n=1).str[0]
    de_un_corte = set(fuentes[~documento.duplicated(keep=False)])
    for tabla in leidas_reales():
        if issubclass(TABLA_POR_NOMBRE[tabla], Hecho):
            todas, valen = (
                datos["fuente_codigo"].isin(de_un_corte).sum()
                for datos in (base.tabla(tabla), base.tabla(f"vigente.{tabla}"))
            )
            assert valen == todas, tabla


def test_las_tablas_que_admiten_varios_cortes_estan_declaradas() -> None:
    declaradas = {
        tabla
        for tabla, _, _ in HOJAS.values()
        if issubclass(clase := TABLA_POR_NOMBRE[tabla], Hecho)
        and clase.cortes is not Cortes.DOCUMENTO
    }
    assert declaradas == {"cifras", "comite_destacadas", "centros_atenciones"}
