"""El IPT de punta a punta: del libro opcional a DuckDB, a las preguntas y al CSV."""

import csv
import io
from pathlib import Path

import fabrica_ipt
import openpyxl
import pytest

from tablero.calculo.ipt import TABLAS_CALCULADAS, VERSION
from tablero.consultas import ipt
from tablero.consultas.base import Base, Preguntas
from tablero.errores import ErroresDeDatos
from tablero.exportar.csv_oficial import a_csv
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.modelo.ipt import IptDireccion, IptValor
from tablero.respuestas.mapa.valores import valores, variables

EDICION = fabrica_ipt.EDICION


@pytest.fixture(scope="module")
def con_valores(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return Base(fabrica_ipt.construir_con_valores(tmp_path_factory.mktemp("ipt")))


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(error) for error in capturado.value.errores]


def test_sin_el_libro_las_tablas_quedan_vacias_y_los_supuestos_no(base: Base) -> None:
    for tabla in TABLAS_CALCULADAS:
        assert base.tabla(tabla.tabla).empty, tabla
    assert ipt.ediciones(base).esta_vacio
    supuestos = ipt.supuestos(base)
    assert len(supuestos.datos) == 9
    assert supuestos.fuentes[0].fuente_codigo == "eat_2024-06-30"


def test_todas_las_filas_dicen_edicion_version_y_fuente(con_valores: Base) -> None:
    for tabla in TABLAS_CALCULADAS:
        datos = con_valores.tabla(tabla.tabla)
        assert set(datos["edicion"]) == {EDICION}, tabla
        assert set(datos["formula_version"]) == {VERSION}
        assert set(datos["nivel"]) == {"calculado"}
        assert set(datos["fuente_codigo"]) == {"ipt_valores_2024-12-31"}


def test_la_clasificacion_va_de_0_a_100_y_lista_a_quien_le_falta_algo(con_valores: Base) -> None:
    datos = ipt.clasificacion(con_valores, edicion=EDICION, departamento=None).datos
    con = datos[datos["puntaje"].notna()]
    assert (con["puntaje"].min(), con["puntaje"].max()) == (0, 100)
    assert list(con["orden_calculado"]) == sorted(con["orden_calculado"])
    ultimo = datos.iloc[-1]
    assert ultimo["municipio_codigo"] == fabrica_ipt.SIN_UN_VALOR
    assert ultimo["motivo"] == "Le falta el valor del indicador 4."
    assert len(datos) == len(con) + 1


def test_los_aportes_guardados_suman_el_puntaje(con_valores: Base) -> None:
    sumas = con_valores.tabla("ipt_aportes").groupby("municipio_codigo")["aporte_puntos"].sum()
    puntajes = con_valores.tabla("ipt_puntajes").set_index("municipio_codigo")["puntaje"].dropna()
    assert (sumas - puntajes).abs().max() < 1e-9
    assert len(sumas) == len(puntajes)


def test_las_categorias_cuentan_a_todos(con_valores: Base) -> None:
    total = int(con_valores.tabla("ipt_puntajes")["puntaje"].notna().sum())
    for metodo in ("natural", "cuantiles", "intervalos"):
        tramos = ipt.categorias(con_valores, edicion=EDICION, metodo=metodo).datos
        assert list(tramos["categoria"]) == ["muy alto", "alto", "medio", "bajo", "muy bajo"]
        assert tramos["municipios"].sum() == total
        assert tramos["hasta_puntaje"].iloc[0] == 100


def test_la_comparacion_trae_a_los_34_y_el_rho(con_valores: Base) -> None:
    resultado = ipt.comparacion(con_valores, edicion=EDICION)
    datos = resultado.datos
    assert list(datos["orden_publicado"]) == list(range(1, 35))
    con = datos.dropna(subset="lugar_calculado")
    assert sorted(con["lugar_calculado"]) == list(range(1, len(con) + 1))
    lugares = con[["orden_publicado", "lugar_calculado"]].astype(float)
    esperado = lugares["orden_publicado"].rank().corr(lugares["lugar_calculado"])
    assert con["rho_spearman"].iloc[0] == pytest.approx(esperado)
    assert {f.fuente_codigo for f in resultado.fuentes} == {
        "eat_2024-06-30",
        "ipt_valores_2024-12-31",
    }


def test_el_csv_lleva_la_edicion_la_version_y_la_fuente(con_valores: Base) -> None:
    datos = ipt.clasificacion(con_valores, edicion=EDICION, departamento="Arauca").datos
    filas = list(csv.DictReader(io.StringIO(a_csv(datos, "maquina").decode("utf-8"))))
    assert {f["departamento_nombre"] for f in filas} == {"Arauca"}
    assert {(f["edicion"], f["formula_version"]) for f in filas} == {(EDICION, VERSION)}
    assert all("ipt_valores_2024-12-31" in f["fuente_codigo"] for f in filas)


def test_el_libro_vale_sin_la_hoja_de_direcciones(fuentes: Path) -> None:
    valores = fabrica_ipt.inventar(["05001", "08001", "11001"])
    fabrica_ipt.poner_libro(fuentes, valores, sin_direcciones=True)
    filas = validar(descubrir(fuentes))
    assert len(filas[IptValor]) == 27
    assert not filas[IptDireccion]


def test_la_hoja_de_valores_si_es_obligatoria(fuentes: Path) -> None:
    libro = fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(["05001"]))
    abierto = openpyxl.load_workbook(libro)
    del abierto["Valores IPT"]
    abierto.save(libro)
    assert errores(fuentes) == [
        "ipt_valores/2024-12-31/ipt_valores.xlsx · hoja «Valores IPT»: falta esta hoja."
    ]


def test_las_direcciones_del_libro_mandan(fuentes: Path, tmp_path: Path) -> None:
    municipios = fabrica_ipt.municipios_de_prueba(fuentes, 60)
    direccion = {
        "indicador_orden": 1,
        "edicion": EDICION,
        "direccion": "menos",
        "faltantes": "mediana",
        "winsorizar_percentil": 5.0,
        "ubicacion": "Decisión de prueba",
    }
    fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(municipios), [direccion])
    construir(fuentes, tmp_path / "t.duckdb")
    pesos = Base(tmp_path / "t.duckdb").tabla("ipt_pesos").set_index("indicador_orden")
    assert pesos.loc[1, ["direccion", "direccion_origen", "faltantes"]].tolist() == [
        *("menos", "libro", "mediana")
    ]
    assert pesos.loc[1, "winsorizar_percentil"] == 5
    assert pesos.loc[2, "direccion_origen"] == "supuesto"
    # Puesto contra los demás, los datos lo delatan: peso negativo, informado.
    assert pesos.loc[1, "peso_con_signo_pct"] < 0 < pesos.loc[1, "peso_pct"]


def test_un_municipio_o_un_indicador_que_no_existen(fuentes: Path) -> None:
    valores = fabrica_ipt.inventar(["05001", "08001", "99999"])
    valores[0]["indicador_orden"] = 15
    fabrica_ipt.poner_libro(fuentes, valores)
    dichos = errores(fuentes)
    assert any("«99999» no está en la hoja «Municipios»" in e for e in dichos)
    assert any("«15» no está en la hoja «Indicadores IPT»" in e for e in dichos)


def test_una_edicion_escrita_como_numero_es_la_misma(fuentes: Path) -> None:
    como_texto = fabrica_ipt.inventar(["05001", "08001"])
    fabrica_ipt.poner_libro(fuentes, como_texto)
    esperadas = validar(descubrir(fuentes))[IptValor]
    como_numero = [{**fila, "edicion": int(EDICION)} for fila in como_texto]
    libro = fabrica_ipt.poner_libro(fuentes, como_numero)
    assert openpyxl.load_workbook(libro)["Valores IPT"]["C2"].value == int(EDICION)
    assert validar(descubrir(fuentes))[IptValor] == esperadas


@pytest.mark.parametrize("valor", [1e160, 1e308, -1e20, 1e13, 1e-300])
def test_un_valor_fuera_de_escala_es_un_error_de_su_celda(fuentes: Path, valor: float) -> None:
    libro = fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(["05001", "08001", "11001"]))
    abierto = openpyxl.load_workbook(libro)
    abierto["Valores IPT"]["D2"] = valor
    abierto.save(libro)
    (error,) = errores(fuentes)
    assert "celda D2 · columna «Valor»" in error
    assert "está fuera de escala" in error


def test_un_error_que_se_repite_en_cada_fila_se_dice_una_vez(fuentes: Path) -> None:
    libro = fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(["05001", "08001", "11001"]))
    abierto = openpyxl.load_workbook(libro)
    for fila in range(2, 29):
        abierto["Valores IPT"].cell(fila, 1).value = 5001
    abierto.save(libro)
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    assert len(capturado.value.errores) == 27
    assert str(capturado.value) == (
        "ipt_valores/2024-12-31/ipt_valores.xlsx · hoja «Valores IPT» · 27 celdas (A2, A3, A4…) · "
        "columna «Código DIVIPOLA»: «5001» es un número; escríbalo como texto, con todos sus ceros."
    )


def test_una_edicion_no_se_parte_en_dos_libros(fuentes: Path) -> None:
    fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(["05001"]))
    fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(["08001"]), corte="2025-12-31")
    (error,) = errores(fuentes)
    assert error.startswith("ipt_valores/2025-12-31/ipt_valores.xlsx · hoja «Valores IPT»")
    assert "la edición «2024» ya está en ipt_valores/2024-12-31/ipt_valores.xlsx" in error


def test_una_direccion_de_una_edicion_sin_valores(fuentes: Path) -> None:
    direccion = {
        "indicador_orden": 1,
        "edicion": "1999",
        "direccion": "más",
        "faltantes": "excluir",
        "ubicacion": "x",
    }
    fabrica_ipt.poner_libro(fuentes, fabrica_ipt.inventar(["05001"]), [direccion])
    (error,) = errores(fuentes)
    assert error.endswith("la edición «1999» no tiene valores en la hoja «Valores IPT».")


def test_dos_ediciones_quedan_las_dos(fuentes: Path, tmp_path: Path) -> None:
    municipios = fabrica_ipt.municipios_de_prueba(fuentes, 50)
    viejos = fabrica_ipt.inventar(municipios, semilla=1, edicion="2023")
    fabrica_ipt.poner_libro(fuentes, [*viejos, *fabrica_ipt.inventar(municipios)])
    construir(fuentes, tmp_path / "t.duckdb")
    datos = ipt.ediciones(Base(tmp_path / "t.duckdb")).datos
    assert list(datos["edicion"]) == ["2024", "2023"]
    assert list(datos["municipios_con_puntaje"]) == [len(municipios)] * 2


def test_un_indicador_sin_valor_en_un_municipio_se_pinta_sin_el(con_valores: Base) -> None:
    hay = variables(Preguntas(con_valores))
    completo = valores(Preguntas(con_valores), hay["indicador_3"]).datos
    incompleto = valores(Preguntas(con_valores), hay["indicador_4"]).datos
    assert len(completo) - len(incompleto) == 1
    assert set(completo["municipio_codigo"]) - set(incompleto["municipio_codigo"]) == {
        fabrica_ipt.SIN_UN_VALOR
    }
    assert incompleto["valor"].notna().all()


def test_un_indicador_sin_ningun_valor_no_se_ofrece(fuentes: Path, tmp_path: Path) -> None:
    valores = fabrica_ipt.inventar(fabrica_ipt.municipios_de_prueba(fuentes, 40))
    for fila in valores:
        if fila["indicador_orden"] == 2:
            fila["valor"] = None
    fabrica_ipt.poner_libro(fuentes, valores)
    construir(fuentes, tmp_path / "t.duckdb")
    ofrecidas = variables(Preguntas(Base(tmp_path / "t.duckdb")))
    assert "indicador_2" not in ofrecidas
    assert {"indicador_1", "indicador_3", "puntaje"} <= ofrecidas.keys()
